"""The operators of one language, by their words, and the steps by which they change a standing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from registan.languages import Grammar, load, load_grammar
from registan.languages.lexicon import OperatorRule
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Token
from registan.reader.trigger import SYMMETRIC

NOUN_EFFECTS = frozenset({"planned", "possible", "cancel", "doubt", "refuse", "deny", "ongoing"})
CLOSING = frozenset({"refuse", "negate", "deny", "cancel"})
TOPICS = frozenset({"obl", "nmod"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass"})
FATED = SUBJECTS | COMPLEMENTS | {"obj", "iobj", "obl", "obl:arg"}
ADVERBIAL = frozenset({"advcl", "advcl:relcl"})
OPEN_RELATIONS = frozenset({"acl:relcl", "parataxis", "discourse", "appos", "vocative"})
PAST = "+past"  # at the end of a step's name: it guesses at what was ("soll besucht haben")
SILENCE = "+silence"  # at the end of a step's name: somebody will not say


class Step(NamedTuple):
    """One operator on the way up: its rule's id, its word, its effect."""

    name: str
    word: Token
    effect: str


class Scale:
    """The words of one language that say whether what is told of happened."""

    def __init__(self, lang: str) -> None:
        self.grammar: Grammar = load_grammar(lang)
        rules = load(lang).operators
        self.governors = _by_word(r for r in rules if r.as_ == "governor")
        self.auxiliaries = _by_word(r for r in rules if r.as_ == "auxiliary")
        self.modifiers = _by_word(r for r in rules if r.as_ == "modifier")
        self.markers = _by_word(r for r in rules if r.as_ == "marker")
        self.predicates = _by_word(r for r in rules if r.as_ == "predicate" and not r.beside)
        idioms = [r for r in rules if r.as_ == "predicate" and r.beside]
        self.idioms = _by_word(iter(idioms))
        self.idiom_verbs = frozenset(w for form in self.idioms for w in _endings(form))
        self.idiom_links = frozenset(p for r in idioms for p in r.beside)
        said = [r for r in load(lang).sources if r.as_ == "verb"]
        self.impersonal = {w: r.slots for r in said if r.slots for w in r.words}
        self.saying = frozenset(w for r in said for w in r.words) - self.grammar.words("guessing")
        sources = load(lang).sources
        self.formulas = frozenset(w for r in sources if r.as_ == "formula" for w in r.words)
        named = frozenset(w for r in sources if r.as_ == "noun" for w in r.words)
        self.telling = named | frozenset(w for r in sources for w in r.slots)
        statements = [r for r in load(lang).events if r.kind == "statement"]
        spoken = frozenset(v for r in statements for v in (*r.verbs, *r.light))
        self.speaking = self.saying | spoken
        talks = [r for r in load(lang).events if r.kind in SYMMETRIC]
        self.talking = frozenset(v for r in talks for v in (*r.verbs, *r.with_))
        visits = [r for r in load(lang).events if r.kind == "visit"]
        going = [r for r in visits if r.frame != "awaited"]  # who waits for X goes nowhere
        self.stays = frozenset(n for r in visits for n in r.nouns)
        self.travel = frozenset(v for r in going for v in (*r.verbs, *r.light))
        pacts = [r for r in load(lang).events if r.kind == "agreement"]
        self.signing = frozenset(v for r in pacts for v in r.verbs)
        messages = [r for r in load(lang).events if r.kind == "message"]
        self.letters = frozenset(n for r in messages for n in r.nouns)
        self.answering = self.grammar.words("answering")
        self.encounters = frozenset(n for r in (*talks, *visits) for n in r.nouns)
        self.known = self.speaking | self.talking | self.travel | self.grammar.words("lasting")
        self.known |= frozenset(v for r in load(lang).events for v in (*r.light, *r.with_))
        self.known |= frozenset(w for r in rules if r.effect == "occur" for w in r.words)


@cache
def load_scale(lang: str) -> Scale:
    """The scale of a language, built once."""
    return Scale(lang)


class Climb:
    """One event's way up its sentence: the event if a noun tells it, else its deed, a verb, and the
    negations that are spent.

    A verb's negation is spent once it has counted for a noun below it.
    """

    def __init__(self, scale: Scale, event: Token | None = None, deed: Token | None = None) -> None:
        self.scale, self.event, self.deed = scale, event, deed
        self.spent: set[int] = set()


def _by_word(rules: Iterator[OperatorRule]) -> dict[str, list[OperatorRule]]:
    table: dict[str, list[OperatorRule]] = {}
    for rule in rules:
        for word in rule.words:
            table.setdefault(word, []).append(rule)
    return table


def _endings(form: str) -> list[str]:
    """What may be the verb of a fixed phrase: "plug pull" -> "plug pull", "pull"."""
    words = form.split()
    return [" ".join(words[start:]) for start in range(len(words))]


def word_of(token: Token) -> str:
    """The word that rules list: the token's lexeme, or its own form where it has none."""
    return str(token.norm_ or token.lower_)
