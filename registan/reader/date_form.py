"""The ways in which a language writes dates, compiled from its `dates.yml` and `date_words.yml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec
from babel.dates import get_day_names, get_month_names

from registan.errors import DataError
from registan.languages import table
from registan.languages.screen import Screen

Means = Literal["date", "range", "list", "season", "weekday", "offset", "span", "decade", "century"]
Unit = Literal["day", "week", "month", "year"]
Direction = Literal["", "past", "next"]

GAP = r"(?:[^\S\n]+|[^\S\n]*\n(?!\s*\n))"
NUMBERED = {
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "number_month": r"(?:0?[1-9]|1[0-2])(?!\d)",
    "year": r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)",
    "short_year": r"\d\d(?!\d)",
    "decade": r"(?<!\d)(?:1[5-9]|20)\d0",
    "tens": r"(?:[1-9]0)",
    "old_year": r"(?<!\d)(?:[1-9]\d\d|1[0-4]\d\d)(?!\d)",  # only beside a word for "year"
    "bc_year": r"(?<!\d)[1-9]\d{0,3}(?!\d)",
    "century": r"(?:[IVX]+|[1-9]\d?)",
}


class FormRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way of writing a date: `form` is a pattern in which `{slots}` stand for date words.

    What lies between `<<` and `>>` is the date itself, the rest its surroundings (without them
    all of it is the date); a space stands for any white space within a paragraph. `offset` counts
    units from the document's date (or years, for a date that names its year only as "last year");
    `direction` says that the words point back or forward; `anchor: told` that they count from the
    day that the text told of last ("the day before"), not from the document's.
    """

    id: str
    means: Means
    form: str
    unit: Unit | None = None
    offset: int | None = None
    direction: Direction = ""
    anchor: Literal["document", "told"] = "document"
    matches: str
    rejects: str


class WordRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Date words of one class: words with their values, or endings that spell out inflections."""

    id: str
    values: dict[str, int | str] = {}
    words: tuple[str, ...] = ()
    endings: dict[str, tuple[str, ...]] = {}
    capitals: bool = False
    matches: str = ""
    rejects: str = ""


class DateWords(msgspec.Struct, frozen=True):
    """All date words of one language: values by lower-case word, and patterns for surroundings."""

    values: dict[str, dict[str, int | str]]
    slots: dict[str, str]
    cues: dict[str, re.Pattern[str]]
    future: re.Pattern[str]


@cache
def load_words(lang: str) -> DateWords:
    """Read a language's date words; months and weekdays come from CLDR, inflected by endings."""
    rows = {row.id: row for row in table(lang, "date_words", WordRow)}
    values = {name: _values(lang, name, row) for name, row in rows.items()}
    slots = {name: _alternatives(values[name], rows[name].capitals) for name in _slotted(rows)}
    filler = _any(rows["filler"].words)
    slots["number"] = rf"(?:{slots['number']}|\d{{1,3}})"
    slots["quantity"] = _any(rows["quantity"].words) + r"\b"
    cues = {
        role: re.compile(rf"\b{_any(rows[role].words)}(?:{GAP}{filler})*{GAP}?$", re.IGNORECASE)
        for role in ("since", "until", "by", "before", "after")
    }
    future = re.compile(rf"\b{_any(rows['future'].words)}\b", re.IGNORECASE)
    return DateWords(values, slots, cues, future)


@cache
def load_forms(lang: str) -> Screen[FormRow]:
    """Read and compile a language's date forms; DataError names the form that does not compile."""
    slots = NUMBERED | load_words(lang).slots
    return Screen((row, _compile(lang, row, slots)) for row in table(lang, "dates", FormRow))


def _slotted(rows: dict[str, WordRow]) -> list[str]:
    return [name for name, row in rows.items() if row.values or name in ("month", "weekday")]


def _values(lang: str, name: str, row: WordRow) -> dict[str, int | str]:
    names = _cldr(lang, name) | row.values
    return {
        form.casefold(): value
        for word, value in names.items()
        for form in (word, *_inflect(word, row.endings))
    }


def _cldr(lang: str, name: str) -> dict[str, int | str]:
    """Names of months (1 to 12) or weekdays (0 is Monday), wide and abbreviated, from CLDR."""
    if name not in ("month", "weekday"):
        return {}
    read = get_month_names if name == "month" else get_day_names
    widths: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
    contexts: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
    return {
        str(word): number
        for width in widths[: 2 if name == "month" else 1]
        for context in contexts
        for number, word in read(width, context, lang).items()
    }


def _inflect(word: str, endings: dict[str, tuple[str, ...]]) -> list[str]:
    return [
        word.removesuffix(ending) + other
        for ending, others in endings.items()
        if word.endswith(ending) and not word.endswith(".")
        for other in others
    ]


def _alternatives(values: dict[str, int | str], capitals: bool) -> str:
    words = sorted((re.escape(word) for word in values), key=len, reverse=True)
    if capitals:
        return "(?=(?-i:[A-ZÄÖÜ]))(?:" + "|".join(words) + ")"
    return "(?:" + "|".join(words) + ")"


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(word.replace(" ", GAP) for word in words) + ")"


def _compile(lang: str, row: FormRow, slots: dict[str, str]) -> re.Pattern[str]:
    spaced = row.form.replace(" ", GAP)
    marked = spaced.replace("<<", "(?P<date>").replace(">>", ")")
    try:
        return re.compile(rf"(?<!\w)(?:{_fill(marked, slots)})(?!\w)", re.IGNORECASE)
    except (re.error, KeyError) as error:
        where = f"languages/{lang}/dates.yml"
        raise DataError(f"Form {row.id} is no pattern: {error}.", where=where) from error


def _fill(form: str, slots: dict[str, str]) -> str:
    def fill(slot: re.Match[str]) -> str:
        name = slot.group(1)
        return f"(?P<{name}>{slots[name.rstrip('2')]})"

    return re.sub(r"\{([a-z_]+2?)\}", fill, form)
