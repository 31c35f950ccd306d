"""Day: when an event may have been, by a report's words and by the day it was published."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from registan.errors import InputError
from registan.model.period import Period, period_of, shift
from registan.record.memo import once_a_report
from registan.record.noun import StoredReport
from registan.record.weekday import find_wrong_weekdays

Closeness = Literal["day", "overlap", "near", "unknown", "apart"]

UNREAL = frozenset({"planned", "possible"})
DENIALS = frozenset({"denied", "not_happened"})
HEARSAY = "hearsay"
GUESS = "+past"  # "may have met"
DECIDED = "decide"
DEEDS = frozenset({"relations", "measure"})
# The reader's operators of what is to come, and of what nobody has planned.
AHEAD = ("future", "conditional", "plan+", "planned+", "expected+", "schedule+", "scheduled+")
FRESH_DAYS = 10  # News tells of what was within days, a weekly of what was before its issue.
AHEAD_DAYS = 180
# "Sweden is giving 12 million": what is told as a fact may be a promise, and come later.
PROMISED = frozenset({"cooperation"})
# One outlet tells that a duty was imposed or an envoy expelled, another that it will be so.
ANNOUNCED = frozenset({"measure", "relations"})
LONGEST_DAYS = 135  # A season will do; "in 2018" is too vague to mean one event.
YEAR = 366  # But "will not come this year" speaks of any visit of that year.
NEAR_FACTS = 4
NEAR_PLANS = 45
# One outlet dates a trip by the arrival, another by the talks; one tells that aid was promised,
# another that it will come.
SLACK_DAYS = {"visit": 2, "cooperation": 3}
WIDEST = max(SLACK_DAYS.values())


def published(report: StoredReport) -> Period | None:
    """The day (or month) on which the report's document was published, where it is known."""
    return _read(report.origin.published)


@once_a_report
def stated(report: StoredReport) -> Period | None:
    """The days that the report's own words allow; where weekday and date differ, either of them."""
    period = _read(report.report.when)
    if period is not None and (report.report.when or "").endswith("/.."):  # "since Monday"
        return Period(period.first, min(period.last, shift_safe(period.first, FRESH_DAYS)))
    if period is None or period.first != period.last:
        return period
    other = _by_weekday(report.report.span.text, report.origin.lang, period.first)
    return Period(min(period.first, other), max(period.last, other)) if other else period


def is_ahead(report: StoredReport) -> bool:
    """ "Will not come": a plan is denied, and not what was."""
    names = [step.name for step in report.report.chain]
    if any(n.startswith(AHEAD) and not n.endswith(GUESS) for n in names):
        return True
    when, told = stated(report), published(report)
    return when is not None and told is not None and when.first > told.last


def _is_heard(report: StoredReport) -> bool:
    """ "It was reported that they spoke", "may have spoken": open whether it was, not when it will
    be."""
    names = [step.name for step in report.report.chain]
    return any(HEARSAY in n or n.endswith(GUESS) for n in names) and not is_ahead(report)


def is_decided(report: StoredReport) -> bool:
    """ "Condemned Peru's decision to expel X": what others answer to was made known before."""
    deed = report.report.kind in DEEDS and not is_ahead(report)
    return deed and any(step.name == DECIDED for step in report.report.chain)


@lru_cache(maxsize=16384)
def _by_weekday(text: str, lang: str, day: str) -> str | None:
    """The nearest day of the weekday that the text names with a date, where the date is another."""
    for wrong in find_wrong_weekdays(text, lang, day):
        if wrong.day.isoformat() == day:
            return wrong.nearest.isoformat()
    return None


@lru_cache(maxsize=16384)
def _read(edtf: str | None) -> Period | None:
    try:
        return period_of(edtf) if edtf else None
    except InputError:
        return None


