"""The brief in the terminal: complete, 80 columns wide, with colour and without."""

from __future__ import annotations

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import Console

from registan.model import Claim, Extract, FoundClaim, Subject
from registan.web.output import drawn
from registan.web.terminal import ROWS_SHOWN, brief_table, extract_table, verdicts_table
from tests.web.sample import BRIEF, DOCUMENT, NEVER, REPORTS, VERDICTS, span_of, trip


def text_of(shown: object, width: int = 80) -> str:
    return drawn([shown], Console(width=width, force_terminal=False))  # type: ignore[list-item]


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = text_of(brief_table(BRIEF), width).splitlines()
    assert max(cell_len(line) for line in lines) <= width


def test_what_fails_stands_above_what_holds() -> None:
    text = text_of(brief_table(BRIEF))
    assert text.index("✗ WIDERLEGT") < text.index("○ NICHT ABGEDECKT") < text.index("✓ BELEGT")


def test_a_claim_shows_words_answer_rows_and_coverage() -> None:
    text = text_of(brief_table(BRIEF), 100)
    for part in ("Mit Ausnahme von Mike Pompeo", "Auch Condoleezza Rice", "secretary-3646"):
        assert part in text
    assert "bis 2025-02-19 (ohne Lawrence Eagleburger)" in " ".join(text.split())


def test_rows_against_come_first_and_a_correction_is_marked() -> None:
    text = text_of(brief_table(BRIEF), 100)
    assert text.index("Condoleezza Rice  ") < text.index("Colin Powell")
    assert "(Berichtigung)" in text


def test_an_event_shows_standing_parties_source_and_words() -> None:
    text = text_of(brief_table(BRIEF))
    assert "Telefonat · geschehen · nur von einer Seite" in text
    assert "Jakov Milatović → Joe Biden · 2024-05-14" in text
    assert "Quelle: Adria-Kurier (Medium) ← zwei Diplomaten (anonym)" in text


def test_the_editors_brackets_are_named() -> None:
    assert "[Biden] in Klammern, von der Redaktion ergänzt" in text_of(brief_table(BRIEF))


def test_labels_can_be_asked_for_in_another_language() -> None:
    assert "✗ CONTRADICTED" in text_of(brief_table(BRIEF, "en"))


def test_colour_is_used_on_a_terminal_and_only_there() -> None:
    coloured = drawn(
        [brief_table(BRIEF)], Console(width=80, force_terminal=True, color_system="standard")
    )
    assert "\x1b[" in coloured
    assert "\x1b[" not in text_of(brief_table(BRIEF))


def test_an_articles_escape_codes_do_not_reach_the_terminal() -> None:
    evil = msgspec.structs.replace(DOCUMENT, title="A \x1b[2Jtitle \x9b31m")
    shown = text_of(brief_table(msgspec.structs.replace(BRIEF, document=evil)))
    assert "\x1b" not in shown
    assert "\x9b" not in shown


def test_many_rows_are_given_by_person() -> None:
    rows = [trip(number, "Colin Powell", f"2003-05-{number:02}") for number in range(1, ROWS_SHOWN)]
    rows += [trip(90, "John Kerry", "2016-02-14"), trip(91, "John Kerry", "2016-02-15")]
    verdict = msgspec.structs.replace(VERDICTS[1], evidence=tuple(rows))
    text = text_of(verdicts_table([verdict], "de"))
    assert f"2003-05-01…0{ROWS_SHOWN - 1}  Colin Powell  Albanien  7 ×" in text
    assert "2016-02-14…15  John Kerry    Albanien  2 ×" in text
    assert "9 Einträge, je Person" in text


def test_a_fact_that_the_article_alone_tells_is_short() -> None:
    told = msgspec.structs.replace(BRIEF.events[5], standing="happened", when="2024-04")
    text = text_of(brief_table(msgspec.structs.replace(BRIEF, events=(told,))))
    assert "E1   Treffen · niemand genannt · 2024-04" in text
    assert "Quelle" not in text


def test_an_empty_brief_says_so() -> None:
    text = text_of(brief_table(type(BRIEF)(document=DOCUMENT)))
    assert "Keine Behauptung" in text
    assert "Kein diplomatisches Ereignis" in text


def test_an_extract_shows_reports_and_claims_in_the_articles_order() -> None:
    claims = (
        FoundClaim(
            id="c1",
            text=NEVER,
            span=span_of(NEVER),
            claim=Claim(form="never", subject=Subject(office="US president")),
            rule="sample",
        ),
        FoundClaim(id="c2", text=NEVER, span=span_of(NEVER), because="no place", rule="sample"),
    )
    text = text_of(extract_table(Extract(document=DOCUMENT, reports=REPORTS, claims=claims)))
    assert text.index("R1") < text.index("R6") < text.index("C1   never") < text.index("no place")
