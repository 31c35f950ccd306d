"""What makes an event diplomatic: who takes part, and whether it reaches beyond one country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache

from registan.languages import load
from registan.languages.lexicon import EventRule
from registan.reader import clause
from registan.reader.actor import Cast, Party
from registan.reader.tree import Token
from registan.reader.trigger import Trigger

Roles = Mapping[str, Sequence[Party]]

WORDS = frozenset({"statement", "call", "message", "invitation", "meeting"})
MEANT = frozenset(
    {"group", "state"}
)  # "the rebels", "this neighbour": diplomatic by whom they mean
DEEDS = frozenset({"measure", "cooperation"})
OFFICIALS = frozenset({"person", "government"})
OUTER = frozenset({"state", "organisation"})
CLAUSES = frozenset({"advcl", "acl:relcl", "parataxis", "conj"})
NAMES = ("country", "nationality", "organisation", "metonym", "grouping")


def is_complete(trigger: Trigger, roles: Roles, cast: Cast) -> bool:
    """Are all the roles there that the rule needs, and nothing that speaks against it?

    Besides roles a rule may need `pair` (two who act together), `several`, `couple` (two people
    of two states), `content` (what is demanded), `person` (a person who is called), `obliged` (what
    others must do) or `abroad` (see `looks_abroad`). `unless` may name a word before the noun
    ("compound:press", "case:under"), the object ("object:budget"), what the noun is of
    ("of:visa"), another phrase ("phrase:urne") or what opens a clause of purpose ("mark:à").
    """
    relations = [c.dep_ for c in trigger.word.children]
    relations += [f"case:{c.lower_}" for c in clause.children(trigger.word, "case")]
    relations += [f"compound:{c.norm_}" for c in clause.children(trigger.word, "compound")]
    purposes = clause.children(
        trigger.word, "advcl"
    )  # « l'a appelé à partir », "pour le féliciter"
    relations += [f"mark:{m.lower_}" for c in purposes for m in clause.children(c, "mark")]
    relations += [f"of:{c.norm_}" for c in clause.children(trigger.word, "nmod")]
    relations += [f"object:{c.norm_}" for c in clause.children(trigger.word, "obj")]
    relations += [f"phrase:{c.norm_}" for c in clause.children(trigger.word, "obl", "obl:arg")]
    beside = {clause.preposition(c, cast.grammar) for c in trigger.word.children}
    if (set(relations) | beside) & set(trigger.rule.unless) or (
        "objects" in trigger.rule.unless and relations.count("obj") > 1
    ):
        return False
    filled = [u for u in trigger.rule.unless if u.endswith("]")]
    if any(clause.fill(trigger.nodes, slot, cast.grammar) for slot in filled):
        return False
    if "noun_subject" in trigger.rule.unless and _has_noun_subject(trigger.nodes[-1]):
        return False
    doing = [t for n in trigger.nodes for t in clause.children(n, "nsubj") if t != trigger.word]
    strange = not roles["who"] and any(t.pos_ in {"NOUN", "PROPN"} for t in doing)
    if "stranger" in trigger.rule.unless and strange:
        return False
    if "state" in trigger.rule.unless and any(_is_state(p) for p in roles["who"]):
        return False
    public = cast.grammar.words("public")
    met = [p for p in roles["whom"] if public.isdisjoint(_called(p.token))]
    if trigger.rule.kind == "meeting" and not met and _meets_stranger(trigger, cast):
        return False
    coming = [p for p in roles["who"] if public.isdisjoint(_called(p.token))]
    if trigger.rule.kind == "meeting" and roles["who"] and not coming:
        return False  # "fishermen from X met Y"
    if "silence" in trigger.rule.unless and _is_silence(trigger.word, cast):
        return False
    return all(
        any(_is_there(part, trigger, roles, cast) for part in need.split("|"))
        for need in trigger.rule.needs
    )


def _meets_stranger(trigger: Trigger, cast: Cast) -> bool:
    """ "Met reporters", "встретился с журналистами": whoever they are, they are no officials."""
    verb, frame = trigger.nodes[-1], cast.lexicon.frames[trigger.rule.frame]
    slots = [s.lstrip("+~") for s in frame.whom]
    filled = [t for s in slots for t in clause.fill([verb], s, cast.grammar)]
    return trigger.word == verb and any(
        t.pos_ == "NOUN" and not cast.grammar.words("public").isdisjoint(_called(t)) for t in filled
    )


def _called(noun: Token) -> set[str]:
    """A noun alone and with the word that says which one it is ("business leader")."""
    beside = clause.children(noun, "compound", "amod")
    return {noun.norm_, *(f"{c.norm_} {noun.norm_}" for c in beside)}


@cache
def pacts(lang: str) -> frozenset[str]:
    """The language's nouns for what is signed and concluded."""
    rules = [r for r in load(lang).events if r.kind == "agreement"]
    return frozenset(
        n for r in rules for n in (*r.nouns, *(w for ws in r.light.values() for w in ws))
    )