@once_a_report
def window(report: StoredReport) -> Period | None:
    """The days in which the event must lie, stated or by the date of publication."""
    found, day = stated(report), published(report)
    if found or not day:
        return found
    if report.report.standing in UNREAL:
        heard = -FRESH_DAYS if _is_heard(report) or is_decided(report) else 0
        return Period(shift(day.first, heard), shift(day.last, AHEAD_DAYS))
    if report.report.standing in DENIALS | {"cancelled"}:
        return Period(shift(day.first, -2 * FRESH_DAYS), shift(day.last, AHEAD_DAYS))
    to_come = FRESH_DAYS if report.report.kind in PROMISED else 0
    to_come = NEAR_FACTS if report.report.kind in ANNOUNCED else to_come
    return Period(shift(day.first, -FRESH_DAYS), shift(day.last, to_come))


@once_a_report
def reach(report: StoredReport) -> Period | None:
    """The days that those of another report of the event touch; None where any may."""
    found = window(report)
    if found is None:
        return None
    return Period(shift_safe(found.first, -WIDEST), shift_safe(found.last, WIDEST))


def relate_days(one: StoredReport, other: StoredReport) -> Closeness:
    """Say how close in time two reports place their events.

    `day`: both name one day; `overlap`: what they name overlaps; `near`: at least one names no
    date, and they were published close together; `unknown`: nothing decides; `apart`: they exclude
    each other.
    """
    if one.origin.document == other.origin.document and one.report.when == other.report.when:
        return "day" if stated(one) else "near"
    here, there = window(one), window(other)
    if here is None or there is None:
        return "unknown"
    slack = SLACK_DAYS.get(one.report.kind, 0)
    if not here.overlaps(shift_safe(there.first, -slack), shift_safe(there.last, slack)):
        return "apart"
    if stated(one) and stated(other):
        denied = bool({one.report.standing, other.report.standing} & DENIALS)
        return _relate_stated(here, there, YEAR if denied else LONGEST_DAYS)
    one_stated = stated(one) is not None or stated(other) is not None
    return "near" if _gap(one, other) <= _reach(one, other, one_stated) else "unknown"


def _relate_stated(here: Period, there: Period, longest: int) -> Closeness:
    if here.first == here.last and there.first == there.last:
        return "day"
    return "overlap" if max(length(here), length(there)) <= longest else "unknown"


def length(period: Period) -> int:
    """Days from the first to the last day of a period."""
    return _days(period.first, period.last)


def _reach(one: StoredReport, other: StoredReport, one_stated: bool) -> int:
    """How many days may lie between; a stated day within the other's window is near enough."""
    plans = {one.report.standing, other.report.standing} & (UNREAL | {"cancelled"})
    if plans:
        return NEAR_PLANS
    if {one.report.standing, other.report.standing} & DENIALS:
        return 2 * FRESH_DAYS
    said = one.report.kind == "statement"  # what is said is news for a day or two
    return FRESH_DAYS if one_stated and not said else NEAR_FACTS


def _gap(one: StoredReport, other: StoredReport) -> int:
    """Days between the two publications, or between one event's stated day and the other's news.

    A stated day stands for its report: news about an old event is as far from it as its telling.
    """
    here, there = stated(one) or published(one), stated(other) or published(other)
    published_here, published_there = published(one), published(other)
    gaps = []
    if here and there:
        gaps.append(_distance(here, there))
    if published_here and published_there:
        gaps.append(_distance(published_here, published_there))
    return min(gaps, default=10**6)


def is_fresh(one: StoredReport, other: StoredReport) -> bool:
    """Were two reports published within the few days in which an event is news?"""
    here, there = published(one), published(other)
    return here is not None and there is not None and _distance(here, there) <= NEAR_FACTS


def _distance(here: Period, there: Period) -> int:
    if here.overlaps(there.first, there.last):
        return 0
    earlier, later = sorted((here, there))
    return _days(earlier.last, later.first)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


@lru_cache(maxsize=4096)
def shift_safe(day: str, days: int) -> str:
    """Shift a day, staying within the calendar at its open ends."""
    try:
        return shift(day, days)
    except OverflowError:
        return day
