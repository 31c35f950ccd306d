"""From a checkpoint to what ships: export, then evaluation."""

from __future__ import annotations

from pathlib import Path

from training.base import Base
from training.export import export
from training.train import load_network

DATA = Path("registan/reader/syntax/data")


def build(base: Base, checkpoint: Path, trees: Path, folder: Path = DATA) -> None:
    """Writes the model to ``folder``, and the unquantised one beside the checkpoint."""
    export(base, load_network(base, checkpoint), trees, folder, checkpoint.parent)
