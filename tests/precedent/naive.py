"""An independent evaluation of claims: plain Python, straight over the shipped rows.

Written from the table of forms in docs/claims.md, for the plain reading, claims of one person or of
any holder, a country or a region. It shares nothing with the package but the rows and the regions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from registan import registers, world

Record = dict[str, Any]
COVERED = {"us-president": "2024-12-02", "us-secretary-of-state": "2025-02-19"}
STARTED = {"us-president": "1906-11-09", "us-secretary-of-state": "1866-01-09"}
UNITS: dict[str, Callable[[list[Record]], int]] = {
    "visits": len,
    "trips": lambda rows: len({row["trip"] for row in rows}),
}


@lru_cache(maxsize=1)
def records() -> tuple[Record, ...]:
    kept = [
        record
        for record in registers.load_visits().to_pylist()
        if not record["duplicate_of"] and not record["after_office"]
    ]
    for record in kept:
        record["start"], record["end"] = record["start"].isoformat(), record["end"].isoformat()
        record["elect"] = record["before_office"] or "elect" in record["tags"]
    order = sorted(kept, key=lambda row: (row["start"], row["register"], str(row["id"])))
    return tuple(order)


@lru_cache(maxsize=1)
def terms() -> tuple[Record, ...]:
    held = [term for term in registers.load_terms().to_pylist() if term["office"] in COVERED]
    return tuple(term for term in held if term["start"])


@lru_cache(maxsize=1)
def states() -> frozenset[str]:
    return frozenset(
        code for row in records() for code in (row["country"], row["country_of_person"])
    )


def lies_there(record: Record, place: dict[str, Any]) -> bool:
    """Any sense of lying in the place: state, ground of today, or another China."""
    if "region" in place:
        return bool(set(record["territory"]) & world.load().members(place["region"]))
    codes = set(place["countries"])
    if "CN" in codes and record["country"] == "TW":
        return True
    return record["country"] in codes or bool(set(record["territory"]) & codes)


def plainly_there(record: Record, place: dict[str, Any]) -> bool:
    """As the register files it; ground, where no row is ever filed under that code."""
    if "region" in place or not set(place["countries"]) <= states():
        return lies_there(record, place)
    return record["country"] in place["countries"]


@dataclass
class Question:
    """A claim taken apart: office, person (None: any), place, form, period, number, day."""

    office: str
    person: str | None
    place: dict[str, Any]
    form: str
    day: str
    since: str | None = None
    n: int | None = None
    unit: str | None = None
    bound: str | None = None
    superlative: str | None = None
    exceptions: tuple[str, ...] = ()

    @property
    def rows(self) -> list[Record]:
        return [
            row
            for row in records()
            if row["office"] == self.office
            and row["direction"] == "abroad"
            and not row["elect"]
            and plainly_there(row, self.place)
        ]

    def own(self, rows: Iterable[Record]) -> list[Record]:
        return [row for row in rows if self.person in (None, row["person"])]

    @property
    def first_day(self) -> str:
        return f"{self.since}-01-01" if self.since else "0001-01-01"

    @property
    def last_day(self) -> str:
        return f"{self.since}-12-31" if self.since else self.day

    @property
    def soon(self) -> str:
        return (date.fromisoformat(self.day) + timedelta(days=45)).isoformat()

    def over_in_coverage(self) -> bool:
        ends = [
            term["end"]
            for term in terms()
            if term["person"] == self.person and term["office"] == self.office
        ]
        return bool(ends) and all(
            end is not None and end.isoformat() <= COVERED[self.office] for end in ends
        )


def judge(question: Question) -> str | None:
    """The plain reading's outcome; None where this evaluation does not say."""
    return FORMS[question.form](question)


def _event(q: Question) -> str:
    first, last = q.first_day, q.last_day if q.since else q.day
    if any(row["start"] <= last and row["end"] >= first for row in q.own(q.rows)):
        return "supported"
    return _absent(q, first, last)


def _ever(q: Question) -> str:
    own = q.own(q.rows)
    if any(row["start"] <= q.day and row["end"] >= q.first_day for row in own):
        return "supported"
    return _absent(q, q.first_day, q.day)


def _absent(q: Question, first: str, last: str) -> str:
    if min(last, q.day) > COVERED[q.office] and not (q.person and q.over_in_coverage()):
        return "beyond_coverage"
    if first < STARTED[q.office] and min(last, q.day) < STARTED[q.office]:
        return "beyond_coverage"
    return "contradicted"


def _never(q: Question) -> str:
    own = [row for row in q.own(q.rows) if row["start"] <= q.day and row["end"] >= q.first_day]
    now = {row["trip"] for row in own if row["end"] >= q.day}
    past = [row for row in own if row["end"] < q.day and row["trip"] not in now - {None}]
    return "contradicted" if past else "supported"


def _first(q: Question) -> str | None:
    if q.since or q.person is None:
        return None
    own = [row for row in q.own(q.rows) if row["start"] <= q.soon]
    cut = own[0]["start"] if own else q.day
    trip = own[0]["trip"] if own else None
    others = [row for row in q.rows if row["person"] != q.person and row["trip"] != trip]
    if any(row["start"] < cut for row in others):
        return "contradicted"
    return "supported" if own else None


def _since(q: Question) -> str | None:
    if q.since is None or q.person is None:
        return None
    end = f"{q.since}-12-31"
    own = [row for row in q.own(q.rows) if end < row["start"] <= q.soon]
    if not own:
        return None
    between = [
        row
        for row in q.rows
        if end < row["start"] < own[0]["start"]
        and row["person"] != q.person
        and row["trip"] != own[0]["trip"]
    ]
    return "contradicted" if between else "supported"


