"""The data files of the claim language hold together."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from registan.model.claim import Form
from registan.precedent import region
from registan.precedent.office import find_office, load_offices
from registan.precedent.reading import load_senses
from registan.precedent.visit_type import known_type

LANGUAGES = {"en", "de", "ru", "fr"}


def load(name: str) -> dict[str, Any]:
    text = resources.files("registan.precedent").joinpath(f"data/{name}").read_text("utf-8")
    assert text.startswith("#"), f"{name} says what it covers"
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def says(data: Any) -> list[dict[str, str]]:
    if isinstance(data, dict) and set(data) <= LANGUAGES:
        return [data]
    return [one for value in data.values() for one in says(value)] if isinstance(data, dict) else []


@pytest.mark.parametrize("name", ["answers.yml", "plain.yml"])
def test_every_sentence_is_said_in_every_language_with_the_same_fields(name: str) -> None:
    data = load(name)
    for said in says(data):
        assert set(said) == LANGUAGES, said
        assert len({frozenset(re.findall(r"{(\w+)}", text)) for text in said.values()}) == 1, said


def test_readings_name_forms_and_speak_every_language() -> None:
    for sense in load_senses().values():
        assert set(sense.reasonable) <= {*get_args(Form)}, sense.id
        assert set(sense.says) == LANGUAGES


def test_every_office_is_found_by_each_of_its_words() -> None:
    for office in load_offices().values():
        for word in office.words:
            found = find_office(word)
            assert found is not None
            assert found.id == office.id


def test_qualifiers_are_no_part_of_an_office() -> None:
    found = find_office("sitting U.S. president")
    assert found is not None
    assert found.id == "us-president"
    assert find_office("dog catcher") is None


def test_plain_words_name_every_form_in_words_of_its_own() -> None:
    forms = load("plain.yml")["forms"]
    assert set(forms) == {*get_args(Form)}
    for group in load("plain.yml").values():
        for lang in LANGUAGES:
            words = [said[lang] for said in group.values()]
            assert len(words) == len(set(words)), lang


def test_parts_of_the_world_are_known() -> None:
    for entry in load("places.yml")["regions"]:
        for part in entry.get("parts", ()):
            assert region.extents(part) or re.fullmatch("[A-Z]{2}", part), part


def test_kinds_of_visit_are_known_by_their_words() -> None:
    assert known_type("State Visit")
    assert not known_type("courtesy call")


def test_short_names_and_phrases_are_words() -> None:
    assert all(isinstance(short, list) for short in load("names.yml").values())
    assert all(len(names) == 12 for names in load("phrases.yml")["months"].values())
    assert load("offices.yml")
    assert load("readings.yml")
    assert load("visit_types.yml")


def test_the_page_on_claims_names_every_form_and_reading() -> None:
    page = Path(__file__).parents[2].joinpath("docs/claims.md").read_text("utf-8")
    for name in [*get_args(Form), *load_senses()]:
        assert f"`{name}`" in page, name


def test_the_example_on_the_page_runs() -> None:
    page = Path(__file__).parents[2].joinpath("docs/claims.md").read_text("utf-8")
    code = page.split("```python\n")[1].split("```")[0]
    exec(compile(code, "claims.md", "exec"), {})
