"""Score the forecasts: the back-test, run anew, strictly forward in time (1990 to 2024).

A name is `forecast.TASK.DATA.skill` or `.auc`; `plain` marks the models that know no summits.
"""

from __future__ import annotations

from registan.forecast.backtest import FULL, backtest


def score() -> dict[str, float]:
    """Give the Brier skill over the base rate and the AUC of each model (some minutes)."""
    found: dict[str, float] = {}
    for result in backtest():
        model = "" if result.model == FULL or result.task == "leader-to-us" else ".plain"
        name = f"forecast.{result.task}.{result.data}{model}"
        found[f"{name}.skill"] = result.brier_skill
        found[f"{name}.auc"] = result.auc
    return found
