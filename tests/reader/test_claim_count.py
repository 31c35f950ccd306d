"""Counts: what is only planned or may be counts nothing yet, and one journey is not all of them."""

from __future__ import annotations

import pytest

from registan.checker import read_text

DAY = "2014-05-20"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kerry plans to visit three countries next week."),
        ("en", "Obama may travel to Germany twice this year."),
        ("en", "Kerry was due to visit four African countries."),
        ("de", "Kerry reist in der kommenden Woche in vier Länder."),
        ("de", "Kerry könnte im Juni beide Länder besuchen."),
        ("de", "Obama will Deutschland zweimal besuchen."),
        ("fr", "Kerry se rendra la semaine prochaine dans trois pays africains."),
        ("fr", "Obama prévoit de se rendre deux fois en France."),
        ("ru", "Керри намерен посетить четыре страны."),
        ("ru", "Обама собирается дважды посетить Францию."),
    ],
)
def test_what_is_only_planned_counts_nothing(lang: str, text: str) -> None:
    assert read_text(text, lang=lang, published=DAY).claims == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kerry visited three countries last week."),
        ("de", "Kerry besuchte vergangene Woche drei Länder."),
        ("fr", "Kerry a visité trois pays la semaine dernière."),
        ("ru", "На прошлой неделе Керри посетил три страны."),
    ],
)
def test_few_countries_may_be_those_of_one_journey(lang: str, text: str) -> None:
    (found,) = read_text(text, lang=lang, published=DAY).claims
    assert found.claim is None
    assert found.because


@pytest.mark.parametrize(
    ("lang", "text", "n"),
    [
        ("en", "Kerry visited 52 countries.", 52),
        ("en", "As president Obama has visited four African countries.", 4),
        ("en", "Obama will make his fourth visit to Germany next week.", 4),
        ("fr", "En deux mandats, Barack Obama aura visité 58 pays.", 58),
        ("ru", "Обама трижды побывал в Германии.", 3),
    ],
)
def test_what_was_counted_is_told(lang: str, text: str, n: int) -> None:
    found = [one.claim.n for one in read_text(text, lang=lang, published=DAY).claims if one.claim]
    assert found == [n]
