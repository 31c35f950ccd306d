"""Where a claim's visits lie: the place that a sentence names, or that the text before it named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from registan.model import ClaimPlace
from registan.reader.claim_cue import DECISIVE
from registan.reader.claim_scene import Named, Scene
from registan.reader.claim_tree import (
    RELATIVE,
    clause_head,
    in_clause_with,
    share_clause,
    token_at,
)

SEVERAL = "it names several places, and which one is meant is not clear"
GROUPS = frozenset({"grouping", "organisation", "region"})
CUT = re.compile(r"[:;–—]|(?<=\s)-(?=\s)|,")
BEHIND = 12  # Letters at most between "his second" and "the continent".
DIVIDED = frozenset({"americas"})  # What is called two continents, too.
OWNED = re.compile(r"['’]s?\s\ue000")


class Found(NamedTuple):
    """A place understood: as claim data, the names that it rests on, and whether it is American."""

    place: ClaimPlace
    names: tuple[Named, ...]
    american: bool = False
    alone: bool = False  # Named by the sentence right before, which says no more ("Tirana?").
    but: tuple[str, ...] = ()  # Countries of the region that are left out ("other than Mexico").


def resolve_place(
    scene: Scene, world: Any, before: Iterable[Found] = (), own: frozenset[str] = frozenset()
) -> Found | str:
    """The place of a sentence's claim, from its own names or from `before`, latest first.

    `own` are the states of visitors from abroad, who do not visit them. A text says why no one
    place is meant.
    """
    if scene.says("continents"):
        return Found(ClaimPlace(region="seven continents"), ())
    since = scene.words.patterns["since"]
    names = [n for n in _candidates(scene) if not _is_own(n, world, own)]
    names = [n for n in names if not in_clause_with(scene.sentence, n.start, since)] or names
    if scene.says("abroad", plain=True) and not _beside_abroad(scene, names, world):
        return Found(ClaimPlace(region="world"), ())
    american = [n for n in names if _countries(n, world) == ("US",)]
    if own and american and _is_reception(american, world):
        return Found(_place(american[:1], world), tuple(american[:1]), True)
    foreign = [n for n in names if n not in american]
    chosen = _choose(scene, foreign, world) if foreign else []
    if isinstance(chosen, str):
        return chosen
    if len(chosen) == 1 and scene.words.patterns["part_of_state"].fullmatch(chosen[0].text):
        return f"registers do not tell which visits to its state led to “{chosen[0].text}”"
    if len(chosen) == 1 and _is_capital_of(scene, chosen[0]):
        return _capital(chosen[0], world)
    if chosen:
        place = _place(chosen, world)
        if place.countries and (around := _around(scene, place, world)):
            return around
        return Found(place, tuple(chosen), but=_left_out(scene, world) if place.region else ())
    if american:
        return Found(_place(american[:1], world), tuple(american[:1]), True)
    return _recall(scene, before)


def _around(scene: Scene, place: ClaimPlace, world: Any) -> Found | str | None:
    """The continent of a country, or why its region is not clear ("to the continent")."""
    ends = [c.end for c in scene.has(*DECISIVE)]
    pointers = [
        m
        for m in (*scene.says("continent_here"), *scene.says("region_here"))
        if any(0 <= m.start() - end <= BEHIND for end in ends)
    ]
    if not pointers:
        return None
    parts = [r for r in world.regions.values() if r.scheme == "continent" and r.id not in DIVIDED]
    around = [r for r in parts if set(place.countries) <= world.members(r.id)]
    if len(around) == 1 and scene.words.patterns["continent_here"].fullmatch(pointers[0].group()):
        return Found(ClaimPlace(region=around[0].name), ())
    return "which region it means is not clear"


def _left_out(scene: Scene, world: Any) -> tuple[str, ...]:
    """The countries that a region is meant without ("a Latin American country but Mexico")."""
    but = scene.words.patterns["but"].pattern
    named = [n for n in scene.places if n.type == "country"]
    told = [n for n in named if re.search(rf"{but}\s$", scene.masked[: n.start], re.IGNORECASE)]
    return tuple(dict.fromkeys(code for n in told for code in _countries(n, world)))


def _is_reception(names: list[Named], world: Any) -> bool:
    """Is the White House named, where leaders from abroad are received?"""
    return any(_locale(n, world) == "White House" for n in names)


def place_of(names: list[Named], world: Any) -> ClaimPlace:
    """Several names as one place: their states, a region, a locality."""
    return _place(names, world)


def _candidates(scene: Scene) -> list[Named]:
    """Names that can be a destination; adjectives only with a noun ("Soviet soil")."""
    leaving = scene.words.patterns["from"].pattern
    noun = scene.words.patterns["place_noun"]
    kept = []
    for name in scene.places:
        adjective = name.type == "nationality" or _is_adjective(scene, name)
        if adjective and not _beside_noun(scene, name, noun):
            continue
        if name.type in GROUPS and (_holds_summit(scene, name) or _names_role(scene, name)):
            continue
        if name.type == "country" and _is_of_person(scene, name):
            continue
        if re.search(rf"{leaving}\s$", scene.masked[: name.start], re.I):
            continue
        kept.append(name)
    return kept


def _holds_summit(scene: Scene, name: Named) -> bool:
    """Is it whose summit it was ("the G20 summit", "sommet du G20"), not where?"""
    summit = scene.words.patterns["summit"].pattern
    link = scene.words.patterns["of"].pattern
    after = re.match(rf"[\s-]?{summit}", scene.masked[name.end :], re.I)
    return bool(after or re.search(rf"{summit}\s(?:{link}\s?)?$", scene.masked[: name.start], re.I))


def _names_role(scene: Scene, name: Named) -> bool:
    """Does it say what a state is in a group ("G20 host Argentina", "NATO member Turkey")?"""
    role = scene.words.patterns["group_role"].pattern
    of = scene.words.patterns["of"].pattern
    behind = re.match(rf"[\s-]?{role}\s(?:\w+\s)?\ue002", scene.masked[name.end :], re.I)
    return bool(behind or re.search(rf"{role}\s(?:{of}\s)?$", scene.masked[: name.start], re.I))


def _is_adjective(scene: Scene, name: Named) -> bool:
    """Is it a town's name made an adjective ("nach dem Moskauer Gipfel")?"""
    token = token_at(scene.sentence, name.start) if name.type == "city" else None
    return token is not None and token.pos_ == "ADJ"


