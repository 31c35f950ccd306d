"""Words that say first, never, last, only, how often: a language's rows, and finding them.

Names are masked by one character each class, offset for offset, so that a row can speak of
`{office}` or `{person}` whatever its words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from registan.errors import DataError
from registan.languages import table
from registan.languages.screen import Screen

Effect = Literal[
    "first", "first_visit", "first_time", "first_place", "never", "never_before", "before_person",
    "until_person", "now_person", "since_person", "years", "again", "last", "only_times", "times",
    "only_holder", "only_place", "nth_visit", "nth_time", "nth_holder", "nth_place", "count_places",
    "count_visits", "count_holders", "how_many", "except", "every", "most", "longest", "youngest",
    "oldest", "highest", "ever", "awaited", "before_it", "which", "which_places", "asks_when",
    "asks_whether",
]  # fmt: skip

MASKS = {
    "person": "\ue000",
    "office": "\ue001",
    "place": "\ue002",
    "date": "\ue003",
    "nation": "\ue004",
}
# Words without names, except adjectives of nations; in French "d'" needs no space after it.
FEW = r"(?:[^\s,;:.?!\ue000-\ue003]+(?:[ \u00a0]|(?<=['’]))){0,3}"
# Words and names of one stretch, whatever they are.
SOME = r"[ \u00a0]?(?:[^\s,;:.?!]+[ \u00a0]){0,6}"
# An ordinal with a visit between it and the office counts visits ("the first trip
# by a president"); a time or a role between counts for a person ("the first time as president").
OF_HOLDERS = frozenset({"first", "nth_holder", "only_holder"})
SPECIAL = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "quarter": 25,
    "generation": 25,
    "half": 50,
    "decade": 10,
    "century": 100,
}


# What singles out one journey, or one holder by age; each is a superlative of the claim language.
SINGLED = ("longest", "youngest", "oldest")
# What a sentence claims; other cues say since or until when, of whom, or ask.
DECISIVE = (
    "first", "first_visit", "first_time", "first_place", "never", "never_before", "awaited",
    "again", "last", "only_times", "only_holder", "only_place", "nth_visit", "nth_time",
    "nth_holder", "nth_place", "count_holders", "count_visits", "times", "most", *SINGLED,
)  # fmt: skip
OF_PARTS = frozenset({"first", "first_visit", "nth_visit", "last", "count_visits", "count_places"})
COUNTS = frozenset({"count_holders", "count_visits", "count_places"})
# Whatever is counted, and may be so only at least or about.
COUNTED = COUNTS | {"times", "only_times"}
OF_ALL = frozenset({"every", "never"})
# What "not a single one", "not one time" is not.
OF_ONE = frozenset({"count_holders", "only_holder", "count_visits", "only_times", "times"})


class CueRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One cue as data: `patterns` any of which says `effect`."""

    id: str
    effect: Effect
    patterns: tuple[str, ...]
    matches: str
    rejects: str


class WordRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words for a slot: patterns in `words`, or patterns with what they stand for in `values`."""

    id: str
    words: tuple[str, ...] = ()
    values: dict[str, int | str] = {}
    digits: str | None = None


class Cue(NamedTuple):
    """A cue in a sentence: its row's id and effect, offsets, a number where it has one."""

    id: str
    effect: Effect
    start: int
    end: int
    n: int | None = None
    who: tuple[int, int] | None = None
    over: bool = False  # "more than" so many years
    of: int | None = None  # "three of the last five"


class Words(msgspec.Struct, frozen=True):
    """The slot words of one language, compiled."""

    lang: str
    rows: dict[str, WordRow]
    patterns: dict[str, re.Pattern[str]]

    def read(self, name: str, text: str) -> int | str | None:
        """What a form stands for; None where the list does not have it."""
        folded = " ".join(text.lower().split())
        if name in {"number", "ordinal"} and (digits := re.match(r"\d+", folded)):
            return int(digits.group())
        if name == "number" and (parts := re.split(r"[- ]", folded))[1:] and len(parts) == 2:
            tens, units = (self.rows[name].values.get(part) for part in parts)
            if isinstance(tens, int) and isinstance(units, int) and units < 10 <= tens:
                return tens + units
        for form, value in self.rows[name].values.items():
            # What only has to follow ("presidential" before "visit") is no part of the words.
            if re.fullmatch(form.partition("(?=")[0], folded):
                return value
        return None


