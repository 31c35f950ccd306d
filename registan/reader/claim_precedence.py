"""Claims of order in time: first, since, again, last, never, ever."""

from __future__ import annotations

import re
from typing import Any

from registan.model import Claim
from registan.model.period import period_of, shift
from registan.reader.claim_cue import Cue
from registan.reader.claim_fact import (
    CLOSED,
    OFTEN,
    SEVERAL,
    Facts,
    Unclear,
    announced,
    anyone,
    asked_of,
    choose_one,
    date_at,
    dates_of,
    floor_of,
    floor_passed,
    is_first_stop,
    is_first_trip,
    make_claim,
    own_office_taken,
    read_since,
    restriction,
    set_apart,
    since_the_last,
    term_in,
    with_office,
)
from registan.reader.claim_subject import Holder, as_subject
from registan.reader.claim_time import WHICH, after_when, time_of
from registan.reader.claim_tree import clause_head, in_one_clause, share_clause, token_at
from registan.world import days

JOINED = frozenset({"conj", "parataxis"})
PAUSE = re.compile("[,;:–—]")
FAR = 20  # Letters between "half" and the number that it halves.
CLOSE_BY = 12  # Letters at most between "first journey" and the region "to" which it led.
NEAR = 60  # Letters between a denial and its verb.
LONG = 5  # Years after which "for the first time since" speaks of the office.


