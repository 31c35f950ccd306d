"""Engine: where a record lives. Reads go through Ibis; a change is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

from ibis.backends.sql import SQLBackend

from registan.errors import InputError
from registan.record.change import Change

TABLES_QUERY: Final = (
    "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
)


MOMENT: Final = 1.0  # seconds that two programs in turn may take unnoticed


def silent(_: str) -> None:
    """Say nothing."""


class Session(Protocol):
    """An open record: nobody else writes while a writing session lasts."""

    @property
    def backend(self) -> SQLBackend:
        """The Ibis backend that reads go through."""
        ...

    @property
    def indexed(self) -> bool:
        """Whether the engine wants the schema's indexes."""
        ...

    @property
    def shared(self) -> bool:
        """Whether other programs may keep tables of theirs beside the record's."""
        ...

    def tables(self) -> set[str]:
        """Give the names of the tables that are there."""
        ...

    def run(self, statements: Sequence[str]) -> None:
        """Run SQL statements in one transaction."""
        ...

    def write(self, change: Change) -> None:
        """Write a change in one transaction: all of it is there afterwards, or nothing."""
        ...


class Engine(Protocol):
    """A place for a record, opened for as short a time as the work needs."""

    place: str

    def exists(self) -> bool:
        """Whether there is anything at the place."""
        ...

    def open(self, *, write: bool) -> AbstractContextManager[Session]:
        """Open the place; SourceError where it is locked for too long, broken or not a record."""
        ...


def engine_of(
    place: str | Path, patience: float = 30.0, on_wait: Callable[[str], None] = silent
) -> Engine:
    """Give the engine for a path or URL; `patience` is how many seconds it waits for a lock.

    `on_wait` is given a sentence once, as soon as it waits for longer than a moment.
    """
    name = str(place)
    if name.startswith(("postgres://", "postgresql://")):
        from registan.record.server import ServerEngine

        return ServerEngine(name, patience, on_wait)
    if name.startswith("duckdb://"):
        name = name.removeprefix("duckdb://")
    elif "://" in name:
        raise InputError(
            "A record lives in a file or in PostgreSQL.",
            where=name,
            hint="Give a path, or a URL that begins with postgresql://.",
        )
    from registan.record.embedded import EmbeddedEngine

    return EmbeddedEngine(name, patience, on_wait)


def say_locked(place: str, patience: float) -> str:
    """Say that a record is locked, and for how long it is waited for."""
    return f"{place} is locked by another program; waiting for it for up to {patience:.0f} seconds."


def waits(patience: float) -> Iterator[float]:
    """Give the pauses between attempts at a lock, in seconds, until patience ends."""
    spent, pause = 0.0, 0.01
    while spent < patience:
        yield pause
        spent += pause
        pause = min(pause * 1.5, 0.5)
