"""Finding the words that tell an event: DependencyMatcher patterns made from a language's rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from registan.languages import load
from registan.languages.lexicon import EventRule

NOUN = ["NOUN", "PROPN"]
VERB = ["VERB", "AUX", "ADJ"]
BELOW = [
    "obj",
    "obl",
    "obl:arg",
    "obl:mod",
    "nsubj",
    "nsubj:pass",
    "xcomp",
    "iobj",
    "nmod",
    "advmod",
    "compound:lvc",
]


class Trigger(NamedTuple):
    """An event word in a text: `nodes` are it and its supporting verb, the event word first.

    `rivals` are what the same word may tell under other rules, in order of preference.
    """

    rule: EventRule
    nodes: tuple[Token, ...]
    rivals: tuple[Trigger, ...] = ()

    @property
    def word(self) -> Token:
        """The word that carries the event."""
        return self.nodes[0]


def find_triggers(doc: Doc, lang: str) -> list[Trigger]:
    """Every event word of the document, in order; a supported noun counts once, with its verb."""
    words = {token._.lexeme for token in doc}
    found: dict[int, list[Trigger]] = {}
    for shape in _shapes(lang):
        if words.isdisjoint(shape.words):
            continue
        for _, indices in _matcher(doc.vocab, shape)(doc):
            nodes = _order([doc[i] for i in indices])
            found.setdefault(nodes[0].i, []).append(Trigger(shape.rule, nodes))
    order = [rule.id for rule in load(lang).events]
    best = {i: _rank(triggers, order) for i, triggers in sorted(found.items())}
    return [t for t in best.values() if not _is_support(t, best)]


def _rank(triggers: list[Trigger], order: list[str]) -> Trigger:
    """More words tell more; of equals the rule that stands first in its file; the rest rival."""
    ranked = sorted(triggers, key=lambda t: (-len(t.nodes), order.index(t.rule.id)))
    unique = list({t.rule.id: t for t in reversed(ranked)}.values())[::-1]
    return unique[0]._replace(rivals=tuple(unique[1:]))


def _order(matched: list[Token]) -> tuple[Token, ...]:
    """The event word, then its supporting verb; a copula and a preposition are no nodes."""
    if len(matched) > 1 and matched[1].dep_ in {"cop", "case"} and matched[1].head == matched[0]:
        return (matched[0],)
    return tuple(reversed(matched))


def _is_support(trigger: Trigger, found: dict[int, Trigger]) -> bool:
    """Is this word only the supporting verb of another event word?"""
    return any(
        trigger.word in other.nodes[1:] for other in found.values() if other.word != trigger.word
    )


class Shape(NamedTuple):
    """One construction of a rule; a text without any of its `words` cannot hold it."""

    name: str
    rule: EventRule
    pattern: list[dict[str, Any]]
    words: frozenset[str]

    def __hash__(self) -> int:
        return hash(self.name)


@cache
def _shapes(lang: str) -> tuple[Shape, ...]:
    return tuple(
        Shape(f"{lang}.{rule.id}#{number}", rule, pattern, frozenset(words))
        for rule in load(lang).events
        for number, (words, pattern) in enumerate(_patterns(rule))
    )


@cache
def _matcher(vocab: Vocab, shape: Shape) -> DependencyMatcher:
    """The matcher of one construction over one vocabulary."""
    matcher = DependencyMatcher(vocab)
    matcher.add(shape.name, [shape.pattern])
    return matcher


def _patterns(rule: EventRule) -> Iterator[tuple[Iterable[str], list[dict[str, Any]]]]:
    """The constructions of a rule, each after the words of which it needs one."""
    if rule.verbs:
        yield rule.verbs, [_node("event", VERB, rule.verbs)]
    if rule.nouns:
        yield rule.nouns, [_node("event", NOUN, rule.nouns)]
    for verb, nouns in {**rule.light, **rule.with_}.items():
        yield nouns, [
            _node("verb", VERB, (verb,)),
            {
                "LEFT_ID": "verb",
                "REL_OP": ">",
                "RIGHT_ID": "event",
                "RIGHT_ATTRS": {"NORM": {"IN": list(nouns)}, "DEP": {"IN": BELOW}},
            },
        ]

    for verb, nouns in rule.with_.items():
        yield nouns, [
            {"RIGHT_ID": "event", "RIGHT_ATTRS": {"NORM": {"IN": list(nouns)}}},
            _child("cop", ["cop"], (verb,)),
        ]
    for verb, prepositions in rule.copula.items():
        yield (verb,), [
            {"RIGHT_ID": "event", "RIGHT_ATTRS": {"POS": {"IN": NOUN}}},
            _child("cop", ["cop"], (verb,)),
            _child("case", ["case"], prepositions),
        ]


def _child(name: str, relations: list[str], words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "LEFT_ID": "event",
        "REL_OP": ">",
        "RIGHT_ID": name,
        "RIGHT_ATTRS": {"DEP": {"IN": relations}, "NORM": {"IN": list(words)}},
    }


def _node(name: str, tags: list[str], words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "RIGHT_ID": name,
        "RIGHT_ATTRS": {"POS": {"IN": tags}, "NORM": {"IN": list(words)}},
    }
