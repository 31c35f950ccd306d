"""The command line: it parses, calls one function, prints. `registan --help` lists the commands."""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from registan import door, forecast_command, record_commands
from registan.errors import InputError, RegistanError
from registan.web.output import Format, format_for, put

if TYPE_CHECKING:
    from registan.batch import Case
    from registan.model import Brief, Extract
    from registan.world.noun import Candidate

INTERRUPTED = 130
# Typer carries its own copy of click in some releases; this is its UsageError in all of them.
_USAGE_ERROR: Any = typer.BadParameter.__base__

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads news about diplomacy: what is reported, by whom, and does its history hold?",
)
register_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="The official registers that claims meet."
)
app.add_typer(register_app, name="register")
record_commands.attach(app)
forecast_command.attach(app)


FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to print; by default a table, or as --output ends."),
]
PlainFormatOption = Annotated[
    Format | None, typer.Option("--format", "-f", help="How to print: table or json.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file, not to the terminal.")
]
LangOption = Annotated[
    str | None, typer.Option("--lang", help="Language of the text: de, en, ru, fr; else detected.")
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", help="Day of publication (2024-05-21); else read from the text."),
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch URLs of private networks.")
]
ColourOption = Annotated[bool, typer.Option("--no-color", help="Print without colour.")]
DebugOption = Annotated[
    bool, typer.Option("--debug", help="Show the traceback of an error.", show_default=False)
]
SentencesOption = Annotated[
    str | None,
    typer.Option("--sentences", help="JSON lines of id and text; one JSON line each comes back."),
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Judge as of this day (2024-05-21); else of today.")
]
WitnessOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        "-r",
        envvar="REGISTAN_RECORD",
        help="A record whose events count where no register reaches: a file or postgresql:// URL.",
    ),
]
ExplainOption = Annotated[
    bool,
    typer.Option("--explain", help="Show the claim as data, the query of each reading, its rows."),
]
JudgedFormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to print: table, json, csv or claimreview."),
]
InputsArgument = Annotated[
    list[str] | None, typer.Argument(help="Files or URLs; - is standard input.", metavar="INPUT…")
]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
    debug: DebugOption = False,
) -> None:
    """Read news about diplomacy and check its claims of precedent."""
    if version:
        from registan import __version__

        put(f"registan {__version__}\n", None)
        raise typer.Exit


