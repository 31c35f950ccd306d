"""A sentence as claims are read from it: its offices, persons, places and dates, and the cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from registan.reader.claim_cue import MASKS, Cue, Words, find_cues, load_words, mask
from registan.reader.claim_tree import in_clause_with, is_object, token_at
from registan.reader.tree import Span as Sentence
from registan.reader.when import DateMention

YEAR = re.compile(r"(?<![\d.,-])(?:1[89]\d\d|20\d\d)(?![\d.,]?\d)")
DESCRIBES = frozenset({"det", "amod", "nummod", "det:poss"})
BARE_NAME = frozenset({"nsubj", "nsubj:pass", "flat", "appos"})
PLACES = frozenset({"country", "city", "region", "grouping"})
GENERAL = {
    "head-of-state": "president", "head-of-government": "prime minister",
    "foreign-minister": "foreign minister", "vice-president": "vice president",
    "party-leader": "party general secretary", "supreme-leader": "leader",
}  # fmt: skip
AMERICAN = {
    "us-president": "US president", "us-vice-president": "US vice president",
    "us-secretary-of-state": "US secretary of state",
}  # fmt: skip
# A bare title beside "US", "American" is the American office of that kind.
NATIONAL = {
    "president": "US president", "head of state": "US president", "leader": "US president",
    "vice president": "US vice president", "foreign minister": "US secretary of state",
}  # fmt: skip


class Office(NamedTuple):
    """An office in a sentence: plain English words, its country or region if any is said."""

    start: int
    end: int
    words: str
    country: str | None
    region: str | None
    qualifier: str | None
    indefinite: bool
    as_role: bool
    bare: bool


class Named(NamedTuple):
    """A person, place or nationality as named in a sentence."""

    start: int
    end: int
    text: str
    type: str
    ids: tuple[str, ...]


class Dated(NamedTuple):
    """A date in a sentence: EDTF, and its role (at, since, until, before, after)."""

    start: int
    end: int
    edtf: str
    role: str


COUNTED_PLACES = frozenset({"count_places", "count_visits"})
# Slots whose words tell of a visit.
VISITS = ("visit_strong", "visit_verb", "visit_noun", "host")


class Scene(NamedTuple):
    """One sentence: offsets are within it; `masked` has a letter of its class for each name.

    `sentence` is its tree; a part of a sentence has none.
    """

    text: str
    masked: str
    start: int
    lang: str
    offices: tuple[Office, ...]
    persons: tuple[Named, ...]
    places: tuple[Named, ...]
    dates: tuple[Dated, ...]
    cues: tuple[Cue, ...]
    words: Words
    sentence: Any = None

    def has(self, *effects: str) -> list[Cue]:
        """The cues with one of these effects."""
        return [cue for cue in self.cues if cue.effect in effects]

    def says(self, slot: str, plain: bool = False) -> tuple[re.Match[str], ...]:
        """Where the words of a slot stand in the masked sentence (`plain`: in its text)."""
        return _said(self.lang, slot, self.text if plain else self.masked)

    def visits(self, *more: str) -> list[re.Match[str]]:
        """Where words of visiting stand, or words of the slots named too."""
        return [match for slot in (*VISITS, *more) for match in self.says(slot)]

    @property
    def is_part(self) -> bool:
        """Is it one of several main clauses of its sentence?"""
        return self.sentence is not None and len(self.sentence) < len(self.sentence.sent)

    @property
    def asks(self) -> bool:
        """Is the sentence a question?"""
        return self.text.rstrip(" \n\t\u00a0\"”“»'").endswith("?")


@lru_cache(maxsize=2048)
def _said(lang: str, slot: str, text: str) -> tuple[re.Match[str], ...]:
    """Where a slot's words stand; one sentence is asked for the same slot many times."""
    return tuple(load_words(lang).patterns[slot].finditer(text))


def set_scene(
    sentence: Sentence, mentions: Sequence[Any], lang: str, dates: Sequence[DateMention]
) -> Scene:
    """Read one sentence of a document, given the document's mentions and dates."""
    text, at = sentence.text, sentence.start_char
    named = _named(sentence, mentions)
    known = [*named, *_strangers(sentence, named)]
    return make_scene(text, at, known, lang, _within(dates, at, at + len(text)), sentence)


