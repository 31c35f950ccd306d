"""Who does an event that a noun names: found in the clause that the noun stands in."""

from __future__ import annotations

from collections.abc import Callable

from registan.languages import Grammar
from registan.languages.lexicon import OperatorRule
from registan.reader import clause
from registan.reader.actor import Party
from registan.reader.standing_fate import is_decided
from registan.reader.story import Story, is_bare, is_definite_noun
from registan.reader.tree import Token
from registan.reader.trigger import Trigger

BODIES = frozenset({"state", "government", "organisation"})
GOING = frozenset({"visit", "meeting"})
GIVEN = frozenset({"cooperation", "measure"})
OTHERS = frozenset({"demand", "question", "confirm", "deny", "doubt", "report"})


def host_subject(
    story: Story,
    trigger: Trigger,
    taken: set[int],
    blamed: Callable[[Token], list[Party] | None],
) -> list[Party]:
    """Who does an event that a noun names: the subject of the verb above it.

    `blamed` gives those whom a word accuses, and None for a word that accuses nobody.
    """
    word = trigger.nodes[-1]
    told = word.dep_ == "acl" and word.head == trigger.word
    if trigger.rule.kind in {"message", "invitation"} and told:
        word = trigger.word  # "in a letter sent to X"
    timed = clause.preposition(word, story.grammar) in story.grammar.words("noun_time")
    pact = trigger.rule.kind == "agreement" and not clause.children(word, "nmod")
    if clause.is_verbal(word) or (timed and pact):
        return []  # "not before a ceasefire": whose it will be, is not said
    for above in clause.ancestors(word):
        accused = blamed(above) if above not in trigger.nodes else None
        if accused is not None and not _follows(story, word, above):
            return [p for p in accused if p.token.i not in taken]
        if guests := _guests(story, trigger, above):
            return guests
        if clause.is_verbal(above):
            rules = story.scale.governors.get(above.norm_, ())
            rules = [r for r in rules if not r.of or word.norm_ in r.of]
            decided = is_decided(story.scale, word, above)
            known = decided or (rules and rules[0].effect not in OTHERS)
            known = known or (word.dep_ == "obj" and _denies_own(trigger, rules, story.grammar))
            if not _follows(story, word, above) and not known:
                return []
            if _follows(story, word, above):
                above = _speaking(above, story.grammar)
            subjects = clause.subjects(above, story.grammar) or _asked(above, story.grammar)
            if trigger.rule.kind in GOING and word.dep_ in clause.OBLIQUES and word.head == above:
                subjects = _kept(rules, above, story.grammar) or subjects
            awaited = trigger.rule.kind == "visit" or above.norm_ in story.scale.travel
            if awaited and _follows(story, word, above):
                subjects = subjects or clause.children(above, "nsubj:pass")
            if above.pos_ == "NOUN":  # "il n'est pas question d'une rencontre"
                nobody = story.grammar.words("impersonal")
                subjects = [t for t in subjects if t.lower_ not in nobody]
            if word in subjects:  # "dem Präsidenten steht ein Besuch bevor", "für X steht … an"
                slots = ("indirect", *story.grammar.words("impending_for"))
                subjects = [t for s in slots for t in clause.fill([above], s, story.grammar)]
            parties = [
                story.references.resolve(t) for t in clause.conjuncts(subjects) if t.i not in taken
            ]
            parties = [p for p in parties if p is not None and p.actor is not None]
            return [p for p in parties if p and not _only_confirms(story, word, above, p)]
    return headed(story, word)


def _denies_own(trigger: Trigger, rules: list[OperatorRule], grammar: Grammar) -> bool:
    """ "Moscow denied any delivery of missiles to Serbia": of nobody else it would have been."""
    noun = trigger.nodes[-1]
    denied = bool(rules) and rules[0].effect == "deny" and trigger.rule.kind in GIVEN
    owners = clause.children(noun, "nmod:poss", "amod")
    given = grammar.words("from") | grammar.agent
    named = [c for c in noun.children if c.pos_ == "PROPN"]
    owners += [c for c in named if clause.preposition(c, grammar) in given]
    return denied and noun.head.pos_ == "VERB" and not owners


def _only_confirms(story: Story, noun: Token, verb: Token, party: Party) -> bool:
    """ "The ministry has yet to confirm the visit": a state or body says so, and goes nowhere."""
    body = party.actor is not None and party.actor.type in BODIES
    known = is_definite_noun(noun, story.grammar) and is_bare(story, noun)
    confirms = noun.head == verb and verb.norm_ in story.grammar.words("confirming")
    return body and known and confirms


