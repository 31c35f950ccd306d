"""Brief: everything that a check of one document found."""

from __future__ import annotations

from registan.model.base import Record
from registan.model.claim import FoundClaim, Verdict
from registan.model.report import Event, Report
from registan.model.text import Document, Quote, Skipped, Span


class Outlook(Record, frozen=True, kw_only=True):
    """What the registers let one expect of a question: its forecast in short.

    `low` and `high` bound the probability over models and resamples; `as_of` is the day it is made
    for, `until` the last day asked about (ISO days). `answer` says it in one sentence, in English
    and in the document's language.
    """

    who: str
    where: str
    as_of: str
    until: str
    probability: float
    low: float
    high: float
    base_rate: float
    answer: dict[str, str]


class Question(Record, frozen=True, kw_only=True):
    """What a text asks may happen: who, where, and the words that ask it.

    `outlook` is its forecast, null where none is made.
    """

    text: str
    span: Span
    who: str | None = None
    where: str | None = None
    within: str | None = None
    outlook: Outlook | None = None


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
