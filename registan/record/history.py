"""History: how an event's standing moved as reports came in, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registan.model.report import Standing
from registan.record.confirmation import OCCURRED, confirm, is_denial, named_sides
from registan.record.noun import Move, StoredReport
from registan.record.vouching import sides_of, vouchers_of

ENDED = frozenset({"cancelled", "not_happened"})
FIRMNESS: tuple[Standing, ...] = ("possible", "planned", "ongoing", "happened")


def trace(group: Sequence[StoredReport]) -> tuple[Move, ...]:
    """Give each change of standing or confirmation with the report that brought it.

    `group` is in order of publication. When in doubt the weaker standing stays.
    """
    moves: list[Move] = []
    for at, (report, standing) in enumerate(zip(group, _standings(group), strict=True)):
        confirmation = confirm(group[: at + 1])[0]
        if not moves or (moves[-1].standing, moves[-1].confirmation) != (standing, confirmation):
            day = report.origin.published
            moves.append(
                Move(standing=standing, confirmation=confirmation, report=report.key, day=day)
            )
    return tuple(moves)


def settle(group: Sequence[StoredReport]) -> Standing:
    """Give the standing after all of these reports, in order of publication."""
    return list(_standings(group))[-1]


def _standings(group: Sequence[StoredReport]) -> Iterator[Standing]:
    """The standing after each report in turn."""
    standing = group[0].report.standing
    if standing in ENDED and is_denial(group[0], group[:1]):
        standing = "denied"
    yield standing
    for at in range(1, len(group)):
        standing = _move(standing, group[at], group[:at])
        yield standing


def _move(now: Standing, report: StoredReport, before: Sequence[StoredReport]) -> Standing:
    told, known = report.report.standing, [*before, report]
    if told == "denied":
        return "denied" if is_denial(report, known) else now
    if now == "denied":
        return told if told in OCCURRED and _takes_back(report, before) else now
    if told in ENDED:
        if is_denial(report, known):
            return "denied"
        return now if now in OCCURRED or now == "cancelled" else told
    if now in ENDED:
        return told if told in OCCURRED else now
    return _firmer(now, report, before)


def _takes_back(report: StoredReport, before: Sequence[StoredReport]) -> bool:
    """Say whether the side that denied now says that it happened after all."""
    sides = sides_of(before)
    denied = [vouchers_of(r, sides) for r in before if is_denial(r, before)]
    return bool(named_sides(denied) & vouchers_of(report, sides).sides)


def _firmer(now: Standing, report: StoredReport, before: Sequence[StoredReport]) -> Standing:
    """A firmer standing replaces a weaker; but what a side calls possible is no plan because an
    outlet writes so in its own words."""
    told = report.report.standing
    if FIRMNESS.index(told) <= FIRMNESS.index(now):
        return now
    if (now, told) != ("possible", "planned"):
        return told
    sides = sides_of(before)
    hedged = [r for r in before if r.report.standing == "possible"]
    if vouchers_of(report, sides).sides or not any(vouchers_of(r, sides).sides for r in hedged):
        return told
    return now
