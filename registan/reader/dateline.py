"""The dateline of a news agency: "TASHKENT, Sept 5 (Reuters) —"."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from registan.model import Span
from registan.reader.when import DateMention, find_dates

WORD: Final = r"[A-ZÀ-ÖØ-ÞŠŽČА-ЯЁ][\w'’./\-]*"
CAPITALS: Final = r"[A-ZÀ-ÖØ-ÞŠŽČА-ЯЁ]{3,}"
CITY: Final = rf"{WORD}(?: {WORD}){{0,3}}"
# A city alone first: what follows its comma is more often the date than its country.
PLACES: Final = (rf"(?P<place>{CITY})", rf"(?P<place>{CITY}, {WORD}(?: {WORD})?)")
DATE: Final = r"(?P<date>[^()/–—\n]{3,40}?)"
AGENCY: Final = r"(?P<agency>[^\W\d_][\w&. \-]{1,28}?)"
DASH: Final = r"[–—-]{1,2}"
SHAPES: Final = tuple(
    re.compile(shape)
    for place in PLACES
    for shape in (
        # PLACE, DATE (AGENCY) —      PLACE (AGENCY) —
        rf"{place}(?:[,.] {DATE})?,? ?\({AGENCY}\)\.? ?(?:{DASH}|:)",
        # PLACE, DATE /AGENCY/.
        rf"{place}[,.] {DATE}[,.]? ?/{AGENCY}/\.?",
        # PLACE, DATE — AGENCY.      PLACE, DATE — AGENCY, AUTHOR.
        rf"{place}, {DATE}[,.]? ?{DASH} {AGENCY}(?:(?<!\.\w)\. ?|, {CITY}\. ?| ?{DASH} )",
        # PLACE, DATE —      PLACE, DATE.
        rf"{place}, {DATE}(?:[,.]? {DASH} |\. (?=[^\W\d]))",
        # AGENCY, DATE.
        rf"(?P<agency>[A-ZА-ЯЁ]{{2,10}}), {DATE}\.(?: |$)",
    )
)
# PLACE — in capitals
BARE: Final = re.compile(rf"(?P<place>{CAPITALS}(?:[ -]{CAPITALS}){{0,2}}) {DASH} (?=\S)")
# Place – at the head of a whole sentence, which holds no second dash.
PLAIN: Final = re.compile(
    rf"(?P<place>{WORD}(?: {WORD})?) [–—-] "
    r"(?=[^\W\d_a-zà-ÿа-яё](?:(?! - )[^–—]){80,}[.!?]\S?$)"
)
LINES: Final = 4  # A headline, a byline and a summary can come before it.


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Where, when (EDTF; `XXXX` for an unstated year) and by which agency a text was filed."""

    place: str | None
    published: str | None
    publisher: str | None
    span: Span


def find_dateline(text: str, lang: str) -> Dateline | None:
    """Find a dateline at the start of one of the first lines; None where there is none.

    It must hold a date or an agency in brackets, or be in capitals; a place and a dash alone must
    open a paragraph without another dash, as ordinary prose seldom does.
    """
    lines = [line for line in re.finditer(r"[^\n]+", text[:2000]) if line.group().strip()]
    found = (_read(line, lang) for line in lines[:LINES])
    return next((one for one in found if one), None)


def set_apart(text: str, lang: str) -> str:
    """The text, as long as before, with its dateline as a paragraph of its own.

    What stands in a dateline is no part of the sentence that begins behind it.
    """
    dateline = find_dateline(text, lang)
    if dateline is None:
        return text
    last = dateline.span.start + len(dateline.span.text.rstrip()) - 1
    rest = text[last + 1 :]
    blanks = len(rest) - len(rest.lstrip(" \u00a0"))
    return text[:last] + "\n" * (1 + blanks) + rest[blanks:] if blanks else text


def _read(line: re.Match[str], lang: str) -> Dateline | None:
    for shape in (*SHAPES, BARE, PLAIN):
        match = shape.match(line.group())
        if match:
            groups = match.groupdict()
            date = _only_date(groups.get("date"), lang)
            if groups.get("date") and date is None:
                continue
            start, end = line.start() + match.start(), line.start() + match.end()
            return Dateline(
                place=groups.get("place"),
                published=date.value if date else None,
                publisher=groups.get("agency"),
                span=Span(start=start, end=end, text=match.group()),
            )
    return None


def _only_date(words: str | None, lang: str) -> DateMention | None:
    """The date, if the words are a date and nothing else of weight."""
    dates = find_dates(words or "", lang)
    if not words or len(dates) != 1 or len(words) - len(dates[0].text) > 8:
        return None
    return dates[0] if dates[0].value else None
