"""Rules of thumb and days set by law, with their reasons: `thumbs.yml` and `terms.yml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec
import yaml

from registan.world.store import DATA


class Thumb(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number that a span of time is taken for, what it counts, and why."""

    number: float
    of: Literal["days", "years", "share", "year"]
    because: str


class SetTerm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many years a term lasts, and by the first year of a rule the day on which it begins."""

    years: int
    begins: dict[int, str]

    def begin(self, year: int) -> str:
        """Give the day on which a term begins in a year."""
        rule = max(first for first in self.begins if first <= year)
        return f"{year}-{self.begins[rule]}"


@lru_cache(maxsize=1)
def load_thumbs() -> dict[str, Thumb]:
    """Read `thumbs.yml` once."""
    text = (DATA / "thumbs.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, Thumb])


@lru_cache(maxsize=1)
def set_terms() -> dict[str, SetTerm]:
    """Read `terms.yml` once: by office."""
    text = (DATA / "terms.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, SetTerm])


def days(thumb: str) -> int:
    """Give a rule of thumb in days; KeyError where there is none of that name."""
    return int(load_thumbs()[thumb].number)
