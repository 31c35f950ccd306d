"""Inflected forms of names, adjectives and titles, made when the world data is built.

German and French by their regular endings, English by plural and possessive, Russian by pymorphy3.
Too many forms do no harm (a form that nobody writes is never found); a missing form is a missed
name.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import Any

GERMAN_ADJECTIVE = re.compile(
    r"^(\w+(?:isch|igt|tional|zentral|ierend|ozial|ittler|ferner))(e|er|es|en|em)$", re.I
)
ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")
RUSSIAN_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def german_adjective(stem: str) -> set[str]:
    """`usbekisch` in all endings.

    An invariable adjective of place (`hongkonger`) stays as it is.
    """
    if stem.endswith("er"):
        return {stem, stem.capitalize()}
    return {stem + ending for ending in ADJECTIVE_ENDINGS}


def german_person(word: str) -> set[str]:
    """`Usbeke`, `Kanadier`, `Saudi`: cases, plural and feminine."""
    stem = word[:-1] if word.endswith("e") else word
    forms = {word, word + "s", word + "n", stem + "in", stem + "innen", stem + "en"}
    return forms | ({stem + "e", stem + "er"} if word.endswith("e") else set())


def german_name(name: str) -> set[str]:
    """A proper name with its genitive; adjectives inside it take all endings."""
    choices = [german_word_forms(word) for word in name.split(" ")]
    forms = {" ".join(parts) for parts in itertools.product(*choices)}
    return forms | {form + "s" for form in forms if not form.endswith(("s", "ß", "x", "z", "."))}


def german_word_forms(word: str) -> tuple[str, ...]:
    """The forms of one word inside a longer name: only adjectives change."""
    found = GERMAN_ADJECTIVE.match(word)
    if not found:
        return (word,)
    return tuple(found[1] + ending for ending in ("e", "en", "er", "es", "em"))


def german_title(title: str) -> set[str]:
    """An office title: cases and plural of its first word, feminine plural, adjective endings
    before it.
    """
    head, _, rest = title.partition(" ")
    rest = f" {rest}" if rest else ""
    if (
        head.endswith(("e", "er", "es", "en"))
        and rest
        and head[:1].islower() is False
        and is_german_adjective(head)
    ):
        stem = re.sub(r"(e|er|es|en)$", "", head)
        heads = {stem + e for e in ("e", "er", "en", "em", "es")}
        return {f"{h} {n}" for h in heads for n in german_title(rest.strip())}
    if head in ("stellvertretender", "stellvertretende", "stellvertretenden"):
        return {
            f"stellvertretende{e} {n}"
            for e in ("", "r", "n", "m")
            for n in german_title(rest.strip())
        }
    endings = ("", "nen") if head.endswith("in") else ("", "s", "es", "e", "en", "n")
    return {head + ending + rest for ending in endings}


def is_german_adjective(word: str) -> bool:
    """Say whether a title's first word is an adjective (`Oberster`, `Hoher`, `Nationaler`)."""
    return word in {"Oberster", "Obersten", "Hoher", "Nationaler", "Nationale", "Nationalen"}


def english_national(word: str) -> set[str]:
    """`Uzbek`, `Uzbeks`; words in -ese, -sh, -ch, -s have no plural."""
    if word.endswith("man"):
        return {word, word[:-3] + "men"}
    return {word} if word.endswith(("ese", "sh", "ch", "s", "ss")) else {word, word + "s"}


def english_title(title: str) -> set[str]:
    """A title and its plural (`secretaries of state`, `prime ministers`), hyphenated or not."""
    head, found, rest = re.match(r"^(.*?)(?=( of | to | for | in )|$)(.*)$", title).group(1, 2, 3)  # type: ignore[union-attr]
    del found
    plural = re.sub(r"y$", "ie", head) + "s" if not head.endswith("man") else head[:-3] + "men"
    return {title, plural + rest}


def french_adjective(word: str) -> set[str]:
    """Masculine, feminine and plurals of a French adjective of nationality."""
    for ending, feminine in FRENCH_FEMININE:
        if word.endswith(ending):
            female = word[: len(word) - len(ending)] + feminine
            break
    else:
        female = word + "e"
    plural = word if word.endswith(("s", "x")) else word + "s"
    return {word, plural, female, female + "s"}


