"""From a checkpoint to what ships: export, then evaluation."""

from __future__ import annotations

from pathlib import Path

from training.base import Base
from training.evaluate import evaluate, report, write_results
from training.export import UNQUANTISED, export
from training.train import load_network

DATA = Path("registan/reader/syntax/data")


def build(base: Base, checkpoint: Path, trees: Path, folder: Path = DATA) -> None:
    """Writes the model to ``folder``, an unquantised one by the checkpoint, and the results."""
    export(base, load_network(base, checkpoint), trees, folder, checkpoint.parent)
    results = evaluate(trees, folder, checkpoint.parent / UNQUANTISED)
    write_results(results)
    print(report(results))
