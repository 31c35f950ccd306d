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


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "US-Außenminister machten selten Halt in Montenegro."),
        ("en", "US presidents rarely visited Montenegro."),
        ("ru", "Президенты США редко посещали Черногорию."),
        ("fr", "Les présidents américains ont rarement visité le Monténégro."),
    ],
)
def test_holders_in_the_plural_are_not_the_one_of_the_day(lang: str, text: str) -> None:
    reports = read_text(text, lang=lang, published="2024-05-21").reports
    assert [actor.id for report in reports for actor in report.who if actor.id] == []


def test_whose_office_says_so_is_not_with_whom_one_spoke() -> None:
    text = "Am 14. Mai telefonierte Milatović nach Angaben seines Büros mit Joe Biden."
    (report,) = read_text(text, lang="de", published="2024-05-21").reports
    assert [actor.id for actor in report.whom] == ["biden-joseph-r"]
    assert "Biden" not in report.attribution[0].name
