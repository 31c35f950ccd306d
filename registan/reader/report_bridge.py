"""What a sentence leaves out of an event because the one before it said it."""

from __future__ import annotations

from registan.languages import Grammar
from registan.model import PlaceMention, Report
from registan.reader import clause
from registan.reader.actor import Party
from registan.reader.diplomacy import talks
from registan.reader.standing import compose
from registan.reader.story import (
    UNREAL,
    Casting,
    Story,
    confirmed,
    is_bare,
    is_definite_noun,
    repeated_actor,
    repeated_place,
    span_of,
)
from registan.reader.tree import Token
from registan.reader.trigger import MUTUAL, SYMMETRIC, Trigger

REPROACHES = frozenset({"criticism", "demand", "threat"})
TOLD = frozenset({"ccomp", "parataxis"})


def bridge(story: Story, trigger: Trigger, roles: Casting) -> None:
    """What a sentence leaves out because the one before it said it, for visits alike."""
    if trigger.word.norm_ in story.grammar.words("return_visit"):
        return  # whoever was there before, others come now
    mutual = trigger.rule.kind in MUTUAL
    if mutual and roles["whom"] and not roles["who"]:
        owners = _owners(story, roles["whom"])
        roles["who"] = owners or _topic(story, trigger) or _teller(story, trigger)
    if trigger.rule.kind == "agreement" and not roles["who"]:
        roles["who"] = _signing(story, trigger) or _named_later(story, trigger)
    planned = not clause.is_verbal(trigger.nodes[-1]) and _is_arranged(story, trigger.word)
    if trigger.rule.kind == "visit" and not roles["who"] and roles["where"] and planned:
        roles["who"] = _topic(story, trigger)
    if trigger.rule.kind == "meeting" and not roles["who"] and not roles["whom"]:
        roles["who"] = _next_of(story, trigger)
    if mutual and not roles["who"] and _is_of_speaker(trigger, story.grammar):
        roles["who"] = _teller(story, trigger)
    if not roles["who"] and not roles["whom"] and (same := _same_talk(story, trigger)) is not None:
        roles["who"] = [repeated_actor(trigger.word, a) for a in same.who]
        roles["whom"] = [repeated_actor(trigger.word, a) for a in same.whom]
        return
    before = story.last(trigger.rule.kind)
    definite = is_definite_noun(trigger.word, story.grammar)
    if (known := confirmed(story, trigger)) is not None:
        _repeat(trigger, roles, known)
        return
    if trigger.rule.kind == "visit" and definite and _retell(story, trigger, roles):
        return
    again = definite and (trigger.rule.kind in SYMMETRIC or _is_bare_visit(story, trigger, roles))
    only = story.only(trigger) if again else None
    if only is None and before is not None and not story.is_near(before, trigger):
        return
    before = only or before
    if before is None:
        return
    elsewhere = roles["where"] and before.where and not _same_places(roles["where"], before)
    if trigger.rule.kind in SYMMETRIC and elsewhere:
        return
    if trigger.rule.kind in SYMMETRIC and definite and not roles["whom"]:
        if not roles["who"] or _is_confirmed(story, trigger, roles["who"], before):
            roles["who"] = [repeated_actor(trigger.word, a) for a in before.who]
            roles["whom"] = [repeated_actor(trigger.word, a) for a in before.whom]
        return
    if trigger.rule.kind != "visit":
        return
    echoing = trigger.rule.frame == "follow" or any(
        c.norm_ in story.grammar.words("same_as_before") for c in trigger.word.children
    )
    if roles["who"] and not roles["where"] and echoing:
        roles["where"] = [repeated_place(trigger.word, place) for place in before.where]
    put_off = before.standing == "cancelled" and _is_bare_visit(story, trigger, roles)
    going_on = before.standing in UNREAL or put_off
    going_on = going_on and story.shares_paragraph(before, trigger.word)
    noun = not clause.is_verbal(trigger.nodes[-1])
    if noun and not roles["who"] and not roles["where"] and (definite or going_on):
        roles["where"] = [repeated_place(trigger.word, place) for place in before.where]
    if trigger.rule.frame == "expected":
        return  # "il y avait annoncé une trêve": nobody is expected there
    if roles["where"] and not roles["who"] and _same_places(roles["where"], before):
        roles["who"] = [repeated_actor(trigger.word, actor) for actor in before.who]


