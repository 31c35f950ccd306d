"""Track record: how good the forecasts in the log have been, once their questions are resolved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from registan.forecast.log import Entry
from registan.forecast.noun import Bin
from registan.forecast.resolution import Resolution, resolve
from registan.model import Record

if TYPE_CHECKING:
    from registan.record.noun import MergedEvent

EDGES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0)
Z95 = 1.959964


class Answered(Record, frozen=True, kw_only=True):
    """A forecast of the log with what came of it."""

    entry: Entry
    resolution: Resolution


class Tally(Record, frozen=True, kw_only=True):
    """The scores of some forecasts; null where none of them is resolved.

    `brier_skill` is against the base rate that each forecast stated; `calibration` has the bins
    that hold a resolved forecast.
    """

    asked: int
    resolved: int
    happened: int
    brier: float | None = None
    brier_skill: float | None = None
    log_loss: float | None = None
    calibration: tuple[Bin, ...] = ()


class TrackRecord(Record, frozen=True, kw_only=True):
    """All forecasts of the log, resolved and scored.

    `advance` are those given within a week of the day they speak of; `late` the others, which were
    given when the future was already past and prove nothing.
    """

    advance: Tally
    late: Tally
    forecasts: tuple[Answered, ...] = ()


def review(entries: Sequence[Entry], events: Sequence[MergedEvent] = ()) -> TrackRecord:
    """Resolve and score the forecasts; of the same question asked twice the first answer counts."""
    answered = [Answered(entry=e, resolution=resolve(e.target, events)) for e in _first(entries)]
    return TrackRecord(
        advance=tally([a for a in answered if a.entry.prompt]),
        late=tally([a for a in answered if not a.entry.prompt]),
        forecasts=tuple(answered),
    )


def _first(entries: Sequence[Entry]) -> list[Entry]:
    kept: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        target = entry.target
        key = (target.task, target.countries, target.as_of, target.until, entry.prompt)
        kept.setdefault(key, entry)
    return list(kept.values())


def tally(answered: Sequence[Answered]) -> Tally:
    """Score those that are resolved."""
    known = [
        (a.entry.probability, a.entry.base_rate, a.resolution.happened)
        for a in answered
        if a.resolution.happened is not None
    ]
    if not known:
        return Tally(asked=len(answered), resolved=0, happened=0)
    brier = sum((p - y) ** 2 for p, _, y in known) / len(known)
    plain = sum((b - y) ** 2 for _, b, y in known) / len(known)
    return Tally(
        asked=len(answered),
        resolved=len(known),
        happened=sum(bool(y) for *_, y in known),
        brier=brier,
        brier_skill=1 - brier / plain if plain else None,
        log_loss=-sum(log(max(p if y else 1 - p, 1e-6)) for p, _, y in known) / len(known),
        calibration=calibrate([(p, bool(y)) for p, _, y in known]),
    )


def calibrate(pairs: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Put probabilities and outcomes into bins, each with Wilson's 95 % interval."""
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(p, y) for p, y in pairs if low <= p < high or p == high == 1.0]
        if inside:
            share = sum(y for _, y in inside) / len(inside)
            below, above = wilson(share, len(inside))
            mean = sum(p for p, _ in inside) / len(inside)
            bins.append(
                Bin(cases=len(inside), forecast=mean, observed=share, low=below, high=above)
            )
    return tuple(bins)


def wilson(share: float, cases: int) -> tuple[float, float]:
    """Give Wilson's 95 % interval of a share."""
    square = Z95**2 / cases
    middle = (share + square / 2) / (1 + square)
    half = Z95 * sqrt(share * (1 - share) / cases + square / (4 * cases)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)
