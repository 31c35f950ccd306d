"""A question and its answer, and deeds left to the sentence before."""

import pytest

from registan.model import Claim, Document
from registan.reader.claim import find_claims
from registan.reader.tree import read_tree
from registan.world import load


def claims_of(text: str, lang: str, day: str) -> list[Claim]:
    document = Document(id="t", text=text, lang=lang, published=day)
    found = find_claims(read_tree(text, lang), document, load())
    return [f.claim for f in found if f.claim]


@pytest.mark.parametrize(
    ("lang", "text", "form"),
    [
        ("en", "Has an American president ever been to Bhutan? Never.", "never"),
        ("en", "Has an American president ever been to Kenya? Yes, more than once.", "ever"),
        ("de", "War je ein US-Präsident in Bhutan? Nein, noch nie.", "never"),
        ("fr", "Un président américain a-t-il jamais visité le Bhoutan ? Non.", "never"),
        ("ru", "Бывал ли президент США в Бутане? Нет, никогда.", "never"),
    ],
)
def test_the_answer_says_what_is_claimed(lang: str, text: str, form: str) -> None:
    claims = claims_of(text, lang, "2024-06-01")
    assert [(c.form, c.asks) for c in claims] == [(form, False)]


def test_a_question_alone_stays_one() -> None:
    claims = claims_of("Has an American president ever been to Bhutan?", "en", "2024-06-01")
    assert [(c.form, c.asks) for c in claims] == [("ever", True)]


def test_the_deed_may_stand_in_the_sentence_before() -> None:
    text = "No US president has ever visited Bhutan. Biden would be the first."
    last = claims_of(text, "en", "2024-06-01")[-1]
    assert last.form == "first"
    assert last.place.countries == ("BT",)
    assert last.subject.person_id == "biden-joseph-r"


def test_a_comparison_is_no_plain_denial() -> None:
    text = "Never was a US president happier in Spain for longer than the rest."
    assert claims_of(text, "en", "2024-06-01") == []
