"""Expressions that a text lacks the letters for are left out, and no match with them."""

import re

import pytest

from registan.languages import read_examples, served
from registan.languages.screen import needs
from registan.reader.claim_cue import load_cues
from registan.reader.date_form import load_forms


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("first visit", {"first visit"}),
        (r"(?:first|only)\s\w+", {"first", "only"}),
        (r"(?:very )?last", {"last"}),
        (r"x+\d", {"x"}),
        (r"\d+(?:th)?", set()),
        (r"(?:first|\d+)", set()),
        (r"a(?=bc)", {"a"}),
    ],
)
def test_what_must_stand_in_every_match(pattern: str, letters: set[str]) -> None:
    assert needs(re.compile(pattern, re.IGNORECASE)) == letters


@pytest.mark.parametrize("lang", served())
def test_no_match_of_the_language_is_lost(lang: str) -> None:
    examples = [*read_examples(lang, "claims"), *read_examples(lang, "dates")]
    found = 0
    for text in {t for e in examples for t in (e.matches, e.rejects, e.matches.upper())}:
        for screen in (load_cues(lang), load_forms(lang)):
            plain = [m for _, regex in screen.expressions for m in regex.finditer(text)]
            told = [m for _, m in screen.finditer(text)]
            assert [(m.re, m.span()) for m in told] == [(m.re, m.span()) for m in plain]
            found += len(plain)
    assert found > 100
