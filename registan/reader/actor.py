"""From a noun in a tree to an actor or place: names, offices, nationalities, descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec
from spacy.tokens import Doc, Span, Token

from registan.languages import Grammar, Lexicon, load, load_grammar
from registan.model import ActorMention, PlaceMention
from registan.model import Span as TextSpan
from registan.model.report import ActorType
from registan.reader import clause
from registan.reader.attachment import attach
from registan.reader.measure import see_through
from registan.reader.repair import repair_tree
from registan.reader.repair_order import repair_order
from registan.reader.repair_source import repair_sources
from registan.reader.when import DateMention

NAME_RELATIONS = frozenset(
    {"flat", "compound", "appos", "nmod", "dep", "goeswith", "amod", "nmod:poss"}
)
LEFT_OUT = frozenset(
    {
        "acl:relcl",
        "acl",
        "conj",
        "cc",
        "punct",
        "parataxis",
        "advcl",
        "case",
        "advmod",
        "cop",
        "aux",
        "mark",
        "nsubj",
        "obl",
        "det",
        "dep",
        "discourse",
    }
)
SILENT = frozenset({"PUNCT", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "ADV", "NUM", "DET", "PRON"})
REGNAL = re.compile(r"(?!X\b)(?=[IVX])(X{0,2})(IX|IV|V?I{1,3}|V|(?<=X))\.?")
MONEY = ("$", "€", "£")
NAMESAKES = frozenset({"country", "city", "region"})
PAIRED = frozenset({"person", "country", "organisation"})
PLACE_TYPES = frozenset({"country", "city", "region", "grouping"})


class Party(NamedTuple):
    """What a token stands for: an actor, a place, or both (a country is both)."""

    token: Token
    actor: ActorMention | None
    place: PlaceMention | None
    diplomatic: bool
    anaphoric: bool = False


ENCOUNTERS = frozenset({"visit", "meeting", "call"})


class Cast:
    """The names of one document, found once, and what its nouns stand for."""

    def __init__(
        self,
        doc: Doc,
        lang: str,
        world: Any,
        as_of: str | None,
        dates: Sequence[DateMention] = (),
    ) -> None:
        self.dated = {t.i for d in dates for t in _tokens(doc, d.start, d.end)}
        self.doc, self.lang, self.world, self.as_of = doc, lang, world, as_of
        self.lexicon: Lexicon = load(lang)
        self.grammar: Grammar = load_grammar(lang)
        self.nouns = {w: r for r in self.lexicon.actors for w in r.words}
        self.quotes = self.grammar.words("quote_pair")
        self.opening = frozenset(pair[0] for pair in self.quotes)
        self.closing = frozenset(pair[-1] for pair in self.quotes)
        self.mentions: dict[int, list[Any]] = {}
        self.proven: set[str] = set()  # strangers who met officials
        text = doc.text
        for mention in world.find(text, lang):
            if not _is_written_as_name(mention) or text[mention.end : mention.end + 1] in MONEY:
                continue  # "US$"
            tokens = list(_tokens(doc, mention.start, mention.end))
            if mention.type == "person" and len(tokens) == 1 and self._is_common(tokens[0]):
                continue
            if mention.type == "person" and self._is_title_of_firm(text, mention):
                continue
            for token in tokens:
                self.mentions.setdefault(token.i, []).append(mention)
        self._drop_namesakes()
        self._recall_surnames()
        saying = {w for r in self.lexicon.sources if r.as_ == "verb" for w in r.words}
        spoken = [r for r in self.lexicon.events if r.kind == "statement"]
        judging = {v for r in spoken for v in (*r.verbs, *r.with_)}
        bodies = {w for w, r in self.nouns.items() if r.type == "government"}
        speaking = [r for r in self.lexicon.sources if r.as_ == "noun"]
        bodies |= {w for r in speaking if r.type in {"official", "participant"} for w in r.words}
        events = {n for r in self.lexicon.events if r.kind in ENCOUNTERS for n in r.nouns}
        modifiers = [r for r in self.lexicon.operators if r.as_ == "modifier"]
        hedging = {w for r in modifiers if r.effect == "possible" for w in r.words}
        of_measures = (r for r in self.lexicon.events if r.kind == "measure")
        self.things = {n for r in of_measures for n in r.nouns}
        telling = {v for r in self.lexicon.events for v in (*r.verbs, *r.light, *r.with_)}
        repair_order(doc, self.mentions, self.dated, self.grammar, telling)
        attach(doc, self.mentions, self.grammar, saying, hedging, events)
        repair_tree(doc, self.mentions, self.grammar, saying, judging, bodies, events)
        titles = {w for w, r in self.nouns.items() if r.type in {"person", "government"}}
        titles |= {w for r in speaking for w in r.words}
        repair_sources(doc, self.grammar, saying, titles)
        see_through(doc, self.grammar)
        self._parties: dict[int, Party | None] = {}
        self._as_day = as_of if as_of and as_of[:4].isdigit() else None

    def _is_title_of_firm(self, text: str, mention: Any) -> bool:
        """ "Компания «Газпром»": one name in quotation marks is a firm's, a ship's, a paper's."""
        around = text[mention.start - 1 : mention.start] + text[mention.end : mention.end + 1]
        return around in self.quotes and around != '""' and " " not in mention.text

    def _is_common(self, token: Token) -> bool:
        """Is what sounds like a surname a noun of the lists, or an adjective of a noun?"""
        listed = token.pos_ == "NOUN" and token._.lexeme in self.nouns
        return listed or (token.pos_ == "ADJ" and token.dep_ == "amod")

    def _drop_namesakes(self) -> None:
        """ "Abdoulaye Hassane" is not King Abdullah: a first name with another name behind it."""
        for token in self.doc[:-1]:
            after = token.nbor(1)
            goes_on = (
                after.pos_ == "PROPN" and after.dep_ == "flat" and after.i not in self.mentions
            )
            if goes_on and after.text[:1].isupper():
                found = self.mentions.get(token.i, [])
                kept = [m for m in found if not self._is_namesake(m, after)]
                self.mentions[token.i] = kept
                if not kept:
                    self.mentions.pop(token.i)

    def _is_namesake(self, mention: Any, after: Token) -> bool:
        """A person by one word, and the word behind it is no name of theirs.

        "Nigel Farage" is no town either.
        """
        placed = clause.children(after.head, "case")
        if mention.type == "city" and not placed and after.idx == mention.end + 1:
            return " " not in mention.text
        if mention.type != "person" or " " in mention.text:
            return False
        known = [self.world.persons[i] for i in mention.ids if i in self.world.persons]
        return not any(after.lower_ in p.name.casefold().split() for p in known)

    def _recall_surnames(self) -> None:
        """Who has been named in full is meant by the surname alone, also with a genitive's s."""
        full = {
            m.text.split()[-1]: m
            for ms in self.mentions.values()
            for m in ms
            if m.type == "person" and " " in m.text
        }
        full |= {m.text.split()[0]: m for m in full.values() if self._is_surname_first(m)}
        for token in self.doc:
            name = token.text if token.text in full else token.text.removesuffix("s")
            if name in full and token.i not in self.dated and self._may_be(token, full[name]):
                self._recall(token, full[name])
        given = {m.text.split()[0]: m for m in full.values()}
        for token in self.doc:
            if token.text in given and self._is_called_by_given_name(token):
                self._recall(token, given[token.text])

    def _is_surname_first(self, mention: Any) -> bool:
        """ "Lee Jae-myung" is Lee, in whatever script."""
        people = [self.world.persons[i] for i in mention.ids if i in self.world.persons]
        first = [p.name.split()[0] == p.surname for p in people]
        turned = any(mention.text.split()[-1] == p.surname for p in people)
        return bool(first) and all(first) and not turned

    def _recall(self, token: Token, person: Any) -> None:
        start = token.idx
        known = msgspec.structs.replace(
            person, start=start, end=start + len(token), text=token.text
        )
        self.mentions[token.i] = [known]

    def _is_called_by_given_name(self, token: Token) -> bool:
        """ "M. Issayas", where that is how one is addressed, and no surname follows."""
        before = self.doc[token.i - 1] if token.i else token
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        alone = after == token or after.pos_ != "PROPN"
        polite = before.lower_ in self.grammar.words("courtesy")
        return polite and alone and token.i not in self.mentions

    def _may_be(self, token: Token, person: Any) -> bool:
        """Is a surname its bearer's here, and neither a place's nor that of somebody else?

        "Montenegro said", once Luís Montenegro is named; not "in Montenegro", nor "Ana Montenegro".
        """
        above = token.head
        titled = above.lower_ in self.grammar.words("courtesy") or above._.lexeme in self.nouns
        another = token.dep_ == "flat" and above.i == token.i - 1 and above.pos_ == "PROPN"
        if another and not titled and above.i not in self.mentions:
            return False
        found = self.mentions.get(token.i, ())
        places = all(m.type in NAMESAKES and m.text == token.text for m in found)
        visits = {v for r in self.lexicon.events if r.kind == "visit" for v in r.verbs}
        located = clause.preposition(token, self.grammar) in self.grammar.words("place")
        located = located or (token.dep_ == "obj" and above._.lexeme in visits)
        return not found or (places and not located and person.end <= token.idx)

    def party(self, token: Token) -> Party | None:
        """What the token's noun phrase stands for; None where it is nothing that acts or lies."""
        if token.i not in self._parties:
            self._parties[token.i] = self._resolve(token)
        return self._parties[token.i]

    def split(self, party: Party) -> list[Party]:
        """ "The American and Polish governments", "the presidents of A and B": one a state."""
        noun = party.token
        if len(sides := self._hyphenated(noun)) > 1:
            return sides
        plural = noun.pos_ == "NOUN" and clause.has(noun, "Number", "Plur")
        if party.actor is None or not plural:
            return [party]
        first = next((c for c in noun.children if self._is_state_word(c)), None)
        others = [c for c in first.children if c.dep_ == "conj"] if first is not None else []
        words = [w for w in (first, *others) if w is not None and self._is_state_word(w, others)]
        if len(words) > 1:
            return [party._replace(actor=self._of_state(party.actor, w, noun)) for w in words]
        owners = self._owners(noun) if party.actor.type == "person" else []
        if len(owners) < 2:
            return [party]
        return [party._replace(actor=self._of_owner(party.actor, w, owners[0])) for w in owners]

    def _hyphenated(self, token: Token) -> list[Party]:
        """ "Le sommet Chine-Russie", "встреча Путин-Трамп": the names inside of one word."""
        last = token.idx + len(token)
        names = [m for m in self.mentions.get(token.i, ()) if m.type in PAIRED]
        inside = sorted((m for m in names if m.start < last), key=lambda m: int(m.start))
        apart = all(a.end < b.start for a, b in pairwise(inside))
        if "-" not in token.text or len(inside) < 2 or not apart:
            return []
        return [self._named_alone(token, m) for m in inside]

    def _named_alone(self, token: Token, mention: Any) -> Party:
        """A party by its name alone, whatever stands around it."""
        if mention.type == "country":
            return self._geographic(token, mention)
        person = self._decide(mention, token) if mention.type == "person" else None
        actor = ActorMention(
            name=person.name if person else mention.text,
            mention=mention.text,
            id=person.id if person else None,
            type="person" if mention.type == "person" else "organisation",
            country=person.country if person else None,
            span=TextSpan(start=mention.start, end=mention.end, text=mention.text),
        )
        return Party(token, actor, None, True)

    def _of_state(self, actor: ActorMention, word: Token, noun: Token) -> ActorMention:
        mention = next(iter(self.named(word, "nationality", "country")))
        name, country = f"{mention.text} {noun.text}", self._country_of(mention)
        return msgspec.structs.replace(actor, name=name, mention=name, country=country)

    def _owners(self, noun: Token) -> list[Token]:
        """The coordinated states whose offices a plural names; none where the noun has another."""
        near = [c for c in noun.children if c.dep_ == "nmod"]
        near += [g for c in near if not self.named(c, "country") for g in c.children]
        states = [c for c in near if c.dep_ == "nmod" and self.named(c, "country")]
        if len(states) != 1 or not self._is_near(states[0]):
            return []
        after = [t for t in states[0].subtree if t.dep_ == "conj" and t.head == states[0]]
        return states + after if all(self.named(t, "country") for t in after) else []

    def _of_owner(self, actor: ActorMention, word: Token, first: Token) -> ActorMention:
        """The office as the first state has it, for the state of the word; its holder, if known."""
        noun = next(t for t in first.ancestors if t.pos_ == "NOUN")
        title = next((t for t in noun.ancestors if self.named(t, "office")), noun)
        country = self._country_of(self.named(word, "country")[0])
        current = self._as_day and self._is_current(title)
        holder = self._holder(self.named(title, "office"), country) if current else None
        name = f"{self._before(title, first)} {self._owning(word, first)}"
        return msgspec.structs.replace(
            actor,
            name=holder.name if holder else name,
            mention=name,
            id=holder.id if holder else None,
            country=country,
        )

    def _before(self, title: Token, owner: Token) -> str:
        """The words of a title up to what owns it."""
        inside = [t.i for t in self._inside(title) if t.i < title.i]
        start = min([title.i, *inside])
        end = min([owner.i, *(c.i for c in owner.children if c.dep_ in {"case", "det"})])
        return str(self.doc[start:end].text)

    def _owning(self, owner: Token, first: Token) -> str:
        """A state with its article, and with the preposition, which may stand before the first."""
        cases = clause.children(owner, "case") or clause.children(first, "case")
        return " ".join(t.text for t in (*cases, *clause.children(owner, "det"), owner))

    def _is_state_word(self, word: Token, among: Sequence[Token] = ()) -> bool:
        """An adjective or compound that names a state, or one coordinated to it."""
        beside = word.dep_ in {"amod", "compound"} or word in among
        return beside and bool(self.named(word, "nationality", "country"))

    def named(self, token: Token, *types: str) -> list[Any]:
        """Mentions of these types that cover the token."""
        return [m for m in self.mentions.get(token.i, ()) if m.type in types]

    # ------------------------------------------------------------------ resolution
    def _resolve(self, token: Token) -> Party | None:
        if token.i in self.dated or (token.pos_ in SILENT and not self.mentions.get(token.i)):
            return None
        return (
            self._person(token)
            or self._office(token)
            or self._body(token)
            or self._state_or_place(token)
            or self._capital(token)
            or self._described(token)
            or self._stranger(token)
        )

    def _person(self, token: Token) -> Party | None:
        for part in [token, *_name_parts(token), *self._holder_named(token)]:
            for mention in self.named(part, "person"):
                person = self._decide(mention, token)
                actor = ActorMention(
                    name=person.name if person else mention.text,
                    mention=self.phrase(token),
                    id=person.id if person else None,
                    type="person",
                    country=person.country if person else self._shared_country(mention, token),
                    office=self._office_title(token),
                    span=self.span(token),
                )
                return Party(token, actor, None, True)
        return None

    def _shared_country(self, mention: Any, token: Token) -> str | None:
        """The state that an undecided name is of: as written, or the same for all who bear it."""
        known = self.world.persons
        countries = {known[i].country for i in mention.ids if i in known}
        return self._country(token) or (countries.pop() if len(countries) == 1 else None)

    def _decide(self, mention: Any, token: Token) -> Any:
        """The one person that a name means here: by uniqueness, country, or office at the date."""
        known = self.world.persons
        people = [known[i] for i in mention.ids if i in known]
        if len({frozenset(p.name.casefold().split()) for p in people}) == 1:
            return people[0]  # "Fumio Kishida" and "Kishida Fumio" are one
        country = self._country(token)
        if country:
            same = [p for p in people if p.country == country]
            if len(same) == 1:
                return same[0]
            people = same or people
        if self._as_day:
            holding = [p for p in people if self.world.office_at(p.id, self._as_day)]
            if len(holding) == 1:
                return holding[0]
        return None

    def _office(self, token: Token) -> Party | None:
        """An office without a name: its holder, where country and date decide it."""
        rule = self.nouns.get(token._.lexeme)
        offices = self.named(token, "office")
        if not offices and (rule is None or rule.type != "person"):
            return None
        stranger = self._named_stranger(token)
        country = self._country(token)
        holder = None
        if stranger is None and self._as_day and offices and self._is_current(token):
            holder = self._holder(offices, country)
        actor = ActorMention(
            name=holder.name
            if holder
            else (_full_name(stranger) if stranger is not None else self.phrase(token)),
            mention=self.phrase(token),
            id=holder.id if holder else None,
            type="person",
            country=country or (holder.country if holder else None),
            office=token.text,
            span=self.span(token),
        )
        return Party(
            token,
            actor,
            None,
            bool(offices)
            or rule is None
            or country is not None
            or (rule.diplomatic and not self._is_local(token)),
            holder is None and stranger is None and country is None,
        )

    def _is_local(self, title: Token) -> bool:
        """ "Лидер партии", "председатель клуба": a title in something that is no state's."""
        private = self.grammar.words("private_body")
        owners = [c for c in title.children if c.dep_ == "nmod" and c.pos_ == "NOUN"]
        return bool(private) and any(
            clause.preposition(c, self.grammar) is None
            and (c._.lexeme in private or c._.lexeme not in self.nouns)
            and not any(self.mentions.get(t.i) for t in c.subtree)
            for c in owners
            if clause.has(c, "Case", "Gen")
        )

    def _holder_named(self, token: Token) -> list[Token]:
        """A person right after an office holds it, whatever case the tree sees in the name."""
        if not self.named(token, "office") or token.i + 1 >= len(self.doc):
            return []
        after = self.doc[token.i + 1]
        beside = after.head == token and clause.preposition(after, self.grammar) is None
        return [after] if beside else []

    def _named_stranger(self, token: Token) -> Token | None:
        """The name that stands with an office and no list knows, wherever the tree hung it."""
        near = [p for p in _name_parts(token) if p.pos_ == "PROPN" and not self.mentions.get(p.i)]
        if near:
            return near[0]
        case = token.morph.get("Case", [])
        if not case:
            return None
        for word in token.subtree:
            free = word.i > token.i and word.pos_ == "PROPN" and not self.mentions.get(word.i)
            bare = word.text[:1].isupper() and not any(c.dep_ == "case" for c in word.children)
            if free and bare and word.morph.get("Case", []) == case and _in_title(word, token):
                return word
        return None

    def _is_current(self, token: Token) -> bool:
        """Does a definite office mean whoever holds it at the document's date?"""
        former = self.grammar.words("former") | self.grammar.words("each")
        before = [t for t in token.subtree if t.i < token.i]  # "the then British minister"
        return _is_definite(token) and not any(
            t._.lexeme in former for t in (*before, *token.children)
        )

    def _holder(self, offices: list[Any], country: str | None) -> Any:
        for office in (i for m in offices for i in m.ids):
            seat = country or getattr(self.world.offices.get(office), "country", None)
            found = self.world.holder(office, seat, self._as_day) if seat else None
            if found is not None:
                return found
        return None

    def _body(self, token: Token) -> Party | None:
        for mention in self.named(token, "organisation", "metonym"):
            kind: ActorType = "organisation" if mention.type == "organisation" else "government"
            country = self.world.country_of(mention) if mention.type == "metonym" else None
            place = None
            if mention.type == "metonym":
                place = PlaceMention(
                    name=mention.text, mention=mention.text, country=country, span=self.span(token)
                )
            actor = ActorMention(
                name=self._title(mention),
                mention=self.phrase(token),
                id=next(iter(mention.ids), None) if kind == "organisation" else None,
                type=kind,
                country=country,
                span=self.span(token),
            )
            return Party(token, actor, place, True)
        return None

    def _state_or_place(self, token: Token) -> Party | None:
        beside = {"flat", "compound"}
        describing = self.grammar.words("describing_state") | self.grammar.words("place_noun")
        describing |= self.grammar.words("role_of_state")
        if token._.lexeme in describing:
            beside.add("appos")  # "Республика Абхазия", "le royaume du Maroc"
        for part in [token, *[c for c in token.children if c.dep_ in beside]]:
            for mention in self.named(part, "country", "city", "region", "grouping"):
                named = part == token or part.dep_ == "appos"
                if named or mention.start <= token.idx < mention.end:
                    return self._geographic(token, mention)
        if token._.lexeme in self.grammar.words("place_noun"):
            return self._place_of(token)
        return None

    def _place_of(self, noun: Token) -> Party | None:
        """ "The resort of Sochi", "la ville de Genève": the place that bears the name."""
        of = self.grammar.words("of")
        for part in clause.children(noun, "nmod"):
            if clause.preposition(part, self.grammar) in of:
                for mention in self.named(part, "city"):
                    return self._geographic(noun, mention)
        return None

    def _capital(self, token: Token) -> Party | None:
        """ "The Syrian capital", "столица Катара": the city that it is."""
        country = self._country(token) if token._.lexeme in self.grammar.words("capital") else None
        if country is None:
            return None
        state = self.world.countries.get(country)
        city = state.capital if state is not None else None
        name = self.world.city_name(city, country, self.lang) if city else self.phrase(token)
        called = [c for c in clause.children(token, "appos", "flat") if c.pos_ == "PROPN"]
        name = _full_name(called[0]) if called else name
        place = PlaceMention(
            name=name, mention=self.phrase(token), country=country, span=self.span(token)
        )
        return Party(token, None, place, True)

    def _geographic(self, token: Token, mention: Any) -> Party:
        name, country = self._title(mention), self._country_of(mention)
        span = TextSpan(start=mention.start, end=mention.end, text=mention.text)
        region = mention.ids[0] if mention.type in {"region", "grouping"} and mention.ids else None
        city = mention.ids[0] if mention.type == "city" else None
        place = PlaceMention(
            name=name, mention=mention.text, id=city, country=country, region=region, span=span
        )
        actor: ActorMention | None = None
        if mention.type in {"country", "grouping", "region"} or self._is_capital(mention):
            kind: ActorType = (
                "state"
                if mention.type == "country"
                else ("government" if mention.type == "city" else "group")
            )
            actor = ActorMention(
                name=name, mention=mention.text, id=country, type=kind, country=country, span=span
            )
        counted = mention.type == "region" and bool(clause.children(token, "nummod"))
        known = mention.type in {"country", "city", "grouping"}
        return Party(token, actor, place, counted or known)

    def _described(self, token: Token) -> Party | None:
        """ "Die usbekische Delegation", "Rebellen": a body or group by its noun."""
        rule = self.nouns.get(token._.lexeme)
        demonym = next(iter(self.named(token, "nationality")), None)
        if (rule is None and demonym is None) or self._is_counted(token):
            return None
        country = self._country(token) or self._country_of_head(token)
        actor = ActorMention(
            name=self.phrase(token),
            mention=self.phrase(token),
            type=rule.type if rule else "group",
            country=country,
            span=self.span(token),
        )
        named = token._.lexeme in self.grammar.words("describing_state")
        states = named and rule is not None and clause.has(token, "Number", "Plur")
        proper = rule is not None and rule.type == "state" and self._is_named_state(token)
        diplomatic = rule is not None and rule.diplomatic and not self._is_municipal(token)
        known = bool(country) or states or proper or diplomatic
        place = PlaceMention(name=actor.name, mention=actor.mention, span=actor.span)
        return Party(
            token,
            actor,
            place if proper else None,
            known,
            anaphoric=rule is not None
            and not country
            and token._.lexeme in self.grammar.words("describing_state"),
        )

    def _is_counted(self, token: Token) -> bool:
        """ "De précieux conseils": a word for a body of state that in the plural means another."""
        counted = token._.lexeme in self.grammar.words("counted_body")
        return counted and clause.has(token, "Number", "Plur")

    def _is_municipal(self, token: Token) -> bool:
        """ "The town council", "l'assemblée communale": a body of less than a state."""
        words = self.grammar.words("municipal")
        return any(c._.lexeme in words for c in clause.children(token, "amod", "compound"))

    def _is_named_state(self, token: Token) -> bool:
        """ "Бухарский эмират", "королевство Ляо", "Byzanz": a realm that no list has, by name."""
        if token.pos_ == "PROPN" and (common := self.nouns.get(token._.lexeme)):
            return common.diplomatic or not token.is_sent_start  # there, any word has a capital
        beside = [c for c in token.children if c.dep_ in {"amod", "appos", "flat", "nmod"}]
        names = [c for c in beside if clause.preposition(c, self.grammar) is None]
        written = [c for c in names if c.text[:1].isupper() and not c.is_sent_start]
        return clause.has(token, "Number", "Sing") and bool(written)

    def _stranger(self, token: Token) -> Party | None:
        """A proper name that no list knows: kept as written, never guessed to be somebody."""
        named = self._behind_courtesy(token)
        if named is not None:
            actor = ActorMention(
                name=_full_name(named),
                mention=self.phrase(token),
                type="person",
                span=self.span(token),
            )
            return Party(token, actor, None, False)
        if token.pos_ != "PROPN" or token._.lexeme in self.grammar.words("day_part"):
            return None
        if clause.children(token, "nummod") or token._.lexeme in self.things:
            return None  # "20 Millionen Euro", "Zölle"
        title = next(
            (
                c
                for c in token.children
                if c.dep_ in NAME_RELATIONS | {"dep"}
                and (self.named(c, "office") or self._is_title(c))
            ),
            None,
        )
        name = _full_name(token)
        actor = ActorMention(
            name=name,
            mention=self.phrase(token),
            type="person" if title is not None or _is_regnal(token) else "unknown",
            country=self._country(token) or (self._country(title) if title is not None else None),
            office=title.text if title is not None else None,
            span=self.span(token),
        )
        place = PlaceMention(name=name, mention=name, span=self.span(token))
        if _is_regnal(token):
            return Party(token, actor, None, True)
        return Party(token, actor, place, title is not None)

    def _behind_courtesy(self, token: Token) -> Token | None:
        """ "M. Benjamin", "Frau Weber": the name that the form of address stands before."""
        if token._.lexeme not in self.grammar.words("courtesy") or token.i + 1 >= len(self.doc):
            return None
        name = self.doc[token.i + 1]
        return name if name.pos_ == "PROPN" and name.head == token else None

    # ------------------------------------------------------------------ parts
    def _is_title(self, token: Token) -> bool:
        rule = self.nouns.get(token._.lexeme)
        return rule is not None and rule.type == "person" and rule.diplomatic

    def _office_title(self, token: Token) -> str | None:
        for part in [token, *_name_parts(token)]:
            if self.named(part, "office") or self._is_title(part):
                return str(part.text)
        return None

    def _country(self, token: Token) -> str | None:
        """The state a noun belongs to: by adjective, genitive, apposition or its own compound."""
        kinds = ("nationality", "country", "metonym", "city")
        near = [token, *(c for c in token.children if self._is_near(c))]
        near += [g for c in near[1:] if c.dep_ == "nmod" for g in c.children if self._is_near(g)]
        for part in near:
            for mention in self.named(part, *kinds):
                if mention.type in {"country", "metonym", "city"} and part.dep_ in {"obl", "appos"}:
                    continue
                return self._country_of(mention)
        inside = self._state_in_title(token)
        return inside or next((p.actor.country for p in self.principals(token) if p.actor), None)

    def _state_in_title(self, token: Token) -> str | None:
        """ "The U.S. ambassador", where the whole is the name of an office."""
        for mention in self.named(token, "office"):
            first, *rest = mention.text.split()
            found = self.world.find(first, self.lang) if rest and first[:1].isupper() else ()
            for one in found:
                if one.type in {"country", "nationality"}:
                    return self._country_of(one)
        return None

    def principals(self, token: Token) -> list[Party]:
        """ "A spokesman for Poland": for whom a noun of speaking for somebody speaks."""
        if token._.lexeme not in self.grammar.words("speaker"):
            return []
        links = self.grammar.words("behalf") | self.grammar.words("of")
        found = [c for c in token.children if clause.preposition(c, self.grammar) in links]
        parties = (self.party(t) for t in found)
        return [p for p in parties if p is not None]

    def _country_of_head(self, token: Token) -> str | None:
        """ "The Sharon government", "Kohl's cabinet": the country of the person it belongs to."""
        for child in token.children:
            if child.dep_ in {"compound", "nmod:poss", "nmod"} and self.named(child, "person"):
                party = self._person(child)
                return party.actor.country if party and party.actor else None
        return None

    def _is_near(self, child: Token) -> bool:
        """Does the child say whose the noun is, not where something happens?"""
        if child.dep_ not in NAME_RELATIONS:
            return False
        of = self.grammar.words("of")
        preposition = clause.preposition(child, self.grammar)
        return preposition is None or preposition in of

    def _country_of(self, mention: Any) -> str | None:
        code: str | None = self.world.country_of(mention)
        return code

    def _is_capital(self, mention: Any) -> bool:
        return mention.type == "city" and bool(self.world.government_of(mention))

    def _title(self, mention: Any) -> str:
        """The canonical name of a country, city, region or body in the document's language."""
        key = mention.ids[0]
        if mention.type == "country":
            return str(self.world.country_name(key, self.lang))
        if mention.type == "city":
            city = self.world.cities[key]
            return str(self.world.city_name(city.name, city.country, self.lang))
        region = self.world.regions.get(key)
        names = region.names.get(self.lang) if region is not None else None
        return str(next(iter(names), mention.text)) if names else str(mention.text)

    # ------------------------------------------------------------------ words
    def phrase(self, token: Token) -> str:
        """The noun phrase as written, without relative clauses and what is coordinated."""
        return self.span(token).text

    def span(self, token: Token) -> TextSpan:
        """The characters of the noun phrase."""
        inside = [token, *self._inside(token)]
        low = min(t.i for t in inside)
        high = max(t.i for t in inside)
        # only the unbroken run around the head: a phrase never jumps over other words
        kept = {t.i for t in inside}
        first, last = token.i, token.i
        while first - 1 >= low and (first - 1 in kept or self._is_hyphen(first - 1, kept)):
            first -= 1
        while last + 1 <= high and (last + 1 in kept or self._opens_name(last + 1, kept)):
            last += 1
        if last + 1 < len(self.doc) and self.doc[last + 1].text[0] in self.closing:
            last += any(t.text[0] in self.opening for t in self.doc[first : last + 1])
        piece: Span = self.doc[first : _hyphened(self.doc, last) + 1]
        return TextSpan(start=piece.start_char, end=piece.end_char, text=piece.text)

    def _is_hyphen(self, sign: int, kept: set[int]) -> bool:
        """ "The Guinea-Bissau delegation": a hyphen between two words of the phrase."""
        tight = not self.doc[sign].whitespace_ and not self.doc[sign - 1].whitespace_
        return self.doc[sign].text == "-" and tight and sign - 1 in kept

    def _opens_name(self, quote: int, kept: set[int]) -> bool:
        """ "The agency «Xinhua»": a quotation mark inside the phrase, before a name of it."""
        return self.doc[quote].text[0] in self.opening and quote + 1 in kept

    def _inside(self, token: Token, deep: bool = False) -> list[Token]:
        """The words of the phrase: no clause, no date, no place that the whole event lies in."""
        found: list[Token] = []
        for child in token.children:
            titled = child.dep_ == "dep" and child.pos_ in {"NOUN", "PROPN"}
            if (child.dep_ in LEFT_OUT and not titled) or child.i in self.dated:
                continue
            marks = [c for c in child.children if c.dep_ in {"case", "det"}]
            if deep and any(c.lower_ in self.grammar.words("place") for c in marks):
                continue
            found.extend([child, *self._inside(child, deep=True), *marks])
        return found


