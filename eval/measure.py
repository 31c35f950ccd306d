"""Measure sentences and claims: what the reader and the judge make of labelled cases."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.score_claims import judge_data, judge_sentence
from eval.score_claims import score as score_claims
from registan.checker import read_text
from registan.languages import served
from registan.model import ActorMention, PlaceMention, Report


def measure_claims(folder: Path) -> dict[str, float]:
    """Score verdicts on claims: given as data (`verdicts`), and from the sentence (`claims`)."""
    path = folder / "claims-dev.jsonl"
    if not path.exists():
        print(f"{path} is not there: verdicts are not measured.")
        return {}
    cases = list(read_lines(path))
    measured = {}
    for name, judge_case in (("verdicts", judge_data), ("claims", judge_sentence)):
        result = score_claims(cases, judge_case)
        measured[f"{name}.right"] = result["right"]
        measured[f"{name}.not_wrong"] = 1 - result["wrong"]
        measured[f"{name}.rows"] = result["evidence"]
    return measured


def measure_sentences(folder: Path) -> dict[str, float]:
    """Score reports on sentences with the scorer that lies beside them."""
    gold, scorer = folder / "sentences-dev.jsonl", folder / "score_sentences.py"
    if not gold.exists() or not scorer.exists():
        print(f"{gold} or its scorer is not there: reports are not measured.")
        return {}
    with tempfile.TemporaryDirectory() as work:
        system = Path(work) / "system.jsonl"
        cases = [case for case in read_lines(gold) if case["lang"] in served()]
        lines = (json.dumps(answer(case), ensure_ascii=False) for case in cases)
        system.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(scorer), str(system), "--gold", str(gold), "--json"]
        command += ["--lang", ",".join(served())]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(numbers(json.loads(done.stdout)))


def numbers(scores: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Give the numbers that have floors, over all languages and for each of them."""
    for group, found in scores.items():
        if group == "all" or group.startswith("lang="):
            yield f"events.f1.{group.removeprefix('lang=')}", found["f1"]
    whole = scores["all"]
    yield "standing.all", whole["standing"] or 0.0
    yield "attribution.all", whole["attribution"] or 0.0
    base = whole["rumour_base"]
    yield "rumour.kept.all", 1 - whole["rumour_as_fact"] / base if base else 1.0


def answer(case: dict[str, Any]) -> dict[str, Any]:
    extract = read_text(case["text"], lang=case["lang"], published=case.get("published"))
    return {"id": case["id"], "events": [as_event(report) for report in extract.reports]}


def as_event(report: Report) -> dict[str, Any]:
    sources = [link for link in report.attribution if link.type != "author"]
    return {
        "kind": report.kind,
        "who": [as_named(actor) for actor in report.who],
        "whom": [as_named(actor) for actor in report.whom],
        "where": [as_named(place) for place in report.where],
        "when": report.when,
        "standing": report.standing,
        "according_to": [{"name": link.name, "type": link.type} for link in sources],
        "stance": report.stance,
    }


def as_named(named: ActorMention | PlaceMention) -> dict[str, str | None]:
    """A name as the registers have it and as the text has it: the scorer accepts either."""
    return {"name": named.name, "mention": named.mention}


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
