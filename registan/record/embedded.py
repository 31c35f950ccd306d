"""Embedded: a record in one DuckDB file, open only while it is read or written.

DuckDB gives a file to one writing process at a time. Because a session lasts only as long as one
batch takes to write, others find the file free between two batches; they wait for it meanwhile.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
from ibis.backends.sql import SQLBackend

from registan.errors import InputError, RegistanError, SourceError
from registan.record.change import Change
from registan.record.engine import MOMENT, TABLES_QUERY, say_locked, silent, waits

# Enough for any query of the record; more would be taken for caching the file, which the
# operating system does anyway.
LIMITS = {"memory_limit": "1GB", "threads": "4"}
_BUSY = ("could not set lock", "different configuration", "being used by another process")
_FULL = ("no space left", "file too large", "disk quota", "not enough space", "out of disk")
_NEWER = ("newer version of duckdb", "older version of duckdb", "storage version")
_ALIEN = ("not a valid duckdb database", "not a duckdb", "corrupt", "deserialize", "wal file")


# DuckDB lets the threads of one program write at once and fails the later: they take turns.
_turns: defaultdict[str, threading.RLock] = defaultdict(threading.RLock)


class EmbeddedSession:
    """An open DuckDB file."""

    indexed = False
    shared = False

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self.backend: SQLBackend = ibis.duckdb.from_connection(connection)

    def tables(self) -> set[str]:
        """Give the names of the tables that are there."""
        return {row[0] for row in self._connection.execute(TABLES_QUERY).fetchall()}

    def run(self, statements: Sequence[str]) -> None:
        """Run SQL statements in one transaction."""
        with self._transaction():
            for statement in statements:
                self._connection.execute(statement)

    def write(self, change: Change) -> None:
        """Write a change in one transaction."""
        with self._transaction():
            for (table, column), values in change.gone.items():
                self._with(
                    pa.table({"value": pa.array(values, pa.string())}),
                    f'DELETE FROM {table} WHERE "{column}" IN (SELECT value FROM incoming)',
                )
            for table, rows in change.tables():
                self._with(rows, f"INSERT INTO {table} BY NAME SELECT * FROM incoming")

    def _with(self, rows: pa.Table, statement: str) -> None:
        self._connection.register("incoming", rows)
        self._connection.execute(statement)
        self._connection.unregister("incoming")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.begin()
        try:
            yield
            self._connection.commit()
        except BaseException:
            _roll_back(self._connection)
            raise


def _roll_back(connection: duckdb.DuckDBPyConnection) -> None:
    try:
        connection.rollback()
    except duckdb.Error:
        return  # A failed commit has ended the transaction already.


class EmbeddedEngine:
    """A record's file."""

    def __init__(self, path: str, patience: float, on_wait: Callable[[str], None] = silent) -> None:
        self.place = path
        self._on_wait, self._told = on_wait, False
        self._path = Path(path).expanduser()
        self._patience = patience

    def exists(self) -> bool:
        """Whether the file is there with anything in it."""
        return self._path.exists()

    @contextmanager
    def open(self, *, write: bool) -> Iterator[EmbeddedSession]:
        """Open the file; a reader opens it read-only, so that several may read at once."""
        if self._path.is_dir():
            raise InputError("This is a folder.", where=self.place, hint="Name a file.")
        turn = _turns[str(self._path.resolve())] if write else nullcontext()
        with turn, self._explained():
            connection = self._connect(write)
            try:
                yield EmbeddedSession(connection)
            finally:
                connection.close()

    def _connect(self, write: bool) -> duckdb.DuckDBPyConnection:
        if write:
            _make_folder(self._path.parent)
        since = time.monotonic()
        for pause in waits(self._patience):
            try:
                return duckdb.connect(str(self._path), read_only=not write, config=dict(LIMITS))
            except duckdb.Error as error:
                if not _says(error, _BUSY):
                    raise
                if not self._told and time.monotonic() - since >= min(MOMENT, self._patience / 2):
                    self._told = True
                    self._on_wait(say_locked(self.place, self._patience))
                time.sleep(pause)
        raise SourceError(
            "Another program is writing to this record.",
            where=self.place,
            hint="Try again when it has ended.",
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except RegistanError:
            raise
        except duckdb.Error as error:
            raise self._explain(error) from error

    def _explain(self, error: Exception) -> RegistanError:
        """Say in one sentence what DuckDB's error means for the record."""
        if _says(error, _FULL):
            return SourceError(
                "The disk is full; what was being written is left out, the rest is whole.",
                where=self.place,
                hint="Make room and run it again.",
            )
        if _says(error, _NEWER):
            return SourceError(
                "This file was written by another version of DuckDB.",
                where=self.place,
                hint="Update Registan and DuckDB.",
            )
        if _says(error, _ALIEN):
            return InputError(
                "This file is no record of Registan.",
                where=self.place,
                hint="Name another file; nothing was changed.",
            )
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        return SourceError(f"The record cannot be used: {said}", where=self.place)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"The folder for the record cannot be made: {error.strerror}.", where=str(folder)
        ) from error


def _says(error: Exception, signs: Sequence[str]) -> bool:
    words = str(error).lower()
    return any(sign in words for sign in signs)
