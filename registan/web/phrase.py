"""Phrase: the small strings that both the terminal and the page show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from registan import world
from registan.model import (
    ActorMention,
    Coverage,
    Document,
    Event,
    Evidence,
    PlaceMention,
    Question,
    Reading,
    Report,
    Source,
    Verdict,
)
from registan.web.label import Labels
from registan.world.noun import Country
from registan.world.store import LANGUAGES

if TYPE_CHECKING:  # the record is loaded by those who open one
    from registan.record.noun import Utterance

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_QUOTES = tuple('„“”«»"')
_SENTENCE = re.compile(r".{20,110}?[.?!](?=\s|$)")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
OPEN = ("", "..")
_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    """Give text on one line, without control characters that could steer a terminal."""
    return _BLANKS.sub(" ", _CONTROL.sub(" ", text)).strip()


def list_differences(said: Utterance) -> list[tuple[tuple[str, str], str]]:
    """Give the pairs of quotes that differ with in what; the sentences they share are given once.

    "may / will: “A” / “B”" and "negated in the first: “A” / “B”" are one line.
    """
    found: dict[tuple[tuple[str, str], str], list[str]] = {}
    for one in said.differences:
        what, mark, sentences = one.note.partition(": “")
        found.setdefault((one.between, mark + sentences), []).append(what)
    return [(between, "; ".join(what) + words) for (between, words), what in found.items()]


def excerpt(text: str, length: int = 240) -> str:
    """Give the words on one line, cut after a whole word with an ellipsis where too long."""
    words = clean(text)
    if len(words) <= length:
        return words
    return words[:length].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def parties(told: Report | Event, labels: Labels) -> str:
    """Give `who → whom`; a name that an editor put in brackets keeps its brackets."""
    who, whom = names(told.who, labels), names(told.whom, labels)
    if who and whom:
        return f"{who} → {whom}"
    return who or (f"→ {whom}" if whom else labels.word["nobody"])


def names(named: Iterable[ActorMention | PlaceMention], labels: Labels) -> str:
    """Give names in their order, each once, joined by commas; states and cities as one reads them.

    A name that an editor put in brackets keeps its brackets.
    """
    return ", ".join(dict.fromkeys(_name(one, labels.lang) for one in named))


def _name(named: ActorMention | PlaceMention, lang: str) -> str:
    if isinstance(named, PlaceMention):
        return _place(named, lang)
    name = clean(named.name)
    is_state = named.type == "state" and named.id == named.country
    if named.country and (is_state or named.name == named.country):
        name = world.load().country_name(named.country, lang)
    if named.type == "government" and named.country and named.id == named.country:
        name = _capital(name, named.country, lang)
    return f"[{name}]" if named.inserted else name


def _capital(name: str, country: str, lang: str) -> str:
    """Give a government that is called by its capital by that city's name in `lang`."""
    known = world.load()
    city = _capitals().get(country)
    written = {known.city_name(city, country, each) for each in LANGUAGES} if city else set()
    return known.city_name(city, country, lang) if city and name in written else name


@cache
def _capitals() -> dict[str, str]:
    """The name of each state's capital."""
    return {c.capital_of: c.name for c in world.load().cities.values() if c.capital_of}


def _place(place: PlaceMention, lang: str) -> str:
    known = world.load()
    city = known.cities.get(place.id) if place.id else None
    if city:
        return known.city_name(city.name, city.country, lang)
    state = known.countries.get(place.country or "")
    if state and (place.name == state.code or _is_name_of(state, place.name)):
        return known.country_name(state.code, lang)
    return clean(place.name)


def _is_name_of(state: Country, name: str) -> bool:
    return any(name in own for own in state.names.values())


def sources(chain: Iterable[Source], labels: Labels) -> str:
    """Give an attribution chain, outermost first: `Eurasianet (media) ← sources (anonymous)`."""
    links = [_source(link, labels) for link in chain]
    return " ← ".join(dict.fromkeys(links)) or labels.source["author"]


def _source(source: Source, labels: Labels) -> str:
    kind = labels.source[source.type]
    return kind if source.type == "author" else f"{clean(source.name)} ({kind})"


def period(start: str | None, end: str | None) -> str:
    """Give a row's dates: `2024-02-15`, or `2023-02-28/03-01` with the end's common part cut."""
    if not start or not end or start == end:
        return start or end or "?"
    for length in (8, 5):
        if start[:length] == end[:length] and len(end) > length:
            return f"{start}/{end[length:]}"
    return f"{start}/{end}"


def when(edtf: str | None, labels: Labels) -> str:
    """Give an event's date, in words where EDTF needs them: `spring 2025`, `until 2025-05-15`."""
    if not edtf:
        return labels.word["undated"]
    first, slash, last = clean(edtf).partition("/")
    if not slash:
        return _day(first, labels)
    if first in OPEN:
        return f"{labels.word['till']} {_day(last, labels)}"
    if last in OPEN:
        return f"{labels.word['since']} {_day(first, labels)}"
    return f"{_day(first, labels)} – {_day(last, labels)}"


def _day(edtf: str, labels: Labels) -> str:
    """Give a day, month or year as it is, and a season by its name."""
    year, _, part = edtf.partition("-")
    return f"{labels.word[SEASONS[part]]} {year}" if part in SEASONS else edtf


