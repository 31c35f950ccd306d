"""Bearer: who is meant by a bare surname, once the text has named somebody of it in full; and of
which state a minister is whom the text names without one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from registan.model import ActorMention, Report, Source
from registan.world.name import inflection_bases

NAMED = frozenset({"person", "unknown"})
MINISTERS = range(4, 8)  # ranks of offices: ministers, their deputies, and who ranks with them


def give_states(reports: Sequence[Report], home: str | None, world: Any, lang: str) -> list[Report]:
    """ "ABUJA - Foreign Minister Yusuf Tuggar has signed": of the state where the text was filed.

    Not whom the text gives another state anywhere, or who is met in one.
    """
    people = [a for r in reports for a in (*r.who, *r.whom) if a.type == "person" and not a.id]
    told = {a.name for a in people if a.country}
    told |= {a.name for r in reports if _is_abroad(r, home) for a in (*r.who, *r.whom)}
    open_ = [a for a in people if a.name not in told and _is_full(a.name)]
    ours = {a.name for a in open_ if _is_minister(a, world, lang)} if home else set()
    if not home or not ours:
        return list(reports)
    state = world.country_name(home, lang)
    return [_settled(r, ours, home, state) for r in reports]


def _is_abroad(report: Report, home: str | None) -> bool:
    places = {p.country for p in report.where if p.country}
    return bool(places) and home not in places


def _is_minister(actor: ActorMention, world: Any, lang: str) -> bool:
    found = (m for m in world.find(actor.office or "", lang) if m.type == "office")
    offices = (world.offices[i] for m in found for i in m.ids if i in world.offices)
    return any(o.rank in MINISTERS and o.country is None for o in offices)


def _settled(report: Report, ours: set[str], home: str, state: str) -> Report:
    def settle(actor: ActorMention) -> ActorMention:
        if actor.name not in ours:
            return actor
        because = (
            actor.resolved or f"{actor.mention}: {state}"
        )  # a reading, and not the text's word
        return msgspec.structs.replace(actor, country=home, resolved=because)

    who, whom = (tuple(map(settle, actors)) for actors in (report.who, report.whom))
    sources = tuple(_sourced(s, ours, home) for s in report.attribution)
    if (who, whom, sources) == (report.who, report.whom, report.attribution):
        return report
    return msgspec.structs.replace(report, who=who, whom=whom, attribution=sources)


def _sourced(source: Source, ours: set[str], home: str) -> Source:
    """The minister who says so, or "his ministry [Yusuf Tuggar]"."""
    named = any(source.name == n or source.name.endswith(f"[{n}]") for n in ours)
    return msgspec.structs.replace(source, country=home) if named and not source.country else source


def name_bearers(reports: Sequence[Report]) -> list[Report]:
    """Give the reports with surnames that no list has completed from the same text's full names.

    "Yusuf Tuggar, Nigeria's foreign minister" is who "Tuggar" means, unless two bear the name.
    """
    full: dict[str, ActorMention] = {}
    for report in reports:
        for actor in (*report.who, *report.whom):
            if actor.country and actor.type == "person" and _is_full(actor.name):
                full.setdefault(actor.name, actor)
    return [_completed(report, full) for report in reports] if full else list(reports)


def _is_full(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()


def _completed(report: Report, full: dict[str, ActorMention]) -> Report:
    who, whom = (tuple(_bearer(a, full) for a in actors) for actors in (report.who, report.whom))
    if who == report.who and whom == report.whom:
        return report
    return msgspec.structs.replace(report, who=who, whom=whom)


def _bearer(actor: ActorMention, full: dict[str, ActorMention]) -> ActorMention:
    """The actor, or who bears the surname; the words of the text stay as they are."""
    if actor.id or actor.country or actor.type not in NAMED or " " in actor.name:
        return actor
    bases = set(inflection_bases(actor.name))
    bearers = [a for n, a in full.items() if bases & set(inflection_bases(n.split()[-1]))]
    if len(bearers) != 1:
        return actor
    one = bearers[0]
    return msgspec.structs.replace(
        actor,
        name=one.name,
        id=one.id,
        type="person",
        country=one.country,
        office=actor.office or one.office,
        resolved=f"{actor.mention}: {one.mention}",
    )
