"""Fetch: what the record holds, read back as nouns through Ibis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import ibis
import msgspec
import pyarrow as pa
from ibis.expr.types import Table

from registan.model import ActorMention, Quote, Report, Verdict
from registan.record.engine import Session
from registan.record.noun import (
    Correction,
    MergedEvent,
    Origin,
    StoredDocument,
    StoredQuote,
    StoredReport,
    StoredVerdict,
)
from registan.record.voice_group import Voice

_ORIGIN = (
    *("id", "lang", "publisher", "published", "published_inferred"),
    *("first_published", "title", "url", "actors"),
)
Records = list[dict[str, Any]]
BLOCK = pa.schema([(name, pa.string()) for name in ("asked", "first", "last")])


class Block(NamedTuple):
    """A block key with the first and last day that a report of it must touch."""

    asked: str
    first: str | None
    last: str | None


def rows_of(session: Session, query: Table) -> Records:
    """Run a query and give its rows."""
    found: Records = session.backend.to_pyarrow(query).to_pylist()
    return found


def table_of(session: Session, name: str) -> Table:
    """Give a table of the record as an Ibis expression."""
    return session.backend.table(name)


def among(rows: Table, column: str, values: Iterable[str]) -> Table:
    """Keep the rows whose column holds one of the values, of which there may be thousands.

    They are joined as a table: each would cost more as a word of the query.
    """
    asked = ibis.memtable(pa.table({"value": pa.array(list(values), pa.string())}))
    return rows.semi_join(asked, rows[column] == asked.value)


def column_of(session: Session, query: Table, column: str) -> list[str]:
    """Give one column of a query."""
    return [row[column] for row in rows_of(session, query.select(column))]


def _documents(session: Session, *more: str) -> Table:
    """Give documents with the voice that they speak with."""
    documents = table_of(session, "document")
    voices = table_of(session, "voice").select(document="document", voice="voice")
    named = documents.select(document=documents.key, **{n: documents[n] for n in _ORIGIN + more})
    joined = named.left_join(voices, named.document == voices.document)
    return joined.select(*named.columns, voice=ibis.coalesce(voices.voice, named.document))


def _origin(row: dict[str, Any]) -> Origin:
    plain = [name for name in _ORIGIN if name not in ("published_inferred", "actors")]
    return Origin(
        document=row["document"],
        voice=row["voice"],
        published_inferred=bool(row["published_inferred"]),
        cast=msgspec.json.decode(row["actors"] or "[]", type=tuple[ActorMention, ...]),
        **{name: row[name] for name in plain},
    )


def fetch_documents(session: Session, keys: Sequence[str] | None = None) -> list[StoredDocument]:
    """Give documents with their texts, all of them or those of some keys."""
    found = _documents(session, "text", "author")
    if keys is not None:
        found = among(found, "document", keys)
    return [
        StoredDocument(origin=_origin(row), text=row["text"], author=row["author"])
        for row in rows_of(session, found.order_by("document"))
    ]


def known_documents(session: Session, keys: Sequence[str]) -> dict[str, str]:
    """Give those of the keys that the record holds already, with the id each was added under."""
    documents = table_of(session, "document")
    found = among(documents.select("key", "id"), "key", keys)
    return {row["key"]: row["id"] for row in rows_of(session, found)}


def fetch_voices(session: Session, documents: Iterable[StoredDocument]) -> list[Voice]:
    """Give the voices of every document that speaks with the voice of one of the documents."""
    spoken = sorted({document.origin.voice for document in documents})
    voices = table_of(session, "voice")
    return [Voice(**row) for row in rows_of(session, among(voices, "voice", spoken))]


def fetch_voice_rows(session: Session, documents: Sequence[str]) -> list[Voice]:
    """Give what is known of the voices of some documents."""
    voices = table_of(session, "voice")
    found = among(voices, "document", documents).order_by("document")
    return [Voice(**row) for row in rows_of(session, found)]


def fetch_reports(session: Session, keys: Sequence[str] | None = None) -> list[StoredReport]:
    """Give reports with where they were published, all of them or those of some keys."""
    reports = table_of(session, "report").select("key", "document", "number", "data")
    if keys is not None:
        reports = among(reports, "key", keys)
    rows = rows_of(session, _with_origin(session, reports))
    told = {row["document"]: row for row in rows}
    origins = {document: _origin(row) for document, row in told.items()}
    return [
        StoredReport(
            key=row["key"], origin=origins[row["document"]], report=Report.from_json(row["data"])
        )
        for row in rows
    ]


def count_reports(session: Session, documents: Sequence[str]) -> dict[str, int]:
    """Count the reports of some documents."""
    reports = among(table_of(session, "report").select("document"), "document", documents)
    found = reports.group_by("document").aggregate(count=reports.count())
    return {row["document"]: row["count"] for row in rows_of(session, found)}


def fetch_quotes(session: Session, documents: Sequence[str] | None = None) -> list[StoredQuote]:
    """Give quotes with where they were published, all of them or those of some documents."""
    quotes = table_of(session, "quote").select("key", "document", "number", "data")
    if documents is not None:
        quotes = among(quotes, "document", documents)
    return [
        StoredQuote(key=row["key"], origin=_origin(row), quote=Quote.from_json(row["data"]))
        for row in rows_of(session, _with_origin(session, quotes))
    ]


def fetch_verdicts(session: Session, documents: Sequence[str]) -> list[StoredVerdict]:
    """Give the verdicts on the claims of some documents."""
    verdicts = table_of(session, "verdict").select("key", "document", "number", "data")
    asked = among(verdicts, "document", documents)
    return [
        StoredVerdict(key=row["key"], origin=_origin(row), verdict=Verdict.from_json(row["data"]))
        for row in rows_of(session, _with_origin(session, asked))
    ]


def _with_origin(session: Session, parts: Table) -> Table:
    origins = _documents(session)
    joined = parts.inner_join(origins, "document")
    return joined.order_by("document", "number")


def fetch_events(session: Session, ids: Sequence[str]) -> list[MergedEvent]:
    """Give events by id, in the order of the ids; those that are not there are left out."""
    events = table_of(session, "event")
    found = among(events.select("id", "data"), "id", ids)
    by_id = {row["id"]: row["data"] for row in rows_of(session, found)}
    return [MergedEvent.from_json(by_id[key]) for key in ids if key in by_id]


def events_of_reports(session: Session, reports: Sequence[str]) -> list[str]:
    """Give the ids of the events that hold some reports."""
    links = table_of(session, "event_report")
    found = among(links, "report", reports).select("event").distinct()
    return sorted(column_of(session, found, "event"))


def events_in_blocks(session: Session, keys: Sequence[str]) -> list[str]:
    """Give the ids of the events of which a report has one of the block keys."""
    blocks, links = table_of(session, "block"), table_of(session, "event_report")
    near = among(blocks, "key", keys).select("report").distinct()
    found = links.semi_join(near, "report").select("event").distinct()
    return sorted(column_of(session, found, "event"))


def members_of_blocks(session: Session, asked: Iterable[Block]) -> Records:
    """Give the reports of some blocks that touch their days: `key`, `report`, `event`.

    Days that are null touch any.
    """
    wanted = ibis.memtable(pa.Table.from_pylist([one._asdict() for one in asked], BLOCK))
    blocks = table_of(session, "block")
    near = blocks.inner_join(
        wanted,
        [
            blocks.key == wanted.asked,
            ibis.coalesce(blocks.first_day, "") <= ibis.coalesce(wanted.last, "9999"),
            ibis.coalesce(blocks.last_day, "9999") >= ibis.coalesce(wanted.first, ""),
        ],
    )
    links = table_of(session, "event_report").select("report", "event")
    found = near.select("key", "report").distinct().inner_join(links, "report")
    return rows_of(session, found.select("key", "report", "event"))


def reports_of_events(session: Session, events: Sequence[str]) -> dict[str, str]:
    """Give the keys of the reports that some events hold, each with its event."""
    links = among(table_of(session, "event_report"), "event", events)
    return {row["report"]: row["event"] for row in rows_of(session, links)}


def blocks_of_reports(session: Session, reports: Sequence[str]) -> list[str]:
    """Give the block keys of some reports."""
    blocks = table_of(session, "block")
    found = among(blocks, "report", reports).select("key").distinct()
    return sorted(column_of(session, found, "key"))


def fetch_corrections(session: Session) -> list[Correction]:
    """Give all corrections, oldest first."""
    found = table_of(session, "correction").order_by("at", "key").select("data")
    return [Correction.from_json(row["data"]) for row in rows_of(session, found)]


def standing_corrections(session: Session) -> list[Correction]:
    """Give the corrections that hold now."""
    return holding(fetch_corrections(session))


def holding(every: Sequence[Correction]) -> list[Correction]:
    """Give the corrections that hold: without those undone, and without the undoing."""
    undone = _undone(every)
    return [one for one in every if one.kind != "undo" and one.key not in undone]


def _undone(corrections: Iterable[Correction]) -> set[str]:
    """Give the keys taken back; an undoing that is undone itself takes nothing back."""
    undone: set[str] = set()
    for one in reversed(list(corrections)):
        if one.kind == "undo" and one.undoes and one.key not in undone:
            undone.add(one.undoes)
    return undone
