"""Horizon: the day a question is asked and the last day that it asks about, from words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from registan.errors import InputError

MAX_MONTHS = 48
_LENGTH = re.compile(r"(\d{1,5})\s*(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?", re.IGNORECASE)
_HINT = "Write 12m, 90d, 26w, 1y, or the last day as 2026-03-01."


def read_day(text: str | date | None, option: str) -> date:
    """Read a day as `2024-05-21`, today where there is none; InputError names the option."""
    if isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise InputError(
            f"{text} is no day.", where=option, hint="Write a day as 2024-05-21."
        ) from error


def read_horizon(within: str | date, as_of: date) -> date:
    """Give the last day of the window; InputError for one that is past, endless or not read."""
    until = within if isinstance(within, date) else _read_end(within.strip(), as_of)
    if until <= as_of:
        raise InputError(
            f"The window ends on {until}, which is not after {as_of}.", where="--within", hint=_HINT
        )
    if until > add_months(as_of, MAX_MONTHS):
        raise InputError(
            f"No forecast reaches from {as_of} to {until}; the longest is {MAX_MONTHS} months.",
            where="--within",
        )
    return until


def _read_end(text: str, as_of: date) -> date:
    if found := _LENGTH.fullmatch(text):
        return _add(as_of, min(int(found.group(1)), 5000), found.group(2).lower())
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text} is no window of time.", where="--within", hint=_HINT) from error


def _add(day: date, number: int, unit: str) -> date:
    if unit in "my":
        return add_months(day, number * (12 if unit == "y" else 1))
    return day + timedelta(days=number * (7 if unit == "w" else 1))


def add_months(day: date, months: int) -> date:
    """Give the same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise InputError(f"The year {year} is out of reach.", where="--within", hint=_HINT)
