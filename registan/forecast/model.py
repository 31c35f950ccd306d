"""Model: shipped weights applied to a panel; numpy alone.

Each state's chance without a summit comes from a ridge-penalised logistic regression and is scaled
to the window's length as a constant hazard; a planned summit adds its own chance; then the whole is
recalibrated on past forward forecasts. Weights of every year since 1990 are shipped, so that a
question of 2005 is answered with what could be learnt by then.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from registan.errors import SetupError
from registan.forecast.history import Floats
from registan.forecast.noun import Score, Task
from registan.forecast.panel import Panel
from registan.model import Record

FILE = "model.json"
DAYS = 365.25


class Weights(Record, frozen=True, kw_only=True):
    """One fitted model: what it is for, a coefficient a feature, and three for recalibration."""

    year: int
    coef: tuple[float, ...]
    intercept: float
    recal: tuple[float, float, float] = (0.0, 1.0, 0.0)


class Fitted(Record, frozen=True, kw_only=True):
    """Everything shipped for one task and one state of the data.

    `years` are the weights for each year's forecasts; `resamples` those of the last year refitted
    on resampled years. `clustering` is the power to which the chance that nobody of a region is
    visited is taken, since visits come in trips. `cases` are past forward forecasts: year, state,
    whether a region, probability, whether it happened.
    """

    task: Task
    lag: int
    names: tuple[str, ...]
    years: tuple[Weights, ...]
    resamples: tuple[Weights, ...]
    clustering: float
    cases: tuple[tuple[int, str, bool, float, bool], ...]
    base_cases: int
    base_happened: int

    def weights_for(self, year: int) -> Weights:
        """Give the weights learnt before a year, the earliest for years before them."""
        fit = [weights for weights in self.years if weights.year <= year]
        return fit[-1] if fit else self.years[0]


class Shipped(Record, frozen=True, kw_only=True):
    """The file of fitted models with the scores of their back-test."""

    fitted: tuple[Fitted, ...]
    scores: tuple[Score, ...]


@cache
def load_shipped() -> Shipped:
    """Load the shipped models; SetupError where the file is missing."""
    source = files("registan.forecast") / "data" / FILE
    if not source.is_file():
        raise SetupError(f"The file {FILE} is missing.", hint="Install registan again.")
    return msgspec.json.decode(source.read_bytes(), type=Shipped)


def load_fitted(task: Task, *, published: bool) -> Fitted:
    """Give the models of a task, fitted on final data or on data as late as registers appear."""
    found = [f for f in load_shipped().fitted if f.task == task and bool(f.lag) == published]
    return found[0]


def uses_summits(task: Task) -> bool:
    """Say whether the calendar of summits abroad tells anything about a task."""
    return task != "leader-to-us"


def predict(weights: Weights, panel: Panel, *, summits: bool = True) -> Floats:
    """Give the probability of every case."""
    return recalibrate(weights.recal, raw(weights, panel, summits=summits))


def raw(weights: Weights, panel: Panel, *, summits: bool = True) -> Floats:
    """Give the probability of every case before recalibration."""
    plain = sigmoid(panel.features @ np.array(weights.coef) + weights.intercept)
    years = (panel.until - panel.as_of) / DAYS
    chance = 1 - (1 - plain) ** years
    return 1 - (1 - chance) * (1 - panel.summit) if summits else chance


def recalibrate(recal: tuple[float, float, float], probability: Floats) -> Floats:
    """Bend probabilities by a quadratic in log-odds."""
    z = logit(probability)
    return np.clip(sigmoid(recal[0] + recal[1] * z + recal[2] * z**2 / 10), 2e-4, 0.998)


def combine(probability: Floats, clustering: float) -> float:
    """Give the chance that any of several states is visited, trips taken into account."""
    if len(probability) == 1:
        return float(probability[0])
    nobody = float(np.exp(clustering * np.log1p(-probability).sum()))
    return max(1 - nobody, float(probability.max()))


def logit(probability: Floats) -> Floats:
    """Give log-odds, of probabilities kept away from 0 and 1."""
    p = np.clip(probability, 1e-5, 1 - 1e-5)
    result: Floats = np.log(p / (1 - p))
    return result


def sigmoid(z: Floats) -> Floats:
    """Give the probability of log-odds."""
    result: Floats = 1 / (1 + np.exp(-z))
    return result
