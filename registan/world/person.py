"""Find people in a text: surnames as written or as they sound, with the given names before them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from registan.world.name import (
    inflection_bases,
    last_part,
    likeness_of,
    surname_forms,
    to_surname_key,
)
from registan.world.name_word import name_words
from registan.world.noun import Mention
from registan.world.sound import hardened, is_cyrillic, rough, skeleton
from registan.world.store import map_persons, map_terms, read_people, read_women
from registan.world.tenure import general_offices
from registan.world.token import Token

OPENINGS = frozenset('.!?:„“«"»)(–—’')
ALONE = 0.9
NAMED_IN_FULL = 0.85
BACKED = 0.88
EXACT = 0.985
LONGEST_NAME = 6


class Support(NamedTuple):
    """What stands directly before a name: offices of a title, or a nationality, or an honorific."""

    offices: tuple[str, ...] = ()
    other: bool = False


def find_people(
    text: str, tokens: list[Token], lang: str, known: list[Mention], used: set[int]
) -> list[Mention]:
    """Find people among the words that no other name has taken."""
    before = {m.end: m for m in known if m.type in ("office", "nationality")}
    found: list[Mention] = []
    i = 0
    while i < len(tokens):
        size, mention = match_person(text, tokens, i, lang, before, used)
        if mention:
            found.append(mention)
        i += max(size, 1)
    return found


def match_person(
    text: str, tokens: list[Token], i: int, lang: str, before: dict[int, Mention], used: set[int]
) -> tuple[int, Mention | None]:
    """Match a run of capitalised words that ends in a surname, longest first."""
    if not tokens[i].text[0].isupper() or i in used or is_honorific(text, tokens[i]):
        return 0, None
    if tokens[i].key in name_words().openers:
        return 0, None
    run = name_run(text, tokens, i, used)
    support = find_support(text, tokens, i, before)
    stranger = precedes_stranger(run, lang) or begins_stranger(text, tokens, i, run, lang)
    stranger = stranger or follows_stranger(text, tokens, i, lang, before, used)
    alone = 1 + begins_family(run[0])  # words of a surname: "Al Saud"
    for size in range(len(run), alone if stranger else 0, -1):
        part = run[:size]
        if is_half_shouted(part) or is_torn(run, size):
            continue
        ids = identify(tuple(t.text for t in part), lang, support)
        if i > 0 and is_mister(text, tokens[i - 1], lang):
            ids = tuple(p for p in ids if p not in read_women())  # « M. Osmani » is not Vjosa
        if ids:
            start, end = part[0].start, part[-1].end
            if size < len(run) and begins_family(run[size]):
                size, end = len(run), run[-1].end  # "Mohammed bin Salman Al Saud"
            found = Mention(start=start, end=end, text=text[start:end], type="person", ids=ids)
            return size, found
    return 0, None


def begins_family(token: Token) -> bool:
    """Say whether a word is a capitalised particle of a family's name ("Al Saud")."""
    return token.text[0].isupper() and token.key in name_words().families


def is_torn(run: list[Token], size: int) -> bool:
    """Say whether a name would end before its father's ("Mohammed bin Hamad")."""
    after = run[size].text if size < len(run) else ""
    return bool({after, run[size - 1].text} & name_words().sons)


def is_half_shouted(part: list[Token]) -> bool:
    """Say whether some words are in capitals and others not: an abbreviation is no surname."""
    shouted = [t.text.isupper() for t in part if len(t.text) > 2]
    return any(shouted) and not all(shouted)


def is_honorific(text: str, token: Token) -> bool:
    """Say whether a word is `Mr`, `Herr` or the French `M.`, not an initial."""
    return token.key in name_words().honorifics and (
        len(token.text) > 1 or text[token.end : token.end + 1] == "."
    )


def is_mister(text: str, token: Token, lang: str) -> bool:
    """Say whether a word is an honorific of men; « M. » is one in French, else an initial."""
    initial = token.key == "m" and lang != "fr"
    return token.key in name_words().misters and not initial and is_honorific(text, token)


