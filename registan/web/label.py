"""Label: what the brief calls things, in the language of its reader."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from registan.errors import DataError

FALLBACK = "en"


class Labels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language, by group; see `labels.yml`."""

    lang: str
    section: dict[str, str]
    verdict: dict[str, str]
    standing: dict[str, str]
    confirmation: dict[str, str]
    kind: dict[str, str]
    source: dict[str, str]
    side: dict[str, str]
    word: dict[str, str]


def labels_of(lang: str) -> Labels:
    """Give the words for a language code (`de`, `de-AT`), or the English ones."""
    known = all_labels()
    return known.get(lang.split("-")[0].lower(), known[FALLBACK])


@cache
def all_labels() -> dict[str, Labels]:
    """Read every language of `labels.yml`; DataError names what does not fit."""
    text = files("registan.web").joinpath("labels.yml").read_text(encoding="utf-8")
    try:
        blocks = {lang: {**block, "lang": lang} for lang, block in yaml.safe_load(text).items()}
        return msgspec.convert(blocks, dict[str, Labels])
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise DataError(f"The labels cannot be read: {error}.", where="web/labels.yml") from error
