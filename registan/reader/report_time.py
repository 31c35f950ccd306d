"""When an event was or shall be: which of the dates around it is its own, and in which year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from registan.languages import Grammar
from registan.model.period import period_of, shift
from registan.model.report import Operator, Standing
from registan.reader import clause
from registan.reader.story import UNREAL, Story, confirmed
from registan.reader.tree import Token
from registan.reader.trigger import Trigger
from registan.reader.when import DateMention

SEASON = re.compile(r"\d{4}-2[1-4]")
MONTH = re.compile(r"\d{4}-(0\d|1[0-2])")
BARE_WEEKDAYS = frozenset({"weekday", "weekday-bare"})
FORETELLING = frozenset({"future", "conditional", "plan", "planned", "must"})  # operators


def when_of(story: Story, trigger: Trigger, part: tuple[int, int]) -> DateMention | None:
    """The date nearest to the event word, in its phrase or else in its clause."""
    sentence = trigger.word.sent
    first, last = max(sentence.start_char, part[0]), min(sentence.end_char, part[1])
    inside = [d for d in story.dates if first <= d.start < last]
    if part[0] > sentence.start_char:
        return inside[0] if inside else None
    below = trigger.nodes[-1]
    scopes = [clause.own_words(w) for w in (trigger.word, below, *_planned_by(story, below))]
    for head in clause.ancestors(below):
        if below.dep_ == "acl:relcl":  # a relative clause has its own time, or says of one
            above = (d for d in inside if d.start <= head.idx < d.end)
            return _nearest(story, scopes, trigger, inside) or next(above, None)
        inner, below = below, head
        if _is_judged(story, inner, trigger):
            break
        if (
            not clause.is_verbal(trigger.nodes[-1])
            or head.dep_ == "conj"
            or trigger.rule.kind == "statement"
            or _is_at_that_time(story, inner)
            or (inner.dep_ == "xcomp" and _is_modal(head, story.grammar))
        ):
            scopes.append(clause.own_words(head))
            raised = clause.children(head, "xcomp") if inner.dep_ in clause.SUBJECTS else ()
            scopes += [clause.own_words(verb) for verb in raised]  # « doit avoir lieu lundi »
        if clause.is_verbal(head) and trigger.rule.kind != "statement":
            break
    beside = [c for c in trigger.nodes[-1].children if _is_at_that_time(story, c)]
    noun = trigger.nodes[-1]
    if noun.dep_ in clause.SUBJECTS and _is_modal(noun.head, story.grammar):
        beside += clause.children(noun.head, "xcomp")  # "визит может состояться в июле"
    scopes += [clause.own_words(clause_verb) for clause_verb in beside]
    return _nearest(story, scopes, trigger, inside)


def _is_judged(story: Story, noun: Token, trigger: Trigger) -> bool:
    """ "Condemned the treaty on Wednesday": that day it was condemned, and not signed."""
    if noun.dep_ != "obj" or clause.is_verbal(noun) or trigger.rule.kind == "statement":
        return False
    return any(t.rule.kind == "statement" and noun.head in t.nodes for t in story.triggers)


def _planned_by(story: Story, noun: Token) -> list[Token]:
    """ "The visit, planned for Monday, was called off": the participle tells the visit's day."""
    parts = clause.children(noun, "acl") if not clause.is_verbal(noun) else []
    rules = {part: story.scale.modifiers.get(part.norm_, ()) for part in parts}
    return [p for p in parts if any(r.effect == "planned" for r in rules[p])]


def _is_modal(verb: Token, grammar: Grammar) -> bool:
    """ "Must", "can", where they are verbs with an infinitive below: one clause, and one time."""
    return verb.norm_ in grammar.words("modal_governor")


def _nearest(
    story: Story, scopes: list[list[Token]], trigger: Trigger, inside: list[DateMention]
) -> DateMention | None:
    """The date next to the event word, in the first of the scopes that holds one.

    "Came in May, for the first time since 2019": since when comes last.
    """
    since = None
    for scope in scopes:
        words = [(d, [t for t in scope if _lies_on(t, d)]) for d in inside]
        near = [
            d for d, own in words
            if own and not any(_is_of_earlier(story, t, trigger) for t in own)
        ]  # fmt: skip
        since = since or next((d for d in near if d.role == "since"), None)
        near = [d for d in near if d.role != "since"]
        if trigger.rule.kind == "invitation":  # "invited him for June": to come then
            far = story.grammar.words("for_when")
            known = [(d, [clause.preposition(t, story.grammar) for t in own]) for d, own in words]
            near = [d for d, links in known if d in near and not far.intersection(map(str, links))]
        if near:
            return min(near, key=lambda d: abs(d.start - trigger.word.idx))
    return since


