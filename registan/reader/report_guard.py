"""What must hold of an event word and its roles before it is reported."""

from __future__ import annotations

import re
from collections.abc import Callable

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.actor import Party
from registan.reader.diplomacy import is_at_home, is_complete, is_diplomatic, is_domestic
from registan.reader.standing import compose
from registan.reader.standing_marker import is_errand, is_ruled_out
from registan.reader.standing_negation import is_excluding, is_negated, is_refused
from registan.reader.story import Casting, Story, judged
from registan.reader.tree import Token
from registan.reader.trigger import TALKS, Trigger

SCORE = re.compile(r"(?<![\w.,])\d{1,2}[-–:]\d{1,2}(?![\w.,-])")
AGREED = frozenset({"agreement", "relations"})


class Guard:
    """Lets pass what is an event of diplomacy, told here and whole."""

    def __init__(self, story: Story, is_reported: Callable[[Trigger], bool]) -> None:
        self.story, self.is_reported = story, is_reported
        self.grammar, self.scale, self.triggers = story.grammar, story.scale, story.triggers
        self.dated = story.cast.dated

    def admits(self, trigger: Trigger, roles: Casting) -> bool:
        """Is all there that the rule needs, and is it diplomacy, not one country's own affair?"""
        unless = trigger.rule.unless
        if not clause.is_verbal(trigger.word) and _is_name(self.story, trigger.word):
            return False
        if _is_of_game(trigger.word, self.grammar):
            return False
        if trigger.rule.frame == "visit" and _is_said_of_event(self.story, trigger):
            return False
        if trigger.rule.frame == "visit" and _comes_from_visit(self.story, trigger):
            return False
        if trigger.rule.kind == "call" and self._is_in_person(trigger):
            return False
        if self._falls_alone(trigger, roles):
            return True
        if f"negated:{trigger.word.norm_}" in unless and self._is_denied(trigger.word):
            return False
        if "event" in unless and self._governs_event(trigger):
            return False
        if trigger.rule.stance == "rejection" and self._rejects_excluding(trigger.word):
            return False
        if "aim" in unless and _is_aim(self.story, trigger):
            return False
        if trigger.rule.kind in TALKS and any(_is_each(p, self.grammar) for p in roles["who"]):
            return False
        if trigger.rule.kind in AGREED and self._is_end(trigger):
            return False
        judged = trigger.rule.kind == "statement" and _judges_agreement(self.story, trigger)
        if not (judged and roles["who"]) and not is_complete(trigger, roles, self.story.cast):
            return False
        if is_domestic(trigger.rule, roles, self.story.cast):
            return False
        if judged:
            return is_diplomatic(trigger, roles, self.story.cast)
        if trigger.rule.kind == "statement" and is_at_home(trigger, roles, self.story.cast):
            return False
        return is_diplomatic(trigger, roles, self.story.cast) or _goes_on_with_measure(
            self.story, trigger
        )

    def _is_in_person(self, call: Trigger) -> bool:
        """ "X and Y met in Z and spoke about …": they did not ring each other up."""
        verb = call.word
        talked = call.nodes == (verb,) and verb.norm_ in self.grammar.words("talking_verb")
        if not talked or verb.dep_ != "conj" or not clause.is_verbal(verb):
            return False
        return any(t.rule.kind == "meeting" and t.nodes[-1] == verb.head for t in self.triggers)

    def _falls_alone(self, trigger: Trigger, roles: Casting) -> bool:
        """ "A planned trip to X was called off": a visit to a state, whoever would have come.

        Only one that is said to have been planned: a school's trip is no visit.
        """
        noun = trigger.nodes[-1]
        alone = trigger.rule.kind == "visit" and not (roles["who"] or roles["whom"])
        bare = alone and not clause.is_verbal(noun) and noun.dep_ in clause.SUBJECTS
        if not bare or not any(p.place and p.place.country for p in roles["where"]):
            return False
        places = {p.token.i for p in roles["where"]}
        others = [c for c in clause.children(noun, "nmod") if c.i not in places | self.dated]
        if others or clause.children(noun, "compound", "nmod:poss"):
            return False  # "a planned trip by the choir"
        effects, official = set(), self.grammar.words("official_trip")
        for word in clause.children(noun, "amod", "acl"):
            rules = self.scale.modifiers.get(word.norm_, ())
            if not rules and word.norm_ not in official:
                return False  # « un voyage scolaire »
            effects |= {r.effect for r in rules}
        return "planned" in effects and compose(self.scale, trigger)[0] == "cancelled"

    def _is_denied(self, word: Token) -> bool:
        return is_negated(self.scale, word) or is_refused(self.scale, word)

    def _rejects_excluding(self, word: Token) -> bool:
        """ "Refused to rule out": what is rejected is to exclude it."""
        return any(is_excluding(self.scale, c) for c in clause.children(word, "xcomp"))

    def _governs_event(self, trigger: Trigger) -> bool:
        """ "Refused to visit": the visit that was not is told, not the refusal beside it.

        So is what "dismissed reports that …", "… of a visit" denies.
        """
        below = clause.children(trigger.word, "xcomp", "ccomp")
        hearsay = self.grammar.words("hearsay_noun")
        bare = [c for c in clause.children(trigger.word, "obl") if not clause.children(c, "case")]
        told = [c for c in (*clause.children(trigger.word, "obj"), *bare) if c.norm_ in hearsay]
        below += [c for noun in told for c in clause.children(noun, "acl", "ccomp", "nmod")]
        below += [c for c in clause.children(trigger.word, "obj") if _is_encounter(self.story, c)]
        if trigger.rule.kind == "measure":  # "keeps blocking the sanctions": those are told
            below += clause.children(trigger.word, "obj")
        inner = [t for t in self.triggers if t.nodes[-1] in below]
        return any(self.is_reported(t) for t in inner)

    def _is_end(self, trigger: Trigger) -> bool:
        """ "Met to discuss how to reach a deal": what talks shall lead to has not been agreed."""
        below = trigger.nodes[-1]
        for head in clause.ancestors(below):
            if below.dep_ in {"advcl", "acl"} and clause.is_nonfinite(below):
                if is_ruled_out(self.scale, below) or is_errand(self.scale, below):
                    return False  # "met without signing an agreement", "flew there to sign one"
                above = {head, *clause.ancestors(head)}
                talks = (t for t in self.triggers if t.rule.kind in TALKS and not t.rule.copula)
                talks = (t for t in talks if trigger.word not in t.nodes)  # of these words another
                return any(above.intersection(t.nodes) and self.is_reported(t) for t in talks)
            below = head
        return False


