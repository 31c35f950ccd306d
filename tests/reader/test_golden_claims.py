"""Golden claims: our own sentences of every form in four languages, with floors."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from registan.checker import read_text
from registan.model import Claim

FOLDER = Path(__file__).parent / "golden"
# Shares of sentences read with the right form, subject, place and number.
FLOORS = {"en": 0.90, "de": 0.94, "ru": 0.95, "fr": 0.94}


@cache
def cases(lang: str) -> tuple[dict[str, Any], ...]:
    lines = (FOLDER / f"claims-{lang}.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def told(case: dict[str, Any]) -> list[Claim]:
    extract = read_text(case["text"], lang=case["lang"], published=case["as_of"])
    return [found.claim for found in extract.claims if found.claim]


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


def right(case: dict[str, Any]) -> bool:
    mine = told(case)
    if not case["claims"]:
        return not mine
    wanted = [Claim.from_data(one) for one in case["claims"]]
    return all(any(agrees(one, other) for other in mine) for one in wanted)


@pytest.mark.parametrize("lang", FLOORS)
def test_claims_are_read_from_sentences(lang: str) -> None:
    missed = [case["text"] for case in cases(lang) if not right(case)]
    assert len(missed) <= (1 - FLOORS[lang]) * len(cases(lang)), missed


@pytest.mark.parametrize("lang", FLOORS)
def test_every_form_has_its_sentences(lang: str) -> None:
    forms = {claim["form"] for case in cases(lang) for claim in case["claims"]}
    assert forms >= {
        "event", "ever", "never", "first", "last", "since", "every_except", "only", "count",
        "superlative", "highest_rank",
    }  # fmt: skip
