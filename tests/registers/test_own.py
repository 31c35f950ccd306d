"""A register of one's own: a CSV and a TOML, read strictly, judged like the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from registan.errors import DataError, InputError
from registan.model.claim import Claim
from registan.precedent import judge, open_with_own
from registan.registers import add_register, combine_registers, load_own, load_visits

TOML = """
name = "norwegian-pm"
title = "Journeys of prime ministers of Norway"
publisher = "A scholar"
licence = "CC-BY-4.0"
snapshot = 2020-01-01
table = "visits"
office = "no-prime-minister"
country_of_person = "NO"

[[coverage]]
office = "no-prime-minister"
direction = "abroad"
from = 2010-01-01
to = 2019-12-31
"""
CSV = """id,name,start,end,country,localities,tags
1,Ola Nordmann,2011-05-01,2011-05-03,SE,Stockholm; Uppsala,official
2,Ola Nordmann,2011-05-04,,FI,Helsinki,
"""
TERMS_CSV = "id,name,office,start,end,acting\na,Ola Nordmann,no-prime-minister,2010-01-01,,true\n"


def write(folder: Path, csv: str = CSV, toml: str = TOML) -> Path:
    (folder / "mine.toml").write_text(toml, encoding="utf-8")
    (folder / "mine.csv").write_text(csv, encoding="utf-8")
    return folder / "mine.csv"


def test_rows_are_kept_and_found_again(tmp_path: Path) -> None:
    added = add_register(write(tmp_path), tmp_path / "home")
    (own,) = load_own(tmp_path / "home")
    assert own.table == added.table
    first, second = own.table.to_pylist()
    assert (first["person"], first["country_of_person"]) == ("nordmann-ola", "NO")
    assert first["localities"] == ["Stockholm", "Uppsala"]
    assert first["end"] > first["start"]
    assert second["end"] == second["start"]
    assert first["trip"] == second["trip"]


def test_own_rows_and_coverage_join_the_shipped_ones(tmp_path: Path) -> None:
    add_register(write(tmp_path), tmp_path / "home")
    tables, coverage = combine_registers(load_own(tmp_path / "home"))
    assert tables.visits.num_rows == load_visits().num_rows + 2
    assert [item.to for item in coverage if item.register == "norwegian-pm"] == ["2019-12-31"]
    trips = {row["trip"] for row in tables.visits.to_pylist() if row["register"] == "norwegian-pm"}
    assert trips.isdisjoint(load_visits()["trip"].to_pylist())


def test_adding_twice_adds_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        add_register(write(tmp_path), tmp_path / "home")
    assert len(load_own(tmp_path / "home")) == 1


def test_terms_can_be_added(tmp_path: Path) -> None:
    add_register(write(tmp_path, TERMS_CSV, TOML.replace('"visits"', '"terms"')), tmp_path / "home")
    tables, _ = combine_registers(load_own(tmp_path / "home"))
    (term,) = [row for row in tables.terms.to_pylist() if row["register"] == "norwegian-pm"]
    assert term["acting"]
    assert term["end"] is None


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("3,Ola Nordmann,2011-13-01,,SE,,", "mine.csv: line 4: The field <start>"),
        ("3,Ola Nordmann,2011-05-01,2011-04-01,SE,,", "<end>"),
        ("3,Ola Nordmann,2011-05-01,,Sverige,,", "<country>"),
        ("3,,2011-05-01,,SE,,", "<name> is empty"),
        ("3,Ola Nordmann,2011-05-01", "more or fewer values"),
        ("1,Ola Nordmann,2011-05-01,,SE,,", "The id 1 stands twice"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_kept(tmp_path: Path, row: str, field: str) -> None:
    with pytest.raises(DataError) as caught:
        add_register(write(tmp_path, CSV + row + "\n"), tmp_path / "home")
    assert field in str(caught.value)
    assert not (tmp_path / "home").exists()


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="<mood> is unknown"):
        add_register(write(tmp_path, "id,name,start,country,mood\n"), tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('name = "norwegian-pm"', 'name = "travels"', "<name>"),
        ('table = "visits"', 'table = "plans"', "<table>"),
        ('office = "no-prime-minister"\ncountry', "country", "<office>"),
        ('country_of_person = "NO"', "", "<country_of_person>"),
        ("to = 2019-12-31", "", "to"),
        ("[[coverage]]", "[[coverages]]", "coverages"),
    ],
)
def test_a_bad_description_is_named(tmp_path: Path, old: str, new: str, field: str) -> None:
    with pytest.raises(DataError) as caught:
        add_register(write(tmp_path, toml=TOML.replace(old, new)), tmp_path / "home")
    assert field in str(caught.value)


def test_a_table_without_description_says_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "bare.csv").write_text(CSV, encoding="utf-8")
    with pytest.raises(InputError, match="no description"):
        add_register(tmp_path / "bare.csv", tmp_path / "home")


EXTENSION = """
name = "newer-journeys"
title = "Journeys after the shipped ones"
publisher = "A scholar"
licence = "CC0-1.0"
snapshot = 2026-01-31
table = "visits"
office = "us-president"
country_of_person = "US"

[[coverage]]
office = "us-president"
from = 2024-12-03
to = 2025-12-31
"""


def test_an_own_register_goes_on_where_the_shipped_one_ends(tmp_path: Path) -> None:
    row = "id,name,person,start,country\n1,Donald J. Trump,trump-donald-j,2025-05-13,AQ\n"
    add_register(write(tmp_path, row, EXTENSION), tmp_path / "home")
    claim = Claim.from_data(
        {"form": "never", "subject": {"office": "US president"}, "place": {"countries": ["AQ"]}}
    )
    archive = open_with_own(tmp_path / "home")
    assert judge(claim, as_of="2025-05-01", archive=archive).verdict == "supported"
    later = judge(claim, as_of="2025-06-01", archive=archive)
    assert later.verdict == "contradicted"
    assert [entry.to for entry in later.coverage] == ["2024-12-02", "2025-12-31"]


OFFICE = """
[[offices]]
id = "no-prime-minister"
words = ["Norwegian prime minister"]
says = {en = "Norwegian prime minister"}
"""


def test_an_office_of_ones_own_words_is_judged_and_gaps_are_respected(tmp_path: Path) -> None:
    gaps = TOML.replace("to = 2019-12-31", "to = 2019-12-31\nexhaustive = false")
    add_register(write(tmp_path, toml=gaps + OFFICE), tmp_path / "home")
    archive = open_with_own(tmp_path / "home")
    subject = {"office": "Norwegian prime minister", "person": "Ola Nordmann"}

    def outcome(form: str, country: str) -> str:
        data = {"form": form, "subject": subject, "place": {"countries": [country]}}
        return judge(Claim.from_data(data), as_of="2012-01-01", archive=archive).verdict

    assert outcome("ever", "SE") == "supported"
    assert outcome("never", "SE") == "contradicted"
    assert outcome("never", "DK") == "beyond_coverage"
    assert outcome("last", "SE") == "beyond_coverage"


def test_journeys_without_coverage_are_refused(tmp_path: Path) -> None:
    bare = TOML.split("[[coverage]]")[0]
    with pytest.raises(DataError, match="no coverage"):
        add_register(write(tmp_path, toml=bare), tmp_path / "home")
