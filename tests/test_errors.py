"""Errors say what, where and what to do, and end the program with their family's code."""

from __future__ import annotations

import pytest

from registan.errors import DataError, InputError, RegistanError, SetupError, SourceError

FAMILIES = {InputError: 1, DataError: 2, SourceError: 2, SetupError: 3}


@pytest.mark.parametrize(("family", "code"), FAMILIES.items())
def test_each_family_has_its_exit_code(family: type[RegistanError], code: int) -> None:
    assert issubclass(family, RegistanError)
    assert family("Wrong.").exit_code == code


def test_an_error_reads_where_what_and_what_to_do() -> None:
    error = InputError("The text is empty.", where="a.txt", hint="Give a text.")
    assert str(error) == "a.txt: The text is empty. Give a text."


def test_an_error_without_place_and_hint_is_its_sentence() -> None:
    assert str(DataError("Row 3 has no date.")) == "Row 3 has no date."
