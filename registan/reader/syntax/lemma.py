"""Dictionary forms: a dictionary, the predicted tags and features deciding.

German, English and French use simplemma's dictionary, Russian pymorphy3's, whose entries state
case, number and gender. ``lemmas.json`` beside the model holds the forms of the training trees on
which that goes wrong. Russian lemmas are written without "ё", as the trees write them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import simplemma

from registan.languages.folder import page

UNCHANGED = frozenset({"PUNCT", "SYM", "NUM", "X"})
KEPT = 200_000  # words whose lemma is remembered

Lemmatize = Callable[[str, str, str], str]

_PYMORPHY = {
    "NOUN": {"NOUN"}, "PROPN": {"NOUN"}, "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "AUX": {"VERB", "INFN"}, "ADJ": {"ADJF", "ADJS", "COMP"}, "ADV": {"ADVB", "COMP", "PRED"},
    "PRON": {"NPRO", "ADJF", "NOUN"}, "DET": {"ADJF", "NPRO"}, "ADP": {"PREP"},
}  # fmt: skip
_GRAMMEME = {
    "Case=Nom": "nomn", "Case=Gen": "gent", "Case=Dat": "datv", "Case=Acc": "accs",
    "Case=Ins": "ablt", "Case=Loc": "loct", "Number=Sing": "sing", "Number=Plur": "plur",
    "Gender=Masc": "masc", "Gender=Fem": "femn", "Gender=Neut": "neut", "Animacy=Anim": "anim",
    "Animacy=Inan": "inan", "Aspect=Imp": "impf", "Aspect=Perf": "perf", "Tense=Past": "past",
}  # fmt: skip


class Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``languages/<code>/lemmas.yml``: by infinitive ending, the endings that it stands for.

    ``verb_endings`` help where the dictionary gives no infinitive, ``strong_endings`` come first.
    """

    verb_endings: dict[str, list[str]]
    strong_endings: dict[str, list[str]] = {}


def key(form: str, upos: str) -> str:
    """What the table of exceptions is keyed by."""
    return f"{form if upos == 'PROPN' else form.lower()}\t{upos}"


def lemmatizer(lang: str, table: dict[str, str]) -> Lemmatize:
    """A function of (form, tag, features) giving the lemma; what it found is remembered.

    ``table`` maps a `key` to the lemma that overrides the dictionary's.
    """
    known: dict[tuple[str, str, str], str] = {}
    dictionary = _russian if lang == "ru" else _simple(lang)

    def lemmatize(form: str, upos: str, features: str) -> str:
        asked = form, upos, features
        found = known.get(asked)
        if found is None:
            found = table.get(key(form, upos)) or _look_up(dictionary, asked)
            if len(known) < KEPT:
                known[asked] = found
        return found

    return lemmatize


def read_table(path: Path, lang: str) -> dict[str, str]:
    """The language's exceptions from ``lemmas.json``; empty where the file is not built yet."""
    if not path.exists():
        return {}
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8")).get(lang, {})
    return found


def _look_up(dictionary: Lemmatize, asked: tuple[str, str, str]) -> str:
    return asked[0] if asked[1] in UNCHANGED else dictionary(*asked)


def _simple(lang: str) -> Lemmatize:
    endings = _read_endings(lang)

    def dictionary(form: str, upos: str, features: str) -> str:
        if upos == "PROPN":
            return _german_name(form, features) if lang == "de" else form
        if lang == "de" and upos == "NOUN":
            return str(simplemma.lemmatize(form, lang=lang))
        lemma = str(simplemma.lemmatize(form.lower(), lang=lang)).lower()
        if upos in {"VERB", "AUX"}:
            return _infinitive(lang, form.lower(), lemma, features, endings)
        return _noun(form.lower(), lemma) if (lang, upos) == ("fr", "NOUN") else lemma

    return dictionary


def _german_name(form: str, features: str) -> str:
    """The name without its genitive ending, where the dictionary knows it so."""
    if "Case=Gen" not in features or not form.endswith("s"):
        return form
    found = str(simplemma.lemmatize(form, lang="de"))
    bare = form[:-1].removesuffix("'")
    return bare if found == bare or simplemma.is_known(bare, lang="de") else form


def _noun(form: str, lemma: str) -> str:
    """The French noun where the dictionary sees a verb ("taxes", "envoyé")."""
    verb = lemma.endswith(("er", "ir", "re")) and not form.startswith(lemma)
    return form.removesuffix("s") if verb else lemma


def _infinitive(lang: str, form: str, lemma: str, features: str, endings: Endings) -> str:
    """The dictionary's infinitive; « livre », a noun to it, is none where it is finite."""
    if found := _exchange(lang, form, endings.strong_endings):
        return found
    finite = form == lemma and "VerbForm=Fin" in features
    if not endings.verb_endings or (lemma.endswith(("er", "ir", "re")) and not finite):
        return lemma
    return _exchange(lang, form, endings.verb_endings) or lemma


def _exchange(lang: str, form: str, endings: dict[str, list[str]]) -> str | None:
    """The form with its longest ending exchanged for an infinitive's that the dictionary knows."""
    pairs = [(old, new) for new, olds in endings.items() for old in olds if form.endswith(old)]
    for old, new in sorted(pairs, key=lambda pair: -len(pair[0])):
        candidate = form[: len(form) - len(old)] + new
        if simplemma.is_known(candidate, lang=lang):
            return candidate
    return None


def _read_endings(lang: str) -> Endings:
    return page(lang, "lemmas", Endings, "endings")


@cache
def morphology() -> Any:
    """The Russian dictionary, opened when it is first asked."""
    import pymorphy3  # its dictionary takes a moment: only who reads Russian waits for it

    return pymorphy3.MorphAnalyzer()


def _russian(form: str, upos: str, features: str) -> str:
    plain = form.replace("\u0301", "")
    if not any("а" <= letter <= "я" or letter == "ё" for letter in plain.lower()):
        return form if upos == "PROPN" else form.lower()
    wanted = {_GRAMMEME[f] for f in features.split("|") if f in _GRAMMEME}
    classes = _PYMORPHY.get(upos, set())

    def fit(entry: Any) -> tuple[bool, int, float]:
        marks = sum(mark in entry.tag for mark in wanted)
        return entry.tag.POS in classes, marks, entry.score

    best = max(morphology().parse(plain), key=fit)
    lemma = str(best.normal_form).replace("ё", "е")
    if upos != "PROPN":
        return lemma
    return plain if plain.isupper() and len(plain) > 1 else _as_name(lemma, plain)


def _as_name(lemma: str, form: str) -> str:
    """The lemma with the capitals of the form ("санкт-петербург" is "Санкт-Петербург")."""
    return "".join(
        letter.upper() if at < len(form) and form[at].isupper() else letter
        for at, letter in enumerate(lemma)
    )