def _is_of_game(word: Token, grammar: Grammar) -> bool:
    """Two words of a game, or one and a score ("beat Croatia 3-0"), in the sentence."""
    said = {t.norm_ for t in word.sent} & grammar.words("pitch")
    return len(said) > 1 or (bool(said) and SCORE.search(word.sent.text) is not None)


def _judges_agreement(story: Story, trigger: Trigger) -> bool:
    """ "X welcomed the agreement": one that the text has told of."""
    objects = clause.children(trigger.word, "obj")
    pacts_judged = (o for o in objects if o.norm_ in story.pacts)
    return any(judged(story, o) is not None for o in pacts_judged)


def _is_name(story: Story, noun: Token) -> bool:
    """ "The Soviet Union", "Congress": a noun inside of a name is no event."""
    named = story.cast.named(noun, "country", "organisation", "metonym")
    end = noun.idx + len(noun)  # not "China-Besuch"
    return any(m.start <= noun.idx and end <= m.end for m in named)


def _is_each(party: Party, grammar: Grammar) -> bool:
    """ "Every secretary of state": a claim about all who held an office, and no one's deed."""
    actor = party.actor
    unnamed = actor is not None and actor.type == "person" and actor.id is None
    words = grammar.words("each")
    return unnamed and any(c.norm_ in words for c in clause.children(party.token, "det", "amod"))


def _is_said_of_event(story: Story, trigger: Trigger) -> bool:
    """ "The visit is in doubt", "kommt nicht infrage": that is no coming of its visitor's."""
    subjects = clause.children(trigger.word, "nsubj", "nsubj:pass")
    return any(t.word in subjects for t in story.triggers)


def _comes_from_visit(story: Story, trigger: Trigger) -> bool:
    """ "Came back from visits to X": the visits are told, the way home is no visit."""
    below = [c for c in trigger.word.children if c.dep_ in clause.OBLIQUES]
    back = [c for c in below if clause.preposition(c, story.grammar) in story.grammar.words("from")]
    return any(t.word in back and t.rule.kind == "visit" for t in story.triggers)


def _is_encounter(story: Story, noun: Token) -> bool:
    """ "Ruled out a visit": a visit, meeting or call that is refused."""
    return any(t.word == noun and t.rule.kind in TALKS for t in story.triggers)


def _is_aim(story: Story, trigger: Trigger) -> bool:
    """ "Phoned X to discuss Y": what another event was for is no event beside it."""
    verb = trigger.nodes[-1]
    while verb.dep_ == "xcomp" and verb.head.norm_ in story.grammar.words("helping"):
        verb = verb.head  # "sent arms to help defend X"
    infinitive = verb.dep_ in {"advcl", "xcomp", "acl"} and clause.has(verb, "VerbForm", "Inf")
    if verb.dep_ == "xcomp" and verb.head.norm_ in story.scale.governors:
        return False  # "refused to condemn X"
    return infinitive and any(verb.head in t.nodes for t in story.triggers)


def is_aim_of_visit(story: Story, trigger: Trigger) -> bool:
    """ "Cancelled a trip for the signing": that may have been without whoever stayed away."""
    noun, kind = trigger.nodes[-1], trigger.rule.kind
    aims = clause.preposition(noun, story.grammar) in story.grammar.words("aim")
    visits = [n for t in story.triggers if t.rule.kind == "visit" for n in t.nodes]
    beside = any(n.head == noun.head for n in visits if n.dep_ == "obj")
    return kind not in TALKS and aims and (noun.head in visits or beside)


def _goes_on_with_measure(story: Story, trigger: Trigger) -> bool:
    """An exemption or easing right after a state's measure speaks of that measure."""
    before = story.last()
    return (
        trigger.rule.kind == "measure"
        and before is not None
        and (before.kind == "measure" and story.shares_paragraph(before, trigger.word))
    )
