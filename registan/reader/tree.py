"""A text's words with their tree, which the reader walks some hundred thousand times an article.

`Doc`, `Span` and `Token` bear the names and the meaning that they have in spaCy, whose document
they are made from; but a word is made once and keeps its children, where spaCy makes both anew at
each look. Sentences stay as they were read, whatever is mended in the tree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Literal, overload

import spacy.tokens

from registan.reader.syntax import parse

PLACE = attrgetter("i")


class Features(frozenset[str]):
    """Morphological features of Universal Dependencies, each value as "Case=Gen"."""

    values: dict[str, list[str]]

    def get(self, name: str, default: list[str] | None = None) -> list[str]:
        """The values of one feature, [] (or `default`) where it is not told."""
        return self.values.get(name, default if default is not None else [])

    def __str__(self) -> str:
        return "|".join(f"{name}={','.join(values)}" for name, values in self.values.items())


@lru_cache(maxsize=4096)
def read_features(written: str) -> Features:
    """Read features as treebanks write them ("Case=Gen|PronType=Dem,Rel"; "" for none)."""
    pairs = [one.split("=", 1) for one in sorted(written.split("|") if written else ())]
    values = {name: listed.split(",") for name, listed in pairs}
    features = Features(f"{name}={one}" for name, listed in values.items() for one in listed)
    features.values = values
    return features


class Token:
    """A word of a `Doc`: its place `i`, its first character `idx`, and what is said of it.

    `head` is the word itself at a sentence's root; to set it moves the word with all below it.
    """

    __slots__ = (
        "_edges",
        "_head",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "i",
        "idx",
        "is_punct",
        "is_space",
        "lemma_",
        "lower_",
        "modifier",
        "morph",
        "norm_",
        "pos_",
        "sent",
        "text",
        "whitespace_",
    )

    doc: Doc
    sent: Span
    modifier: str
    """A compound's first part ("Kanzler" of "Kanzlerbesuch"), else empty."""

    def __init__(self, doc: Doc, token: spacy.tokens.Token) -> None:
        self.doc, self.i, self.idx = doc, token.i, token.idx
        self.text, self.lower_, self.whitespace_ = token.text, token.lower_, token.whitespace_
        self.norm_, self.lemma_, self.modifier = token.norm_, token.lemma_, ""
        self.pos_, self.dep_, self.morph = token.pos_, token.dep_, read_features(str(token.morph))
        self.is_punct, self.is_space = token.is_punct, token.is_space
        self._head = self
        self.children: tuple[Token, ...] = ()
        self._edges: tuple[int, Token, Token] | None = None
        self._subtree: tuple[int, list[Token]] | None = None

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def head(self) -> Token:
        """The word above, or the word itself at the root."""
        return self._head

    @head.setter
    def head(self, head: Token) -> None:
        before = self._head
        if before is head:
            return
        if before is not self:
            before.children = tuple(c for c in before.children if c is not self)
        if head is not self:
            head.children = tuple(sorted((*head.children, self), key=PLACE))
        self._head = head
        self.doc.changes += 1

    @property
    def is_sent_start(self) -> bool:
        """Is it the first word of its sentence?"""
        return self.i == self.sent.start

    @property
    def like_num(self) -> bool:
        """Is it a number, in figures or in words?"""
        return bool(self.doc.source[self.i].like_num)

    @property
    def lefts(self) -> tuple[Token, ...]:
        """Children in front of the word."""
        return tuple(c for c in self.children if c.i < self.i)

    @property
    def rights(self) -> tuple[Token, ...]:
        """Children behind the word."""
        return tuple(c for c in self.children if c.i > self.i)

    @property
    def subtree(self) -> list[Token]:
        """The word with all below it, those of its left children first."""
        if self._subtree is None or self._subtree[0] != self.doc.changes:
            found = [t for c in self.lefts for t in c.subtree]
            found.append(self)
            found += [t for c in self.rights for t in c.subtree]
            self._subtree = self.doc.changes, found
        return self._subtree[1]

    @property
    def left_edge(self) -> Token:
        """The first word of the subtree."""
        return self._edge()[1]

    @property
    def right_edge(self) -> Token:
        """The last word of the subtree."""
        return self._edge()[2]

    def _edge(self) -> tuple[int, Token, Token]:
        if self._edges is None or self._edges[0] != self.doc.changes:
            first = last = self
            for child in self.children:
                _, left, right = child._edge()
                first, last = min(first, left, key=PLACE), max(last, right, key=PLACE)
            self._edges = self.doc.changes, first, last
        return self._edges

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above, the nearest first."""
        word = self
        for _ in self.doc:
            if word._head is word:
                return
            word = word._head
            yield word

    def is_ancestor(self, descendant: Token) -> bool:
        """Is it above the other word?"""
        return self in descendant.ancestors

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other words of a coordination."""
        first = self
        while first._head is not first and first.dep_ == "conj":
            first = first._head
        found = [first]
        for word in found:
            found += [c for c in word.rights if c.dep_ == "conj"]
        return tuple(word for word in found if word is not self)

    def nbor(self, distance: int = 1) -> Token:
        """The word so many places on. Raises IndexError outside the text."""
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


class Span:
    """Words of a `Doc` from `start` up to `end`, which is no longer of it."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, int, int]:
        return id(self.doc), self.start, self.end

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, int):
            return self.doc.tokens[self.start : self.end][place]
        start, end, _ = place.indices(len(self))
        return Span(self.doc, self.start + start, self.start + max(start, end))

    @property
    def start_char(self) -> int:
        """The first character."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The character behind the last one."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they are written."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        """The sentence in which it begins."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The highest word, of several the first."""
        return min(self, key=_depth)


class Doc:
    """The words of a text that is in one language."""

    __slots__ = ("_ends", "_starts", "changes", "lang_", "sents", "source", "text", "tokens")

    def __init__(self, doc: spacy.tokens.Doc) -> None:
        """Take the words, sentences and trees of spaCy's document."""
        self.source, self.text, self.lang_ = doc, doc.text, doc.lang_
        self.changes = 0
        """How often a head was set since."""
        self.tokens = [Token(self, token) for token in doc]
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token, read in zip(self.tokens, doc, strict=True):
            head = self.tokens[read.head.i]
            if head is not token:
                token._head = head
                below[head.i].append(token)
        for token, children in zip(self.tokens, below, strict=True):
            token.children = tuple(children)
        self.sents = tuple(Span(self, s.start, s.end) for s in doc.sents) if self.tokens else ()
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence
        self._starts = [token.idx for token in self.tokens]
        self._ends = [token.idx + len(token.text) for token in self.tokens]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def char_span(
        self, start: int, end: int, alignment_mode: Literal["expand", "contract"]
    ) -> Span | None:
        """The words between two characters; None if there are none.

        Words that lie only partly between them are taken ("expand") or left out ("contract").
        """
        if alignment_mode == "expand":
            first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        else:
            first, last = bisect_left(self._starts, start), bisect_right(self._ends, end)
        return Span(self, first, last) if first < last else None


def read_tree(text: str, lang: str) -> Doc:
    """Read the words, sentences and trees of a text in one language."""
    return Doc(parse([text], lang)[0])


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
