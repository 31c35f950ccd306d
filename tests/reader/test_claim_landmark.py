"""Turning points: every word names its own, and claims count from them."""

import re

import pytest

from registan.languages import table
from registan.model import Claim, Document
from registan.model.period import period_of
from registan.reader.claim import find_claims
from registan.reader.claim_landmark import WordRow, landmark_words, load_landmarks
from registan.reader.tree import read_tree
from registan.world import load

FROM_STATES = {"independence", "state_ends"}
ROWS = [
    pytest.param(lang, row, id=f"{lang}-{row.id}")
    for lang in ("de", "en", "fr", "ru")
    for row in table(lang, "landmarks", WordRow)
]


@pytest.mark.parametrize(("lang", "row"), ROWS)
def test_words_match_their_example_and_not_the_other(lang: str, row: WordRow) -> None:
    patterns = [landmark_words(lang, bare).get(row.id) for bare in (False, True)]
    since = re.compile(r"^\w+")

    def matches(text: str) -> bool:
        return any(p.match(since.sub("", text)) for p in patterns if p)

    assert matches(row.matches)
    assert not matches(row.rejects)
    assert row.id in FROM_STATES or row.id in load_landmarks()


def test_every_turning_point_has_a_day_and_a_source() -> None:
    for landmark in load_landmarks().values():
        assert period_of(landmark.day).first <= period_of(landmark.day).last
        assert landmark.source
        assert set(landmark.countries) <= set(load().countries)


def claim_of(text: str, lang: str, day: str) -> Claim | None:
    document = Document(id="t", text=text, lang=lang, published=day)
    found = find_claims(read_tree(text, lang), document, load())
    return found[0].claim if found else None


@pytest.mark.parametrize(
    ("lang", "day", "text", "since"),
    [
        ("en", "1994-01-14", "Clinton is the first American president in Belarus since the "
         "collapse of the Soviet Union.", "1991-12-26"),
        ("de", "2024-06-11", "Blinken ist zum achten Mal seit dem Angriff der Hamas in Israel.",
         "2023-10-07"),
        ("fr", "2016-03-20", "Aucun président américain n'était venu à Cuba depuis la révolution "
         "avant Barack Obama.", "1959-01-01"),
        ("ru", "2013-07-01", "Обама — первый президент США, посетивший Танзанию с обретения "
         "независимости.", "1961-12-09"),
    ],
)  # fmt: skip
def test_claims_count_from_turning_points(lang: str, day: str, text: str, since: str) -> None:
    claim = claim_of(text, lang, day)
    assert claim is not None
    assert claim.since == since


def test_a_turning_point_that_nobody_dates_leaves_the_claim_unclear() -> None:
    text = "Obama is the first president to visit Kenya since the great drought."
    assert claim_of(text, "en", "2015-07-24") is None


def test_a_bare_war_is_the_war_of_the_country() -> None:
    text = "No US president had set foot in Peru since the war before Eisenhower."
    assert claim_of(text, "en", "1960-02-29") is None