def _last(q: Question) -> str | None:
    if q.person is None or q.since:
        return None
    past = [
        row
        for row in q.rows
        if row["start"] <= q.day and (row["end"] < q.day or row["person"] == q.person)
    ]
    if not past:
        return "contradicted"
    latest = [row for row in past if row["trip"] == past[-1]["trip"]]
    return "supported" if q.own(latest) else "contradicted"


def _only(q: Question) -> str | None:
    if q.person is None or q.since or q.n is not None:
        return None
    begun = [row for row in q.rows if row["start"] <= q.day]
    if not any(row["end"] >= q.day for row in q.own(begun)):
        begun = [row for row in begun if row["end"] < q.day]
    if any(row["person"] != q.person for row in begun):
        return "contradicted"
    return "supported" if begun else None


def _count(q: Question) -> str | None:
    if q.person is None or q.unit not in UNITS or q.n is None or q.since:
        return None
    begun = [row for row in q.rows if row["start"] <= q.day]
    if q.bound:
        return _bounded(q, begun)
    if UNITS[q.unit](q.own(begun)) == q.n:
        return "supported"
    # A number that is none of the subject's may still be the ordinal of its visit.
    return None if _may_be_ordinal(q, begun) else "contradicted"


def _bounded(q: Question, begun: list[Record]) -> str | None:
    """Visits may be counted as journeys too; at least so many may yet come true."""
    names = {"visits", "trips"} if q.unit == "visits" else {str(q.unit)}
    numbers = [UNITS[name](q.own(begun)) for name in names]
    met = {
        number >= (q.n or 0) if q.bound == "at_least" else number <= (q.n or 0)
        for number in numbers
    }
    if len(met) > 1:
        return "depends"
    lacking = q.bound == "at_least" and met == {False}
    silent = q.day > COVERED[q.office] and not q.over_in_coverage()
    if silent and (lacking or (q.bound == "at_most" and met == {True})):
        return None  # How a register's end is told of is not said here.
    return "supported" if met == {True} else "contradicted"


def _may_be_ordinal(q: Question, begun: list[Record]) -> bool:
    own = q.own(begun)
    if not own:
        return False
    before = [row for row in begun if row["start"] <= own[0]["start"]]
    upto = [row for row in begun if row["start"] <= own[-1]["start"]]
    return q.n in {len({row["person"] for row in before}), len(upto)}


def _of_age(q: Question) -> str | None:
    """Years of birth leave each age a year open; whose ages may be alike are not ranked."""
    begun = [row for row in q.rows if row["start"] <= q.day]
    if not q.own(begun) or q.person is None or q.since:
        return None  # A visit to come may count, and a register may end before it.
    born = {term["person"]: term["birth_edtf"] for term in terms()}
    mine, others = born.get(q.person), {row["person"] for row in begun} - {q.person}
    if mine is None:
        return "unclear"
    own = _ages_of(q, q.person, mine, begun)
    known = [_ages_of(q, one, str(born[one]), begun) for one in others if born.get(one)]
    if any(_outdoes(q, other, own) for other in known):
        return "contradicted"
    sure = all(_outdoes(q, own, other) for other in known) and len(known) == len(others)
    return "supported" if sure else "unclear"


def _ages_of(q: Question, person: str, year: str, rows: list[Record]) -> tuple[int, int]:
    """The days old at the visit that counts, if born on the year's last day and on its first."""
    days = [date.fromisoformat(row["start"]) for row in rows if row["person"] == person]
    at = min(days) if q.superlative == "youngest" else max(days)
    return (at - date(int(year), 12, 31)).days, (at - date(int(year), 1, 1)).days


def _outdoes(q: Question, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] < other[0] if q.superlative == "youngest" else one[0] > other[1]


def _superlative(q: Question) -> str | None:
    if q.superlative:
        return _of_age(q)
    if q.person is None or q.unit not in UNITS or q.n is not None or q.since:
        return None
    begun = [row for row in q.rows if row["start"] <= q.day]
    people = {row["person"] for row in begun}
    numbers = {
        person: UNITS[q.unit]([row for row in begun if row["person"] == person])
        for person in people
    }
    best = max(numbers.values(), default=0)
    return "supported" if numbers.get(str(q.person), 0) == best else "contradicted"


def _every_except(q: Question) -> str | None:
    went = {row["person"] for row in q.rows if row["start"] <= q.day and row["end"] >= q.first_day}
    floor = q.first_day if q.since else STARTED[q.office]
    known = min(q.day, COVERED[q.office])
    held = {
        term["person"]
        for term in terms()
        if term["office"] == q.office
        and not term["acting"]
        and term["start"].isoformat() <= known
        and (term["end"] is None or term["end"].isoformat() >= floor)
    }
    if "eagleburger-lawrence-sidney" in held or not held or _just_left(q, held, floor):
        return None
    wrong = (held - went - set(q.exceptions)) | (went & set(q.exceptions))
    return "contradicted" if wrong else "supported"


def _just_left(q: Question, held: set[str], floor: str) -> bool:
    """Whether a holder left within the first weeks of the period: readers differ on such a one."""
    limit = (date.fromisoformat(floor) + timedelta(days=60)).isoformat()
    return any(
        term["person"] in held
        and term["office"] == q.office
        and term["end"] is not None
        and floor <= term["end"].isoformat() <= limit
        for term in terms()
    )


FORMS: dict[str, Callable[[Question], str | None]] = {
    "event": _event,
    "ever": _ever,
    "never": _never,
    "first": _first,
    "since": _since,
    "last": _last,
    "only": _only,
    "count": _count,
    "superlative": _superlative,
    "every_except": _every_except,
}
