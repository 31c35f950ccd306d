"""Fit: the models learnt strictly forward in time. Needs scikit-learn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from registan.errors import SetupError
from registan.forecast.history import Floats
from registan.forecast.model import Weights, logit, raw, recalibrate, uses_summits
from registan.forecast.noun import Task
from registan.forecast.panel import Panel, build_panel, take
from registan.forecast.window import make_window
from registan.world import load

FIRST, LAST, RECALIBRATED_FROM, LEARNT_FROM = 1990, 2024, 1960, 1946
PENALTY = 0.003
QUARTERS = ((3, 31), (6, 30), (9, 30), (12, 31))
# Past forecasts count the less for recalibration the older they are: by 1/e in so many years.
MEMORY_YEARS = 15.0
SCHEME = "un-m49-subregion"
RESAMPLES = 20


class Forward(NamedTuple):
    """Forward forecasts: the yearly cases since 1960, their probabilities, and each year's weights.

    Probabilities before 1990 are not recalibrated.
    """

    panel: Panel
    probability: Floats
    weights: tuple[Weights, ...]


def learn(task: Task, lag: int, *, summits: bool = True) -> Forward:
    """Forecast every year since 1960 from the years before it alone, and fit the year to come."""
    panel = build_training(task, lag)
    if not (summits and uses_summits(task)):
        panel = without_summits(panel)
    yearly = ends_year(panel)
    years = year_of(panel)
    probability = np.zeros(len(years))
    weights = []
    for year in range(RECALIBRATED_FROM, LAST + 2):
        found = fit(panel, known_before(panel, year, lag) & (panel.summit == 0), year)
        test = yearly & (years == year)
        if year >= FIRST:
            past = yearly & known_before(panel, year, lag) & (years >= RECALIBRATED_FROM)
            found = Weights(
                year=year,
                coef=found.coef,
                intercept=found.intercept,
                recal=fit_recalibration(
                    probability[past], panel.happened[past], year - years[past]
                ),
            )
            weights.append(found)
        probability[test] = raw(found, take(panel, test))
    kept = yearly & (years >= RECALIBRATED_FROM)
    cases, bent = take(panel, kept), probability[kept]
    for found in weights:
        own = year_of(cases) == found.year
        bent[own] = recalibrate(found.recal, bent[own])
    return Forward(cases, bent, tuple(weights))


def build_training(task: Task, lag: int) -> Panel:
    """Build windows of a year that end with every quarter."""
    windows = [
        make_window(_year_before(date(year, month, day)), date(year, month, day), lag=lag)
        for year in range(LEARNT_FROM, LAST + 1)
        for month, day in QUARTERS
        if year > LEARNT_FROM or month == 12
    ]
    return build_panel(task, windows)


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, day.day)


def without_summits(panel: Panel) -> Panel:
    """Forget the calendar of summits: neither hosts nor neighbours of hosts."""
    features = panel.features.copy()
    for column, name in enumerate(panel.names):
        if name.startswith(("near_", "presides")):
            features[:, column] = 0.0
    return panel._replace(features=features, summit=np.zeros_like(panel.summit))


def known_before(panel: Panel, year: int, lag: int) -> NDArray[np.bool_]:
    """Say which cases were over, and published, when a year began."""
    last = (date(year - 1, 12, 31) - timedelta(days=lag)).toordinal()
    return np.asarray(panel.until <= last)


def year_of(panel: Panel) -> NDArray[np.int64]:
    """Give the year in which each window ends."""
    return np.array([date.fromordinal(int(day)).year for day in panel.until])


def ends_year(panel: Panel) -> NDArray[np.bool_]:
    """Say which windows are calendar years."""
    return np.array([date.fromordinal(int(day)).month == 12 for day in panel.until])


def fit(
    panel: Panel, chosen: NDArray[np.bool_], year: int, weight: Floats | None = None
) -> Weights:
    """Fit the logistic regression on the chosen cases; coefficients are of raw features."""
    features, happened = panel.features[chosen], panel.happened[chosen]
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-9
    # Windows overlap: four of them tell what one does.
    each = np.full(len(features), 0.25) if weight is None else weight[chosen] * 0.25
    model = _regression(C=PENALTY).fit((features - mean) / scale, happened, sample_weight=each)
    coef = np.where(scale > 1e-8, model.coef_[0] / scale, 0.0)
    intercept = float(model.intercept_[0] - (coef * mean).sum())
    return Weights(year=year, coef=tuple(_short(coef)), intercept=round(intercept, 6))


def _short(values: Floats) -> Iterator[float]:
    return (float(f"{value:.5g}") for value in values)


def fit_recalibration(
    probability: Floats, happened: NDArray[np.bool_], age: NDArray[np.int64]
) -> tuple[float, float, float]:
    """Fit how past forecasts have to be bent to come true as often as they said."""
    z = logit(probability)
    columns = np.stack([z, z**2 / 10], axis=1)
    model = _regression(C=10.0).fit(columns, happened, sample_weight=np.exp(-age / MEMORY_YEARS))
    first, second = (float(value) for value in model.coef_[0])
    return (round(float(model.intercept_[0]), 6), round(first, 6), round(second, 6))


def resample(task: Task, lag: int, final: Weights) -> tuple[Weights, ...]:
    """Refit the last weights on years drawn with replacement; the recalibration stays."""
    panel = build_training(task, lag)
    if not uses_summits(task):
        panel = without_summits(panel)
    years = year_of(panel)
    chosen = known_before(panel, final.year, lag) & (panel.summit == 0)
    drawn = np.random.default_rng(17)
    found = []
    for _ in range(RESAMPLES):
        times = np.bincount(
            drawn.integers(LEARNT_FROM, LAST + 1, LAST - LEARNT_FROM + 1), minlength=LAST + 1
        )
        weight = times[years].astype(np.float64)
        one = fit(panel, chosen & (weight > 0), final.year, weight)
        found.append(
            Weights(year=one.year, coef=one.coef, intercept=one.intercept, recal=final.recal)
        )
    return tuple(found)


class Groups(NamedTuple):
    """Region cases: the region's id, the year, what its states were given, and what came of it."""

    region: list[str]
    year: list[int]
    given: list[Floats]
    happened: NDArray[np.bool_]


