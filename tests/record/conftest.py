"""One suite over both engines: every test with `place` runs on DuckDB and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(params=["duckdb", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record may be made: a new file, or an empty database."""
    if request.param == "duckdb":
        return str(tmp_path / "record.duckdb")
    url: str = request.getfixturevalue("postgres_url")
    return url
