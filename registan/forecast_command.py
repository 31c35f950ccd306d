"""The forecast's command: it parses, asks one function, keeps the answer, prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from registan import door
from registan.errors import InputError
from registan.web.output import Format, as_json, console_of, drawn, format_for, put

if TYPE_CHECKING:
    from rich.console import RenderableType

    from registan.forecast.noun import Forecast
    from registan.record.noun import MergedEvent

_FORMATS = (Format.table, Format.json, Format.html)


def attach(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(forecast)


def forecast(
    who: Annotated[
        str | None,
        typer.Option(help="US president, US secretary of state, or a country's leader."),
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(help="A country or region; of a foreign leader the White House."),
    ] = None,
    within: Annotated[
        str, typer.Option(help="How long from that day: 12m, 90d, 1y, or the last day.")
    ] = "12m",
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Forecast as of this day; else of today.")
    ] = None,
    record: Annotated[
        str | None,
        typer.Option("--record", "-r", help="Show beside it what this record's reports tell."),
    ] = None,
    backtest: Annotated[
        bool, typer.Option("--backtest", help="Run the back-test and print its scores.")
    ] = False,
    scores: Annotated[
        bool, typer.Option("--scores", help="Print how good the forecasts in the log have been.")
    ] = False,
    log: Annotated[
        Path | None, typer.Option("--log", help="The log's file; else one in REGISTAN_HOME.")
    ] = None,
    no_log: Annotated[bool, typer.Option("--no-log", help="Do not keep this forecast.")] = False,
    lang: Annotated[
        str, typer.Option("--lang", help="Language of the names given: de, en, ru, fr.")
    ] = "en",
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How to print: table, json, html."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file, not the terminal.")
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="Print without colour.")] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an error.", show_default=False)
    ] = False,
) -> None:
    """Say how likely a visit is, from the registers, with base rate, reasons and record."""
    shown = _format(format_for(format, output), pages=not scores)
    if backtest:
        _show_backtest(shown, output, no_color)
        return
    if scores:
        _show_track(_events(record), log, shown, output, no_color)
        return
    if who is None:
        raise InputError(
            "Nobody is asked about.", hint='Give --who "US president" --where Kazakhstan.'
        )
    with door.progress("Forecasting"):
        found = _ask(who, where, within, as_of, lang, _events(record) if record else None)
    if not no_log:
        _keep(found, log)
    put(_printed(found, shown, output, no_color), output)


def _format(format: Format, pages: bool) -> Format:
    if format not in _FORMATS:
        raise InputError(
            f"A forecast is not printed as {format}.", hint="Use --format table, json or html."
        )
    if format is Format.html and not pages:
        raise InputError("Scores are not printed as a page.", hint="Use --format table or json.")
    return format


def _ask(
    who: str,
    where: str | None,
    within: str,
    as_of: str | None,
    lang: str,
    events: Sequence[MergedEvent] | None,
) -> Forecast:
    import msgspec

    from registan.forecast.answer import answer
    from registan.forecast.question import ask

    target = ask(who, where, within, as_of, lang)
    found = answer(target)
    if events is None:
        return found
    from registan.forecast.report import weigh_reports

    adjustment = weigh_reports(target, found.probability, events)
    return msgspec.structs.replace(found, adjustment=adjustment)


def _events(place: str | None) -> list[MergedEvent]:
    if place is None:
        return []
    from registan.record.store import Record

    return Record.existing(place).events()


def _keep(found: Forecast, log: Path | None) -> None:
    from registan.forecast.log import keep, log_path

    keep(found, log_path(log))


def _printed(found: Forecast, format: Format, output: Path | None, no_color: bool) -> str:
    if format is Format.json:
        return as_json([found])
    if format is Format.html:
        from registan.forecast.backtest import load_scores
        from registan.web.forecast_html import forecast_page

        return forecast_page(found, load_scores())
    from registan.web.forecast_text import forecast_table

    return drawn([forecast_table(found)], console_of(output, no_color))


def _show_backtest(format: Format, output: Path | None, no_color: bool) -> None:
    from registan.forecast.backtest import backtest
    from registan.web.forecast_text import scores_table

    with door.progress("Forecasting every year since 1990"):
        found = backtest()
    if format is Format.json:
        put(as_json([list(found)]), output)
    elif format is Format.html:
        from registan.web.forecast_html import backtest_page

        put(backtest_page(found), output)
    else:
        _put(scores_table(found), output, no_color)


def _show_track(
    events: Sequence[MergedEvent],
    log: Path | None,
    format: Format,
    output: Path | None,
    no_color: bool,
) -> None:
    from registan.forecast.log import log_path, read_log
    from registan.forecast.track_record import review
    from registan.web.forecast_text import track_table

    found = review(read_log(log_path(log)), events)
    if format is Format.json:
        put(as_json([found]), output)
    else:
        _put(track_table(found), output, no_color)


def _put(table: RenderableType, output: Path | None, no_color: bool) -> None:
    put(drawn([table], console_of(output, no_color)), output)
