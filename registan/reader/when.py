"""Dates in a text, as precise as its words and no more, in EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

import msgspec

from registan.model import Span
from registan.reader.date_form import DateWords, FormRow, load_forms, load_words
from registan.reader.date_value import (
    Anchor,
    bound,
    choose_season_year,
    choose_year,
    find_weekday,
    is_real,
    read_anchor,
    shift,
    write_date,
)

Role = Literal["at", "since", "until", "by", "before", "after"]

ROMAN = {"I": 1, "V": 5, "X": 10}
PARAGRAPH: Final = "\n\n"
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
CLAUSE_END: Final = re.compile(r"[,;:!?()\n–—]|(?<!\d)\.(?=\s)|(?<=\d{4})\.(?=\s)")
CLAUSE: Final = 300  # Characters to each side within which a clause is looked for.


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """A date in a text: `text[start:end]` are its words.

    `value` is the date itself in EDTF, `edtf` the same with its role written in (`1991/..`); both
    are None where the words point to a document's date that is not known so precisely ("gestern").
    A year that neither the words nor the document's date give is `XXXX`. `forward` says that the
    words or their clause point to the future; `explicit` that the words name the year themselves.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    value: str | None
    role: Role = "at"
    form: str
    weekday: int | None = None
    forward: bool = False
    explicit: bool = False

    @property
    def span(self) -> Span:
        """The words as a span."""
        return Span(start=self.start, end=self.end, text=self.text)


class _Found(msgspec.Struct, frozen=True):
    form: FormRow
    match: re.Match[str]
    start: int
    end: int


def find_dates(text: str, lang: str, published: str | None = None) -> list[DateMention]:
    """Find the dates in a text, in order; relative ones are reckoned from `published` (EDTF)."""
    words, anchor = load_words(lang), read_anchor(published)
    mentions: list[DateMention] = []
    for found in _forms_in(text, lang):
        told = found.form.anchor == "told"
        basis = _told_before(mentions, text, found.start) if told else anchor
        mentions.extend(_read(found, text, words, basis))
    return sorted(mentions, key=lambda mention: mention.start)


def _told_before(mentions: list[DateMention], text: str, start: int) -> Anchor | None:
    """The day that the paragraph told of last, from which "the day before" is reckoned."""
    near = [m for m in mentions if PARAGRAPH not in text[m.end : start]]
    days = [m.value for m in near if m.value and DAY.fullmatch(m.value)]
    return read_anchor(days[-1]) if days else None


@lru_cache(maxsize=4)
def _forms_in(text: str, lang: str) -> tuple[_Found, ...]:
    """The words for dates in a text; its own date may be inferred before the others are read."""
    return tuple(_choose(_search(text, lang)))


def _search(text: str, lang: str) -> Iterator[_Found]:
    for form, match in load_forms(lang).finditer(text):
        group = "date" if "date" in match.re.groupindex else 0
        yield _Found(form, match, match.start(group), match.end(group))


def _choose(found: Iterator[_Found]) -> list[_Found]:
    """Keep the leftmost, then the longest of those that overlap."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _read(
    found: _Found, text: str, words: DateWords, anchor: Anchor | None
) -> Iterator[DateMention]:
    ranged = found.form.means in ("range", "span")
    role = "at" if ranged else _read_role(text[max(0, found.start - 60) : found.start], words)
    forward = _is_forward(found, text, words)
    slots, unit = _read_slots(found.match, words), _read_unit(found, words)
    direction = found.form.direction or ("next" if forward else "")
    for start, end, value in _values(found, slots, unit, anchor, direction):
        if value == "":
            return
        yield DateMention(
            start=start,
            end=end,
            text=text[start:end],
            edtf=bound(value, role),
            value=value,
            role=role,
            form=found.form.id,
            weekday=slots.get("weekday"),
            forward=forward,
            explicit="year" in slots,
        )


def _read_role(before: str, words: DateWords) -> Role:
    roles: tuple[Role, ...] = ("since", "until", "by", "before", "after")
    hits = [
        (match.end() - match.start(), role)
        for role in roles
        if (match := words.cues[role].search(before))
    ]
    return max(hits)[1] if hits else "at"


def _is_forward(found: _Found, text: str, words: DateWords) -> bool:
    """Whether the date's own words, or its clause, point to the future."""
    row = found.form
    if row.direction:
        return row.direction == "next"
    if row.means in ("offset", "span"):
        return (row.offset or 0) > 0 and row.anchor == "document"
    before = text[max(0, found.start - CLAUSE) : found.start]
    after = text[found.end : found.end + CLAUSE]
    clause = CLAUSE_END.split(before)[-1] + text[found.start : found.end]
    clause += CLAUSE_END.split(after, maxsplit=1)[0]
    return bool(words.future.search(clause))


def _read_slots(match: re.Match[str], words: DateWords) -> dict[str, int]:
    """The numbers that the slots stand for, by slot name; a unit is not a number and left out."""
    slots: dict[str, int] = {}
    for name, word in match.groupdict().items():
        if word is None or name in ("date", "unit"):
            continue
        known = words.values.get(name.rstrip("2"), {}).get(_fold(word))
        slots[name] = int(known) if known is not None else _number(word)
    if "number_month" in slots:
        slots["month"] = slots.pop("number_month")
    if "old_year" in slots:
        slots["year"] = slots.pop("old_year")
    if "bc_year" in slots:
        slots["year"] = 1 - slots.pop("bc_year")  # EDTF has a year 0
    return slots