def _is_bare_visit(story: Story, trigger: Trigger, roles: Casting) -> bool:
    """ "The visit will now take place in May": whose and where it is was told before."""
    noun = trigger.word
    bare = trigger.rule.kind == "visit" and not clause.is_verbal(noun) and is_bare(story, noun)
    return bare and noun.dep_ in clause.SUBJECTS and not roles["who"] and not roles["where"]


def _signing(story: Story, trigger: Trigger) -> list[Party]:
    """ "A treaty is to be signed in May", "the agreement failed": by those who have just met.

    What a definite noun alone names has only ended; that it is there was told before.
    """
    verb = trigger.nodes[-1]
    after = _is_after_talks(story, verb)
    last = story.last("meeting") if after else story.last()
    if last is None or last.kind not in MUTUAL:
        return []
    if not (after or story.shares_paragraph(last, verb)) or len({*last.who, *last.whom}) < 2:
        return []
    objects = clause.children(verb, "nsubj:pass")
    if after and not clause.children(verb, *clause.SUBJECTS):
        objects += clause.children(verb, "obj")  # "переговоры, по итогам которых подписали пакт"
    signed = clause.is_verbal(verb) and any(o.norm_ in story.pacts for o in objects)
    known = (
        last.kind == "agreement" and is_definite_noun(verb, story.grammar) and is_bare(story, verb)
    )
    ended = known and compose(story.scale, trigger)[0] in {"cancelled", "not_happened"}
    if not signed and not ended:
        return []
    return [repeated_actor(trigger.word, a) for a in (*last.who, *last.whom)]


def _is_after_talks(story: Story, verb: Token) -> bool:
    """ "Was signed after the talks", "по итогам встречи": those told of in a paragraph before.

    "During the visit" are those who met on it.
    """
    phrases = clause.children(verb, "obl", "nmod", "advcl")
    below = [w for p in phrases for w in (p, *clause.children(p, "nmod", "obj"))]
    met, visit = story.last("meeting"), story.last("visit")
    coming = {a.id or a.name for a in visit.who} if visit else set()
    received = met and coming & {a.id or a.name for a in (*met.who, *met.whom)}
    known = talks(story.cast.lang) | (story.scale.stays if received else frozenset())
    if verb.dep_ == "acl:relcl" and verb.head.norm_ in known:
        return True
    return any(w.norm_ in known and is_bare(story, w) and _is_known(story, w) for w in below)


def _same_talk(story: Story, trigger: Trigger) -> Report | None:
    """ "X met Y. The conversation took an hour": it is that of which was told just before."""
    noun, last = trigger.nodes[-1], story.last()
    if last is None or last.kind not in {trigger.rule.kind, trigger.rule.present} - {None}:
        return None
    known = noun.dep_ in clause.SUBJECTS and _is_known(story, noun) and is_bare(story, noun)
    plain = not clause.is_verbal(noun) and not clause.children(noun, "amod", "nummod")
    talk = trigger.rule.kind in {"meeting", "call"} and last.kind in {"meeting", "call"}
    sides = (*last.who, *last.whom)
    if not (known and plain and talk and len(sides) > 1 and story.shares_paragraph(last, noun)):
        return None
    return last


def _next_of(story: Story, trigger: Trigger) -> list[Party]:
    """ "A next round will be held in March": of those who met last, as was told just before."""
    noun = trigger.word if trigger.word.pos_ == "NOUN" else trigger.nodes[-1]
    words = story.grammar.words("next_of_kind")
    before = story.last("meeting")
    following = any(c.norm_ in words for c in noun.children)
    named = any(c.dep_ == "nmod" and story.cast.party(c) for c in noun.children)
    if not following or named or before is None or not story.is_near(before, trigger):
        return []
    sides = (*before.who, *before.whom)
    return [repeated_actor(noun, a) for a in sides] if len(sides) > 1 else []


