"""From event words to reports: who, whom, where, when, standing, attribution, with their spans."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import msgspec
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from registan.languages.lexicon import Frame
from registan.model import ActorMention, Amount, Document, Operator, PlaceMention, Report, Span
from registan.model.period import period_of, shift
from registan.model.report import Kind, Standing
from registan.reader import clause
from registan.reader.actor import Cast, Party
from registan.reader.attribution import Attribution
from registan.reader.denial import Denials
from registan.reader.diplomacy import is_at_home, is_complete, is_diplomatic, is_domestic, pacts
from registan.reader.reference import References
from registan.reader.standing import Scale
from registan.reader.trigger import Trigger, find_triggers
from registan.reader.when import DateMention

PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s?(%|Prozent\w*|percent|per cent|pour cent|процент\w*)")
SEASON = re.compile(r"\d{4}-2[1-4]")
MONTH = re.compile(r"\d{4}-(0\d|1[0-2])")
SYMMETRIC = frozenset({"meeting", "call"})
MUTUAL = SYMMETRIC | {"agreement"}
AIMED = frozenset({"measure", "cooperation"})
BLAMING = frozenset({"criticism", "demand"})
TALKS = frozenset({"visit", "meeting", "call"})
BARE_WEEKDAYS = frozenset({"weekday", "weekday-bare"})
AGREED = frozenset({"agreement", "relations"})
OTHERS = frozenset({"demand", "question", "confirm", "deny", "doubt", "report"})
UNREAL = frozenset({"possible", "planned"})
PAIR_REACH = 3  # sentences before "the two", in which they were named
TOLD = frozenset({"ccomp", "parataxis"})
RELATIONS = frozenset(
    {
        "subject",
        "object",
        "indirect",
        "genitive",
        "adjective",
        "compound",
        "self",
        "instrumental",
        "content.subject",
        "content.object",
    }
)
WIRED = frozenset({"amod", "advmod", "compound"})
HELPING = ("aux", "aux:pass", "cop")
BODIES = frozenset({"nsubj", "obj", "nsubj:pass", "iobj", "obl:agent"})


class Reporter:
    """Reads the reports of one parsed document."""

    def __init__(
        self,
        doc: Doc,
        document: Document,
        cast: Cast,
        references: References,
        attribution: Attribution,
        dates: list[DateMention],
    ) -> None:
        self.doc, self.document, self.cast = doc, document, cast
        self.text = doc.text  # a Doc builds its text anew each time
        self.references, self.attribution, self.dates = references, attribution, dates
        self.grammar = cast.grammar
        self.scale = Scale(cast.lang)
        self.pacts = pacts(cast.lang)
        self.found: list[Report] = []

    def read(self) -> list[Report]:
        """Every report of the document, in order of its words."""
        self.triggers = find_triggers(self.doc, self.cast.lang)
        for trigger in self.triggers:
            skipped = self._is_told_by_verb(trigger) or self._is_topic(trigger)
            if skipped or self._is_told_above(trigger) or self._is_in_call(trigger):
                continue
            for candidate in (trigger, *trigger.rivals):
                reports = list(self._report(candidate))
                if reports:
                    self.found.extend(reports)
                    break
        self._deny_back()
        self._confirm_back()
        return _drop_echoes(_settle(sorted(self.found, key=lambda r: r.span.start)))

    def _is_told_by_verb(self, trigger: Trigger) -> bool:
        """ "Signed the agreement" is one event: the noun under a word of its own kind."""
        word = trigger.word
        if trigger.rule.kind == "agreement" and self._is_in_agreement(word):
            return True
        told = word.dep_ in {"obj", "nsubj:pass", "amod", "compound"} or (
            trigger.rule.kind in {"agreement", "meeting", "message"}
            and word.dep_ == "nmod"  # "the signing of the treaty", "a message of condolence"
            and clause.preposition(word, self.grammar) in {None, *self.grammar.words("of")}
        )
        above = [t for t in self.triggers if t.word == word.head and told]
        return any(t.rule.kind == trigger.rule.kind and self._is_reported(t) for t in above)

    def _is_reported(self, trigger: Trigger) -> bool:
        """Does the trigger, or one that the same word may be instead, tell something?"""
        return any(any(self._report(c)) for c in (trigger, *trigger.rivals))

    def _is_in_agreement(self, noun: Token) -> bool:
        """ "The signing of the treaty", "a ceasefire monitoring agreement": one agreement."""
        signed = {t.word.i for t in self.triggers if t.rule.kind == "agreement"}
        below = noun
        while below.dep_ in {"nmod", "compound"} and below.head != below:
            below = below.head
            if below.i in signed:
                return True
        return False

    def _is_topic(self, trigger: Trigger) -> bool:
        """ "Talks on the lifting of sanctions", "a ban on deliveries": spoken of, not done."""
        if self._is_known_to_source(trigger.nodes[-1]):
            return True
        kinds = self.grammar.words("topic_kind")
        if clause.is_verbal(trigger.nodes[-1]) or trigger.rule.kind not in kinds:
            return False
        for above in clause.ancestors(trigger.nodes[-1]):
            other = next((t for t in self.triggers if above in t.nodes), None)
            kind = other.rule.kind if other is not None else None
            if other is not None and kind != trigger.rule.kind and other.word not in trigger.nodes:
                talk = kind in {*SYMMETRIC, "measure"}
                told = any(any(self._report(c)) for c in (other, *other.rivals))
                return talk and (kind in SYMMETRIC or told)
            if clause.is_verbal(above):
                return False
        return False

    def _is_known_to_source(self, noun: Token) -> bool:
        """ "Sources close to the talks", "people briefed on the visit": who knows, no event."""
        above = noun.head
        if above._.lexeme in self.grammar.words("knowledge") and noun.dep_ == "nmod":
            return True
        if clause.is_verbal(noun) or any(c.dep_ == "nmod" for c in noun.children):
            return False
        described = above.dep_ == "amod" or (above.dep_ == "acl" and clause.is_passive(above))
        return described and above.head._.lexeme in self.scale.telling

    def _is_told_above(self, trigger: Trigger) -> bool:
        """ "Arrived in X for a visit", "threatened to veto": one visit, one statement.

        So is "arrived, the first visit by …", which is what the clause is said to be, and "will
        arrive, in what would be the first visit by …".
        """
        node = trigger.nodes[-1]
        if trigger.rule.kind == "statement" and self._is_in_message(node):
            return True
        if trigger.rule.kind == "visit" and self._sums_up(node):
            return True
        if trigger.rule.kind == "meeting" and self._is_reason(node):
            return True
        if trigger.rule.kind == "agreement" and (
            self._is_rejected(node) or self._is_judged(node) is not None
        ):
            return True
        if trigger.rule.kind == "statement" and self._is_means(node):
            return True
        kinds = {"visit": clause.OBLIQUES | {"appos"}, "statement": frozenset({"xcomp", "acl"})}
        if node.dep_ not in kinds.get(trigger.rule.kind, ()):
            return False
        if node.dep_ == "acl" and not clause.has(node, "VerbForm", "Inf"):
            return False  # "the refusal to support X", but not "a remark criticised by X"
        if clause.preposition(node, self.grammar) in self.grammar.words("since_event"):
            return False  # "the first visit since X's trip": that was another one
        above = [t for t in self.triggers if t.word == node.head]
        same = [t for t in above if t.rule.kind == trigger.rule.kind and t.nodes[-1] != node]
        return any(self._is_reported(t) for t in same)

    def _is_in_message(self, noun: Token) -> bool:
        """ "Handed over a note of protest": the note is told, and what it is of."""
        letters = (t for t in self.triggers if noun.dep_ == "nmod" and noun.head in t.nodes)
        return any(t.rule.kind == "message" and self._is_reported(t) for t in letters)

    def _is_rejected(self, noun: Token) -> bool:
        """ "France rejects the agreement": what is rejected is a text, and no second event."""
        verb = noun.head
        told = (t for t in self.triggers if t.rule.stance == "rejection" and t.word == verb)
        definite = self._is_definite_noun(noun) and not clause.children(noun, "nmod")
        return noun.dep_ == "obj" and definite and any(self._is_reported(t) for t in told)

    def _is_judged(self, noun: Token) -> Report | None:
        """ "X welcomed the agreement": the one that the text has told of."""
        above = (c for t in self.triggers if t.word == noun.head for c in (t, *t.rivals))
        judged = (c.rule.kind == "statement" for c in above)
        known = noun.dep_ == "obj" and self._is_definite_noun(noun) and self._is_bare(noun)
        told = [r for r in self.found if r.kind == "agreement" and r.standing != "not_happened"]
        return told[-1] if known and told and any(judged) else None

    def _is_means(self, noun: Token) -> bool:
        """ "Drohten mit einem Veto": one statement, however it is made."""
        by = clause.preposition(noun, self.grammar) in self.grammar.words("means")
        told = (t for t in self.triggers if t.word == noun.head and noun not in t.nodes)
        return by and any(t.rule.kind == "statement" and self._is_reported(t) for t in told)

    def _sums_up(self, noun: Token) -> bool:
        """Whether a noun says what its clause tells of: "…, which would be the first visit"."""
        verb = noun if any(c.dep_ == "cop" for c in noun.children) else noun.head
        becomes = noun.dep_ == "xcomp" and not any(verb in t.nodes for t in self.triggers)
        if verb is not noun and not becomes:
            return False
        subjects = [*clause.children(verb, "nsubj"), verb.head]
        pronoun = any(t.pos_ == "PRON" and clause.has(t, "PronType", "Rel") for t in subjects)
        told = (t for t in self.triggers if t.rule.kind == "visit" and t.word.sent == noun.sent)
        return pronoun and any(t.word.i < noun.i and t.word.head != noun for t in told)

    def _is_reason(self, noun: Token) -> bool:
        """ "Recalled its ambassador for consultations": why he is recalled, and no talks."""
        if clause.preposition(noun, self.grammar) not in self.grammar.words("purpose"):
            return False
        return any(noun.head in t.nodes for t in self.triggers if t.rule.kind == "relations")

    def _is_in_call(self, trigger: Trigger) -> bool:
        """ "Discussed it in a phone call": who talks on the phone does not meet."""
        return trigger.rule.kind == "meeting" and any(
            t.rule.kind == "call"
            and t.word.head in trigger.nodes
            and t.word.dep_ in clause.OBLIQUES
            and clause.preposition(t.word, self.grammar) in self.grammar.words("over_wire")
            and any(self._report(t))
            for t in self.triggers
        )

    def _report(self, trigger: Trigger) -> Iterator[Report]:
        roles = self._roles(trigger)
        gap = self._gap(trigger, roles)
        yield from self._make(trigger, _before(roles, gap), (0, gap))
        if gap < len(self.text):
            yield from self._make(trigger, _after(roles, gap), (gap, len(self.text)))

    def _gap(self, trigger: Trigger, roles: dict[str, list[Party]]) -> int:
        """Where a second clause leaves its verb out ("A reiste nach X, B nach Y"): its subject.

        A participant that stands behind the verb's own place or object, not joined by "and", and
        is followed by a further one opens such a clause.
        """
        placed = sorted(p.token.i for p in roles["where"])
        people = [
            p for p in roles["who"] + self._late_names(trigger, roles) if p.token.i > trigger.word.i
        ]
        for party in sorted(people, key=lambda p: int(p.token.i)):
            at = party.token.i
            before, after = [i for i in placed if i < at], [i for i in placed if i > at]
            first = min([at, *(c.i for c in clause.children(party.token, "det", "amod"))])
            comma = self.doc[first - 1].text in ",;"
            if before and after and before[-1] > trigger.word.i and comma:
                if all(p.token.i != at for p in roles["who"]):
                    roles["who"].append(party)
                return int(self.doc[first].idx)
        return len(self.text)

    def _late_names(self, trigger: Trigger, roles: dict[str, list[Party]]) -> list[Party]:
        """Persons coordinated to a place by the tree: the subject of a clause without verb."""
        tokens = [
            c for p in roles["where"] for c in p.token.children if c.dep_ in {"conj", "appos"}
        ]
        tokens += [t for t in trigger.word.subtree if t.dep_ == "conj"]
        tokens += clause.children(trigger.word, "appos")
        parties = [self.cast.party(t) for t in tokens]
        return [p for p in parties if p and p.actor and p.actor.type == "person"]

    def _make(
        self, trigger: Trigger, roles: dict[str, list[Party]], part: tuple[int, int]
    ) -> Iterator[Report]:
        roles["whom"] = [p for p in roles["whom"] if not _is_among(p, roles["who"])]
        if not self._is_told_here(trigger, roles):
            return
        if trigger.rule.kind == "visit":  # "visited 112 countries": nobody was visited
            roles["whom"] = [p for p in roles["whom"] if p.actor and p.actor.type != "state"]
        standing, chain = self._composed(trigger)
        if standing in {"not_happened", "cancelled"} and self._is_aim_of_visit(trigger):
            return
        if standing == "happened" and (plan := self._plan_spoken_of(trigger, roles)) is not None:
            standing, chain = plan.standing, plan.chain
        stance = trigger.rule.stance
        if trigger.rule.negated_stance and [o.standing for o in chain] == ["not_happened"]:
            stance, standing, chain = trigger.rule.negated_stance, "happened", ()
        elif trigger.rule.negated_stance and stance is None:
            return
        when = self._when(trigger, part) if self._is_dated(trigger, standing) else None
        aim = self._invited_for(trigger, when)
        when = when if aim is None else None
        standing, chain = self._time_decides(trigger, standing, chain, when)
        if standing in {"happened", "ongoing"} and when is None:
            trip = self._trip(trigger)
            standing, chain = (trip.standing, trip.chain) if trip else (standing, chain)
        parties = tuple(p.actor for p in (*roles["who"], *roles["whom"]) if p.actor)
        parties += tuple(_as_host(p.place) for p in roles["where"] if p.place and p.place.country)
        report = Report(
            id=_hash(self.document.id, trigger.rule.id, str(trigger.word.idx), str(part[0])),
            kind=self._kind(trigger, roles),
            who=_actors(roles["who"]),
            whom=_actors(roles["whom"]),
            where=_places(roles["where"]),
            when=self._date(when, standing, self._is_ahead(trigger)),
            standing=standing,
            attribution=self.attribution.trace(trigger, parties),
            stance=stance,
            about=self._about(roles["about"]) or self._matter(trigger),
            amount=self._amount(trigger),
            trigger=" ".join(t.text for t in sorted(trigger.nodes, key=lambda t: int(t.i))),
            trigger_span=_span(self.doc, trigger.word.i, trigger.word.i + 1),
            span=_sentence(self.doc, trigger.word),
            rule=trigger.rule.id,
            chain=chain,
        )
        if report.kind in SYMMETRIC and any(p.diplomatic for p in roles["whom"]):
            self.cast.proven |= {p.actor.name for p in roles["who"] if p.actor}
        yield report
        yield from self._consequence(trigger, report, roles, aim)

    def _plan_spoken_of(self, trigger: Trigger, roles: dict[str, list[Party]]) -> Report | None:
        """ "X will fly to Y: what is known about the visit": the one before, which is a plan."""
        noun = trigger.nodes[-1]
        spoken = clause.preposition(noun, self.grammar) in self.grammar.words("concerning")
        repeated = roles["who"] and all(p.token == trigger.word for p in roles["who"])
        before = next((r for r in reversed(self.found) if r.kind == trigger.rule.kind), None)
        plan = before is not None and before.standing in UNREAL
        return before if spoken and repeated and plan else None

    def _trip(self, trigger: Trigger) -> Report | None:
        """ "Is to fly to X, where he meets Y": what is done at the end of a trip still ahead."""
        verb, words = clause.head_conjunct(trigger.nodes[-1]), self.grammar.words("relative_place")
        verb = verb if clause.is_verbal(verb) else verb.head  # "…, where the summit takes place"
        there = [c for c in clause.children(verb, "advmod", "mark", "obl") if c.lower_ in words]
        if not there or there[0].i == 0 or self.doc[there[0].i - 1].text != ",":
            return None
        trips = (r for r in self.found if r.kind == "visit" and _lies_in(r.span, verb.sent))
        before = (r for r in trips if r.where and _told_at(r) < there[0].idx)
        last = max(before, key=_told_at, default=None)
        return last if last is not None and last.standing in UNREAL else None

    def _composed(self, trigger: Trigger) -> tuple[Standing, tuple[Operator, ...]]:
        """The standing by the sentence; that a planned visit is confirmed makes it no fact."""
        standing, chain = self.scale.compose(trigger)
        known = self._confirmed(trigger)
        mere = all(o.name == "confirm" for o in chain)
        if known is None or standing not in {"happened", "possible"} or not mere:
            return standing, chain
        if known.standing not in UNREAL:
            return known.standing, known.chain
        word = trigger.word
        span = _span(self.doc, word.i, word.i + 1)
        step = Operator(name="confirmed plan", trigger=word.text, standing="planned", span=span)
        return "planned", (step,)

    # ------------------------------------------------------------------ roles
    def _roles(self, trigger: Trigger) -> dict[str, list[Party]]:
        frame = self.cast.lexicon.frames[trigger.rule.frame]
        roles: dict[str, list[Party]] = {"who": [], "whom": [], "where": [], "about": []}
        taken: set[int] = {t.i for t in trigger.nodes}
        for role in ("whom", "where", "who", "about"):
            roles[role] = self._role(trigger, role, getattr(frame, role), taken)
        if not roles["who"]:
            asking = self._asking(trigger)
            asked = (
                self._host_subject(trigger, frame, taken) if not (asking and roles["whom"]) else []
            )
            roles["who"] = [*asking, *asked]
        if trigger.rule.kind == "agreement" and not roles["whom"]:
            roles["whom"] = self._beneficiary(trigger)
        if trigger.rule.kind == "invitation" and not roles["whom"]:
            roles["whom"] = self._invited(trigger, roles["who"])
        cased = bool(frame.where) and all(s.endswith("]") for s in frame.where)
        if not roles["where"] and not cased:  # "собирается в Киев", but not "в Киеве"
            roles["where"] = [p for p in self._inner_place(trigger) if p.token.i not in taken]
        if trigger.rule.kind in MUTUAL | AIMED:
            if not roles["whom"]:
                roles["whom"] = self._inner_partner(trigger, frame.whom)
            if not roles["who"]:
                roles["who"] = self._inner_partner(trigger, frame.who)
        if trigger.rule.kind == "statement" and not roles["whom"]:
            roles["whom"] = self._spoken_to(trigger)
        if trigger.rule.stance == "rejection" and not roles["whom"]:
            roles["whom"] = self._reproacher(trigger, roles["who"])
        if trigger.rule.frame == "visit" and self.grammar.words("drops_subject"):
            self._turn_round(roles)
        if trigger.rule.kind == "visit" and not roles["where"]:
            roles["where"] = self._there(trigger)
        self._bridge(trigger, roles)
        if trigger.rule.kind == "agreement" and len(roles["whom"]) > 1 and not roles["who"]:
            roles["who"], roles["whom"] = roles["whom"], []  # "the treaty ended their war"
        return roles

    def _spoken_to(self, trigger: Trigger) -> list[Party]:
        """ "Rang X and thanked for the release": whom one talks to is thanked, blamed or urged."""
        verb = trigger.nodes[-1]
        kinds = {*SYMMETRIC, "message"}
        talks = [t for t in self.triggers if verb.dep_ == "conj" and verb.head == t.nodes[-1]]
        talks = [t for t in talks if t.rule.kind in kinds and clause.is_verbal(verb)]
        return list(self._roles(talks[0])["whom"]) if talks else []

    def _turn_round(self, roles: dict[str, list[Party]]) -> None:
        """ "Ташкент посетил Блинкен": no town visits a person, where order is free."""
        placed = roles["who"] and all(p.place is not None for p in roles["who"])
        people = [p for p in roles["whom"] if p.actor and p.actor.type == "person"]
        if placed and people and not roles["where"]:
            roles["where"], roles["who"], roles["whom"] = roles["who"], people, []

    def _reproacher(self, trigger: Trigger, who: list[Party]) -> list[Party]:
        """ "X accused Y. Y rejected the accusation": it was X's."""
        what = clause.children(trigger.nodes[-1], "obj", "nsubj:pass")
        bare = [t for t in what if t._.lexeme in self.grammar.words("reproach")]
        bare = [t for t in bare if not clause.children(t, "nmod", "nmod:poss", "acl", "ccomp")]
        before = self.found[-1] if self.found else None
        if not bare or before is None or before.stance not in {*BLAMING, "threat"}:
            return []
        own = {p.actor.country for p in who if p.actor} - {None}
        blamed = {a.country for a in before.whom} - {None}
        blaming = {a.country for a in before.who} - {None}
        if not self._shares_paragraph(before, trigger.word) or not own & blamed or own & blaming:
            return []
        return [_repeated_actor(trigger.word, a) for a in before.who]

    def _there(self, trigger: Trigger) -> list[Party]:
        """ "Il s'y rendra", "поехал туда": the place that was told of last."""
        words, verb = self.grammar.words("there"), trigger.nodes[-1]
        there = [c for c in verb.children if c.lower_ in words and not c.dep_.startswith("nsubj")]
        before = next((r for r in reversed(self.found) if r.where), None)
        if not there or before is None or not self._shares_paragraph(before, verb):
            return []
        return [_repeated(there[0], place) for place in before.where]

    def _bridge(self, trigger: Trigger, roles: dict[str, list[Party]]) -> None:
        """What a sentence leaves out because the one before it said it, for visits alike."""
        if trigger.word._.lexeme in self.grammar.words("return_visit"):
            return  # whoever was there before, others come now
        mutual = trigger.rule.kind in MUTUAL
        if mutual and roles["whom"] and not roles["who"]:
            owners = self._owners(roles["whom"])
            roles["who"] = owners or self._topic(trigger) or self._teller(trigger)
        if trigger.rule.kind == "agreement" and not roles["who"]:
            roles["who"] = self._signing(trigger)
        if mutual and not roles["who"] and self._is_of_speaker(trigger):
            roles["who"] = self._teller(trigger)
        before = next((r for r in reversed(self.found) if r.kind == trigger.rule.kind), None)
        definite = self._is_definite_noun(trigger.word)
        if (known := self._confirmed(trigger)) is not None:
            self._repeat(trigger, roles, known)
            return
        if trigger.rule.kind == "visit" and definite and self._retell(trigger, roles):
            return
        only = self._only(trigger) if definite and trigger.rule.kind in SYMMETRIC else None
        if only is None and before is not None and not self._is_near(before, trigger):
            return
        before = only or before
        if before is None:
            return
        elsewhere = roles["where"] and before.where and not _same_places(roles["where"], before)
        if trigger.rule.kind in SYMMETRIC and elsewhere:
            return
        if trigger.rule.kind in SYMMETRIC and definite and not roles["whom"]:
            if not roles["who"] or self._is_confirmed(trigger, roles["who"], before):
                roles["who"] = [_repeated_actor(trigger.word, a) for a in before.who]
                roles["whom"] = [_repeated_actor(trigger.word, a) for a in before.whom]
            return
        if trigger.rule.kind != "visit":
            return
        echoing = trigger.rule.frame == "follow" or any(
            c._.lexeme in self.grammar.words("same_as_before") for c in trigger.word.children
        )
        if roles["who"] and not roles["where"] and echoing:
            roles["where"] = [_repeated(trigger.word, place) for place in before.where]
        going_on = before.standing in UNREAL and self._shares_paragraph(before, trigger.word)
        noun = not clause.is_verbal(trigger.nodes[-1])
        if noun and not roles["who"] and not roles["where"] and (definite or going_on):
            roles["where"] = [_repeated(trigger.word, place) for place in before.where]
        if roles["where"] and not roles["who"] and _same_places(roles["where"], before):
            roles["who"] = [_repeated_actor(trigger.word, actor) for actor in before.who]

    def _signing(self, trigger: Trigger) -> list[Party]:
        """ "A treaty is to be signed in May", "the agreement failed": by those who have just met.

        What a definite noun alone names has only ended; that it is there was told before.
        """
        verb, last = trigger.nodes[-1], self.found[-1] if self.found else None
        mutual = last is not None and last.kind in MUTUAL and self._shares_paragraph(last, verb)
        if last is None or not mutual or len({*last.who, *last.whom}) < 2:
            return []
        objects = clause.children(verb, "nsubj:pass")
        signed = clause.is_verbal(verb) and any(o._.lexeme in self.pacts for o in objects)
        known = last.kind == "agreement" and self._is_definite_noun(verb) and self._is_bare(verb)
        ended = known and self.scale.compose(trigger)[0] in {"cancelled", "not_happened"}
        if not signed and not ended:
            return []
        return [_repeated_actor(trigger.word, a) for a in (*last.who, *last.whom)]

    def _retell(self, trigger: Trigger, roles: dict[str, list[Party]]) -> bool:
        """ "The ministry declined to confirm the visit": the one that the text has told of."""
        before, speaking = self._only(trigger), roles["who"]
        if before is None or roles["where"] or not speaking:
            return False
        if not self._is_confirmed(trigger, speaking, before):
            return False
        self._repeat(trigger, roles, before)
        return True

    def _repeat(self, trigger: Trigger, roles: dict[str, list[Party]], before: Report) -> None:
        roles["who"] = [_repeated_actor(trigger.word, actor) for actor in before.who]
        roles["whom"] = [_repeated_actor(trigger.word, actor) for actor in before.whom]
        roles["where"] = [_repeated(trigger.word, place) for place in before.where]

    def _confirmed(self, trigger: Trigger) -> Report | None:
        """ "X confirmed the postponement of the trip": the one that the text has told of.

        The noun alone says neither whose nor where it is, and whoever confirms need not take part.
        """
        noun = trigger.nodes[-1]
        if clause.is_verbal(noun) or not self._is_bare(noun):
            return None
        for above in clause.ancestors(noun):
            if clause.is_verbal(above):
                confirms = above._.lexeme in self.grammar.words("confirming")
                return self._only(trigger) if confirms else None
            if not self._is_bare(above, besides=noun):
                return None
            noun = above
        return None

    def _is_bare(self, noun: Token, besides: Token | None = None) -> bool:
        """A noun that says of nobody whose it is, and is not "a visit"."""
        beside = [c for c in noun.children if c != besides and c.i not in self.cast.dated]
        own = [c for c in beside if c.dep_ == "nmod" or self.cast.mentions.get(c.i)]
        open_ = [c for c in beside if clause.has(c, "Definite", "Ind")]
        owned = [c for c in beside if clause.has(c, "Poss", "Yes")]
        alone = not (own or open_ or owned) and noun.dep_ not in {"conj", "compound"}
        return alone and not self.cast.mentions.get(noun.i)

    def _only(self, trigger: Trigger) -> Report | None:
        """The one event of the trigger's kind that the text has told of; None where of several."""
        told = [r for r in self.found if r.kind == trigger.rule.kind and r.who]
        sides = [(r, [a.name for a in (*r.who, *r.whom)]) for r in told]
        sides = [(r, [*n, *(p.name for p in r.where if r.kind == "visit")]) for r, n in sides]
        whole = [r for r, named in sides if len(named) > 1]
        parties = {frozenset(named) for _, named in sides if len(named) > 1}
        return whole[-1] if len(parties) == 1 else None

    def _is_confirmed(self, trigger: Trigger, who: list[Party], before: Report) -> bool:
        """ "Poland's ministry confirmed the talks": those that were told of before."""
        states = {a.country for a in (*before.who, *before.whom)} | {None}
        states |= {p.country for p in before.where if before.kind == "visit"}
        speaking = [p.actor for p in who if p.actor and p.actor.type in {"government", "unknown"}]
        apart = len(speaking) == len(who) and all(s.country in states for s in speaking)
        return apart and trigger.nodes[-1].head._.lexeme in self.scale.saying

    def _topic(self, trigger: Trigger) -> list[Party]:
        """The other side of a talk: the person that the sentence before was about."""
        number = self.references.number[trigger.word.i]
        if (
            number == 0
            or clause.is_verbal(trigger.word)
            or not (self._is_definite_noun(trigger.word) or self._is_arranged(trigger.word))
            or not self.references.same_paragraph(number - 1, number)
        ):
            return []
        root = self.references.sentences[number - 1].root
        parties = [self.references.resolve(t) for t in clause.subjects(root, self.grammar)]
        people = [p for p in parties if p and p.actor and p.actor.type == "person"]
        return [_repeated_actor(trigger.word, p.actor) for p in people if p.actor]

    def _owners(self, parties: list[Party]) -> list[Party]:
        """ "A meeting with his Polish colleague": whose colleague it is takes part."""
        owning = [c for p in parties for c in p.token.children if clause.has(c, "Poss", "Yes")]
        found = [self.references.resolve(c) for c in owning]
        return [p for p in found if p and p.actor and p.actor.type == "person"]

    def _is_arranged(self, noun: Token) -> bool:
        """ "Eine für Montag geplante Begegnung mit X", "dort sind Gespräche mit X vorgesehen"."""
        words = self.grammar.words("place_adverb")
        there = any(c.lower_ in words for c in clause.children(noun.head, "advmod"))
        beside = clause.children(noun, "amod", "acl")
        planned = [r for c in beside for r in self.scale.modifiers.get(c._.lexeme, ())]
        return there or any(r.effect == "planned" for r in planned)

    def _teller(self, trigger: Trigger) -> list[Party]:
        """ "X said talks with Y had collapsed", "X denied contact with Y": X speaks of its own."""
        below = trigger.nodes[-1]
        for above in clause.ancestors(below):
            denied = below.dep_ == "obj" and self._denies(above)
            if denied or (below.dep_ in TOLD and above._.lexeme in self.scale.saying):
                found = [self.references.resolve(t) for t in clause.subjects(above, self.grammar)]
                return [p for p in found if p and p.actor and p.diplomatic]
            below = above
        return []

    def _is_of_speaker(self, trigger: Trigger) -> bool:
        """ "One had agreed, X said": whom "one" means speaks."""
        words = self.grammar.words("whoever_speaks")
        return any(c.lower_ in words for c in clause.children(trigger.nodes[-1], "nsubj"))

    def _denies(self, verb: Token) -> bool:
        rules = self.scale.governors.get(verb._.lexeme, ())
        return any(r.effect == "deny" for r in rules[:1])

    def _shares_paragraph(self, before: Report, word: Token) -> bool:
        return "\n" not in self.text[before.span.end : word.idx]

    def _is_definite_noun(self, word: Token) -> bool:
        such = self.grammar.words("such")
        return not clause.is_verbal(word) and any(
            clause.has(c, "Definite", "Def")
            or clause.has(c, "PronType", "Dem")
            or c._.lexeme in such
            for c in word.children
        )

    def _is_near(self, before: Report, trigger: Trigger) -> bool:
        between = self.text[before.span.end : trigger.word.idx]
        return "\n\n" not in between

    def _role(
        self, trigger: Trigger, role: str, slots: Iterable[str], taken: set[int]
    ) -> list[Party]:
        found: list[Party] = []
        closed, others = False, False
        sides = self.grammar.words("between") if trigger.rule.kind in SYMMETRIC else frozenset()
        for slot in slots:
            sort, name = (slot[0], slot[1:]) if slot[0] in "@+~" else ("", slot)
            if closed and name not in sides:
                continue  # but who hosts talks and between whom they are all take part
            for token in self._fill(trigger, name, role):
                if token.dep_ == "conj" and self.scale.is_excepted(token):
                    continue  # "Blinken, not Rubio"
                if others and role == "who" and clause.has(token, "Poss", "Yes"):
                    continue  # "the firms broke their ties": theirs, whoever they are
                others = others or name == "subject"
                if self.scale.excludes(token):
                    continue
                pair = self._both(token) if self._is_pair(token) else self._they(trigger, token)
                if pair or token.lower_ in self.grammar.words("both"):
                    found.extend(pair or self._both(token))
                    continue
                if name == "subject" and (group := self._group(token)):
                    found.extend(group)
                    continue
                party = self._fitting(token, sort, name, trigger)
                if party is None and role == "about" and token.pos_ in {"NOUN", "PROPN"}:
                    party = Party(token, None, None, False)
                if party is None or (token.i in taken and name not in {"compound", "self"}):
                    continue
                if name == "object" and clause.head_conjunct(token) in trigger.nodes:
                    continue  # "sent arms and advisers": what is sent, and nobody that gets it
                taken.add(token.i)
                found.extend(self.cast.split(party) if sort != "@" else [party])
            closed = closed or bool(found and role != "where" and name != "subject")
        return found

    def _is_pair(self, token: Token) -> bool:
        """ "Beide Länder", "the two sides": the two before, by a noun for states or sides."""
        words = self.grammar.words("pair")
        noun = self._describes_pair(token)
        if token.lower_ in self.grammar.words("bare_pair"):  # where no article tells
            return noun and not clause.children(token, "amod", "flat")
        return noun and any(
            c.lower_ in words and c.dep_ in {"det", "nummod", "amod"} for c in token.children
        )

    def _describes_pair(self, token: Token) -> bool:
        sides = self.grammar.words("describing_state") | self.grammar.words("side")
        return token._.lexeme in sides and not any(
            c.dep_ in {"nmod", "appos", "acl:relcl"} for c in token.children
        )

    def _both(self, token: Token) -> list[Party]:
        """ "Beide": the two that the report before was about, or the one before that."""
        first = max(0, self.references.number[token.i] - PAIR_REACH)
        start = self.references.sentences[first].start_char
        near = (r for r in reversed(self.found) if r.span.end > start)
        states = token._.lexeme in self.grammar.words("describing_state")
        near = (r for r in near if not states or self._shares_paragraph(r, token))
        told = ((*r.who, *r.whom) for r in near)
        sides = ([a for a in one if a.type != "group" or a.id] for one in told)
        pairs = [one for one in sides if len(one) > 1]
        if states and len({frozenset(a.country for a in pair) for pair in pairs}) > 1:
            return []  # "the two countries", after talks between others, too
        actors = pairs[0] if pairs else []
        if len(actors) == 2:
            return [_repeated_actor(token, a) for a in actors]
        sides_alone = states or not self.cast.named(token, "office")
        known = sides_alone and self._is_known_pair(token)
        return self.references.two_states(token) if known else []

    def _group(self, pronoun: Token) -> list[Party]:
        """ "They": several who are named together, in the clause around or the sentence before."""
        if pronoun.lower_ not in self.grammar.words("they") or pronoun.pos_ != "PRON":
            return []
        subjects: list[Token] = []
        for above in clause.ancestors(pronoun):
            if clause.is_verbal(above) and not subjects:
                own = clause.subjects(above, self.grammar)
                subjects = [] if pronoun in own else own
        number = self.references.number[pronoun.i]
        if not subjects and number and self.references.same_paragraph(number - 1, number):
            root = self.references.sentences[number - 1].root
            subjects = clause.subjects(root, self.grammar)
        parties = [self.references.resolve(t) for t in clause.conjuncts(subjects)]
        actors = [p.actor for p in parties if p and p.actor]
        several = len(subjects) == 1 and clause.has(subjects[0], "Number", "Plur")
        if len(actors) > 1 or several:  # "the leaders met. They …"
            return [_repeated_actor(pronoun, a) for a in actors]
        return self._both(pronoun)

    def _they(self, trigger: Trigger, token: Token) -> list[Party]:
        """ "Telefoniert haben sie einmal": what takes two, by the two of whom was just told."""
        if trigger.rule.kind not in MUTUAL or token.lower_ not in self.grammar.words("they"):
            return []
        verb = token.head
        finite = [w for w in (verb, *clause.children(verb, *HELPING)) if _is_finite(w)]
        plural = any(clause.has(w, "Number", "Plur") for w in finite)
        polite = token.text[:1].isupper() and not token.is_sent_start
        subject = token.dep_ in {"nsubj", "nsubj:pass"}
        return self._both(token) if plural and subject and not polite else []

    def _is_known_pair(self, noun: Token) -> bool:
        """ "Both countries", "the two countries" point back; "two countries" may be any."""
        both, pair = self.grammar.words("both"), self.grammar.words("pair")
        return any(
            clause.has(c, "Definite", "Def")
            or clause.has(c, "PronType", "Dem")
            or c.lower_ in both
            or (c.lower_ in pair and c.pos_ == "DET")
            for c in (noun, *noun.children)
        )

    def _fill(self, trigger: Trigger, slot: str, role: str) -> list[Token]:
        """A slot's tokens; a date in it hands on what hangs on it ("im Winter 2023 in Riga")."""
        verb = trigger.nodes[-1]
        if role != "whom" and slot in self.grammar.agent and self._is_active(verb):
            return []  # "condemning exercises by X": whose they are, X does not condemn
        travelling = clause.is_verbal(verb) and verb._.lexeme in self.scale.travel
        from_ = slot in self.grammar.words("of") and trigger.rule.frame != "comeback"
        if travelling and from_:  # "voyager de France en …", but "zurück aus Frankreich"
            return clause.fill(trigger.nodes[:-1], slot, self.grammar)
        found = clause.fill(trigger.nodes, slot, self.grammar)
        if not found and slot not in RELATIONS:
            found = clause.fill(self._stage(trigger), slot, self.grammar)
        dates = [t for t in trigger.nodes[-1].children if t.i in self.cast.dated]
        return found + clause.fill(dates, slot, self.grammar)

    def _is_active(self, word: Token) -> bool:
        return clause.is_verbal(word) and bool(_objects(word)) and not clause.is_passive(word)

    def _stage(self, trigger: Trigger) -> list[Token]:
        """ "A meeting took place between X and Y": the verb that says that the event occurs."""
        word = trigger.nodes[-1]
        empty = [c.lower_ for c in clause.children(word.head, "nsubj")]
        comes = word.dep_ in clause.OBLIQUES and set(empty) & self.grammar.words("expletive")
        if clause.is_verbal(word) or not (comes or word.dep_ in {"nsubj", "nsubj:pass"}):
            return []  # "zwischen X und Y kam es zu einem Treffen"
        rules = self.scale.governors.get(word.head._.lexeme, ())
        return [word.head] if any(r.effect == "occur" for r in rules) else []

    def _fitting(self, token: Token, sort: str, slot: str, trigger: Trigger) -> Party | None:
        if slot == "compound" and token == trigger.word:
            return self._from_compound(token, sort)
        if (
            slot == "object"
            and token.pos_ == "NOUN"
            and any(t.word == token for t in self.triggers)
        ):
            return None  # "begrüßte den China-Besuch": an event, and not China
        if token._.lexeme in self.grammar.words("money") and slot not in {"compound", "self"}:
            return None
        if slot.startswith("object.") and self._is_of_others(token, trigger):
            return None
        if slot == "adjective" and trigger.word._.lexeme in self.grammar.words("destined"):
            return None  # "an Irish tour" leads there
        if slot in {"adjective", "compound"} and self._is_in_title(token, trigger.word):
            return None
        party = self.references.resolve(token)
        if party is None or (slot == "adjective" and not self.cast.named(token, "nationality")):
            return None
        located = slot == "compound" and trigger.rule.kind in {"meeting", "agreement"}
        if located and sort != "@" and self.cast.named(token, "city", "metonym"):
            return None  # "the Minsk agreement", "the Geneva talks"
        if slot in self.grammar.words("of") and self._is_city_of(party, trigger):
            return party if sort == "@" else None
        if sort == "@":
            return party if party.place is not None and slot != "von" else None
        if party.actor is None and slot == "subject" and trigger.rule.telling and party.place:
            return party._replace(actor=_as_host(party.place))  # "Genoa and Venice made peace"
        if party.actor is None:
            return None
        if sort == "~" and party.place is not None:
            return party if party.actor.type == "unknown" and _looks_personal(token) else None
        return party

    def _is_in_title(self, word: Token, noun: Token) -> bool:
        """ "The Danish Beekeepers Conference": a word of a name says not who takes part."""
        plain = self.grammar.words("diplomatic_noun")
        if word._.lexeme in plain:
            return True  # "the Peace Conference"
        between = noun.doc[word.i + 1 : noun.i] if word.i < noun.i and word.head == noun else ()
        names = [t for t in between if t.pos_ == "PROPN" and t.dep_ == "compound"]
        strange = [t for t in names if not self.cast.mentions.get(t.i) and t._.lexeme not in plain]
        return noun.pos_ == "PROPN" and bool(strange)

    def _is_of_others(self, token: Token, trigger: Trigger) -> bool:
        """ "Discussed the talks with X": with X were the talks, not the discussion."""
        kinds = {*MUTUAL, "visit", "relations"}
        verbal = trigger.rule.kind in SYMMETRIC and clause.is_verbal(trigger.word)
        told = (t for t in self.triggers if t.word == token.head)
        return verbal and any(t.rule.kind in kinds for t in told)

    def _is_city_of(self, party: Party, trigger: Trigger) -> bool:
        """ "Die Konferenz von London": where it was, not whose it was."""
        noun = not clause.is_verbal(trigger.nodes[-1])
        city = party.place is not None and (party.actor is None or party.actor.type != "state")
        city = city and not party.token.conjuncts  # "the summit of Moscow and Beijing"
        return noun and trigger.rule.kind in MUTUAL and city and party.token.pos_ == "PROPN"

    def _from_compound(self, token: Token, sort: str) -> Party | None:
        """ "China-Besuch", "Trump-Besuch": the name inside the word."""
        for mention in self.cast.mentions.get(token.i, ()):
            if mention.end > token.idx + len(token.text) - 2 or mention.type == "office":
                continue
            if sort == "@" and mention.type in {"country", "city", "region", "grouping"}:
                return self.cast._geographic(token, mention)
            if sort != "@" and mention.type == "person":
                return self.cast.party(token)
        rule = self.cast.nouns.get(token._.modifier)
        if sort == "@" or rule is None or rule.type != "person" or not rule.diplomatic:
            return None
        title = token._.modifier.capitalize()  # "Kanzler-Besuch"
        written = token.text[: len(title)]
        span = Span(start=token.idx, end=token.idx + len(written), text=written)
        actor = ActorMention(name=title, mention=written, type="person", office=title, span=span)
        return Party(token, actor, None, True)

    def _host_subject(self, trigger: Trigger, frame: Frame, taken: set[int]) -> list[Party]:
        """Who does an event that a noun names: the subject of the verb above it."""
        word = trigger.nodes[-1]
        timed = clause.preposition(word, self.grammar) in self.grammar.words("noun_time")
        pact = trigger.rule.kind == "agreement" and not clause.children(word, "nmod")
        if clause.is_verbal(word) or (timed and pact):
            return []  # "not before a ceasefire": whose it will be, is not said
        for above in clause.ancestors(word):
            blamed = self._blamed(above) if above not in trigger.nodes else None
            if blamed is not None and not self._follows(word, above):
                return [p for p in blamed if p.token.i not in taken]
            if guests := self._guests(trigger, above):
                return guests
            if clause.is_verbal(above):
                rules = [r for r in self.scale.governors.get(above._.lexeme, ()) if not r.of]
                decided = word.head == above and self.scale.is_decided(word)
                known = decided or (rules and rules[0].effect not in OTHERS)
                if not self._follows(word, above) and not known:
                    return []
                if self._follows(word, above):
                    above = self._speaking(above)
                subjects = clause.subjects(above, self.grammar) or self._asked(above)
                awaited = trigger.rule.kind == "visit" or above._.lexeme in self.scale.travel
                if awaited and self._follows(word, above):
                    subjects = subjects or clause.children(above, "nsubj:pass")
                if word in subjects:  # "dem Präsidenten steht ein Besuch bevor"
                    subjects = clause.fill([above], "indirect", self.grammar)
                parties = [
                    self.references.resolve(t)
                    for t in clause.conjuncts(subjects)
                    if t.i not in taken
                ]
                return [p for p in parties if p is not None and p.actor is not None]
        return self._headed(word)

    def _guests(self, trigger: Trigger, verb: Token) -> list[Party]:
        """ "Hosted X on a state visit": who is received visits, and not who receives."""
        hosting = any(t.word == verb and t.rule.kind == "meeting" for t in self.triggers)
        if trigger.rule.kind != "visit" or not hosting or trigger.nodes[-1].dep_ == "obj":
            return []
        found = [self.references.resolve(t) for t in clause.conjuncts(_objects(verb))]
        return [p for p in found if p and p.actor and p.actor.type == "person"]

    def _speaking(self, verb: Token) -> Token:
        """ "Urged X to do it during talks": the talks are of who urges, not of who shall do it."""
        above = verb.head
        urged = verb.dep_ == "xcomp" and _is_nonfinite(verb)
        return above if urged and above._.lexeme in self.grammar.object_control else verb

    def _asking(self, trigger: Trigger) -> list[Party]:
        """ "Asked Y for a meeting": whoever asks for one takes part in it."""
        noun = trigger.nodes[-1]
        wanted = clause.preposition(noun, self.grammar) in self.grammar.words("request")
        if trigger.rule.kind not in SYMMETRIC or not wanted:
            return []
        told = [t for t in self.triggers if t.rule.stance == "demand" and noun.head in t.nodes]
        return list(self._roles(told[0])["who"]) if told else []

    def _blamed(self, word: Token) -> list[Party] | None:
        """ "Accused X of the sale", "demanded of X an end": X has done it, and not who says so."""
        for told in self.triggers:
            if told.rule.stance in BLAMING and word in told.nodes:
                return list(self._roles(told)["whom"])
        return None

    def _beneficiary(self, trigger: Trigger) -> list[Party]:
        """ "By the terms of the treaty X ceded Y to Z": who gets something is a party to it."""
        noun = trigger.nodes[-1]
        if clause.preposition(noun, self.grammar) not in self.grammar.words("terms"):
            return []
        verbs = [noun.head] if clause.is_verbal(noun.head) else []
        tokens = clause.conjuncts(clause.fill(verbs, "indirect", self.grammar))
        parties = [self.references.resolve(t) for t in tokens]
        return [p for p in parties if p is not None and p.diplomatic and p.actor is not None]

    def _invited(self, trigger: Trigger, hosts: list[Party]) -> list[Party]:
        """ "Auf Einladung von X kam Y": Y is whom X has invited."""
        noun = trigger.nodes[-1]
        bare = not clause.children(noun, "det")
        words = self.grammar.words("guest_of")
        if clause.preposition(noun, self.grammar) not in words or not (bare and hosts):
            return []
        verb = next((t for t in clause.ancestors(noun) if clause.is_verbal(t)), None)
        tokens = clause.subjects(verb, self.grammar) if verb is not None else []
        parties = [self.references.resolve(t) for t in clause.conjuncts(tokens)]
        return [p for p in parties if p is not None and p.actor is not None]

    def _asked(self, verb: Token) -> list[Token]:
        """ "Asked about a visit to X, Y refused to say": the subject of the clause behind."""
        if verb.dep_ != "advcl" or not clause.has(verb, "VerbForm", "Part"):
            return []
        return clause.subjects(verb.head, self.grammar) if verb.i < verb.head.i else []

    def _headed(self, word: Token) -> list[Party]:
        """ "Polish premier in Riga for talks": a headline without verb is about its noun."""
        aims = self.grammar.words("aim")
        if clause.preposition(word, self.grammar) not in aims or word.head.head != word.head:
            return []
        party = self.references.resolve(word.head)
        return [party] if party and party.actor and party.actor.type == "person" else []

    def _follows(self, word: Token, verb: Token) -> bool:
        """ "After the meeting with X, Y said": whoever does the verb was at the event."""
        preposition = clause.preposition(word, self.grammar)
        if preposition in self.grammar.words("aim") and verb._.lexeme in self.scale.travel:
            return word.head == verb  # "arrived for talks"
        if clause.is_gathering(word, self.grammar):
            return word.head == verb
        hosted = self.grammar.words("noun_time") | self.grammar.words("terms")
        if verb._.lexeme in self.scale.speaking:
            hosted |= self.grammar.words("setting")  # "said in a letter"
        return preposition in hosted and word.head == verb

    def _inner_partner(self, trigger: Trigger, slots: Iterable[str]) -> list[Party]:
        """Who takes part, where the tree hung the phrase on another word of the clause."""
        words = {slot.lstrip("+@~") for slot in slots}
        event = trigger.nodes[-1]
        near = _own_subtree(event)
        for above in clause.ancestors(event) if not clause.is_verbal(event) else ():
            if any(above in t.nodes for t in self.triggers):
                break
            near += [t for t in above.children if t.i > event.i]
            if clause.is_verbal(above):
                break
        tokens = [
            t
            for t in near
            if t.dep_ in clause.OBLIQUES
            and (t.head == event or all(t.head != o.word for o in self.triggers))
            and (preposition := clause.preposition(t, self.grammar)) in words
            and (t.head == event or preposition not in self.grammar.words("of"))
            and not self._is_spoken_of(t.head, event)
        ]
        parties = [self.references.resolve(t) for t in clause.conjuncts(tokens)]
        found = [p for p in parties if p is not None and p.diplomatic and p.actor is not None]
        of = self.grammar.words("of")
        cities = [
            p.token
            for p in found
            if clause.preposition(p.token, self.grammar) in of and self._is_city_of(p, trigger)
        ]
        return [p for p in found if p.token not in cities and not self._is_venue(p, trigger)]

    def _is_spoken_of(self, topic: Token, event: Token) -> bool:
        """ "Sprach von einem Vertrag mit X": whose treaty it is, and not to whom one speaks."""
        words = self.grammar.words("spoken_of")
        return topic != event and clause.preposition(topic, self.grammar) in words

    def _is_venue(self, party: Party, trigger: Trigger) -> bool:
        """ "Ont conclu à Nairobi un accord": a city is where, and not with whom."""
        city = party.place is not None and party.actor is not None
        where = clause.preposition(party.token, self.grammar) in self.grammar.words("place")
        named = bool(self.cast.named(party.token, "city"))
        return city and where and named and trigger.rule.kind in MUTUAL

    def _inner_place(self, trigger: Trigger) -> list[Party]:
        """A place anywhere in the event's clause; not one that says which body is meant."""
        word = trigger.nodes[-1]
        if not clause.is_verbal(word) and (clause.is_verbal(word.head) or self._headed(word)):
            word = word.head
        places = self.grammar.words("place")
        found = []
        for token in _own_subtree(word):
            party = self.references.resolve(token) if token.dep_ in clause.OBLIQUES else None
            named = party is not None and party.place is not None and party.place.country
            if (
                named
                and not self._is_of_visit(token, word)
                and clause.preposition(token, self.grammar) in places
                and (
                    token.head.dep_ not in BODIES
                    or token.head.pos_ == "VERB"
                    or trigger.rule.copula
                )
            ):
                found.append(party)
        return [p for p in found if p is not None]

    def _is_each(self, party: Party) -> bool:
        """ "Every secretary of state": a claim about all who held an office, and no one's deed."""
        actor = party.actor
        unnamed = actor is not None and actor.type == "person" and actor.id is None
        words = self.grammar.words("each")
        return unnamed and any(
            c._.lexeme in words for c in clause.children(party.token, "det", "amod")
        )

    def _is_of_visit(self, place: Token, event: Token) -> bool:
        """Does a place belong to another visit? Not where one "came for a visit to X"."""
        noun = place.head
        aim = clause.preposition(noun, self.grammar) in self.grammar.words("aim")
        visits = any(t.word == noun and t.rule.kind == "visit" for t in self.triggers)
        return visits and not (aim and noun.head == event and event._.lexeme in self.scale.travel)

    def _is_told_here(self, trigger: Trigger, roles: dict[str, list[Party]]) -> bool:
        """Is all there that the rule needs, and is it diplomacy, not one country's own affair?"""
        unless = trigger.rule.unless
        if not clause.is_verbal(trigger.word) and self._is_name(trigger.word):
            return False
        if len({t._.lexeme for t in trigger.word.sent} & self.grammar.words("pitch")) > 1:
            return False
        if trigger.rule.copula and self._is_said_of_event(trigger):
            return False
        if trigger.rule.frame == "visit" and self._comes_from_visit(trigger):
            return False
        denied = self.scale.is_negated(trigger.word) or self.scale.is_refused(trigger.word)
        if f"negated:{trigger.word._.lexeme}" in unless and denied:
            return False
        if "event" in unless and self._governs_event(trigger):
            return False
        refused = clause.children(trigger.word, "xcomp")
        if trigger.rule.stance == "rejection" and any(self.scale.is_excluding(c) for c in refused):
            return False  # "refused to rule out"
        if "aim" in unless and self._is_aim(trigger):
            return False
        if trigger.rule.kind in TALKS and any(self._is_each(p) for p in roles["who"]):
            return False
        if trigger.rule.kind in AGREED and self._is_end(trigger):
            return False
        judged = trigger.rule.kind == "statement" and self._judges_agreement(trigger)
        if not (judged and roles["who"]) and not is_complete(trigger, roles, self.cast):
            return False
        if is_domestic(trigger.rule, roles, self.cast):
            return False
        if judged:
            return is_diplomatic(trigger, roles, self.cast)
        if trigger.rule.kind == "statement" and is_at_home(trigger, roles, self.cast):
            return False
        return is_diplomatic(trigger, roles, self.cast) or self._goes_on_with_measure(trigger)

    def _judges_agreement(self, trigger: Trigger) -> bool:
        objects = clause.children(trigger.word, "obj")
        pacts_judged = (o for o in objects if o._.lexeme in self.pacts)
        return any(self._is_judged(o) is not None for o in pacts_judged)

    def _is_name(self, noun: Token) -> bool:
        """ "The Soviet Union", "Congress": a noun inside of a name is no event."""
        named = self.cast.named(noun, "country", "organisation", "metonym")
        end = noun.idx + len(noun)  # not "China-Besuch"
        return any(m.start <= noun.idx and end <= m.end for m in named)

    def _is_said_of_event(self, trigger: Trigger) -> bool:
        """ "The visit is in doubt": the visit is somewhere, not its visitor."""
        subjects = clause.children(trigger.word, "nsubj", "nsubj:pass")
        return any(t.word in subjects for t in self.triggers)

    def _comes_from_visit(self, trigger: Trigger) -> bool:
        """ "Came back from visits to X": the visits are told, the way home is no visit."""
        below = [c for c in trigger.word.children if c.dep_ in clause.OBLIQUES]
        back = [
            c for c in below if clause.preposition(c, self.grammar) in self.grammar.words("from")
        ]
        return any(t.word in back and t.rule.kind == "visit" for t in self.triggers)

    def _governs_event(self, trigger: Trigger) -> bool:
        """ "Refused to visit": the visit that was not is told, not the refusal beside it.

        So is what "dismissed reports that …" denies.
        """
        below = clause.children(trigger.word, "xcomp", "ccomp")
        hearsay = self.grammar.words("hearsay_noun")
        bare = [c for c in clause.children(trigger.word, "obl") if not clause.children(c, "case")]
        told = [c for c in (*clause.children(trigger.word, "obj"), *bare) if c._.lexeme in hearsay]
        below += [c for noun in told for c in clause.children(noun, "acl", "ccomp")]
        below += [c for c in clause.children(trigger.word, "obj") if self._is_encounter(c)]
        inner = [t for t in self.triggers if t.nodes[-1] in below]
        return any(self._is_reported(t) for t in inner)

    def _is_encounter(self, noun: Token) -> bool:
        """ "Ruled out a visit": a visit, meeting or call that is refused."""
        return any(t.word == noun and t.rule.kind in TALKS for t in self.triggers)

    def _is_aim(self, trigger: Trigger) -> bool:
        """ "Phoned X to discuss Y": what another event was for is no event beside it."""
        verb = trigger.nodes[-1]
        while verb.dep_ == "xcomp" and verb.head._.lexeme in self.grammar.words("helping"):
            verb = verb.head  # "sent arms to help defend X"
        infinitive = verb.dep_ in {"advcl", "xcomp", "acl"} and clause.has(verb, "VerbForm", "Inf")
        if verb.dep_ == "xcomp" and verb.head._.lexeme in self.scale.governors:
            return False  # "refused to condemn X"
        return infinitive and any(verb.head in t.nodes for t in self.triggers)

    def _is_aim_of_visit(self, trigger: Trigger) -> bool:
        """ "Cancelled a trip for the signing": that may have been without whoever stayed away."""
        noun, kind = trigger.nodes[-1], trigger.rule.kind
        aims = clause.preposition(noun, self.grammar) in self.grammar.words("aim")
        visits = [n for t in self.triggers if t.rule.kind == "visit" for n in t.nodes]
        beside = any(n.head == noun.head for n in visits if n.dep_ == "obj")
        return kind not in TALKS and aims and (noun.head in visits or beside)

    def _is_end(self, trigger: Trigger) -> bool:
        """ "Met to discuss how to reach a deal": what talks shall lead to has not been agreed."""
        below = trigger.nodes[-1]
        for head in clause.ancestors(below):
            if below.dep_ in {"advcl", "acl"} and _is_nonfinite(below):
                if self.scale.is_ruled_out(below) or self.scale.is_errand(below):
                    return False  # "met without signing an agreement", "flew there to sign one"
                above = {head, *clause.ancestors(head)}
                talks = (t for t in self.triggers if t.rule.kind in TALKS and not t.rule.copula)
                return any(above.intersection(t.nodes) and self._is_reported(t) for t in talks)
            below = head
        return False

    def _goes_on_with_measure(self, trigger: Trigger) -> bool:
        """An exemption or easing right after a state's measure speaks of that measure."""
        before = self.found[-1] if self.found else None
        return (
            trigger.rule.kind == "measure"
            and before is not None
            and (before.kind == "measure" and self._shares_paragraph(before, trigger.word))
        )

    # ------------------------------------------------------------------ the rest
    def _kind(self, trigger: Trigger, roles: dict[str, list[Party]]) -> Kind:
        """The rule's kind, or the one it has where the talk took place somewhere."""
        words = self.grammar.words("place_adverb")
        beside = list(trigger.nodes[-1].children)
        there = roles["where"] or any(c.lower_ in words for c in beside)
        where = self.grammar.words("relative_place")
        there = there or any(
            c.dep_ == "advmod" and (clause.has(c, "PronType", "Rel") or c.lower_ in where)
            for c in beside
        )
        plural = clause.has(trigger.word, "Number", "Plur") and trigger.word.pos_ == "NOUN"
        there = there or (plural and bool(self.grammar.words("plural_talks")))
        there = there or self._is_at_gathering(trigger)
        if trigger.rule.kind == "meeting" and not there and self._is_in_last_call(trigger, roles):
            return "call"
        kind = trigger.rule.present or trigger.rule.kind if there else trigger.rule.kind
        return "call" if kind == "meeting" and self._is_over_wire(trigger) else kind

    def _is_over_wire(self, trigger: Trigger) -> bool:
        """ "Held talks by video link", "a virtual summit", "провели переговоры по телефону"."""
        wire = self.grammar.words("wire")
        for word in (c for node in trigger.nodes for c in node.children):
            case = clause.preposition(word, self.grammar)
            if case is None:
                said = word.dep_ in WIRED and word._.lexeme in wire
            else:
                parts = (word, *clause.children(word, "compound"))
                over = case in self.grammar.words("over_wire")
                said = over and any(wire & {t._.lexeme, t.lower_} for t in parts)
            if said:
                return True
        return False

    def _is_at_gathering(self, trigger: Trigger) -> bool:
        """ "Spoke with X on the margins of the summit": whoever speaks there meets in person."""
        if trigger.rule.present is None:
            return False
        around = clause.children(trigger.nodes[-1], "obl", "obl:mod", "obl:arg", "nmod")
        gathered = {t.word for t in self.triggers if t.rule.kind in {"meeting", "visit"}}
        timed = self.grammar.words("noun_time") - self.grammar.words("noun_before")
        timed -= self.grammar.words("noun_after")
        return any(c in gathered and clause.preposition(c, self.grammar) in timed for c in around)

    def _is_in_last_call(self, trigger: Trigger, roles: dict[str, list[Party]]) -> bool:
        """ "The two discussed trade": on the phone, if a call of theirs was told of just before."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "call" or not self._shares_paragraph(last, trigger.word):
            return False
        talking = {p.actor.name for p in (*roles["who"], *roles["whom"]) if p.actor}
        return talking == {a.name for a in (*last.who, *last.whom)}

    def _deny_back(self) -> None:
        """ "…, which X denied" weakens what the sentence tells; "X denied this" stands beside it.

        A complaint stays made whatever is denied of what it says.
        """
        denials = Denials(self.grammar, self.scale)
        for verb in denials.find(self.doc):
            describing = self._describing_subject(verb)
            before = [r for r in self.found if _told_at(r) < verb.idx]
            before = [r for r in before if _told_at(r) not in describing]
            told = max(before, key=_told_at, default=None)
            if told is None or told.kind == "statement":
                continue
            denying = {t.idx for t in (verb, *verb.children)}
            self.found = [
                r for r in self.found if r.kind != "statement" or _told_at(r) not in denying
            ]
            if _told_at(told) >= verb.sent.start_char:
                denied = self._deny(told, verb)
                both = (*told.attribution, *denied.attribution)
                self.found.remove(told)
                self.found.append(msgspec.structs.replace(denied, attribution=both))
            elif (
                denials.is_main(verb)
                and self._is_next(told, verb)
                and not any(t.pos_ == "VERB" for t in self.doc[verb.sent.start : verb.i])
            ):  # else it denies what its own sentence says
                self.found.append(self._deny(told, verb))

    def _confirm_back(self) -> None:
        """ "X confirmed this", "… the cancellation": who confirms vouches for what was told."""
        denials = Denials(self.grammar, self.scale)
        for verb in denials.find_confirmed(self.doc):
            before = [r for r in self.found if _told_at(r) < verb.sent.start_char]
            ended = denials.ends(verb)
            before = [r for r in before if not ended or r.standing == "cancelled"]
            told = max(before, key=_told_at, default=None)
            if told is None or told.kind == "statement":
                continue
            only = ended and all(r.kind == told.kind for r in before)
            if not only and not self._is_next(told, verb):
                continue
            speaking = self.attribution.speakers(verb, told.who + told.whom)
            new = tuple(s for s in speaking if s not in told.attribution)
            at = self.found.index(told)
            self.found[at] = msgspec.structs.replace(told, attribution=told.attribution + new)

    def _describing_subject(self, verb: Token) -> set[int]:
        """ "X, who met Y, rejected the reports": what is said of X on the way is not denied."""
        subjects = clause.children(verb, "nsubj")
        clauses = [c for s in subjects for t in s.subtree for c in clause.children(t, "acl:relcl")]
        return {t.idx for c in clauses for t in c.subtree}

    def _is_next(self, told: Report, verb: Token) -> bool:
        """Does the verb's sentence follow the report's in one paragraph?"""
        pairs = pairwise(self.references.sentences)
        before = next((one for one, sentence in pairs if sentence == verb.sent), None)
        near = before is not None and _lies_in(told.span, before)
        return near and "\n" not in self.text[told.span.end : verb.idx]

    def _deny(self, report: Report, verb: Token) -> Report:
        step = Operator(
            name="deny",
            trigger=verb.text,
            standing="denied",
            span=_span(self.doc, verb.i, verb.i + 1),
        )
        return msgspec.structs.replace(
            report,
            id=_hash(report.id, "denied"),
            standing="denied",
            trigger=verb.text,
            trigger_span=step.span,
            span=_sentence(self.doc, verb),
            chain=(*report.chain, step),
            attribution=self.attribution.speakers(verb, report.who + report.whom),
            rule=f"{report.rule}.denied",
        )

    def _about(self, parties: list[Party]) -> str | None:
        names = [p.actor.mention if p.actor else self.cast.phrase(p.token) for p in parties]
        return ", ".join(names) or None

    def _matter(self, trigger: Trigger) -> str | None:
        """ "A trade agreement", "Handelsabkommen": what is agreed, by the words of the noun."""
        noun = trigger.word
        if trigger.rule.kind != "agreement" or noun.pos_ != "NOUN":
            return None
        beside = [c for c in noun.children if c.dep_ in {"compound", "amod"}]
        own = [c for c in beside if not self.cast.mentions.get(c.i) and not c.ent_type_]
        words = sorted((t for c in own for t in c.subtree), key=lambda t: int(t.i))
        return " ".join(t.text for t in words) or noun._.modifier or None

    def _when(self, trigger: Trigger, part: tuple[int, int]) -> DateMention | None:
        """The date nearest to the event word, in its phrase or else in its clause."""
        sentence = trigger.word.sent
        first, last = max(sentence.start_char, part[0]), min(sentence.end_char, part[1])
        inside = [d for d in self.dates if first <= d.start < last]
        if part[0] > sentence.start_char:
            return inside[0] if inside else None
        scopes = [_own_subtree(trigger.word), _own_subtree(trigger.nodes[-1])]
        below = trigger.nodes[-1]
        for head in clause.ancestors(below):
            if below.dep_ == "acl:relcl":  # a relative clause has its own time, or says of one
                above = (d for d in inside if d.start <= head.idx < d.end)
                return self._nearest(scopes, trigger, inside) or next(above, None)
            inner, below = below, head
            if (
                not clause.is_verbal(trigger.nodes[-1])
                or head.dep_ == "conj"
                or trigger.rule.kind == "statement"
                or self._is_at_that_time(inner)
            ):
                scopes.append(_own_subtree(head))
            if clause.is_verbal(head) and trigger.rule.kind != "statement":
                break
        beside = [c for c in trigger.nodes[-1].children if self._is_at_that_time(c)]
        scopes += [_own_subtree(clause_verb) for clause_verb in beside]
        return self._nearest(scopes, trigger, inside)

    def _nearest(
        self, scopes: list[list[Token]], trigger: Trigger, inside: list[DateMention]
    ) -> DateMention | None:
        """The date next to the event word, in the first of the scopes that holds one.

        "Came in May, for the first time since 2019": since when comes last.
        """
        since = None
        for scope in scopes:
            own = [t for t in scope if not self._is_of_earlier(t, trigger)]
            near = [d for d in inside if any(d.start <= t.idx < d.end for t in own)]
            since = since or next((d for d in near if d.role == "since"), None)
            near = [d for d in near if d.role != "since"]
            if near:
                return min(near, key=lambda d: abs(d.start - trigger.word.idx))
        return since

    def _is_dated(self, trigger: Trigger, standing: Standing) -> bool:
        """Not what "was called off on Monday", "put off to May" or "confirmed today": of these the
        day is another, unless the noun itself bears it."""
        noun = trigger.nodes[-1]
        own = {t.i for t in _own_subtree(noun)} & self.cast.dated
        away = standing == "cancelled" and not clause.is_verbal(noun)
        return bool(own) or not (away or self._confirmed(trigger))

    def _is_at_that_time(self, verb: Token) -> bool:
        """ "Came in May, when he met X": the clause has the time of the one above."""
        if verb.dep_ == "advcl" and clause.has(verb, "VerbForm", "Conv"):
            return True  # "подписав договор"
        if verb.dep_ == "xcomp":
            rules = self.scale.governors.get(verb.head._.lexeme, ())
            return any(r.effect == "achieve" for r in rules)  # "in May X managed to come"
        words = self.grammar.words("when")
        marks = [c for c in verb.children if c.dep_ in {"advmod", "mark"}]
        return verb.dep_.startswith("advcl") and any(c.lower_ in words for c in marks)

    def _is_of_earlier(self, token: Token, trigger: Trigger) -> bool:
        """ "The first talks since X's trip in 2023": the date is that of the event before."""
        since = self.grammar.words("since_event")
        first = token.left_edge
        before = [first.nbor(-1)] if first.i > first.sent.start else []  # "since Baker in 1992"
        names = {"NOUN", "PROPN"}
        beside = [a for b in before if b.pos_ == "PROPN" for a in (b, *clause.ancestors(b))]
        above = [t for t in (*clause.ancestors(token), *beside) if t not in trigger.nodes]
        return any(t.pos_ in names and clause.preposition(t, self.grammar) in since for t in above)

    def _time_decides(
        self,
        trigger: Trigger,
        standing: Standing,
        chain: tuple[Operator, ...],
        when: DateMention | None,
    ) -> tuple[Standing, tuple[Operator, ...]]:
        """A present tense with a date after the document's own is a plan, not a fact."""
        if standing not in {"happened", "ongoing"} or when is None or when.role == "until":
            return standing, chain
        published = self.document.published
        later = (
            self._is_scheduled(trigger, when)
            or when.forward
            or bool(
                published
                and when.value
                and when.value[:4].isdigit()
                and _is_after(when.value, published)
            )
        )
        if not later:
            return standing, chain
        step = Operator(name="date", trigger=when.text, standing="planned", span=when.span)
        return "planned", (*chain, step)

    def _is_scheduled(self, trigger: Trigger, when: DateMention) -> bool:
        """ "X besucht am Montag Y", "X arrives on Friday": present tense with a day is a plan."""
        verb = trigger.nodes[-1]
        present = clause.has(verb, "Tense", "Pres") and clause.has(verb, "VerbForm", "Fin")
        named = when.text.strip(". ").lower() in self.grammar.words("today")
        return (
            present
            and not named
            and when.role != "since"
            and trigger.rule.kind in {"visit", "meeting"}
            and not any(c.isdigit() for c in when.text)
        )

    def _is_ahead(self, trigger: Trigger) -> bool:
        """ "Reist im Mai", "kündigte an, im Mai zu reisen"; not "war für Mai geplant"."""
        verb = trigger.nodes[-1]
        verb = verb if clause.is_verbal(verb) else verb.head
        finite = [w for w in (verb, *clause.children(verb, *HELPING)) if _is_finite(w)]
        if trigger.rule.standing == "planned" and _is_perfect(verb):
            return False  # "had promised in May": that is when the promise was made
        return clause.is_verbal(verb) and all(not clause.has(w, "Tense", "Past") for w in finite)

    def _date(
        self, when: DateMention | None, standing: Standing, ahead: bool = False
    ) -> str | None:
        """The date in EDTF; a plan's season or month is the coming one, and never one since."""
        published = self.document.published
        if when is not None and when.role == "since" and standing in UNREAL:
            past = published and when.value and not _is_after(when.value, published)
            return None if past else when.edtf  # "is to come, the first since 2019"
        if when is not None and standing == "planned" and when.form in BARE_WEEKDAYS:
            return _coming_week(when.edtf, published)
        if when is None or when.edtf is None or when.explicit or standing not in UNREAL:
            return when.edtf if when else None
        if published and SEASON.fullmatch(when.edtf):
            return _coming_season(when.edtf, published)
        if (
            published
            and published[:4].isdigit()
            and when.edtf.startswith(f"{int(published[:4]) - 1}-")
        ):
            coming = published[:4] + when.edtf[4:]
            return coming if _is_after(coming, published) else when.edtf
        if ahead and standing == "planned" and MONTH.fullmatch(when.edtf) and published:
            over = len(published) > 4 and when.edtf < published[:7]
            return f"{int(when.edtf[:4]) + 1}{when.edtf[4:]}" if over else when.edtf
        return when.edtf

    def _amount(self, trigger: Trigger) -> Amount | None:
        if trigger.rule.kind not in {"measure", "cooperation"}:
            return None
        match = PERCENT.search(trigger.word.sent.text)
        if match is None:
            return None
        return Amount(text=match.group(), value=float(match.group(1).replace(",", ".")), unit="%")

    def _consequence(
        self,
        trigger: Trigger,
        report: Report,
        roles: dict[str, list[Party]],
        when: DateMention | None,
    ) -> Iterator[Report]:
        """The visit that an invitation invites to: possible, however firm the invitation."""
        following = trigger.rule.leads_to
        if following is None or not report.whom:
            return
        told = {following, *SYMMETRIC}
        around = [*clause.ancestors(trigger.nodes[-1])]
        above = [t for t in self.triggers if t.nodes[-1] in around]  # "came at X's invitation"
        below = [t for t in (*self._below(trigger), *above) if t.rule.kind in told]
        if any(any(self._report(c)) for t in below for c in (t, *t.rivals)):
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
            id=_hash(report.id, following),
            kind=following,
            who=report.whom,
            where=where,
            when=self._date(when, "possible"),
            standing="possible",
            attribution=report.attribution,
            trigger=report.trigger,
            trigger_span=report.trigger_span,
            span=report.span,
            rule=f"{trigger.rule.id}.leads_to",
            chain=(step,),
        )

    def _invited_for(self, trigger: Trigger, when: DateMention | None) -> DateMention | None:
        """ "Invited X to the opening in May": the day of what one is invited to, if it is that."""
        if trigger.rule.kind != "invitation" or when is None:
            return None
        if clause.preposition(trigger.word, self.grammar) in self.grammar.words("guest_of"):
            return when  # "comes in May at the invitation of X"
        aims = self.grammar.words("aim") | self.grammar.words("place")
        below = [c for n in trigger.nodes for c in clause.children(n, "obl", "obl:arg", "nmod")]
        aimed = [c for c in below if clause.preposition(c, self.grammar) in aims]
        spans = [(c.idx, c.right_edge) for c in aimed if c.i not in self.cast.dated]
        ends = [(start, last.idx + len(last)) for start, last in spans]
        gaps = [self.text[end : when.start].split() for s, end in ends if s < when.start]
        return when if any(len(gap) < 2 for gap in gaps) else None

    def _below(self, trigger: Trigger) -> list[Trigger]:
        subtree = {t.i for node in trigger.nodes for t in node.subtree}
        return [t for t in self.triggers if t.word.i in subtree and t.word not in trigger.nodes]