def _number(word: str) -> int:
    """A number in digits, or in Roman ones."""
    if word.isdigit():
        return int(word)
    values = [ROMAN[letter] for letter in word.upper()]
    later = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, later, strict=True))


def _read_unit(found: _Found, words: DateWords) -> str:
    named = found.match.groupdict().get("unit")
    return str(words.values["unit"][_fold(named)]) if named else found.form.unit or "day"


def _fold(word: str) -> str:
    return re.sub(r"\s+", " ", word).casefold()


def _values(
    found: _Found, slots: dict[str, int], unit: str, anchor: Anchor | None, direction: str
) -> list[tuple[int, int, str | None]]:
    """The stretches and values that a match stands for; a value of "" means that it is no date."""
    whole = (found.start, found.end)
    row = found.form
    if row.means == "list":
        return _read_list(found, slots, anchor, direction)
    if row.means == "range":
        return [(*whole, _read_range(slots, anchor, direction))]
    if row.means == "season":
        return [
            (*whole, _read_season(slots, anchor, direction, row.offset, row.direction == "past"))
        ]
    if row.means == "weekday":
        coming = "coming" if direction == "next" and not row.direction else direction
        return [(*whole, find_weekday(anchor, slots["weekday"], coming))]
    if row.means in ("offset", "span"):
        return [(*whole, _read_offset(found.form, slots, unit, anchor))]
    if row.means == "decade":
        return [(*whole, _read_decade(slots))]
    if row.means == "century":
        return [(*whole, f"{slots['century'] - 1:02}XX")]
    return [(*whole, _read_date(slots, anchor, direction, row.offset))]


def _read_date(
    slots: dict[str, int], anchor: Anchor | None, direction: str, offset: int | None = None
) -> str:
    year, month, day = slots.get("year"), slots.get("month"), slots.get("day")
    if month is None:
        return write_date(year)
    if year is None and anchor is not None:
        year = (
            anchor.year + offset
            if offset is not None
            else choose_year(anchor, month, day, direction)
        )
    return write_date(year, month, day) if day is None or is_real(year, month, day) else ""


def _second(slots: dict[str, int]) -> dict[str, int]:
    return {name[:-1]: number for name, number in slots.items() if name.endswith("2")}


def _read_range(slots: dict[str, int], anchor: Anchor | None, direction: str) -> str:
    first = {name: number for name, number in slots.items() if not name.endswith("2")}
    last = _second(slots)
    if "short_year" in first:
        last["year"] = first["year"] // 100 * 100 + first.pop("short_year")
    if "month" in last:
        first.setdefault("month", last["month"])
    if "month" in first and "year" in first and "year" not in last:
        last["year"] = first["year"]
    if "month" in last and "year" in last and "year" not in first:
        first["year"] = last["year"] - (last["month"] < first.get("month", 0))
    if "day" in last and "month" in first:
        last.setdefault("month", first["month"])
    ends = [_read_date(end, anchor, direction) for end in (first, last)]
    return "/".join(ends) if all(ends) and ends[0] <= ends[1] else ""


def _read_list(
    found: _Found, slots: dict[str, int], anchor: Anchor | None, direction: str
) -> list[tuple[int, int, str | None]]:
    """Two days of one month ("5. und 7. September"): the first has only its number as words.

    Two days in a row are one stretch of time.
    """
    if slots["day2"] == slots["day"] + 1:
        return [(found.start, found.end, _read_range(slots, anchor, direction))]
    shared = {name: slots[name] for name in ("month", "year") if name in slots}
    first, last = (
        _read_date(shared | {"day": slots[day]}, anchor, direction) for day in ("day", "day2")
    )
    match = found.match
    if match.start("month") < match.start("day2"):
        return [(found.start, match.end("day"), first), (match.start("day2"), found.end, last)]
    return [
        (match.start("day"), match.end("day"), first),
        (match.start("day2"), found.end, last),
    ]


def _read_season(
    slots: dict[str, int],
    anchor: Anchor | None,
    direction: str,
    offset: int | None,
    over: bool = False,
) -> str:
    season, year = slots["season"], slots.get("year")
    if year is None and anchor is not None:
        year = (
            anchor.year + offset
            if offset is not None
            else choose_season_year(anchor, season, direction, over)
        )
    return write_date(year, season)


def _read_offset(
    row: FormRow, slots: dict[str, int], unit: str, anchor: Anchor | None
) -> str | None:
    value = shift(anchor, unit, (row.offset or 0) * slots.get("number", 1))
    if row.means == "offset" or value is None:
        return value
    ends = sorted((value, shift(anchor, unit, 0) or value))
    return f"{ends[0].partition('/')[0]}/{ends[1].rpartition('/')[2]}"


def _read_decade(slots: dict[str, int]) -> str:
    return f"{slots.get('decade', 1900 + slots.get('tens', 0)) // 10}X"