def _is_written_as_name(mention: Any) -> bool:
    """ "La réunion" is no island: the last word of a country or city has a capital."""
    last = mention.text.split()[-1]
    return mention.type not in {"country", "city"} or not last[:1].islower()


def _tokens(doc: Doc, start: int, end: int) -> Iterable[Token]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None else ()


def _name_parts(token: Token) -> list[Token]:
    """Names that stand beside a title, or titles beside a name, in the same case."""
    parts = [c for c in token.children if c.dep_ in {"flat", "compound", "appos", "dep"}]
    parts += [c for c in token.children if _agrees(c, token)]
    return parts + [g for c in parts for g in c.children if g.dep_ in {"flat", "compound"}]


def _agrees(name: Token, title: Token) -> bool:
    """ "президента Путина", "M. Karis": a bare name in its title's own case is no possessor.

    Nor is it in "premier ministre irakien X", with the title's adjective between.
    """
    between = title.doc[title.i + 1 : name.i]
    beside = name.i > title.i and all(t.head == title and t.dep_ == "amod" for t in between)
    if name.dep_ != "nmod" or name.pos_ != "PROPN" or not beside:
        return False
    if len(between) and any(c.dep_ == "case" for c in name.children):
        return False
    return name.morph.get("Case", []) == title.morph.get("Case", [])


