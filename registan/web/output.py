"""Output: a result as text in the format asked for, written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console, RenderableType

from registan.errors import InputError
from registan.model import Brief, Extract
from registan.web.terminal import brief_table, console_for, extract_table

BROKEN_PIPE = 141


class Format(StrEnum):
    """How a result is printed."""

    table = "table"
    json = "json"
    html = "html"
    csv = "csv"
    claimreview = "claimreview"


_ENDINGS = {
    "html": Format.html,
    "htm": Format.html,
    "json": Format.json,
    "csv": Format.csv,
    "jsonld": Format.claimreview,
}


def format_for(asked: Format | None, output: Path | None) -> Format:
    """Give the format asked for, or the one that the output file's name ends with, or a table."""
    if asked:
        return asked
    ending = output.suffix.lower().lstrip(".") if output else ""
    return _ENDINGS.get(ending, Format.table)


def as_json(results: Sequence[Any]) -> str:
    """Give one result as an object, several as a list."""
    data = results[0] if len(results) == 1 else list(results)
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def as_html(briefs: Sequence[Brief]) -> str:
    """Give briefs as one self-contained page."""
    from registan.web.brief_html import brief_page

    return brief_page(briefs)


def as_evidence(briefs: Sequence[Brief]) -> str:
    """Give the rows that the briefs' verdicts rest on, as CSV."""
    from registan.precedent import evidence_csv

    return evidence_csv(verdict for brief in briefs for verdict in brief.claims)


def as_reviews(briefs: Sequence[Brief], reviewed: str) -> str:
    """Give the briefs' verdicts as ClaimReview, reviewed on a day."""
    from registan.precedent import claim_review

    return as_json(
        [
            claim_review(verdict, url=brief.document.url, reviewed=reviewed)
            for brief in briefs
            for verdict in brief.claims
        ]
    )


def as_table(results: Iterable[Brief | Extract], console: Console, lang: str | None = None) -> str:
    """Give results as the console would show them, one after the other."""
    tables = [
        brief_table(result, lang) if isinstance(result, Brief) else extract_table(result, lang)
        for result in results
    ]
    return drawn(tables, console)


def drawn(tables: Iterable[RenderableType], console: Console) -> str:
    """Give what the console would print, blanks at the ends of lines cut."""
    with console.capture() as capture:
        for table in tables:
            console.print(table)
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())


def console_of(output: Path | None, no_color: bool) -> Console:
    """Give a console that suits the place where its text goes: a file gets no colour."""
    return console_for(colour=False if no_color or output else None, plain=output is not None)


def put(text: str, output: Path | None) -> None:
    """Write text to a file or to standard output; a reader that went away ends the program."""
    if output:
        _put_file(text, output)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain again when it flushes at its end: give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(BROKEN_PIPE) from None


def _put_file(text: str, output: Path) -> None:
    """Write beside the file and move it there, so that no half result is ever found."""
    part = output.with_name(output.name + ".part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(output)
    except OSError as error:
        raise InputError(
            f"Cannot write the result: {error.strerror or error}.",
            where=str(output),
            hint="Name a file in a folder that exists and that you may write to.",
        ) from error
