"""Who plays which role in an event: who, whom, where and about what, by the frame of its word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial

import msgspec

from registan.model import ActorMention, Span
from registan.reader import clause
from registan.reader.actor import Party
from registan.reader.party_split import split_party
from registan.reader.report_bridge import bridge, doer, only_sides, reproacher, there
from registan.reader.report_host import arranged, beneficiary, host_subject, invited
from registan.reader.report_pair import (
    both,
    follows_pair,
    group,
    is_bare_pair,
    is_pair,
    of_both,
    they,
    those,
)
from registan.reader.report_place import (
    heard_place,
    inner_partner,
    inner_place,
    is_city_of,
    left_place,
    trip_place,
)
from registan.reader.standing_negation import excludes, is_excepted
from registan.reader.story import Casting, Story, as_host, is_definite_noun
from registan.reader.tree import Token
from registan.reader.trigger import EXPELLING, MUTUAL, SYMMETRIC, Trigger, meant_by

AIMED = frozenset({"measure", "cooperation"})
BLAMING = frozenset({"criticism", "demand"})
JUDGING = frozenset({"praise", "support"})
ANNOUNCING = frozenset({"threat", "offer"})
PLACED = MUTUAL | {"visit"}
CLUBS = ("grouping", "organisation")
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


def roles_of(story: Story, trigger: Trigger) -> Casting:
    """The parties to a trigger's event, by the slots of its frame and by what stands around."""
    frame = story.cast.lexicon.frames[trigger.rule.frame]
    roles: Casting = {"who": [], "whom": [], "where": [], "about": []}
    taken: set[int] = {t.i for t in trigger.nodes}
    governed = _governed(story, trigger)
    for role in ("whom", "where", "who", "about"):
        slots = _open_slots(getattr(frame, role), governed)
        roles[role] = _fillers(story, trigger, role, slots, taken)
    if trigger.rule.frame == "supply":
        roles["who"] = [p for p in roles["who"] if not _is_supplied(trigger, p)]
    cased = bool(frame.where) and all(s.endswith("]") for s in frame.where)
    if not roles["where"] and not cased:  # "собирается в Киев", but not "в Киеве"
        roles["where"] = [p for p in inner_place(story, trigger) if p.token.i not in taken]
    if trigger.rule.kind == "visit" and not roles["where"]:
        roles["where"] = left_place(story, trigger) or heard_place(story, trigger)
    if not roles["who"] and not _is_anyones(story, trigger, roles):
        asking = _asking(story, trigger) or arranged(story, trigger)
        hosted = not (asking and roles["whom"]) and not _is_deed_before(story, trigger)
        blamed = partial(_blamed, story, trigger, bool(roles["whom"]))
        asked = host_subject(story, trigger, taken, blamed) if hosted else []
        asked = [] if _is_own_people(trigger, asked, roles["whom"]) else asked
        roles["who"] = [*asking, *asked]
    if trigger.rule.kind == "cooperation":
        _thank(story, trigger, roles)
        _give(story, roles)
    if trigger.rule.kind in SYMMETRIC and not roles["whom"]:
        roles["whom"] = _offered(story, trigger)
    if trigger.rule.kind in SYMMETRIC | {"message"} and not roles["whom"]:
        roles["whom"] = _told_in(story, trigger)
    if trigger.rule.kind == "agreement" and not roles["whom"]:
        roles["whom"] = beneficiary(story, trigger)
    if trigger.rule.kind == "agreement" and not roles["whom"] and not roles["who"]:
        roles["who"] = _talking(story, trigger)
    if trigger.rule.kind == "invitation" and not roles["whom"]:
        roles["whom"] = invited(story, trigger, roles["who"]) or _gone_on(story, trigger)
    if trigger.rule.kind in MUTUAL | AIMED | {"message"}:
        if not roles["whom"]:
            roles["whom"] = inner_partner(story, trigger, frame.whom) or _refused(story, trigger)
        if not roles["who"]:
            roles["who"] = inner_partner(story, trigger, frame.who)
    if trigger.rule.kind == "relations" and trigger.nodes == (trigger.word,):
        roles["whom"] = _meant(story, trigger) or roles["whom"]
    if trigger.rule.frame in EXPELLING and not roles["who"]:
        roles["who"] = _posted_to(story, roles)
    if trigger.rule.frame in EXPELLING and len(roles["who"]) == len(roles["whom"]) == 1:
        roles["whom"] = [_foreign(story, roles["whom"][0], roles["who"][0])]
    if trigger.rule.kind == "statement" and not roles["whom"]:
        roles["whom"] = _spoken_to(story, trigger) or _announced_to(story, trigger)
        roles["whom"] = roles["whom"] or doer(story, trigger, roles["who"])
    if trigger.rule.stance == "rejection" and not roles["whom"]:
        roles["whom"] = reproacher(story, trigger, roles["who"])
    if trigger.rule.frame == "visit" and story.grammar.words("drops_subject"):
        _turn_round(roles)
    if trigger.rule.kind in PLACED and not roles["where"]:
        roles["where"] = there(story, trigger) or trip_place(story, trigger)
    bridge(story, trigger, roles)
    if trigger.rule.kind in MUTUAL and not any(roles[r] for r in ("who", "whom", "where")):
        roles["who"] = only_sides(story, trigger)
    if trigger.rule.kind == "agreement" and len(roles["whom"]) > 1 and not roles["who"]:
        roles["who"], roles["whom"] = roles["whom"], []  # "the treaty ended their war"
    return roles