def _within(dates: Sequence[DateMention], start: int, end: int) -> list[Dated]:
    """The document's dates that lie in a sentence, at the sentence's offsets."""
    return [
        Dated(d.start - start, d.end - start, d.value, d.role)
        for d in dates
        if start <= d.start and d.end <= end
        if d.value and not d.form.startswith(("units", "last-units"))
    ]


def _named(sentence: Sentence, mentions: Sequence[Any]) -> list[Named]:
    """The document's mentions that lie in the sentence, at the sentence's offsets."""
    text, at = sentence.text, sentence.start_char
    inside = [m for m in mentions if at <= m.start and m.end <= at + len(text)]
    return [
        Named(m.start - at, m.end - at, m.text, m.type, tuple(m.ids))
        for m in inside
        if not _is_common_word(sentence, m) and not _is_first_name(sentence, m, inside)
    ]


def _is_first_name(sentence: Sentence, mention: Any, others: Sequence[Any]) -> bool:
    """Is what looks like a place part of the name of the person that follows ("Колина Пауэлла")?"""
    after = [m for m in others if m.type == "person" and m.start == mention.end + 1]
    if mention.type not in PLACES or not after:
        return False
    at = sentence.start_char
    token = token_at(sentence, mention.start - at)
    name = token_at(sentence, after[0].start - at)
    if token is None or name is None:
        return False
    return bool(name.dep_ == "flat" and name.head == token)


def _strangers(sentence: Sentence, known: list[Named]) -> list[Named]:
    """Names of two words or more that the world does not know, as the parser joins them."""
    found: list[Named] = []
    for token in sentence:
        parts = [c for c in token.children if c.dep_ == "flat" and c.i > token.i]
        if token.pos_ != "PROPN" or not parts or not token.text[:1].isupper():
            continue
        start = token.idx - sentence.start_char
        end = parts[-1].idx + len(parts[-1]) - sentence.start_char
        text = sentence.text[start:end]
        if end - start < 40 and re.fullmatch(r"[\w.'’-]+(?: [\w.'’-]+)+", text):
            found.append(Named(start, end, text, "person", ()))
    return [f for f in found if not _inside(f, [(k.start, k.end) for k in known])]


def make_scene(
    text: str, at: int, named: list[Named], lang: str, dates: list[Dated], sentence: Any = None
) -> Scene:
    """The scene of a sentence's text, names and dates, with its tree where there is one."""
    words = load_words(lang)
    offices = _offices(text, [n for n in named if not is_object(n, sentence)], words)
    taken = [(o.start, o.end) for o in offices]
    rest = [n for n in named if n.type != "office" and not _inside(n, taken)]
    persons = tuple(sorted(n for n in rest if n.type == "person"))
    nations = [n for n in rest if n.type == "nationality"]
    places = tuple(
        _widen(n, text, nations, words) for n in rest if n.type in PLACES or _is_place(n)
    )
    nations = [n for n in nations if not _inside(n, [(p.start, p.end) for p in places])]
    since = words.patterns["since"]
    told = tuple(
        d._replace(role="since") if in_clause_with(sentence, d.start, since) else d
        for d in _dates(text, words, dates)
        if not _inside(d, taken)
    )
    masked = mask(
        text,
        [("person", n.start, n.end) for n in persons]
        + [("place", n.start, n.end) for n in places]
        + [("nation", n.start, n.end) for n in nations]
        + [("office", o.start, o.end) for o in offices]
        + [("date", d.start, d.end) for d in told],
    )
    cues = tuple(c for c in find_cues(masked, lang) if not _is_of_whole(c, text, words))
    return Scene(
        text, masked, at, lang, tuple(offices), persons, (*places, *nations), told, cues, words,
        sentence,
    )  # fmt: skip


def _is_of_whole(cue: Cue, text: str, words: Words) -> bool:
    """Does it count no visits but say that all was visited ("all five states on one trip")?"""
    once = words.patterns["one_trip"].finditer(text)
    if any(m.start() <= cue.start and cue.end <= m.end() for m in once):
        return True
    every = words.patterns["all_places"].finditer(text) if cue.effect in COUNTED_PLACES else ()
    return any(m.start() <= cue.start < m.end() for m in every)  # "beide Länder besuchen"


