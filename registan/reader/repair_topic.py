"""With whom, and in what talks, a matter was discussed, and what "the first visit" speaks of."""

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
    saying: Set[str],
    talks: Set[str],
    trips: Set[str],
) -> None:
    """Correct the tree in place; `saying` are the language's verbs of saying, `talks` its nouns for
    talks of any sort, `trips` those for journeys."""
    for noun in doc:
        if noun.dep_ == "obl" and noun.norm_ in talks and noun.head.norm_ in saying:
            _raise_occasion(noun, grammar)
    discussing = grammar.words("discussing")
    for verb in doc if discussing else ():
        if verb.norm_ in discussing and verb.pos_ == "VERB":
            for topic in clause.children(verb, "obj", *OBLIQUES):
                _part(topic, verb, mentions, grammar, (talks, trips))


def _raise_occasion(noun: Token, grammar: Grammar) -> None:
    """ "Will arrive on Monday, a ministry said, in the first visit by X": that is what arrives."""
    first, verb = noun.left_edge, noun.head
    said = [c for c in clause.children(verb, "ccomp") if c.i < verb.i]
    said += [verb.head] if verb.dep_ == "parataxis" and verb.head.i < verb.i else []
    apart = first.i > verb.i and "," in {first.text, first.nbor(-1).text}
    occasion = grammar.words("setting") | grammar.words("aim")
    if said and apart and clause.preposition(noun, grammar) in occasion:
        noun.head = said[0]


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
