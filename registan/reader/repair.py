"""Names and grammar put right what the tree got wrong, where they leave no doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from spacy.tokens import Doc, Token

HELPING = frozenset({"cop", "aux", "aux:pass"})
CORE = frozenset({"nsubj", "nsubj:pass", "obj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def repair_tree(doc: Doc, mentions: Mapping[int, Sequence[Any]]) -> None:
    """Correct the document's tree in place; `mentions` are the names by token."""
    for token in doc:
        if token.dep_ in HELPING and token.head.pos_ == "ADV":
            _raise_copula(token)
        if token.dep_ in {"flat", "compound"}:
            _part_names(token, mentions)
        if token.dep_ in CORE and _person(token, mentions) is not None:
            _give_owner(token)


def _raise_copula(copula: Token) -> None:
    """An adverb is no predicate ("Zuletzt war X in Y"): the verb with its own subject is."""
    adverb = copula.head
    if not any(c.dep_ in SUBJECTS for c in (*copula.children, *adverb.children)):
        return
    root = adverb.head == adverb
    for child in list(adverb.children):
        if child != copula:
            child.head = copula
            child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_
    copula.dep_ = adverb.dep_
    copula.head = copula if root else adverb.head
    adverb.head, adverb.dep_ = copula, "advmod"


def _part_names(token: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """Two persons side by side are two participants ("lud A B ein"): the second is the object."""
    head = token.head
    here, there = _person(token, mentions), _person(head, mentions)
    if here is None or there is None or here == there or head.dep_ not in SUBJECTS:
        return
    verb = head.head
    if not any(c.dep_ == "obj" for c in verb.children):
        token.head, token.dep_ = verb, "obj"


def _give_owner(token: Token) -> None:
    """No verb has two subjects or objects side by side ("eine Reise Xs"): the name is the owner."""
    before = token.nbor(-1) if token.i > 0 else token
    if before.pos_ == "NOUN" and before.dep_ == token.dep_ and before.head == token.head:
        token.head, token.dep_ = before, "nmod"


def _person(token: Token, mentions: Mapping[int, Sequence[Any]]) -> tuple[int, int] | None:
    """Where the person's name lies that the token belongs to; None outside names of persons."""
    return next(((m.start, m.end) for m in mentions.get(token.i, ()) if m.type == "person"), None)
