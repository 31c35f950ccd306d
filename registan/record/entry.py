"""Entry: one document with all that was read in it, on its way into the record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import msgspec

from registan.model import Document, Extract, Record, Verdict
from registan.record.block import keys_of
from registan.record.change import Change, Row
from registan.record.day import reach
from registan.record.noun import Origin, StoredReport
from registan.record.party import cast_of

KEY_LENGTH = 16


class Entry(Record, frozen=True, kw_only=True):
    """A read document to add: `id` is the id that it is added under, `source` where it came from.

    `made_by` names the versions of what read it; `verdicts` are in the order of the claims.
    """

    extract: Extract
    id: str
    source: str
    made_by: str
    verdicts: tuple[Verdict, ...] = ()

    @property
    def key(self) -> str:
        """The document's key."""
        return document_key(self.extract.document)


def document_key(document: Document) -> str:
    """Give the key of a document: the same words of the same outlet and day have the same key."""
    parts = (document.publisher, document.url, document.published, document.title, document.text)
    return _digest(*(part or "" for part in parts))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:KEY_LENGTH]


def origin_of(entry: Entry) -> Origin:
    """Give the entry's document without its text, as a voice of its own."""
    document = entry.extract.document
    return Origin(
        document=entry.key,
        id=entry.id,
        lang=document.lang,
        voice=entry.key,
        publisher=document.publisher,
        published=document.published,
        published_inferred=document.published_inferred,
        first_published=document.first_published,
        title=document.title,
        url=document.url,
        cast=cast_of(entry.extract.reports),
    )


def stored_reports(entry: Entry) -> list[StoredReport]:
    """Give the entry's reports with their keys in the record."""
    origin = origin_of(entry)
    return [
        StoredReport(key=_digest(origin.document, report.id), origin=origin, report=report)
        for report in entry.extract.reports
    ]


def add_entry(change: Change, entry: Entry) -> None:
    """Put everything that was read in one document into a change."""
    change.add("document", [_document_row(entry)])
    change.add("report", map(_report_row, enumerate(stored_reports(entry))))
    for report in stored_reports(entry):
        change.add("block", block_rows(report))
    change.add("quote", _quote_rows(entry))
    change.add("claim", _part_rows(entry, "claim", entry.extract.claims))
    change.add("verdict", _verdict_rows(entry))
    change.add("question", _part_rows(entry, "question", entry.extract.questions))
    change.add(
        "skipped",
        (
            {"document": entry.key, "number": n, "reason": left.reason, "data": left.to_json()}
            for n, left in enumerate(entry.extract.skipped)
        ),
    )


def _document_row(entry: Entry) -> Row:
    document = entry.extract.document
    row = {name: getattr(document, name) for name in _PLAIN}
    return row | {
        "key": entry.key,
        "id": entry.id,
        "source": entry.source,
        "actors": msgspec.json.encode(cast_of(entry.extract.reports)).decode(),
        "made_by": entry.made_by,
        "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
        # The text has a column of its own: it is not kept twice.
        "data": msgspec.structs.replace(document, text="").to_json(),
    }


_PLAIN = (
    *("lang", "publisher", "url", "published", "published_inferred"),
    *("title", "author", "first_published", "text"),
)


def _report_row(numbered: tuple[int, StoredReport]) -> Row:
    number, stored = numbered
    report = stored.report
    return {
        "key": stored.key,
        "document": stored.origin.document,
        "number": number,
        "kind": report.kind,
        "standing": report.standing,
        "when": report.when,
        "rule": report.rule,
        "data": report.to_json(),
    }


def block_rows(report: StoredReport) -> Iterable[Row]:
    """Give the rows by which a report and others that may be of its event find each other."""
    days = reach(report)
    near = {"first_day": days.first, "last_day": days.last} if days else {}
    return ({"key": key, "report": report.key, **near} for key in keys_of(report))


def _quote_rows(entry: Entry) -> Iterable[Row]:
    for row, quote in zip(
        _part_rows(entry, "quote", entry.extract.quotes), entry.extract.quotes, strict=True
    ):
        yield row | {"speaker": quote.speaker, "speaker_id": quote.speaker_id}


def _verdict_rows(entry: Entry) -> Iterable[Row]:
    for row, verdict in zip(
        _part_rows(entry, "verdict", entry.verdicts), entry.verdicts, strict=True
    ):
        yield row | {
            "verdict": verdict.verdict,
            "as_of": verdict.as_of,
            "made_by": entry.made_by,
        }


def _part_rows(entry: Entry, table: str, parts: Iterable[Any]) -> Iterable[Row]:
    for number, part in enumerate(parts):
        key = _digest(entry.key, table, str(number))
        yield {"key": key, "document": entry.key, "number": number, "data": part.to_json()}
