"""Why a claim was not understood, in the words of each language."""

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
    """The reasons of `claim_reason.yml`, each with what it looks like in English."""
    text = files("registan.reader").joinpath("claim_reason.yml").read_text(encoding="utf-8")
    rows = msgspec.convert(yaml.safe_load(text), tuple[Reason, ...])
    return tuple(
        (re.compile(re.escape(row.en).replace(r"\{word\}", "(.*)"), re.DOTALL), row) for row in rows
    )


def reason_in(because: str, lang: str) -> str:
    """A reason in a language; the English words where we do not have it in that language."""
    for pattern, row in load_reasons():
        match = pattern.fullmatch(because)
        if match:
            words = str(getattr(row, lang, row.en))
            return words.replace("{word}", match.group(1)) if match.groups() else words
    return because
