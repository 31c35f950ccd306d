"""Export: the record's events for other programs, page by page, so that none is too large."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, TextIO

import msgspec
import pyarrow as pa
import pyarrow.parquet as parquet

from registan.errors import InputError
from registan.model.period import days_of
from registan.record.account import Account, pages
from registan.record.engine import Session
from registan.record.exchange import event_data, exchange
from registan.record.plover import plover_row
from registan.record.query import Filter

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
COLUMNS: Final = pa.schema(
    [
        *[(name, pa.string()) for name in ("id", "kind", "standing", "confirmation", "when")],
        *[(name, pa.string()) for name in ("first_day", "last_day", "who", "who_ids")],
        *[(name, pa.string()) for name in ("who_countries", "whom", "whom_ids", "whom_countries")],
        *[(name, pa.string()) for name in ("where", "where_countries", "because", "documents")],
        *[(name, pa.string()) for name in ("publishers", "words")],
        ("reports", pa.int64()),
    ]
)


def export(session: Session, asked: Filter, format: str, output: Path | None) -> None:
    """Write the events asked for to a file, or to standard output where none is named."""
    if format == "parquet" and output:
        write_parquet(session, asked, output)
        return
    write = {"csv": write_csv, "jsonl": write_lines, "plover": write_plover, "json": write_json}
    with _opened(output) as stream:
        write[format](session, asked, stream)


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    """Give standard output, or a file that takes its name only when it is whole."""
    if output is None:
        yield sys.stdout
        return
    part = output.with_name(output.name + ".part")
    with _told(output, part):
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(output)


@contextmanager
def _told(output: Path, part: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise InputError(
            f"Cannot write the result: {error.strerror or error}.",
            where=str(output),
            hint="Name a file in a folder that exists and that you may write to.",
        ) from error


def write_json(session: Session, asked: Filter, output: TextIO) -> None:
    """Write one JSON document with events, quotes and inconsistencies."""
    encoded = msgspec.json.encode(exchange(session, asked))
    output.write(msgspec.json.format(encoded, indent=2).decode() + "\n")


def write_csv(session: Session, asked: Filter, output: TextIO) -> None:
    """Write one line an event."""
    writer = csv.DictWriter(output, COLUMNS.names, lineterminator="\n")
    writer.writeheader()
    for page in pages(session, asked):
        writer.writerows(_safe(flat_row(account)) for account in page)


def _safe(row: dict[str, Any]) -> dict[str, Any]:
    """Keep a spreadsheet from taking a cell of the record for a formula."""
    return {
        name: f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
        for name, value in row.items()
    }


def write_lines(session: Session, asked: Filter, output: TextIO) -> None:
    """Write one JSON object an event, with its reports."""
    for page in pages(session, asked):
        for account in page:
            output.write(msgspec.json.encode(event_data(account)).decode() + "\n")


def write_plover(session: Session, asked: Filter, output: TextIO) -> None:
    """Write one JSON object an event as a PLOVER record; what PLOVER does not know is left out."""
    for page in pages(session, asked):
        for row in filter(None, map(plover_row, page)):
            output.write(msgspec.json.encode(row).decode() + "\n")


def write_parquet(session: Session, asked: Filter, path: Path) -> None:
    """Write a Parquet file, whole or not at all."""
    part = path.with_name(path.name + ".part")
    with _told(path, part):
        with parquet.ParquetWriter(part, COLUMNS) as writer:
            for page in pages(session, asked):
                rows = [flat_row(account) for account in page]
                writer.write_table(pa.Table.from_pylist(rows, schema=COLUMNS))
        part.replace(path)


def flat_row(account: Account) -> dict[str, Any]:
    """Give an event as one flat row; several names in a cell are joined by `; `."""
    event = account.merged.event
    first, last = days_of(event.when)
    return {
        "id": event.id,
        "kind": event.kind,
        "standing": event.standing,
        "confirmation": event.confirmation,
        "when": event.when,
        "first_day": first,
        "last_day": last,
        "who": _join(actor.name for actor in event.who),
        "who_ids": _join(actor.id for actor in event.who),
        "who_countries": _join(actor.country for actor in event.who),
        "whom": _join(actor.name for actor in event.whom),
        "whom_ids": _join(actor.id for actor in event.whom),
        "whom_countries": _join(actor.country for actor in event.whom),
        "where": _join(place.name for place in event.where),
        "where_countries": _join(place.country for place in event.where),
        "because": event.because,
        "documents": _join(one.origin.id for one in account.reports),
        "publishers": _join(one.origin.publisher for one in account.reports),
        "words": account.reports[0].report.span.text,
        "reports": len(account.reports),
    }


def _join(parts: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))
