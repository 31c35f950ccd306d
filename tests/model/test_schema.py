"""The published JSON Schemas are those of the nouns as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from registan.model import Record
from registan.model.schema import NOUNS, schema_of, write_schemas

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema"


@pytest.mark.parametrize("noun", NOUNS)
def test_the_published_schema_is_up_to_date(noun: type[Record]) -> None:
    path = PUBLISHED / f"{noun.__name__.lower()}.json"
    assert path.read_text(encoding="utf-8") == schema_of(noun), (
        "Run: python -m registan.model.schema docs/schema"
    )


def test_writing_gives_one_readable_file_for_each_noun(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schema")
    titles = {json.loads(path.read_text(encoding="utf-8"))["title"] for path in written}
    assert titles == {noun.__name__ for noun in NOUNS}


def test_a_coverage_begins_with_from_in_json() -> None:
    schema = json.loads(schema_of(next(noun for noun in NOUNS if noun.__name__ == "Verdict")))
    assert "from" in schema["$defs"]["Coverage"]["properties"]
