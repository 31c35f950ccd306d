"""Every language labels the same things, and everything that the model can say has a label."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from registan.model.claim import Outcome
from registan.model.report import Confirmation, Kind, SourceType, Standing
from registan.web.label import Labels, all_labels, labels_of

VALUES = {
    "verdict": Outcome,
    "standing": Standing,
    "confirmation": Confirmation,
    "kind": Kind,
    "source": SourceType,
}


@pytest.mark.parametrize("lang", sorted(all_labels()))
def test_a_language_has_the_keys_of_english(lang: str) -> None:
    english, other = all_labels()["en"], all_labels()[lang]
    for group in msgspec.structs.fields(Labels):
        if group.type is str:
            continue
        assert getattr(other, group.name).keys() == getattr(english, group.name).keys()


@pytest.mark.parametrize("group", VALUES)
def test_every_value_of_the_model_has_a_label(group: str) -> None:
    assert set(get_args(VALUES[group])) == set(getattr(all_labels()["en"], group))


def test_german_english_russian_and_french_are_served() -> None:
    assert {"de", "en", "fr", "ru"} <= all_labels().keys()


@pytest.mark.parametrize(
    ("code", "word"), [("de", "widerlegt"), ("de-AT", "widerlegt"), ("tr", "contradicted")]
)
def test_a_code_finds_its_language_or_english(code: str, word: str) -> None:
    assert labels_of(code).verdict["contradicted"] == word
