"""Record: the store of documents, reports, events, claims and verdicts, at one place.

Each call opens the place for as long as it takes, so that several programs can share it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from registan.errors import InputError
from registan.record import correcting, fetch
from registan.record.account import Account, give_account, pages
from registan.record.change import Change
from registan.record.dossier import Dossier, give_dossier
from registan.record.engine import Session, engine_of, silent
from registan.record.entry import Entry, add_entry, origin_of, stored_reports
from registan.record.exchange import documents_of, exchange, utterances
from registan.record.export import export
from registan.record.linking import link_new
from registan.record.memory import Memory
from registan.record.noun import Correction, MergedEvent, StoredDocument, Utterance
from registan.record.opening import prepare, require
from registan.record.query import Filter, count_events, find_events


class Record:
    """A record at a path or URL. `registan.Record(place)` makes it where there is none yet."""

    def __init__(
        self,
        place: str | Path,
        *,
        patience: float = 30.0,
        on_wait: Callable[[str], None] = silent,
    ) -> None:
        """`patience`: seconds to wait for a lock; `on_wait` is told once that it is waited."""
        self._engine = engine_of(place, patience, on_wait)
        self._prepared = False
        self._memory = Memory()

    @classmethod
    def existing(
        cls,
        place: str | Path,
        *,
        patience: float = 30.0,
        on_wait: Callable[[str], None] = silent,
    ) -> Self:
        """Give the record at a place; InputError where there is none."""
        record = cls(place, patience=patience, on_wait=on_wait)
        if not record._engine.exists():
            raise InputError(
                "There is no record here yet.",
                where=record.place,
                hint="Add documents with `registan add`, or name another with --record.",
            )
        return record

    @property
    def place(self) -> str:
        """Where the record is, as it may be shown."""
        return self._engine.place

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open the record for reading."""
        with self._engine.open(write=False) as session:
            require(self._engine, session)
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open the record for writing, made or brought up to date where needed."""
        if not self._prepared:
            prepare(self._engine)
            self._prepared = True
        with self._engine.open(write=True) as session:
            yield session

    def known(self, keys: Sequence[str]) -> dict[str, str]:
        """Give those document keys that are in the record, with the ids they were added under."""
        with self.writing() as session:
            return fetch.known_documents(session, keys)

    def add(self, entries: Sequence[Entry]) -> list[str]:
        """Add what was read, all of it in one transaction; give the keys of what was new."""
        with self.writing() as session:
            known = fetch.known_documents(session, [entry.key for entry in entries])
            fresh = {entry.key: entry for entry in entries if entry.key not in known}
            if fresh:
                session.write(change_of(session, list(fresh.values()), self._memory))
            return list(fresh)

    def events(
        self, asked: Filter | None = None, *, newest: bool = False, limit: int | None = None
    ) -> list[MergedEvent]:
        """Give the events asked for, oldest first unless `newest`."""
        with self.reading() as session:
            return find_events(session, asked or Filter(), newest=newest, limit=limit)

    def count(self, asked: Filter | None = None) -> int:
        """Count the events asked for."""
        with self.reading() as session:
            return count_events(session, asked or Filter())

    def account(self, key: str) -> Account:
        """Give an event with all that it rests on, by its id or the beginning of it."""
        with self.reading() as session:
            return give_account(session, key)

    def exchange(self, asked: Filter | None = None) -> dict[str, Any]:
        """Give events, quotes and inconsistencies as plain data."""
        with self.reading() as session:
            return exchange(session, asked or Filter())

    def quotes(self, asked: Filter | None = None) -> tuple[Utterance, ...]:
        """Give what was said in several of the documents that tell of the events asked for."""
        with self.reading() as session:
            accounts = [a for page in pages(session, asked) for a in page] if asked else []
            return utterances(session, documents_of(accounts) if asked else None)

    def dossier(self, asked: Filter) -> Dossier:
        """Give all that the record holds of the events asked for, for one page."""
        with self.reading() as session:
            return give_dossier(session, asked)

    def export(self, asked: Filter, format: str, output: Path | None) -> None:
        """Write the events asked for as json, jsonl, csv, parquet or plover."""
        with self.reading() as session:
            export(session, asked, format, output)

    def merge(self, events: Sequence[str], *, by: str, note: str | None = None) -> Correction:
        """Decide that several events are one."""
        with self.writing() as session:
            return correcting.merge_events(session, list(events), by, note)

    def split(
        self, event: str, reports: Sequence[str], *, by: str, note: str | None = None
    ) -> Correction:
        """Decide that some reports of an event are not of one event with its others."""
        with self.writing() as session:
            return correcting.split_event(session, event, list(reports), by, note)

    def deny_person(
        self, event: str, actor: str, *, by: str, note: str | None = None
    ) -> Correction:
        """Decide that an actor of an event is not the person that it was taken for."""
        with self.writing() as session:
            return correcting.deny_person(session, event, actor, by, note)

    def undo(self, correction: str, *, by: str, note: str | None = None) -> Correction:
        """Take a correction back."""
        with self.writing() as session:
            return correcting.undo(session, correction, by, note)

    def corrections(self) -> list[Correction]:
        """Give every correction, oldest first."""
        with self.reading() as session:
            return fetch.fetch_corrections(session)


def change_of(session: Session, entries: Sequence[Entry], memory: Memory) -> Change:
    """Give all that adding some entries, none of them known, changes."""
    change = Change()
    for entry in entries:
        add_entry(change, entry)
    link_new(
        session,
        change,
        [report for entry in entries for report in stored_reports(entry)],
        [_document_of(entry) for entry in entries],
        memory,
    )
    return change


def _document_of(entry: Entry) -> StoredDocument:
    document = entry.extract.document
    return StoredDocument(origin=origin_of(entry), text=document.text, author=document.author)
