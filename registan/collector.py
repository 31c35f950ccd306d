"""Collect: documents from anywhere, read one by one, added to a record in small whole batches.

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
from registan.errors import RegistanError
from registan.model import Extract
from registan.reader.collection import Found, Missed, Wish, find_documents
from registan.reader.reading import read_document
from registan.reader.syntax import model_version
from registan.record.entry import Entry, document_key
from registan.record.store import Record
from registan.record.summary import LeftOut, Summary

BATCH_DOCUMENTS: Final = 20
BATCH_SECONDS: Final = 20.0
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

    def count(self, extract: Extract) -> None:
        self.new += 1
        self.silent += not (extract.reports or extract.claims)
        self.reports += len(extract.reports)
        self.claims += len(extract.claims)
        self.quotes += len(extract.quotes)


def collect(
    sources: Sequence[str],
    record: Record,
    *,
    wish: Wish | None = None,
    watch: Watch = lambda name: None,
) -> Summary:
    """Add every document that the sources hold; `watch` is told the name of each in turn."""
    tally = _Tally()
    for batch in _batches(find_documents(sources, wish or Wish()), tally):
        _add_batch(batch, record, tally, watch)
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


def _add_batch(batch: list[Found], record: Record, tally: _Tally, watch: Watch) -> None:
    known = record.known([document_key(found.document) for found in batch])
    entries: list[Entry] = []
    began = time.monotonic()
    for found in batch:
        watch(found.id)
        if document_key(found.document) in known:
            tally.known += 1
            continue
        entry = _read(found, tally)
        if entry:
            entries.append(entry)
        if time.monotonic() - began > BATCH_SECONDS:
            _write(entries, record, tally)
            entries, began = [], time.monotonic()
    _write(entries, record, tally)


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


def _write(entries: Sequence[Entry], record: Record, tally: _Tally) -> None:
    added = set(record.add(entries)) if entries else set()
    for entry in entries:
        if entry.key in added:
            added.discard(entry.key)
            tally.count(entry.extract)
        else:
            tally.known += 1


def _made_by() -> str:
    from registan import __version__

    return f"registan {__version__}, syntax {model_version()}"
