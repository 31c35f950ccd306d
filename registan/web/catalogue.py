"""Catalogue: the registers and their rows as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from registan.web.label import labels_of
from registan.web.phrase import clean, merged_coverage, period

if TYPE_CHECKING:
    from registan.registers import RegisterSummary
    from registan.world.noun import Candidate


def registers_table(registers: Iterable[RegisterSummary]) -> RenderableType:
    """Give each register with its reach, licence and coverage."""
    return Group(*(_register(register) for register in registers))


def _register(register: RegisterSummary) -> RenderableType:
    labels = labels_of("en")
    head = Text(register.name, "bold").append(f"  {register.title}", "not bold")
    reach = f"{register.rows} rows, {register.first or '?'} to {register.last or '?'}"
    origin = f"{register.publisher}, {register.licence}, snapshot of {register.snapshot}"
    lines = [Text(f"{reach} · {origin}", "dim"), Text(register.url, "dim")]
    lines += [Text(f"covers {line}") for line in merged_coverage(register.coverage, labels)]
    return Group(head, *(Padding(line, (0, 0, 0, 4), expand=False) for line in lines), Text())


def rows_table(rows: Iterable[Mapping[str, Any]]) -> RenderableType:
    """Give the rows of a register: when, who, where, id."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for name in ("when", "who", "where", "row"):
        table.add_column(no_wrap=name == "when", overflow="fold")
    for row in rows:
        site = ", ".join(clean(part) for part in (row.get("place"), row.get("country")) if part)
        dates = period(_day(row["start"]), _day(row["end"]))
        table.add_row(dates, clean(row["name"]), site or row["office"], Text(row["id"], "dim"))
    return table


def _day(value: object) -> str | None:
    return str(value) if value else None


def candidates_table(candidates: Iterable[Candidate]) -> RenderableType:
    """Give whom a name may mean, most likely first, and why."""
    shown = [_candidate(candidate) for candidate in candidates]
    return Group(*shown) if shown else Text("Nobody known is meant for certain by these words.")


def _candidate(candidate: Candidate) -> RenderableType:
    head = Text(clean(candidate.name), "bold").append(f"  {candidate.id}", "dim not bold")
    term = [candidate.office, candidate.country, _term(candidate)]
    lines = [Text(" · ".join(part for part in term if part)), Text(candidate.because, "dim")]
    kept = [line for line in lines if line.plain]
    return Group(head, *(Padding(line, (0, 0, 0, 4), expand=False) for line in kept))


def _term(candidate: Candidate) -> str:
    if not candidate.from_:
        return ""
    return f"{candidate.from_} to {candidate.to or 'today'}"
