"""Source state: for which state a body or its spokesman speaks that is named without one.

Whose it is, its owner says ("Nowak's office"), a body named before ("the ministry", once the text
has named the Polish foreign ministry), or the city that the text was filed from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from registan.languages.lexicon import SourceRule
from registan.model import ActorMention
from registan.reader import clause
from registan.reader.actor import Cast
from registan.reader.reference import References
from registan.reader.tree import Doc, Token

BODY_TYPES = frozenset({"official", "participant"})
TITLES = ("compound", "nmod", "flat")


class SourceStates:
    """The states of one document's sources that are named without one."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        references: References,
        nouns: Mapping[str, SourceRule],
        filed: str | None,
    ) -> None:
        self.doc, self.cast, self.references, self.nouns = doc, cast, references, nouns
        self.grammar, self.filed = cast.grammar, filed

    def find(self, token: Token, parties: tuple[ActorMention, ...]) -> str | None:
        """The state of a source, as an ISO code; None where the text does not say."""
        parts = [t for t in self._parts(token) if self._is_body(t)]
        if not parts:
            return None
        own = (self._state(part) for part in parts)
        known = next((state for state in own if state), None) or self._owner(parts)
        known = known or self._before(parts, alike=True) or self._filed(parties)
        return known or self._before(parts)

    def _state(self, body: Token) -> str | None:
        """ "Zambian government spokesman Joseph Phiri": as a part of the title says."""
        named = self.cast.named(body, "metonym")
        if any(m.text.casefold() in self.grammar.words("shared_body") for m in named):
            return None
        party = self.cast.party(body)
        return party.actor.country if party and party.actor else None

    def _parts(self, token: Token) -> list[Token]:
        """ "Government spokesman Jan Nowak", "a spokesman of the ministry": all that it names."""
        titles = [c for c in clause.children(token, *TITLES) if c.i < token.i]
        heads = [token, *titles, *(t for c in titles for t in clause.children(c, *TITLES))]
        owners = [o for head in heads for o in clause.fill([head], "genitive", self.grammar)]
        return list(dict.fromkeys([*heads, *owners]))

    def _is_body(self, token: Token) -> bool:
        rule = self.nouns.get(token.norm_)
        if rule is not None:
            nameless = token.norm_ in self.grammar.words("nameless")
            return rule.type in BODY_TYPES and not nameless
        party = self.cast.party(token) if token.pos_ == "NOUN" else None
        return bool(party and party.actor and party.actor.type == "government")

    def _owner(self, parts: list[Token]) -> str | None:
        """ "Nowak's office", "his spokesman": the state of the one person whose it is."""
        owners = [o for p in parts for o in clause.fill([p], "genitive", self.grammar)]
        owners += [c for p in parts for c in p.children if _owns(c, p)]
        found = (self.references.resolve(o) for o in owners)
        states = {p.actor.country for p in found if p and p.actor and p.actor.country}
        return states.pop() if len(states) == 1 else None

    def _before(self, parts: list[Token], alike: bool = False) -> str | None:
        """ "The ministry": that of the state whose ministry the text has named so far.

        Where it has named those of several states, the last one of the same paragraph. `alike`:
        not "the agriculture ministry" once an embassy or foreign ministry has been named.
        """
        for part in (p for p in parts if self._points_back(p)):
            generic = part.norm_ in self.grammar.words("generic_body")
            before = [
                (body, state)
                for body, state in self._bodies
                if body.i < part.i and (generic or body.norm_ == part.norm_)
                and not (alike and _fields(part) - _fields(body))
            ]  # fmt: skip
            if before and (self._share_paragraph(before[-1][0], part) or _is_one(before)):
                return before[-1][1]
        return None

    def _points_back(self, body: Token) -> bool:
        """A body, no person, that is told of as known."""
        party = self.cast.party(body)
        person = party is not None and party.actor is not None and party.actor.type == "person"
        new = any(clause.has(c, "Definite", "Ind") for c in body.children)
        return not person and not new

    @cached_property
    def _bodies(self) -> tuple[tuple[Token, str], ...]:
        """The bodies that the text names with their state."""
        return tuple(self._list_bodies())

    def _list_bodies(self) -> Iterator[tuple[Token, str]]:
        for token in self.doc:
            if token.pos_ in {"NOUN", "PROPN"} and self._is_body(token):
                party = self.cast.party(token)
                actor = party.actor if party else None
                if actor is None or (actor.type == "person" and not self._names_body(token)):
                    continue
                state = actor.country or self._seat(token)
                if state is None and actor.type == "person":
                    above = self.cast.party(token.head)
                    state = above.actor.country if above and above.actor else None
                if state:
                    yield token, state

    def _names_body(self, token: Token) -> bool:
        """ "Глава МИД Чили": the word that is part of somebody's title is that of a body."""
        rule = self.cast.nouns.get(token.norm_)
        return rule is not None and rule.type == "government"

    def _seat(self, body: Token) -> str | None:
        """ "The government in Podgorica": the state of the city behind it."""
        near = [c for c in clause.children(body, "nmod") if c.i > body.i]
        within = self.grammar.words("place")
        places = [self.cast.party(c) for c in near if clause.preposition(c, self.grammar) in within]
        states = {p.place.country for p in places if p and p.place and p.place.country}
        return states.pop() if len(states) == 1 else None

    def _share_paragraph(self, one: Token, other: Token) -> bool:
        return "\n" not in self.doc.text[one.idx : other.idx]

    def _filed(self, parties: tuple[ActorMention, ...]) -> str | None:
        """ "BISHKEK, May 14 — …, the presidency said": that of the party where it was written."""
        return self.home if self.home in {p.country for p in parties} else None

    @cached_property
    def home(self) -> str | None:
        """The state of the city that the text was filed from."""
        if not self.filed:
            return None
        names = self.cast.world.find(self.filed.title(), self.cast.lang)
        states = {self.cast.country_of(m) for m in names if m.type in {"city", "country"}}
        return states.pop() if len(states) == 1 else None


def _fields(body: Token) -> frozenset[str]:
    """What a body is for, as the words beside it say: "agriculture", "foreign"."""
    return frozenset(c.norm_ for c in clause.children(body, "compound", "amod"))


def _is_one(bodies: list[tuple[Token, str]]) -> bool:
    return len({state for _, state in bodies}) == 1


def _owns(child: Token, body: Token) -> bool:
    """ "His office", "von Nowaks Büro": a possessive, or a genitive directly before the noun."""
    before = child.pos_ == "PROPN" and child.i + 1 == body.i and clause.has(child, "Case", "Gen")
    return before or clause.has(child, "Poss", "Yes")
