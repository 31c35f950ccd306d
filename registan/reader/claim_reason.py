"""Why something was not read or understood, in the words of each language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec
import yaml


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One reason in every language; `{word}` stands for words of the sentence."""

    en: str
    de: str
    ru: str
    fr: str


@cache
def load_reasons() -> tuple[tuple[re.Pattern[str], Reason], ...]:
    """The reasons of `claim_reason.yml`, each with what it looks like in any language."""
    text = files("registan.reader").joinpath("claim_reason.yml").read_text(encoding="utf-8")
    rows = msgspec.convert(yaml.safe_load(text), tuple[Reason, ...])
    return tuple((_any_language(row), row) for row in rows)


def _any_language(row: Reason) -> re.Pattern[str]:
    said = [re.escape(words) for words in (row.en, row.de, row.ru, row.fr)]
    return re.compile("|".join(said).replace(r"\{word\}", "(.*)"), re.DOTALL)


def reason_in(because: str, lang: str) -> str:
    """A reason, told in any language, in this one; as it is where we do not have it."""
    for pattern, row in load_reasons():
        match = pattern.fullmatch(because)
        if match:
            words = str(getattr(row, lang, row.en))
            told = next((word for word in match.groups() if word is not None), "")
            return words.replace("{word}", told)
    return because
