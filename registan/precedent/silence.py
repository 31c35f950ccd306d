"""Silence: whether a finding that rests on missing rows lies where a register vouches for them."""

from __future__ import annotations

from dataclasses import replace

from registan.precedent.case import Case, Finding, ended_in_coverage
from registan.precedent.period import FIRST_DAY

# Findings that rest on rows which are missing, by their reason: of anybody at all …
_OF_ALL = frozenset({
    "landmark-absent", "landmark-alone",
    "none-earlier", "nobody-yet", "none-between", "nobody-since",
    "nobody-else", "only-country", "rivals",
    "only-region", "only-unvisited", "rivals-unvisited",
    "unvisited", "most", "most-often", "tied", "not-most", "none-higher", "higher-unknown",
    "of-age",
})  # fmt: skip
# … and of the subject alone.
_OF_SUBJECT = frozenset({
    "none", "not-listed", "never-there", "counted", "other-number", "others-missing", "left-out",
})  # fmt: skip
_LATER = frozenset({"latest"})
# Contradictions that a visit after the register's last day would lift.
_OVERTAKEN = frozenset({"counted", "later", "not-most", "not-of-age", "never-there", "none"})


def doubt_silence(case: Case, finding: Finding) -> Finding:
    """Take back what rests on silence outside of a register's coverage, or on one with gaps."""
    if finding.outcome not in ("supported", "contradicted", "depends"):
        return finding
    if finding.why in _OF_ALL | _OF_SUBJECT | _LATER and not case.reach.exhaustive:
        return _open(finding, "not-exhaustive")
    if finding.why in _OF_ALL | _OF_SUBJECT and _floor(case, finding) > case.reach.last:
        return _open(finding, "after-coverage")
    if finding.why in _OF_ALL | _OF_SUBJECT and not case.reach.vouches_from(_floor(case, finding)):
        return _open(finding, "before-coverage")
    if finding.outcome == "contradicted" and _is_overtaken(case, finding):
        return _open(finding, "after-coverage")
    return finding


def _is_overtaken(case: Case, finding: Finding) -> bool:
    """Tell whether a later visit, which the register would not show, would make the claim true."""
    told = case.period.last if case.period and _is_closed(case) else case.as_of
    if finding.why not in _OVERTAKEN or min(told, case.as_of) <= case.vouched_to:
        return False
    if case.subject.persons is not None and ended_in_coverage(case):
        return False
    found = finding.values.get("found")
    if finding.why == "counted" and isinstance(found, dict):
        return max(found.values(), default=0) < (case.claim.n or 0)
    return True


def _is_closed(case: Case) -> bool:
    """Tell whether the claim's period is all of the time that it speaks of."""
    return bool(case.claim.until) or case.claim.form in ("last", "event")


def _open(finding: Finding, why: str) -> Finding:
    rows = [*finding.backing, *finding.opposing, *finding.context]
    return replace(
        finding, outcome="beyond_coverage", why=why, backing=(), opposing=(), context=rows
    )


def _floor(case: Case, finding: Finding) -> str:
    """Give the first day of which the finding says that nobody went."""
    stated = finding.values.get("floor")
    if isinstance(stated, str):
        return stated
    begun = case.period.first if case.period else FIRST_DAY
    return max(begun, career_start(case)) if finding.why in _OF_SUBJECT else begun


def career_start(case: Case) -> str:
    """Give the first day in office of the subject's persons; the first day of all if unknown."""
    persons = case.subject.persons or ()
    starts = [
        term.start
        for term in case.archive.terms
        if term.person in persons and term.office in case.subject.offices
    ]
    return min(starts, default=FIRST_DAY)
