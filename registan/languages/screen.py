"""Many regular expressions on one text: those whose letters the text lacks are not tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

Meaning = TypeVar("Meaning")
REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


class Screen(Generic[Meaning]):
    """Expressions with what each of them means, for all of which texts are searched."""

    def __init__(self, expressions: Iterable[tuple[Meaning, re.Pattern[str]]]) -> None:
        self.expressions = tuple(expressions)
        self._places: dict[frozenset[str], list[int]] = {}
        for place, (_, regex) in enumerate(self.expressions):
            self._places.setdefault(needs(regex), []).append(place)

    def finditer(self, text: str) -> Iterator[tuple[Meaning, re.Match[str]]]:
        """Where expressions stand in a text: all matches of the first, then of the next."""
        for place in sorted(self._likely(text.lower())):
            meaning, regex = self.expressions[place]
            for match in regex.finditer(text):
                yield meaning, match

    def _likely(self, folded: str) -> list[int]:
        """The places of the expressions whose letters the text holds."""
        found: list[int] = []
        for letters, places in self._places.items():
            for one in letters or ("",):
                if one in folded:
                    found += places
                    break
        return found


def needs(regex: re.Pattern[str]) -> frozenset[str]:
    """Letters in lower case of which any text that matches holds some; none where nothing tells."""
    return _needs(_parser.parse(regex.pattern, regex.flags))


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


def _likelihood(letters: frozenset[str]) -> float:
    return sum(4.0 ** -len(one) for one in letters)
