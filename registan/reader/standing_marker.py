"""Words that open a clause and decide its standing: "if", "whether", "in order to", "without"."""

from __future__ import annotations

from collections.abc import Iterator

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import ADVERBIAL, CLOSING, Scale, Step, word_of
from registan.reader.tree import Token
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
    if verb.norm_ in scale.grammar.words("asks_with"):
        before = []
    after = [verb.nbor(1)] if verb.i + 1 < verb.sent.end else []
    particle = [
        t for t in after if t.pos_ == "PART" and t.dep_ == "advmod" and t.head.head == verb
    ]  # "был ли X в Y"
    for child in (*verb.children, *particle, *(before if is_infinitive(verb) else ())):
        if child.dep_ in {"mark", "advmod", "case"} and not _is_inside(child, verb):
            fixed = " ".join([child.lower_, *(c.lower_ for c in clause.children(child, "fixed"))])
            for rule in scale.markers.get(word_of(child), scale.markers.get(fixed, [])):
                if rule.effect == "question" and _is_conceded(verb, child, scale.grammar):
                    continue
                if _is_over(verb, child, scale.grammar):
                    continue
                if not rule.features or bears(verb, rule.features):
                    aim = rule.effect in {"possible", "question"}
                    errand = aim and is_errand(scale, verb)
                    yield Step(rule.id, child, "planned" if errand else rule.effect)
                    return
    yield from _opening(scale, verb)
    yield from _awaited(scale, verb)


def _opening(scale: Scale, verb: Token) -> Iterator[Step]:
    """ "Reist X nach Y, trifft er Z": the finite verb that opens the sentence is an "if"."""
    finite = own_finite(verb)
    opens = finite is not None and finite.i == verb.sent.start and verb.dep_ in ADVERBIAL
    if finite is None or not opens or not scale.grammar.words("verb_second"):
        return
    if not clause.has(finite, "Tense", "Past"):
        yield Step("condition", finite, "question")


def _awaited(scale: Scale, verb: Token) -> Iterator[Step]:
    """ "Will come as soon as Y lifts the ban", "dès que Y aura levé": first Y must do it.

    So must who "will come when Y leaves", a present tense below what is still ahead.
    """
    grammar, finite = scale.grammar, own_finite(verb)
    marks = [c for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < verb.i]
    around = [verb.head] if verb.dep_ in {"advcl", "ccomp"} and verb.head.pos_ == "ADV" else []
    around += [verb.doc[m.i - 1] for m in marks if m.i > verb.sent.start]
    first = [c for c in (*marks, *around) if c.lower_ in grammar.words("once")]
    above = next((a for a in clause.ancestors(verb) if clause.is_verbal(a)), None)
    if finite is None or above is None or verb.dep_ not in {"advcl", "ccomp"}:
        return
    ahead = clause.has(finite, "Tense", "Fut")
    if clause.has(finite, "Tense", "Pres") and (first or _is_when(marks, grammar)):
        ahead = _is_ahead(scale, above)
    if ahead and first:
        yield Step("once", first[0], "possible")
    elif ahead and _is_when(marks, grammar):
        yield Step("when", marks[0], "planned")


def _is_when(marks: list[Token], grammar: Grammar) -> bool:
    return any(m.lower_ in grammar.words("when") for m in marks)


def _is_ahead(scale: Scale, verb: Token) -> bool:
    """Does an auxiliary or a tense set the clause in the future?"""
    finite = own_finite(verb)
    rules = [r for a in clause.children(verb, "aux") for r in scale.auxiliaries.get(word_of(a), ())]
    future = finite is not None and clause.has(finite, "Tense", "Fut")
    return future or any(r.effect in {"planned", "possible"} for r in rules)


def _is_over(verb: Token, marker: Token, grammar: Grammar) -> bool:
    """ "Once X had come, he met Y": before a past, nothing is waited for."""
    finite, above = own_finite(verb), own_finite(verb.head)
    past = [f is not None and clause.has(f, "Tense", "Past") for f in (finite, above)]
    return all(past) and marker.lower_ in grammar.words("once") and verb.dep_ == "advcl"


def is_ruled_out(scale: Scale, verb: Token) -> bool:
    """ "Without signing": does a word that opens the clause deny it?"""
    return any(s.effect in CLOSING for s in marker_steps(scale, verb))


def is_errand(scale: Scale, verb: Token) -> bool:
    """ "Flew to X to sign the treaty": what one goes somewhere for is a plan."""
    aim = verb.dep_ == "advcl" and is_bare_infinitive(verb)
    return aim and verb.head.norm_ in scale.travel


def _is_conceded(verb: Token, marker: Token, grammar: Grammar) -> bool:
    """ "Si X a levé son veto, il a …": before a past, a perfect behind "si" is no condition."""
    both = (verb, verb.head) if verb.dep_ == "advcl" and verb.i < verb.head.i else ()
    finite = [own_finite(v) for v in both]
    perfect = all(f is not None and is_perfect(v, f) for v, f in zip(both, finite, strict=True))
    return bool(both) and perfect and marker.lower_ in grammar.words("conceding")


def bears(verb: Token, features: dict[str, str]) -> bool:
    """Does the clause's finite verb, or else its infinitive, bear these features?"""
    finite = finite_of(verb) or verb
    return all(clause.has(finite, n, v) for n, v in features.items())


def is_subjunctive(verb: Token, grammar: Grammar) -> bool:
    """« Rende », « vienne »: by what the tree says, or by an ending that no other mood has."""
    if bears(verb, {"Mood": "Sub"}):
        return True
    finite = finite_of(verb) or verb
    pairs = (pair.split() for pair in grammar.words("subjunctive_ending"))
    return any(finite.norm_.endswith(a) and finite.lower_.endswith(b) for a, b in pairs)


def _is_inside(word: Token, verb: Token) -> bool:
    """ "Met once", "had once met", "not once has X met": an adverb, which opens no clause."""
    starts = [c.i for c in verb.children if c.dep_ in SUBJECTS]
    graded = bool(clause.children(word, "advmod"))
    adverb = word.pos_ == "ADV" and word.dep_ == "advmod"
    alone = word.i + 1 < len(word.doc) and word.nbor(1).text == ","  # "the day before, X met Y"
    return adverb and (graded or alone or word.i > min([verb.i, *starts]))
