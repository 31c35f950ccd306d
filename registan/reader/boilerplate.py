"""What an article says of itself, and what of its text is furniture and no news."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from registan.errors import DataError
from registan.languages import table
from registan.model import Document, Span
from registan.reader.language import paragraphs
from registan.reader.when import find_dates

Kind = Literal["bio", "first_published", "byline", "published", "tail", "notice"]
Reach = Literal["line", "paragraph", "rest"]

END_PARAGRAPHS = 4  # A biography or republication note stands this close to the end …
START_PARAGRAPHS = 3  # … a byline or date of publication this close to the start.


class BoilerplateRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One formula: a pattern that a line must match from its start, and how far it reaches.

    Groups `name`, `outlet` and `date` give the author, the outlet of first publication and the
    stated date. `where` limits it to the start or end of the document.
    """

    id: str
    kind: Kind
    pattern: str
    reach: Reach = "line"
    where: Literal["start", "end", "anywhere"] = "anywhere"
    matches: str
    rejects: str


class Rule(msgspec.Struct, frozen=True):
    """A formula ready to be matched against lines."""

    row: BoilerplateRow
    pattern: re.Pattern[str]


class Imprint(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says of itself: author, outlet of first publication, date (EDTF)."""

    author: str | None = None
    first_published: str | None = None
    published: str | None = None


class _Hit(msgspec.Struct, frozen=True):
    rule: Rule
    match: re.Match[str]
    span: Span


@cache
def load_rules(lang: str) -> tuple[Rule, ...]:
    """Read and compile a language's formulas; DataError names one that does not compile."""
    return tuple(_compile(lang, row) for row in table(lang, "boilerplate", BoilerplateRow))


def furniture(document: Document) -> list[Span]:
    """The stretches that are no part of the news, in order and without overlap."""
    merged: list[Span] = []
    for hit in sorted(_search(document), key=lambda hit: (hit.span.start, -hit.span.end)):
        if not merged or hit.span.start >= merged[-1].end:
            merged.append(hit.span)
    return merged


def find_imprint(document: Document) -> Imprint:
    """Read author, first publication and date from the formulas that state them."""
    hits = _search(document)
    return Imprint(
        author=_group(hits, "name"),
        first_published=_group(hits, "outlet"),
        published=_read_date(_group(hits, "date"), document.lang),
    )


def is_byline(line: str, lang: str) -> bool:
    """Whether a line says who wrote the text."""
    bylines = (rule for rule in load_rules(lang) if rule.row.kind == "byline")
    return any(rule.pattern.match(line.strip()) for rule in bylines)


def _compile(lang: str, row: BoilerplateRow) -> Rule:
    try:
        return Rule(row, re.compile(row.pattern.replace(" ", r"(?:[^\S\n]+)")))
    except re.error as error:
        where = f"languages/{lang}/boilerplate.yml"
        raise DataError(f"Rule {row.id} is no pattern: {error}.", where=where) from error


def _search(document: Document) -> list[_Hit]:
    blocks = paragraphs(document.text)
    return [
        hit
        for number, block in enumerate(blocks)
        for rule in load_rules(document.lang)
        if _is_placed(rule, number, len(blocks))
        for hit in _match(rule, block, document.text)
    ]


def _is_placed(rule: Rule, number: int, count: int) -> bool:
    if rule.row.where == "start":
        return number < START_PARAGRAPHS
    if rule.row.where == "end":
        return number >= max(1, count - END_PARAGRAPHS)
    return True


def _match(rule: Rule, block: Span, text: str) -> list[_Hit]:
    hits = []
    for line in re.finditer(r"[^\n]+", block.text):
        match = rule.pattern.match(line.group().strip())
        if match:
            start = block.start + line.start()
            end = {"line": block.start + line.end(), "paragraph": block.end, "rest": len(text)}
            stop = end[rule.row.reach]
            hits.append(_Hit(rule, match, Span(start=start, end=stop, text=text[start:stop])))
    return hits


def _group(hits: list[_Hit], name: str) -> str | None:
    values = [hit.match.groupdict().get(name) for hit in hits]
    return next((value.strip(' .,:„“"«»()') for value in values if value), None)


def _read_date(words: str | None, lang: str) -> str | None:
    dates = find_dates(words or "", lang)
    return dates[0].value if dates and dates[0].explicit else None