def _is_common_word(sentence: Sentence, mention: Any) -> bool:
    """Is what looks like a surname an ordinary noun here, as the parser reads it?"""
    if mention.type != "person" or " " in mention.text:
        return False
    part = sentence.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    whole = part is not None and (part.start_char, part.end_char) == (mention.start, mention.end)
    if part is None or not whole or sentence.doc.lang_ != "de":
        return False
    return all(t.pos_ in {"NOUN", "ADJ", "VERB", "ADV"} and _is_described(t) for t in part)


def _is_described(token: Any) -> bool:
    """Does the word stand as ordinary nouns do, with an article or an attribute, or as no noun?

    A noun that stands bare as subject or beside a title is a name that the parser mistook.
    """
    if any(c.dep_ in DESCRIBES for c in token.children):
        return True
    if token.pos_ == "NOUN":
        return token.morph.get("Number") != ["Sing"] and token.dep_ not in BARE_NAME
    return token.dep_ not in BARE_NAME or not token.text[:1].isupper()


def _widen(name: Named, text: str, nations: list[Named], words: Words) -> Named:
    """A region with the word that narrows it: "sub-Saharan Africa", "Northern Asia"."""
    for nation in nations:
        if nation.end + 1 == name.start and name.type == "region":
            return Named(
                nation.start, name.end, text[nation.start : name.end], "region", nation.ids
            )
    narrow = re.search(rf"{words.patterns['narrower'].pattern}[ -]$", text[: name.start], re.I)
    if narrow and name.type == "region":
        return Named(narrow.start(), name.end, text[narrow.start() : name.end], "region", ())
    return name


def _is_place(named: Named) -> bool:
    return named.type == "metonym" or (
        named.type == "organisation" and "palestinian-authority" in named.ids
    )


def _inside(item: Any, taken: list[tuple[int, int]]) -> bool:
    return any(start < item.end and item.start < end for start, end in taken)


# ---------------------------------------------------------------------------- offices
def _offices(text: str, named: list[Named], words: Words) -> list[Office]:
    """The offices of a sentence, each with the state that is said beside it."""
    found: list[Office] = []
    for start, end, name, american in _titles(text, named, words):
        if any(start < o.end and o.start < end for o in found):
            continue
        found.append(_office(text, named, words, start, end, name, american))
    return sorted(found, key=lambda o: o.start)


def _titles(text: str, named: list[Named], words: Words) -> list[tuple[int, int, str, bool | None]]:
    """Titles (start, end, plain words, is it American: yes, or not said), the surest first."""
    titles: list[tuple[int, int, str, bool | None]] = []
    for one in named:
        if one.type == "office":
            known = next((AMERICAN[i] for i in one.ids if i in AMERICAN), None)
            if known:
                titles.append((one.start, one.end, known, True))
    for match in words.patterns["us_office"].finditer(text):
        value = str(words.read("us_office", match.group()))
        titles.append((match.start(), match.end(), value, None))
    for match in words.patterns["office"].finditer(text):
        titles.append((match.start(), match.end(), str(words.read("office", match.group())), None))
    for one in named:
        if one.type == "office" and (
            plain := next((GENERAL[i] for i in one.ids if i in GENERAL), "")
        ):
            titles.append((one.start, one.end, plain, None))
    return titles


def _office(
    text: str,
    named: list[Named],
    words: Words,
    start: int,
    end: int,
    name: str,
    american: bool | None,
) -> Office:
    country, region, left, right = "US" if american else None, None, start, end
    sure = american or _names_us(text[start:end], words)
    beside = None if sure else _beside(text, named, words, start, end)
    if beside is not None:
        country, region = _state_of(beside)
        left, right = min(left, beside.start), max(right, beside.end)
    plain = _plain(name, country, region)
    said_us = american or country == "US" or _names_us(text[start:end], words)
    before = text[max(0, left - 40) : left].lower()
    return Office(
        left, right, plain, "US" if said_us else country, region,
        _qualifier(text, left, right, words),
        _ends_with(before, words, "indefinite"), _is_role(before, words),
        not said_us and country is None and region is None,
    )  # fmt: skip


def _names_us(title: str, words: Words) -> bool:
    """Does the title say itself that it is American ("US-Präsident", "госсекретарь")?"""
    return words.patterns["of_us"].search(title) is not None


