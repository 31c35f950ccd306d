"""Exchange: the whole record as one JSON document, in the form that other programs read."""

from __future__ import annotations

from typing import Any

import msgspec

from registan.record.account import Account, pages
from registan.record.engine import Session
from registan.record.noun import StoredReport
from registan.record.query import Filter


def exchange(session: Session, asked: Filter) -> dict[str, Any]:
    """Give events, quotes and inconsistencies; documents by the id they were added under."""
    events = [event_data(account) for page in pages(session, asked) for account in page]
    return {"events": events, "quotes": [], "inconsistencies": []}


def event_data(account: Account) -> dict[str, Any]:
    """Give an event with its reports."""
    data: dict[str, Any] = msgspec.to_builtins(account.merged.event)
    return data | {"reports": [report_data(one) for one in account.reports]}


def report_data(stored: StoredReport) -> dict[str, Any]:
    """Give a report by the id that its document was added under."""
    report = stored.report
    return {
        "document": stored.origin.id,
        "span": msgspec.to_builtins(report.span),
        "standing": report.standing,
        "rule": report.rule,
    }
