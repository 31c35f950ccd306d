"""Articles as long as a desk's, put together from the sentences of the tests, no two alike."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import yaml

TESTS = Path(__file__).parents[1] / "tests"
LANGUAGES = ("de", "en", "ru", "fr")
WORDS = range(200, 601)
DAYS = 365
FIRST = date(2025, 1, 1)
PARAGRAPH = 3  # sentences
END = re.compile(r"(?<=\D[.!?…])\s+(?=\W?[A-ZÀ-ÞА-ЯЁ])|\n+")
# What an article holds besides events.
PLAIN = {
    "de": (
        "Die Preise für Strom stiegen in diesem Jahr um {} Prozent.",
        "In der Stadt leben rund {} Menschen.",
        "Vor dem Gebäude warteten {} Journalisten im Regen.",
        "Nach Angaben des Statistikamts sank die Zahl der Arbeitslosen auf {}.",
    ),
    "en": (
        "Electricity prices have risen by {} percent this year.",
        "About {} people live in the city.",
        "Outside the building {} journalists waited in the rain.",
        "The statistics office puts the number of unemployed at {}.",
    ),
    "ru": (
        "Цены на электричество выросли в этом году на {} процента.",
        "В городе живёт около {} человек.",
        "Перед зданием под дождём ждали {} журналистов.",
        "По данным статистического ведомства, число безработных снизилось до {}.",
    ),
    "fr": (
        "Les prix de l'électricité ont augmenté de {} pour cent cette année.",
        "Environ {} personnes vivent dans la ville.",
        "Devant le bâtiment, {} journalistes attendaient sous la pluie.",
        "Selon l'office statistique, le nombre de chômeurs est tombé à {}.",
    ),
}


def articles(count: int, seed: int = 1, plain: float = 0.4) -> Iterator[Any]:
    """Give documents of 200 to 600 words of one year, the earliest first, as a feed has them.

    `plain` is the share of sentences without an event.
    """
    from registan.reader.intake import document_from_text

    chance = random.Random(seed)
    known = {lang: sorted(set(_sentences(lang))) for lang in LANGUAGES}
    for number in range(count):
        lang = LANGUAGES[number % len(LANGUAGES)]
        text = _text(chance, known[lang], lang, plain)
        day = FIRST + timedelta(days=number * DAYS // count)
        document = document_from_text(text, lang=lang, published=day.isoformat())
        named = {"id": f"{seed}-{number}", "publisher": f"Paper {chance.randrange(30)}"}
        yield msgspec.structs.replace(document, **named)


def _text(chance: random.Random, known: list[str], lang: str, plain: float) -> str:
    wanted, words, parts = chance.choice(WORDS), 0, []
    while words < wanted:
        if chance.random() < plain:
            sentence = chance.choice(PLAIN[lang]).format(chance.randrange(10_000))
        else:
            sentence = _marked(chance.choice(known), chance.randrange(10_000))
        parts.append(sentence)
        words += len(sentence.split())
    paragraphs = (parts[at : at + PARAGRAPH] for at in range(0, len(parts), PARAGRAPH))
    return "\n\n".join(" ".join(part) for part in paragraphs)


def _marked(sentence: str, number: int) -> str:
    """Let no two sentences be alike: what is remembered of one must not spare the other."""
    return re.sub(r"([.!?]?\W*)$", rf" ({number})\1", sentence, count=1)


def _sentences(lang: str) -> Iterator[str]:
    """The sentences of one language that the tests read."""
    from registan.languages import load

    for path in sorted((TESTS / "reader" / "golden").glob("*.jsonl")):
        for row in map(msgspec.json.decode, path.read_bytes().splitlines()):
            if row.get("lang", path.stem) == lang:
                yield row["text"]
    for path in sorted((TESTS / "record" / "golden").glob("*.yml")):
        for article in yaml.safe_load(path.read_text("utf-8"))["articles"]:
            if article["lang"] == lang:
                yield from filter(None, map(str.strip, END.split(article["text"])))
    for rule in load(lang).events:
        yield from (rule.matches, rule.rejects)


def retold(entry: Any, day: date, chance: random.Random) -> Any:
    """Give a read article as one of another day with other numbers, to spare the reading."""
    document = entry.extract.document
    moved = day - date.fromisoformat(document.published)
    shift = chance.randrange(1, 10_000)

    def number(found: re.Match[str]) -> str:
        size = len(found.group())
        return str((int(found.group()) + shift) % 10**size).zfill(size)

    def when(found: re.Match[str]) -> str:
        return f'"when":"{(date.fromisoformat(found.group(1)) + moved).isoformat()}"'

    text = re.sub(r"(?<=\()\d+(?=\))", number, entry.to_json())
    other = type(entry).from_json(re.sub(r'"when":"(\d{4}-\d{2}-\d{2})"', when, text))
    named = {"published": day.isoformat(), "publisher": f"Paper {chance.randrange(30)}"}
    document = msgspec.structs.replace(other.extract.document, **named)
    extract = msgspec.structs.replace(other.extract, document=document)
    return msgspec.structs.replace(other, extract=extract, id=f"{entry.id}-{day}-{shift}")
