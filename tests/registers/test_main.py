"""The command that rebuilds the shipped tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from registan.registers.__main__ import main

from .conftest import Write, chief, trip, visit

PRESIDENTS = """<presidents><president n="1"><id>doe-jane</id><name>Jane Doe</name><birth-year/>
<death-year/><took-office-date>1950-01-01</took-office-date><left-office-date/>
<created-by/><created-date/><last-modified-by/><last-modified-date/></president></presidents>"""


def test_it_writes_both_tables(
    travels: Write, visits: Write, officers: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = travels(trip()).parent
    visits(visit())
    officers(chief())
    (folder / "travels" / "presidents").mkdir()
    (folder / "travels" / "presidents" / "presidents.xml").write_text(PRESIDENTS, encoding="utf-8")
    assert main([str(folder), str(folder / "out")]) == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "terms.parquet",
        "visits.parquet",
    ]
    assert "7 visits" in capsys.readouterr().out


def test_a_missing_download_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    assert "No file" in capsys.readouterr().err


def test_wrong_arguments_say_how_to_use_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    assert "Usage" in capsys.readouterr().err