def name_run(text: str, tokens: list[Token], i: int, used: set[int]) -> list[Token]:
    """Collect words that may be one name: capitalised ones, and particles between them.

    Behind a hyphen the second half of a given name may be small ("Kim Jong-un").
    """
    run, halves = [tokens[i]], set()
    for j in range(i + 1, min(i + LONGEST_NAME, len(tokens))):
        gap, word = text[run[-1].end : tokens[j].start], tokens[j]
        initial = len(run[-1].text) <= 2 and gap == ". "
        if gap not in (" ", "-", "'", "’", "\u00a0", ".") and not initial:
            break
        if gap == "-" and len(run) > 1 and word.text.islower():
            halves.add(word)
        elif not (word.text[0].isupper() or word.key in name_words().joining) or (
            j in used and gap == " "
        ):
            break
        run.append(word)
    while not (run[-1].text[0].isupper() or run[-1] in halves):
        run.pop()
    return run


def follows_stranger(
    text: str, tokens: list[Token], i: int, lang: str, before: dict[int, Mention], used: set[int]
) -> bool:
    """Say whether a given name that is not his stands before a surname (`Alexander Thompson`).

    German nouns have capitals too: there only a known given name counts, or a word after a title.
    """
    if i == 0 or i - 1 in used:
        return False
    if follows_particle(text, tokens, i, used):
        return True
    last = tokens[i - 1]
    if text[last.end : tokens[i].start] not in (" ", ". ", "-") or not last.text[0].isupper():
        return False
    if is_honorific(text, last) or last.key in name_words().calendar:
        return False
    if last.key in name_words().openers:
        return tokens[i].text.endswith("s")  # "The Huns", but not "The Biden plan"
    if text[last.end : tokens[i].start] == "-" and is_well_known(last):
        return False  # "the Biden-Xi summit"
    if is_given(last) or find_support(text, tokens, i - 1, before) != Support():
        return True
    opens = last.start == 0 or bool(OPENINGS & set(text[max(0, last.start - 2) : last.start]))
    return lang != "de" and not opens and not last.text.isupper()


def follows_particle(text: str, tokens: list[Token], i: int, used: set[int]) -> bool:
    """Say whether a particle in small letters ties a surname to a given name ("João da Costa")."""
    if i < 2 or i - 2 in used or tokens[i - 1].text not in name_words().joining:
        return False
    gaps = text[tokens[i - 2].end : tokens[i].start].split(tokens[i - 1].text)
    return gaps == [" ", " "] and tokens[i - 2].text[0].isupper() and is_given(tokens[i - 2])


def is_given(token: Token) -> bool:
    """Say whether a word is a given name of somebody known."""
    known = read_people().index.given
    if to_surname_key(token.text) in known:
        return True
    return (
        len(token.text) > 3 and is_cyrillic(token.text) and "~" + rough(token.text, "ru") in known
    )


def is_well_known(token: Token) -> bool:
    """Say whether a word alone names somebody known by surname ("Obama", also a given name)."""
    people = read_people()
    key = to_surname_key(token.text)
    found = people.index.exact.get(key, ())
    return key not in people.index.weak and any(p in people.index.notable for p in found)


def precedes_stranger(run: list[Token], lang: str) -> bool:
    """Say whether a word that is also a given name is followed by a surname of somebody unknown.

    Not where a surname stands before another's name ("vor Obama George W. Bush").
    """
    if len(run) < 2 or not is_given(run[0]):
        return False
    rest = tuple(token.text for token in run[1:])
    return not (is_well_known(run[0]) and identify(rest, lang, Support()))


def begins_stranger(text: str, tokens: list[Token], i: int, run: list[Token], lang: str) -> bool:
    """Say whether a surname of somebody known goes on as another's name ("Zia Ahmad").

    So it does before a title that stands behind given names ("Ибрагим-паша"), or before one or two
    names that are nobody's alone. A German noun may have a surname's letters, not a given name's.
    """
    after = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    if text[tokens[i].end : after.start] in (" ", "-") and after.key in name_words().behind:
        return True
    rest = run[1:]
    if not 0 < len(rest) < 3 or identify(tuple(t.text for t in rest), lang, Support()):
        return False
    return all(is_given(t) or (lang != "de" and is_family(t)) for t in rest)


