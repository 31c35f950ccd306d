"""From event words to reports: who, whom, where, when, standing, attribution, with their spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registan.model import ActorMention, Amount, Operator, PlaceMention, Report
from registan.model.report import Standing
from registan.reader import clause
from registan.reader.actor import Cast, Party
from registan.reader.denial import confirm_back, deny_back, doubt_back
from registan.reader.report_echo import drop_echoes, settle
from registan.reader.report_fate import fail_back
from registan.reader.report_gap import parts_of
from registan.reader.report_guard import Guard, is_aim_of_visit
from registan.reader.report_headline import temper_headline
from registan.reader.report_kind import kind_of
from registan.reader.report_role import roles_of
from registan.reader.report_standing import standing_in_time, standing_of
from registan.reader.report_time import (
    date_of,
    invited_for,
    is_ahead,
    is_dated,
    is_open,
    reckoned_from,
    time_of,
    when_of,
)
from registan.reader.report_twin import Twins
from registan.reader.story import Casting, Story, as_host, identifier, sentence_of, span_of
from registan.reader.trigger import SYMMETRIC, Trigger
from registan.reader.when import DateMention

PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s?(%|Prozent\w*|percent|per cent|pour cent|процент\w*)")

Judged = tuple[str | None, Standing, tuple[Operator, ...]]  # stance, standing, and its operators


class Reporter:
    """Reads the reports of one parsed document."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.twins = Twins(story, self._tells)
        self.guard = Guard(story, self.twins.is_reported)

    def read(self) -> list[Report]:
        """Every report of the document, in order of its words."""
        for trigger in self.story.triggers:
            if self.twins.is_told_elsewhere(trigger):
                continue
            for candidate in (trigger, *trigger.rivals):
                reports = list(self._report(candidate))
                if reports:
                    self.story.told.extend(reports)
                    break
        deny_back(self.story)
        fail_back(self.story)
        confirm_back(self.story)
        doubt_back(self.story)
        told = drop_echoes(settle(sorted(self.story.told, key=lambda r: r.span.start)))
        return temper_headline(self.story, told)

    def _tells(self, trigger: Trigger) -> bool:
        """Does a trigger tell something, by its own rule alone?"""
        parts = parts_of(self.story, trigger, roles_of(self.story, trigger))
        return any(self._judge(trigger, own) is not None for _, own in parts)

    def _report(self, trigger: Trigger) -> Iterator[Report]:
        """What a trigger tells: a report for each of its clauses, and what follows from it."""
        roles = roles_of(self.story, trigger)
        for part, own in parts_of(self.story, trigger, roles):
            yield from self._make(trigger, own, part)

    def _make(self, trigger: Trigger, roles: Casting, part: tuple[int, int]) -> Iterator[Report]:
        """The report of one part of the text, where there is an event of diplomacy to report."""
        judged = self._judge(trigger, roles)
        if judged is None:
            return
        stance, standing, chain = judged
        dated = is_dated(self.story, trigger, standing)
        when = when_of(self.story, trigger, part) if dated else None
        aim = invited_for(self.story, trigger, when)
        when = when if aim is None else None
        standing, chain = standing_in_time(self.story, trigger, (standing, chain), when)
        parties = tuple(p.actor for p in (*roles["who"], *roles["whom"]) if p.actor)
        places = _places(roles["where"]) or self._invited_to(trigger, parties)
        parties += tuple(as_host(place) for place in places if place.country)
        sources = self.story.attribution.trace(trigger, parties)
        if not sources and standing == "planned":
            sources = self.story.attribution.replacing(trigger, parties)
        report = Report(
            id=identifier(
                self.story.document.id, trigger.rule.id, str(trigger.word.idx), str(part[0])
            ),
            kind=kind_of(self.story, trigger, roles),
            who=_actors(roles["who"]),
            whom=_actors(roles["whom"]),
            where=places,
            when=date_of(
                self.story,
                when,
                time_of(trigger, standing, chain),
                is_ahead(trigger, self.story.grammar),
                is_open(trigger, self.story.grammar),
                reckoned_from(self.story, trigger) if when is not None else None,
            ),
            standing=standing,
            attribution=sources,
            stance=stance,
            about=_about(roles["about"], self.story.cast) or _matter(trigger, self.story.cast),
            amount=_amount(trigger),
            trigger=" ".join(t.text for t in sorted(trigger.nodes, key=lambda t: int(t.i))),
            trigger_span=span_of(self.story.doc, trigger.word.i, trigger.word.i + 1),
            span=sentence_of(trigger.word),
            rule=trigger.rule.id,
            chain=chain,
        )
        if report.kind in SYMMETRIC and any(p.diplomatic for p in roles["whom"]):
            self.story.cast.proven |= {p.actor.name for p in roles["who"] if p.actor}
        yield report
        yield from self._consequence(trigger, report, aim)

    def _invited_to(
        self, trigger: Trigger, guests: tuple[ActorMention, ...]
    ) -> tuple[PlaceMention, ...]:
        """ "Invited X to pay a visit": to where whoever invites is at home, if nothing else."""
        if trigger.rule.kind != "visit":
            return ()
        around = {t.idx for t in clause.ancestors(trigger.nodes[-1])}
        for told in reversed(self.story.told):
            if (
                told.kind == "invitation"
                and told.trigger_span
                and told.trigger_span.start in around
            ):
                meant = {a.id or a.name for a in told.whom} & {a.id or a.name for a in guests}
                return (told.where or _homes(told.who)) if meant else ()
        return ()

    def _judge(self, trigger: Trigger, roles: Casting) -> Judged | None:
        """Stance and standing, where there is an event of diplomacy; who is no party goes."""
        roles["whom"] = [p for p in roles["whom"] if not _is_among(p, roles["who"])]
        if not self.guard.admits(trigger, roles):
            return None
        if trigger.rule.kind == "visit":  # "visited 112 countries": nobody was visited
            roles["whom"] = [p for p in roles["whom"] if p.actor and p.actor.type != "state"]
        standing, chain = standing_of(self.story, trigger, roles)
        if standing in {"not_happened", "cancelled"} and is_aim_of_visit(self.story, trigger):
            return None
        stance, negated = trigger.rule.stance, trigger.rule.negated_stance
        if negated and [o.standing for o in chain] == ["not_happened"]:
            return negated, "happened", ()
        return None if negated and stance is None else (stance, standing, chain)

    def _consequence(
        self, trigger: Trigger, report: Report, when: DateMention | None
    ) -> Iterator[Report]:
        """The visit that an invitation invites to: possible, however firm the invitation."""
        following = trigger.rule.leads_to
        if following is None or not report.whom:
            return
        told = {following, *SYMMETRIC}
        around = [*clause.ancestors(trigger.nodes[-1])]
        # "came at X's invitation"
        above = [t for t in self.story.triggers if t.nodes[-1] in around]
        below = [t for t in (*_below(trigger, self.story.triggers), *above) if t.rule.kind in told]
        if any(self.twins.is_reported(t) for t in below):
            return
        where = report.where or _homes(report.who)
        if report.standing in {"not_happened", "denied", "cancelled"} or not where:
            return
        step = Operator(
            name=trigger.rule.id,
            trigger=report.trigger,
            standing="possible",
            span=report.trigger_span,
        )
        yield Report(
            id=identifier(report.id, following),
            kind=following,
            who=report.whom,
            where=where,
            when=date_of(self.story, when, "possible"),
            standing="possible",
            attribution=report.attribution,
            trigger=report.trigger,
            trigger_span=report.trigger_span,
            span=report.span,
            rule=f"{trigger.rule.id}.leads_to",
            chain=(step,),
        )


