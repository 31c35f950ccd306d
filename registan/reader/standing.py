"""Standing by composition: each operator above an event word changes the standing below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

from registan.languages import Grammar
from registan.model import Operator, Span
from registan.model.report import Standing
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import CLOSING, NOUN_EFFECTS, Climb, Scale, Step, word_of
from registan.reader.standing_clause import clause_steps, host_steps
from registan.reader.standing_climb import upward_steps
from registan.reader.standing_fate import apply_rule, doubt_steps
from registan.reader.standing_governor import governor_steps
from registan.reader.standing_idiom import idiom_over, phrase_of
from registan.reader.standing_modifier import modifier_rule, modifier_steps
from registan.reader.standing_noun import deed_steps, is_definite, noun_base
from registan.reader.standing_tense import tense_of
from registan.reader.standing_thwarted import thwarted_by
from registan.reader.tree import Token
from registan.reader.trigger import Trigger
from registan.reader.verb_form import finite_of

Composed = tuple[Standing, tuple[Operator, ...]]  # a standing and the operators that made it
MAIN = "+main"  # at the end of a step's name: what the clause around a relative clause says
HEARD = frozenset({"doubt", "hearsay"})
KEPT = "kept."  # begins the ids of rules for what becomes of a threat or promise


@cache
def composition() -> dict[str, dict[str, Standing]]:
    """effect -> standing below -> standing above; `composition.yml` says it."""
    text = files("registan.reader").joinpath("composition.yml").read_text(encoding="utf-8")
    table: dict[str, dict[str, Standing]] = yaml.safe_load(text)
    return table


def compose(scale: Scale, trigger: Trigger) -> Composed:
    """The trigger's standing, and the chain of operators that made it, innermost first."""
    verbal = clause.is_verbal(trigger.nodes[-1])
    last = trigger.nodes[-1]
    climb = Climb(scale, None if verbal else last, last if verbal else None)
    standing, steps = _start(climb, trigger)
    chain = []
    if trigger.rule.standing is not None and standing == "happened" and not _is_over(trigger):
        standing = trigger.rule.standing
        if standing == "planned" and (thwarted := thwarted_by(scale, last, last)):
            steps.append(thwarted)  # "собирался приехать, однако остался дома"
    if _is_host_given(scale, trigger) and standing == "happened":
        return standing, ()
    asked, known = False, _is_answered(scale, trigger)
    standing = "happened" if known else standing
    fates = (*_fate(climb, trigger), *_main_fate(climb, trigger))
    for step in (*steps, *upward_steps(climb, trigger), *fates):
        if known and step.effect not in HEARD:
            continue  # "did not accept the invitation": it was made
        if asked and step.effect in CLOSING:
            continue  # "refused to say whether …" leaves it open
        if standing == "happened" and step.name.endswith(MAIN):
            continue  # "the sanctions that X had imposed were suspended"
        if _is_put(step, trigger, scale.grammar, standing):
            continue
        if trigger.rule.kind == "statement" and step.name.startswith(KEPT):
            continue  # "did not carry out its threat": it was made
        asked = asked or step.effect == "question"
        above = composition()[step.effect][standing]
        if above != standing or step.effect not in {"achieve", "occur"}:
            ahead = (standing, above) == ("planned", "not_happened")
            chain.append(_operator(step, above, ahead))
        standing = above
    return standing, tuple(chain)


def _is_over(trigger: Trigger) -> bool:
    """ "Находился в Y": in the past tense what a rule takes for going on is over."""
    finite = finite_of(trigger.nodes[-1]) if clause.is_verbal(trigger.nodes[-1]) else None
    past = finite is not None and clause.has(finite, "Tense", "Past")
    return trigger.rule.standing == "ongoing" and past


def _is_put(step: Step, trigger: Trigger, grammar: Grammar, standing: Standing) -> bool:
    """ "Denied it: 'There was no such call'": the words of a denial are not denied in turn.

    Nor is what somebody says in place of what is denied ("denied this: they had only met").
    """
    between = trigger.word.doc[step.word.i + 1 : trigger.word.i]
    put = step.effect == "deny" and any(token.text == ":" for token in between)
    what = clause.children(step.word, "obj", "nsubj") if put else []
    told = any(c.lower_ in grammar.words("told_back") for c in what)
    return put and (told or standing == "not_happened")


