"""Expressions that a text lacks the letters for are left out, and no match with them."""

import re

import pytest

from registan.languages import read_examples, served
from registan.languages.screen import Screen, screened
from registan.reader.claim_cue import load_cues
from registan.reader.date_form import load_forms


@pytest.mark.parametrize(
    ("pattern", "needs"),
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
def test_what_must_stand_in_every_match(pattern: str, needs: set[str]) -> None:
    assert screened(re.compile(pattern, re.IGNORECASE)).needs == needs


@pytest.mark.parametrize("lang", served())
def test_no_match_of_the_language_is_lost(lang: str) -> None:
    examples = [*read_examples(lang, "claims"), *read_examples(lang, "dates")]
    patterns = [p for _, row in load_cues(lang) for p in row]
    patterns += [form.pattern for form in load_forms(lang)]
    found = 0
    for text in {t for e in examples for t in (e.matches, e.rejects, e.matches.upper())}:
        screen = Screen(text)
        for one in patterns:
            spans = [m.span() for m in one.regex.finditer(text)]
            assert [m.span() for m in screen.finditer(one)] == spans
            found += len(spans)
    assert found > 100