def _is_among(party: Party, others: list[Party]) -> bool:
    """Nobody meets, calls or invites himself."""
    names = {o.actor.name for o in others if o.actor}
    return party.actor is not None and party.actor.name in names


def _actors(parties: list[Party]) -> tuple[ActorMention, ...]:
    """The actors of several parties, each once."""
    seen: dict[str, ActorMention] = {}
    for party in parties:
        if party.actor is not None:
            seen.setdefault(party.actor.id or party.actor.name, party.actor)
    return tuple(seen.values())


def _places(parties: list[Party]) -> tuple[PlaceMention, ...]:
    """The places of several parties, each once."""
    return tuple({p.place.name: p.place for p in parties if p.place is not None}.values())


def _homes(hosts: tuple[ActorMention, ...]) -> tuple[PlaceMention, ...]:
    """The hosts' own countries: where an invitation without a place leads to."""
    return tuple(
        PlaceMention(name=h.country, mention=h.mention, country=h.country, span=h.span)
        for h in hosts
        if h.country
    )


def _about(parties: list[Party], cast: Cast) -> str | None:
    """What an event is about, in the words of the text."""
    names = [p.actor.mention if p.actor else cast.phrase(p.token) for p in parties]
    return ", ".join(names) or None


def _matter(trigger: Trigger, cast: Cast) -> str | None:
    """ "A trade agreement", "Handelsabkommen": what is agreed, by the words of the noun."""
    noun = trigger.word
    if trigger.rule.kind != "agreement" or noun.pos_ != "NOUN":
        return None
    beside = [c for c in noun.children if c.dep_ in {"compound", "amod"}]
    empty = cast.grammar.words("no_matter")  # "a new agreement" may be any
    own = [c for c in beside if not cast.mentions.get(c.i) and c.norm_ not in empty]
    words = sorted((t for c in own for t in c.subtree), key=lambda t: int(t.i))
    return " ".join([*(t.text for t in words), noun.modifier]).strip() or None


def _amount(trigger: Trigger) -> Amount | None:
    """The rate that a measure or aid is said to have."""
    if trigger.rule.kind not in {"measure", "cooperation"}:
        return None
    match = PERCENT.search(trigger.word.sent.text)
    if match is None:
        return None
    return Amount(text=match.group(), value=float(match.group(1).replace(",", ".")), unit="%")


def _below(trigger: Trigger, triggers: list[Trigger]) -> list[Trigger]:
    """The event words in the phrase or clause of another."""
    subtree = {t.i for node in trigger.nodes for t in node.subtree}
    return [t for t in triggers if t.word.i in subtree and t.word not in trigger.nodes]
