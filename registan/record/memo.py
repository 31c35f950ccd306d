"""Memo: what was worked out of a report is worked out once, as long as the report is at hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar

from registan.record.noun import StoredReport

Value = TypeVar("Value")
MOST: Final = 65_536  # reports remembered, more than are at hand at once


def once_a_report(function: Callable[[StoredReport], Value]) -> Callable[[StoredReport], Value]:
    """Remember a function's answer for each report, told apart as objects.

    Hashing a report by its contents would cost more than most of what is asked of it.
    """
    known: dict[int, tuple[StoredReport, Value]] = {}

    @wraps(function)
    def answer(report: StoredReport) -> Value:
        found = known.get(id(report))
        if found is not None and found[0] is report:
            return found[1]
        if len(known) >= MOST:
            known.clear()
        value = function(report)
        known[id(report)] = (report, value)
        return value

    return answer
