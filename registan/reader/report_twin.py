"""Event words that tell what another word of their sentence tells already."""

from __future__ import annotations

from collections.abc import Callable

from registan.reader import clause
from registan.reader.story import Story, is_definite_noun, judged
from registan.reader.tree import Token
from registan.reader.trigger import SYMMETRIC, Trigger

LIFTING = ".lift"


class Twins:
    """Tells the event words apart that another one tells; `tells` says whether one is reported."""

    def __init__(self, story: Story, tells: Callable[[Trigger], bool]) -> None:
        self.story, self.tells = story, tells
        self.grammar, self.triggers = story.grammar, story.triggers
        self.asked: set[tuple[int, ...]] = set()  # what is being asked about just now

    def is_told_elsewhere(self, trigger: Trigger) -> bool:
        """Does another word of the sentence tell the event, or only speak of it?"""
        return (
            self._is_told_by_verb(trigger)
            or self._is_topic(trigger)
            or self._is_told_above(trigger)
            or self._is_in_call(trigger)
            or self._is_lifted(trigger)
        )

    def _is_lifted(self, trigger: Trigger) -> bool:
        """ "Lifted its ban on imports": the ban is not imposed, too."""
        if trigger.rule.kind != "measure" or trigger.rule.id.endswith(LIFTING):
            return False
        nodes = {node.i for node in trigger.nodes}
        lifts = [t for t in self.triggers if t.rule.id.endswith(LIFTING)]
        return any(nodes & {n.i for n in t.nodes} and self.is_reported(t) for t in lifts)

    def _is_told_by_verb(self, trigger: Trigger) -> bool:
        """ "Signed the agreement" is one event: the noun under a word of its own kind."""
        word = trigger.word
        if trigger.rule.kind == "agreement" and _is_in_agreement(self.story, word):
            return True
        told = word.dep_ in {"obj", "nsubj:pass", "amod", "compound"} or (
            trigger.rule.kind in {"agreement", "meeting", "message"}
            and word.dep_ == "nmod"  # "the signing of the treaty", "a message of condolence"
            and clause.preposition(word, self.grammar) in {None, *self.grammar.words("of")}
        )
        head = word.head
        above = [t for t in self.triggers if t.word == head] if told else []
        return any(t.rule.kind == trigger.rule.kind and self.is_reported(t) for t in above)

    def is_reported(self, trigger: Trigger) -> bool:
        """Does the trigger, or one that the same word may be instead, tell something?

        What depends on itself does not.
        """
        words = tuple(node.i for node in trigger.nodes)
        if words in self.asked:
            return False
        self.asked.add(words)
        try:
            return any(self.tells(c) for c in (trigger, *trigger.rivals))
        finally:
            self.asked.discard(words)

    def _is_topic(self, trigger: Trigger) -> bool:
        """ "Talks on the lifting of sanctions", "a ban on deliveries": spoken of, not done."""
        if _is_known_to_source(self.story, trigger.nodes[-1]):
            return True
        kinds = self.grammar.words("topic_kind")
        if clause.is_verbal(trigger.nodes[-1]) or trigger.rule.kind not in kinds:
            return False
        for above in clause.ancestors(trigger.nodes[-1]):
            other = next((t for t in self.triggers if above in t.nodes), None)
            kind = other.rule.kind if other is not None else None
            if other is not None and kind != trigger.rule.kind and other.word not in trigger.nodes:
                talk = kind in {*SYMMETRIC, "measure"}
                told = self.is_reported(other)
                return talk and (kind in SYMMETRIC or told)
            if clause.is_verbal(above):
                return False
        return False

    def _is_told_above(self, trigger: Trigger) -> bool:
        """ "Arrived in X for a visit", "threatened to veto": one visit, one statement.

        So is "arrived, the first visit by …", which is what the clause is said to be, and "will
        arrive, in what would be the first visit by …".
        """
        node = trigger.nodes[-1]
        if trigger.rule.kind == "statement" and self._is_in_message(node):
            return True
        if trigger.rule.kind == "visit" and _sums_up(self.story, node):
            return True
        if trigger.rule.kind == "meeting" and _is_reason(self.story, node):
            return True
        if trigger.rule.kind == "agreement" and (
            self._is_rejected(node) or judged(self.story, node) is not None
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
        if trigger.rule.kind == "visit" and self._is_stop_before(node):
            return False
        above = [t for t in self.triggers if t.word == node.head]
        same = [t for t in above if t.rule.kind == trigger.rule.kind and t.nodes[-1] != node]
        return any(self.is_reported(t) for t in same)

    def _is_stop_before(self, noun: Token) -> bool:
        """ "After his visit to X, Y flew to Z": two visits, where both say where they led."""
        words = self.grammar.words("noun_after") | self.grammar.words("noun_before")
        apart = clause.preposition(noun, self.grammar) in words
        return apart and any(
            self.story.cast.named(c, "country", "city", "region") for c in noun.children
        )

    def _is_in_message(self, noun: Token) -> bool:
        """ "Handed over a note of protest": the note is told, and what it is of."""
        letters = (t for t in self.triggers if noun.dep_ == "nmod" and noun.head in t.nodes)
        return any(t.rule.kind == "message" and self.is_reported(t) for t in letters)

    def _is_rejected(self, noun: Token) -> bool:
        """ "France rejects the agreement": what is rejected is a text, and no second event."""
        verb = noun.head
        told = (t for t in self.triggers if t.rule.stance == "rejection" and t.word == verb)
        definite = is_definite_noun(noun, self.grammar) and not clause.children(noun, "nmod")
        return noun.dep_ == "obj" and definite and any(self.is_reported(t) for t in told)

    def _is_means(self, noun: Token) -> bool:
        """ "Drohten mit einem Veto": one statement, however it is made."""
        by = clause.preposition(noun, self.grammar) in self.grammar.words("means")
        told = (t for t in self.triggers if t.word == noun.head and noun not in t.nodes)
        return by and any(t.rule.kind == "statement" and self.is_reported(t) for t in told)

    def _is_in_call(self, trigger: Trigger) -> bool:
        """ "Discussed it in a phone call": who talks on the phone does not meet."""
        return trigger.rule.kind == "meeting" and any(
            t.rule.kind == "call"
            and t.word.head in trigger.nodes
            and t.word.dep_ in clause.OBLIQUES
            and clause.preposition(t.word, self.grammar) in self.grammar.words("over_wire")
            and self.tells(t)
            for t in self.triggers
        )


def _is_in_agreement(story: Story, noun: Token) -> bool:
    """ "The signing of the treaty", "a ceasefire monitoring agreement": one agreement."""
    signed = {t.word.i for t in story.triggers if t.rule.kind == "agreement"}
    below = noun
    while below.dep_ in {"nmod", "compound"} and below.head != below:
        below = below.head
        if below.i in signed:
            return True
    return False


def _is_known_to_source(story: Story, noun: Token) -> bool:
    """ "Sources close to the talks", "people briefed on the visit": who knows, no event."""
    above = noun.head
    if above.norm_ in story.grammar.words("knowledge") and noun.dep_ == "nmod":
        return True
    if clause.is_verbal(noun) or any(c.dep_ == "nmod" for c in noun.children):
        return False
    described = above.dep_ == "amod" or (above.dep_ == "acl" and clause.is_passive(above))
    return described and above.head.norm_ in story.scale.telling


def _sums_up(story: Story, noun: Token) -> bool:
    """Whether a noun says what its clause tells of: "…, which would be the first visit"."""
    verb = noun if any(c.dep_ == "cop" for c in noun.children) else noun.head
    becomes = noun.dep_ == "xcomp" and not any(verb in t.nodes for t in story.triggers)
    if verb is not noun and not becomes:
        return False
    subjects = [*clause.children(verb, "nsubj"), verb.head]
    pronoun = any(t.pos_ == "PRON" and clause.has(t, "PronType", "Rel") for t in subjects)
    told = (t for t in story.triggers if t.rule.kind == "visit" and t.word.sent == noun.sent)
    return pronoun and any(t.word.i < noun.i and t.word.head != noun for t in told)


def _is_reason(story: Story, noun: Token) -> bool:
    """ "Recalled its ambassador for consultations": why he is recalled, and no talks."""
    if clause.preposition(noun, story.grammar) not in story.grammar.words("purpose"):
        return False
    return any(noun.head in t.nodes for t in story.triggers if t.rule.kind == "relations")
