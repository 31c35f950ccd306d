"""Terminal: a brief as text for a terminal, readable at 80 columns, with colour or without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from registan.model import (
    Brief,
    Document,
    Event,
    Evidence,
    Extract,
    Question,
    Quote,
    Report,
    Skipped,
    Verdict,
)
from registan.web import phrase
from registan.web.label import Labels, labels_of
from registan.web.order import VERDICTS, Item, Section, sections_of

WIDTH = 100
PLAIN_WIDTH = 80
ROWS_SHOWN = 8
COUNTRIES_SHOWN = 1
INDENT = 5
_MARK = {
    "contradicted": "✗",
    "depends": "±",
    "unclear": "?",
    "beyond_coverage": "○",
    "supported": "✓",
}
STYLE = {
    "contradicted": "bold red",
    "depends": "bold yellow",
    "unclear": "bold magenta",
    "beyond_coverage": "bold blue",
    "supported": "bold green",
    "denied": "red",
    "cancelled": "red",
    "possible": "yellow",
    "planned": "cyan",
    "ongoing": "green",
    "not_happened": "magenta",
    "happened": "green",
}


def brief_table(brief: Brief, lang: str | None = None) -> RenderableType:
    """Give the whole brief, most urgent part first."""
    tongue = lang or brief.document.lang
    labels = labels_of(tongue)
    return Group(
        *_head(brief.document, labels),
        _tally(brief, labels),
        *(_section(section, labels, tongue) for section in sections_of(brief)),
        *_nothing(brief, labels),
        *_tail(brief.quotes, brief.questions, brief.skipped, labels, tongue),
    )


def extract_table(extract: Extract, lang: str | None = None) -> RenderableType:
    """Give what was read of a document, in its order, with nothing judged."""
    tongue = lang or extract.document.lang
    labels = labels_of(tongue)
    reports = [
        Item(number=f"R{n}", reports=(report,)) for n, report in enumerate(extract.reports, 1)
    ]
    parts: list[RenderableType] = [*_head(extract.document, labels)]
    parts += [_title(labels.section["reports"]), *(_event(item, labels) for item in reports)]
    if extract.claims:
        parts.append(_title(labels.section["claims"]))
    for number, claim in enumerate(extract.claims, 1):
        form = claim.claim.form if claim.claim else labels.verdict["unclear"]
        lines: list[RenderableType] = [_line(f"C{number}", (form, "bold"))]
        lines += _quoted(claim.text, claim.because or "")
        parts.append(Group(Text(), *lines))
    return Group(*parts, *_tail(extract.quotes, extract.questions, extract.skipped, labels, tongue))


def verdicts_table(verdicts: Iterable[Verdict], lang: str) -> RenderableType:
    """Give the verdicts of one sentence."""
    labels = labels_of(lang)
    items = [Item(number=f"C{n}", verdict=verdict) for n, verdict in enumerate(verdicts, 1)]
    if not items:
        return Text(f"{labels.word['no_claims']} {labels.word['claim_example']}")
    return Group(*(_claim(item, labels, lang) for item in items))


def _head(document: Document, labels: Labels) -> Iterator[RenderableType]:
    yield Rule(style="dim", characters="━")
    yield Text(phrase.heading(document), style="bold")
    yield Text(phrase.dateline(document, labels), style="dim")


def _tally(brief: Brief, labels: Labels) -> Text:
    """Count the verdicts, worst first, then the events."""
    outcomes: list[str] = [verdict.verdict for verdict in brief.claims]
    line = Text()
    for name in VERDICTS:
        if count := outcomes.count(name):
            line.append(f"{_MARK[name]} {count} {labels.verdict[name]}", STYLE[name])
            line.append(" · ", "dim")
    line.append(f"{labels.word['events']}: {len(brief.events)}")
    if brief.skipped:
        line.append(f" · {labels.word['unread']}: {len(brief.skipped)}", "dim")
    return line


def _nothing(brief: Brief, labels: Labels) -> Iterator[RenderableType]:
    if not brief.claims:
        yield Text(f"\n{labels.word['no_claims']}", style="dim")
    if not brief.events:
        yield Text(f"\n{labels.word['no_reports']}", style="dim")


def _title(words: str) -> RenderableType:
    return Padding(Rule(Text(words.upper(), "bold"), align="left", style="dim"), (1, 0, 0, 0))


def _section(section: Section, labels: Labels, lang: str) -> RenderableType:
    event = _told if section.name == "told" else _event
    shown = [
        _claim(item, labels, lang) if item.verdict else event(item, labels)
        for item in section.items
    ]
    return Group(_title(labels.section[section.name]), *shown)


def _claim(item: Item, labels: Labels, lang: str) -> RenderableType:
    verdict = item.verdict
    if verdict is None:
        return Text()
    badge = f"{_MARK[verdict.verdict]} {labels.verdict[verdict.verdict].upper()}"
    lines: list[RenderableType] = [
        Text(),
        _line(item.number, (badge, STYLE[verdict.verdict]), (_as_of(verdict, labels), "dim")),
        *_quoted(verdict.text, phrase.answer(verdict, lang)),
    ]
    lines += [_inset(line) for line in _grounds(verdict, labels, lang)]
    return Group(*lines)


def _as_of(verdict: Verdict, labels: Labels) -> str:
    said = f"{labels.word['as_of']} {verdict.as_of}" if verdict.as_of else ""
    if verdict.today and verdict.today != verdict.verdict:
        said += f"; {labels.word['today']}: {labels.verdict[verdict.today]}"
    return said


def _grounds(verdict: Verdict, labels: Labels, lang: str) -> Iterator[RenderableType]:
    """Give the readings, the rows, the coverage and what would be needed."""
    for reading in phrase.senses(verdict):
        mark = _MARK[reading.verdict]
        text = Text(f"{mark} ", STYLE[reading.verdict])
        text.append(f"{phrase.clean(reading.name)}: ", "bold not italic")
        yield text.append(phrase.clean(reading.because), "default not bold")
    if verdict.evidence:
        yield _rows(verdict.evidence, labels, lang)
    for line in phrase.merged_coverage(verdict.coverage, labels):
        yield Text(f"{labels.word['coverage']}: {line}", "dim")
    if needed := phrase.need(verdict, phrase.answer(verdict, lang)):
        yield Text(f"{labels.word['needed']}: {needed}", "dim")


def _rows(evidence: tuple[Evidence, ...], labels: Labels, lang: str) -> RenderableType:
    """Give the rows, those against first; many rows are given by person instead."""
    order = {"against": 0, "for": 1, "context": 2}
    ranked = sorted(evidence, key=lambda row: order[row.side])
    table = Table.grid(padding=(0, 2, 0, 0))
    for name in ("side", "when", "who", "where", "row"):
        table.add_column(no_wrap=name in ("side", "when"), overflow="fold")
    if len(ranked) <= ROWS_SHOWN:
        for row in ranked:
            table.add_row(*_cells(row, labels, lang))
        return table
    for rows in _by_person(ranked):
        table.add_row(*_summary(rows, lang))
    return Group(table, Text(labels.word["all_rows"].format(n=len(ranked)), "dim"))


def _by_person(rows: list[Evidence]) -> list[list[Evidence]]:
    """Group rows that stand on one side by their person, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Evidence]] = {}
    for row in rows:
        groups.setdefault((row.side, row.who), []).append(row)
    return list(groups.values())


