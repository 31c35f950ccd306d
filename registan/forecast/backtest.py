"""Back-test: every year since 1990 forecast from the years before it alone, and scored.

`python -m registan.forecast.backtest` fits everything anew and writes the shipped models.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from registan.forecast.fit import (
    FIRST,
    LAST,
    Forward,
    Groups,
    fit_clustering,
    group_regions,
    learn,
    resample,
    year_of,
)
from registan.forecast.history import Floats
from registan.forecast.model import (
    FILE,
    Fitted,
    Shipped,
    combine,
    load_shipped,
    uses_summits,
)
from registan.forecast.noun import Bin, DataState, Score, Task
from registan.forecast.window import PUBLICATION_DAYS

TASKS: tuple[Task, ...] = ("president-abroad", "secretary-abroad", "leader-to-us")
SHAPES: tuple[tuple[DataState, int], ...] = (("final", 0), ("as_published", PUBLICATION_DAYS))
FULL, PLAIN = "logistic with summits", "logistic, registers and country data alone"
RESAMPLES, BINS, Z95 = 1000, 10, 1.959964
_EVER = {
    "president-abroad": "president_ever",
    "secretary-abroad": "secretary_ever",
    "leader-to-us": "leader_ever",
}
Truths = NDArray[np.bool_]


def backtest() -> tuple[Score, ...]:
    """Run the back-test of every task, on final data and on data as late as registers appear."""
    return tuple(score for task in TASKS for score in _backtest_task(task))


def _backtest_task(task: Task) -> list[Score]:
    scores = []
    for data, lag in SHAPES:
        scores.append(score(task, FULL if uses_summits(task) else PLAIN, data, learn(task, lag)))
        if uses_summits(task):
            plain = learn(task, lag, summits=False)
            scores.append(score(task, PLAIN, data, plain))
    return scores


def load_scores() -> tuple[Score, ...]:
    """Give the scores of the back-test that the shipped models come from."""
    return load_shipped().scores


def score(task: Task, model: str, data: DataState, forward: Forward) -> Score:
    """Score forward forecasts of 1990 to 2024 against the base rate known at the time."""
    years = year_of(forward.panel)
    scored = years >= FIRST
    p, happened = forward.probability, forward.panel.happened
    base = _base_rates(years, happened)
    unseen = forward.panel.features[:, forward.panel.names.index(_EVER[task])] == 0
    base_unseen = _base_rates(years, happened, unseen)
    q, y, b, t = p[scored], happened[scored], base[scored], years[scored]
    low, high = _skill_range(q, y, b, t)
    bins = _bins(q, y)
    region_skill, region_ece = _score_regions(group_regions(forward))
    new = scored & unseen
    return Score(
        task=task,
        model=model,
        data=data,
        cases=int(scored.sum()),
        happened=int(y.sum()),
        base_rate=_short(y.mean()),
        brier=_short(((q - y) ** 2).mean()),
        brier_skill=_short(_skill(q, y, b)),
        brier_skill_low=low,
        brier_skill_high=high,
        log_loss=_short(-np.where(y, np.log(q), np.log(1 - q)).mean()),
        auc=_short(_auc(q, y)),
        ece=_short(np.average([abs(b.forecast - b.observed) for b in bins])),
        decile_error=_short(max(abs(b.forecast - b.observed) for b in bins)),
        lower_half_ratio=_short(_lower_half(q, y, t)),
        never_visited_skill=_short(_skill(p[new], happened[new], base_unseen[new])),
        region_skill=region_skill,
        region_ece=region_ece,
        periods={
            f"{first}-{min(first + 9, LAST)}": _short(_skill(q[inside], y[inside], b[inside]))
            for first in range(FIRST, LAST + 1, 10)
            if (inside := (t >= first) & (t < first + 10)).any()
        },
        calibration=bins,
    )


def _short(value: float) -> float:
    return float(f"{value:.4g}")


def _base_rates(years: NDArray[np.int64], happened: Truths, among: Truths | None = None) -> Floats:
    """Give every case the share of earlier cases (of its kind) that happened."""
    kind = np.ones(len(years), dtype=bool) if among is None else among
    rates = np.zeros(len(years))
    for year in np.unique(years[years >= FIRST]):
        rates[years == year] = happened[(years < year) & kind].mean()
    return rates


def _skill(p: Floats, happened: Truths, base: Floats) -> float:
    return float(1 - ((p - happened) ** 2).sum() / ((base - happened) ** 2).sum())


def _skill_range(
    p: Floats, happened: Truths, base: Floats, years: NDArray[np.int64]
) -> tuple[float, float]:
    """Bound 95 % of the skill when whole years are drawn with replacement."""
    groups = [years == year for year in np.unique(years)]
    errors = np.array([((p[g] - happened[g]) ** 2).sum() for g in groups])
    plain = np.array([((base[g] - happened[g]) ** 2).sum() for g in groups])
    drawn = np.random.default_rng(11).integers(0, len(groups), (RESAMPLES, len(groups)))
    skills = 1 - errors[drawn].sum(axis=1) / plain[drawn].sum(axis=1)
    low, high = np.quantile(skills, (0.025, 0.975))
    return _short(low), _short(high)


def _auc(p: Floats, happened: Truths) -> float:
    """Give the chance that a case that happened was rated above one that did not."""
    _, place, sizes = np.unique(p, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(sizes) - (sizes - 1) / 2)[place]
    positive = int(happened.sum())
    above = ranks[happened].sum() - positive * (positive + 1) / 2
    return float(above / (positive * (len(p) - positive)))


def _lower_half(p: Floats, happened: Truths, years: NDArray[np.int64]) -> float:
    """Give expected over observed among each year's lower half of states."""
    expected = observed = 0.0
    for year in np.unique(years):
        inside = np.flatnonzero(years == year)
        lower = inside[np.argsort(p[inside], kind="stable")[: len(inside) // 2]]
        expected, observed = expected + p[lower].sum(), observed + happened[lower].sum()
    return float(expected / max(observed, 1.0))


def _bins(p: Floats, happened: Truths) -> tuple[Bin, ...]:
    order = np.argsort(p, kind="stable")
    return tuple(_bin(p[part], happened[part]) for part in np.array_split(order, BINS))


def _bin(p: Floats, happened: Truths) -> Bin:
    cases, share = len(p), float(happened.mean())
    square = Z95**2 / cases
    middle = (share + square / 2) / (1 + square)
    half = Z95 * np.sqrt(share * (1 - share) / cases + square / (4 * cases)) / (1 + square)
    return Bin(
        cases=cases,
        forecast=_short(p.mean()),
        observed=_short(share),
        low=_short(max(0.0, middle - half)),
        high=_short(min(1.0, middle + half)),
    )


def forecast_regions(groups: Groups) -> Floats:
    """Give each region's forecast, with the clustering that could be learnt before its year."""
    powers = {year: fit_clustering(groups, year) for year in range(FIRST, LAST + 1)}
    return np.array(
        [
            combine(given, powers[year]) if year >= FIRST else 0.0
            for given, year in zip(groups.given, groups.year, strict=True)
        ]
    )


def _score_regions(groups: Groups) -> tuple[float, float]:
    years = np.array(groups.year)
    scored = years >= FIRST
    p = forecast_regions(groups)[scored]
    y, base = groups.happened[scored], _base_rates(years, groups.happened)[scored]
    bins = _bins(p, y)
    error = np.average([abs(b.forecast - b.observed) for b in bins])
    return _short(_skill(p, y, base)), _short(error)


def fit_shipped() -> Shipped:
    """Fit and score everything that is shipped."""
    fitted = tuple(_fit_task(task, lag) for task in TASKS for _, lag in SHAPES)
    return Shipped(fitted=fitted, scores=backtest())


def _fit_task(task: Task, lag: int) -> Fitted:
    forward = learn(task, lag)
    groups = group_regions(forward)
    years = year_of(forward.panel)
    return Fitted(
        task=task,
        lag=lag,
        names=forward.panel.names,
        years=forward.weights,
        resamples=resample(task, lag, forward.weights[-1]),
        clustering=fit_clustering(groups, LAST + 1),
        cases=_cases(forward, years, groups),
        base_cases=len(years),
        base_happened=int(forward.panel.happened.sum()),
    )


def _cases(
    forward: Forward, years: NDArray[np.int64], groups: Groups
) -> tuple[tuple[int, str, bool, float, bool], ...]:
    scored = np.flatnonzero(years >= FIRST)
    states = [
        (
            int(years[n]),
            str(forward.panel.country[n]),
            False,
            _short(forward.probability[n]),
            bool(forward.panel.happened[n]),
        )
        for n in scored
    ]
    chances = forecast_regions(groups)
    regions = [
        (year, key, True, _short(chances[n]), bool(groups.happened[n]))
        for n, (year, key) in enumerate(zip(groups.year, groups.region, strict=True))
        if year >= FIRST
    ]
    return (*states, *regions)


def main() -> None:
    """Write the shipped models."""
    path = Path(__file__).parent / "data" / FILE
    path.write_bytes(msgspec.json.encode(fit_shipped()))


if __name__ == "__main__":
    main()
