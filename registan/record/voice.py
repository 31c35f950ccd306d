"""Voice: texts that repeat or translate one another count as one, the first of them the original.

A copy shares runs of words with its original; a translation says sentence for sentence the same.
Quoted words are left out of both: two outlets may quote one speaker without copying each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from registan.record.likeness import likenesses, vectors_of
from registan.record.noun import Copy, CopyKind, StoredDocument

RUN = 5  # words of a run that two texts share
COPIED = 0.5  # share of the shorter text's runs
SAID_ALIKE = 0.6  # likeness of two sentences that translate each other
TRANSLATED = 0.75  # share of the sentences of both texts that have their counterpart
NAMED = 0.4  # the same where the text itself names the outlet it comes from
LENGTHS = 0.5  # of the longer text's sentences, at the least, in what translates it
FEWEST = 3  # sentences, or numbers; two short notices on one event are alike without copying
NUMBERED = 0.4  # of the numbers in the text with fewer of them, at the least, in what translates it
LONGEST = 60  # sentences that are compared; the head of a long text tells whose it is
QUOTED = re.compile(r"„[^“”\"]+[“”\"]|“[^”]+”|»[^«]+«|«[^»]+»|\"[^\"\n]+\"")
SENTENCE = re.compile(  # "am 14. März" goes on
    r"(?<=[.!?…])(?<!\b\d\.)(?<!\b\d\d\.)\s+(?=\W?[A-ZÀ-ÞА-ЯЁ0-9])|\n+"
)
LETTERS = re.compile(r"\w+")
NUMBER = re.compile(r"\d{2,}")
SHORTEST = 4  # words


def find_copies(document: StoredDocument, candidates: Sequence[StoredDocument]) -> tuple[Copy, ...]:
    """Give which of the candidates the document repeats or translates, or is repeated by."""
    found = []
    for other in candidates:
        if other.origin.document != document.origin.document:
            first, second = _in_order(document, other)
            copy = _compare(first, second)
            if copy:
                found.append(copy)
    return tuple(found)


def prepare(pairs: Iterable[tuple[StoredDocument, Sequence[StoredDocument]]]) -> None:
    """Encode what comparing documents with their candidates needs, all at once, which is faster.

    Texts of one language are compared word by word, and need none of it.
    """
    foreign = [
        (document, other)
        for document, others in pairs
        for other in others
        if document.origin.lang != other.origin.lang and may_translate(document, other)
    ]
    vectors_of([sentence for pair in foreign for one in pair for sentence in _sentences(one.text)])


def may_translate(one: StoredDocument, other: StoredDocument) -> bool:
    """Say whether two texts may translate each other, before their sentences are compared.

    They have so many sentences that most of either may have a counterpart, and numbers in common,
    which stand in a translation as in its original.
    """
    fewer, more = sorted((len(_sentences(one.text)), len(_sentences(other.text))))
    here, there = _numbers(one.text), _numbers(other.text)
    least = min(len(here), len(there))
    unlike = least >= FEWEST and len(here & there) < NUMBERED * least
    return fewer >= FEWEST and fewer >= LENGTHS * more and not unlike


def _in_order(one: StoredDocument, other: StoredDocument) -> tuple[StoredDocument, StoredDocument]:
    """The original first: whom the other names as its source, else who published earlier."""
    if names_source(one, other) != names_source(other, one):
        return (other, one) if names_source(one, other) else (one, other)
    ordered = sorted((one, other), key=lambda d: (d.origin.published or "9999", d.origin.document))
    return ordered[0], ordered[1]


def names_source(document: StoredDocument, other: StoredDocument) -> bool:
    """Say whether a document says of itself that it was first published by the other's outlet."""
    said, publisher = document.origin.first_published, other.origin.publisher
    if not said or not publisher:
        return False
    here, there = said.casefold(), publisher.casefold()
    return here in there or there in here


def _compare(first: StoredDocument, second: StoredDocument) -> Copy | None:
    if first.origin.lang == second.origin.lang:
        share = shared_runs(first.text, second.text)
        kind: CopyKind = "syndicated"
        said = f"{share:.0%} of its runs of {RUN} words stand in"
        enough = COPIED
    else:
        if not may_translate(first, second):
            return None
        share = shared_sentences(first.text, second.text)
        kind, enough = "translation", TRANSLATED
        said = f"{share:.0%} of the sentences have their counterpart in"
    named = names_source(second, first)
    if share < (NAMED if named else enough):
        return None
    source = f"; it says that it was first published by {first.origin.publisher}" if named else ""
    return Copy(
        document=second.origin.document,
        original=first.origin.document,
        kind=kind,
        because=f"{said} {first.origin.id}{source}",
    )


def shared_runs(one: str, other: str) -> float:
    """The share of the shorter text's runs of words that the other text holds too."""
    here, there = _runs(one), _runs(other)
    smaller = min(len(here), len(there))
    return len(here & there) / smaller if smaller >= RUN else float(one.split() == other.split())


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = LETTERS.findall(QUOTED.sub(" ", text).casefold())
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def shared_sentences(one: str, other: str) -> float:
    """The share of both texts' sentences that have a counterpart saying the same."""
    here, there = _sentences(one), _sentences(other)
    table = likenesses(here, there)
    matched = [np.max(table, axis=axis) >= SAID_ALIKE for axis in (0, 1)]
    return float(min(np.mean(side) for side in matched))


@lru_cache(maxsize=512)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(NUMBER.findall(text))


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[str, ...]:
    parts = SENTENCE.split(QUOTED.sub(" ", text))
    long = [" ".join(p.split()) for p in parts if len(LETTERS.findall(p)) >= SHORTEST]
    return tuple(long[:LONGEST])