def _summary(rows: list[Evidence], lang: str) -> tuple[Text, ...]:
    """Give a person's rows on one line: first and last day, countries, how many."""
    days = sorted(day for row in rows for day in (row.start, row.end) if day)
    found = dict.fromkeys(row.country for row in rows if row.country)
    countries = [phrase.country_name(country, lang) for country in found]
    more = f" +{len(countries) - COUNTRIES_SHOWN}" if len(countries) > COUNTRIES_SHOWN else ""
    return (
        _side(rows[0]),
        Text(phrase.period(days[0], days[-1]).replace("/", "…") if days else "?"),
        Text(phrase.row_name(rows[0])),
        Text(", ".join(countries[:COUNTRIES_SHOWN]) + more),
        Text(f"{len(rows)} ×", "dim"),
    )


def _side(row: Evidence) -> Text:
    sign, style = {"against": ("−", "red"), "for": ("+", "green")}.get(row.side, ("·", "dim"))
    return Text(sign, style)


def _cells(row: Evidence, labels: Labels, lang: str) -> tuple[Text, ...]:
    source = phrase.row_source(row)
    if row.correction:
        source += f" ({labels.word['correction']})"
    return (
        _side(row),
        Text(phrase.period(row.start, row.end)),
        Text(phrase.row_name(row)),
        Text(phrase.site(row, lang)),
        Text(source, "dim"),
    )


