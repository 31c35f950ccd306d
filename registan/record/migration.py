"""Migration: what brings a record of an older version to the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from registan.record.engine import Session


def _add_days_of_blocks(session: Session) -> Sequence[str]:
    """What was added before has no days there, and meets whatever shares a key with it."""
    return [
        f'ALTER TABLE block ADD COLUMN IF NOT EXISTS "{name}" text'
        for name in ("first_day", "last_day")
    ]


# Version n -> the statements that make it version n + 1.
STEPS: Final[dict[int, Callable[[Session], Sequence[str]]]] = {1: _add_days_of_blocks}
