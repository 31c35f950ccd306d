"""Forecast phrases: a forecast's parts as plain sentences, the same for terminal and page."""

from __future__ import annotations

from datetime import date, timedelta

from registan.forecast.noun import Forecast, Reference, Target, Task
from registan.precedent.phrase import format_day

TASKS: dict[Task, str] = {
    "president-abroad": "US president abroad",
    "secretary-abroad": "US secretary of state abroad",
    "leader-to-us": "Foreign leader to the United States",
}


def percent(share: float) -> str:
    """Give a probability as a reader takes it in: 0.3 %, 7.1 %, 43 %."""
    if 0 < share < 0.001:
        return "under 0.1 %"
    if 0.999 < share < 1:
        return "over 99.9 %"
    points = 100 * share
    return f"{points:.1f} %" if points < 10 else f"{points:.0f} %"


def span(low: float, high: float) -> str:
    """Give a range of probabilities."""
    return f"{percent(low)} to {percent(high)}"


def count(number: int) -> str:
    """Give a number with its thousands set apart."""
    return f"{number:,}"


def day(value: date) -> str:
    """Give a day in words."""
    return format_day(value.isoformat(), "en")


def question(target: Target) -> str:
    """Give the question in words."""
    first = day(target.as_of + timedelta(days=1))
    where = target.where if len(target.countries) == 1 else _any(target)
    return f"Will the {target.who} visit {where} from {first} to {day(target.until)}?"


def _any(target: Target) -> str:
    if target.task == "leader-to-us":
        return target.where
    return f"{target.where} (any of {len(target.countries)} states)"


def odds(probability: float) -> str:
    """Give a probability as one chance in so many, where that says more than per cent."""
    if 0 < probability < 0.2:
        return f"about 1 in {count(round(1 / probability))}"
    if 0.8 < probability < 1:
        return f"all but 1 in {count(round(1 / (1 - probability)))}"
    return "about even" if 0.45 <= probability <= 0.55 else ""


def base_rate(forecast: Forecast) -> str:
    """Give the base rate with its counts."""
    return (
        f"{percent(forecast.base_rate)}: {count(forecast.base_happened)} of "
        f"{count(forecast.base_cases)} past cases."
    )


def reference(found: Reference) -> str:
    """Give what came of past forecasts that were rated like this one."""
    if not found.cases:
        return "No past forecast was rated like this."
    share = percent(found.happened / found.cases)
    return (
        f"Of {count(found.cases)} past cases rated {span(found.low, found.high)}, "
        f"{count(found.happened)} happened ({share})."
    )


def origin(forecast: Forecast) -> str:
    """Give the day that the data reach to and the last window that was learnt from."""
    return (
        f"Registers to {day(forecast.data_until)}; learnt from windows that ended by "
        f"{day(forecast.trained_until)}."
    )


def strength(contribution: float) -> str:
    """Give how strongly a reason pushes, by its contribution in log-odds."""
    size = abs(contribution)
    return "strongly" if size >= 1 else "clearly" if size >= 0.4 else "slightly"
