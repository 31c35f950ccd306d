"""Russian sources are shown in the nominative where that is sure."""

from __future__ import annotations

import pytest

from registan.checker import read_text

SOURCES = [
    ("По словам высокопоставленного источника в МИД", "высокопоставленный источник в МИД"),
    ("По данным турецкой газеты «Сабах»", "турецкая газета «Сабах»"),
    ("По информации российского агентства", "российское агентство"),
    ("По словам двух источников", "двух источников"),
]


@pytest.mark.parametrize(("words", "source"), SOURCES)
def test_a_source_stands_in_the_nominative(words: str, source: str) -> None:
    reports = read_text(f"{words}, президент Дуда посетил Лиму.", lang="ru").reports
    assert [link.name for link in reports[0].attribution] == [source]
