"""Case: one claim under one reading, with the rows that count; and what a form finds in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from registan.model.claim import Claim, Outcome
from registan.precedent.archive import Archive
from registan.precedent.coverage import Reach
from registan.precedent.period import Period, period_of, shift
from registan.precedent.place import Place
from registan.precedent.query import Scope
from registan.precedent.reading import Filter, narrow_rows
from registan.precedent.row import Row
from registan.precedent.subject import Subject
from registan.precedent.whole import Whole, completions
from registan.world import days


@dataclass(frozen=True)
class Case:
    """A claim, resolved: the scope of its rows, and which of them count under a reading.

    `acting`: those who held the office for the time being are among its holders. `whole`: all of
    the place has to be visited, and a row counts that completes it.
    """

    claim: Claim
    archive: Archive
    subject: Subject
    place: Place
    reach: Reach
    as_of: str
    scope: Scope
    kept: Filter
    acting: bool = False
    whole: Whole | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that count, in order of their first day."""
        if self.whole:
            return tuple(stages[-1] for stages in self.completions)
        return narrow_rows(self.archive, self.scope, self.kept)

    @property
    def completions(self) -> tuple[tuple[Row, ...], ...]:
        """The visits that together led to all of the place, each time that this was done."""
        return completions(self.archive, self.scope, self.kept, self.whole) if self.whole else ()

    @property
    def keys(self) -> frozenset[int]:
        """The keys of the rows that count."""
        return frozenset(row.key for row in self.rows)

    @property
    def period(self) -> Period | None:
        """The claim's `since`, as days."""
        if self.claim.since and self.claim.until:
            return Period(period_of(self.claim.since).first, period_of(self.claim.until).last)
        return period_of(self.claim.since) if self.claim.since else None

    @property
    def known_to(self) -> str:
        """The last day that the answer rests on: of the claim or of the register."""
        return min(self.as_of, self.reach.last)

    @property
    def partial(self) -> bool:
        """Whether the register ends before the claim's day."""
        return self.as_of > self.reach.last

    @property
    def vouched_to(self) -> str:
        """The day up to which another visit after the register's last row is unlikely."""
        return shift(self.reach.last, days("since-the-end"))

    def own(self, rows: Iterable[Row] | None = None) -> list[Row]:
        """The subject's own rows; of any holder where the claim names no person."""
        persons = self.subject.persons
        source = self.rows if rows is None else rows
        return [row for row in source if persons is None or row.person in persons]

    def others(self, rows: Iterable[Row] | None = None) -> list[Row]:
        """The rows of other holders."""
        persons = self.subject.persons or ()
        source = self.rows if rows is None else rows
        return [row for row in source if row.person not in persons]

    def until(self, day: str) -> list[Row]:
        """The rows that began by `day`."""
        return list(self.rows[: bisect_right(self.rows, day, key=lambda row: row.start)])

    @property
    def horizon(self) -> str:
        """The last day on which a visit may begin that the claim announces."""
        return shift(self.as_of, days("announced-visit"))


def journey(own: Sequence[Row]) -> list[Row]:
    """Give the rows of the first visit's journey: those of the fortnight that it begins."""
    last = shift(own[0].start, days("one-journey")) if own else ""
    return [row for row in own if row.start <= last]


@dataclass(frozen=True)
class Finding:
    """What a form finds: an outcome, why (a template's key and its values), and the rows."""

    outcome: Outcome
    why: str
    values: dict[str, object] = field(default_factory=dict)
    backing: Sequence[Row] = ()
    opposing: Sequence[Row] = ()
    context: Sequence[Row] = ()


def ended_in_coverage(case: Case) -> bool:
    """Tell whether every term of the subject's persons ended inside the register's reach.

    A president's last weeks after his last journey are inside of it.
    """
    persons = case.subject.persons or ()
    terms = [
        term
        for term in case.archive.terms
        if term.person in persons and term.office in case.subject.offices
    ]
    return bool(terms) and all(term.end and term.end <= case.vouched_to for term in terms)