def _plain(name: str, country: str | None, region: str | None) -> str:
    """The office in plain words for its state: "US president" is "president" elsewhere."""
    if country == "US" and name in NATIONAL:
        return NATIONAL[name]
    if (country and country != "US") or region:
        return {"US president": "president", "US vice president": "vice president",
                "US secretary of state": "foreign minister"}.get(name, name)  # fmt: skip
    return name


def _beside(text: str, named: list[Named], words: Words, start: int, end: int) -> Named | None:
    """The adjective before or after a title, or the state whose title it is ("of Ghana")."""
    link, origin = words.patterns["of"].pattern, words.patterns["origin"].pattern
    era = words.patterns["era"].pattern
    for one in named:
        if one.type == "nationality" and re.fullmatch(
            r"\s(?:[\w'’-]+\s)?", text[one.end : start] or "x"
        ):
            return one
        if one.type == "nationality" and text[end : one.start] == " ":
            return one
        own = words.patterns["bare_state"].fullmatch(one.text)
        if one.type == "country" and re.fullmatch(
            rf"\s(?:{link}\s?){'?' if own else ''}(?:{era}\s)?", text[end : one.start] or "x", re.I
        ):
            return one
        if one.type in {"country", "region", "grouping"} and re.fullmatch(
            rf"\s(?:{link}|{origin})\s?", text[end : one.start] or "x", re.I
        ):
            return one
        if one.type in {"grouping", "organisation"} and text[one.end : start] in {" ", "-"}:
            return one
        if one.type == "country" and re.fullmatch(
            r"['’]s\s(?:[\w]+\s){0,2}", text[one.end : start] or "x"
        ):
            return one
        close = text[one.end : start] == " " and re.search(r"s$|^U\.?[SK]\.?A?\.?$", one.text)
        if one.type == "country" and close:
            return one
    return None


def _state_of(named: Named) -> tuple[str | None, str | None]:
    """The code of a state, or the region, that a name or adjective stands for."""
    first = named.ids[0] if named.ids else None
    if first and re.fullmatch(r"[A-Z]{2}", first):
        return first, None
    return None, first


def _qualifier(text: str, start: int, end: int, words: Words) -> str | None:
    around = f"{text[max(0, start - 25) : start]} {text[start:end]} {text[end : end + 25]}"
    if words.patterns["sitting"].search(around):
        return "sitting"
    before = text[max(0, start - 15) : start]
    if re.search(rf"{words.patterns['former'].pattern}\s?$", before, re.I):
        return "former"
    return None


def _is_role(before: str, words: Words) -> bool:
    """Does "as" stand before the office, and no number ("as the first president", "als zwei")?"""
    found = re.search(rf"{words.patterns['as_role'].pattern}\s((?:[^\s,]+\s)?)$", before, re.I)
    numbers = (words.patterns[slot] for slot in ("unique", "number"))
    return found is not None and not any(number.search(found.group(1)) for number in numbers)


def _ends_with(before: str, words: Words, slot: str) -> bool:
    return bool(re.search(rf"{words.patterns[slot].pattern}\s(?:[^\s,]+\s)?$", before, re.I))


# ---------------------------------------------------------------------------- dates
def _dates(text: str, words: Words, dates: list[Dated]) -> list[Dated]:
    """The dates of a sentence, and the bare years that no form takes for one."""
    since = words.patterns["since"].pattern
    so_far = [m.span() for m in words.patterns["so_far"].finditer(text)]
    found = [d for d in dates if not _inside(d, so_far)]  # "to this day" says nothing of when.
    for match in YEAR.finditer(text):
        if not any(d.start <= match.start() < d.end for d in found):
            found.append(Dated(match.start(), match.end(), match.group(), "at"))
    return sorted(_as_since(d, text, since) for d in found)


def _as_since(dated: Dated, text: str, since: str) -> Dated:
    """Mark a date that "since" governs over an article or a short phrase between."""
    before = text[max(0, dated.start - 60) : dated.start]
    near = re.search(rf"{since}\s(?:[^\s,;]+\s){{0,6}}$", before, re.I)
    whole = "/" in dated.edtf  # "С 2000 по 2008": its end is said too.
    return dated._replace(role="since") if near and not whole else dated


__all__ = ["MASKS", "Dated", "Named", "Office", "Scene", "make_scene", "set_scene"]
