"""Claims of numbers: how often, how many, the n-th, the most."""

from __future__ import annotations

import re
from typing import Any

from registan.model import Claim, ClaimPlace, Subject
from registan.model.period import period_of, shift
from registan.reader.claim_bound import bound_of
from registan.reader.claim_cue import MASKS, SINGLED, Cue
from registan.reader.claim_fact import (
    CLAUSE,
    CLOSED,
    OFTEN,
    Facts,
    Unclear,
    announced,
    anyone,
    asked_of,
    choose_one,
    date_at,
    floor_of,
    is_denied,
    make_claim,
    next_after,
    order_of_terms,
    over_years,
    region_beside,
    restriction,
    set_apart,
    span_before,
    with_office,
)
from registan.reader.claim_place import place_of
from registan.reader.claim_scene import AMERICAN
from registan.reader.claim_subject import Holder, as_subject
from registan.reader.claim_time import end_of, time_of
from registan.world import days

SHARE = "count.share"
COMPARED = 50  # Letters at most between "more" and with whom it compares.
BEFORE = "times.before"
NEAR = 30  # Letters at most between "third visit" and "in five years".
BESIDE = 12  # Letters at most between "twice" and the year in which it was.
MARK = "\ue00f"  # Stands for where the one person's name begins.
CONSECUTIVE = "nth.consecutive"
PREDECESSORS = "count.predecessors"
UNITS = {"countries": "countries", "trips": "trips", "persons": "persons"}


