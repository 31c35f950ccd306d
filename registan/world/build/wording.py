"""How the sources of people write titles, offices and countries. Data: `sources.yml`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from registan.world.build.country import read_yaml


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """Read the file once."""
    return dict(read_yaml("sources.yml"))


@lru_cache(maxsize=1)
def titles() -> re.Pattern[str]:
    """Match all title words at the beginning of an entry."""
    longest_first = sorted(wording()["titles"].split(), key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"^(?:(?:{words})\b[.,:]?\s*)+", re.I)


@lru_cache(maxsize=1)
def not_holders() -> re.Pattern[str]:
    """Match the beginning of an entry that names no holder of the office."""
    return re.compile(wording()["not_holders"], re.I)


def office_of(label: str) -> str | None:
    """The office that a title means, None where it means none of those kept."""
    for pattern, office in wording()["offices"]:
        if re.search(pattern, label, re.I):
            return str(office)
    return None


def surname_first() -> frozenset[str]:
    """States in whose people's names the surname comes first."""
    return frozenset(wording()["surname_first"].split())
