"""Fetch: what the record holds, read back as nouns through Ibis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import ibis
import msgspec
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


def rows_of(session: Session, query: Table) -> Records:
    """Run a query and give its rows."""
    found: Records = session.backend.to_pyarrow(query).to_pylist()
    return found


def table_of(session: Session, name: str) -> Table:
    """Give a table of the record as an Ibis expression."""
    return session.backend.table(name)


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
        found = found.filter(found.document.isin(list(keys)))
    return [
        StoredDocument(origin=_origin(row), text=row["text"], author=row["author"])
        for row in rows_of(session, found.order_by("document"))
    ]


def known_documents(session: Session, keys: Sequence[str]) -> dict[str, str]:
    """Give those of the keys that the record holds already, with the id each was added under."""
    documents = table_of(session, "document")
    found = documents.filter(documents.key.isin(list(keys))).select("key", "id")
    return {row["key"]: row["id"] for row in rows_of(session, found)}


def fetch_voices(session: Session, documents: Iterable[StoredDocument]) -> list[Voice]:
    """Give the voices of every document that speaks with the voice of one of the documents."""
    spoken = sorted({document.origin.voice for document in documents})
    voices = table_of(session, "voice")
    return [Voice(**row) for row in rows_of(session, voices.filter(voices.voice.isin(spoken)))]


def fetch_voice_rows(session: Session, documents: Sequence[str]) -> list[Voice]:
    """Give what is known of the voices of some documents."""
    voices = table_of(session, "voice")
    found = voices.filter(voices.document.isin(list(documents))).order_by("document")
    return [Voice(**row) for row in rows_of(session, found)]


def fetch_reports(session: Session, keys: Sequence[str] | None = None) -> list[StoredReport]:
    """Give reports with where they were published, all of them or those of some keys."""
    reports = table_of(session, "report").select("key", "document", "number", "data")
    if keys is not None:
        reports = reports.filter(reports.key.isin(list(keys)))
    return [
        StoredReport(key=row["key"], origin=_origin(row), report=Report.from_json(row["data"]))
        for row in rows_of(session, _with_origin(session, reports))
    ]


def fetch_quotes(session: Session, documents: Sequence[str] | None = None) -> list[StoredQuote]:
    """Give quotes with where they were published, all of them or those of some documents."""
    quotes = table_of(session, "quote").select("key", "document", "number", "data")
    if documents is not None:
        quotes = quotes.filter(quotes.document.isin(list(documents)))
    return [
        StoredQuote(key=row["key"], origin=_origin(row), quote=Quote.from_json(row["data"]))
        for row in rows_of(session, _with_origin(session, quotes))
    ]


def fetch_verdicts(session: Session, documents: Sequence[str]) -> list[StoredVerdict]:
    """Give the verdicts on the claims of some documents."""
    verdicts = table_of(session, "verdict").select("key", "document", "number", "data")
    asked = verdicts.filter(verdicts.document.isin(list(documents)))
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
    found = events.filter(events.id.isin(list(ids))).select("id", "data")
    by_id = {row["id"]: row["data"] for row in rows_of(session, found)}
    return [MergedEvent.from_json(by_id[key]) for key in ids if key in by_id]


def events_of_reports(session: Session, reports: Sequence[str]) -> list[str]:
    """Give the ids of the events that hold some reports."""
    links = table_of(session, "event_report")
    found = links.filter(links.report.isin(list(reports))).select("event").distinct()
    return sorted(column_of(session, found, "event"))


def events_in_blocks(session: Session, keys: Sequence[str]) -> list[str]:
    """Give the ids of the events of which a report has one of the block keys."""
    blocks, links = table_of(session, "block"), table_of(session, "event_report")
    near = blocks.filter(blocks.key.isin(list(keys))).select("report").distinct()
    found = links.semi_join(near, "report").select("event").distinct()
    return sorted(column_of(session, found, "event"))


def blocks_of_reports(session: Session, reports: Sequence[str]) -> list[str]:
    """Give the block keys of some reports."""
    blocks = table_of(session, "block")
    found = blocks.filter(blocks.report.isin(list(reports))).select("key").distinct()
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
