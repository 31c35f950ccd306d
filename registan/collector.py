"""Collect: documents from anywhere, read one by one, added to a record in whole batches.

What cannot be read is left out with its reason, and the rest goes on. An adding that was stopped
is resumed by running it again: what the record holds already is not read a second time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from registan import world
from registan.checker import judge_claims
from registan.errors import RegistanError, SourceError
from registan.model import Extract
from registan.reader.collection import Found, Missed, Wish, find_documents
from registan.reader.reading import read_document
from registan.reader.syntax import model_version
from registan.record.entry import Entry, document_key
from registan.record.store import Record
from registan.record.summary import LeftOut, Summary

BATCH_DOCUMENTS: Final = 20
BATCH_SECONDS: Final = 20.0
WAITING_DOCUMENTS: Final = 400  # read and not written; more would be lost with the machine
READING_SHARE: Final = 8  # seconds read for each second that the writing before took
INTERRUPTED: Final = "It was interrupted; what was read by then is in the record."
Watch = Callable[[str], None]


@dataclass
class _Tally:
    new: int = 0
    known: int = 0
    silent: int = 0
    reports: int = 0
    claims: int = 0
    quotes: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    stopped: str | None = None
    interrupted: bool = False

    def count(self, extract: Extract) -> None:
        self.new += 1
        self.silent += not (extract.reports or extract.claims)
        self.reports += len(extract.reports)
        self.claims += len(extract.claims)
        self.quotes += len(extract.quotes)


class Pace:
    """When to write what was read: events are worked out anew around each batch, however small.

    So the longer a writing takes, the more is read before the next one.
    """

    def __init__(self) -> None:
        self._wrote = 0.0

    def is_due(self, seconds: float, documents: int) -> bool:
        """Say whether so many documents, read in so many seconds, are to be written now."""
        return seconds >= READING_SHARE * self._wrote or documents >= WAITING_DOCUMENTS

    def wrote(self, seconds: float) -> None:
        """Note how long a writing took."""
        self._wrote = seconds


class _Pen:
    """Writes what was read; what the record does not take now waits for the next time."""

    def __init__(self, record: Record, tally: _Tally) -> None:
        self._record, self._tally = record, tally
        self._waiting: list[Entry] = []
        self._pace, self._since = Pace(), time.monotonic()

    def known(self, batch: Sequence[Found]) -> set[str]:
        """Give the keys of those documents that need no reading; none while nobody can tell."""
        keys = [document_key(found.document) for found in batch]
        try:
            return set(self._record.known(keys))
        except SourceError:
            return set()

    def write(self, entries: Sequence[Entry], *, last: bool = False) -> None:
        """Add entries and those that waited, if it is time to; SourceError where too many wait.

        The `last` ones are added at any rate, or SourceError says why they were not.
        """
        self._waiting += entries
        began = time.monotonic()
        due = last or self._pace.is_due(began - self._since, len(self._waiting))
        if not self._waiting or not due:
            return
        try:
            added = set(self._record.add(self._waiting))
            self._since = time.monotonic()
            self._pace.wrote(self._since - began)
        except SourceError:
            if last or len(self._waiting) >= WAITING_DOCUMENTS:
                raise
            return
        for entry in self._waiting:
            if entry.key in added:
                added.discard(entry.key)
                self._tally.count(entry.extract)
            else:
                self._tally.known += 1
        self._waiting = []

    def keep(self, entries: Sequence[Entry]) -> None:
        """Take entries that are written the next time."""
        self._waiting += entries

    def give_up(self, error: SourceError) -> None:
        """Name what was read and could not be written."""
        self._tally.stopped = str(error)
        reason = "It was read, but could not be written."
        self._tally.left_out += [LeftOut(source=one.id, reason=reason) for one in self._waiting]


def collect(
    sources: Sequence[str],
    record: Record,
    *,
    wish: Wish | None = None,
    watch: Watch = lambda name: None,
) -> Summary:
    """Add every document that the sources hold; `watch` is told the name of each in turn.

    A record that takes nothing for a while (its disk is full, another program holds it) is tried
    again with each batch; when it still takes nothing, the summary says so in `stopped`. Whoever
    interrupts it keeps what was read by then.
    """
    tally = _Tally()
    pen = _Pen(record, tally)
    found = find_documents(sources, wish or Wish())
    record.known(())  # a place that is no record is said so before anything is read
    try:
        try:
            for batch in _batches(found, tally):
                _add_batch(batch, pen, tally, watch)
        except KeyboardInterrupt:
            tally.interrupted, tally.stopped = True, INTERRUPTED
        pen.write((), last=True)
    except SourceError as error:
        pen.give_up(error)
    return Summary(record=record.place, **{**vars(tally), "left_out": tuple(tally.left_out)})


def _batches(found: Iterable[Found | Missed], tally: _Tally) -> Iterator[list[Found]]:
    """Gather documents into batches; what was missed is noted on the way."""
    batch: list[Found] = []
    for one in found:
        if isinstance(one, Missed):
            tally.left_out.append(LeftOut(source=one.source, reason=one.reason))
            continue
        batch.append(one)
        if len(batch) >= BATCH_DOCUMENTS:
            yield batch
            batch = []
    if batch:
        yield batch


def _add_batch(batch: list[Found], pen: _Pen, tally: _Tally, watch: Watch) -> None:
    known = pen.known(batch)
    entries: list[Entry] = []
    began = time.monotonic()
    for found in batch:
        try:
            watch(found.id)
            if document_key(found.document) in known:
                tally.known += 1
                continue
            entry = _read(found, tally)
        except KeyboardInterrupt:
            pen.keep(entries)
            raise
        if entry:
            entries.append(entry)
        if time.monotonic() - began > BATCH_SECONDS:
            pen.write(entries)
            entries, began = [], time.monotonic()
    pen.write(entries)


def _read(found: Found, tally: _Tally) -> Entry | None:
    try:
        extract = read_document(found.document, world.load())
        verdicts = judge_claims(extract)
    except RegistanError as error:
        tally.left_out.append(LeftOut(source=found.id, reason=str(error)))
        return None
    except Exception as error:  # one document must not stop the others
        reason = f"It could not be read ({type(error).__name__}: {error}); please report it."
        tally.left_out.append(LeftOut(source=found.id, reason=reason))
        return None
    return Entry(
        extract=extract,
        id=found.id,
        source=found.source,
        made_by=_made_by(),
        verdicts=verdicts,
    )


def _made_by() -> str:
    from registan import __version__

    return f"registan {__version__}, syntax {model_version()}"
