"""Highest rank: whether a visitor of higher office is on record, and who could not be."""

from __future__ import annotations

from registan.precedent.archive import Archive
from registan.precedent.case import Case, Finding
from registan.precedent.office import Office, load_offices
from registan.precedent.period import FIRST_DAY
from registan.precedent.place import Place
from registan.precedent.query import Scope, run_scope
from registan.precedent.row import Row


def higher_offices(office: Office) -> list[Office]:
    """Give the offices that rank above `office`."""
    rank = office.rank or 0
    return [other for other in load_offices().values() if other.rank and other.rank < rank]


def higher_rows(
    archive: Archive, office: Office, place: Place, day: str, floor: str = FIRST_DAY
) -> list[Row]:
    """Give the visits of higher covered offices to the place, from `floor` up to a day."""
    offices = tuple(name for other in higher_offices(office) for name in other.register)
    if not offices:
        return []
    scope = Scope("abroad", offices, place.states, place.ground, place.localities)
    return [
        candidate.row
        for candidate in run_scope(archive, scope)
        if floor <= candidate.row.start <= day and not candidate.row.elect
    ]


def judge_highest_rank(case: Case) -> Finding:
    """Judge that no holder of a higher office was there; uncovered offices leave it open."""
    floor = case.period.first if case.period else FIRST_DAY
    above = higher_rows(case.archive, case.subject.office, case.place, case.as_of, floor)
    own = case.own(case.until(case.horizon))
    if above:
        return Finding("contradicted", "higher", {"row": above[0]}, opposing=above, context=own[:1])
    if case.subject.persons is not None and not own:
        return Finding("unclear", "visit-unseen")
    open_offices = [other for other in higher_offices(case.subject.office) if not other.register]
    if open_offices:
        return Finding("depends", "higher-unknown", {"offices": open_offices}, backing=own[:1])
    return Finding("supported", "none-higher", backing=own[:1])
