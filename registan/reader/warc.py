"""WARC: the pages of a web archive, as far as the file goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from registan.errors import InputError

READABLE: Final = ("text/html", "application/xhtml+xml", "text/plain")
OK: Final = "200"


class Capture(NamedTuple):
    """One page that was archived: its address and bytes (one more than the limit if longer)."""

    url: str
    body: bytes


def read_warc(path: Path, limit: int) -> Iterator[Capture]:
    """Give the pages of an archive one by one; memory does not grow with the file.

    InputError, after the pages before it, where the file breaks off or is none.
    """
    from warcio.archiveiterator import ArchiveIterator  # Only archives need it.
    from warcio.exceptions import ArchiveLoadFailed

    count = 0
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                capture = _capture(record, limit)
                count += 1
                if capture:
                    yield capture
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, KeyError, AttributeError) as error:
        raise InputError(_broken(count, error), hint="Download it again.") from error


def _broken(count: int, error: Exception) -> str:
    if not count:
        return f"This is no web archive that can be read: {str(error).strip() or 'it is empty'}."
    return f"The archive breaks off after {count} records; the pages before that were taken."


def _capture(record: Any, limit: int) -> Capture | None:
    """Give a record's page, if it is one; EOFError where its bytes end too early."""
    if record.rec_type not in ("response", "resource"):
        _drain(record)
        return None
    media = _media_type(record)
    answered = record.http_headers is None or record.http_headers.get_statuscode() == OK
    if media not in READABLE or not answered:
        _drain(record)
        return None
    body = record.content_stream().read(limit + 1)
    _drain(record)
    return Capture(url=record.rec_headers.get_header("WARC-Target-URI") or "", body=body)


def _drain(record: Any) -> None:
    """Read on to the record's end, to learn whether it has one."""
    while record.raw_stream.read(65_536):
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError("a record is cut off")


def _media_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
