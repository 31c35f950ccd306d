"""Questions as people type them, made readable."""

import re

import pytest

from registan.languages import table
from registan.reader.typed import TypedRow, respell, tidy
from registan.world import load

ROWS = [
    (lang, row)
    for lang in ("de", "en", "fr", "ru")
    for row in table(lang, "typed", TypedRow)
    if row.pattern
]
SAID = [
    ("en", "has any us president been to new zealand", "Has any US president been to New Zealand?"),
    ("en", "last sec of state in belarus", "Last secretary of state in Belarus?"),
    ("de", "wann war ein us praesident in wien", "Wann war ein US-Präsident in Wien?"),
    ("ru", "сколько раз путин был в сша", "Сколько раз Путин был в США?"),
    ("fr", "quand macron est-il allé aux etats-unis", "Quand Macron est-il allé aux États-Unis?"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "row"), ROWS, ids=lambda v: getattr(v, "id", v))
def test_a_row_changes_its_example_and_not_the_other(lang: str, row: TypedRow) -> None:
    pattern = re.compile(row.pattern, re.IGNORECASE)
    assert pattern.sub(row.put, row.matches) != row.matches
    assert pattern.sub(row.put, row.rejects) == row.rejects


@pytest.mark.parametrize(("lang", "typed", "read"), SAID)
def test_small_letters_and_no_mark_are_read(lang: str, typed: str, read: str) -> None:
    assert tidy(typed, lang, load()) == read


@pytest.mark.parametrize(("lang", "typed", "read"), SAID)
def test_what_is_written_with_care_stays(lang: str, typed: str, read: str) -> None:
    assert respell(tidy(read, lang, load()), lang, load()) == read


def test_only_a_misspelt_name_is_respelt() -> None:
    assert respell("Did Kerry visit isreal?", "en", load()) == "Did Kerry visit Israel?"
    assert respell("Did Kerry visit Foobarland?", "en", load()) == "Did Kerry visit Foobarland?"