def _objects(verb: Token) -> list[Token]:
    return clause.children(verb, "obj")


def _is_nonfinite(verb: Token) -> bool:
    """An infinitive, gerund or participle; not one that bears a case, and describes its noun."""
    forms = any(clause.has(verb, "VerbForm", form) for form in ("Inf", "Ger", "Part"))
    finite = any(clause.has(c, "VerbForm", "Fin") for c in clause.children(verb, *HELPING))
    return forms and not finite and not verb.morph.get("Case", [])


def _is_perfect(verb: Token) -> bool:
    """ "A promis", "hat zugesagt": an active participle under an auxiliary."""
    helped = any(clause.children(verb, "aux")) and not any(clause.children(verb, "aux:pass"))
    return helped and clause.has(verb, "VerbForm", "Part") and not clause.has(verb, "Tense", "Pres")


def _is_finite(word: Token) -> bool:
    return clause.has(word, "VerbForm", "Fin")


def _is_among(party: Party, others: list[Party]) -> bool:
    """Nobody meets, calls or invites himself."""
    names = {o.actor.name for o in others if o.actor}
    return party.actor is not None and party.actor.name in names


def _before(roles: dict[str, list[Party]], gap: int) -> dict[str, list[Party]]:
    return {r: [p for p in ps if p.token.idx < gap] for r, ps in roles.items()}


