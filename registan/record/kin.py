"""Kin: the events of the record that new reports may join, join together or split, and no others.

Whether an event changes depends on the reports that are surely of it and on those that, naming
one side only, may be. So kin are gathered from report to report along such ties, and what the
record holds besides, of the same parties in the same months even, costs one comparison and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from registan.record import fetch
from registan.record.block import keys_of
from registan.record.cluster import is_half, sort_key
from registan.record.day import reach
from registan.record.engine import Session
from registan.record.memory import Memory
from registan.record.merge import corrected
from registan.record.noun import Correction, StoredReport
from registan.record.shelf import Shelf


@dataclass
class Kin:
    """Events by id, and for each new document those that it is tied to.

    `documents` counts the reports by which two new documents are tied.
    """

    memory: Memory
    events: set[str] = field(default_factory=set)
    of_document: dict[str, set[str]] = field(default_factory=dict)
    documents: dict[str, Counter[str]] = field(default_factory=dict)

    def are_tied(self, one: StoredReport, other: StoredReport) -> bool:
        """Say whether what becomes of one report may depend on the other."""
        first, second = sorted((one, other), key=sort_key)
        found = self.memory.judge(first, second)
        half = found.verdict == "may" and (is_half(one) or is_half(other))
        return half or found.verdict == "same"


class _Near:
    """The record's reports around those looked at so far, each read once."""

    def __init__(self, session: Session, corrections: Sequence[Correction], memory: Memory) -> None:
        self._session = session
        self._corrections = corrections
        self._shelf = memory.shelf
        self._asked: set[fetch.Block] = set()
        self._events: dict[str, str] = {}

    def look_at(self, reports: Iterable[StoredReport]) -> None:
        """Read what shares a block with some reports, and may be of the same days."""
        asked = {block for report in reports for block in _blocks_of(report)} - self._asked
        self._asked |= asked
        found = fetch.members_of_blocks(self._session, sorted(asked, key=str)) if asked else []
        self._read({row["report"]: row["event"] for row in found})

    def reports_of(self, events: Iterable[str]) -> list[StoredReport]:
        """Give all reports of some events."""
        held = fetch.reports_of_events(self._session, sorted(events))
        self._read(held)
        return [self._shelf[key] for key in held]

    def _read(self, events: Mapping[str, str]) -> None:
        """Read the reports that are not at hand yet, given with their events."""
        self._events.update(events)
        missing = sorted(key for key in events if key not in self._shelf)
        for report in fetch.fetch_reports(self._session, missing) if missing else []:
            self._shelf.put(corrected(report, self._corrections))

    def around(self, report: StoredReport) -> Iterator[tuple[str, StoredReport]]:
        """Give the reports that one may be of one event with, each with its event."""
        for other in self._shelf.beside(report):
            event = self._events.get(other.key)
            if event is not None:
                yield event, other


def _blocks_of(report: StoredReport) -> Iterator[fetch.Block]:
    days = reach(report)
    first, last = (days.first, days.last) if days else (None, None)
    return (fetch.Block(key, first, last) for key in keys_of(report))


def find_kin(
    session: Session,
    reports: Sequence[StoredReport],
    corrections: Sequence[Correction],
    memory: Memory,
) -> Kin:
    """Give the kin of new reports, by what people decided about who is meant."""
    near, kin = _Near(session, corrections, memory), Kin(memory)
    near.look_at(reports)
    for report in reports:
        mine = kin.of_document.setdefault(report.origin.document, set())
        mine |= _ties(report, near, kin, mine)
        kin.events |= mine
    _relate_new(reports, kin)
    frontier = set(kin.events)
    while frontier:
        members = near.reports_of(frontier)
        near.look_at(members)
        frontier = set().union(*(_ties(member, near, kin, kin.events) for member in members))
        kin.events |= frontier
    return kin


def _ties(report: StoredReport, near: _Near, kin: Kin, known: set[str]) -> set[str]:
    """The events, beyond those known, that a report is tied to."""
    found: set[str] = set()
    for event, other in near.around(report):
        if event not in known and event not in found and kin.are_tied(report, other):
            found.add(event)
    return found


def _relate_new(reports: Sequence[StoredReport], kin: Kin) -> None:
    """Count by how many reports the new documents tell of the same events."""
    shelf = Shelf(kin.memory.frames)
    for report in reports:
        here = report.origin.document
        tied: set[str] = set()
        for other in shelf.beside(report):
            there = other.origin.document
            if there != here and there not in tied and kin.are_tied(other, report):
                tied.add(there)
        kin.documents.setdefault(here, Counter()).update(tied)
        shelf.put(report)
