"""Reported claims keep who makes them."""

import pytest

from registan.model import Document
from registan.reader.claim import find_claims
from registan.reader.tree import read_tree
from registan.world import load


def claimed_by(text: str, lang: str) -> str | None:
    document = Document(id="t", text=text, lang=lang, published="2020-02-03")
    found = find_claims(read_tree(text, lang), document, load())
    claims = [f.claim for f in found if f.claim]
    assert len(claims) == 1, [f.because for f in found]
    return claims[0].claimed_by


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "Pompeo is the first secretary of state in Benin, the mayor said.", "the mayor"),
        ("en", "The embassy says that no US president has ever visited Benin.", "The embassy"),
        ("de", "Pompeo sei der erste US-Außenminister in Benin, sagte der Bürgermeister.",
         "der Bürgermeister"),
        ("fr", "Selon l'ambassade, aucun président américain n'a jamais visité le Bénin.",
         "l'ambassade"),
        ("ru", "Мэр заявил, что ни один президент США не был в Бенине.", "Мэр"),
        ("en", "Pompeo is the first secretary of state in Benin.", None),
    ],
)  # fmt: skip
def test_who_claims_it_is_kept(lang: str, text: str, who: str | None) -> None:
    assert claimed_by(text, lang) == who
