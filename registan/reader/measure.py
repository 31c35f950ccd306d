"""Nouns of measure ("two rounds of talks", "a group of ministers"): what they count is meant."""

from __future__ import annotations

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.tree import Doc, Token

COUNTED = frozenset({"nmod", "nmod:poss", "dep"})
OWN = frozenset({"amod", "nummod", "punct", "compound", "advmod", "measure"})


def see_through(doc: Doc, grammar: Grammar) -> None:
    """Let the counted noun take its measure's place in the tree, in place; the measure hangs on it.

    Lexemes must be set. The measure keeps its number and adjectives; its article, preposition and
    further complements pass to the counted noun, whose "of" passes to the measure.
    """
    measures = grammar.words("measure")
    for token in doc if measures else ():
        if token.norm_ in measures and token.pos_ == "NOUN":
            counted = _counted(token, grammar)
            if counted is not None:
                _swap(token, counted)


def _counted(measure: Token, grammar: Grammar) -> Token | None:
    """The noun after "of" (or in the bare genitive) that stands behind its measure."""
    for child in measure.children:
        if child.dep_ not in COUNTED or child.i < measure.i:
            continue
        preposition = clause.preposition(child, grammar)
        if preposition in grammar.words("counted_by"):
            return child
        if preposition is None and clause.has(child, "Case", "Gen"):
            return child
    return None


def _swap(measure: Token, counted: Token) -> None:
    own_case = [c for c in counted.children if c.dep_ == "case"]
    passed = [c for c in measure.children if c != counted and c.dep_ not in OWN]
    relation, head = measure.dep_, measure.head
    root = head == measure
    counted.head, counted.dep_ = (counted, "ROOT") if root else (head, relation)
    measure.head, measure.dep_ = counted, "measure"
    for child in own_case:
        child.head, child.dep_ = measure, "measure"
    for child in passed:
        child.head = counted
