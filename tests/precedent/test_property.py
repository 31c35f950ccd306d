"""Laws of verdicts, over generated claims, against an evaluation in plain Python."""

from __future__ import annotations

import types
import typing
from datetime import date
from typing import Any, Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from registan.model.claim import Claim, ClaimPlace, Subject, Verdict
from registan.precedent import judge, parse_plain, plain
from tests.precedent import naive
from tests.precedent.naive import Question, lies_there, records

TODAY = date(2025, 6, 1)
OFFICES = {"us-president": "US president", "us-secretary-of-state": "US secretary of state"}
REGIONS = ["central-asia", "africa", "southeast-asia", "baltic-states", "balkans"]
ABROAD = [record for record in records() if record["direction"] == "abroad"]
PEOPLE = {
    office: sorted({r["person"] for r in ABROAD if r["office"] == office}) for office in OFFICES
}
AGES = ("youngest", "oldest")


@st.composite
def questions(draw: st.DrawFn) -> Question:
    record = draw(st.sampled_from(ABROAD))
    place = draw(
        st.sampled_from(
            [{"countries": [record["country"]]}, {"region": draw(st.sampled_from(REGIONS))}]
        )
    )
    form = draw(st.sampled_from(sorted(naive.FORMS)))
    near = draw(st.integers(-3, 3))
    year = min(max(int(record["start"][:4]) + near, 1900), 2025)
    day = draw(st.sampled_from([record["start"], record["end"], f"{year}-07-01"]))
    since = str(year - draw(st.integers(1, 40))) if draw(st.integers(0, 2)) == 0 else None
    person = None if form == "every_except" or draw(st.integers(0, 5)) == 0 else record["person"]
    aged = draw(st.sampled_from([None, *AGES])) if form == "superlative" else None
    counted = form == "count" or (form == "superlative" and not aged)
    return Question(
        office=record["office"],
        person=person,
        place=place,
        form=form,
        day=day,
        since=since,
        n=draw(st.integers(1, 6)) if counted else None,
        unit=draw(st.sampled_from([None, "visits", "trips"])) if counted else None,
        superlative=aged,
        bound=draw(st.sampled_from([None, "at_least", "at_most"])) if form == "count" else None,
        exceptions=tuple(draw(st.lists(st.sampled_from(PEOPLE[record["office"]]), max_size=3)))
        if form == "every_except"
        else (),
    )


def claim_of(question: Question) -> Claim:
    names = {record["person"]: record["name"] for record in ABROAD}
    subject = {"office": OFFICES[question.office]}
    if question.person:
        subject["person_id"] = question.person
    return Claim.from_data(
        {
            "form": question.form,
            "subject": subject,
            "place": question.place,
            "since": question.since,
            "n": question.n,
            "unit": question.unit,
            "bound": question.bound,
            "superlative": question.superlative,
            "exceptions": [names[person] for person in question.exceptions],
        }
    )


def judged(question: Question) -> Verdict:
    return judge(claim_of(question), as_of=question.day, today=TODAY)


@settings(max_examples=100, deadline=None)
@given(questions())
def test_the_verdict_is_that_of_plain_python(question: Question) -> None:
    wanted = naive.judge(question)
    verdict = judged(question)
    if wanted is not None and not _another_plain_reading(question):
        assert verdict.readings[0].verdict == wanted


def _another_plain_reading(question: Question) -> bool:
    """A person's visit that exists under another reading alone makes that one the plain one."""
    if question.person is None or question.form == "never":
        return False
    rows = [row for row in question.own(question.rows) if row["start"] <= question.soon]
    return not rows and any(
        row["person"] == question.person
        and row["office"] == question.office
        and row["start"] <= question.soon
        and lies_there(row, question.place)
        for row in ABROAD
    )


@settings(max_examples=150, deadline=None)
@given(questions())
def test_evidence_satisfies_the_claims_own_filter(question: Question) -> None:
    by_id = {(one["register"], str(one["id"])): one for one in records()}
    verdict = judged(question)
    for row in verdict.evidence:
        found = by_id[row.register, row.id]
        assert found["office"] == question.office
        if row.side == "context":
            continue
        assert lies_there(found, question.place)
        if question.form != "event" or question.since is None:  # an event names its own time
            assert found["start"] <= question.soon
        if row.side == "for" and question.person and question.form != "count":
            assert found["person"] == question.person
        if question.since and question.form in ("event", "ever", "never", "every_except"):
            assert found["end"] >= question.first_day


@settings(max_examples=100, deadline=None)
@given(questions())
def test_a_decided_verdict_has_rows_or_coverage(question: Question) -> None:
    verdict = judged(question)
    if verdict.verdict in ("supported", "contradicted", "depends"):
        assert verdict.coverage
        assert verdict.readings[0].name == "plain"
    if verdict.verdict == "beyond_coverage":
        assert verdict.needed


TEXT = st.text(st.characters(codec="utf-8"), min_size=1)


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of a claim can have."""
    if typing.get_origin(kind) is Literal:
        return st.sampled_from(typing.get_args(kind))
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return st.one_of([values_of(one) for one in typing.get_args(kind)])
    if typing.get_origin(kind) is tuple:
        return st.lists(values_of(typing.get_args(kind)[0]), max_size=3).map(tuple)
    simple = {str: TEXT, int: st.integers(), bool: st.booleans(), type(None): st.none()}
    return simple[kind] if kind in simple else records_of(kind)


def records_of(kind: type[Any]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{name: values_of(hints[name]) for name in kind.__struct_fields__})


def test_every_field_is_generated() -> None:
    for kind in (Claim, Subject, ClaimPlace):
        assert set(typing.get_type_hints(kind)) >= set(kind.__struct_fields__)


@settings(max_examples=150, deadline=None)
@given(records_of(Claim), st.sampled_from(["en", "de", "ru", "fr"]))
def test_plain_words_and_json_round_trip(claim: Claim, lang: str) -> None:
    assert Claim.from_json(claim.to_json()) == claim
    assert parse_plain(plain(claim, lang), lang) == claim
