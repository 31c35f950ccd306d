"""The operators inside one clause: auxiliaries, adverbs, negation, condition, opening word."""

from __future__ import annotations

from collections.abc import Iterator

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.scale import NOUN_EFFECTS, SILENCE, Climb, Scale, Step
from registan.reader.standing_hearsay import (
    guess_steps,
    is_silence,
    is_told_as_fiction,
    keeps_silent,
    tells,
)
from registan.reader.standing_marker import is_subjunctive, marker_steps
from registan.reader.standing_modifier import modifier_steps
from registan.reader.standing_negation import negation_of
from registan.reader.standing_noun import is_definite
from registan.reader.standing_tense import auxiliary_steps, is_unfulfilled, is_unmet, tense_of
from registan.reader.standing_thwarted import thwarted_by
from registan.reader.tree import Token
from registan.reader.verb_form import finite_of, is_marked, is_perfect, own_finite

WISHED = "modal.wanted"  # "wollte kommen, bekam aber kein Visum"
HEDGING = frozenset({"doubt", "possible"})


def clause_steps(climb: Climb, verb: Token) -> Iterator[Step]:
    """Operators inside the clause: auxiliaries, adverbs, negation, marker; inner to outer."""
    scale = climb.scale
    negation = None if verb.i in climb.spent else negation_of(scale, verb)
    if negation is not None and _is_apart(climb, negation.word, verb):
        negation = None
    silent = climb.event is not None and is_silence(verb, scale.grammar)
    silent = negation is not None and (silent or keeps_silent(verb, scale.grammar))
    for step, rule in auxiliary_steps(scale, verb):
        if negation is not None and rule.negated is not None and not silent:
            yield Step(f"{rule.id}+negation", step.word, rule.negated)
            negation = None
        else:
            yield step
            wished = step.effect == "planned" or rule.id == WISHED
            if wished and (thwarted := thwarted_by(scale, verb, verb)):
                yield thwarted  # "sollte kommen, sagte aber ab"
    yield from modifier_steps(scale, verb, NOUN_EFFECTS)
    if verb.dep_ in {"acl", "amod"} and verb.i:  # "якобы подписанное соглашение"
        before = verb.nbor(-1)
        rules = scale.modifiers.get(before.lower_, []) if before.head != verb else []
        yield from (Step(r.id, before, r.effect) for r in rules if r.effect in HEDGING)
    for phrase in clause.children(verb, "obl", "nmod", "obl:mod", "parataxis"):
        if is_told_as_fiction(phrase, scale.grammar):
            yield Step("fiction", phrase, "doubt")
        elif tells(scale, phrase):
            yield from modifier_steps(scale, phrase, {"doubt"})
            yield from _unconfirmed(scale, phrase)
    for child in clause.children(verb, "advcl"):
        bare = clause.has(child, "VerbForm", "Inf") and not clause.children(child, "aux")
        if bare and child.norm_ in scale.grammar.words("believing"):
            yield Step("hearsay", child, "doubt")  # "à en croire X", "если верить X"
    if negation is not None and silent:
        # "does not comment on the visit"
        negation = negation._replace(name=f"{negation.name}{SILENCE}", effect="doubt")
    if negation is not None:
        yield negation
    yield from guess_steps(scale, verb)
    yield from _condition(scale, verb)
    finite = finite_of(verb)
    if finite is None or not is_unmet(scale, verb, finite):
        yield from marker_steps(scale, verb)
    if _is_wished(verb, scale.grammar):
        yield Step("subjunctive", verb, "possible")
    if _is_of_open_day(verb, scale.grammar):
        yield Step("day", verb.head, "possible")


def _unconfirmed(scale: Scale, phrase: Token) -> Iterator[Step]:
    """ "According to a report that nobody would confirm": it is only heard."""
    words = scale.grammar.words("confirming")
    relative = [t for t in phrase.subtree if t.dep_ == "acl:relcl" and t.norm_ in words]
    for verb in relative[:1]:
        if negation_of(scale, verb) is not None:
            yield Step("unconfirmed", verb, "doubt")


def host_steps(climb: Climb, verb: Token) -> Iterator[Step]:
    """The event noun shares the standing of the clause that it stands in."""
    tense = tense_of(climb.scale, verb)
    if tense in {"planned", "possible"}:
        yield Step("tense", verb, "planned" if tense == "planned" else "possible")
    if tense == "not_happened":
        yield Step("unfulfilled", verb, "refuse")
    yield from clause_steps(climb, verb)


def _is_apart(climb: Climb, negation: Token, verb: Token) -> bool:
    """ "Kein Zusammenhang zwischen dem Besuch und …": no link, but there is a visit."""
    noun = negation if negation.pos_ == "PRON" else negation.head  # "brought nothing"
    if climb.event is None or noun == verb or noun == climb.event:
        return False
    told = climb.event.dep_ == "nsubj" and climb.event.head == verb and noun.dep_ == "obj"
    if told and verb.norm_ in climb.scale.grammar.words("outcome"):
        return True  # "the talks brought no result"
    inside = noun in climb.event.ancestors and noun.dep_ in clause.CORE
    return inside and is_definite(climb.event, climb.scale.grammar) and climb.event.dep_ != "acl"


def _is_wished(verb: Token, grammar: Grammar) -> bool:
    """« Veille à ce que X vienne », « jusqu'à ce que X vienne »: it is still to come."""
    words = grammar.words("wished_content") if verb.dep_ in {"acl", "acl:relcl"} else ()
    wished = bool(words) and f"{clause.preposition(verb.head, grammar)} {verb.head.lower_}" in words
    return wished and (is_marked(verb) or is_subjunctive(verb, grammar))


def _is_of_open_day(verb: Token, grammar: Grammar) -> bool:
    """ "The day X visits Y is far off", "le jour où X visitera Y": nobody says that it comes."""
    finite = own_finite(verb)
    if verb.dep_ != "acl:relcl" or finite is None or clause.is_passive(verb):
        return False
    present = finite == verb and clause.has(finite, "Tense", "Pres")
    timed = verb.head.norm_ in grammar.words("time_noun")
    return timed and (present or clause.has(finite, "Tense", "Fut"))


def _condition(scale: Scale, verb: Token) -> Iterator[Step]:
    """ "If X comes, he meets Y": what a condition must first be met for has not happened."""
    finite = finite_of(verb)
    if finite is None or clause.has(finite, "Tense", "Past"):
        return
    if is_unfulfilled(scale, verb, finite) or is_perfect(verb, finite):
        return  # « a signé l'accord avant que X ne parte »
    for below in clause.children(verb, "advcl"):
        under = own_finite(below)
        told = bool(clause.children(below, "nsubj"))  # "wenn sie fahren" looks like an infinitive
        if told or (under is not None and clause.has(under, "VerbForm", "Fin")):
            earlier = scale.grammar.words("earlier")
            steps = (s for s in marker_steps(scale, below) if s.word.lower_ not in earlier)
            yield from (s for s in steps if s.effect == "question")
