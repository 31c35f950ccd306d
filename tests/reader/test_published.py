from datetime import date

import pytest

from registan.reader.published import infer_published

FOLLOWS = [
    # A month with its year bounds the days without one from below.
    ("de", "Am 3. Mai traf er sie, am 6. Mai sprach er. Im November 2021 war er dort gewesen.",
     "2022-05"),
    ("de", "Im Februar kam er, am 12. Juni ging er. Zuletzt war er im Juni 2018 dort.", "2019-06"),
    ("en", "They met on March 4. In December 2015 they had quarrelled.", "2016-03"),
    ("ru", "5 октября стороны начали переговоры. В декабре 2010 года они их прервали.", "2011-10"),
    ("fr", "Le 9 avril, ils se sont parlé. En novembre 2013, ils avaient rompu.", "2014-04"),
    # Around the turn of the year the later day is in January.
    ("de", "Am 29. Dezember kam er, am 3. Januar ging er. Im März 2019 war er dort.", "2020-01"),
    # A day dated in full, next to one that is not, gives its year.
    ("en", "On May 2, 2017 they signed. On May 5 they met again.", "2017-05"),
    # A weekday decides among the years that remain.
    ("de", "Am Dienstag, dem 4. Juni, sprach er. Im August 2022 war er dort gewesen.", "2024-06"),
    # "This year" is not a year that the text names by its number.
    ("en", "They met on July 8, the third time this year. They first met in 2019.", "2020-07"),
    # The latest full date, in a text that speaks of yesterday.
    ("ru", "Вчера министр прибыл. Договор подписан 2 марта 2020 года.", "2020-03"),
    # A day announced for the future says nothing of the day of publication.
    ("de", "Am 3. Mai traf er sie. Am 9. Oktober wird er kommen. Im November 2021 war er dort.",
     "2022-05"),
    ("en", "Until June 9 nothing was settled. In April he spoke. In June 2012 he had come.",
     "2013-06"),
]  # fmt: skip

NOTHING_FOLLOWS = [
    ("de", "Der Minister reiste nach Tiflis."),
    ("de", "Am 3. Mai traf er sie."),
    ("en", "They met on March 4 and again in 2015."),
    ("en", "The treaty of May 2, 1917 ended the war."),
    ("ru", "В апреле министр прибыл. В 2010 году он уже был там."),
    ("fr", "Le 9 avril et le 10 octobre, ils se sont parlé. En novembre 2013, ils avaient rompu."),
    ("de", "Im Mai kam er, im November 2021 ging er."),
]


@pytest.mark.parametrize(("lang", "text", "published"), FOLLOWS)
def test_month_of_publication_follows(lang: str, text: str, published: str) -> None:
    inferred = infer_published(text, lang)
    assert inferred.published == published, inferred.because
    assert inferred.span is not None
    assert text[inferred.span.start : inferred.span.end] == inferred.span.text
    assert inferred.because


@pytest.mark.parametrize(("lang", "text"), NOTHING_FOLLOWS)
def test_nothing_follows(lang: str, text: str) -> None:
    inferred = infer_published(text, lang)
    assert inferred.published is None
    assert inferred.because


def test_today_bounds_the_answer() -> None:
    lang, text, _ = FOLLOWS[0]
    assert infer_published(text, lang, today=date(2022, 1, 1)).published is None
    assert infer_published(text, lang, today=date(2022, 5, 9)).published == "2022-05"
