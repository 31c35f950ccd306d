"""Door: inputs run one by one, results printed, progress shown, errors told in one line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from registan.batch import Answer, Case, answer_lines
from registan.errors import InputError, RegistanError
from registan.model import Brief, Extract
from registan.web.output import (
    Format,
    as_evidence,
    as_html,
    as_json,
    as_reviews,
    as_table,
    console_of,
    drawn,
    put,
)
from registan.web.phrase import clean
from registan.web.terminal import verdicts_table

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from registan.model import Verdict
    from registan.precedent import Explained


def inputs_of(inputs: Sequence[str] | None) -> Sequence[str]:
    """Give the inputs; InputError where there are none."""
    if inputs:
        return inputs
    raise InputError("No input was given.", hint="Name a file or a URL, or - for standard input.")


def words_of(words: str | None) -> str:
    """Give the words, or standard input for `-`."""
    said = sys.stdin.read() if words == "-" else words
    if said and said.strip():
        return said.strip()
    raise InputError("No words were given.", hint="Put them in quotes, or use --sentences FILE.")


def day_of(text: str | None, option: str) -> date | None:
    """Read a day as `2024-05-21`; InputError names the option."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(
            f"{text} is no day.", where=option, hint="Write a day as 2024-05-21."
        ) from error


def plain(format: Format) -> Format:
    """Give a format for what is no verdict; InputError where another was asked for."""
    if format in (Format.csv, Format.claimreview):
        raise InputError(
            f"Only verdicts are printed as {format}.", hint="Use --format table or json."
        )
    return no_page(format)


def no_page(format: Format) -> Format:
    """Give a format that is no page; InputError where one was asked for."""
    if format is Format.html:
        raise InputError("Only `registan check` makes pages.", hint="Use --format table or json.")
    return format


def run_each(
    inputs: Sequence[str],
    run: Callable[[str], Brief | Extract],
    format: Format,
    output: Path | None,
    no_color: bool,
) -> int:
    """Run every input, print what came of it, and give the worst exit code."""
    results: list[Brief | Extract] = []
    shown: list[Any] = []
    worst = 0
    for name in inputs:
        try:
            with progress(f"Reading {name}"):
                results.append(run(name))
            shown.append(results[-1])
        except RegistanError as error:
            worst = max(worst, error.exit_code)
            complain(str(error))
            shown.append({"input": name, "error": _error_data(error)})
    if results:
        put(_printed(results, shown, format, console_of(output, no_color)), output)
    return worst


def _printed(
    results: list[Brief | Extract], shown: list[Any], format: Format, console: Console
) -> str:
    briefs = [result for result in results if isinstance(result, Brief)]
    if format is Format.json:
        return as_json(shown)
    if format is Format.html:
        return as_html(briefs)
    if format is Format.csv:
        return as_evidence(briefs)
    if format is Format.claimreview:
        return as_reviews(briefs, date.today().isoformat())
    return as_table(results, console)


def _error_data(error: RegistanError) -> dict[str, str]:
    return {"message": error.message, "hint": error.hint, "where": error.where}


class Asked(NamedTuple):
    """How a claim or question is judged: the day, the language, a record, how much is told.

    `question`: as people type one, without care.
    """

    as_of: str | None = None
    lang: str | None = None
    record: str | None = None
    explain: bool = False
    question: bool = False


def answer_words(
    words: str | None,
    sentences: str | None,
    asked: Asked,
    format: Format,
    output: Path | None,
    no_color: bool,
) -> None:
    """Judge a claim or question given in words, or a file of them, and print the verdicts."""
    from registan.checker import ask, explain, judge

    def judged(text: str, day: str | None, lang: str | None) -> list[Verdict]:
        answer = ask if asked.question else judge
        return answer(text, as_of=day, lang=lang, record=asked.record)

    def explained(verdicts: Sequence[Verdict]) -> list[Explained]:
        return explain(verdicts, asked.record) if asked.explain else []

    def answer(case: Case) -> dict[str, Any]:
        day = case.as_of or case.published or asked.as_of
        verdicts = judged(case.text, day, case.lang or asked.lang)
        return {"claims": verdicts, **({"explained": explained(verdicts)} if asked.explain else {})}

    if sentences:
        run_batch(sentences, answer, output)
        return
    said = words_of(words)
    with progress("Judging"):
        verdicts = judged(said, asked.as_of, asked.lang)
    shown = no_page(format)
    show_verdicts(said, verdicts, shown, output, no_color, asked.lang, explained(verdicts))


def show_verdicts(
    words: str,
    verdicts: Sequence[Verdict],
    format: Format,
    output: Path | None,
    no_color: bool,
    lang: str | None,
    explained: Sequence[Explained] = (),
) -> None:
    """Print the verdicts of one sentence, and what was asked of the registers where explained."""
    put(_verdicts(words, verdicts, format, output, no_color, lang, explained), output)


def _verdicts(
    words: str,
    verdicts: Sequence[Verdict],
    format: Format,
    output: Path | None,
    no_color: bool,
    lang: str | None,
    explained: Sequence[Explained],
) -> str:
    if format is Format.json:
        data = {"text": words, "claims": verdicts}
        return as_json([{**data, "explained": explained} if explained else data])
    from registan.precedent import claim_review, evidence_csv

    if format is Format.csv:
        return evidence_csv(verdicts)
    if format is Format.claimreview:
        today = date.today().isoformat()
        return as_json([claim_review(verdict, reviewed=today) for verdict in verdicts])
    spoken = lang or _language_of(verdicts)
    tables = [verdicts_table(verdicts, spoken)]
    if explained:
        from registan.web.explained import explained_table

        tables.append(explained_table(explained, spoken))
    return drawn(tables, console_of(output, no_color))


def _language_of(verdicts: Sequence[Verdict]) -> str:
    """Give the language of the sentence: its verdicts answer in it, and in English."""
    spoken = [lang for verdict in verdicts for lang in verdict.answer if lang != "en"]
    return spoken[0] if spoken else "en"


def run_batch(name: str, answer: Answer, output: Path | None) -> None:
    """Answer a file of sentences line by line, printing each answer as soon as it is there."""
    with _opened(name) as lines, progress("Answering"):
        answered = answer_lines(lines, answer)
        if output:
            put("".join(answered), output)
            return
        for line in answered:
            put(line, None)


@contextmanager
def _opened(name: str) -> Iterator[IO[bytes]]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 (closed below, after it was found to open)
    except OSError as error:
        raise InputError(
            f"Cannot read the sentences: {error.strerror}.",
            where=name,
            hint="Name a file of JSON lines, or - for standard input.",
        ) from error
    with stream:
        yield stream


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show on a terminal's standard error that work goes on; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status(f"{escape(words)} …"):
        yield


@contextmanager
def watching(words: str) -> Iterator[Callable[[str], None]]:
    """Show on a terminal's standard error which of many things is being worked on, and how far.

    What is given tells the name of each in turn; nothing is shown where nobody watches.
    """
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task(words)

        def watch(name: str) -> None:
            done = int(bar.tasks[0].completed) + 1
            bar.update(task, completed=done, description=f"{words} {done}: {clean(name)[:60]}")

        yield watch


def complain(words: str) -> None:
    """Say one line on standard error."""
    print(f"registan: {clean(words)}", file=sys.stderr)


def show(
    data: Any, table: RenderableType, format: Format, output: Path | None, no_color: bool
) -> None:
    """Print data as JSON, or the table made of it."""
    if plain(format) is Format.json:
        put(as_json([data]), output)
    else:
        put(drawn([table], console_of(output, no_color)), output)
