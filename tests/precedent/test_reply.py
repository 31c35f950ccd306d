"""Replies: what a question is answered, in the language that it is asked in."""

from __future__ import annotations

import pytest

from registan import judge


def told(question: str, lang: str, as_of: str = "2024-11-01") -> str:
    (verdict,) = judge(question, as_of=as_of, lang=lang)
    assert verdict.coverage
    return verdict.answer[lang]


@pytest.mark.parametrize(
    ("lang", "question", "yes"),
    [
        ("de", "Hat Donald Trump Polen besucht?", "Ja: Donald Trump, 5. Juli 2017"),
        ("fr", "Joe Biden a-t-il visité l'Angola ?", "Non : "),
        ("fr", "Est-ce que Donald Trump a visité la Pologne ?", "Oui : Donald J. Trump, 5 juillet"),
        ("ru", "Был ли Обама в Грузии?", "Нет: "),
        ("en", "Did Hillary Clinton visit Togo?", "Yes: Hillary Rodham Clinton, 17 January 2012"),
        ("en", "Did Obama visit Kenya in 2014?", "No: "),
    ],
)
def test_whether_somebody_went(lang: str, question: str, yes: str) -> None:
    assert told(question, lang).startswith(yes)


@pytest.mark.parametrize(
    ("lang", "question", "answer"),
    [
        ("de", "Welcher US-Präsident besuchte Deutschland am häufigsten?",
         "Am meisten: Barack Obama (13)."),
        ("ru", "Кто из президентов США чаще всех бывал в Японии?", "Больше всех: Барак Обама (6)."),
        ("en", "Which secretary of state visited the most countries?",
         "Most: Hillary Rodham Clinton (114)."),
    ],
)  # fmt: skip
def test_who_did_it_most(lang: str, question: str, answer: str) -> None:
    assert told(question, lang) == answer


@pytest.mark.parametrize(
    ("lang", "question", "names"),
    [
        ("de", "Welche US-Präsidenten waren nicht in Kanada?", ("Gerald R. Ford", "Jimmy Carter")),
        ("fr", "Quels présidents américains n'ont pas visité le Canada ?", ("Jimmy Carter",)),
        ("ru", "Какие президенты США не были в Канаде?", ("Джимми Картер",)),
        ("ru", "Кто из госсекретарей США последним посетил Белоруссию?", ("Майк Помпео",)),
        ("de", "Wer war zuletzt als US-Außenminister in Kuba?", ("John Forbes Kerry", "2016")),
    ],
)
def test_who_did_not_and_who_was_last(lang: str, question: str, names: tuple[str, ...]) -> None:
    answer = told(question, lang)
    assert all(name in answer for name in names)
    assert "Obama" not in answer


@pytest.mark.parametrize(
    ("lang", "question", "told_of"),
    [
        ("de", "Wann war zuletzt ein US-Präsident in Wien?", ("Wien, Österreich",)),
        ("ru", "Когда президент США последний раз был в Москве?", ("Москва, Россия",)),
        ("fr", "Où est allé Biden en janvier 2023 ?", ("pays : 1 (Mexique)",)),
        ("en", "Did Trump visit Africa in his first term?", ("No: the register",)),
        ("en", "When was Mirziyoyev last in Washington?", ("The last was Shavkat", "2023")),
    ],
)
def test_places_and_names_are_those_of_the_language(
    lang: str, question: str, told_of: tuple[str, ...]
) -> None:
    answer = told(question, lang)
    assert all(words in answer for words in told_of)


def test_visits_to_one_state_are_told_by_their_days() -> None:
    answer = told("Combien de fois Emmanuel Macron est-il allé aux États-Unis ?", "fr")
    assert "Visites : 4 (Emmanuel Macron, 23 avril 2018; 21 septembre 2022;" in answer


def test_after_the_end_of_the_register_nobody_is_told_up_to_it() -> None:
    (verdict,) = judge("War jemals ein US-Präsident in Armenien?", as_of="2026-01-01", lang="de")
    assert verdict.verdict == "beyond_coverage"
    assert verdict.answer["de"].startswith("Bis 2. Dezember 2024 keiner verzeichnet")
