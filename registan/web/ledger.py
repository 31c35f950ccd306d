"""Ledger: the record's events, their accounts and what an adding did, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from registan.model import Event
from registan.record.account import Account
from registan.record.noun import (
    Correction,
    MergedEvent,
    Move,
    Origin,
    StoredReport,
    Utterance,
)
from registan.record.summary import Summary
from registan.web import phrase
from registan.web.label import Labels, labels_of
from registan.web.terminal import INDENT, STYLE

ID_SHOWN = 8  # Characters of an id: enough to name an event of a record of millions, mostly.
ROOM = 110  # Characters of a line that an event takes.
LEFT_OUT_SHOWN = 12
TITLE_SHOWN = 70
_CONFIRMED = {
    "both_sides": "green",
    "one_side": "yellow",
    "third_party": "yellow",
    "anonymous_only": "magenta",
    "contradicted": "bold red",
    "unconfirmed": "dim",
}


def summary_table(summary: Summary) -> RenderableType:
    """Give what was new, what was there already, and what was left out with its reasons."""
    told = f"{summary.reports} reports, {summary.claims} claims and {summary.quotes} quotes"
    lines = [Text(f"{_count(summary.new, 'new document')} with {told}", "bold")]
    if summary.silent:
        lines.append(Text(f"{summary.silent} of them tell of nothing diplomatic", "dim"))
    if summary.known:
        lines.append(Text(f"{_count(summary.known, 'document')} in the record already"))
    if summary.left_out:
        lines.append(Text(f"{_count(len(summary.left_out), 'input')} left out:", "yellow"))
    for left in summary.left_out[:LEFT_OUT_SHOWN]:
        lines.append(Text(f"  {_reason(phrase.clean(left.source), phrase.clean(left.reason))}"))
    if len(summary.left_out) > LEFT_OUT_SHOWN:
        more = len(summary.left_out) - LEFT_OUT_SHOWN
        lines.append(Text(f"  and {more} more; --format json names them all", "dim"))
    if summary.stopped:
        lines.append(Text(f"Stopped: {phrase.clean(summary.stopped)}", "bold red"))
        lines.append(Text("What the record holds by now is not read a second time."))
    lines.append(Text(f"Record: {summary.record}", "dim"))
    return Group(*lines)


def _reason(source: str, reason: str) -> str:
    """What was left out with the reason, which may name it already."""
    return reason if reason.startswith(source) else f"{source}: {reason}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def events_table(events: Sequence[MergedEvent], total: int, lang: str = "en") -> RenderableType:
    """Give events, one line each, and how many there are beyond those shown."""
    labels = labels_of(lang)
    if not events:
        return Text("The record holds no such event.")
    table = _Events(events, labels)
    shown = f"{len(events)} of {total} events; --limit shows more" if total > len(events) else ""
    return Group(table, Text(shown, "dim")) if shown else table


class _Events:
    """Events, one line each where there is room for it, else two."""

    def __init__(self, events: Sequence[MergedEvent], labels: Labels) -> None:
        self.events, self.labels = events, labels

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._wide() if options.max_width >= ROOM else self._narrow()

    def _wide(self) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        for name in ("when", "kind", "what", "standing", "confirmation", "reports", "id"):
            table.add_column(no_wrap=name != "what", overflow="fold")
        for merged in self.events:
            table.add_row(*_cells(merged, self.labels))
        return table

    def _narrow(self) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        for merged in self.events:
            day, *rest = _cells(merged, self.labels)
            lines = (Text(" · ").join(rest[:2]), Text(" · ").join(rest[2:]))
            table.add_row(day, Text("\n").join(lines))
        return table


def _cells(merged: MergedEvent, labels: Labels) -> Iterator[Text]:
    event = merged.event
    yield Text(day_of(merged, labels))
    yield Text(labels.kind[event.kind], "bold")
    yield Text(scene(event, labels))
    yield Text(labels.standing[event.standing], STYLE.get(event.standing, "default"))
    yield Text(labels.confirmation[event.confirmation], _CONFIRMED[event.confirmation])
    yield Text(f"{len(event.reports)} ×", "dim")
    yield Text(event.id[:ID_SHOWN], "dim")


def day_of(merged: MergedEvent, labels: Labels) -> str:
    """Give an event's date; of one without, the day on which it was first told."""
    told = merged.history[0].day if merged.history else None
    if merged.event.when or not told:
        return phrase.when(merged.event.when, labels)
    return f"{labels.word['told']} {told}"


def scene(event: Event, labels: Labels) -> str:
    """Give who, whom and where of an event on one line."""
    parts = (phrase.parties(event, labels), phrase.names(event.where, labels))
    return " · ".join(part for part in parts if part)


