"""PLOVER: events as rows of the ontology that event-data researchers exchange."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml
from babel.core import get_global

from registan.errors import DataError
from registan.model import ActorMention, Event, PlaceMention, Report
from registan.model.period import days_of
from registan.record.account import Account

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
_AHEAD = ("planned", "possible")


class Mapping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of `data/plover.yml`."""

    kind: str
    event: str
    stance: str | None = None
    rule: str = ""
    mode: str | None = None
    ahead: str | None = None


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole of `data/plover.yml`."""

    events: tuple[Mapping, ...]
    contexts: dict[str, str]


@cache
def load_table() -> Table:
    """Read how kinds and standings are written; DataError names what does not fit."""
    text = files("registan.record").joinpath("data/plover.yml").read_text(encoding="utf-8")
    try:
        table = msgspec.convert(yaml.safe_load(text), Table)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise DataError(f"The table cannot be read: {error}.", where="data/plover.yml") from error
    unknown = {name for row in table.events for name in (row.event, row.ahead) if name} - set(QUAD)
    if unknown:
        raise DataError(f"PLOVER knows no {', '.join(unknown)}.", where="data/plover.yml")
    return table


def plover_row(account: Account) -> dict[str, Any] | None:
    """Give an event as a PLOVER record, or null where PLOVER has no category for it.

    The fields are those of the manual's table of record fields; `comment` adds what PLOVER has no
    field for: Registan's kind, standing and confirmation.
    """
    event = account.merged.event
    mapping = _mapping_of(event, account.reports[0].report)
    if mapping is None:
        return None
    first, last = days_of(event.when)
    ahead = event.standing in _AHEAD
    category = mapping.ahead if ahead and mapping.ahead else mapping.event
    context = None if ahead and mapping.ahead else load_table().contexts.get(event.standing)
    return {
        "id": event.id,
        "date": first or account.reports[0].origin.published,
        "enddate": last if last != first else None,
        "actor": [_entity(actor) for actor in event.who],
        "recipient": [_entity(actor) for actor in _recipients(event)],
        "event": [category],
        "mode": [mapping.mode] if mapping.mode and category == mapping.event else [],
        "context": [context] if context else [],
        "quad_code": QUAD[category],
        "event_loc": [_location(place) for place in event.where],
        "cite_info": [
            {"id": one.origin.id, "publisher": one.origin.publisher, "url": one.origin.url}
            for one in account.reports
        ],
        "comment": f"{event.kind}, {event.standing}, {event.confirmation}",
    }


def _mapping_of(event: Event, report: Report) -> Mapping | None:
    fitting = (
        row
        for row in load_table().events
        if row.kind == event.kind
        and row.stance == report.stance
        and report.rule.startswith(row.rule)
    )
    return next(fitting, None)


def _recipients(event: Event) -> tuple[ActorMention, ...]:
    """The host of a visit is its recipient."""
    if event.kind != "visit" or event.whom:
        return event.whom
    return tuple(
        ActorMention(name=place.name, mention=place.mention, type="state", country=place.country)
        for place in event.where
        if place.country
    )


def _entity(actor: ActorMention) -> dict[str, Any]:
    return {
        "code": alpha3(actor.country),
        "sector": "GOV" if actor.type in ("state", "government") or actor.office else None,
        "entity_text": actor.name,
        "identifier_id": actor.id if actor.id and actor.id[:1] == "Q" else None,
        "office": actor.office,
    }


def _location(place: PlaceMention) -> dict[str, Any]:
    return {"name": place.name, "country": alpha3(place.country)}


def alpha3(code: str | None) -> str | None:
    """Give a country's three letters (ISO 3166-1 alpha-3); a former state keeps its code."""
    return _three_letters().get(code, code) if code else None


@cache
def _three_letters() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {
        codes[0]: long
        for long, codes in aliases.items()
        if len(long) == 3 and long.isalpha() and len(codes) == 1
    }