@cache
def load_words(lang: str) -> Words:
    """Read `claim_words.yml` of a language; DataError names the row that does not compile."""
    rows = {row.id: row for row in table(lang, "claim_words", WordRow)}
    patterns = {
        name: _compile(lang, name, rf"(?<!\w){_any(row)}(?!\w)") for name, row in rows.items()
    }
    return Words(lang, rows, patterns)


@cache
def load_cues(lang: str) -> Screen[CueRow]:
    """Read `claims.yml` of a language with its patterns compiled."""
    slots = {name: _any(row) for name, row in load_words(lang).rows.items()}
    slots |= {name: f"{mask}+" for name, mask in MASKS.items()} | {"few": FEW, "some": SOME}
    slots["gap"] = _gap(slots)
    joined = rf"(?:,|,?\s(?:{slots['conjunction']}))"
    slots["people"] = rf"{slots['person']}(?:{joined}\s{FEW}{slots['person']})*"
    slots["whom"] = rf"{FEW}(?:{slots['office']}\s)?{slots['person']}"
    return Screen(
        (row, _compile(lang, row.id, _fill(pattern, slots)))
        for row in table(lang, "claims", CueRow)
        for pattern in row.patterns
    )


def _gap(slots: dict[str, str]) -> str:
    """A few words, or "after X", "since 1990", "in five years" between an ordinal and its noun."""
    whom = rf"(?:{slots['person']}|{slots['date']}|{slots['number']}\s\w+)"
    link = "|".join(slots[name] for name in ("aside", "since", "within"))
    return rf"{FEW}(?:,?\s?(?:{link})\s{FEW}{whom},?\s{FEW})?"


def mask(text: str, spans: Iterable[tuple[str, int, int]]) -> str:
    """The text with each span (class, start, end) put as that many characters of its class."""
    letters = list(text)
    for name, start, end in spans:
        letters[start:end] = MASKS[name] * (end - start)
    return "".join(letters)


def find_cues(masked: str, lang: str) -> list[Cue]:
    """Every cue in a masked sentence, in order."""
    words = load_words(lang)
    matches = list(load_cues(lang).finditer(masked))
    if not matches:
        return []
    slots = ("visit_noun", "time_noun", "as_role")
    apart = [m.start() for slot in slots for m in words.patterns[slot].finditer(masked)]
    found = [
        _read(row, match, words)
        for row, match in matches
        if not (row.effect in OF_HOLDERS and any(match.start() < a < match.end() for a in apart))
    ]
    parts = [m.span() for m in _part_of(lang).finditer(masked)]
    cues = [c for c in found if c and not (c.effect in OF_PARTS and _overlaps(c, parts))]
    cues = [c for c in cues if c.effect != "years" or not _held(lang).match(masked, c.end)]
    spans = [(cue.start, cue.end) for cue in cues if cue.effect == "years"]
    kept = [c for c in cues if not (c.effect in COUNTS and _overlaps(c, spans))]
    several = [(c.start, c.end) for c in kept if c.effect == "count_holders" and (c.n or 0) > 1]
    kept = [c for c in kept if not (c.effect == "only_holder" and _overlaps(c, several))]
    shares = [(c.start, c.end) for c in kept if c.effect in OF_ALL and (c.n or c.of)]
    kept = [c for c in kept if c.effect in OF_ALL or not _overlaps(c, shares)]
    kept = [c for c in kept if not (c.effect in COUNTED and _counts_time(c, masked, words))]
    him = {c.start for c in kept if c.effect == "before_it"}  # "before him only X" names no X.
    kept = [c for c in kept if not (c.effect == "before_person" and c.start in him)]
    whose = [(c.start, c.end) for c in kept if c.effect == "since_person"]
    kept = [c for c in kept if c.effect != "first_visit" or not _ends_in(c, whose)]
    more = [m.span() for m in words.patterns["bounds"].finditer(masked)]
    bounded = [(a, c.end) for c in kept if c.effect in COUNTED for a, b in more if b + 1 == c.start]
    kept = [c for c in kept if c.effect != "most" or not _ends_in(c, bounded)]
    denied = [(c.start, c.end) for c in kept if c.effect == "never"]
    kept = [
        c for c in kept if not (c.effect in OF_ONE and c.n in (None, 1) and _overlaps(c, denied))
    ]
    return sorted(kept, key=lambda cue: (cue.start, cue.end))


