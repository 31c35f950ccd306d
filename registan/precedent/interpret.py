"""Interpret: a claim as a case under its plain reading, and under the others that apply."""

from __future__ import annotations

from dataclasses import replace

from registan import world
from registan.model.claim import Claim
from registan.precedent.archive import Archive
from registan.precedent.case import Case, Finding
from registan.precedent.coverage import reach_of
from registan.precedent.dispute import disputed_localities
from registan.precedent.form.rank import higher_rows
from registan.precedent.period import FIRST_DAY, period_of
from registan.precedent.place import NoPlace, Place, is_at_capital, resolve_place
from registan.precedent.query import Scope
from registan.precedent.reading import Extent, Filter, Sense
from registan.precedent.region import extents
from registan.precedent.subject import NoSubject, Subject, resolve_subject
from registan.precedent.text import fold
from registan.precedent.visit_type import known_type, type_id
from registan.precedent.whole import Whole

# Forms whose exceptions are countries that do not count; those of others are persons.
_APART = frozenset({"first", "since", "never", "ever", "last"})
_WOMEN = frozenset({"female", "feminine"})
_OF_ALL_HOLDERS = frozenset({"every_except", "highest_rank"})
_OF_RANK = frozenset({"superlative", "highest_rank"})
# Forms whose `since` bounds all visits, not the one that is spoken of.
_BOUNDED = frozenset({"event", "never", "ever", "only", "every_except"})


def prepare(archive: Archive, claim: Claim, day: str) -> Case | Finding:
    """Resolve a claim into a case under its plain reading, or say why it cannot be judged."""
    subject = resolve_subject(archive, claim, day)
    if isinstance(subject, NoSubject):
        return Finding("beyond_coverage" if subject.beyond else "unclear", subject.reason)
    if claim.subject.qualifier in _WOMEN and not _knows_women(claim, subject):
        return Finding("unclear", "women")
    if claim.visit_type and not known_type(claim.visit_type):
        return Finding("unclear", "visit-type")
    place = _compared(claim, subject) or resolve_place(archive, claim.place, subject.direction, day)
    if isinstance(place, NoPlace):
        return Finding("unclear", place.reason)
    place = _without(claim, place)
    whole = whole_of(claim, place, claim.every)
    if whole and (claim.form in _OF_RANK or claim.unit == "countries"):
        return Finding("unclear", "all-of")
    if place.kind == "parts":
        place = Place(kind="world")
    reach = reach_of(archive, subject, day)
    if reach is None:
        return _uncovered_rank(archive, claim, subject, place, day)
    kept = Filter(
        extent=plain_extent(archive, place),
        without=("elsewhere",) if is_at_capital(claim.place, subject.direction) else (),
        visit_type=claim.visit_type,
        elect=claim.subject.qualifier == "elect",
        women=claim.subject.qualifier in _WOMEN,
    )
    scope = scope_of(subject, place)
    return Case(claim, archive, subject, place, reach, day, scope, kept, whole=whole)


def _knows_women(claim: Claim, subject: Subject) -> bool:
    """Whether all women are known who held the office, and the form looks at no others."""
    return subject.office.country == "US" and claim.form not in _OF_ALL_HOLDERS


def _without(claim: Claim, place: Place) -> Place:
    """Give a region without the countries that the claim leaves out of it."""
    codes = {one for one in claim.exceptions if one in world.load().countries}
    if claim.form not in _APART or (claim.n is not None and claim.unit == "countries") or not codes:
        return place
    ground = tuple(code for code in place.ground or () if code not in codes)
    schemes = tuple(
        (name, tuple(code for code in extent if code not in codes))
        for name, extent in place.schemes
    )
    return replace(place, ground=ground, schemes=schemes) if place.kind == "region" else place


def _compared(claim: Claim, subject: Subject) -> Place | None:
    """Give a country that is set apart from the others of a region ("Africa's most visited")."""
    told = claim.place
    apart = claim.form in ("only", "superlative") and subject.persons is None
    apart = apart or (claim.form == "first" and bool(subject.persons))
    if not (apart and told.region and len(told.countries) == 1) or subject.direction != "abroad":
        return None
    found = extents(told.region)
    if not found:
        return None
    among = tuple(dict.fromkeys((*told.countries, *found[0].codes)))
    schemes = tuple((e.scheme, e.codes) for e in found[1:]) if claim.form == "first" else ()
    return Place(
        kind="country", states=told.countries, ground=told.countries, among=among, schemes=schemes
    )


