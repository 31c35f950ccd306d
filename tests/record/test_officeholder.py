"""A title that does not fit the day, or that two people fit."""

import pytest

from registan import world
from registan.reader.intake import document_from_text
from registan.reader.reading import read_document
from registan.record.noun import Origin, StoredDocument, StoredReport
from registan.record.officeholder import find_wrong_office, find_wrong_seats
from registan.record.party import cast_of


def reasons(lang: str, text: str) -> list[str]:
    document = document_from_text(text, lang=lang, published="2025-05-14")
    reports = read_document(document, world.load()).reports
    assert reports
    origin = Origin(
        document="d", id="d", lang=lang, voice="d", published="2025-05-14", cast=cast_of(reports)
    )
    stored = [StoredReport(key=r.id, origin=origin, report=r) for r in reports]
    found = [find_wrong_office(a, r) for r in stored for a in (*r.report.who, *r.report.whom)]
    return [f for f in found if f]


THEN = [
    ("en", "The then British prime minister visited Ukraine in 2022.", "3 people"),
    ("en", "The then British prime minister visited Ukraine in 2023.", None),
    ("de", "Die damalige britische Premierministerin besuchte 2022 die Ukraine.", "3 people"),
    ("de", "Der damalige deutsche Bundeskanzler besuchte im Dezember 2021 Frankreich.", "2 people"),
    ("de", "Der damalige deutsche Bundeskanzler besuchte im Dezember 2022 Frankreich.", None),
    ("ru", "Тогдашний премьер-министр Великобритании посетил Украину в 2022 году.", "3 people"),
    ("fr", "Le Premier ministre britannique de l'époque a visité l'Ukraine en 2022.", "3 people"),
]


@pytest.mark.parametrize(("lang", "text", "said"), THEN)
def test_a_title_of_that_time_which_several_fit_names_them(lang: str, text: str, said: str | None):
    found = reasons(lang, text)
    assert [f[: len(said or "")] for f in found] == ([said] if said else [])


@pytest.mark.parametrize(
    ("lang", "title"),
    [("fr", "Le ministre britannique des Affaires étrangères"), ("en", "The British minister")],
)
def test_a_state_inside_a_title_leaves_the_office_whole(lang: str, title: str):
    met = {"fr": "a rencontré Annalena Baerbock", "en": "met Annalena Baerbock"}[lang]
    found = reasons(lang, f"{title} James Cleverly {met}.")
    assert any("not on 2025-05-14" in f for f in found) is (lang == "fr")


def test_a_title_that_somebody_else_holds_beside_them_is_named():
    (found,) = reasons("fr", "Le président espagnol a reçu le président hongrois Viktor Orban.")
    assert found.startswith("Viktor Orbán was head of government; head of state was ")
    assert not reasons("fr", "Le Premier ministre hongrois Viktor Orban est arrivé à Oslo.")
    assert not reasons("de", "Der ungarische Regierungschef Viktor Orbán ist in Oslo eingetroffen.")


def test_where_no_holder_of_that_day_is_known_nobody_is_accused():
    assert not reasons("en", "Mongolian Prime Minister Luvsannamsrain Oyun-Erdene visited Norway.")


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "Colombian Prime Minister Gustavo Petro liked it.", "Prime Minister Gustavo Petro"),
        (
            "fr",
            "« Non », dit le président italien Giorgia Meloni.",
            "président italien Giorgia Meloni",
        ),
        ("de", "Präsident Friedrich Merz schwieg.", "Präsident Friedrich Merz"),
        ("ru", "Премьер Хавьер Милей ждёт.", "Премьер Хавьер Милей"),
        ("en", "Head of government Javier Milei waits.", None),
        ("en", "Fidesz leader Gulyas and Fidesz President Viktor Orban wait.", None),
        ("en", "The former president Giorgia Meloni waits.", None),
        ("de", "Der ehemalige Ministerpräsident Recep Tayyip Erdoğan wartet.", None),
        ("en", "Turkish Prime Minister Recep Tayyip Erdogan waits.", None),
    ],
)
def test_a_title_that_somebody_never_had_is_found_whatever_is_told(
    lang: str, text: str, words: str | None
):
    origin = Origin(document="d", id="d", lang=lang, voice="d", published="2025-05-14")
    found = list(find_wrong_seats(StoredDocument(origin=origin, text=text)))
    assert [span.text for span, _ in found] == ([words] if words else [])
