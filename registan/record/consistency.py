"""Consistency: what an editor would stumble over, with the words and the reason.

`office`: somebody called by an office that they did not hold on that day. `weekday`: a date that
is not that weekday. `place`: a visit to a place its actor was not near by other reports. `number`:
a number that differs from that of most other reports of the event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from registan import world
from registan.model import ActorMention, Span
from registan.record.day import stated
from registan.record.noun import (
    Inconsistency,
    InconsistencyType,
    MergedEvent,
    StoredDocument,
    StoredReport,
)
from registan.record.weekday import find_wrong_weekdays
from registan.world.tenure import covers

OCCURRED = frozenset({"happened", "ongoing"})


def check_consistency(
    documents: Sequence[StoredDocument],
    reports: Sequence[StoredReport],
    events: Sequence[MergedEvent],
) -> tuple[Inconsistency, ...]:
    """Give every inconsistency of the documents, in order of document and words."""
    found = [i for d in documents for i in _weekdays(d)]
    found += [i for r in reports for i in _offices(r)]
    found += list(_numbers(reports, events))
    found += list(_places(reports))
    unique = {(i.origin.document, i.type, i.span.start): i for i in found}
    return tuple(unique[key] for key in sorted(unique))


def _weekdays(document: StoredDocument) -> Iterator[Inconsistency]:
    origin = document.origin
    for span, because in find_wrong_weekdays(document.text, origin.lang, origin.published):
        yield Inconsistency(origin=origin, type="weekday", span=span, because=because)


def _offices(report: StoredReport) -> Iterator[Inconsistency]:
    day = report.report.when if len(report.report.when or "") == 10 else report.origin.published
    if not day or report.report.standing not in OCCURRED:
        return
    for actor in (*report.report.who, *report.report.whom):
        because = _wrong_office(actor, report.origin.lang, day)
        if because:
            span = actor.span or report.report.span
            yield Inconsistency(origin=report.origin, type="office", span=span, because=because)


def _wrong_office(actor: ActorMention, lang: str, day: str) -> str | None:
    """Why a title does not fit; None where the register is silent or the person held it."""
    if not actor.id or not actor.office:
        return None
    known = world.load()
    meant = {i for m in known.find(actor.office, lang) if m.type == "office" for i in m.ids}
    terms = [t for t in known.terms(actor.id) if not t.seen and t.start]
    includes = known.offices
    held = [t for t in terms if {t.office, *includes[t.office].includes} & meant]
    if not held or any(covers(t, day) for t in held):
        return None
    spans = ", ".join(f"{t.start} to {t.end or 'now'}" for t in held)
    return f"{actor.name} was {actor.office} {spans}, not on {day}"


def _numbers(
    reports: Sequence[StoredReport], events: Sequence[MergedEvent]
) -> Iterator[Inconsistency]:
    known = {r.key: r for r in reports}
    for event in events:
        group = [known[k] for k in event.event.reports if k in known]
        named = [(r, r.report.amount) for r in group]
        told = [(r, a) for r, a in named if a is not None and a.value is not None]
        counts = Counter(a.value for _, a in told)
        if len(counts) < 2:
            continue
        (usual, most), second = counts.most_common(2)
        if most == second[1]:
            continue
        for report, amount in told:
            if amount.value != usual:
                said = f"{amount.text} here, {usual:g} in {most} other reports"
                yield _at(report, "number", said)


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
