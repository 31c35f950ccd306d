"""Exchange: the whole record as one JSON document, in the form that other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from registan.record import fetch
from registan.record.engine import Session
from registan.record.noun import MergedEvent, StoredReport


def exchange(session: Session) -> dict[str, Any]:
    """Give events, quotes and inconsistencies; documents by the id they were added under."""
    reports = fetch.fetch_reports(session)
    events = fetch.all_events(session)
    return {"events": list(_events(events, reports)), "quotes": [], "inconsistencies": []}


def _events(
    events: Iterable[MergedEvent], reports: Sequence[StoredReport]
) -> Iterable[dict[str, Any]]:
    by_key = {report.key: report for report in reports}
    for merged in events:
        data = msgspec.to_builtins(merged.event)
        data["reports"] = [_report(by_key[key]) for key in merged.event.reports]
        yield data


def _report(stored: StoredReport) -> dict[str, Any]:
    report = stored.report
    return {
        "document": stored.origin.id,
        "span": msgspec.to_builtins(report.span),
        "standing": report.standing,
        "rule": report.rule,
    }