@cache
def talks(lang: str) -> frozenset[str]:
    """The language's nouns for meetings."""
    return frozenset(n for r in load(lang).events if r.kind == "meeting" for n in r.nouns)


def _has_noun_subject(verb: Token) -> bool:
    """Does a noun of its own do what the verb says, not a pronoun, and not a passive's agent?"""
    return any(t.pos_ in {"NOUN", "PROPN"} for t in clause.children(verb, "nsubj"))


def _is_silence(verb: Token, cast: Cast) -> bool:
    """ "Declined to comment", "refused to say whether": nothing is rejected, nothing said."""
    words = cast.grammar.words("silence")
    said = clause.children(verb, "xcomp", "obj", "ccomp", "obl:arg")
    return any(c.norm_ in words for c in said)


def _is_there(part: str, trigger: Trigger, roles: Roles, cast: Cast) -> bool:
    if part == "pair":
        return len(roles["who"]) > 1 or any(_is_plural_pair(p.token, cast) for p in roles["who"])
    if part == "couple":
        homes = [p.actor.country for p in roles["who"] if p.actor and p.actor.type == "person"]
        return len(homes) == 2 == len(set(homes) - {None})
    if part == "several":
        return len(roles["who"]) > 1 or not all(_is_one_person(p) for p in roles["who"])
    if part == "abroad":
        return looks_abroad(trigger, roles, cast)
    if part == "foreign":
        return names_foreigners(trigger, roles, cast, (*NAMES, "city"))
    if part == "whom" and not roles["whom"] and _is_mutual(trigger.nodes[-1], cast):
        return True
    if part == "person":
        return any(p.actor is not None and p.actor.type == "person" for p in roles["whom"])
    if part == "deed":
        below = clause.children(trigger.word, "xcomp", "advcl", "ccomp")
        return any(clause.has(c, "VerbForm", "Inf") for v in below for c in (v, *v.children))
    if part == "content":
        return _has_content(trigger.word, cast)
    if part == "about" and _is_about_deed(trigger.word, cast):
        return True
    if part == "aim":
        words = cast.grammar.words("aim")
        return any(clause.preposition(c, cast.grammar) in words for c in trigger.word.children)
    if part == "who" and not roles["who"] and _is_done_by_pronoun(trigger, cast):
        known = [p for p in roles["whom"] if _is_foreign(p)]
        return bool(known) and trigger.rule.kind in WORDS
    if part == "pact":
        objects = clause.fill(trigger.nodes, "object", cast.grammar)
        return all(t.pos_ != "NOUN" or t.norm_ in pacts(cast.lang) for t in objects)
    if part == "obliged":
        return _is_obliged(trigger.word, cast)
    if part == "nothing":
        objects = clause.children(trigger.word, "obj", "obl", "obl:arg", "ccomp", "xcomp")
        return all(c.i in cast.dated for c in objects)
    return bool(roles[part])


def _is_one_person(party: Party) -> bool:
    """ "The president gathers": one alone meets nobody, as several or a council do."""
    person = party.actor is not None and party.actor.type == "person"
    return person and not clause.has(party.token, "Number", "Plur")


def _is_mutual(verb: Token, cast: Cast) -> bool:
    """ "Accused each other": whom they accuse, they say of themselves."""
    words = cast.grammar.words("reciprocal")
    return any(c.lower_ in words for c in clause.children(verb, "obj", "obl", "iobj"))


def _has_content(verb: Token, cast: Cast) -> bool:
    """ "Pushed him to sign", "pushed for talks": not merely pushed somebody somewhere."""
    below = clause.children(verb, "xcomp", "ccomp", "obl", "advcl", "obl:arg")
    words = cast.grammar.words("content")
    return any(
        c.dep_ in {"xcomp", "ccomp"}
        or clause.has(c, "VerbForm", "Inf")
        or any(m.lower_ in words for m in clause.children(c, "mark"))
        or clause.preposition(c, cast.grammar) in words
        for c in below
    )


