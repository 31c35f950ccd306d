"""Cutting words into the model's pieces."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tokenizers import Tokenizer

UNKNOWN = 3
LONGEST_WORD = 24  # pieces of one word that the network gets to see
_SPACES = re.compile("[ \u2581]+")


class Pieces:
    """The pruned vocabulary; every word is cut on its own, as if a space stood before it."""

    def __init__(self, path: Path) -> None:
        stored = json.loads(path.read_text(encoding="utf-8"))
        self._normal = {int(code): text for code, text in stored["normal"].items()}
        self._tokenizer = Tokenizer.from_str(json.dumps(stored["tokenizer"]))
        self._known: dict[str, list[int]] = {}

    def cut(self, word: str) -> list[int]:
        """The word's piece ids, at least one and at most `LONGEST_WORD`."""
        found = self._known.get(word)
        if found is None:
            found = self._cut(word)
            if len(self._known) < 200_000:
                self._known[word] = found
        return found

    def _cut(self, word: str) -> list[int]:
        plain = word.encode("utf-8", "replace").decode("utf-8")  # lone surrogates
        text = _SPACES.sub("\u2581", plain.translate(self._normal)).strip("\u2581")
        if not text:
            return [UNKNOWN]
        encoded = self._tokenizer.encode("\u2581" + text[:400], add_special_tokens=False)
        return list(encoded.ids[:LONGEST_WORD]) or [UNKNOWN]
