"""What a predicate says becomes of an event: it is put on ice, in doubt, had to be cancelled."""

from __future__ import annotations

from collections.abc import Iterator

from registan.languages import Grammar
from registan.languages.lexicon import OperatorRule
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import (
    CLOSING,
    COMPLEMENTS,
    FATED,
    SILENCE,
    TOPICS,
    Climb,
    Scale,
    Step,
    word_of,
)
from registan.reader.standing_clause import host_steps
from registan.reader.standing_false import called_false, content_false, said_false
from registan.reader.standing_hearsay import is_content, is_silence, keeps_silent, tells
from registan.reader.standing_idiom import idiom_over, phrase_of
from registan.reader.standing_marker import marker_steps
from registan.reader.standing_modifier import modifier_steps
from registan.reader.standing_negation import negation_of
from registan.reader.standing_tense import auxiliary_steps, tense_of
from registan.reader.tree import Token
from registan.reader.verb_form import finite_of, is_infinitive, is_marked

NOUN_GOVERNORS = frozenset(
    {"possible", "planned", "question", "demand", "refuse", "deny", "confirm"}
)
OPEN = frozenset({"possible", "planned", "demand"})
SAID_OF_OTHERS = frozenset({"conj", "parataxis", "advcl", "punct", "det"})


def is_decided(scale: Scale, noun: Token, verb: Token) -> bool:
    """ "Legte die Gespräche auf Eis": does a fixed phrase with the verb decide of the event?"""
    if noun.head == verb and _fixed_fate(Climb(scale), noun, verb):
        return True
    idiom = idiom_over(scale, noun)
    return idiom is not None and idiom.verb == verb


def idiom_steps(climb: Climb, below: Token) -> list[Step]:
    """ "Gave up on the visit", "pulled the plug on talks": what the idiom says becomes of it."""
    idiom = idiom_over(climb.scale, below)
    if idiom is None:
        return []
    steps = list(apply_rule(climb, idiom.rule, idiom.verb, noun=True))
    if idiom.host != idiom.verb:
        climb.spent.add(idiom.verb.i)
    return steps


def raised_steps(climb: Climb, subject: Token, head: Token) -> list[Step]:
    """ "The visit had to be cancelled", "ließ das Treffen platzen": what becomes of it."""
    caused = subject.dep_ == "obj" and head.norm_ in climb.scale.grammar.words("letting")
    if (subject.dep_ not in SUBJECTS and not caused) or subject.head != head:
        return []
    for verb in clause.children(head, "xcomp", "csubj"):
        for rule in climb.scale.governors.get(word_of(verb), ()):
            acts = bool(rule.of or clause.children(verb, "obj"))  # "helped prevent a war"
            if rule.effect in CLOSING and is_infinitive(verb) and not acts:
                return list(apply_rule(climb, rule, verb, noun=True))
        if is_infinitive(verb, helped=True) and _takes_place(climb.scale, verb):
            for rule in climb.scale.governors.get(word_of(head), ()):
                fits = all(clause.has(head, name, value) for name, value in rule.features.items())
                if fits and verb.dep_ in rule.through:
                    return list(apply_rule(climb, rule, head, noun=True))
    return []


def _takes_place(scale: Scale, verb: Token) -> bool:
    """« Doit avoir lieu », « peut être signé »: what the infinitive says becomes of its subject."""
    occurs = any(r.effect == "occur" for r in scale.governors.get(word_of(verb), ()))
    bare = all(not clause.children(o, "det", "nummod") for o in clause.children(verb, "obj"))
    return (occurs and bare) or bool(clause.children(verb, "aux:pass", "cop"))


def is_past_duty(scale: Scale, verb: Token) -> bool:
    """ "Had to be cancelled": what one had to do, one did."""
    finite = finite_of(verb)
    obliged = any(r.id == "obliged" for r in scale.governors.get(word_of(verb), ()))
    past = finite is not None and clause.has(finite, "Tense", "Past")
    return obliged and past and negation_of(scale, verb) is None


