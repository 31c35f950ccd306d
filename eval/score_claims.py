"""Score verdicts on labelled claims, starting from the claim as data or from the sentence alone.

Each line of the file: `id`, `as_of`, `claim`, `verdict` (`supported_with_caveat` is `depends`) and
`evidence` (rows with `register` and `id`). Prints the share of right verdicts, the share of wrong
`supported` or `contradicted`, the gold rows of contradicted claims that were listed, and errors.
Exit code 1 where a floor is given and missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from eval.score_claim_words import read_claim
from registan.model.claim import Claim, Verdict
from registan.precedent import judge
from registan.world import load

GOLD = {"supported_with_caveat": "depends"}
TODAY = date(2026, 1, 1)


def judge_data(case: dict[str, Any]) -> Verdict | None:
    """Judge a case's claim as it is given."""
    return judge_claim(case, Claim.from_data(case["claim"]))


def judge_sentence(case: dict[str, Any]) -> Verdict | None:
    """Judge the first claim that is read from a case's sentence; None where none is understood."""
    claim, _ = read_claim(case, load())
    return judge_claim(case, claim) if claim else None


def judge_claim(case: dict[str, Any], claim: Claim) -> Verdict:
    return judge(
        claim,
        as_of=case["as_of"],
        text=case.get("text", ""),
        lang=case.get("lang", "en"),
        today=TODAY,
    )


def score(
    cases: list[dict[str, Any]],
    judge_case: Callable[[dict[str, Any]], Verdict | None] = judge_data,
    show: bool = False,
) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for case in cases:
        verdict = judge_case(case)
        said = verdict.verdict if verdict else "unclear"
        gold = GOLD.get(case["verdict"], case["verdict"])
        right = said == gold
        counts["right"] += right
        counts["wrong"] += not right and said in ("supported", "contradicted")
        rows = {(row["register"], row["id"]) for row in case["evidence"]}
        found = {(row.register, row.id) for row in verdict.evidence} if verdict else set()
        if gold == "contradicted":
            counts["rows"] += len(rows)
            counts["listed"] += len(rows & found)
        if show and not right:
            print(f"{case['id']}: {said}, gold {gold}: {verdict.answer['en'] if verdict else ''}")
            print(f"    {json.dumps(case['claim'], ensure_ascii=False)}")
            for reading in verdict.readings if verdict else ():
                print(f"    - {reading.name}: {reading.verdict}: {reading.because}")
    return {
        "claims": len(cases),
        "right": counts["right"] / len(cases),
        "wrong": counts["wrong"] / len(cases),
        "evidence": counts["listed"] / max(counts["rows"], 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=Path, required=True)
    parser.add_argument("--sentences", action="store_true", help="start from the sentence alone")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--floor", type=float, default=0.0, help="least share of right verdicts")
    options = parser.parse_args()
    lines = options.claims.read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    started = time.perf_counter()
    result = score(cases, judge_sentence if options.sentences else judge_data, options.errors)
    spent = (time.perf_counter() - started) / len(cases)
    print(f"verdict right        {result['right']:6.1%} of {result['claims']:.0f} claims")
    print(f"wrong yes or no      {result['wrong']:6.1%}")
    print(f"contradicting rows   {result['evidence']:6.1%} listed")
    print(f"time                 {spent * 1000:6.1f} ms a claim, loading included")
    return int(result["right"] < options.floor)


if __name__ == "__main__":
    sys.exit(main())
