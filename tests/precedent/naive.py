"""An independent evaluation of claims in plain Python, straight over the shipped rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from registan import registers, world


@lru_cache(maxsize=1)
def records() -> tuple[dict[str, Any], ...]:
    kept = [
        record
        for record in registers.load_visits().to_pylist()
        if not record["duplicate_of"] and not record["after_office"]
    ]
    return tuple(sorted(kept, key=lambda record: (record["start"], str(record["id"]))))


def lies_there(record: dict[str, Any], place: dict[str, Any]) -> bool:
    """Any sense of lying in the place: state, ground of today, or another China."""
    if not place:
        return True
    if "region" in place:
        return bool(set(record["territory"]) & world.load().members(place["region"]))
    codes = set(place["countries"])
    if "CN" in codes and record["country"] == "TW":
        return True
    return record["country"] in codes or bool(set(record["territory"]) & codes)


def in_state(record: dict[str, Any], code: str) -> bool:
    return bool(record["country"] == code)


def visits(office: str, code: str, *, elect: bool = False) -> Iterable[dict[str, Any]]:
    for record in records():
        if record["office"] == office and in_state(record, code):
            before = record["before_office"] or "elect" in record["tags"]
            if elect or not before:
                yield record


def is_first(office: str, person: str, code: str) -> bool:
    """The earliest visitor of the office to the state, as the register files it."""
    found = list(visits(office, code))
    start = min(record["start"] for record in found)
    return person in {record["person"] for record in found if record["start"] == start}


def ever(office: str, person: str, code: str, day: str) -> bool:
    return any(
        record["person"] == person and record["start"].isoformat() <= day
        for record in visits(office, code)
    )
