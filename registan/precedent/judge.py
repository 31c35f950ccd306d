"""Judging a claim given as data: resolve, query, read, decide, say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from registan.model.claim import Claim, Evidence, Outcome, Reading, Verdict
from registan.model.text import Span
from registan.precedent import answer
from registan.precedent.archive import Archive, shipped_archive
from registan.precedent.case import Case, Finding
from registan.precedent.coverage import reach_of
from registan.precedent.form.exclusion import judge_every_except, judge_only
from registan.precedent.form.number import judge_count, judge_superlative
from registan.precedent.form.occurrence import judge_event, judge_ever, judge_last, judge_never
from registan.precedent.form.precedence import judge_first, judge_since
from registan.precedent.form.rank import higher_rows, judge_highest_rank
from registan.precedent.form.whole import judge_first_of_all, whole_places
from registan.precedent.period import Period, period_of, shift
from registan.precedent.place import NoPlace, Place, resolve_place
from registan.precedent.query import Candidate, Scope
from registan.precedent.reading import Extent, Filter, Sense, load_senses, narrow
from registan.precedent.row import Row
from registan.precedent.subject import NoSubject, Subject, resolve_subject
from registan.precedent.text import fold
from registan.precedent.visit_type import (
    by_exclusion,
    known_type,
    shows_type,
    told_by_silence,
)

_FORMS: dict[str, Callable[[Case], Finding]] = {
    "event": judge_event,
    "ever": judge_ever,
    "never": judge_never,
    "first": judge_first,
    "last": judge_last,
    "since": judge_since,
    "every_except": judge_every_except,
    "only": judge_only,
    "count": judge_count,
    "superlative": judge_superlative,
    "highest_rank": judge_highest_rank,
}
_DECIDED = ("supported", "contradicted")


@dataclass(frozen=True)
class Judged:
    """A claim's outcome before it is put into words: the plain reading and the others."""

    outcome: Outcome
    plain: Finding
    case: Case | None
    others: tuple[tuple[str, Finding, bool], ...] = ()


def judge(
    claim: Claim,
    *,
    as_of: str | date,
    text: str = "",
    span: Span | None = None,
    lang: str = "en",
    today: date | None = None,
    archive: Archive | None = None,
) -> Verdict:
    """Judge `claim` as of a day, under each reading of its words, with rows and coverage.

    `as_of` is EDTF (its last day counts). InputError where it is no date.
    """
    day = as_of.isoformat() if isinstance(as_of, date) else period_of(as_of).last
    held = archive or shipped_archive()
    judged = decide(held, claim, day)
    now = (today or date.today()).isoformat()
    later = decide(held, claim, now).outcome if now > day else judged.outcome
    return Verdict(
        claim=claim,
        text=text,
        span=span,
        as_of=day,
        verdict=judged.outcome,
        readings=_readings(judged),
        evidence=_evidence(judged),
        coverage=judged.case.reach.entries if judged.case else (),
        answer=answer.say(held, claim, judged, day, lang),
        today=later if later != judged.outcome else None,
        needed=answer.needed(claim, judged),
    )


def decide(archive: Archive, claim: Claim, day: str) -> Judged:
    """Decide a claim under its plainest reading and the others that its words allow."""
    case = prepare(archive, claim, day)
    if isinstance(case, Finding):
        return Judged(case.outcome, case, None)
    case, plain = _plainest(case)
    others = [] if plain.outcome not in _DECIDED else _other_findings(case, plain)
    return Judged(_combine(case, plain, others), plain, case, tuple(others))


def prepare(archive: Archive, claim: Claim, day: str) -> Case | Finding:
    """Resolve a claim into a case under its plain reading, or say why it cannot be judged."""
    subject = resolve_subject(archive, claim, day)
    if isinstance(subject, NoSubject):
        return Finding("beyond_coverage" if subject.beyond else "unclear", subject.reason)
    if claim.visit_type and not known_type(claim.visit_type):
        return Finding("unclear", "visit-type")
    place = resolve_place(archive, claim.place, subject.direction)
    if isinstance(place, NoPlace):
        return Finding("unclear", place.reason)
    reach = reach_of(archive, subject)
    if reach is None:
        return _uncovered_rank(archive, subject, place, day)
    case = Case(claim, archive, subject, place, reach, day, ())
    extent = _plain_extent(place)
    return replace(case, candidates=_narrow(case, extent), extent=extent)


