"""Golden claims: our own sentences of every form in four languages, with floors."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from registan.model import Claim, Document
from registan.reader.claim import find_claims
from registan.reader.syntax import parse
from registan.world import load

FOLDER = Path(__file__).parent / "golden"
# Shares of sentences read with the right form, subject, place and number.
FLOORS = {"en": 0.90, "de": 0.95, "ru": 0.95, "fr": 0.94}


@cache
def cases(lang: str) -> tuple[dict[str, Any], ...]:
    lines = (FOLDER / f"claims-{lang}.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def told(case: dict[str, Any], doc: Any) -> list[Claim]:
    document = Document(id="t", text=case["text"], lang=case["lang"], published=case["as_of"])
    return [f.claim for f in find_claims(doc, document, load()) if f.claim]


def agrees(wanted: Claim, mine: Claim) -> bool:
    name = (wanted.subject.person or "").lower().split()[-1:]
    heard = (mine.subject.person or "").lower()
    return (
        wanted.form == mine.form
        and (name[0] in heard if name else not heard)
        and wanted.direction == mine.direction
        and (wanted.place.region or "").lower() == (mine.place.region or "").lower()
        and set(wanted.place.countries) == set(mine.place.countries)
        and wanted.n == mine.n
    )


def right(case: dict[str, Any], doc: Any) -> bool:
    mine = told(case, doc)
    if not case["claims"]:
        return not mine
    wanted = [Claim.from_data(one) for one in case["claims"]]
    return all(any(agrees(one, other) for other in mine) for one in wanted)


@pytest.mark.parametrize("lang", FLOORS)
def test_claims_are_read_from_sentences(lang: str) -> None:
    rows = cases(lang)
    docs = parse([case["text"] for case in rows], lang)
    held = [right(case, doc) for case, doc in zip(rows, docs, strict=True)]
    assert sum(held) / len(held) >= FLOORS[lang], [
        c["text"] for c, ok in zip(rows, held, strict=True) if not ok
    ]


@pytest.mark.parametrize("lang", FLOORS)
def test_every_form_has_its_sentences(lang: str) -> None:
    forms = {claim["form"] for case in cases(lang) for claim in case["claims"]}
    assert forms >= {
        "event", "ever", "never", "first", "last", "since", "every_except", "only", "count",
        "superlative", "highest_rank",
    }  # fmt: skip
