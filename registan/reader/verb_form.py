"""Forms of verbs in a tree: finite, infinitive, gerund, perfect, with their auxiliaries."""

from __future__ import annotations

from registan.reader import clause
from registan.reader.tree import Token


def finite_of(verb: Token) -> Token | None:
    """The word of a clause that bears tense and mood, or that of the verb it is coordinated to."""
    if clause.has(verb, "VerbForm", "Fin"):
        return verb
    for child in verb.children:
        if child.dep_ in {"aux", "aux:pass", "cop"} and clause.has(child, "VerbForm", "Fin"):
            return child
    if verb.dep_ == "conj" and clause.is_verbal(verb.head):
        return finite_of(verb.head)
    return None


def own_finite(verb: Token) -> Token | None:
    """The verb if it is finite, or else its first auxiliary."""
    if clause.has(verb, "VerbForm", "Fin"):
        return verb
    return next((a for a in auxiliaries(verb)), None)


def is_gerund(verb: Token) -> bool:
    """A gerund, or what a tagger takes for a present participle behind a preposition."""
    words = [verb, *clause.children(verb, "aux", "cop")]  # "accused of having supplied"
    participle = any(
        clause.has(w, "VerbForm", "Part") and clause.has(w, "Tense", "Pres") for w in words
    )
    return any(clause.has(w, "VerbForm", "Ger") for w in words) or participle


def is_infinitive(verb: Token, helped: bool = False) -> bool:
    """An infinitive, itself or by its auxiliary ("to have visited"); `helped` allows "is to"."""
    words = [verb, *auxiliaries(verb)]
    return any(clause.has(w, "VerbForm", "Inf") for w in words) and (
        helped or not any(clause.has(w, "VerbForm", "Fin") for w in words)
    )


def is_bare_infinitive(verb: Token) -> bool:
    """An infinitive without a perfect ("zu besuchen", not "besucht zu haben")."""
    return clause.has(verb, "VerbForm", "Inf") and not auxiliaries(verb)


def is_marked(verb: Token) -> bool:
    """Does a conjunction open the verb's clause?"""
    return any(c.dep_ == "mark" and c.pos_ == "SCONJ" for c in verb.children)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb."""
    return [c for c in verb.children if c.dep_ in {"aux", "aux:pass"}]


def is_perfect(verb: Token, finite: Token) -> bool:
    """A past participle with an auxiliary of the present indicative ("a levé")."""
    past = clause.has(verb, "VerbForm", "Part") and clause.has(verb, "Tense", "Past")
    return past and clause.has(finite, "Tense", "Pres") and clause.has(finite, "Mood", "Ind")


def is_progressive(verb: Token, finite: Token) -> bool:
    """ "Is visiting": a participle of the present, or a gerund, with a finite auxiliary."""
    if verb == finite:
        return False
    present = clause.has(verb, "VerbForm", "Part") and clause.has(verb, "Tense", "Pres")
    return present or clause.has(verb, "VerbForm", "Ger")
