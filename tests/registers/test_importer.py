"""What the importers make of rows that are as expected."""

from __future__ import annotations

from datetime import date

import pytest

from registan.registers.country import find_state
from registan.registers.person import make_slug
from registan.registers.row import VisitRow
from registan.registers.term import read_officers
from registan.registers.travel import read_travels
from registan.registers.trip import group_terms, mark_duplicates, mark_office, number_trips
from registan.registers.visit import read_visits

from .conftest import Write, chief, trip, visit


def test_a_trip_becomes_a_row(travels: Write) -> None:
    (row,) = read_travels(travels(trip("9", locale="Oslo, Bergen")))
    assert (row.register, row.id, row.office, row.person) == (
        "travels",
        "9",
        "us-president",
        "doe-jane",
    )
    assert (row.country, row.territory, row.localities) == ("NO", ("NO",), ("Oslo", "Bergen"))
    assert (row.start, row.end) == (date(1950, 3, 1), date(1950, 3, 2))
    assert row.counterparts == ("King Olaf",)
    assert row.remarks == "Met with King Olaf."


def test_a_visit_becomes_a_row(visits: Write) -> None:
    (row,) = read_visits(visits(visit("4")))
    assert (row.office, row.office_title, row.name) == (
        "prime-minister",
        "Prime Minister",
        "Ola Nordmann",
    )
    assert row.person == "norway-nordmann-ola"
    assert (row.country_of_person, row.country, row.direction) == ("NO", "US", "to_us")
    assert row.tags == ("working",)


def test_two_visitors_in_one_row_become_two_rows(visits: Write) -> None:
    rows = read_visits(visits(visit("4", visitor="King Olaf and Prime Minister Ola Nordmann")))
    assert [(row.id, row.office) for row in rows] == [("4", "king"), ("4", "prime-minister")]


def test_a_visitor_elect_has_not_taken_office(visits: Write) -> None:
    (row,) = read_visits(visits(visit(visitor="President-elect Ola Nordmann")))
    assert row.office == "president"
    assert row.before_office
    assert "elect" in row.tags


def test_a_missing_locale_is_null(travels: Write) -> None:
    (row,) = read_travels(travels(trip(locale="", country="holy-see")))
    assert row.locale is None
    assert row.localities == ()
    assert row.territory == ("VA",)


def test_an_officer_becomes_a_term(officers: Write) -> None:
    full, partial, acting = read_officers(
        officers(
            chief("a"),
            chief("b", started="1951-05", person="doe-j"),
            chief("c", role="charge-daffaires-ad-interim", started=""),
        )
    )
    assert (full.office, full.country, full.start) == ("us-ambassador", "NO", date(1950, 2, 1))
    assert full.end is None
    assert (partial.start, partial.start_edtf, partial.person) == (None, "1951-05", "doe-jane")
    assert acting.acting
    assert (acting.start_edtf, acting.note) == ("1950-01-01", ("start-is-appointment",))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Shavkat Mirziyoyev", "mirziyoyev-shavkat"),
        ("Ida B. Wells", "wells-ida-b"),
        ("Charles de l’Église", "leglise-charles-de"),
        ("Gro Støre", "store-gro"),
        ("Rainier III", "rainier-iii"),
        ("Ferdinand Marcos Jr.", "marcos-ferdinand-jr"),
    ],
)
def test_a_slug_is_plain_letters(name: str, slug: str) -> None:
    assert make_slug(name) == slug


@pytest.mark.parametrize(
    ("country", "day", "code"),
    [
        ("russia", date(1991, 12, 25), "SU"),
        ("russia", date(1991, 12, 26), "RU"),
        ("vietnam", date(1969, 7, 1), "XSV"),
        ("vietnam", date(2000, 1, 1), "VN"),
        ("yemen", date(1972, 1, 1), "XNY"),
        ("china", date(1945, 1, 1), "CN"),
        ("yugoslavia", date(2001, 1, 1), "XSM"),
        ("turkiye", date(2024, 1, 1), "TR"),
    ],
)
def test_a_country_id_means_the_state_of_its_day(country: str, day: date, code: str) -> None:
    assert find_state(country, day, field="country", where="here").code == code


def _row(row_id: str, start: int, end: int, **changed: object) -> VisitRow:
    values: dict[str, object] = {
        "register": "travels",
        "id": row_id,
        "office": "us-president",
        "office_title": "",
        "person": "doe-jane",
        "name": "Jane Doe",
        "country_of_person": "US",
        "direction": "abroad",
        "start": date(1950, 3, start),
        "end": date(1950, 3, end),
        "country": "NO",
        "country_id": "norway",
        "country_name": "Norway",
    } | changed
    return VisitRow(**values)  # type: ignore[arg-type]


def test_rows_that_touch_are_one_trip() -> None:
    rows = [_row("1", 1, 5), _row("2", 3, 4), _row("3", 6, 7), _row("4", 9, 9)]
    assert [row.trip for row in number_trips(rows)] == [1, 1, 1, 2]


def test_trips_of_two_persons_are_two() -> None:
    rows = [_row("1", 1, 5), _row("2", 3, 4, person="roe-john")]
    assert [row.trip for row in number_trips(rows)] == [1, 2]


def test_the_order_of_rows_does_not_change_trips() -> None:
    rows = [_row("1", 1, 5), _row("2", 3, 4), _row("3", 9, 9)]
    assert number_trips(rows) == number_trips(rows[::-1])


def test_the_same_stay_twice_is_a_duplicate() -> None:
    rows = mark_duplicates([_row("1", 1, 5), _row("2", 1, 5, remarks="Other words.")])
    assert [row.duplicate_of for row in rows] == [None, "1"]


def test_two_stops_on_one_day_are_no_duplicates() -> None:
    rows = mark_duplicates([_row("1", 1, 1, remarks="A."), _row("2", 1, 1, remarks="B.")])
    assert [row.duplicate_of for row in rows] == [None, None]


def test_rows_outside_a_term_are_marked() -> None:
    held = group_terms([("us-president", "doe-jane", date(1950, 3, 10), date(1950, 3, 20))])
    rows = mark_office([_row("1", 1, 2), _row("2", 12, 13), _row("3", 25, 26)], held)
    assert [row.before_office for row in rows] == [True, False, False]
    assert [row.after_office for row in rows] == [False, False, True]
