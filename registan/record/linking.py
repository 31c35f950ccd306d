"""Linking: new reports meet the events that they may belong to, and only those.

What is derived (events, voices) is computed anew for the neighbourhood of what is new: the events
that share a block with it. So neither time nor memory grows with the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from registan.model.period import days_of
from registan.record import fetch
from registan.record.block import keys_of
from registan.record.change import Change, Row
from registan.record.engine import Session
from registan.record.fold import fold
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


def link_new(
    session: Session, change: Change, reports: list[StoredReport], documents: list[StoredDocument]
) -> None:
    """Put into a change what new reports make of the events around them."""
    keys = {key for report in reports for key in keys_of(report)}
    near = fetch.events_in_blocks(session, sorted(keys)) if keys else []
    relink(session, change, near, reports, documents)


def relink(
    session: Session,
    change: Change,
    events: Sequence[str],
    reports: Iterable[StoredReport] = (),
    documents: Sequence[StoredDocument] = (),
    corrections: Sequence[Correction] | None = None,
) -> None:
    """Merge the reports of some events with new ones, and put what changed into a change."""
    before = fetch.fetch_events(session, events)
    old = fetch.fetch_reports(session, [key for one in before for key in one.event.reports])
    voices = _find_voices(session, change, old, documents)
    every = [_voiced(report, voices) for report in (*old, *reports)]
    decided = fetch.standing_corrections(session) if corrections is None else corrections
    after = merge(every, decided)
    told = {one.key: one.origin.published or "" for one in every}
    _replace(change, before, after, told)


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
    near: Sequence[StoredReport],
    documents: Sequence[StoredDocument],
) -> dict[str, str]:
    """Give the voice of each document whose voice a new document changes."""
    if not documents:
        return {}
    held = fetch.fetch_documents(session, sorted({report.origin.document for report in near}))
    prepare([*held, *documents])
    copies: list[Copy] = []
    for number, document in enumerate(documents):
        copies += find_copies(document, [*held, *documents[:number]])
    if not copies:
        return {}
    joined = join_voices([*held, *documents], fetch.fetch_voices(session, held), copies)
    change.drop("voice", "document", [voice.document for voice in joined])
    change.add("voice", (voice.to_data() for voice in joined))
    return {voice.document: voice.voice for voice in joined}


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
                "folded": fold(place.name),
                "country": place.country,
            }
            for place in event.where
        ),
    )


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
