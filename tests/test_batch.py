"""A batch answers every line, in order, whatever the line holds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.batch import Case, answer_lines, read_case
from registan.errors import InputError


def echo(case: Case) -> dict[str, Any]:
    if case.text == "refuse":
        raise InputError("Refused.")
    if case.text == "break":
        raise ZeroDivisionError("by zero")
    return {"claims": [case.text, case.lang, case.as_of]}


def answers(*lines: str | bytes) -> list[dict[str, Any]]:
    raw = [line.encode() if isinstance(line, str) else line for line in lines]
    return [json.loads(line) for line in answer_lines(raw, echo)]


def test_an_answer_carries_its_id_and_the_fields_of_its_line() -> None:
    line = '{"id": "a", "text": "T", "lang": "de", "as_of": "2024", "more": 1}'
    assert answers(line) == [{"id": "a", "claims": ["T", "de", "2024"]}]


def test_a_bad_line_says_what_is_wrong_and_stops_nothing() -> None:
    found = answers(
        "nonsense",
        '{"id": 7, "text": 5}',
        '{"id": "x", "text": "  "}',
        b'\xff\xfe{"id"',
        '{"id": "r", "text": "refuse"}',
        '{"id": "b", "text": "break"}',
        '{"id": "ok", "text": "fine"}',
    )
    assert [line["id"] for line in found] == [None, 7, "x", None, "r", "b", "ok"]
    assert all("error" in line for line in found[:-1])
    assert "line 2" in found[1]["error"]
    assert "`str`" in found[1]["error"]
    assert found[5]["error"] == "Registan failed here: ZeroDivisionError: by zero"
    assert "error" not in found[-1]


def test_blank_lines_are_no_cases() -> None:
    assert answers("", "  \n", '{"id": 1, "text": "x"}')[0]["id"] == 1


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=8))
def test_answers_come_in_the_order_of_the_lines(texts: list[str]) -> None:
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(texts)]
    assert [line["id"] for line in answers(*lines)] == list(range(len(texts)))


@given(st.binary(max_size=80))
def test_no_line_ends_a_batch(line: bytes) -> None:
    assert len(list(answer_lines([line], echo))) == (1 if line.strip() else 0)


def test_reading_a_case_names_its_line() -> None:
    with pytest.raises(InputError, match="id") as caught:
        read_case(b"{}", 41)
    assert caught.value.where == "line 41"
