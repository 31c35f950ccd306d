"""Judge whether words in a text are a person's name.

Surname, given names, inflection, transliteration.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat

from registan.world.name_word import name_words
from registan.world.noun import Person
from registan.world.sound import (
    hardened,
    is_cyrillic,
    likeness,
    rough,
    spellings_of_states,
    strip_marks,
)
from registan.world.store import map_persons, read_people
from registan.world.token import fold_case

# Russian case endings of surnames; what remains is compared as a stem.
RUSSIAN_ENDINGS = re.compile(
    r"(?:ого|ому|ыми|ими|ами|ями|ых|их|ым|им|ой|ей|ом|ем|ём|ою|ею|ую|а|я|у|ю|е|ы|и)$"
)
GIVEN_LIKENESS = 0.62
# Given names of two syllables, written as one word on one side.
SAME_SYLLABLES = 0.85
# What `a` for another vowel costs in names whose script writes no vowels, and in others.
FREE_VOWEL, OTHER_VOWEL = 1.0, 1.5
PARTS = re.compile(r"[ \-'’]")
# Initials of two letters (`Sh. Mirziyoyev`).
DIGRAPHS = frozenset({"sh", "ch", "zh", "kh", "yu", "ya", "ts", "dz", "th", "ph", "dj", "ju", "ja"})


def to_surname_key(name: str) -> str:
    """Small letters without diacritics, words joined by blanks."""
    folded = fold_case(name)
    cyrillic = is_cyrillic(folded)
    plain = folded.replace("э", "е") if cyrillic else fold_case(strip_marks(name))
    return " ".join(plain.replace("-", " ").split())


@lru_cache(maxsize=16384)
def inflection_bases(word: str) -> tuple[str, ...]:
    """A name as written and without what an inflection may have added, the whole word first."""
    if not is_cyrillic(word):
        return (word, word[:-1]) if word.endswith("s") and len(word) > 3 else (word,)
    bases = [word]
    found = RUSSIAN_ENDINGS.search(word.lower())
    if found and found.start() >= 2 and len(word) >= 4:
        stem = word[: found.start()]
        if found.group() in ("ой", "ою", "ую"):
            return (word, stem + "а", stem + "ая", stem + "я")
        bases += [
            stem,
            stem + "а",
            stem + "я",
            stem + "й",
            stem + "ь",
            stem + "ий",
            stem + "ый",
            stem + "о",
        ]
    if len(word) > 5 and word.lower()[-1] in "аеу" and word.lower()[-2] in "бвгдзклмнпрстфхцчшщ":
        bases.append(word[:-2] + "е" + word[-2])
    return tuple(dict.fromkeys(bases))


def surname_forms(words: tuple[str, ...]) -> list[str]:
    """The parts of a name that may be the surname.

    Last word, last words with particles, first word.
    """
    forms = [words[-1]]
    for size in (2, 3, 4):
        if len(words) >= size:
            forms.append(" ".join(words[-size:]))
    if len(words) > 1:
        forms.append(words[0])
    return forms


@lru_cache(maxsize=16384)
def spellings(key: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """All names of a person by id: language, surname and given names of each spelling.

    Where people go by their given names (`Mahathir`), that counts as a surname too.
    """
    person = map_persons()[key]
    own = ("en", *spellings_of_states().get(person.country or "", ()))
    out = [(lang, name) for name in (person.name, *person.aka) for lang in own]
    out += [(lang, name) for lang, names in person.names.items() for name in names]
    found = [
        (lang, surname_in(person, name), tuple(given_words(person, name))) for lang, name in out
    ]
    if person.country in read_people().index.given_first:
        found += [(lang, name.split(" ")[0], tuple(name.split(" ")[1:])) for lang, name in out]
    return tuple(dict.fromkeys(found))


def surname_in(person: Person, name: str) -> str:
    """The surname in one spelling of a name: at the place where it stands in the main name."""
    if re.search(rf"(?<!\w){re.escape(person.surname)}(?!\w)", name):
        return person.surname
    words = name.split(" ")
    size = min(len(person.surname.split(" ")), max(len(words) - 1, 1))
    if person.name.startswith(person.surname) and person.name != person.surname:
        return " ".join(words[: 1 if len(words) < 3 else size])
    return " ".join(words[-size:]) if not re.fullmatch(r"[IVX]+\.?", words[-1]) else words[0]


def given_words(person: Person, name: str) -> list[str]:
    """The given names in one spelling, without a father's name (`Heydar oglu`)."""
    rest = name.replace(surname_in(person, name), " ", 1)
    words = [w for w in rest.replace(".", ". ").replace("-", " ").split() if w.strip(".")]
    marks = [i for i, w in enumerate(words) if w.lower() in name_words().fathers]
    return words[: marks[0] - 1] if marks and marks[0] > 1 else words