def arranged(story: Story, trigger: Trigger) -> list[Party]:
    """ "The exercise that X had planned", "the visit planned by X": whoever planned it does it.

    Not who criticised it or told of it.
    """
    noun = trigger.nodes[-1]
    if clause.is_verbal(noun):
        return []
    for verb in clause.children(noun, "acl", "acl:relcl"):
        rules = story.scale.governors.get(verb.norm_, ())
        if not any(r.effect == "planned" for r in rules[:1]):
            continue
        active = any(
            clause.has(c, "PronType", "Rel") or clause.has(c, "PronType", "Int")
            for c in clause.children(verb, "obj")
        ) or (verb.dep_ == "acl:relcl" and not clause.children(verb, "obj"))
        slot = "agent" if clause.is_passive(verb) else "subject"
        tokens = clause.fill([verb], slot, story.grammar) if active or slot == "agent" else []
        parties = [story.references.resolve(t) for t in tokens if t != noun]
        if found := [p for p in parties if p is not None and p.actor is not None]:
            return found
    return []


def _guests(story: Story, trigger: Trigger, verb: Token) -> list[Party]:
    """ "Hosted X on a state visit": who is received visits, and not who receives."""
    hosting = any(t.word == verb and t.rule.kind == "meeting" for t in story.triggers)
    noun = trigger.nodes[-1]
    if trigger.rule.kind != "visit" or not hosting or noun.dep_ == "obj" or noun.i < verb.i:
        return []  # "X, on a visit to Y, met Z": it is X's
    if clause.preposition(noun, story.grammar) in story.grammar.words("noun_after"):
        return []  # "met Z after a visit to Y"
    if is_definite_noun(noun, story.grammar):
        return []  # "met Z during the visit": the one that was told of
    found = [story.references.resolve(t) for t in clause.conjuncts(clause.children(verb, "obj"))]
    return [p for p in found if p and p.actor and p.actor.type == "person"]


def _speaking(verb: Token, grammar: Grammar) -> Token:
    """ "Urged X to do it during talks": the talks are of who urges, not of who shall do it."""
    above = verb.head
    urged = verb.dep_ == "xcomp" and clause.is_nonfinite(verb)
    return above if urged and above.norm_ in grammar.object_control else verb


def beneficiary(story: Story, trigger: Trigger) -> list[Party]:
    """ "By the terms of the treaty X ceded Y to Z": who gets something is a party to it."""
    noun = trigger.nodes[-1]
    if clause.preposition(noun, story.grammar) not in story.grammar.words("terms"):
        return []
    verbs = [noun.head] if clause.is_verbal(noun.head) else []
    tokens = clause.conjuncts(clause.fill(verbs, "indirect", story.grammar))
    parties = [story.references.resolve(t) for t in tokens]
    return [p for p in parties if p is not None and p.diplomatic and p.actor is not None]


def invited(story: Story, trigger: Trigger, hosts: list[Party]) -> list[Party]:
    """ "Auf Einladung von X kam Y": Y is whom X has invited."""
    noun = trigger.nodes[-1]
    bare = not clause.children(noun, "det")
    words = story.grammar.words("guest_of")
    if clause.preposition(noun, story.grammar) not in words or not (bare and hosts):
        return []
    verb = next((t for t in clause.ancestors(noun) if clause.is_verbal(t)), None)
    tokens = clause.subjects(verb, story.grammar) if verb is not None else []
    parties = [story.references.resolve(t) for t in clause.conjuncts(tokens)]
    return [p for p in parties if p is not None and p.actor is not None]


def _kept(rules: list[OperatorRule], verb: Token, grammar: Grammar) -> list[Token]:
    """ "Kept X from a trip to Y", "zeigt X bei einem Besuch": whom it is done to goes."""
    kept = bool(rules) and rules[0].effect in {"refuse", "possible", "achieve"}
    if not kept or rules[0].control != "object":
        return []
    return [t for slot in ("object", "indirect") for t in clause.fill([verb], slot, grammar)][:1]


def _asked(verb: Token, grammar: Grammar) -> list[Token]:
    """ "Asked about a visit to X, Y refused to say": the subject of the clause behind."""
    if verb.dep_ != "advcl" or not clause.has(verb, "VerbForm", "Part"):
        return []
    return clause.subjects(verb.head, grammar) if verb.i < verb.head.i else []


def headed(story: Story, word: Token) -> list[Party]:
    """ "Polish premier in Riga for talks": a headline without verb is about its noun."""
    aims = story.grammar.words("aim")
    if clause.preposition(word, story.grammar) not in aims or word.head.head != word.head:
        return []
    party = story.references.resolve(word.head)
    return [party] if party and party.actor and party.actor.type == "person" else []


def _follows(story: Story, word: Token, verb: Token) -> bool:
    """ "After the meeting with X, Y said": whoever does the verb was at the event."""
    preposition = clause.preposition(word, story.grammar)
    if preposition in story.grammar.words("aim") and verb.norm_ in story.scale.travel:
        return word.head == verb  # "arrived for talks"
    if preposition in story.grammar.words("from") and verb.norm_ in story.scale.travel:
        return word.head == verb  # "returned from a visit"
    if clause.is_gathering(word, story.grammar):
        return word.head == verb
    hosted = story.grammar.words("noun_time") | story.grammar.words("terms")
    if verb.norm_ in story.scale.speaking:
        hosted |= story.grammar.words("setting")  # "said in a letter"
        if word.norm_ in story.scale.letters:
            hosted |= story.grammar.words("in_letter")
    return preposition in hosted and word.head == verb
