"""Document and Span: the text as published, and the characters that an answer rests on."""

from __future__ import annotations

from registan.model.base import Record


class Span(Record, frozen=True, kw_only=True):
    """A character range of a document's text: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str


class Document(Record, frozen=True, kw_only=True):
    """One text as published. `text` holds the title's line too where the title is part of it.

    `published` is EDTF; `published_inferred` says that the text itself was the only evidence for
    it, and `published_because` quotes that evidence. `first_published` names the outlet of which
    this text is a translation or republication.
    """

    id: str
    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    lang: str
    published: str | None = None
    published_inferred: bool = False
    published_because: Span | None = None
    url: str | None = None
    first_published: str | None = None


class Quote(Record, frozen=True, kw_only=True):
    """Words quoted in a document: who says them, and what an editor inserted in brackets.

    `insertions` are the spans in square brackets: they are the editor's words, not the speaker's.
    """

    span: Span
    speaker: str | None = None
    speaker_id: str | None = None
    insertions: tuple[Span, ...] = ()


class Skipped(Record, frozen=True, kw_only=True):
    """A stretch of text that was left unread, and why: a result, not a log line."""

    span: Span
    reason: str