def _is_about_deed(verb: Token, cast: Cast) -> bool:
    """ "Called for troops to leave": a clause with a subject of its own."""
    words = cast.grammar.words("content")
    deeds = [c for c in clause.children(verb, "advcl", "ccomp") if clause.children(c, "nsubj")]
    return any(m.lower_ in words for c in deeds for m in clause.children(c, "mark"))


def _is_done_by_pronoun(trigger: Trigger, cast: Cast) -> bool:
    """ "Er warnte Polen": who "er" is, another sentence says."""
    verb = trigger.nodes[-1]
    pronouns = cast.grammar.words("person_pronoun")
    return any(t.lower_ in pronouns for t in clause.children(verb, "nsubj"))


def _is_obliged(verb: Token, cast: Cast) -> bool:
    """ "Said X must leave": others are told what to do."""
    words = cast.grammar.words("obligation")
    said = clause.children(verb, "ccomp", "parataxis")
    return any(a.norm_ in words and _is_modal(a, c) for c in said for a in c.children)


def _is_modal(auxiliary: Token, verb: Token) -> bool:
    """A modal auxiliary, no "have" of a perfect."""
    return auxiliary.dep_ == "aux" and clause.has(verb, "VerbForm", "Inf")


def _is_plural_pair(token: Token, cast: Cast) -> bool:
    """ "The two sides", "both countries", "the ministers"."""
    pairs = cast.grammar.words("both") | cast.grammar.words("pair")
    plural = token.pos_ == "NOUN" and clause.has(token, "Number", "Plur")
    return plural or any(c.lower_ in pairs for c in token.children)


def looks_abroad(trigger: Trigger, roles: Roles, cast: Cast) -> bool:
    """Does a state or international body speak, or is what is said about another country?"""
    if any(
        _speaks_for_state(p, cast.grammar.words("party_to")) or _is_envoy(p, cast)
        for p in roles["who"]
    ):
        return True
    apart = {t.i for p in roles["who"] for t in p.token.subtree}
    if any(cast.named(cast.doc[i], "organisation") for i in apart):
        return True
    return names_foreigners(trigger, roles, cast) or _goes_on(trigger, roles, cast)


def _goes_on(trigger: Trigger, roles: Roles, cast: Cast) -> bool:
    """ "Thanked Poland and asked for aid": one speaks on, abroad as before."""
    verb = trigger.nodes[-1]
    bare = not clause.children(verb, "nsubj", "nsubj:pass")
    going_on = verb.dep_ == "conj" and clause.is_verbal(verb) and bare
    before = trigger._replace(nodes=(verb.head,), rivals=())
    return going_on and names_foreigners(before, roles, cast)


def names_foreigners(
    trigger: Trigger, roles: Roles, cast: Cast, names: Sequence[str] = NAMES
) -> bool:
    """Does the event's own clause name a country, or somebody of one, besides the actor's?"""
    own = {p.actor.country for p in roles["who"] if p.actor and p.actor.country}
    apart = {t.i for p in roles["who"] for t in p.token.subtree}
    plain = cast.grammar.words("diplomatic_noun") | cast.grammar.words("foreign_affair")
    for word in _own_clause(trigger.nodes[-1]):
        if word.i in apart:
            continue
        if word.norm_ in plain:
            return True
        for mention in cast.named(word, *names):
            country = cast.world.country_of(mention)
            if country is None or country not in own:
                return True
        if own and _is_of_another(word, own, cast):
            return True
    return False


def _is_of_another(word: Token, own: set[str], cast: Cast) -> bool:
    """Does the word name a person of another country?"""
    party = cast.party(word) if word.pos_ in {"NOUN", "PROPN"} else None
    actor = party.actor if party else None
    named = actor is not None and actor.type == "person" and actor.country is not None
    return named and actor is not None and actor.country not in own


def _speaks_for_state(party: Party, sides: Set[str]) -> bool:
    """A state, an organisation, a grouping of states, or a capital for its government."""
    if party.actor is None:
        return False
    if party.actor.country and party.token.norm_ in sides:
        return True  # "the Azerbaijani side"
    placed = party.actor.type in {"government", "group"} and party.place is not None
    return party.actor.type in OUTER or (placed and party.diplomatic)


