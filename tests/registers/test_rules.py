"""Every rule's own examples hold, and the data files agree with the shipped tables."""

from __future__ import annotations

import pytest

from registan.errors import DataError
from registan.registers import load_terms, load_visits
from registan.registers.counterpart import read_counterparts
from registan.registers.country import canonical_id, known_ids
from registan.registers.person import make_slug
from registan.registers.remark import load_tag_rules
from registan.registers.rule import load_rules
from registan.registers.visitor import read_visitors

_TAGS = {rule["id"]: rule for rule in load_rules("tags")["rules"]}
_TITLES = {rule["id"]: rule for rule in load_rules("titles")["rules"]}


@pytest.mark.parametrize("rule", load_tag_rules(), ids=lambda rule: str(rule.id))
def test_a_tag_rule_matches_its_example_only(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.fits(_TAGS[rule.id]["matches"])
    assert not rule.fits(_TAGS[rule.id]["not"])


@pytest.mark.parametrize("name", list(_TITLES))
def test_a_title_rule_matches_its_example_only(name: str) -> None:
    rule = _TITLES[name]
    (found,) = read_visitors(rule["matches"], "norway", "here")
    assert found.office == rule["office"]
    assert found.name == "Example"
    assert found.elect == rule.get("elect", False)
    try:
        (other,) = read_visitors(rule["not"], "norway", "here")
    except DataError:
        return
    assert (other.office, other.title, other.elect, other.acting) != (
        found.office,
        found.title,
        found.elect,
        found.acting,
    )


def test_every_rule_file_says_what_it_covers() -> None:
    from importlib.resources import files

    for name in ("countries", "localities", "persons", "titles", "tags", "corrections"):
        head = (files("registan.registers") / "rules" / f"{name}.yml").read_text("utf-8")[:2500]
        assert "# Covers:" in head, name
        assert "# Source:" in head, name
        assert "Known gaps:" in head, name


def test_every_spelling_stands_in_the_register() -> None:
    rows = load_visits().to_pylist()
    names = {(canonical_id(row["country_id"]), row["name"]) for row in rows}
    for country, persons in load_rules("persons")["same"].items():
        for spellings in persons.values():
            for spelling in spellings:
                assert (country, spelling) in names, (country, spelling)


def test_no_person_has_two_identifiers_by_spelling() -> None:
    for country, persons in load_rules("persons")["same"].items():
        slugs = [make_slug(name) for name in persons]
        assert len(set(slugs)) == len(slugs), country


def test_every_place_of_the_gazetteer_stands_in_the_register() -> None:
    published = {
        (canonical_id(row["country_id"]), stop.strip())
        for row in load_visits().to_pylist()
        for stop in (row["locale"] or "").split(",")
    }
    for country, places in load_rules("localities")["places"].items():
        for stops in places.values():
            for stop in stops:
                assert (country, stop) in published, (country, stop)


def test_country_ids_lead_to_one_rule_each() -> None:
    rules = load_rules("countries")
    assert not set(rules["single"]) & set(rules["split"])
    assert not set(rules["aliases"]) & (set(rules["single"]) | set(rules["split"]))
    assert {row["country_id"] for row in load_visits().to_pylist()} <= set(known_ids())


def test_codes_are_two_letters_or_our_own_three() -> None:
    codes = set(load_visits()["country"].to_pylist()) | set(load_terms()["country"].to_pylist())
    for code in codes - {None}:
        assert len(code) == 2 or (len(code) == 3 and code.startswith("X")), code


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("Met with President Example and Foreign Minister Sample.", 2),
        ("Met with former President Example.", 0),
        ("Met with the Foreign Ministers of Norway and Sweden.", 0),
        ("Private visit. Met privately with President Example May 3.", 1),
        ("Attended the funeral of King Example.", 0),
        ("Accompanied President Example.", 0),
    ],
)
def test_counterparts_are_those_named_as_met(remark: str, expected: int) -> None:
    found = read_counterparts(remark)
    assert len(found) == expected
    assert all(not name.endswith("May") for name in found)
