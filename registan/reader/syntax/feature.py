"""Features that a word's form settles by itself: a language's rules over what the network says."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from registan.languages.folder import table

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
    known: dict[tuple[str, str, str], str] = {}
    tags = {tag for rule in rules for tag in rule.upos}

    def correct(form: str, upos: str, features: str) -> str:
        if upos not in tags:
            return features
        asked = form, upos, features
        found = known.get(asked)
        if found is None:
            found = known[asked] = _correct(rules, *asked)
        return found

    return correct


def _correct(rules: tuple[FeatureRule, ...], form: str, upos: str, features: str) -> str:
    marks = dict(mark.split("=") for mark in features.split("|") if mark)
    for rule in rules:
        if rule.applies(form, upos, marks):
            marks |= rule.give
    return "|".join(f"{name}={value}" for name, value in sorted(marks.items()))
