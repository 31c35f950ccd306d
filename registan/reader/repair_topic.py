"""With whom, and in what talks, a matter was discussed: that is no part of the matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import OBLIQUES
from registan.reader.tree import Doc, Token

NAMED = frozenset({"person", "office", "country", "metonym"})


def repair_topics(
    doc: Doc,
    mentions: Mapping[int, Sequence[Any]],
    grammar: Grammar,
    talks: Set[str],
    trips: Set[str],
) -> None:
    """Correct the tree in place; `talks` are the language's nouns for talks of any sort, `trips`
    those for journeys."""
    discussing = grammar.words("discussing")
    for verb in doc if discussing else ():
        if verb.norm_ in discussing and verb.pos_ == "VERB":
            for topic in clause.children(verb, "obj", *OBLIQUES):
                _part(topic, verb, mentions, grammar, (talks, trips))


def _part(
    topic: Token,
    verb: Token,
    mentions: Mapping[int, Sequence[Any]],
    grammar: Grammar,
    events: tuple[Set[str], Set[str]],
) -> None:
    """ "Discussed the trip with X", "discussed the war in a call with X".

    What is discussed may itself be a meeting with somebody, a trip is with nobody.
    """
    talks, trips = events
    timely = grammar.words("setting") | grammar.words("noun_time") | grammar.words("over_wire")
    for noun in [t for t in topic.subtree if t.dep_ == "nmod" and t.i > topic.i]:
        preposition = clause.preposition(noun, grammar)
        over = noun.norm_ in grammar.words("wire") or noun.norm_ in talks - trips
        setting = over and preposition in timely
        named = any(m.type in NAMED for m in mentions.get(noun.i, ()))
        beside = named and preposition in grammar.words("discussed_with")
        if setting or (beside and noun.head.norm_ in trips):
            noun.head, noun.dep_ = verb, "obl"
