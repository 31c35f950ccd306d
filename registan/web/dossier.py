"""The dossier on one page, for the screen, for paper and for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import get_args

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from registan.model.report import Confirmation
from registan.record.account import Account
from registan.record.dossier import Dossier, named
from registan.record.noun import StoredVerdict, Utterance
from registan.web import phrase
from registan.web.brief_html import MARKS, environment_of
from registan.web.label import Labels, labels_of
from registan.web.ledger import day_of, events_table, origin_line, quotes_table
from registan.web.order import VERDICTS
from registan.web.terminal import verdicts_table

CONFIRMATIONS: tuple[str, ...] = get_args(Confirmation)


def dossier_page(dossier: Dossier, lang: str = "en") -> str:
    """Give the dossier as one HTML file that needs nothing else."""
    return (
        environment_of()
        .get_template("dossier.html")
        .render(
            dossier=dossier,
            title=title_of(dossier, labels_of(lang)),
            today=date.today().isoformat(),
            claims=urgent_first(dossier.claims),
            groups=by_confirmation(dossier.events),
            outlets=outlets_of,
            day_of=day_of,
            names=names_of,
            origin_line=origin_line,
            marks=MARKS,
            labels=labels_of(lang),
            lang=lang,
            phrase=phrase,
        )
    )


def title_of(dossier: Dossier, labels: Labels) -> str:
    """Give what was asked for on one line: `Tokayev · Trump · 2025-09`."""
    asked = dossier.asked
    days = phrase.period(asked.since, asked.until) if asked.since or asked.until else None
    return (
        " · ".join(filter(None, (asked.who, asked.whom, asked.where, days)))
        or labels.word["everything"]
    )


def by_confirmation(events: Sequence[Account]) -> list[tuple[str, list[Account]]]:
    """Give the events by who vouches for them, the best vouched for first."""
    ranked = sorted(events, key=_rank)
    return [(CONFIRMATIONS[rank], list(found)) for rank, found in groupby(ranked, key=_rank)]


def _rank(account: Account) -> int:
    return CONFIRMATIONS.index(account.merged.event.confirmation)


def urgent_first(claims: Sequence[StoredVerdict]) -> list[StoredVerdict]:
    """Give the claims as the brief orders them: those that fail or depend first."""
    return sorted(claims, key=lambda one: VERDICTS.index(one.verdict.verdict))


def outlets_of(account: Account) -> list[str]:
    """Give the outlets that tell of an event, the earliest first."""
    return list(dict.fromkeys(phrase.outlet(named(one.origin)) for one in account.reports))


def names_of(said: Utterance) -> dict[str, str]:
    """Give the outlet of each variant of an utterance, by the variant's quote."""
    return {one.quote: phrase.outlet(named(one.origin)) for one in said.variants}


def dossier_table(dossier: Dossier, lang: str = "en") -> RenderableType:
    """Give the dossier for the terminal."""
    labels = labels_of(lang)
    if not dossier.events:
        return Text(labels.word["nothing"])
    return Group(Text(title_of(dossier, labels), "bold"), *_sections(dossier, labels, lang))


def _sections(dossier: Dossier, labels: Labels, lang: str) -> Iterator[RenderableType]:
    for name, accounts in (
        ("timeline", dossier.events),
        ("contradictions", dossier.contradictions),
    ):
        if accounts:
            yield _head(labels.section[name])
            yield events_table([a.merged for a in accounts], len(accounts), lang)
    if dossier.quotes:
        yield _head(labels.section["compared"])
        yield quotes_table(dossier.quotes, lang)
    if dossier.claims:
        yield _head(labels.section["judged"])
        yield verdicts_table([one.verdict for one in urgent_first(dossier.claims)], lang)
    if dossier.inconsistencies:
        yield _head(labels.section["stumbles"])
        for found in dossier.inconsistencies:
            yield Text(f"{origin_line(found.origin)}: {phrase.clean(found.because)}")
    yield _head(labels.section["sources"])
    yield _sources(dossier, labels)


def _head(words: str) -> Text:
    return Text(f"\n{words}", "bold underline")


def _sources(dossier: Dossier, labels: Labels) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    heads = ("outlet", "documents", "reports", "alone")
    table.add_row(*(Text(labels.word[name], "dim") for name in heads))
    for one in dossier.sources:
        counts = (one.documents, one.reports, one.alone)
        table.add_row(Text(phrase.outlet(one.publisher)), *(Text(str(n)) for n in counts))
    return table
