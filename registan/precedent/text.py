"""Comparing names: one plain form for every spelling of the same letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "ʻ": ""})


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Give `name` in lower case, without accents, brackets and punctuation."""
    text = re.sub(r"\(.*?\)", " ", name).lower().translate(_LETTERS)
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter)
    )
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())
