"""Cluster: reports put together into events, surest pairs first, never against an obstacle.

The outcome does not depend on the order in which reports came.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from registan import world
from registan.record.agreement import (
    CLOSE,
    OCCURRED,
    OTHER_PARTIES,
    OTHER_WORDS,
    SYMMETRIC,
    Judgement,
    explain,
    parties_of,
    share_matter,
)
from registan.record.block import share_key
from registan.record.day import UNREAL, is_decided, is_fresh, relate_days, stated
from registan.record.description import describes
from registan.record.memo import once_a_report
from registan.record.memory import Memory
from registan.record.noun import Correction, Link, StoredReport
from registan.record.party import Party, list_parties, relate, sound_alike, title_offices
from registan.record.shelf import Shelf
from registan.record.site import share_place

DECIDED = 1000  # The strength of what a person decided.
FOUNDING = "the first report of it"
ALONE = "one of the two names a side only; its text names the rest, and it fits no other event"

TWO_SIDED = SYMMETRIC | {"invitation"}

Group = tuple[str, ...]


class Clusters:
    """The groups of a set of reports as they grow, by report key."""

    def __init__(
        self,
        reports: Sequence[StoredReport],
        corrections: Sequence[Correction],
        memory: Memory,
    ) -> None:
        self.reports = {r.key: r for r in sorted(reports, key=sort_key)}
        self.rank = {key: number for number, key in enumerate(self.reports)}
        self.home: dict[str, Group] = {key: (key,) for key in self.reports}
        self.halves = {key for key, report in self.reports.items() if is_half(report)}
        self.judged: dict[tuple[str, str], Judgement] = {}
        self.memory = memory
        shelf = Shelf(memory.frames)
        for key, report in self.reports.items():
            for earlier in shelf.beside(report):  # all others are kept apart
                self.judged[earlier.key, key] = memory.judge(earlier, report)
            shelf.put(report)
        self._decide(corrections)

    def _decide(self, corrections: Sequence[Correction]) -> None:
        """What people decided stands above what was judged, the latest decision last."""
        for correction in sorted(corrections, key=lambda c: (c.at, c.key)):
            said = f"{correction.by} decided so on {correction.at}"
            if correction.kind == "merge":
                for a, b in combinations(correction.reports, 2):
                    self._set(a, b, Judgement("same", DECIDED, said))
            elif correction.kind == "split":
                for a in correction.reports:
                    for b in correction.others:
                        self._set(a, b, Judgement("no", DECIDED, said))

    def _set(self, one: str, other: str, judgement: Judgement) -> None:
        if one != other and one in self.reports and other in self.reports:
            self.judged[self._pair(one, other)] = judgement

    def _judge(self, pair: tuple[str, str]) -> Judgement | None:
        """How a pair was judged, by a person or else once; None where nothing is shared."""
        found = self.judged.get(pair)
        if found is None:
            one, other = self.reports[pair[0]], self.reports[pair[1]]
            if share_key(one, other):
                found = self.memory.judge(one, other)
        return found

    def _pair(self, one: str, other: str) -> tuple[str, str]:
        return (one, other) if self.rank[one] < self.rank[other] else (other, one)

    def grow(self) -> list[list[StoredReport]]:
        """Join all that is surely one event, then what can mean one only; give the groups."""
        sure = [(pair, j) for pair, j in self.judged.items() if j.verdict == "same"]
        for pair, judgement in sorted(sure, key=self._surest):
            here, there = self.home[pair[0]], self.home[pair[1]]
            if judgement.strength == DECIDED or self._compatible(here, there):
                self._join(here, there)
        near = self._near()
        for key in sorted(self.halves, key=self._turn):
            self._place_half(key, near.get(key, ()))
        return [[self.reports[k] for k in home] for home in dict.fromkeys(self.home.values())]

    def _join(self, here: Group, there: Group) -> None:
        joined = tuple(sorted({*here, *there}, key=self.rank.__getitem__))
        for key in joined:
            self.home[key] = joined

    def _compatible(self, here: Group, there: Group) -> bool:
        return here != there and not any(self._excluded(a, b) for a in here for b in there)

    def _excluded(self, one: str, other: str) -> bool:
        found = self.judged.get(self._pair(one, other))
        return found is None or found.verdict == "no"

    def _surest(self, told: tuple[tuple[str, str], Judgement]) -> tuple[int, int, int]:
        """The surest pairs first, of equals the earliest reports."""
        (one, other), judgement = told
        return (-judgement.strength, self.rank[one], self.rank[other])

    def _turn(self, key: str) -> tuple[bool, int]:
        """Facts find their place before plans, the earlier report first."""
        return (self.reports[key].report.standing in UNREAL, self.rank[key])

    def _near(self) -> dict[str, list[str]]:
        """For each report those that nothing keeps apart from it: its event holds one of them."""
        near: dict[str, list[str]] = {}
        for (one, other), judgement in self.judged.items():
            if judgement.verdict != "no" and judgement.because != OTHER_WORDS:
                near.setdefault(one, []).append(other)
                near.setdefault(other, []).append(one)
        return near

    def _place_half(self, key: str, near: Sequence[str]) -> None:
        """A report that names one side only goes where it can mean one event only, if its own text
        names the other side."""
        report = self.reports[key]
        if len(self.home[key]) > 1:
            return
        homes = [h for h in dict.fromkeys(self.home[n] for n in near) if self._may_hold(h, key)]
        fitting = self._nearest(key, [h for h in homes if self._tells(report, h)])
        if len(fitting) == 1:
            self._join((key,), fitting[0])

    def _nearest(self, key: str, homes: list[Group]) -> list[Group]:
        """Of several events that fit, those of the very day that the report names, then those of
        which its own text tells, then those that were news when it was.

        "The leaders" of a text are those whom it has told of before, not who come after.
        """
        report = self.reports[key]
        same = [h for h in homes if any(_share_day(report, self.reports[o]) for o in h)]
        if not same:
            same = [h for h in homes if any(_shares_text(self.reports[o], report) for o in h)]
            fresh = [h for h in homes if any(is_fresh(self.reports[o], report) for o in h)]
            same = same or fresh
        if len(same) != 1 and not any(p.words or p.id or p.country for p in parties_of(report)):
            same = [h for h in homes if any(_is_before(self.reports[o], report) for o in h)]
        return same or homes

    def _may_hold(self, home: Group, key: str) -> bool:
        """Nothing in a group excludes a report that names one side; that another of it names the
        other side alone excludes nothing."""
        return home != (key,) and not any(
            self._excluded(key, other)
            and not (other in self.halves and self._differ_in_parties(key, other))
            for other in home
        )

    def _differ_in_parties(self, one: str, other: str) -> bool:
        found = self._judge(self._pair(one, other))
        return found is None or found.because == OTHER_PARTIES

    def _tells(self, report: StoredReport, home: Group) -> bool:
        """The report is as of the event's days, and its text names every party of the event.

        Whom it describes is named so, where that fits.
        """
        others = [self.reports[k] for k in home]
        if self.halves.issuperset(home) or not any(relate_days(report, o) in CLOSE for o in others):
            return False
        mine = parties_of(report)
        whole = max((parties_of(o) for o in others), key=_named)
        shared = any(relate(m, p) == "same" for m in mine for p in whole)
        named = _in_full(list_parties(report.origin.cast, report.origin.lang))
        nameless = not any(m.words or m.id for m in mine)
        return (
            (shared or nameless)
            and all(any(_may_be_called(m, p) for p in whole) for m in mine)
            and _is_hosted_by(report, others)
            and not _is_overtaken(report, others)
            and not _is_undone_elsewhere(report, others)
            and all(
                any(_names(n, p, report.report.kind) for n in named) or describes(report, p)
                for p in whole
            )
            and (report.report.kind != "visit" or _names_host(report, others))
        )

    def links(self, group: Sequence[StoredReport]) -> tuple[Link, ...]:
        """Why each report of a group is in it: by its surest tie to an earlier one."""
        return tuple(self._link(r, group[:at]) for at, r in enumerate(group))

    def _link(self, report: StoredReport, earlier: Sequence[StoredReport]) -> Link:
        ties = [(self._judge(self._pair(report.key, e.key)), e) for e in earlier]
        known = [(j, e) for j, e in ties if j is not None and j.verdict != "no"]
        if not known:
            return Link(report=report.key, because=FOUNDING)
        judgement, other = max(known, key=lambda t: (t[0].verdict == "same", t[0].strength))
        doubt = "" if judgement.verdict == "same" else f"; {ALONE}"
        because = judgement.because or explain(other, report)
        day = f" of {other.origin.published}" if other.origin.published else ""
        said = f"as in {other.origin.said}{day}: {because}{doubt}"
        return Link(report=report.key, because=said)


def _shares_text(one: StoredReport, other: StoredReport) -> bool:
    """Two sentences of one text: in one sentence two words tell of two events."""
    return one.origin.document == other.origin.document and one.report.span != other.report.span


def _may_be_called(title: Party, party: Party) -> bool:
    """ "The minister" is no king: whom a list knows has held that office, or one that is such."""
    offices = title_offices(title.label, title.lang)
    if title.id or title.words or title.body or not offices or not party.id:
        return True
    known = world.load()
    held = {t.office for t in known.terms(party.id)}
    kinds = {o.rpartition("-")[2] for o in held}
    included = {i for o in held if o in known.offices for i in known.offices[o].includes}
    return not held or bool(offices & (held | kinds | included))


def _is_before(one: StoredReport, other: StoredReport) -> bool:
    """Is a report told before another one of its text?"""
    same_text = one.origin.document == other.origin.document
    return same_text and one.report.span.start < other.report.span.start


def _share_day(one: StoredReport, other: StoredReport) -> bool:
    """Both name one and the same day."""
    days = [stated(each) for each in (one, other)]
    return None not in days and relate_days(one, other) == "day"


@once_a_report
def is_half(report: StoredReport) -> bool:
    """Say whether a report leaves a side unnamed: too few parties, a description of one, a visit
    without its host."""
    parties, told = parties_of(report), report.report
    return (
        len(parties) < (2 if told.kind in TWO_SIDED else 1)
        or (told.kind == "visit" and not told.where and not told.whom)
        or any(_is_described(p, told.kind) for p in parties)
    )


def _is_described(party: Party, kind: str) -> bool:
    """ "His Greek counterpart": nobody named, but what a state's ministers sign the state does."""
    signing = kind == "agreement" and party.country is not None
    return not (party.words or party.id or party.body or signing)


