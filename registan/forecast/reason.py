"""Reason: what pushes a forecast up and down against the average state of the same day."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml

from registan.forecast.meeting import PRESIDENCY, list_hosts
from registan.forecast.model import Weights, logit, raw
from registan.forecast.noun import Reason, Target
from registan.forecast.panel import Panel
from registan.forecast.window import Window

SMALL = 0.05


def give_reasons(
    weights: Weights, panel: Panel, rows: list[int], target: Target, window: Window, summits: bool
) -> tuple[Reason, ...]:
    """Give every family's push for the likeliest of the states asked about, strongest first."""
    chances = raw(weights, panel, summits=summits)
    row = max(rows, key=lambda n: float(chances[n]))
    apart = panel.features[row] - panel.features.mean(axis=0)
    pushes = np.array(weights.coef) * apart
    reasons = []
    for family in _families():
        starts = family["features"]
        starts = starts if isinstance(starts, list) else starts[target.task]
        inside = [n for n, name in enumerate(panel.names) if name.startswith(tuple(starts))]
        push = float(pushes[inside].sum())
        text = family["up" if push > 0 else "down"]
        reasons.append(
            Reason(feature=family["family"], text=text, value=push, contribution=round(push, 3))
        )
    if summits and panel.summit[row] > 0:
        reasons.append(_summit(weights, panel, row, window))
    kept = [reason for reason in reasons if abs(reason.contribution) >= SMALL]
    return tuple(sorted(kept, key=lambda reason: -abs(reason.contribution)))


def _summit(weights: Weights, panel: Panel, row: int, window: Window) -> Reason:
    code = str(panel.country[row])
    planned = [s for s in list_hosts(window) if s.country == code and s.series != PRESIDENCY]
    names = "; ".join(f"{s.name} ({s.series.upper()}), {s.start}" for s in planned)
    with_, without = (raw(weights, panel, summits=flag)[row : row + 1] for flag in (True, False))
    push = float((logit(with_) - logit(without))[0])
    return Reason(
        feature="summit",
        text=f"A summit is planned there: {names}.",
        value=float(panel.summit[row]),
        contribution=round(push, 3),
    )


@cache
def _families() -> list[dict[str, Any]]:
    text = (files("registan.forecast") / "data" / "reasons.yml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found
