"""Judging a claim given as data: resolve, query, read, decide, say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from registan.model.claim import Claim, Evidence, Outcome, Reading, Verdict
from registan.model.text import Span
from registan.precedent import answer
from registan.precedent.archive import Archive, shipped_archive
from registan.precedent.case import Case, Finding
from registan.precedent.form.exclusion import judge_every_except, judge_only
from registan.precedent.form.number import judge_count, judge_superlative
from registan.precedent.form.occurrence import judge_event, judge_ever, judge_last, judge_never
from registan.precedent.form.precedence import judge_first, judge_since
from registan.precedent.form.rank import judge_highest_rank
from registan.precedent.interpret import (
    anywhere,
    apply_scheme,
    apply_sense,
    prepare,
    scope_of,
    whole_of,
)
from registan.precedent.period import Period, period_of, shift
from registan.precedent.place import Place
from registan.precedent.reading import Sense, load_senses
from registan.precedent.row import Row
from registan.precedent.silence import doubt_silence
from registan.precedent.visit_type import (
    by_exclusion,
    shows_type,
    told_by_silence,
    type_id,
)
from registan.world import days

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
# Forms that speak of all that happened up to a day, which `until` may set before the claim's own.
_TOTALS = frozenset({"count", "only", "superlative", "every_except", "ever", "highest_rank"})
_DECIDED = ("supported", "contradicted")
_WHOLES = {"all-countries-one-journey": "trip", "all-countries-in-office": "office"}


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
        readings=_readings(judged, answer.spoken(lang)),
        evidence=_evidence(judged),
        coverage=judged.case.reach.entries if judged.case else (),
        answer=answer.say(held, claim, judged, day, lang),
        today=later if later != judged.outcome else None,
        needed=answer.needed(claim, judged, answer.spoken(lang)),
    )


def decide(archive: Archive, claim: Claim, day: str) -> Judged:
    """Decide a claim under its plainest reading and the others that its words allow."""
    case = prepare(archive, claim, _last_day(claim, day))
    if isinstance(case, Finding):
        return Judged(case.outcome, case, None)
    case, plain = _plainest(case)
    others = [] if plain.outcome not in _DECIDED else _other_findings(case, plain)
    return Judged(_combine(case, plain, others), plain, case, tuple(others))


def _last_day(claim: Claim, day: str) -> str:
    """The day up to which a claim of all that happened speaks: its own end, if that is earlier."""
    ended = claim.until if claim.form in _TOTALS else None
    return min(day, period_of(ended).last) if ended else day


def _plainest(case: Case) -> tuple[Case, Finding]:
    """Judge under the plain reading, or under the one under which the claim's own visit exists."""
    finding = _judge_form(case)
    if case.claim.form == "never" or not case.subject.persons or case.own(case.until(case.horizon)):
        return case, finding
    for sense in load_senses().values():
        other = apply_sense(case, sense)
        if other and case.claim.form in sense.reasonable and other.own(other.until(case.horizon)):
            return other, _judge_form(other)
    return case, finding


def _judge_form(case: Case) -> Finding:
    if not case.place.spelled:
        return _unspelled(case)
    if case.place.wide and not _is_shown(case, _FORMS[case.claim.form](case)):
        return _unspelled(case)
    finding = doubt_silence(case, _without_silence(case, _FORMS[case.claim.form](case)))
    if case.claim.asks and case.claim.form == "every_except" and finding.outcome == "contradicted":
        finding = replace(finding, outcome="supported")  # The names are the answer.
    beside = [*finding.context, *_beside(case, finding)]
    return _in_stages(case, replace(finding, context=beside))


def _is_shown(case: Case, finding: Finding) -> bool:
    """Tell whether rows that name a wide locality suffice, whatever others do not name it."""
    if case.claim.form in ("event", "ever"):
        return finding.outcome == "supported"
    shown = case.claim.form in ("never", "first", "since", "only") and bool(finding.opposing)
    return shown and finding.outcome == "contradicted"


def _in_stages(case: Case, finding: Finding) -> Finding:
    """Give the visits that led to all of a place for the one that completed it."""
    stages = {rows[-1].key: rows for rows in case.completions}
    if not stages:
        return finding

    def staged(rows: Sequence[Row]) -> list[Row]:
        return [stage for row in rows for stage in stages.get(row.key, (row,))]

    return replace(
        finding,
        backing=staged(finding.backing),
        opposing=staged(finding.opposing),
        context=staged(finding.context),
    )


