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
    make_claim,
    next_after,
    read_since,
    restriction,
    term_of,
    with_office,
)
from registan.reader.claim_place import place_of
from registan.reader.claim_scene import Office
from registan.reader.claim_subject import Holder, as_subject, main_offices

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
    return {k: v for k, v in read_since(facts).items() if k == "since"}


def read_except(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """All but some went, or nobody but one did."""
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
            return make_claim(facts, "only", with_office(facts, person), **floor_of(facts))
        return Unclear("it excepts several persons")
    if not facts.scene.has("every"):
        return None
    names = tuple(dict.fromkeys(h.name for h in left_out))
    floor = floor_of(facts) or term_of(facts)
    return make_claim(facts, "every_except", subject, exceptions=names, **floor)


def read_every(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """Every holder without exception: an every_except that excepts nobody."""
    if facts.scene.has("first", "last", "never", "only_place", "first_time"):
        return None
    floor = floor_of(facts) or term_of(facts)
    if not floor:
        return None
    told = [o for o in main_offices(facts.scene, facts.home) if o.indefinite or _is_all(facts, o)]
    office = next(iter(told), None)
    if office is None or facts.home:
        return None
    return make_claim(facts, "every_except", as_subject(office), **floor)


def _is_all(facts: Facts, office: Office) -> bool:
    """Does "all" stand before the office ("alle Präsidenten", "tous les présidents")?"""
    return any(
        0 <= office.start - cue.end <= NEAR
        and " " not in facts.scene.masked[cue.end : office.start].strip()
        for cue in facts.scene.has("every")
    )


def read_only_place(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """The only country or region that was, or never was, visited."""
    subject = anyone(facts)
    if subject is None or facts.visitors():
        return Unclear("what was the only one, and for whom, is not clear") if subject else None
    place = _one_country(facts)
    counted = [c.n for c in facts.scene.has("count_holders") if c.n]
    if facts.scene.has("never", "never_before"):
        return make_claim(facts, "only", subject, place=place, **floor_of(facts))
    return make_claim(facts, "only", subject, n=counted[0] if counted else 1, place=place)


def _one_country(facts: Facts) -> ClaimPlace:
    """The one country that is set apart from the rest of a region; else the claim's place."""
    states = [p for p in facts.scene.places if p.type == "country"]
    if facts.place.place.region and len({p.ids for p in states}) == 1:
        return place_of(states[:1], facts.world)
    return facts.place.place


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
        if before:
            return next_after(facts, before, 1)
        return make_claim(facts, "count", subject, n=1, unit="persons") if subject else None
    at = date_at(facts)
    more = floor_of(facts) or ({"since": at} if at else {})
    again = [c.n for c in facts.scene.has("nth_time", "nth_visit", "times") if c.n]
    if again:
        return make_claim(facts, "only", with_office(facts, person), n=again[0])
    return make_claim(facts, "only", with_office(facts, person, at), **more)
