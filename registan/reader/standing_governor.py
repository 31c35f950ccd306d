"""What one head does to the event below it: "plans", "denies", "refuses to confirm"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registan.languages import Grammar
from registan.languages.lexicon import OperatorRule
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import (
    COMPLEMENTS,
    FATED,
    NOUN_EFFECTS,
    TOPICS,
    Climb,
    Scale,
    Step,
    word_of,
)
from registan.reader.standing_clause import host_steps
from registan.reader.standing_fate import (
    apply_rule,
    doubt_steps,
    idiom_steps,
    is_past_duty,
    noun_steps,
    raised_steps,
)
from registan.reader.standing_hearsay import faker, hearsay_of, is_unsourced
from registan.reader.standing_marker import is_errand, is_subjunctive, marker_steps
from registan.reader.standing_modifier import modifier_steps
from registan.reader.standing_negation import negation_of
from registan.reader.standing_noun import is_in_letter, is_presupposed, role_verb
from registan.reader.standing_tense import auxiliary_steps, tense_of
from registan.reader.standing_thwarted import thwarted_by
from registan.reader.tree import Token
from registan.reader.verb_form import (
    finite_of,
    is_bare_infinitive,
    is_gerund,
    is_infinitive,
)

OPEN = frozenset({"planned", "possible", "doubt"})
ABOVE = frozenset({"acl:relcl", "advcl:relcl", "advcl"})


def governor_steps(climb: Climb, below: Token, head: Token, noun: bool) -> Iterator[Step]:
    """What one head does to the event below it."""
    scale = climb.scale
    rules = _governing(scale, head)
    if below.dep_ in COMPLEMENTS | {"parataxis"}:
        yield from modifier_steps(scale, head, {"wrong"})  # "mistakenly said"
        yield from _cleft(scale, head)
        for speaker in clause.children(head, "nsubj"):  # "a false statement said"
            yield from modifier_steps(scale, speaker, {"doubt"})
            if said := _gossip(scale, speaker, head):
                yield said
    if (pretender := faker(scale, below, head)) is not None:
        yield Step("fiction", pretender, "doubt")
    if idiom := idiom_steps(climb, below):
        yield from idiom
        return
    through = [rule for rule in rules if below.dep_ in rule.through]  # "threatened with a ban"
    threatened = any(not r.of or _takes(r, below, head, scale.grammar) for r in through)
    aside = _is_timed(below, scale) or is_in_letter(scale, below)
    threatened = threatened and not aside
    phrase = below.dep_.startswith("obl") or (below.dep_ == "nmod" and clause.is_verbal(head))
    if noun and phrase and not threatened and is_presupposed(scale, below):
        yield from _presupposed(scale, below, head)
        return
    if (noun or below.dep_ in FATED) and (doubts := doubt_steps(climb, below, head)):
        yield from doubts
        return
    if noun and (timing := _scheduling(scale, below, head)):
        yield timing
        return
    if noun and (fate := raised_steps(climb, below, head)):
        yield from fate
        if fate[0].effect in OPEN and (thwarted := thwarted_by(scale, below, head)):
            yield thwarted
        if fate[0].word == head:
            return
        rules = [] if is_past_duty(scale, head) else scale.governors.get(word_of(head), ())
        for rule in [r for r in rules if r.effect in NOUN_EFFECTS][:1]:
            yield from apply_rule(climb, rule, head, noun)
        return
    topics = scale.grammar.words("noun_topic") | scale.grammar.words("said_of")
    topic = clause.preposition(below, scale.grammar) in topics
    if (topic or not noun) and (told := noun_steps(climb, below, head)):
        yield from told
        return
    if (teller := hearsay_of(scale, below, head)) is not None:
        yield Step("hearsay", teller, "doubt")
        return
    if is_unsourced(scale, below, head):
        yield Step("hearsay", head, "doubt")
        return
    if said := _rumoured(scale, below, head):
        yield said
        return
    for rule in _governing(scale, head):
        if _takes(rule, below, head, scale.grammar):
            if rule.negated == "negate" and _is_doubly_denied(scale, below, head):
                yield Step(f"{rule.id}+denied", head, "redo")  # «не мог не приехать»
                return
            yield from apply_rule(climb, rule, head, noun)
            if rule.effect in OPEN and (thwarted := thwarted_by(scale, below, head)):
                yield thwarted
            return
    if noun and clause.is_verbal(head):
        if _is_left_open(scale, below, head):
            yield Step("indefinite", below, "possible")
        yield from host_steps(climb, head)
    elif clause.is_ranked(head, scale.grammar) and below.dep_ == "acl":
        role = role_verb(head)
        yield from host_steps(climb, role) if role is not None else ()
    elif any(marker_steps(scale, below)) or clause.is_headline_plan(below):
        return
    elif is_bare_infinitive(below) and below.dep_ in {"acl", "xcomp", "ccomp", "advcl"}:
        yield Step("infinitive", below, "planned" if is_errand(scale, below) else "possible")
    elif is_gerund(below) and _is_open_gerund(below, scale.grammar):
        yield Step("gerund", below, "possible")
    elif below.dep_ == "csubj" and is_bare_infinitive(below) and not _is_of_past(head):
        yield Step("infinitive", below, "possible")  # "it would be odd for X to invite Y"
    elif below.dep_ == "csubj" and _would_be(head):
        yield Step("would be", head, "possible")  # « il serait maladroit que X invite Y »
    elif is_infinitive(below) and clause.is_passive(head):
        yield Step("said to have", head, "doubt")
    elif _is_doubted(scale, below):
        yield Step("subjunctive", below, "possible")


def _is_doubly_denied(scale: Scale, below: Token, head: Token) -> bool:
    return below.dep_ == "xcomp" and all(negation_of(scale, v) is not None for v in (below, head))


def _governing(scale: Scale, head: Token) -> Sequence[OperatorRule]:
    """The rules of a head, or of the noun in a phrase that opens a clause (« au lieu de »)."""
    fixed = clause.children(head, "fixed") if head.dep_ == "advmod" else []
    words = (head.norm_, *(word_of(c) for c in fixed))
    return next((rules for word in words if (rules := scale.governors.get(word))), ())


def _is_of_past(predicate: Token) -> bool:
    """ "It was wrong for X to invite Y": X did; not so "it would have been", "it is"."""
    finite = finite_of(predicate)
    helped = any(c.dep_ == "aux" for c in predicate.children)
    return finite is not None and clause.has(finite, "Tense", "Past") and not helped


def _cleft(scale: Scale, verb: Token) -> Iterator[Step]:
    """« C'est par erreur qu'il a été annoncé que … »: what is set in front is said of the verb."""
    phrase = verb.head
    if phrase.pos_ == "NOUN" and verb.i > phrase.i and clause.children(phrase, "cop"):
        rules = scale.modifiers.get(f"{clause.preposition(phrase, scale.grammar)} {phrase.norm_}")
        yield from (Step(r.id, phrase, r.effect) for r in rules or () if r.effect == "wrong")


def _would_be(predicate: Token) -> bool:
    finite = finite_of(predicate)
    return finite is not None and finite.dep_ == "cop" and clause.has(finite, "Mood", "Cnd")


def _gossip(scale: Scale, speaker: Token, verb: Token) -> Step | None:
    """ "Rumour has it that X came", "they say", « on dit que »: nobody in particular says so."""
    rules = scale.modifiers.get(word_of(speaker), ()) if speaker.pos_ == "NOUN" else ()
    if any(r.effect == "doubt" for r in rules):
        return Step("hearsay", speaker, "doubt")
    anyone = speaker.lower_ in scale.grammar.words("gossips")
    told = verb.norm_ in scale.grammar.words("gossip") and not clause.has(verb, "Tense", "Past")
    opening = speaker.i == verb.sent.start
    return Step("hearsay", verb, "doubt") if anyone and told and opening else None


def _rumoured(scale: Scale, below: Token, verb: Token) -> Step | None:
    """ "Говорят, что X приехал": a form that alone says that nobody in particular says so."""
    bare = below.dep_ in {"ccomp", "csubj"} and not any(c.dep_ in SUBJECTS for c in verb.children)
    known = scale.governors.get(word_of(verb), ()) or verb.lower_ == word_of(verb)
    rules = scale.modifiers.get(verb.lower_, []) if bare and not known else []
    return next((Step(r.id, verb, r.effect) for r in rules if r.effect in NOUN_EFFECTS), None)


def _is_left_open(scale: Scale, noun: Token, verb: Token) -> bool:
    """ "Knüpft ein Treffen an Bedingungen", "ein Treffen rückt näher": perhaps, one day.

    An encounter with an indefinite article that a verb of no list is said of, in the present,
    or has as its object.
    """
    words = scale.grammar.words("open_article")
    open_ = any(c.norm_ in words for c in clause.children(noun, "det"))
    if not open_ or noun.norm_ not in scale.encounters or verb.norm_ in scale.known:
        return False
    if verb.pos_ != "VERB" or noun.dep_ not in {"nsubj", "obj"}:
        return False
    return noun.dep_ == "obj" or clause.has(verb, "Tense", "Pres")


def _scheduling(scale: Scale, event: Token, head: Token) -> Step | None:
    """ "No date has been set for the visit", "the date of the visit was agreed"."""
    words = scale.grammar.words("schedule")
    verb = head if clause.is_verbal(head) else head.head
    beside = [head] if verb != head else clause.children(verb, *SUBJECTS, "obj")
    beside += clause.children(event, "measure")
    dates = [t for t in beside if t.norm_ in words and t != event]
    if not dates or not clause.is_verbal(verb):
        return None
    if negation_of(scale, verb) is not None:
        return Step("schedule+negation", dates[0], "possible")
    rules = scale.governors.get(word_of(verb), ())
    fixed = any(r.effect == "planned" for r in rules)
    return Step("schedule", dates[0], "planned") if fixed else None


def _is_timed(noun: Token, scale: Scale) -> bool:
    """ "In the course of the visit", "after talks": a preposition that can only say when.

    So can one set before the verb ("on a visit to X, Y threatened").
    """
    grammar = scale.grammar
    preposition = clause.preposition(noun, grammar) or ""
    ahead = noun.i < noun.head.i and noun.norm_ in scale.encounters
    if ahead and preposition in grammar.words("noun_front"):
        return True
    several = " " in preposition and preposition in grammar.words("noun_time")
    return several or preposition in grammar.words("noun_when")


def _is_doubted(scale: Scale, verb: Token) -> bool:
    """ "Rien ne dit qu'il soit venu": a subjunctive that tells no fact, but a doubt."""
    clausal = verb.dep_ in {"ccomp", "csubj"}
    doubting = bool(scale.grammar.words("doubting_subjunctive"))
    return clausal and doubting and is_subjunctive(verb, scale.grammar)


def _is_open_gerund(verb: Token, grammar: Grammar) -> bool:
    """ "Accused of supplying", "insisted on visiting": whether it was done is not said."""
    marks = {c.lower_ for c in clause.children(verb, "mark", "case")}
    return bool(marks & grammar.words("open_mark"))


def _takes(rule: OperatorRule, below: Token, head: Token, grammar: Grammar) -> bool:
    relation = below.dep_
    near = (*head.children, *clause.children(below, "mark", "case"))  # "talked out of visiting"
    near += tuple(c for n in clause.children(head, "nsubj") for c in clause.children(n, "amod"))
    near += (head.head,) if head.dep_ in ABOVE else ()  # "the closest X came to meeting Y"
    if rule.beside and not any(c.lower_ in rule.beside for c in near):
        return False
    if rule.of and word_of(below) not in rule.of:
        return False
    if any(clause.has(below, name, value) for name, value in rule.without.items()):
        return False
    if rule.effect == "cancel" and relation == "advcl" and clause.children(head, "obj"):
        return False  # "cancelled the trip to meet X"
    manner = any(c.pos_ == "ADJ" for c in clause.children(head, "advmod", "xcomp"))
    if manner and word_of(head) in grammar.words("turned_out"):
        return False  # "the criticism turned out harsh"
    named = head.norm_ in grammar.words("calling") and clause.children(head, "xcomp")
    if rule.effect == "demand" and any(c.pos_ == "ADJ" for c in named or ()):
        return False  # "the fact that X came was called unusual"
    topic = clause.preposition(below, grammar) in grammar.words("noun_topic")
    if topic and rule.effect == "refuse" and relation in TOPICS:
        return False  # "declined comment on the talks"
    if not all(clause.has(head, name, value) for name, value in rule.features.items()):
        return False
    if rule.through:  # the subject of a passive is what the verb's object would be
        return relation in rule.through or (relation == "nsubj:pass" and "obj" in rule.through)
    if relation == "nsubj" and clause.is_verbal(head) and head.pos_ != "ADJ":
        return rule.effect in {"occur", "cancel", "refuse"} and not clause.children(head, "obj")
    return relation != "amod"


def _presupposed(scale: Scale, noun: Token, verb: Token) -> Iterator[Step]:
    """ "Nach dem Besuch …": the clause around it may deny what it likes, the visit was."""
    preposition, finite = clause.preposition(noun, scale.grammar), finite_of(verb)
    if _is_beside_plan(scale, noun, verb):
        yield Step("beside a plan", noun, "planned")
    if preposition in scale.grammar.words("noun_before"):
        yield Step("before", noun, "planned")
    past = finite is not None and clause.has(finite, "Tense", "Past")
    if preposition in scale.grammar.words("noun_after") and past:
        return  # "nach dem Besuch wollte er …"
    if tense_of(scale, verb) in {"planned", "possible"}:
        yield Step("tense", verb, "planned")
    elif not (past and _could(scale, verb, finite)):
        shut = past and negation_of(scale, verb) is not None  # "wollte … bei dem Besuch nicht"
        helping = auxiliary_steps(scale, verb)
        yield from (step for step, aux in helping if not (shut and aux.negated == "negate"))
    yield from (s for s in marker_steps(scale, verb) if s.effect == "question")


def _could(scale: Scale, verb: Token, finite: Token | None) -> bool:
    """ "Bei dem Treffen konnten sie sich nicht einigen": so they did meet."""
    helped = finite is not None and finite != verb and clause.has(finite, "Mood", "Ind")
    rules = scale.auxiliaries.get(word_of(finite), ()) if finite is not None else ()
    return helped and any(r.id == "modal.may" for r in rules)


def _is_beside_plan(scale: Scale, noun: Token, verb: Token) -> bool:
    """ "Ruled out no meeting during his visit": what is open shall be at that visit.

    Not so "discussed a meeting in a call": there they talked of it.
    """
    if verb.norm_ in scale.talking:
        return False
    objects = [o for o in clause.children(verb, "obj") if o.i < noun.i]
    rule = next(iter(scale.governors.get(verb.norm_, ())), None)
    if rule is None or not any(o.norm_ in scale.encounters for o in objects):
        return False
    open_ = rule.effect in {"possible", "planned", "demand"}
    return open_ or (rule.effect == "refuse" and negation_of(scale, verb) is not None)