def _give(story: Story, roles: Casting) -> None:
    """ "Поставит Перу танки": a state whose name has no cases is given them, and is not what is
    given."""
    if roles["whom"] or roles["where"] or not story.grammar.words("drops_subject"):
        return
    states = [p for p in roles["about"] if p.actor and p.actor.type == "state" and p.actor.country]
    if len(states) == 1 and not clause.children(states[0].token, "case"):
        roles["whom"] = states
        roles["about"] = [p for p in roles["about"] if p is not states[0]]


def _thank(story: Story, trigger: Trigger, roles: Casting) -> None:
    """ "X thanked Y for its aid", « a remercié Y d'avoir envoyé … »: Y gave it, and X got it."""
    thanks = story.grammar.words("thanking")
    verb = next((t for t in clause.ancestors(trigger.nodes[-1]) if t.norm_ in thanks), None)
    if verb is None or trigger.nodes[-1].head not in (verb, verb.head):
        return
    tokens = [t for s in ("object", "indirect") for t in clause.fill([verb], s, story.grammar)]
    giving = [story.references.resolve(t) for t in tokens if t not in trigger.nodes]
    given = [story.references.resolve(t) for t in clause.subjects(verb, story.grammar)]
    roles["who"] = [p for p in giving if p is not None and p.actor is not None] or roles["who"]
    if not roles["whom"] and not roles["where"]:
        roles["whom"] = [p for p in given if p is not None and p.actor is not None]


def _meant(story: Story, trigger: Trigger) -> list[Party]:
    """ "Poland expelled them": the envoys of whom the text has told."""
    noun = meant_by(trigger.word, trigger.rule)
    party = story.references.resolve(noun) if noun is not None else None
    return [] if party is None or party.actor is None else [party]


def _is_own_people(trigger: Trigger, hosts: list[Party], people: list[Party]) -> bool:
    """ "X protested to Y over the deportation of X's people": X deports nobody of its own."""
    homes = [{p.actor.country for p in found if p.actor} for found in (hosts, people)]
    beside = trigger.rule.frame == "deport" and trigger.nodes[-1].dep_ in clause.OBLIQUES
    return beside and homes[0] == homes[1] != {None}


