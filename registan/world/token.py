"""Words of a text with their offsets, and the normal form under which names are looked up."""

from __future__ import annotations

import re
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+|\+")
APOSTROPHES = "'’ʼ`´"


class Token(NamedTuple):
    """One word: its text, small-letter key and offsets."""

    text: str
    key: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Split a text into words; hyphens, apostrophes and dots separate."""
    return [Token(m.group(), fold_case(m.group()), m.start(), m.end()) for m in WORD.finditer(text)]


def fold_case(word: str) -> str:
    """Write a word in small letters, `ё` as `е`."""
    return word.lower().replace("ё", "е")


def to_key(name: str) -> str:
    """Give the lookup key of a name: its words in small letters, joined by blanks."""
    return " ".join(fold_case(word) for word in WORD.findall(name))
