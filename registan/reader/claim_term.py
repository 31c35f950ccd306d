"""A person's times in an American office: when the last began, and a president's terms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from registan.reader.claim_scene import AMERICAN
from registan.world import set_terms

PRESIDENT = "us-president"


def last_term_start(world: Any, person: str | None, day: str | None) -> str | None:
    """The beginning of the last American term that a person had begun by a day."""
    terms = world.terms(person) if person else ()
    begun = [t.start for t in terms if t.office in AMERICAN and t.start]
    return max((start for start in begun if not day or start <= f"{day}~"), default=None)


def presidential_terms(world: Any, person: str | None) -> list[tuple[str, str | None]]:
    """The terms of a president in order, each from one inauguration to the next."""
    terms = world.terms(person) if person else ()
    held = sorted((t.start, t.end) for t in terms if t.office == PRESIDENT and t.start)
    return [part for start, end in held for part in _split(start, end)]


def _split(start: str, end: str | None) -> Iterator[tuple[str, str | None]]:
    term = set_terms()[PRESIDENT]
    last = int(end[:4]) if end else int(start[:4]) + term.years
    years = range(min(term.begins), last + 1, term.years)
    begun = [term.begin(year) for year in years]
    within = [day for day in begun if start < day and (end is None or day < end)]
    yield from pairwise([start, *within, end])


__all__ = ["last_term_start", "presidential_terms"]
