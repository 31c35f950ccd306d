"""Plain: a claim in plain words of one language, and back without loss."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from registan.errors import InputError
from registan.model.claim import Claim

_SUBJECT = ("person", "person_id", "office", "country", "leaders_of", "qualifier")
_PLACE = ("countries", "region", "locale")
_TRANSLATED = {"kind", "direction", "qualifier", "every", "unit", "bound", "asks"}
_LISTS = {"countries", "exceptions"}


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, dict[str, str]]]:
    text = resources.files("registan.precedent").joinpath("data/plain.yml").read_text("utf-8")
    data: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(text)
    return data


def plain(claim: Claim, lang: str = "en") -> str:
    """Give the claim in plain words of `lang` (en, de, ru, fr); InputError for another."""
    _known(lang)
    fields = _flatten(claim.to_data())
    parts = [_words()["forms"][claim.form][lang]]
    for name, label in _words()["labels"].items():
        if name in fields:
            parts.append(f"{label[lang]}: {_write(name, fields[name], lang)}")
    return "; ".join(parts)


def parse_plain(text: str, lang: str = "en") -> Claim:
    """Read a claim that `plain` wrote in `lang`; InputError names the part that does not fit."""
    _known(lang)
    head, *parts = _split(text)
    data: dict[str, Any] = {"form": _key("forms", head, lang), "subject": {}, "place": {}}
    for part in parts:
        label, _, value = part.partition(": ")
        name = _key("labels", label, lang)
        group = "subject" if name in _SUBJECT else "place" if name in _PLACE else None
        target = data[group] if group else data
        target[name] = _read(name, value, lang)
    return Claim.from_data(data)


def _split(text: str) -> list[str]:
    """Split at the semicolons that are no part of a value: there each is written twice."""
    parts, start = [], 0
    for run in re.finditer(r";+(?= )", text):
        if len(run.group()) % 2:
            parts.append(text[start : run.end() - 1])
            start = run.end() + 1
    return [*parts, text[start:]]


def _known(lang: str) -> None:
    if lang not in _words()["words"]["visit"]:
        raise InputError(f"Claims are not written in “{lang}”.", hint="Use en, de, ru or fr.")


def _flatten(data: dict[str, Any]) -> dict[str, Any]:
    fields = {key: value for key, value in data.items() if key not in ("form", "subject", "place")}
    fields.update(data.get("subject", {}))
    fields.update(data.get("place", {}))
    return fields


def _write(name: str, value: Any, lang: str) -> str:
    if name in _TRANSLATED:
        return _words()["words"][_fixed(value)][lang]
    if name in _LISTS:
        return " | ".join(_escape(str(one)).replace("|", "||") for one in value)
    return _escape(str(value))


def _fixed(value: Any) -> str:
    if value is None:
        return "none"
    return "yes" if value is True else str(value)


def _escape(value: str) -> str:
    return value.replace(";", ";;")


def _read(name: str, value: str, lang: str) -> Any:
    if name in _TRANSLATED:
        key = _key("words", value, lang)
        return {"none": None, "yes": True}.get(key, key)
    plain_value = value.replace(";;", ";")
    if name in _LISTS:
        return [one.replace("||", "|") for one in plain_value.split(" | ")]
    return int(plain_value) if name == "n" else plain_value


def _key(group: str, words: str, lang: str) -> str:
    for key, said in _words()[group].items():
        if said[lang] == words:
            return key
    raise InputError(f"“{words}” is no part of a claim in plain words.", hint=f"Language: {lang}.")