def read_first(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """The first, or the first since a time; or a first for one person alone."""
    person = _protagonist(facts)
    if isinstance(person, Unclear):
        return person
    if _is_beside_never(facts, cues):
        return Unclear(SEVERAL)
    blocked = restriction(facts, person)
    if blocked:
        return blocked
    since = read_since(facts) or after_when(facts, cues)
    if person and _is_for_one(facts):
        return _own_first(facts, person)
    if is_first_trip(facts):
        told = _first_trip(facts, person)
        if told is not None:
            return told
    elif _is_own(facts, cues, person, since):
        return _own_first(facts, person) if person else None
    subject = with_office(facts, person) if person else anyone(facts)
    if subject is None:
        return None
    if person is None and _is_by_title(facts) and not _only_then(facts):
        return Unclear("who it was is said by the title alone")
    again = [c for c in facts.scene.has("times", "only_times", "nth_time") if _goes_with(facts, c)]
    if again:
        if person is None or again[0].n is None or since:
            return Unclear(OFTEN)
        return make_claim(facts, "first", subject, n=again[0].n)
    if since:
        return make_claim(facts, "since", subject, **since)
    return make_claim(facts, "first", subject, **(_only_then(facts) or floor_of(facts)))


def _is_by_title(facts: Facts) -> bool:
    """Is the guest whose rank is told named by a title ("the king of Jordan was the first …")?"""
    others = [o for o in facts.scene.offices if o != facts.office and not o.as_role]
    return facts.home and any(o.country not in (None, "US") for o in others)


def read_first_place(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """ "The first African country that she visited": one country of a region, for one person."""
    person = choose_one(facts, facts.visitors() or facts.holders)
    if isinstance(person, Unclear):
        return person
    place, names = set_apart(facts), facts.scene.places
    regions = [i for p in names for i in p.ids if i in facts.world.regions]
    if person and not regions and len(names) == 1 and place.countries:
        fields = {"visit_type": "first journey", "n": 1}
        return make_claim(facts, "event", with_office(facts, person), **fields)
    if any(m.start() >= max(c.end for c in cues) for m in facts.scene.says("visit_noun")):
        return Unclear("which journeys are left out cannot be told from registers")
    told = len(names) == 2 and len(place.countries) == 1 and place.region
    if not (told and person) or place.countries[0] not in facts.world.members(regions[0]):
        return Unclear("which place it was, and of which region the first, is not said")
    fields = {"place": place, "visit_type": None, **read_since(facts)}
    return make_claim(facts, "first", with_office(facts, person), **fields)


def _is_beside_never(facts: Facts, cues: list[Cue]) -> bool:
    """Is it somebody's first trip, told beside what another never did ("whereas X …")?"""
    never = facts.scene.has("never", "never_before")
    return bool(never) and all(
        cue.effect == "first_visit"
        and not any(share_clause(facts.scene.sentence, cue.start, one.start) for one in never)
        for cue in cues
    )


def _only_then(facts: Facts) -> dict[str, Any]:
    """ "Not until 1999": the first came then, and nobody before."""
    spans = [(c.start, c.end) for c in facts.scene.has("first_time")]
    told = [d for d in facts.scene.dates if any(a <= d.start < b for a, b in spans)]
    return {"since": told[0].edtf, "until": told[0].edtf} if len(told) == 1 else {}


def _goes_with(facts: Facts, cue: Cue) -> bool:
    """Does "twice" belong to the first that is claimed ("the first to visit twice")?"""
    firsts = facts.scene.has("first")
    return any(
        f.end <= cue.start
        and not PAUSE.search(facts.scene.masked, f.end, cue.start)
        and in_one_clause(facts.scene.sentence, f.start, cue.start)
        for f in firsts
    )


def _first_trip(facts: Facts, person: Holder | None) -> Claim | Unclear | None:
    """ "Her first trip abroad led her to Chile": a fact; None where an office is compared."""
    place = facts.place.place
    if facts.home or place.region == "world" or not (place.countries or place.region):
        return Unclear("where the first journey led is not said")
    but = facts.scene.says("but", plain=True) and not facts.place.but
    if facts.scene.says("term") or but or _is_within_region(facts):
        return Unclear("which journeys are left out cannot be told from registers")
    others = facts.scene.has("first", "first_time", "since_person")
    if person:
        others += facts.scene.has("never", "never_before")
    trips = facts.scene.has("first_visit")
    if any(c for c in others if all(c.end <= t.start or c.start >= t.end for t in trips)):
        return None
    if person:
        return make_claim(
            facts, "event", with_office(facts, person), n=1 if is_first_stop(facts, trips) else None
        )
    subject = anyone(facts) if facts.scene.has("never", "never_before") else None
    return make_claim(facts, "never", subject) if subject else None


def _is_within_region(facts: Facts) -> bool:
    """Is it the first of the journeys to a region, which led somewhere in it?"""
    regions = [n for n in facts.scene.places if n.type == "region"]
    others = [n for n in facts.scene.places if n.type in {"country", "city"}]
    trips = facts.scene.has("first_visit")
    return bool(others) and any(
        0 < n.start - t.end < CLOSE_BY and not PAUSE.search(facts.scene.masked, t.end, n.start)
        for n in regions
        for t in trips
    )


def _protagonist(facts: Facts) -> Holder | Unclear | None:
    """Who was first: after "until", "before" or "now" if so said, else the one visitor."""
    marked = (
        facts.beside("until_person", "now_person")
        if facts.scene.has("never", "never_before")
        else []
    )
    return choose_one(facts, marked or facts.visitors())


def _is_own(facts: Facts, cues: list[Cue], person: Holder | None, since: dict[str, Any]) -> bool:
    """Is it a first for one person only, not for the office ("his first visit to Georgia")?"""
    if any(c.effect in {"first", "never_before"} for c in cues):
        return False
    if facts.office is not None and not (_is_his(facts, cues) and own_office_taken(facts)):
        return False
    if since and (since.get("n") or LONG) >= LONG and not _is_his(facts, cues):
        return False
    return person is not None


def _is_for_one(facts: Facts) -> bool:
    """Is it said for whom it is a first ("it was the first for her", "für Kerry der erste")?"""
    return bool(facts.scene.says("for_whom"))


def _is_his(facts: Facts, cues: list[Cue]) -> bool:
    """Is it "his first trip there in years", which says nothing of others?"""
    own = facts.scene.words.patterns["pronoun"].pattern
    return any(re.search(rf"{own}\s$", facts.scene.masked[: c.start], re.I) for c in cues)


def _own_first(facts: Facts, person: Holder) -> Claim | Unclear:
    place = facts.place.place
    if place.region == "world" or not (place.countries or place.region):
        return Unclear("it says where one person went first, not who was first")
    if facts.scene.asks:
        return Unclear("whether it means a first for the person or for the office is not clear")
    taken = own_office_taken(facts)
    if taken:
        return make_claim(facts, "count", with_office(facts, person), n=1, unit="trips", **taken)
    if read_since(facts):
        return Unclear("since when somebody's own last visit was is not judged")
    at = date_at(facts)
    if at and facts.day and at[:4] < facts.day[:4]:
        return make_claim(facts, "event", with_office(facts, person, at), since=at)
    return make_claim(
        facts, "count", with_office(facts, person), n=1, unit="trips", **announced(facts)
    )


def read_negated_first(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """ "Before X no president had been there", "none had, until X": X was the first."""
    told = facts.office or facts.known or facts.scene.has("before_it") or _is_anybody(facts)
    if not told or facts.scene.says("partial") or _is_of_himself(facts, cues):
        return None
    marked = facts.beside("before_person", "until_person", "now_person") or _meant(facts)
    person = choose_one(facts, marked)
    if isinstance(person, Unclear) or person is None:
        return person
    if _is_denied_of(facts, person):
        return None
    blocked = restriction(facts, person)
    since = read_since(facts)
    form = "since" if since else "first"
    return blocked or make_claim(facts, form, with_office(facts, person), **since)


def _is_of_himself(facts: Facts, cues: list[Cue]) -> bool:
    """Had the person himself never been there before ("before this trip X had never been …")?"""
    if facts.office or _is_anybody(facts) or not facts.scene.has("before_it"):
        return False
    people = [token_at(facts.scene.sentence, h.named.start) for h in facts.visitors()]
    denied = [token_at(facts.scene.sentence, c.start) for c in cues]
    return any(
        one.dep_ == "nsubj" and clause_head(one) == clause_head(cue)
        for one in people
        for cue in denied
        if one is not None and cue is not None
    )


def _is_denied_of(facts: Facts, person: Holder) -> bool:
    """Did the person not come either ("no president was there, and Trump did not go")?"""
    name = token_at(facts.scene.sentence, person.named.start)
    if name is None or name.dep_ != "nsubj":
        return False
    denial = facts.scene.words.patterns["denial"]
    return any(denial.fullmatch(c.text) for c in clause_head(name).children)


def _meant(facts: Facts) -> list[Holder]:
    """Who is compared with those before: "X in Y: no president had ever been there"."""
    if facts.scene.has("before_it"):
        return facts.visitors()
    told = facts.scene.has("never_before") or _had_been(facts)
    return facts.visitors() if told and (facts.office or _is_anybody(facts)) else []


def _is_anybody(facts: Facts) -> bool:
    """Is it nobody at all who did it ("nobody in his post had called there")?"""
    return bool(facts.scene.says("nobody"))


def _had_been(facts: Facts) -> bool:
    """Does the denial stand in the past before the past?"""
    start = min(c.start for c in facts.scene.has("never", "never_before"))
    said = [m for m in facts.scene.says("pluperfect") if abs(m.start() - start) < NEAR]
    return any(not _is_plain_past(facts, m.start()) for m in said)


def _is_plain_past(facts: Facts, at: int) -> bool:
    """Is the verb no auxiliary of a participle ("seit 2006 war kein Präsident dort")?"""
    token = token_at(facts.scene.sentence, at)
    if token is None or token.pos_ != "AUX" or token.dep_ != "cop":
        return False
    return not any(c.dep_.partition(":")[0] == "aux" for c in token.head.children)


def read_again(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """Again since a time: nobody in between."""
    since = read_since(facts)
    if not since:
        return None
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    if person and facts.office is None and facts.scene.has("never"):
        return None  # Not the person, since then: no claim about others in between.
    subject = with_office(facts, person) if person else anyone(facts)
    if subject is None:
        return None
    if not person and facts.office and not facts.office.indefinite:
        return None
    if not person and facts.scene.has("never") and not _had_been(facts):
        return None  # Nobody since then, and no visit of today that ends it.
    return make_claim(facts, "since", subject, **since)


def read_last(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """The last so far; the last before somebody makes that person the first since."""
    if facts.scene.has("before_person"):
        return _last_before(facts)
    if _is_his(facts, cues):
        return Unclear("which journey was one person's own last is not judged")
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    ago = next((c.n for c in cues if c.n), None)
    if ago and person:
        return make_claim(facts, "since", with_office(facts, person), n=ago, unit="years")
    at = date_at(facts) or _years_ago(facts, ago)
    blocked = restriction(facts, person)
    if blocked:
        return blocked
    if person and at and facts.office and _comes_after(facts, cues, person):
        return make_claim(facts, "since", with_office(facts, person), since=at)
    subject = with_office(facts, person, at) if person else anyone(facts)
    if subject is None:
        return None
    if person is None and at is None and not facts.scene.asks:
        return Unclear("it says neither who was last nor when")
    return make_claim(facts, "last", subject, **({"since": at} if at else {}))


def _comes_after(facts: Facts, cues: list[Cue], person: Holder) -> bool:
    """Is the person told of in a clause of its own ("the last came in 1992, and now Kerry")?"""
    last = token_at(facts.scene.sentence, cues[0].start)
    named = token_at(facts.scene.sentence, person.named.start)
    if last is None or named is None:
        return False
    before, after = clause_head(last), clause_head(named)
    dates = [token_at(facts.scene.sentence, d.start) for d in dates_of(facts, "at")]
    if any(d is not None and clause_head(d) == after for d in dates):
        return False  # "The last was long ago: X came in 2013."
    return bool(after.i > before.i and after.dep_ in JOINED and before in after.ancestors)


def _years_ago(facts: Facts, n: int | None) -> str | None:
    """ "It has been six years since a president came": between five and seven years before."""
    if n is None or facts.day is None:
        return None
    day = period_of(facts.day).last
    return f"{int(day[:4]) - n - 1}{day[4:8]}01/{int(day[:4]) - n + 1}{day[4:8]}01"


def _last_before(facts: Facts) -> Claim | Unclear:
    """ "The last before Obama was Coolidge in 1928": Obama is the first since then."""
    inside = facts.beside("before_person")
    person = choose_one(facts, inside)
    last = choose_one(facts, [h for h in facts.visitors() if h not in inside])
    if not isinstance(person, Holder) or restriction(facts, person):
        return Unclear("until when it was the last is not said as a date")
    told = {"since_person": last.name, **term_in(facts, last)} if isinstance(last, Holder) else {}
    told |= {"since": at} if (at := date_at(facts)) else {}
    if "since" not in told:
        return Unclear("until when it was the last is not said as a date")
    return make_claim(facts, "since", with_office(facts, person), **told)


def read_awaited(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """Still waiting for a first visit: nobody has come."""
    subject = anyone(facts)
    if subject is None or facts.visitors():
        return None
    return restriction(facts, None) or make_claim(facts, "never", subject, **floor_passed(facts))


def read_never(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """Never; or never, until a person came."""
    if facts.scene.says("partial"):
        return _part_never(facts)
    if facts.scene.says("other"):
        return Unclear("other than whom, or in what, is not clear")
    if facts.scene.says("future"):
        return None
    years = _in_years(facts)
    if years is not None:
        return years
    often = _so_often(facts, cues)
    if often and facts.office:
        return make_claim(
            facts, "never", as_subject(facts.office), n=often, unit="visits", **floor_of(facts)
        )
    of = next((c.of for c in cues if c.of), None)
    since = since_the_last(facts, of) if of else None
    if of:
        if since is None or facts.office is None:
            return Unclear("which holders of the office it means is not clear")
        return make_claim(facts, "never", as_subject(facts.office), since=since)
    time = {} if floor_passed(facts) else time_of(facts, cues, _had_been(facts))
    if isinstance(time, Unclear):
        return time
    if not time and facts.scene.is_part and _had_been(facts):
        return Unclear(WHICH)  # Until what another clause tells.
    if facts.office:
        blocked = restriction(facts, None)
        until = [d.edtf for d in facts.scene.dates if d.role == "until"]
        if until and not blocked and not facts.scene.dates[1:]:
            when = {"since": until[0], "until": until[0]}
            return make_claim(facts, "first", as_subject(facts.office), **when)
        time = time or (floor_passed(facts) | _before_news(facts))
        return blocked or make_claim(facts, "never", as_subject(facts.office), **time)
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    if person:
        blocked = restriction(facts, person)
        return blocked or make_claim(
            facts, "never", with_office(facts, person), **(time or floor_passed(facts))
        )
    subject = anyone(facts)
    more = time or floor_of(facts)
    return make_claim(facts, "never", subject, **more) if subject else None


def _before_news(facts: Facts) -> dict[str, Any]:
    """ "Nobody had come": up to the visit of these days, of which the text tells."""
    if facts.day is None or not _had_been(facts):
        return {}
    return {"until": shift(period_of(facts.day).last, -days("still-news"))}


def _so_often(facts: Facts, cues: list[Cue]) -> int | None:
    """How often nobody was there ("no president has visited Mali more than twice")."""
    masked = facts.scene.masked
    often = [
        c.n
        for c in facts.scene.has("times")
        for cue in cues
        if c.n and c.id != "times.before" and cue.end <= c.start
        and not CLOSED.search(masked, cue.end, c.start)
    ]  # fmt: skip
    return often[0] if len(set(often)) == 1 else None


def _in_years(facts: Facts) -> Claim | Unclear | None:
    """ "Nobody came for 30 years": whoever comes now is the first since; else nobody since then."""
    n = next((c.n for c in facts.scene.has("years") if c.n), None)
    if n is None:
        return None
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    if person and facts.office:
        return restriction(facts, person) or make_claim(
            facts, "since", with_office(facts, person), n=n, unit="years"
        )
    subject = None if person else anyone(facts)
    if subject is None or facts.day is None:
        return None
    if _had_been(facts):
        return make_claim(facts, "since", subject, n=n, unit="years")
    return make_claim(facts, "never", subject, since=str(int(facts.day[:4]) - n + 1))


def _part_never(facts: Facts) -> Claim | Unclear:
    """ "Half of the eight states of the region": so many of its countries nobody visited."""
    subject = anyone(facts)
    numbers = facts.scene.says("number")
    half = [m for m in facts.scene.says("half") for n in numbers if 0 < n.start() - m.end() < FAR]
    if subject is None or not facts.place.place.region or len(numbers) != 1 or not half:
        return Unclear("it speaks of a part only, which cannot be counted")
    whole = facts.scene.words.read("number", numbers[0].group())
    if not isinstance(whole, int) or whole % 2:
        return Unclear("it speaks of a part only, which cannot be counted")
    return make_claim(facts, "never", subject, n=whole // 2, unit="countries")


def read_ever(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """A question whether anybody ever went, not whether somebody is to go."""
    denial = facts.scene.words.patterns["denial"]
    ahead = [m for m in facts.scene.says("unreal") if not denial.fullmatch(m.group())]
    if not facts.scene.asks or ahead:
        return None
    subject = asked_of(facts)
    if subject is None or isinstance(subject, Unclear):
        return subject
    at = date_at(facts)
    return (
        make_claim(facts, "event", subject, since=at) if at else make_claim(facts, "ever", subject)
    )