def outlet(name: str) -> str:
    """Give an outlet's name; of a file that has none, the file's own without its folders."""
    return clean(name if "://" in name else name.rsplit("/", 1)[-1])


def site(row: Evidence, lang: str) -> str:
    """Give a row's place and country as `lang` calls them: `Tirana, Albanien`."""
    country = country_name(row.country, lang) if row.country else ""
    return ", ".join(clean(part) for part in (_towns(row, lang), country) if part)


def _towns(row: Evidence, lang: str) -> str:
    known = world.load()
    state = known.place(row.country or "", "en")
    code = state.code if isinstance(state, Country) else row.country or ""
    return ", ".join(known.city_name(one, code, lang) for one in (row.place or "").split(", "))


def country_name(country: str, lang: str) -> str:
    """Give a country, by its code or as a register writes it, the name that `lang` has for it."""
    known = world.load()
    if country in known.countries:
        return known.country_name(country, lang.split("-")[0])
    found = known.place(country, "en")
    return (
        known.country_name(found.code, lang.split("-")[0])
        if isinstance(found, Country)
        else country
    )


def coverage(covered: Coverage, labels: Labels) -> str:
    """Give a coverage as `travels: US president, visit, 1906-11-14 to 2024-12-02`."""
    return merged_coverage((covered,), labels)[0]


def merged_coverage(covered: Iterable[Coverage], labels: Labels) -> list[str]:
    """Give coverages, those that differ in nothing but the office on one line."""
    offices: dict[str, list[str]] = {}
    for entry in covered:
        kind = labels.kind.get(entry.kind, entry.kind)
        dates = f"{entry.from_ or '…'} {labels.word['until']} {entry.to or '…'}"
        without = ", ".join(person_name(name) for name in entry.except_persons)
        gap = f" ({labels.word['without']} {without})" if without else ""
        offices.setdefault(f"{entry.register}: {{}}; {kind}, {dates}{gap}", []).append(
            office_name(entry.office, labels.lang)
        )
    return [line.format(", ".join(dict.fromkeys(names))) for line, names in offices.items()]


def office_name(office: str, lang: str) -> str:
    """Give an office's identifier in words: `us-secretary-of-state` is `US-Außenminister`."""
    from registan.precedent.office import find_office  # loads tables: only when it is asked

    known = find_office(office)
    if known:
        return known.said(lang)
    words = office.replace("-", " ")
    return f"US{words[2:]}" if words.startswith("us ") else words


def row_name(row: Evidence) -> str:
    """Give the name of a row's person."""
    return clean(row.name or person_name(row.who))


def row_source(row: Evidence) -> str:
    """Give where a row is found: `travels/1340`."""
    return f"{row.register}/{row.id}"


def need(verdict: Verdict, said: str) -> str:
    """Give what would be needed, unless the answer that was `said` holds it already."""
    needed = clean(verdict.needed or "")
    return "" if needed in said else needed


def person_name(name: str) -> str:
    """Give a register's identifier of a person as a name: surname first, as it is written there."""
    surname, *given = name.split("-")
    if name != name.lower() or not given:
        return name
    return f"{' '.join(given).title()} {surname.title()}"


def answer(verdict: Verdict, lang: str) -> str:
    """Give the plain sentence of a verdict in `lang`, else in English, else any."""
    return _said(verdict.answer, lang)


def outlook(question: Question, lang: str) -> str:
    """Give the sentence of a question's forecast, nothing where there is none."""
    return _said(question.outlook.answer, lang) if question.outlook else ""


def _said(said: dict[str, str], lang: str) -> str:
    chosen = said.get(lang.split("-")[0]) or said.get("en") or next(iter(said.values()), "")
    return clean(chosen)


def dateline(document: Document, labels: Labels) -> str:
    """Give publisher, author, language and date on one line; an inferred date is said to be so."""
    parts = [clean(part) for part in (document.publisher, document.author) if part]
    if document.first_published:
        parts.append(f"{labels.word['first_published']} {clean(document.first_published)}")
    return " · ".join([*parts, _published(document, labels), document.lang])


def _published(document: Document, labels: Labels) -> str:
    if not document.published:
        return labels.word["undated"]
    said = f"{labels.word['published']} {document.published}"
    if not document.published_inferred:
        return said
    because = document.published_because
    words = ""
    if because:
        found = excerpt(because.text, 40)
        words = f" {labels.word['quote_open']}{found}{labels.word['quote_close']}"
    return f"{said} ({labels.word['inferred']}{words})"


def heading(document: Document) -> str:
    """Give the title, or the text's first sentence or words where it has none."""
    if document.title:
        return clean(document.title)
    words = clean(document.text[:400])
    sentence = _SENTENCE.match(words)
    return sentence.group() if sentence else excerpt(words, 90)


def senses(verdict: Verdict) -> list[Reading]:
    """Give the readings worth showing: where there are several, those that decide something."""
    if len(verdict.readings) < 2:
        return []
    decided = [reading for reading in verdict.readings if reading.verdict != "depends"]
    return decided or list(verdict.readings)
