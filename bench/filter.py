"""Measure what a filter in front of the parser would save and lose.

Run: `python bench/filter.py FILE.jsonl...`, lines of {"lang", "text"}. A sentence without any name
that the world knows and without any word of an event rule would be skipped. Printed are the share
of such sentences and of the pieces in them that the network reads, and how many reports of the
whole reading would be gone.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from registan import world
from registan.checker import read_text
from registan.languages import load
from registan.reader.syntax.component import shared_network
from registan.reader.syntax.lemma import lemmatizer, read_table
from registan.reader.syntax.network import DATA
from registan.reader.syntax.pipeline import load as load_pipeline

TAGS = ("VERB", "NOUN")


@cache
def event_words(lang: str) -> frozenset[str]:
    """The last word of every verb and noun of a language's event rules."""
    found: set[str] = set()
    for rule in load(lang).events:
        supported = (*rule.light.values(), *rule.with_.values())
        found |= {*rule.verbs, *rule.nouns, *(n for nouns in supported for n in nouns)}
    return frozenset(word.split()[-1] for word in found)


def has_event_word(sentence: Any, lang: str) -> bool:
    """Whether a word may be an event word, whatever its tag would be."""
    lemmatize, words = lemmatizer(lang, read_table(DATA / "lemmas.json", lang)), event_words(lang)
    return any(
        lemmatize(token.text, tag, "").lower() in words
        for token in sentence
        if token.is_alpha
        for tag in TAGS
    )


def measure(text: str, lang: str) -> Counter[str]:
    """Sentences, pieces and reports of a text: all of them, and those that would be skipped."""
    mentions = world.load().find(text, lang)
    reports = read_text(text, lang=lang).reports
    counts: Counter[str] = Counter()
    for sentence in load_pipeline(lang)(text).sents:
        start, end = sentence.start_char, sentence.end_char
        size = shared_network(1).length([token.text for token in sentence])
        told = sum(start <= report.trigger_span.start < end for report in reports)
        counts.update(sentences=1, pieces=size, reports=told)
        if not any(start <= m.start < end for m in mentions) and not has_event_word(sentence, lang):
            counts.update({"sentences skipped": 1, "pieces skipped": size, "reports lost": told})
    return counts


def read_lines(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The texts and languages of JSON Lines."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            yield case["text"], case["lang"]


def main() -> None:
    counts: Counter[str] = Counter()
    for text, lang in read_lines(map(Path, sys.argv[1:])):
        counts += measure(text, lang)
    for name in ("sentences", "pieces"):
        share = counts[f"{name} skipped"] / counts[name]
        print(f"{counts[f'{name} skipped']} of {counts[name]} {name} skipped ({share:.1%})")
    print(f"{counts['reports lost']} of {counts['reports']} reports lost")


if __name__ == "__main__":
    main()
