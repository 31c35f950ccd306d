"""Window: a period to forecast, and what was known when the forecast was made."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

# The registers are published nine to thirteen months late; the worst of it is assumed.
PUBLICATION_DAYS = 396


class Window(NamedTuple):
    """A forecast made at the end of `as_of` of what happens after it and by `until`.

    Of the registers it may see only what began on or before `known`; of the calendar what was
    announced by `as_of`.
    """

    as_of: date
    until: date
    known: date

    @property
    def years(self) -> float:
        """The window's length in years."""
        return (self.until - self.as_of).days / 365.25


def make_window(as_of: date, until: date, *, lag: int = 0) -> Window:
    """Make a window whose registers end `lag` days before it begins."""
    return Window(as_of, until, as_of - timedelta(days=lag))