def _lies_on(token: Token, date: DateMention) -> bool:
    """Does a word belong to a date, as a whole or in part (« mi-avril »)?"""
    return token.idx < date.end and token.idx + len(token) > date.start


def is_dated(story: Story, trigger: Trigger, standing: Standing) -> bool:
    """Not what "was called off", "denied on Monday", "put off to May" or "confirmed today": of
    these the day is another, unless the noun itself bears it."""
    noun = trigger.nodes[-1]
    words = [noun, *_planned_by(story, noun)]
    own = {t.i for word in words for t in clause.own_words(word)} & story.cast.dated
    away = standing in {"cancelled", "denied"} and not clause.is_verbal(noun)
    away = away or (standing == "planned" and _is_ahead_of(story, noun))
    return bool(own) or not (away or confirmed(story, trigger))


def _is_ahead_of(story: Story, noun: Token) -> bool:
    """ "Arrived on Thursday for talks": the day is that of the arrival, and the talks are ahead."""
    beside = noun.dep_ in clause.OBLIQUES and any(noun.head in t.nodes for t in story.triggers)
    return beside and not clause.is_verbal(noun) and _is_past(noun.head)


def reckoned_from(story: Story, trigger: Trigger) -> str | None:
    """ "Landed on Wednesday, ahead of a meeting on Friday", "said on Wednesday that he would come
    on Friday": the day of the past verb above, from which a coming weekday counts."""
    for verb in filter(_is_past, clause.ancestors(trigger.nodes[-1])):
        words = {t.idx for t in clause.own_words(verb)}
        days = (d.value for d in story.dates if d.start in words and d.form in BARE_WEEKDAYS)
        if day := next((d for d in days if d), None):
            return day
    return story.document.published


def _is_past(verb: Token) -> bool:
    """In the past tense, or in the perfect."""
    finite = [w for w in (verb, *clause.children(verb, *clause.HELPING)) if clause.is_finite(w)]
    past = any(clause.has(w, "Tense", "Past") for w in finite)
    return clause.is_verbal(verb) and bool(finite) and (past or _is_perfect(verb))


def _is_at_that_time(story: Story, verb: Token) -> bool:
    """ "Came in May, when he met X": the clause has the time of the one above."""
    if verb.dep_ == "advcl" and clause.has(verb, "VerbForm", "Conv"):
        return True  # "подписав договор"
    if verb.dep_ == "xcomp":
        rules = story.scale.governors.get(verb.head.norm_, ())
        return any(r.effect == "achieve" for r in rules)  # "in May X managed to come"
    words = story.grammar.words("when")
    marks = [c for c in verb.children if c.dep_ in {"advmod", "mark"}]
    return verb.dep_.startswith("advcl") and any(c.lower_ in words for c in marks)


def _is_of_earlier(story: Story, token: Token, trigger: Trigger) -> bool:
    """ "The first talks since X's trip in 2023", "the second to come, after X in 2018": the date
    is that of the event before."""
    grammar = story.grammar
    since = grammar.words("since_event")
    first = token.left_edge
    before = [first.nbor(-1)] if first.i > first.sent.start else []  # "since Baker in 1992"
    names = {"NOUN", "PROPN"}
    beside = [a for b in before if b.pos_ == "PROPN" for a in (b, *clause.ancestors(b))]
    above = [t for t in (*clause.ancestors(token), *beside) if t not in trigger.nodes]
    if any(t.pos_ in names and clause.preposition(t, grammar) in since for t in above):
        return True
    people = [b for b in beside if story.cast.named(b, "person")]
    return any(clause.preposition(p, grammar) in grammar.words("noun_after") for p in people)


def is_ahead(trigger: Trigger, grammar: Grammar) -> bool:
    """ "Reist im Mai", "kündigte an, im Mai zu reisen"; not "war für Mai geplant"."""
    verb = trigger.nodes[-1]
    verb = verb if clause.is_verbal(verb) else verb.head
    if verb.dep_ == "xcomp" and _is_modal(verb.head, grammar):
        verb = verb.head  # "в мае должен был прибыть"
    finite = [w for w in (verb, *clause.children(verb, *clause.HELPING)) if clause.is_finite(w)]
    if trigger.rule.standing == "planned" and _is_perfect(verb):
        return False  # "had promised in May": that is when the promise was made
    return clause.is_verbal(verb) and all(not clause.has(w, "Tense", "Past") for w in finite)


def is_open(trigger: Trigger, grammar: Grammar) -> bool:
    """ "Could come on Sunday", which is still ahead; not "may have come on Sunday"."""
    verb = trigger.nodes[-1]
    return is_ahead(trigger, grammar) and not _is_perfect(
        verb if clause.is_verbal(verb) else verb.head
    )


