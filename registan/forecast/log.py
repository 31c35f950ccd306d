"""Log: the forecasts that were given, kept line by line, to be scored when their day has come.

The file is JSON lines. A line is written whole in one call at the end of the file; a line that a
crash cut short is passed over by the reader and closed by the next writer.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from registan.errors import DataError, InputError
from registan.forecast.noun import Forecast, Target
from registan.home import user_home
from registan.model import Record

FILE = "forecasts.jsonl"
# A forecast given later than so many days after the day it speaks of had hindsight.
PROMPT_DAYS = 7


class Entry(Record, frozen=True, kw_only=True):
    """One forecast as it was given: what was asked, when (UTC), and the probability.

    `id` is the same for the same question with the same answer.
    """

    id: str
    asked: datetime
    target: Target
    probability: float
    base_rate: float
    data_until: date
    trained_until: date

    @property
    def prompt(self) -> bool:
        """Say whether it was given in advance: no later than a week after its own day."""
        return (self.asked.date() - self.target.as_of).days <= PROMPT_DAYS


def log_path(place: Path | None = None) -> Path:
    """Give the log's file: the one named, else `forecasts.jsonl` in the user's folder."""
    return place or user_home() / FILE


def make_entry(forecast: Forecast, asked: datetime | None = None) -> Entry:
    """Make the line that a forecast leaves."""
    target = forecast.target
    what = [target.task, *target.countries, target.as_of, target.until, forecast.probability]
    return Entry(
        id=sha256("|".join(map(str, what)).encode()).hexdigest()[:16],
        asked=asked or datetime.now(UTC).replace(microsecond=0),
        target=target,
        probability=forecast.probability,
        base_rate=forecast.base_rate,
        data_until=forecast.data_until,
        trained_until=forecast.trained_until,
    )


def keep(forecast: Forecast, path: Path, asked: datetime | None = None) -> Entry:
    """Add a forecast to the log; the same question with the same answer adds nothing."""
    entry = make_entry(forecast, asked)
    for known in read_log(path):
        if known.id == entry.id:
            return known
    line = entry.to_json().encode() + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _append(path, line)
    except OSError as error:
        raise InputError(
            f"Cannot keep the forecast: {error.strerror or error}.",
            where=str(path),
            hint="Name another file with --log, or leave it out with --no-log.",
        ) from error
    return entry


def _append(path: Path, line: bytes) -> None:
    if path.exists() and path.stat().st_size and not path.read_bytes().endswith(b"\n"):
        line = b"\n" + line
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, line)
        os.fsync(handle)
    finally:
        os.close(handle)


def read_log(path: Path) -> list[Entry]:
    """Read the log, oldest first; none where there is no file; DataError names a bad line."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise InputError(
            f"Cannot read the log: {error.strerror or error}.", where=str(path)
        ) from error
    entries = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and not _is_cut(line):
            entries.append(_read_entry(line, path, number))
    return entries


def _is_cut(line: bytes) -> bool:
    """Say whether a line was cut short while it was written."""
    return line.startswith(b"{") and not line.rstrip().endswith(b"}")


def _read_entry(line: bytes, path: Path, number: int) -> Entry:
    try:
        return Entry.from_json(line)
    except InputError as error:
        raise DataError(
            f"This line is no forecast: {error.message}",
            where=f"{path}:{number}",
            hint="Mend or remove the line.",
        ) from error