def _named(parties: Sequence[Party]) -> tuple[int, int]:
    """How many parties a report has, and how many of them by name."""
    return len(parties), sum(bool(p.words or p.id or p.body) for p in parties)


def _in_full(named: Sequence[Party]) -> list[Party]:
    """A text's people but for surnames alone that one of them bears: those mean nobody else."""
    full = [p for p in named if len(p.words) > 1]
    return [
        p
        for p in named
        if p.id or len(p.words) != 1 or not any(sound_alike(p, other) for other in full)
    ]


def _names(named: Party, party: Party, kind: str) -> bool:
    """The party itself, or of a state somebody who acts for it, as its ministers do who sign."""
    acting = party.body or (
        kind == "agreement" and not (party.words or party.id) and party.country is not None
    )
    return relate(party, named) == "same" or (acting and party.country == named.country)


def _is_hosted_by(report: StoredReport, others: Sequence[StoredReport]) -> bool:
    """ "Goes to Rome for talks": with Italians, unless others tell of that place.

    "The two presidents shall meet in Rome": whoever they are, where others tell of no place.
    """
    states = {p.country for p in report.report.where if p.country}
    sides = {party.country for other in others for party in parties_of(other)}
    places = {p.country for other in others for p in other.report.where}
    nobody = not any(p.words or p.id or p.country for p in parties_of(report))
    return not states or bool(states & (sides | places)) or (nobody and not places)


