import pytest

from registan.reader.dateline import find_dateline, set_apart

DATELINES = [
    ("en", "RIGA, Sept 5 (Reuters) - The minister arrived.", "RIGA", "XXXX-09-05", "Reuters"),
    ("en", "RIGA, Latvia (AP) — The minister arrived.", "RIGA, Latvia", None, "AP"),
    ("en", "OSLO, May 5, 2021 (AFP) -- He came.", "OSLO", "2021-05-05", "AFP"),
    ("de", "Riga, 5. Mai 2021 (dpa) - Der Minister kam.", "Riga", "2021-05-05", "dpa"),
    ("de", "Riga (dpa) – Der Minister kam.", "Riga", None, "dpa"),
    ("ru", "РИГА, 5 мая — РИА Новости. Министр прибыл.", "РИГА", "XXXX-05-05", "РИА Новости"),
    ("ru", "РИГА, 5 мая. /ТАСС/. Министр прибыл.", "РИГА", "XXXX-05-05", "ТАСС"),
    ("de", "Riga, 5. Mai 2021. Der Minister kam.", "Riga", "2021-05-05", None),
    ("fr", "Riga, 5 mai 2021 (AFP) – Le ministre est venu.", "Riga", "2021-05-05", "AFP"),
    ("ru", "РИГА, 5 мая — ТАСС, Пётр Петров. Министр прибыл.", "РИГА", "XXXX-05-05", "ТАСС"),
    ("en", "RIGA, May 5 2021 - U.S. Secretary of State Ann Lee came.", "RIGA", "2021-05-05", None),
    ("fr", "RIGA, 5 mai 2021 - Le président, qui est venu, repart.", "RIGA", "2021-05-05", None),
]


@pytest.mark.parametrize(("lang", "text", "place", "published", "publisher"), DATELINES)
def test_dateline(
    lang: str, text: str, place: str, published: str | None, publisher: str | None
) -> None:
    found = find_dateline(f"Eine Überschrift\n\n{text}", lang)
    assert found is not None
    assert (found.place, found.published, found.publisher) == (place, published, publisher)
    assert text.startswith(found.span.text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Der Minister kam am 5. Mai 2021 (einem Mittwoch) nach Riga."),
        ("de", "Riga, die Hauptstadt – sie war geschmückt – empfing ihn."),
        ("en", "Berger, the minister, said on May 5 (a Wednesday) that he would come."),
        ("en", "Talks failed on Monday - again."),
        ("de", "Riga, Tallinn und Wilna. Der Minister kam am 5. Mai."),
    ],
)
def test_prose_is_no_dateline(lang: str, text: str) -> None:
    assert find_dateline(text, lang) is None


@pytest.mark.parametrize(
    ("lang", "text", "rest"),
    [
        ("fr", "RIGA, 5 juin (AFP) - Le président Macron est arrivé.", "Le président"),
        ("en", "RIGA, June 5 (Reuters) — President Karis arrived.", "President"),
    ],
)
def test_a_dateline_is_a_paragraph_of_its_own(lang: str, text: str, rest: str) -> None:
    apart = set_apart(text, lang)
    assert len(apart) == len(text)
    assert apart.splitlines()[-1].startswith(rest)


def test_prose_stays_as_it_is() -> None:
    assert "\n" not in set_apart("Riga - eine Stadt im Norden - freut sich.", "de")
