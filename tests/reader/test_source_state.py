"""For which state a body speaks that is named without one."""

from __future__ import annotations

import pytest

from registan import world
from registan.reader.intake import document_from_text
from registan.reader.reading import read_document


def states_of(lang: str, text: str) -> list[list[str | None]]:
    document = document_from_text(text, lang=lang, published="2025-03-04")
    reports = read_document(document, world.load()).reports
    return [[source.country for source in report.attribution] for report in reports]


@pytest.mark.parametrize(
    ("lang", "text", "state"),
    [
        (
            "ru",
            "МИД Дании вызвал посла Чили. Об этом заявил представитель ведомства Нильс Холм.",
            "DK",
        ),
        (
            "en",
            "The Danish foreign ministry said that Chile had recalled its ambassador. "
            "The ministry said that Denmark had summoned Chile's envoy.",
            "DK",
        ),
        (
            "de",
            "Nach Angaben von Frederiksens Pressechefin Mette Holm unterzeichneten Dänemark und "
            "Chile ein Abkommen.",
            "DK",
        ),
        (
            "en",
            "SANTIAGO, March 4 (CPA) - Chile and Denmark signed a fisheries pact on Monday, "
            "government spokeswoman Camila Soto said.",
            "CL",
        ),
    ],
)
def test_a_body_without_a_state_speaks_for_the_one_that_the_text_shows(lang, text, state):
    assert state in states_of(lang, text)[-1]


def test_a_body_of_the_place_where_a_text_was_filed_is_no_source_of_others():
    text = "BRUSSELS, March 4 (CPA) - Chile and Denmark signed a pact, the ministry said."
    assert states_of("en", text) == [[None]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Oslo a reçu Lula, a dit le ministère norvégien. Lula a rencontré Støre, selon la "
         "même source."),
        ("de", "Lula traf Støre, teilte das norwegische Außenministerium mit. Lula traf auch "
         "Haakon, wie dieselbe Quelle mitteilte."),
    ],
)  # fmt: skip
def test_the_same_source_is_the_one_named_before(lang, text):
    assert states_of(lang, text)[-1] == ["NO"]


def test_who_alone_spoke_last_goes_on_speaking():
    text = (
        "OSLO - Norwegian Prime Minister Jonas Gahr Store has put off a trip to Brazil, "
        "government spokesman Lars Vik said. Vik gave no reason.\n\n"
        "The visit will now take place in June, he said."
    )
    assert states_of("en", text)[-1] == ["NO"]


def test_a_surname_alone_speaks_for_the_state_that_its_bearer_was_named_with():
    text = (
        "OSLO - Jonas Gahr Store met Lula da Silva, government spokesman Lars Vik said.\n\n"
        "They discussed fish, Vik said."
    )
    assert states_of("en", text)[-1] == ["NO"]


def test_whose_press_secretary_speaks_is_not_who_speaks():
    text = "Орбан посетил Киргизию, заявила пресс-секретарь Садыра Жапарова Айгуль Осмонова."
    document = document_from_text(text, lang="ru", published="2025-03-04")
    (visit,) = read_document(document, world.load()).reports
    assert [(s.id, s.country) for s in visit.attribution] == [(None, "KG")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Støre is in Rome. He spoke with Lula by phone, his office said."),
        ("en", "Støre is in Rome. He spoke with Lula by phone, according to his office."),
        ("de", "Støre ist in Rom. Er sprach mit Lula am Telefon, wie sein Büro mitteilte."),
        ("fr", "Støre est à Rome. Il s'est entretenu avec Lula, a indiqué son bureau."),
        ("fr", "Støre est à Rome. Il s'est entretenu avec Lula, selon son bureau."),
        ("ru", "Стёре прилетел в Рим. Он позвонил Луле, сообщила его канцелярия."),
    ],
)
def test_an_office_is_that_of_whom_the_sentence_is_about(lang, text):
    assert states_of(lang, text)[-1] == ["NO"]


def test_a_government_goes_on_speaking_in_the_next_paragraph():
    text = (
        "Spajic spoke with Plenkovic by phone on Sunday, the government in Podgorica said.\n\n"
        "Spajic will visit Zagreb on July 3, the government added."
    )
    assert states_of("en", text)[-1] == ["ME"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "L'Égypte a livré du riz au Soudan, touché par les crues, selon l'ambassade "
         "égyptienne."),
        ("en", "Egypt delivered rice to Sudan, hit by floods, according to the Egyptian embassy."),
    ],
)  # fmt: skip
def test_who_is_named_behind_an_aside_tells_the_whole(lang, text):
    assert states_of(lang, text)[-1] == ["EG"]


@pytest.mark.parametrize("before", ["", "Сеул ввёл пошлину в размере 33% на японский прокат.\n\n"])
def test_a_ministry_in_a_title_speaks_on(before):
    text = "Глава МИД Южной Кореи Чо Хён отложил встречу с Такэси Ивая, сообщили в министерстве."
    assert states_of("ru", before + text)[-1] == ["KR"]