def _after(roles: dict[str, list[Party]], gap: int) -> dict[str, list[Party]]:
    return {r: [p for p in ps if p.token.idx >= gap] for r, ps in roles.items()}


def _lies_in(span: Span, sentence: TokenSpan) -> bool:
    return bool(sentence.start_char <= span.start < sentence.end_char)


def _as_host(place: PlaceMention) -> ActorMention:
    """The state that something takes place in is a party to it too."""
    return ActorMention(name=place.name, mention=place.mention, country=place.country)


def _repeated(token: Token, place: PlaceMention) -> Party:
    return Party(token, None, place, False)


def _repeated_actor(token: Token, actor: ActorMention) -> Party:
    carried = msgspec.structs.replace(actor, resolved=f"{token.text}: {actor.mention}")
    return Party(token, carried, None, True)


def _same_places(parties: list[Party], before: Report) -> bool:
    """Is the place the one before, or the region that it lies in?"""
    here = {p.place.country or p.place.region for p in parties if p.place}
    there = {p.country or p.region for p in before.where}
    return bool(here & there) or bool({p.place.region for p in parties if p.place} - {None})


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _actors(parties: list[Party]) -> tuple[ActorMention, ...]:
    seen: dict[str, ActorMention] = {}
    for party in parties:
        if party.actor is not None:
            seen.setdefault(party.actor.id or party.actor.name, party.actor)
    return tuple(seen.values())


