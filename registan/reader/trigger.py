"""Finding the words that tell an event: DependencyMatcher patterns made from a language's rules."""

from __future__ import annotations

from collections.abc import Iterator
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
    matcher, rules = _matcher(doc.vocab, lang)
    found: dict[int, list[Trigger]] = {}
    for key, indices in matcher(doc):
        rule = rules[doc.vocab.strings[key].rsplit("#", 1)[0]]
        nodes = _order([doc[i] for i in indices])
        found.setdefault(nodes[0].i, []).append(Trigger(rule, nodes))
    order = list(rules)
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


@cache
def _compiled(lang: str) -> tuple[tuple[str, list[dict[str, Any]], EventRule], ...]:
    rows = []
    for rule in load(lang).events:
        for number, pattern in enumerate(_patterns(rule)):
            rows.append((f"{rule.id}#{number}", pattern, rule))
    return tuple(rows)


@cache
def _matcher(vocab: Vocab, lang: str) -> tuple[DependencyMatcher, dict[str, EventRule]]:
    """The matcher of one language over one vocabulary."""
    matcher = DependencyMatcher(vocab)
    rules = {}
    for name, pattern, rule in _compiled(lang):
        matcher.add(name, [pattern])
        rules[rule.id] = rule
    return matcher, rules


def _patterns(rule: EventRule) -> Iterator[list[dict[str, Any]]]:
    if rule.verbs:
        yield [_node("event", VERB, rule.verbs)]
    if rule.nouns:
        yield [_node("event", NOUN, rule.nouns)]
    for verb, nouns in {**rule.light, **rule.with_}.items():
        yield [
            _node("verb", VERB, (verb,)),
            {
                "LEFT_ID": "verb",
                "REL_OP": ">",
                "RIGHT_ID": "event",
                "RIGHT_ATTRS": {"_": {"lexeme": {"IN": list(nouns)}}, "DEP": {"IN": BELOW}},
            },
        ]

    for verb, nouns in rule.with_.items():
        yield [
            {"RIGHT_ID": "event", "RIGHT_ATTRS": {"_": {"lexeme": {"IN": list(nouns)}}}},
            _child("cop", ["cop"], (verb,)),
        ]
    for verb, prepositions in rule.copula.items():
        yield [
            {"RIGHT_ID": "event", "RIGHT_ATTRS": {"POS": {"IN": NOUN}}},
            _child("cop", ["cop"], (verb,)),
            _child("case", ["case"], prepositions),
        ]


def _child(name: str, relations: list[str], words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "LEFT_ID": "event",
        "REL_OP": ">",
        "RIGHT_ID": name,
        "RIGHT_ATTRS": {"DEP": {"IN": relations}, "_": {"lexeme": {"IN": list(words)}}},
    }


def _node(name: str, tags: list[str], words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "RIGHT_ID": name,
        "RIGHT_ATTRS": {"POS": {"IN": tags}, "_": {"lexeme": {"IN": list(words)}}},
    }
