"""Words beside an event that change its standing: adverbs, adjectives, phrases and asides."""

from __future__ import annotations

from collections.abc import Iterator, Set

from registan.languages import Grammar
from registan.languages.lexicon import OperatorRule
from registan.reader import clause
from registan.reader.scale import TOPICS, Scale, Step, word_of
from registan.reader.standing_hearsay import is_unsourced
from registan.reader.tree import Token


def modifier_steps(scale: Scale, word: Token, effects: Set[str] | None = None) -> Iterator[Step]:
    """The steps of the words beside a word, of all effects or of some."""
    predicate = bool(clause.children(word, "cop"))
    for child in word.children:
        if child.dep_ == "case" and (predicate or _is_reason(word, scale.grammar)):
            continue  # "is against it", "due to it": what is said, and no modifier
        if child.lower_ in scale.grammar.words("barely"):
            continue  # "no sooner had X come": no coming that is soon
        if child.dep_ in {"advcl", "parataxis"}:
            if not _is_cut_off(word, child):
                yield from _aside(scale, child, effects)
        elif child.dep_ in {
            "advmod",
            "amod",
            "dep",
            "det",
            "nmod",
            "obl",
            "case",
            "acl",
            "compound",
            "discourse",
            "advmod:emph",
            "obl:arg",
        }:
            phrase = child.dep_ in TOPICS and child.pos_ == "NOUN"
            hedging = clause.children(child, "advmod") if child.dep_ == "advmod" else []
            hedged = [r for c in hedging for r in _modifying(scale, c) if r.effect == "doubt"]
            for rule in (*_modifying(scale, child), *hedged):  # "якобы тайно посетил"
                if rule.effect == "negate" and is_just_done(word, scale.grammar):
                    continue  # "не успел прилететь, как …"
                if phrase and rule.effect == "planned" and word_of(child) in rule.words:
                    continue  # "backed the plan": no planned backing
                if rule.effect == "planned" and _is_compared(child, scale.grammar):
                    continue
                if rule.effect == "planned" and clause.has(word, "Animacy", "Anim"):
                    continue  # «выслал дипломатов, назначенных X»: people are no plan
                if effects is None or rule.effect in effects:
                    yield Step(rule.id, child, rule.effect)
                    break


def _aside(scale: Scale, clausal: Token, effects: Set[str] | None) -> Iterator[Step]:
    """ "Say, it seems", "as is alleged": a clause set beside the verb that hedges it."""
    if is_unsourced(scale, clausal, clausal) and (effects is None or "doubt" in effects):
        yield Step("hearsay", clausal, "doubt")  # "…, so heißt es, …"
        return
    marks = [c for c in clausal.children if c.dep_ in {"mark", "advmod"}]
    comments = [m for m in marks if m.lower_ in scale.grammar.words("comment_mark")]
    if any(c.dep_ == "nsubj" for c in clausal.children):
        # "…, X announced" says who says so, and "as X claims" that it is a claim
        claims = [r for r in scale.governors.get(word_of(clausal), ()) if r.effect == "hearsay"]
        if comments and claims and (effects is None or "doubt" in effects):
            yield Step(claims[0].id, clausal, "hearsay")
        return
    forms = [f"{m.lower_} {word_of(clausal)}" for m in comments]
    rules = [r for f in forms for r in scale.modifiers.get(f, ())]
    if clausal.dep_ == "parataxis":
        rules += _modifying(scale, clausal) + scale.modifiers.get(clausal.lower_, [])
    for rule in rules:
        if effects is None or rule.effect in effects:
            yield Step(rule.id, clausal, rule.effect)
            return


def _is_cut_off(word: Token, aside: Token) -> bool:
    """ "X came; Y, it is thought, will follow": a semicolon ends what an aside hedges."""
    first, last = sorted((word.i, aside.i))
    return any(t.text == ";" for t in word.doc[first:last])


def _modifying(scale: Scale, word: Token) -> list[OperatorRule]:
    """The rules of a modifier: of its word, of fixed words, of it with its preposition."""
    forms = [word_of(word), word.lower_]
    before = word.nbor(-1) if word.i else word
    if word.dep_ == before.dep_ == "advmod" and before.head == word.head:
        forms.insert(0, f"{before.lower_} {word.lower_}")  # "all but"
    close = [c for c in clause.children(word, "advmod") if c.i == word.i + 1]  # "едва ли"
    if fixed := [c.lower_ for c in clause.children(word, "fixed") or close]:
        forms.append(" ".join([word.lower_, *fixed]))
    if preposition := clause.preposition(word, scale.grammar):
        forms.append(f"{preposition} {word.lower_}")
    return [rule for form in forms for rule in scale.modifiers.get(form, ())]


def modifier_rule(scale: Scale, word: Token, effect: str) -> OperatorRule | None:
    """The rule by which a word has one effect, if there is one.

    A noun with an article denies nothing ("sur les pas de X").
    """
    noun = word.pos_ == "NOUN" and bool(clause.children(word, "det"))
    rules = scale.modifiers.get(word_of(word), ()) if not noun or effect != "negate" else ()
    return next((r for r in rules if r.effect == effect), None)


def _is_reason(noun: Token, grammar: Grammar) -> bool:
    """ "Due to the talks", "because of them": a preposition of several words, and no plan."""
    preposition = clause.preposition(noun, grammar) or ""
    return " " in preposition and preposition in grammar.words("beside_event")


def _is_compared(word: Token, grammar: Grammar) -> bool:
    """ "Kam wie geplant": it was planned so, and came so."""
    return any(c.lower_ in grammar.words("comment_mark") for c in word.children)


def is_just_done(verb: Token, grammar: Grammar) -> bool:
    """ "Hardly had X arrived when …", "не успел прилететь, как …": it had happened by then."""
    words, then = grammar.words("barely"), grammar.words("barely_then")
    told = verb.norm_ in words or any(c.lower_ in words for c in verb.children)
    inner = [verb, *clause.children(verb, "xcomp")] if told else []
    after = [c for v in inner for c in clause.children(v, "advcl", "ccomp") if c.i > v.i]
    return any(m.lower_ in then for c in after for m in clause.children(c, "mark", "advmod"))
