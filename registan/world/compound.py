"""German compounds written as one word.

A name at the beginning (`Zentralasienreise`, `Irakkrieg`, `Kremlsprecher`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

import yaml

from registan.world.noun import Mention, MentionType
from registan.world.store import DATA, Forms
from registan.world.token import Token

SHORTEST_NAME = 4
NAMES = {"country", "region", "grouping", "organisation", "city", "metonym"}


@lru_cache(maxsize=1)
def read_heads() -> tuple[str, ...]:
    """The second parts that compounds with a name have, longest first."""
    entries = yaml.safe_load((DATA / "compounds.yml").read_text(encoding="utf-8"))
    return tuple(sorted((str(w) for w in entries["heads"]), key=len, reverse=True))


def split_compound(token: Token, forms: Forms) -> list[Mention]:
    """Find the name or title that a one-word compound begins with, and the title that it ends
    with.
    """
    if len(token.text) < SHORTEST_NAME + 4 or not token.text[0].isupper():
        return []
    head = next((cut for cut in head_cuts(token.key)), None)
    if head is None:
        return []
    for size in (head, head - 1):
        rows = [row for row in forms.get(token.key[:size], ()) if is_usable(row, size)]
        if rows and (size == head or token.key[size] == "s"):
            return [part_mention(token, 0, size, rows[0]), *head_title(token, head, forms)]
    return []


def head_cuts(key: str) -> list[int]:
    """Where a known second part may begin."""
    cuts = []
    for head in read_heads():
        at = key.rfind(head)
        if at >= SHORTEST_NAME and len(key) - at - len(head) <= 2:
            cuts.append(at)
    return cuts


def is_usable(row: list[str], size: int) -> bool:
    """Names of four letters and more, and titles."""
    return (row[0] in NAMES and size >= SHORTEST_NAME) or row[0] == "office"


def head_title(token: Token, at: int, forms: Forms) -> list[Mention]:
    """The office in the second part: `Kremlsprecher`, `Weltbankpräsident`."""
    rows = [row for row in forms.get(token.key[at:], ()) if row[0] == "office"]
    return [part_mention(token, at, len(token.key), rows[0])] if rows else []


def part_mention(token: Token, start: int, end: int, row: list[str]) -> Mention:
    """A mention of one part of the word."""
    return Mention(
        start=token.start + start,
        end=token.start + end,
        text=token.text[start:end],
        type=cast(MentionType, row[0]),
        ids=tuple(row[2:]),
    )