def _is_envoy(party: Party, cast: Cast) -> bool:
    """An ambassador or foreign minister, who speaks to other countries by office."""
    words = cast.grammar.words("envoy")
    if party.actor is not None and (party.actor.office or "").lower().endswith(tuple(words)):
        return bool(words)  # by the title that an earlier sentence gave
    titles = [party.token, *clause.children(party.token, "appos", "nmod", "compound", "flat")]
    written = {m.text.lower() for t in titles for m in cast.named(t, "office", "metonym")}
    written |= {f"{t.nbor(-1).lower_} {t.norm_}" for t in titles if t.i}  # "foreign ministry"
    fields = [c for t in titles for c in clause.children(t, "nmod")]  # "ministère … des Affaires …"
    written |= {f"{c.norm_} {a.norm_}" for c in fields for a in clause.children(c, "amod")}
    return bool(words & ({t.norm_ for t in titles} | written))


def _own_clause(token: Token, apart: frozenset[str] = CLAUSES) -> list[Token]:
    """The token's subtree without clauses that stand beside it; what is said keeps its aims."""
    found = [token]
    for child in token.children:
        if child.dep_ not in apart:
            said = child.dep_ in {"ccomp", "xcomp"}
            found.extend(_own_clause(child, apart - {"advcl"} if said else apart))
    return found


def is_diplomatic(trigger: Trigger, roles: Roles, cast: Cast) -> bool:
    """At least one participant is a state, a body or an official; places alone are tourism."""
    people = [*roles["who"], *roles["whom"]]
    if trigger.rule.telling or (people and _is_of_peace(trigger.word, cast)):
        return True
    if trigger.rule.kind == "visit":
        people = [p for p in roles["who"] if not _is_force(p, cast)]
        people += [p for p in roles["whom"] if p.actor and p.actor.office]
        if roles["where"] and not any(_is_somewhere(p, cast) for ps in roles.values() for p in ps):
            return False
    acting = any("who" in need.split("|") for need in trigger.rule.needs)
    if trigger.rule.kind in DEEDS and roles["who"] and acting:
        firms = all(p.actor and p.actor.type == "unknown" for p in roles["who"])
        people = [*roles["who"]] if firms else people  # "Air France suspended flights to X"
    if trigger.rule.kind == "statement" and _is_home_affair(trigger, cast):
        return False
    if trigger.rule.kind == "statement" and roles["who"]:
        courts = cast.grammar.words("court")
        people = [p for p in roles["who"] if p.token.norm_ not in courts]
        if any(_is_stranger(p) or (p.actor and p.actor.type in MEANT) for p in people):
            people += [p for p in roles["whom"] if _is_foreign(p)]
    return any(p.actor and (p.diplomatic or p.actor.name in cast.proven) for p in people)


def _is_somewhere(party: Party, cast: Cast) -> bool:
    """Of a state that is known, or in one: not « des sénateurs », nor a village of no list."""
    actor, place = party.actor, party.place
    if place is not None and (place.country or place.region):
        return True
    known = actor is not None and bool(actor.country or actor.id or actor.resolved)
    inside = any(cast.named(t, "organisation", "grouping") for t in party.token.subtree)
    return known or inside or _is_envoy(party, cast)


def _is_home_affair(trigger: Trigger, cast: Cast) -> bool:
    """ "Rejected the bill", "dismissed the suit": a parliament's or court's own business."""
    objects = clause.children(trigger.nodes[-1], "obj", "nsubj:pass")
    return any(t.norm_ in cast.grammar.words("home_affair") for t in objects)


def _is_stranger(party: Party) -> bool:
    """A name that no list knows: its bearer may speak to states, not only to neighbours."""
    named = party.actor is not None and party.actor.type in {"unknown", "person"}
    return named and not party.token.text.isupper()  # an acronym is a party or a firm


def _is_foreign(party: Party) -> bool:
    """A state, its government or one who holds its office."""
    actor = party.actor
    return actor is not None and (
        actor.type in {"state", "government", "organisation"} or actor.country is not None
    )


def _is_of_peace(word: Token, cast: Cast) -> bool:
    """ "Peace talks", "Friedensgespräche": the word itself says that it is diplomacy."""
    known = cast.grammar.words("diplomatic_noun")
    beside = [c.norm_ for c in word.children if c.dep_ in {"compound", "amod", "nmod"}]
    return bool(known & {word.norm_, word.modifier, *beside})


