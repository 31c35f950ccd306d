"""Claims that set one apart: every but, only, the highest in rank."""

from __future__ import annotations

from typing import Any

from registan.model import Claim, ClaimPlace
from registan.reader.claim_cue import Cue
from registan.reader.claim_fact import (
    Facts,
    Unclear,
    anyone,
    choose_one,
    date_at,
    floor_of,
    floor_passed,
    make_claim,
    next_after,
    over_years,
    read_since,
    region_beside,
    restriction,
    set_apart,
    since_the_last,
    term_in,
    term_of,
    with_office,
    years_before,
)
from registan.reader.claim_scene import AMERICAN, Office
from registan.reader.claim_subject import Holder, as_subject, main_offices
from registan.reader.claim_time import end_of

LATEST = "every.last"
NEAR = 16  # Letters at most between "all" and the office.


def read_highest(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """The highest in rank: of the office that is named, or of the person's."""
    if not (facts.office or facts.visitors() or facts.known or facts.scene.offices):
        return None
    general = [o for o in facts.scene.offices if o.words.startswith("US ")]
    if general:
        return make_claim(facts, "highest_rank", as_subject(general[-1]), **_floor(facts))
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Holder):
        return make_claim(facts, "highest_rank", with_office(facts, person), **_floor(facts))
    return Unclear("it does not say which office was the highest")


def _floor(facts: Facts) -> dict[str, Any]:
    """The day since which nobody higher came, that of another's visit too."""
    told = read_since(facts)
    if told.get("unit") == "years" and "since" not in told and facts.day:
        return {"since": years_before(facts.day, told["n"])}
    return {k: v for k, v in told.items() if k == "since"}


