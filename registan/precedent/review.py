"""Review: a verdict as schema.org ClaimReview, and its evidence as a table."""

from __future__ import annotations

import csv
import io
from typing import Any

from registan.model.claim import Outcome, Verdict

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
_COLUMNS = (
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


def claim_review(
    verdict: Verdict,
    *,
    url: str | None = None,
    author: str = "Registan",
    claimed_by: str | None = None,
    reviewed: str | None = None,
) -> dict[str, Any]:
    """Give the verdict as one JSON-LD object of type ClaimReview.

    `url` is the page of the text that claims it, `reviewed` the day of the review (EDTF).
    """
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": verdict.text,
        "author": {"@type": "Organization", "name": author},
        "reviewRating": _rating(verdict),
        "reviewBody": verdict.answer.get("en", ""),
        "itemReviewed": _item(verdict, url, claimed_by),
    }
    return review | ({"datePublished": reviewed} if reviewed else {})


def _rating(verdict: Verdict) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": _NAMES[verdict.verdict]}
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


def evidence_csv(verdict: Verdict) -> str:
    """Give the verdict's evidence as CSV with a header, one row a line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in verdict.evidence:
        data = {name: getattr(row, name) for name in _COLUMNS}
        writer.writerow(data | {"tags": " ".join(row.tags)})
    return out.getvalue()
