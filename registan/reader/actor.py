"""From a noun in a tree to an actor or place: names, offices, nationalities, descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from registan.languages import Grammar, Lexicon, load, load_grammar
from registan.model import ActorMention, PlaceMention
from registan.model import Span as TextSpan
from registan.model.report import ActorType
from registan.reader import clause
from registan.reader.mending import mend_tree
from registan.reader.mention import MentionFinder, tokens_of
from registan.reader.phrase import Phrases, full_name
from registan.reader.tree import Doc, Token
from registan.reader.when import DateMention
from registan.world.name_word import name_words

NAME_RELATIONS = frozenset(
    {"flat", "compound", "appos", "nmod", "dep", "goeswith", "amod", "nmod:poss"}
)
SILENT = frozenset({"PUNCT", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "ADV", "NUM", "DET", "PRON"})
NEAR_NAME = 2  # characters between a name and the "Jr." behind it
REGNAL = re.compile(r"(?!X\b)(?=[IVX])(X{0,2})(IX|IV|V?I{1,3}|V|(?<=X))\.?")


class Party(NamedTuple):
    """What a token stands for: an actor, a place, or both (a country is both)."""

    token: Token
    actor: ActorMention | None
    place: PlaceMention | None
    diplomatic: bool
    anaphoric: bool = False


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
        self.dates = dates
        self.dated = {t.i for d in dates for t in tokens_of(doc, d.start, d.end)}
        self.doc, self.lang, self.world, self.as_of = doc, lang, world, as_of
        self.lexicon: Lexicon = load(lang)
        self.grammar: Grammar = load_grammar(lang)
        self.nouns = self.lexicon.actor_nouns
        self.mentions = MentionFinder(doc, lang, world, self.dated).find()
        self.proven: set[str] = set()  # strangers who met officials
        of_measures = (r for r in self.lexicon.events if r.kind == "measure")
        self.things = {n for r in of_measures for n in r.nouns}
        pacts = (r for r in self.lexicon.events if r.kind == "agreement")
        self.signing = {v for r in pacts for v in (*r.verbs, *r.light)}
        mend_tree(doc, lang, self.mentions, self.dated)
        self.phrases = Phrases(doc, self.grammar, self.dated)
        self._parties: dict[int, Party | None] = {}
        self.as_day = as_of if as_of and as_of[:4].isdigit() else None

    def party(self, token: Token) -> Party | None:
        """What the token's noun phrase stands for; None where it is nothing that acts or lies."""
        if token.i not in self._parties:
            self._parties[token.i] = self._resolve(token)
        return self._parties[token.i]

    def named(self, token: Token, *types: str) -> list[Any]:
        """Mentions of these types that cover the token."""
        return [m for m in self.mentions.get(token.i, ()) if m.type in types]

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
        behind = [*self._holder_named(token), *self._holder_below(token)]
        for part in [token, *_name_parts(token), *behind]:
            for mention in self.named(part, "person"):
                if part != token and self._is_owner(part, mention, token):
                    continue
                if part.dep_ == "compound" and self._is_named_after(token, mention):
                    continue
                person = self.decide(mention, token)
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

    def _is_named_after(self, noun: Token, mention: Any) -> bool:
        """ "The Carter Center": what bears a person's name is not the person."""
        inside = mention.start <= noun.idx < mention.end
        titled = self.named(noun, "office") or noun.norm_ in self.nouns
        return noun.pos_ == "PROPN" and not inside and not titled and mention.end < noun.idx

    def _is_owner(self, name: Token, mention: Any, title: Token) -> bool:
        """ "Ein Sprecher Macrons": behind a title with an article only an owner bears an -s."""
        speaks = title.norm_ in self.grammar.words("speaker")
        if self.grammar.words("drops_subject"):  # "пресс-секретаря Путина", of one word
            return speaks and name.dep_ == "nmod" and " " not in mention.text
        if not self.grammar.words("closed_compounds") or name.i < title.i:
            return False
        known = self.world.persons
        names = {w for i in mention.ids if i in known for w in known[i].name.casefold().split()}
        last = mention.text.casefold().split()[-1]
        inflected = last.endswith("s") and last not in names and last[:-1] in names
        speaks = speaks or title.norm_ in self.grammar.words("nameless")
        return inflected and (speaks or bool(clause.children(title, "det")))

    def _shared_country(self, mention: Any, token: Token) -> str | None:
        """The state that an undecided name is of: as written, or the same for all who bear it."""
        known = self.world.persons
        countries = {known[i].country for i in mention.ids if i in known}
        return self._country(token) or (countries.pop() if len(countries) == 1 else None)

    def decide(self, mention: Any, token: Token) -> Any:
        """The one person that a name means here: by uniqueness, country, or office at the date."""
        known = self.world.persons
        people = [known[i] for i in mention.ids if i in known]
        if len({frozenset(p.name.casefold().split()) for p in people}) == 1:
            return people[0]  # "Fumio Kishida" and "Kishida Fumio" are one
        country = self._country(token)
        if country and " " not in mention.text and all(p.country != country for p in people):
            return None  # "Saudi Arabia's Crown Prince Mohammed": none of the kings of Morocco
        words = {*mention.text.casefold().split()}
        written = [p for p in people if words.issuperset(_without_generation(p.name))]
        if " " not in mention.text:  # "King Abdullah" is not Abdullah Abdullah
            written = [p for p in written if p.name.casefold().split().count(*words) == 1]
        if len(written) == 1:
            return written[0]  # "Mohammad Javad Zarif", and nobody whose name sounds alike
        if len(written) > 1:  # father and son: as "Jr." says, or by their offices
            people = written
            said = self._generation(mention)
            found = self.world.who(f"{mention.text} {said}", self.lang, self.as_day) if said else []
            if found and found[0].id in known:
                return known[found[0].id]
            return self._in_office(people, self._day_told(token)) or self._in_office(
                people, self.as_day
            )
        if country:
            same = [p for p in people if p.country == country]
            if len(same) == 1:
                return same[0]
            people = same or people
        return self._in_office(people, self.as_day)

    def _in_office(self, people: list[Any], day: str | None) -> Any:
        """The only one of several who held an office on a day."""
        holding = [p for p in people if day and self.world.office_at(p.id, day)]
        return holding[0] if len(holding) == 1 else None

    def _day_told(self, token: Token) -> str | None:
        """The one date that a sentence names, if it names its year."""
        first, last = token.sent.start_char, token.sent.end_char
        told = {d.value for d in self.dates if first <= d.start < last and d.explicit and d.value}
        day = told.pop() if len(told) == 1 else None
        return day if day and day[:4].isdigit() else None

    def _generation(self, mention: Any) -> str | None:
        """ "Jr." behind a name, as written."""
        after = next((t for t in self.doc if t.idx >= mention.end and not t.is_punct), None)
        if after is None or after.idx - mention.end > NEAR_NAME:
            return None
        said = name_words().generation(after.lower_.rstrip("."))
        return str(after.text) if said is not None else None

    def _office(self, token: Token) -> Party | None:
        """An office without a name: its holder, where country and date decide it."""
        rule = self.nouns.get(token.norm_)
        offices = [] if self._is_in_office(token) else self.named(token, "office")
        secret = self._heads_agency(token)
        titled = rule is not None and rule.type == "person" and not self._is_in_place(token)
        if not offices and not titled and not secret:
            return None
        stranger = self._named_stranger(token)
        country = self._country(token)
        holder = None
        several = clause.has(token, "Number", "Plur")  # "US presidents rarely came": none of them
        if stranger is None and self.as_day and offices and self.is_current(token) and not several:
            holder = self.holder_of(offices, country)
        actor = ActorMention(
            name=holder.name
            if holder
            else (full_name(stranger) if stranger is not None else self.phrase(token)),
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
            not secret and holder is None and stranger is None and country is None,
        )

    def _heads_agency(self, title: Token) -> bool:
        """ "The director of the CIA": of an agency or an international organisation."""
        heads, agencies = self.grammar.words("agency_head"), self.grammar.words("agency")
        of = [c for c in clause.children(title, "nmod", "compound") if self.is_near(c)]
        named = any(c.lower_ in agencies or self.named(c, "organisation") for c in of)
        return title.norm_ in heads and named

    def _is_in_office(self, word: Token) -> bool:
        """« Conseiller à la sécurité nationale »: what an office is for is nobody."""
        below = word.dep_ == "nmod" and bool(clause.children(word, "case"))
        return below and any(
            m in self.named(word, "office") for m in self.named(word.head, "office")
        )

    def _is_in_place(self, word: Token) -> bool:
        """ "Port-au-Prince": a title inside the longer name of a place is nobody's."""
        places = self.named(word, "city", "country", "region")
        return any(m.end - m.start > len(word.norm_) for m in places)

    def _is_local(self, title: Token) -> bool:
        """ "Лидер партии", "председатель клуба": a title in something that is no state's."""
        private = self.grammar.words("private_body")
        owners = [c for c in title.children if c.dep_ == "nmod" and c.pos_ == "NOUN"]
        return bool(private) and any(
            clause.preposition(c, self.grammar) is None
            and (c.norm_ in private or c.norm_ not in self.nouns)
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
        own = [
            c for c in token.children if c.dep_ == "appos" and c.i > after.i and _agree(c, token)
        ]
        owner = own and clause.has(after, "Case", "Gen") and not _agree(after, token)
        return [after] if beside and not owner else []  # "пресс-секретарь Путина Песков"

    def _holder_below(self, title: Token) -> list[Token]:
        """ "Главы МИД Литвы X": a name in the title's case behind its body, and no other's."""
        case = title.morph.get("Case", []) if self.named(title, "office") else []
        below = [t for t in title.subtree if t.i > title.i and self.named(t, "person")]
        found = []
        for name in below if case else ():
            around = [a for a in clause.ancestors(name) if title.is_ancestor(a)]
            others = [m for a in around for m in self.named(a, "office", "person")]
            others = [m for m in others if not m.start <= title.idx < m.end]
            titled = bool(others) or any(self._is_title(a) for a in around)
            same = name.morph.get("Case", []) == case and name.dep_ in {"appos", "nmod"}
            if same and not titled and _in_title(name, title):
                found.append(name)
        return found[:1]

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

    def is_current(self, token: Token) -> bool:
        """Does a definite office mean whoever holds it at the document's date?"""
        former = self.grammar.words("former") | self.grammar.words("each")
        before = [t for t in token.subtree if t.i < token.i]  # "the then British minister"
        return _is_definite(token) and not any(
            t.norm_ in former for t in (*before, *token.children)
        )

    def holder(self, title: Token, side: Party) -> Party | None:
        """Who holds the office of a title in the state of a party, on the document's day."""
        country = side.actor.country if side.actor and self.as_day else None
        person = self.holder_of(self.named(title, "office"), country) if country else None
        if person is None:
            return None
        actor = ActorMention(
            name=person.name,
            mention=self.phrase(title),
            id=person.id,
            type="person",
            country=person.country,
            office=title.text,
            span=self.span(title),
        )
        return Party(title, actor, None, True)

    def holder_of(self, offices: list[Any], country: str | None) -> Any:
        """Who held one of the offices on the document's day, in a country or the office's own."""
        for office in (i for m in offices for i in m.ids):
            seat = country or getattr(self.world.offices.get(office), "country", None)
            found = self.world.holder(office, seat, self.as_day) if seat else None
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
        if token.norm_ in describing or self._is_place_noun(token):
            beside.add("appos")  # "Республика Абхазия", "le royaume du Maroc"
        for part in [token, *[c for c in token.children if c.dep_ in beside]]:
            for mention in self.named(part, "country", "city", "region", "grouping"):
                named = part == token or part.dep_ == "appos"
                if named or mention.start <= token.idx < mention.end:
                    return self.geographic(token, mention)
        if self._is_place_noun(token):
            return self._place_of(token)
        return None

    def _is_place_noun(self, noun: Token) -> bool:
        """ "Insel", and "Karibikinsel" where compounds are one word."""
        words, word = self.grammar.words("place_noun"), noun.norm_
        closed = bool(self.grammar.words("closed_compounds")) and noun.pos_ == "NOUN"
        return word in words or (closed and word.endswith(tuple(w for w in words if len(w) > 4)))

    def _place_of(self, noun: Token) -> Party | None:
        """ "The resort of Sochi", "la ville de Genève": the place that bears the name."""
        of = self.grammar.words("of")
        for part in clause.children(noun, "nmod"):
            if clause.preposition(part, self.grammar) in of:
                for mention in self.named(part, "city"):
                    return self.geographic(noun, mention)
                if part.pos_ == "PROPN" and not self.mentions.get(part.i):
                    called = full_name(part)  # that no list knows
                    place = PlaceMention(name=called, mention=called, span=self.span(noun))
                    return Party(noun, None, place, False)
        for name in clause.children(noun, "appos", "flat"):
            bare = name.pos_ == "PROPN" and not self.mentions.get(name.i)
            if bare and clause.preposition(noun, self.grammar) in self.grammar.words("place"):
                place = PlaceMention(
                    name=full_name(name), mention=self.phrase(noun), span=self.span(noun)
                )
                return Party(noun, None, place, False)
        return None

    def _capital(self, token: Token) -> Party | None:
        """ "The Syrian capital", "столица Катара": the city that it is."""
        country = self._country(token) if token.norm_ in self.grammar.words("capital") else None
        if country is None:
            return None
        state = self.world.countries.get(country)
        city = state.capital if state is not None else None
        name = self.world.city_name(city, country, self.lang) if city else self.phrase(token)
        called = [c for c in clause.children(token, "appos", "flat") if c.pos_ == "PROPN"]
        name = full_name(called[0]) if called else name
        place = PlaceMention(
            name=name, mention=self.phrase(token), country=country, span=self.span(token)
        )
        return Party(token, None, place, True)

    def geographic(self, token: Token, mention: Any) -> Party:
        """A place by its name; states, groupings and capitals act, too."""
        name, country = self._title(mention), self.country_of(mention)
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
        rule = self.nouns.get(token.norm_)
        demonym = next(iter(self.named(token, "nationality")), None)
        if (rule is None and demonym is None) or self._is_counted(token) or self._is_bare(token):
            return None
        country = self._country(token) or self._country_of_head(token) or self._seat(token)
        actor = ActorMention(
            name=self.phrase(token),
            mention=self.phrase(token),
            type=rule.type if rule else "group",
            country=country,
            span=self.span(token),
        )
        named = token.norm_ in self.grammar.words("describing_state")
        states = named and rule is not None and clause.has(token, "Number", "Plur")
        proper = rule is not None and rule.type == "state" and self._is_named_state(token)
        diplomatic = rule is not None and rule.diplomatic and not self._is_municipal(token)
        diplomatic = diplomatic and not self._is_of_public(token)
        known = bool(country) or states or proper or diplomatic
        place = PlaceMention(name=actor.name, mention=actor.mention, span=actor.span)
        return Party(
            token,
            actor,
            place if proper else None,
            known,
            anaphoric=rule is not None
            and not country
            and token.norm_ in self.grammar.words("describing_state"),
        )

    def _is_counted(self, token: Token) -> bool:
        """ "De précieux conseils": a word for a body of state that in the plural means another."""
        counted = token.norm_ in self.grammar.words("counted_body")
        return counted and clause.has(token, "Number", "Plur")

    def _is_bare(self, token: Token) -> bool:
        """« Une visite d'État »: a state without article or name is no certain one."""
        words = self.grammar.words("describing_state")
        return (
            bool(self.grammar.words("bare_plural"))
            and token.norm_ in words
            and clause.preposition(token, self.grammar) in self.grammar.words("of")
            and [c.dep_ for c in token.children] == ["case"]
        )

    def _is_municipal(self, token: Token) -> bool:
        """ "The town council", "l'assemblée communale": a body of less than a state."""
        words = self.grammar.words("municipal")
        return any(c.norm_ in words for c in clause.children(token, "amod", "compound"))

    def _is_of_public(self, body: Token) -> bool:
        """ "A delegation of farmers": a body of plain people is no state's."""
        of, public = self.grammar.words("of"), self.grammar.words("public")
        members = [
            c for c in clause.children(body, "nmod") if clause.preposition(c, self.grammar) in of
        ]
        return any(c.norm_ in public and not self._country(c) for c in members)

    def _is_named_state(self, token: Token) -> bool:
        """ "Бухарский эмират", "королевство Ляо", "Byzanz": a realm that no list has, by name."""
        if token.pos_ == "PROPN" and (common := self.nouns.get(token.norm_)):
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
                name=full_name(named),
                mention=self.phrase(token),
                type="person",
                span=self.span(token),
            )
            return Party(token, actor, None, False)
        if token.pos_ != "PROPN" or token.norm_ in self.grammar.words("day_part"):
            return None
        if token.text.islower() and token.text.isascii() and len(token) > 3:
            return None  # "the policing agreement"
        if clause.children(token, "nummod") or token.norm_ in self.things:
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
        name = full_name(token)
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
        if token.norm_ not in self.grammar.words("courtesy") or token.i + 1 >= len(self.doc):
            return None
        name = self.doc[token.i + 1]
        return name if name.pos_ == "PROPN" and name.head == token else None

    def _is_title(self, token: Token) -> bool:
        beside = clause.children(token, "compound")  # "CIA director"
        written = [token.norm_, *(f"{c.lower_} {token.norm_}" for c in beside)]
        rules = [self.nouns[w] for w in written if w in self.nouns]
        return any(rule.type == "person" and rule.diplomatic for rule in rules)

    def _office_title(self, token: Token) -> str | None:
        for part in [token, *_name_parts(token)]:
            if self.named(part, "office") or self._is_title(part):
                return str(part.text)
        return None

    def _country(self, token: Token) -> str | None:
        """The state a noun belongs to: by adjective, genitive, apposition or its own compound."""
        kinds = ("nationality", "country", "metonym", "city")
        near = [token, *(c for c in token.children if self.is_near(c))]
        near += [g for c in near[1:] if c.dep_ == "nmod" for g in c.children if self.is_near(g)]
        for part in near:
            for mention in self.named(part, *kinds):
                if mention.type in {"country", "metonym", "city"} and part.dep_ in {"obl", "appos"}:
                    continue
                if mention.text.casefold() in self.grammar.words("shared_body"):
                    continue  # "Foreign Office spokesperson X", in Islamabad as in London
                return self.country_of(mention)
        inside = self._state_in_title(token) or self._signed_for(token)
        return inside or next((p.actor.country for p in self.principals(token) if p.actor), None)

    def _signed_for(self, title: Token) -> str | None:
        """ "Für Malta unterschrieb Ministerin X", "с мальтийской стороны подписала министр X"."""
        verb = title.head
        if title.dep_ not in clause.SUBJECTS or verb.norm_ not in self.signing:
            return None
        if not self.named(title, "office"):
            return None
        sides, behalf = self.grammar.words("signing_side"), self.grammar.words("signed_for")
        for one in clause.children(verb, *clause.OBLIQUES):
            beside = clause.children(one, "amod") if one.norm_ in sides else []
            for_ = [one] if clause.preposition(one, self.grammar) in behalf else []
            for part in (*beside, *for_):
                for mention in self.named(part, "nationality", "country"):
                    return self.country_of(mention)
        return None

    def _state_in_title(self, token: Token) -> str | None:
        """ "The U.S. ambassador", where the whole is the name of an office."""
        for mention in self.named(token, "office"):
            first, *rest = mention.text.split()
            found = self.world.find(first, self.lang) if rest and first[:1].isupper() else ()
            for one in found:
                if one.type in {"country", "nationality"}:
                    return self.country_of(one)
        return None

    def principals(self, token: Token) -> list[Party]:
        """ "A spokesman for Poland": for whom a noun of speaking for somebody speaks."""
        if token.norm_ not in self.grammar.words("speaker"):
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

    def _seat(self, body: Token) -> str | None:
        """ "The ministry in Vienna": of the state whose capital it sits in; no embassy does."""
        if body.norm_ not in self.grammar.words("seated"):
            return None
        for child in clause.children(body, "nmod", "obl"):
            if clause.preposition(child, self.grammar) in self.grammar.words("place"):
                for city in self.named(child, "city"):
                    return self.country_of(city) if self._is_capital(city) else None
        return None

    def is_near(self, child: Token) -> bool:
        """Does the child say whose the noun is, not where something happens?"""
        if child.dep_ not in NAME_RELATIONS:
            return False
        of = self.grammar.words("of")
        preposition = clause.preposition(child, self.grammar)
        return preposition is None or preposition in of or self._is_title_part(child)

    def _is_title_part(self, child: Token) -> bool:
        """ "Поверенный в делах Чили": the phrase belongs to the title."""
        return child.norm_ in self.grammar.words("title_part")

    def country_of(self, mention: Any) -> str | None:
        """The code of the country that a name is of or lies in."""
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

    def phrase(self, token: Token) -> str:
        """The noun phrase as written, without relative clauses and what is coordinated."""
        return self.span(token).text

    def span(self, token: Token) -> TextSpan:
        """The characters of the noun phrase."""
        return self.phrases.span(token)


