"""Linking: new reports meet the events that they may belong to, and only those.

What is derived (events, voices) is computed anew for the kin of what is new, and for nothing else.
So neither time nor memory grows with the record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from registan import world
from registan.model import PlaceMention
from registan.model.period import days_of
from registan.record import fetch
from registan.record.change import Change, Row
from registan.record.engine import Session
from registan.record.fold import fold
from registan.record.kin import Kin, find_kin
from registan.record.memory import Memory
from registan.record.merge import merge
from registan.record.noun import (
    Copy,
    Correction,
    MergedEvent,
    StoredDocument,
    StoredReport,
)
from registan.record.voice import find_copies, prepare
from registan.record.voice_group import join_voices

DERIVED: Final = ("event_report", "event_actor", "event_place")
TOLD_ALIKE: Final = 0.25  # share of the reports of the shorter telling, in what repeats another


def link_new(
    session: Session,
    change: Change,
    reports: list[StoredReport],
    documents: list[StoredDocument],
    memory: Memory,
) -> None:
    """Put into a change what new reports make of the events around them."""
    decided = fetch.standing_corrections(session)
    memory.renew(decided)
    kin = find_kin(session, reports, decided, memory)
    before = fetch.fetch_events(session, sorted(kin.events))
    old = _read_anew(session, [memory.shelf[key] for one in before for key in one.event.reports])
    voices = _find_voices(session, change, _texts_of(before, old), reports, documents, kin)
    every = [_voiced(report, voices) for report in (*old, *reports)]
    turned = {report.key for report in old if report.origin.document in voices}
    known = {e.event.reports: e for e in before if turned.isdisjoint(e.event.reports)}
    _put(change, before, merge(every, decided, memory, known), every)


def _read_anew(session: Session, reports: Sequence[StoredReport]) -> list[StoredReport]:
    """Give reports with the voices that their documents have now, which alone may change."""
    found = fetch.fetch_voice_rows(session, sorted({r.origin.document for r in reports}))
    voices = {voice.document: voice.voice for voice in found}
    return [_voiced(report, voices) for report in reports]


def relink(
    session: Session, change: Change, events: Sequence[str], corrections: Sequence[Correction]
) -> None:
    """Merge the reports of some events anew, and put what changed into a change."""
    before = fetch.fetch_events(session, events)
    reports = fetch.fetch_reports(session, [key for one in before for key in one.event.reports])
    _put(change, before, merge(reports, corrections), reports)


def _put(
    change: Change,
    before: Sequence[MergedEvent],
    after: Sequence[MergedEvent],
    reports: Sequence[StoredReport],
) -> None:
    told = {one.key: one.origin.published or "" for one in reports}
    _replace(change, before, after, told)


def _texts_of(
    events: Sequence[MergedEvent], reports: Sequence[StoredReport]
) -> dict[str, set[str]]:
    """Give the documents that tell of each event."""
    document = {one.key: one.origin.document for one in reports}
    return {one.event.id: {document[key] for key in one.event.reports} for one in events}


def _voiced(report: StoredReport, voices: dict[str, str]) -> StoredReport:
    voice = voices.get(report.origin.document)
    if voice is None or voice == report.origin.voice:
        return report
    return msgspec.structs.replace(
        report, origin=msgspec.structs.replace(report.origin, voice=voice)
    )


def _find_voices(
    session: Session,
    change: Change,
    texts: dict[str, set[str]],
    reports: Sequence[StoredReport],
    documents: Sequence[StoredDocument],
    kin: Kin,
) -> dict[str, str]:
    """Give the voice of each document whose voice a new document changes.

    What repeats a text tells of its events: only documents that do are held beside it.
    """
    beside = _beside(session, texts, reports, kin)
    new = {document.origin.document: document for document in documents}
    wanted = {other for others in beside.values() for other in others}
    held = fetch.fetch_documents(session, sorted(wanted - new.keys()))
    known = new | {document.origin.document: document for document in held}
    pairs = [(new[key], [known[other] for other in others]) for key, others in beside.items()]
    prepare(pairs)
    copies: list[Copy] = [copy for one, others in pairs for copy in find_copies(one, others)]
    if not copies:
        return {}
    joined = join_voices([*held, *documents], fetch.fetch_voices(session, held), copies)
    change.drop("voice", "document", [voice.document for voice in joined])
    change.add("voice", (voice.to_data() for voice in joined))
    return {voice.document: voice.voice for voice in joined}


def _beside(
    session: Session,
    texts: dict[str, set[str]],
    reports: Sequence[StoredReport],
    kin: Kin,
) -> dict[str, list[str]]:
    """Give for each new document those that tell enough of the same to repeat it or be repeated."""
    tied = {key: Counter(kin.documents[key]) for key in kin.of_document}
    for key, events in kin.of_document.items():
        for event in events:
            tied[key].update(texts[event])
    told = Counter(report.origin.document for report in reports)
    told.update(fetch.count_reports(session, sorted(set().union(*tied.values()) - told.keys())))
    return {
        key: sorted(
            other
            for other, shared in others.items()
            if shared >= TOLD_ALIKE * min(told[key], told[other])
        )
        for key, others in tied.items()
    }


def _replace(
    change: Change,
    before: Sequence[MergedEvent],
    after: Sequence[MergedEvent],
    told: dict[str, str],
) -> None:
    """Write the events that are not as they were."""
    same = {one.event.id: one for one in before}
    now = {one.event.id: one for one in after}
    gone = [key for key, one in same.items() if now.get(key) != one]
    change.drop("event", "id", gone)
    for table in DERIVED:
        change.drop(table, "event", gone)
    for key, merged in now.items():
        if same.get(key) != merged:
            _add_event(change, merged, told)


def _add_event(change: Change, merged: MergedEvent, told: dict[str, str]) -> None:
    event = merged.event
    change.add("event", [_event_row(merged, told)])
    reasons = {link.report: link.because for link in merged.links}
    change.add(
        "event_report",
        ({"event": event.id, "report": r, "because": reasons.get(r, "")} for r in event.reports),
    )
    for role, actors in (("who", event.who), ("whom", event.whom)):
        change.add(
            "event_actor",
            (
                {
                    "event": event.id,
                    "role": role,
                    "id": actor.id,
                    "name": actor.name,
                    "folded": fold(actor.name),
                    "country": actor.country,
                }
                for actor in actors
            ),
        )
    change.add(
        "event_place",
        (
            {
                "event": event.id,
                "name": place.name,
                "folded": fold(_common_name(place)),
                "country": place.country,
            }
            for place in event.where
        ),
    )


def _common_name(place: PlaceMention) -> str:
    """The name by which a place is sought in every language: a city's English one."""
    city = world.load().cities.get(place.id) if place.id else None
    return city.name if city else place.name


def _event_row(merged: MergedEvent, told: dict[str, str]) -> Row:
    event = merged.event
    first, last = days_of(event.when)
    days = sorted(filter(None, (told.get(report) for report in event.reports)))
    return {
        "id": event.id,
        "kind": event.kind,
        "standing": event.standing,
        "confirmation": event.confirmation,
        "when": event.when,
        "first_day": first,
        "last_day": last,
        "told": days[0] if days else None,
        "reports": len(event.reports),
        "data": merged.to_json(),
    }
