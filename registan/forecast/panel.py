"""Panel: cases, each a state in a window, with its features and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from registan.forecast.feature import build_features
from registan.forecast.history import Floats, Integers, happened, number_states
from registan.forecast.meeting import expect_attendance
from registan.forecast.noun import Task
from registan.forecast.state import states_at
from registan.forecast.window import Window


class Panel(NamedTuple):
    """Cases in the order of their windows.

    `features` has a row a case and a column for each of `names`; `summit` is the probability
    that a planned summit alone brings a visit; `until` the window's last day as an ordinal.
    """

    names: tuple[str, ...]
    features: Floats
    summit: Floats
    happened: NDArray[np.bool_]
    country: NDArray[np.str_]
    as_of: Integers
    until: Integers


def build_panel(task: Task, windows: Sequence[Window]) -> Panel:
    """Build the cases of all states that exist when each window begins."""
    parts = [_build_part(task, window) for window in windows]
    return Panel(
        parts[0].names,
        *(np.concatenate(column) for column in zip(*(p[1:] for p in parts), strict=True)),
    )


def _build_part(task: Task, window: Window) -> Panel:
    states = states_at(window.as_of)
    rows = [number_states()[code] for code in states]
    columns = build_features(task, window)
    return Panel(
        names=tuple(columns),
        features=np.column_stack(list(columns.values()))[rows],
        summit=expect_attendance(task, window)[rows],
        happened=happened(task, window.as_of, window.until)[rows],
        country=np.array(states, dtype=np.str_),
        as_of=np.full(len(rows), window.as_of.toordinal()),
        until=np.full(len(rows), window.until.toordinal()),
    )


def take(panel: Panel, chosen: NDArray[np.bool_]) -> Panel:
    """Keep the cases that are chosen."""
    kept = {name: getattr(panel, name)[chosen] for name in Panel._fields[1:]}
    return panel._replace(**kept)
