"""What the cues of a sentence mean together: the form of its claim, by rules in order."""

from __future__ import annotations

import re
from typing import Any

from registan.model import Claim, ClaimPlace
from registan.reader.claim_cue import Cue
from registan.reader.claim_fact import (
    Facts,
    Unclear,
    anyone,
    choose_one,
    date_at,
    dates_of,
    make_claim,
    read_since,
    restriction,
    with_office,
)
from registan.reader.claim_place import place_of
from registan.reader.claim_scene import AMERICAN
from registan.reader.claim_subject import Holder, as_subject, main_offices

LONG = 5  # Years after which "for the first time since" speaks of the office.


def compose(facts: Facts) -> Claim | Unclear | None:
    """The claim of a sentence; None where its cues say nothing of a record."""
    claim = _compose(facts)
    if isinstance(claim, Claim) and facts.scene.says("restricts", plain=True):
        word = facts.scene.says("restricts", plain=True)[0].group()
        return Unclear(f"what “{word}” leaves out cannot be told from registers")
    if isinstance(claim, Claim) and _is_open_since(facts, claim):
        return Unclear("since when it counts is not said as a date")
    return claim


def _is_open_since(facts: Facts, claim: Claim) -> bool:
    """Does the sentence count from something that is no date ("since the revolution")?"""
    said = len(facts.scene.says("since_event"))
    return bool(said) and claim.since is None and claim.form != "event" and claim.unit != "years"


def _compose(facts: Facts) -> Claim | Unclear | None:
    for test, build in RULES:
        cues = facts.scene.has(*test)
        if cues:
            claim = build(facts, cues)
            if claim is not None:
                return claim
    return None


def _highest(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    if not (facts.office or facts.visitors() or facts.known or facts.scene.offices):
        return None
    general = [o for o in facts.scene.offices if o.words.startswith("US ")]
    if general:
        return make_claim(facts, "highest_rank", as_subject(general[-1]))
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Holder):
        return make_claim(facts, "highest_rank", with_office(facts, person))
    return Unclear("it does not say which office was the highest")