def _uncovered_rank(archive: Archive, subject: Subject, place: Place, day: str) -> Finding:
    """Judge "highest-ranking" of an office that no register follows: by higher offices alone."""
    above = higher_rows(archive, subject.office, place, day)
    if above:
        return Finding("contradicted", "higher", {"row": above[0]}, opposing=above)
    return Finding("beyond_coverage", "office")


def _plain_extent(place: Place) -> Extent:
    return "state" if place.kind == "country" else "ground"


def _narrow(
    case: Case,
    extent: Extent,
    without: tuple[str, ...] = (),
    place: Place | None = None,
    elect: bool = False,
) -> tuple[Candidate, ...]:
    """Run the claim's query and keep the rows that count under a reading."""
    where = place or case.place
    scope = Scope(
        case.subject.direction,
        case.subject.offices,
        where.states,
        where.ground,
        where.localities,
        case.subject.visitors,
    )
    return narrow(
        case.archive,
        scope,
        Filter(
            extent,
            without,
            case.claim.visit_type,
            elect or case.claim.subject.qualifier == "elect",
        ),
    )


def _apply(case: Case, sense: Sense) -> Case | None:
    """Give the case under another reading; None where the reading does not apply."""
    if sense.direction and sense.direction != case.subject.direction:
        return None
    if sense.place and sense.place != case.place.kind:
        return None
    if sense.at and fold(case.claim.place.locale or "") not in sense.at:
        return None
    extent = sense.extent or _plain_extent(case.place)
    rows = _narrow(case, extent, sense.without, elect=sense.elect)
    rows += _also(case, sense)
    if rows == case.candidates or (not sense.also and _keys(rows) == _keys(case.candidates)):
        return None if extent == case.extent or not sense.extent else _regrouped(case, extent)
    ordered = tuple(sorted(rows, key=lambda candidate: candidate.row.key))
    return replace(case, candidates=ordered, extent=extent)


def _regrouped(case: Case, extent: Extent) -> Case | None:
    # Rankings of countries change with the extent even where the country's own rows do not.
    return replace(case, extent=extent) if case.claim.form == "superlative" else None


def _keys(rows: tuple[Candidate, ...]) -> set[int]:
    return {candidate.row.key for candidate in rows}


def _also(case: Case, sense: Sense) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    for code in case.place.states or ():
        for other, until in sense.also.get(code, {}).items():
            place = Place(kind="country", states=(other,), ground=())
            rows = _narrow(case, "state", place=place)
            found += [candidate for candidate in rows if candidate.row.start <= until]
    return tuple(found)


def _plainest(case: Case) -> tuple[Case, Finding]:
    """Judge under the plain reading, or under the one under which the claim's own visit exists."""
    finding = _judge_form(case)
    if case.claim.form == "never" or not case.subject.persons or case.own(case.until(case.horizon)):
        return case, finding
    for sense in load_senses().values():
        other = _apply(case, sense)
        if other and case.claim.form in sense.reasonable and other.own(other.until(case.horizon)):
            return other, _judge_form(other)
    return case, finding


def _judge_form(case: Case) -> Finding:
    if case.place.kind == "parts":
        return judge_first_of_all(case, _whole_rows(case))
    finding = _without_silence(case, _FORMS[case.claim.form](case))
    return replace(finding, context=[*finding.context, *_beside(case, finding)])


def _beside(case: Case, finding: Finding) -> list[Row]:
    """Give the rows that an editor asks for next: of another kind, or of the same weeks."""
    if finding.outcome != "contradicted":
        return []
    if case.claim.visit_type:
        untyped = replace(case, claim=_untyped(case.claim))
        rows = [one.row for one in _narrow(untyped, _plain_extent(case.place))]
        return [row for row in case.own(rows) if row.start <= case.as_of]
    if finding.opposing or not case.subject.persons:
        return []
    window = case.period or Period(case.as_of, case.as_of)
    anywhere = [one.row for one in _narrow(case, "ground", place=Place(kind="world"))]
    first, last = shift(window.first, -14), shift(window.last, 14)
    return [row for row in case.own(anywhere) if row.start <= last and row.end >= first]


def _untyped(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, visit_type=None)


def _whole_rows(case: Case) -> list[Row]:
    anywhere = _narrow(case, "ground", place=Place(kind="world"))
    return [candidate.row for candidate in anywhere if candidate.row.start <= case.horizon]


