"""Confirmation: who vouches for an event, over all its reports.

Texts that repeat or translate one another are one voice and count once.
"""

from __future__ import annotations

from collections.abc import Sequence

from registan.model.report import Confirmation
from registan.record.day import UNREAL, is_ahead
from registan.record.noun import StoredReport
from registan.record.vouching import (
    BOTH_SIDES,
    UNKNOWN_SIDE,
    Vouchers,
    is_silent,
    sides_of,
    vouchers_of,
)

OCCURRED = frozenset({"happened", "ongoing"})
DENYING = frozenset({"denied", "not_happened"})
RENOUNCING = frozenset({"refuse", "fixed.avoid"})  # the reader's operators
TWO_VOICES = 2


def confirm(group: Sequence[StoredReport]) -> tuple[Confirmation, str]:
    """Say who vouches for the event, and by whose names: a side's denial comes first.

    `both_sides`: two states that take part, or a joint text. `one_side`: one of them.
    `third_party`: an official of another state, a named outlet or document, or two independent
    outlets in their own words. `anonymous_only`: nobody but unnamed sources. `unconfirmed`: one
    outlet in its own words, or nobody.
    """
    sides = sides_of(group)
    denials = [r for r in group if is_denial(r, group)]
    if denials:
        return "contradicted", _names(denials, sides) or "a side denies it"
    found = [(r, vouchers_of(r, sides)) for r in _telling(group)]
    names = _names_of([v for _, v in found])
    speaking = named_sides([v for _, v in found])
    if speaking:
        said = _names_of([v for _, v in found if v.sides & speaking])
        joint = len(speaking) > 1 or BOTH_SIDES in speaking
        return ("both_sides" if joint else "one_side"), said
    return _confirm_by_others(found, names)


def _names_of(vouchers: Sequence[Vouchers]) -> str:
    return ", ".join(dict.fromkeys(name for v in vouchers for name in v.names))


def _confirm_by_others(
    found: Sequence[tuple[StoredReport, Vouchers]], names: str
) -> tuple[Confirmation, str]:
    own = {r.origin.voice for r, v in found if not v.names}
    if any(v.third for _, v in found):
        return "third_party", names
    if len(own) >= TWO_VOICES:
        return "third_party", f"{len(own)} independent outlets"
    if any(v.anonymous for _, v in found):
        return "anonymous_only", names
    return "unconfirmed", ""


def _telling(group: Sequence[StoredReport]) -> list[StoredReport]:
    """The reports that vouch: who said that it may happen does not vouch that it did."""
    if any(r.report.standing in OCCURRED for r in group):
        group = [r for r in group if r.report.standing != "possible"]
    return [r for r in group if r.report.standing != "denied" and not is_silent(r)]


def named_sides(vouchers: Sequence[Vouchers]) -> frozenset[str]:
    """The sides that vouch; a side whose state is not said counts only where no other does."""
    sides = frozenset(s for v in vouchers for s in v.sides)
    return sides - {UNKNOWN_SIDE} or sides


def is_denial(report: StoredReport, group: Sequence[StoredReport]) -> bool:
    """Say whether a side of the event denies it; what a third denies does not contradict it.

    "There was no such call", said by a side, denies what others tell, and where nobody tells it,
    what is asked about; "he will not come" denies what others announce.
    """
    if report.report.standing not in DENYING:  # most: who stands behind them is nothing here
        return False
    vouchers = vouchers_of(report, sides_of(group))
    if report.report.standing == "denied":
        return bool(vouchers.sides) or not vouchers.names
    if not vouchers.sides:
        return False
    standings = {r.report.standing for r in group}
    if _renounces(report, vouchers.sides):
        return False
    if is_ahead(report):  # "will not come" says nothing of who came after all
        return not standings & {"cancelled", *OCCURRED} and _announced_by_others(report, group)
    if standings & OCCURRED:
        return True
    return standings <= {"not_happened", "denied"}  # that a plan came to nothing denies nothing


def _renounces(report: StoredReport, sides: frozenset[str]) -> bool:
    """ "X gives up going there", says X's own side: that is X's plan, and nobody's word denied."""
    own = {actor.country for actor in report.report.who}
    return bool(own & sides) and any(step.name in RENOUNCING for step in report.report.chain)


def _announced_by_others(report: StoredReport, group: Sequence[StoredReport]) -> bool:
    """Not by what the same text says after it: "X will not come. He would have been the first"."""
    sides = sides_of(group)
    mine = vouchers_of(report, sides).sides
    plans = [r for r in group if r.report.standing in UNREAL and not _follows(r, report)]
    return any(not vouchers_of(r, sides).sides & mine for r in plans)


def _follows(one: StoredReport, other: StoredReport) -> bool:
    same_text = one.origin.document == other.origin.document
    return same_text and one.report.span.start > other.report.span.start


def _names(reports: Sequence[StoredReport], sides: frozenset[str]) -> str:
    return ", ".join(dict.fromkeys(n for r in reports for n in vouchers_of(r, sides).names))