def _beside_noun(scene: Scene, name: Named, noun: re.Pattern[str]) -> bool:
    """Does a word for a place stand after the adjective, or before it ("sol laotien")?

    A foreign adjective with a visit says where it led ("an Australian stop").
    """
    masked = scene.masked
    if noun.match(masked, name.end + 1) or re.search(
        rf"{noun.pattern}\s$", masked[: name.start], re.I
    ):
        return True
    visit = scene.words.patterns["visit_noun"]
    return name.ids != ("US",) and bool(visit.match(masked, name.end + 1))


def _is_of_person(scene: Scene, name: Named) -> bool:
    """Does the state belong to a person's name ("Barclay of Liberia", "Japan's Taro Aso")?"""
    link = scene.words.patterns["of"].pattern
    owned = OWNED.match(scene.masked, name.end)
    return bool(owned or re.search(rf"\ue000\s{link}\s$", scene.masked[: name.start], re.I))


def _is_own(name: Named, world: Any, own: frozenset[str]) -> bool:
    codes = _countries(name, world)
    return bool(codes) and set(codes) <= own


def _recall(scene: Scene, before: Iterable[Found]) -> Found | str:
    """What "there", "the country", "the region" point back to."""
    pointers = [m.group().lower() for m in scene.says("place_here")]
    earlier = list(before)
    if not pointers and earlier and earlier[0].alone:
        return earlier[0]
    if not pointers:
        return "it does not say where"
    wants_region = any(re.search(r"regi", p) for p in pointers)
    for found in earlier:
        if wants_region and not found.place.region:
            continue
        return found
    return (
        f"nothing before it says what “{pointers[0]}” is" if pointers else "it does not say where"
    )


# ---------------------------------------------------------------------------- choosing
def _choose(scene: Scene, names: list[Named], world: Any) -> list[Named] | str:
    """The names that one place consists of, or why that is not clear."""
    if len(names) == 1:
        return names
    strong = [m.start() for m in scene.says("visit_strong")]
    cues = [c.start for c in scene.cues if c.effect not in ("ever", "every", "years", "now_person")]
    weak = [m.start() for m in scene.says("visit_verb")]
    if _points_between(scene, names, world, cues):
        return SEVERAL
    told = [c.start for c in scene.has(*DECISIVE)]
    if found := _antecedent(scene, names, told):
        return found
    for marks in (told, [], cues, strong, weak):
        narrowed = _in_clause(scene, names, marks) if marks else names
        found = _with_listed(scene, _as_one(scene, narrowed, world), names, world)
        if found and _is_one_of_cities(scene, found, names, world):
            return SEVERAL
        if found and not _is_of_capital(scene, found, names):
            return found
    beside = [n for n in names if any(share_clause(scene.sentence, c, n.start) for c in told)]
    if found := _as_one(scene, beside, world):
        return found
    return SEVERAL


