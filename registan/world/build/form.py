"""Compile, per language, every form of every name into one table: form to type and ids.

A row is `form -> [[type, case, ids...], ...]`; `case` says how the text must write it: `x` exactly
(abbreviations), `t` with a capital, `l` anyhow.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from registan.world.build import inflection as inflect
from registan.world.build.country import LANGUAGES, read_yaml
from registan.world.token import to_key

Table = dict[str, list[list[Any]]]
ORDER = (
    "country", "organisation", "grouping", "metonym", "region", "city", "nationality", "office",
)  # fmt: skip


def compile_forms(world: dict[str, Any]) -> dict[str, Table]:
    """Make the four tables."""
    return {lang: compile_language(lang, world) for lang in LANGUAGES}


def compile_language(lang: str, world: dict[str, Any]) -> Table:
    """Make the table of one language."""
    table: Table = {}
    for kind, key, name, titlecase in all_names(lang, world):
        for form in name_forms(name, kind, lang):
            add(table, form, kind, key, "x" if is_short(name, kind) else titlecase)
    for kind, key, form, case in all_adjectives(lang):
        add(table, form, kind, key, case)
    for rows in table.values():
        rows.sort(key=lambda row: ORDER.index(row[0]))
    return table


def all_names(lang: str, world: dict[str, Any]) -> Iterable[tuple[str, str, str, str]]:
    """Every name in the nominative with its type, id and case rule."""
    for country in world["countries"]:
        for name in country["names"].get(lang, ()):
            yield "country", country["code"], name, first_case(name, lang)
    for region in world["regions"]:
        if region["id"].startswith("m49-") and is_dull(region["name"]):
            continue
        for name in region["names"].get(lang, ()):
            yield region["type"], region["id"], name, first_case(name, lang)
    for key, entry in read_yaml("organisations.yml").items():
        for name in entry["names"].get(lang, ()):
            yield "organisation", key, name, first_case(name, lang)
    for key, entry in read_yaml("metonyms.yml").items():
        for name in entry["names"].get(lang, ()):
            yield "metonym", key, name, first_case(name, lang)
    yield from city_names(lang, world)
    for key, entry in read_yaml("offices.yml").items():
        for title in entry["titles"].get(lang, ()):
            yield "office", key, title, "x" if title == "PM" or title == "MP" else "l"


def first_case(name: str, lang: str) -> str:
    """A name written with a capital must have one in the text.

    Russian and French ones may begin small.
    """
    return "t" if name[:1].isupper() or name.startswith(("the ", "«")) else "l"


def is_dull(name: str) -> bool:
    """Leave out M49 names that news uses in another sense than the UN does."""
    return name in ("Americas", "Northern America", "Channel Islands")


def is_short(name: str, kind: str) -> bool:
    """Say whether a name is an abbreviation, which only its exact spelling means."""
    letters = [c for c in name if c.isalpha()]
    return (
        kind != "office"
        and len(letters) <= 5
        and bool(letters)
        and all(c.isupper() for c in letters)
    )


def city_names(lang: str, world: dict[str, Any]) -> Iterable[tuple[str, str, str, str]]:
    """Names of cities: our own first.

    A name claimed by a bigger city or a country is not given again.
    """
    taken: set[str] = set()
    mains = {to_key(c["name"]) for c in world["cities"]}
    for own_round in (True, False):
        for city in world["cities"]:
            names = city["own"].get(lang, ()) if own_round else other_names(city, lang, mains)
            for name in names:
                key = to_key(name)
                if own_round or not (key in taken or is_ordinary(name, city, lang, world)):
                    taken.add(key)
                    yield "city", city["id"], name, first_case(name, lang) if own_round else "t"


def other_names(city: dict[str, Any], lang: str, mains: set[str]) -> list[str]:
    """The list's names in a script that the language reads."""
    if lang == "ru":
        return list(city["ru"])
    from registan.world.sound import strip_marks

    base = [city["name"], strip_marks(city["name"])]
    if city["own"].get(lang):
        return []
    return base + [n for n in city["latin"] if to_key(n) not in mains and len(n) >= 5]