def _unspelled(case: Case) -> Finding:
    """Judge a locality that no row names: nobody was there where nobody was in its country."""
    place = Place(kind="country", states=case.place.states, ground=case.place.ground)
    scope = scope_of(case.subject, place)
    around = replace(case, place=place, scope=scope, kept=replace(case.kept, extent="either"))
    finding = _FORMS[case.claim.form](around)
    if around.own(around.until(case.horizon)) or finding.opposing or finding.backing:
        why = "locality-wide" if case.place.wide else "locality-unnamed"
        return Finding("unclear", why, context=around.own(around.until(case.as_of)))
    return finding


def _beside(case: Case, finding: Finding) -> list[Row]:
    """Give the rows that an editor asks for next: of another kind, in a part, or close in time."""
    if finding.outcome != "contradicted":
        return []
    if case.claim.visit_type:
        if case.subject.persons is None and type_id(case.claim.visit_type) == "first journey":
            return _holidays_before(case, finding)
        untyped = replace(case, kept=replace(case.kept, visit_type=None))
        return case.own(untyped.until(case.as_of))
    if finding.opposing or not case.subject.persons:
        return []
    if case.whole:
        return case.own(replace(case, whole=None).until(case.as_of))
    window = case.period or Period(case.as_of, case.as_of)
    near = days("one-journey")
    first, last = shift(window.first, -near), shift(window.last, near)
    rows = case.own(anywhere(case).rows)
    return [row for row in rows if row.start <= last and row.end >= first]


def _holidays_before(case: Case, finding: Finding) -> list[Row]:
    """Give the private journeys before somebody's first official one that decides."""
    official = {row.person: row.start for row in finding.opposing if not row.private}
    rows = anywhere(case).rows
    return [row for row in rows if row.private and row.start < official.get(row.person, "")]


def _without_silence(case: Case, finding: Finding) -> Finding:
    """Take back what rests on a missing mark where the register does not mark every row."""
    kind = case.claim.visit_type
    if not kind or told_by_silence(kind, case.subject.direction):
        return finding
    absent = finding.why.startswith("landmark")  # Whose visit has no mark may have been one, too.
    if finding.outcome == "contradicted" and finding.opposing and not absent:
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
    exact = case.claim.n is not None and case.claim.bound is None
    if exact and plain.outcome == "supported" and case.claim.form in ("count", "superlative"):
        return []  # a number that fits exactly shows which reading was meant
    found: list[tuple[str, Finding, bool]] = []
    for sense in load_senses().values():
        other = apply_sense(case, sense)
        denied = "disputed" in sense.without  # then the visit itself is what is denied
        if other is None or (_vanishes(case, other) and not denied):
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
        other = apply_scheme(case, codes)
        if other and not _vanishes(case, other):
            found.append((name, _judge_form(other), True))
    return found


def _whole_findings(case: Case) -> list[tuple[str, Finding, bool]]:
    """Judge a first in a place as one in all of its countries, where the subject did go there.

    Of whom all countries are said, without "on one trip", one journey may be meant.
    """
    if case.claim.form != "first" or case.subject.persons is None or case.claim.every == "trip":
        return []
    found = []
    for name, every in _WHOLES.items():
        whole = whole_of(case.claim, case.place, every)
        other = replace(case, whole=whole)
        if whole and whole != case.whole and other.own(other.until(case.horizon)):
            found.append((name, _judge_form(other), True))
    return found


def _combine(case: Case, plain: Finding, others: list[tuple[str, Finding, bool]]) -> Outcome:
    if plain.outcome not in _DECIDED:
        return plain.outcome
    meant = {finding.outcome for _, finding, can_mean in others if can_mean}
    opposite = {"supported": "contradicted", "contradicted": "supported"}[plain.outcome]
    return "depends" if opposite in meant or "depends" in meant else plain.outcome


def _readings(judged: Judged, lang: str) -> tuple[Reading, ...]:
    if judged.case is None:
        return ()
    case = judged.case
    plain = Reading(
        name="plain",
        verdict=judged.plain.outcome,
        because=answer.because(case, judged.plain, lang),
    )
    others = [
        Reading(
            name=name, verdict=finding.outcome, because=answer.because(case, finding, lang, name)
        )
        for name, finding, _ in judged.others
        if finding.outcome != judged.plain.outcome
    ]
    partitions = [
        Reading(name=name, verdict=outcome, because=said)
        for name, outcome, said in answer.partition_outcomes(judged.plain, lang)
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