def _most(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    text = facts.scene.masked[cues[0].start : cues[0].end + 30]
    people = [h for h in facts.visitors() if h.american is not facts.home]
    negated = bool(facts.scene.has("never"))
    if negated and not people:
        people = [h for h in facts.holders if h.american is not facts.home]
    person = choose_one(facts, people)
    if isinstance(person, Unclear):
        return Unclear("it compares several persons")
    if negated and person is None and facts.office and facts.scene.says("other"):
        return Unclear("it does not say who comes first")
    n = next(
        (c.n for c in facts.scene.has("times", "only_times", "count_places", "count_visits")), None
    )
    unit = "countries" if facts.scene.has("count_places") or _says_countries(facts, text) else None
    if person:
        return make_claim(facts, "superlative", with_office(facts, person), n=n, unit=unit)
    subject = anyone(facts)
    if subject is None:
        return None
    if not facts.place.place.countries:
        return Unclear("it does not say who or what comes first")
    return make_claim(facts, "superlative", subject)


def _says_countries(facts: Facts, text: str) -> bool:
    return bool(facts.scene.words.patterns["place_noun"].search(text))


def _except(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    left_out = [
        h for h in facts.holders for c in cues if c.who and c.who[0] <= h.named.start < c.who[1]
    ]
    subject = anyone(facts)
    if not left_out:
        return None
    if subject is None:
        return Unclear("it does not say which office's holders it means")
    if facts.scene.has("never"):
        person = choose_one(facts, left_out)
        if isinstance(person, Holder):
            return make_claim(facts, "only", with_office(facts, person), **_floor(facts))
        return Unclear("it excepts several persons")
    if not facts.scene.has("every"):
        return None
    names = tuple(dict.fromkeys(h.name for h in left_out))
    return make_claim(facts, "every_except", subject, exceptions=names, **_floor(facts))


def _every(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """Every holder without exception: an every_except that excepts nobody."""
    if facts.scene.has("first", "last", "never", "only_place", "first_time"):
        return None
    floor = _floor(facts) or _term_of(facts)
    if not floor:
        return None
    office = next((o for o in main_offices(facts.scene, facts.home) if o.indefinite), None)
    if office is None or facts.home:
        return None
    return make_claim(facts, "every_except", as_subject(office), **floor)


def _term_of(facts: Facts) -> dict[str, Any]:
    """ "Since Nixon": the beginning of his term in the office."""
    spans = [(c.start, c.end) for c in facts.scene.has("since_person")]
    people = [h for h in facts.holders if any(a <= h.named.start < b for a, b in spans)]
    if len(people) != 1 or people[0].id is None:
        return {}
    terms = [t for t in facts.world.terms(people[0].id) if t.office in AMERICAN and t.start]
    wanted = [t for t in terms if facts.office and AMERICAN[t.office] == facts.office.words]
    return {"since": wanted[0].start} if wanted else {}


def _floor(facts: Facts) -> dict[str, Any]:
    dates = dates_of(facts, "since")
    return {"since": dates[0].edtf.partition("/")[0]} if dates else {}


def _after(facts: Facts) -> dict[str, Any]:
    """The day after which nobody came: "none since 1994" leaves that year's own visit out."""
    floor = _floor(facts)
    year = floor.get("since", "")
    return {"since": f"{year}-12-31"} if re.fullmatch(r"\d{4}", year) else floor


def _only_place(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    subject = anyone(facts)
    if subject is None or facts.visitors():
        return Unclear("what was the only one, and for whom, is not clear") if subject else None
    counted = [c.n for c in facts.scene.has("count_holders") if c.n]
    if counted:
        return make_claim(facts, "only", subject, n=counted[0])
    if not facts.scene.has("never", "never_before"):
        return make_claim(facts, "only", subject, n=1)
    return make_claim(facts, "only", subject)


def _nth(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    cue = cues[0]
    if cue.n is None or (date_at(facts) and cue.effect == "nth_holder" and not facts.visitors()):
        return None
    if facts.scene.says("future") and cue.effect != "nth_holder":
        return Unclear("it counts a visit that is still to come")
    people = facts.visitors()
    person = choose_one(facts, people)
    if isinstance(person, Unclear):
        return person
    blocked = restriction(facts, person)
    if blocked:
        return blocked
    if cue.effect == "nth_place":
        return _nth_place(facts, cue, person)
    unit = "persons" if cue.effect == "nth_holder" else None
    if person:
        return make_claim(facts, "count", with_office(facts, person), n=cue.n, unit=unit)
    subject = anyone(facts)
    return make_claim(facts, "count", subject, n=cue.n, unit=unit) if subject else None


def _nth_place(facts: Facts, cue: Cue, person: Holder | None) -> Claim | Unclear | None:
    """ "The third Baltic state that Kerry visited": counted in the region of the words."""
    if person is None:
        return None
    scope = [p for p in facts.scene.places if cue.start <= p.start and p.end <= cue.end]
    regions = [p for p in scope if any(i in facts.world.regions for i in p.ids)]
    named = _kind_of_place(facts, cue)
    if not regions and named:
        place = ClaimPlace(region=named)
        return make_claim(
            facts, "count", with_office(facts, person), n=cue.n, unit="countries", place=place
        )
    if not regions and len(facts.scene.text[cue.start : cue.end].split()) > 2:
        return Unclear("among which places it counts is not clear")
    place = place_of(regions, facts.world) if regions else ClaimPlace(region="world")
    return make_claim(
        facts, "count", with_office(facts, person), n=cue.n, unit="countries", place=place
    )


def _kind_of_place(facts: Facts, cue: Cue) -> str | None:
    """The grouping that the words between ordinal and noun name ("Pacific island country")."""
    words = facts.scene.text[cue.start : cue.end].split()[1:-1]
    for form in (" ".join(words), " ".join(words) + "s"):
        place = facts.world.place(form, facts.scene.lang) if words else None
        if place is not None and place.id in facts.world.regions:
            return str(place.name)
    return None


def _times(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    cue = next((c for c in cues if c.n is not None), None)
    if cue is None or facts.scene.has("never"):
        return None
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    more = {"n": cue.n} | _floor(facts)
    if person:
        blocked = restriction(facts, person)
        return blocked or make_claim(facts, "count", with_office(facts, person), **more)
    subject = anyone(facts)
    return make_claim(facts, "count", subject, **more) if subject else None


def _totals(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    cue = cues[0]
    person = choose_one(facts, facts.visitors())
    if not isinstance(person, Holder) or cue.n is None or cue.n < 2:
        return None
    unit = "countries" if cue.effect == "count_places" else None
    more: dict[str, Any] = {}
    at = date_at(facts)
    if at and re.fullmatch(r"\d{4}", at):
        more = {"since": at, "until": at}
    place = facts.place.place
    if not (place.countries or place.region):
        place = ClaimPlace(region="world")
    return make_claim(
        facts, "count", with_office(facts, person), n=cue.n, unit=unit, place=place, **more
    )


def _holders(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    subject = anyone(facts)
    n = next((c.n for c in cues if c.n), None)
    if subject is None or n is None or facts.office is None:
        return None
    return make_claim(facts, "count", subject, n=n, unit="persons", **_floor(facts))


def _only_holder(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
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
        return (
            make_claim(facts, "count", subject, n=1, unit="persons")
            if subject and not before
            else None
        )
    at = date_at(facts)
    more = _floor(facts) or ({"since": at} if at else {})
    return make_claim(facts, "only", with_office(facts, person, at), **more)


def _first(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    person = _protagonist(facts)
    if isinstance(person, Unclear):
        return person
    blocked = restriction(facts, person)
    if blocked:
        return blocked
    since = read_since(facts)
    if _is_first_trip(facts, cues):
        return Unclear("it speaks of first journeys, which are not compared yet")
    if _is_own(facts, cues, person, since):
        return _own_first(facts, person) if person else None
    subject = with_office(facts, person) if person else anyone(facts)
    if subject is None:
        return None
    if since:
        return make_claim(facts, "since", subject, **since)
    return make_claim(facts, "first", subject)


def _is_first_trip(facts: Facts, cues: list[Cue]) -> bool:
    """Is it about whose first journey led where ("the first whose first trip …")?"""
    trips = facts.scene.has("first_visit")
    others = [c for c in facts.scene.has("first", "first_time", "since_person") if c not in trips]
    apart = [t for t in trips for o in others if t.start >= o.end or o.start >= t.end]
    return bool(trips and (apart or facts.scene.says("abroad", plain=True)))


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
    if any(c.effect in {"first", "never_before"} for c in cues) or facts.office is not None:
        return False
    if since and (since.get("n") or LONG) >= LONG:
        return False
    return person is not None


def _own_first(facts: Facts, person: Holder) -> Claim | Unclear:
    place = facts.place.place
    if place.region == "world" or not (place.countries or place.region):
        return Unclear("it says where one person went first, not who was first")
    if facts.scene.asks:
        return Unclear("whether it means a first for the person or for the office is not clear")
    if facts.scene.says("future"):
        return Unclear("it counts a visit that is still to come")
    at = date_at(facts)
    more = {"until": at} if at and not facts.home else {}
    if at and facts.day and at[:4] < facts.day[:4]:
        return make_claim(facts, "event", with_office(facts, person, at), since=at)
    return make_claim(
        facts, "count", with_office(facts, person), n=1, unit="trips", **({} if at else more)
    )


def _negated_first(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """ "Before X no president had been there", "none had, until X": X was the first."""
    marked = facts.beside("before_person", "until_person", "now_person")
    if not marked or not (facts.office or facts.known):
        return None
    person = choose_one(facts, marked)
    if isinstance(person, Unclear) or person is None:
        return person
    blocked = restriction(facts, person)
    return blocked or make_claim(facts, "first", with_office(facts, person), **_floor(facts))


def _again(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    since = read_since(facts)
    if not since:
        return None
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    subject = with_office(facts, person) if person else anyone(facts)
    if subject is None:
        return None
    if not person and facts.office and not facts.office.indefinite:
        return None
    return make_claim(facts, "since", subject, **since)


def _last(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    if facts.scene.has("before_person"):
        return Unclear("until when it was the last is not said as a date")
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    at = date_at(facts)
    blocked = restriction(facts, person)
    if blocked:
        return blocked
    subject = with_office(facts, person, at) if person else anyone(facts)
    if subject is None:
        return None
    if person is None and at is None and not facts.scene.asks:
        return Unclear("it says neither who was last nor when")
    return make_claim(facts, "last", subject, **({"since": at} if at else {}))


def _never(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    if facts.scene.says("partial"):
        return Unclear("it speaks of a part only, which cannot be counted yet")
    if facts.scene.says("other"):
        return Unclear("other than whom, or in what, is not clear")
    if facts.scene.says("future"):
        return None
    if facts.office:
        blocked = restriction(facts, None)
        return blocked or make_claim(facts, "never", as_subject(facts.office), **_after(facts))
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    if person:
        blocked = restriction(facts, person)
        return blocked or make_claim(facts, "never", with_office(facts, person), **_floor(facts))
    subject = anyone(facts)
    return make_claim(facts, "never", subject, **_floor(facts)) if subject else None


def _how_many(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    if not facts.scene.asks:
        return None
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    subject = with_office(facts, person) if person else anyone(facts)
    if subject is None:
        return None
    unit = UNITS.get(cues[0].id.rpartition(".")[2], "visits")
    return make_claim(facts, "count", subject, unit=unit)


def _ever(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    if not facts.scene.asks:
        return None
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    subject = with_office(facts, person) if person else anyone(facts)
    return make_claim(facts, "ever", subject) if subject else None


UNITS = {"countries": "countries", "trips": "trips", "persons": "persons"}
RULES = (
    (("how_many",), _how_many),
    (("highest",), _highest),
    (("most",), _most),
    (("except",), _except),
    (("only_place",), _only_place),
    (("nth_place", "nth_visit", "nth_time", "nth_holder"), _nth),
    (("only_times",), _times),
    (("only_holder",), _only_holder),
    (("count_holders",), _holders),
    (("first", "first_visit", "first_time"), _first),
    (("again",), _again),
    (("never", "never_before"), _negated_first),
    (("last",), _last),
    (("never", "never_before"), _never),
    (("every",), _every),
    (("times",), _times),
    (("count_places", "count_visits"), _totals),
    (("ever",), _ever),
)  # fmt: skip