def _places(parties: list[Party]) -> tuple[PlaceMention, ...]:
    return tuple({p.place.name: p.place for p in parties if p.place is not None}.values())


def _homes(hosts: tuple[ActorMention, ...]) -> tuple[PlaceMention, ...]:
    """The hosts' own countries: where an invitation without a place leads to."""
    return tuple(
        PlaceMention(name=h.country, mention=h.mention, country=h.country, span=h.span)
        for h in hosts
        if h.country
    )


def _span(doc: Doc, start: int, end: int) -> Span:
    piece = doc[start:end]
    return Span(start=piece.start_char, end=piece.end_char, text=piece.text)


def _sentence(doc: Doc, token: Token) -> Span:
    sentence = token.sent
    text = sentence.text
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    start = sentence.start_char
    return Span(start=start + left, end=start + right, text=text[left:right])


def _own_subtree(token: Token) -> list[Token]:
    """The token's subtree without clauses of their own."""
    found = [token]
    for child in token.children:
        if child.dep_ not in {"advcl", "acl:relcl", "parataxis", "ccomp", "xcomp", "conj", "acl"}:
            found.extend(_own_subtree(child))
    return found


def _is_after(value: str, published: str) -> bool:
    """Is a date later than the document's, as far as both are precise?"""
    if SEASON.fullmatch(value):  # "2025-21" is spring, and not after November
        return period_of(value).first > period_of(published).last
    size = min(len(value), len(published))
    return value[:size] > published[:size]