def _start(climb: Climb, trigger: Trigger) -> tuple[Standing, list[Step]]:
    """The standing that the event's own clause gives it."""
    scale = climb.scale
    word, verb = trigger.word, trigger.nodes[-1]
    if clause.is_verbal(verb):
        arrived = verb.norm_ in scale.travel  # for a visit that was put off before
        effects = NOUN_EFFECTS - {"cancel"} if arrived else NOUN_EFFECTS
        steps = [] if word == verb else list(modifier_steps(scale, word, effects))
        steps = [s for s in steps if not clause.children(s.word, "xcomp")]  # "expected to …"
        steps += doubt_steps(climb, word, verb) or clause_steps(climb, verb)
        steps += _predicated(scale, verb)
        return tense_of(scale, verb), steps
    host = clause.head_conjunct(verb).head  # of the noun, or of the one that supports it
    shared = clause.is_verbal(host)  # whose negation then counts "kein" too
    steps = [
        s for n in trigger.nodes for s in modifier_steps(scale, n, NOUN_EFFECTS if shared else None)
    ]
    steps += [s for n in trigger.nodes for s in deed_steps(scale, n)]
    steps += _inserted_condition(verb, scale.grammar) + _on_programme(verb, scale.grammar)
    if shared:  # "without a meeting": the preposition denies the noun, not the clause
        cases = [(c, modifier_rule(scale, c, "negate")) for c in clause.children(verb, "case")]
        steps += [Step(rule.id, c, "negate") for c, rule in cases if rule is not None]
    return noun_base(scale, verb), steps


def _predicated(scale: Scale, noun: Token) -> list[Step]:
    """ "Denkbar sei eine Reise": what a tree may take for the subject is said of the event."""
    if noun.pos_ != "NOUN" or not clause.children(noun, "cop"):
        return []
    bare = [c for c in clause.children(noun, "nsubj") if not any(c.children)]
    rules = [(c, r) for c in bare for r in scale.modifiers.get(word_of(c), ())]
    said = clause.children(noun, "nmod", "obl", "advmod")
    for copula in clause.children(noun, "cop"):  # "im Gespräch ist eine Reise"
        forms = [(c, phrase_of(c, copula, scale.grammar)) for c in said if c.i < copula.i]
        rules += [(c, r) for c, form in forms for r in scale.predicates.get(form, ())]
    return [Step(r.id, c, r.effect) for c, r in rules if r.effect in NOUN_EFFECTS][:1]


def _is_host_given(scale: Scale, trigger: Trigger) -> bool:
    """ "Will come at the invitation of X": whatever becomes of the visit, X has invited."""
    noun = trigger.rule.kind == "invitation" and not clause.is_verbal(trigger.nodes[-1])
    words = scale.grammar.words("invited")
    preposition = clause.preposition(trigger.word, scale.grammar)
    bare = not clause.children(trigger.word, "det")
    if noun and bare and preposition in scale.grammar.words("guest_of"):
        return bool(trigger.word.head.norm_ in scale.travel)
    return noun and preposition in words


def _is_answered(scale: Scale, trigger: Trigger) -> bool:
    """ "Will accept X's invitation": whatever the answer is, X has invited."""
    noun, verb = trigger.word, trigger.nodes[-1]
    answered = trigger.rule.kind == "invitation" and verb.norm_ in scale.answering
    open_ = any(clause.has(c, "Definite", "Ind") for c in noun.children)
    links = scale.grammar.words("from") | scale.grammar.words("of") | scale.grammar.agent
    hosts = [c for c in noun.children if clause.preposition(c, scale.grammar) in links]
    known = is_definite(noun, scale.grammar) or scale.grammar.words("drops_subject")
    given = bool(known) and bool(hosts or not open_)  # no article may show it
    return answered and noun != verb and given


def _fate(climb: Climb, trigger: Trigger) -> Iterator[Step]:
    """ "The visit, which was called off, …": what a relative clause says became of an event."""
    event = trigger.nodes[-1]
    if clause.is_verbal(event):
        return
    behind = (t for t in event.subtree if t.i > event.i and t.dep_ == "acl:relcl")
    for verb in behind:
        told = [c for c in clause.children(verb, *SUBJECTS) if clause.has(c, "PronType", "Rel")]
        done = [c for c in clause.children(verb, "obj") if clause.has(c, "PronType", "Rel")]
        told = told or done
        if not told or not _agree(told[0], event):
            continue
        if verb.norm_ in climb.scale.grammar.words("takes_place"):
            yield from host_steps(climb, verb)
        for rule in climb.scale.governors.get(word_of(verb), ())[:1]:
            fails = told[0].dep_ in {"nsubj:pass", "obj"} or rule.id == "fail"
            if fails and rule.effect in {"cancel", "refuse", "planned", "redo"}:
                yield from apply_rule(climb, rule, verb, noun=True)
        return


