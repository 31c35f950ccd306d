"""What the record keeps, as plain data: the store hands these to merging, comparing, checking.

Nothing here knows of a database. A key is content-addressed: the same content has the same key.
"""

from __future__ import annotations

from typing import Literal

from registan.model import ActorMention, Event, Quote, Record, Report, Span, Verdict
from registan.model.report import Confirmation, Standing

CopyKind = Literal["syndicated", "translation"]
CorrectionKind = Literal["merge", "split", "not_person", "undo"]
DifferenceType = Literal[
    "modality",
    "negation",
    "name_inserted",
    "name_omitted",
    "editor_brackets",
    "words_cut",
    "tense",
    "number",
]
InconsistencyType = Literal["office", "weekday", "place", "number"]


class Origin(Record, frozen=True, kw_only=True):
    """Where words were published: a document without its text.

    `document` is the document's key, `id` the id that it was added under. `voice` is the key of
    the document that this one repeats or translates (its own key where it speaks for itself):
    documents of one voice count once. `cast` holds the distinct actors that the document's reports
    name, so that a report which names one side only can be placed without its whole text.
    """

    document: str
    id: str
    lang: str
    voice: str
    publisher: str | None = None
    published: str | None = None
    published_inferred: bool = False
    first_published: str | None = None
    title: str | None = None
    url: str | None = None
    cast: tuple[ActorMention, ...] = ()

    @property
    def said(self) -> str:
        """The outlet, else the title, else the id: what a reader knows a document by."""
        return self.publisher or self.title or self.id


class StoredDocument(Record, frozen=True, kw_only=True):
    """A document of the record with its text."""

    origin: Origin
    text: str
    author: str | None = None


class StoredReport(Record, frozen=True, kw_only=True):
    """One report of the record; `key` names it in the whole record, `report.id` in its document."""

    key: str
    origin: Origin
    report: Report


class StoredQuote(Record, frozen=True, kw_only=True):
    """One quote of the record, with the sentence around it where the reader kept it."""

    key: str
    origin: Origin
    quote: Quote


class StoredVerdict(Record, frozen=True, kw_only=True):
    """The verdict on a claim of a document, as of its day, as it was judged when it was added."""

    key: str
    origin: Origin
    verdict: Verdict


class Copy(Record, frozen=True, kw_only=True):
    """One document repeats or translates another (both by key): together they are one voice."""

    document: str
    original: str
    kind: CopyKind
    because: str


class Link(Record, frozen=True, kw_only=True):
    """Why a report belongs to its event, in one plain sentence."""

    report: str
    because: str


class Move(Record, frozen=True, kw_only=True):
    """One step of an event's history: what its standing became, by which report, on which day."""

    standing: Standing
    confirmation: Confirmation
    report: str
    day: str | None = None


class MergedEvent(Record, frozen=True, kw_only=True):
    """An event with why each report is in it and how its standing moved, oldest first.

    `event.reports` and `links` hold report keys; `event.id` is the key of its founding report
    (the earliest published, then the smallest key), so an id that was given once always leads to
    the event that now holds that report.
    """

    event: Event
    links: tuple[Link, ...]
    history: tuple[Move, ...] = ()


class Correction(Record, frozen=True, kw_only=True):
    """What a person decided: a row of its own with who and when, never an overwrite.

    `merge`: the reports in `reports` are one event. `split`: the reports in `reports` are not of
    one event with those in `others`. `not_person`: in `reports`, the actor `actor` (its id or
    name) is not that person. `undo` takes back the correction with key `undoes`.
    """

    key: str
    kind: CorrectionKind
    by: str
    at: str
    reports: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    actor: str | None = None
    undoes: str | None = None
    note: str | None = None


class Variant(Record, frozen=True, kw_only=True):
    """One outlet's words for an utterance; `quote` is the stored quote's key."""

    quote: str
    origin: Origin
    text: str
    span: Span


class Difference(Record, frozen=True, kw_only=True):
    """How two variants (their quotes' keys) differ in meaning; never which of them is right."""

    type: DifferenceType
    between: tuple[str, str]
    note: str


class Utterance(Record, frozen=True, kw_only=True):
    """One utterance in several outlets and languages, the earliest or original first."""

    speaker: str | None
    variants: tuple[Variant, ...]
    differences: tuple[Difference, ...] = ()
    speaker_id: str | None = None


class Inconsistency(Record, frozen=True, kw_only=True):
    """What an editor would stumble over in a document, with the words and the reason."""

    origin: Origin
    type: InconsistencyType
    span: Span
    because: str
