import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.world.sound import distance, likeness, rough, skeleton

SAME = [
    ("Gorbatschow", "de", "Gorbachev", "en"),
    ("Gorbatchev", "fr", "Горбачёв", "ru"),
    ("Lukaschenko", "de", "Loukachenko", "fr"),
    ("Jelzin", "de", "Ельцин", "ru"),
    ("Selenskyj", "de", "Zelensky", "en"),
    ("Paschinjan", "de", "Пашинян", "ru"),
    ("Milošević", "south-slavic", "Милошевич", "ru"),
    ("Szijjártó", "hungarian", "Сийярто", "ru"),
    ("Erdoğan", "turkic", "Эрдоган", "ru"),
    ("Ciolacu", "romanian", "Чолаку", "ru"),
    ("Gentiloni", "italian", "Джентилони", "ru"),
    ("Pompidou", "french", "Помпиду", "ru"),
    ("Steinmeier", "german", "Штайнмайер", "ru"),
    ("Zhou", "pinyin", "Чжоу", "ru"),
]


@pytest.mark.parametrize(("one", "lang", "other", "spelled"), SAME)
def test_transliterations_share_a_skeleton(one: str, lang: str, other: str, spelled: str) -> None:
    assert skeleton(one, lang) == skeleton(other, spelled)
    assert likeness(rough(one, lang), rough(other, spelled)) > 0.85


def test_different_names_differ() -> None:
    assert likeness(rough("Mirziyoyev", "en"), rough("Mirzoyan", "en")) < 0.8
    assert skeleton("Merkel", "de") != skeleton("Merz", "de")


@given(st.text("abcdefgilmnorstuvz", max_size=10), st.text("abcdefgilmnorstuvz", max_size=10))
def test_distance_is_symmetric_and_zero_only_for_equals(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