def group_regions(forward: Forward) -> Groups:
    """Gather the forecasts of every region in every year."""
    years = year_of(forward.panel)
    regions, found_years, given, happened = [], [], [], []
    members = {key: load().members(key) for key in load().schemes()[SCHEME]}
    for year in range(RECALIBRATED_FROM, LAST + 1):
        for key, codes in members.items():
            inside = (years == year) & np.isin(forward.panel.country, sorted(codes))
            if inside.sum() > 1:
                regions.append(key)
                found_years.append(year)
                given.append(forward.probability[inside])
                happened.append(bool(forward.panel.happened[inside].any()))
    return Groups(regions, found_years, given, np.array(happened))


def fit_clustering(groups: Groups, before: int) -> float:
    """Find the power that makes past regions' forecasts likeliest: below 1, as visits cluster."""
    chosen = [n for n, year in enumerate(groups.year) if year < before]
    nobody = np.array([np.log1p(-np.clip(groups.given[n], 0, 0.998)).sum() for n in chosen])
    happened = groups.happened[chosen]
    powers = np.arange(0.4, 1.21, 0.02)

    def loss(power: float) -> float:
        p = np.clip(1 - np.exp(power * nobody), 1e-5, 1 - 1e-5)
        return float(-np.where(happened, np.log(p), np.log(1 - p)).sum())

    return round(float(min(powers, key=loss)), 2)


def _regression(**options: Any) -> Any:
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise SetupError(
            "Fitting the models needs scikit-learn.", hint="pip install 'registan[forecast]'"
        ) from error
    return LogisticRegression(solver="newton-cholesky", **options)
