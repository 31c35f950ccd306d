"""First and since: was anybody there before, ever or within a time."""

from __future__ import annotations

from registan.precedent.case import Case, Finding, ended_in_coverage, journey
from registan.precedent.period import FIRST_DAY, shift
from registan.precedent.row import Row


def judge_first(case: Case) -> Finding:
    """Judge that the subject was the first, since a day where the claim says so."""
    own = _own_visits(case)
    floor = _floor(case, own)
    own = [row for row in own if row.start >= floor]
    cutoff = own[0].start if own else case.as_of
    earlier = _earlier(case, own, floor, cutoff)
    if earlier:
        return Finding(
            "contradicted", "earlier", {"row": earlier[0]}, opposing=earlier, context=journey(own)
        )
    if own:
        return Finding("supported", "none-earlier", {"row": own[0]}, backing=own[:1])
    return _unseen(case)


def _own_visits(case: Case) -> list[Row]:
    own = case.own(case.until(case.horizon))
    if case.subject.persons is not None:
        return own
    # Nobody is named: the visit of the claim's own days is the one that is called the first.
    start = shift(case.as_of, -14)
    current = [row for row in own if row.end >= start]
    if case.period and not current:
        return [row for row in own if case.period.holds(row.start)][:1]
    return current


def _floor(case: Case, own: list[Row]) -> str:
    """Give the first day that counts: `since`, unless that is the visit's own date."""
    if case.period is None:
        return FIRST_DAY
    if own and any(case.period.overlaps(row.start, row.end) for row in own[:1]):
        return FIRST_DAY
    return case.period.first


def _earlier(case: Case, own: list[Row], floor: str, cutoff: str) -> list[Row]:
    visits = {row.trip for row in own[:1] if row.trip is not None}
    source = case.others() if case.subject.persons is not None else case.rows
    return [row for row in source if floor <= row.start < cutoff and row.trip not in visits]


def _unseen(case: Case) -> Finding:
    """Judge a first visit that no row shows: nobody was there, the subject neither."""
    if case.subject.persons == ():
        return Finding("unclear", "person-unknown")
    if case.place.kind == "locality" and case.place.states:
        return Finding("unclear", "locality-unnamed")
    if case.subject.persons and ended_in_coverage(case) and not _holds_office(case):
        return Finding("contradicted", "never-there")
    return Finding("supported", "nobody-yet")


def _holds_office(case: Case) -> bool:
    return any(
        term.person in (case.subject.persons or ())
        and term.start <= shift(case.as_of, 90)
        and (term.end is None or term.end >= case.as_of)
        for term in case.archive.terms
    )


def judge_since(case: Case) -> Finding:
    """Judge that no other holder came between a day, or a number of years, and the visit."""
    own = _since_visits(case)
    if not own:
        return _unseen(case) if not case.until(case.as_of) else _since_unseen(case)
    visit = own[0]
    start = _since_start(case, visit)
    visits = {visit.trip} if visit.trip is not None else set()
    source = case.others() if case.subject.persons is not None else case.rows
    before = [row for row in source if row.start < visit.start and row.trip not in visits]
    between = [row for row in before if row.start > start]
    dated = [row for row in before if case.period and case.period.overlaps(row.start, row.end)]
    if between:
        return Finding(
            "contradicted",
            "between",
            {"row": between[-1]},
            opposing=between,
            context=[*dated, visit],
        )
    return Finding(
        "supported",
        "none-between",
        {"row": visit, "last": before[-1] if before else None, "floor": start},
        backing=[visit],
        context=before[-1:],
    )


def _since_visits(case: Case) -> list[Row]:
    own = _own_visits(case)
    floor = case.period.last if case.period else FIRST_DAY
    after = [row for row in own if row.start > floor]
    if case.claim.n and not case.period:
        return after[-1:]
    return after


def _since_start(case: Case, visit: Row) -> str:
    if case.period:
        return case.period.last
    # "in 25 years" is said of 24 and a half; "in a century" of 98.
    years = case.claim.n or 0
    slack = max(1.0, years * 0.05)
    return shift(visit.start, -int((years - slack) * 365.25))


def _since_unseen(case: Case) -> Finding:
    period = case.period
    between = [row for row in case.until(case.as_of) if period and row.start > period.last]
    if between and case.subject.persons is None:
        return Finding("contradicted", "between", {"row": between[-1]}, opposing=between)
    if case.subject.persons and between and ended_in_coverage(case):
        return Finding("contradicted", "between", {"row": between[-1]}, opposing=between)
    return Finding("unclear", "visit-unseen")
