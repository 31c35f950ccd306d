"""Measure a cold `registan check` (time, peak memory) and warm reading (sentences a second).

Run: `python bench/check.py [FILE]`. Numbers depend on the machine: compare ratios, on one machine.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "artikel.de.txt"
COMMAND = "import sys; from registan.cli import run; sys.exit(run(sys.argv[1:]))"
ROUNDS = 5


def time_cold(path: Path) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-c", COMMAND, "check", str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def time_start() -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - started


def time_warm(path: Path) -> tuple[float, int]:
    """Give the seconds of one warm check, and the document's sentences."""
    from registan.checker import check
    from registan.reader.syntax import parse

    brief = check(str(path))
    started = time.perf_counter()
    for _ in range(ROUNDS):
        check(str(path))
    return (time.perf_counter() - started) / ROUNDS, sum(
        len(list(doc.sents)) for doc in parse([brief.document.text], brief.document.lang)
    )


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    cold = min(time_cold(path) for _ in range(2))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    start = time_start()
    warm, sentences = time_warm(path)
    print(f"cold check    {cold:6.2f} s ({cold / start:.0f} times an empty Python)")
    print(f"peak memory   {peak:6.0f} MiB")
    print(f"warm check    {warm:6.2f} s ({cold / warm:.1f} times faster than cold)")
    print(f"warm speed    {sentences / warm:6.1f} sentences a second")


if __name__ == "__main__":
    main()
