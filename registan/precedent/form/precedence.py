"""First and since: was anybody there before, ever or within a time."""

from __future__ import annotations

from dataclasses import replace

from registan.precedent.case import Case, Finding, ended_in_coverage, journey
from registan.precedent.period import FIRST_DAY, shift
from registan.precedent.person import find_person
from registan.precedent.row import Row
from registan.world import days, load_thumbs

YEAR = 365.25


def judge_first(case: Case) -> Finding:
    """Judge that the subject was the first, since a day where the claim says so."""
    if case.claim.n and case.claim.n > 1 and case.subject.persons:
        return _first_repeated(case, case.claim.n)
    if case.claim.asks and case.subject.persons is None:
        return _asked_first(case)
    if case.place.among:
        return _first_country(case)
    if case.claim.until and case.subject.persons is None:
        return _first_in(case)
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


def _first_country(case: Case) -> Finding:
    """Judge that a country was the first of its region that the subject went to."""
    region = replace(case.place, kind="region", states=None, ground=case.place.among, among=())
    scope = replace(case.scope, states=None, ground=region.ground)
    wide = replace(case, place=region, scope=scope, kept=replace(case.kept, extent="ground"))
    here = case.own(case.until(case.horizon))
    floor = case.period.first if case.period else FIRST_DAY
    rows = [row for row in wide.own(wide.until(wide.horizon)) if row.start >= floor]
    first = rows[0] if rows else None
    if first is None or not here:
        return _unseen(case)
    if any(row.start == first.start for row in here):
        return Finding("supported", "none-earlier", {"row": here[0]}, backing=here[:1])
    earlier = [row for row in rows if row.start < here[0].start]
    return Finding("contradicted", "earlier", {"row": first}, opposing=earlier, context=here[:1])


def _first_in(case: Case) -> Finding:
    """Judge that somebody came in the claim's period, and nobody before it."""
    rows = case.until(case.as_of)
    came = [row for row in rows if case.period and case.period.holds(row.start)]
    earlier = [row for row in rows if case.period and row.start < case.period.first]
    if earlier:
        return Finding(
            "contradicted", "earlier", {"row": earlier[0]}, opposing=earlier, context=came
        )
    if came:
        return Finding("supported", "none-earlier", {"row": came[0]}, backing=came[:1])
    return Finding("contradicted", "not-listed", opposing=rows[:1])


def _first_repeated(case: Case, n: int) -> Finding:
    """Judge that nobody had been there `n` times before the subject had."""
    rows = case.until(case.horizon)
    reached = _nth_visit(case.own(rows), n)
    if reached is None:
        return Finding("contradicted", "counted", {"found": {"visits": len(case.own(rows))}},
                       opposing=case.own(rows))  # fmt: skip
    people = {row.person for row in case.others(rows)}
    for person in sorted(people):
        theirs = [row for row in rows if row.person == person]
        other = _nth_visit(theirs, n)
        if other and other.start < reached.start:
            return Finding("contradicted", "earlier", {"row": other}, opposing=theirs)
    return Finding("supported", "none-earlier", {"row": reached}, backing=case.own(rows))


def _nth_visit(rows: list[Row], n: int) -> Row | None:
    """Give the row with which somebody's `n`-th journey there begins; None without so many."""
    begun = {row.trip if row.trip is not None else row.key: row for row in reversed(rows)}
    order = sorted(begun.values(), key=lambda row: row.start)
    return order[n - 1] if len(order) >= n else None


def _asked_first(case: Case) -> Finding:
    """Answer who was first, since a day where the question says so."""
    floor = case.period.first if case.period else FIRST_DAY
    rows = [row for row in case.until(case.as_of) if row.start >= floor]
    if not rows:
        return Finding("supported", "nobody-yet")
    return Finding("supported", "none-earlier", {"row": rows[0]}, backing=rows[:1])


def _own_visits(case: Case) -> list[Row]:
    own = case.own(case.until(case.horizon))
    if case.subject.persons is not None:
        return own
    dated = [row for row in own if case.period and case.period.overlaps(row.start, row.end)]
    if case.claim.form == "first" and dated and dated[0] == own[0]:
        return dated[:1]
    # Nobody is named: the visit of the claim's own days is the one that is called the first.
    start = shift(case.as_of, -days("still-news"))
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
        and term.start <= shift(case.as_of, days("taking-office"))
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
    if _is_since_nobody(case, before):
        values: dict[str, object] = {
            "landmark": case.claim.since_person,
            "row": visit,
            "last": _latest(before),
        }
        why = "landmark-absent" if before else "landmark-alone"
        return Finding("contradicted", why, values, opposing=before[-1:], context=[visit])
    return Finding(
        "supported",
        "none-between",
        {"row": visit, "last": _latest(before), "floor": start},
        backing=[visit],
        context=before[-1:],
    )


def _latest(rows: list[Row]) -> Row | None:
    return rows[-1] if rows else None


def _is_since_nobody(case: Case, before: list[Row]) -> bool:
    """Tell whether the person whose visit the claim counts from has none."""
    name = case.claim.since_person
    if not name or case.period is None:
        return False
    meant = find_person(case.archive, name, case.subject.offices, "".join(case.subject.visitors))
    return bool(meant) and not any(row.person in meant for row in before)


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
    return shift(visit.start, -_days_of(case.claim.n or 0))


def _since_unseen(case: Case) -> Finding:
    """Judge a visit that no row shows (yet): whether others came since, if it is to come."""
    start = _since_start_to(case)
    others = case.others(case.until(case.as_of))
    between = [row for row in others if start and start < row.start]
    due = case.subject.persons is None or _holds_office(case) or ended_in_coverage(case)
    if between and due:
        return Finding("contradicted", "between", {"row": between[-1]}, opposing=between)
    if start and not between and case.subject.persons and _holds_office(case):
        return Finding("supported", "nobody-since", {"floor": start}, context=others[-1:])
    return Finding("unclear", "visit-unseen")


def _since_start_to(case: Case) -> str | None:
    if case.period:
        return case.period.last
    return shift(case.as_of, -_days_of(case.claim.n)) if case.claim.n else None


def _days_of(years: int) -> int:
    rounded = load_thumbs()["rounded-up-least"].number, load_thumbs()["rounded-up"].number * years
    return int((years - max(rounded)) * YEAR)