def _antecedent(scene: Scene, names: list[Named], told: list[int]) -> list[Named]:
    """The place of which a relative clause claims something ("Mali, which nobody had visited")."""
    deeds = [clause_head(t) for t in (token_at(scene.sentence, at) for at in told) if t is not None]
    heads = {deed.head for deed in deeds if deed.dep_ in RELATIVE}
    return [n for n in names if token_at(scene.sentence, n.start) in heads][:1]


def _is_one_of_cities(scene: Scene, found: list[Named], names: list[Named], world: Any) -> bool:
    """Is it one of the cities of several states that are listed ("in Brussels and London")?"""
    if len(found) != 1 or found[0].type != "city":
        return False
    words = (scene.words.patterns[slot].pattern for slot in ("conjunction", "at_place"))
    between = re.compile(r"\W*(?:{})?\W*(?:{})?\W*".format(*words), re.IGNORECASE)
    own = _countries(found[0], world)
    others = [n for n in names if n.type == "city" and _countries(n, world) != own]
    pairs = (sorted((found[0], n)) for n in others)
    return any(between.fullmatch(scene.masked, a.end, b.start) for a, b in pairs)


def _with_listed(scene: Scene, found: list[Named], names: list[Named], world: Any) -> list[Named]:
    """The names and the states that are listed with them ("India, Pakistan and Nepal")."""
    if not found or any(n.type != "country" for n in found):
        return found
    whole = list(found)
    for name in reversed(names):
        if name.end <= whole[0].start and name.type == "country":
            whole = [name, *whole] if _are_listed(scene, [name, whole[0]]) else whole
    for name in names:
        if name.start > whole[-1].start and name.type == "country":
            whole += [name] if _are_listed(scene, [whole[-1], name]) else []
    ends = scene.words.patterns["conjunction"]
    closed = ends.search(scene.masked, whole[0].end, whole[-1].start) if whole[1:] else None
    return _as_one(scene, whole, world) if closed else found


def _is_of_capital(scene: Scene, found: list[Named], names: list[Named]) -> bool:
    """ "In der sowjetischen Hauptstadt: X landet in Y": a city is meant that is named elsewhere."""
    capital = scene.words.patterns["capital"].pattern
    text = scene.masked
    beside = any(
        re.match(rf"\s{capital}", text[n.end :], re.I)
        or re.search(rf"{capital}\s$", text[: n.start], re.I)
        for n in found
        if n.type == "nationality"
    )
    return beside and any(n.type == "city" for n in names)


def _is_capital_of(scene: Scene, name: Named) -> bool:
    """Is the capital of the state meant ("the capital of Georgia", "the Georgian capital")?"""
    if name.type not in {"country", "nationality"}:
        return False
    capital, of = scene.words.patterns["capital"].pattern, scene.words.patterns["of"].pattern
    before = rf"{capital}\s?(?:{of}\s?)?$"
    return bool(
        re.search(before, scene.masked[: name.start], re.I)
        or re.match(rf"(?:['’]s?)?\s{capital}", scene.masked[name.end :], re.I)
    )


def _capital(state: Named, world: Any) -> Found | str:
    """The one city that is, and within living memory was, the state's capital."""
    codes = _countries(state, world)
    cities = [c for c in world.cities.values() if c.capital_of in codes]
    if len(cities) != 1:
        return "which city was the capital then is not clear"
    place = ClaimPlace(countries=(cities[0].country,), locale=cities[0].name)
    return Found(place, (state,))


def _points_between(scene: Scene, names: list[Named], world: Any, cues: list[int]) -> bool:
    """Does "there" beside a cue mean the region or the state in it, which are both named before?"""
    regions = [n for n in names if _is_region(n, world)]
    here = [m.start() for m in scene.says("place_here")]
    if not regions or len(regions) == len(names) or _in_clause(scene, names, cues):
        return False
    spans = [Named(at, at + 1, "", "", ()) for at in here]
    return bool(_in_clause(scene, spans, cues))


