"""Matter: what agreements are about, where it is one of those that are known by many words."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import msgspec
import yaml


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One matter of `data/matters.yml`; `matches` are words that name it, `rejects` do not."""

    words: tuple[str, ...]
    matches: tuple[str, ...]
    rejects: tuple[str, ...]


@cache
def matters() -> dict[str, Matter]:
    """Read `data/matters.yml`."""
    text = files("registan.record").joinpath("data/matters.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, Matter])


@lru_cache(maxsize=16384)
def matters_of(said: str) -> frozenset[str]:
    """Give the known matters that words name: "fish and trade" name two."""
    padded = f" {said.casefold()} "
    return frozenset(n for n, m in matters().items() if any(f" {w}" in padded for w in m.words))
