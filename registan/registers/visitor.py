"""Visitor: who came, from the words of the register of visits."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from registan.errors import DataError
from registan.registers.country import canonical_id
from registan.registers.rule import load_rules

_JOINT = re.compile(r"(?: and |, )(?=(?:Acting )?(?:President|Prime Minister|Crown Prince)\b)")


class Visitor(NamedTuple):
    """One person as the register names them: office id, title and name as published."""

    office: str
    title: str
    name: str
    elect: bool = False
    acting: bool = False


def read_visitors(text: str, country_id: str, where: str) -> list[Visitor]:
    """Give the persons of a visitor field, in order; two may have come in one row."""
    return [_read_one(part.strip(), canonical_id(country_id), where) for part in _JOINT.split(text)]


def _read_one(text: str, country_id: str, where: str) -> Visitor:
    rules = load_rules("titles")
    if text in rules["untitled"]:
        return Visitor(rules["untitled"][text], "", text)
    for pattern, rule in _patterns():
        found = pattern.match(text)
        if found:
            return _visitor(rule, found["title"].strip(), text[found.end() :].strip(), country_id)
    raise DataError(
        f"The field <visitor> is {text!r}, whose title is unknown.",
        where=where,
        hint="Add the title, or the name under `untitled`, to registers/rules/titles.yml.",
    )


def _visitor(rule: dict[str, Any], title: str, name: str, country_id: str) -> Visitor:
    rules = load_rules("titles")
    office = rules["by_country"].get(country_id, {}).get(title, rule["office"])
    office = rules["by_person"].get(country_id, {}).get(name, office)
    return Visitor(office, title, name, rule.get("elect", False), rule.get("acting", False))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    # A title ends before a space, or, as misprinted once, before the capital of a name.
    return tuple(
        (re.compile(rf"(?P<title>{rule['title']})(?=\s|(?<=Minister)[A-Z])\s*"), rule)
        for rule in load_rules("titles")["rules"]
    )
