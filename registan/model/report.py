"""Report and Event: what is reported, by whom, and whether it happened."""

from __future__ import annotations

from typing import Literal

from registan.model.base import Record
from registan.model.text import Span

Kind = Literal[
    "visit",
    "meeting",
    "call",
    "message",
    "invitation",
    "agreement",
    "statement",
    "measure",
    "cooperation",
    "relations",
]
Standing = Literal[
    "happened", "ongoing", "planned", "possible", "denied", "cancelled", "not_happened"
]
SourceType = Literal["participant", "official", "anonymous", "media", "document", "author"]
ActorType = Literal["person", "state", "government", "organisation", "group", "unknown"]
Confirmation = Literal[
    "both_sides", "one_side", "third_party", "anonymous_only", "contradicted", "unconfirmed"
]


class ActorMention(Record, frozen=True, kw_only=True):
    """A party to an event: the canonical `name` and the `mention` in the text.

    `id` is a Registan or Wikidata identifier where the text decides it, else null. `country` is
    ISO 3166-1 alpha-2 or a historical code. `inserted` marks a name that stands in an editor's
    brackets. `resolved` quotes how a pronoun or description was resolved.
    """

    name: str
    mention: str
    id: str | None = None
    type: ActorType = "unknown"
    country: str | None = None
    office: str | None = None
    span: Span | None = None
    inserted: bool = False
    resolved: str | None = None


class PlaceMention(Record, frozen=True, kw_only=True):
    """A place of an event; `country` is ISO 3166-1 alpha-2, or null for regions; `id` a city's."""

    name: str
    mention: str
    id: str | None = None
    country: str | None = None
    region: str | None = None
    span: Span | None = None


class Source(Record, frozen=True, kw_only=True):
    """One link of an attribution chain, outermost first."""

    name: str
    type: SourceType
    id: str | None = None
    country: str | None = None
    span: Span | None = None


class Operator(Record, frozen=True, kw_only=True):
    """One step of the standing's composition: an operator word and what it made of the standing."""

    name: str
    trigger: str
    standing: Standing
    span: Span | None = None


class Amount(Record, frozen=True, kw_only=True):
    """A rate or sum of a measure or delivery, as written and as a number."""

    text: str
    value: float | None = None
    unit: str | None = None


class Report(Record, frozen=True, kw_only=True):
    """One event as one sentence of one document tells it."""

    id: str
    kind: Kind
    who: tuple[ActorMention, ...] = ()
    whom: tuple[ActorMention, ...] = ()
    where: tuple[PlaceMention, ...] = ()
    when: str | None = None
    standing: Standing
    attribution: tuple[Source, ...] = ()
    stance: str | None = None
    about: str | None = None
    amount: Amount | None = None
    trigger: str
    span: Span
    rule: str
    chain: tuple[Operator, ...] = ()
    trigger_span: Span | None = None


class Event(Record, frozen=True, kw_only=True):
    """What several reports are about, merged; every report is kept by its id."""

    id: str
    kind: Kind
    who: tuple[ActorMention, ...] = ()
    whom: tuple[ActorMention, ...] = ()
    where: tuple[PlaceMention, ...] = ()
    when: str | None = None
    standing: Standing
    confirmation: Confirmation
    because: str
    reports: tuple[str, ...]
