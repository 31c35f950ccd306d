"""The small strings: dates, sources, excerpts, and nothing that steers a terminal."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.checker import read_text
from registan.model import Document, Evidence, Reading, Source
from registan.record.noun import Difference, Utterance
from registan.web import phrase
from registan.web.label import labels_of
from tests.web.sample import BIDEN, DIPLOMATS, DOCUMENT, KURIER, REPORTS, SECRETARIES, VERDICTS

GERMAN = labels_of("de")
ENGLISH = labels_of("en")


def test_states_and_cities_have_their_names_in_the_language_of_the_reader() -> None:
    (report,) = read_text("Эрдоган посетил Вену.", lang="ru", published="2025-07-04").reports
    assert phrase.names(report.where, GERMAN) == "Wien"
    assert phrase.names(report.where, ENGLISH) == "Vienna"
    (report,) = read_text("Die Türkei drohte Österreich mit Sanktionen.", lang="de").reports
    assert phrase.parties(report, ENGLISH) == "Türkiye → Austria"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-02-15", "2024-02-15", "2024-02-15"),
        ("2023-02-28", "2023-03-01", "2023-02-28/03-01"),
        ("2023-02-26", "2023-02-28", "2023-02-26/28"),
        ("2005-01-26", "2009-01-20", "2005-01-26/2009-01-20"),
        ("2005", None, "2005"),
        (None, None, "?"),
    ],
)
def test_a_period_says_its_common_part_once(start: str, end: str, said: str) -> None:
    assert phrase.period(start, end) == said


def test_a_chain_of_sources_is_told_outermost_first() -> None:
    said = phrase.sources((KURIER, DIPLOMATS), GERMAN)
    assert said == "Adria-Kurier (Medium) ← zwei Diplomaten (anonym)"


@pytest.mark.parametrize("chain", [(), (Source(name="", type="author"),)])
def test_a_report_without_a_source_is_the_articles_own(chain: tuple[Source, ...]) -> None:
    assert phrase.sources(chain, ENGLISH) == "the article itself"


def test_who_and_whom_are_an_arrow() -> None:
    assert phrase.parties(REPORTS[0], GERMAN) == "Jakov Milatović → Joe Biden"


def test_an_inserted_name_keeps_its_brackets() -> None:
    inserted = msgspec.structs.replace(BIDEN, inserted=True)
    report = msgspec.structs.replace(REPORTS[0], whom=(inserted,))
    assert phrase.parties(report, GERMAN) == "Jakov Milatović → [Joe Biden]"


def test_a_coverage_names_register_office_dates_and_gaps() -> None:
    assert phrase.coverage(SECRETARIES, ENGLISH) == (
        "us-secretary-trips: US secretary of state; visit, 1866-01-01 to 2025-02-19 "
        "(without Lawrence Eagleburger)"
    )


def test_an_answer_falls_back_to_english() -> None:
    assert phrase.answer(VERDICTS[0], "de").startswith("Das Register")
    assert phrase.answer(VERDICTS[0], "fr").startswith("English:")


def test_an_inferred_date_is_said_to_be_so() -> None:
    assert "erschlossen aus „Am 14. Mai“" in phrase.dateline(DOCUMENT, GERMAN)


def test_a_document_without_a_date_is_undated() -> None:
    assert phrase.dateline(Document(id="x", text="y", lang="en"), ENGLISH) == "undated · en"


@given(st.text())
def test_cleaned_text_has_no_control_characters(text: str) -> None:
    cleaned = phrase.clean(text)
    assert "\x1b" not in cleaned
    assert "\n" not in cleaned
    assert "\u202e" not in cleaned


@given(st.text(), st.integers(min_value=10, max_value=60))
def test_an_excerpt_is_never_much_longer_than_asked(text: str, length: int) -> None:
    assert len(phrase.excerpt(text, length)) <= length + 2


def test_coverages_that_differ_only_in_the_office_share_a_line() -> None:
    other = msgspec.structs.replace(SECRETARIES, office="us-president")
    (line,) = phrase.merged_coverage((SECRETARIES, other), ENGLISH)
    assert line.startswith("us-secretary-trips: US secretary of state, US president; visit")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("eagleburger-lawrence-sidney", "Lawrence Sidney Eagleburger"),
        ("Lawrence Eagleburger", "Lawrence Eagleburger"),
    ],
)
def test_a_registers_identifier_is_told_as_a_name(name: str, said: str) -> None:
    assert phrase.person_name(name) == said


@pytest.mark.parametrize(
    ("country", "lang", "said"),
    [
        ("AL", "de", "Albanien"),
        ("Albania", "de", "Albanien"),
        ("Albania", "de-AT", "Albanien"),
        ("Land of Nowhere", "de", "Land of Nowhere"),
    ],
)
def test_a_country_is_told_in_the_readers_language(country: str, lang: str, said: str) -> None:
    assert phrase.country_name(country, lang) == said


def test_the_towns_of_a_row_are_told_in_the_readers_language() -> None:
    row = Evidence(
        register="travels", id="1", who="x", office="us-president",
        country="Austria", place="Vienna, Salzburg",
    )  # fmt: skip
    assert phrase.site(row, "de") == "Wien, Salzburg, Österreich"


def test_a_text_without_a_title_is_headed_by_its_first_sentence() -> None:
    text = "Kommt der Gast im nächsten Sommer? Das fragt sich die Stadt."
    document = Document(id="x", text=text, lang="de")
    assert phrase.heading(document) == "Kommt der Gast im nächsten Sommer?"


def test_only_readings_that_decide_are_shown() -> None:
    plain = Reading(name="plain", verdict="depends", because="as regions go")
    verdict = msgspec.structs.replace(VERDICTS[3], readings=(plain, *VERDICTS[3].readings))
    assert [reading.name for reading in phrase.senses(verdict)] == [
        "EU-Nachbarn",
        "westlicher Balkan",
    ]
    assert phrase.senses(msgspec.structs.replace(verdict, readings=(plain,))) == []


def test_a_need_that_the_answer_names_is_not_told_twice() -> None:
    assert phrase.need(VERDICTS[4], "Kein Register.") == VERDICTS[4].needed
    assert phrase.need(VERDICTS[4], f"Es fehlt: {VERDICTS[4].needed}.") == ""
    assert phrase.need(VERDICTS[0], "Nichts.") == ""


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-05-15", "2025-05-15"),
        ("2025-21", "Frühjahr 2025"),
        ("2025-12", "2025-12"),
        ("../2025-05-15", "bis 2025-05-15"),
        ("1991/..", "seit 1991"),
        ("2024-24/2025-21", "Winter 2024 – Frühjahr 2025"),
        (None, "ohne Datum"),
    ],
)
def test_a_date_is_said_in_words_where_its_code_is_none(edtf: str | None, said: str) -> None:
    assert phrase.when(edtf, labels_of("de")) == said


def test_a_file_stands_for_an_outlet_without_its_folders() -> None:
    assert phrase.outlet("/home/desk/in/article.de.txt") == "article.de.txt"
    assert phrase.outlet("https://news.example/a/b") == "https://news.example/a/b"


def test_sentences_that_differ_in_several_ways_are_given_once() -> None:
    pair, words = ("a", "b"), ": “We may go” / “Wir gehen nicht”"
    differences = (
        Difference(type="modality", between=pair, note=f"may / no modal{words}"),
        Difference(type="negation", between=pair, note=f"not negated in the first{words}"),
        Difference(type="words_cut", between=pair, note="the first one marks a cut"),
    )
    said = Utterance(speaker="X", variants=(), differences=differences)
    assert phrase.list_differences(said) == [
        (pair, f"may / no modal; not negated in the first{words}"),
        (pair, "the first one marks a cut"),
    ]