def time_of(trigger: Trigger, standing: Standing, chain: Sequence[Operator]) -> Standing:
    """ "Denied that she would come in May", "has no plans to come": as of a plan, that was none."""
    verb = trigger.nodes[-1]
    names = {step.name.split("+")[0] for step in chain}
    foretold = bool(names & FORETELLING) or clause.has(verb, "Mood", "Cnd")
    open_ = foretold and not (clause.is_verbal(verb) and _is_perfect(verb))
    return "planned" if standing in {"denied", "not_happened"} and open_ else standing


def date_of(
    story: Story,
    when: DateMention | None,
    standing: Standing,
    ahead: bool = False,
    still_open: bool = False,
    reckoned: str | None = None,
) -> str | None:
    """The date in EDTF; a plan's season or month is the coming one, and never one since.

    `reckoned` is the day from which a bare weekday that is ahead counts.
    """
    published = story.document.published
    if when is not None and when.role == "since" and standing in UNREAL:
        past = published and when.value and not is_after(when.value, published)
        return None if past else when.edtf  # "is to come, the first since 2019"
    coming_day = standing == "planned" or (standing == "possible" and still_open)
    if when is not None and coming_day and when.form in BARE_WEEKDAYS:
        return _coming_week(when, reckoned)
    if when is None or when.edtf is None or when.explicit or standing not in UNREAL:
        return when.edtf if when else None
    if published and SEASON.fullmatch(when.edtf):
        return _coming_season(when.edtf, published)
    value = when.value or when.edtf  # of "by June" the June
    if published and published[:4].isdigit() and value.startswith(f"{int(published[:4]) - 1}-"):
        coming = published[:4] + value[4:]
        ahead_of_it = is_after(coming, published)
        return when.edtf.replace(value, coming) if ahead_of_it else when.edtf
    if ahead and standing == "planned" and MONTH.fullmatch(when.edtf) and published:
        over = len(published) > 4 and when.edtf < published[:7]
        return f"{int(when.edtf[:4]) + 1}{when.edtf[4:]}" if over else when.edtf
    return when.edtf


def invited_for(story: Story, trigger: Trigger, when: DateMention | None) -> DateMention | None:
    """ "Invited X to the opening in May": the day of what one is invited to, if it is that."""
    if trigger.rule.kind != "invitation" or when is None:
        return None
    if clause.preposition(trigger.word, story.grammar) in story.grammar.words("guest_of"):
        return when  # "comes in May at the invitation of X"
    published, verb = story.document.published, trigger.nodes[-1]
    ahead = when.forward or bool(published and when.value and is_after(when.value, published))
    if _is_past(verb) and ahead and when.role == "at":
        return when  # "has invited X for Monday": whoever has done so, did it before
    aims = story.grammar.words("aim") | story.grammar.words("place")
    below = [c for n in trigger.nodes for c in clause.children(n, "obl", "obl:arg", "nmod")]
    aimed = [c for c in below if clause.preposition(c, story.grammar) in aims]
    spans = [(c.idx, c.right_edge) for c in aimed if c.i not in story.cast.dated]
    ends = [(start, last.idx + len(last)) for start, last in spans]
    gaps = [story.text[end : when.start].split() for s, end in ends if s < when.start]
    return when if any(len(gap) < 2 for gap in gaps) else None


def _is_perfect(verb: Token) -> bool:
    """ "A promis", "hat zugesagt": an active participle under an auxiliary."""
    helped = any(clause.children(verb, "aux")) and not any(clause.children(verb, "aux:pass"))
    return helped and clause.has(verb, "VerbForm", "Part") and not clause.has(verb, "Tense", "Pres")


def is_after(value: str, published: str) -> bool:
    """Is a date later than the document's, as far as both are precise?"""
    if SEASON.fullmatch(value):  # "2025-21" is spring, and not after November
        return period_of(value).first > period_of(published).last
    size = min(len(value), len(published))
    return value[:size] > published[:size]


def _coming_season(value: str, published: str) -> str:
    """ "Said in autumn that he would come in spring": the next one."""
    over = period_of(value).last < period_of(published).first
    return f"{int(value[:4]) + 1}{value[4:]}" if over else value


def _coming_week(when: DateMention, day: str | None) -> str | None:
    """A bare weekday of a plan, where it was read as one before the day it counts from."""
    early = when.value is not None and day is not None and len(day) == 10 and when.value < day
    if when.edtf is None or when.value is None or not early:
        return when.edtf
    return when.edtf.replace(when.value, shift(when.value, 7))  # of "by Friday" the Friday
