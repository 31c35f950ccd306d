"""Read documents as the reader would give them, made without it."""

from __future__ import annotations

from registan.model import ActorMention, Document, Extract, PlaceMention, Report, Source, Span
from registan.record.entry import Entry

ROSE = ActorMention(name="Rosa Rose", mention="Rose", id="rose", type="person", country="PL")
LIND = ActorMention(name="Lars Lind", mention="Lind", id="lind", type="person", country="SE")
RIGA = PlaceMention(name="Riga", mention="Riga", country="LV")
POLISH = Source(name="Rose's office", type="participant", country="PL", id="rose")


def call(number: int = 1, **fields) -> Report:
    words = f"Rose called Lind, version {number}."
    given = {"kind": "call", "who": (ROSE,), "whom": (LIND,), "standing": "happened"}
    given |= {"when": "2025-05-03", "attribution": (POLISH,)} | fields
    return Report(
        id=f"r{number}",
        trigger="called",
        span=Span(start=0, end=len(words), text=words),
        rule="call.verb",
        **given,
    )


def entry(number: int = 1, *reports: Report, **fields) -> Entry:
    given = {"publisher": f"Paper {number}", "published": "2025-05-04", "lang": "en"} | fields
    text = given.pop(
        "text", f"Rose called Lind, version {number}. And more words of paper {number}."
    )
    document = Document(id=f"d{number}", text=text, title=f"Title {number}", **given)
    extract = Extract(document=document, reports=reports or (call(number),))
    return Entry(extract=extract, id=f"a{number}", source="sample", made_by="registan test")
