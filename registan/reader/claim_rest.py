"""What is left of a claim's clause when all that the claim says has been taken out of it.

A claim says whose visit, where, since when, how often. A word that modifies the office, the visit,
the place or the deed beside the cue has to be part of that, or a word that narrows nothing (slot
`harmless`); otherwise the sentence says more than the claim ("the first to visit Mali by boat").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from registan.model import Claim
from registan.reader.claim_bound import bound_of
from registan.reader.claim_cue import DECISIVE, MASKS, SINGLED
from registan.reader.claim_fact import Facts
from registan.reader.claim_scene import Named
from registan.reader.claim_tree import RELATIVE, clause_head, token_at

JUDGED = frozenset({"first", "last", "only", "never", "ever", "since", "count", "every_except",
                    "superlative", "highest_rank"})  # fmt: skip
MODIFIES = frozenset({"amod", "nmod", "obl", "advmod", "acl", "obj", "nummod"})
GOES_ON = frozenset({MASKS["place"], MASKS["office"]})
NOUNS = frozenset({"NOUN", "PROPN"})
WHO = frozenset({MASKS["person"], MASKS["office"]})
BETWEEN = frozenset({"punct", "cc"})
NEAR = 4  # So many words are named at most.
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB", "NUM"})
PRONOMINAL = frozenset({"DET", "PRON"})
MARKS = frozenset(',;:–—()«»“”"')
# Slots whose words are part of what a claim says, or narrow nothing.
KNOWN = ("harmless", "visit_noun", "visit_verb", "visit_strong", "host", "choose",
         "place_noun", "place_here", "state_noun", "time_noun", "summit", "being",
         "linking", "sitting", "abroad", "other", "continents", "all_places",
         "one_trip", "both",
         "official", "state_visit", "visit_kind", "told_of", "term", "ordinal",
         "yearly", "within_year", "year_span", "as_role", "rivals", "other_place",
         "former", "half", "own_term", "person_here", "nobody", "elder", "younger",
         "according", "own_country")  # fmt: skip


def left_over(facts: Facts, claim: Claim) -> str | None:
    """The first words beside the cue that the claim leaves out; None where it says all."""
    if (
        facts.scene.sentence is None
        or claim.form not in JUDGED
        or (claim.superlative and claim.asks)
    ):
        return None  # Whoever asks who did it most says no more than that.
    rest = _Rest(facts, claim)
    return next(rest.find(), None)


class _Rest:
    """The heads of what is claimed, in one sentence, and what modifies them."""

    def __init__(self, facts: Facts, claim: Claim) -> None:
        self.facts, self.claim, self.scene = facts, claim, facts.scene
        self.at = facts.scene.sentence.start_char
        told = [c for c in self.scene.has(*DECISIVE) if c.effect != "count_visits" or c.n != 1]
        self.cues = [(c.start, c.end) for c in told]
        others = [(c.start, c.end) for c in self.scene.cues if c.effect not in DECISIVE]
        known = [m.span() for slot in KNOWN for m in self.scene.says(slot)]
        known += [m.span() for slot in KNOWN for m in self.scene.says(slot, plain=True)]
        known += [m.span() for m in self.scene.says("era", plain=True) if self._names_era(m)]
        if claim.form == "every_except":
            known += [m.span() for m in self.scene.says("once_or_more", plain=True)]
        if claim.subject.qualifier == "female":
            known += [m.span() for m in self.scene.says("female", plain=True)]
        bound = bound_of(self.scene) if claim.bound else None
        known += [bound[2:]] if bound else []
        if claim.form == "superlative":
            known += [m.span() for m in self.scene.says("most", plain=True)]
            known += [(c.start, c.end) for c in self.scene.has(*SINGLED)]
        self.known = [*((o.start, o.end) for o in self.scene.offices), *known]
        self.told = [*self.cues, *others, *self.known]
        self.aside = others
        self.visits = [m.span() for m in self.scene.visits("place_noun")]
        self.seen: set[int] = set()

    def find(self) -> Iterator[str]:
        """What modifies the cue, the office, the deed and the place, and is not told."""
        yield from self._listed()
        done = self._done()
        yield from self._ranked(done)
        for head in (*self._heads(), *done):
            if head.pos_ == "VERB" and not self._is_told(head):
                yield _words(head)
            elif self._mask(head) != MASKS["person"]:
                yield from self._beside(head)

    def _heads(self) -> list[Any]:
        """The words of the cues, and the deed that they are about."""
        words = [t for t in self.scene.sentence if t.pos_ != "PUNCT" and self._in(t, self.cues)]
        deeds = [clause_head(t) for t in words if not _is_apart(t, clause_head(t))]
        deeds = [d for d in deeds if d in self.scene.sentence]
        linking = self.scene.words.patterns["linking"]
        return [*words, *(d for d in deeds if d not in words and not linking.fullmatch(d.text))]

    def _done(self) -> list[Any]:
        """The deed before that "to do so" stands for, all of which the claim is about."""
        said = [token_at(self.scene.sentence, m.start()) for m in self.scene.says("do_so")]
        cued = [t for t in self.scene.sentence if self._in(t, self.cues)]
        own = {clause_head(t) for t in cued if not _is_apart(t, clause_head(t))}
        found = []
        for here in filter(None, said):
            before = {clause_head(t) for t in self.scene.sentence if t.i < here.i}
            told = [t for t in before - own if t.i < min(here.i, *(c.i for c in cued))]
            found += sorted(told, key=lambda token: token.i)[-1:]
        return found

    def _ranked(self, deeds: list[Any]) -> Iterator[str]:
        """What ranks the deed that "to do so" stands for ("where she went first")."""
        unique = self.scene.words.patterns["unique"]
        for token in self.scene.sentence:
            ranks = unique.fullmatch(token.text) and not self._in(token, self.cues)
            if ranks and clause_head(token) in deeds:
                yield _words(token)

    def _listed(self) -> Iterator[str]:
        """What is listed with the claim's places and is none of them ("Mali and the Baltics")."""
        mine = [n[:2] for n in self.facts.place.names]
        places = [t for t in self.scene.sentence if self._in(t, mine)]
        towns = [m.span() for m in self.scene.says("town")]
        for token in self.scene.sentence:
            named = self._mask(token) == MASKS["place"] or self._is_visit(token)
            named = named or self._in(token, towns)
            if token.pos_ not in NOUNS or self._is_listed(token, mine):
                continue
            beside = token.dep_ == "conj" and token.head in places and self._mask(token) not in WHO
            if beside or (named and any(_are_joined(token, place) for place in places)):
                yield _words(token)

    def _is_listed(self, token: Any, mine: list[tuple[int, int]]) -> bool:
        if self._mask(token) != MASKS["place"]:
            return False
        return self._in(token, mine) or self._is_meant(token)

    def _beside(self, head: Any) -> Iterator[str]:
        if head.i in self.seen:
            return
        self.seen.add(head.i)
        for child in (c for c in head.children if c in self.scene.sentence):
            relative = (child.dep_ in RELATIVE or _is_infinitive(child)) and self._is_holder(head)
            joined = child.dep_ == "conj" and child.pos_ == "VERB" and head.dep_ in RELATIVE
            modifies = child.dep_.partition(":")[0] in MODIFIES or joined or relative
            modifies = modifies or self._narrows(child)
            if child.dep_ == "obj" and child.pos_ in PRONOMINAL:  # "All" of it is no more than it.
                yield from self._beside(child)
            if not modifies or child.pos_ not in CONTENT or self._in(child, self.aside):
                continue
            if _is_apart(head, child) and not relative:
                continue
            if self._is_since(child) or self._is_duration(head, child):
                continue
            if self._follows(child, ("concession",)):
                continue
            if not self._is_told(child) or self._is_with_somebody(child):
                yield _words(child)
            elif (
                child.pos_ in {"VERB", "ADV"}
                or self._mask(child) in GOES_ON
                or self._is_visit(child)
            ):
                yield from self._beside(child)

    def _is_with_somebody(self, token: Any) -> bool:
        """Is it talks with somebody, which a first at a place leaves out ("to meet a leader")?"""
        at = token.idx - self.at
        met = any(m.start() <= at < m.end() for m in self.scene.says("summit"))
        return met and any(self._follows(c, ("with",)) for c in token.children)

    def _narrows(self, clause: Any) -> bool:
        """Is it a clause of what had not been yet ("before its own leader came to Washington")?"""
        words = self.scene.words.patterns["narrowing"]
        marks = [c for c in clause.children if c.dep_ == "mark" and words.fullmatch(c.text)]
        return clause.dep_ == "advcl" and any(not self._in(c, self.told) for c in marks)

    def _names_era(self, word: re.Match[str]) -> bool:
        """Does it tell of which days a state is meant ("reunified Germany"), or that it is one?"""
        left, right = word.start() - 2, word.end() + 1
        beside = {self.scene.masked[max(0, left) : left + 1], self.scene.masked[right : right + 1]}
        return (
            MASKS["place"] in beside or self.scene.words.read("era", word.group()) == "independence"
        )

    def _is_holder(self, head: Any) -> bool:
        """Is the word the office or what "the first" stands for?"""
        return self._mask(head) == MASKS["office"] or self._in(head, self.cues)

    def _is_told(self, token: Any) -> bool:
        """Is the word part of the claim, or one that narrows nothing?"""
        mask = self._mask(token)
        if self._in(token, self.known if token.dep_ == "amod" else self.told):
            return True
        if mask == MASKS["person"]:
            return self._is_subject(token)
        if mask == MASKS["place"]:
            return self._is_meant(token)
        if mask == MASKS["nation"]:
            return self._is_own(token) or self._mask(token.head) != MASKS["office"]
        if mask == MASKS["date"]:
            return not self._is_season(token)
        if token.dep_ == "amod" and self._is_named(token.head):
            return True
        if token.pos_ == "VERB":
            return any(self._is_visit(c) for c in token.children)
        return mask in MASKS.values() or self._names_place(token)

    def _is_since(self, token: Any) -> bool:
        """Does "since" govern the word, in a claim that says since when?"""
        if not (self.claim.since or self.claim.unit == "years"):
            return False
        return self._follows(token, ("since", "since_event"))

    def _follows(self, token: Any, slots: tuple[str, ...]) -> bool:
        """Is the word governed by a preposition of one of the slots?"""
        words = [self.scene.words.patterns[slot] for slot in slots]
        return any(p.fullmatch(c.text) for c in token.children if c.dep_ == "case" for p in words)

    def _is_subject(self, token: Any) -> bool:
        """Is the person the claim's, or a host?"""
        people = [h for h in self.facts.holders if self._in(token, [h.named[:2]])]
        whom = self.claim.subject.person_id
        aside = self._follows(token, ("aside",)) or any(
            self.facts.is_aside(h.named.start) for h in people
        )
        if self.claim.unit == "persons" and aside:
            return True
        if self.facts.home or self.scene.has("last"):
            return True
        return any(h.id == whom for h in people)

    def _is_season(self, token: Any) -> bool:
        """Is it a time of any year ("in winter"), not a date?"""
        dates = [d for d in self.scene.dates if self._in(token, [d[:2]])]
        texts = [self.scene.text[d.start : d.end] for d in dates]
        seasons = [d for d in dates if re.fullmatch(r"[\dX]{4}-2[1-4]", d.edtf)]
        return bool(seasons) and not any(c.isdigit() for text in texts for c in text)

    def _is_own(self, token: Any) -> bool:
        """Is the adjective of a nation that of the office's state?"""
        names = [n for n in self.scene.places if self._in(token, [n[:2]])]
        return any(set(n.ids) & {"US", self.claim.subject.country} for n in names)

    def _is_duration(self, head: Any, child: Any) -> bool:
        """Is it how long a visit was that is not the claim's, or how long before ("a day ago")?"""
        apart = self._is_visit(head) and not self._in(head, self.cues) and child.dep_ != "obj"
        before = head.pos_ == "ADV" and self._in(head, self.known) and child.i < head.i
        return (apart or before) and any(c.dep_ == "nummod" for c in child.children)

    def _is_visit(self, token: Any) -> bool:
        """Is it a word of visiting, or for a place?"""
        return self._in(token, self.visits)

    def _is_meant(self, token: Any) -> bool:
        """Does the claim's place include the one named?"""
        names = [n for n in self.scene.places if self._in(token, [n[:2]])]
        if not self.facts.place.names or not self.claim.place.countries:
            return True
        mine = {n[:2] for n in self.facts.place.names}
        return any(n[:2] in mine or self._includes(n) for n in names)

    def _includes(self, name: Named) -> bool:
        """Is it a region, or in the claim's countries, and no second locality?"""
        world = self.facts.world
        city = world.cities.get(name.ids[0]) if name.type == "city" and name.ids else None
        if city is not None:
            return not self.claim.place.locale and city.country in self.claim.place.countries
        return name.type != "country" or bool(set(name.ids) & set(self.claim.place.countries))

    def _names_place(self, token: Any) -> bool:
        """Does the name of a place stand right behind the noun ("the holiday island Bali")?"""
        behind = token.i + 1
        if token.pos_ not in {"NOUN", "PROPN"}:
            return False
        return behind < len(token.doc) and self._mask(token.doc[behind]) == MASKS["place"]

    def _is_named(self, noun: Any) -> bool:
        """Is it a word for a state whose name follows ("the young republic of South Sudan")?"""
        at = noun.idx - self.at
        said = [m for m in self.scene.says("state_noun", plain=True) if m.start() <= at < m.end()]
        of = self.scene.words.patterns["of"].pattern
        behind = rf"\s(?:{of}\s?)?{MASKS['place']}"
        return any(re.match(behind, self.scene.masked[m.end() :], re.IGNORECASE) for m in said)

    def _mask(self, token: Any) -> str:
        """The class of the name that the word is part of, or its first letter."""
        start = token.idx - self.at
        return self.scene.masked[start : start + 1]

    def _in(self, token: Any, spans: Iterable[tuple[int, int]]) -> bool:
        start = token.idx - self.at
        return any(a <= start < b for a, b in spans)


def _are_joined(one: Any, place: Any) -> bool:
    """Are the two listed, or the place's governor with what follows ("first in A and the Bs")?"""
    if place.dep_ == "conj" and place.head == one:
        return True
    return bool(one.dep_ == "conj" and (place == one.head or one.head.i < place.i < one.i))


def _is_infinitive(clause: Any) -> bool:
    """Is it an infinitive behind its noun ("the first to have come")?"""
    behind = clause.dep_ == "advcl" and clause.i > clause.head.i
    marked = any(c.dep_ == "mark" and c.pos_ == "PART" for c in clause.children)
    return behind and (marked or clause.morph.get("VerbForm") == ["Inf"])


def _is_apart(head: Any, child: Any) -> bool:
    """Does a mark stand between the two?"""
    left, right = sorted((head.i, child.i))
    return any(t.text in MARKS for t in head.doc[left + 1 : right])


def _words(token: Any) -> str:
    """The word with what stands before it, as far as it belongs to it."""
    first = min(t.i for t in token.subtree if token.i - t.i < NEAR and t.dep_ not in BETWEEN)
    return str(token.doc[first : token.i + 1].text)


__all__ = ["left_over"]