def _posted_to(story: Story, roles: Casting) -> list[Party]:
    """ "X's envoy to Y was summoned", "was summoned in Y": by Y's state, which is not X's."""
    envoys = [p for p in roles["whom"] if p.actor is not None]
    inside = story.grammar.words("whereabouts") | story.grammar.words("posted_to")
    posts = [t for p in envoys for w in inside for t in clause.fill([p.token], w, story.grammar)]
    hosts = [*roles["where"], *(p for p in map(story.cast.party, posts) if p is not None)]
    home = {p.actor.country for p in envoys if p.actor}
    hosts = [p for p in hosts if p.place and p.place.country and p.place.country not in home]
    states = {p.place.country for p in hosts if p.place}
    if len(states) != 1 or hosts[0].place is None:
        return []
    state = msgspec.structs.replace(as_host(hosts[0].place), type="government")
    return [hosts[0]._replace(actor=state, place=None, diplomatic=True)]


def _foreign(story: Story, envoy: Party, host: Party) -> Party:
    """ "X condemned Y's decision to expel its ambassador to Z": X's, the only other state's."""
    owned = any(clause.has(c, "Poss", "Yes") for c in envoy.token.children)
    home = host.actor.country if host.actor else None
    if envoy.actor is None or envoy.actor.country or not owned or not home:
        return envoy
    mentions = (m for t in envoy.token.sent for m in story.cast.mentions.get(t.i, ()))
    states = {story.cast.world.country_of(m) for m in mentions} - {None, home}
    country = states.pop() if len(states) == 1 else None
    return envoy._replace(actor=msgspec.structs.replace(envoy.actor, country=country))


def _gone_on(story: Story, trigger: Trigger) -> list[Party]:
    """ "Поблагодарил X и пригласил в Киев": where a language leaves out "him", it is X.

    Only what stands in an object's place of the verb before.
    """
    verb = trigger.nodes[-1]
    bare = verb.dep_ == "conj" and clause.is_verbal(verb) and not clause.children(verb, "nsubj")
    if not bare or not story.grammar.words("drops_subject"):
        return []
    tokens = clause.fill([verb.head], "object", story.grammar)
    tokens = tokens or clause.fill([verb.head], "indirect", story.grammar)
    parties = [story.references.resolve(t) for t in clause.conjuncts(tokens)]
    return [p for p in parties if p is not None and p.diplomatic and p.actor is not None]


def _refused(story: Story, trigger: Trigger) -> list[Party]:
    """ "Verweigerte Peru die Lieferung", "отказала Перу в поставке": who would have got it."""
    noun = trigger.nodes[-1]
    verb = noun.head
    rules = story.scale.governors.get(verb.norm_, ())
    if clause.is_verbal(noun) or not any(r.effect == "refuse" for r in rules[:1]):
        return []
    slots = ("indirect", *story.grammar.words("told"))  # "ruled out deliveries to X"
    tokens = [t for s in slots for t in clause.fill([verb], s, story.grammar) if t != noun]
    parties = [story.references.resolve(t) for t in clause.conjuncts(tokens)]
    return [p for p in parties if p is not None and p.diplomatic]


def _is_supplied(trigger: Trigger, party: Party) -> bool:
    """ "The delivery of howitzers to X": what is delivered, and not who delivers it."""
    below = party.token.head == trigger.nodes[-1]
    nominal = not clause.is_verbal(trigger.nodes[-1])
    actor = party.actor
    named = actor is not None and (actor.country or actor.type not in {"unknown", "group"})
    return nominal and below and not named and not party.diplomatic


def _is_deed_before(story: Story, trigger: Trigger) -> bool:
    """ "After the deportation of 20 men X went to Y": nothing says that X deported them."""
    noun = trigger.nodes[-1]
    words = story.grammar.words("noun_after") | story.grammar.words("beside_event")
    apart = clause.preposition(noun, story.grammar) in words and not clause.is_verbal(noun)
    return apart and trigger.rule.kind in {"measure", "cooperation", "relations"}


def _is_anyones(story: Story, trigger: Trigger, roles: Casting) -> bool:
    """ "Scraps the pact days after a tense visit": anybody's, to whom it may concern."""
    noun = trigger.nodes[-1]
    alone = trigger.rule.kind == "visit" and not roles["where"] and not roles["whom"]
    timed = clause.preposition(noun, story.grammar) in story.grammar.words("noun_time")
    return alone and timed and not is_definite_noun(noun, story.grammar)


