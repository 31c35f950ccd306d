"""Order: what an editor needs first, and the numbers by which an item is called.

The order is a policy and is meant to be read as one: claims that fail or depend, then what could
not be settled, then what is denied, not told by both sides or only possible, then what the article
alone tells as a fact, then everything that holds.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from registan.model import Brief, Event, Report, Verdict

VERDICTS = ("contradicted", "depends", "unclear", "beyond_coverage", "supported")
STANDINGS = ("denied", "cancelled", "possible", "planned", "ongoing", "not_happened", "happened")
CONFIRMATIONS = (
    "contradicted",
    "anonymous_only",
    "one_side",
    "unconfirmed",
    "third_party",
    "both_sides",
)
FIRM = ("both_sides",)  # that others tell it confirms nothing
FACTS = ("happened", "ongoing", "not_happened")


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One claim (`C3`) or one event (`E7`) with the reports that it merges."""

    number: str
    verdict: Verdict | None = None
    event: Event | None = None
    reports: tuple[Report, ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the brief: its name (a key of the labels' `section`) and its items."""

    name: str
    items: tuple[Item, ...]


def sections_of(brief: Brief) -> tuple[Section, ...]:
    """Give the parts of the brief that have items, most urgent first."""
    claims, events = claim_items(brief), event_items(brief)
    parts = {
        "fails": [item for item in claims if _outcome(item) in ("contradicted", "depends")],
        "open": [item for item in claims if _outcome(item) in ("unclear", "beyond_coverage")],
        "care": [item for item in events if not _is_firm(item) and not _is_told(item)],
        "told": [item for item in events if _is_told(item)],
        "rest": [item for item in claims if _outcome(item) == "supported"]
        + [item for item in events if _is_firm(item)],
    }
    return tuple(Section(name=name, items=tuple(items)) for name, items in parts.items() if items)


def claim_items(brief: Brief) -> list[Item]:
    """Number the claims as the article brings them; give them by urgency."""
    in_text = sorted(brief.claims, key=lambda verdict: verdict.span.start if verdict.span else 0)
    items = [Item(number=f"C{n}", verdict=verdict) for n, verdict in enumerate(in_text, 1)]
    return sorted(items, key=lambda item: VERDICTS.index(_outcome(item)))


def event_items(brief: Brief) -> list[Item]:
    """Number the events as the article brings them; give them by urgency."""
    reports = {report.id: report for report in brief.reports}
    merged = [(event, _reports_of(event.reports, reports)) for event in brief.events]
    in_text = sorted(merged, key=lambda pair: pair[1][0].span.start if pair[1] else 0)
    items = [
        Item(number=f"E{n}", event=event, reports=told)
        for n, (event, told) in enumerate(in_text, 1)
    ]
    return sorted(items, key=_event_rank)


def _reports_of(ids: Iterable[str], reports: dict[str, Report]) -> tuple[Report, ...]:
    known = (reports[name] for name in ids if name in reports)
    return tuple(sorted(known, key=lambda report: report.span.start))


def _event_rank(item: Item) -> tuple[int, int]:
    if item.event is None:
        return (0, 0)
    return CONFIRMATIONS.index(item.event.confirmation), STANDINGS.index(item.event.standing)


def _outcome(item: Item) -> str:
    return item.verdict.verdict if item.verdict else "unclear"


def _is_firm(item: Item) -> bool:
    event = item.event
    return event is not None and event.confirmation in FIRM and event.standing in FACTS


def _is_told(item: Item) -> bool:
    """Tell whether the article gives it as a fact and names nobody for it."""
    event = item.event
    return event is not None and event.confirmation == "unconfirmed" and event.standing in FACTS
