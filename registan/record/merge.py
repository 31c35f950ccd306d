"""Reports become events: conservative, explained, every report kept, people's decisions first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import msgspec

from registan.model import ActorMention, Document, Event, PlaceMention, Report
from registan.record.cluster import Clusters, sort_key
from registan.record.confirmation import confirm
from registan.record.day import length, stated
from registan.record.history import settle, trace
from registan.record.memory import Memory
from registan.record.noun import Correction, MergedEvent, Origin, StoredReport
from registan.record.party import cast_of, join_titles

Known = Mapping[tuple[str, ...], MergedEvent]
NOTHING: Final[Known] = MappingProxyType({})


def merge(
    reports: Sequence[StoredReport],
    corrections: Sequence[Correction] = (),
    memory: Memory | None = None,
    known: Known = NOTHING,
) -> tuple[MergedEvent, ...]:
    """Group reports into events, in order of their founding reports.

    The order in which reports are given changes nothing. `known` are events by their reports, as
    they are where those are together again.
    """
    corrected_reports = [corrected(r, corrections) for r in reports]
    clusters = Clusters(corrected_reports, corrections, memory or Memory())
    return tuple(_merged(group, clusters, known) for group in clusters.grow())


def merge_reports(reports: Sequence[Report], document: Document | None = None) -> tuple[Event, ...]:
    """Group one document's reports into events, in order of their first report."""
    origin = _origin_of(document, reports)
    stored = [StoredReport(key=r.id, origin=origin, report=r) for r in reports]
    first = {r.id: number for number, r in enumerate(reports)}
    events = [merged.event for merged in merge(stored)]
    return tuple(sorted(events, key=lambda e: min(first[key] for key in e.reports)))


def _origin_of(document: Document | None, reports: Sequence[Report]) -> Origin:
    if document is None:
        return Origin(document="", id="", lang="en", voice="", cast=cast_of(reports))
    return Origin(
        document=document.id,
        id=document.id,
        lang=document.lang,
        voice=document.id,
        publisher=document.publisher,
        published=document.published,
        published_inferred=document.published_inferred,
        first_published=document.first_published,
        title=document.title,
        url=document.url,
        cast=cast_of(reports),
    )


def corrected(report: StoredReport, corrections: Sequence[Correction]) -> StoredReport:
    """Take away from a report the persons that people said it does not mean."""
    wrong = {
        c.actor
        for c in corrections
        if c.kind == "not_person" and report.key in c.reports and c.actor
    }
    if not wrong:
        return report
    told = msgspec.structs.replace(
        report.report,
        who=_without(report.report.who, wrong),
        whom=_without(report.report.whom, wrong),
    )
    return msgspec.structs.replace(report, report=told)


def _without(actors: tuple[ActorMention, ...], wrong: set[str]) -> tuple[ActorMention, ...]:
    """The mention stays; who it was taken for does not."""
    return tuple(
        msgspec.structs.replace(a, id=None, name=a.mention) if {a.id, a.name} & wrong else a
        for a in actors
    )


def _merged(group: Sequence[StoredReport], clusters: Clusters, known: Known) -> MergedEvent:
    group = sorted(group, key=sort_key)
    found = known.get(tuple(r.key for r in group))
    if found is not None:
        return found
    confirmation, because = confirm(group)
    best = max(group, key=_worth)
    event = Event(
        id=group[0].key,
        kind=best.report.kind,
        who=join_titles(best.report.who),
        whom=join_titles(best.report.whom),
        where=_place(group),
        when=_day(group),
        standing=settle(group),
        confirmation=confirmation,
        because=because,
        reports=tuple(r.key for r in group),
    )
    return MergedEvent(event=event, links=clusters.links(group), history=trace(group))


def _worth(report: StoredReport) -> tuple[int, int]:
    """How much a report knows of the parties; of equals the earliest is taken."""
    actors = (*report.report.who, *report.report.whom)
    return (min(len(actors), 2), sum(a.id is not None for a in actors[:2]))


def _place(group: Sequence[StoredReport]) -> tuple[PlaceMention, ...]:
    """The place that most reports name, the most precise of them; of equals the earliest."""
    named = [r.report.where for r in group if r.report.where]
    if not named:
        return ()
    counts = Counter(tuple(p.country or p.name for p in places) for places in named)
    return max(named, key=lambda ps: counts[tuple(p.country or p.name for p in ps)])


def _day(group: Sequence[StoredReport]) -> str | None:
    """The most precise date; among equals the one that most reports give, then the earliest."""
    dated = [(r.report.when, period) for r in group if (period := stated(r)) and r.report.when]
    if not dated:
        return None
    counts = Counter(when for when, _ in dated)
    return min(dated, key=lambda d: (length(d[1]), -counts[d[0]]))[0]
