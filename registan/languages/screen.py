"""Many regular expressions on one text: those whose letters the text lacks are not tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


class Screened(NamedTuple):
    """An expression, and letters in lower case of which a text must hold some for it to match."""

    regex: re.Pattern[str]
    needs: frozenset[str]


def screened(regex: re.Pattern[str]) -> Screened:
    """An expression with what it needs; it needs nothing where its letters do not tell."""
    return Screened(regex, _same(_needs(_parser.parse(regex.pattern, regex.flags))))


class Screen:
    """One text on which many expressions are tried."""

    def __init__(self, text: str) -> None:
        self.text, self._folded = text, text.lower()
        self._known: dict[frozenset[str], bool] = {frozenset(): True}

    def finditer(self, sought: Screened) -> Iterator[re.Match[str]]:
        """Where an expression stands in the text."""
        found = self._known.get(sought.needs)
        if found is None:
            found = any(letters in self._folded for letters in sought.needs)
            self._known[sought.needs] = found
        return sought.regex.finditer(self.text) if found else iter(())


@cache
def _same(needs: frozenset[str]) -> frozenset[str]:
    """One object for equal sets: looking it up again compares no members."""
    return needs


def _needs(parsed: Iterable[Any]) -> frozenset[str]:
    """Of all that must stand in a match, the choice of letters that fewest texts hold."""
    choices, run = [], ""
    for name, value in (*((str(op), value) for op, value in parsed), ("END", None)):
        if name == "LITERAL":
            run += chr(value).lower()
            continue
        if run:
            choices.append(frozenset({run}))
            run = ""
        choices.append(_inner(name, value))
    return min(filter(None, choices), key=_likelihood, default=frozenset())


def _inner(name: str, value: Any) -> frozenset[str]:
    if name == "SUBPATTERN":
        return _needs(value[-1])
    if name == "ATOMIC_GROUP":
        return _needs(value)
    if name in REPEATS and value[0]:
        return _needs(value[2])
    if name == "BRANCH":
        each = [_needs(branch) for branch in value[1]]
        return frozenset[str]().union(*each) if all(each) else frozenset()
    return frozenset()


def _likelihood(needs: frozenset[str]) -> float:
    return sum(4.0 ** -len(letters) for letters in needs)