def _coming_season(value: str, published: str) -> str:
    """ "Said in autumn that he would come in spring": the next one."""
    over = period_of(value).last < period_of(published).first
    return f"{int(value[:4]) + 1}{value[4:]}" if over else value


def _coming_week(value: str | None, published: str | None) -> str | None:
    """A bare weekday of a plan, where it was read as one before the document's day."""
    if value is None or published is None or len(published) != 10 or value >= published:
        return value
    return shift(value, 7)


def _looks_personal(token: Token) -> bool:
    return any(c.dep_ == "flat" for c in token.children)


def _told_at(report: Report) -> int:
    """Where the event word of a report stands."""
    return report.trigger_span.start if report.trigger_span else report.span.start


def _drop_echoes(reports: list[Report]) -> list[Report]:
    """One event told twice in one sentence with the same words is kept once."""
    kept: list[Report] = []
    seen: set[Any] = set()
    for report in reports:
        key = (
            report.kind,
            report.span.start,
            report.standing,
            report.stance,
            tuple(a.id or a.name for a in report.who),
            tuple(a.id or a.name for a in report.whom),
            tuple(p.name for p in report.where),
        )
        if key not in seen and not any(_says_no_more(report, k) for k in kept):
            seen.add(key)
            kept.append(report)
    return kept


