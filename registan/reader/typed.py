"""A question as people type it: without capitals, marks or care, made readable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

import msgspec
import simplemma

from registan.languages import table
from registan.reader.claim_scene import AMERICAN
from registan.reader.claim_subject import LEADERS

LONGEST = 4  # Words that a name in small letters has at most.
SHORTEST = 5  # Letters that a misspelt name has at least.
ALIKE = 0.8
NAMES = frozenset({"country", "city", "region", "organisation", "metonym"})
WORD = re.compile(r"[^\W\d_](?:[\w’']|-(?=\w))*")
PART = re.compile(r"(^|[\s-]|\b[dl]['’])([^\W\d_])")
END = re.compile(r"[.!?…][\"”»“']*$")


class TypedRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What people type for a word: a pattern and what to read, or words that are no names."""

    id: str
    pattern: str = ""
    put: str = ""
    words: tuple[str, ...] = ()
    matches: str = ""
    rejects: str = ""


def tidy(text: str, lang: str, world: Any) -> str:
    """The question with its mark, its abbreviations spelt out and its names in capitals."""
    said = text.strip()
    for pattern, put in _replacements(lang):
        said = pattern.sub(put, said)
    said = _capitalise(said, lang, world)
    said = said[:1].upper() + said[1:]
    return said if END.search(said) else f"{said}?"


def respell(text: str, lang: str, world: Any) -> str:
    """The question with each word that no dictionary has put as the one name most like it."""

    def put(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        if len(word) < SHORTEST or small in _no_names(lang) or simplemma.is_known(small, lang):
            return word
        if any(_names(word[:1].upper() + word[1:], lang, world)):
            return word
        near = get_close_matches(word.capitalize(), _spelt(lang, world), n=2, cutoff=ALIKE)
        return near[0] if near and near[0][0] == word[0].upper() else word

    return WORD.sub(put, text)


@lru_cache(maxsize=8)
def _replacements(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [row for row in table(lang, "typed", TypedRow) if row.pattern]
    return tuple((re.compile(row.pattern, re.IGNORECASE), row.put) for row in rows)


@lru_cache(maxsize=8)
def _no_names(lang: str) -> frozenset[str]:
    return frozenset(word for row in table(lang, "typed", TypedRow) for word in row.words)


def _capitalise(text: str, lang: str, world: Any) -> str:
    """Names that stand in small letters, longest first, with their capitals."""
    words = list(WORD.finditer(text))
    done, at = [], 0
    while at < len(words):
        for first, last in _spans(words, at):
            small = text[first.start() : last.end()]
            big = _as_name(small, lang, world)
            if big:
                done.append((first.start(), last.end(), big))
                at = words.index(last)
                break
        at += 1
    for start, end, big in reversed(done):
        text = text[:start] + big + text[end:]
    return text


def _spans(words: list[re.Match[str]], at: int) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    for last in reversed(words[at : at + LONGEST]):
        yield words[at], last


def _as_name(small: str, lang: str, world: Any) -> str | None:
    """The words as a name with capitals; None where they are none, or have capitals already."""
    if small != small.lower() or small in _no_names(lang):
        return None
    title = PART.sub(lambda m: m.group(1) + m.group(2).upper(), small)
    linked = " ".join(w if len(w) > 3 or i == 0 else w.lower() for i, w in enumerate(title.split()))
    return next((big for big in (title, linked) if any(_names(big, lang, world))), None)


def _names(big: str, lang: str, world: Any) -> Iterator[bool]:
    """Whether the whole is the name of a place, a leader, or an office written with a capital."""
    for mention in world.find(big, lang):
        if (mention.start, mention.end) != (0, len(big)):
            continue
        if mention.type in NAMES or (mention.type == "office" and lang == "de"):
            yield True
        if mention.type == "person" and any(_leads(i, world) for i in mention.ids):
            yield True


def _leads(person: str, world: Any) -> bool:
    return any(t.office in AMERICAN or t.office in LEADERS for t in world.terms(person))


@lru_cache(maxsize=8)
def _spelt(lang: str, world: Any) -> tuple[str, ...]:
    """The names that a misspelt word may be: states, and surnames of the offices followed."""
    found = {world.country_name(code, lang) for code in world.countries}
    for key, person in world.persons.items():
        if any(t.office in AMERICAN for t in world.terms(key)):
            found |= {name.split()[-1] for name in person.names.get(lang, (person.surname,))}
    return tuple(sorted(name for name in found if name and len(name) >= SHORTEST - 1))


__all__ = ["TypedRow", "respell", "tidy"]