def _in_title(name: Token, title: Token) -> bool:
    """Does the name hang below the title by names and bare genitives only?"""
    while name != title:
        if name.dep_ not in NAME_RELATIONS or any(c.dep_ == "case" for c in name.children):
            return False
        name = name.head
    return True


def _is_definite(token: Token) -> bool:
    if clause.children(token, "nummod"):  # "ни один президент"
        return False
    dets = [c for c in token.children if c.dep_ == "det"]
    return not dets or any(clause.has(d, "Definite", "Def") for d in dets)


def _is_regnal(token: Token) -> bool:
    """ "Louis XIV", "Alexander II.": only monarchs and popes are counted."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return bool(REGNAL.fullmatch(after.text)) and after.head in (token, token.head)


def _full_name(token: Token) -> str:
    beside = [c for c in token.head.children if c.dep_ == "flat" and token.dep_ == "flat"]
    names = [token, *(c for c in token.children if c.dep_ == "flat" and c.pos_ == "PROPN")]
    names += [c for c in beside if c.i > token.i and c.pos_ == "PROPN"]
    found: list[str] = []
    end = -1
    for word in sorted(names, key=lambda t: int(t.i)):
        if word.i > end:
            end = _hyphened(word.doc, word.i)
            found.append(word.doc[word.i : end + 1].text)
    return " ".join(found)


def _hyphened(doc: Doc, at: int) -> int:
    """ "al-Rashed": the last token of the word that hyphens make of several."""
    while at + 2 < len(doc) and doc[at + 1].text == "-":
        if doc[at].whitespace_ or doc[at + 1].whitespace_ or doc[at + 2].dep_ == "conj":
            break
        at += 2
    return at
