"""The folders of `languages/`: which are served, and their YAML tables read strictly."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec
import yaml

from registan.errors import DataError

Row = TypeVar("Row")
LISTS = ("frames", "events", "operators", "sources", "actors", "grammar")


def root() -> Traversable:
    """The folder that holds one folder a language."""
    return files("registan.languages")


@cache
def served() -> tuple[str, ...]:
    """Codes of the languages served: those with a folder that has every word list, sorted."""
    return tuple(
        sorted(
            folder.name
            for folder in root().iterdir()
            if folder.is_dir() and all((folder / f"{name}.yml").is_file() for name in LISTS)
        )
    )


def table(lang: str, name: str, row: type[Row]) -> tuple[Row, ...]:
    """Read `languages/<lang>/<name>.yml`, a list of rows; DataError names file, row and field."""
    where = f"languages/{lang}/{name}.yml"
    try:
        text = (root() / lang / f"{name}.yml").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError("The language lacks this file.", where=where) from error
    data: Any = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    rows = tuple(_convert(where, number, item, row) for number, item in enumerate(data or [], 1))
    for known, times in Counter(getattr(one, "id", None) for one in rows).items():
        if known and times > 1:
            hint = "Join the two rows, or rename one."
            raise DataError(f"Row {known} stands there twice.", where=where, hint=hint)
    return rows


def page(lang: str, name: str, shape: type[Row], what: str) -> Row:
    """Read `languages/<lang>/<name>.yml`, one mapping; DataError names it if missing or wrong."""
    where = f"languages/{lang}/{name}.yml"
    try:
        text = (root() / lang / f"{name}.yml").read_text(encoding="utf-8")
        return msgspec.convert(yaml.safe_load(text), shape)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise DataError(f"No usable {what}: {error}.", where=where) from error


def _convert(where: str, number: int, item: Any, row: type[Row]) -> Row:
    try:
        return msgspec.convert(item, row)
    except msgspec.ValidationError as error:
        name = item.get("id", number) if isinstance(item, dict) else number
        hint = "Quote on, off, yes and no." if "bool" in str(error) else ""
        raise DataError(f"Row {name}: {error}.", where=where, hint=hint) from error


class Example(msgspec.Struct, frozen=True):
    """A rule with a sentence that it must match and one that it must not."""

    lang: str
    file: str
    id: str
    matches: str
    rejects: str


def read_examples(lang: str, name: str) -> tuple[Example, ...]:
    """The examples of one table, for the tests that run them."""

    class Row(msgspec.Struct):
        id: str
        matches: str
        rejects: str

    rows = table(lang, name, Row)
    return tuple(Example(lang, name, r.id, r.matches, r.rejects) for r in rows)
