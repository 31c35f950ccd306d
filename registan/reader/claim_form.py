"""What the cues of a sentence mean together: the form of its claim and the numbers and dates in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from registan.model import Claim, ClaimPlace, Subject
from registan.reader.claim_cue import Cue
from registan.reader.claim_place import Found, foreign_and_american, place_of
from registan.reader.claim_scene import Dated, Office, Scene
from registan.reader.claim_subject import (
    Holder,
    as_subject,
    holds_for_any,
    main_offices,
    office_of,
)

WEAK = frozenset({"ever", "every", "years", "now_person", "times"})
CLAUSE = re.compile(r"[;:–—]|\s-\s|\.\s")
LONG = 5  # Years after which "for the first time since" speaks of the office, not of the person.


class Unclear(NamedTuple):
    """Why a claim that is seen is not understood."""

    because: str


class Facts(NamedTuple):
    """Everything that composing needs: the sentence, its people and place, and the day it speaks."""

    scene: Scene
    holders: tuple[Holder, ...]
    place: Found
    world: Any
    day: str | None
    known: tuple[Subject, ...] = ()

    @property
    def home(self) -> bool:
        """Is the destination in the United States?"""
        return self.place.american

    @property
    def office(self) -> Office | None:
        """The office whose holders the sentence speaks of in general."""
        return holds_for_any(self.scene, main_offices(self.scene, self.home))

    def visitors(self) -> list[Holder]:
        """Persons who can be the visitors: nobody whose own country the destination is."""
        aside = {c.who for c in self.scene.cues if c.who}
        kept = []
        for holder in self.holders:
            start, end = holder.named.start, holder.named.end
            if any(a <= start and end <= b for a, b in aside):
                continue
            if self._is_since(start) or self._is_aside(start) or holder.country in self.place.place.countries:
                continue
            if self.home and holder.american and holder.country == "US":
                continue
            kept.append(holder)
        return kept

    def _is_since(self, start: int) -> bool:
        return any(c.start <= start < c.end for c in self.scene.has("since_person"))

    def _is_aside(self, start: int) -> bool:
        """Is the person only compared with, or before whom something was ("after Macron")?"""
        aside = self.scene.words.patterns["aside"].pattern
        before = self.scene.masked[:start]
        return bool(re.search(rf"{aside}\s(?:\ue000+(?:,\s|\s\w+\s))?$", before, re.I))

    def beside(self, *effects: str) -> list[Holder]:
        """Persons inside cues with one of these effects."""
        spans = [(c.start, c.end) for c in self.scene.has(*effects)]
        return [h for h in self.visitors() if any(a <= h.named.start < b for a, b in spans)]


def compose(facts: Facts) -> Claim | Unclear | None:
    """The claim of a sentence; None where its cues say nothing of a record."""
    claim = _compose(facts)
    if isinstance(claim, Claim) and _is_open_since(facts, claim):
        return Unclear("since when it counts is not said as a date")
    return claim


def _is_open_since(facts: Facts, claim: Claim) -> bool:
    """Does the sentence count from something that is no date ("since the revolution")?"""
    said = len(facts.scene.says("since_event"))
    return bool(said) and claim.since is None and claim.form != "event" and not claim.unit == "years"


def _compose(facts: Facts) -> Claim | Unclear | None:
    for test, build in RULES:
        cues = facts.scene.has(*test)
        if cues:
            claim = build(facts, cues)
            if claim is not None:
                return claim
    return None


# ---------------------------------------------------------------------------- parts of a claim
def _make(facts: Facts, form: str, subject: Subject, **more: Any) -> Claim:
    place = more.pop("place", facts.place.place)
    state = "state visit" if facts.scene.says("state_visit") else None
    kind = state or ("official" if facts.scene.says("official") else None)
    fields = {"visit_type": kind, **more}
    return Claim(
        form=form,  # type: ignore[arg-type]
        subject=subject,
        place=place,
        direction="to_us" if facts.home else "abroad",
        asks=facts.scene.asks,
        **fields,
    )


def _anyone(facts: Facts) -> Subject | None:
    """The office as subject, named here or before."""
    if facts.office:
        return as_subject(facts.office)
    for subject in facts.known:
        if subject.office:
            return Subject(office=subject.office, country=subject.country)
    return None


def _person(facts: Facts, holder: Holder, day: str | None = None) -> Subject:
    subject = office_of(holder, facts.world, day or facts.day, list(facts.scene.offices))
    office = facts.office
    if office and office.qualifier == "sitting" and subject.office == office.words:
        return Subject(person=subject.person, person_id=subject.person_id, office=subject.office,
                       qualifier="sitting")  # fmt: skip
    if facts.home and office and office.bare and office.country is None:
        return Subject(person=subject.person, person_id=subject.person_id, office=office.words)
    return subject


def _one(facts: Facts, holders: Sequence[Holder]) -> Holder | Unclear | None:
    """The one person meant; Unclear where there are several, None where there is none."""
    ids = {h.id or h.name for h in holders}
    if len(ids) == 1:
        return holders[0]
    if not ids:
        return None
    fitting = [h for h in holders if _fits(facts, h)]
    near = [h for h in fitting if _is_near(facts.scene, h)]
    if len({h.id or h.name for h in near}) == 1:
        return near[0]
    if len({h.id or h.name for h in fitting}) == 1:
        return fitting[0]
    return Unclear("it names several persons, and which of them it is about is not clear")


def _is_near(scene: Scene, holder: Holder) -> bool:
    """Does the person stand in the same part of the sentence as what is claimed?"""
    for cue in scene.cues:
        left, right = sorted((cue.start, holder.named.start))
        if cue.effect not in WEAK and not CLAUSE.search(scene.masked, left, right):
            return True
    return False


def _fits(facts: Facts, holder: Holder) -> bool:
    """Did the person hold the office that the sentence speaks of, or any that is covered?"""
    if facts.office and facts.office.words.startswith("US "):
        return (
            office_of(holder, facts.world, facts.day, [facts.office]).office == facts.office.words
        )
    return holder.american is not facts.home


def _restriction(facts: Facts, holder: Holder | None) -> Unclear | None:
    """A region instead of a state before the office ("African president") narrows what we cannot."""
    office = facts.office
    if office and office.region:
        return Unclear("it speaks of leaders of a whole region, which cannot be compared yet")
    if holder and not holder.id and not facts.home:
        return Unclear(f"it is not known who “{holder.name}” is")
    return None


def _dates(facts: Facts, role: str) -> list[Dated]:
    return [d for d in facts.scene.dates if d.role == role]


def _since(facts: Facts) -> dict[str, Any]:
    """The date or number of years after "since": from a date, a person's date, "in 22 years"."""
    more: dict[str, Any] = {}
    dates = _dates(facts, "since")
    people = facts.scene.has("since_person", "again")
    if not dates and people:
        dates = [d for d in facts.scene.dates if d.start >= people[0].start]
    if dates:
        more["since"] = dates[0].edtf.partition("/")[0]
    years = [c.n for c in facts.scene.has("years") if c.n]
    if years:
        more["n"], more["unit"] = years[0], "years"
    return more


