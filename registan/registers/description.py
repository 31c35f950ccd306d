"""Description: the TOML beside a register of one's own: office, kind, coverage, licence."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import msgspec

from registan.errors import DataError, InputError
from registan.registers.country import known_codes
from registan.registers.coverage import CoverageEntry, load_registers

_NAME = re.compile(r"[a-z][a-z0-9-]{1,39}")


class OwnOffice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office that Registan has no words for: its id, the words that name it, its label.

    `words` are English, as claims name offices; `says` is the label by language code (en, de, …).
    """

    id: str
    words: tuple[str, ...]
    says: dict[str, str] = {}


class Description(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the TOML says: who publishes the register, under which licence, what it covers.

    `office`, `office_title`, `direction` and `country_of_person` hold for rows that do not say.
    """

    name: str
    title: str
    publisher: str
    licence: str
    snapshot: date
    table: str
    url: str = ""
    office: str = ""
    office_title: str = ""
    direction: str = "abroad"
    country_of_person: str = ""
    offices: tuple[OwnOffice, ...] = ()
    coverage: tuple[CoverageEntry, ...] = ()


def read_description(path: Path) -> tuple[str, Description]:
    """Read the TOML: its text, and what it says; errors name file and field."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(
            "The register has no description.",
            where=str(path),
            hint="Write a .toml beside the .csv: name, title, publisher, licence, snapshot, table.",
        ) from error
    except UnicodeDecodeError as error:
        raise DataError(f"The description cannot be read: {error}.", where=path.name) from error
    return text, parse_description(text, path.name)


def parse_description(text: str, where: str) -> Description:
    """Parse a description; DataError names what is wrong in `where`."""
    try:
        description = msgspec.convert(tomllib.loads(text), Description)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"The description cannot be read: {error}.", where=where) from error
    _check(description, where)
    return description


def _check(description: Description, where: str) -> None:
    if not _NAME.fullmatch(description.name) or description.name in load_registers():
        raise DataError(
            f"The field <name> is {description.name!r}; expected small letters, digits and "
            "hyphens, and no name of a shipped register.",
            where=where,
        )
    if description.table not in ("visits", "terms"):
        raise DataError("The field <table> has to be visits or terms.", where=where)
    if description.direction not in ("abroad", "to_us"):
        raise DataError("The field <direction> has to be abroad or to_us.", where=where)
    for field in ("title", "publisher", "licence"):
        if not getattr(description, field).strip():
            raise DataError(f"The field <{field}> is empty.", where=where)
    if description.table == "visits" and not description.coverage:
        raise DataError(
            "The description states no coverage, so that no row would ever be judged.",
            where=where,
            hint="Add [[coverage]] with office, from and to; exhaustive = false if there are gaps.",
        )
    for entry in description.coverage:
        _check_coverage(entry, where)


def _check_coverage(entry: CoverageEntry, where: str) -> None:
    if entry.to < entry.from_:
        raise DataError(f"The coverage ends on {entry.to}, before it begins.", where=where)
    if entry.country is not None and entry.country not in known_codes():
        raise DataError(
            f"The coverage's <country> is {entry.country!r}, expected a code such as UZ.",
            where=where,
        )