def _settle(reports: list[Report]) -> list[Report]:
    """ "Was to fly to X but put off the visit": what becomes of a plan in its own sentence."""
    settled: list[Report] = []
    for report in reports:
        plan = next((p for p in reversed(settled) if _is_fate_of(report, p)), None)
        if plan is None:
            settled.append(report)
            continue
        told = msgspec.structs.replace(
            plan, standing=report.standing, chain=(*plan.chain, *report.chain[-1:])
        )
        settled[settled.index(plan)] = told
    return settled


def _is_fate_of(report: Report, plan: Report) -> bool:
    """Does the report say that the same people's plan came to nothing, and nothing else?"""
    same = report.kind == plan.kind in TALKS and report.span == plan.span
    off = report.standing == "cancelled" and plan.standing in UNREAL | {"not_happened"}
    named = {p.name for p in plan.where}
    partners = {a.name for a in plan.whom}
    again = all(a.name in partners for a in report.whom)
    again = again and all(p.name in named for p in report.where)
    people = [{a.id or a.name for a in r.who} for r in (report, plan)]
    return same and off and again and bool(plan.where or plan.whom) and people[0] == people[1]


def _says_no_more(report: Report, before: Report) -> bool:
    """A second statement of one speaker, sentence and stance that is addressed to nobody."""
    same = report.kind == before.kind == "statement" and report.stance == before.stance
    return same and report.span == before.span and report.who == before.who and not report.whom
