"""Coverage: the registers' descriptions, and for which offices and dates they are exhaustive."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import yaml

from registan.errors import DataError
from registan.model import Coverage


class CoverageEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One coverage entry as a register's description states it; both days are inclusive."""

    office: str
    kind: Literal["visit", "term"] = "visit"
    country: str | None = None
    direction: Literal["abroad", "to_us"] | None = None
    from_: date = msgspec.field(name="from")
    to: date
    from_start: bool = False
    exhaustive: bool = True
    except_persons: tuple[str, ...] = ()
    note: str | None = None


class RegisterInfo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a register is: publisher, licence, snapshot, rows expected, coverage."""

    publisher: str
    title: str
    url: str
    licence: str
    snapshot: date
    table: Literal["visits", "terms"]
    rows: int
    table_rows: int
    coverage: tuple[CoverageEntry, ...]


@cache
def load_registers() -> dict[str, RegisterInfo]:
    """Load the description of every shipped register by name; DataError names a mistake."""
    text = (files("registan.registers") / "registers.yml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.safe_load(text), dict[str, RegisterInfo])
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise DataError(
            f"The register's description is not as expected: {error}.",
            where="registers/registers.yml",
        ) from error


def load_coverage() -> list[Coverage]:
    """Give every coverage entry of the shipped registers, in the order of the file."""
    return [
        make_coverage(name, entry)
        for name, info in load_registers().items()
        for entry in info.coverage
    ]


def make_coverage(register: str, entry: CoverageEntry) -> Coverage:
    """Give an entry as the noun that verdicts carry, its days as ISO text."""
    fields: dict[str, Any] = msgspec.structs.asdict(entry)
    fields["from_"], fields["to"] = entry.from_.isoformat(), entry.to.isoformat()
    return Coverage(register=register, **fields)
