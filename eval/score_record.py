"""Score the record on strands with known truth: merging, confirmation, quotes, inconsistencies.

    python -m eval.score_record tests/record/golden

A labelled report is found where a report of its kind, in its document, holds its words in its
sentence, as the export shows it. A pair of
labelled reports that were not found counts as missed.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import yaml

from registan import world
from registan.model import Extract
from registan.reader.article import Article, document_of
from registan.reader.reading import read_document
from registan.record.consistency import check_consistency
from registan.record.merge import merge
from registan.record.noun import Origin, StoredDocument, StoredQuote, StoredReport
from registan.record.party import cast_of
from registan.record.utterance import compare_quotes
from registan.record.voice import find_copies

Pairs = set[tuple[Any, ...]]


def read_strand(path: Path) -> tuple[dict[str, Any], dict[str, Extract]]:
    strand = yaml.safe_load(path.read_text(encoding="utf-8"))
    read = {}
    for article in strand["articles"]:
        document = document_of(msgspec.convert(article, Article), path.name)
        read[article["id"]] = read_document(document, world.load())
    return strand, read


def origins_of(read: dict[str, Extract]) -> dict[str, Origin]:
    found = {}
    for key, extract in read.items():
        d = extract.document
        found[key] = Origin(
            document=key,
            id=key,
            lang=d.lang,
            voice=key,
            publisher=d.publisher,
            published=d.published,
            first_published=d.first_published,
            title=d.title,
            url=d.url,
            cast=cast_of(extract.reports),
        )
    texts = [StoredDocument(origin=found[k], text=e.document.text) for k, e in read.items()]
    for copy in (c for t in texts for c in find_copies(t, texts)):
        voice = min(found[copy.original].voice, found[copy.document].voice)
        found[copy.document] = msgspec.structs.replace(found[copy.document], voice=voice)
    return found


def _is_of(report: StoredReport, wanted: dict[str, str], kind: str) -> bool:
    """A report of the kind, in a sentence of the document that holds the words."""
    there = report.origin.id == wanted["document"] and report.report.kind == kind
    return there and _plain(wanted["words"]) in _plain(report.report.span.text)


def _triggers(report: StoredReport, words: str) -> bool:
    """The words hold what triggered the report, which tells two of one sentence apart."""
    span = report.report.trigger_span
    return span is not None and _plain(span.text) in _plain(words)


def _plain(text: str) -> str:
    return " ".join(text.split())


def unordered(items: Any) -> Pairs:
    return {tuple(sorted(pair)) for pair in combinations(sorted(set(items)), 2)}


def score_strand(path: Path, show: bool) -> dict[str, tuple[int, int, int]]:
    """Give for each measure what was right, what was found and what was to be found."""
    strand, read = read_strand(path)
    origins = origins_of(read)
    reports = [
        StoredReport(key=f"{k}:{r.id}", origin=origins[k], report=r)
        for k, e in read.items()
        for r in e.reports
    ]
    events = merge(reports)
    home = {key: event for event in events for key in event.event.reports}
    gold: Pairs = set()
    system: Pairs = set()
    labels: dict[str, set[str]] = {}
    confirmed = counted = 0
    for event in strand["events"]:
        names = [f"{event['id']}|{r['document']}" for r in event["reports"]]
        gold |= unordered(names)
        found = []
        for label, wanted in zip(names, event["reports"], strict=True):
            keys = sorted(
                (r for r in reports if _is_of(r, wanted, event["kind"])),
                key=lambda r: not _triggers(r, wanted["words"]),
            )
            for told in keys[:1]:
                labels.setdefault(home[told.key].event.id, set()).add(label)
                found.append(home[told.key])
        counted += 1
        best = max(found, key=lambda m: sum(m is f for f in found), default=None)
        right = best is not None and best.event.confirmation == event["confirmation"]
        confirmed += right
        if show and not right:
            seen = best.event.confirmation if best else "not read"
            print(f"{event['id']}: {seen}, gold {event['confirmation']}")
    for group in labels.values():
        system |= unordered(group)
    if show:
        print("wrongly merged", sorted(system - gold), "missed", sorted(gold - system))
    quotes = [
        StoredQuote(key=f"{k}:{q.span.start}", origin=origins[k], quote=q)
        for k, e in read.items()
        for q in e.quotes
    ]
    document_of = {q.key: q.origin.id for q in quotes}
    utterances = compare_quotes(quotes)
    said: Pairs = set()
    flags: Pairs = set()
    for utterance in utterances:
        said |= unordered({f"{v.origin.id}|{_key(v.text)}" for v in utterance.variants})
        for d in utterance.differences:
            flags.add((d.type, *sorted(document_of[b] for b in d.between)))
    gold_said: Pairs = set()
    gold_flags: Pairs = set()
    for wanted in strand["quotes"]:
        gold_said |= unordered({f"{v['document']}|{_key(v['text'])}" for v in wanted["variants"]})
        gold_flags |= {(d["type"], *sorted(d["between"])) for d in wanted["differences"]}
    texts = [StoredDocument(origin=origins[k], text=e.document.text) for k, e in read.items()]
    odd = {(i.origin.id, i.type) for i in check_consistency(texts, reports, events)}
    gold_odd = {(i["document"], i["type"]) for i in strand["inconsistencies"]}
    return {
        "record.merge": _counts(system, gold),
        "record.confirmation": (confirmed, counted, counted),
        "record.quotes": _counts(said, gold_said),
        "record.differences": _counts(flags, gold_flags),
        "record.inconsistencies": _counts(odd, gold_odd),
    }


def _key(text: str) -> str:
    return "".join(c for c in text if c.isalnum())[:20]


def _counts(found: Pairs, wanted: Pairs) -> tuple[int, int, int]:
    return len(found & wanted), len(found), len(wanted)


def score(folder: Path, show: bool = False) -> dict[str, float]:
    """Give precision and recall of every measure over all strands of a folder."""
    totals: dict[str, list[int]] = {}
    for path in sorted(folder.glob("*.yml")):
        for name, counts in score_strand(path, show).items():
            sums = totals.setdefault(name, [0, 0, 0])
            for at, number in enumerate(counts):
                sums[at] += number
    result = {}
    for name, (right, found, wanted) in totals.items():
        result[f"{name}.precision"] = right / max(found, 1)
        result[f"{name}.recall"] = right / max(wanted, 1)
    return result


if __name__ == "__main__":
    for measure, value in score(Path(sys.argv[1]), show=True).items():
        print(f"{measure:<36}{value:6.3f}")