def _spoken_to(story: Story, trigger: Trigger) -> list[Party]:
    """ "Rang X and thanked for the release": whom one talks to is thanked, blamed or urged.

    So is whom one calls or writes to, in "urged in a call with X".
    """
    verb = trigger.nodes[-1]
    kinds = {*SYMMETRIC, "message"}
    setting = story.grammar.words("setting")
    talks = [t for t in story.triggers if verb.dep_ == "conj" and verb.head == t.nodes[-1]]
    talks = [t for t in talks if t.rule.kind in kinds and clause.is_verbal(verb)]
    if talks:
        return list(roles_of(story, talks[0])["whom"])
    beside = (t for t in story.triggers if t.word.head == verb and t.rule.kind in kinds)
    for talk in beside:
        if clause.preposition(talk.word, story.grammar) in setting:
            frame = story.cast.lexicon.frames[talk.rule.frame]
            slots = _open_slots(frame.whom, _governed(story, talk))
            return _fillers(story, talk, "whom", slots, {talk.word.i})
    return []


def _announced_to(story: Story, trigger: Trigger) -> list[Party]:
    """ "Threatened to tax imports from X", "pledged aid to X": X is threatened, or promised it."""
    if trigger.rule.stance not in ANNOUNCING:
        return []
    below = clause.children(trigger.nodes[-1], "xcomp", "ccomp")
    told = (t for t in story.triggers if t.nodes[-1] in below and t.rule.kind != "statement")
    parties = [p for t in told for p in roles_of(story, t)["whom"]]
    return [p for p in parties if p.diplomatic]


def _talking(story: Story, trigger: Trigger) -> list[Party]:
    """ "Talks between X and Y ended without a deal": it would have been theirs.

    A deal that "was signed after talks between X and Y", "during X's visit to Y" is theirs.
    """
    noun = trigger.nodes[-1]
    if clause.is_verbal(noun):
        verb = noun if clause.is_passive(noun) else None
        timely = story.grammar.words("noun_time") | story.grammar.words("noun_after")
        talks = [
            t for t in story.triggers
            if t.rule.kind in {"meeting", "visit"} and t.word.head == verb
            and clause.preposition(t.word, story.grammar) in timely
        ]  # fmt: skip
    elif noun.dep_ in clause.OBLIQUES:
        talks = [
            t for t in story.triggers
            if t.rule.kind == "meeting" and t.word.head == noun.head
            and t.word.dep_ in clause.SUBJECTS
        ]  # fmt: skip
    else:
        return []
    roles = roles_of(story, talks[0]) if talks else None
    if roles is None:
        return []
    guests = [*roles["who"], *roles["whom"]]
    hosts = [p._replace(actor=as_host(p.place)) for p in roles["where"] if p.place]
    sides = [*guests, *hosts] if talks[0].rule.kind == "visit" and guests else guests
    several = any(is_pair(story, p.token) for p in sides) or len(sides) > 1
    return sides if several else []  # not "after talks with Japan"


def _turn_round(roles: Casting) -> None:
    """ "Ташкент посетил Блинкен": no town visits a person, where order is free."""
    placed = roles["who"] and all(p.place is not None for p in roles["who"])
    people = [p for p in roles["whom"] if p.actor and p.actor.type == "person"]
    if placed and people and not roles["where"]:
        roles["where"], roles["who"], roles["whom"] = roles["who"], people, []


def _asking(story: Story, trigger: Trigger) -> list[Party]:
    """ "Asked Y for a meeting": whoever asks for one takes part in it."""
    noun = trigger.nodes[-1]
    wanted = clause.preposition(noun, story.grammar) in story.grammar.words("request")
    if trigger.rule.kind not in SYMMETRIC or not wanted:
        return []
    told = [t for t in story.triggers if t.rule.stance == "demand" and noun.head in t.nodes]
    return list(roles_of(story, told[0])["who"]) if told else []


def _offered(story: Story, trigger: Trigger) -> list[Party]:
    """ "Offered X a meeting", « a proposé à X une rencontre »: it would be with X."""
    noun = trigger.nodes[-1]
    if clause.is_verbal(noun) or noun.dep_ != "obj":
        return []
    told = [t for t in story.triggers if t.rule.stance == "offer" and noun.head in t.nodes]
    return list(roles_of(story, told[0])["whom"]) if told else []


