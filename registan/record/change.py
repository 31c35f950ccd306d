"""Change: rows to add and rows to take away, written together or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from registan.record.schema import TABLES, arrow_schema

Row = dict[str, Any]


@dataclass
class Change:
    """What one transaction does: `gone` is deleted first, then `added` is written.

    `gone` holds, for a table and one of its columns, the values whose rows go; only what is
    derived (events, voices) is ever deleted, never what was read or decided.
    """

    added: dict[str, list[Row]] = field(default_factory=dict)
    gone: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows; columns that a row lacks are null."""
        self.added.setdefault(table, []).extend(rows)

    def drop(self, table: str, column: str, values: Iterable[str]) -> None:
        """Delete the rows of a table whose column holds one of the values."""
        self.gone.setdefault((table, column), []).extend(values)

    def tables(self) -> Iterable[tuple[str, pa.Table]]:
        """Give the added rows as Arrow tables, in the schema's order."""
        for name in TABLES:
            if self.added.get(name):
                yield name, pa.Table.from_pylist(self.added[name], schema=arrow_schema(name))
