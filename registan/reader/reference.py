"""Whom a pronoun or a bare description means, where the text makes it clear; open where not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from registan.languages import Grammar
from registan.model import ActorMention, PlaceMention, Quote
from registan.reader import clause
from registan.reader.actor import Cast, Party
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Doc, Token

SAID = frozenset({"ccomp", "xcomp", "parataxis", "advcl"})
FRONTED = frozenset({"obl", "obl:mod", "advcl"})
NOMINAL = frozenset({"NOUN", "PROPN"})
TAKEN = frozenset({"obj", "iobj"})
BODIES = frozenset({"state", "government", "organisation", "group"})
OWNERS = frozenset({"nmod", "nmod:poss"})
NAME_PARTS = frozenset({"compound", "nmod", "flat"})
HEADS = frozenset({"head-of-state", "head-of-government"})


class References:
    """The people and states of a document by sentence, for what refers back to them."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self.text = doc.text  # a Doc builds its text anew each time
        self.quotes: tuple[Quote, ...] = ()
        self.speakers: dict[int, Party] = {}  # of quotations, by where they start
        self.quoted: tuple[tuple[int, int], ...] = ()
        self.turns: list[tuple[int, int, Party]] = []  # of a transcript: from, to, who speaks
        self.asked: list[tuple[int, int, Party]] = []  # and who is spoken to
        self.grammar: Grammar = cast.grammar
        self.saying: frozenset[str] = frozenset()  # the language's verbs of saying
        self.sentences = list(doc.sents)
        self.number = {t.i: n for n, s in enumerate(self.sentences) for t in s}

    def resolve(self, token: Token) -> Party | None:
        """The party that a token means, by itself or by what stands before it."""
        inserted = self._insertion(token)
        if inserted is not None:
            return inserted
        named = self.cast.mentions.get(token.i)  # "US" is not "us"
        if token.lower_ in self.grammar.words("first_person") and not named:
            return self._speaker(token)
        if token.text in self.grammar.words("addressed") and (one := self._asked_at(token.idx)):
            return self._pointing(one, token)
        if token.norm_ in self.grammar.words("honorific") and (one := self._honoured(token)):
            return one
        if token.lower_ in self.grammar.words("thing_pronoun") and token.pos_ in {"PRON", "DET"}:
            body = self._own_body(token) or self._in_condition(token)
            if body is not None or not self._is_pronoun(token):
                return body or self._body_before(token)
        if token.lower_ in self.grammar.words("reflexive"):
            return self._subject(token)
        if (state := self._posting(token)) is not None:
            return state
        if token.lower_ in self.grammar.words("last_named") and token.dep_ != "det":
            return self._last_named(token)
        if self._is_pronoun(token):
            plural = token.lower_ in self.grammar.words("group_pronoun")
            if (speaking := self.last_speaker(token)) and (one := self.resolve(speaking)):
                return self._pointing(one, token)
            body = self._own_body(token) if plural else None
            found = body or self._parallel(token)
            found = found or self._point(token, "person") or self._ahead(token)
            return found or self._body_before(token) or self._announcing(token)
        other = token.norm_ in self.grammar.words("guest") or self._is_plain_counterpart(token)
        if other and (one := self._guest(token)):
            return one
        if token.norm_ in self.grammar.words("latter_noun") and (one := self._latter(token)):
            return one
        if self._is_neighbour(token) and (one := self._neighbour(token)):
            return one
        if token.norm_ in self.grammar.words("visitor") and (one := self._visitor(token)):
            return one
        if token.norm_ in self.grammar.words("body_noun") and (one := self._body_again(token)):
            return one
        if self._describes_state(token):
            owner = self._owned_state(token)
            if owner is not None:
                return owner
        party = self._introduced(token) or self.cast.party(token)
        if party is not None and (one := self._counterpart(token, party)):
            return one
        if party is not None and (one := self._compatriot(token, party)):
            return one
        if party is not None and (owned := self._of_body(token, party)):
            return owned
        if (
            party is not None
            and party.anaphoric
            and (_is_definite(token) or self._is_bare_title(token))
            and not clause.children(token, "nummod")
            and not self._is_former(token)
            and not self._is_of_both(token)
        ):
            wanted = "state" if self._describes_state(token) else "person"
            others = any(clause.has(c, "Poss", "Yes") for c in token.children)  # "ihr Sprecher"
            apart = others and wanted == "person"
            bearer = self._bearer(token, wanted, apart)
            return bearer or (None if apart else self._point(token, wanted)) or party
        return party

    def _last_named(self, token: Token) -> Party | None:
        """ "X empfing Y. Dieser sagte", « celui-ci »: the last person named before, in the sentence
        or the one before it."""
        number = self.number[token.i]
        for earlier in (number, number - 1):
            if earlier < 0 or not self.same_paragraph(earlier, number):
                break
            before = [t for t in self.sentences[earlier] if t.i < token.i]
            people = [p for t in before if (p := self.cast.party(t)) and self._is_named(p)]
            if people:
                last = people[-1]
                return None if self._is_of_other_sex(last, token) else self._pointing(last, token)
        return None

    def _is_named(self, party: Party) -> bool:
        person = party.actor is not None and party.actor.type == "person"
        return person and not party.anaphoric and party.token.pos_ == "PROPN"

    def _latter(self, token: Token) -> Party | None:
        """« Ce dernier », "the latter": the last person named before, where no noun follows."""
        shown = any(
            clause.has(c, "PronType", "Dem") or clause.has(c, "Definite", "Def")
            for c in clause.children(token, "det")
        )
        if not shown or clause.children(token, "nmod", "flat", "amod") or token.dep_ == "amod":
            return None
        number = self.number[token.i]
        for earlier in (number, number - 1):
            near = earlier >= 0 and self.same_paragraph(earlier, number)
            if near and (found := self._candidates(earlier, token, "person", nameless=True)):
                return self._pointing(max(found, key=lambda p: int(p.token.i)), token)
        return None

    def _visitor(self, noun: Token) -> Party | None:
        """ "Received the guest", "встретился с гостьей": the only one from abroad named so far."""
        parties = [self.cast.party(t) for t in clause.subjects(noun.head, self.grammar)]
        homes = {p.actor.country for p in parties if p and p.actor} - {None}
        named = [p for t in self.doc[: noun.i] if (p := self._named_person(t))]
        abroad = [p for p in named if p.actor and p.actor.country not in homes]
        alone = len({_key(p.actor) for p in abroad}) == 1 and len(homes) == 1
        known = _is_definite(noun) or bool(self.grammar.words("drops_subject"))
        fits = alone and known and clause.has(noun, "Number", "Sing")
        return self._pointing(abroad[0], noun) if fits else None

    def _body_again(self, noun: Token) -> Party | None:
        """ "The ministry demanded …", "в ведомстве потребовали": the body that was told of last."""
        party = self.cast.party(noun)
        beside = [c for c in noun.children if c.dep_ not in {"det", "case", "punct"}]
        bare = party is not None and party.actor is not None and not party.actor.country
        known = _is_definite(noun) or bool(self.grammar.words("drops_subject"))
        told = noun.head.norm_ in self.saying  # which of several it is that says so, is open
        fits = bare and known and not beside and not told
        return self._point(noun, "government") if fits else None

    def _honoured(self, title: Token) -> Party | None:
        """ "His Majesty said": whom the text has named before, where no name stands with it."""
        owners = [c for c in title.children if clause.has(c, "Poss", "Yes")]
        named = any(c.pos_ == "PROPN" for c in title.children) or title.dep_ in NAME_PARTS
        party = self._point(title, "person") if owners and not named else None
        return party and self._pointing(party, title)

    def _introduced(self, token: Token) -> Party | None:
        """ "Weber", once "Minister Otto Weber" has been named: a stranger with an office."""
        party = self.cast.party(token) if token.pos_ == "PROPN" else None
        if party is None or party.actor is None or party.actor.type != "unknown":
            return None
        known = self.strangers.get(party.actor.name.split()[-1])
        if known and known.actor and party.actor.name not in (known.actor.name, token.text):
            return None
        return self._pointing(known, token) if known else None

    @cached_property
    def strangers(self) -> dict[str, Party]:
        """People whom no list knows and the text names with an office, by surname."""
        parties = (self.cast.party(t) for t in self.doc if _heads_name(t) or _bears_name(t))
        found: dict[str, Party] = {}
        for party in parties:
            actor = party.actor if party else None
            if party is None or actor is None or party.anaphoric or not party.diplomatic:
                continue
            named = actor.name.split()
            office = (actor.office or actor.name).casefold()
            stranger = actor.type == "person" and not actor.id and len(named) > 1
            if stranger and office not in actor.name.casefold():
                found.setdefault(named[-1], party)
        return self._by_first_name(found) | found

    def _by_first_name(self, strangers: dict[str, Party]) -> dict[str, Party]:
        """Strangers by the first of their names, if it is one's alone: "Guo" is Guo Jiakun."""
        names = {p.actor.name: p for p in strangers.values() if p.actor}
        firsts = [name.split()[0] for name in names]
        return {n.split()[0]: p for n, p in names.items() if firsts.count(n.split()[0]) == 1}

    def _bearer(self, title: Token, wanted: str, apart: bool) -> Party | None:
        """ "The minister": the only one whom the text has named with that very title so far.

        `apart`: not in this very sentence ("Minister Hale rang our minister").
        """
        before = [t for t in self.doc[: title.i] if t.norm_ == title.norm_]
        before = [t for t in before if not apart or t.i < title.sent.start]
        if clause.has(title, "Number", "Sing"):  # not one of "the ministers of X and Y"
            before = [t for t in before if not clause.has(t, "Number", "Plur")]
        parties = [self._titled(t) for t in before if wanted == "person"]
        found = [p for p in parties if p and p.actor and p.actor.type == "person"]
        found = [p for p in found if p.actor and self.may_hold(p.actor, title)]
        names = {_key(p.actor) for p in found}
        whole = max(found, key=lambda p: len(_key(p.actor)), default=None)
        parts = set(_key(whole.actor).split()) if whole else set()
        same = all(set(name.split()) <= parts for name in names)
        return (
            self._pointing(whole, title)
            if whole and same and not self._is_regional(title)
            else None
        )

    def _titled(self, title: Token) -> Party | None:
        """Who bears a title by name, whichever of the two heads the other."""
        party, above = self.cast.party(title), self.cast.party(title.head)
        actor = above.actor if above and above.actor and above.actor.type == "person" else None
        span = actor.span if actor else None  # "Foreign Minister X", or what the name is said to be
        within = span is not None and span.start <= title.idx < span.end and title.head.i > title.i
        if party is None or (not party.anaphoric and not within):
            return party
        return above if actor and (within or actor.office == title.text) else None

    def _ahead(self, token: Token) -> Party | None:
        """ "During his visit to X, Y met Z": in a phrase set in front, the subject is meant."""
        below = token
        for above in clause.ancestors(token):
            if below.dep_ in FRONTED and clause.is_verbal(above) and below.i < above.i:
                found = [self.cast.party(t) for t in clause.children(above, *SUBJECTS)]
                ahead = [p for p in found if p and p.actor and p.token.i > token.i]
                people = [p for p in ahead if p.actor and p.actor.type in {"person", "unknown"}]
                return self._pointing(people[0], token) if people else None
            below = above
        return None

    def _insertion(self, token: Token) -> Party | None:
        """ "ihm [Tokajew]": the name is the editor's, and marked so."""
        after = token.i + 1
        if token.pos_ != "PRON" or after + 1 >= len(self.doc) or self.doc[after].text != "[":
            return None
        party = self.cast.party(self.doc[after + 1])
        if party is None or party.actor is None:
            return None
        because = f"{token.text}: [{party.actor.mention}]"
        actor = msgspec.structs.replace(
            party.actor, mention=token.text, inserted=True, resolved=because
        )
        return Party(token, actor, None, party.diplomatic)

    def _speaker(self, token: Token) -> Party | None:
        """ "Ich" inside a quotation is whoever is quoted, in a transcript whoever has the word."""
        for quote in self.quotes:
            party = self.speakers.get(quote.span.start)
            if quote.span.start <= token.idx < quote.span.end and party is not None:
                return self._pointing(party, token)
        speaking = self.speaking_at(token.idx)
        return self._pointing(speaking, token) if speaking else None

    def spoken_by(self, token: Token) -> Party | None:
        """Who says the words in which a token stands, where they are quoted or a turn's."""
        return self._speaker(token)

    def speaking_at(self, at: int) -> Party | None:
        """Whose turn of a transcript holds a place in the text."""
        return next((p for start, end, p in self.turns if start <= at < end), None)

    def _asked_at(self, at: int) -> Party | None:
        """Who is asked where a place of the text lies in a question of an interview."""
        return next((p for start, end, p in self.asked if start <= at < end), None)

    def _subject(self, token: Token) -> Party | None:
        """ "Denied reports of his own visit": a reflexive means whoever does what the verb says."""
        for above in clause.ancestors(token):
            if clause.is_verbal(above):
                found = [self.cast.party(t) for t in clause.subjects(above, self.grammar)]
                acting = [p for p in found if p is not None and p.actor is not None]
                return self._pointing(acting[0], token) if len(acting) == 1 else None
        return None

    def _own_body(self, token: Token) -> Party | None:
        """ "Kenya said it would …": the state, body or group that speaks of itself.

        What it says of reports that stand before it, it says of others ("слухи, что он …").
        """
        below, told, reported = token, False, False
        for above in clause.ancestors(token):
            told = told or below.dep_ in SAID or below.dep_ == "acl"
            reported = reported or below.dep_ == "acl"
            if told and clause.is_verbal(above):
                for subject in clause.subjects(above, self.grammar):
                    if reported and subject.i > token.i:
                        return None
                    party = self.cast.party(subject) if subject != token else None
                    if party and party.actor and _agrees(token, subject):
                        body = party.actor.type in BODIES or party.anaphoric
                        return self._pointing(party, token) if body else None
            below = above
        return None

    def _parallel(self, token: Token) -> Party | None:
        """ "The president received X, and he will go to Y": the subject of the clause before."""
        verb = token.head
        if token.dep_ != "nsubj" or verb.dep_ != "conj" or not clause.is_verbal(verb.head):
            return None
        if token.lower_ in self.grammar.words("latter"):
            return None
        before = [t for t in clause.children(verb.head, "nsubj") if t.pos_ in NOMINAL]
        found = [self.resolve(t) for t in before if self._fits_gender(t, token)]
        people = [p for p in found if p and p.actor and p.actor.type == "person"]
        people = [p for p in people if not self._is_of_other_sex(p, token)]
        return self._pointing(people[0], token) if len(people) == 1 else None

    def _announcing(self, pronoun: Token) -> Party | None:
        """ "X will go to Y, he announced": where nobody else is meant, who does it says so.

        Not "that X came he denied": a clause with a mark is said of somebody else.
        """
        verb = pronoun.head
        if pronoun.dep_ != "nsubj" or verb.norm_ not in self.saying:
            return None
        before = [c for c in clause.children(verb, "ccomp", "parataxis") if c.i < pronoun.i]
        if verb.dep_ == "parataxis" and verb.head.i < verb.i:
            before.append(verb.head)
        before = [c for c in before if not clause.children(c, "mark")]
        subjects = [s for c in before for s in clause.children(c, "nsubj")]
        found = [self.resolve(s) for s in subjects if s.pos_ in NOMINAL]
        found = [p for p in found if p and p.actor and p.actor.type == "person"]
        if len(found) != 1 or found[0] is None or self._is_of_other_sex(found[0], pronoun):
            return None
        return self._pointing(found[0], pronoun)

    def last_speaker(self, pronoun: Token) -> Token | None:
        """ "…, a spokesman said. …, he added": who alone spoke last, if it is a person, goes on."""
        number, verb = self.number[pronoun.i], pronoun.head
        speaks = pronoun.dep_ == "nsubj" and verb.norm_ in self.saying
        if not speaks or not number or self._is_quoted(pronoun) or not self._is_pronoun(pronoun):
            return None
        spoken = self._spoken_in(number - 1)
        between = clause.children(self.sentences[number - 1].root, "nsubj")
        if not spoken and number > 1:  # "Nowak gave no reason." between the two
            spoken = self._spoken_in(number - 2)
        else:
            between = []
        if len(spoken) != 1 or spoken[0].pos_ not in NOMINAL:
            return None
        party = self.resolve(spoken[0]) if self._fits_gender(spoken[0], pronoun) else None
        if party is None or party.actor is None or party.actor.type != "person":
            return None
        surname = party.actor.name.split()[-1]
        apart = self._is_of_other_sex(party, pronoun) or any(t.text != surname for t in between)
        return None if apart else spoken[0]

    def _spoken_in(self, number: int) -> list[Token]:
        """The subjects of the verbs of saying of a sentence, but for what is quoted."""
        verbs = [v for v in self.sentences[number] if v.norm_ in self.saying]
        spoken = [s for v in verbs if clause.is_verbal(v) for s in clause.children(v, *SUBJECTS)]
        return [s for s in spoken if not self._is_quoted(s)]

    def _body_before(self, token: Token) -> Party | None:
        """ "Poland recalled its envoy. It also …": the subject before, a state or body."""
        number = self.number[token.i]
        thing = token.lower_ in self.grammar.words("thing_pronoun") and token.dep_ in SUBJECTS
        if not thing or not number or not self.same_paragraph(number - 1, number):
            return None
        before = clause.children(self.sentences[number - 1].root, *SUBJECTS)
        found = [self.cast.party(t) for t in before if _agrees(token, t) and not any(t.conjuncts)]
        bodies = [p for p in found if p and p.actor and p.actor.type in BODIES]
        return self._pointing(bodies[0], token) if len(bodies) == 1 else None

    def _in_condition(self, token: Token) -> Party | None:
        """ "If Poland had come, it would have …": the subject of the clause set in front."""
        fronted = [c for c in clause.children(token.head, "advcl") if c.i < token.i]
        if token.dep_ not in SUBJECTS or len(fronted) != 1:
            return None
        found = [self.cast.party(t) for t in clause.children(fronted[0], *SUBJECTS)]
        bodies = [p for p in found if p and p.actor and p.actor.type in BODIES]
        return self._pointing(bodies[0], token) if len(bodies) == 1 else None

    def _owned_state(self, token: Token) -> Party | None:
        """ "Sein Land": the state of the person that the possessive means."""
        for child in token.children:
            if clause.has(child, "Poss", "Yes"):
                owner = self._point(child, "person")
                country = owner.actor.country if owner and owner.actor else None
                if country:
                    return self._as_state(token, country, f"{child.text} {token.text}")
        return None

    def two_states(self, token: Token) -> list[Party]:
        """ "Both countries": the only two states named in the sentence, or else the one before, or
        in all of the text before it."""
        for number in (self.number[token.i], self.number[token.i] - 1):
            start = self.sentences[max(number, 0)].start_char
            if number < 0 or "\n" in self.text[start : token.idx]:
                break
            words = [w for w in self.sentences[number] if w.i < token.i]
            states = self._states_of(words)
            if len(states) > 1:
                return self.as_states(token, states) if len(states) == 2 else []
        states = self._states_of(self.doc[: token.i])
        return self.as_states(token, states) if len(states) == 2 else []

    def _is_neighbour(self, token: Token) -> bool:
        """ "Its neighbour", "the neighbouring country"."""
        beside = self.grammar.words("neighbouring") if self._describes_state(token) else ()
        return token.norm_ in self.grammar.words("neighbour") or any(
            c.norm_ in beside for c in clause.children(token, "amod", "appos", "nmod", "acl")
        )

    def _neighbour(self, token: Token) -> Party | None:
        """ "India is lending its neighbour …": the other one, where the text has named two states
        so far, and the sentence one of them alone."""
        own = dict.fromkeys(self._states_of(token.sent))
        told = dict.fromkeys((*self._states_of(self.doc[: token.i]), *own))
        others = [state for state in told if state not in own]
        single = len(own) == len(others) == 1 and not clause.has(token, "Number", "Plur")
        return self._as_state(token, others[0], self.cast.phrase(token)) if single else None

    def _states_of(self, words: Iterable[Token]) -> list[str]:
        """The states that some words name, and those of the people whom they name."""
        named = [m for word in words for m in self.cast.mentions.get(word.i, ())]
        world = self.cast.world
        found: dict[str | None, None] = {}
        for mention in named:
            if mention.type != "person":
                found[world.country_of(mention)] = None
            else:
                known = (world.persons.get(i) for i in mention.ids)
                found |= dict.fromkeys(p.country for p in known if p)
        return [state for state in found if state]

    def as_states(self, token: Token, countries: Sequence[str]) -> list[Party]:
        """States by their codes, as those that a word means."""
        return [self._as_state(token, country, token.text) for country in countries]

    def _posting(self, owner: Token) -> Party | None:
        """ "Germany suspended aid, its embassy said": of the state that acts in the clause above.

        An embassy or ministry is a state's: a possessive with it means no person.
        """
        posted = owner.head.norm_ in self.grammar.words("state_body")
        if not posted or not clause.has(owner, "Poss", "Yes"):
            return None
        for above in clause.ancestors(owner):
            subjects = clause.subjects(above, self.grammar) if clause.is_verbal(above) else []
            parties = [self.cast.party(t) for t in subjects if t != owner.head and t.i < owner.i]
            actors = [p for p in parties if p is not None and p.actor is not None]
            states = [p for p in actors if p.actor and p.actor.type in {"state", "government"}]
            if actors:
                return self._pointing(states[0], owner) if len(states) == len(actors) == 1 else None
        return None

    def _counterpart(self, token: Token, party: Party) -> Party | None:
        """ "Her French counterpart": the only one of that state and office whom the text named."""
        words, actor = tuple(self.grammar.words("counterpart")), party.actor
        owners = [c for c in token.children if clause.has(c, "Poss", "Yes")]
        beginning = bool(words) and token.norm_.startswith(words)
        if actor is None or actor.id or not actor.country or not owners or not beginning:
            return None
        if _is_named(token):
            return None  # "his French colleague, Jean Dupont"
        owner = self.resolve(owners[0])
        held = self._offices(owner.actor) if owner and owner.actor else set()
        before = [p for t in self.doc[: token.i] if (p := self._named_person(t))]
        known = [p for p in before if p.actor and p.actor.country == actor.country]
        fits = [p for p in known if p.actor and held & self._offices(p.actor)]
        alone = len({p.actor.id for p in fits if p.actor}) == 1
        return self._pointing(fits[0], token) if alone else None

    def _compatriot(self, token: Token, party: Party) -> Party | None:
        """ "The Romanian leader": the only one of that state whom the text has named so far, if
        they may be in that office."""
        actor, leading = party.actor, token.norm_ in self.grammar.words("head_noun")
        called = {i for m in self.cast.named(token, "office") for i in m.ids}
        if actor is None or actor.id or not actor.country or token.pos_ != "NOUN":
            return None
        alone = _is_definite(token) or bool(self.grammar.words("drops_subject"))
        alone = alone and clause.has(token, "Number", "Sing") and not self._is_former(token)
        if not alone or actor.type != "person" or not (leading or called) or _is_named(token):
            return None
        before = [p for t in self.doc[: token.i] if (p := self._named_person(t))]
        before += [p for p in self.strangers.values() if p.token.i < token.i]
        fits = {
            _key(p.actor): p for p in before if p.actor and self._may_lead(p.actor, actor, token)
        }
        return self._pointing(next(iter(fits.values())), token) if len(fits) == 1 else None

    def _may_lead(self, named: ActorMention, called: ActorMention, title: Token) -> bool:
        """May somebody who was named be who a title of a state means?"""
        if named.country != called.country or not self.may_hold(named, title):
            return False
        leading = title.norm_ in self.grammar.words("head_noun")
        return not leading or bool(self._offices(named) & HEADS)

    def _is_plain_counterpart(self, token: Token) -> bool:
        """ "His counterpart", "seinem Kollegen": of a state that is not said."""
        words = tuple(self.grammar.words("counterpart"))
        if not words or not token.norm_.startswith(words):
            return False
        party = self.cast.party(token)
        return party is None or party.actor is None or not party.actor.country

    def _guest(self, token: Token) -> Party | None:
        """ "His host", « son collègue »: the only other one whom the text named in the sentence, or
        in the one before it."""
        owners = [c for c in token.children if clause.has(c, "Poss", "Yes")]
        named = clause.children(token, "appos", "flat", "nmod")
        owner = self.resolve(owners[0]) if owners and not named else None
        if owner is None or owner.actor is None:
            return None
        number = self.number[token.i]
        for earlier in (number, number - 1):
            near = self.sentences[earlier] if earlier >= 0 else ()
            people = [p for t in near if t.i < token.i and (p := self.cast.party(t)) is not None]
            known = [p for p in people if p.actor and p.actor.type == "person" and not p.anaphoric]
            others = [p for p in known if p.actor and _key(p.actor) != _key(owner.actor)]
            if others:
                alone = len({_key(p.actor) for p in others if p.actor}) == 1
                return self._pointing(others[0], token) if alone else None
        return None

    def _named_person(self, token: Token) -> Party | None:
        """The person of the lists that a name means."""
        party = self.cast.party(token) if self.cast.named(token, "person") else None
        return party if party and party.actor and party.actor.id else None

    def _of_body(self, token: Token, party: Party) -> Party | None:
        """ "Its foreign minister": the state that a possessive for things means has one."""
        things = self.grammar.words("thing_pronoun")
        owners = [c for c in token.children if clause.has(c, "Poss", "Yes") and c.pos_ == "PRON"]
        if party.actor is None or not party.anaphoric or not owners or not things:
            return None
        if clause.has(owners[0], "Gender", "Neut"):
            found = self._point(owners[0], "state")
            country = found.actor.country if found and found.actor else None
            return party._replace(actor=msgspec.structs.replace(party.actor, country=country))
        return None

    def _as_state(self, token: Token, country: str, words: str) -> Party:
        name = self.cast.world.country_name(country, self.cast.lang)
        span = self.cast.span(token)
        actor = ActorMention(
            name=name,
            mention=span.text,
            id=country,
            type="state",
            country=country,
            span=span,
            resolved=f"{words}: {name}",
        )
        return Party(
            token, actor, PlaceMention(name=name, mention=span.text, country=country), True
        )

    def _is_pronoun(self, token: Token) -> bool:
        return token.lower_ in self.grammar.words("person_pronoun") and token.pos_ in {
            "PRON",
            "DET",
        }

    def _is_bare_title(self, title: Token) -> bool:
        """ "Министр заявил": in a language without articles a title that nothing describes."""
        if not self.grammar.words("drops_subject") or title.pos_ != "NOUN":
            return False
        states = self.grammar.words("describing_state")
        beside = [c for c in title.children if c.dep_ in {"amod", "det", "nummod", "nmod", "acl"}]
        plain = all(c.norm_ in states and not any(c.children) for c in beside)
        return plain and clause.has(title, "Number", "Sing") and not _is_named(title)

    def _is_former(self, token: Token) -> bool:
        former = self.grammar.words("former")
        return any(c.norm_ in former for c in token.children)

    def _is_of_both(self, title: Token) -> bool:
        """ "The ministers of the two countries", "both countries": two, and no one named before."""
        words = self.grammar.words("both") | self.grammar.words("pair")
        if any(c.lower_ in words for c in title.children):
            return True
        return any(
            t.lower_ in words for owner in clause.children(title, "nmod") for t in owner.subtree
        )

    def _describes_state(self, token: Token) -> bool:
        return token.norm_ in self.grammar.words("describing_state")

    def _point(self, token: Token, wanted: str) -> Party | None:
        """The clear antecedent: the nearest subject of its sort, at most two sentences back."""
        number = self.number[token.i]
        for earlier in (number, number - 1, number - 2):
            if earlier < 0 or not self._reaches(token, earlier):
                break
            found = self._candidates(earlier, token, wanted)
            if found and wanted == "person" and earlier < number:
                found = self._nameless_subjects(earlier, token, found) or found
            if found:
                return self._decide(found, token)
            if earlier == number and (spoken := self._candidates(earlier, token, wanted, True)):
                return self._decide(spoken, token)
        return self._opened(token) if wanted == "person" else None

    def _opened(self, token: Token) -> Party | None:
        """ "X arrived in Y.", and in the next paragraph "He met Z": the only one named before it,
        where that one is a subject. So "Y received him", where Y is the only other one."""
        number = self.number[token.i]
        if not number or self.same_paragraph(number - 1, number) or not self._is_pronoun(token):
            return None
        verb = token.head
        finite = [w for w in (verb, *clause.children(verb, *clause.HELPING)) if clause.is_finite(w)]
        several = any(clause.has(w, "Number", "Plur") for w in (token, *finite))
        if token.dep_ in TAKEN:
            several = clause.has(token, "Number", "Plur") or self._names_stranger(number - 1)
        elif token.dep_ not in SUBJECTS:
            return None
        if several or self._is_quoted(token):
            return None
        found = self._candidates(number - 1, token, "person")
        found = [p for p in found if p.token.dep_ not in OWNERS]  # "X's office said"
        acting = [p for p in found if p.token.dep_ in SUBJECTS or self._is_pronoun(p.token)]
        alone = len({_key(p.actor) for p in found}) == 1
        return self._pointing(acting[0], token) if alone and acting else None

    def _names_stranger(self, number: int) -> bool:
        """Does a sentence name somebody of whom nothing is known, whom a pronoun may mean?"""
        names = (t for t in self.sentences[number] if t.pos_ == "PROPN" and t.dep_ != "flat")
        parties = (self.cast.party(t) for t in names)
        return any(p and p.actor and p.actor.type == "unknown" for p in parties)

    def _nameless_subjects(self, number: int, token: Token, found: list[Party]) -> list[Party]:
        """ "The president met Macron. He …": the subject goes on, even without a name."""
        if token.dep_ not in SUBJECTS or any(p.token.dep_ in SUBJECTS for p in found):
            return []
        every = self._candidates(number, token, "person", nameless=True)
        main = self.sentences[number].root
        return [p for p in every if p.token.dep_ == "nsubj" and p.token.head == main]

    def _reaches(self, token: Token, earlier: int) -> bool:
        """Can the word mean somebody of so early a sentence? A title goes on over one break."""
        number = self.number[token.i]
        begun = number and not self.same_paragraph(number - 1, number)
        title = begun and token.pos_ == "NOUN"
        return self.same_paragraph(earlier, number - 1 if title and earlier < number else number)

    def _decide(self, found: list[Party], token: Token) -> Party | None:
        """One candidate, or the one that is a subject; two equals leave it open.

        "Celui-ci", "тот" means the last one, whatever it was.
        """
        distinct = {(_key(p.actor)) for p in found if p.actor}
        if token.lower_ in self.grammar.words("latter"):
            found = [max(found, key=lambda p: int(p.token.i))] if found else []
            distinct = set()
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
            name=party.actor.name,
            mention=span.text,
            id=party.actor.id,
            type=party.actor.type,
            country=party.actor.country,
            office=party.actor.office,
            span=span,
            resolved=because,
        )
        return Party(token, actor, party.place, party.diplomatic)

    def _candidates(
        self, number: int, token: Token, wanted: str, nameless: bool = False
    ) -> list[Party]:
        """Earlier parties of a sentence; `nameless` takes a bare "the president" too."""
        found = []
        for word in self.sentences[number]:
            topic = self._is_topic(word, token) or self._is_own(word, token)
            if word.i >= token.i or not (topic or word.pos_ in NOMINAL):
                continue
            if word.dep_ in {"flat", "compound", "appos", "amod", "det"} or _is_title(word):
                continue
            if word == token.head or self._shares_clause(word, token) or self._is_of_title(word):
                continue
            if not self._fits_gender(word, token):
                continue
            if self._is_quoted(word) and not self._is_quoted(token):
                continue
            if self._tells_back(word) and clause.is_reported(token.head):
                continue
            party = (
                self._introduced(word) or self.cast.party(word) if word.pos_ in NOMINAL else None
            )
            if topic:
                party = self.resolve(word)
            if party and party.anaphoric and not nameless:
                party = self.resolve(word)  # "the head of state" who was named before
            if party and self._is_of_other_sex(party, token):
                continue
            if wanted == "state" and self._is_at_home(party, token):
                continue
            if party and party.actor and party.actor.type == wanted and party.anaphoric <= nameless:
                found.append(party)
        beside = self._acting_beside(token) if found else set()
        found = [party for party in found if _key(party.actor) not in beside]
        barred = {_key(p.actor) for p in found if not self._may_be_called(p, token)}
        return [party for party in found if _key(party.actor) not in barred]

    def _acting_beside(self, pronoun: Token) -> set[str]:
        """ "He invited him", "the chancellor": whoever acts is not the other one."""
        if pronoun.dep_ not in TAKEN or clause.has(pronoun, "Poss", "Yes"):
            return set()
        subjects = [t for t in clause.subjects(pronoun.head, self.grammar) if t.i < pronoun.i]
        return {_key(p.actor) for p in map(self.resolve, subjects) if p and p.actor}

    def _is_of_title(self, word: Token) -> bool:
        """ "Министр иностранных дел": the affairs are no person."""
        titles = self.cast.named(word, "office") if word.dep_ == "nmod" else []
        return any(m in titles for m in self.cast.named(word.head, "office"))

    def _is_topic(self, word: Token, token: Token) -> bool:
        """ "Er kam … Dann reiste er …": who was "he" as a subject before is so again."""
        subject = word.dep_ in SUBJECTS and word.head.dep_ == "ROOT"
        earlier = self.number[word.i] < self.number[token.i]
        return subject and earlier and self._is_pronoun(word) and self._is_pronoun(token)

    def _is_own(self, word: Token, owner: Token) -> bool:
        """ "He spoke with X, his office said": the office of whom the sentence is about."""
        if word.dep_ not in SUBJECTS or word.sent != owner.sent or not self._is_pronoun(word):
            return False
        office = owner.head
        speaks = office.dep_ in SUBJECTS and word.head != office.head
        heard = clause.preposition(office, self.grammar) in self._formulas  # « selon son bureau »
        return clause.has(owner, "Poss", "Yes") and (speaks or heard)

    @cached_property
    def _formulas(self) -> frozenset[str]:
        """The words before a source: "according to"."""
        rules = self.cast.lexicon.sources
        return frozenset(w for r in rules if r.as_ == "formula" for w in r.words)

    def _tells_back(self, speaker: Token) -> bool:
        """ "Das teilte X mit": X speaks, and what goes on in reported mood is not about X."""
        verb = speaker.head
        said = clause.children(verb, "obj", "nsubj:pass")
        back = {t.lower_ for t in said} & self.grammar.words("sentence_pronoun")
        return speaker.dep_ in {*SUBJECTS, "obl:agent"} and bool(back)

    def _may_be_called(self, party: Party, title: Token) -> bool:
        """ "The chancellor" is nobody who is known in other offices alone, nor a spokesman."""
        if self._is_regional(title):
            return False
        serving = self.grammar.words("nameless") | self.grammar.words("speaker")
        own = party.token.norm_  # "an adviser to X said the president …"
        if party.token.pos_ == "NOUN" and own in serving and own != title.norm_:
            return False
        return party.actor is None or self.may_hold(party.actor, title)

    def may_hold(self, actor: ActorMention, title: Token) -> bool:
        """May somebody be in the office that a noun names, as far as the lists and the text say?"""
        called = {i for m in self.cast.named(title, "office") for i in m.ids}
        own = self._own_offices(actor)
        if called <= {"minister"} and (fields := self._fields(title)):
            own |= self._offices_in(actor.mention)
            named = f"{actor.office} {actor.mention}".casefold()
            return own <= {"minister"} or any(field in named for field in fields)
        held = self._offices(actor) if called else set()
        return not held or bool(held & called) or bool(own & self._included(called))

    def _fields(self, title: Token) -> set[str]:
        """ "The energy minister", "Energieminister": of what, where no list has the office."""
        nouns = self.grammar.words("minister_noun")
        whole = next((n for n in nouns if title.norm_.endswith(n)), None)
        if whole is None:
            return set()
        beside = clause.children(title, "compound", "nmod")
        fields = {c.lower_ for c in beside if not self.cast.mentions.get(c.i)}
        return fields | {title.norm_.removesuffix(whole)} - {""}

    def _is_regional(self, title: Token) -> bool:
        """ "Der bayerische Ministerpräsident": of a region that is no state's, whoever it is."""
        endings = tuple(self.grammar.words("regional_ending"))
        return bool(endings) and any(
            c.lemma_.endswith(endings) and not self.cast.named(c, "nationality")
            for c in clause.children(title, "amod")
        )

    def _offices(self, actor: ActorMention) -> set[str]:
        """The offices that somebody is known to have held, or is called by; with what they are."""
        held = self._own_offices(actor)
        kinds = {one.rpartition("-")[2] for one in held}  # a foreign-minister is a minister
        return held | kinds | self._included(held)

    def _own_offices(self, actor: ActorMention) -> set[str]:
        world = self.cast.world
        if actor.id:
            return {term.office for term in world.terms(actor.id)}
        return self._offices_in(actor.office or "")

    def _offices_in(self, text: str) -> set[str]:
        """The offices that words name, whatever state stands within ("ministre X des Finances")."""
        world, lang = self.cast.world, self.cast.lang
        for mention in world.find(text, lang):
            if mention.type == "nationality":
                text = text.replace(f" {mention.text} ", " ")
        return {i for m in world.find(text, lang) if m.type == "office" for i in m.ids}

    def _included(self, offices: set[str]) -> set[str]:
        known = self.cast.world.offices
        return {more for one in offices if one in known for more in known[one].includes}

    def _is_of_other_sex(self, party: Party, pronoun: Token) -> bool:
        """ "Er" is no woman and "sie" no single man: by the title, or by the name."""
        woman = self._is_woman(party)
        masculine, feminine = (self.grammar.words(g) for g in ("masculine", "feminine"))
        endings = tuple(self.grammar.words("feminine_ending"))
        if endings and woman is False and pronoun.pos_ == "NOUN":
            return str(pronoun.norm_).endswith(endings)  # "die Ministerin" is no man
        if woman is None or party.actor is None or party.actor.type != "person":
            return False
        return pronoun.lower_ in (masculine if woman else feminine)

    def _is_at_home(self, party: Party | None, state: Token) -> bool:
        """ "X besuchte das Land": not X's own."""
        subjects = [self.cast.party(t) for t in clause.subjects(state.head, self.grammar)]
        homes = {p.actor.country for p in subjects if p and p.actor and p.actor.country}
        visited = state.dep_ in {"obj", "obl"} and bool(homes)
        return (
            visited
            and party is not None
            and party.actor is not None
            and party.actor.country in homes
        )

    def _is_woman(self, party: Party) -> bool | None:
        actor = party.actor
        if actor is None:
            return None
        title, endings = (actor.office or "").casefold(), self.grammar.words("feminine_ending")
        if title.endswith(tuple(endings)) and endings:
            return True
        known: bool | None = self.cast.world.is_woman(actor.name, actor.id)
        return self.titled.get(actor.name.split()[-1], known) if known is None else known

    @cached_property
    def titled(self) -> dict[str, bool]:
        """Who bears a title for women anywhere in the text, by surname."""
        endings = tuple(self.grammar.words("feminine_ending"))
        titles = [t for t in self.doc if t.lower_.endswith(endings)] if endings else []
        beside = {t.i: t for title in titles for t in (title, title.head, *title.children)}
        nouns = [t for _, t in sorted(beside.items()) if t.pos_ in {"NOUN", "PROPN"}]
        people = (self.cast.party(t) for t in nouns)
        actors = [p.actor for p in people if p and p.actor and p.actor.type == "person"]
        named = [a for a in actors if a.office and a.office.casefold() not in a.name.casefold()]
        women = [a for a in named if (a.office or "").casefold().endswith(endings)]
        return {a.name.split()[-1]: True for a in women}

    def _shares_clause(self, word: Token, token: Token) -> bool:
        """A personal pronoun never means another participant of its own verb.

        Nor is a subject who is named in what its verb governs ("dass X kam, bestritt er") or in a
        phrase set in front ("in einem Telefonat mit X sagte er").
        """
        topic = clause.preposition(word, self.grammar) in self.grammar.words("as_for")
        if clause.has(token, "Poss", "Yes") or (topic and token.dep_ in SUBJECTS):
            return False  # "as for X, he …"
        if word.head == token.head or word in clause.subjects(token.head, self.grammar):
            return True
        before = ("ccomp", "csubj", "obl")
        fronted = clause.children(token.head, *before) if token.dep_ in SUBJECTS else ()
        return any(c.i < token.i and c.is_ancestor(word) for c in fronted)

    def _fits_gender(self, word: Token, pronoun: Token) -> bool:
        """ "Его" is no woman's and "её" no man's, where noun and pronoun show it.

        So does a verb, and sooner: "премьер-министр прибыла".
        """
        if not self.grammar.words("gender_shown"):
            return True  # what a tree says of the gender of a foreign name is a guess
        verb = word.head if word.dep_ == "nsubj" else word
        word = verb if verb.morph.get("Gender", []) and clause.is_verbal(verb) else word
        for name, gender in (("masculine", "Fem"), ("feminine", "Masc")):
            if pronoun.lower_ in self.grammar.words(name) and clause.has(word, "Gender", gender):
                return False
        return True

    def _is_quoted(self, token: Token) -> bool:
        """Who is named inside a quotation is not who speaks outside of it."""
        return any(start <= token.idx < end for start, end in self.quoted)

    def same_paragraph(self, earlier: int, later: int) -> bool:
        """Do two sentences, by number, stand in one paragraph?"""
        start = self.sentences[earlier].start_char
        return "\n" not in self.text[start : self.sentences[later].start_char].lstrip()


