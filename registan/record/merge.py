"""Reports of one event become an event: conservative, explained, every report kept.

Two events wrongly made one are worse than one event shown twice: reports merge only where kind,
participants, time and place agree and their standings do not exclude each other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from registan.model import ActorMention, Event, Report
from registan.model.report import Confirmation, Standing

SYMMETRIC = frozenset({"meeting", "call", "agreement", "relations"})
STRENGTH: tuple[Standing, ...] = (
    "happened",
    "ongoing",
    "planned",
    "possible",
    "cancelled",
    "denied",
    "not_happened",
)
OCCURRED = frozenset({"happened", "ongoing"})


def merge_reports(reports: Sequence[Report]) -> tuple[Event, ...]:
    """Group reports into events, in order of their first report."""
    groups: list[list[Report]] = []
    for report in reports:
        home = next((g for g in groups if all(_agree(report, other) for other in g)), None)
        if home is None:
            groups.append([report])
        else:
            home.append(report)
    return tuple(_make_event(group) for group in groups)


def _agree(one: Report, other: Report) -> bool:
    if one.kind != other.kind or one.stance != other.stance:
        return False
    denied = "denied" in (one.standing, other.standing)
    if not denied and (one.standing in OCCURRED) != (other.standing in OCCURRED):
        return False
    if one.kind == "statement" and one.span != other.span:
        return False
    return _share_people(one, other) and _share_time(one, other) and _share_place(one, other)


def _share_people(one: Report, other: Report) -> bool:
    if one.kind in SYMMETRIC:
        return _same_set(one.who + one.whom, other.who + other.whom)
    return _same_set(one.who, other.who) and (
        not one.whom or not other.whom or _same_set(one.whom, other.whom)
    )


def _same_set(ones: tuple[ActorMention, ...], others: tuple[ActorMention, ...]) -> bool:
    left, right = {a.id or a.name for a in ones}, {a.id or a.name for a in others}
    return bool(left) and left == right


def _share_time(one: Report, other: Report) -> bool:
    """Two dates agree where one is the other, only less precise; a missing one excludes nothing
    for a single event, but a fact without any date is not joined to a dated one of other words."""
    if one.when is None or other.when is None:
        return one.when is other.when or one.standing not in OCCURRED or one.kind == "call"
    size = min(len(one.when), len(other.when))
    return one.when[:size] == other.when[:size]


def _share_place(one: Report, other: Report) -> bool:
    here = {p.country or p.region or p.name for p in one.where}
    there = {p.country or p.region or p.name for p in other.where}
    return not here or not there or bool(here & there)


def _make_event(group: Sequence[Report]) -> Event:
    best = max(group, key=lambda r: (len(r.who) + len(r.whom) > 1, len(r.when or ""), len(r.where)))
    standing = _settle([r.standing for r in group])
    confirmation, because = judge_confirmation(group)
    digest = hashlib.sha256("".join(sorted(r.id for r in group)).encode()).hexdigest()[:12]
    return Event(
        id=digest,
        kind=best.kind,
        who=best.who,
        whom=best.whom,
        where=best.where,
        when=best.when,
        standing=standing,
        confirmation=confirmation,
        because=because,
        reports=tuple(r.id for r in group),
    )


def _settle(standings: Sequence[Standing]) -> Standing:
    """A denial stands before everything; else the firmest of the reports."""
    return "denied" if "denied" in standings else min(standings, key=STRENGTH.index)


def judge_confirmation(group: Sequence[Report]) -> tuple[Confirmation, str]:
    """Who vouches for the event: both sides, one side, a third party, nobody by name."""
    if any(r.standing == "denied" for r in group):
        deniers = _names(r for r in group if r.standing == "denied")
        return "contradicted", deniers or "a side denies it"
    sources = [s for r in group for s in r.attribution]
    sides = {s.country or s.id or s.name for s in sources if s.type == "participant"}
    names = ", ".join(dict.fromkeys(s.name for s in sources))
    if len(sides) > 1:
        return "both_sides", names
    if sides:
        return "one_side", names
    if any(s.type in {"official", "media", "document"} for s in sources):
        return "third_party", names
    if sources:
        return "anonymous_only", names
    return "unconfirmed", ""


def _names(reports: object) -> str:
    return ", ".join(
        dict.fromkeys(s.name for r in reports for s in r.attribution)  # type: ignore[attr-defined]
    )