def account_table(account: Account, lang: str = "en") -> RenderableType:
    """Give an event with its history, every report, and why each belongs to it."""
    labels = labels_of(lang)
    event = account.merged.event
    head = Text(f"{labels.kind[event.kind]} · {scene(event, labels)}", "bold")
    facts = Text(f"{day_of(account.merged, labels)} · ")
    facts.append(labels.standing[event.standing], STYLE.get(event.standing, "default"))
    facts.append(" · ").append(
        labels.confirmation[event.confirmation], _CONFIRMED[event.confirmation]
    )
    if event.because:
        facts.append(f" ({phrase.clean(event.because)})", "dim")
    return Group(
        head,
        facts,
        Text(f"event {event.id}", "dim"),
        *_history(account.merged.history, labels),
        *(_report(one, account, labels) for one in account.reports),
        *(_correction(one) for one in account.corrections),
    )


def _history(history: Iterable[Move], labels: Labels) -> Iterator[RenderableType]:
    moves = list(history)
    if len(moves) < 2:
        return
    yield Text("\nHow it moved", "bold")
    for move in moves:
        told = f"{labels.standing[move.standing]} · {labels.confirmation[move.confirmation]}"
        yield Text(f"  {move.day or '?'}  {told}")


def _report(one: StoredReport, account: Account, labels: Labels) -> RenderableType:
    report = one.report
    head = Text("\n").append(origin_line(one.origin), "bold")
    said = f"{labels.standing[report.standing]} · {labels.word['according_to']} "
    lines = [
        Text(
            f"{labels.word['quote_open']}{phrase.excerpt(report.span.text)}"
            f"{labels.word['quote_close']}",
            "italic",
        ),
        Text(said + phrase.sources(report.attribution, labels)),
        Text(f"rule {report.rule} · report {one.key}", "dim"),
    ]
    if because := account.because(one.key):
        lines.append(Text(f"belongs here: {phrase.clean(because)}", "dim"))
    lines += [
        Text(f"{copy.kind}: {phrase.clean(copy.because)}", "yellow")
        for copy in account.copies
        if copy.document == one.origin.document
    ]
    return Group(head, *(Padding(line, (0, 0, 0, INDENT), expand=False) for line in lines))


def origin_line(origin: Origin) -> str:
    """Give where something was published: `2025-09-05 · Northern Wire · “Talks fail” · en`."""
    title = f"“{phrase.excerpt(origin.title, TITLE_SHOWN)}”" if origin.title else None
    parts = (origin.published or "undated", origin.publisher, title or origin.id, origin.lang)
    return " · ".join(phrase.outlet(part) for part in parts if part)


def _correction(one: Correction) -> RenderableType:
    return Text(f"\n{correction_line(one)}", "cyan")


def correction_line(one: Correction) -> str:
    """Give a correction on one line: what, by whom, when, and the key that undoes it."""
    note = f" ({phrase.clean(one.note)})" if one.note else ""
    about = f" {phrase.clean(one.actor)}" if one.actor else f" {one.undoes}" if one.undoes else ""
    return f"{one.kind}{about} by {phrase.clean(one.by)} at {one.at}{note} · correction {one.key}"


def corrections_table(corrections: Sequence[Correction]) -> RenderableType:
    """Give all corrections, oldest first."""
    if not corrections:
        return Text("Nobody has corrected anything in this record.")
    return Group(*(Text(correction_line(one)) for one in corrections))


def quotes_table(said: Sequence[Utterance], lang: str = "en") -> RenderableType:
    """Give utterances with their variants side by side, and in what these differ."""
    if not said:
        return Text("No quote of the record stands in two of its documents.")
    return Group(*(_utterance(one, labels_of(lang)) for one in said))


def _utterance(said: Utterance, labels: Labels) -> RenderableType:
    names = {one.quote: one.origin.said for one in said.variants}
    table = Table.grid(padding=(0, 2, 0, 0))
    for one in said.variants:
        where = ", ".join(filter(None, (names[one.quote], one.origin.lang, one.origin.published)))
        table.add_row(Text(phrase.clean(where), "dim"), Text(phrase.clean(one.text)))
    lines = [
        Text(f"{names[one]} · {names[other]} {labels.word['differ']}: {note}", "yellow")
        for (one, other), note in phrase.list_differences(said)
    ]
    head = Text(phrase.clean(said.speaker or "Speaker not named"), "bold")
    return Group(head, Padding(Group(table, *lines), (0, 0, 1, 2), expand=False))
