"""Account: one event with everything that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from registan.model import Record
from registan.record import fetch
from registan.record.engine import Session
from registan.record.noun import Copy, Correction, MergedEvent, StoredReport
from registan.record.query import Filter, find_event, find_ids

PAGE: Final = 1_000


class Account(Record, frozen=True, kw_only=True):
    """An event, its reports in the order of publication, copies among them, people's decisions."""

    merged: MergedEvent
    reports: tuple[StoredReport, ...]
    copies: tuple[Copy, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def because(self, report: str) -> str:
        """Why a report belongs to the event."""
        return next((link.because for link in self.merged.links if link.report == report), "")


def give_account(session: Session, key: str) -> Account:
    """Give the account of the event of an id or of a report's key."""
    return account_of(session, find_event(session, key))


def account_of(session: Session, merged: MergedEvent) -> Account:
    """Give the account of an event."""
    keys = list(merged.event.reports)
    reports = fetch.fetch_reports(session, keys)
    reports.sort(key=lambda one: (one.origin.published or "9999", keys.index(one.key)))
    return Account(
        merged=merged,
        reports=tuple(reports),
        copies=tuple(_copies(session, reports)),
        corrections=tuple(
            one for one in fetch.fetch_corrections(session) if _touches(one, set(keys))
        ),
    )


def _copies(session: Session, reports: list[StoredReport]) -> list[Copy]:
    documents = sorted({one.origin.document for one in reports})
    return [
        Copy(
            document=voice.document,
            original=voice.original,
            kind=voice.kind,
            because=voice.because or "",
        )
        for voice in fetch.fetch_voice_rows(session, documents)
        if voice.original and voice.kind
    ]


def _touches(correction: Correction, keys: set[str]) -> bool:
    return bool(keys & {*correction.reports, *correction.others})


def pages(session: Session, asked: Filter) -> Iterator[list[Account]]:
    """Give the accounts of the events asked for, oldest first, some at a time."""
    ids = find_ids(session, asked)
    for start in range(0, len(ids), PAGE):
        events = fetch.fetch_events(session, ids[start : start + PAGE])
        keys = [key for merged in events for key in merged.event.reports]
        reports = {one.key: one for one in fetch.fetch_reports(session, keys)}
        yield [_account(merged, reports) for merged in events]


def _account(merged: MergedEvent, reports: dict[str, StoredReport]) -> Account:
    return Account(merged=merged, reports=tuple(reports[key] for key in merged.event.reports))
