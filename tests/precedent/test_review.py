"""Verdicts as ClaimReview and as CSV."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from registan.model.claim import Claim
from registan.precedent import claim_review, evidence_csv, judge

CLAIM = Claim.from_data(
    {
        "form": "first",
        "subject": {"person": "Barack Obama", "office": "US president"},
        "place": {"countries": ["ET"]},
        "claimed_by": "An Example",
    }
)


def test_claim_review_has_what_schema_org_asks_for() -> None:
    verdict = judge(CLAIM, as_of="2015-07-27", text="The first ever.", today=date(2015, 8, 1))
    review = claim_review(verdict, url="https://example.org/a", reviewed="2015-08-01")
    assert json.loads(json.dumps(review)) == review
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == "The first ever."
    assert review["reviewRating"]["ratingValue"] == 5
    assert review["itemReviewed"]["author"]["name"] == "An Example"
    assert review["itemReviewed"]["appearance"]["url"] == "https://example.org/a"


def test_a_claim_beyond_coverage_gets_no_number() -> None:
    claim = Claim.from_data({"form": "ever", "subject": {"office": "US vice president"}})
    review = claim_review(judge(claim, as_of="2015-07-27", today=date(2015, 8, 1)))
    assert "ratingValue" not in review["reviewRating"]


def test_evidence_as_a_table() -> None:
    verdict = judge(CLAIM, as_of="2015-07-27", today=date(2015, 8, 1))
    rows = list(csv.DictReader(io.StringIO(evidence_csv(verdict))))
    assert [row["who"] for row in rows] == [row.who for row in verdict.evidence]
    assert rows[0]["country"] == "Ethiopia"
