import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registan.checker import read_text
from registan.languages import read_examples, table
from registan.reader.date_form import WordRow
from registan.reader.when import find_dates

LANGUAGES = ("de", "en", "fr", "ru")
FORMS = [example for lang in LANGUAGES for example in read_examples(lang, "dates")]
CUES = [
    (lang, row) for lang in LANGUAGES for row in table(lang, "date_words", WordRow) if row.matches
]


@pytest.mark.parametrize("example", FORMS, ids=lambda one: f"{one.lang}-{one.id}")
def test_form_matches_its_example_and_rejects_the_other(example) -> None:
    assert example.id in {one.form for one in find_dates(example.matches, example.lang)}
    assert example.id not in {one.form for one in find_dates(example.rejects, example.lang)}


@pytest.mark.parametrize(("lang", "row"), CUES, ids=lambda one: getattr(one, "id", one))
def test_cue_gives_its_role(lang: str, row: WordRow) -> None:
    def roles(text: str) -> set[str]:
        found = find_dates(text, lang)
        return {one.role for one in found} | {"future" for one in found if one.forward}

    assert row.id in roles(row.matches)
    assert row.id not in roles(row.rejects)


def values(text: str, lang: str, published: str | None = None) -> list[str | None]:
    return [one.edtf for one in find_dates(text, lang, published)]


@pytest.mark.parametrize(
    ("lang", "text", "published", "expected"),
    [
        ("de", "Am 7. September kam er.", "2025-09-09", ["2025-09-07"]),
        ("de", "Am 7. September kam er.", "2025-09", ["2025-09-07"]),
        ("de", "Am 7. September kam er.", "2025", ["2025-09-07"]),
        ("de", "Am 7. September kam er.", None, ["XXXX-09-07"]),
        ("de", "Am 28. Dezember kam er.", "2025-01-04", ["2024-12-28"]),
        ("de", "Am 4. Januar wird er kommen.", "2024-12-28", ["2025-01-04"]),
        ("de", "Im April kam er.", "2025-09-09", ["2025-04"]),
        ("de", "Im November kam er.", "2025-09-09", ["2024-11"]),
        ("de", "Im November soll er kommen.", "2025-09-09", ["2025-11"]),
        ("de", "Im Winter 2023 war er dort.", None, ["2023-24"]),
        ("de", "Ende 1992 und Anfang 2023 war er dort.", None, ["1992", "2023"]),
        ("de", "Gestern und am Montag sprach er.", "2025-09-10", ["2025-09-09", "2025-09-08"]),
        ("de", "Gestern sprach er.", "2025-09", [None]),
        ("de", "In diesem Jahr war er dort.", "2025-09", ["2025"]),
        ("de", "Letzte Woche war er dort.", "2025-09-10", ["2025-09-01/2025-09-07"]),
        ("de", "Vom 5. bis 9. September dauerte es.", "2025-10-01", ["2025-09-05/2025-09-09"]),
        ("de", "Am 5. und 7. Mai 2021 sprachen sie.", None, ["2021-05-05", "2021-05-07"]),
        ("de", "Um 15 Uhr kamen 2000 Soldaten.", "2025-09-10", []),
        ("de", "Am 31. Februar kam er.", "2025-09-10", []),
        ("de", "Zwischen 2018 und 2020 ruhte es.", None, ["2018/2020"]),
        ("de", "Zwischen dem 3. und 5. Mai 2020 ruhte es.", None, ["2020-05-03/2020-05-05"]),
        ("de", "Es begann am 5.9. um 8 Uhr.", "2025-09-09", ["2025-09-05"]),
        ("en", "Between May 3 and May 5, 2020 all rested.", None, ["2020-05-03/2020-05-05"]),
        ("en", "It was his first visit in four years.", "2025-09-10", []),
        ("de", "Im vergangenen Jahr kam er.", "2025-09", ["2024"]),
        ("de", "Vor 22 Jahren kam er.", "2025-09", ["2003"]),
        ("en", "He came on September 5, 2025.", None, ["2025-09-05"]),
        ("en", "He came on 5 September 2025.", None, ["2025-09-05"]),
        ("en", "He came on Sept. 5.", "2025-09-09", ["2025-09-05"]),
        ("en", "It has held since 1991.", None, ["1991/.."]),
        ("en", "By September 9 nothing had come.", "2025-09-12", ["../2025-09-09"]),
        ("en", "He spoke on Tuesday.", "2025-09-10", ["2025-09-09"]),
        ("en", "He spoke on Wednesday.", "2025-09-10", ["2025-09-10"]),
        ("en", "He will speak on Wednesday.", "2025-09-10", ["2025-09-10"]),
        ("en", "Last summer he came.", "2025-09-10", ["2025-22"]),
        ("en", "May met him at 5 p.m.", "2025-09-10", []),
        ("en", "The talks lasted from 5 to 9 September 2025.", None, ["2025-09-05/2025-09-09"]),
        ("ru", "Он прибыл 5 сентября.", "2025-09-09", ["2025-09-05"]),
        ("ru", "В прошлом году он прибыл.", "2025-09-09", ["2024"]),
        ("ru", "С января 2004 года он посол.", None, ["2004-01/.."]),
        ("ru", "В начале октября он прибыл.", None, ["XXXX-10"]),
        ("ru", "К 9 сентября решения не было.", "2025-09-12", ["../2025-09-09"]),
        ("ru", "Во вторник он прибыл.", "2025-09-10", ["2025-09-09"]),
        ("ru", "Зимой 2023 года он прибыл.", None, ["2023-24"]),
        ("fr", "Il est venu le 5 septembre.", "2025-09-09", ["2025-09-05"]),
        ("fr", "Il est venu le 1er mai 2020.", None, ["2020-05-01"]),
        ("fr", "Il est venu l'an dernier.", "2025-09-09", ["2024"]),
        ("fr", "Il est venu mardi.", "2025-09-10", ["2025-09-09"]),
        ("fr", "Il est venu en mars dernier.", "2025-09-10", ["2025-03"]),
        ("fr", "D'ici le 12 mai il partira.", "2025-05-01", ["../2025-05-12"]),
    ],
)
def test_dates(lang: str, text: str, published: str | None, expected: list[str | None]) -> None:
    assert values(text, lang, published) == expected