def is_family(token: Token) -> bool:
    """Say whether a word is a surname of somebody known."""
    known = read_people().index.exact
    return any(to_surname_key(base) in known for base in inflection_bases(token.text))


def find_support(text: str, tokens: list[Token], i: int, before: dict[int, Mention]) -> Support:
    """Find a title, nationality or honorific directly before a word."""
    end = tokens[i].start
    while end > 0 and text[end - 1] in " \u00a0\n,":
        end -= 1
    mention = before.get(end)
    if mention and mention.type == "office":
        return Support(offices=mention.ids)
    return Support(other=mention is not None or (i > 0 and is_honorific(text, tokens[i - 1])))


@lru_cache(maxsize=16384)
def identify(words: tuple[str, ...], lang: str, support: Support) -> tuple[str, ...]:
    """Give the ids of the people whom these words may name, likeliest first; empty if none."""
    people = read_people()
    scored = []
    for position in candidates(words, lang):
        person = people.persons[position]
        score = likeness_of(person, words, lang)
        notable = position in people.index.notable
        held = has_held(person.id, support.offices)
        if is_acceptable(words, score, notable, held, support):
            scored.append(
                (not held, -round(score, 3), not notable, -last_year(person.id), person.id)
            )
    best: dict[str, str] = {}
    for entry in sorted(scored):
        best.setdefault(map_persons()[entry[-1]].name, entry[-1])
    return tuple(best.values())[:8]


def has_held(person: str, offices: tuple[str, ...]) -> bool:
    """Say whether a person ever held one of the offices that a title means."""
    return any(
        {term.office, *general_offices().get(term.office, ())} & set(offices)
        for term in map_terms().get(person, ())
    )


def is_acceptable(
    words: tuple[str, ...], score: float, notable: bool, held: bool, support: Support
) -> bool:
    """Decide whether a likeness is enough: less is asked where given names or a title back it."""
    if len(words) > 1:
        initials = all(len(word) == 1 for word in words[:-1])
        return score >= (EXACT if initials else NAMED_IN_FULL)
    index = read_people().index
    keys = [to_surname_key(base) for base in inflection_bases(words[0])]
    if keys[0] in index.never or len(words[0]) < 2:
        return False
    if support.offices and score >= BACKED:
        return score >= EXACT or (held and len(skeleton(words[0], "en")) > 2)
    if support.other and score >= EXACT:
        return True
    short = len(words[0]) < 3 and words[0].lower() not in name_words().short
    if any(key in index.weak for key in keys) or short:
        return False
    # A likeness without identity of letters needs a long name: short sounds agree by chance.
    if score < EXACT and len(skeleton(words[0], "en")) < 4:
        return False
    return notable and score >= ALONE


def candidates(words: tuple[str, ...], lang: str, wide: bool = False) -> list[int]:
    """Positions of people whose surname may be among the words.

    By sound too where none is spelled so, or if `wide`.
    """
    index = read_people().index
    found: dict[int, None] = {}
    for surname in surname_forms(words):
        for base in inflection_bases(surname):
            found.update(dict.fromkeys(index.exact.get(to_surname_key(base), ())))
    if found and len(words) == 1 and not wide:
        return list(found)
    for surname in surname_forms(words)[:2]:
        for base in inflection_bases(surname):
            for written in hardened(last_part(base)):
                if len(key := skeleton(written, lang)) > 1:
                    found.update(dict.fromkeys(index.sound.get(key, ())))
    return list(found)


def last_year(person: str) -> int:
    """The year of a person's latest term, to order people of one name."""
    years = [int((term.end or "2030")[:4]) for term in map_terms().get(person, ())]
    return max(years, default=0)