def _overlaps(cue: Cue, spans: list[tuple[int, int]]) -> bool:
    """Does the cue share words with a span ("in 20 years a secretary visited": of years)?"""
    return any(start < cue.end and cue.start < end for start, end in spans)


def _counts_time(cue: Cue, masked: str, words: Words) -> bool:
    """Does its first number count years or months ("within three years two visits")?"""
    number, unit = words.patterns["number"].pattern, words.patterns["time_unit"].pattern
    told = re.compile(rf"(?:\w+\s)??{number}\s(?:\w+\s)?{unit}(?!\w)", re.IGNORECASE)
    return told.match(masked, cue.start) is not None


def _ends_in(cue: Cue, spans: list[tuple[int, int]]) -> bool:
    """Does the cue end within a span ("nobody came more often than twice": no comparison)?"""
    return any(start < cue.end <= end for start, end in spans)


def _read(row: CueRow, match: re.Match[str], words: Words) -> Cue | None:
    n, who, of = None, None, None
    for name, text in match.groupdict().items():
        if text is None:
            continue
        if name.rstrip("0123456789") in {"except", "who"}:
            who = match.span(name)
        elif name.rstrip("0123456789") == "of":
            of = int(words.read("number", text) or 0)
        elif name.rstrip("0123456789") in SPECIAL:
            n = SPECIAL[name.rstrip("0123456789")]
        else:
            value = words.read("ordinal" if name.startswith("ordinal") else "number", text)
            n = (
                int(value) * (10 if name.startswith("decades") else 1)
                if value is not None
                else None
            )
    if n is not None and row.effect == "years" and words.patterns["nearly"].search(match.group()):
        n -= max(1, n // 10)  # "nearly four decades" is said of 36 years.
    over = bool(words.patterns["more_than"].search(match.group()))
    return Cue(row.id, row.effect, match.start(), match.end(), n, who, over, of)


def _any(row: WordRow) -> str:
    parts = sorted((*row.words, *row.values), key=len, reverse=True)
    if row.id == "number":
        tens = [form for form, n in row.values.items() if int(n) in range(20, 100, 10)]
        units = [form for form, n in row.values.items() if int(n) < 10]
        parts.insert(0, rf"(?:{'|'.join(tens)})[- ](?:{'|'.join(units)})")
        parts.append(r"(?<![\d.,])\d{1,4}(?![\d.,]\d)")
    if row.digits:
        parts.append(rf"\d+{row.digits}")
    edge = r"(?<!\w)" if row.id in {"number", "ordinal", "office"} else ""
    close = r"(?!\w)" if row.id == "visit_noun" else ""
    return rf"{edge}(?:{'|'.join(parts)}){close}"


def _fill(pattern: str, slots: dict[str, str]) -> str:
    filled = re.sub(r"\{([a-z_]+)\}", lambda m: slots.get(m.group(1), m.group()), pattern)
    return filled.replace(" ", r"\s")


@cache
def _part_of(lang: str) -> re.Pattern[str]:
    """ "The first of three stops", "the first stop on a tour": a part of one, and no precedent."""
    words, office = load_words(lang).patterns, MASKS["office"]
    of, number = words["part_of"].pattern, words["number"].pattern
    stage, visit = words["stage_of"].pattern, words["visit_noun"].pattern
    of_several = rf"{of}\s(?:\w+\s)?{number}\s(?!{office}|\w+\s{office})"
    of_one = rf"{stage}(?=\s(?:[^\s,;:.]+\s){{0,4}}?{visit})"
    return re.compile(rf"{of_several}|{of_one}", re.IGNORECASE)


@cache
def _held(lang: str) -> re.Pattern[str]:
    """ "In four years in office", "as secretary": how long somebody held it, not since when."""
    words = load_words(lang).patterns
    own, role = words["in_office"].pattern, words["as_role"].pattern
    return re.compile(rf"\s(?:{own}|{role}\s{FEW}{MASKS['office']})", re.IGNORECASE)


def _compile(lang: str, name: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise DataError(
            f"Row {name}: its pattern does not compile ({error}).",
            where=f"languages/{lang}/claims.yml",
        ) from error