def _is_overtaken(report: StoredReport, others: Sequence[StoredReport]) -> bool:
    """ "We will resume talks": a plan of no day and no place is not what then took place, unless
    it is to agree on the very matter that was agreed on, or what others answer to as decided."""
    if any(share_matter(report, other) for other in others):
        return False
    fact = all(other.report.standing in OCCURRED for other in others)
    plan = report.report.standing in UNREAL and not is_decided(report)
    return fact and plan and stated(report) is None and not report.report.where


def _is_undone_elsewhere(report: StoredReport, others: Sequence[StoredReport]) -> bool:
    """ "Declined to come to a summit in X": that is no meeting somewhere that a side denies."""
    undone = report.report.standing in {"cancelled", "not_happened"} and report.report.where
    return bool(undone) and not any(share_place(report, other) for other in others)


def _names_host(report: StoredReport, visits: Sequence[StoredReport]) -> bool:
    """Say whether a report's text names somebody of the state that the visits led to."""
    if report.report.where:
        return True
    states = {actor.country for actor in report.origin.cast if actor.country}
    hosts = {p.country for v in visits for p in v.report.where if p.country}
    return bool(hosts) and hosts <= states


def sort_key(report: StoredReport) -> tuple[str, str, int, str]:
    """The order of reports: by day of publication, document, place in the text, key."""
    origin = report.origin
    return (origin.published or "9999", origin.document, report.report.span.start, report.key)
