"""Description: whom "his Polish counterpart" or "the Polish minister" may mean, by the offices."""

from __future__ import annotations

from registan import world
from registan.languages import load_grammar
from registan.record.agreement import parties_of
from registan.record.noun import StoredReport
from registan.record.party import Party, title_offices


def describes(report: StoredReport, party: Party) -> bool:
    """Say whether a report's words for somebody unnamed fit a person who is known.

    They do where the person was in the office named on that day, or of a counterpart in the one
    that another party of the report was in.
    """
    day = report.origin.published
    if not party.id or not day:
        return False
    offices = _offices_of(party, day)
    told = parties_of(report)
    described = [p for p in told if not p.words and not p.id and not p.body and p.country]
    for one in described:
        if one.country != party.country:
            continue
        named = title_offices(one.label, one.lang)
        if _is_counterpart(one):
            named = frozenset().union(*(_offices_of(p, day) for p in told if p.id))
        if offices & named:
            return True
    return False


def _offices_of(party: Party, day: str) -> frozenset[str]:
    """The office that somebody held on a day, with those that it includes."""
    known = world.load()
    term = known.office_at(party.id or "", day)
    return frozenset({term.office, *known.offices[term.office].includes}) if term else frozenset()


def _is_counterpart(party: Party) -> bool:
    beginnings = tuple(load_grammar(party.lang).words("counterpart"))
    return any(word.casefold().startswith(beginnings) for word in party.label.split())
