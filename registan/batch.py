"""Batch: many sentences in, one JSON line each out, in order, none stopping the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from registan.errors import InputError, RegistanError

Answer = Callable[["Case"], dict[str, Any]]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a batch: a sentence with the key that its answer carries."""

    id: str | int
    text: str
    lang: str | None = None
    published: str | None = None
    as_of: str | None = None


def answer_lines(lines: Iterable[bytes], answer: Answer) -> Iterator[str]:
    """Give one JSON line for each line that is not blank.

    A line that cannot be read or answered gives `{"id", "error"}`; its id is null where the line
    has none.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield msgspec.json.encode(_answered(line, number, answer)).decode() + "\n"


def _answered(line: bytes, number: int, answer: Answer) -> dict[str, Any]:
    try:
        case = read_case(line, number)
        return {"id": case.id, **answer(case)}
    except RegistanError as error:
        return {"id": _id_of(line), "error": str(error)}
    except Exception as error:
        # A batch of thousands must not end because of one sentence: what went wrong is its answer.
        problem = f"Registan failed here: {type(error).__name__}: {error}"
        return {"id": _id_of(line), "error": problem}


def read_case(line: bytes, number: int) -> Case:
    """Read one line; InputError says what is wrong with it."""
    try:
        case = msgspec.json.decode(line, type=Case)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"This is no case: {error}.",
            where=f"line {number}",
            hint='A line is {"id": …, "text": …} with lang, published and as_of if you like.',
        ) from error
    if not case.text.strip():
        raise InputError("The text is empty.", where=f"line {number}", hint="Give a sentence.")
    return case


def _id_of(line: bytes) -> str | int | None:
    """Give the id of a line that is otherwise no case, where it can be made out."""
    try:
        data = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    found = data.get("id") if isinstance(data, dict) else None
    return found if isinstance(found, (str, int)) else None