def _heads_name(token: Token) -> bool:
    """Is it a name of which other words are a part?"""
    return token.pos_ == "PROPN" and bool(token.children)


def _bears_name(noun: Token) -> bool:
    """Does a name stand beside the noun, as beside a title?"""
    return noun.pos_ == "NOUN" and any(c.pos_ == "PROPN" for c in noun.children)


def _is_named(title: Token) -> bool:
    """Does a name stand with a title, on either side of it in the tree?"""
    below = clause.children(title, "appos", "flat", "compound")
    beside = title.dep_ in NAME_PARTS | {"appos"} and title.head.pos_ == "PROPN"
    return beside or any(c.pos_ == "PROPN" for c in below)


def _is_title(noun: Token) -> bool:
    """ "Präsident X": a noun right before the name that it hangs on is part of that name."""
    bare = all(c.dep_ != "case" for c in noun.children)
    before = noun.pos_ in NOMINAL and noun.dep_ == "nmod" and noun.i + 1 == noun.head.i
    return before and bare and noun.head.pos_ == "PROPN"


def _agrees(pronoun: Token, noun: Token) -> bool:
    """Do the two agree in gender, as far as both show one?"""
    here, there = pronoun.morph.get("Gender", []), noun.morph.get("Gender", [])
    return not here or not there or here == there


def _key(actor: ActorMention | None) -> str:
    return actor.name if actor else ""


def _is_definite(token: Token) -> bool:
    return any(
        clause.has(c, "Definite", "Def")
        or clause.has(c, "PronType", "Dem")
        or clause.has(c, "Poss", "Yes")
        for c in token.children
        if c.dep_ in {"det", "nmod:poss", "det:poss"}
    )