def _date_at(facts: Facts) -> str | None:
    at = _dates(facts, "at")
    return at[0].edtf if len(at) == 1 else None


# ---------------------------------------------------------------------------- the forms
def _highest(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    if not (facts.office or facts.visitors() or facts.known or facts.scene.offices):
        return None
    general = [o for o in facts.scene.offices if o.words.startswith("US ")]
    if general:
        return _make(facts, "highest_rank", as_subject(general[-1]))
    person = _one(facts, facts.visitors())
    if isinstance(person, Holder):
        return _make(facts, "highest_rank", _person(facts, person))
    return Unclear("it does not say which office was the highest")


def _most(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    text = facts.scene.masked[cues[0].start : cues[0].end + 30]
    people = [h for h in facts.visitors() if h.american is not facts.home]
    person = _one(facts, people)
    if isinstance(person, Unclear):
        return Unclear("it compares several persons")
    n = next(
        (c.n for c in facts.scene.has("times", "only_times", "count_places", "count_visits")), None
    )
    unit = "countries" if facts.scene.has("count_places") or _says_countries(facts, text) else None
    if person:
        return _make(facts, "superlative", _person(facts, person), n=n, unit=unit)
    subject = _anyone(facts)
    if subject is None:
        return None
    if not facts.place.place.countries:
        return Unclear("it does not say who or what comes first")
    return _make(facts, "superlative", subject)


def _says_countries(facts: Facts, text: str) -> bool:
    return bool(facts.scene.words.patterns["place_noun"].search(text))


def _except(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    left_out = [
        h for h in facts.holders for c in cues if c.who and c.who[0] <= h.named.start < c.who[1]
    ]
    subject = _anyone(facts)
    if not left_out:
        return None
    if subject is None:
        return Unclear("it does not say which office's holders it means")
    if facts.scene.has("never"):
        person = _one(facts, left_out)
        if isinstance(person, Holder):
            return _make(facts, "only", _person(facts, person), **_floor(facts))
        return Unclear("it excepts several persons")
    if not facts.scene.has("every"):
        return None
    names = tuple(dict.fromkeys(h.name for h in left_out))
    return _make(facts, "every_except", subject, exceptions=names, **_floor(facts))


def _every(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """Every holder without exception: an every_except that excepts nobody, if it says so plainly."""
    if facts.scene.has("first", "last", "never", "only_place", "first_time") or not _dates(
        facts, "since"
    ):
        return None
    office = next((o for o in main_offices(facts.scene, facts.home) if o.indefinite), None)
    if office is None or facts.home:
        return None
    return _make(facts, "every_except", as_subject(office), **_floor(facts))


def _floor(facts: Facts) -> dict[str, Any]:
    dates = _dates(facts, "since")
    return {"since": dates[0].edtf.partition("/")[0]} if dates else {}


def _only_place(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    subject = _anyone(facts)
    if subject is None or facts.visitors():
        return Unclear("what was the only one, and for whom, is not clear") if subject else None
    counted = [c.n for c in facts.scene.has("count_holders") if c.n]
    if counted:
        return _make(facts, "only", subject, n=counted[0])
    if not facts.scene.has("never", "never_before"):
        return _make(facts, "only", subject, n=1)
    return _make(facts, "only", subject)


def _nth(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    cue = cues[0]
    if cue.n is None or _date_at(facts) and cue.effect == "nth_holder" and not facts.visitors():
        return None
    people = facts.visitors()
    person = _one(facts, people)
    if isinstance(person, Unclear):
        return person
    blocked = _restriction(facts, person)
    if blocked:
        return blocked
    if cue.effect == "nth_place":
        return _nth_place(facts, cue, person)
    unit = "persons" if cue.effect == "nth_holder" else None
    if person:
        return _make(facts, "count", _person(facts, person), n=cue.n, unit=unit)
    subject = _anyone(facts)
    return _make(facts, "count", subject, n=cue.n, unit=unit) if subject else None


def _nth_place(facts: Facts, cue: Cue, person: Holder | None) -> Claim | Unclear | None:
    """ "The third Baltic state that Kerry visited": counted in the region of the words."""
    if person is None:
        return None
    foreign, _ = foreign_and_american(facts.scene, facts.world)
    scope = [p for p in facts.scene.places if cue.start <= p.start and p.end <= cue.end]
    regions = [p for p in scope if any(i in facts.world.regions for i in p.ids)]
    named = _kind_of_place(facts, cue)
    if not regions and named:
        place = ClaimPlace(region=named)
        return _make(facts, "count", _person(facts, person), n=cue.n, unit="countries", place=place)
    if not regions and len(facts.scene.text[cue.start : cue.end].split()) > 2:
        return Unclear("among which places it counts is not clear")
    place = place_of(regions, facts.world) if regions else ClaimPlace(region="world")
    return _make(facts, "count", _person(facts, person), n=cue.n, unit="countries", place=place)


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
    person = _one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    more = {"n": cue.n} | _floor(facts)
    if person:
        blocked = _restriction(facts, person)
        return blocked or _make(facts, "count", _person(facts, person), **more)
    subject = _anyone(facts)
    return _make(facts, "count", subject, **more) if subject else None


def _totals(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    cue = cues[0]
    person = _one(facts, facts.visitors())
    if not isinstance(person, Holder) or cue.n is None or cue.n < 2:
        return None
    unit = "countries" if cue.effect == "count_places" else None
    more: dict[str, Any] = {}
    at = _date_at(facts)
    if at and re.fullmatch(r"\d{4}", at):
        more = {"since": at, "until": at}
    place = facts.place.place
    if not (place.countries or place.region):
        place = ClaimPlace(region="world")
    return _make(facts, "count", _person(facts, person), n=cue.n, unit=unit, place=place, **more)


def _holders(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    subject = _anyone(facts)
    n = next((c.n for c in cues if c.n), None)
    if subject is None or n is None or facts.office is None:
        return None
    return _make(facts, "count", subject, n=n, unit="persons", **_floor(facts))


def _only_holder(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    before = facts.beside("before_person")
    inside = [
        h for h in facts.holders for c in cues if c.who and c.who[0] <= h.named.start < c.who[1]
    ]
    person = _one(facts, inside or [h for h in facts.visitors() if h not in before])
    if isinstance(person, Unclear):
        return person
    blocked = _restriction(facts, person)
    if blocked:
        return blocked
    if person is None:
        subject = _anyone(facts)
        return (
            _make(facts, "count", subject, n=1, unit="persons") if subject and not before else None
        )
    at = _date_at(facts)
    more = _floor(facts) or ({"since": at} if at else {})
    return _make(facts, "only", _person(facts, person, at), **more)


def _first(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    person = _protagonist(facts)
    if isinstance(person, Unclear):
        return person
    blocked = _restriction(facts, person)
    if blocked:
        return blocked
    since = _since(facts)
    if _is_own(facts, cues, person, since):
        return _own_first(facts, person) if person else None
    subject = _person(facts, person) if person else _anyone(facts)
    if subject is None:
        return None
    if since:
        return _make(facts, "since", subject, **since)
    return _make(facts, "first", subject)


def _protagonist(facts: Facts) -> Holder | Unclear | None:
    """Who was first: after "until", "before" or "now" if so said, else the one visitor."""
    marked = (
        facts.beside("until_person", "now_person")
        if facts.scene.has("never", "never_before")
        else []
    )
    return _one(facts, marked or facts.visitors())


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
    at = _date_at(facts)
    more = {"until": at} if at and not facts.home else {}
    if at and facts.day and at[:4] < facts.day[:4]:
        return _make(facts, "event", _person(facts, person, at), since=at)
    return _make(facts, "count", _person(facts, person), n=1, unit="trips", **({} if at else more))


def _negated_first(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    """ "Before X no president had been there", "none had, until X": X was the first."""
    marked = facts.beside("before_person", "until_person", "now_person")
    if not marked or not (facts.office or facts.known):
        return None
    person = _one(facts, marked)
    if isinstance(person, Unclear) or person is None:
        return person
    blocked = _restriction(facts, person)
    return blocked or _make(facts, "first", _person(facts, person), **_floor(facts))


def _again(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    since = _since(facts)
    if not since:
        return None
    person = _one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    subject = _person(facts, person) if person else _anyone(facts)
    if subject is None:
        return None
    if not person and facts.office and not facts.office.indefinite:
        return None
    return _make(facts, "since", subject, **since)


def _last(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    person = _one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    at = _date_at(facts)
    blocked = _restriction(facts, person)
    if blocked:
        return blocked
    subject = _person(facts, person, at) if person else _anyone(facts)
    if subject is None:
        return None
    if person is None and at is None and not facts.scene.asks:
        return Unclear("it says neither who was last nor when")
    return _make(facts, "last", subject, **({"since": at} if at else {}))


def _never(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    if facts.scene.says("partial"):
        return Unclear("it speaks of a part only, which cannot be counted yet")
    if facts.office:
        blocked = _restriction(facts, None)
        return blocked or _make(facts, "never", as_subject(facts.office), **_floor(facts))
    person = _one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    if person:
        blocked = _restriction(facts, person)
        return blocked or _make(facts, "never", _person(facts, person), **_floor(facts))
    subject = _anyone(facts)
    return _make(facts, "never", subject, **_floor(facts)) if subject else None


def _ever(facts: Facts, cues: list[Cue]) -> Claim | Unclear | None:
    if not facts.scene.asks:
        return None
    person = _one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    subject = _person(facts, person) if person else _anyone(facts)
    return _make(facts, "ever", subject) if subject else None


RULES = (
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
