"""Forecast text: a forecast, a back-test and a track record as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from registan.forecast.noun import Bin, Forecast, Reason, Score
from registan.forecast.track_record import Answered, Tally, TrackRecord
from registan.web import forecast_phrase as phrase
from registan.web.phrase import clean

SHOWN = 6
_STATES = {"final": "final", "as_published": "as published"}


def forecast_table(forecast: Forecast) -> RenderableType:
    """Give a forecast: the number first, then what it rests on, then what it cannot see."""
    return Group(
        Text(clean(phrase.question(forecast.target)), "bold"),
        Padding(_number(forecast), (1, 0, 1, 4)),
        _facts(_grounds(forecast)),
        *_reasons("What pushes it up", forecast.up),
        *_reasons("What pushes it down", forecast.down),
        *_parts(forecast),
        *_similar(forecast),
        *_reports(forecast),
        *_list("What it cannot see", forecast.unseen),
    )


def _number(forecast: Forecast) -> Text:
    line = Text(phrase.percent(forecast.probability), "bold")
    if said := phrase.odds(forecast.probability):
        line.append(f"  {said}", "not bold")
    spread = phrase.span(forecast.low, forecast.high)
    return line.append(f"\n{spread} across refits on resampled years", "not bold dim")


def _grounds(forecast: Forecast) -> Iterator[tuple[str, str]]:
    yield "Base rate", phrase.base_rate(forecast)
    yield "Rated alike", phrase.reference(forecast.reference)
    for number, model in enumerate(forecast.estimates):
        said = f"{model.model}: {phrase.percent(model.probability)}"
        yield "" if number else "Models", f"{said} ({phrase.span(model.low, model.high)})"
    yield "Data", phrase.origin(forecast)


def _facts(facts: Iterable[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for name, said in facts:
        table.add_row(name, clean(said))
    return table


def _head(words: str) -> RenderableType:
    return Padding(Text(words, "bold"), (1, 0, 0, 0))


def _reasons(words: str, reasons: Sequence[Reason]) -> Iterator[RenderableType]:
    if reasons:
        yield _head(words)
    for reason in reasons[:SHOWN]:
        line = Text(clean(reason.text)).append(f"  {phrase.strength(reason.contribution)}", "dim")
        yield Padding(line, (0, 0, 0, 4))


def _list(words: str, lines: Sequence[str]) -> Iterator[RenderableType]:
    if lines:
        yield _head(words)
    for line in lines:
        yield Padding(Text(clean(line)), (0, 0, 0, 4))


def _parts(forecast: Forecast) -> Iterator[RenderableType]:
    if len(forecast.parts) < 2:
        return
    yield _head("Country by country")
    ranked = sorted(forecast.parts, key=lambda part: -part.probability)
    facts = [(part.name, phrase.percent(part.probability)) for part in ranked[:SHOWN]]
    if len(ranked) > SHOWN:
        facts.append((f"{len(ranked) - SHOWN} others", "each less likely"))
    yield Padding(_facts(facts), (0, 0, 0, 4))


def _similar(forecast: Forecast) -> Iterator[RenderableType]:
    if not forecast.similar:
        return
    yield _head("Past cases rated most alike")
    table = Table.grid(padding=(0, 2, 0, 0))
    for case in forecast.similar[:SHOWN]:
        outcome = Text("happened", "green") if case.happened else Text("did not happen", "dim")
        days = f"{case.start} to {case.until}"
        table.add_row(clean(case.name), days, phrase.percent(case.probability), outcome)
    yield Padding(table, (0, 0, 0, 4))


def _reports(forecast: Forecast) -> Iterator[RenderableType]:
    if forecast.adjustment:
        told = (*forecast.adjustment.reasons, *forecast.adjustment.reports)
        yield from _list("What the record tells", told)


def scores_table(scores: Iterable[Score]) -> RenderableType:
    """Give the back-test, question by question: a line a model, then what came of its forecasts."""
    shown = list(scores)
    if not shown:
        return Text("No back-test has been run.")
    tasks = dict.fromkeys(score.task for score in shown)
    tables = [part for task in tasks for part in _task([s for s in shown if s.task == task])]
    plots = [part for score in shown if score.calibration for part in _calibrated(score)]
    return Group(*tables, *plots)


def _task(scores: Sequence[Score]) -> list[RenderableType]:
    first = scores[0]
    counts = f"{phrase.count(first.cases)} cases, {phrase.count(first.happened)} happened"
    table = Table.grid(padding=(0, 2, 0, 0))
    heads = ("model", "data", "Brier", "skill (95 %)", "AUC", "cal. error")
    for name in heads:
        table.add_column(overflow="fold", no_wrap=name != "model")
    table.add_row(*(Text(name, "dim") for name in heads))
    for score in scores:
        between = f"{score.brier_skill_low:.3f}-{score.brier_skill_high:.3f}"
        table.add_row(
            score.model,
            _STATES[score.data],
            f"{score.brier:.4f}",
            f"{score.brier_skill:.3f} ({between})",
            f"{score.auc:.3f}",
            f"{score.ece:.3f}",
        )
    return [_head(f"{phrase.TASKS[first.task]}: {counts}"), Padding(table, (0, 0, 0, 4))]


def _calibrated(score: Score) -> list[RenderableType]:
    task = phrase.TASKS[score.task]
    words = f"{task}, {score.model}, data {_STATES[score.data]}: forecast and what happened"
    return [_head(words), Padding(calibration_table(score.calibration), (0, 0, 0, 4))]


def calibration_table(bins: Sequence[Bin]) -> Table:
    """Give forecasts and observed shares, bin by bin."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_row(*(Text(name, "dim") for name in ("cases", "forecast", "happened", "95 %")))
    for found in bins:
        table.add_row(
            phrase.count(found.cases),
            phrase.percent(found.forecast),
            phrase.percent(found.observed),
            phrase.span(found.low, found.high),
        )
    return table


def track_table(record: TrackRecord) -> RenderableType:
    """Give how good the forecasts in the log have been."""
    if not record.forecasts:
        return Text(
            "No forecast has been kept yet. Ask one with `registan forecast --who … --where …`."
        )
    parts: list[RenderableType] = [*_tally("Given in advance", record.advance)]
    if record.late.asked:
        parts += _tally("Given with hindsight, which proves nothing", record.late)
    parts.append(_head("Forecast by forecast"))
    return Group(*parts, *(_answered(one) for one in record.forecasts))


def _tally(words: str, found: Tally) -> Iterator[RenderableType]:
    yield Text(words, "bold")
    open_ = found.asked - found.resolved
    said = (
        f"{found.asked} asked, {found.resolved} resolved, {found.happened} happened, {open_} open"
    )
    yield Padding(Text(said), (0, 0, 0, 4))
    if found.brier is None or found.log_loss is None:
        return
    skill = f", skill over the base rate {found.brier_skill:.3f}" if found.brier_skill else ""
    line = f"Brier {found.brier:.4f}{skill}, log loss {found.log_loss:.3f}"
    yield Padding(Text(line), (0, 0, 0, 4))
    yield Padding(calibration_table(found.calibration), (0, 0, 1, 4))


def _answered(one: Answered) -> RenderableType:
    outcome = {True: "happened", False: "did not happen", None: "open"}[one.resolution.happened]
    head = Text(clean(phrase.question(one.entry.target)))
    said = f"{phrase.percent(one.entry.probability)}, {outcome}. {one.resolution.because}"
    return Group(head, Padding(Text(clean(said), "dim"), (0, 0, 0, 4)))