def _told_in(story: Story, trigger: Trigger) -> list[Party]:
    """ "In a call on Sunday X told Y to open the border": Y, if a person, is who X called.

    Or who got the letter in which X did.
    """
    noun = trigger.nodes[-1]
    setting = clause.preposition(noun, story.grammar) in story.grammar.words("setting")
    if clause.is_verbal(noun) or not setting or trigger.rule.kind not in {"call", "message"}:
        return []
    above = [r for t in story.triggers if noun.head in t.nodes for r in (t, *t.rivals)]
    told = [roles_of(story, t)["whom"] for t in above if t.rule.stance == "demand"]
    found = next((parties for parties in told if parties), [])
    return [p for p in found if p.actor and p.actor.type == "person"]


def _blamed(story: Story, trigger: Trigger, partnered: bool, word: Token) -> list[Party] | None:
    """ "Accused X of the sale", "demanded of X an end": X has done it, and not who says so.

    Nor has who "welcomed the meeting", unless it is one with somebody.
    """
    noun = trigger.nodes[-1]
    judged = noun.dep_ in {"obj", "nsubj:pass"} and noun.head == word and not partnered
    for told in story.triggers:
        if told.rule.stance in BLAMING and word in told.nodes:
            return list(roles_of(story, told)["whom"])
        praising = [t for t in (told, *told.rivals) if judged and t.rule.stance in JUDGING]
        if praising and word in praising[0].nodes:
            return list(roles_of(story, praising[0])["whom"])
    return None


def _fillers(
    story: Story, trigger: Trigger, role: str, slots: Iterable[str], taken: set[int]
) -> list[Party]:
    """Who or what fills one role, by the slots that the frame has for it, in their order."""
    found: list[Party] = []
    closed, others = False, False
    sides = story.grammar.words("between") if trigger.rule.kind in SYMMETRIC else frozenset()
    for slot in slots:
        sort, name = _sort_of(slot)
        if closed and name not in sides:
            continue  # but who hosts talks and between whom they are all take part
        for token in _in_slot(story, trigger, name, role):
            if token.dep_ == "conj" and is_excepted(story.scale, token):
                continue  # "Blinken, not Rubio"
            if others and role == "who" and clause.has(token, "Poss", "Yes"):
                continue  # "the firms broke their ties": theirs, whoever they are
            others = others or name == "subject"
            if excludes(story.scale, token) or token.norm_ in story.grammar.words("unwanted"):
                continue
            paired = is_pair(story, token)
            pair = both(story, token) if paired else they(story, trigger, token)
            pair = pair or those(story, trigger, token) or of_both(story, token)
            bare = is_bare_pair(token, story.grammar)
            if pair or bare or token.lower_ in story.grammar.words("both"):
                found.extend(pair or both(story, token))
                continue
            if name == "subject" and (several := group(story, token)):
                found.extend(several)
                continue
            party = _fitting(story, token, sort, name, trigger)
            if party is not None and paired and follows_pair(story, token):
                party = party._replace(diplomatic=True)  # whichever two they are
            if party is None and role == "about" and token.pos_ in {"NOUN", "PROPN"}:
                party = Party(token, None, None, False)
            if party is None or (token.i in taken and name not in {"compound", "self"}):
                continue
            if name == "object" and clause.head_conjunct(token) in trigger.nodes:
                continue  # "sent arms and advisers": what is sent, and nobody that gets it
            taken.add(token.i)
            parties = split_party(story.cast, party) if sort != "@" else [party]
            taken.update(p.token.i for p in parties)
            found.extend(parties)
            if name in {"subject", "object"}:
                found.extend(_leaders(story, token))
        closed = closed or bool(found and role != "where" and name != "subject")
    return found


