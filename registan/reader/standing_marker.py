"""Words that open a clause and decide its standing: "if", "whether", "in order to", "without"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import CLOSING, Scale, Step, word_of
from registan.reader.verb_form import (
    finite_of,
    is_bare_infinitive,
    is_infinitive,
    is_perfect,
    own_finite,
)


def marker_steps(scale: Scale, verb: Token) -> Iterator[Step]:
    """The step of the word that opens a verb's clause, if it has a rule."""
    inner = [c for o in clause.children(verb, "obl", "obj") for c in clause.children(o, "case")]
    before = [c for c in inner if c.i < verb.i]  # "um Polen zu besuchen"
    after = [verb.nbor(1)] if verb.i + 1 < verb.sent.end else []
    particle = [
        t for t in after if t.pos_ == "PART" and t.dep_ == "advmod" and t.head.head == verb
    ]  # "был ли X в Y"
    for child in (*verb.children, *particle, *(before if is_infinitive(verb) else ())):
        if child.dep_ in {"mark", "advmod", "case"} and not _is_inside(child, verb):
            for rule in scale.markers.get(word_of(child), ()):
                if rule.effect == "question" and _is_conceded(verb, child, scale.grammar):
                    continue
                if not rule.features or bears(verb, rule.features):
                    aim = rule.effect in {"possible", "question"}
                    errand = aim and is_errand(scale, verb)
                    yield Step(rule.id, child, "planned" if errand else rule.effect)
                    return


def is_ruled_out(scale: Scale, verb: Token) -> bool:
    """ "Without signing": does a word that opens the clause deny it?"""
    return any(s.effect in CLOSING for s in marker_steps(scale, verb))


def is_errand(scale: Scale, verb: Token) -> bool:
    """ "Flew to X to sign the treaty": what one goes somewhere for is a plan."""
    aim = verb.dep_ == "advcl" and is_bare_infinitive(verb)
    return aim and verb.head._.lexeme in scale.travel


def _is_conceded(verb: Token, marker: Token, grammar: Grammar) -> bool:
    """ "Si X a levé son veto, il a …": before a past, a perfect behind "si" is no condition."""
    both = (verb, verb.head) if verb.dep_ == "advcl" and verb.i < verb.head.i else ()
    finite = [own_finite(v) for v in both]
    perfect = all(f is not None and is_perfect(v, f) for v, f in zip(both, finite, strict=True))
    return bool(both) and perfect and marker.lower_ in grammar.words("conceding")


def bears(verb: Token, features: dict[str, str]) -> bool:
    """Does the clause's finite verb bear these morphological features?"""
    finite = finite_of(verb)
    return finite is not None and all(clause.has(finite, n, v) for n, v in features.items())


def _is_inside(word: Token, verb: Token) -> bool:
    """ "Met once", "had once met", "not once has X met": an adverb, which opens no clause."""
    starts = [c.i for c in verb.children if c.dep_ in SUBJECTS]
    graded = bool(clause.children(word, "advmod"))
    adverb = word.pos_ == "ADV" and word.dep_ == "advmod"
    return adverb and (graded or word.i > min([verb.i, *starts]))
