"""Verdicts as ClaimReview, held against the types of schema.org, and as CSV."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from msgspec_schemaorg.models.creativework.Claim import Claim as ClaimType
from msgspec_schemaorg.models.creativework.ClaimReview import ClaimReview
from msgspec_schemaorg.models.creativework.CreativeWork import CreativeWork
from msgspec_schemaorg.models.intangible.Rating import Rating
from msgspec_schemaorg.models.organization.Organization import Organization
from msgspec_schemaorg.models.person.Person import Person

from registan.model.claim import Claim, Verdict
from registan.precedent import claim_review, evidence_csv, judge

TYPES = (ClaimReview, ClaimType, CreativeWork, Rating, Organization, Person)
PROPERTIES = {
    kind.__name__: {*kind.__struct_encode_fields__, "@type", "@context"} for kind in TYPES
}
OBAMA = {"person": "Barack Obama", "office": "US president"}
CLAIM: dict[str, Any] = {
    "form": "first",
    "subject": OBAMA,
    "place": {"countries": ["ET"]},
    "claimed_by": "An Example",
}
CLAIMS = {
    "supported": CLAIM,
    "contradicted": CLAIM | {"form": "never", "place": {"countries": ["KE"]}},
    "depends": CLAIM | {"subject": {"office": "US president", "person": "Bill Clinton"},
                        "place": {"countries": ["VN"]}},
    "beyond_coverage": {"form": "ever", "subject": {"office": "US vice president"}},
    "unclear": CLAIM | {"place": {"region": "Middle-earth"}},
}  # fmt: skip


def judged(data: dict[str, Any]) -> Verdict:
    claim = Claim.from_data(data)
    return judge(claim, as_of="2016-07-27", text="=The first.", today=date(2016, 8, 1))


def hold(value: Any) -> None:
    """Every object has a type of schema.org, and no property that this type lacks."""
    if isinstance(value, list):
        for one in value:
            hold(one)
    elif isinstance(value, dict):
        assert set(value) <= PROPERTIES[value["@type"]], value["@type"]
        for one in value.values():
            hold(one)


@pytest.mark.parametrize("outcome", CLAIMS)
def test_a_review_is_of_schema_orgs_type(outcome: str) -> None:
    verdict = judged(CLAIMS[outcome])
    assert verdict.verdict == outcome
    review = claim_review(verdict, url="https://example.org/a", reviewed="2016-08-01")
    assert json.loads(json.dumps(review)) == review
    hold(review)
    assert review["@context"] == "https://schema.org"
    for name in ("claimReviewed", "reviewRating", "author", "itemReviewed", "datePublished"):
        assert review[name]
    assert review["itemReviewed"]["appearance"]["url"] == "https://example.org/a"
    assert len(review.get("citation", ())) == len(verdict.evidence)


def test_a_number_is_given_where_registers_decide() -> None:
    ratings = {name: claim_review(judged(data))["reviewRating"] for name, data in CLAIMS.items()}
    values = {name: rating.get("ratingValue") for name, rating in ratings.items()}
    assert values == {
        "supported": 5,
        "contradicted": 1,
        "depends": 3,
        "beyond_coverage": None,
        "unclear": None,
    }


def test_who_claims_it_is_named() -> None:
    review = claim_review(judged(CLAIM))
    assert review["itemReviewed"]["author"]["name"] == "An Example"


def test_evidence_as_a_table() -> None:
    verdicts = [judged(data) for data in CLAIMS.values()]
    rows = list(csv.DictReader(io.StringIO(evidence_csv(verdicts))))
    assert len(rows) == sum(max(len(verdict.evidence), 1) for verdict in verdicts)
    assert rows[0]["country"] == "Ethiopia"
    assert rows[0]["verdict"] == "supported"
    assert {row["claim"] for row in rows} == {"'=The first."}
