"""Consistency: what an editor would stumble over, with the words and the reason.

`office`: somebody called by an office that they did not hold on that day. `weekday`: a date that
is not that weekday. `place`: a visit to a place its actor was not near by other reports. `number`:
a number that differs from that of most other reports of the event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from registan.model import Span
from registan.record.day import stated
from registan.record.noun import (
    Inconsistency,
    InconsistencyType,
    MergedEvent,
    StoredDocument,
    StoredReport,
)
from registan.record.officeholder import find_wrong_office, find_wrong_seats
from registan.record.quantity import Quantity, comparable, find_quantities
from registan.record.weekday import find_wrong_weekdays

OCCURRED = frozenset({"happened", "ongoing"})
DEEDS = frozenset({"cooperation", "relations"})
PHRASE = re.compile(r"[^,.;:()\n]*")  # up to the next sign
COUNTED = 5  # words of a number with what it counts


def check_consistency(
    documents: Sequence[StoredDocument],
    reports: Sequence[StoredReport],
    events: Sequence[MergedEvent],
) -> tuple[Inconsistency, ...]:
    """Give every inconsistency of the documents, in order of document and words."""
    found = [i for d in documents for i in _weekdays(d)]
    found += _wrong_titles(documents, reports)
    found += list(_numbers(reports, events))
    found += list(_places(reports))
    unique = {(i.origin.document, i.type, i.span.start): i for i in found}
    return tuple(unique[key] for key in sorted(unique))


def _weekdays(document: StoredDocument) -> Iterator[Inconsistency]:
    origin = document.origin
    for wrong in find_wrong_weekdays(document.text, origin.lang, origin.published):
        yield Inconsistency(origin=origin, type="weekday", span=wrong.span, because=wrong.because)


def _wrong_titles(
    documents: Sequence[StoredDocument], reports: Sequence[StoredReport]
) -> list[Inconsistency]:
    """Wrong titles of those who do something in a report, and of any others in the text."""
    found = [i for r in reports for i in _offices(r)]
    known = {(i.origin.document, i.because) for i in found}
    for document in documents:
        for span, because in find_wrong_seats(document):
            if (document.origin.document, because) not in known:
                found.append(
                    Inconsistency(origin=document.origin, type="office", span=span, because=because)
                )
    return found


def _offices(report: StoredReport) -> Iterator[Inconsistency]:
    for actor in (*report.report.who, *report.report.whom):
        because = find_wrong_office(actor, report)
        if because:
            span = actor.span or report.report.span
            yield Inconsistency(origin=report.origin, type="office", span=span, because=because)


def _numbers(
    reports: Sequence[StoredReport], events: Sequence[MergedEvent]
) -> Iterator[Inconsistency]:
    """Numbers of an event's reports that count the same and differ."""
    known = {r.key: r for r in reports}
    for event in events:
        group = [known[k] for k in event.event.reports if k in known]
        told = [(r, q) for r in group for q in find_quantities(r.report.span.text)]
        while told:
            first = told[0]
            alike = [pair for pair in told if _count_one(first, pair)]
            told = [pair for pair in told if pair not in alike]
            yield from _differing(alike)


def _count_one(one: tuple[StoredReport, Quantity], other: tuple[StoredReport, Quantity]) -> bool:
    """ "Sends two patrol boats", "три патрульных катера": what each report says is given, too."""
    return comparable(one[1], other[1]) or (_is_of_deed(*one) and _is_of_deed(*other))


def _is_of_deed(report: StoredReport, quantity: Quantity) -> bool:
    """Does a number count what the report's own words name?"""
    if quantity.sort != "count" or report.report.kind not in DEEDS:
        return False
    phrase = PHRASE.match(report.report.span.text, quantity.start)
    words = phrase.group().split()[1:COUNTED] if phrase else []
    return not set(words).isdisjoint(report.report.trigger.split())


def _differing(told: Sequence[tuple[StoredReport, Quantity]]) -> Iterator[Inconsistency]:
    """What differs from the number of most voices; of as many, from the one that came first.

    A text that counts the same thing twice is left out: which of its numbers is meant is open.
    """
    often = Counter(report.key for report, _ in told)
    single = [(r, q) for r, q in told if often[r.key] == 1]
    voices: dict[float, set[str]] = {}
    for report, quantity in single:
        voices.setdefault(quantity.value, set()).add(report.origin.voice)
    if len(voices) < 2:
        return
    usual = max(voices, key=lambda value: len(voices[value]))  # of equals the first
    for report, quantity in single:
        if quantity.value != usual:
            first, as_told = next((r, q.text) for r, q in single if q.value == usual)
            many = len(voices[usual])
            others = first.origin.said if many == 1 else f"{many} other texts"
            said = f"{quantity.text} here, {as_told} in {others}"
            start = report.report.span.start + quantity.start
            end = report.report.span.start + quantity.end
            yield Inconsistency(
                origin=report.origin,
                type="number",
                span=Span(start=start, end=end, text=quantity.text),
                because=said,
            )


def _places(reports: Sequence[StoredReport]) -> Iterator[Inconsistency]:
    """Days on which the actor of one visit was elsewhere by another text's report."""
    dated = [r for r in reports if r.report.where and _day(r) and r.report.standing in OCCURRED]
    by_day: dict[tuple[str, str], list[StoredReport]] = {}
    for report in dated:
        for actor in (*report.report.who, *report.report.whom):
            if actor.id and actor.type == "person":
                by_day.setdefault((actor.id, str(_day(report))), []).append(report)
    for (_, day), group in by_day.items():
        for report in group:
            others = [o for o in group if not _states(o) & _states(report)]
            texts = {o.origin.voice for o in others} - {report.origin.voice}
            backing = [o for o in group if _states(o) & _states(report)]
            alone = len({o.origin.voice for o in backing}) <= 1
            if report.report.kind == "visit" and texts and alone:
                where = ", ".join(p.name for o in others for p in o.report.where[:1])
                yield _at(report, "place", f"by other reports in {where} on {day}")


def _day(report: StoredReport) -> date | None:
    period = stated(report)
    return date.fromisoformat(period.first) if period and period.first == period.last else None


def _states(report: StoredReport) -> set[str]:
    return {p.country for p in report.report.where if p.country}


def _at(report: StoredReport, type_: InconsistencyType, because: str) -> Inconsistency:
    span: Span = report.report.trigger_span or report.report.span
    return Inconsistency(origin=report.origin, type=type_, span=span, because=because)
