"""Find every name of the world in a text.

States, adjectives, places, groupings, organisations, people, offices.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import cast

from registan.world.compound import split_compound
from registan.world.name_word import name_words
from registan.world.noun import Mention, MentionType
from registan.world.person import Support, find_people, identify, is_given, is_well_known
from registan.world.store import LANGUAGES, Forms, read_forms
from registan.world.token import Token, tokenize

ARTICLES = frozenset({"the", "der", "die", "das", "dem", "den", "la", "le", "les"})
JOINERS = {
    " ",
    "-",
    "\u00a0",
    "\u2011",
    ". ",
    ".",
    ", ",
    "'",
    "’",
    "\n",
    " - ",
    "-\n",
    "–",
    " — ",
    "—",
    "\u202f",
}


@lru_cache(maxsize=len(LANGUAGES))
def longest_forms(lang: str) -> dict[str, int]:
    """For each first word of a form, how many words the longest form has that begins with it."""
    longest: dict[str, int] = {}
    for form in read_forms(lang):
        words = form.lstrip("=").split(" ")
        key = words[0].lower() if form.startswith("=") else words[0]
        longest[key] = max(longest.get(key, 0), len(words))
    return longest


@lru_cache(maxsize=2)
def find(text: str, lang: str) -> tuple[Mention, ...]:
    """Give the mentions in order of their offsets, longest match first, none overlapping another.

    A language without tables of its own is read with the English ones. A text's mentions are asked
    for by several of its readers in turn, so the last ones are remembered.
    """
    lang = lang if lang in LANGUAGES else "en"
    tokens = tokenize(text)
    mentions, used = find_known(text, tokens, lang)
    mentions += find_people(text, tokens, lang, mentions, used)
    return tuple(sorted(mentions, key=lambda m: m.start))


def find_known(text: str, tokens: list[Token], lang: str) -> tuple[list[Mention], set[int]]:
    """Find everything but people; give also the positions of the words used."""
    forms, longest = read_forms(lang), longest_forms(lang)
    mentions: list[Mention] = []
    used: set[int] = set()
    i = 0
    while i < len(tokens):
        size, mention = match_at(text, tokens, i, forms, longest, lang)
        if mention and size == 1 and is_surname(text, tokens, i, mention, used, lang):
            size, mention = 1, None
        if mention and size == 1 and is_given_name(text, tokens, i, mention, lang):
            size, mention = 1, None
        if mention and size > 1 and reaches_further(text, tokens, i, size, forms, longest, lang):
            size, mention = 1, None
        if lang in name_words().parted and (
            mention is None or (size == 1 and mention.type == "office")
        ):
            parted = match_parted(text, tokens, i, forms, longest, lang)
            size, mention = (1, parted) if parted else (size, mention)
        if mention is None and lang == "de":
            mentions += split_compound(tokens[i], forms)
        if mention is not None:
            mentions.append(mention)
            used.update(range(i, i + size))
        i += max(size, 1)
    return mentions, used


def reaches_further(
    text: str,
    tokens: list[Token],
    i: int,
    size: int,
    forms: Forms,
    longest: dict[str, int],
    lang: str,
) -> bool:
    """Say whether a name without the article ends later ("the West" in "the West Bank")."""
    if tokens[i].key not in ARTICLES:
        return False
    after, mention = match_at(text, tokens, i + 1, forms, longest, lang)
    return mention is not None and after + 1 > size


def is_surname(
    text: str, tokens: list[Token], i: int, mention: Mention, used: set[int], lang: str
) -> bool:
    """Say whether a place's name is a surname here: after a given name (`Michael Jordan`)."""
    if mention.type not in ("country", "city") or i == 0 or i - 1 in used:
        return False
    before = tokens[i - 1]
    gap = text[before.end : tokens[i].start]
    if gap != " " or not before.text[0].isupper() or before.key in ARTICLES:
        return False
    if is_given(before) and not is_well_known(before):
        return True
    return bool(identify((before.text, tokens[i].text), lang, Support()))  # "Мохамад Хасан"