def only_sides(story: Story, trigger: Trigger) -> list[Party]:
    """ "Three treaties were signed", "переговоры продолжатся": by the only two states told of.

    All that was told before has to be of these two, and the sentence may name nobody else.
    """
    event = trigger.nodes[-1]
    noun = trigger.word if trigger.word.pos_ == "NOUN" else None
    passive = clause.is_verbal(event) and clause.is_passive(event)
    goes_on = not clause.is_verbal(event) and event.dep_ in clause.SUBJECTS
    if noun is None or not is_bare(story, noun) or not (passive or goes_on):
        return []
    if goes_on and not _is_known(story, noun):
        return []
    named = [p for t in trigger.word.sent if (p := story.cast.party(t)) and p.actor]
    told = [_states(r) for r in story.told if r.kind in {*MUTUAL, "visit", "invitation"}]
    pair = next((states for states in reversed(told) if len(states) == 2), None)
    if pair is None or not all(states <= pair for states in told):
        return []
    if any(p.actor and p.actor.country not in {None, *pair} for p in named):
        return []
    near = story.last()
    if near is None or not story.is_near(near, trigger):
        return []
    return story.references.as_states(trigger.word, sorted(pair))


def _is_known(story: Story, noun: Token) -> bool:
    """ "The talks", or "переговоры" in a language that has no article to show it."""
    return is_definite_noun(noun, story.grammar) or bool(story.grammar.words("drops_subject"))


def _states(report: Report) -> set[str]:
    """The states of those who take part in an event, and of where one goes."""
    found = {a.country for a in (*report.who, *report.whom)}
    found |= {p.country for p in report.where if report.kind in {"visit", "invitation"}}
    return {code for code in found if code}


def _named_later(story: Story, trigger: Trigger) -> list[Party]:
    """ "A treaty was signed in Geneva; X and Y commit themselves in it": by the states named next.

    The clause or sentence behind has to speak of what was signed.
    """
    verb = trigger.nodes[-1]
    signed = any(o.norm_ in story.pacts for o in clause.children(verb, "nsubj:pass"))
    if not clause.is_verbal(verb) or not signed:
        return []
    behind = [c for c in clause.children(verb, "parataxis", "conj") if c.i > verb.i]
    number = story.references.number[verb.i]
    sentences = story.references.sentences
    if not behind and number + 1 < len(sentences):
        near = story.references.same_paragraph(number, number + 1)
        behind = [sentences[number + 1].root] if near else []
    tokens = _bound(behind[0], story.grammar) if behind else []
    parties = [story.references.resolve(t) for t in clause.conjuncts(tokens)]
    found = [p for p in parties if p and p.actor and p.actor.type in {"state", "government"}]
    return [repeated_actor(trigger.word, p.actor) for p in found if p.actor]


def _bound(verb: Token, grammar: Grammar) -> list[Token]:
    """Whom a clause about a treaty names: "it binds X and Y", "X has ratified it"."""
    subjects = clause.children(verb, "nsubj")
    if any(s.norm_ in grammar.words("signatory") for s in subjects):
        return [verb] if clause.children(verb, "cop") else clause.children(verb, "obj")
    thing = grammar.words("thing_pronoun") | grammar.words("told_back")
    if any(s.lower_ in thing for s in subjects):
        objects = clause.children(verb, "obj")
        return objects if len(clause.conjuncts(objects)) > 1 else []
    spoken = {c.lower_ for c in verb.children if c.pos_ == "PRON"}
    return subjects if spoken & (thing | grammar.words("there")) else []