def _uncovered_rank(
    archive: Archive, claim: Claim, subject: Subject, place: Place, day: str
) -> Finding:
    """Judge "highest-ranking" of an office that no register follows: by higher offices alone."""
    floor = period_of(claim.since).first if claim.since else FIRST_DAY
    above = higher_rows(archive, subject.office, place, day, floor)
    if above:
        return Finding("contradicted", "higher", {"row": above[0]}, opposing=above)
    return Finding("beyond_coverage", "office")


def whole_of(claim: Claim, place: Place, every: str | None) -> Whole | None:
    """Give the parts of a place that all have to be visited, as `every` says; None for any."""
    if place.kind == "parts":
        parts = tuple(codes for _, codes in place.parts)
    else:
        parts = tuple((code,) for code in place.ground or ())
    every = every or ("office" if place.kind == "parts" else None)
    if every is None or len(parts) < 2:
        return None
    since = period_of(claim.since).first if claim.since and claim.form in _BOUNDED else ""
    return Whole(parts, journey=every == "trip", since=since)


def plain_extent(archive: Archive, place: Place) -> Extent:
    """Give what makes a row lie in a place by the plain words: a state, or ground.

    A territory that no register ever files as a state (Greenland, Hong Kong) is ground too.
    """
    if place.kind != "country":
        return "ground"
    return "state" if archive.states >= set(place.states or ()) else "either"


def scope_of(subject: Subject, place: Place) -> Scope:
    """Give the scope of the subject's visits to a place."""
    return Scope(
        subject.direction,
        subject.offices,
        place.states,
        place.ground,
        place.localities,
        subject.visitors,
    )


def anywhere(case: Case) -> Case:
    """Give the case without its place."""
    place = Place(kind="world")
    kept = replace(case.kept, extent="ground")
    scope = scope_of(case.subject, place)
    return replace(case, place=place, scope=scope, kept=kept, whole=None)


def apply_sense(case: Case, sense: Sense) -> Case | None:
    """Give the case under another reading; None where that reading changes nothing."""
    if sense.direction and sense.direction != case.subject.direction:
        return None
    if sense.place and sense.place != case.place.kind:
        return None
    if "disputed" in sense.without and not disputed_localities() & set(case.place.localities):
        return None
    if sense.at and fold(case.claim.place.locale or "") not in sense.at:
        return None
    if sense.kind and type_id(case.claim.visit_type) not in sense.kind:
        return None
    if sense.men and case.claim.subject.qualifier != "feminine":
        return None
    if sense.acting:
        return replace(case, acting=True) if case.claim.form == "every_except" else None
    other = replace(case, scope=_also(case, sense), kept=_kept(case, sense))
    if other.keys != case.keys:
        return other
    # Rankings of countries change with the extent even where the country's own rows do not.
    ranks = case.claim.form == "superlative" and sense.extent is not None
    return other if ranks else None


def _kept(case: Case, sense: Sense) -> Filter:
    return replace(
        case.kept,
        extent=sense.extent or case.kept.extent,
        without=(*case.kept.without, *sense.without),
        elect=case.kept.elect or sense.elect,
        women=case.kept.women and not sense.men,
        visit_type=sense.kind.get(type_id(case.claim.visit_type), case.kept.visit_type),
    )


def _also(case: Case, sense: Sense) -> Scope:
    further = tuple(
        pair for code in case.place.states or () for pair in sense.also.get(code, {}).items()
    )
    return replace(case.scope, also=(*case.scope.also, *further)) if further else case.scope


def apply_scheme(case: Case, codes: tuple[str, ...]) -> Case | None:
    """Give the case with a region's extent by another scheme; None where nothing changes."""
    if case.place.among:
        apart = tuple(dict.fromkeys((*(case.place.states or ()), *codes)))
        return replace(case, place=replace(case.place, among=apart, schemes=()))
    place = replace(case.place, ground=codes, schemes=())
    whole = whole_of(case.claim, place, case.claim.every)
    other = replace(case, place=place, scope=scope_of(case.subject, place), whole=whole)
    return other if other.keys != case.keys else None
