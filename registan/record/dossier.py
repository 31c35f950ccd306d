"""Dossier: all that the record holds between some parties, on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from registan.model import Record
from registan.record import fetch
from registan.record.account import Account, pages
from registan.record.engine import Session
from registan.record.exchange import documents_of, inconsistencies, utterances
from registan.record.noun import Inconsistency, Origin, StoredVerdict, Utterance
from registan.record.query import Filter

OPEN = frozenset({"denied", "cancelled", "not_happened"})


class SourceTally(Record, frozen=True, kw_only=True):
    """An outlet: its documents and reports here, and the events that it alone tells."""

    publisher: str
    documents: int
    reports: int
    alone: int


class Dossier(Record, frozen=True, kw_only=True):
    """Events oldest first, quotes, judged claims, what an editor would stumble over, and sources.

    Documents are those that tell of the events; quotes, claims and inconsistencies are theirs.
    """

    asked: Filter
    events: tuple[Account, ...] = ()
    quotes: tuple[Utterance, ...] = ()
    claims: tuple[StoredVerdict, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    sources: tuple[SourceTally, ...] = ()

    @property
    def contradictions(self) -> tuple[Account, ...]:
        """Events that a participant denies, or of which reports disagree whether they happened."""
        return tuple(account for account in self.events if _is_disputed(account))


def give_dossier(session: Session, asked: Filter) -> Dossier:
    """Give the dossier of the events asked for."""
    accounts = [account for page in pages(session, asked) for account in page]
    documents = documents_of(accounts)
    return Dossier(
        asked=asked,
        events=tuple(accounts),
        quotes=utterances(session, documents),
        claims=tuple(fetch.fetch_verdicts(session, documents)),
        inconsistencies=inconsistencies(session, accounts, documents),
        sources=tuple(tally_sources(accounts)),
    )


def tally_sources(accounts: Sequence[Account]) -> Iterable[SourceTally]:
    """Count each outlet's documents, reports and events that nobody else tells, most first."""
    documents: dict[str, set[str]] = {}
    reports: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for account in accounts:
        outlets = {named(one.origin) for one in account.reports}
        if len(outlets) == 1:
            alone.update(outlets)
        for one in account.reports:
            reports[named(one.origin)] += 1
            documents.setdefault(named(one.origin), set()).add(one.origin.document)
    for outlet, count in sorted(reports.items(), key=lambda pair: (-pair[1], pair[0])):
        yield SourceTally(
            publisher=outlet,
            documents=len(documents[outlet]),
            reports=count,
            alone=alone[outlet],
        )


def named(origin: Origin) -> str:
    """Give the outlet of a document, or what else a reader knows it by."""
    return origin.said


def _is_disputed(account: Account) -> bool:
    told = {one.report.standing for one in account.reports}
    denied = account.merged.event.confirmation == "contradicted"
    return denied or bool(told & OPEN and "happened" in told)
