"""The standing of a report: by its sentence, by its date, and by what was told before it."""

from __future__ import annotations

from registan.languages import Grammar
from registan.model import Operator, Report
from registan.reader import clause
from registan.reader.report_time import is_after
from registan.reader.standing import Composed, compose
from registan.reader.story import (
    UNREAL,
    Casting,
    Story,
    confirmed,
    is_bare,
    is_definite_noun,
    lies_in,
    span_of,
    told_at,
)
from registan.reader.tree import Token
from registan.reader.trigger import TALKS, Trigger
from registan.reader.when import DateMention

TRAVELLED = frozenset({"meeting", "agreement", "visit"})  # what one does on a trip
# Kinds of which the present tense with a weekday or month tells a plan ("schickt im Juni Schiffe").
SCHEDULED = frozenset({"visit", "meeting", "call", "cooperation", "measure"})
OF_VERB = ("tense", "future")  # steps that are of the verb above, and say nothing of a landmark


def standing_of(story: Story, trigger: Trigger, roles: Casting) -> Composed:
    """The standing by the sentence, or that of the plan of which the sentence speaks again."""
    standing, chain = _composed(story, trigger)
    asked = bool(chain) and all(step.name == "demand" for step in chain)
    if standing == "possible" and asked and _is_fact_spoken_of(story, trigger, roles):
        return "happened", ()
    plan = None
    if standing == "happened":
        plan = _plan_spoken_of(story, trigger, roles) or _talk_spoken_of(story, trigger)
    return (plan.standing, plan.chain) if plan is not None else (standing, chain)


def standing_in_time(
    story: Story, trigger: Trigger, composed: Composed, when: DateMention | None
) -> Composed:
    """The standing that the event's date leaves, or else the trip at the end of which it is."""
    standing, chain = _by_date(story, trigger, composed, when)
    undated = standing in {"happened", "ongoing"} and when is None
    trip = _trip(story, trigger) or _trip_before(story, trigger) if undated else None
    return (trip.standing, trip.chain) if trip is not None else (standing, chain)


def _composed(story: Story, trigger: Trigger) -> Composed:
    """The standing by the sentence; that a planned visit is confirmed makes it no fact."""
    standing, chain = compose(story.scale, trigger)
    known = confirmed(story, trigger)
    mere = all(o.name == "confirm" for o in chain)
    if known is None or standing not in {"happened", "possible"} or not mere:
        return standing, chain
    if known.standing not in UNREAL:
        return known.standing, known.chain
    word = trigger.word
    span = span_of(story.doc, word.i, word.i + 1)
    step = Operator(name="confirmed plan", trigger=word.text, standing="planned", span=span)
    return "planned", (step,)


def _plan_spoken_of(story: Story, trigger: Trigger, roles: Casting) -> Report | None:
    """ "X will fly to Y: what is known about the visit": the one before, which is a plan.

    So it is in "the visit at the invitation of Z was confirmed by X" and in "the trip comes amid
    tensions", and what is said to have taken place stays so in "in the talks they spoke of Z".
    """
    noun = trigger.nodes[-1]
    spoken = clause.preposition(noun, story.grammar) in story.grammar.words("concerning")
    said = noun.dep_ in clause.CORE and noun.head.norm_ in story.scale.saying
    spoken = spoken or (said and not clause.is_verbal(noun)) or _is_in_present(noun)
    repeated = roles["who"] and all(p.token == trigger.word for p in roles["who"])
    before = story.last(trigger.rule.kind)
    plan = before is not None and before.standing in UNREAL
    doubted = before is not None and before.standing == "possible" and is_bare(story, noun)
    if doubted and before is not None and not clause.is_verbal(noun):
        known = is_definite_noun(noun, story.grammar)
        spoken = spoken or known or story.shares_paragraph(before, noun)
    return before if spoken and repeated and plan else None


def _is_fact_spoken_of(story: Story, trigger: Trigger, roles: Casting) -> bool:
    """ "They met on Sunday. Z, who had invited them to the meeting, said": the one just told of."""
    before = story.last(trigger.rule.kind)
    repeated = roles["who"] and all(p.token == trigger.word for p in roles["who"])
    known = before is not None and before.standing == "happened"
    return bool(known and repeated and is_definite_noun(trigger.nodes[-1], story.grammar))


def _is_in_present(noun: Token) -> bool:
    """Does something happen to the event in the present tense ("the trip comes amid tensions")?"""
    verb = noun.head
    helped = any(clause.is_finite(c) for c in clause.children(verb, *clause.HELPING))
    now = clause.has(verb, "Tense", "Pres") and clause.is_finite(verb) and not helped
    return now and noun.dep_ in clause.SUBJECTS and not clause.is_verbal(noun)


