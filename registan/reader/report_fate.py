"""What is said to have become of a plan: "…, but it never took place", "dazu kam es nicht"."""

from __future__ import annotations

import msgspec

from registan.model import Operator, Report
from registan.model.report import Standing
from registan.reader import clause
from registan.reader.scale import word_of
from registan.reader.standing_negation import negation_of
from registan.reader.story import (
    UNREAL,
    Story,
    identifier,
    lies_in,
    sentence_of,
    span_of,
    told_at,
)
from registan.reader.tree import Token


def fail_back(story: Story) -> None:
    """A plan of which its sentence or the next says that it failed, by a pronoun alone."""
    for verb in story.doc:
        standing = _fate(story, verb) if verb.pos_ in {"VERB", "AUX"} else None
        plan = _plan_before(story, verb) if standing is not None else None
        if standing is None or plan is None or not _is_meant(story, verb, plan):
            continue
        span = span_of(story.doc, verb.i, verb.i + 1)
        step = Operator(name="fate", trigger=verb.text, standing=standing, span=span)
        fallen = msgspec.structs.replace(
            plan, standing=standing, chain=(*plan.chain, step), rule=f"{plan.rule}.failed"
        )
        if lies_in(plan.span, verb.sent):
            story.told[story.told.index(plan)] = fallen
        else:
            story.told.append(
                msgspec.structs.replace(
                    fallen,
                    id=identifier(plan.id, "failed"),
                    span=sentence_of(verb),
                    trigger=verb.text,
                    trigger_span=span,
                    attribution=(),
                )
            )


def _fate(story: Story, verb: Token) -> Standing | None:
    """What a clause about "it" or "this" says became of it: nothing, or that it is off."""
    if _pronoun(story, verb) is None:
        return None
    denied = negation_of(story.scale, verb) is not None
    for rule in story.scale.governors.get(word_of(verb), ())[:1]:
        if rule.effect == "occur" and denied:
            return "not_happened"
        if rule.id == "fail" and not denied:
            return "not_happened"
        if rule.effect == "cancel" and not denied and clause.is_passive(verb):
            return "cancelled"
    unsigned = clause.is_passive(verb) and verb.norm_ in story.scale.signing
    return "not_happened" if denied and (unsigned or _becomes(story, verb)) else None


def _pronoun(story: Story, verb: Token) -> Token | None:
    """The pronoun that the clause is about: its subject, or "dazu", "daraus"."""
    grammar = story.grammar
    subjects = clause.children(verb, *clause.SUBJECTS)
    back = [c for c in verb.children if c.lower_ in grammar.words("told_back_adverb")]
    empty = all(s.lower_ in grammar.words("expletive") for s in subjects)
    if back and empty:
        return back[0]
    words = grammar.words("person_pronoun") | grammar.words("told_back")
    words |= grammar.words("thing_pronoun")
    meant = [s for s in subjects if s.lower_ in words - grammar.words("expletive")]
    genitive = [c for c in verb.children if c.lower_ in grammar.words("told_back")]
    meant = meant or (genitive if not subjects else [])
    return meant[0] if len(meant) == 1 and len(subjects) < 2 else None


def _becomes(story: Story, verb: Token) -> bool:
    """ "Dazu kam es nicht", "daraus wurde nichts"."""
    words = story.grammar.words("told_back_adverb")
    return any(c.lower_ in words for c in verb.children)


def _plan_before(story: Story, verb: Token) -> Report | None:
    """The event told of last, where it is a plan of the same sentence or the one before."""
    before = [r for r in story.told if told_at(r) < verb.idx and r.kind != "statement"]
    last = max(before, key=told_at, default=None)
    if last is None:
        return None
    pact = last.kind == "agreement" and verb.norm_ in story.scale.signing  # "signed it was not"
    if last.standing not in UNREAL and not pact:
        return None
    number = story.references.number[verb.i]
    near = [number, number - 1] if number else [number]
    inside = any(lies_in(last.span, story.references.sentences[n]) for n in near)
    return last if inside and story.shares_paragraph(last, verb) else None


def _is_meant(story: Story, verb: Token, plan: Report) -> bool:
    """A pronoun with a gender means a noun of that gender; "this" means whatever was told."""
    pronoun = _pronoun(story, verb)
    if pronoun is None or pronoun.lower_ in (
        story.grammar.words("told_back") | story.grammar.words("told_back_adverb")
    ):
        return pronoun is not None
    at = told_at(plan)
    event = next((t for t in story.doc if t.idx == at), None)
    if event is None or event.pos_ != "NOUN":
        return False
    here, there = pronoun.morph.get("Gender", []), event.morph.get("Gender", [])
    return not here or not there or here == there
