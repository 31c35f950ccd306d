"""Quantity: the percentages, sums and counts of a sentence, to hold beside those of another.

Dates, years, hours and ordinals are none. Numbers in words are read as far as they are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml

from registan import world
from registan.languages import load, served
from registan.model import Record
from registan.record.likeness import alike

NUMBER = re.compile(
    r"(?<![\w.,:/–-])([A-Z]{0,3}[$€£¥₽]\s?)?"
    r"(\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d+(?:[.,]\d+)?)(?![\d:/–-]|\.\d)"
)
WORD = re.compile(r"[^\W\d_][\w-]*|[%$€£¥₽]")
GROUPED = re.compile(r"\d{1,3}([ \u00a0\u202f.,]\d{3})+")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
YEARS = range(1900, 2101)
SAME_THING = 0.5
LOOKED_AT = 48  # characters behind a number
SHORTEST = 4  # letters of what a number in words counts: no "of the", "sur les"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `data/quantities.yml`."""

    thousand: tuple[str, ...]
    million: tuple[str, ...]
    billion: tuple[str, ...]
    percent: tuple[str, ...]
    currencies: dict[str, tuple[str, ...]]
    of: frozenset[str]
    months: tuple[str, ...]
    other: tuple[str, ...]
    numerals: dict[int, tuple[str, ...]]
    beyond: frozenset[str]


class Quantity(Record, frozen=True, kw_only=True):
    """A number with what it counts: `%`, a currency, or the word behind it.

    `start` and `end` are its place in the sentence.
    """

    value: float
    sort: Literal["percent", "money", "count"]
    of: str
    text: str
    start: int
    end: int


@cache
def words() -> Words:
    """Read `data/quantities.yml`."""
    text = files("registan.record").joinpath("data/quantities.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Words)


@cache
def _numerals() -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of numbers in words, in the groups of `NUMBER`, and what they are."""
    values = {word: value for value, names in words().numerals.items() for word in names}
    return re.compile(rf"(?<![\w-])()({'|'.join(values)})(?![\w-])", re.IGNORECASE), values


@lru_cache(maxsize=4096)
def find_quantities(sentence: str) -> tuple[Quantity, ...]:
    """Give the quantities of a sentence, in its order."""
    found = (*_find(sentence, NUMBER), *_find(sentence, _numerals()[0]))
    return tuple(sorted(found, key=lambda q: q.start))


def comparable(one: Quantity, other: Quantity) -> bool:
    """Say whether two numbers count the same: a currency, per cent, or things named alike."""
    if one.sort != other.sort:
        return False
    if one.sort == "count":
        named_so = one.of == other.of or alike(one.of, other.of) >= SAME_THING
        return named_so or bool(_kinds_of(one.of) & _kinds_of(other.of))
    return one.of == other.of


def counts_several(sentence: str, things: str) -> bool:
    """Say whether a sentence counts two or more of what one of some words names."""
    named = things.casefold().split()
    return any(q.value > 1 and q.of.casefold() in named for q in find_quantities(sentence))


@lru_cache(maxsize=4096)
def _kinds_of(thing: str) -> frozenset[str]:
    """The kinds of events that a noun names in any language: "accords" and "Abkommen" are one."""
    word = thing.casefold()
    return frozenset(kind for stem, kind in _event_nouns() if word.startswith(stem))


@cache
def _event_nouns() -> frozenset[tuple[str, str]]:
    """The nouns of events, without the letter that a plural may change, with their kinds."""
    rules = [rule for lang in served() for rule in load(lang).events]
    nouns = {(noun, rule.kind) for rule in rules for noun in rule.nouns}
    return frozenset((n[:-1] if len(n) > SHORTEST else n, kind) for n, kind in nouns)


def _find(sentence: str, pattern: re.Pattern[str]) -> Iterator[Quantity]:
    for found in pattern.finditer(sentence):
        before = sentence[: found.start()].split()[-1:]
        if before and before[0].casefold().startswith(words().months):
            continue
        after = sentence[found.end() : found.end() + LOOKED_AT]
        following = _adjacent(after)
        if pattern is not NUMBER and not _is_counting(following):
            continue
        value, used = _scaled(found[2], following)
        rest = following[used:]
        sort = _sort(found[1], rest, sentence[found.end() :])
        if sort is None:
            continue
        end = found.end() + (following[used - 1].end() if used else 0)
        if sort[2]:
            end = found.end() + rest[sort[2] - 1].end()
        if sort[0] == "count" and used == 0 and value in YEARS and found[2].isdigit():
            continue
        yield Quantity(
            value=value,
            sort=sort[0],
            of=sort[1],
            text=sentence[found.start() : end],
            start=found.start(),
            end=end,
        )


def _is_counting(following: list[re.Match[str]]) -> bool:
    """ "Three agreements", but neither "two thirds" nor "two of the"."""
    word = following[0].group().casefold() if following else ""
    return len(word) >= SHORTEST and word not in words().beyond


def _adjacent(after: str) -> list[re.Match[str]]:
    """The words directly behind a number, up to the first sign between them, without "of"."""
    found: list[re.Match[str]] = []
    at = 0
    for match in WORD.finditer(after):
        between = after[at : match.start()].strip(" '’\u00a0\u202f")
        if between and not (between == "." and found and _is_scale(found[-1].group())):
            break
        if match.group().casefold() not in words().of:
            found.append(match)
        at = match.end()
    return found


def _is_scale(word: str) -> bool:
    """ "50 тыс. тонн", "3 Mio. Euro": a word for a power of ten may be cut short."""
    return word.casefold().startswith(tuple(w for n in SCALES for w in getattr(words(), n)))


def _scaled(number: str, following: list[re.Match[str]]) -> tuple[float, int]:
    """The value with its power of ten, and how many words tell that."""
    value = _value(number)
    if following:
        word = following[0].group().casefold()
        for name, factor in SCALES.items():
            if word.startswith(getattr(words(), name)):
                return value * factor, 1
    return value, 0


def _value(number: str) -> float:
    if number[0].isalpha():
        return _numerals()[1][number.casefold()]
    if GROUPED.fullmatch(number):
        return float(re.sub(r"\D", "", number))
    return float(number.replace(",", "."))


def _sort(
    sign: str | None, rest: list[re.Match[str]], after: str
) -> tuple[Literal["percent", "money", "count"], str, int] | None:
    """What is counted, and how many of the words behind tell that; None for dates and the like."""
    said = " ".join(m.group() for m in rest).casefold()
    if sign or rest:
        for code, names in words().currencies.items():
            if (sign and sign.strip().casefold() in names) or said.startswith(names):
                return "money", code, 0 if sign else 1
        first_two = " ".join(said.split()[1:])
        for code, names in words().currencies.items():
            if said and first_two.startswith(names):  # "200 million US dollars", "Swiss francs"
                return "money", code, 2
    if said.startswith(words().percent):
        return "percent", "%", 1
    at = 1 if len(rest) > 1 and _is_nationality(rest[0].group()) else 0
    counted = rest[at].group() if rest else ""
    attached = after[:1].isalpha() or after[:1] == "."  # "5th", "5e", "5."
    if not counted or attached or counted.casefold().startswith(words().other):
        return None
    return "count", counted, at + 1


@lru_cache(maxsize=4096)
def _is_nationality(word: str) -> bool:
    """ "37 Colombian prisoners" are prisoners."""
    found = (m for lang in served() for m in world.load().find(word, lang))
    return any(m.type == "nationality" for m in found)
