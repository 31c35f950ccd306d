"""Age: whether somebody was the youngest or the oldest to go there, by the dates of birth known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from registan.precedent.case import Case, Finding
from registan.precedent.period import period_of
from registan.precedent.row import Row
from registan.precedent.text import fold

_DAYS_A_YEAR = 365.2425
OF_AGE = {"youngest": 1, "oldest": -1}  # The sign by which the least age is the one looked for.


class Aged(NamedTuple):
    """Somebody's name, age in full years ("47–48" where only the year is known) and birth."""

    name: str
    years: str
    born: str | None = None


class _Age(NamedTuple):
    """The days old, times the sign, that somebody has been at least and at most on a visit."""

    least: int
    most: int
    row: Row


def judge_age(case: Case, rows: list[Row]) -> Finding:
    """Judge that no other holder was younger (older) there; unclear where births cannot tell.

    A year of birth leaves a year open: of two who may each have been the younger, none is ranked.
    """
    sign = OF_AGE[fold(case.claim.superlative or "")]
    ages, unknown = _ages(case, rows, sign)
    if case.claim.asks and case.subject.persons is None:
        return _leading(case, ages, unknown, sign)
    own = case.own(rows)
    if case.subject.persons == ():
        return Finding("unclear", "person-unknown")
    if not own:
        return Finding("contradicted", "never-there")
    mine = ages.pop(own[0].person, None)
    if mine is None:
        return Finding("unclear", "birth-unknown", context=own)
    values: dict[str, object] = {"told": _told(case, [mine], sign)}
    ahead = _first(age for age in ages.values() if age.most < mine.least)
    if ahead:
        values["rivals"] = _told(case, ahead, sign)
        beaten = [mine.row, *(age.row for age in ahead)]
        return Finding("contradicted", "not-of-age", values, opposing=beaten)
    near = [age for age in ages.values() if age.least <= mine.most]
    if near or unknown:
        values["rivals"] = _told(case, near, sign, unknown)
        beside = [mine.row, *(age.row for age in near), *unknown]
        return Finding("unclear", "births-too-near", values, context=beside)
    return Finding("supported", "of-age", values, backing=[mine.row])


def _leading(case: Case, ages: dict[str, _Age], unknown: list[Row], sign: int) -> Finding:
    """Answer who it was: all whom the births known do not rule out."""
    first = _first(ages.values())
    if not first:
        return Finding("supported", "nobody-yet")
    values: dict[str, object] = {"told": _told(case, first, sign, unknown)}
    return Finding("supported", "of-age", values, backing=[*(a.row for a in first), *unknown])


def _first(ages: Iterable[_Age]) -> list[_Age]:
    """Give those of whom nobody is surely ahead, who leads first."""
    order = sorted(ages, key=lambda age: age[:2])
    bound = min((age.most for age in order), default=0)
    return [age for age in order if age.least <= bound]


def _ages(case: Case, rows: list[Row], sign: int) -> tuple[dict[str, _Age], list[Row]]:
    """Give each person's age on the visit that counts; and one row of each of unknown birth."""
    ages: dict[str, _Age] = {}
    unknown: dict[str, Row] = {}
    for row in rows:
        born = case.archive.births.get(row.person)
        if born is None:
            unknown.setdefault(row.person, row)
            continue
        age = _age_at(row, born, sign)
        if row.person not in ages or age[:2] < ages[row.person][:2]:
            ages[row.person] = age
    return ages, list(unknown.values())


def _age_at(row: Row, born: str, sign: int) -> _Age:
    at, birth = date.fromisoformat(row.start), period_of(born)
    least, most = sorted(
        sign * (at - date.fromisoformat(day)).days for day in (birth.first, birth.last)
    )
    return _Age(least, most, row)


def _told(case: Case, ages: list[_Age], sign: int, unknown: Iterable[Row] = ()) -> list[Aged]:
    """Each with the age in years; "?" where no register tells the birth."""
    names, births = case.archive.names, case.archive.births
    known = [
        Aged(names.get(a.row.person, a.row.name), _years(a, sign), births[a.row.person])
        for a in ages
    ]
    return known + [Aged(names.get(row.person, row.name), "?") for row in unknown]


def _years(age: _Age, sign: int) -> str:
    least, most = sorted(int(sign * days / _DAYS_A_YEAR) for days in (age.least, age.most))
    return str(least) if least == most else f"{least}\N{EN DASH}{most}"
