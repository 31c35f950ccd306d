"""The reports of a whole text: no event twice, and of a plan what became of it."""

from __future__ import annotations

from typing import Any

import msgspec

from registan.model import Report
from registan.reader.story import UNREAL
from registan.reader.trigger import TALKS

UNDONE = frozenset({"not_happened", "denied"})


def drop_echoes(reports: list[Report]) -> list[Report]:
    """One event told twice in one sentence with the same words is kept once.

    Of a meeting that the sentence says did not take place, it says no other (the summit at the
    edge of which it was to be).
    """
    reports = [r for r in reports if not any(_is_edge_of(r, undone) for undone in reports)]
    kept: list[Report] = []
    seen: set[Any] = set()
    for report in reports:
        key = (
            report.kind,
            report.span.start,
            report.standing,
            report.stance,
            tuple(a.id or a.name for a in report.who),
            tuple(a.id or a.name for a in report.whom),
            tuple(p.name for p in report.where),
        )
        if key not in seen and not any(_says_no_more(report, k) for k in kept):
            seen.add(key)
            kept.append(report)
    return kept


def settle(reports: list[Report]) -> list[Report]:
    """ "Was to fly to X but put off the visit": what becomes of a plan in its own sentence."""
    settled: list[Report] = []
    for report in reports:
        plan = next((p for p in reversed(settled) if _is_fate_of(report, p)), None)
        if plan is None:
            settled.append(report)
            continue
        told = msgspec.structs.replace(
            plan, standing=report.standing, chain=(*plan.chain, *report.chain[-1:])
        )
        settled[settled.index(plan)] = told
    return settled


def _is_fate_of(report: Report, plan: Report) -> bool:
    """Does the report say that the same people's plan came to nothing, and nothing else?"""
    same = report.kind == plan.kind in TALKS and report.span == plan.span
    off = report.standing == "cancelled" and plan.standing in UNREAL | {"not_happened"}
    if not (same and off):
        return False
    named = {p.name for p in plan.where}
    partners = {a.name for a in plan.whom}
    again = all(a.name in partners for a in report.whom)
    again = again and all(p.name in named for p in report.where)
    people = [{a.id or a.name for a in r.who} for r in (report, plan)]
    return again and bool(plan.where or plan.whom) and people[0] == people[1]


def _is_edge_of(report: Report, undone: Report) -> bool:
    """Would the report have the same people meet whose meeting the sentence says was none?"""
    same = report.kind == undone.kind == "meeting" and report.span == undone.span
    if not same or report.standing in UNDONE or undone.standing not in UNDONE:
        return False
    people = [{a.id or a.name for a in (*r.who, *r.whom)} for r in (report, undone)]
    places = [{p.name for p in r.where} for r in (report, undone)]
    elsewhere = all(places) and places[0] != places[1]
    other_day = bool(report.when and undone.when and report.when != undone.when)
    return people[0] == people[1] and len(people[0]) > 1 and not elsewhere and not other_day


def _says_no_more(report: Report, before: Report) -> bool:
    """A second statement of one speaker, sentence and stance that is addressed to nobody."""
    same = report.kind == before.kind == "statement" and report.stance == before.stance
    return same and report.span == before.span and report.who == before.who and not report.whom
