"""Answer: the forecast of one question, from the shipped models."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from registan.errors import InputError
from registan.forecast.history import Floats, number_states
from registan.forecast.history import happened as list_happened
from registan.forecast.horizon import add_months
from registan.forecast.journey import data_end
from registan.forecast.model import Fitted, Weights, combine, load_fitted, predict, uses_summits
from registan.forecast.noun import (
    Estimate,
    Forecast,
    Part,
    PastCase,
    Reference,
    Target,
)
from registan.forecast.panel import Panel, build_panel
from registan.forecast.reason import give_reasons
from registan.forecast.state import states_at
from registan.forecast.window import Window
from registan.world import load

FIRST_DAY = date(1950, 1, 1)
MAX_MONTHS_AFTER = 24
# Registers that end more than so many days before the question make it one of late data.
LATE_DAYS = 200
ALIKE = 100
SHOWN = 8
UNSEEN = (
    "Invitations, announcements and plans: the registers hold only what took place.",
    "Crises, wars and changes of government after the data end.",
    "Summits that were announced after the calendar was written.",
)
_MODEL = "logistic with summits"
_PLAIN = "the same without its summits"


def answer(target: Target) -> Forecast:
    """Forecast a question; InputError for a day that lies too far from the data.

    Only what was known on the question's day is used: weights learnt before its year, journeys and
    summits known by it.
    """
    end = data_end(target.task)
    _check(target, end)
    window = Window(target.as_of, target.until, min(target.as_of, end))
    late = (target.as_of - end).days > LATE_DAYS
    fitted = load_fitted(target.task, published=late)
    weights = fitted.weights_for(target.as_of.year + (target.as_of.month == 12))
    panel = build_panel(target.task, [window])
    rows = [n for n, code in enumerate(panel.country) if code in target.countries]
    summits = uses_summits(target.task)
    chances = predict(weights, panel, summits=summits)[rows]
    probability = combine(chances, fitted.clustering)
    low, high = _range(fitted, panel, rows, probability)
    reasons = give_reasons(weights, panel, rows, target, window, summits)
    region = len(rows) > 1
    past = _past(fitted, target, region)
    cases, happened = len(past), sum(case.happened for case in past)
    if region:
        cases, happened = _own_years(target)
    elif not past:
        cases, happened = fitted.base_cases, fitted.base_happened
    return Forecast(
        target=target,
        probability=_short(probability),
        low=low,
        high=high,
        base_rate=_short(happened / max(cases, 1)),
        base_cases=cases,
        base_happened=happened,
        reference=_reference(past, probability),
        estimates=_estimates(fitted, weights, panel, rows, probability, (low, high)),
        up=tuple(r for r in reasons if r.contribution > 0),
        down=tuple(r for r in reasons if r.contribution < 0),
        parts=_parts(panel, rows, chances) if region else (),
        similar=tuple(sorted(past, key=lambda c: abs(c.probability - probability))[:SHOWN]),
        unseen=(*UNSEEN, *_warnings(target, region)),
        data_until=window.known,
        trained_until=date(weights.year - 1, 12, 31) - timedelta(days=fitted.lag),
    )


def _check(target: Target, end: date) -> None:
    latest = add_months(end, MAX_MONTHS_AFTER)
    if target.as_of > latest:
        raise InputError(
            f"The registers end on {end}; that is too early to forecast as of {target.as_of}.",
            where="--as-of",
            hint=f"Ask as of {latest} at the latest, or import newer registers.",
        )
    if target.as_of < FIRST_DAY:
        raise InputError(
            f"Forecasts begin with {FIRST_DAY}; {target.as_of} is before.", where="--as-of"
        )


def _range(
    fitted: Fitted, panel: Panel, rows: list[int], probability: float
) -> tuple[float, float]:
    """Give the 5th and 95th percentile of the refits, and hold the probability itself inside."""
    found = [
        combine(predict(one, panel, summits=uses_summits(fitted.task))[rows], fitted.clustering)
        for one in fitted.resamples
    ]
    low, high = np.quantile(found, (0.05, 0.95))
    return _short(min(float(low), probability)), _short(max(float(high), probability))


def _estimates(
    fitted: Fitted,
    weights: Weights,
    panel: Panel,
    rows: list[int],
    probability: float,
    span: tuple[float, float],
) -> tuple[Estimate, ...]:
    if not uses_summits(fitted.task):
        return (
            Estimate(model="logistic", probability=_short(probability), low=span[0], high=span[1]),
        )
    found = []
    for model, summits in ((_MODEL, True), (_PLAIN, False)):
        refits = [
            combine(predict(one, panel, summits=summits)[rows], fitted.clustering)
            for one in fitted.resamples
        ]
        chance = combine(predict(weights, panel, summits=summits)[rows], fitted.clustering)
        low, high = np.quantile([*refits, chance], (0.05, 0.95))
        found.append(
            Estimate(
                model=model,
                probability=_short(chance),
                low=_short(min(low, chance)),
                high=_short(max(high, chance)),
            )
        )
    return tuple(found)


def _past(fitted: Fitted, target: Target, region: bool) -> list[PastCase]:
    """Give the forward forecasts of states, or of regions, that were over by the question's day."""
    world = load()
    names: dict[str, str] = {}
    found = []
    for year, key, is_region, probability, happened in fitted.cases:
        if is_region is region and year <= target.as_of.year - (target.as_of.month < 12):
            name = names.setdefault(
                key, world.regions[key].name if region else world.country_name(key, "en")
            )
            found.append(
                PastCase(
                    country=key,
                    name=name,
                    start=date(year, 1, 1),
                    until=date(year, 12, 31),
                    probability=probability,
                    happened=happened,
                )
            )
    return found


