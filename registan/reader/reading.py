"""Reading one document: its reports, claims, quotes and questions, and what was left unread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from registan.errors import InputError
from registan.languages import load
from registan.model import Document, Extract, FoundClaim, Question, Quote, Report, Skipped, Span
from registan.reader.actor import Cast
from registan.reader.attribution import Attribution
from registan.reader.bearer import give_states, name_bearers
from registan.reader.boilerplate import furniture
from registan.reader.claim import find_claims
from registan.reader.claim_count import settle_counts
from registan.reader.claim_reason import reason_in
from registan.reader.dateline import find_dateline, set_apart
from registan.reader.lexeme import mark_lexemes
from registan.reader.mixture import split_languages
from registan.reader.quote import find_quotes
from registan.reader.reference import References
from registan.reader.report import Reporter
from registan.reader.story import Story
from registan.reader.transcript import find_asked, find_speakers, find_turns, part_labels
from registan.reader.tree import read_tree
from registan.reader.when import find_dates

Spanned = TypeVar("Spanned", Report, FoundClaim, Quote, Question, Skipped)


def read_document(document: Document, world: Any) -> Extract:
    """Read a document, each of its languages apart.

    Whatever could not be followed is in `skipped` with its reason.
    """
    parts, foreign = split_languages(document)
    extracts = [_read_part(part, world) for part in parts]
    skipped = _in_order([*foreign, *(s for e in extracts for s in e.skipped)])
    return Extract(
        document=document,
        reports=_in_order(r for e in extracts for r in e.reports),
        claims=_in_order(c for e in extracts for c in e.claims),
        quotes=_in_order(q for e in extracts for q in e.quotes),
        questions=_in_order(q for e in extracts for q in e.questions),
        skipped=skipped,
    )


def _in_order(found: Iterable[Spanned]) -> tuple[Spanned, ...]:
    return tuple(sorted(found, key=lambda one: one.span.start))


def _read_part(document: Document, world: Any) -> Extract:
    text = part_labels(set_apart(document.text, document.lang), document.lang)
    doc = read_tree(text, document.lang)
    mark_lexemes(doc, load(document.lang))
    dates = find_dates(doc.text, document.lang, document.published)
    cast = Cast(doc, document.lang, world, document.published, dates)
    references = References(doc, cast)
    verbs = {w for r in cast.lexicon.sources if r.as_ == "verb" for w in r.words}
    references.saying = frozenset(verbs)
    quotes = find_quotes(doc, cast, references, verbs)
    references.quotes = quotes
    turns = find_turns(document.text, document.lang)
    references.turns = find_speakers(doc, cast, turns)
    references.asked = find_asked(turns, references.turns)
    dateline = find_dateline(document.text, document.lang)
    filed = dateline.place if dateline else None
    attribution = Attribution(doc, cast, references, quotes, filed)
    skipped = _furniture(document)
    story = Story(doc, document, cast, references, attribution, dates)
    told = give_states(Reporter(story).read(), attribution.states.home, world, document.lang)
    reports = [r for r in name_bearers(told) if not _lies_in(r.span, skipped)]
    found = settle_counts(find_claims(doc, document, world, dates), reports, dates, document)
    claims = [c for c in found if not _lies_in(c.span, skipped)]
    return Extract(
        document=document,
        reports=tuple(reports),
        claims=tuple(claims),
        quotes=quotes,
        questions=tuple(_questions(reports, claims)),
        skipped=tuple(skipped),
    )


def require_news(extract: Extract) -> None:
    """InputError where a text tells of nothing diplomatic: a recipe, a match report."""
    if not extract.reports and not extract.claims:
        raise InputError(
            "This text reports no visit, meeting, call or other diplomatic event.",
            hint="Registan reads news about diplomacy; check that this is the text you meant.",
        )


def _furniture(document: Document) -> list[Skipped]:
    reason = reason_in("not part of the article", document.lang)
    return [Skipped(span=s, reason=reason) for s in furniture(document)]


def _lies_in(span: Span, skipped: list[Skipped]) -> bool:
    return any(s.span.start <= span.start < s.span.end for s in skipped)


def _questions(reports: list[Report], claims: list[FoundClaim]) -> list[Question]:
    """What the text asks may happen: whether somebody will visit a place, or be the first to."""
    found: dict[int, Question] = {}
    for report in reports:
        if report.kind == "visit" and report.span.text.endswith("?"):
            who = report.who[0].name if report.who else None
            where = report.where[0].name if report.where else None
            found[report.span.start] = Question(
                text=report.span.text, span=report.span, who=who, where=where
            )
    for one in claims:
        if one.claim and one.claim.asks and (one.claim.form, one.claim.kind) == ("first", "visit"):
            subject, place = one.claim.subject, one.claim.place
            question = Question(
                text=one.text,
                span=one.span,
                who=subject.person or subject.office,
                where=place.region or " or ".join(place.countries) or place.locale,
            )
            found.setdefault(one.span.start, question)
    return [found[start] for start in sorted(found)]