def likeness_of(person: Person, words: tuple[str, ...], lang: str) -> float:
    """Say how well words name a person, 0 to 1; 0 where given names or initials conflict."""
    best = 0.0
    if {"jr", "junior", "младший"} & {w.lower() for w in words} and not is_junior(person):
        return best
    if len(words) > 1 and fold_case(" ".join(words)) in map(fold_case, names_of(person)):
        return 1.0  # however many surnames there are: "Luiz Inácio Lula da Silva"
    index = read_people().index
    vowel = 0.0
    if person.country in index.transliterated:
        vowel = FREE_VOWEL if person.country in index.unwritten_vowels else OTHER_VOWEL
    for spelled, surname, given in spellings(person.id):
        for form, rest in splits(words, surname, is_surname_first(person)):
            score = surname_likeness(form, surname, lang, spelled, vowel)
            if score > best and given_agrees(rest, all_given(person.id), given, lang):
                best = score
    return best


def is_surname_first(person: Person) -> bool:
    """Say whether a person's surname stands before the given names (`Xi Jinping`)."""
    return person.name.startswith(person.surname + " ")


def is_junior(person: Person) -> bool:
    """Say whether a person is known as the younger of two."""
    return any(re.search(r"\b(Jr|junior|младший)\b", n) for n in names_of(person))


def names_of(person: Person) -> list[str]:
    """A person's full names in every spelling."""
    return [person.name, *person.aka, *(n for names in person.names.values() for n in names)]


