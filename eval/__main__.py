"""Measure reader, verdicts, record and forecasts, and hold them to the pinned floors.

`python -m eval FOLDER`, where the folder holds `sentences-dev.jsonl` with its scorer
`score_sentences.py` and `claims-dev.jsonl`. Ends with 1 where a floor of `floors.json` is missed;
a file that is not there is said to be so and not measured.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from eval.measure import measure_claims, measure_sentences
from eval.score_forecast import score as score_forecast
from eval.score_record import score as score_record

STRANDS = Path(__file__).parents[1] / "tests" / "record" / "golden"
PROCESSES = 2
FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    folder = Path(sys.argv[1])
    parts: list[Callable[[], dict[str, float]]] = [
        score_forecast,  # the longest begins
        partial(score_record, STRANDS),
        partial(measure_sentences, folder),
        partial(measure_claims, folder),
    ]
    # Each part has its own process: two cores take half the time, and the numbers are the same.
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        found = [pool.submit(part) for part in parts]
        measured = {name: value for one in reversed(found) for name, value in one.result().items()}
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    missed = 0
    for name, value in measured.items():
        floor = floors.get(name)
        verdict = "" if floor is None else f"  floor {floor:.3f}"
        if floor is not None and value < floor:
            missed += 1
            verdict += "  MISSED"
        print(f"{name:<46}{value:7.3f}{verdict}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
