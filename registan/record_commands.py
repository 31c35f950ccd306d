"""The record's commands: they parse, call one method of the record, print."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from registan import door
from registan.errors import InputError, SourceError
from registan.web.output import Format, format_for, put

if TYPE_CHECKING:
    from registan.record.query import Filter
    from registan.record.store import Record

LISTED = 50
LEFT_OUT_CODE = 1
INTERRUPTED_CODE = 130


class ExportFormat(StrEnum):
    """How a record is exported."""

    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    plover = "plover"


RecordOption = Annotated[
    str | None,
    typer.Option("--record", "-r", help="A file or postgresql:// URL; else REGISTAN_RECORD."),
]
FormatOption = Annotated[
    Format | None, typer.Option("--format", "-f", help="How to print: table or json.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file, not to the terminal.")
]
ColourOption = Annotated[bool, typer.Option("--no-color", help="Print without colour.")]
DebugOption = Annotated[
    bool, typer.Option("--debug", help="Show the traceback of an error.", show_default=False)
]
WhoOption = Annotated[str | None, typer.Option(help="Only events of this person or state.")]
WhomOption = Annotated[
    str | None, typer.Option(help="Only events with this person or state on the other side.")
]
WhereOption = Annotated[str | None, typer.Option(help="Only events at this place.")]
FromOption = Annotated[
    str | None, typer.Option("--from", help="Only events from this day, month or year on.")
]
ToOption = Annotated[
    str | None, typer.Option("--to", help="Only events up to this day, month or year.")
]
KindOption = Annotated[
    list[str] | None, typer.Option("--kind", help="Only this kind (visit); may be repeated.")
]
StandingOption = Annotated[
    list[str] | None,
    typer.Option("--standing", help="Only this standing (happened); may be repeated."),
]
ConfirmationOption = Annotated[
    list[str] | None,
    typer.Option("--confirmation", help="Only so confirmed (both_sides); may be repeated."),
]
LimitOption = Annotated[
    int, typer.Option("--limit", min=0, help="Show at most so many events; 0 means all.")
]
LabelsOption = Annotated[
    str, typer.Option("--lang", help="Language of the labels: de, en, ru, fr.")
]
ByOption = Annotated[str, typer.Option("--by", help="Who decides this: a name or an address.")]
NoteOption = Annotated[str | None, typer.Option("--note", help="Why, in a few words.")]
EventArgument = Annotated[str, typer.Argument(help="An event's id, or the beginning of it.")]

correct_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="What people decide about the record's events; nothing is overwritten.",
)


def attach(app: typer.Typer) -> None:
    """Put the record's commands into the program."""
    for command in (add, events, show, timeline, quotes, dossier, export):
        app.command()(command)
    app.add_typer(correct_app, name="correct")


def add(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders, URLs, feeds, WARC, JSON lines; - is standard input.",
            metavar="INPUT…",
        ),
    ] = None,
    record: RecordOption = None,
    lang: Annotated[
        str | None, typer.Option("--lang", help="Language of the texts; else stated or detected.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", help="Day of publication where none is stated.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch URLs of private networks.")
    ] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Read documents and add them to the record; run it again to resume."""
    from registan.collector import collect
    from registan.reader.collection import Wish
    from registan.web.ledger import summary_table

    wish = Wish(lang=lang, published=published, allow_private=allow_private)
    sources = door.inputs_of(inputs)
    with door.watching("Reading") as watch:
        summary = collect(sources, _open(record), wish=wish, watch=watch)
    door.show(summary, summary_table(summary), format_for(format, output), output, no_color)
    if summary.interrupted:
        raise typer.Exit(INTERRUPTED_CODE)
    if summary.stopped:
        raise typer.Exit(SourceError.exit_code)
    if summary.left_out and not summary.new and not summary.known:
        raise typer.Exit(LEFT_OUT_CODE)


def events(
    record: RecordOption = None,
    who: WhoOption = None,
    whom: WhomOption = None,
    where: WhereOption = None,
    since: FromOption = None,
    until: ToOption = None,
    kind: KindOption = None,
    standing: StandingOption = None,
    confirmation: ConfirmationOption = None,
    limit: LimitOption = LISTED,
    lang: LabelsOption = "en",
    format: FormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """List the record's events, newest first."""
    asked = _filter(who, whom, where, since, until, kind, standing, confirmation)
    _list(record, asked, True, limit, lang, format, output, no_color)


