"""Shelf: reports by their frames, so that one is held beside those only that may be of its event.

Frames are compared once, however many reports have them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from registan.record.agreement import Frame, are_apart, frame_of
from registan.record.block import months_of, parties_in
from registan.record.day import reach
from registan.record.memo import once_a_report
from registan.record.noun import StoredReport


class Frames:
    """Frames by number, and for each of them those that may be of one event with it."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Frame, frozenset[str]], int] = {}
        self._frames: list[Frame] = []
        self._by_party: dict[str, list[int]] = {}
        self.fitting: list[list[int]] = []

    def number_of(self, report: StoredReport) -> int:
        """Give the number of a report's frame; a new one is held beside those of its parties."""
        parties, frame = parties_in(report), frame_of(report)
        number = self._numbers.get((frame, parties))
        if number is None:
            number = self._numbers[frame, parties] = len(self._frames)
            self._frames.append(frame)
            self._fit(number, parties)
        return number

    def _fit(self, number: int, parties: frozenset[str]) -> None:
        self.fitting.append([])
        for party in parties:
            self._by_party.setdefault(party, []).append(number)
        for other in sorted({n for party in parties for n in self._by_party[party]}):
            one, two = self._frames[number], self._frames[other]
            if not (are_apart(one, two) and are_apart(two, one)):
                self.fitting[number].append(other)
                if other != number:
                    self.fitting[other].append(number)


class _Held(NamedTuple):
    report: StoredReport
    months: frozenset[str]
    first: str
    last: str


class Shelf:
    """Reports, each put here once."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames
        self._reports: dict[str, StoredReport] = {}
        self._rows: dict[int, list[_Held]] = {}

    def __len__(self) -> int:
        return len(self._reports)

    def __contains__(self, key: str) -> bool:
        return key in self._reports

    def __getitem__(self, key: str) -> StoredReport:
        return self._reports[key]

    def __iter__(self) -> Iterator[StoredReport]:
        return iter(self._reports.values())

    def put(self, report: StoredReport) -> None:
        """Put a report on the shelf."""
        self._reports[report.key] = report
        held = _Held(report, months_of(report), *_days_of(report))
        self._rows.setdefault(self._frames.number_of(report), []).append(held)

    def beside(self, report: StoredReport) -> Iterator[StoredReport]:
        """Give the reports that share a key and days with one, and that its frame does not exclude.

        What is left out would be judged `no`.
        """
        key, months, (first, last) = report.key, months_of(report), _days_of(report)
        for number in self._frames.fitting[self._frames.number_of(report)]:
            for held in self._rows.get(number, ()):
                # all that is done for each of many thousands: no more than this
                near = held.first <= last and first <= held.last
                if near and not months.isdisjoint(held.months) and held.report.key != key:
                    yield held.report


@once_a_report
def _days_of(report: StoredReport) -> tuple[str, str]:
    """Give the first and last day that a report reaches; an open reach touches any."""
    days = reach(report)
    return (days.first, days.last) if days else ("", "9999")