PIECES = [
    "am 5. September",
    "im April",
    "2018",
    "seit 1991",
    "von 5. bis 9. Mai 2020",
    "gestern",
    "\n\n",
    "5 сентября",
    "September 5",
    "le 5 mai",
    "„",
    "Er kam",
    "31. Februar",
    "Montag",
    "1992/93",
    "—",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=8),
    st.sampled_from(LANGUAGES),
    st.sampled_from([None, "2025", "2025-09", "2025-09-09", "2024-02-29"]),
)
def test_every_span_gives_back_its_words(
    pieces: list[str], lang: str, published: str | None
) -> None:
    text = " ".join(pieces)
    found = find_dates(text, lang, published)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("piece", ["1 ", "5. ", "Mai ", "in the ", "3 мая 2020 — ", "a-", "2018/"])
def test_long_texts_take_little_time(lang: str, piece: str) -> None:
    began = time.monotonic()
    find_dates(piece * 5000, lang, "2025-09-09")
    assert time.monotonic() - began < 5


def test_two_days_in_a_row_are_one_stretch() -> None:
    found = find_dates("Il y sera les 9 et 10 juin.", "fr", "2024-05-21")
    assert [d.edtf for d in found] == ["2024-06-09/2024-06-10"]


def test_last_spring_is_not_the_running_one() -> None:
    assert [d.edtf for d in find_dates("He came last spring.", "en", "2024-05-21")] == ["2023-21"]
    assert [d.edtf for d in find_dates("He came last spring.", "en", "2024-07-21")] == ["2024-21"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "He left on May 3. The day before, he had met her.", "2025-05-02"),
        ("en", "He left on May 3. The following day he met her.", "2025-05-04"),
        ("en", "He left on May 3 and met her two days later.", "2025-05-05"),
        ("fr", "Il est parti le 3 mai. La veille, il l'avait vue.", "2025-05-02"),
        ("fr", "Il est parti le 3 mai. Le lendemain, il l'a vue.", "2025-05-04"),
        ("fr", "Il est parti. La veille, il l'avait vue.", None),
        ("fr", "Il est parti le 3 mai.\n\nLa veille, il l'avait vue.", None),
    ],
)
def test_the_day_before_is_before_the_day_told_of_last(
    lang: str, text: str, expected: str | None
) -> None:
    assert values(text, lang, "2025-06-01")[-1] == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Помпео стал первым госсекретарём, посетившим Минск после Кристофера в 1993 году."),
        (
            "en",
            "Pompeo became the first secretary to visit Minsk since Warren Christopher in 1993.",
        ),
    ],
)
def test_the_year_of_whom_one_counts_from_is_not_that_of_the_visit(lang: str, text: str) -> None:
    (report,) = read_text(text, lang=lang, published="2020-02-01").reports
    assert report.when is None
