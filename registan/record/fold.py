"""Fold: the plain form under which names of the record are looked for."""

from __future__ import annotations

from registan.world.sound import strip_marks
from registan.world.token import to_key


def fold(name: str) -> str:
    """Give a name's words in small letters without accents, joined by blanks."""
    return to_key(strip_marks(name))
