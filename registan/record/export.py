"""Export: the record's events for other programs, page by page, so that none is too large."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import msgspec
import pyarrow as pa
import pyarrow.parquet as parquet

from registan.errors import InputError
from registan.model.period import days_of
from registan.record.account import Account, pages
from registan.record.engine import Session
from registan.record.exchange import event_data
from registan.record.plover import plover_row
from registan.record.query import Filter

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


def write_csv(session: Session, asked: Filter, output: io.TextIOBase) -> None:
    """Write one line an event."""
    writer = csv.DictWriter(output, COLUMNS.names, lineterminator="\n")
    writer.writeheader()
    for page in pages(session, asked):
        writer.writerows(_safe(flat_row(account)) for account in page)


def _safe(row: dict[str, Any]) -> dict[str, Any]:
    """Keep a spreadsheet from taking a cell of the record for a formula."""
    return {
        name: f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" else value
        for name, value in row.items()
    }


def write_lines(session: Session, asked: Filter, output: io.TextIOBase) -> None:
    """Write one JSON object an event, with its reports."""
    for page in pages(session, asked):
        for account in page:
            output.write(msgspec.json.encode(event_data(account)).decode() + "\n")


def write_plover(session: Session, asked: Filter, output: io.TextIOBase) -> None:
    """Write one JSON object an event as a PLOVER record; what PLOVER does not know is left out."""
    for page in pages(session, asked):
        for row in filter(None, map(plover_row, page)):
            output.write(msgspec.json.encode(row).decode() + "\n")


def write_parquet(session: Session, asked: Filter, path: Path) -> None:
    """Write a Parquet file, whole or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        with parquet.ParquetWriter(part, COLUMNS) as writer:
            for page in pages(session, asked):
                rows = [flat_row(account) for account in page]
                writer.write_table(pa.Table.from_pylist(rows, schema=COLUMNS))
        os.replace(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise InputError(
            f"Cannot write the result: {error.strerror or error}.",
            where=str(path),
            hint="Name a file in a folder that exists and that you may write to.",
        ) from error


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
