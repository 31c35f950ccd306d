"""One noun phrase that names several parties: "the American and Polish governments"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import msgspec

from registan.model import ActorMention
from registan.model import Span as TextSpan
from registan.reader import clause
from registan.reader.actor import Cast, Party
from registan.reader.tree import Token

LISTED = frozenset({"appos", "conj", "flat", "nmod"})
PAIRED = frozenset({"person", "country", "organisation"})


def split_party(cast: Cast, party: Party) -> list[Party]:
    """ "The American and Polish governments", "the presidents of A and B": one a state."""
    noun = party.token
    if len(sides := _hyphenated(cast, noun)) > 1:
        return sides
    if party.actor is None or noun.pos_ != "NOUN":
        return [party]
    if party.actor.type == "person" and len(holders := _listed(cast, party)) > 1:
        return holders
    if not clause.has(noun, "Number", "Plur"):
        return [party]
    first = next((c for c in noun.children if _is_state_word(cast, c)), None)
    others = [c for c in first.children if c.dep_ == "conj"] if first is not None else []
    words = [w for w in (first, *others) if w is not None and _is_state_word(cast, w, others)]
    if len(words) > 1:
        return [party._replace(actor=_of_state(cast, party.actor, w, noun)) for w in words]
    owners = _owners(cast, noun) if party.actor.type == "person" else []
    if len(owners) < 2:
        return [party]
    return [party._replace(actor=_of_owner(cast, party.actor, w, owners[0])) for w in owners]


def _listed(cast: Cast, party: Party) -> list[Party]:
    """ "The ministers of A and B, X and Y", "the A and B ministers, X and Y": those who are named
    behind the office, each with the state of the same place in the list, where there are as many.

    Whom the lists do not have is among them where one is known, or all bear a given name, too.
    """
    noun = party.token
    names = [t for t in noun.subtree if t.i > noun.i and _heads_name(cast, t)]
    row = [names[0]] if names else []
    for name in names[1:]:
        between = cast.doc[row[-1].i : name.i]
        own = {row[-1], *row[-1].subtree} - {name, *name.subtree}
        if all(t in own or t.dep_ == "cc" or t.text == "," for t in between):
            row.append(name)
    if len(row) < 2 or not _stands_beside(cast, row[0], noun):
        return []
    before = [t for t in noun.subtree if t.i < row[0].i]
    states = [t for t in before if cast.named(t, "country", "nationality")]
    parties = [cast.party(t) for t in row]
    known = [p for p in parties if p is not None and p.actor is not None]
    if len(known) < len(row):
        return []
    if len(states) != len(row):
        return [p._replace(diplomatic=p.diplomatic or party.diplomatic) for p in known]
    return [_of_its_state(cast, p, s) for p, s in zip(known, states, strict=True)]


def _heads_name(cast: Cast, word: Token) -> bool:
    """A person's name, or a stranger's of two words at least, without a preposition."""
    if word.pos_ != "PROPN" or word.dep_ not in LISTED or clause.children(word, "case"):
        return False
    people = cast.named(word, "person")
    if people:
        return any(m.start == word.idx for m in people)
    return not cast.mentions.get(word.i) and bool(clause.children(word, "flat"))


def _stands_beside(cast: Cast, name: Token, noun: Token) -> bool:
    """Between an office and the first of its holders stands what it is of, and nobody else."""
    between = cast.doc[noun.i + 1 : name.i]
    owned = {
        t for t in between if t.dep_ in {"nmod", "amod", "conj", "cc", "case", "det", "nummod"}
    }
    return all(t in owned or t.is_punct for t in between)


def _of_its_state(cast: Cast, party: Party, state: Token) -> Party:
    if party.actor is None or party.actor.country:
        return party
    country = cast.country_of(cast.named(state, "country", "nationality")[0])
    actor = msgspec.structs.replace(party.actor, type="person", country=country)
    return party._replace(actor=actor, diplomatic=True)


def _hyphenated(cast: Cast, token: Token) -> list[Party]:
    """ "Le sommet Chine-Russie", "встреча Путин-Трамп": the names inside of one word."""
    last = token.idx + len(token)
    names = [m for m in cast.mentions.get(token.i, ()) if m.type in PAIRED]
    inside = sorted((m for m in names if m.start < last), key=lambda m: int(m.start))
    apart = all(a.end < b.start for a, b in pairwise(inside))
    if "-" not in token.text or len(inside) < 2 or not apart:
        return []
    return [_named_alone(cast, token, m) for m in inside]


def _named_alone(cast: Cast, token: Token, mention: Any) -> Party:
    """A party by its name alone, whatever stands around it."""
    if mention.type == "country":
        return cast.geographic(token, mention)
    person = cast.decide(mention, token) if mention.type == "person" else None
    actor = ActorMention(
        name=person.name if person else mention.text,
        mention=mention.text,
        id=person.id if person else None,
        type="person" if mention.type == "person" else "organisation",
        country=person.country if person else None,
        span=TextSpan(start=mention.start, end=mention.end, text=mention.text),
    )
    return Party(token, actor, None, True)


def _of_state(cast: Cast, actor: ActorMention, word: Token, noun: Token) -> ActorMention:
    mention = next(iter(cast.named(word, "nationality", "country")))
    name, country = f"{mention.text} {noun.text}", cast.country_of(mention)
    return msgspec.structs.replace(actor, name=name, mention=name, country=country)


def _owners(cast: Cast, noun: Token) -> list[Token]:
    """The coordinated states whose offices a plural names; none where the noun has another."""
    near = [c for c in noun.children if c.dep_ == "nmod"]
    near += [g for c in near if not cast.named(c, "country") for g in c.children]
    states = [c for c in near if c.dep_ == "nmod" and cast.named(c, "country")]
    if len(states) != 1 or not cast.is_near(states[0]):
        return []
    after = [t for t in states[0].subtree if t.dep_ == "conj" and t.head == states[0]]
    return states + after if all(cast.named(t, "country") for t in after) else []


def _of_owner(cast: Cast, actor: ActorMention, word: Token, first: Token) -> ActorMention:
    """The office as the first state has it, for the state of the word; its holder, if known."""
    noun = next(t for t in first.ancestors if t.pos_ == "NOUN")
    title = next((t for t in noun.ancestors if cast.named(t, "office")), noun)
    country = cast.country_of(cast.named(word, "country")[0])
    current = cast.as_day and cast.is_current(title)
    holder = cast.holder_of(cast.named(title, "office"), country) if current else None
    name = f"{_before(cast, title, first)} {_owning(cast, word, first)}"
    return msgspec.structs.replace(
        actor,
        name=holder.name if holder else name,
        mention=name,
        id=holder.id if holder else None,
        country=country,
    )


def _before(cast: Cast, title: Token, owner: Token) -> str:
    """The words of a title up to what owns it."""
    inside = [t.i for t in cast.phrases.inside(title) if t.i < title.i]
    start = min([title.i, *inside])
    end = min([owner.i, *(c.i for c in owner.children if c.dep_ in {"case", "det"})])
    return str(cast.doc[start:end].text)


def _owning(cast: Cast, owner: Token, first: Token) -> str:
    """A state with its article, and with the preposition, which may stand before the first."""
    cases = clause.children(owner, "case") or clause.children(first, "case")
    return " ".join(t.text for t in (*cases, *clause.children(owner, "det"), owner))


def _is_state_word(cast: Cast, word: Token, among: Sequence[Token] = ()) -> bool:
    """An adjective or compound that names a state, or one coordinated to it."""
    beside = word.dep_ in {"amod", "compound"} or word in among
    return beside and bool(cast.named(word, "nationality", "country"))
