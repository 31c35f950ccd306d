"""Event, ever, never and last: did it happen, when, and was it the latest time."""

from __future__ import annotations

from registan.precedent.case import Case, Finding, ended_in_coverage
from registan.precedent.form.number import judge_never_so_often, judge_unvisited
from registan.precedent.interpret import anywhere
from registan.precedent.period import FIRST_DAY, Period, period_of
from registan.precedent.row import Row


def judge_never(case: Case) -> Finding:
    """Judge that nobody of the subject was there, up to the claim's day."""
    if case.subject.persons == () and not case.subject.surely_absent:
        return Finding("unclear", "person-unknown")
    if case.claim.n is not None and case.claim.unit == "countries":
        return judge_unvisited(case, case.claim.n)
    floor = case.period.first if case.period else FIRST_DAY
    ends = period_of(case.claim.until).last if case.claim.until else case.as_of
    until = min(case.as_of, ends)
    if case.claim.n is not None:
        own = [row for row in case.own(case.until(until)) if row.end >= floor]
        return judge_never_so_often(own, case)
    found = [row for row in case.own(case.until(until)) if row.end >= floor]
    # A claim of the days of a visit speaks of the time before its journey.
    now = {row.trip for row in found if row.end >= case.as_of and row.trip is not None}
    past = [row for row in found if row.end < case.as_of and row.trip not in now]
    if past:
        return Finding("contradicted", "was-there", {"row": past[-1]}, opposing=found)
    others = case.others(case.until(case.as_of))
    return Finding("supported", "none", context=[*found, *others[-3:]])


def judge_ever(case: Case) -> Finding:
    """Judge that somebody of the subject was there by the claim's day."""
    return judge_event(case)


def judge_event(case: Case) -> Finding:
    """Judge that a visit took place, in the period that the claim gives or by its day."""
    if case.subject.persons == ():
        return Finding("unclear", "person-unknown")
    window = _window(case)
    found = [row for row in case.own() if window.overlaps(row.start, row.end)]
    missing = _missing_countries(case, found)
    if found and case.claim.n == 1 and case.claim.visit_type:
        return _opening(case, found)
    if found and not missing:
        return Finding("supported", "happened", {"row": found[0]}, backing=found)
    return _absent(case, window, found)


def _opening(case: Case, found: list[Row]) -> Finding:
    """Judge that the subject's first journey went there first of all its stops."""
    begun = next(row for row in case.own(anywhere(case).rows) if not row.elect)
    if begun.start < found[0].start:
        return Finding("contradicted", "earlier", {"row": begun}, opposing=[begun], context=found)
    return Finding("supported", "happened", {"row": found[0]}, backing=found[:1])


def _window(case: Case) -> Period:
    if case.claim.form == "event" and case.period:
        return case.period
    return Period(case.period.first if case.period else FIRST_DAY, case.as_of)


def _missing_countries(case: Case, found: list[Row]) -> set[str]:
    """Give the countries of a claim about several of them in which no row lies."""
    wanted = set(case.claim.place.countries)
    if case.whole or case.place.kind != "country" or len(wanted) < 2:
        return set()
    return wanted - {code for row in found for code in (row.country, *row.territory)}


def _absent(case: Case, window: Period, found: list[Row]) -> Finding:
    near = _nearest(case, window)
    last = min(window.last, case.as_of)
    incumbent = not (case.subject.persons and ended_in_coverage(case))
    if last > case.reach.last and incumbent:
        return Finding("beyond_coverage", "after-coverage", context=near)
    if window.first < case.reach.first and last < case.reach.first:
        return Finding("beyond_coverage", "before-coverage", context=near)
    return Finding("contradicted", "not-listed", opposing=found, context=near)


def _nearest(case: Case, window: Period) -> list[Row]:
    own = case.own()
    before = [row for row in own if row.end < window.first][-2:]
    after = [row for row in own if row.start > window.last][:2]
    return before + after


def judge_last(case: Case) -> Finding:
    """Judge whose visit, or of which date, was the latest before the claim's day."""
    rows = case.until(case.as_of)
    if case.subject.persons == ():
        return Finding("unclear", "person-unknown")
    past = [row for row in rows if row.end < case.as_of or _is_meant(case, row)]
    if not past:
        return Finding("contradicted" if case.reach.exhaustive else "unclear", "none")
    latest = past[-1]
    return _compare_last(case, latest, past)


def _is_meant(case: Case, row: Row) -> bool:
    """Tell whether a visit under way is the one that the claim calls the last."""
    if case.subject.persons is not None:
        return row.person in case.subject.persons
    return case.period is not None and case.period.overlaps(row.start, row.end)


def _compare_last(case: Case, latest: Row, past: list[Row]) -> Finding:
    peers = [row for row in past if row.trip is not None and row.trip == latest.trip] or [latest]
    mine = case.own(peers)
    dated = case.period is None or any(
        case.period.overlaps(row.start, row.end) for row in mine or peers
    )
    if mine and dated and not _missing_countries(case, _last_trips(case, past)):
        return Finding("supported", "latest", {"row": latest}, backing=_last_trips(case, past))
    limit = _last_claimed(case)
    later = [row for row in past if limit and row.start > limit] or [latest]
    return Finding(
        "contradicted", "later", {"row": latest}, opposing=later, context=case.own(past)[-1:]
    )


def _last_trips(case: Case, past: list[Row]) -> list[Row]:
    latest = past[-1]
    own = [row for row in past if row.person == latest.person]
    if case.period:
        dated = [row for row in own if case.period.overlaps(row.start, row.end)]
        return dated or own[-1:]
    return [row for row in own if row.trip == latest.trip] or own[-1:]


def _last_claimed(case: Case) -> str | None:
    """Give the day of the visit that the claim calls the last, where it tells one."""
    if case.period:
        return case.period.last
    own = case.own() if case.subject.persons is not None else []
    return own[-1].start if own else None