def _as_one(scene: Scene, names: list[Named], world: Any) -> list[Named]:
    if len(names) == 1:
        return names
    names = [n for n in names if n.type != "nationality"] or names
    if len(names) < 2:
        return names
    regions = [n for n in names if _is_region(n, world)]
    if len(regions) == 1:
        members = _members(regions[0], world)
        if all(set(_countries(n, world)) <= members for n in names if n not in regions):
            return regions
        return []
    codes = [_countries(n, world) for n in names]
    if len(set(codes)) == 1:
        cities = [n for n in names if n.type == "city"]
        states = [n for n in names if n not in cities]
        beside = [c for c in cities for s in states if 0 < s.start - c.end < 5]
        return beside[:1] or states[:1] or cities[:1]
    return names if _are_listed(scene, names) else []


def _beside_abroad(scene: Scene, names: list[Named], world: Any) -> list[Named]:
    """Places abroad in the same part of the sentence as "abroad" itself."""
    marks = [m.start() for m in scene.says("abroad", plain=True)]
    return [n for n in _in_clause(scene, names, marks) if _countries(n, world) != ("US",)]


def _in_clause(scene: Scene, names: list[Named], marks: list[int]) -> list[Named]:
    """The names in the same stretch between punctuation marks as one of the offsets."""
    cuts = [0, *(m.end() for m in CUT.finditer(scene.masked)), len(scene.masked)]
    kept = []
    for left, right in pairwise(cuts):
        if any(left <= mark < right for mark in marks):
            kept += [n for n in names if left <= n.start < right]
    return kept


def _are_listed(scene: Scene, names: list[Named]) -> bool:
    """Do only commas, conjunctions and prepositions stand between the names, and no verb?"""
    joined = scene.words.patterns["conjunction"]
    return all(
        len(gap := scene.masked[a.end : b.start]) < 16
        and ("," in gap or joined.search(gap))
        and not re.search(r"[:;.]", gap)
        and not _has_verb(scene, a.end, b.start)
        for a, b in pairwise(names)
    )


def _has_verb(scene: Scene, start: int, end: int) -> bool:
    """Does a verb stand between two places of the sentence ("visited Mali, came to Togo")?"""
    words = scene.sentence or ()
    return any(start <= t.idx - scene.start < end and t.pos_ in {"VERB", "AUX"} for t in words)


# ---------------------------------------------------------------------------- what names mean
def _place(names: list[Named], world: Any) -> ClaimPlace:
    regions = [n for n in names if _is_region(n, world)]
    if regions:
        return ClaimPlace(region=_region_name(regions[0], world))
    codes = tuple(dict.fromkeys(code for n in names for code in _countries(n, world)))
    locales = [n for n in names if n.type in {"city", "metonym"}]
    if len(names) == 1 and locales:
        return ClaimPlace(countries=codes, locale=_locale(locales[0], world))
    return ClaimPlace(countries=codes)


def _locale(name: Named, world: Any) -> str | None:
    if name.type == "metonym":
        metonym = world.metonyms.get(name.ids[0])
        return "White House" if metonym and metonym.stands_for == "us-president" else None
    city = world.cities.get(name.ids[0])
    return city.name if city and city.country != "US" else None


def _is_region(name: Named, world: Any) -> bool:
    return name.type == "region" or any(i in world.regions for i in name.ids)


def _region_name(name: Named, world: Any) -> str:
    region = next((world.regions[i] for i in name.ids if i in world.regions), None)
    return str(region.name) if region else name.text


def _members(name: Named, world: Any) -> frozenset[str]:
    key = next((i for i in name.ids if i in world.regions), None)
    members: frozenset[str] = world.members(key) if key else frozenset()
    return members


def _countries(name: Named, world: Any) -> tuple[str, ...]:
    """ISO codes that a name stands for; none for a region."""
    key = name.ids[0] if name.ids else ""
    if name.type == "metonym":
        metonym = world.metonyms.get(key)
        return (metonym.country,) if metonym else ()
    if name.type == "city":
        city = world.cities.get(key)
        return (city.country,) if city else ()
    if name.type == "organisation":
        return ("PS",) if "palestinian-authority" in name.ids else ()
    return (key,) if re.fullmatch(r"[A-Z]{2,3}", key) else ()  # XSV: South Vietnam
