"""Exchange: the record as one JSON document, in the form that other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from registan.record import fetch
from registan.record.account import Account, pages
from registan.record.consistency import check_consistency
from registan.record.engine import Session
from registan.record.noun import Inconsistency, StoredReport, Utterance
from registan.record.query import Filter
from registan.record.utterance import compare_quotes

EVERYTHING = Filter()


def exchange(session: Session, asked: Filter) -> dict[str, Any]:
    """Give events, quotes and inconsistencies; documents by the id they were added under."""
    accounts = [account for page in pages(session, asked) for account in page]
    documents = None if asked == EVERYTHING else documents_of(accounts)
    return {
        "events": [event_data(account) for account in accounts],
        "quotes": [utterance_data(one) for one in utterances(session, documents)],
        "inconsistencies": [
            inconsistency_data(one) for one in inconsistencies(session, accounts, documents)
        ],
    }


def documents_of(accounts: Sequence[Account]) -> list[str]:
    """Give the keys of the documents that tell of some events."""
    return sorted({one.origin.document for account in accounts for one in account.reports})


def utterances(session: Session, documents: Sequence[str] | None) -> tuple[Utterance, ...]:
    """Give what was said in several documents (None: all), with how its variants differ."""
    return compare_quotes(fetch.fetch_quotes(session, documents))


def inconsistencies(
    session: Session, accounts: Sequence[Account], documents: Sequence[str] | None
) -> tuple[Inconsistency, ...]:
    """Give what an editor would stumble over in the documents (None: all) of some events."""
    return check_consistency(
        fetch.fetch_documents(session, documents),
        [report for account in accounts for report in account.reports],
        [account.merged for account in accounts],
    )


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


def utterance_data(said: Utterance) -> dict[str, Any]:
    """Give an utterance with its variants and differences, by their documents' ids."""
    ids = {one.quote: one.origin.id for one in said.variants}
    return {
        "speaker": said.speaker,
        "variants": [
            {"document": one.origin.id, "text": one.text, "span": msgspec.to_builtins(one.span)}
            for one in said.variants
        ],
        "differences": [
            {"type": one.type, "between": [ids[key] for key in one.between], "note": one.note}
            for one in said.differences
        ],
    }


def inconsistency_data(found: Inconsistency) -> dict[str, Any]:
    """Give an inconsistency by the id that its document was added under."""
    return {
        "document": found.origin.id,
        "type": found.type,
        "span": msgspec.to_builtins(found.span),
        "because": found.because,
    }
