"""Location: which record is meant where none is named."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from registan.home import user_home

VARIABLE: Final = "REGISTAN_RECORD"


def default_place(environment: Mapping[str, str] | None = None) -> str:
    """Give REGISTAN_RECORD (a path or URL) where it is set, else `record.duckdb` in the home."""
    known = os.environ if environment is None else environment
    return known.get(VARIABLE) or str(user_home(environment) / "record.duckdb")
