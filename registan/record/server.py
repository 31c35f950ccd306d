"""Server: a record in PostgreSQL, for several people at once.

Writers take turns by an advisory lock, which the server lets go when a writer dies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

import ibis
from ibis.backends.sql import SQLBackend

from registan.errors import RegistanError, SetupError, SourceError
from registan.record.change import Change
from registan.record.engine import MOMENT, TABLES_QUERY, say_locked, silent

if TYPE_CHECKING:
    import psycopg

LOCK = 0x5265676973  # Any number that other programs on the server are unlikely to lock.


class ServerSession:
    """An open connection."""

    indexed = True
    shared = True

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self.backend: SQLBackend = ibis.postgres.from_connection(connection)

    def tables(self) -> set[str]:
        """Give the names of the tables that are there."""
        return {row[0] for row in self._connection.execute(TABLES_QUERY).fetchall()}

    def run(self, statements: Sequence[str]) -> None:
        """Run SQL statements in one transaction."""
        with self._connection.transaction():
            for statement in statements:
                self._connection.execute(statement)

    def write(self, change: Change) -> None:
        """Write a change in one transaction."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            for (table, column), values in change.gone.items():
                statement = f'DELETE FROM {table} WHERE "{column}" = ANY(%s)'
                cursor.execute(statement, (values,))
            for table, rows in change.tables():
                names = ", ".join(f'"{name}"' for name in rows.column_names)
                statement = f"COPY {table} ({names}) FROM STDIN"
                with cursor.copy(statement) as copy:
                    for row in rows.to_pylist():
                        copy.write_row([_storable(value) for value in row.values()])


def _storable(value: Any) -> Any:
    """PostgreSQL keeps no NUL in a text."""
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else value


class ServerEngine:
    """A record's database."""

    def __init__(self, url: str, patience: float, on_wait: Callable[[str], None] = silent) -> None:
        self._url = url
        self._on_wait, self._told = on_wait, False
        self.place = _without_password(url)
        self._patience = patience

    def exists(self) -> bool:
        """A database that can be reached is there."""
        return True

    @contextmanager
    def open(self, *, write: bool) -> Iterator[ServerSession]:
        """Connect; a writer waits for its turn."""
        driver = _driver()
        try:
            with driver.connect(self._url, autocommit=True, connect_timeout=10) as connection:
                connection.execute("SET client_min_messages = warning")
                if write:
                    self._lock(connection)
                yield ServerSession(connection)
        except RegistanError:
            raise
        except driver.Error as error:
            raise self._explain(error) from error

    def _lock(self, connection: psycopg.Connection[Any]) -> None:
        """Take a writer's turn; a moment of waiting is not worth a word."""
        moment = min(MOMENT, self._patience / 2)
        try:
            self._lock_within(connection, moment)
        except _driver().errors.LockNotAvailable:
            if not self._told:
                self._told = True
                self._on_wait(say_locked(self.place, self._patience))
            self._lock_within(connection, self._patience - moment)

    def _lock_within(self, connection: psycopg.Connection[Any], seconds: float) -> None:
        connection.execute(f"SET lock_timeout = {max(int(seconds * 1000), 1)}")
        connection.execute(f"SELECT pg_advisory_lock({LOCK})")

    def _explain(self, error: psycopg.Error) -> SourceError:
        """Say in one sentence what PostgreSQL's error means for the record."""
        from psycopg import errors

        if isinstance(error, errors.LockNotAvailable):
            return SourceError(
                "Another program is writing to this record.",
                where=self.place,
                hint="Try again when it has ended.",
            )
        if isinstance(error, errors.DiskFull):
            return SourceError(
                "The server's disk is full; what was being written is left out, the rest is whole.",
                where=self.place,
                hint="Make room and run it again.",
            )
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        return SourceError(f"PostgreSQL did not answer as it should: {said}.", where=self.place)


def _driver() -> Any:
    try:
        import psycopg
    except ImportError as error:
        raise SetupError(
            "PostgreSQL's driver is not installed.",
            hint="Install it with: pip install 'registan[postgres]'",
        ) from error
    return psycopg


def _without_password(url: str) -> str:
    """Give a URL as it may be shown."""
    parts = urlsplit(url)
    if parts.password is None:
        return url
    shown = parts.netloc.replace(f":{parts.password}@", ":…@")
    return urlunsplit(parts._replace(netloc=shown))
