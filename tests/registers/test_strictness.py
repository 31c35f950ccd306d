"""A download that is not as expected stops the import, naming file, row and field."""

from __future__ import annotations

import pytest

from registan.errors import DataError, InputError
from registan.registers.term import read_officers
from registan.registers.travel import read_travels
from registan.registers.visit import read_visits

from .conftest import Write, chief, trip, visit


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"extra": "<mood>good</mood>"}, "<mood> is unknown"),
        ({"extra": "<locale>Bergen</locale>"}, "<locale> stands more than once"),
        ({"start": "1950-3-1"}, "<start-date>"),
        ({"start": "1950-02-30"}, "<start-date>"),
        ({"end": "1950-02-01"}, "<end-date>"),
        ({"country": "norwai"}, "Did you mean norway"),
        ({"role": "spouse"}, "<role>"),
        ({"who": ""}, "`who`"),
        ({"country": ""}, "<country> has no id"),
    ],
)
def test_a_bad_row_is_named(travels: Write, changed: dict[str, str], field: str) -> None:
    with pytest.raises(DataError) as caught:
        read_travels(travels(trip("17", **changed)))
    assert field in str(caught.value)
    assert "doe-jane.xml: row 17" in str(caught.value)


def test_a_missing_field_is_named(travels: Write) -> None:
    with pytest.raises(DataError, match=r"doe-jane.xml: row 3.*<remarks> is missing"):
        read_travels(travels(trip("3").replace("<remarks>Met with King Olaf.</remarks>", "")))


def test_two_rows_of_one_id_stop_the_import(travels: Write) -> None:
    with pytest.raises(DataError, match="The id 5 stands twice"):
        read_travels(travels(trip("5"), trip("5")))


def test_broken_xml_is_a_data_error(travels: Write) -> None:
    with pytest.raises(DataError, match="no well-formed XML"):
        read_travels(travels("<trip>"))


def test_another_root_is_a_data_error(travels: Write) -> None:
    folder = travels(trip())
    (folder / "president-travels" / "x.xml").write_text("<voyages/>", encoding="utf-8")
    with pytest.raises(DataError, match="expected <trips>"):
        read_travels(folder)


def test_a_folder_without_the_register_is_an_input_error(travels: Write) -> None:
    with pytest.raises(InputError, match="No file"):
        read_visits(travels(trip()))


def test_an_unknown_title_of_a_visitor_is_named(visits: Write) -> None:
    with pytest.raises(DataError, match=r"1950.xml: row 8.*<visitor>"):
        read_visits(visits(visit("8", visitor="Grand Panjandrum Ola")))


def test_a_place_of_a_former_state_must_be_in_the_gazetteer(travels: Write) -> None:
    with pytest.raises(DataError, match=r"<locale> has 'Erehwon'"):
        read_travels(travels(trip(country="russia", locale="Moscow, Erehwon", remarks="")))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"person": "nobody"}, "<person-id>"),
        ({"role": "harbour-master"}, "<role-title-id>"),
        ({"started": "spring 1950"}, "<started>"),
        ({"country": "atlantis"}, "<contemporary-territory-id>"),
    ],
)
def test_a_bad_officer_is_named(officers: Write, changed: dict[str, str], field: str) -> None:
    with pytest.raises(DataError) as caught:
        read_officers(officers(chief("no-7", **changed)))
    assert field in str(caught.value)
    assert "norway.xml: row no-7" in str(caught.value)