FRENCH_FEMININE = (
    ("e", "e"),
    ("ien", "ienne"),
    ("éen", "éenne"),
    ("yen", "yenne"),
    ("ton", "tonne"),
    ("grec", "grecque"),
    ("turc", "turque"),
    ("i", "ie"),
    ("é", "é"),
    ("è", "è"),
)


def french_title(title: str) -> set[str]:
    """A title and its plural (`ministres des Affaires étrangères`, `Premiers ministres`)."""
    words = title.split(" ")
    forms = {title, " ".join([words[0] + "s", *words[1:]])}
    if len(words) == 2:
        forms.add(f"{words[0]}s {words[1]}s")
    return forms


@lru_cache(maxsize=1)
def russian_analyser() -> Any:
    """Load pymorphy3, which only the build needs."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@cache
def russian_word(word: str, plural: bool = False) -> dict[str, str]:
    """One Russian word in six cases; a word that does not decline keeps its form."""
    parses = [p for p in russian_analyser().parse(word.lower()) if "nomn" in p.tag]
    if not parses:
        return {}
    parse = sorted(parses, key=lambda p: ("Name" in p.tag or "Surn" in p.tag, -p.score))[0]
    forms = {}
    for case in RUSSIAN_CASES:
        grammemes = {case, "plur"} if plural else {case}
        form = parse.inflect(grammemes)
        forms[case] = match_case(form.word, word) if form else word
    return forms


def match_case(form: str, like: str) -> str:
    """Give a form the capitals of another: `россии` as in `Россия`."""
    if like.isupper() and len(like) > 1:
        return form.upper()
    if "-" in like:
        return "-".join(
            match_case(f, w) for f, w in zip(form.split("-"), like.split("-"), strict=False)
        )
    return form[:1].upper() + form[1:] if like[:1].isupper() else form


def russian_phrase(phrase: str, plural: bool = False) -> set[str]:
    """A Russian name or title in all cases.

    Adjectives and the first noun change, what follows stays.
    """
    if phrase.isupper() and " " not in phrase:
        return {phrase}
    words = phrase.split(" ")
    head = head_position(words)
    columns = [russian_word(word, plural) for word in words[: head + 1]]
    forms = {phrase}
    for case in RUSSIAN_CASES:
        changed = [c.get(case, w) for c, w in zip(columns, words, strict=False)]
        forms.add(" ".join([*changed, *words[head + 1 :]]))
    return with_yo(forms)


def russian_city(name: str) -> set[str]:
    """A city in all cases: of a foreign name of several parts the last one changes.

    ("в Эр-Рияде", "в Порт-о-Пренсе")
    """
    start = max(name.rfind("-"), name.rfind(" ")) + 1
    last = name[start:]
    forms = set(russian_word(last).values()) if last[:1].isupper() else set()
    if not forms and re.search("[бвгдзклмнпрстфх]$", last):  # a word that no dictionary knows
        forms = {last + ending for ending in ("а", "у", "ом", "е")}
    return russian_phrase(name) | with_yo({name[:start] + form for form in forms})


def head_position(words: list[str]) -> int:
    """Find the first noun of a phrase."""
    for i, word in enumerate(words):
        parse = russian_analyser().parse(word.lower())[0]
        if "NOUN" in parse.tag:
            return i
    return len(words) - 1


def russian_adjective(word: str) -> set[str]:
    """A Russian adjective in all cases, genders and numbers."""
    if not re.search(r"(ий|ый|ой)$", word):
        return {word}
    stem, soft = word[:-2], word.endswith("ий") and word[-3] not in "кгхжшчщ"
    hard = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми")
    velar = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
    gentle = ("ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими")
    endings = gentle if soft else velar if word[-3] in "кгхжшчщ" else hard
    return with_yo({stem + ending for ending in endings})


def russian_noun(word: str) -> set[str]:
    """A Russian noun in all cases of both numbers."""
    return russian_phrase(word) | russian_phrase(word, plural=True)


def with_yo(forms: set[str]) -> set[str]:
    """Add the spelling with `е` for `ё`, usual in news."""
    return forms | {form.replace("ё", "е").replace("Ё", "Е") for form in forms}
