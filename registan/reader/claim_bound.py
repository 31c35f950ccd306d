"""Numbers that are bounds: "more than five times", "at least two presidents", "some forty"."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from registan.model import Claim
from registan.reader.claim_cue import COUNTED, Cue
from registan.reader.claim_fact import Facts
from registan.reader.claim_scene import Scene

BOUNDED = frozenset({"count", "superlative", "never"})
# What is added to the number to make it one of at least or at most so many.
SHIFT = {"more": ("at_least", 1), "at_least": ("at_least", 0),
         "fewer": ("at_most", -1), "at_most": ("at_most", 0)}  # fmt: skip


class Bound(NamedTuple):
    """A number's cue, how it is bounded (more, at_least, fewer, at_most, about), and where."""

    cue: Cue
    kind: str
    start: int
    end: int


def bound_of(scene: Scene) -> Bound | None:
    """The first counted number that has a word of more, less or about before or behind it."""
    before = [m for m in scene.says("bounds") if _is_closed(scene.masked, m.end())]
    behind = scene.says("bounds_behind")
    for cue in scene.has(*COUNTED, "every"):
        if not cue.n:
            continue
        for m in before:
            if cue.start - 1 <= m.end() < cue.end:
                return Bound(cue, str(scene.words.read("bounds", m.group())), *m.span())
        for m in behind:
            if cue.start < m.start() <= cue.end + 1:
                return Bound(cue, str(scene.words.read("bounds_behind", m.group())), *m.span())
    return None


def _is_closed(text: str, end: int) -> bool:
    """Does a word end here, or an article that takes no space ("plus d'une fois")?"""
    return text[end : end + 1].isspace() or text[end : end + 1] in "'’"


def bounded(facts: Facts, claim: Claim) -> Claim:
    """The claim with its number as a bound, where its sentence says so of this number."""
    bound = bound_of(facts.scene)
    if bound is None or bound.kind not in SHIFT or claim.form not in BOUNDED:
        return claim
    if claim.n is None or claim.n != bound.cue.n:
        return claim
    kind, shift = SHIFT[bound.kind]
    fields: dict[str, Any] = {"n": claim.n + shift, "bound": kind}
    return msgspec.structs.replace(claim, **fields)