@lru_cache(maxsize=16384)
def all_given(key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Given names in every spelling, with its language.

    `+` marks names whose surname stands first.
    """
    person = map_persons()[key]
    mark = "+" if is_surname_first(person) else ""
    return tuple((lang + mark, given) for lang, _, given in spellings(key))


def splits(
    words: tuple[str, ...], surname: str, surname_first: bool
) -> list[tuple[str, tuple[str, ...]]]:
    """Ways to divide words into surname and given names."""
    size = len(parts_of(surname))
    ways = [(" ".join(words[-size:]), words[:-size])] if len(words) >= size else []
    if size > 1:
        ways.append((words[-1], strip_particles(words[:-1])))
    if len(words) > 1 and (surname_first or to_surname_key(words[0]) == to_surname_key(surname)):
        ways.append((" ".join(words[:size]), words[size:]))
    return ways


def strip_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out particles at the end of given names (`Baschar al`)."""
    while words and words[-1] in name_words().particles:
        words = words[:-1]
    return words


@lru_cache(maxsize=65536)
def surname_likeness(form: str, surname: str, lang: str, spelled: str, vowel: float) -> float:
    """Compare a surname in a text with a person's.

    1 for the same letters, else by sound (at most 0.98). `vowel` is what another vowel costs where
    the name reached its script by transliteration, 0 where it did not.
    """
    best = 0.0
    target = to_surname_key(surname)
    for i, base in enumerate(inflection_bases(form)):
        key = to_surname_key(base)
        if key == target or (key == target.split(" ")[-1] and not is_double(surname)):
            return 1.0 if i == 0 else 0.99
        if squash(key) == squash(target):
            return 0.98
        if (not vowel and not is_cyrillic(base)) or is_other_gender(key, target):
            continue
        best = max(best, 0.98 * sound_likeness(base, surname, lang, spelled, vowel))
    return best


def is_double(surname: str) -> bool:
    """Say whether a surname is two that belong together (`Johnson-Smith`, not `al-Assad`)."""
    first, hyphen, _ = surname.partition("-")
    return bool(hyphen) and first.lower() not in name_words().particles


def squash(key: str) -> str:
    """Write `ae`, `oe`, `ue` as the plain vowel that folding leaves of an umlaut."""
    return key.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def is_other_gender(key: str, target: str) -> bool:
    """Say whether one of two surnames alone has the feminine ending (`Alijewa`, `Алиев`)."""
    return key.endswith(("a", "а")) != target.endswith(("a", "а"))


def parts_of(surname: str) -> list[str]:
    """The words of a surname; hyphens and apostrophes separate."""
    return [word for word in PARTS.split(surname) if word]


def last_part(surname: str) -> str:
    """The last word of a surname, without what is bound before it (`al-Assad`)."""
    return (parts_of(surname) or [""])[-1]


def sound_likeness(one: str, other: str, lang: str, spelled: str, vowel: float = 0.0) -> float:
    """Compare the last words of two surnames by their sounds.

    A different beginning is no likeness.
    """
    # In one language and script one name may vary inside, but its first letter is the same.
    written = [to_surname_key(last_part(name)) for name in (one, other)]
    if lang == spelled and written[0][:1] != written[1][:1]:
        return 0.0
    if not beginnings_agree(parts_of(one)[:-1], parts_of(other)[:-1], lang, spelled):
        return 0.0
    theirs = rough(last_part(other), spelled)
    return max(part_likeness(rough(w, lang), theirs, vowel) for w in hardened(last_part(one)))


def part_likeness(ours: str, theirs: str, vowel: float) -> float:
    """Compare two words by their sounds; other beginnings are no likeness."""
    if not ours or not theirs or (ours[0] != theirs[0] and {ours[0], theirs[0]} - set("iaugvf")):
        return 0.0
    return likeness(ours, theirs, vowel)


def beginnings_agree(ours: list[str], theirs: list[str], lang: str, spelled: str) -> bool:
    """Say whether the words before the last of two surnames agree; particles differ freely."""
    ours = [w for w in ours if w.lower() not in name_words().particles]
    theirs = [w for w in theirs if w.lower() not in name_words().particles]
    return len(ours) <= len(theirs) and all(
        any(likeness(rough(a, lang), rough(b, spelled)) >= GIVEN_LIKENESS for b in theirs)
        for a in ours
    )


def given_agrees(
    written: tuple[str, ...],
    known: tuple[tuple[str, tuple[str, ...]], ...],
    own: tuple[str, ...],
    lang: str,
) -> bool:
    """Say whether given names in a text fit a person: none conflicts, initials count as names."""
    names = [
        w
        for w in strip_particles(written)
        if w.lower() not in ("jr", "sr", "dr", "mr", "mrs", "m", "mme", "herr", "frau")
    ]
    if not names:
        return True
    if not initials_agree(names, known, lang) or not fathers_agree(names, known, lang):
        return False
    script = is_cyrillic("".join(names))
    known = tuple(k for k in known if k[1] and is_cyrillic("".join(k[1])) == script) or known
    return any(one_agrees(names, given, spelled, lang) for spelled, given in known if given)


def initials_agree(
    names: list[str], known: tuple[tuple[str, tuple[str, ...]], ...], lang: str
) -> bool:
    """Say whether middle initials stand where some full spelling of the name has them (`George
    W.`, not `H. W.`).
    """
    middle = [(i, n) for i, n in enumerate(names) if i > 0 and len(n.strip(".")) == 1]
    full = [(spelled, given) for spelled, given in known if len(given) > 1]
    if not middle or not full:
        return True
    return any(
        all(i < len(given) and same_given(n, given[i], spelled, lang) for i, n in middle)
        for spelled, given in full
    )


def fathers_agree(
    names: list[str], known: tuple[tuple[str, tuple[str, ...]], ...], lang: str
) -> bool:
    """Say whether the father named in a text ("Mohammed bin Salman Al Saud") is the one of some
    spelling of the name, where any names one: of one family many have one given name.
    """
    father = father_in(names)
    fathers = [(spelled, own) for spelled, given in known if (own := father_in(given))]
    if not father or not fathers:
        return True
    return any(same_given(father, own, spelled, lang) for spelled, own in fathers)


def father_in(names: Sequence[str]) -> str | None:
    """The word behind the first "son of" in given names; None without one."""
    marks = [i for i, w in enumerate(names[:-1]) if w.lower() in name_words().sons]
    return names[marks[0] + 1] if marks else None


def one_agrees(names: list[str], given: tuple[str, ...], spelled: str, lang: str) -> bool:
    """Compare given names written with those of one spelling.

    The first must be one of them, initials too.
    """
    found = [
        i
        for i, g in enumerate(given)
        if same_given(names[0], g, spelled, lang) and may_stand_for(names[0], g, i)
    ]
    if not found:
        return False
    if found[0] and not all(any(same_given(n, g, spelled, lang) for g in given) for n in names):
        return False  # "Maria Costa Pereira" is not Aristides Maria Pereira
    # Names of two syllables after the surname (`Jong-un`, `Чен Ын`) differ in the second one.
    if spelled.endswith("+") and 1 in (len(names), len(given)) and len(names) != len(given):
        ours, theirs = (rough("".join(w), to) for w, to in ((names, lang), (given, spelled[:-1])))
        return likeness(ours, theirs) >= SAME_SYLLABLES
    if spelled.endswith("+") and len(names) == len(given):
        return all(map(same_syllable, names, given, repeat(spelled), repeat(lang)))
    if spelled.endswith("+"):
        return all(any(same_syllable(n, g, spelled, lang) for g in given) for n in names)
    return True


def same_syllable(word: str, known: str, spelled: str, lang: str) -> bool:
    """Compare syllables of a given name: one letter is no initial here (`Ким Ё Чжон`)."""
    if len(word) == 1:
        return to_surname_key(word) == to_surname_key(known)
    bare = word[:-1] if word.endswith("s") and lang in ("de", "en") else word
    return any(same_given(w, known, spelled, lang) for w in {word, bare})


def may_stand_for(written: str, known: str, position: int) -> bool:
    """A full name is matched by an initial only where that is the first given name."""
    return len(written.strip(".")) == 1 or len(known.strip(".")) > 1 or position == 0


@lru_cache(maxsize=16384)
def same_given(word: str, known: str, spelled: str, lang: str) -> bool:
    """Compare two given names: equal letters, an initial, or alike in sound."""
    spelled = spelled.rstrip("+")
    ours, theirs = to_surname_key(word).strip("."), to_surname_key(known).strip(".")
    if not ours or not theirs:
        return False
    if ours in DIGRAPHS and theirs.startswith(ours):
        return True
    if is_cyrillic(ours) == is_cyrillic(theirs) and is_breath(ours[0], theirs[0]):
        return False  # "Ahmad" is not "Hamid"
    if min(len(ours), len(theirs)) == 1:
        if is_cyrillic(ours) == is_cyrillic(theirs):
            return ours[0] == theirs[0]
        return sound_initial(word, lang) == sound_initial(known, spelled)
    for base in (form for written in inflection_bases(word) for form in hardened(written)):
        if to_surname_key(base) == theirs:
            return True
        sound = rough(base, lang)
        for other in (rough(form, spelled) for form in hardened(known)):
            begin = {sound[:1], other[:1]}
            if "" in begin or (len(begin) > 1 and not begin <= first_sounds(lang, spelled)):
                continue
            if likeness(sound, other) >= GIVEN_LIKENESS + 0.1:
                return True
    return False


def is_breath(one: str, other: str) -> bool:
    """Say whether of two first letters one is an `h` and the other a vowel."""
    return bool({one, other} & set("hх")) and bool({one, other} & set("aeiouyаеиоуэюя"))


def first_sounds(lang: str, spelled: str) -> frozenset[str]:
    """First sounds of given names that may be one: vowels, and what German `j` is elsewhere."""
    return frozenset("iaus" if "de" in (lang, spelled) and lang != spelled else "iau")


def sound_initial(word: str, lang: str) -> str:
    """The first sound of a name, for initials across scripts."""
    text = rough(word.strip(".")[:2], lang) or strip_marks(word).lower()
    return text[:1]
