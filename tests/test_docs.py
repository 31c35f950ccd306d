"""The docs cannot lie: every command and option is described, every example runs."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from registan import cli

ROOT = Path(__file__).parents[1]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\$ (registan .+)$", README, flags=re.MULTILINE)
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def commands_of(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
        return
    for key, found in inner.items():
        yield from commands_of(found, f"{name} {key}")


COMMAND_TREE = list(commands_of(typer.main.get_command(cli.app), "registan"))


def section_of(name: str) -> str:
    found = re.search(
        rf"^## {re.escape(name)}$(.*?)(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL
    )
    assert found, f"docs/commands.md has no section for {name}"
    return found.group(1)


@pytest.mark.parametrize(("name", "command"), COMMAND_TREE, ids=[name for name, _ in COMMAND_TREE])
def test_every_command_and_option_is_described(name: str, command: Any) -> None:
    section = section_of(name)
    for parameter in command.params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("--") and option != "--help":
                assert f"`{option}`" in section


@pytest.mark.parametrize(("name", "command"), COMMAND_TREE, ids=[name for name, _ in COMMAND_TREE])
def test_no_option_is_described_that_does_not_exist(name: str, command: Any) -> None:
    known = {option for found in command.params for option in (*found.opts, *found.secondary_opts)}
    described = set(re.findall(r"`(--[a-z-]+)`", section_of(name)))
    assert described <= known


def test_every_described_command_exists() -> None:
    described = re.findall(r"^## (registan .+)$", COMMANDS, flags=re.MULTILINE)
    assert sorted(described) == sorted(name for name, _ in COMMAND_TREE)


def without_number(line: str) -> str:
    """Forget an item's number: the reader may come to find one claim more before it."""
    return re.sub(r"^[CE]\d+ +", "", line)


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_readmes_examples_run(
    example: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    assert cli.run(shlex.split(example)[1:]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out or list(tmp_path.glob("brief.*"))


def test_the_readmes_picture_is_what_the_program_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    picture = re.search(r"```text\n(.*?)```", README, flags=re.DOTALL)
    assert picture
    assert cli.run(["check", "examples/artikel.de.txt"]) == 0
    printed = [without_number(line) for line in capsys.readouterr().out.splitlines()]
    for line in picture.group(1).splitlines():
        assert without_number(line) in printed or line.strip() in ("…", "")