def _talk_spoken_of(story: Story, trigger: Trigger) -> Report | None:
    """ "X is said to have rung Y. During the call the two discussed Z": no surer than that call."""
    verb = trigger.nodes[-1]
    if not clause.is_verbal(verb):
        return None
    below = clause.children(verb, *clause.OBLIQUES)
    talks = [t for t in story.triggers if t.rule.kind in TALKS and t.nodes[-1] in below]
    for talk in talks:
        noun, before = talk.nodes[-1], story.last(talk.rule.kind)
        known = is_definite_noun(noun, story.grammar) and is_bare(story, noun)
        if known and before is not None and before.standing in UNREAL:
            return before
    return None


def _trip(story: Story, trigger: Trigger) -> Report | None:
    """ "Is to fly to X, where he meets Y": what is done at the end of a trip still ahead."""
    words = story.grammar.words("relative_place")
    verb = clause.head_conjunct(trigger.nodes[-1])
    verb = verb if clause.is_verbal(verb) else verb.head  # "…, where the summit takes place"
    if _is_over(verb):
        return None  # "went to X in May, where he had met Y": before the trip that is ahead
    there = [c for c in clause.children(verb, "advmod", "mark", "obl") if c.lower_ in words]
    if not there or there[0].i == 0 or story.doc[there[0].i - 1].text != ",":
        return None
    trips = (r for r in story.told if r.kind == "visit" and lies_in(r.span, verb.sent))
    before = (r for r in trips if r.where and told_at(r) < there[0].idx)
    last = max(before, key=told_at, default=None)
    return last if last is not None and last.standing in UNREAL else None


def _trip_before(story: Story, trigger: Trigger) -> Report | None:
    """ "X is to fly to Y. There he meets Z", "flies to Y on Monday and meets Z": a present tense
    that goes on with a trip still ahead tells of what is ahead, too."""
    verb, trip = trigger.nodes[-1], story.last("visit")
    present = clause.has(verb, "Tense", "Pres") and clause.has(verb, "VerbForm", "Fin")
    helped = any(clause.is_finite(c) for c in clause.children(verb, *clause.HELPING))
    if trip is None or trip.standing not in UNREAL or not present or helped:
        return None
    if trigger.rule.kind not in TRAVELLED or not story.shares_paragraph(trip, verb):
        return None
    if lies_in(trip.span, verb.sent):
        ahead = verb.dep_ == "conj" and told_at(trip) < verb.idx
        return trip if ahead and verb.head.idx <= told_at(trip) else None
    there = any(c.lower_ in story.grammar.words("there") for c in verb.children)
    same = any(c.pos_ == "PRON" for c in clause.children(verb, "nsubj"))
    number = story.references.number[verb.i]
    before = number > 0 and lies_in(trip.span, story.references.sentences[number - 1])
    return trip if before and (there or same) else None


def _is_over(verb: Token) -> bool:
    """ "Had met", « s'était entretenu »: a perfect seen from the past."""
    helping = [c for c in clause.children(verb, "aux") if clause.is_finite(c)]
    past = any(clause.has(c, "Tense", t) for c in helping for t in ("Past", "Imp"))
    return past and clause.has(verb, "VerbForm", "Part") and clause.has(verb, "Tense", "Past")


def _by_date(
    story: Story, trigger: Trigger, composed: Composed, when: DateMention | None
) -> Composed:
    """A present tense with a date after the document's own is a plan, not a fact."""
    standing, chain = composed
    if _is_landmark(story, trigger, composed, when):
        return "happened", ()
    if standing not in {"happened", "ongoing"} or when is None or when.role == "until":
        return standing, chain
    published = story.document.published
    later = (
        _is_scheduled(trigger, when, story.grammar)
        or when.forward
        or bool(
            published
            and when.value
            and when.value[:4].isdigit()
            and is_after(when.value, published)
        )
    )
    if not later:
        return standing, chain
    step = Operator(name="date", trigger=when.text, standing="planned", span=when.span)
    return "planned", (*chain, step)


def _is_landmark(
    story: Story, trigger: Trigger, composed: Composed, when: DateMention | None
) -> bool:
    """ "It will be the first since X's visit in 2015": what is counted from took place."""
    standing, chain = composed
    noun, published = trigger.nodes[-1], story.document.published
    known = standing == "happened" or standing in UNREAL
    if not known or clause.is_verbal(noun) or not when or not published:
        return False
    counted = story.grammar.words("since_event") | story.grammar.words("noun_after")
    past = (when.value or published)[:4] < published[:4]
    open_ = any(not step.name.startswith(OF_VERB) for step in chain)
    return past and not open_ and clause.preposition(noun, story.grammar) in counted


def _is_scheduled(trigger: Trigger, when: DateMention, grammar: Grammar) -> bool:
    """ "X besucht am Montag Y", "X arrives on Friday": present tense with a day is a plan.

    So is "schickt im Juni Schiffe".
    """
    verb = trigger.nodes[-1]
    present = clause.has(verb, "Tense", "Pres") and clause.has(verb, "VerbForm", "Fin")
    named = when.text.strip(". ").lower() in grammar.words("today")
    return (
        present
        and not named
        and when.role != "since"
        and trigger.rule.kind in SCHEDULED
        and not any(c.isdigit() for c in when.text)
    )
