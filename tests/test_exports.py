"""The public door: what it names is there, stays there, and costs nothing until it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import registan


def test_the_door_names_what_it_offers() -> None:
    assert registan.__all__ == sorted(registan.__all__)
    assert {"__version__", "check", "judge", "read"} <= set(registan.__all__)


@pytest.mark.parametrize("name", registan.__all__)
def test_everything_named_is_there(name: str) -> None:
    assert getattr(registan, name) is not None


def test_functions_are_callable_even_after_every_module_is_loaded() -> None:
    code = (
        "import registan, registan.cli, registan.checker\n"
        "assert callable(registan.check) and callable(registan.read) and callable(registan.judge)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_the_door_loads_no_part() -> None:
    code = (
        "import sys, registan, registan.cli\n"
        "heavy = {'spacy', 'onnxruntime', 'duckdb', 'pyarrow', 'trafilatura', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="chekc"):
        getattr(registan, "chekc")  # noqa: B009 (the point is the lookup)
