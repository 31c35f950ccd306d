"""Source: strict reading of a register's XML; what is not expected stops the import by name."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from registan.errors import DataError, InputError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Record(NamedTuple):
    """One XML row: where it stands, its fields as text, and its element for what is nested."""

    where: str
    fields: dict[str, str]
    element: Element


def read_root(path: Path, tag: str) -> Element:
    """Parse the file and check its outermost element."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise DataError(
            f"The file is no well-formed XML: {error}.", where=path.name, hint="Download it again."
        ) from error
    if root.tag != tag:
        raise DataError(f"The file holds <{root.tag}>, expected <{tag}>.", where=path.name)
    return root


def find_files(folder: Path, pattern: str) -> list[Path]:
    """List the files of a download in the order of their names; InputError where none is there."""
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise InputError(
            f"No file {pattern} is here.",
            where=str(folder),
            hint="Give the folder of an unpacked download of the register.",
        )
    return paths


def read_records(parent: Element, tag: str, fields: frozenset[str], file: str) -> Iterator[Record]:
    """Give the rows under `parent`, each with exactly `fields` and a unique place to name."""
    for number, element in enumerate(parent.findall(tag), start=1):
        where = f"{file}: row {(element.findtext('id') or f'number {number}').strip()}"
        _check_fields(element, fields, where)
        texts = {child.tag: clean("".join(child.itertext())) for child in element}
        yield Record(where, texts, element)


def _check_fields(element: Element, expected: frozenset[str], where: str) -> None:
    found = [child.tag for child in element]
    for name in found:
        if name not in expected:
            raise DataError(f"The field <{name}> is unknown.", where=where)
        if found.count(name) > 1:
            raise DataError(f"The field <{name}> stands more than once.", where=where)
    for name in sorted(expected - set(found)):
        raise DataError(f"The field <{name}> is missing.", where=where)


def clean(text: str) -> str:
    """Give the text with its white space made single spaces."""
    return " ".join(text.split())


def read_day(text: str, field: str, where: str) -> date:
    """Read a full ISO date; DataError names the row and the field."""
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise DataError(
            f"The field <{field}> is {text!r}, expected a date such as 1987-06-12.", where=where
        ) from error


def read_period(record: Record) -> tuple[date, date]:
    """Read start-date and end-date and check their order."""
    start = read_day(record.fields["start-date"], "start-date", record.where)
    end = read_day(record.fields["end-date"], "end-date", record.where)
    if end < start:
        raise DataError(
            f"The field <end-date> {end} is before <start-date> {start}.", where=record.where
        )
    return start, end


def read_country_id(record: Record, field: str) -> str:
    """Read the `id` attribute of the country field."""
    element = record.element.find(field)
    value = "" if element is None else element.get("id", "")
    if not value:
        raise DataError(f"The field <{field}> has no id.", where=record.where)
    return value
