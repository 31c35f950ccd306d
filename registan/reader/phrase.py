"""The words of a noun phrase: as far as they stand together, without what is said of it."""

from __future__ import annotations

from registan.languages import Grammar
from registan.model import Span as TextSpan
from registan.reader.tree import Doc, Span, Token

LEFT_OUT = frozenset(
    {
        "acl:relcl",
        "acl",
        "conj",
        "cc",
        "punct",
        "parataxis",
        "advcl",
        "case",
        "advmod",
        "cop",
        "aux",
        "mark",
        "nsubj",
        "obl",
        "det",
        "dep",
        "discourse",
    }
)


class Phrases:
    """The noun phrases of one document."""

    def __init__(self, doc: Doc, grammar: Grammar, dated: set[int]) -> None:
        self.doc, self.grammar, self.dated = doc, grammar, dated
        quotes = grammar.words("quote_pair")
        self.opening = frozenset(pair[0] for pair in quotes)
        self.closing = frozenset(pair[-1] for pair in quotes)

    def span(self, token: Token) -> TextSpan:
        """The characters of the noun phrase."""
        inside = [token, *self.inside(token)]
        low = min(t.i for t in inside)
        high = max(t.i for t in inside)
        # only the unbroken run around the head: a phrase never jumps over other words
        kept = {t.i for t in inside}
        first, last = token.i, token.i
        while first - 1 >= low and (first - 1 in kept or self._is_hyphen(first - 1, kept)):
            first -= 1
        while last + 1 <= high and (last + 1 in kept or self._opens_name(last + 1, kept)):
            last += 1
        if last + 1 < len(self.doc) and self.doc[last + 1].text[0] in self.closing:
            last += any(t.text[0] in self.opening for t in self.doc[first : last + 1])
        piece: Span = self.doc[first : _hyphened(self.doc, last) + 1]
        return TextSpan(start=piece.start_char, end=piece.end_char, text=piece.text)

    def _is_hyphen(self, sign: int, kept: set[int]) -> bool:
        """ "The Guinea-Bissau delegation": a hyphen between two words of the phrase."""
        tight = not self.doc[sign].whitespace_ and not self.doc[sign - 1].whitespace_
        return self.doc[sign].text == "-" and tight and sign - 1 in kept

    def _opens_name(self, quote: int, kept: set[int]) -> bool:
        """ "The agency «Xinhua»": a quotation mark inside the phrase, before a name of it."""
        return self.doc[quote].text[0] in self.opening and quote + 1 in kept

    def inside(self, token: Token, deep: bool = False) -> list[Token]:
        """The words of the phrase: no clause, no date, no place that the whole event lies in."""
        found: list[Token] = []
        for child in token.children:
            titled = child.dep_ == "dep" and child.pos_ in {"NOUN", "PROPN"}
            if (child.dep_ in LEFT_OUT and not titled) or child.i in self.dated:
                continue
            marks = [c for c in child.children if c.dep_ in {"case", "det"}]
            if deep and any(c.lower_ in self.grammar.words("place") for c in marks):
                continue
            found.extend([child, *self.inside(child, deep=True), *marks])
        return found


def full_name(token: Token) -> str:
    """A name with all of its parts, from whichever of them."""
    beside = [c for c in token.head.children if c.dep_ == "flat" and token.dep_ == "flat"]
    names = [token, *(c for c in token.children if c.dep_ == "flat" and c.pos_ == "PROPN")]
    names += [c for c in beside if c.i > token.i and c.pos_ == "PROPN"]
    found: list[str] = []
    end = -1
    for word in sorted(names, key=lambda t: int(t.i)):
        if word.i > end:
            end = _hyphened(word.doc, word.i)
            found.append(word.doc[word.i : end + 1].text)
    return " ".join(found)


def _hyphened(doc: Doc, at: int) -> int:
    """ "al-Rashed": the last token of the word that hyphens make of several."""
    while at + 2 < len(doc) and doc[at + 1].text == "-":
        if doc[at].whitespace_ or doc[at + 1].whitespace_ or doc[at + 2].dep_ == "conj":
            break
        at += 2
    return at
