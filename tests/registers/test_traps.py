"""The traps of the raw data, each by name, as the shipped tables resolve them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from registan.registers import load_coverage, load_terms, load_visits
from registan.registers.coverage import load_registers

VISITS: list[dict[str, Any]] = load_visits().to_pylist()
TERMS: list[dict[str, Any]] = load_terms().to_pylist()


def travels(**wanted: Any) -> list[dict[str, Any]]:
    return rows("travels", **wanted)


def rows(register: str, **wanted: Any) -> list[dict[str, Any]]:
    return [
        row
        for row in VISITS
        if row["register"] == register and all(row[key] == wanted[key] for key in wanted)
    ]


def values(found: Iterable[dict[str, Any]], column: str) -> set[Any]:
    return {row[column] for row in found}


@pytest.mark.parametrize(
    ("ids", "code"),
    [
        (("turkey", "turkiye"), "TR"),
        (("czech-republic", "czechia"), "CZ"),
        (("macedonia", "north-macedonia"), "MK"),
        (("congo-democratic-republic", "congo-kinshasa"), "CD"),
        (("palestinian-authority", "west-bank"), "PS"),
    ],
)
def test_two_ids_for_one_state_abroad(ids: tuple[str, str], code: str) -> None:
    for country_id in ids:
        found = travels(country_id=country_id)
        assert found
        assert values(found, "country") == {code}


@pytest.mark.parametrize(
    ("ids", "code"),
    [
        (("swaziland", "eswatini"), "SZ"),
        (("turkey", "turkiye"), "TR"),
        (("korea", "korea-south"), "KR"),
        (("samoa", "somoa"), "WS"),
    ],
)
def test_two_ids_for_one_state_of_visitors(ids: tuple[str, str], code: str) -> None:
    for country_id in ids:
        found = rows("visits", country_id=country_id)
        assert found
        assert values(found, "country_of_person") == {code}


def test_one_id_for_ussr_and_russia() -> None:
    for row in travels(country_id="russia"):
        assert row["country"] == ("SU" if row["start"] <= date(1991, 12, 25) else "RU")


def test_the_last_row_called_ussr_is_russia_by_its_date() -> None:
    late = [row for row in travels(country_name="U.S.S.R.") if row["start"].year == 1992]
    assert values(late, "country") == {"RU"}
    assert late


def test_one_id_for_two_vietnams() -> None:
    for row in travels(country_id="vietnam"):
        assert row["country"] == ("XSV" if row["start"].year < 1976 else "VN")
        assert row["territory"] == ["VN"]


def test_one_id_for_two_yemens() -> None:
    for row in travels(country_id="yemen"):
        assert row["country"] == ("XNY" if row["start"] < date(1990, 5, 22) else "YE")
    assert values(travels(country_id="yemen"), "country") == {"XNY", "YE"}


def test_one_id_for_the_german_states() -> None:
    assert values(travels(country_id="germany"), "country") == {"DE"}
    gdr = travels(country_id="german-democratic-republic")
    assert values(gdr, "country") == {"DD"}
    assert all(row["territory"] == ["DE"] for row in gdr)


def test_the_republic_of_china_is_not_the_peoples_republic() -> None:
    assert values(travels(country_id="taiwan"), "country") == {"TW"}
    wartime = [row for row in rows("visits", country_id="china") if row["start"].year == 1945]
    assert [(row["name"], row["country_of_person"]) for row in wartime] == [("Soong", "CN")]


@pytest.mark.parametrize(
    ("country_id", "code", "stop", "today"),
    [
        ("russia", "SU", "Minsk", "BY"),
        ("russia", "SU", "Yalta", "UA"),
        ("russia", "SU", "Kyiv", "UA"),
        ("russia", "SU", "Tbilisi", "GE"),
        ("russia", "SU", "Almaty", "KZ"),
        ("yugoslavia", "YU", "Zagreb", "HR"),
        ("yugoslavia", "YU", "Belgrade", "RS"),
        ("czechoslovakia", "CS", "Prague", "CZ"),
    ],
)
def test_former_states_lie_in_todays_countries(
    country_id: str, code: str, stop: str, today: str
) -> None:
    found = [
        row
        for row in travels(country_id=country_id)
        if stop in row["localities"] and row["country"] == code
    ]
    assert found
    assert all(today in row["territory"] for row in found)


@pytest.mark.parametrize(
    ("stop", "today"),
    [
        ("Bathurst", "GM"),
        ("Nassau", "BS"),
        ("The Bahamas", "BS"),
        ("Bermuda", "BM"),
        ("Malta", "MT"),
        ("Algiers", "DZ"),
        ("Oran", "DZ"),
        ("Dakar", "SN"),
        ("Argentia", "CA"),
        ("Nuuk", "GL"),
        ("Hong Kong", "HK"),
        ("Guadeloupe", "GP"),
    ],
)
def test_territories_filed_under_their_sovereign(stop: str, today: str) -> None:
    found = [
        row
        for row in travels()
        if stop in row["localities"] and row["country"] in {"GB", "FR", "DK"}
    ]
    assert found
    assert all(row["territory"] == [today] for row in found)


def test_ordinary_rows_lie_in_their_own_country() -> None:
    found = travels(country_id="uzbekistan")
    assert len(found) == 8
    assert all(row["territory"] == ["UZ"] for row in found)


def test_17_trips_by_presidents_elect() -> None:
    elect = [row for row in travels(office="us-president") if row["before_office"]]
    assert len(elect) == 17
    assert all("elect" in row["tags"] for row in elect)


def test_transit_stops() -> None:
    transit = [row for row in travels(office="us-president") if row["transit"]]
    assert len(transit) >= 20
    assert not any(row["counterparts"] for row in transit)


def test_exact_duplicates() -> None:
    repeated = {row["id"]: row["duplicate_of"] for row in VISITS if row["duplicate_of"]}
    assert repeated == {"4119": "4118", "4019": "3992", "4020": "3993", "2064": "2044"}


def test_two_stops_in_one_country_on_one_day_are_kept() -> None:
    shuttle = travels(person="shultz-george-pratt", start=date(1988, 2, 28), country="IL")
    assert len(shuttle) == 2
    assert values(shuttle, "duplicate_of") == {None}


@pytest.mark.parametrize(
    ("country_id", "person", "spellings"),
    [
        ("israel", "israel-netanyahu-benjamin", 3),
        ("turkey", "turkey-erdogan-recep-tayyip", 3),
        ("uzbekistan", "uzbekistan-karimov-islam", 2),
        ("nigeria", "nigeria-obasanjo-olusegun", 4),
    ],
)
def test_several_spellings_of_one_visitor(country_id: str, person: str, spellings: int) -> None:
    assert len(values(rows("visits", person=person), "name")) == spellings


def test_one_name_of_two_persons() -> None:
    figueres = rows("visits", name="Jose Figueres Ferrer")
    assert len(values(figueres, "person")) == 2
    assert len(values(rows("visits", name="Konstantinos Karamanlis"), "person")) == 2
    assert len(values(rows("visits", name="Ospina"), "person")) == 2


def test_visitors_named_years_after_they_left_office() -> None:
    wrong = {row["id"]: row for row in rows("visits") if "misnamed" in row["tags"]}
    assert set(wrong) == {"3051", "3086", "3088"}
    assert wrong["3051"]["name"] == "Nguyen Tan Dung"
    assert wrong["3051"]["person"] == "vietnam-chinh-pham-minh"
    assert wrong["3088"]["office"] == "foreign-minister"


def test_one_visitor_for_two_states() -> None:
    havel = rows("visits", person="czechoslovakia-havel-vaclav")
    assert values(havel, "country_of_person") == {"CS", "CZ"}


def test_private_visits_are_marked() -> None:
    private = [row for row in rows("visits") if row["private"]]
    assert len(private) > 400
    assert all("private" in row["tags"] for row in private)


def test_visits_to_the_united_nations_only() -> None:
    found = [row for row in rows("visits") if "un-only" in row["tags"]]
    assert 10 <= len(found) <= 40
    assert not any("state" in row["tags"] for row in found)


def test_a_name_that_ends_in_un_is_not_the_united_nations() -> None:
    singapore = travels(person="trump-donald-j", country="SG")
    assert "un" not in singapore[0]["tags"]


def test_misprinted_titles_are_offices() -> None:
    titles = Counter(row["office_title"] for row in rows("visits"))
    assert titles["Prime Minster"] == 2
    assert titles["Prime Ministere"] == 1
    assert values(rows("visits", office_title="Prime Minster"), "office") == {"prime-minister"}
    assert values(rows("visits", name="Valdas Adamkus"), "office") == {"president"}


def test_two_visitors_in_one_row() -> None:
    shared = Counter(row["id"] for row in rows("visits"))
    assert len([row_id for row_id, count in shared.items() if count == 2]) == 7


def test_a_missing_locale_is_null_and_in_the_holy_see() -> None:
    without = [row for row in travels() if row["locale"] is None]
    assert values(without, "country") == {"VA"}


def test_a_place_that_only_the_prose_names() -> None:
    (row,) = travels(id="3890")
    assert row["territory"] == ["KR", "KP"]


def test_periods_are_in_order() -> None:
    assert all(row["start"] <= row["end"] for row in VISITS)


def test_every_row_has_what_a_verdict_needs() -> None:
    for row in VISITS:
        for column in ("id", "person", "office", "country", "territory", "trip"):
            assert row[column], (row["id"], column)
        assert row["correction"] == (row["register"] == "corrections") == bool(row["source"])


def test_corrections_fill_what_the_register_lacks() -> None:
    added = {(row["country"], row["start"].year, row["start"].month) for row in rows("corrections")}
    expected = {("IQ", 2018, 12), ("IE", 2019, 6), ("GB", 2022, 9), ("CA", 2023, 3)}
    assert added == expected | {("CV", 2024, 12)}
    for country, year, month in added:
        known = [
            row
            for row in travels(country=country, office="us-president")
            if (row["start"].year, row["start"].month) == (year, month)
        ]
        assert not known


def test_a_correction_joins_the_journey_it_belongs_to() -> None:
    angola = travels(person="biden-joseph-r", country="AO")[0]
    sal = rows("corrections", country="CV")[0]
    assert angola["trip"] == sal["trip"]


def test_eagleburger_was_secretary_and_has_no_coverage() -> None:
    held = [term for term in TERMS if term["person"] == "eagleburger-lawrence-sidney"]
    periods = {
        (term["start"], term["end"], term["acting"])
        for term in held
        if term["office"] == "us-secretary-of-state"
    }
    assert periods == {
        (date(1992, 8, 23), date(1992, 12, 8), True),
        (date(1992, 12, 8), date(1993, 1, 19), False),
    }
    secretaries = [item for item in load_coverage() if item.office == "us-secretary-of-state"]
    assert any(item.except_persons == ("eagleburger-lawrence-sidney",) for item in secretaries)
    assert not travels(person="eagleburger-lawrence-sidney")


def test_the_latest_secretaries() -> None:
    found = {
        term["person"]: (term["start"], term["end"])
        for term in TERMS
        if term["office"] == "us-secretary-of-state" and not term["acting"]
    }
    assert found["blinken-antony-j"] == (date(2021, 1, 26), date(2025, 1, 20))
    assert found["rubio-marco"] == (date(2025, 1, 21), None)


def test_every_president_since_the_first() -> None:
    terms = sorted(
        (term["start"], term["end"] or date.max)
        for term in TERMS
        if term["office"] == "us-president"
    )
    assert len(terms) == 47
    assert terms[0][0] == date(1789, 4, 30)
    assert all(later[0] == earlier[1] for earlier, later in pairwise(terms))


def test_row_counts_are_as_declared() -> None:
    for name, info in load_registers().items():
        table = VISITS if info.table == "visits" else TERMS
        found = [row for row in table if row["register"] == name]
        assert len(found) == info.table_rows, name
        if info.table == "visits":
            assert len(values(found, "id")) == info.rows, name


def test_ids_that_the_register_of_officers_repeats() -> None:
    repeated = [term for term in TERMS if "id-repeated" in term["note"]]
    assert len(repeated) == 32
    assert {"seward-william-henry", "seward-frederick-william"} <= values(repeated, "person")


def test_a_term_that_ends_before_it_begins_has_no_days() -> None:
    (wrong,) = [term for term in TERMS if "dates-contradict" in term["note"]]
    assert wrong["start"] is None
    assert wrong["start_edtf"] > wrong["end_edtf"]


def test_a_former_id_of_a_person_is_the_person() -> None:
    (term,) = [term for term in TERMS if term["id"] == "secr-1906-wils"]
    assert term["person"] == "wilson-francis-mairs-huntington"


@pytest.mark.parametrize("office", ["us-president", "us-secretary-of-state"])
def test_no_row_lies_outside_of_coverage(office: str) -> None:
    (covered,) = [item for item in load_coverage() if (item.office, item.kind) == (office, "visit")]
    starts = [row["start"].isoformat() for row in travels(office=office)]
    assert covered.from_ <= min(starts)
    assert max(starts) <= covered.to


def test_vice_presidents_are_not_covered() -> None:
    assert not [item for item in load_coverage() if "vice-president" in item.office]
