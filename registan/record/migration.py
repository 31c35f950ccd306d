"""Migration: what brings a record of an older version to the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from registan.record.engine import Session

# Version n -> the statements that make it version n + 1.
STEPS: Final[dict[int, Callable[[Session], Sequence[str]]]] = {}
