"""Laws of verdicts, over generated claims, against an evaluation in plain Python."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from registan.model.claim import Claim
from registan.precedent import judge, parse_plain, plain
from tests.precedent.naive import ever, in_state, is_first, lies_there, records

TODAY = date(2025, 6, 1)
OFFICES = {"us-president": "US president", "us-secretary-of-state": "US secretary of state"}
FORMS = ["event", "never", "ever", "first", "last", "only", "count", "since", "superlative"]
REGIONS = ["central-asia", "africa", "southeast-asia", "baltic-states", "balkans"]
ABROAD = [record for record in records() if record["direction"] == "abroad"]


@st.composite
def claims(draw: st.DrawFn) -> tuple[Claim, dict[str, Any], str]:
    record = draw(st.sampled_from(ABROAD))
    country = {"countries": [record["country"]]}
    place = draw(st.sampled_from([country, {"region": draw(st.sampled_from(REGIONS))}]))
    data: dict[str, Any] = {
        "form": draw(st.sampled_from(FORMS)),
        "subject": {"office": OFFICES[record["office"]], "person_id": record["person"]},
        "place": place,
    }
    if draw(st.booleans()):
        data["n"] = draw(st.integers(1, 30))
    if draw(st.integers(0, 3)) == 0:
        data["since"] = str(draw(st.integers(1900, 2020)))
    year = draw(st.integers(1900, 2025))
    return Claim.from_data(data), record, f"{year}-07-01"


@settings(max_examples=150, deadline=None)
@given(claims())
def test_evidence_satisfies_the_claims_own_filter(case: tuple[Claim, dict[str, Any], str]) -> None:
    claim, record, day = case
    verdict = judge(claim, as_of=day, today=TODAY)
    by_id = {(one["register"], str(one["id"])): one for one in records()}
    place: dict[str, Any] = {"countries": list(claim.place.countries)}
    if claim.place.region:
        place = {"region": claim.place.region}
    for row in verdict.evidence:
        found = by_id[row.register, row.id]
        assert found["office"] == record["office"]
        if row.side != "context":
            assert lies_there(found, place)


@settings(max_examples=150, deadline=None)
@given(claims())
def test_a_decided_verdict_has_rows_or_coverage(case: tuple[Claim, dict[str, Any], str]) -> None:
    claim, _, day = case
    verdict = judge(claim, as_of=day, today=TODAY)
    if verdict.verdict in ("supported", "contradicted", "depends"):
        assert verdict.coverage
        assert verdict.readings[0].name == "plain"
    if verdict.verdict == "beyond_coverage":
        assert verdict.needed


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ABROAD), st.integers(1910, 2024))
def test_ever_and_never_agree_with_plain_python(record: dict[str, Any], year: int) -> None:
    day = f"{year}-12-31"
    code, person = record["country"], record["person"]
    subject = {"office": OFFICES[record["office"]], "person_id": person}
    place = {"countries": [code]}
    was = ever(record["office"], person, code, day)
    claim = Claim.from_data({"form": "ever", "subject": subject, "place": place})
    verdict = judge(claim, as_of=day, today=TODAY)
    if was:
        assert verdict.readings[0].verdict == "supported"
    denied = judge(
        Claim.from_data({"form": "never", "subject": subject, "place": place}), as_of=day
    )
    assert (denied.readings[0].verdict == "contradicted") == was


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ABROAD))
def test_first_agrees_with_plain_python(record: dict[str, Any]) -> None:
    code, person, office = record["country"], record["person"], record["office"]
    own = [
        one
        for one in records()
        if one["office"] == office and one["person"] == person and in_state(one, code)
    ]
    if any(one["before_office"] or "elect" in one["tags"] for one in own):
        return
    claim = Claim.from_data(
        {
            "form": "first",
            "subject": {"office": OFFICES[office], "person_id": person},
            "place": {"countries": [code]},
        }
    )
    verdict = judge(claim, as_of=record["start"], today=TODAY)
    trips = {one["trip"] for one in own}
    shared = any(one["trip"] in trips and one["person"] != person for one in records())
    if not shared:
        wanted = "supported" if is_first(office, person, code) else "contradicted"
        assert verdict.readings[0].verdict == wanted


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)
WORDS = TEXT.map(str.strip).filter(
    lambda text: bool(text) and " | " not in text and ";" not in text
)


@settings(max_examples=200)
@given(
    st.sampled_from([*FORMS, "highest_rank", "every_except"]),
    WORDS,
    st.sampled_from(["en", "de", "ru", "fr"]),
    st.lists(WORDS, min_size=1, max_size=3),
    st.one_of(st.none(), st.integers(0, 500)),
    st.sampled_from([None, "abroad", "to_us"]),
    st.booleans(),
)
def test_plain_words_and_json_round_trip(
    form: str,
    name: str,
    lang: str,
    exceptions: list[str],
    n: int | None,
    direction: str | None,
    asks: bool,
) -> None:
    claim = Claim.from_data(
        {
            "form": form,
            "subject": {"person": name, "office": "US president", "qualifier": "sitting"},
            "place": {"countries": ["KZ", "UZ"], "locale": name},
            "exceptions": exceptions,
            "since": "1991/..",
            "n": n,
            "direction": direction,
            "asks": asks,
        }
    )
    assert Claim.from_json(claim.to_json()) == claim
    assert parse_plain(plain(claim, lang), lang) == claim
