"""The example registers are added by the command line, and claims about their office are judged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from registan import cli
from registan.home import register_home
from registan.model.claim import Claim, Verdict
from registan.precedent import judge, open_with_own
from registan.precedent.archive import Archive
from registan.registers import add_register, load_own

EXAMPLES = Path(__file__).parents[2] / "examples" / "registers"
PM = {"office": "prime minister", "country": "GB"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    for name in ("uk-terms", "uk-journeys"):
        add_register(EXAMPLES / f"{name}.csv", folder / "registers")
    return folder


@pytest.fixture(scope="module")
def archive(home: Path) -> Archive:
    return open_with_own(home / "registers")


def ask(archive: Archive, form: str, person: str | None, country: str, **more: Any) -> Verdict:
    subject = {**PM, "person": person} if person else PM
    claim = Claim.from_data(
        {"form": form, "subject": subject, "place": {"countries": [country]}, **more}
    )
    return judge(claim, as_of="2019-12-31", archive=archive)


def test_every_row_names_its_source(home: Path) -> None:
    journeys = next(own for own in load_own(home / "registers") if "journeys" in own[0].name)
    assert all(row["source"] for row in journeys.table.to_pylist())


@pytest.mark.parametrize(
    ("form", "person", "country", "more", "outcome"),
    [
        ("event", "Boris Johnson", "LU", {"since": "2019-09"}, "supported"),
        ("event", "Boris Johnson", "PL", {"since": "2019-09"}, "contradicted"),
        ("event", "Boris Johnson", "PL", {"since": "2018-03"}, "beyond_coverage"),
        ("never", "Boris Johnson", "FR", {}, "contradicted"),
        ("never", "Boris Johnson", "PL", {}, "supported"),
        ("never", None, "PL", {}, "beyond_coverage"),
        ("first", "Boris Johnson", "EE", {}, "beyond_coverage"),
        ("first", "Boris Johnson", "EE", {"since": "2019-08"}, "supported"),
        ("count", "Boris Johnson", "FR", {"n": 2}, "supported"),
        ("count", "Boris Johnson", "FR", {"n": 3}, "contradicted"),
    ],
)
def test_claims_are_judged_as_far_as_the_list_reaches(
    archive: Archive, form: str, person: str | None, country: str, more: Any, outcome: str
) -> None:
    verdict = ask(archive, form, person, country, **more)
    assert verdict.verdict == outcome, verdict.answer["en"]
    if outcome in ("supported", "contradicted"):
        assert verdict.coverage[0].register == "uk-journeys"


def test_own_terms_say_who_is_missing_from_a_shipped_register(archive: Archive) -> None:
    claim = Claim.from_data(
        {
            "form": "every_except",
            "subject": PM,
            "direction": "to_us",
            "place": {"countries": ["US"]},
            "since": "1979-05-04",
        }
    )
    verdict = judge(claim, as_of="2016-01-01", archive=archive)
    assert verdict.verdict == "supported"
    assert {row.who for row in verdict.evidence} >= {
        "united-kingdom-major-john",
        "united-kingdom-thatcher-margaret",
    }


def test_shipped_verdicts_stay(archive: Archive) -> None:
    claim = Claim.from_data(
        {
            "form": "first",
            "subject": {"person": "Barack Obama", "office": "US president"},
            "place": {"countries": ["ET"]},
        }
    )
    assert judge(claim, as_of="2015-07-27", archive=archive).verdict == "supported"


def test_the_command_line_adds_lists_shows_and_removes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REGISTAN_HOME", str(tmp_path))
    assert cli.run(["register", "add", str(EXAMPLES / "uk-journeys.csv"), "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 8
    assert register_home().joinpath("uk-journeys.parquet").is_file()
    assert cli.run(["register", "list", "-f", "json"]) == 0
    assert "uk-journeys" in [one["name"] for one in json.loads(capsys.readouterr().out)]
    assert cli.run(["register", "show", "uk-journeys", "--country", "FR", "-f", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert cli.run(["register", "remove", "uk-journeys"]) == 0
    assert cli.run(["register", "remove", "uk-journeys"]) == 1
    assert "no register of your own" in capsys.readouterr().err


def test_a_mistake_is_one_line_and_exit_code_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REGISTAN_HOME", str(tmp_path / "home"))
    text = (EXAMPLES / "uk-journeys.csv").read_text("utf-8").replace("2019-09-09", "2019-09-31")
    (tmp_path / "mine.csv").write_text(text, "utf-8")
    (tmp_path / "mine.toml").write_text((EXAMPLES / "uk-journeys.toml").read_text("utf-8"), "utf-8")
    assert cli.run(["register", "add", str(tmp_path / "mine.csv")]) == 2
    captured = capsys.readouterr()
    assert "mine.csv: line 5: The field <start>" in captured.err
    assert len(captured.err.splitlines()) == 1
    assert not (tmp_path / "home").exists()
