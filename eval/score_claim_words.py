"""Score how sentences become claims, against labelled cases: field by field, and by verdict.

    python -m eval.score_claim_words PATH/claims-dev.jsonl [--errors] [--lang de]

The cases are not part of the project. Each is read from its sentence alone and its day.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from registan.model import Claim, Document
from registan.precedent import judge
from registan.reader.reading import read_document
from registan.world import load

GOLD = {"supported_with_caveat": "depends"}


def read_claim(case: dict[str, Any], world: Any) -> tuple[Claim | None, str]:
    """The first claim that is read from a case's sentence, or None and why."""
    document = Document(id="x", text=case["text"], lang=case["lang"], published=case["as_of"])
    found = read_document(document, world).claims
    claims = [f.claim for f in found if f.claim]
    if claims:
        return claims[0], found[0].rule
    return None, found[0].because or "" if found else "nothing seen"


def compare(gold: dict[str, Any], mine: Claim) -> dict[str, bool]:
    """Which fields agree."""
    subject, place = gold["subject"], gold.get("place", {})
    person = (subject.get("person") or "").split()[-1:]
    theirs = (mine.subject.person or "").split()[-1:]
    region = place.get("region")
    return {
        "form": gold["form"] == mine.form,
        "person": person == theirs,
        "office": subject.get("office") == mine.subject.office,
        "direction": gold.get("direction") == mine.direction,
        "place": (region or "").lower() == (mine.place.region or "").lower()
        and set(place.get("countries", [])) == set(mine.place.countries)
        if region or mine.place.region
        else set(place.get("countries", [])) == set(mine.place.countries),
        "since": gold.get("since") == mine.since,
        "n": gold.get("n") == mine.n,
    }


def main() -> None:
    """Print the agreement by language, and with `--errors` each case that differs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("--lang")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    world = load()
    rows = [json.loads(line) for line in options.cases.read_text("utf-8").splitlines()]
    totals: dict[str, Counter[str]] = {}
    for case in rows:
        if options.lang in (None, case["lang"]):
            score(case, world, totals.setdefault(case["lang"], Counter()), options.errors)
    for lang, counts in totals.items():
        size = counts["all"]
        print(
            lang, size, {name: f"{n}/{size}" for name, n in sorted(counts.items()) if name != "all"}
        )


def score(case: dict[str, Any], world: Any, counts: Counter[str], errors: bool) -> None:
    """Add one case to its language's counts."""
    claim, why = read_claim(case, world)
    counts["all"] += 1
    gold = GOLD.get(case["verdict"], case["verdict"])
    if claim is None:
        counts["not read"] += 1
        verdict = "unclear"
        fields: dict[str, bool] = {}
    else:
        fields = compare(case["claim"], claim)
        counts.update(name for name, right in fields.items() if right)
        verdict = judge(claim, as_of=case["as_of"]).verdict
    counts["verdict"] += verdict == gold
    wrong = verdict in ("supported", "contradicted") and verdict != gold
    counts["wrong"] += wrong
    if errors and (verdict != gold or not all(fields.values())):
        off = [name for name, right in fields.items() if not right]
        print(f"{case['id']} {'WRONG ' if wrong else ''}{gold} <- {verdict} {why} {off}")
        print("   ", case["text"])
        print("    gold", json.dumps(case["claim"], ensure_ascii=False))
        print("    mine", claim.to_json() if claim else None)


if __name__ == "__main__":
    main()