def read_except(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """All but some went, or nobody but one did."""
    since = [(c.start, c.end) for c in facts.scene.has("since_person")]
    left_out = [
        h
        for h in facts.holders
        for c in cues
        if c.who
        and c.who[0] <= h.named.start < c.who[1]
        and not any(a <= h.named.start < b for a, b in since)
    ]
    subject = anyone(facts)
    if not left_out:
        return None
    if subject is None:
        return Unclear("it does not say which office's holders it means")
    before = facts.beside("before_person", "until_person")
    if before and facts.scene.has("never", "never_before"):
        return next_after(facts, before, len({h.id or h.name for h in left_out}))
    if facts.scene.has("never"):
        return _only_these(facts, left_out)
    if not facts.scene.has("every"):
        return None
    names = tuple(dict.fromkeys(h.name for h in left_out))
    floor = floor_of(facts) or term_of(facts)
    return make_claim(facts, "every_except", subject, exceptions=names, **floor)


def _only_these(facts: Facts, people: list[Holder]) -> Claim | Unclear:
    """ "Nobody but Kerry", "nobody but Baker and Kerry": only the one, but for the others."""
    one, *others = list({h.id or h.name: h for h in people}.values())
    if others and any(h.id is None for h in people):
        return Unclear("it excepts several persons")
    more = {"exceptions": tuple(h.name for h in others)} if others else {}
    return make_claim(facts, "only", with_office(facts, one), **more, **floor_passed(facts))


def read_every(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """Every holder without exception: an every_except that excepts nobody."""
    if facts.scene.has("first", "last", "never", "only_place", "first_time"):
        return None
    share = next((c for c in cues if c.of), None)
    if share and share.id == LATEST:
        since = since_the_last(facts, share.of or 0)
        floor: dict[str, Any] = {"since": since} if since else {}
        if facts.office is None or facts.home or not since:
            return Unclear("which holders of the office it means is not clear")
    else:
        floor = floor_of(facts) or term_of(facts)
    if not floor:
        return Unclear("which holders of the office it means is not clear") if share else None
    n = next((c.n for c in cues if c.n), None)
    floor |= {"n": _left_of(share) if share else n}
    told = [o for o in main_offices(facts.scene, facts.home) if o.indefinite or _is_all(facts, o)]
    office = facts.office if share else next(iter(told), None)
    if office is None or facts.home:
        return None
    return make_claim(facts, "every_except", as_subject(office), **floor)


def _left_of(share: Cue) -> int | None:
    """How many of all "four of the five" leaves out; None where it leaves out nobody."""
    return ((share.of or 0) - share.n or None) if share.n else None


def _is_all(facts: Facts, office: Office) -> bool:
    """Does "all" stand before the office ("alle Präsidenten", "tous les présidents")?"""
    of = facts.scene.words.patterns["of"]
    return any(
        0 <= office.start - cue.end <= NEAR and (" " not in gap or of.match(gap))
        for cue in facts.scene.has("every")
        for gap in [facts.scene.masked[cue.end : office.start].strip()]
    )


def read_only_place(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """The only country or region that was, or never was, visited."""
    subject = anyone(facts)
    if facts.visitors():
        told = _only_of_person(facts, cues[0])
        never = facts.scene.has("never", "never_before")
        return None if subject is None and isinstance(told, Unclear) and not never else told
    if subject is None:
        return None
    states = {p.ids for p in facts.scene.places if p.type == "country" and p.ids != ("US",)}
    if facts.place.place.region and len(states) > 1:
        never = facts.scene.has("never", "never_before")
        told = make_claim(facts, "never", subject, n=len(states), unit="countries")
        return told if never else Unclear("of several countries it is not judged that only they …")
    place = _one_country(facts)
    counted = [c.n for c in facts.scene.has("count_holders") if c.n]
    if facts.scene.has("never", "never_before"):
        return make_claim(facts, "only", subject, place=place, **floor_of(facts))
    return make_claim(facts, "only", subject, n=counted[0] if counted else 1, place=place)


def _only_of_person(facts: Facts, cue: Cue) -> Claim | Unclear:
    """ "The only country that Coolidge visited": one country in all, or in a region."""
    person = choose_one(facts, facts.visitors())
    named = facts.scene.has("times", "nth_time", "first", "first_time", "never", "count_visits")
    if not isinstance(person, Holder) or named or facts.home or not _is_whole(facts, cue):
        return Unclear("what was the only one, and for whom, is not clear")
    blocked = restriction(facts, person)
    region = region_beside(facts) or "world"
    return blocked or make_claim(
        facts, "count", with_office(facts, person), n=1, unit="countries",
        place=ClaimPlace(region=region),
    )  # fmt: skip


def _is_whole(facts: Facts, cue: Cue) -> bool:
    """Does nothing but a region, or "foreign", narrow the places among which it is the only?"""
    words = facts.scene.masked[cue.start : cue.end]
    if not facts.scene.words.patterns["place_noun"].search(words):
        return False
    return len(words.split()) <= 4 or bool({"\ue002", "\ue004"} & set(words))


def _one_country(facts: Facts) -> ClaimPlace:
    """The one country that is set apart from the rest of a region; else the claim's place."""
    return set_apart(facts)


def _only_other(facts: Facts, person: Holder) -> Claim | Unclear:
    """ "Coolidge was the only other president there": but for whoever holds the office now."""
    subject = with_office(facts, person)
    key = next((i for i, words in AMERICAN.items() if words == subject.office), None)
    day = (facts.day or "")[:10]
    now = [
        p.name
        for i, p in facts.world.persons.items()
        for t in facts.world.terms(i)
        if t.office == key and (t.start or "9") <= day and (t.end is None or t.end > day)
    ]
    if key is None or len(now) != 1 or now[0] == person.name:
        return Unclear("other than whom is not clear")
    return make_claim(facts, "only", subject, exceptions=tuple(now))


def _only_before(facts: Facts, person: Holder, next_one: Holder) -> Claim:
    """ "Before Bush only Nixon had been there": but for Bush, and up to the end of his term."""
    _, _, ended = term_in(facts, next_one).get("since", "").partition("/")
    until = {"until": ended} if ended else {}
    return make_claim(
        facts, "only", with_office(facts, person), exceptions=(next_one.name,), **until
    )


def read_only_holder(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """The only holder who went; with nobody named, one holder alone."""
    before = facts.beside("before_person")
    inside = [
        h for h in facts.holders for c in cues if c.who and c.who[0] <= h.named.start < c.who[1]
    ]
    person = choose_one(facts, inside or [h for h in facts.visitors() if h not in before])
    if isinstance(person, Unclear):
        return person
    blocked = restriction(facts, person)
    if blocked:
        return blocked
    if person is None:
        subject = anyone(facts)
        if facts.scene.has("before_it") and subject:
            return Unclear("up to when it was the only one is not said as a date")
        if before:
            return next_after(facts, before, 1)
        more = floor_of(facts) or over_years(facts)
        more |= end_of(facts, cues)
        return make_claim(facts, "count", subject, n=1, unit="persons", **more) if subject else None
    if facts.scene.says("other") and not inside:
        return _only_other(facts, person)
    if len(before) == 1 and person not in before:
        return _only_before(facts, person, before[0])
    ends = end_of(facts, cues)
    at = None if ends else date_at(facts)
    more = floor_of(facts) or over_years(facts) or ({"since": at} if at else {})
    more |= ends
    again = [c.n for c in facts.scene.has("nth_time", "nth_visit", "times") if c.n]
    if again:
        return make_claim(facts, "only", with_office(facts, person), n=again[0])
    return make_claim(facts, "only", with_office(facts, person, at), **more)
