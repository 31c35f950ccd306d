"""Measure reading an article against its encoder pass, on one core, in one run.

Run: `python bench/read.py [FILE]`. The process is pinned to one core and CPU seconds are compared,
so that a busy machine changes little; the numbers to look at are the ratios. `encoder` is the
network alone (encoder and heads) on the article's own batches; `syntax` adds words, lemmas and
trees; `reading` is all of it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

EXAMPLE = Path(__file__).parents[1] / "examples" / "artikel.de.txt"
WORDS = 600
ROUNDS = 7
SENTENCE = 25
SENTENCES = 200


def cpu(work: Callable[..., Any], *given: Any) -> float:
    """Give the CPU seconds of a piece of work."""
    started = time.process_time()
    work(*given)
    return time.process_time() - started


def article(path: Path) -> str:
    """Give a text's first words, repeated up to the length of an article, paragraphs kept."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    taken: list[str] = []
    while sum(len(line.split()) for line in taken) < WORDS:
        taken += lines
    return "\n\n".join(taken)


def numbered(text: str, number: int) -> str:
    """The text with a number at the end of each paragraph: nothing read before answers for it."""
    return "\n\n".join(f"{one[:-1]} {number}{one[-1]}" for one in text.split("\n\n"))


def encoder_passes(text: str, lang: str) -> list[dict[str, Any]]:
    """Record what the network is fed with when a text is read."""
    from registan.reader.syntax import parse
    from registan.reader.syntax.component import shared_network

    network, inputs = shared_network(1), []
    session = network._session

    class Recorder:
        def run(self, names: None, feed: dict[str, Any]) -> Any:
            inputs.append(feed)
            return session.run(names, feed)

    network._session = Recorder()  # type: ignore[assignment]
    try:
        list(parse([text], lang))
    finally:
        network._session = session
    return inputs


def main() -> None:
    from registan.checker import read_text
    from registan.reader.syntax import parse
    from registan.reader.syntax.component import shared_network

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    text = article(path)
    document = read_text(text).document
    session = shared_network(1)._session
    rows: dict[str, list[float]] = {"encoder": [], "syntax": [], "reading": []}
    for number in range(ROUNDS):
        told = numbered(text, number)
        inputs = encoder_passes(told, document.lang)
        rows["encoder"].append(cpu(lambda feeds: [session.run(None, f) for f in feeds], inputs))
        rows["syntax"].append(cpu(parse, [told], document.lang))
        rows["reading"].append(cpu(read_text, told))
    print(f"{len(text.split())} words, {document.lang}; medians of {ROUNDS} rounds")
    for name, seconds in rows.items():
        times = median(s / base for s, base in zip(seconds, rows["encoder"], strict=True))
        print(f"{name:<9}{median(seconds):7.3f} CPU s {times:6.2f} times the encoder")
    line = " ".join(document.text.split()[:SENTENCE]).replace(".", "").replace("\n", " ") + "."
    seconds = cpu(lambda: list(parse([line] * SENTENCES, document.lang)))
    print(f"{SENTENCES / seconds:.0f} sentences of {SENTENCE} words a CPU second")


if __name__ == "__main__":
    main()