def _without_silence(case: Case, finding: Finding) -> Finding:
    """Take back what rests on a missing mark where the register does not mark every row."""
    kind = case.claim.visit_type
    if not kind or told_by_silence(kind, case.subject.direction):
        return finding
    if finding.outcome == "contradicted" and finding.opposing:
        if shows_type(finding.opposing, kind):
            return finding
        return replace(finding, outcome="depends")
    if finding.outcome == "supported" and by_exclusion(kind):
        return finding
    if case.claim.form in ("event", "ever") and finding.backing:
        return finding
    return Finding(
        "beyond_coverage", "kind-unmarked", context=[*finding.backing, *finding.opposing]
    )


def _other_findings(case: Case, plain: Finding) -> list[tuple[str, Finding, bool]]:
    """Judge under the other readings: their name, their finding, whether words can mean them."""
    if (
        case.claim.n is not None
        and plain.outcome == "supported"
        and case.claim.form
        in (
            "count",
            "superlative",
        )
    ):
        return []  # a number that fits exactly shows which reading was meant
    found: list[tuple[str, Finding, bool]] = []
    for sense in load_senses().values():
        other = _apply(case, sense)
        if other is None or _vanishes(case, other):
            continue
        found.append((sense.id, _judge_form(other), _means(case.claim, sense)))
    return found + _scheme_findings(case) + _whole_findings(case)


def _means(claim: Claim, sense: Sense) -> bool:
    if sense.elect and claim.subject.qualifier == "sitting":
        return False
    return claim.form in sense.reasonable


def _vanishes(case: Case, other: Case) -> bool:
    """Tell whether the claim's own visit is none under the other reading."""
    if case.subject.persons is None or case.claim.form == "never":
        return False
    mine = case.own(case.until(case.horizon))
    return bool(mine) and not other.own(other.until(case.horizon))


def _scheme_findings(case: Case) -> list[tuple[str, Finding, bool]]:
    found = []
    for name, codes in case.place.schemes:
        place = replace(case.place, ground=codes, schemes=())
        other = replace(case, place=place, candidates=_narrow(case, "ground", place=place))
        if _keys(other.candidates) != _keys(case.candidates) and not _vanishes(case, other):
            found.append((name, _judge_form(other), True))
    return found


def _whole_findings(case: Case) -> list[tuple[str, Finding, bool]]:
    """Judge "all countries of the region" where the subject went to all of them."""
    if case.claim.form != "first" or case.place.kind != "region":
        return []
    return [(name, finding, True) for name, finding in whole_places(case, case.until(case.horizon))]


def _combine(case: Case, plain: Finding, others: list[tuple[str, Finding, bool]]) -> Outcome:
    if plain.outcome not in _DECIDED:
        return plain.outcome
    meant = {finding.outcome for _, finding, can_mean in others if can_mean}
    opposite = {"supported": "contradicted", "contradicted": "supported"}[plain.outcome]
    return "depends" if opposite in meant or "depends" in meant else plain.outcome


def _readings(judged: Judged) -> tuple[Reading, ...]:
    if judged.case is None:
        return ()
    case = judged.case
    plain = Reading(
        name="plain", verdict=judged.plain.outcome, because=answer.because(case, judged.plain)
    )
    others = [
        Reading(name=name, verdict=finding.outcome, because=answer.because(case, finding, name))
        for name, finding, _ in judged.others
        if finding.outcome != judged.plain.outcome
    ]
    partitions = [
        Reading(name=name, verdict=outcome, because=said)
        for name, outcome, said in answer.partition_outcomes(judged.plain)
    ]
    return (plain, *others, *partitions)


def _evidence(judged: Judged) -> tuple[Evidence, ...]:
    """Give the rows of every reading: those against first where they decide."""
    findings = [judged.plain]
    findings += [
        finding for _, finding, _ in judged.others if finding.outcome != judged.plain.outcome
    ]
    sides: dict[int, tuple[Row, str]] = {}
    for finding in findings:
        for side, rows in _sides(finding):
            for row in rows:
                sides.setdefault(row.key, (row, side))
    return tuple(row.evidence(side) for row, side in sorted(sides.values(), key=_row_key))


def _row_key(entry: tuple[Row, str]) -> int:
    return entry[0].key


def _sides(finding: Finding) -> list[tuple[str, list[Row]]]:
    return [
        ("for", list(finding.backing)),
        ("against", list(finding.opposing)),
        ("context", list(finding.context)),
    ]
