"""The forecast as one HTML file that needs nothing else; its plots are drawn as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from registan.forecast.noun import Bin, Forecast, Score
from registan.web import forecast_phrase as phrase

SIDE = 320
MARGIN = 44
TICKS = (0.0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
MARKS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """One bin as the plot shows it, in the plot's own units."""

    x: float
    y: float
    top: float
    foot: float
    size: float
    title: str


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """A calibration plot: forecasts across, what happened upwards, both on a root scale."""

    title: str
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, float, str], ...]
    low: float
    high: float
    end: float


def forecast_page(forecast: Forecast, scores: Sequence[Score] = ()) -> str:
    """Give the page of one forecast, with the calibration of the models for such questions."""
    own = [s for s in scores if s.task == forecast.target.task and s.calibration]
    scale = min(mark for mark in MARKS if mark >= min(1.0, forecast.high))
    return (
        _environment()
        .get_template("forecast.html")
        .render(
            forecast=forecast,
            phrase=phrase,
            plots=[draw_calibration(_title(score), score.calibration) for score in own],
            parts=sorted(forecast.parts, key=lambda part: -part.probability),
            scale=scale,
            side=SIDE,
        )
    )


def backtest_page(scores: Sequence[Score]) -> str:
    """Give the page of a back-test: its scores and, for every model, its calibration."""
    tasks = dict.fromkeys(score.task for score in scores)
    return (
        _environment()
        .get_template("backtest.html")
        .render(
            tasks=[(phrase.TASKS[task], [s for s in scores if s.task == task]) for task in tasks],
            plots=[
                draw_calibration(f"{phrase.TASKS[score.task]}: {_title(score)}", score.calibration)
                for score in scores
                if score.calibration
            ],
            phrase=phrase,
            side=SIDE,
        )
    )


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("registan.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _title(score: Score) -> str:
    data = "final data" if score.data == "final" else "data as they were published"
    skill = (
        f"skill {score.brier_skill:.2f} ({score.brier_skill_low:.2f}-{score.brier_skill_high:.2f})"
    )
    return f"{score.model}, {data}: {skill}"


def draw_calibration(title: str, bins: Sequence[Bin]) -> Plot:
    """Lay out a calibration plot; a dot's size tells the number of its cases."""
    most = max(found.cases for found in bins)
    dots = tuple(
        Dot(
            x=place(found.forecast),
            y=SIDE - place(found.observed),
            top=SIDE - place(found.high),
            foot=SIDE - place(found.low),
            size=round(3 + 5 * sqrt(found.cases / most), 1),
            title=(
                f"forecast {phrase.percent(found.forecast)}, happened "
                f"{phrase.percent(found.observed)} of {phrase.count(found.cases)}"
            ),
        )
        for found in bins
    )
    ticks = tuple((place(t), round(SIDE - place(t), 1), f"{100 * t:.0f}") for t in TICKS)
    return Plot(
        title=title,
        dots=dots,
        ticks=ticks,
        low=place(0),
        high=place(1),
        end=SIDE - place(0),
    )


def place(share: float) -> float:
    """Give where a share lies on an axis: the root scale sets small shares apart."""
    return round(MARGIN + sqrt(min(1.0, max(0.0, share))) * (SIDE - MARGIN - 12), 1)
