"""Kin: the events of the record that new reports may join, join together or split, and no others.

Whether an event changes depends on the reports that are surely of it and on those that, naming
one side only, may be. So kin are gathered from report to report along such ties, and what the
record holds besides, of the same parties in the same months even, costs one comparison and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from registan.model.period import Period
from registan.record import fetch
from registan.record.agreement import Judgement, judge
from registan.record.block import keys_of
from registan.record.cluster import is_half, sort_key
from registan.record.day import reach, touch
from registan.record.engine import Session
from registan.record.merge import corrected
from registan.record.noun import Correction, StoredReport


@dataclass
class Kin:
    """Events by id, and for each new document those that it is tied to.

    `documents` counts the reports by which two new documents are tied; `judged` are the pairs of
    reports that were compared, the earlier first.
    """

    events: set[str] = field(default_factory=set)
    of_document: dict[str, set[str]] = field(default_factory=dict)
    documents: dict[str, Counter[str]] = field(default_factory=dict)
    judged: dict[tuple[str, str], Judgement] = field(default_factory=dict)

    def are_tied(self, one: StoredReport, other: StoredReport) -> bool:
        """Say whether what becomes of one report may depend on the other."""
        first, second = sorted((one, other), key=sort_key)
        found = self.judged.get((first.key, second.key))
        if found is None:
            found = self.judged[first.key, second.key] = judge(first, second)
        half = found.verdict == "may" and (is_half(one) or is_half(other))
        return half or found.verdict == "same"


class _Near:
    """The record's reports around those looked at so far, each read once."""

    def __init__(self, session: Session, corrections: Sequence[Correction]) -> None:
        self._session = session
        self._corrections = corrections
        self._asked: set[fetch.Block] = set()
        self._members: dict[str, dict[str, str]] = {}
        self._reports: dict[str, StoredReport] = {}
        self._days: dict[str, Period | None] = {}

    def look_at(self, reports: Iterable[StoredReport]) -> None:
        """Read what shares a block with some reports, and may be of the same days."""
        asked = {block for report in reports for block in _blocks_of(report)} - self._asked
        self._asked |= asked
        found = fetch.members_of_blocks(self._session, sorted(asked, key=str)) if asked else []
        for row in found:
            self._members.setdefault(row["key"], {})[row["report"]] = row["event"]
        self._read({row["report"] for row in found})

    def reports_of(self, events: Iterable[str]) -> list[StoredReport]:
        """Give all reports of some events."""
        held = fetch.reports_of_events(self._session, sorted(events))
        self._read(held)
        return [self._reports[key] for key in held]

    def _read(self, keys: Iterable[str]) -> None:
        missing = sorted(key for key in keys if key not in self._reports)
        for report in fetch.fetch_reports(self._session, missing) if missing else []:
            self._reports[report.key] = corrected(report, self._corrections)
            self._days[report.key] = reach(report)

    def around(self, report: StoredReport) -> Iterator[tuple[str, StoredReport]]:
        """Give the reports of the same blocks and days as one, with their events."""
        days, seen = reach(report), {report.key}
        for block in keys_of(report):
            for key, event in self._members.get(block, {}).items():
                if key not in seen and touch(days, self._days[key]):
                    yield event, self._reports[key]
                seen.add(key)


def _blocks_of(report: StoredReport) -> Iterator[fetch.Block]:
    days = reach(report)
    first, last = (days.first, days.last) if days else (None, None)
    return (fetch.Block(key, first, last) for key in keys_of(report))


def find_kin(
    session: Session, reports: Sequence[StoredReport], corrections: Sequence[Correction]
) -> Kin:
    """Give the kin of new reports, by what people decided about who is meant."""
    near, kin = _Near(session, corrections), Kin()
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
    blocks: dict[str, list[tuple[StoredReport, Period | None]]] = {}
    for report in reports:
        here, days = report.origin.document, reach(report)
        tied: set[str] = set()
        for other, other_days in (one for key in keys_of(report) for one in blocks.get(key, ())):
            there = other.origin.document
            new = there != here and there not in tied and touch(days, other_days)
            if new and kin.are_tied(other, report):
                tied.add(there)
        kin.documents.setdefault(here, Counter()).update(tied)
        for key in keys_of(report):
            blocks.setdefault(key, []).append((report, days))
