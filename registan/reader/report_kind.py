"""The kind of an event: talks by telephone are a call, talks in one place a meeting."""

from __future__ import annotations

from registan.languages import Grammar
from registan.model.report import Kind
from registan.reader import clause
from registan.reader.story import Casting, Story
from registan.reader.trigger import Trigger
from registan.reader.when import PARAGRAPH

PLACED = frozenset({"visit", "meeting", "agreement"})
WIRED = frozenset({"amod", "advmod", "compound"})


def kind_of(story: Story, trigger: Trigger, roles: Casting) -> Kind:
    """The rule's kind, or the one it has where the talk took place somewhere."""
    words = story.grammar.words("place_adverb")
    beside = list(trigger.nodes[-1].children)
    there = roles["where"] or any(c.lower_ in words for c in beside)
    where = story.grammar.words("relative_place")
    there = there or any(
        c.dep_ == "advmod" and (clause.has(c, "PronType", "Rel") or c.lower_ in where)
        for c in beside
    )
    plural = clause.has(trigger.word, "Number", "Plur") and trigger.word.pos_ == "NOUN"
    there = there or (plural and bool(story.grammar.words("plural_talks")))
    there = there or _is_at_gathering(story, trigger)
    near = trigger.word.norm_ in story.grammar.words("in_person")
    spoken = trigger.rule.kind == "meeting" and not there and not near
    if spoken and _is_in_last(story, trigger, roles, "call"):
        return "call"
    there = (
        there or _is_in_last(story, trigger, roles, "meeting") or _is_there(story, trigger, roles)
    )
    kind = trigger.rule.present or trigger.rule.kind if there else trigger.rule.kind
    return "call" if kind == "meeting" and _is_over_wire(trigger, story.grammar) else kind


def _is_over_wire(trigger: Trigger, grammar: Grammar) -> bool:
    """ "Held talks by video link", "a virtual summit", "провели переговоры по телефону"."""
    wire = grammar.words("wire")
    for word in (c for node in trigger.nodes for c in node.children):
        case = clause.preposition(word, grammar)
        if case is None:
            said = word.dep_ in WIRED and word.norm_ in wire
        else:
            parts = (word, *clause.children(word, "compound"))
            over = case in grammar.words("over_wire")
            said = over and any(wire & {t.norm_, t.lower_} for t in parts)
        if said:
            return True
    return False


def _is_at_gathering(story: Story, trigger: Trigger) -> bool:
    """ "Spoke with X on the margins of the summit": whoever speaks there meets in person."""
    if trigger.rule.present is None:
        return False
    around = clause.children(trigger.nodes[-1], "obl", "obl:mod", "obl:arg", "nmod")
    gathered = {t.word for t in story.triggers if t.rule.kind in {"meeting", "visit"}}
    timed = story.grammar.words("noun_time") - story.grammar.words("noun_before")
    timed -= story.grammar.words("noun_after")
    return any(c in gathered and clause.preposition(c, story.grammar) in timed for c in around)


def _is_there(story: Story, trigger: Trigger, roles: Casting) -> bool:
    """ "She flew to X. She spoke with Y": whoever was just told to be somewhere speaks there."""
    last = story.last() if trigger.rule.present is not None else None
    if last is None or last.kind not in PLACED or not last.where or last.standing != "happened":
        return False
    here = {a.name for a in (*last.who, *last.whom)}
    speaking = {p.actor.name for p in roles["who"] if p.actor}
    return bool(speaking & here) and story.shares_paragraph(last, trigger.word)


def _is_in_last(story: Story, trigger: Trigger, roles: Casting, kind: Kind) -> bool:
    """ "The two discussed trade": on the phone, if a call of theirs was told of just before; "the
    conversation took an hour": face to face, if they had met.

    What a call was about may stand in a paragraph of its own, right behind it.
    """
    last = story.last()
    if last is None or last.kind != kind:
        return False
    between = story.text[last.span.end : trigger.word.idx]
    if "\n" in between and (kind != "call" or between.count(PARAGRAPH) > 1):
        return False
    talking = {p.actor.name for p in (*roles["who"], *roles["whom"]) if p.actor}
    return talking == {a.name for a in (*last.who, *last.whom)}
