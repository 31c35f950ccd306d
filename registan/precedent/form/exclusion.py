"""Every-except and only: who among the holders, and where among the regions."""

from __future__ import annotations

from dataclasses import dataclass

from registan.model.claim import Outcome
from registan.precedent import region
from registan.precedent.archive import Term
from registan.precedent.case import Case, Finding
from registan.precedent.period import FIRST_DAY, shift
from registan.precedent.person import find_person
from registan.precedent.query import Scope, run_scope
from registan.precedent.row import Row
from registan.world import days


def judge_every_except(case: Case) -> Finding:
    """Judge that every holder since a day went, except those whom the claim names."""
    floor = case.period.first if case.period else case.reach.first
    terms = _terms(case, floor)
    rows = [row for row in case.until(case.as_of) if row.end >= floor]
    # Whoever has just taken office, or goes in the next weeks, is not said to stay away.
    ahead = [row for row in case.until(case.horizon) if row.start > case.as_of]
    went = {row.person for row in [*rows, *ahead]}
    excepted = _excepted(case)
    missing = _people(term for term in terms if term.person not in went | excepted)
    # Registers do not follow those who held the office for the time being.
    confirmed = {term.person for term in terms if not term.acting}
    followed = confirmed - set(case.reach.except_persons) - _still_due(case, terms)
    unknown = [person for person in missing if person not in followed]
    proven = [person for person in missing if person not in unknown]
    values: dict[str, object] = {
        "missing": [case.archive.names.get(person, person) for person in proven],
        "unknown": [case.archive.names.get(person, person) for person in unknown],
    }
    if case.claim.n is not None and not excepted:
        return _all_but(case.claim.n, proven, unknown, values, rows)
    wrong = [row for row in rows if row.person in excepted]
    # "Every president since Reagan": those after him, or him too.
    if proven and not wrong and set(proven) <= {t.person for t in terms if t.start == floor}:
        return Finding("depends", "others-missing", values, context=rows)
    if proven or wrong:
        why = "others-missing" if proven else "exception-went"
        return Finding("contradicted", why, values, opposing=wrong, context=rows)
    if unknown:
        return Finding("depends", "unknown-missing", values, backing=rows)
    if not terms:
        return Finding("unclear", "no-holders")
    return Finding("supported", "all-went", values, backing=rows)


def _still_due(case: Case, terms: list[Term]) -> set[str]:
    """Give those who may have gone since the register ended."""
    due = {term.person for term in terms if term.end is None or term.end > case.vouched_to}
    return due if case.as_of > case.vouched_to else set()


def _all_but(
    n: int, proven: list[str], unknown: list[str], values: dict[str, object], rows: list[Row]
) -> Finding:
    """Judge that all but `n` holders went, whoever they are."""
    if len(proven) > n or len(proven) + len(unknown) < n:
        why = "left-out" if proven or unknown else "none-left-out"
        return Finding("contradicted", why, values, opposing=rows)
    if unknown:
        return Finding("depends", "unknown-missing", values, backing=rows)
    return Finding("supported", "all-went", values, backing=rows)


def _terms(case: Case, floor: str) -> list[Term]:
    return [
        term
        for term in case.archive.terms
        if term.office in case.subject.offices
        and (not case.subject.visitors or term.country in case.subject.visitors)
        and (case.acting or not term.acting)
        and term.start <= min(case.known_to, shift(case.as_of, -days("new-in-office")))
        and (term.end is None or term.end > _begun(case, floor))
    ]


def _begun(case: Case, floor: str) -> str:
    """Give the day by which a holder must still be in office to count.

    "Since 2001" speaks of those who served in these years, not of one whose term ended in the
    weeks in which they began; a day that the claim names exactly is meant as it stands.
    """
    exact = case.claim.since is None or len(case.claim.since.split("/")[0]) > len("2001-01")
    return floor if exact else shift(floor, days("new-in-office"))


def _people(terms: object) -> list[str]:
    return list(dict.fromkeys(term.person for term in terms))  # type: ignore[attr-defined]


def _excepted(case: Case) -> set[str]:
    offices, country = case.subject.offices, "".join(case.subject.visitors)
    return {
        key
        for name in case.claim.exceptions
        for key in find_person(case.archive, name, offices, country)
    }


def judge_only(case: Case) -> Finding:
    """Judge that only the subject was there, or that only this place was (never) visited."""
    if case.subject.persons == ():
        return Finding("unclear", "person-unknown")
    if case.subject.persons is not None:
        return _only_person(case)
    if case.place.kind in ("country", "region", "world"):
        return _only_place(case)
    return Finding("unclear", "only-what")


def _only_person(case: Case) -> Finding:
    rows = _past(case)
    own = case.own(rows)
    if case.claim.n is not None and case.claim.n > 1:
        return _only_so_often(case, rows, case.claim.n)
    if case.claim.n is not None and len(case.subject.persons or ()) == 1:
        if len(own) == case.claim.n or len(_trips(own)) == case.claim.n:
            return Finding("supported", "counted", {"found": {"visits": len(own)}}, backing=own)
        return Finding("contradicted", "counted", {"found": {"visits": len(own)}}, opposing=own)
    excepted = _excepted(case)
    others = [row for row in case.others(rows) if row.person not in excepted]
    if others:
        return Finding(
            "contradicted", "others-too", {"row": others[0]}, opposing=others, context=own
        )
    if not own or _is_absent(case, excepted, rows):
        return (
            Finding("contradicted", "never-there") if rows else Finding("unclear", "visit-unseen")
        )
    return Finding("supported", "nobody-else", {"row": own[0]}, backing=own)


