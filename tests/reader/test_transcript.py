"""Transcripts: what is said in an answer is its speaker's, and so is "I"."""

import pytest

from registan.checker import read_text
from registan.reader.transcript import find_turns, part_labels

ENGLISH = """\
President Alexander Stubb Remarks to the Press

QUESTION: Have you met the Latvians?

PRESIDENT STUBB: I met yesterday with President Edgars Rinkevics in Riga.

QUESTION: Will Estonia send aid to Ukraine?

PRESIDENT STUBB: Estonia will send aid to Ukraine.
"""
FRENCH = """\
Entretien avec Alexander Stubb, président de la Finlande

Question : Avez-vous vu les Lettons ?

Réponse : J'ai rencontré le président Edgars Rinkevics à Riga.
"""
RUSSIAN = """\
Ответы на вопросы СМИ Президента Финляндии А.Стубба

Вопрос: Была ли встреча?

Ответ: Я встретился с президентом Латвии Эдгарсом Ринкевичсом в Риге.
"""
DASHED = """\
Президент Финляндии Александр Стубб — о переговорах

— Вы встречались с латышами?

— Я встретился с президентом Латвии Эдгарсом Ринкевичсом в Риге.

— Что дальше?

— Посмотрим.
"""


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", ENGLISH), ("fr", FRENCH), ("ru", RUSSIAN), ("ru", DASHED)],
)
def test_in_an_answer_the_first_person_is_who_speaks_and_says_so(lang, text):
    reports = read_text(text, lang=lang, published="2025-03-05").reports
    met = [r for r in reports if r.kind == "meeting" and r.standing == "happened"]
    assert [[a.id for a in r.who] for r in met] == [["stubb-alexander"]]
    assert [[s.type for s in r.attribution] for r in met] == [["participant"]]


def test_what_is_asked_has_no_source():
    reports = read_text(ENGLISH, lang="en", published="2025-03-05").reports
    asked = [r for r in reports if r.span.text.endswith("?")]
    assert asked
    assert all(not r.attribution and r.standing == "possible" for r in asked)


def test_parted_labels_keep_every_place_in_the_text():
    parted = part_labels(ENGLISH, "en")
    assert len(parted) == len(ENGLISH)
    assert "QUESTION:\nHave" in parted


@pytest.mark.parametrize(
    "text",
    [
        "Stubb: no talks are planned.",
        "The goals: peace and trade. The means: talks.",
        "Riga: a city.\nTallinn: another city.",
    ],
)
def test_a_colon_alone_makes_no_transcript(text):
    assert find_turns(text, "en") == []


ALTERNATING = """\
»Niemand hat uns gefragt«

Finnlands Präsident Alexander Stubb über Zölle und einen Anruf aus Peking

Herr Präsident, haben Sie im Mai Riga besucht?

Ja, ich war dort. Ich habe Präsident Edgars Rinkevics getroffen.

Kommt der Kanzler nach Helsinki?

Wir haben ihn eingeladen.

Und was sagt Peking?

Der chinesische Außenminister Wang Yi rief mich gestern an.
"""


def test_paragraphs_that_ask_and_answer_by_turns_are_an_interview() -> None:
    reports = read_text(ALTERNATING, lang="de", published="2025-03-05").reports
    told = {r.kind: r for r in reports}
    assert [a.id for a in told["meeting"].who] == ["stubb-alexander"]
    assert [a.id for a in told["call"].whom] == ["stubb-alexander"]
    assert told["meeting"].attribution[0].type == "participant"
    visit = next(r for r in reports if r.kind == "visit")
    assert ([a.id for a in visit.who], visit.standing) == (["stubb-alexander"], "possible")


def test_questions_that_an_author_answers_are_no_interview() -> None:
    text = (
        "Präsident Stubb in Riga\n\nWas ist geplant?\n\nEr trifft den Präsidenten.\n\n"
        "Worum geht es?\n\nUm Zölle.\n\nWer zahlt?\n\nDie Union.\n"
    )
    assert find_turns(text, "de") == []
