"""Schema: the JSON Schema of every noun. `python -m registan.model.schema FOLDER` writes them."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from registan.model import Brief, Claim, Document, Event, Extract, Record, Report, Verdict

NOUNS: tuple[type[Record], ...] = (Brief, Claim, Document, Event, Extract, Report, Verdict)


def schema_of(noun: type[Record]) -> str:
    """Give a noun's JSON Schema (draft 2020-12) as indented JSON."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": noun.__name__,
        **msgspec.json.schema(noun),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write each noun's schema to `folder`; give the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for noun in NOUNS:
        path = folder / f"{noun.__name__.lower()}.json"
        path.write_text(schema_of(noun), encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    for written_path in write_schemas(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/schema")):
        print(written_path)
