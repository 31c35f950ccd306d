"""Table: the rows as Arrow tables, written to and read from Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet

from registan.errors import DataError, SetupError
from registan.registers.row import TermRow, VisitRow

_TEXTS = pa.list_(pa.string())
VISITS = pa.schema(
    [
        *[(name, pa.string()) for name in VisitRow.__struct_fields__[:8]],
        ("start", pa.date32()),
        ("end", pa.date32()),
        ("country", pa.string()),
        ("country_id", pa.string()),
        ("country_name", pa.string()),
        ("territory", _TEXTS),
        ("localities", _TEXTS),
        ("locale", pa.string()),
        ("tags", _TEXTS),
        ("counterparts", _TEXTS),
        ("before_office", pa.bool_()),
        ("after_office", pa.bool_()),
        ("private", pa.bool_()),
        ("transit", pa.bool_()),
        ("duplicate_of", pa.string()),
        ("correction", pa.bool_()),
        ("source", pa.string()),
        ("trip", pa.int32()),
    ]
)
REMARKS = pa.field("remarks", pa.string())
TERMS = pa.schema(
    [
        *[(name, pa.string()) for name in TermRow.__struct_fields__[:7]],
        ("start", pa.date32()),
        ("end", pa.date32()),
        ("start_edtf", pa.string()),
        ("end_edtf", pa.string()),
        ("acting", pa.bool_()),
        ("note", _TEXTS),
        ("correction", pa.bool_()),
        ("source", pa.string()),
        ("birth_edtf", pa.string()),
    ]
)


def make_visits(rows: Sequence[VisitRow], *, keep_prose: bool = False) -> pa.Table:
    """Make the table of visits; the register's remarks only where `keep_prose` asks for them."""
    return _make(rows, VISITS.append(REMARKS) if keep_prose else VISITS)


def make_terms(rows: Sequence[TermRow]) -> pa.Table:
    """Make the table of terms of office."""
    return _make(rows, TERMS)


def _make(rows: Sequence[Any], schema: pa.Schema) -> pa.Table:
    columns = {name: [getattr(row, name) for row in rows] for name in schema.names}
    return pa.table(columns, schema=schema)


def write_table(table: pa.Table, path: Path) -> None:
    """Write the table as Parquet; the same rows give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    parquet.write_table(table, part, compression="zstd", compression_level=19, version="2.6")
    part.replace(path)


@cache
def load_visits() -> pa.Table:
    """Give the shipped table of visits, abroad and to the US, corrections included."""
    return _load("visits.parquet", VISITS)


@cache
def load_terms() -> pa.Table:
    """Give the shipped table of terms of office."""
    return _load("terms.parquet", TERMS)


def _load(name: str, schema: pa.Schema) -> pa.Table:
    source = files("registan.registers") / "data" / name
    if not source.is_file():
        raise SetupError(f"The table {name} is missing.", hint="Install registan again.")
    with as_file(source) as path:
        table = parquet.read_table(path)
    if not table.schema.equals(schema):
        raise DataError(f"The table {name} has other columns than expected.", where=name)
    return table
