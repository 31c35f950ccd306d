"""Judging claims of precedent against registers: `judge`, with readings, rows and coverage."""

from registan.precedent.judge import judge

__all__ = ["judge"]
