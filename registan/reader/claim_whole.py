"""Whether a claim is of all countries of its place, and whether one journey led there."""

from __future__ import annotations

import re
from typing import Literal

from registan.model import ClaimPlace
from registan.reader.claim_cue import DECISIVE
from registan.reader.claim_scene import Scene
from registan.reader.claim_tree import in_one_clause

NEAR = 5  # Letters at most between "both" and the first of two names ("both in the …").


def read_every(scene: Scene, place: ClaimPlace) -> Literal["office", "trip"] | None:
    """Give how all countries of a place were visited; None where any of them is meant."""
    if not has_parts(place):
        return None
    if said_of_one_trip(scene):
        return "trip"
    return "office" if _in_all(scene) or _says_both(scene) else None


def has_parts(place: ClaimPlace) -> bool:
    """Is the place made of several countries, all of which can be meant?"""
    several = bool(place.region) or len(place.countries) > 1
    return several and not place.locale and place.region != "world"


def said_of_one_trip(scene: Scene) -> list[re.Match[str]]:
    """Give the words for one journey in what is claimed."""
    told = [c.start for c in scene.has(*DECISIVE)]
    found = scene.says("one_trip", plain=True)
    return [m for m in found if not told or any(_together(scene, m.start(), at) for at in told)]


def says_all(scene: Scene) -> bool:
    """Does the sentence speak of all countries, wherever it does?"""
    return bool(scene.says("all_places", plain=True))


def _in_all(scene: Scene) -> bool:
    """Is it in all countries that somebody was? "In all of them nobody was" means any of them."""
    denials = [c.start for c in scene.has("never", "never_before")]
    told = scene.says("all_places", plain=True)
    return any(all(at < m.start() for at in denials) for m in told)


def _says_both(scene: Scene) -> bool:
    """Do words join listed countries to one whole ("both India and Pakistan")?"""
    told = [m.end() for m in scene.says("both", plain=True)]
    return any(n.start - NEAR <= end <= n.end for n in scene.places for end in told)


def _together(scene: Scene, one: int, other: int) -> bool:
    return scene.sentence is None or in_one_clause(scene.sentence, one, other)
