"""Offices of several states in one plural are one party each."""

import pytest

from registan.checker import read_text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Außenminister Russlands und der Türkei trafen sich in Wien."),
        ("en", "The foreign ministers of Russia and Turkey held talks in Vienna."),
        ("ru", "Президенты России и Турции встретились в Вене."),
        ("fr", "Les présidents de la Russie et de la Turquie se sont rencontrés à Vienne."),
    ],
)
def test_offices_of_two_states_are_two_parties(lang: str, text: str) -> None:
    (report,) = read_text(text, lang=lang).reports
    assert {actor.country for actor in report.who} == {"RU", "TR"}


def test_a_name_behind_a_counterpart_is_the_counterparts() -> None:
    text = "Russian Foreign Minister Sergey Lavrov and his counterpart Hakan Fidan met in Vienna."
    (report,) = read_text(text, lang="en").reports
    assert [actor.name for actor in report.who] == ["Sergey Lavrov", "Hakan Fidan"]


def test_who_is_written_in_full_is_nobody_whose_name_sounds_alike() -> None:
    text = "Mohammad Javad Zarif visited Geneva."
    (report,) = read_text(text, lang="en", published="2025-03-14").reports
    assert [actor.name for actor in report.who] == ["Javad Zarif"]
