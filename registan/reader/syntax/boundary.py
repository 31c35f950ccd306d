"""Where sentences begin, from a language's abbreviations, months and sentence openers.

A paragraph break always ends a sentence, and so does a line break unless the text is hard-wrapped.
Otherwise a sentence ends at ``.``, ``!``, ``?`` or ``…`` with any closing quotes and brackets, if
what follows can open one and the full stop is none of an abbreviation, an initial or an ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import msgspec
from spacy.tokens import Doc, Token

from registan.languages.folder import page

ENDS = re.compile(r"[.!?…]*[.!?…][.!?…]*$")
BULLETS = "-–—•*#"
NARROWEST = 50  # characters of a hard-wrapped paragraph's widest line
WIDEST = 120  # characters of a hard-wrapped line


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and the sentences that it must give; the tests run these."""

    text: str
    sentences: list[str]


class Boundaries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``languages/<code>/sentences.yml``; every list is in lower case, without the full stop.

    ``never``: abbreviations that more of the sentence always follows. ``sometimes``: those that can
    stand last; then only an opener begins a new sentence. ``openers``: words that often begin a
    sentence and are no names. ``opening`` and ``closing``: quotes and brackets; one that is both
    counts by the side on which it is glued. ``ordinals``: whether "5." is an ordinal. ``months``:
    what an ordinal day precedes. ``speech``: verbs that go on after a quotation that ended in ``!``
    or ``?``.
    """

    never: list[str]
    sometimes: list[str]
    openers: list[str]
    months: list[str]
    speech: list[str]
    opening: str
    closing: str
    ordinals: bool
    examples: list[Example]


@cache
def read_boundaries(lang: str) -> Boundaries:
    """The language's file; `DataError` names it where it is missing or wrong."""
    return page(lang, "sentences", Boundaries, "sentence rules")


class Splitter:
    """Finds sentence starts in tokenised text of one language."""

    def __init__(self, rules: Boundaries) -> None:
        self._never, self._sometimes = frozenset(rules.never), frozenset(rules.sometimes)
        self._openers, self._months = frozenset(rules.openers), frozenset(rules.months)
        self._speech, self._ordinals = frozenset(rules.speech), rules.ordinals
        self._opening, self._closing = frozenset(rules.opening), frozenset(rules.closing)

    def starts(self, doc: Doc) -> list[int]:
        """Places of the tokens that begin a sentence, the first being 0; none for an empty text."""
        if not len(doc):
            return []
        hard = _hard_breaks(doc)
        found = [0]
        for token in doc[1:]:
            if token.i in hard or (not token.is_space and self._begins(doc, token, found[-1])):
                found.append(token.i)
        return found

    def _begins(self, doc: Doc, token: Token, start: int) -> bool:
        """Whether ``token`` opens a sentence, the present one having begun at ``start``."""
        if not (self._is_opening(token) or _opens(token.text)):
            return False
        at = _before(doc, token.i - 1, start)
        closed = False
        while at > start and self._is_closing(doc, at):
            at, closed = _before(doc, at - 1, start), True
        if at < start or not ENDS.search(doc[at].text) or not _apart(doc, token):
            return False
        if doc[at].text[-1:] == ".":
            return self._stops(doc, at, token, start, closed)
        return not (closed and self._reports(doc, token))

    def _is_opening(self, token: Token) -> bool:
        mark = token.text
        if mark[:1] in BULLETS:
            following = token.doc[token.i + 1 : token.i + 2]
            return not mark[1:].isalnum() and any(_opens(t.text) for t in following)
        both = mark in self._closing and token.whitespace_
        return bool(set(mark) <= self._opening and not both)

    def _is_closing(self, doc: Doc, at: int) -> bool:
        mark = doc[at].text
        glued = not doc[at - 1].whitespace_ and not doc[at - 1].is_space
        return mark in self._closing and (glued or mark not in self._opening)

    def _stops(self, doc: Doc, at: int, after: Token, start: int, closed: bool) -> bool:
        """Whether the full stop at ``at`` ends a sentence."""
        word = doc[at].text
        if word == "." and at > start and not doc[at - 1].whitespace_:
            word = doc[at - 1].text + "."
        stem = word.rstrip(".").lower()
        if not stem or closed:
            return True
        if stem in self._never or (len(stem) == 1 and stem.isalpha() and word[0].isupper()):
            return False
        opens = _first_word(doc, after).lower() in self._openers
        if stem in self._sometimes or _is_dotted(word):
            return opens
        if stem.isdigit():
            return self._number_stops(doc, stem, after, start, at, opens)
        return True

    def _number_stops(
        self, doc: Doc, digits: str, after: Token, start: int, at: int, opens: bool
    ) -> bool:
        if after.lower_ in self._months or at - start <= 1:
            return False
        return opens or not self._ordinals or len(digits) > 2

    def _reports(self, doc: Doc, after: Token) -> bool:
        """Whether a verb of speech follows closely: the sentence goes on after its quotation."""
        return any(token.lower_ in self._speech for token in doc[after.i : after.i + 4])


def _opens(text: str) -> bool:
    """Whether a word can open a sentence: capital, digit, or a letter of a script without cases."""
    first = text[:1]
    return (
        first.isupper() or first.isdigit() or (first.isalpha() and first.lower() == first.upper())
    )


def _before(doc: Doc, at: int, start: int) -> int:
    while at > start and doc[at].is_space:
        at -= 1
    return at


def _apart(doc: Doc, token: Token) -> bool:
    """Whether white space stands before the token, or an opening mark that stands apart."""
    return bool(doc[token.i - 1].whitespace_) or doc[token.i - 1].is_space


def _first_word(doc: Doc, token: Token) -> str:
    words = (t.text for t in doc[token.i : token.i + 3] if t.text[:1].isalnum())
    return next(words, "")


def _is_dotted(word: str) -> bool:
    """Whether a word is letters with inner full stops: "U.S.", "т.е."."""
    return "." in word.rstrip(".")


def _hard_breaks(doc: Doc) -> set[int]:
    """Places of the tokens after a line break that ends a sentence."""
    wrapped = _wrapped_breaks(doc.text)
    found = set()
    for token in doc[:-1]:
        if not token.is_space or "\n" not in token.text.replace("\r\n", "\n").replace("\r", "\n"):
            continue
        if any(b not in wrapped for b in _breaks(token)):
            found.add(token.i + 1)
    return found


def _breaks(token: Token) -> Sequence[int]:
    return [token.idx + i for i, c in enumerate(token.text) if c in "\n\r"]


def _wrapped_breaks(text: str) -> set[int]:
    """Offsets of the line breaks that only wrap a paragraph.

    A break wraps if the line would have become wider than the paragraph's widest had its next word
    stood on it too; of only two lines the second must go on in lower case.
    """
    found: set[int] = set()
    start = 0
    for block in re.split(r"(\n[ \t\r]*\n\s*)", text):
        lines = block.split("\n")
        widest = max(map(len, lines))
        offset = start
        for line, following in pairwise(lines):
            offset += len(line)
            word = following.split(maxsplit=1)[0] if following.strip() else ""
            runs_on = len(lines) > 2 or word[:1].islower()
            wide = NARROWEST <= widest <= WIDEST
            if word and runs_on and wide and len(line.rstrip()) + 1 + len(word) > widest:
                found.update({offset, offset - 1} if line.endswith("\r") else {offset})
            offset += 1
        start += len(block)
    return found