@app.command()
def check(
    inputs: InputsArgument = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    published: PublishedOption = None,
    allow_private: PrivateOption = False,
    record: WitnessOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Read an article, check its claims, and print a brief."""
    from registan.checker import check as check_one

    def run(source: str) -> Brief:
        return check_one(
            source, lang=lang, published=published, allow_private=allow_private, record=record
        )

    code = door.run_each(door.inputs_of(inputs), run, format_for(format, output), output, no_color)
    raise typer.Exit(code)


@app.command()
def read(
    inputs: InputsArgument = None,
    sentences: SentencesOption = None,
    format: PlainFormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    published: PublishedOption = None,
    allow_private: PrivateOption = False,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Read an article and print what it reports, without judging it."""
    from registan.checker import read as read_one
    from registan.checker import read_text

    def answer(case: Case) -> dict[str, Any]:
        extract = read_text(
            case.text, lang=case.lang or lang, published=case.published or published
        )
        return {"reports": extract.reports, "claims": extract.claims, "skipped": extract.skipped}

    def run(source: str) -> Extract:
        return read_one(source, lang=lang, published=published, allow_private=allow_private)

    if sentences:
        door.run_batch(sentences, answer, output)
        return
    shown = door.plain(format_for(format, output))
    code = door.run_each(door.inputs_of(inputs), run, shown, output, no_color)
    raise typer.Exit(code)


@app.command()
def claim(
    sentence: Annotated[str | None, typer.Argument(help="The claim, in plain words.")] = None,
    sentences: SentencesOption = None,
    as_of: AsOfOption = None,
    record: WitnessOption = None,
    explain: ExplainOption = False,
    format: JudgedFormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Judge one claim of precedent against the registers."""
    asked = door.Asked(as_of=as_of, lang=lang, record=record, explain=explain)
    door.answer_words(sentence, sentences, asked, format_for(format, output), output, no_color)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in plain words.")] = None,
    sentences: SentencesOption = None,
    as_of: AsOfOption = None,
    record: WitnessOption = None,
    explain: ExplainOption = False,
    format: JudgedFormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Answer a question about precedent from the registers."""
    asked = door.Asked(as_of=as_of, lang=lang, record=record, explain=explain, question=True)
    door.answer_words(question, sentences, asked, format_for(format, output), output, no_color)


@app.command()
def who(
    name: Annotated[str | None, typer.Argument(help="A name as a text writes it.")] = None,
    sentences: SentencesOption = None,
    as_of: AsOfOption = None,
    format: PlainFormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Say whom a name or a description may mean, with offices and terms."""
    from registan import world
    from registan.web.catalogue import candidates_table

    def find(words: str, tongue: str | None, day: str | None) -> list[Candidate]:
        return world.load().who(words, tongue or "en", day)

    def answer(case: Case) -> dict[str, Any]:
        day = case.as_of or case.published or as_of
        return {"candidates": find(case.text, case.lang or lang, day)}

    if sentences:
        door.run_batch(sentences, answer, output)
        return
    found = find(door.words_of(name), lang, as_of)
    door.show(
        {"name": name, "candidates": found},
        candidates_table(found),
        format_for(format, output),
        output,
        no_color,
    )


@register_app.command("list")
def list_(
    format: PlainFormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """List the registers: what they cover, until when, under which licence."""
    from registan.home import register_home
    from registan.registers import list_registers, load_own
    from registan.web.catalogue import registers_table

    found = list_registers(load_own(register_home()))
    door.show(found, registers_table(found), format_for(format, output), output, no_color)


@register_app.command()
def show(
    name: Annotated[str, typer.Argument(help="A register's name, as `register list` gives it.")],
    person: Annotated[str | None, typer.Option(help="Only rows of this person.")] = None,
    country: Annotated[str | None, typer.Option(help="Only rows of this country (AL).")] = None,
    office: Annotated[str | None, typer.Option(help="Only rows of this office.")] = None,
    since: Annotated[str | None, typer.Option(help="Only rows from this day on.")] = None,
    until: Annotated[str | None, typer.Option(help="Only rows up to this day.")] = None,
    format: PlainFormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Show a register's rows, oldest first."""
    from registan.home import register_home
    from registan.registers import load_own, show_register
    from registan.web.catalogue import rows_table

    rows = show_register(
        name,
        person=person,
        country=country,
        office=office,
        since=door.day_of(since, "--since"),
        until=door.day_of(until, "--until"),
        own=load_own(register_home()),
    )
    door.show(rows, rows_table(rows), format_for(format, output), output, no_color)


@register_app.command("add")
def add_(
    path: Annotated[Path, typer.Argument(help="A .csv with a .toml of the same name beside it.")],
    format: PlainFormatOption = None,
    output: OutputOption = None,
    no_color: ColourOption = False,
    debug: DebugOption = False,
) -> None:
    """Add a register of your own; claims about its offices are judged from then on."""
    from registan.home import register_home
    from registan.registers import add_register, summarise_own
    from registan.web.catalogue import registers_table

    found = [summarise_own(add_register(path, register_home()))]
    door.show(found[0], registers_table(found), format_for(format, output), output, no_color)


@register_app.command("remove")
def remove_(
    name: Annotated[str, typer.Argument(help="The name of a register of your own.")],
    debug: DebugOption = False,
) -> None:
    """Forget a register of your own."""
    from registan.home import register_home
    from registan.registers import remove_register

    remove_register(name, register_home())
    put(f"{name} is no longer among the registers.\n", None)


@register_app.command("import")
def import_(
    name: Annotated[str, typer.Argument(help="A register's name, as `register list` gives it.")],
    path: Annotated[Path, typer.Argument(help="The folder of your unpacked download.")],
    out: Annotated[Path, typer.Option("--output", "-o", help="Folder for the new table.")],
    prose: Annotated[bool, typer.Option(help="Keep the register's remarks beside.")] = True,
    debug: DebugOption = False,
) -> None:
    """Import a fresh download of a register into a folder of your own."""
    from registan.registers import import_register

    with door.progress(f"Importing {name}"):
        made = import_register(name, path, out, keep_prose=prose)
    put(f"{made.rows} rows in {made.path} (the shipped table has {made.shipped_rows})\n", None)
    for note in made.notes:
        door.complain(note)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; every error becomes one line."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        result = app(args=given, prog_name="registan", standalone_mode=False)
        code = result if isinstance(result, int) else 0
    except typer.Abort:
        code = INTERRUPTED
    except Exception as error:
        if "--debug" in given:
            traceback.print_exc()
        return _explain(error)
    if code == INTERRUPTED:
        door.complain("Stopped.")
    return code


def _explain(error: Exception) -> int:
    """Say in one line what went wrong and give the exit code for it."""
    if isinstance(error, RegistanError):
        door.complain(str(error))
        return error.exit_code
    if isinstance(error, _USAGE_ERROR):
        said: str = error.format_message()
        door.complain(f"{said} See registan --help.")
        return InputError.exit_code
    door.complain(
        f"Something failed inside Registan ({type(error).__name__}: {error}). "
        "Run it again with --debug to see where, and please report it."
    )
    return RegistanError.exit_code


def main() -> None:
    """Run the program; a terminal that lacks a character gets a question mark for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run())