def _retell(story: Story, trigger: Trigger, roles: Casting) -> bool:
    """ "The ministry declined to confirm the visit": the one that the text has told of."""
    before, speaking = story.only(trigger), roles["who"]
    if before is None or roles["where"] or not speaking:
        return False
    if not _is_confirmed(story, trigger, speaking, before):
        return False
    _repeat(trigger, roles, before)
    return True


def _repeat(trigger: Trigger, roles: Casting, before: Report) -> None:
    """The event is the one before: so are all its parties."""
    roles["who"] = [repeated_actor(trigger.word, actor) for actor in before.who]
    roles["whom"] = [repeated_actor(trigger.word, actor) for actor in before.whom]
    roles["where"] = [repeated_place(trigger.word, place) for place in before.where]


def _is_confirmed(story: Story, trigger: Trigger, who: list[Party], before: Report) -> bool:
    """ "Poland's ministry confirmed the talks": those that were told of before."""
    states = {a.country for a in (*before.who, *before.whom)} | {None}
    states |= {p.country for p in before.where if before.kind == "visit"}
    speaking = [p.actor for p in who if p.actor and p.actor.type in {"government", "unknown"}]
    apart = len(speaking) == len(who) and all(s.country in states for s in speaking)
    apart = apart and not clause.is_verbal(trigger.nodes[-1])  # "Poland attended the talks"
    return apart and trigger.nodes[-1].head.norm_ in story.scale.saying


def _topic(story: Story, trigger: Trigger) -> list[Party]:
    """The other side of a talk: the person that the sentence before was about."""
    number = story.references.number[trigger.word.i]
    if (
        number == 0
        or clause.is_verbal(trigger.word)
        or not (is_definite_noun(trigger.word, story.grammar) or _is_arranged(story, trigger.word))
        or not story.references.same_paragraph(number - 1, number)
    ):
        return []
    root = story.references.sentences[number - 1].root
    parties = [story.references.resolve(t) for t in clause.subjects(root, story.grammar)]
    people = [p for p in parties if p and p.actor and p.actor.type == "person"]
    return [repeated_actor(trigger.word, p.actor) for p in people if p.actor]


def _owners(story: Story, parties: list[Party]) -> list[Party]:
    """ "A meeting with his Polish colleague": whose colleague it is takes part."""
    owning = [c for p in parties for c in p.token.children if clause.has(c, "Poss", "Yes")]
    found = [story.references.resolve(c) for c in owning]
    return [p for p in found if p and p.actor and p.actor.type == "person"]


def _is_arranged(story: Story, noun: Token) -> bool:
    """ "Eine für Montag geplante Begegnung mit X", "dort sind Gespräche mit X vorgesehen".

    So is what is itself the subject: "geplant ist ein Treffen mit X", "talks with X are planned".
    """
    words = story.grammar.words("place_adverb")
    there = any(c.lower_ in words for c in clause.children(noun.head, "advmod"))
    beside = clause.children(noun, "amod", "acl")
    planned = [r for c in beside for r in story.scale.modifiers.get(c.norm_, ())]
    if noun.dep_ in clause.SUBJECTS and clause.children(noun, "nmod"):
        verb = noun.head
        around = [verb, *clause.children(verb, *clause.OBLIQUES, "xcomp", "advmod")]
        planned += story.scale.governors.get(verb.norm_, ())[:1]
        planned += [r for c in around for r in story.scale.predicates.get(c.norm_, ())]
    return there or any(r.effect == "planned" for r in planned)


def _teller(story: Story, trigger: Trigger) -> list[Party]:
    """ "X said talks with Y had collapsed", "X denied contact with Y": X speaks of its own."""
    below = trigger.nodes[-1]
    for above in clause.ancestors(below):
        denied = below.dep_ in {"obj", "ccomp"} and _denies(story, above)
        if denied or (below.dep_ in TOLD and above.norm_ in story.scale.saying):
            found = [story.references.resolve(t) for t in clause.subjects(above, story.grammar)]
            return [p for p in found if p and p.actor and p.diplomatic]
        below = above
    return []