def doubt_steps(climb: Climb, subject: Token, head: Token) -> list[Step]:
    """Words in the predicate of an event that put the event in doubt.

    Single words speak of the subject, be it a noun or a clause; a fixed phrase with its verb
    ("legte die Gespräche auf Eis") speaks of its object too.
    """
    scale = climb.scale
    if subject.head != head:
        return []
    if fixed := _fixed_fate(climb, subject, head):
        return fixed
    linked = [c for c in clause.children(subject, "nmod", "obl") if c.pos_ == "PRON"]
    contents = [c for t in (subject, *linked) for c in clause.children(t, "acl", "acl:relcl")]
    holding = any(c.dep_ == "acl" or is_content(c, scale.grammar) for c in contents)
    told = subject.norm_ in scale.grammar.words("hearsay_noun") or subject.dep_ in COMPLEMENTS
    told = told or holding
    false = called_false(scale, head) if subject.dep_ in FATED else None
    hoax = scale.grammar.words("false") - scale.grammar.words("wrong")
    proved = subject.dep_ in SUBJECTS and false is not None and false.word.pos_ == "NOUN"
    word = false.word if false is not None and proved else subject
    if not told and not {word.norm_, word.lower_} & hoax:
        false = None  # "the visit proved absurd" was one
    if false is not None and false.word not in {subject, *subject.subtree}:
        return [false]
    if told and subject.dep_ in SUBJECTS and (untrue := said_false(scale, head)):
        climb.spent.add(head.i)
        return [untrue]
    if subject.dep_ not in SUBJECTS and not _is_subject_clause(subject, scale.grammar):
        return _untrue(climb, subject, holding)
    said = [c for c in head.children if c != subject and c.dep_ not in SAID_OF_OTHERS]
    for word in (head, *said, *(c for s in said for c in clause.children(s, "nmod", "amod"))):
        for rule in scale.predicates.get(word_of(word), ()):
            governing = scale.governors.get(word_of(head), ()) if head.pos_ == "VERB" else ()
            if word == head and any(r.effect != rule.effect for r in governing):
                continue  # "scheiterte" says more than doubt
            if word == head or word.dep_ in rule.through:
                return list(apply_rule(climb, rule, head, noun=True))
    return _untrue(climb, subject, holding)


def _untrue(climb: Climb, content: Token, holds: bool) -> list[Step]:
    """ "It is not true that …": the negation counts for what is untrue, and for nothing else."""
    step = content_false(climb.scale, content, holds)
    rules = climb.scale.governors.get(word_of(step.word), ()) if step else ()
    if step is None or any(rule.effect == "deny" for rule in rules):
        return []  # or a rule of its own says so
    climb.spent.add(step.word.i)
    return [step]


def _is_subject_clause(verb: Token, grammar: Grammar) -> bool:
    """ "Dass X kommt, ist unwahrscheinlich": a clause of which its verb's predicate speaks."""
    others = [c for c in verb.head.children if c.dep_ in SUBJECTS]
    empty = all(o.lower_ in grammar.words("expletive") for o in others)
    return verb.dep_ in {"csubj", "csubj:pass"} or (verb.dep_ == "ccomp" and empty)


def _fixed_fate(climb: Climb, below: Token, head: Token) -> list[Step]:
    """ "Legte die Gespräche auf Eis", "der Besuch ist vom Tisch": a phrase and its verb."""
    scale = climb.scale
    said = head.pos_ == "ADJ" or clause.children(head, "cop")
    if below.dep_ not in FATED and not (below.dep_ == "nmod" and said):
        return []
    beside = [*head.children, *clause.children(below, "nmod")]
    others = [c for c in beside if c != below]
    forms = {phrase_of(c, head, scale.grammar) for c in others}
    forms |= {phrase_of(c, head, scale.grammar, whole=True) for c in others}
    forms |= {phrase_of(head, copula, scale.grammar) for copula in clause.children(head, "cop")}
    for rule in [r for form in forms for r in scale.predicates.get(form, ())][:1]:
        return list(apply_rule(climb, rule, head, noun=True))
    return []


def noun_steps(climb: Climb, below: Token, head: Token) -> list[Step]:
    """ "Es gibt Gerüchte, dass …", "no decision was made on a visit": the noun governs."""
    if said := list(_content_of(climb, below)):
        return said
    if below.dep_ == "xcomp" and (kept := list(_kept(climb, head))):
        return kept
    light = any(r.effect == "occur" for r in climb.scale.governors.get(word_of(head), ()))
    if below.dep_ not in COMPLEMENTS | TOPICS | {"obl:arg"} or not light:
        return []
    for child in clause.children(head, "obj", "nsubj", "nsubj:pass"):
        rule = next(iter(climb.scale.governors.get(word_of(child), ())), None)
        if child.pos_ == "NOUN" and rule is not None and rule.effect in NOUN_GOVERNORS:
            return list(apply_rule(climb, rule, child, noun=False))
    return []


def _kept(climb: Climb, verb: Token) -> Iterator[Step]:
    """ "Hielt sein Versprechen nicht, zu kommen": the infinitive beside the verb is the noun's."""
    for noun in clause.children(verb, "obj"):
        for rule in climb.scale.governors.get(word_of(verb), ()):
            if word_of(noun) in rule.of:
                for inner in climb.scale.governors.get(word_of(noun), ())[:1]:
                    yield from apply_rule(climb, inner, noun, noun=False)
                yield from apply_rule(climb, rule, verb, noun=False)
                return


