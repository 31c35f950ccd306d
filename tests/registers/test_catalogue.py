"""What `registan register list|show|import` answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

from registan.errors import DataError, InputError
from registan.registers import import_register, list_registers, show_register

from .conftest import Write, trip


def test_list_names_every_register_with_its_reach() -> None:
    found = {summary.name: summary for summary in list_registers()}
    assert set(found) == {"travels", "visits", "presidents", "pocom", "corrections"}
    assert found["travels"].rows == 4271
    assert found["travels"].licence == "CC0-1.0"
    assert [item.to for item in found["travels"].coverage] == ["2024-12-02", "2025-02-19"]


def test_show_filters_by_person_country_and_time() -> None:
    assert len(show_register("travels", person="Blinken", country="uz")) == 1
    found = show_register(
        "travels",
        office="us-president",
        country="BS",
        since=date(1940, 1, 1),
        until=date(1962, 12, 31),
    )
    assert [row["start"].year for row in found] == [1940, 1962]


def test_show_finds_visitors_by_their_country() -> None:
    names = {row["name"] for row in show_register("visits", country="UZ")}
    assert "Shavkat Mirziyoyev" in names


def test_an_unknown_register_is_an_input_error_with_the_nearest_name() -> None:
    with pytest.raises(InputError, match="Did you mean travels"):
        show_register("travel")


def test_import_writes_rows_with_their_prose(travels: Write, tmp_path: Path) -> None:
    result = import_register("travels", travels(trip(), trip("2", start="1950-03-02")), tmp_path)
    table = parquet.read_table(result.path)
    assert result.rows == table.num_rows == 2
    assert table["remarks"].to_pylist()[0] == "Met with King Olaf."
    assert table["trip"].to_pylist() == [1, 1]
    assert result.notes


def test_import_can_leave_the_prose_out(travels: Write, tmp_path: Path) -> None:
    result = import_register("travels", travels(trip()), tmp_path, keep_prose=False)
    assert "remarks" not in parquet.read_table(result.path).schema.names


def test_importing_twice_gives_the_same_bytes(travels: Write, tmp_path: Path) -> None:
    folder = travels(trip(), trip("2", locale="Bergen"))
    first = import_register("travels", folder, tmp_path / "a").path.read_bytes()
    assert import_register("travels", folder, tmp_path / "b").path.read_bytes() == first


def test_a_bad_download_leaves_nothing_behind(travels: Write, tmp_path: Path) -> None:
    with pytest.raises(DataError):
        import_register("travels", travels(trip(country="nowhere")), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_import_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder"):
        import_register("travels", tmp_path / "absent.zip", tmp_path)


def test_the_shipped_tables_hold_no_prose() -> None:
    for row in show_register("travels"):
        assert "remarks" not in row
