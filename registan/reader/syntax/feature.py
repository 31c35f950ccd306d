"""Features that a word's form settles by itself: a language's rules over what the network says."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import simplemma

from registan.languages.folder import table
from registan.reader.syntax.lemma import morphology

VERB_CLASSES = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})
# OpenCorpora's grammemes, as pymorphy3 gives them, in the terms of Universal Dependencies.
RUSSIAN_MARKS: tuple[dict[str, tuple[str, str]], ...] = (
    {"futr": ("Tense", "Fut"), "pres": ("Tense", "Pres"), "past": ("Tense", "Past")},
    {"perf": ("Aspect", "Perf"), "impf": ("Aspect", "Imp")},
    {"indc": ("Mood", "Ind"), "impr": ("Mood", "Imp")},
    {
        "VERB": ("VerbForm", "Fin"),
        "INFN": ("VerbForm", "Inf"),
        "GRND": ("VerbForm", "Conv"),
        "PRTF": ("VerbForm", "Part"),
        "PRTS": ("VerbForm", "Part"),
    },
    {"pssv": ("Voice", "Pass"), "actv": ("Voice", "Act")},
)
# Cases in the order in which a form that the network misread is likeliest to stand.
RUSSIAN_CASES = {
    "nomn": "Nom", "gent": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins",
    "loct": "Loc", "loc2": "Loc",
}  # fmt: skip
RUSSIAN_NOUNS = frozenset({"NOUN", "PROPN"})
FUTURE = {"Tense": "Fut", "Mood": "Ind"}
CONDITIONAL = {"Mood": "Cnd"}
FRENCH_ENDINGS: dict[str, dict[str, str]] = {
    **dict.fromkeys(("aient", "iez", "ions", "ait", "ais"), CONDITIONAL),
    **dict.fromkeys(("ont", "ez", "ons", "ai", "as", "a"), FUTURE),
}

Correct = Callable[[str, str, str], str]


class FeatureRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``languages/<code>/features.yml``: where ``form`` and ``having`` fit, ``give``."""

    id: str
    form: str
    upos: list[str]
    having: dict[str, str]
    give: dict[str, str]
    matches: str
    rejects: str

    def applies(self, form: str, upos: str, features: dict[str, str]) -> bool:
        """Whether the word is one of those that the rule speaks of."""
        return (
            upos in self.upos
            and self.having.items() <= features.items()
            and re.fullmatch(self.form, form, re.IGNORECASE) is not None
        )


def read_rules(lang: str) -> tuple[FeatureRule, ...]:
    """The language's rules; `DataError` where its file is missing or wrong."""
    return table(lang, "features", FeatureRule)


def corrector(lang: str) -> Correct:
    """A function of (form, tag, features) giving the features as the language's rules have them."""
    rules = read_rules(lang)
    settle = DICTIONARIES.get(lang)
    known: dict[tuple[str, str, str], str] = {}
    tags = {tag for rule in rules for tag in rule.upos} | SETTLED.get(lang, frozenset())

    def correct(form: str, upos: str, features: str) -> str:
        if upos not in tags:
            return features
        asked = form, upos, features
        found = known.get(asked)
        if found is None:
            settled = settle(form, upos, features) if settle else features
            found = known[asked] = _correct(rules, form, upos, settled)
        return found

    return correct


def settle_russian(form: str, upos: str, features: str) -> str:
    """What the dictionary knows better of a Russian verb or noun."""
    if upos in RUSSIAN_NOUNS:
        return settle_russian_noun(form, features)
    return settle_russian_verb(form, features) if upos in {"VERB", "AUX"} else features


def settle_russian_noun(form: str, features: str) -> str:
    """The case of a Russian noun where the form excludes the one that the network saw.

    A form that is dative as well as locative is taken for a dative: a preposition that asks for
    the locative shows it to the network.
    """
    marks = dict(mark.split("=") for mark in features.split("|") if mark)
    entries = [p for p in morphology().parse(form) if p.is_known and p.tag.POS == "NOUN"]
    if "Case" not in marks or not entries or any("Fixd" in p.tag for p in entries):
        return features
    cases = [RUSSIAN_CASES[p.tag.case] for p in entries if p.tag.case in RUSSIAN_CASES]
    if cases and marks["Case"] not in cases:
        marks["Case"] = "Dat" if "Dat" in cases else cases[0]
    return "|".join(f"{name}={value}" for name, value in sorted(marks.items()))


def settle_russian_verb(form: str, features: str) -> str:
    """Tense, aspect, mood and form of a Russian verb where the dictionary leaves no choice."""
    tags = [p.tag for p in morphology().parse(form) if p.tag.POS in VERB_CLASSES]
    if not tags:
        return features
    marks = dict(mark.split("=") for mark in features.split("|") if mark)
    for choices in RUSSIAN_MARKS:
        found = {value for grammeme, value in choices.items() for t in tags if grammeme in t}
        agreed = all(any(g in t for g in choices) for t in tags)
        if len(found) == 1 and agreed:
            name, value = found.pop()
            marks[name] = value
    return "|".join(f"{name}={value}" for name, value in sorted(marks.items()))


def settle_french(form: str, upos: str, features: str) -> str:
    """What the dictionary knows better of a French verb."""
    return settle_french_verb(form, features) if upos in {"VERB", "AUX"} else features


def settle_french_verb(form: str, features: str) -> str:
    """Future and conditional of a French verb: its infinitive, less a final e, and an ending.

    The dictionary tells "tira" (of tirer) from "finira" (of finir).
    """
    word = form.lower()
    infinitive = str(simplemma.lemmatize(word, lang="fr")).lower()
    for ending, given in FRENCH_ENDINGS.items():
        if word.endswith(ending) and word in {
            infinitive + ending,
            infinitive.removesuffix("e") + ending,
        }:
            marks = dict(mark.split("=") for mark in features.split("|") if mark)
            marks = {**marks, "VerbForm": "Fin", **given}
            return "|".join(f"{name}={value}" for name, value in sorted(marks.items()))
    return features


DICTIONARIES: dict[str, Correct] = {"fr": settle_french, "ru": settle_russian}
SETTLED = {
    "fr": frozenset({"VERB", "AUX"}),
    "ru": frozenset({"VERB", "AUX"}) | RUSSIAN_NOUNS,
}


def _correct(rules: tuple[FeatureRule, ...], form: str, upos: str, features: str) -> str:
    marks = dict(mark.split("=") for mark in features.split("|") if mark)
    for rule in rules:
        if rule.applies(form, upos, marks):
            marks |= rule.give
    return "|".join(f"{name}={value}" for name, value in sorted(marks.items()))
