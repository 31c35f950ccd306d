"""Headlines in the present tense: a report of one is no firmer than its own text tells it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from registan.model import Operator, Report
from registan.reader import clause
from registan.reader.story import Story, told_at

OCCURRED = frozenset({"happened", "ongoing"})
OVER = frozenset({"denied", "not_happened"})


def temper_headline(story: Story, reports: Sequence[Report]) -> list[Report]:
    """ "Macron meets Tusk", over "Macron may meet Tusk next week": it may be."""
    end = _end_of_headline(story)
    body = [r for r in reports if r.span.start >= end]
    return [r if r.span.start >= end else _tempered(story, r, body) for r in reports]


def _end_of_headline(story: Story) -> int:
    """Where the title ends that the text opens with; nought where it does not."""
    title = (story.document.title or "").strip()
    start = len(story.text) - len(story.text.lstrip())
    return start + len(title) if title and story.text.startswith(title, start) else 0


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
    at = told_at(report)
    word = next((t for t in story.doc if t.idx <= at < t.idx + len(t)), None)
    verb = word if word is None or clause.is_verbal(word) else word.head
    forms = [] if verb is None else [verb, *clause.children(verb, *clause.HELPING)]
    return any(clause.has(f, "Tense", "Past") or clause.has(f, "VerbForm", "Part") for f in forms)
