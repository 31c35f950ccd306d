"""Words in and beside people's names: particles, honorifics, generations. Data: `names.yml`."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import yaml

from registan.world.store import DATA

Words = frozenset[str]


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Word lists in lower case; what each holds is said in the file."""

    joining: Words
    particles: Words
    sons: Words
    families: Words
    behind: Words
    fathers: Words
    honorifics: Words
    misters: Words
    calendar: Words
    openers: Words
    beside_titles: Words
    elder: Words
    younger: Words
    common: Words
    short: Words
    parted: Words

    def generation(self, word: str) -> int | None:
        """Give 0 for a word for the elder, -1 for the younger, None for any other."""
        return 0 if word in self.elder else -1 if word in self.younger else None


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """Read the lists once."""
    entries = yaml.safe_load((DATA / "names.yml").read_text(encoding="utf-8"))
    return msgspec.convert(entries, NameWords)
