"""Brief: everything that a check of one document found."""

from __future__ import annotations

from registan.model.base import Record
from registan.model.claim import FoundClaim, Verdict
from registan.model.report import Event, Report
from registan.model.text import Document, Quote, Skipped, Span


class Question(Record, frozen=True, kw_only=True):
    """What a text asks may happen: who, where, and the words that ask it."""

    text: str
    span: Span
    who: str | None = None
    where: str | None = None
    within: str | None = None


class Extract(Record, frozen=True, kw_only=True):
    """What the reader found in one document, before anything was judged."""

    document: Document
    reports: tuple[Report, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    questions: tuple[Question, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Brief(Record, frozen=True, kw_only=True):
    """A document read, merged and judged: what `registan check` prints."""

    document: Document
    reports: tuple[Report, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Verdict, ...] = ()
    quotes: tuple[Quote, ...] = ()
    questions: tuple[Question, ...] = ()
    skipped: tuple[Skipped, ...] = ()
