"""Office: which offices of the registers a claim's words mean, and which no register follows."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import yaml

from registan.errors import DataError
from registan.model.base import Record
from registan.precedent.text import fold


class Office(Record, frozen=True, kw_only=True):
    """An office that claims name; `register` is empty where no shipped register follows it.

    `country` is the state whose office it is, where the words alone tell it.
    """

    id: str
    words: tuple[str, ...]
    direction: Literal["abroad", "to_us"]
    register: tuple[str, ...] = ()
    rank: int | None = None
    country: str | None = None
    says: dict[str, str]

    def said(self, lang: str) -> str:
        """The office's label in a language, or in English."""
        return self.says.get(lang) or self.says.get("en") or self.words[0]


@lru_cache(maxsize=1)
def load_offices() -> dict[str, Office]:
    """Load the offices by id; DataError names a mistake in the file."""
    text = resources.files("registan.precedent").joinpath("data/offices.yml").read_text("utf-8")
    data: dict[str, dict[str, Any]] = yaml.safe_load(text)
    try:
        return {key: Office.from_data({"id": key, **entry}) for key, entry in data.items()}
    except Exception as error:
        raise DataError(f"An office is not as it must be: {error}", where="offices.yml") from error


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    index = {fold(word): key for key, office in load_offices().items() for word in office.words}
    return index | {fold(key): key for key in load_offices()}


_QUALIFIERS = ("sitting ", "incumbent ", "serving ", "acting ", "the ", "a ")


def find_office(words: str, own: tuple[Office, ...] = ()) -> Office | None:
    """Give the office that `words` name, one's `own` first, or None where we do not know it.

    "u.s." and "us" are one; "sitting" and the like are left to the subject's qualifier.
    """
    text = fold(words.replace("U.S.", "US").replace("u.s.", "us"))
    for qualifier in _QUALIFIERS:
        text = text.removeprefix(qualifier)
    for office in own:
        if text in {fold(office.id), *map(fold, office.words)}:
            return office
    key = _index().get(text) or _index().get(text.removesuffix(" elect"))
    return load_offices()[key] if key else None
