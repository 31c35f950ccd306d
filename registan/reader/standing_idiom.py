"""Idioms that decide of the event behind their preposition: "pulled the plug on the talks"."""

from __future__ import annotations

from typing import NamedTuple

from registan.languages import Grammar
from registan.languages.lexicon import OperatorRule
from registan.reader import clause
from registan.reader.scale import Scale, word_of
from registan.reader.tree import Token

PARTS = frozenset(
    {"obj", "iobj", "obl", "obl:arg", "obl:mod", "nmod", "xcomp", "advmod", "nsubj", "nsubj:pass"}
)


class Idiom(NamedTuple):
    """An idiom's rule, its verb, and whatever the event hangs on, the verb or its noun."""

    rule: OperatorRule
    verb: Token
    host: Token


def idiom_over(scale: Scale, below: Token) -> Idiom | None:
    """The idiom whose preposition a noun or verb bears ("gave up on a visit", "on visiting").

    The tree may hang it on the idiom's noun ("put the brakes on deliveries").
    """
    link = clause.preposition(below, scale.grammar) or _mark(below)
    if link not in scale.idiom_links or below.head == below:
        return None
    host, verb = below.head, below.head
    if not clause.is_verbal(verb) and verb.dep_ in PARTS:
        verb = verb.head
    if word_of(verb) not in scale.idiom_verbs:
        return None
    parts = [c for c in verb.children if c.dep_ in PARTS and c != below]
    forms = [form for c in parts for form in _forms(c, verb, scale.grammar)]
    own = word_of(verb).split()  # "turned its back on": what may look like a particle
    between = any(verb.i < c.i < below.i and c.lower_ not in own for c in parts)
    alone = [] if between and host == verb else [word_of(verb)]  # "passed through X on a visit"
    for form in (*forms, *alone):
        for rule in scale.idioms.get(form, ()):
            if link in rule.beside:
                return Idiom(rule, verb, host)
    return None


def _forms(word: Token, verb: Token, grammar: Grammar) -> list[str]:
    """The phrase with each of its adjectives ("cold water pour"), and without."""
    plain = phrase_of(word, verb, grammar)
    return [*(f"{word_of(c)} {plain}" for c in clause.children(word, "amod", "compound")), plain]


def phrase_of(word: Token, verb: Token, grammar: Grammar, *, whole: bool = False) -> str:
    """A fixed phrase as rules list it: preposition, word and verb ("auf Eis legen").

    `whole`: a compound is not cut down to its head ("für Falschmeldung halten").
    """
    preposition = clause.preposition(word, grammar)
    parts = [preposition] if preposition else []
    before = word.modifier if whole else ""
    return " ".join([*parts, before + word_of(word), word_of(verb)])


def _mark(verb: Token) -> str:
    return next((c.lower_ for c in clause.children(verb, "mark")), "")
