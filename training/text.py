"""Registan's own sentences, cut into words: plain text of the news for the teachers to speak on.

``python -m training.text > build/texts.jsonl`` writes ``{"lang", "words"}`` for each.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
import yaml

from registan.reader.syntax.token import tune_tokenizer

TESTS = Path("tests")
TEXTS = Path("training/texts")  # a file a language, a sentence a line


def sentences() -> Iterator[tuple[str, str]]:
    """(language, text) of every golden case, of every rule's example, and of ``texts``."""
    for path in sorted((TESTS / "reader" / "golden").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            yield case.get("lang") or path.stem.rpartition("-")[2], case["text"]
    for path in sorted((TESTS / "record" / "golden").glob("*.yml")):
        for article in yaml.safe_load(path.read_text(encoding="utf-8"))["articles"]:
            for part in re.split(r"(?<=[.!?])\s+", article["text"].strip()):
                yield article["lang"], part
    for path in sorted(TEXTS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.stem, line.strip()


def main() -> None:
    """Prints the sentences' words as JSON Lines."""
    tokenizers = {}
    for lang, text in dict.fromkeys(sentences()):
        if lang not in tokenizers:
            tokenizers[lang] = spacy.blank(lang)
            tune_tokenizer(tokenizers[lang])
        words = [token.text for token in tokenizers[lang](text) if not token.is_space]
        json.dump({"lang": lang, "words": words}, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
