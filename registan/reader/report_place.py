"""Where an event was and with whom, where the tree hung the phrase on another word."""

from __future__ import annotations

from collections.abc import Iterable

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.actor import Party
from registan.reader.report_host import headed
from registan.reader.standing_hearsay import tells
from registan.reader.story import Story
from registan.reader.tree import Token
from registan.reader.trigger import MUTUAL, Trigger

BODIES = frozenset({"nsubj", "obj", "nsubj:pass", "iobj", "obl:agent"})


def inner_place(story: Story, trigger: Trigger) -> list[Party]:
    """A place anywhere in the event's clause; not one that says which body is meant."""
    word = trigger.nodes[-1]
    if not clause.is_verbal(word) and (clause.is_verbal(word.head) or headed(story, word)):
        word = word.head
    places = story.grammar.words("place")
    found = []
    for token in clause.own_words(word):
        party = story.references.resolve(token) if token.dep_ in clause.OBLIQUES else None
        named = party is not None and party.place is not None and party.place.country
        if (
            named
            and not _is_of_visit(story, token, word)
            and clause.preposition(token, story.grammar) in places
            and (not _describes_body(story, token, word) or trigger.rule.copula)
        ):
            found.append(party)
    return [p for p in found if p is not None]


def _describes_body(story: Story, place: Token, event: Token) -> bool:
    """ "A spokeswoman of the ministry in X called": she is in X, wherever she calls.

    So are "diplomats in X", according to whom something was done.
    """
    noun = place.head
    while noun != event and noun.dep_ in {"nmod", "appos", "flat"}:
        noun = noun.head
    if noun == event or noun.pos_ == "VERB":
        return False
    if place.head == noun and noun.dep_ in {"obj", "iobj"} and _is_named_person(story, noun):
        return False  # "met X in Y"
    if noun == place.head:
        return noun.dep_ in BODIES
    return noun.dep_ in {"nsubj", "obl:agent"} or tells(story.scale, noun)


def trip_place(story: Story, trigger: Trigger) -> list[Party]:
    """ "Flew to X, where he met Y", "flew to X to sign Z", "for talks": there, too.

    A meeting or agreement has the place of the visit of which its clause speaks.
    """
    verb = trigger.nodes[-1]
    if not clause.is_verbal(verb):
        aims = clause.preposition(verb, story.grammar) in story.grammar.words("aim")
        return _visited(story, verb.head) if aims and verb.dep_ in clause.OBLIQUES else []
    relative = [c for c in verb.children if c.lower_ in story.grammar.words("relative_place")]
    if verb.dep_ == "acl:relcl" and relative:
        place = story.references.resolve(verb.head)
        if place is not None and place.place is not None:
            return [place]
    if not (relative or (verb.dep_ in {"advcl", "xcomp"} and clause.has(verb, "VerbForm", "Inf"))):
        return []
    return _visited(story, verb.head)


def _visited(story: Story, verb: Token) -> list[Party]:
    """Where the visit leads that a verb tells."""
    visits = [t for t in story.triggers if t.rule.kind == "visit" and verb in t.nodes]
    frames = story.cast.lexicon.frames
    slots = [s[1:] for t in visits[:1] for s in frames[t.rule.frame].where if s[:1] == "@"]
    tokens = [t for s in slots for t in clause.fill(visits[0].nodes, s, story.grammar)]
    found = [story.references.resolve(t) for t in tokens]
    return [p for p in found if p is not None and p.place is not None and p.place.country][:1]


def _is_named_person(story: Story, noun: Token) -> bool:
    party = story.references.resolve(noun) if noun.pos_ == "PROPN" else None
    return party is not None and party.actor is not None and party.actor.type == "person"


def left_place(story: Story, trigger: Trigger) -> list[Party]:
    """ "Left Riga after a two-day visit", « a quitté Riga »: where the visit was."""
    noun = trigger.nodes[-1]
    after = clause.preposition(noun, story.grammar) in story.grammar.words("noun_after")
    verb = noun.head
    if clause.is_verbal(noun) or not after or verb.norm_ not in story.grammar.words("leaving"):
        return []
    slots = ("object", *story.grammar.words("from"), *story.grammar.words("of"))
    tokens = [t for slot in slots for t in clause.fill([verb], slot, story.grammar)]
    found = [story.references.resolve(t) for t in tokens]
    return [p for p in found if p is not None and p.place is not None and p.place.country][:1]


