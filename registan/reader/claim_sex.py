"""Which of several people of one surname is meant, where the sentence says "she" or agrees so."""

from __future__ import annotations

from typing import Any

from registan.languages import load_grammar
from registan.reader.claim_scene import Named, Scene
from registan.reader.claim_tree import token_at


def by_sex(scene: Scene, named: Named, ids: list[str], world: Any) -> list[str]:
    """Those of `ids` who are of the sex that the sentence shows; all where it shows none."""
    women = [one for one in ids if one in world.women]
    men = [one for one in ids if one not in world.women]
    if not (women and men):
        return ids
    woman = _agrees(scene, named)
    if woman is None:
        woman = _is_called(scene)
    return ids if woman is None else women if woman else men


def _agrees(scene: Scene, named: Named) -> bool | None:
    """Is the verb of which the name is the subject a feminine form; None where it shows none."""
    name = token_at(scene.sentence, named.start)
    grammar = load_grammar(scene.lang)
    agrees = bool(grammar.words("past_agrees"))
    if not agrees or name is None or not name.dep_.startswith("nsubj"):
        return None
    helpers = grammar.words("past_agrees_under")
    helped = any(c.dep_.startswith("aux") and c.lemma_ in helpers for c in name.head.children)
    if name.head.pos_ not in {"VERB", "AUX"} or (helpers and not helped):
        return None
    return _as_woman(name.head.morph.get("Gender"))


def _as_woman(gender: list[str]) -> bool | None:
    return {"Fem": True, "Masc": False}.get(gender[0]) if gender else None


def _is_called(scene: Scene) -> bool | None:
    """Do pronouns and titles speak of a woman, in a sentence about one person alone?"""
    if len({person.text for person in scene.persons}) != 1:
        return None
    woman, man = (bool(scene.says(slot, plain=True)) for slot in ("woman", "man"))
    return None if woman is man else woman
