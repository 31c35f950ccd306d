"""Words of precedent about another deed than a visit get no verdict from registers of visits."""

import json
from pathlib import Path

import pytest

from registan.model import Document
from registan.reader.claim import find_claims
from registan.reader.syntax import parse
from registan.world import load

OTHER_DEEDS = Path(__file__).parent / "golden" / "deeds.jsonl"
DAY = "2025-09-10"


def other_deeds(lang: str) -> list[str]:
    rows = map(json.loads, OTHER_DEEDS.read_text(encoding="utf-8").splitlines())
    return [row["text"] for row in rows if row["lang"] == lang]


@pytest.mark.parametrize("lang", ["de", "en", "fr", "ru"])
def test_another_deed_gets_no_verdict(lang: str) -> None:
    texts = other_deeds(lang)
    assert len(texts) > 15
    judged = [
        (text, found.claim.form)
        for text, doc in zip(texts, parse(texts, lang), strict=True)
        for found in find_claims(doc, Document(id="t", text=text, lang=lang, published=DAY), load())
        if found.claim
    ]
    assert judged == []
