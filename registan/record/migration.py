"""Migration: what brings a record of an older version to the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from registan.record import fetch
from registan.record.change import Change
from registan.record.engine import Session
from registan.record.entry import block_rows

PAGE: Final = 1000  # reports whose rows are written at once


def _add_days_of_blocks(session: Session) -> Sequence[str]:
    """What was added before has no days there, and meets whatever shares a key with it."""
    return [
        f'ALTER TABLE block ADD COLUMN IF NOT EXISTS "{name}" text'
        for name in ("first_day", "last_day")
    ]


def _renew_blocks(session: Session) -> Sequence[str]:
    """What was added before is found by the keys of today; cut off half-way it begins anew."""
    keys = sorted(fetch.column_of(session, fetch.table_of(session, "report"), "key"))
    for start in range(0, len(keys), PAGE):
        page, change = keys[start : start + PAGE], Change()
        change.drop("block", "report", page)
        for report in fetch.fetch_reports(session, page):
            change.add("block", block_rows(report))
        session.write(change)
    return []


# Version n -> the statements that make it version n + 1.
STEPS: Final[dict[int, Callable[[Session], Sequence[str]]]] = {
    1: _add_days_of_blocks,
    2: _renew_blocks,
}