def timeline(
    record: RecordOption = None,
    who: WhoOption = None,
    whom: WhomOption = None,
    where: WhereOption = None,
    since: FromOption = None,
    until: ToOption = None,
    kind: KindOption = None,
    standing: StandingOption = None,
    confirmation: ConfirmationOption = None,
    limit: LimitOption = LISTED,
    lang: LabelsOption = "en",
    format: FormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Show events in the order in which they happened."""
    asked = _filter(who, whom, where, since, until, kind, standing, confirmation)
    _list(record, asked, False, limit, lang, format, output, no_color)


def show(
    event: EventArgument,
    record: RecordOption = None,
    lang: LabelsOption = "en",
    format: FormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Show an event with its reports, why they belong together, and how its standing moved."""
    from registan.web.ledger import account_table

    account = _existing(record).account(event)
    door.show(account, account_table(account, lang), format_for(format, output), output, no_color)


def quotes(
    record: RecordOption = None,
    who: WhoOption = None,
    whom: WhomOption = None,
    where: WhereOption = None,
    since: FromOption = None,
    until: ToOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Show what was said as several outlets have it, the earliest first, and how they differ."""
    from registan.record.query import Filter
    from registan.web.ledger import quotes_table

    asked = _filter(who, whom, where, since, until, None, None, None)
    said = _existing(record).quotes(None if asked == Filter() else asked)
    door.show(said, quotes_table(said), format_for(format, output), output, no_color)


def dossier(
    record: RecordOption = None,
    who: WhoOption = None,
    whom: WhomOption = None,
    where: WhereOption = None,
    since: FromOption = None,
    until: ToOption = None,
    lang: LabelsOption = "en",
    format: Annotated[
        Format | None, typer.Option("--format", "-f", help="How to print: table, html or json.")
    ] = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Put all that is known of one or two parties on one page: events, quotes, claims, sources."""
    from msgspec.structs import replace

    from registan.web.dossier import dossier_page, dossier_table

    asked = replace(
        _filter(who, whom, where, since, until, None, None, None), between=bool(who or whom)
    )
    found = _existing(record).dossier(asked)
    chosen = format_for(format, output)
    if chosen is Format.html:
        put(dossier_page(found, lang), output)
        return
    door.show(found, dossier_table(found, lang), chosen, output, no_color)


def export(
    record: RecordOption = None,
    who: WhoOption = None,
    whom: WhomOption = None,
    where: WhereOption = None,
    since: FromOption = None,
    until: ToOption = None,
    kind: KindOption = None,
    standing: StandingOption = None,
    confirmation: ConfirmationOption = None,
    format: Annotated[
        ExportFormat | None,
        typer.Option("--format", "-f", help="json, jsonl, csv, parquet or plover."),
    ] = None,
    output: OutputOption = None,
    debug: DebugOption = False,
) -> None:
    """Export events for other programs; json has quotes and inconsistencies too."""
    asked = _filter(who, whom, where, since, until, kind, standing, confirmation)
    _existing(record).export(asked, _export_format(format, output).value, output)


def _export_format(asked: ExportFormat | None, output: Path | None) -> ExportFormat:
    ending = output.suffix.lower().lstrip(".") if output else ""
    chosen = asked or (ExportFormat(ending) if ending in list(ExportFormat) else ExportFormat.json)
    if chosen is ExportFormat.parquet and output is None:
        raise InputError("Parquet is no text.", hint="Name a file with --output.")
    return chosen


@correct_app.command("merge")
def merge(
    events: Annotated[list[str], typer.Argument(help="Ids of two events or more.")],
    by: ByOption,
    note: NoteOption = None,
    record: RecordOption = None,
    debug: DebugOption = False,
) -> None:
    """Decide that several events are one."""
    _tell(_existing(record).merge(events, by=by, note=note).key)


@correct_app.command("split")
def split(
    event: EventArgument,
    reports: Annotated[list[str], typer.Argument(help="Reports that are of another event.")],
    by: ByOption,
    note: NoteOption = None,
    record: RecordOption = None,
    debug: DebugOption = False,
) -> None:
    """Decide that some reports of an event are of another one."""
    _tell(_existing(record).split(event, reports, by=by, note=note).key)


@correct_app.command("not-person")
def not_person(
    event: EventArgument,
    actor: Annotated[str, typer.Argument(help="The party's id or name, as the event has it.")],
    by: ByOption,
    note: NoteOption = None,
    record: RecordOption = None,
    debug: DebugOption = False,
) -> None:
    """Decide that a party of an event is not the person that it was taken for."""
    _tell(_existing(record).deny_person(event, actor, by=by, note=note).key)


@correct_app.command("undo")
def undo(
    correction: Annotated[str, typer.Argument(help="A correction's key, from `correct list`.")],
    by: ByOption,
    note: NoteOption = None,
    record: RecordOption = None,
    debug: DebugOption = False,
) -> None:
    """Take a correction back; it stays on record."""
    _tell(_existing(record).undo(correction, by=by, note=note).key)


@correct_app.command("list")
def list_corrections(
    record: RecordOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """List every correction with who made it and when."""
    from registan.web.ledger import corrections_table

    found = _existing(record).corrections()
    door.show(found, corrections_table(found), format_for(format, output), output, no_color)


def _tell(key: str) -> None:
    put(f"Noted as correction {key}; `registan correct undo {key}` takes it back.\n", None)


def _place(named: str | None) -> str:
    from registan.record.location import default_place

    return named or default_place()


def _open(named: str | None) -> Record:
    from registan.record.store import Record

    return Record(_place(named), on_wait=door.complain)


def _existing(named: str | None) -> Record:
    from registan.record.store import Record

    return Record.existing(_place(named), on_wait=door.complain)


def _list(
    record: str | None,
    asked: Filter,
    newest: bool,
    limit: int,
    lang: str,
    format: Format | None,
    output: Path | None,
    no_color: bool,
) -> None:
    from registan.web.ledger import events_table

    held = _existing(record)
    found = held.events(asked, newest=newest, limit=limit or None)
    total = held.count(asked) if limit and len(found) >= limit else len(found)
    table = events_table(found, total, lang)
    door.show([one.event for one in found], table, format_for(format, output), output, no_color)


def _filter(
    who: str | None,
    whom: str | None,
    where: str | None,
    since: str | None,
    until: str | None,
    kinds: list[str] | None,
    standings: list[str] | None,
    confirmations: list[str] | None,
) -> Filter:
    from registan.record.query import Filter, check_filter

    return check_filter(
        Filter(
            who=who,
            whom=whom,
            where=where,
            since=since,
            until=until,
            kinds=tuple(kinds or ()),
            standings=tuple(standings or ()),
            confirmations=tuple(confirmations or ()),
        )
    )