def _content_of(climb: Climb, clausal: Token) -> Iterator[Step]:
    """ "Es mehren sich die Anzeichen, dass …": the noun right before the clause governs it.

    So it does before one in the mood of report: "die Behauptung, X habe …".
    """
    first = clausal.left_edge.i
    finite = (clausal, *clause.children(clausal, "aux", "cop"))
    comma = "," in (clausal.doc[first].text, clausal.doc[first - 1].text)
    told = comma and any(clause.has(t, "Mood", "Sub") for t in finite)
    below = clausal.dep_ == "ccomp" or (told and clausal.dep_ == "parataxis")
    marked = below and (told or is_marked(clausal)) and first > 1
    noun = clausal.doc[first - 2 if clausal.doc[first - 1].text == "," else first - 1]
    if noun == clausal.head and noun.i > noun.sent.start:
        noun = noun.nbor(-1)  # "musste sich gegen den Vorwurf wehren, er habe …"
    if not marked or noun.pos_ != "NOUN" or noun.head != clausal.head:
        return
    for rule in climb.scale.governors.get(word_of(noun), ())[:1]:
        if rule.effect in NOUN_GOVERNORS:
            yield from apply_rule(climb, rule, noun, noun=False)


def _is_aside(scale: Scale, verb: Token) -> bool:
    """ "The cancellation surprised nobody": a verb that says nothing of what becomes of it."""
    word = word_of(verb)
    return clause.is_verbal(verb) and word not in scale.governors and word not in scale.known


def _could(verb: Token) -> bool:
    """ "Konnte abgewendet werden", "could be averted": in the past what could be done was done."""
    finite = finite_of(verb)
    past = finite is not None and clause.has(finite, "Tense", "Past")
    indicative = finite is not None and clause.has(finite, "Mood", "Ind")
    return past and indicative and bool(clause.children(verb, "aux:pass"))


def _is_ahead(verb: Token) -> bool:
    """ "Der Besuch wird nachgeholt": nobody makes up for a visit while speaking of it."""
    finite = finite_of(verb)
    if finite is None or not clause.has(finite, "Tense", "Pres"):
        return False
    return finite == verb or finite.dep_ == "aux:pass"  # "ist nachgeholt worden" is a perfect


def _in_vain(verb: Token, grammar: Grammar) -> Token | None:
    """ "Versuchte vergeblich, X zu erreichen": what was tried or awaited was not done."""
    words = grammar.words("vainly") if clause.is_verbal(verb) else frozenset()
    beside = clause.children(verb, "advmod", "obl", "xcomp") if words else []
    forms = ((c, f"{clause.preposition(c, grammar) or ''} {c.lower_}".strip()) for c in beside)
    return next((c for c, form in forms if form in words), None)


def apply_rule(climb: Climb, rule: OperatorRule, head: Token, noun: bool) -> Iterator[Step]:
    """A rule's steps at its word: its effect, or the one it has if denied, and its clause's."""
    scale = climb.scale
    if rule.effect == "occur":
        yield from host_steps(climb, head)
        return
    negation = negation_of(scale, head) or next(iter(modifier_steps(scale, head, {"negate"})), None)
    if negation is not None and negation.word.lower_ in rule.beside:
        negation = None  # "nichts werden": the rule itself is of what is denied
    if not clause.is_verbal(head) and clause.is_verbal(head.head):
        aside = rule.effect == "cancel" and head.dep_ == "nsubj" and _is_aside(scale, head.head)
        aside = aside or any(
            word_of(head) in r.of for r in scale.governors.get(word_of(head.head), ())
        )
        negation = negation if aside else negation or negation_of(scale, head.head)
        climb.spent.add(head.head.i)
    name = rule.id if negation is None else f"{rule.id}+negation"
    effect = rule.effect if negation is None else rule.negated or "possible"
    closed = effect == "refuse" or (negation is not None and rule.effect != "refuse")
    if closed and keeps_silent(head, scale.grammar, climb.deed):
        name, effect = f"{rule.id}{SILENCE}", "doubt"
    elif negation is not None and effect != "achieve" and is_silence(head, scale.grammar):
        name = f"{rule.id}{SILENCE}"
    yield Step(name, head, effect)
    if effect in OPEN and (vain := _in_vain(head, scale.grammar)) is not None:
        yield Step("vain", vain, "refuse")
    tense = tense_of(scale, head) if clause.is_verbal(head) else "happened"
    if tense in {"planned", "possible"}:
        yield Step("tense", head, str(tense))
    elif rule.effect == "redo" and _is_ahead(head):
        yield Step("tense", head, "planned")
    if tense == "not_happened" and negation is None:
        yield Step("unfulfilled", head, "refuse")
    shut = negation is not None and effect in CLOSING  # "kann keine Rede davon sein"
    shut = shut or (effect in CLOSING and _could(head))
    helping = auxiliary_steps(scale, head)
    yield from (step for step, aux in helping if not (shut and aux.negated == "negate"))
    if clause.is_verbal(head):  # "will hardly be able to come"
        yield from modifier_steps(scale, head, {"possible", "doubt"})
        for phrase in clause.children(head, "obl", "nmod", "obl:mod", "parataxis"):
            if tells(scale, phrase):  # "according to unconfirmed reports, X plans …"
                yield from modifier_steps(scale, phrase, {"doubt"})
    yield from marker_steps(scale, head)
