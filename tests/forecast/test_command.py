"""The command: it prints what was answered, keeps it, and says in one line what is wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from registan import cli
from registan.forecast.log import read_log
from registan.forecast.noun import Bin, Score
from registan.home import HOME_VARIABLE
from tests.forecast.sample import forecast_of

SCORE = Score(
    task="president-abroad",
    model="logistic",
    data="as_published",
    cases=6734,
    happened=458,
    base_rate=0.068,
    brier=0.05,
    brier_skill=0.21,
    brier_skill_low=0.18,
    brier_skill_high=0.24,
    log_loss=0.2,
    auc=0.87,
    ece=0.006,
    decile_error=0.02,
    lower_half_ratio=1.1,
    calibration=(Bin(cases=100, forecast=0.01, observed=0.02, low=0.005, high=0.04),),
)


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch, tmp_path):
    """Stand in for the models, so that these tests are of the door alone."""
    answering, testing = ModuleType("answer"), ModuleType("backtest")
    answering.answer = lambda target: forecast_of(target)
    testing.backtest = testing.load_scores = lambda: (SCORE,)
    monkeypatch.setitem(sys.modules, "registan.forecast.answer", answering)
    monkeypatch.setitem(sys.modules, "registan.forecast.backtest", testing)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))


ASKED = ["forecast", "--who", "US president", "--where", "Mongolia", "--as-of", "2015-01-01"]


def test_a_forecast_is_printed_in_words(capsys):
    assert cli.run(ASKED) == 0
    said = capsys.readouterr().out
    for words in (
        "Will the US president visit Mongolia from 2 January 2015 to 1 January 2016?",
        "4.0 %",
        "about 1 in 25",
        "458 of 6,734",
        "Of 210 past cases rated 3.0 % to 5.0 %, 9 happened",
        "What pushes it up",
        "A summit is planned there.",
        "What it cannot see",
        "Registers to 31 December 2014",
    ):
        assert words in said


def test_json_is_the_forecast(capsys):
    assert cli.run([*ASKED, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["probability"] == 0.04
    assert data["target"]["countries"] == ["MN"]


def test_the_page_needs_nothing_else_and_has_the_plot(tmp_path):
    page = tmp_path / "page.html"
    assert cli.run([*ASKED, "-o", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "<svg" in text
    assert "<circle" in text
    assert "Laos" in text
    assert "<script" not in text
    assert "http" not in text


def test_forecasts_are_kept_unless_told_otherwise(tmp_path):
    log = tmp_path / "other.jsonl"
    cli.run([*ASKED, "--no-log"])
    assert not (tmp_path / "forecasts.jsonl").exists()
    cli.run(ASKED)
    cli.run([*ASKED, "--log", str(log)])
    assert len(read_log(tmp_path / "forecasts.jsonl")) == 1
    assert len(read_log(log)) == 1


def test_scores_tell_how_the_log_did(capsys):
    cli.run(ASKED)
    capsys.readouterr()
    assert cli.run(["forecast", "--scores"]) == 0
    assert "1 asked, 1 resolved, 0 happened" in capsys.readouterr().out
    assert cli.run(["forecast", "--scores", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["late"]["resolved"] == 1


def test_scores_of_an_empty_log_say_so(capsys):
    assert cli.run(["forecast", "--scores"]) == 0
    assert "No forecast has been kept yet" in capsys.readouterr().out


def test_the_backtest_prints_a_list_of_scores(capsys):
    assert cli.run(["forecast", "--backtest", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data[0]["model"] == "logistic"
    assert data[0]["data"] == "as_published"
    assert cli.run(["forecast", "--backtest"]) == 0
    assert "0.210 (0.180-0.240)" in capsys.readouterr().out


def test_the_backtest_is_a_page_too(tmp_path):
    page = tmp_path / "backtest.html"
    assert cli.run(["forecast", "--backtest", "-o", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "0.210 (0.180 to 0.240)" in text
    assert "<svg" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Nobody is asked about"),
        (["--who", "US president"], "No country or region"),
        (["--who", "my aunt", "--where", "Chile"], "Possible are"),
        (["--who", "US president", "--where", "Chile", "--format", "csv"], "not printed as csv"),
        (["--scores", "--format", "html"], "not printed as a page"),
        (["--who", "US president", "--where", "Chile", "--record", "none.duckdb"], "no record"),
    ],
)
def test_errors_are_one_line(arguments, said, capsys, tmp_path: Path):
    assert cli.run(["forecast", *arguments]) == 1
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1
    assert said in lines[0]