def _is_state(party: Party) -> bool:
    """Its people travel, and its teams; a state stays where it is."""
    return party.actor is not None and party.actor.type == "state"


def _is_force(party: Party, cast: Cast) -> bool:
    """Troops and ships do not visit: they are sent; and peoples move ("the French returned")."""
    rule = cast.nouns.get(party.token.norm_)
    people = cast.named(party.token, "nationality")
    if rule is None and people and party.actor is not None and party.actor.type == "group":
        return True
    named = cast.named(party.token, "person")  # "Hun Manet" is no people
    return rule is not None and rule.id in {"force", "people"} and not named


def is_domestic(rule: EventRule, roles: Roles, cast: Cast) -> bool:
    """Do all who take part, and the place, belong to one and the same country?"""
    people = [*roles["who"], *roles["whom"]]
    if rule.kind in WORDS and any(_is_private(p, cast) for p in people):
        return True
    homes = [_home(p, people, cast) for p in people]
    if None in homes or not homes or len(set(homes)) > 1:
        return False
    owned = any(clause.has(c, "Poss", "Yes") for p in people for c in p.token.children)
    if not owned and any(_is_faction(p, cast) for p in people):
        return False
    places = {p.place.country for p in roles["where"] if p.place}
    if rule.kind == "visit":
        return bool(places) and places == set(homes)
    if rule.kind in WORDS:
        return len(people) > 1 and places <= set(homes) and len(set(_names(people))) > 1
    return False


def is_at_home(trigger: Trigger, roles: Roles, cast: Cast) -> bool:
    """ "The senate rejected the governor's plan": officials of no named state speak at home."""
    people = [*roles["who"], *roles["whom"]]
    actors = [p.actor for p in people if p.actor]
    if roles["whom"] and all(_is_own_government(p) for p in roles["whom"]):
        groups = [p.actor for p in roles["who"] if p.actor and p.actor.type == "group"]
        apart = [*groups, *(p.actor for p in roles["who"] if _is_stranger(p))]
        actors = [a for a in actors if a not in apart]
    if any(a.country or a.id or a.resolved or a.type not in OFFICIALS for a in actors):
        return False
    if any(_is_envoy(p, cast) or _is_several_governments(p) for p in people):
        return False
    return not looks_abroad(trigger, roles, cast)


def _is_several_governments(party: Party) -> bool:
    government = party.actor is not None and party.actor.type == "government"
    return government and clause.has(party.token, "Number", "Plur")


def _is_private(party: Party, cast: Cast) -> bool:
    """The head of a party, club or province, where the language tells these from officials."""
    actor = party.actor
    if not cast.grammar.words("private_body") or actor is None or party.diplomatic:
        return False
    return actor.type == "person" and actor.office is not None and actor.country is None


def _is_faction(party: Party, cast: Cast) -> bool:
    """Rebels, parties, minorities: their own state is another side to them; a people is none."""
    rule = cast.nouns.get(party.token.norm_)
    known = rule is not None and rule.id != "association"
    return party.actor is not None and party.actor.type == "group" and known


def _names(people: Sequence[Party]) -> list[str]:
    return [p.actor.name for p in people if p.actor]


def _home(party: Party, people: Sequence[Party], cast: Cast) -> str | None:
    """The country of a participant; "his minister" has the country of the other one."""
    if party.actor is None or party.token.norm_ in cast.grammar.words("foreign"):
        return None  # "its allies", "his counterpart" are others' by their name
    ours = cast.grammar.words("our")  # the speaker's, whoever that is
    owning = (c for c in party.token.children if ours.isdisjoint({c.norm_, c.lower_}))
    owned = any(clause.has(c, "Poss", "Yes") for c in owning)
    if party.actor.country is None and owned and party is not people[0]:
        others = [p.actor.country for p in people if p.actor and p is not party]
        return next((c for c in others if c), None)
    if party.actor.country is None and _is_own_government(party):
        near = [p for p in people if p is not party and p.actor and p.actor.type != "state"]
        return next((p.actor.country for p in near if p.actor and p.actor.country), None)
    return party.actor.country


def _is_own_government(party: Party) -> bool:
    """ "The government" without a name is that of the speaker's country."""
    actor = party.actor
    government = actor is not None and actor.type == "government" and actor.resolved is None
    named = any(c.dep_ in {"amod", "compound", "nmod", "nmod:poss"} for c in party.token.children)
    return government and not named and clause.has(party.token, "Number", "Sing")