def _event(item: Item, labels: Labels) -> RenderableType:
    told = item.event or item.reports[0]
    facts = [(labels.kind[told.kind], "bold"), (labels.standing[told.standing], _style(told))]
    if item.event:
        facts.append((labels.confirmation[item.event.confirmation], "default"))
    scene = _scene(told, labels)
    lines: list[RenderableType] = [Text(), _line(item.number, *facts)]
    lines.append(_inset(Text(" · ".join(part for part in scene if part), "bold")))
    for report in item.reports:
        said = f"{labels.word['according_to']} {phrase.sources(report.attribution, labels)}"
        lines += _quoted(report.span.text, said, quiet=True)
    return Group(*lines)


def _told(item: Item, labels: Labels) -> RenderableType:
    """Give an event that the article alone tells, in short: a line and the words."""
    event = item.event
    if event is None:
        return Text()
    standing = "" if event.standing == "happened" else labels.standing[event.standing]
    scene = _scene(event, labels)
    facts = [(labels.kind[event.kind], "bold"), (standing, _style(event))]
    lines: list[RenderableType] = [Text()]
    lines.append(_line(item.number, *facts, *((part, "default") for part in scene)))
    words = dict.fromkeys(report.span.text for report in item.reports)
    return Group(*lines, *(line for text in words for line in _quoted(text, "")))


def _scene(told: Event | Report, labels: Labels) -> list[str]:
    """Who, where and, if it is told, when."""
    day = phrase.when(told.when, labels) if told.when else ""
    return [phrase.parties(told, labels), phrase.names(told.where, labels), day]


def _style(told: object) -> str:
    return "bold " + STYLE.get(getattr(told, "standing", ""), "default")


def _line(number: str, *parts: tuple[str, str]) -> RenderableType:
    """Give an item's number and its facts beside it; a long line goes on below the facts."""
    facts = Text()
    for index, (words, style) in enumerate(part for part in parts if part[0]):
        facts.append(" · " if index else "", "dim")
        facts.append(words, style)
    line = Table.grid()
    line.add_column(width=INDENT)
    line.add_column()
    line.add_row(Text(number, "dim"), facts)
    return line


def _quoted(words: str, answer: str, *, quiet: bool = False) -> Iterator[RenderableType]:
    """Give the article's words behind a bar, and below them what there is to say."""
    yield _inset(_Barred(Text(phrase.excerpt(words), "italic")))
    if answer:
        yield _inset(Text(answer, "dim" if quiet else "default"))


def _inset(line: RenderableType) -> RenderableType:
    return Padding(line, (0, 0, 0, INDENT), expand=False)


def _tail(
    quotes: tuple[Quote, ...],
    questions: tuple[Question, ...],
    skipped: tuple[Skipped, ...],
    labels: Labels,
    lang: str,
) -> Iterator[RenderableType]:
    edited = [quote for quote in quotes if quote.insertions]
    if edited:
        yield _title(labels.section["quotes"])
    for quote in edited:
        added = ", ".join(phrase.clean(span.text) for span in quote.insertions)
        speaker = f" ({labels.word['speaker']}: {quote.speaker})" if quote.speaker else ""
        yield from _quoted(quote.span.text, f"{added} {labels.word['inserted']}{speaker}")
    if questions:
        yield _title(labels.section["questions"])
    for question in questions:
        yield from _quoted(question.text, phrase.outlook(question, lang))
    if skipped:
        yield _title(labels.section["skipped"])
    for left in skipped:
        yield from _quoted(phrase.excerpt(left.span.text, 100), phrase.clean(left.reason))


class _Barred:
    """Words behind a bar on every line, so that a quote is seen without colour."""

    def __init__(self, words: Text) -> None:
        self.words = words

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        bar = Text().append("│ ", "dim")
        for line in self.words.wrap(console, max(options.max_width - len(bar), 1)):
            yield bar + line


def console_for(*, colour: bool | None = None, plain: bool = False) -> Console:
    """Give a console on standard output, at most 100 columns wide.

    `colour` false means none, null leaves it to the terminal and to NO_COLOR; `plain` is for a
    file: no terminal's codes at all, 80 columns.
    """
    console = Console(
        no_color=True if colour is False else None,
        highlight=False,
        force_terminal=False if plain else None,
    )
    console.width = min(console.width, WIDTH) if console.is_terminal else PLAIN_WIDTH
    return console