def _name_parts(token: Token) -> list[Token]:
    """Names that stand beside a title, or titles beside a name, in the same case."""
    parts = [c for c in token.children if c.dep_ in {"flat", "compound", "appos", "dep"}]
    parts += [c for c in token.children if _agrees(c, token)]
    return parts + [g for c in parts for g in c.children if g.dep_ in {"flat", "compound"}]


def _is_field(noun: Token) -> bool:
    """ "(Ministre) de l'Intérieur": what a title is of."""
    return noun.dep_ == "nmod" and noun.pos_ == "NOUN" and bool(clause.children(noun, "case"))


def _agrees(name: Token, title: Token) -> bool:
    """ "президента Путина", "M. Karis": a bare name in its title's own case is no possessor.

    Nor is it in "premier ministre irakien X", "ministre de l'Intérieur X", with the title's
    adjective or its field between.
    """
    between = title.doc[title.i + 1 : name.i]
    own = {t for c in title.children if c.dep_ == "amod" or _is_field(c) for t in c.subtree}
    beside = name.i > title.i and all(t in own for t in between)
    if name.dep_ != "nmod" or name.pos_ != "PROPN" or not beside:
        return False
    if len(between) and any(c.dep_ == "case" for c in name.children):
        return False
    return name.morph.get("Case", []) == title.morph.get("Case", [])


def _agree(one: Token, other: Token) -> bool:
    """Do two words show the same case?"""
    return one.morph.get("Case", []) == other.morph.get("Case", [])


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


def _without_generation(name: str) -> list[str]:
    """The words of a name but for "Jr." and the like."""
    words = name.casefold().split()
    return [w for w in words if name_words().generation(w.rstrip(".")) is None]
