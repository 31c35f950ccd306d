"""What an event noun takes for granted, and what is said to have been done to it."""

from __future__ import annotations

from collections.abc import Iterator

from registan.languages import Grammar
from registan.model.report import Standing
from registan.reader import clause
from registan.reader.scale import NOUN_EFFECTS, Scale, Step
from registan.reader.standing_idiom import idiom_over
from registan.reader.standing_negation import negation_of
from registan.reader.tree import Token


def noun_base(scale: Scale, word: Token) -> Standing:
    """What an event noun presupposes: a definite or dated one is a fact, others may be."""
    head = clause.head_conjunct(word).head
    if head == word or clause.head_conjunct(word).dep_ in {"nsubj", "nsubj:pass", "appos"}:
        return "happened"
    preposition = clause.preposition(word, scale.grammar)
    if is_presupposed(scale, word) or preposition in scale.grammar.words("since_event"):
        return "happened"
    if _is_of_hearsay(scale, word) or _is_spoken_of(scale, word):
        return "possible"
    empty = scale.grammar.words("expletive")
    happens = any(c.lower_ in empty for c in clause.children(head, "nsubj"))  # "es kam zu"
    if preposition in scale.grammar.words("from") and head.norm_ in scale.travel:
        return "happened"  # "returned from a visit"
    for rule in scale.governors.get(head.norm_, ()):
        if rule.effect == "occur" and word.norm_ in rule.of:
            return "happened"  # "cut short a visit"
    aim = preposition in scale.grammar.words("aim")
    if aim and head.norm_ in scale.travel:
        stay = word.norm_ in scale.stays  # "arrived for a visit", which begins with that
        return "happened" if happens or stay else "planned"  # "arrived for talks"
    return "happened" if is_definite(word, scale.grammar) else "possible"


def _is_of_hearsay(scale: Scale, noun: Token) -> bool:
    """ "Reports of sanctions", "сообщения о визите X": no article takes it for granted."""
    about = scale.grammar.words("purpose")
    told = noun.head.norm_ in scale.grammar.words("hearsay_noun")
    known = any(
        clause.has(c, "Definite", "Def") or clause.has(c, "PronType", "Dem") for c in noun.children
    )
    return told and not known and clause.preposition(noun, scale.grammar) in about


def _is_spoken_of(scale: Scale, noun: Token) -> bool:
    """ "'I may,' X said of the trip", «сказал о поездке»: one that may be ahead as well as over."""
    grammar = scale.grammar
    about = clause.preposition(noun, grammar) in grammar.words("concerning")
    own = any(clause.has(c, "Poss", "Yes") for c in noun.children)
    return about and not own and noun.head.norm_ in grammar.words("remarking")


def is_definite(word: Token, grammar: Grammar) -> bool:
    """ "The visit", "X's visit", "after talks": a noun for an event that is known."""
    preposition = clause.preposition(word, grammar)
    if preposition is not None and any(clause.has(c, "Definite", "Ind") for c in word.children):
        return False  # "waits for a call from X", "relies on a visit by X"
    for child in word.children:
        if clause.has(child, "Definite", "Def") or clause.has(child, "Poss", "Yes"):
            return True
        if child.dep_ in {"nmod:poss", "nmod"} or clause.has(child, "PronType", "Dem"):
            return True
    return preposition is not None and not any(c.dep_ == "det" for c in word.children)


def is_presupposed(scale: Scale, noun: Token) -> bool:
    """ "After the visit", "during talks": does the noun's phrase take the event for granted?"""
    absent = noun.head.norm_ in scale.grammar.words("attending")
    if absent and negation_of(scale, noun.head) is not None:
        return False  # "did not appear at the talks"
    if idiom_over(scale, noun) is not None:
        return False  # "pulled the plug on talks"
    preposition = clause.preposition(noun, scale.grammar)
    if preposition in scale.grammar.words("noun_topic") and (
        clause.is_passive(noun.head) or negation_of(scale, noun.head) is not None
    ):
        return False  # "no decision was taken on a visit"
    if preposition in scale.grammar.words("noun_medium"):
        return clause.has(noun, "Case", "Dat")  # "in einem Gespräch mit X sagte er"
    if is_in_letter(scale, noun):
        return True
    if clause.is_gathering(noun, scale.grammar):
        rules = scale.governors.get(noun.head.norm_, ())
        return clause.is_verbal(noun.head) and all(r.effect != "demand" for r in rules)
    words = scale.grammar.words("noun_time") | scale.grammar.words("beside_event")
    words |= scale.grammar.words("terms")
    if preposition in scale.grammar.words("setting"):
        # "offered thanks in a meeting", "discussed it in a phone call"
        return noun.head.norm_ in scale.speaking | scale.talking
    return preposition in words


def is_in_letter(scale: Scale, noun: Token) -> bool:
    """ "Accused X of it in a letter to Y": the letter was written, whatever it says."""
    within = clause.preposition(noun, scale.grammar) in scale.grammar.words("in_letter")
    written = noun.norm_ in scale.letters and not clause.has(noun, "Case", "Acc")
    return within and written and noun.head.norm_ in scale.speaking


def deed_steps(scale: Scale, noun: Token) -> Iterator[Step]:
    """ "Der geforderte Abzug", "die verhinderte Reise": what was done to it decides it."""
    for word in clause.children(noun, "amod") if scale.grammar.words("deed_before_noun") else ():
        deed = word.norm_ != word.lower_ and word.norm_ not in scale.modifiers
        rules = [r for r in scale.governors.get(word.norm_, ()) if deed and not r.beside]
        for rule in rules[:1]:
            negation = negation_of(scale, word)
            effect = rule.effect if negation is None else rule.negated or "possible"
            if effect in NOUN_EFFECTS | {"demand"}:
                yield Step(rule.id, word, effect)


def role_verb(noun: Token) -> Token | None:
    """ "Becomes the president of Y, who …": the role's verb, wherever in it the clause hangs."""
    while noun.dep_ in {"nmod", "flat"} and noun.head.pos_ == "NOUN":
        noun = noun.head
    return clause.role_verb(noun)
