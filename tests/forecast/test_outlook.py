from __future__ import annotations

from datetime import date

import pytest

from registan.errors import InputError
from registan.forecast import outlook as module
from registan.model import Question, Span
from tests.forecast.sample import forecast_of

SPAN = Span(start=0, end=5, text="Will?")


@pytest.fixture
def outlook(monkeypatch):
    """Give the module with a stand-in for the models."""

    def answer(target):
        if target.as_of > date(2026, 1, 1):
            raise InputError("Too late.")
        return forecast_of(target, 0.0213)

    monkeypatch.setattr(module, "answer", answer)
    return module


def question_of(who, where):
    return Question(text="Will?", span=SPAN, who=who, where=where)


def test_a_question_gets_its_forecast_in_both_languages(outlook):
    (asked,) = outlook.add_outlooks((question_of("US president", "Mongolei"),), "2024-05", "de")
    found = asked.outlook
    assert (found.as_of, found.until) == ("2024-05-31", "2025-05-31")
    assert found.probability == 0.0213
    assert found.answer["de"] == (
        "Prognose allein aus den Registern (US-Präsident; Ziel: Mongolei; bis 31. Mai 2025): "
        "2,1 % (Spanne 2,0 % bis 7,0 %, Grundrate 7,0 %)."
    )
    assert "US president; destination: Mongolia; by 31 May 2025): 2.1 %" in found.answer["en"]


def test_names_that_the_reader_gives_in_english_are_understood(outlook):
    (asked,) = outlook.add_outlooks((question_of("US president", "South Asia"),), "2024-05", "ru")
    assert "Южная Азия" in asked.outlook.answer["ru"]


def test_a_leaders_question_is_about_the_united_states(outlook):
    found = outlook.foresee(question_of("president of Chile", None), date(2024, 1, 1), "fr")
    assert "destination : États-Unis" in found.answer["fr"]
    assert "pays : Chili" in found.answer["fr"]


@pytest.mark.parametrize(
    ("who", "where", "day"),
    [
        (None, "Chile", date(2024, 1, 1)),
        ("the mayor", "Chile", date(2024, 1, 1)),
        ("US president", "Ruritania", date(2024, 1, 1)),
        ("US president", None, date(2024, 1, 1)),
        ("US president", "Chile", date(2026, 5, 1)),
    ],
)
def test_what_cannot_be_forecast_is_left_as_it_was(outlook, who, where, day):
    assert outlook.foresee(question_of(who, where), day, "en") is None


def test_every_language_has_the_same_words(outlook):
    words = outlook._sentences()
    assert {"en", "de", "ru", "fr"} <= set(words)
    assert len({tuple(sorted(found)) for found in words.values()}) == 1
