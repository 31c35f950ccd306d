"""Review: a verdict as schema.org ClaimReview, and the evidence of verdicts as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from registan.model.claim import Evidence, Outcome, Verdict

# Bigger is truer; the middle is for claims that hold under some readings only.
_RATINGS: dict[Outcome, int | None] = {
    "supported": 5,
    "depends": 3,
    "contradicted": 1,
    "beyond_coverage": None,
    "unclear": None,
}
_NAMES = {
    "supported": "Supported by the registers",
    "depends": "Depends on the reading",
    "contradicted": "Contradicted by the registers",
    "beyond_coverage": "Beyond the registers' coverage",
    "unclear": "Not understood",
}
_CLAIM = ("claim", "as_of", "verdict")
_ROW = (
    "register",
    "id",
    "side",
    "who",
    "name",
    "office",
    "start",
    "end",
    "country",
    "place",
    "tags",
    "correction",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def claim_review(
    verdict: Verdict,
    *,
    url: str | None = None,
    author: str = "Registan",
    claimed_by: str | None = None,
    reviewed: str | None = None,
) -> dict[str, Any]:
    """Give the verdict as one JSON-LD object of schema.org's type ClaimReview.

    `url` is the page of the text that claims it, `reviewed` the day of the review (EDTF). The rows
    that the verdict rests on are cited; a claim that nothing decides gets no number.
    """
    lang, body = next(iter(verdict.answer.items()), ("en", ""))
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": verdict.text,
        "author": {"@type": "Organization", "name": author},
        "reviewRating": _rating(verdict),
        "reviewBody": body,
        "inLanguage": lang,
        "itemReviewed": _item(verdict, url, claimed_by),
    }
    if verdict.evidence:
        review["citation"] = [_citation(row) for row in verdict.evidence]
    return review | ({"datePublished": reviewed} if reviewed else {})


def _rating(verdict: Verdict) -> dict[str, Any]:
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": _NAMES[verdict.verdict],
        "ratingExplanation": verdict.answer.get("en", ""),
    }
    value = _RATINGS[verdict.verdict]
    if value is not None:
        rating |= {"ratingValue": value, "bestRating": 5, "worstRating": 1}
    return rating


def _item(verdict: Verdict, url: str | None, claimed_by: str | None) -> dict[str, Any]:
    item: dict[str, Any] = {"@type": "Claim", "text": verdict.text}
    if verdict.as_of:
        item["datePublished"] = verdict.as_of
    if url:
        item["appearance"] = {"@type": "CreativeWork", "url": url}
    name = claimed_by or (verdict.claim.claimed_by if verdict.claim else None)
    return item | ({"author": {"@type": "Person", "name": name}} if name else {})


def _citation(row: Evidence) -> dict[str, Any]:
    where = ", ".join(part for part in (row.place, row.country) if part)
    days = " to ".join(dict.fromkeys(day for day in (row.start, row.end) if day))
    return {
        "@type": "CreativeWork",
        "identifier": f"{row.register}/{row.id}",
        "name": "; ".join(part for part in (row.name or row.who, days, where) if part),
    }


def evidence_csv(verdicts: Iterable[Verdict]) -> str:
    """Give the rows of all verdicts as CSV with a header, one row a line.

    A verdict that rests on no row has one line of its own. Words that a spreadsheet would take for
    a formula get an apostrophe before them.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=[*_CLAIM, *_ROW], lineterminator="\n")
    writer.writeheader()
    for verdict in verdicts:
        head = {"claim": verdict.text, "as_of": verdict.as_of, "verdict": verdict.verdict}
        for row in verdict.evidence or (None,):
            cells = head | (_cells(row) if row else {})
            writer.writerow({name: _harmless(cell) for name, cell in cells.items()})
    return out.getvalue()


def _cells(row: Evidence) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _ROW} | {"tags": " ".join(row.tags)}


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