def _is_absent(case: Case, excepted: set[str], rows: list[Row]) -> bool:
    """Tell whether one of those beside the subject was never there, and can still not be it now."""
    went = {row.person for row in rows}
    now = {
        term.person
        for term in case.archive.terms
        if term.start <= case.as_of and (term.end is None or term.end >= case.as_of)
    }
    return bool(excepted - went - now)


def _only_so_often(case: Case, rows: list[Row], n: int) -> Finding:
    """Judge that nobody but the subject was there `n` times."""
    own = case.own(rows)
    if len(own) < n:
        return Finding("contradicted", "counted", {"found": {"visits": len(own)}}, opposing=own)
    people = {row.person for row in case.others(rows)}
    theirs = [[row for row in rows if row.person == person] for person in sorted(people)]
    as_often = [row for visits in theirs if len(_trips(visits)) >= n for row in visits]
    if as_often:
        return Finding("contradicted", "others-too", {"row": as_often[-1]}, opposing=as_often)
    return Finding("supported", "nobody-else", {"row": own[-1]}, backing=own)


def _past(case: Case) -> list[Row]:
    """Give the rows that "only" speaks of: without a visit by somebody else under way."""
    rows = case.until(case.as_of)
    own = case.own(rows)
    dated = bool(own) and case.period is not None and case.period.overlaps(own[0].start, own[0].end)
    floor = case.period.first if case.period and not dated else FIRST_DAY
    past = [row for row in rows if row.end >= floor]
    if any(row.start <= case.as_of <= row.end for row in own):
        return past
    return [row for row in past if row.end < case.as_of]


def _trips(rows: list[Row]) -> set[object]:
    return {row.trip if row.trip is not None else row.key for row in rows}


def _only_place(case: Case) -> Finding:
    wanted = case.claim.n or 0
    if case.place.kind == "region" and wanted == 0:
        return _only_region(case)
    if case.place.kind == "country" and len(case.claim.place.countries) == 1:
        return _only_country(case, wanted or 1)
    return Finding("unclear", "only-what")


def _visitors_by_code(case: Case) -> dict[str, set[str]]:
    scope = Scope(case.subject.direction, case.subject.offices)
    found: dict[str, set[str]] = {}
    for candidate in run_scope(case.archive, scope):
        row = candidate.row
        if row.start <= case.as_of and not row.elect:
            for code in row.territory:
                found.setdefault(code, set()).add(row.person)
    return found


def _only_region(case: Case) -> Finding:
    """Judge that this region alone was never visited; each partition of the world is a sense."""
    here = case.until(case.as_of)
    if here:
        return Finding("contradicted", "was-there", {"row": here[-1]}, opposing=here)
    visited = set(_visitors_by_code(case))
    verdicts = [_empty_parts(case, scheme, visited) for scheme in region.schemes()]
    held = [part for part in verdicts if part.own and not part.others]
    broken = [part for part in verdicts if part.own and part.others]
    absent = [part for part in verdicts if not part.own]
    values: dict[str, object] = {
        "holds": [part.name for part in held],
        "fails": {part.name: part.others for part in broken},
        "absent": [part.name for part in absent],
    }
    if held and not broken and not absent:
        return Finding("supported", "only-region", values)
    if broken or absent:
        # No partition is the one that "world region" means.
        return Finding("depends", "only-region", values)
    return Finding("unclear", "only-what", values)


@dataclass(frozen=True)
class _Partition:
    name: str
    own: bool
    others: list[region.Part]


def _empty_parts(case: Case, scheme: region.Scheme, visited: set[str]) -> _Partition:
    ground = set(case.place.ground or ())
    empty = [part for part in scheme.parts if not visited & set(part.codes)]
    own = [part for part in empty if set(part.codes) == ground]
    # Regions without people, or of the visitors' own country, are nobody's destination.
    others = [part for part in empty if part not in own and "US" not in part.codes]
    return _Partition(scheme.id, bool(own), others)


def _only_country(case: Case, wanted: int) -> Finding:
    """Judge "only n holders came here" and "only here came n": where they differ, it depends."""
    code = case.claim.place.countries[0]
    here = case.until(case.as_of)
    if not here and case.claim.n is None:
        return _only_unvisited(case, code)
    found = len({row.person for row in here})
    visitors = _visitors_by_code(case)
    rivals = [
        other
        for other in case.place.among or region.around(code)
        if other != code and len(visitors.get(other, ())) >= wanted
    ]
    values: dict[str, object] = {"found": {"persons": found}, "countries": rivals}
    if found < wanted:
        return Finding("contradicted", "counted", values, opposing=here)
    only_so_many = found == wanted and case.claim.n is not None
    if not rivals:
        # Without a number the claim is about the country alone.
        outcome: Outcome = "supported" if only_so_many or case.claim.n is None else "depends"
        return Finding(outcome, "only-country", values, backing=here)
    return Finding("depends" if only_so_many else "contradicted", "rivals", values, opposing=here)


def _only_unvisited(case: Case, code: str) -> Finding:
    """Judge that this country alone of its part of the world saw nobody."""
    visitors = _visitors_by_code(case)
    around = case.place.among or region.around(code)
    rivals = [other for other in around if other != code and other not in visitors]
    values: dict[str, object] = {"found": {"persons": 0}, "countries": rivals}
    if not around:
        return Finding("unclear", "only-what", values)
    if rivals:
        return Finding("contradicted", "rivals-unvisited", values)
    return Finding("supported", "only-unvisited", values)