def read_most(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """More often, or more places, than any other; or a country that saw the most."""
    asked = facts.scene.asks and facts.scene.has("which")
    if facts.scene.says("partial") and not asked:
        return Unclear("it compares with some only")
    text = " ".join(facts.scene.masked[c.start : c.end + 30] for c in cues)
    people = [h for h in facts.visitors() if h.american is not facts.home]
    negated = bool(facts.scene.has("never"))
    if negated and not people:
        people = [h for h in facts.holders if h.american is not facts.home]
    person = choose_one(facts, people)
    if isinstance(person, Unclear):
        return Unclear("it compares several persons")
    if negated and person is None and facts.office and facts.scene.says("other"):
        return Unclear("it does not say who comes first")
    if person and not negated and _compares_with(facts, cues, person):
        return Unclear("it compares with some only")
    n = next(
        (c.n for c in facts.scene.has("times", "only_times", "count_places", "count_visits")), None
    )
    unit = "countries" if facts.scene.has("count_places") or _says_countries(facts, text) else None
    if person and facts.place.place.countries and facts.scene.says("other_place"):
        return Unclear(
            "it compares places, and which is the most visited of one person is not judged"
        )
    if person:
        return make_claim(facts, "superlative", with_office(facts, person), n=n, unit=unit)
    subject = anyone(facts)
    if subject is None:
        return None
    if asked:
        most = "most countries" if unit else "most visits"
        return make_claim(facts, "superlative", subject, superlative=most, **_asked_period(facts))
    place = set_apart(facts)
    if facts.home and (region_beside(facts) or any(o.region for o in facts.scene.offices)):
        return Unclear("it compares leaders of one region only")
    if not place.countries or facts.scene.says("rivals", plain=True):
        return Unclear("it does not say who or what comes first, and among which")
    return make_claim(facts, "superlative", subject, place=place)


def read_singled(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """The longest journey of any holder, or the youngest to go: one person's, or asked for."""
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return Unclear("it compares several persons")
    place = facts.place.place
    more: dict[str, Any] = {"superlative": cues[0].effect}
    if not (place.countries or place.region):
        more["place"] = ClaimPlace(region="world")
    if person:
        return make_claim(facts, "superlative", with_office(facts, person), **more)
    subject = asked_of(facts) if facts.scene.asks else None
    if isinstance(subject, Subject):
        return make_claim(facts, "superlative", subject, **more, **_asked_period(facts))
    return Unclear("it does not say who or what comes first, and among which")


def _compares_with(facts: Facts, cues: list[Cue], person: Holder) -> bool:
    """Is it one other person who did less ("more countries than Trump")?"""
    start = cues[0].start
    alike = [h for h in facts.holders if h.american is person.american or h.id is None]
    others = [h for h in alike if h.id != person.id]
    return any(start <= h.named.start < start + COMPARED for h in others)


def _says_countries(facts: Facts, text: str) -> bool:
    return bool(facts.scene.words.patterns["place_noun"].search(text))


def read_nth(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """The n-th visit, time, holder or place."""
    cue = cues[0]
    if cue.n is None or (date_at(facts) and cue.effect == "nth_holder" and not facts.visitors()):
        return None
    people = facts.visitors()
    person = choose_one(facts, people)
    if isinstance(person, Unclear):
        return person
    blocked = restriction(facts, person)
    if blocked:
        return blocked
    if any(m.start() < cue.end and cue.start < m.end() for m in facts.scene.says("town")):
        return Unclear("among which places it counts is not clear")
    if cue.effect == "nth_time" and facts.scene.has("first_time"):
        return Unclear(OFTEN)  # "His tenth, and his first as president"
    if any(c.id == CONSECUTIVE for c in cues):
        return _in_a_row(facts, person, cue.n)
    if cue.effect == "nth_place":
        return _nth_place(facts, cue, person)
    unit = "persons" if cue.effect == "nth_holder" else None
    more = _in_years(facts, cue) or floor_of(facts) or _this_year(facts)
    if person:
        unit = unit or _own_unit(facts, cue, person)
        more = more or (over_years(facts) if cue.effect == "nth_holder" else {})
        more |= announced(facts) if cue.effect != "nth_holder" else {}
        return make_claim(facts, "count", with_office(facts, person), n=cue.n, unit=unit, **more)
    subject = anyone(facts)
    if cue.effect == "nth_time" and facts.office and facts.office.indefinite:
        unit = "visits"
    return make_claim(facts, "count", subject, n=cue.n, unit=unit, **more) if subject else None


def _in_a_row(facts: Facts, person: Holder | None, n: int) -> Claim | Unclear:
    """ "The fourth in a row": every holder since the third before this one."""
    words = facts.office.words if facts.office else None
    key = next((i for i, office in AMERICAN.items() if office == words), None)
    order = order_of_terms(facts, key)
    mine = [at for at, (_, i) in enumerate(order) if person and i == person.id]
    if not facts.office or not mine or mine[-1] - n + 1 < 0:
        return Unclear("which holders of the office it means is not clear")
    since = order[mine[-1] - n + 1][0]
    return make_claim(facts, "every_except", as_subject(facts.office), since=since)


def _is_own_visit(facts: Facts, cue: Cue, person: Holder) -> bool:
    """Are one person's visits counted ("his third trip", "the third visit of X")?"""
    words = facts.scene.words.patterns
    masked = (
        facts.scene.masked[: person.named.start]
        + MARK
        + facts.scene.masked[person.named.start + 1 :]
    )
    owner = rf"(?:{words['pronoun'].pattern}|{MARK}{MASKS['person']}*(?:['’]s?)?)"
    before = re.search(rf"{owner}\s(?:\w+\s)?$", masked[: cue.start], re.I)
    after = re.match(rf"\s(?:{words['of'].pattern}\s?)?{MARK}", masked[cue.end :], re.I)
    return cue.effect == "nth_visit" and bool(before or after)


def _own_unit(facts: Facts, cue: Cue, person: Holder) -> str | None:
    """What is counted of one person: journeys, or visits where no other's can be meant."""
    if _is_own_visit(facts, cue, person):
        return "trips"
    return None if facts.office else "visits"


def _this_year(facts: Facts) -> dict[str, Any]:
    """ "For the second time this year": from that year on, or "within a year" before the day."""
    if facts.day and facts.scene.says("within_year", plain=True):
        back = 365 + days("announced-visit")
        return {"since": shift(period_of(facts.day).last, -back)}
    said = facts.day and facts.scene.says("yearly", plain=True)
    return {"since": str(facts.day)[:4]} if said else {}


def _nth_place(facts: Facts, cue: Cue, person: Holder | None) -> Claim | Unclear | None:
    """ "The third Baltic state that Kerry visited", "the third state in Africa": of a region."""
    if person is None:
        return None
    masked, link = facts.scene.masked, facts.scene.words.patterns["at_place"].pattern
    scope = [
        p
        for p in facts.scene.places
        if cue.start <= p.start
        and (
            p.end <= cue.end
            or re.fullmatch(rf"\s{link}\s(?:\w+\s)?", masked[cue.end : p.start], re.I)
        )
    ]
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


def read_times(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """So many times, or only so many; "twice before" makes the visit of these days the third."""
    counted = next((c for c in cues if c.n is not None), None)
    n = counted.n if counted else None
    if counted is None or n is None or facts.scene.has("never"):
        return None
    anybody = facts.office is not None and facts.office.indefinite  # "twice a president came"
    person = None if anybody else choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    more: dict[str, Any] = {"n": n} | (
        _in_period(facts, cues) or _in_years(facts, counted) or floor_of(facts) or over_years(facts)
    )
    if person:
        if any(c.id == BEFORE for c in cues) and facts.day:
            ahead = shift(period_of(facts.day).last, days("announced-visit"))
            more = {"n": n + 1, "unit": "trips", "until": ahead}
        elif n == 1:
            more["unit"] = "trips"  # "Once" is no ordinal.
        blocked = restriction(facts, person)
        more = {"unit": None if facts.office else "visits"} | more
        return blocked or make_claim(facts, "count", with_office(facts, person), **more)
    if facts.home and facts.office and facts.office.bare and not facts.office.indefinite:
        return Unclear("who it was is said by the title alone")
    subject = anyone(facts)
    unit = None if facts.visitors() else "visits"  # "Twice a president came: Bush and Obama."
    return make_claim(facts, "count", subject, unit=unit, **more) if subject else None


def _in_years(facts: Facts, cue: Cue) -> dict[str, Any]:
    """ "His third visit in five years": counted over so many years up to the claim's day."""
    spans = [c for c in facts.scene.has("years") if c.n and c.start - cue.end < NEAR]
    between = [(c, *sorted((c, cue), key=lambda one: one.start)) for c in spans]
    near = [
        c for c, one, next_ in between
        if one.end <= next_.start and not CLOSED.search(facts.scene.masked, one.end, next_.start)
    ]  # fmt: skip
    if not near or facts.day is None:
        return {}
    return {"since": span_before(facts.day, near[0].n or 0)}


def _in_period(facts: Facts, cues: list[Cue]) -> dict[str, Any]:
    """ "Twice in 2006": the one year or month in which it was so often."""
    at = [d for d in facts.scene.dates if d.role == "at"]
    if len(at) != 1 or not re.fullmatch(r"\d{4}(?:-\d\d)?", at[0].edtf):
        return {}
    often = [c for c in cues if (c.n or 0) > 1 and 0 <= at[0].start - c.end < BESIDE]
    apart = any(CLOSED.search(facts.scene.masked, c.end, at[0].start) for c in often)
    return {"since": at[0].edtf, "until": at[0].edtf} if often and not apart else {}


def read_totals(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """So many trips or countries of one person."""
    cue = cues[0]
    person = choose_one(facts, facts.visitors())
    if not isinstance(person, Holder) or cue.n is None or cue.n < 2:
        return None
    unit = "countries" if cue.effect == "count_places" else None
    more: dict[str, Any] = over_years(facts)
    at = date_at(facts)
    if at and re.fullmatch(r"\d{4}", at):
        more = {"since": at, "until": at}
    place = facts.place.place
    if not (place.countries or place.region):
        place = ClaimPlace(region="world")
    return make_claim(
        facts, "count", with_office(facts, person), n=cue.n, unit=unit, place=place, **more
    )


def read_share(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """ "16 of the 54 countries of Africa": so many of a region's countries saw a visit, or none."""
    form = "never" if facts.scene.has("never", "never_before") else "count"
    whole = [c for c in cues if c.id == SHARE or (form == "never" and not _is_of(facts, c))]
    cue = next((c for c in whole if c.n), None)
    if cue is None:
        return None
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    subject = with_office(facts, person) if person else anyone(facts)
    place = facts.place.place
    if subject is None or not place.region:
        return None
    more = floor_of(facts) if form == "never" else {}
    return make_claim(facts, form, subject, n=cue.n, unit="countries", **more)


def _is_of(facts: Facts, cue: Cue) -> bool:
    """Are the places counted the whole, of which a part is spoken of ("half of the eight")?"""
    words = facts.scene.words.patterns
    of = rf"{words['of'].pattern}\s(?:\w+\s)?$"
    bound = bound_of(facts.scene)
    before = facts.scene.masked[: bound.start if bound and bound.cue == cue else cue.start]
    return bool(facts.scene.says("half") or re.search(of, before, re.IGNORECASE))


def _after_predecessors(facts: Facts, n: int, cue: Cue) -> Claim | Unclear | None:
    """ "Only two of his predecessors had been there": he is the third.

    Who stands behind a colon is one of them.
    """
    if not (facts.scene.has("before_it") or facts.scene.says("pluperfect")):
        return Unclear("whether the one who came after them came too is not said")
    colon = facts.scene.masked.find(":", cue.end)
    told = [h for h in facts.visitors() if not 0 <= colon < h.named.start]
    return next_after(facts, told, n)


def read_counted_holders(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """So many holders of the office."""
    former = [c for c in cues if c.id == PREDECESSORS]
    if former and former[0].n:
        return _after_predecessors(facts, former[0].n, former[0])
    subject = anyone(facts)
    n = next((c.n for c in cues if c.n), None)
    if subject is None or n is None or facts.office is None:
        return None
    both = facts.scene.words.patterns["both"]
    if any(both.match(facts.scene.masked, c.start) for c in cues):
        return None  # "both presidents": two who were named before
    told = [c.end for c in cues if c.n]
    before = [
        h
        for h in facts.beside("before_person")
        if any(not CLAUSE.search(facts.scene.masked, *sorted((at, h.named.start))) for at in told)
    ]
    if before:
        return next_after(facts, before, n)
    time = end_of(facts, cues) if facts.holders else time_of(facts, cues, before=False)
    if isinstance(time, Unclear):
        return time
    more = time or floor_of(facts) or over_years(facts)
    if facts.day and not more.get("until") and facts.scene.says("beforehand", plain=True):
        more["until"] = shift(period_of(facts.day).last, -days("short-visit"))
    if any(is_denied(facts.scene, c) for c in cues):
        return _all_but(facts, n)
    return make_claim(facts, "count", subject, n=n, unit="persons", **more)


def _all_but(facts: Facts, n: int) -> Claim | Unclear | None:
    """ "Since 1949 only two have not been there": all but two have."""
    floor = floor_of(facts)
    if facts.office is None or facts.home or not floor:
        return Unclear("among which holders it counts who did not come is not clear")
    return make_claim(facts, "every_except", as_subject(facts.office), n=n, **floor)


def read_how_many(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """A question how many, how often."""
    if not facts.scene.asks:
        return None
    subject = asked_of(facts)
    if subject is None or isinstance(subject, Unclear):
        return subject
    unit = UNITS.get(cues[0].id.rpartition(".")[2], "visits")
    return make_claim(facts, "count", subject, unit=unit, **_asked_period(facts))


def read_which_places(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """A question for the countries that somebody went to."""
    subject = asked_of(facts)
    if isinstance(subject, Unclear):
        return subject
    if not facts.scene.asks or subject is None:
        return None
    if facts.scene.has("never", "first", "last", "most", "only_place"):
        return Unclear("which countries it asks for is not clear")
    return make_claim(facts, "count", subject, unit="countries", **_asked_period(facts))


def read_when(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """A question for the days of somebody's visits."""
    subject = asked_of(facts)
    if isinstance(subject, Unclear):
        return subject
    if not facts.scene.asks or subject is None:
        return None
    return make_claim(facts, "count", subject, unit="visits")


def _asked_period(facts: Facts) -> dict[str, Any]:
    """The year, month or day in which, or since which, a question counts."""
    at = date_at(facts)
    ends = end_of(facts, facts.scene.cues)
    if ends:
        return floor_of(facts) | ends
    return {"since": at, "until": at} if at else floor_of(facts)


def read_which(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """A question for names: which holders went, or which of them never did."""
    subject = anyone(facts)
    if not facts.scene.asks or subject is None:
        return None
    if facts.scene.has("first", "first_time", "first_visit", "last", "most", *SINGLED, "highest"):
        return None
    if facts.scene.has("never") or facts.scene.says("negation"):
        return make_claim(facts, "every_except", subject, **floor_of(facts))
    return make_claim(facts, "count", subject, unit="persons", **floor_of(facts))