def is_ordinary(name: str, city: dict[str, Any], lang: str, world: dict[str, Any]) -> bool:
    """Say whether a city's name is also an everyday word (`Man`, `Most`, `Nice`) or a frequent
    surname.

    That a word is frequent is no sign of it in the language that the city speaks (`Bremen`).
    """
    from babel.languages import get_official_languages
    from wordfreq import zipf_frequency

    if to_key(name) in read_yaml("ambiguous.yml")["not_cities"]:
        return True
    if city["capital_of"] or city["population"] > 1_500_000:
        return len(name) < 3
    if len(name) < 4 or to_key(name) in world["given"]:
        return True
    if lang in get_official_languages(city["country"], de_facto=True):
        return False
    return bool(zipf_frequency(name.lower(), lang) > 4.2 and " " not in name)


def name_forms(name: str, kind: str, lang: str) -> set[str]:
    """All forms of one name."""
    if kind == "office":
        forms = {
            "de": inflect.german_title, "en": inflect.english_title,
            "fr": inflect.french_title, "ru": russian_title,
        }[lang](name)  # fmt: skip
        return set(forms)
    if lang == "de":
        return inflect.german_name(name) | (german_inhabitant(name) if kind == "city" else set())
    if lang == "ru":
        return inflect.russian_city(name) if kind == "city" else inflect.russian_phrase(name)
    return {name}


def russian_title(title: str) -> set[str]:
    """A title in all cases of both numbers."""
    return inflect.russian_phrase(title) | inflect.russian_phrase(title, plural=True)


def german_inhabitant(name: str) -> set[str]:
    """`Moskauer`, `Berliner`: the adjective of a city."""
    if " " in name or not name[-1:].isalpha():
        return set()
    special = {
        "München": "Münchner",
        "Zürich": "Zürcher",
        "Bremen": "Bremer",
        "Dresden": "Dresdner",
    }
    return {special.get(name, name + ("r" if name.endswith("e") else "er"))}


def all_adjectives(lang: str) -> Iterable[tuple[str, str, str, str]]:
    """Adjectives and nationals of states, adjectives of regions."""
    for code, entry in read_yaml("nationality.yml").items():
        for word in str(entry.get(lang) or "").split():
            word = word.replace("_", " ")
            for form in nationality_forms(word, lang):
                yield "nationality", code, form, nationality_case(word, lang)
    for key, entry in read_yaml("regions.yml").items():
        for word in (entry.get("adjective") or {}).get(lang, ()):
            for form in nationality_forms(word, lang):
                yield "nationality", key, form, nationality_case(word, lang)


def nationality_case(word: str, lang: str) -> str:
    """English and German nationals are written with a capital.

    German, Russian and French adjectives need none.
    """
    if lang == "en":
        return "t" if word[:1].isupper() else "l"
    return "t" if lang == "de" and word[:1].isupper() else "l"


def nationality_forms(word: str, lang: str) -> set[str]:
    """All forms of an adjective or national."""
    if lang == "de":
        return inflect.german_person(word) if word[:1].isupper() else inflect.german_adjective(word)
    if lang == "en":
        return inflect.english_national(word)
    if lang == "fr":
        return inflect.french_adjective(word)
    return (
        inflect.russian_adjective(word)
        if word.endswith(("ий", "ый"))
        else inflect.russian_noun(word)
    )


def add(table: Table, form: str, kind: str, key: str, case: str) -> None:
    """Put a form into the table."""
    rows = table.setdefault(
        to_key(form) if case != "x" else " ".join(w for w in exact_key(form)), []
    )
    for row in rows:
        if row[0] == kind and row[1] == case:
            if key not in row[2:]:
                row.append(key)
            return
    rows.append([kind, case, key])


def exact_key(form: str) -> list[str]:
    """The words of a form with their capitals; abbreviations are stored so."""
    from registan.world.token import WORD

    return ["=" + w if i == 0 else w for i, w in enumerate(WORD.findall(form))]