def _own_years(target: Target) -> tuple[int, int]:
    """Count the years since 1950 before the question's, and those in which any state was visited.

    States are those asked about, as far as they existed.
    """
    rows = [number_states()[code] for code in target.countries]
    years = range(FIRST_DAY.year, target.as_of.year + (target.as_of.month == 12))
    visited = [
        list_happened(target.task, date(year - 1, 12, 31), date(year, 12, 31))[rows].any()
        for year in years
        if set(target.countries).intersection(states_at(date(year - 1, 12, 31)))
    ]
    return len(visited), sum(map(bool, visited))


def _reference(past: list[PastCase], probability: float) -> Reference:
    """Count the past cases rated alike: within a factor that grows until there are a hundred."""
    for factor in (1.25, 1.5, 2.0, 3.0, 5.0, 1000.0):
        low, high = probability / factor, 1 - (1 - probability) / factor
        high = min(high, probability * factor)
        alike = [case for case in past if low <= case.probability <= high]
        if len(alike) >= min(ALIKE, len(past)):
            break
    else:
        alike = past
    shown = [case.probability for case in alike]
    return Reference(
        low=min(shown, default=0.0),
        high=max(shown, default=1.0),
        cases=len(alike),
        happened=sum(case.happened for case in alike),
    )


def _parts(panel: Panel, rows: list[int], chances: Floats) -> tuple[Part, ...]:
    world = load()
    return tuple(
        Part(
            country=(code := str(panel.country[row])),
            name=world.country_name(code, "en"),
            probability=_short(float(chance)),
        )
        for row, chance in zip(rows, chances, strict=True)
    )


def _warnings(target: Target, region: bool) -> tuple[str, ...]:
    said = []
    days = (target.until - target.as_of).days
    if not 300 <= days <= 430:
        said.append(
            "The models learnt from windows of a year; other lengths are scaled from it and "
            "have not been back-tested."
        )
    if region:
        said.append(
            "Of several states the base rate counts past years in which any was visited; cases "
            "rated alike are those of the UN's sub-regions."
        )
    return tuple(said)


def _short(value: float) -> float:
    return float(f"{value:.4g}")
