"""Headlines: a report of one is no firmer than its text tells it, nor another kind of talk."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from registan.model import Operator, Report
from registan.reader import clause
from registan.reader.story import Story, told_at
from registan.reader.tree import Token

OCCURRED = frozenset({"happened", "ongoing"})
OVER = frozenset({"denied", "not_happened"})


def temper_headline(story: Story, reports: Sequence[Report]) -> list[Report]:
    """ "Macron meets Tusk", over "Macron may meet Tusk next week": it may be."""
    end = _end_of_headline(story)
    body = [r for r in reports if r.span.start >= end]
    above = (r for r in reports if r.span.start < end)
    return [_tempered(story, _on_the_phone(story, r, body), body) for r in above] + body


def _end_of_headline(story: Story) -> int:
    """Where the title ends that the text opens with; nought where it does not."""
    title = (story.document.title or "").strip()
    start = len(story.text) - len(story.text.lstrip())
    return start + len(title) if title and story.text.startswith(title, start) else 0


def _on_the_phone(story: Story, headline: Report, body: Sequence[Report]) -> Report:
    """« X s'est entretenu avec Y », over « X s'est entretenu au téléphone avec Y »: a call."""
    word = _word_of(story, headline)
    met = headline.where or word is None or word.norm_ in story.grammar.words("in_person")
    if headline.kind != "meeting" or met:
        return headline
    called = msgspec.structs.replace(headline, kind="call")
    told = [r for r in body if _is_same(called, r) or _is_same(headline, r)]
    return called if {r.kind for r in told} == {"call"} else headline


def _tempered(story: Story, headline: Report, body: Sequence[Report]) -> Report:
    told = next((r for r in body if _is_same(headline, r)), None)
    if headline.standing not in OCCURRED or told is None or told.standing in OCCURRED:
        return headline
    if _is_past(story, headline):
        return headline
    standing = "possible" if told.standing in OVER else told.standing
    step = Operator(
        name="headline", trigger=headline.trigger, standing=standing, span=headline.trigger_span
    )
    return msgspec.structs.replace(headline, standing=standing, chain=(*headline.chain, step))


def _is_same(headline: Report, told: Report) -> bool:
    """One kind and stance, the same people as far as both name them, and no other state."""
    here, there = _parties(headline), _parties(told)
    sites = [{p.country for p in r.where if p.country} for r in (headline, told)]
    elsewhere = sites[0] and sites[1] and not sites[0] & sites[1]
    alike = bool(here & there) and (here <= there or there <= here)
    return (headline.kind, headline.stance) == (told.kind, told.stance) and alike and not elsewhere


def _parties(report: Report) -> set[str]:
    return {a.id or a.name for a in (*report.who, *report.whom)}


def _is_past(story: Story, report: Report) -> bool:
    """ "Macron met Tusk", "Botschafter einbestellt": that is told as over, whatever follows."""
    word = _word_of(story, report)
    verb = word if word is None or clause.is_verbal(word) else word.head
    forms = [] if verb is None else [verb, *clause.children(verb, *clause.HELPING)]
    return any(clause.has(f, "Tense", "Past") or clause.has(f, "VerbForm", "Part") for f in forms)


def _word_of(story: Story, report: Report) -> Token | None:
    """The word by which a report is told."""
    at = told_at(report)
    return next((t for t in story.doc if t.idx <= at < t.idx + len(t)), None)
