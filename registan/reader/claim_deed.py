"""Is what a sentence claims a visit, or another deed that has to do with a place?

"The first president to criticise X" and "never a friend of X" name an office, a place and a word of
precedent, and are no visits. The tree tells: a word of visiting has to stand with the place, or
somebody has to be there and be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from registan.reader.claim_cue import MASKS
from registan.reader.claim_scene import Scene
from registan.reader.claim_tree import clause_head, in_one_clause, token_at
from registan.reader.clause import SUBJECTS

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
PARTS = SUBJECTS | {"obj"}
NAMED = frozenset({MASKS["person"], MASKS["office"]})


def is_visit(scene: Scene, places: Iterable[int]) -> bool:
    """Does the sentence tell of a visit to the places at these offsets (none: of visits at all)?

    A stretch of a sentence has no tree, and is taken by its words.
    """
    if scene.sentence is None:
        return True
    here = [*places, *(m.start() for m in scene.says("place_here"))]
    marks = here or [cue.start for cue in scene.cues]
    told = [m.start() for m in scene.visits() if _tells(scene, m)]
    if any(in_one_clause(scene.sentence, one, mark) for one in told for mark in marks):
        return True
    return any(_is_there(scene, mark) for mark in here)


def _tells(scene: Scene, match: re.Match[str]) -> bool:
    """Does a word of visiting say it alone ("was", "made" do not), and receive a person?"""
    if scene.words.patterns["being"].fullmatch(match.group()):
        return False
    token = token_at(scene.sentence, match.start())
    if token is None or not scene.words.patterns["host"].fullmatch(match.group()):
        return True
    objects = [c for c in token.children if c.dep_ == "obj" and c.pos_ in NOMINAL]
    return all(_is_somebody(scene, c) or _is_place(scene, c) for c in objects)


def _is_there(scene: Scene, place: int) -> bool:
    """Is somebody at the place: "was never in X", "the first president in X", "X never saw a …"?"""
    token = token_at(scene.sentence, place)
    if token is None:
        return False
    above = _above(scene, token)
    if above is not None and _is_somebody(scene, above):
        return True
    if token.dep_ in SUBJECTS:
        return _is_light(scene, token.head) and any(
            _is_somebody(scene, c) for c in _parts(scene, token.head)
        )
    head = clause_head(token)
    near = [v for v in (head, _before(token)) if v.dep_ != "aux"]
    verbs = [v for v in near if v == token or _is_light(scene, v) or _is_predicate(scene, v)]
    return any(all(_is_somebody(scene, c) for c in _parts(scene, verb)) for verb in verbs)


def _is_predicate(scene: Scene, token: Any) -> bool:
    """Is it the name of a place at which somebody is ("was at the White House")?"""
    named = _masked(scene, token) == MASKS["place"]
    return named and any(c.dep_ == "cop" for c in token.children)


def _is_light(scene: Scene, token: Any) -> bool:
    being = scene.words.patterns["being"]
    if token.pos_ in {"ADV", "NUM"}:  # "were there only twice", where the number is the predicate
        return any(c.dep_ == "cop" and being.fullmatch(c.text) for c in token.children)
    return being.fullmatch(token.text) is not None


def _parts(scene: Scene, verb: Any) -> list[Any]:
    """The nouns of a clause that are subject or object, but for places."""
    verbs = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
    found = [c for v in verbs for c in v.children if c.dep_ in PARTS and c.pos_ in NOMINAL]
    return [c for c in found if not _is_place(scene, c)]


def _before(token: Any) -> Any:
    """The word before a place and its preposition, wherever the tree hung them."""
    while token.i > 0:
        token = token.doc[token.i - 1]
        if token.pos_ not in {"ADP", "DET"}:
            break
    return token


def _above(scene: Scene, token: Any) -> Any:
    """What a place hangs on, words for places left out; None beside another name."""
    while _is_place(scene, token.head) and token.head != token:
        token = token.head
    return None if token.dep_ == "conj" else token.head


def _is_place(scene: Scene, token: Any) -> bool:
    words = [scene.words.patterns[slot] for slot in ("place_noun", "half")]
    return _masked(scene, token) == MASKS["place"] or any(w.fullmatch(token.text) for w in words)


def _is_somebody(scene: Scene, token: Any) -> bool:
    """Is it a person, an office, a visit, or what "the first", "nobody" stand for?"""
    at = token.idx - scene.sentence.start_char
    cued = any(cue.start <= at < cue.end for cue in scene.cues)
    visit = scene.words.patterns["visit_noun"].fullmatch(token.text)
    return _masked(scene, token) in NAMED or bool(visit) or (cued and token.pos_ != "VERB")


def _masked(scene: Scene, token: Any) -> str:
    """The class of the name that a word ends with: a state's soldiers are no state."""
    end = token.idx + len(token.text) - scene.sentence.start_char
    return scene.masked[end - 1 : end]


__all__ = ["is_visit"]
