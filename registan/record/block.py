"""Block: the few words by which reports that may be of one event find each other.

Reports that share no key are never compared, so that merging a new report costs the same however
large the record is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from registan.errors import InputError
from registan.model import ActorMention
from registan.model.period import period_of, shift
from registan.record.memo import once_a_report
from registan.record.noun import StoredReport
from registan.record.party import list_parties, title_state
from registan.world.sound import skeleton

REACH_DAYS = 31
LONGEST_DAYS = 100  # A report of "in 2018" is compared by the day of its publication instead.


@once_a_report
def keys_of(report: StoredReport) -> tuple[str, ...]:
    """Give the report's keys: its kind, each party, and each month in which it may lie."""
    return tuple(f"{p}|{m}" for p in sorted(parties_in(report)) for m in sorted(months_of(report)))


@once_a_report
def parties_in(report: StoredReport) -> frozenset[str]:
    """Give the report's kind with each party: the first part of its keys.

    "Both countries" may be any two of which the text tells, and so may whoever is not named.
    """
    lang = report.origin.lang
    actors = (*report.report.who, *report.report.whom)
    found = {party for actor in actors for party in _party(actor, lang)}
    if not actors or any(party.is_blank for party in list_parties(actors, lang)):
        found |= {p.country for p in list_parties(report.origin.cast, lang) if p.country}
    return frozenset(f"{report.report.kind}|{party}" for party in found)


@once_a_report
def months_of(report: StoredReport) -> frozenset[str]:
    """Give each month in which the report may lie: the second part of its keys."""
    return frozenset(_months(report))


def share_key(one: StoredReport, other: StoredReport) -> bool:
    """Say whether two reports share a key."""
    return not (
        parties_in(one).isdisjoint(parties_in(other)) or months_of(one).isdisjoint(months_of(other))
    )


def _party(actor: ActorMention, lang: str) -> Iterator[str]:
    """A person is found under the state, since one outlet names one and one the other.

    Who no list has is found by the sound of the last word too, so that scripts meet, and an outlet
    that leaves the state out.
    """
    words = actor.name.split()
    state = actor.country or actor.id or title_state(actor.name, lang)
    if state:
        yield state
    if not state or (actor.type == "person" and not actor.id):
        yield skeleton(words[-1], lang) if words else ""


def _months(report: StoredReport) -> Iterable[str]:
    first, last = _days(report)
    if not first:
        return ("",)
    day, months = shift(first, -REACH_DAYS), [shift(last, REACH_DAYS)[:7]]
    while day <= last:
        months.append(day[:7])
        day = shift(day, 28)
    return months


def _days(report: StoredReport) -> tuple[str, str]:
    for when in (report.report.when, report.origin.published):
        try:
            period = period_of(when) if when else None
        except InputError:
            period = None
        if period and period.last <= shift(period.first, LONGEST_DAYS):
            return period.first, period.last
    return "", ""
