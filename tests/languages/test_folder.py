"""The languages' tables: what is wrong with one is said."""

import msgspec
import pytest

from registan.errors import DataError
from registan.languages import folder


class Row(msgspec.Struct):
    id: str
    words: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {id: thing, words: [one]}\n- {id: thing, words: [two]}\n", "thing stands there twice"),
        ("- {id: thing, words: on}\n", "Row thing"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path, monkeypatch, text, told):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "things.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(folder, "root", lambda: tmp_path)
    with pytest.raises(DataError, match=told):
        folder.table("xx", "things", Row)


def test_rows_are_read_in_order(tmp_path, monkeypatch):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "things.yml").write_text("- {id: b}\n- {id: a, words: [x]}\n", "utf-8")
    monkeypatch.setattr(folder, "root", lambda: tmp_path)
    assert folder.table("xx", "things", Row) == (Row("b"), Row("a", ("x",)))
