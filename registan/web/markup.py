"""Markup: a text cut into stretches, each with the claims and events that rest on it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from registan.model import Brief, Span
from registan.web.order import STANDINGS, Item, claim_items, event_items


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One span to show: `layer` is claim, event or trigger; `style` a verdict or a standing."""

    start: int
    end: int
    layer: str
    style: str
    number: str = ""


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A run of text under the same marks; `numbers` are of the items whose marks end with it."""

    text: str
    standing: str = ""
    verdict: str = ""
    trigger: bool = False
    inserted: bool = False
    numbers: tuple[str, ...] = ()


def stretches_of(brief: Brief) -> list[Stretch]:
    """Cut a brief's text at every border of a mark; the stretches joined give the text back."""
    text, marks = brief.document.text, marks_of(brief)
    cuts = {0, len(text)} | {edge for mark in marks for edge in (mark.start, mark.end)}
    borders = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    return [_stretch(text, start, end, marks) for start, end in pairwise(borders) if start < end]


def marks_of(brief: Brief) -> list[Mark]:
    """Give the marks of claims, of reports, of the words that told them, and of brackets."""
    marks = [mark for item in claim_items(brief) for mark in _claim_marks(item)]
    marks += [mark for item in event_items(brief) for mark in _event_marks(item)]
    for quote in brief.quotes:
        marks += [_mark(span, "inserted", "inserted") for span in quote.insertions]
    return marks


def _claim_marks(item: Item) -> Iterable[Mark]:
    if item.verdict and item.verdict.span:
        yield _mark(item.verdict.span, "claim", item.verdict.verdict, item.number)


def _event_marks(item: Item) -> Iterable[Mark]:
    for report in item.reports:
        inner = report.trigger_span
        yield _mark(report.span, "event", report.standing, "" if inner else item.number)
        if inner:
            yield _mark(inner, "trigger", report.standing, item.number)


def _mark(span: Span, layer: str, style: str, number: str = "") -> Mark:
    return Mark(start=span.start, end=span.end, layer=layer, style=style, number=number)


def _stretch(text: str, start: int, end: int, marks: list[Mark]) -> Stretch:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    ending = [mark.number for mark in marks if mark.end == end and mark.number]
    layers = {mark.layer for mark in over}
    return Stretch(
        text=text[start:end],
        standing=_innermost(over, ("event", "trigger")),
        verdict=_innermost(over, ("claim",)),
        trigger="trigger" in layers,
        inserted="inserted" in layers,
        numbers=tuple(sorted(dict.fromkeys(ending), key=lambda name: (name[0], int(name[1:])))),
    )


def _innermost(marks: list[Mark], layers: tuple[str, ...]) -> str:
    """Give the style of the shortest mark; of equally long ones the weakest standing's."""
    inside = [mark for mark in marks if mark.layer in layers]
    if not inside:
        return ""
    return min(inside, key=lambda mark: (mark.end - mark.start, _weakness(mark.style))).style


def _weakness(style: str) -> int:
    return STANDINGS.index(style) if style in STANDINGS else 0