def _leaders(story: Story, group: Token) -> list[Party]:
    """ "A delegation led by X": X is among them."""
    words = story.grammar.words("leading")
    led = [c for c in clause.children(group, "acl", "amod") if c.norm_ in words]
    parties = [
        story.references.resolve(t) for v in led for t in clause.fill([v], "agent", story.grammar)
    ]
    return [p for p in parties if p and p.actor and p.actor.type in {"person", "unknown"}]


def _in_slot(story: Story, trigger: Trigger, slot: str, role: str) -> list[Token]:
    """A slot's tokens; a date in it hands on what hangs on it ("im Winter 2023 in Riga")."""
    verb = trigger.nodes[-1]
    given = trigger.rule.frame == "receive"  # "erhielt von X": X gives it
    if role != "whom" and slot in story.grammar.agent and _is_active(verb) and not given:
        return []  # "condemning exercises by X": whose they are, X does not condemn
    travelling = verb.norm_ in story.scale.travel and clause.is_verbal(verb)
    from_ = slot in story.grammar.words("of") and trigger.rule.frame != "comeback"
    if travelling and from_:  # "voyager de France en …", but "zurück aus Frankreich"
        return clause.fill(trigger.nodes[:-1], slot, story.grammar)
    found = clause.fill(trigger.nodes, slot, story.grammar)
    if not found and slot not in RELATIONS and (stage := _stage(story, trigger)):
        found = clause.fill(stage, slot, story.grammar)
    dates = [t for t in verb.children if t.i in story.cast.dated] if story.cast.dated else []
    return found + (clause.fill(dates, slot, story.grammar) if dates else [])


@cache
def _sort_of(slot: str) -> tuple[str, str]:
    """A slot's sign, which says what sort may fill it, and its name."""
    return (slot[0], slot[1:]) if slot[0] in "@+~" else ("", slot)


def _governed(story: Story, trigger: Trigger) -> frozenset[str]:
    """The slots of prepositions that the words around an event could fill."""
    dates = [t for t in trigger.nodes[-1].children if t.i in story.cast.dated]
    around = [*trigger.nodes, *_stage(story, trigger), *dates]
    return clause.could_fill(around, story.grammar)


@cache
def _outer(slot: str) -> str:
    """The outermost relation or preposition of a slot."""
    return _sort_of(slot)[1].partition(".")[0].partition("[")[0]


def _open_slots(slots: Iterable[str], governed: frozenset[str]) -> list[str]:
    """The slots that relations make, and those of prepositions that stand there."""
    return [s for s in slots if _outer(s) in clause.SLOTS or _outer(s) in governed]


def _is_active(word: Token) -> bool:
    return (
        clause.is_verbal(word)
        and bool(clause.children(word, "obj"))
        and not clause.is_passive(word)
    )


def _stage(story: Story, trigger: Trigger) -> list[Token]:
    """ "A meeting took place between X and Y": the verb that says that the event occurs."""
    word = trigger.nodes[-1]
    verb = word.head
    rules = story.scale.governors.get(verb.norm_, ())
    if clause.is_verbal(word) or not any(r.effect == "occur" for r in rules):
        return []
    empty = {c.lower_ for c in clause.children(verb, "nsubj")} & story.grammar.words("expletive")
    comes = empty and word.dep_ in clause.OBLIQUES  # "zwischen X und Y kam es zu einem Treffen"
    return [verb] if comes or word.dep_ in {"nsubj", "nsubj:pass"} else []


