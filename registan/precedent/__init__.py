"""Judging claims of precedent against registers: `judge`, with readings, rows and coverage."""

from registan.precedent.explain import Explained, Explanation, explain
from registan.precedent.judge import judge
from registan.precedent.plain import parse_plain, plain
from registan.precedent.review import claim_review, evidence_csv

__all__ = [
    "Explained",
    "Explanation",
    "claim_review",
    "evidence_csv",
    "explain",
    "judge",
    "parse_plain",
    "plain",
]
