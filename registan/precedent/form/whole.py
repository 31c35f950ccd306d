"""The whole of a place: who was the first to have been in all of its parts."""

from __future__ import annotations

from registan.precedent.case import Case, Finding
from registan.precedent.row import Row

Parts = list[tuple[str, tuple[str, ...]]]


def judge_first_of_all(case: Case, rows: list[Row]) -> Finding:
    """Judge that the subject was the first in all of the place's parts, over its time in office."""
    if case.claim.form != "first" or case.subject.persons is None:
        return Finding("unclear", "all-of")
    return _first_complete(case, list(case.place.parts), rows, journey=False)


def whole_places(case: Case, rows: list[Row]) -> list[tuple[str, Finding]]:
    """Judge "all countries of the region", within one journey and over a time in office.

    Empty where the subject did not go to all of them: the words cannot mean it.
    """
    parts: Parts = [(code, (code,)) for code in case.place.ground or ()]
    if len(parts) < 2:
        return []
    found = []
    for name, journey in (("all-countries-one-journey", True), ("all-countries-in-office", False)):
        if any(_completed(case.own(rows), parts, journey)):
            found.append((name, _first_complete(case, parts, rows, journey)))
    return found


def _first_complete(case: Case, parts: Parts, rows: list[Row], journey: bool) -> Finding:
    people: dict[str, list[Row]] = {}
    for row in rows:
        people.setdefault(row.person, []).append(row)
    done = {person: _completed(theirs, parts, journey) for person, theirs in people.items()}
    mine = [done[person] for person in case.subject.persons or () if done.get(person)]
    if not mine:
        return Finding("contradicted", "not-all", opposing=case.own(rows)[-1:])
    day = mine[0][-1].start
    earlier = [
        theirs
        for person, theirs in done.items()
        if theirs and person not in (case.subject.persons or ()) and theirs[-1].start < day
    ]
    if earlier:
        return Finding(
            "contradicted", "earlier", {"row": earlier[0][-1]}, opposing=earlier[0], context=mine[0]
        )
    return Finding("supported", "first-of-all", {"row": mine[0][-1]}, backing=mine[0])


def _completed(rows: list[Row], parts: Parts, journey: bool) -> list[Row]:
    """Give the first row in each part, in order of time; empty where a part is missing."""
    if not journey:
        return _first_in_each(rows, parts)
    trips = list(dict.fromkeys(row.trip for row in rows if row.trip is not None))
    for trip in trips:
        found = _first_in_each([row for row in rows if row.trip == trip], parts)
        if found:
            return found
    return []


def _first_in_each(rows: list[Row], parts: Parts) -> list[Row]:
    found = []
    for _, codes in parts:
        here = [row for row in rows if set(row.territory) & set(codes)]
        if not here:
            return []
        found.append(here[0])
    return sorted(found, key=lambda row: row.key)