def _main_fate(climb: Climb, trigger: Trigger) -> Iterator[Step]:
    """ "A call that X was to hold with Y fell through": what its own clause says of the noun."""
    noun, verb = trigger.word, trigger.nodes[-1]
    if noun == verb:
        yield from _called_off(climb, verb)
        return
    decided = noun.dep_ in {*SUBJECTS, "obj"} or idiom_over(climb.scale, noun) is not None
    if not decided or noun not in verb.ancestors:
        return
    for step in governor_steps(climb, noun, noun.head, noun=True):
        if step.effect in CLOSING:
            yield step._replace(name=f"{step.name}{MAIN}")


def _called_off(climb: Climb, verb: Token) -> Iterator[Step]:
    """ "X, due in Y on Friday, pulled out", « X, attendu à Y, a décommandé »: nobody else did."""
    noun = verb.head
    if verb.dep_ not in {"acl", "amod"} or noun.dep_ != "nsubj":
        return
    main = noun.head
    if clause.children(main, "obj", "xcomp", "ccomp", "obl:arg", "nsubj:pass"):
        return
    for rule in climb.scale.governors.get(word_of(main), ())[:1]:
        if rule.effect == "cancel" and clause.is_verbal(main):
            steps = apply_rule(climb, rule, main, noun=True)
            closing = (s for s in steps if s.effect in CLOSING)
            yield from (s._replace(name=f"{s.name}{MAIN}") for s in closing)


def _inserted_condition(noun: Token, grammar: Grammar) -> list[Step]:
    """ "A summit, if X were elected, …": a condition that is put in right behind the event."""
    sentence = noun.sent
    comma = next((t for t in sentence if t.i > noun.i and t.is_punct), None)
    if comma is None or comma.i + 1 >= sentence.end:
        return []
    mark, between = comma.doc[comma.i + 1], comma.doc[noun.i + 1 : comma.i]
    told = any(t.pos_ in {"VERB", "AUX"} for t in between)
    clausal = any(c.dep_.startswith("nsubj") for c in mark.head.children)
    open_ = mark.lower_ in grammar.words("conditional") and clausal and not told
    open_ = open_ and not clause.has(mark, "Reflex", "Yes")  # « en visite à Y, s'est entretenu »
    return [Step("condition", mark, "possible")] if open_ else []


def _on_programme(noun: Token, grammar: Grammar) -> list[Step]:
    """ "On the agenda: talks with X", "the programme includes talks": what is to be."""
    before = noun.doc[noun.sent.start : noun.i]
    for word in before:
        fixed = f"{clause.preposition(word, grammar)} {word.norm_}"
        between = noun.doc[word.i : noun.i]
        listed = fixed in grammar.words("on_programme")
        if listed and not any(clause.is_finite(t) for t in between):
            return [Step("programme", word, "planned")]
    verb = next((a for a in clause.ancestors(noun) if clause.is_verbal(a)), None)
    present = verb is not None and clause.has(verb, "Tense", "Pres")
    subjects = clause.children(verb, "nsubj") if verb is not None and present else []
    named = [t for t in subjects if t.norm_ in grammar.words("programme")]
    return [Step("programme", named[0], "planned")] if named else []


def _operator(step: Step, standing: Standing, ahead: bool) -> Operator:
    """The step as the report tells it; `ahead`: it denies what was to come ("ne viendra pas")."""
    word = step.word
    span = Span(start=word.idx, end=word.idx + len(word), text=word.text)
    name = f"future+{step.name}" if ahead and not step.name.startswith("future") else step.name
    return Operator(name=name, trigger=word.text, standing=standing, span=span)


def _agree(pronoun: Token, noun: Token) -> bool:
    """Do the two agree in gender, as far as both show one?"""
    here, there = pronoun.morph.get("Gender", []), noun.morph.get("Gender", [])
    return not here or not there or here == there