def is_given_name(text: str, tokens: list[Token], i: int, mention: Mention, lang: str) -> bool:
    """Say whether a place's or body's name is that of a person known by it (`Duma Boko`)."""
    if mention.type not in ("city", "metonym") or i + 1 == len(tokens):
        return False
    after = tokens[i + 1]
    if text[tokens[i].end : after.start] != " " or not after.text[0].isupper():
        return False
    return bool(identify((tokens[i].text, after.text), lang, Support()))


def match_at(
    text: str, tokens: list[Token], i: int, forms: Forms, longest: dict[str, int], lang: str
) -> tuple[int, Mention | None]:
    """Match the longest form that begins at one word."""
    limit = min(longest.get(tokens[i].key, 0), len(tokens) - i)
    for size in range(limit, 0, -1):
        part = tokens[i : i + size]
        if not are_joined(text, part):
            continue
        rows = forms.get("=" + " ".join(t.text for t in part), [])
        rows = rows + forms.get(" ".join(t.key for t in part), [])
        chosen = choose(rows, part, lang)
        if chosen and not is_article(text, part, lang):
            return size, to_mention(text, part, chosen)
    return 0, None


def match_parted(
    text: str, tokens: list[Token], i: int, forms: Forms, longest: dict[str, int], lang: str
) -> Mention | None:
    """Match an office whose words a nationality parts ("глава немецкого МИД"), by its first."""
    limit = longest.get(tokens[i].key, 0)
    if limit < 2 or i + 2 >= len(tokens):
        return None
    size, inner = match_at(text, tokens, i + 1, forms, longest, lang)
    if inner is None or inner.type != "nationality" or not are_joined(text, tokens[i : i + 2]):
        return None
    for end in range(min(i + size + limit, len(tokens)), i + size + 1, -1):
        behind = tokens[i + 1 + size : end]
        rows = forms.get(" ".join(t.key for t in (tokens[i], *behind)), [])
        rows = [row for row in choose(rows, [tokens[i]], lang) if row[0] == "office"]
        if rows and are_joined(text, tokens[i + size : end]):
            return to_mention(text, [tokens[i]], rows)
    return None


def are_joined(text: str, part: list[Token]) -> bool:
    """Say whether only blanks, hyphens, dots or apostrophes stand between the words."""
    return all(
        text[a.end : b.start] in JOINERS or b.text == "+" or a.text == "+"
        for a, b in itertools.pairwise(part)
    )


def choose(rows: list[list[str]], part: list[Token], lang: str) -> list[list[str]]:
    """Keep the meanings whose case rule the text obeys, the likeliest first."""
    capital = part[0].text[:1].isupper()
    kept = [row for row in rows if row[1] in ("x", "l") or capital]
    return prefer_adjective(kept, part, lang)


def prefer_adjective(rows: list[list[str]], part: list[Token], lang: str) -> list[list[str]]:
    """A small-letter Russian or French form is an adjective, never a name."""
    if rows and not part[0].text[:1].isupper() and len(rows) > 1:
        rows = sorted(rows, key=lambda row: row[0] not in ("nationality", "office"))
    return rows


def is_article(text: str, part: list[Token], lang: str) -> bool:
    """Take apart abbreviations from words shouted in capitals (`US` in `JOIN US NOW`)."""
    word = part[0]
    if len(part) > 1 or len(word.text) > 3 or not word.text.isupper():
        return False
    around = text[max(0, word.start - 12) : word.start] + text[word.end : word.end + 12]
    letters = [c for c in around if c.isalpha()]
    return (
        word.key in ("us", "un", "eu", "who")
        and len(letters) > 8
        and all(c.isupper() for c in letters)
    )


def to_mention(text: str, part: list[Token], rows: list[list[str]]) -> Mention:
    """Make the mention of the first meaning.

    Ids of other meanings of the same type are in its row.
    """
    kind, _, *ids = rows[0]
    start, end = part[0].start, part[-1].end
    if text[end : end + 1] == "." and "." in text[start:end]:
        end += 1
    return Mention(
        start=start, end=end, text=text[start:end], type=cast(MentionType, kind), ids=tuple(ids)
    )
