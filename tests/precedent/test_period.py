"""EDTF dates as the days that they allow."""

from __future__ import annotations

import pytest

from registan.errors import InputError
from registan.precedent.period import period_of, shift


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2018-02-03", "2018-02-03", "2018-02-03"),
        ("195X", "1950-01-01", "1959-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1991/..", "1991-01-01", "9999-12-31"),
        ("../1991", "0001-01-01", "1991-12-31"),
        ("2018-02~", "2018-02-01", "2018-02-28"),
    ],
)
def test_first_and_last_day(edtf: str, first: str, last: str) -> None:
    assert period_of(edtf) == (first, last)


def test_a_winter_is_the_one_that_begins_or_ends_in_its_year() -> None:
    winter = period_of("2023-24")
    assert winter.holds("2022-12-20")
    assert winter.holds("2023-02-28")
    assert winter.holds("2024-01-15")


@pytest.mark.parametrize("text", ["soon", "2018-13", "2018-02-30", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        period_of(text)


def test_distances() -> None:
    assert shift("2020-02-28", 2) == "2020-03-01"
