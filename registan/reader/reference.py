"""Whom a pronoun or a bare description means, where the text makes it clear; open where not."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from registan.languages import Grammar
from registan.model import ActorMention
from registan.reader.actor import Cast, Party

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


class References:
    """The people and states of a document by sentence, for what refers back to them."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self.grammar: Grammar = cast.grammar
        self.sentences = list(doc.sents)
        self.number = {t.i: n for n, s in enumerate(self.sentences) for t in s}

    def resolve(self, token: Token) -> Party | None:
        """The party that a token means, by itself or by what stands before it."""
        if self._is_pronoun(token):
            return self._point(token, "person")
        party = self.cast.party(token)
        if party is not None and party.anaphoric and _is_definite(token):
            wanted = "state" if self._describes_state(token) else "person"
            return self._point(token, wanted) or party
        return party

    def _is_pronoun(self, token: Token) -> bool:
        return token.lower_ in self.grammar.words("person_pronoun") and token.pos_ in {"PRON", "DET"}

    def _describes_state(self, token: Token) -> bool:
        return token._.lexeme in self.grammar.words("describing_state")

    def _point(self, token: Token, wanted: str) -> Party | None:
        """The clear antecedent: the nearest subject of the wanted sort, in this or the last sentence."""
        number = self.number[token.i]
        for earlier in (number, number - 1, number - 2):
            if earlier < 0 or not self._same_paragraph(earlier, number):
                break
            found = self._candidates(earlier, token, wanted)
            if found:
                return self._decide(found, token)
        return None

    def _decide(self, found: list[Party], token: Token) -> Party | None:
        """One candidate, or the one that is a subject; two equals leave it open."""
        distinct = {(_key(p.actor)) for p in found if p.actor}
        if len(distinct) > 1:
            found = [p for p in found if p.token.dep_ in SUBJECTS]
            if len({_key(p.actor) for p in found if p.actor}) != 1:
                return None
        return self._pointing(found[0], token) if found else None

    def _pointing(self, party: Party, token: Token) -> Party | None:
        if party.actor is None:
            return None
        span = self.cast.span(token)
        because = f"{token.text}: {party.actor.mention}"
        actor = ActorMention(
            name=party.actor.name, mention=span.text, id=party.actor.id, type=party.actor.type,
            country=party.actor.country, office=party.actor.office, span=span, resolved=because,
        )
        return Party(token, actor, party.place, party.diplomatic)

    def _candidates(self, number: int, token: Token, wanted: str) -> list[Party]:
        found = []
        for word in self.sentences[number]:
            if word.i >= token.i or word.dep_ in {"flat", "compound", "appos", "amod", "det"}:
                continue
            if word == token.head or self._shares_clause(word, token):
                continue
            party = self.cast.party(word) if word.pos_ in {"NOUN", "PROPN"} else None
            if party and party.actor and party.actor.type == wanted and not party.anaphoric:
                found.append(party)
        return found

    def _shares_clause(self, word: Token, token: Token) -> bool:
        """A personal pronoun never means another participant of its own verb."""
        return token.pos_ == "PRON" and word.head == token.head and "Poss" not in str(token.morph)

    def _same_paragraph(self, earlier: int, later: int) -> bool:
        start = self.sentences[earlier].start_char
        return "\n" not in self.doc.text[start : self.sentences[later].start_char].strip()


def _key(actor: ActorMention | None) -> str:
    return (actor.id or actor.name) if actor else ""


def _is_definite(token: Token) -> bool:
    return any(
        "Def" in c.morph.get("Definite") or "Dem" in c.morph.get("PronType")
        or "Yes" in c.morph.get("Poss")
        for c in token.children
        if c.dep_ in {"det", "nmod:poss", "det:poss"}
    )
