"""Find people in a text: surnames as written or as they sound, with the given names before them."""

from __future__ import annotations

from functools import lru_cache

from registan.world.name import inflection_bases, likeness_of, surname_forms, to_surname_key
from registan.world.noun import Mention
from registan.world.sound import skeleton
from registan.world.store import map_persons, map_terms, read_people
from registan.world.token import Token

PARTICLES = {
    "von",
    "van",
    "der",
    "den",
    "de",
    "da",
    "del",
    "della",
    "di",
    "le",
    "la",
    "al",
    "el",
    "bin",
    "ben",
    "d",
    "ibn",
    "аль",
    "фон",
    "ван",
    "де",
    "эль",
}
ALONE_LIKENESS = 0.9
BACKED_LIKENESS = 0.8


def find_people(
    text: str, tokens: list[Token], lang: str, known: list[Mention], used: set[int]
) -> list[Mention]:
    """Find people among the words that no other name has taken."""
    backed = {m.end for m in known if m.type in ("office", "nationality")}
    found: list[Mention] = []
    i = 0
    while i < len(tokens):
        size, mention = match_person(text, tokens, i, lang, backed, used)
        if mention:
            found.append(mention)
        i += max(size, 1)
    return found


def match_person(
    text: str, tokens: list[Token], i: int, lang: str, backed: set[int], used: set[int]
) -> tuple[int, Mention | None]:
    """Match a run of capitalised words that ends in a surname, longest first."""
    if not is_name_word(tokens[i]) or i in used:
        return 0, None
    run = name_run(text, tokens, i, used)
    support = is_backed(text, tokens[i], backed)
    alone = not follows_stranger(text, tokens, i, lang, used)
    for size in range(len(run), 0, -1):
        words = [t.text for t in run[:size]]
        if size == 1 and not (alone and not precedes_stranger(run, lang)):
            continue
        ids = identify(tuple(words), lang, support)
        if ids:
            part = run[:size]
            return size, Mention(
                start=part[0].start, end=part[-1].end, text=text[part[0].start : part[-1].end],
                type="person", ids=ids,
            )  # fmt: skip
    return 0, None


def is_name_word(token: Token) -> bool:
    """Say whether a word is written like a name."""
    return (token.text[0].isupper() and len(token.text) > 1) or token.text[0].isupper()


def name_run(text: str, tokens: list[Token], i: int, used: set[int]) -> list[Token]:
    """Collect at most six words that may be one name: capitalised ones, and particles between them."""
    run = [tokens[i]]
    for j in range(i + 1, min(i + 6, len(tokens))):
        gap, word = text[run[-1].end : tokens[j].start], tokens[j]
        initial = len(run[-1].text) <= 2 and gap == ". "
        if gap not in (" ", "-", "'", "’", "\u00a0", ".") and not initial:
            break
        if not (word.text[0].isupper() or word.key in PARTICLES) or (j in used and gap == " "):
            break
        run.append(word)
    while run and not run[-1].text[0].isupper():
        run.pop()
    return run


def follows_stranger(text: str, tokens: list[Token], i: int, lang: str, used: set[int]) -> bool:
    """Say whether a given name that is not his stands before a surname (`Alexander Thompson`)."""
    if i == 0 or i - 1 in used or text[tokens[i - 1].end : tokens[i].start] not in (" ", ". ", "-"):
        return False
    before = tokens[i - 1]
    if not before.text[0].isupper() or before.key in NO_NAME:
        return False
    if to_surname_key(before.text) in read_people().index.given:
        return True
    opens = before.start == 0 or text[max(0, before.start - 2) : before.start].strip() in OPENINGS
    return lang != "de" and not opens and not before.text.isupper()


NO_NAME = {"mr", "mrs", "ms", "dr", "mme", "herr", "herrn", "frau", "m", "sir", "lord", "и", "г"}
OPENINGS = {".", "!", "?", ":", "„", "“", "«", '"', "»", ")", "(", "–", "—", "’", "'"}


def precedes_stranger(run: list[Token], lang: str) -> bool:
    """Say whether a word that is also a given name is followed by a surname of somebody unknown."""
    if len(run) < 2:
        return False
    first, follower = to_surname_key(run[0].text), run[1]
    return first in read_people().index.given and (lang != "de" or not follower.key.endswith("ung"))


def is_backed(text: str, token: Token, backed: set[int]) -> bool:
    """Say whether a title or nationality stands directly before a word."""
    before = token.start
    while before > 0 and text[before - 1] in " \u00a0\n,":
        before -= 1
    return before in backed


@lru_cache(maxsize=16384)
def identify(words: tuple[str, ...], lang: str, support: bool) -> tuple[str, ...]:
    """Give the ids of the people whom these words may name, likeliest first; empty if none."""
    people = read_people()
    scored = []
    for position in candidates(words, lang):
        person = people.persons[position]
        score = likeness_of(person, words, lang)
        if score <= 0:
            continue
        notable = position in people.index.notable
        if is_acceptable(words, score, notable, support):
            scored.append((-round(score, 3), not notable, -recent_year(person.id), person.id))
    best: dict[str, str] = {}
    for entry in sorted(scored):
        best.setdefault(people_name(entry[-1]), entry[-1])
    return tuple(best.values())[:8]


def people_name(key: str) -> str:
    """A person's main name: one person in two states' lists is named once."""
    return map_persons()[key].name


def is_acceptable(words: tuple[str, ...], score: float, notable: bool, support: bool) -> bool:
    """Decide whether a likeness is enough: less is asked where given names or a title back it."""
    index = read_people().index
    if len(words) > 1:
        return score >= BACKED_LIKENESS
    keys = [to_surname_key(base) for base in inflection_bases(words[0])]
    if any(key in index.never for key in keys[:1]) or len(words[0]) < 3:
        return False
    if support:
        return score >= BACKED_LIKENESS
    if any(key in index.weak for key in keys):
        return False
    # A likeness without identity of letters needs a long name: short sounds agree by chance.
    if score < 1 and len(skeleton(words[0], "en")) < 4:
        return False
    return notable and score >= ALONE_LIKENESS


def candidates(words: tuple[str, ...], lang: str) -> list[int]:
    """Positions of people whose surname may be among the words."""
    index = read_people().index
    found: dict[int, None] = {}
    for surname in surname_forms(words):
        for base in inflection_bases(surname):
            found.update(dict.fromkeys(index.exact.get(to_surname_key(base), ())))
    if not found or len(words) > 1:
        for surname in surname_forms(words)[:2]:
            for base in inflection_bases(surname):
                key = skeleton(base.split(" ")[-1], lang)
                if len(key) >= 2:
                    found.update(dict.fromkeys(index.sound.get(key, ())))
    return list(found)


def recent_year(person: str) -> int:
    """The year of a person's latest term, to order people of one name."""
    years = [int((t.end or "2030")[:4]) for t in map_terms().get(person, ())]
    return max(years, default=0)
