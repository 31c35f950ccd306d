"""Period: the days that an EDTF date allows, under the name that the claim forms know it by."""

from registan.model.period import (
    FIRST_DAY,
    LAST_DAY,
    Period,
    period_of,
    shift,
)

__all__ = ["FIRST_DAY", "LAST_DAY", "Period", "period_of", "shift"]
