"""The query that a claim compiles to gives the rows that its verdict was judged over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from registan.model.claim import Claim
from registan.precedent import explain
from registan.precedent.archive import shipped_archive
from registan.precedent.case import Case
from registan.precedent.interpret import apply_sense, prepare
from registan.precedent.reading import load_senses

CLAIMS: list[dict[str, Any]] = [
    {"form": "first", "subject": {"office": "US president"}, "place": {"countries": ["CN"]}},
    {"form": "never", "subject": {"office": "US president"}, "place": {"countries": ["GB"]}},
    {"form": "last", "subject": {"office": "US secretary of state"}, "place": {"region": "Africa"}},
    {
        "form": "count",
        "subject": {"office": "president", "country": "FR"},
        "direction": "to_us",
        "place": {"locale": "White House"},
        "visit_type": "state visit",
    },
    {
        "form": "ever",
        "subject": {"office": "US president"},
        "place": {"locale": "Kyiv", "countries": ["UA"]},
        "visit_type": "official",
    },
]


@pytest.mark.parametrize("data", CLAIMS)
def test_query_and_verdict_see_the_same_rows(data: dict[str, Any]) -> None:
    claim = Claim.from_data(data)
    case = prepare(shipped_archive(), claim, "2016-06-01")
    assert isinstance(case, Case)
    expected = {"plain": case}
    for sense in load_senses().values():
        other = apply_sense(case, sense)
        if other:
            expected[sense.id] = other
    shown = explain(claim, as_of=date(2016, 6, 1))
    assert [one.reading for one in shown.readings] == list(expected)
    for one in shown.readings:
        rows = expected[one.reading].until(case.horizon)
        assert [(row.register, row.id) for row in one.rows] == [(r.register, r.id) for r in rows]
        assert one.sql.startswith("SELECT")


def test_a_claim_without_a_query_says_why() -> None:
    claim = Claim.from_data({"form": "first", "subject": {"office": "US vice president"}})
    assert explain(claim, as_of="2016").because == "office"