def _is_of_speaker(trigger: Trigger, grammar: Grammar) -> bool:
    """ "One had agreed, X said": whom "one" means speaks."""
    words = grammar.words("whoever_speaks")
    return any(c.lower_ in words for c in clause.children(trigger.nodes[-1], "nsubj"))


def _denies(story: Story, verb: Token) -> bool:
    """Is the verb one of denying, whatever it may be beside?"""
    rules = story.scale.governors.get(verb.norm_, ())
    return any(r.effect == "deny" for r in rules[:1])


def reproacher(story: Story, trigger: Trigger, who: list[Party]) -> list[Party]:
    """ "X accused Y. Y rejected the accusation": it was X's."""
    what = clause.children(trigger.nodes[-1], "obj", "nsubj:pass")
    bare = [t for t in what if t.norm_ in story.grammar.words("reproach")]
    bare = [t for t in bare if not clause.children(t, "nmod", "nmod:poss", "acl", "ccomp")]
    before = story.last()
    if not bare or before is None or before.stance not in REPROACHES:
        return []
    own = {p.actor.country for p in who if p.actor} - {None}
    blamed = {a.country for a in before.whom} - {None}
    blaming = {a.country for a in before.who} - {None}
    if not story.shares_paragraph(before, trigger.word) or not own & blamed or own & blaming:
        return []
    return [repeated_actor(trigger.word, a) for a in before.who]


def doer(story: Story, trigger: Trigger, who: list[Party]) -> list[Party]:
    """ "X tightened the controls. Y criticised the decision", "… this step": it was X's."""
    what = clause.children(trigger.nodes[-1], "obj", "nsubj:pass")
    known = [t for t in what if t.norm_ in story.grammar.words("deed_noun") and is_bare(story, t)]
    before = next((r for r in reversed(story.told) if r.kind != "statement"), None)
    if not known or not _is_known(story, known[0]) or before is None:
        return []
    own = {p.actor.country for p in who if p.actor} - {None}
    doing = [a for a in before.who if a.country and a.country not in own]
    near = own and story.shares_paragraph(before, trigger.word)
    return [repeated_actor(trigger.word, a) for a in doing] if near else []


def there(story: Story, trigger: Trigger) -> list[Party]:
    """ "Il s'y rendra", "поехал туда": the place that was told of last."""
    words, verb = story.grammar.words("there"), trigger.nodes[-1]
    beside = [*verb.children]
    if not clause.is_verbal(verb) and verb.dep_ in clause.SUBJECTS:
        beside += [*verb.head.children]  # "dort ist ein Treffen mit X vorgesehen"
    said = [c for c in beside if c.lower_ in words and not c.dep_.startswith("nsubj")]
    if home := _here(story, verb):
        return home
    before = next((r for r in reversed(story.told) if r.where), None)
    if not said or before is None or not story.shares_paragraph(before, verb):
        return []
    return [repeated_place(said[0], place) for place in before.where]


def _here(story: Story, verb: Token) -> list[Party]:
    """ "“Yellen came here in May”, said X": to X's own state, if she is from another."""
    said = [c for c in verb.children if c.lower_ in story.grammar.words("here")]
    speaking = story.references.spoken_by(said[0]) if said else None
    home = speaking.actor.country if speaking and speaking.actor else None
    coming = [story.references.resolve(t) for t in clause.subjects(verb, story.grammar)]
    homes = {p.actor.country for p in coming if p and p.actor}
    if home is None or not homes or None in homes or home in homes:
        return []
    name = str(story.cast.world.country_name(home, story.document.lang))
    span = span_of(story.doc, said[0].i, said[0].i + 1)
    return [repeated_place(said[0], PlaceMention(name=name, mention=name, country=home, span=span))]


def _same_places(parties: list[Party], before: Report) -> bool:
    """Is the place the one before, or the region that it lies in?"""
    here = {p.place.country or p.place.region for p in parties if p.place}
    there = {p.country or p.region for p in before.where}
    return bool(here & there) or bool({p.place.region for p in parties if p.place} - {None})
