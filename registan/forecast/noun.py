"""The nouns of a forecast: what is asked, what is answered, and how the answers have done."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from registan.model import Record

Task = Literal["president-abroad", "secretary-abroad", "leader-to-us"]
DataState = Literal["final", "as_published"]


class Target(Record, frozen=True, kw_only=True):
    """What is asked: will this happen after `as_of` and no later than `until`?

    `who` and `where` are the names to print; `countries` the states asked for, as ISO codes or
    those of former states: the hosts for journeys abroad, the leader's state for `leader-to-us`.
    Several countries mean "any of them".
    """

    task: Task
    who: str
    where: str
    countries: tuple[str, ...]
    region: str | None = None
    as_of: date
    until: date


class Reason(Record, frozen=True, kw_only=True):
    """One thing that pushes the probability: in words, its value, and by how much.

    `contribution` is in log-odds against the average case: above 0 is up.
    """

    feature: str
    text: str
    value: float
    contribution: float


class Estimate(Record, frozen=True, kw_only=True):
    """One model's probability with the range of its refits on resampled years."""

    model: str
    probability: float
    low: float
    high: float


class Reference(Record, frozen=True, kw_only=True):
    """Past forward forecasts rated between `low` and `high`: how many, and how many happened."""

    low: float
    high: float
    cases: int
    happened: int


class PastCase(Record, frozen=True, kw_only=True):
    """One past forecast rated alike, made strictly before its window, and what came of it."""

    country: str
    name: str
    start: date
    until: date
    probability: float
    happened: bool


class Part(Record, frozen=True, kw_only=True):
    """One country of a question about several: its own probability."""

    country: str
    name: str
    probability: float


class Adjustment(Record, frozen=True, kw_only=True):
    """What a record's reports add, shown apart: the probability with them, and why."""

    probability: float
    reasons: tuple[str, ...]
    reports: tuple[str, ...] = ()


class Forecast(Record, frozen=True, kw_only=True):
    """The answer: probability, range over models and resamples, base rate, reasons, limits.

    `base_cases` and `base_happened` count the country-windows behind `base_rate`. `data_until`
    is the last day that the registers cover, `trained_until` the last day of the last window
    learnt from. `unseen` says in sentences what the forecast cannot see.
    """

    target: Target
    probability: float
    low: float
    high: float
    base_rate: float
    base_cases: int
    base_happened: int
    reference: Reference
    estimates: tuple[Estimate, ...]
    up: tuple[Reason, ...] = ()
    down: tuple[Reason, ...] = ()
    parts: tuple[Part, ...] = ()
    similar: tuple[PastCase, ...] = ()
    unseen: tuple[str, ...] = ()
    data_until: date
    trained_until: date
    adjustment: Adjustment | None = None


class Bin(Record, frozen=True, kw_only=True):
    """One bin of a calibration plot: forecast and observed share, with its 95 % interval."""

    cases: int
    forecast: float
    observed: float
    low: float
    high: float


class Score(Record, frozen=True, kw_only=True):
    """How one model did, strictly forward in time, on one state of the data.

    Skills are against the base rate known at the time; `brier_skill_low` and `_high` bound 95 %
    of resamples of whole years. `parts` holds the same skill for periods and groups of states.
    """

    task: Task
    model: str
    data: DataState
    cases: int
    happened: int
    base_rate: float
    brier: float
    brier_skill: float
    brier_skill_low: float
    brier_skill_high: float
    log_loss: float
    auc: float
    ece: float
    decile_error: float
    lower_half_ratio: float
    never_visited_skill: float | None = None
    region_skill: float | None = None
    region_ece: float | None = None
    periods: dict[str, float] = msgspec.field(default_factory=dict)
    calibration: tuple[Bin, ...] = ()
