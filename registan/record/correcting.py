"""Correcting: what a person decides becomes a row with who and when, and the events follow it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from registan.errors import InputError
from registan.record import fetch
from registan.record.change import Change
from registan.record.engine import Session
from registan.record.linking import relink
from registan.record.noun import Correction, CorrectionKind
from registan.record.query import find_event


def merge_events(session: Session, keys: list[str], by: str, note: str | None) -> Correction:
    """Decide that several events are one."""
    events = [find_event(session, key).event for key in keys]
    if len({event.id for event in events}) < 2:
        raise InputError("These are one event already.", hint="Name two events or more.")
    reports = tuple(event.reports[0] for event in events)
    return _decide(session, _make("merge", by, note, reports=reports))


def split_event(
    session: Session, key: str, reports: list[str], by: str, note: str | None
) -> Correction:
    """Decide that some reports of an event are not of one event with its others."""
    event = find_event(session, key).event
    apart = {_one_of(event.reports, report) for report in reports}
    rest = tuple(report for report in event.reports if report not in apart)
    if not rest:
        raise InputError("This would leave nothing of the event.", hint="Name fewer reports.")
    return _decide(session, _make("split", by, note, reports=tuple(sorted(apart)), others=rest))


def deny_person(session: Session, key: str, actor: str, by: str, note: str | None) -> Correction:
    """Decide that an actor of an event's reports is not the person that they were taken for."""
    event = find_event(session, key).event
    known = {name for one in (*event.who, *event.whom) for name in (one.id, one.name) if name}
    if actor not in known:
        raise InputError(
            f"{actor} is no party to this event.", hint=f"Its parties: {', '.join(sorted(known))}."
        )
    return _decide(session, _make("not_person", by, note, reports=event.reports, actor=actor))


def undo(session: Session, key: str, by: str, note: str | None) -> Correction:
    """Take a correction back; the row stays, and an undoing can be undone too."""
    found = [one for one in fetch.fetch_corrections(session) if one.key.startswith(key)]
    if len(found) != 1:
        raise InputError(
            f"There is no correction {key}." if not found else f"Several begin with {key}.",
            hint="`registan correct list` names them.",
        )
    return _decide(session, _make("undo", by, note, undoes=found[0].key, reports=found[0].reports))


def _one_of(reports: tuple[str, ...], key: str) -> str:
    found = [report for report in reports if report.startswith(key)]
    if len(found) == 1:
        return found[0]
    raise InputError(
        f"The event has no report {key}." if not found else f"Several reports begin with {key}.",
        hint="`registan show` names its reports.",
    )


def _make(
    kind: CorrectionKind,
    by: str,
    note: str | None,
    *,
    reports: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
    actor: str | None = None,
    undoes: str | None = None,
) -> Correction:
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    parts = "\x1f".join((kind, by, at, *reports, *others, actor or "", undoes or ""))
    return Correction(
        key=hashlib.sha256(parts.encode()).hexdigest()[:16],
        kind=kind,
        by=by,
        at=at,
        reports=reports,
        others=others,
        actor=actor,
        undoes=undoes,
        note=note,
    )


def _decide(session: Session, correction: Correction) -> Correction:
    """Write the decision and what it makes of the events it touches, in one transaction."""
    change = Change()
    change.add(
        "correction",
        [
            {
                "key": correction.key,
                "kind": correction.kind,
                "by": correction.by,
                "at": correction.at,
                "undoes": correction.undoes,
                "data": correction.to_json(),
            }
        ],
    )
    decided = fetch.holding([*fetch.fetch_corrections(session), correction])
    touched = _touched(session, correction)
    relink(session, change, touched, decided)
    session.write(change)
    return correction


def _touched(session: Session, correction: Correction) -> list[str]:
    """Give the events to merge anew: those of its reports, and those that are near to them."""
    reports = [*correction.reports, *correction.others]
    undone = [one for one in fetch.fetch_corrections(session) if one.key == correction.undoes]
    for one in undone:
        reports += [*one.reports, *one.others]
    blocks = fetch.blocks_of_reports(session, reports)
    near = set(fetch.events_in_blocks(session, blocks)) if blocks else set()
    return sorted(near | set(fetch.events_of_reports(session, reports)))