def heard_place(story: Story, trigger: Trigger) -> list[Party]:
    """ "Denied reports of a visit by X to Y": where the tree hung Y on the reports."""
    noun = trigger.nodes[-1]
    heard = story.grammar.words("hearsay_noun")
    if clause.is_verbal(noun) or noun.head.norm_ not in heard:
        return []
    places = story.grammar.words("place")
    tokens = [c for c in clause.children(noun.head, "nmod") if c.i > noun.i]
    tokens = [t for t in tokens if clause.preposition(t, story.grammar) in places]
    found = [story.references.resolve(t) for t in tokens]
    return [p for p in found if p is not None and p.place is not None and p.place.country][:1]


def _is_of_visit(story: Story, place: Token, event: Token) -> bool:
    """Does a place belong to another visit? Not where one "came for a visit to X"."""
    noun = place.head
    aim = clause.preposition(noun, story.grammar) in story.grammar.words("aim")
    visits = any(t.word == noun and t.rule.kind == "visit" for t in story.triggers)
    return visits and not (aim and noun.head == event and event.norm_ in story.scale.travel)


def inner_partner(story: Story, trigger: Trigger, slots: Iterable[str]) -> list[Party]:
    """Who takes part, where the tree hung the phrase on another word of the clause."""
    words = {slot.lstrip("+@~") for slot in slots}
    personal = {slot[1:] for slot in slots if slot[0] == "~"}  # no bare country
    event = trigger.nodes[-1]
    near = clause.own_words(event)
    for above in clause.ancestors(event) if not clause.is_verbal(event) else ():
        if any(above in t.nodes for t in story.triggers):
            break
        near += [t for t in above.children if t.i > event.i]
        if clause.is_verbal(above):
            break
    tokens = [
        t
        for t in near
        if t.dep_ in clause.OBLIQUES
        and (t.head == event or all(t.head != o.word for o in story.triggers))
        and (preposition := clause.preposition(t, story.grammar)) in words
        and (t.head == event or preposition not in story.grammar.words("of"))
        and not _is_spoken_of(t.head, event, story.grammar)
        and not (t.head.norm_ in story.scale.saying and preposition in story.grammar.agent)
    ]
    parties = [story.references.resolve(t) for t in clause.conjuncts(tokens)]
    found = [p for p in parties if p is not None and p.diplomatic and p.actor is not None]
    of = story.grammar.words("of")
    cities = [
        p.token
        for p in found
        if clause.preposition(p.token, story.grammar) in of and is_city_of(p, trigger)
    ]
    lying = [
        p.token
        for p in found
        if p.place is not None and clause.preposition(p.token, story.grammar) in personal
    ]
    out = [*cities, *lying]
    return [p for p in found if p.token not in out and not _is_venue(story, p, trigger)]


def _is_spoken_of(topic: Token, event: Token, grammar: Grammar) -> bool:
    """ "Sprach von einem Vertrag mit X": whose treaty it is, and not to whom one speaks."""
    words = grammar.words("spoken_of")
    return topic != event and clause.preposition(topic, grammar) in words


def _is_venue(story: Story, party: Party, trigger: Trigger) -> bool:
    """ "Ont conclu à Nairobi un accord": a city is where, and not with whom."""
    city = party.place is not None and party.actor is not None
    where = clause.preposition(party.token, story.grammar) in story.grammar.words("place")
    named = bool(story.cast.named(party.token, "city"))
    return city and where and named and trigger.rule.kind in MUTUAL


def is_city_of(party: Party, trigger: Trigger) -> bool:
    """ "Die Konferenz von London": where it was, not whose it was."""
    noun = not clause.is_verbal(trigger.nodes[-1])
    city = party.place is not None and (party.actor is None or party.actor.type != "state")
    city = city and not party.token.conjuncts  # "the summit of Moscow and Beijing"
    return noun and trigger.rule.kind in MUTUAL and city and party.token.pos_ == "PROPN"
