"""Summary: what an adding brought in, what was there already, and what was left out and why."""

from __future__ import annotations

from registan.model import Record


class LeftOut(Record, frozen=True, kw_only=True):
    """An input that was not added, with the reason in one sentence."""

    source: str
    reason: str


class Summary(Record, frozen=True, kw_only=True):
    """What one adding did; `stopped` says why it ended before its time, `interrupted` by a user."""

    record: str
    new: int = 0
    known: int = 0
    silent: int = 0
    reports: int = 0
    claims: int = 0
    quotes: int = 0
    left_out: tuple[LeftOut, ...] = ()
    stopped: str | None = None
    interrupted: bool = False
