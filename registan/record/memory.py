"""Memory: what adding keeps at hand from one batch to the next, so as to work nothing out twice.

News that is added together is of the same days and parties. What is kept is bounded, and never
decides anything: without it the same comes out, later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from registan.record.agreement import Judgement, judge
from registan.record.noun import Correction, StoredReport
from registan.record.shelf import Frames, Shelf

MOST_REPORTS: Final = 30_000
MOST_PAIRS: Final = 1_000_000


class Memory:
    """Reports of the record as people corrected them, and how pairs of reports were judged."""

    def __init__(self) -> None:
        self._clear(())

    def _clear(self, corrections: Sequence[Correction]) -> None:
        self._corrections = tuple(corrections)
        self.frames = Frames()
        self.shelf = Shelf(self.frames)
        self._judged: dict[tuple[str, str], Judgement] = {}

    def renew(self, corrections: Sequence[Correction]) -> None:
        """Forget all where people decided something since, or where too much is kept."""
        full = len(self.shelf) > MOST_REPORTS or len(self._judged) > MOST_PAIRS
        if full or self._corrections != tuple(corrections):
            self._clear(corrections)

    def judge(self, one: StoredReport, other: StoredReport) -> Judgement:
        """Judge two reports, the earlier first, once."""
        pair = one.key, other.key
        found = self._judged.get(pair)
        if found is None:
            found = self._judged[pair] = judge(one, other)
        return found
