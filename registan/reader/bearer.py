"""Bearer: who is meant by a bare surname, once the text has named somebody of it in full."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from registan.model import ActorMention, Report
from registan.world.name import inflection_bases

NAMED = frozenset({"person", "unknown"})


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
