"""Claims about all countries of a place, over a time in office or on one journey."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registan import world
from registan.model.claim import Claim, Verdict
from registan.precedent import judge, parse_plain, plain
from tests.precedent.naive import lies_there, records

OFFICES = {"us-president": "US president", "us-secretary-of-state": "US secretary of state"}
LAST = {"us-president": "2024-12-02", "us-secretary-of-state": "2025-02-19"}
# States that never were part of another in the registers' time, nor held colonies.
STATES = ("IL", "JO", "SA", "EG", "TR", "GR", "TH", "PH", "JP", "BR", "MX", "AR")
REGIONS = ("baltic-states", "central-asia")


def judged(form: str, every: str | None, as_of: str, /, **more: Any) -> Verdict:
    office = more.pop("office", "US secretary of state")
    subject = {"office": office, "person": more.pop("person", None)}
    place = {key: more.pop(key) for key in ("region", "countries") if key in more}
    data = {"form": form, "subject": subject, "place": place, "every": every, **more}
    return judge(Claim.from_data(data), as_of=as_of, today=date(2025, 6, 1))


def went_to_all(
    office: str, wanted: list[dict[str, Any]], journey: bool, since: str, day: str
) -> bool:
    """Straight over the rows: did one holder see all of it between two days?"""
    seen: dict[Any, set[int]] = {}
    for row in records():
        if row["office"] != office or row["direction"] != "abroad" or row["elect"]:
            continue
        if row["end"] < since or row["start"] > day or row["end"] >= day:
            continue
        for number, place in enumerate(wanted):
            if lies_there(row, place):
                seen.setdefault((row["person"], row["trip"] if journey else 0), set()).add(number)
    return any(len(numbers) == len(wanted) for numbers in seen.values())


@settings(max_examples=80, deadline=None)
@given(
    office=st.sampled_from(sorted(OFFICES)),
    place=st.one_of(st.sampled_from(REGIONS), st.sampled_from(list(combinations(STATES, 2)))),
    every=st.sampled_from(["office", "trip"]),
    since=st.one_of(st.none(), st.integers(1950, 2015)),
    year=st.integers(1990, 2024),
)
def test_nobody_went_to_all_as_plain_python_has_it(
    office: str, place: str | tuple[str, str], every: str, since: int | None, year: int
) -> None:
    day, floor = f"{year}-07-01", f"{since}-01-01" if since else ""
    if since and since >= year:
        return
    if isinstance(place, str):
        where: dict[str, Any] = {"region": place}
        wanted: list[dict[str, Any]] = [
            {"countries": [code]} for code in sorted(world.load().members(place))
        ]
    else:
        where = {"countries": list(place)}
        wanted = [{"countries": [code]} for code in place]
    given_since = {"since": str(since)} if since else {}
    verdict = judged("never", every, day, office=OFFICES[office], **where, **given_since)
    known = min(day, LAST[office])
    there = went_to_all(office, wanted, every == "trip", floor, known)
    assert (verdict.readings[0].verdict == "contradicted") == there
    assert len(verdict.evidence) >= (len(wanted) if there and len(wanted) == 2 else 0)


def test_all_on_one_journey_is_another_claim_than_all_in_office() -> None:
    trip = judged("first", "trip", "2016-01-01", person="John Kerry", region="Central Asia")
    assert trip.verdict == "supported"
    assert {row.country for row in trip.evidence} >= {"Kyrgyzstan", "Turkmenistan"}
    told = judged("first", "office", "2016-01-01", person="John Kerry", region="Central Asia")
    assert told.verdict == "depends"
    assert {r.name: r.verdict for r in told.readings}["all-countries-one-journey"] == "supported"
    baker = judged("first", "office", "2016-01-01", person="James Baker", region="Central Asia")
    assert baker.verdict == "supported"


def test_an_event_in_all_has_to_lie_in_its_time() -> None:
    where = {"countries": ["IL", "JO"], "person": "Barack Obama", "office": "US president"}
    assert judged("event", "office", "2016-01-01", since="2013-03", **where).verdict == "supported"
    told = judged("event", "trip", "2016-01-01", since="2014", **where)
    assert told.verdict == "contradicted"
    baker = {"person": "James Baker", "region": "Central Asia"}
    assert judged("event", "office", "2016-01-01", since="1992", **baker).verdict == "contradicted"


@pytest.mark.parametrize("form", ["superlative", "highest_rank"])
def test_a_ranking_of_those_who_saw_all_is_not_judged(form: str) -> None:
    assert judged(form, "trip", "2016-01-01", region="Central Asia").verdict == "unclear"


@pytest.mark.parametrize("lang", ["en", "de", "ru", "fr"])
def test_plain_words_say_that_all_is_meant(lang: str) -> None:
    claim = Claim.from_data(
        {
            "form": "never",
            "subject": {"office": "US president"},
            "place": {"countries": ["IN", "PK"]},
            "every": "trip",
        }
    )
    assert parse_plain(plain(claim, lang), lang) == claim


def test_a_first_since_somebody_who_never_came_is_contradicted() -> None:
    cuba = {"person": "Barack Obama", "office": "US president", "countries": ["CU"]}
    coolidge = judged(
        "since", None, "2016-03-21", since="1923-08-02/1929-03-04",
        since_person="Calvin Coolidge", **cuba,
    )  # fmt: skip
    assert coolidge.verdict == "supported"
    kennedy = judged(
        "since", None, "2016-03-21", since="1961-01-20/1963-11-22",
        since_person="John F. Kennedy", **cuba,
    )  # fmt: skip
    assert kennedy.verdict == "contradicted"
    assert [row.who for row in kennedy.evidence if row.side == "against"] == ["coolidge-calvin"]
