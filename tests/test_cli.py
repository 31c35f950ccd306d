"""The command line: one line for an error, the right exit code, and results that can be piped."""

from __future__ import annotations

import csv
import importlib
import io
import json
import runpy
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import msgspec
import pytest
from typer.testing import CliRunner

from registan import __version__, cli, door
from registan.errors import InputError, SourceError
from registan.model import Brief, Extract, Verdict
from registan.precedent import Explained
from registan.web import output as output_module
from tests.web.sample import BRIEF, DOCUMENT, REPORTS, VERDICTS

EXTRACT = Extract(document=DOCUMENT, reports=REPORTS)


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Stand in for the checker, so that these tests are of the door alone."""
    fake = ModuleType("registan.checker")
    seen: list[object] = []

    def brief(source: str, **options: object) -> Brief:
        seen.append((source, options))
        if source == "missing.txt":
            raise InputError("There is no such file.", where=source, hint="Check its name.")
        if source == "http://down.example":
            raise SourceError("The site did not answer.", where=source)
        if source == "broken":
            raise ZeroDivisionError("by zero")
        if source == "interrupt":
            raise KeyboardInterrupt
        return BRIEF

    def extract(source: str, **options: object) -> Extract:
        brief(source, **options)
        return EXTRACT

    def judged(sentence: str, **options: object) -> tuple[Verdict, ...]:
        seen.append((sentence, options))
        return VERDICTS[:1]

    def explained(verdicts: tuple[Verdict, ...], record: str | None) -> list[Explained]:
        return [Explained(claim=verdict.claim) for verdict in verdicts if verdict.claim]

    vars(fake).update(check=brief, read=extract, read_text=extract, seen=seen)
    vars(fake).update(judge=judged, ask=judged, explain=explained)
    monkeypatch.setitem(sys.modules, "registan.checker", fake)
    return fake


def test_help_lists_the_commands() -> None:
    result = CliRunner().invoke(cli.app, ["--help"])
    assert result.exit_code == 0
    for command in ("check", "read", "claim", "register"):
        assert command in result.output


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"registan {__version__}\n"


@pytest.mark.usefixtures("checker")
def test_check_prints_the_brief_without_colour_when_piped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["check", "a.txt"]) == 0
    captured = capsys.readouterr()
    assert "✗ WIDERLEGT" in captured.out
    assert "\x1b" not in captured.out
    assert captured.err == ""


def test_options_reach_the_checker(checker: ModuleType) -> None:
    arguments = ["--lang", "de", "--published", "2024-05-21", "--allow-private", "-r", "r.duckdb"]
    assert cli.run(["check", "a.txt", *arguments]) == 0
    options = {"lang": "de", "published": "2024-05-21", "allow_private": True, "record": "r.duckdb"}
    assert checker.seen == [("a.txt", options)]


@pytest.mark.usefixtures("checker")
def test_json_is_an_object_for_one_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "a.txt", "--format", "json"]) == 0
    out = capsys.readouterr().out
    keys = ["document", "reports", "events", "claims", "quotes", "questions", "skipped"]
    assert list(json.loads(out)) == keys
    assert msgspec.json.decode(out.encode(), type=Brief) == BRIEF


@pytest.mark.usefixtures("checker")
def test_json_is_a_list_for_several_inputs_in_their_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["check", "a.txt", "missing.txt", "b.txt", "--format", "json"]) == 1
    captured = capsys.readouterr()
    first, second, third = json.loads(captured.out)
    assert first == third
    assert second["input"] == "missing.txt"
    assert second["error"]["message"] == "There is no such file."
    assert captured.err == "registan: missing.txt: There is no such file. Check its name.\n"


@pytest.mark.usefixtures("checker")
def test_the_worst_input_decides_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "http://down.example", "missing.txt", "a.txt"]) == 2
    captured = capsys.readouterr()
    assert len(captured.err.splitlines()) == 2
    assert "WIDERLEGT" in captured.out


@pytest.mark.usefixtures("checker")
def test_one_failing_input_prints_one_line_and_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["check", "missing.txt", "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1


def test_a_dash_is_left_to_the_reader(checker: ModuleType) -> None:
    assert cli.run(["check", "-"]) == 0
    assert checker.seen[0][0] == "-"


@pytest.mark.usefixtures("checker")
def test_the_output_files_ending_decides_the_format(tmp_path: Path) -> None:
    assert cli.run(["check", "a.txt", "--output", str(tmp_path / "brief.html")]) == 0
    assert (tmp_path / "brief.html").read_text("utf-8").lstrip().startswith("<!doctype html>")
    assert cli.run(["check", "a.txt", "--output", str(tmp_path / "brief.json")]) == 0
    assert json.loads((tmp_path / "brief.json").read_text("utf-8"))["document"]
    assert cli.run(["check", "a.txt", "--output", str(tmp_path / "brief.txt")]) == 0
    assert "WIDERLEGT" in (tmp_path / "brief.txt").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "brief.html",
        "brief.json",
        "brief.txt",
    ]


@pytest.mark.usefixtures("checker")
def test_an_output_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["check", "a.txt", "--output", str(tmp_path / "no" / "brief.html")]) == 1
    assert "Cannot write the result" in capsys.readouterr().err


@pytest.mark.usefixtures("checker")
def test_read_prints_reports_and_makes_no_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", "a.txt"]) == 0
    assert "R1   Telefonat" in capsys.readouterr().out
    assert cli.run(["read", "a.txt", "--format", "html"]) == 1
    assert "Only `registan check` makes pages." in capsys.readouterr().err


@pytest.mark.usefixtures("checker")
def test_read_answers_a_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"id": "a", "text": "T"}\nnonsense\n{"id": "b", "text": "U"}\n')
    assert cli.run(["read", "--sentences", str(cases)]) == 0
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(first) == ["id", "reports", "claims", "skipped"]
    assert list(second) == ["id", "error"]
    assert third["id"] == "b"


def test_claim_judges_as_of_a_day(checker: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["claim", "Nie.", "--as-of", "2024-05-21", "--format", "json"]) == 0
    assert checker.seen == [("Nie.", {"as_of": "2024-05-21", "lang": None, "record": None})]
    found = json.loads(capsys.readouterr().out)
    assert found["text"] == "Nie."
    assert found["claims"][0]["verdict"] == "supported"


@pytest.mark.parametrize("command", ["claim", "ask"])
def test_claims_and_questions_come_in_batches_each_line_as_of_its_own_day(
    checker: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    cases = tmp_path / "cases.jsonl"
    lines = ['{"id": 1, "text": "T", "as_of": "2001"}', '{"id": 2, "text": "T", "lang": "fr"}']
    cases.write_text("\n".join(lines))
    assert cli.run([command, "--sentences", str(cases), "--as-of", "2020", "--lang", "de"]) == 0
    assert [options for _, options in checker.seen] == [
        {"as_of": "2001", "lang": "de", "record": None},
        {"as_of": "2020", "lang": "fr", "record": None},
    ]
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(line) for line in found] == [["id", "claims"]] * 2


@pytest.mark.usefixtures("checker")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "No input was given."),
        (["claim"], "No words were given."),
        (["check", "a.txt", "--format", "pdf"], "pdf"),
        (["check", "a.txt", "--wrong"], "--wrong"),
        (["read", "--sentences", "nowhere.jsonl"], "nowhere.jsonl"),
        (["chekc"], "chekc"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_1(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 1
    captured = capsys.readouterr()
    assert said in captured.err
    assert len(captured.err.splitlines()) == 1
    assert captured.out == ""


@pytest.mark.usefixtures("checker")
def test_a_failure_inside_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "broken"]) == 3
    error = capsys.readouterr().err
    assert "ZeroDivisionError" in error
    assert len(error.splitlines()) == 1


@pytest.mark.usefixtures("checker")
def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "broken", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.usefixtures("checker")
def test_an_interrupt_ends_with_130_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "interrupt"]) == 130
    assert capsys.readouterr().err == "registan: Stopped.\n"


def test_a_reader_that_goes_away_ends_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(text: str) -> int:
        raise BrokenPipeError

    with (tmp_path / "out").open("w") as sink:
        gone = SimpleNamespace(write=write, flush=sink.flush, fileno=sink.fileno)
        monkeypatch.setattr(sys, "stdout", gone)
        with pytest.raises(SystemExit) as ended:
            output_module.put("text", None)
    assert ended.value.code == output_module.BROKEN_PIPE


def test_progress_is_silent_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with door.progress("Reading [a]"):
        pass
    assert capsys.readouterr().err == ""


def test_register_list_names_coverage(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["register", "list"]) == 0
    out = capsys.readouterr().out
    assert "travels" in out
    assert "CC0" in out


def test_register_show_filters_rows(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--country", "AL", "--since", "2007-01-01", "--until", "2007-12-31"]
    assert cli.run(["register", "show", "travels", *arguments]) == 0
    (row,) = capsys.readouterr().out.splitlines()
    assert row.startswith("2007-06-10")


def test_register_show_refuses_what_is_no_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["register", "show", "travels", "--since", "May"]) == 1
    assert "--since: May is no day." in capsys.readouterr().err


def test_an_unknown_register_is_told_with_a_near_miss(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["register", "show", "travel"]) == 1
    assert "Did you mean travels?" in capsys.readouterr().err


def test_who_gives_candidates_with_their_terms(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["who", "Angela Merkel", "--as-of", "2015-06-01", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["name"] == "Angela Merkel"
    assert found["candidates"][0]["name"] == "Angela Merkel"


def test_who_says_that_nothing_decides(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["who", "Zzyx Qwrt"]) == 0
    assert "Nobody known" in capsys.readouterr().out


def test_who_answers_a_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"id": 4, "text": "Bundeskanzlerin Merkel", "lang": "de", "as_of": "2015"}')
    assert cli.run(["who", "--sentences", str(cases)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["id", "candidates"]
    assert found["candidates"]


@pytest.mark.usefixtures("checker")
def test_claim_answers_in_the_sentences_own_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["claim", "Nie."]) == 0
    assert "✓ BELEGT" in capsys.readouterr().out
    assert cli.run(["claim", "Nie.", "--lang", "en"]) == 0
    assert "✓ SUPPORTED" in capsys.readouterr().out


@pytest.mark.usefixtures("checker")
@pytest.mark.parametrize("command", [["claim", "Words."], ["ask", "Words?"], ["check", "a.txt"]])
def test_verdicts_come_as_claimreview_and_as_rows(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([*command, "--format", "claimreview"]) == 0
    reviews = json.loads(capsys.readouterr().out)
    first = reviews[0] if isinstance(reviews, list) else reviews
    assert first["@type"] == "ClaimReview"
    assert first["claimReviewed"] == VERDICTS[0].text
    assert cli.run([*command, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows[0]["claim"] == VERDICTS[0].text


@pytest.mark.usefixtures("checker")
@pytest.mark.parametrize("command", [["read", "a.txt"], ["register", "list"]])
def test_only_verdicts_come_as_claimreview(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([*command, "--format", "claimreview"]) == 1
    assert "Only verdicts" in capsys.readouterr().err


@pytest.mark.usefixtures("checker")
def test_an_explanation_comes_with_the_verdicts(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["claim", "Words.", "--explain", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["explained"][0]["claim"] == answer["claims"][0]["claim"]


def script_of_the_package() -> None:
    """What `registan` runs where it was installed."""
    project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))
    module, _, name = project["project"]["scripts"]["registan"].partition(":")
    getattr(importlib.import_module(module), name)()


@pytest.mark.parametrize(
    "start",
    [lambda: runpy.run_module("registan", run_name="__main__"), script_of_the_package],
    ids=["module", "script"],
)
def test_an_interrupt_while_loading_ends_the_same_way(
    start: Callable[[], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("registan.cli.main", stopped)
    with pytest.raises(SystemExit) as ended:
        start()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "registan: Stopped.\n"