def _fitting(story: Story, token: Token, sort: str, slot: str, trigger: Trigger) -> Party | None:
    if slot == "compound" and token == trigger.word:
        return _from_compound(story, token, sort)
    ahead = token.i < token.head.i and slot in story.grammar.words("place")
    if ahead and sort != "@" and story.cast.named(token, "city"):
        return None  # « À Paris, le ministre a salué … »: where, and not whom
    if slot == "object" and token.pos_ == "NOUN" and any(t.word == token for t in story.triggers):
        return None  # "begrüßte den China-Besuch": an event, and not China
    if token.norm_ in story.grammar.words("money") and slot not in {"compound", "self"}:
        return None
    if slot.startswith("object.") and _is_of_others(story, token, trigger):
        return None
    if trigger.word.norm_ in story.grammar.words("joining") and story.cast.named(token, *CLUBS):
        return None  # "a rejoint les Brics": one becomes a member of them
    if slot == "adjective" and trigger.word.norm_ in story.grammar.words("destined"):
        return None  # "an Irish tour" leads there
    if slot in {"adjective", "compound"} and _is_in_title(story, token, trigger.word):
        return None
    party = story.references.resolve(token)
    if party is None or (slot == "adjective" and not story.cast.named(token, "nationality")):
        return None
    located = slot == "compound" and trigger.rule.kind in {"meeting", "agreement"}
    if located and sort != "@" and story.cast.named(token, "city", "metonym"):
        return None  # "the Minsk agreement", "the Geneva talks"
    if slot in story.grammar.words("of") and is_city_of(party, trigger):
        return party if sort == "@" else None
    if sort == "@":
        party = _lying_in(story, party)
        return party if party.place is not None and slot != "von" else None
    if party.actor is None and slot == "subject" and trigger.rule.telling and party.place:
        return party._replace(actor=as_host(party.place))  # "Genoa and Venice made peace"
    if party.actor is None:
        return None
    if sort == "~" and party.place is not None:
        called = trigger.rule.frame == "phone" and clause.is_verbal(token.head)
        personal = _looks_personal(token) or called  # « a téléphoné à Abbas »
        return party if party.actor.type == "unknown" and personal else None
    return party


def _lying_in(story: Story, party: Party) -> Party:
    """ "Landed at Songshan airport in Taipei": of a place of no state, the one that it lies in."""
    if party.place is None or party.place.country or party.place.region:
        return party
    words = story.grammar.words("place")
    inner = clause.children(party.token, "nmod")
    inner = [c for c in inner if clause.preposition(c, story.grammar) in words]
    known = (p for c in inner if (p := story.references.resolve(c)) and p.place)
    return next((p for p in known if p.place and p.place.country), party)


def _is_in_title(story: Story, word: Token, noun: Token) -> bool:
    """ "The Danish Beekeepers Conference": a word of a name says not who takes part."""
    plain = story.grammar.words("diplomatic_noun")
    if word.norm_ in plain:
        return True  # "the Peace Conference"
    between = noun.doc[word.i + 1 : noun.i] if word.i < noun.i and word.head == noun else ()
    names = [t for t in between if t.pos_ == "PROPN" and t.dep_ == "compound"]
    strange = [t for t in names if not story.cast.mentions.get(t.i) and t.norm_ not in plain]
    return noun.pos_ == "PROPN" and bool(strange)


def _is_of_others(story: Story, token: Token, trigger: Trigger) -> bool:
    """ "Discussed the talks with X": with X were the talks, not the discussion."""
    kinds = {*MUTUAL, "visit", "relations"}
    verbal = trigger.rule.kind in SYMMETRIC and clause.is_verbal(trigger.word)
    told = (t for t in story.triggers if t.word == token.head)
    return verbal and any(t.rule.kind in kinds for t in told)


def _from_compound(story: Story, token: Token, sort: str) -> Party | None:
    """ "China-Besuch", "Trump-Besuch": the name inside the word."""
    for mention in story.cast.mentions.get(token.i, ()):
        if mention.end > token.idx + len(token.text) - 2 or mention.type == "office":
            continue
        if sort == "@" and mention.type in {"country", "city", "region", "grouping"}:
            return story.cast.geographic(token, mention)
        if sort != "@" and mention.type == "person":
            return story.cast.party(token)
    rule = story.cast.nouns.get(token.modifier)
    if sort == "@" or rule is None or rule.type != "person" or not rule.diplomatic:
        return None
    title = token.modifier.capitalize()  # "Kanzler-Besuch"
    written = token.text[: len(title)]
    span = Span(start=token.idx, end=token.idx + len(written), text=written)
    actor = ActorMention(name=title, mention=written, type="person", office=title, span=span)
    return Party(token, actor, None, True)


def _looks_personal(token: Token) -> bool:
    return any(c.dep_ == "flat" for c in token.children)
