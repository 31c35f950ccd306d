"""Judging claims of precedent against registers: `judge`, with readings, rows and coverage."""

from registan.precedent.archive import open_with_own
from registan.precedent.explanation import Explained, Explanation, explain
from registan.precedent.judgement import judge
from registan.precedent.review import claim_review, evidence_csv
from registan.precedent.testimony import Testimony, judge_on, open_testimony
from registan.precedent.wording import parse_plain, plain

__all__ = [
    "Explained",
    "Explanation",
    "Testimony",
    "claim_review",
    "evidence_csv",
    "explain",
    "judge",
    "judge_on",
    "open_testimony",
    "open_with_own",
    "parse_plain",
    "plain",
]
