"""The names in a document, token by token: found once, without namesakes, surnames recalled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from registan.languages import Grammar, Lexicon, load, load_grammar
from registan.reader import clause
from registan.reader.tree import Doc, Token
from registan.reader.trigger import TALKS
from registan.world.name import inflection_bases
from registan.world.name_word import name_words
from registan.world.sound import rough

LONGEST_ARTICLE = 3
MONEY = ("$", "€", "£")
STATE_NAMES = frozenset({"country", "nationality"})
NAMESAKES = frozenset({"country", "city", "region"})


class MentionFinder:
    """Finds the names of one document and gives them by token."""

    def __init__(self, doc: Doc, lang: str, world: Any, dated: set[int]) -> None:
        self.doc, self.lang, self.world, self.dated = doc, lang, world, dated
        self.lexicon: Lexicon = load(lang)
        self.grammar: Grammar = load_grammar(lang)
        self.nouns = self.lexicon.actor_nouns
        self.events = {n for r in self.lexicon.events if r.kind in TALKS for n in r.nouns}
        self.quotes = self.grammar.words("quote_pair")
        self.mentions: dict[int, list[Any]] = {}

    def find(self) -> dict[int, list[Any]]:
        """The names that cover each token, from the world's lists and from this text."""
        text = self.doc.text
        for mention in self.world.find(text, self.lang):
            if not _is_written_as_name(mention) or text[mention.end : mention.end + 1] in MONEY:
                continue  # "US$"
            mention = self._without_event(mention)
            tokens = list(tokens_of(self.doc, mention.start, mention.end))
            if mention.type == "person" and len(tokens) == 1 and self._is_common(tokens[0]):
                continue
            if mention.type == "person" and self._is_half_name(tokens):
                continue
            if mention.type == "person" and self._is_title_of_firm(text, mention):
                continue
            for token in tokens:
                self.mentions.setdefault(token.i, []).append(mention)
        self._drop_namesakes()
        self._drop_relatives()
        self._drop_strangers()
        self._recall_surnames()
        self._settle_states()
        return self.mentions

    def _without_event(self, mention: Any) -> Any:
        """ "Ein Besuch Wadephuls": what stands before a surname is the visit, and no first name."""
        if mention.type != "person" or " " not in mention.text:
            return mention
        tokens = list(tokens_of(self.doc, mention.start, mention.end))
        events = [t.i for t in tokens[:-1] if t.norm_ in self.events]
        if not events:
            return mention
        start = self.doc[events[-1] + 1].idx
        text = self.doc.text[start : mention.end]
        return msgspec.structs.replace(mention, start=start, text=text)

    def _is_half_name(self, tokens: list[Token]) -> bool:
        """ "Мухаммед" or "Салман" of "Мухаммед бин Салман": neither is who bears it alone."""
        words, doc = self.grammar.words("name_particle"), self.doc
        beside = [i for i in (tokens[0].i - 1, tokens[-1].i + 1) if 0 <= i < len(doc)]
        return any(doc[i].text in words for i in beside)

    def _is_title_of_firm(self, text: str, mention: Any) -> bool:
        """ "Компания «Газпром»": one name in quotation marks is a firm's, a ship's, a paper's."""
        around = text[mention.start - 1 : mention.start] + text[mention.end : mention.end + 1]
        return around in self.quotes and around != '""' and " " not in mention.text

    def _is_common(self, token: Token) -> bool:
        """Is what sounds like a surname a noun of the lists, or an adjective of a noun?"""
        listed = token.pos_ == "NOUN" and token.norm_ in self.nouns
        return listed or (token.pos_ == "ADJ" and token.dep_ == "amod") or self._is_of_place(token)

    def _is_of_place(self, token: Token) -> bool:
        """ "На Голубом Ниле": an adjective with a capital before another name is no surname."""
        endings = tuple(self.grammar.words("adjective_lemma"))
        if token.pos_ not in {"NOUN", "ADJ"} or not endings or token.i + 1 == len(self.doc):
            return False
        after = token.nbor()
        return token.lemma_.endswith(endings) and after.pos_ == "PROPN" and after.head == token

    def _drop_namesakes(self) -> None:
        """ "Abdoulaye Hassane" is not King Abdullah: a first name with another name behind it."""
        for token in self.doc[:-1]:
            after = token.nbor(1)
            titles = all(
                m.type == "office" or (m.type == "city" and not self._rules(m))
                for m in self.mentions.get(after.i, ())
            )  # "Абдулла Шах"; not "besuchte Duda Minsk"
            goes_on = after.pos_ == "PROPN" and after.dep_ == "flat" and titles
            if goes_on and after.text[:1].isupper():
                found = self.mentions.get(token.i, [])
                self._drop([m for m in found if self._is_namesake(m, after)])

    def _drop_relatives(self) -> None:
        """ "Akie Abe" is not Shinzo Abe: behind a given name that begins otherwise."""
        for token in self.doc[1:]:
            given = token.nbor(-1)
            if token.dep_ != "flat" or token.i not in self.mentions or given.pos_ != "PROPN":
                continue
            named = given in (token.head, *token.head.children) and given.text[:1].isupper()
            if not named or given.i in self.mentions or self._is_title(given):
                continue
            found = [m for m in self.mentions[token.i] if m.type == "person" and " " not in m.text]
            self._drop([m for m in found if self._begins_otherwise(m, given)])

    def _is_title(self, word: Token) -> bool:
        """ "Lord", "Sheikh", "Ayatollah", or no word at all ("J.")."""
        honorific = word.lower_ in name_words().honorifics | self.grammar.words("courtesy")
        return honorific or word.norm_ in self.nouns or not word.text.isalpha() or len(word) < 3

    def _begins_otherwise(self, mention: Any, name: Token) -> bool:
        known = [self.world.persons[i] for i in mention.ids if i in self.world.persons]
        given = {w for p in known for w in p.name.split() if w != p.surname}
        begins = {rough(w, "en")[:1] for w in given}
        return bool(known) and rough(name.text, self.lang)[:1] not in begins

    def _drop_strangers(self) -> None:
        """ "Ruth Mahama met X. Mahama said": the bare surname of whom the text has named in full,
        and no list knows, is not somebody on a list. "President Mahama" still is."""
        bare = [
            m for ms in self.mentions.values() for m in ms
            if m.type == "person" and " " not in m.text
        ]  # fmt: skip
        full = {m.text.split()[-1] for ms in self.mentions.values() for m in ms if " " in m.text}
        for mention in bare:
            same = [t for t in self.doc if t.text == mention.text and t.idx < mention.start]
            if mention.text in full or not any(self._is_strangers(t) for t in same):
                continue
            first = next(iter(tokens_of(self.doc, mention.start, mention.end)))
            before = first.nbor(-1) if first.i else first
            if not any(m.type == "office" for m in self.mentions.get(before.i, ())):
                self._drop([mention])
                first.pos_ = "PROPN"  # "Fall", "Fischer"

    def _is_strangers(self, surname: Token) -> bool:
        """A surname behind a given name, neither of which is on a list here."""
        if surname.is_sent_start or surname.i in self.mentions or surname.dep_ != "flat":
            return False
        given = surname.nbor(-1)
        known = given.i in self.mentions or given.lower_ in self.grammar.words("courtesy")
        return given.pos_ == "PROPN" and given.text[:1].isupper() and not known

    def _drop(self, mentions: list[Any]) -> None:
        """Take mentions back from all their tokens."""
        for mention in mentions:
            for token in tokens_of(self.doc, mention.start, mention.end):
                kept = [m for m in self.mentions.get(token.i, ()) if m != mention]
                self.mentions[token.i] = kept
                if not kept:
                    self.mentions.pop(token.i)

    def _is_namesake(self, mention: Any, after: Token) -> bool:
        """A person by one word, and the word behind it is no name of theirs.

        "Nigel Farage" is no town either; "Peking Manila" are two capitals.
        """
        placed = clause.children(after.head, "case") or self._is_capital(mention, after)
        if mention.type == "city" and not placed and after.idx == mention.end + 1:
            return " " not in mention.text
        if mention.type == "country" and after.idx == mention.end + 1:
            return self._is_given_name(after, mention)
        if mention.type != "person" or after.idx != mention.end + 1:
            return False
        known = [self.world.persons[i] for i in mention.ids if i in self.world.persons]
        names = {w for p in known for w in p.name.casefold().split()}
        last = mention.text.split()[-1].casefold()
        sounds_alike = last.isascii() and last not in names  # "Mohammad Jashim Uddin": not Asim
        return after.lower_ not in names and (" " not in mention.text or sounds_alike)

    def _is_capital(self, mention: Any, after: Token) -> bool:
        """Are both a state's capital?"""
        both = [mention, *self.mentions.get(after.i, ())]
        return len(both) > 1 and all(m.type == "city" and self._rules(m) for m in both)

    def _rules(self, city: Any) -> bool:
        """Does a city's name stand for a government?"""
        return bool(self.world.government_of(city))

    def _is_given_name(self, after: Token, mention: Any) -> bool:
        """ "Außenminister Israel Katz": between a title and a surname stands no state."""
        first = self.doc[max(after.i - 2, 0)]
        titled = any(m.type == "office" for m in self.mentions.get(first.i, ()))
        bare = mention.text == self.doc[after.i - 1].text and first.i == after.i - 2
        return titled and bare and " " not in mention.text

    def _recall_surnames(self) -> None:
        """Who has been named in full is meant by the surname alone, in whatever case."""
        full = {
            m.text.split()[-1]: m
            for ms in self.mentions.values()
            for m in ms
            if m.type == "person" and " " in m.text
        }
        full |= {name.partition("-")[2]: m for name, m in full.items() if _has_article(name)}
        full |= {m.text.split()[0]: m for m in full.values() if self._is_surname_first(m)}
        first = {m.text.split()[0] for m in full.values() if self._is_surname_first(m)}
        bases = {base: m for name, m in full.items() for base in self._bases(name)}
        for token in self.doc:
            if token.text in first and self._goes_on(token):
                continue  # "Wang Shihting" is not Wang Yi
            person = next((bases[b] for b in self._bases(token.text) if b in bases), None)
            if person and token.i not in self.dated and self._may_be(token, person):
                self._recall(token, person)
        given = {m.text.split()[0]: m for m in full.values()}
        for token in self.doc:
            if token.text in given and self._is_called_by_given_name(token):
                self._recall(token, given[token.text])

    def _bases(self, name: str) -> tuple[str, ...]:
        """A surname, and what it is without the ending of a case: "Rabukas", «Рабуку»."""
        return inflection_bases(name) if name[:1].isupper() else ()

    def _is_surname_first(self, mention: Any) -> bool:
        """ "Lee Jae-myung" is Lee, in whatever script."""
        people = [self.world.persons[i] for i in mention.ids if i in self.world.persons]
        first = [p.name.split()[0] == p.surname for p in people]
        turned = any(mention.text.split()[-1] == p.surname for p in people)
        return bool(first) and all(first) and not turned

    def _goes_on(self, token: Token) -> bool:
        """Does another word of a name follow that nobody known bears?"""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        name = after.pos_ == "PROPN" and after.text[:1].isupper() and after.i not in self.mentions
        return after != token and name and after.dep_ == "flat" and token.i not in self.mentions

    def _settle_states(self) -> None:
        """ "Congo" and "Congolese" are of the one state that other names of the text are of."""
        every = {m for ms in self.mentions.values() for m in ms}
        sure = {m for m in every if len(m.ids) == 1}
        states = {self.world.country_of(m) for m in sure}
        states |= {self.world.persons[m.ids[0]].country for m in sure if m.type == "person"}
        for place, found in self.mentions.items():
            self.mentions[place] = [self._settled(m, states) for m in found]

    def _settled(self, mention: Any, states: set[str | None]) -> Any:
        named = [code for code in mention.ids if code in states]
        if mention.type not in STATE_NAMES or len(mention.ids) == 1 or len(named) != 1:
            return mention
        return msgspec.structs.replace(mention, ids=tuple(named))

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
        titled = above.lower_ in self.grammar.words("courtesy") or above.norm_ in self.nouns
        another = token.dep_ == "flat" and above.i == token.i - 1 and above.pos_ == "PROPN"
        if another and not titled and above.i not in self.mentions:
            return False
        found = self.mentions.get(token.i, ())
        if found and all(m.type == "person" and m.text == token.text for m in found):
            ahead = person.end > token.idx  # who was named here, and not who sounds alike
            return not ahead or self._is_only_bearer(person, found)
        places = all(m.type in NAMESAKES and m.text == token.text for m in found)
        visits = {v for r in self.lexicon.events if r.kind == "visit" for v in r.verbs}
        located = clause.preposition(token, self.grammar) in self.grammar.words("place")
        located = located or (token.dep_ == "obj" and above.norm_ in visits)
        return not found or (places and not located and person.end <= token.idx)

    def _is_only_bearer(self, person: Any, found: Sequence[Any]) -> bool:
        """A headline's surname, of several: the one whom the text goes on to name in full."""
        several = {i for m in found for i in m.ids}
        whole = {i for ms in self.mentions.values() for m in ms if " " in m.text for i in m.ids}
        open_ = all(len(m.ids) > 1 for m in found)
        return open_ and several & whole == set(person.ids) and len(person.ids) == 1


def _has_article(surname: str) -> bool:
    """ "Al-Burhan", "аль-Газуани": headlines leave the article out."""
    article, _, name = surname.partition("-")
    return article.casefold() in name_words().particles and name[:1].isupper()


def _is_written_as_name(mention: Any) -> bool:
    """ "La réunion" is no island: but for articles a country's or city's words have capitals.

    Adjectives behind the name have none ("les Émirats arabes unis").
    """
    words = mention.text.split()
    named = [w for w in words if len(w) > LONGEST_ARTICLE] or words[-1:]
    return mention.type not in {"country", "city"} or any(not w[:1].islower() for w in named)


def tokens_of(doc: Doc, start: int, end: int) -> Iterable[Token]:
    """The tokens that a range of characters touches."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None else ()
