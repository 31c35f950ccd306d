"""What a clause denies: by particles, "nobody", "kein" in its subject; and who is excepted."""

from __future__ import annotations

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.scale import ADVERBIAL, COMPLEMENTS, OPEN_RELATIONS, Scale, Step
from registan.reader.standing_modifier import is_just_done, modifier_rule
from registan.reader.tree import Token
from registan.reader.verb_form import auxiliaries, own_finite

APART = OPEN_RELATIONS | ADVERBIAL | COMPLEMENTS | {"conj", "mark"}  # clauses of their own


def is_negated(scale: Scale, verb: Token) -> bool:
    """Does the verb's own clause deny it?"""
    return negation_of(scale, verb) is not None


def is_excepted(scale: Scale, noun: Token) -> bool:
    """ "X, et non Y", "X, а не Y": Y is the one who did not."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ == "advmod"]
    words = scale.grammar.words("excepting")
    return any(c.lower_ in words or modifier_rule(scale, c, "negate") is not None for c in before)


def excludes(scale: Scale, noun: Token) -> bool:
    """ "Traf X, nicht aber Y": is the noun set beside others only to be left out?"""
    beside = clause.children(noun, "advmod", "cc")
    denied = any(
        modifier_rule(scale, c, "negate") and not _is_focused(c, scale.grammar) for c in beside
    )
    first = clause.children(noun.head, "advmod", "cc")  # "ни с X, ни с Y": neither
    both = any(modifier_rule(scale, c, "negate") for c in first)
    return noun.dep_ == "conj" and denied and not both


def is_refused(scale: Scale, verb: Token) -> bool:
    """ "Refused to rule out": is it what somebody will not do?"""
    rules = scale.governors.get(verb.head.norm_, ()) if verb.dep_ == "xcomp" else ()
    return any(rule.effect == "refuse" for rule in rules[:1])


def is_excluding(scale: Scale, verb: Token) -> bool:
    """ "Rule out", "give up": does a verb say that something shall not be?"""
    rules = scale.governors.get(verb.norm_, ())
    return any(rule.effect == "refuse" for rule in rules[:1])


def negation_of(scale: Scale, verb: Token) -> Step | None:
    """The clause's negation: a particle, "kein" in its subject or object, "nobody"."""
    if is_just_done(verb, scale.grammar):
        return None
    for child in verb.children:
        if child.dep_ in APART and not (child.dep_ == "xcomp" and child.pos_ == "ADJ"):
            continue  # but "brachte es nicht fertig" is denied
        if _is_of_rest(child, verb):
            continue  # "hat es ratifiziert, der Senat noch nicht"
        if child.left_edge.lower_ in scale.grammar.words("neither"):
            return Step("negation", child.left_edge, "negate")  # "weder X noch Y war dort"
        within = [] if child.i in _amounts(child, scale.grammar) else _determiners(child)
        for word in (child, *within):
            rule = modifier_rule(scale, word, "negate")
            if rule is not None and not _is_focused(word, scale.grammar):
                return Step(rule.id, word, "negate")
    nor = _nor(verb, scale.grammar) or _let_alone(verb, scale.grammar)
    if nor is not None:
        return Step("negation", nor, "negate")
    if verb.dep_ == "conj" and clause.is_verbal(verb.head) and own_finite(verb) is None:
        return negation_of(scale, verb.head)
    return None


def _nor(verb: Token, grammar: Grammar) -> Token | None:
    """ "Weder bestätigen noch dementieren": the word right before the second verb denies it."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    if before.lower_ not in grammar.words("nor") or verb.is_sent_start:
        return None
    opening = verb.doc[verb.sent.start : before.i]
    return before if any(t.lower_ in grammar.words("neither") for t in opening) else None


def _let_alone(verb: Token, grammar: Grammar) -> Token | None:
    """ "Did not call X, let alone meet him", « encore moins »: the second was not done either.

    Nor is what "has yet to be signed", where the tree takes the "has" for an auxiliary.
    """
    words = grammar.words("let_alone") | grammar.words("not_yet")
    for child in (*verb.children, *(c for o in clause.children(verb, "obj") for c in o.children)):
        if child.i < verb.i and f"{child.lower_} {child.nbor(1).lower_}" in words:
            return child
    return None


def _amounts(noun: Token, grammar: Grammar) -> set[int]:
    """ "Within a few days", "the next few": an amount, where no negation is meant."""
    few = [c for c in noun.children if c.norm_ in grammar.words("paucal")]
    shown = any(c.dep_ in {"det", "case"} for c in noun.children)
    return {noun.i} if few and shown else set()


def _is_focused(word: Token, grammar: Grammar) -> bool:
    """ "Nicht nur besuchte er Polen": the particle denies the "only", not the visit."""
    after = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
    return bool({*after[:1], " ".join(after)} & grammar.words("not_only"))


def _determiners(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in {"det", "advmod", "amod", "nummod", "cc"}]


def _is_of_rest(word: Token, verb: Token) -> bool:
    """Does a word stand behind the comma after a participle, in a clause without its verb?"""
    if word.i <= verb.i + 1 or not clause.has(verb, "VerbForm", "Part"):
        return False
    closed = not clause.has(verb, "VerbForm", "Fin")
    helping = any(c.i > word.i for c in auxiliaries(verb))
    between = verb.doc[verb.i + 1 : word.i]
    return closed and not helping and any(t.text == "," for t in between)
