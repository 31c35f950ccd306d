"""Row: one entry of a register as the claim forms see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from registan.model.claim import Evidence
from registan.precedent.dispute import load_disputes
from registan.precedent.text import fold

_KINDS = {"state", "official", "official-working", "working"}
_GATHERINGS = {"multilateral", "summit", "un"}


@dataclass(frozen=True, slots=True)
class Row:
    """One visit as a register has it, with the marks that readings ask for.

    `start` and `end` are ISO days. `stopover` is a stop on the way or at one's own base with
    nobody met; `gathering` is a visit of which the register tells no more than a conference;
    `elsewhere` is one to the seat of the United Nations alone, which no host receives at home;
    `disputed` marks a row one of whose localities other sources deny.
    """

    key: int
    register: str
    id: str
    direction: str
    office: str
    office_title: str
    person: str
    name: str
    visitor_country: str | None
    start: str
    end: str
    country: str
    country_name: str
    territory: tuple[str, ...]
    localities: tuple[str, ...]
    tags: frozenset[str]
    counterparts: tuple[str, ...]
    elect: bool
    stopover: bool
    private: bool
    gathering: bool
    bilateral: bool
    elsewhere: bool
    correction: bool
    disputed: bool
    trip: int | None
    opening: bool = False

    @property
    def place(self) -> str | None:
        """The localities as one text."""
        return ", ".join(self.localities) or None

    def evidence(self, side: str) -> Evidence:
        """Give the row as evidence `for`, `against` or as `context`."""
        return Evidence(
            register=self.register,
            id=self.id,
            who=self.person,
            name=self.name,
            office=self.office,
            start=self.start,
            end=self.end,
            country=self.country_name,
            place=self.place,
            tags=tuple(sorted(self.tags)),
            correction=self.correction,
            side=side,  # type: ignore[arg-type]
        )


def read_row(key: int, data: dict[str, Any]) -> Row:
    """Make a Row of one record of the visits table."""
    tags = frozenset(data["tags"] or ())
    counterparts = tuple(data["counterparts"] or ())
    received = bool(tags & _KINDS) or bool(counterparts)
    start = data["start"].isoformat()
    return Row(
        key=key,
        register=data["register"],
        id=str(data["id"]),
        direction=data["direction"],
        office=data["office"] or "",
        office_title=data["office_title"] or "",
        person=data["person"],
        name=data["name"],
        visitor_country=data["country_of_person"],
        start=start,
        end=data["end"].isoformat() if data["end"] else start,
        country=data["country"] or "",
        country_name=data["country_name"] or data["country"] or "",
        territory=tuple(data["territory"] or ()),
        localities=tuple(data["localities"] or ()),
        tags=tags,
        counterparts=counterparts,
        elect=bool(data["before_office"]) or "elect" in tags,
        stopover=_is_stopover(data, tags, counterparts),
        private=bool(data["private"]) or bool(tags & {"private", "vacation"}),
        gathering=bool(tags & _GATHERINGS) and not received,
        bilateral=received or not tags & _GATHERINGS,
        elsewhere="un" in tags and not tags & (_KINDS | {"pastoral"}),
        correction=bool(data["correction"]),
        disputed=(data["register"], str(data["id"])) in load_disputes(),
        trip=data["trip"],
    )


def _is_stopover(data: dict[str, Any], tags: frozenset[str], counterparts: tuple[str, ...]) -> bool:
    if counterparts:
        return False
    return bool(data["transit"]) or bool(tags & {"transit", "refuelling", "military-base"})


_TEXTS = pa.list_(pa.string())
# The table's columns and the rows' fields; `localities` are folded in the table, for comparison.
_COLUMNS = {
    "key": pa.int64(),
    **dict.fromkeys(("register", "id", "direction", "office", "office_title"), pa.string()),
    **dict.fromkeys(("person", "name", "visitor_country", "start", "end"), pa.string()),
    **dict.fromkeys(("country", "country_name"), pa.string()),
    **dict.fromkeys(("territory", "localities", "tags", "counterparts"), _TEXTS),
    **dict.fromkeys(("elect", "stopover", "private", "gathering", "bilateral"), pa.bool_()),
    "elsewhere": pa.bool_(),
    **dict.fromkeys(("correction", "disputed", "opening"), pa.bool_()),
    "trip": pa.int64(),
    "places": _TEXTS,
}
# What a row is made of: the folded localities serve to compare only.
ROW_COLUMNS = tuple(name for name in _COLUMNS if name != "localities")


def make_table(rows: Sequence[Row]) -> pa.Table:
    """Give rows as the table that claims are queried over, a column for each field and `places`."""
    columns = {name: [_cell(row, name) for row in rows] for name in _COLUMNS}
    return pa.table(columns, schema=pa.schema(list(_COLUMNS.items())))


def _cell(row: Row, name: str) -> Any:
    if name == "localities":
        return [fold(place) for place in row.localities]
    value = getattr(row, "localities" if name == "places" else name)
    return sorted(value) if isinstance(value, frozenset) else value


def row_of(record: dict[str, Any]) -> Row:
    """Make a Row of a record of that table."""
    values = {name: record[name] for name in ROW_COLUMNS if name != "places"}
    values["localities"] = record["places"]
    for name in ("territory", "localities", "counterparts"):
        values[name] = tuple(values[name] or ())
    return Row(**values | {"tags": frozenset(values["tags"] or ())})
