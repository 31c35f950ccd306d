"""The shipped tables are what the importers make of the snapshot, where it is at hand."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from registan.registers.importer import import_all, write_all

SNAPSHOT = Path(__file__).parents[3] / "shared" / "registers" / "historyatstate"


def test_the_snapshot_gives_the_shipped_bytes(tmp_path: Path) -> None:
    if not SNAPSHOT.is_dir():
        pytest.skip("measured on ../shared/registers, which is not here")
    write_all(import_all(SNAPSHOT), tmp_path)
    for name in ("visits.parquet", "terms.parquet"):
        shipped = (files("registan.registers") / "data" / name).read_bytes()
        assert (tmp_path / name).read_bytes() == shipped, name
