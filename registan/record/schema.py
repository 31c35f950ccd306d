"""Schema: the record's tables, their version, and what each column holds.

Three column types that every engine has under the same name keep the definitions and the
migrations the same for DuckDB and PostgreSQL. `data` columns hold a noun as JSON, with its words,
spans and rules as they were read; the columns beside it are what queries filter and sort by.
"""

from __future__ import annotations

from typing import Final, Literal

import pyarrow as pa

ColumnType = Literal["text", "bigint", "boolean"]

VERSION: Final = 3
TABLES: Final[dict[str, dict[str, ColumnType]]] = {
    # name, value: the version of these tables, and which program made them.
    "meta": {"name": "text", "value": "text"},
    # One row a document; `id` is the id that it was added under, `source` where it was read from,
    # `actors` the distinct actors that its reports name, as JSON.
    "document": {
        "key": "text",
        "id": "text",
        "source": "text",
        "lang": "text",
        "publisher": "text",
        "url": "text",
        "published": "text",
        "published_inferred": "boolean",
        "title": "text",
        "author": "text",
        "first_published": "text",
        "actors": "text",
        "text": "text",
        "made_by": "text",
        "added_at": "text",
        "data": "text",
    },
    # Which document a document repeats or translates: `voice` is the first of the chain.
    "voice": {
        "document": "text",
        "voice": "text",
        "original": "text",
        "kind": "text",
        "because": "text",
    },
    "report": {
        "key": "text",
        "document": "text",
        "number": "bigint",
        "kind": "text",
        "standing": "text",
        "when": "text",
        "rule": "text",
        "data": "text",
    },
    # The keys by which reports that may be of one event find each other, and the first and last day
    # that another's days must touch; null where any may. See block.py.
    "block": {"key": "text", "report": "text", "first_day": "text", "last_day": "text"},
    # Days are the first and last that the event's EDTF date allows; `told` is the earliest day of
    # publication among its reports.
    "event": {
        "id": "text",
        "kind": "text",
        "standing": "text",
        "confirmation": "text",
        "when": "text",
        "first_day": "text",
        "last_day": "text",
        "told": "text",
        "reports": "bigint",
        "data": "text",
    },
    "event_report": {"event": "text", "report": "text", "because": "text"},
    "event_actor": {
        "event": "text",
        "role": "text",
        "id": "text",
        "name": "text",
        "folded": "text",
        "country": "text",
    },
    "event_place": {"event": "text", "name": "text", "folded": "text", "country": "text"},
    "quote": {
        "key": "text",
        "document": "text",
        "number": "bigint",
        "speaker": "text",
        "speaker_id": "text",
        "data": "text",
    },
    "claim": {"key": "text", "document": "text", "number": "bigint", "data": "text"},
    "verdict": {
        "key": "text",
        "document": "text",
        "number": "bigint",
        "verdict": "text",
        "as_of": "text",
        "made_by": "text",
        "data": "text",
    },
    "question": {"key": "text", "document": "text", "number": "bigint", "data": "text"},
    "skipped": {"document": "text", "number": "bigint", "reason": "text", "data": "text"},
    # What people decided: rows are only ever added.
    "correction": {
        "key": "text",
        "kind": "text",
        "by": "text",
        "at": "text",
        "undoes": "text",
        "data": "text",
    },
}
# What a server looks rows up by. The embedded engine scans its columns faster than it would keep
# indexes in memory, and memory must not grow with the record.
INDEXES: Final[dict[str, tuple[str, ...]]] = {
    "document": ("key", "id"),
    "voice": ("document", "voice"),
    "report": ("key", "document"),
    "block": ("key", "report"),
    "event": ("id", "first_day"),
    "event_report": ("event", "report"),
    "event_actor": ("event", "id", "country"),
    "event_place": ("event", "country"),
    "quote": ("document", "speaker_id"),
    "claim": ("document",),
    "verdict": ("document",),
    "question": ("document",),
    "skipped": ("document",),
}
_ARROW: Final[dict[ColumnType, pa.DataType]] = {
    "text": pa.string(),
    "bigint": pa.int64(),
    "boolean": pa.bool_(),
}


def create_statements(*, indexed: bool) -> list[str]:
    """Give the SQL that makes every table, and the indexes where the engine wants them."""
    made = [f"CREATE TABLE {name} ({_columns(columns)})" for name, columns in TABLES.items()]
    if indexed:
        made += index_statements()
    return made


def index_statements() -> list[str]:
    """Give the SQL that makes the indexes."""
    return [
        f'CREATE INDEX IF NOT EXISTS {table}_{column} ON {table} ("{column}")'
        for table, columns in INDEXES.items()
        for column in columns
    ]


def _columns(columns: dict[str, ColumnType]) -> str:
    return ", ".join(f'"{name}" {kind}' for name, kind in columns.items())


def arrow_schema(table: str) -> pa.Schema:
    """Give a table's columns as Arrow knows them."""
    return pa.schema([(name, _ARROW[kind]) for name, kind in TABLES[table].items()])
