"""Index people by surname.

As written (without diacritics), and by the sound that spellings share.
"""

from __future__ import annotations

from typing import Any

from registan.world.build.country import read_yaml
from registan.world.name import last_part, to_surname_key
from registan.world.name_word import name_words
from registan.world.sound import is_cyrillic, rough, skeleton, spellings_of_states

# Consonants that a surname needs to be found by its sound.
LEAST_SKELETON = 2
NOTABLE = {
    "head-of-state", "head-of-government", "foreign-minister", "us-president", "us-vice-president",
    "us-secretary-of-state", "supreme-leader", "party-leader", "pope", "un-secretary-general",
    "nato-secretary-general", "eu-commission-president", "eu-council-president",
    "eu-foreign-policy-chief",
    "crown-prince",
    "monarch",
}  # fmt: skip


def compile_index(persons: list[dict[str, Any]], terms: list[dict[str, Any]]) -> dict[str, Any]:
    """Give `exact` and `sound` (surname key to person positions), `notable` positions and `weak`
    surnames.
    """
    exact: dict[str, set[int]] = {}
    sound: dict[str, set[int]] = {}
    for position, person in enumerate(persons):
        for lang, surname in surnames(person):
            last = surname.split(" ")[-1].split("-")[-1] if " " in surname else surname
            bound = surname.partition("-")[0].lower() in name_words().particles
            for form in {surname, last, last_part(last) if bound else last}:
                exact.setdefault(to_surname_key(form), set()).add(position)
            if len(key := skeleton(last_part(last), lang)) >= LEAST_SKELETON:
                sound.setdefault(key, set()).add(position)
    ids = {t["person"] for t in terms if t["office"] in NOTABLE and is_recent(t)}
    weak = weak_surnames(persons)
    return {
        "exact": {k: sorted(v) for k, v in exact.items() if k},
        "sound": {k: sorted(v) for k, v in sound.items()},
        "notable": [i for i, p in enumerate(persons) if p["id"] in ids],
        "weak": sorted(weak),
        "given": sorted(given_names(persons)),
        **{key: str(states).split() for key, states in read_yaml("scripts.yml").items()},
        "never": sorted({str(w) for w in read_yaml("ambiguous.yml")["never_persons"]}),
    }


def is_recent(term: dict[str, Any]) -> bool:
    """News names by surname alone whom its readers know: since 1945."""
    return (term.get("end") or "9999") > "1945" and not (
        term.get("seen") and (term["start"] or "") < "1960"
    )


def surnames(person: dict[str, Any]) -> list[tuple[str, str]]:
    """The surname in every spelling that we have, with the language of each."""
    own = ("en", *spellings_of_states().get(person["country"], ()))
    found = [(lang, person["surname"]) for lang in own]
    for lang, names in person["names"].items():
        found += [(lang, last_of(person, name)) for name in names]
    found += [(lang, last_of(person, name)) for name in person["aka"] for lang in own]
    if person["country"] in str(read_yaml("scripts.yml")["given_first"]).split():
        found += [("en", name.split(" ")[0]) for name in (person["name"], *person["aka"])]
        found += [(lang, n.split(" ")[0]) for lang, names in person["names"].items() for n in names]
    return list(dict.fromkeys(found))


def last_of(person: dict[str, Any], name: str) -> str:
    """The surname of another spelling: in the same position as in the main name."""
    words, main = name.split(" "), person["name"].split(" ")
    size = len(person["surname"].split(" "))
    if person["name"].startswith(person["surname"]) and len(main) > size:
        return " ".join(words[:size])
    if person["surname"] in person["name"] and not person["name"].endswith(person["surname"]):
        return words[-1] if len(words) < 2 or person["surname"] in words else words[0]
    particles = size - 1 if not is_cyrillic(name) else 0
    return " ".join(words[-1 - min(particles, len(words) - 1) :])


def common_given_names(persons: list[dict[str, Any]], least: int = 2) -> set[str]:
    """Given names of several people."""
    count: dict[str, int] = {}
    for person in persons:
        for word in person["name"].replace(person["surname"], " ").split():
            count[to_surname_key(word)] = count.get(to_surname_key(word), 0) + 1
    return {word for word, number in count.items() if number >= least}


def weak_surnames(persons: list[dict[str, Any]]) -> set[str]:
    """Surnames that are everyday words (listed), or given names of several other people."""
    listed = {str(w) for w in read_yaml("ambiguous.yml")["weak_surnames"]}
    return listed | common_given_names(persons, 3)


def given_names(persons: list[dict[str, Any]]) -> set[str]:
    """Every given name of the people known: before another's surname it means somebody else."""
    known: set[str] = set()
    for person in persons:
        for name in [
            person["name"],
            *person["aka"],
            *(n for names in person["names"].values() for n in names),
        ]:
            known |= {to_surname_key(w) for w in name.split(" ")[:-1] if len(w.strip(".")) > 2}
    # The sounds of Latin spellings, so that Cyrillic ones are known without being listed.
    sounds = {
        "~" + rough(w, "en") for w in known if len(w) > 3 and not is_cyrillic(w) and " " not in w
    }
    return known | sounds
