"""Days of history from which a claim counts: "the first since the revolution", "since the war"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from registan.languages import table
from registan.model import ClaimPlace
from registan.reader.claim_place import Found
from registan.reader.claim_scene import Dated, Named, Scene

NEAR = r"[^,;:.!?]{0,30}?\b"  # So far behind "since" its turning point begins.
BESIDE = r"\s*(?:\w{1,3}\s){0,2}"  # A bare word follows at once, or after an article.
# What follows "the war" where it is another state's ("the war in Korea").
ELSEWHERE = (
    r"(?!\s(?:of|in|on|against|with|en|de|du|au|aux|contre|auf|gegen|von|mit|des|в|во|на|против)\b)"
    r"(?!\s[dl]['’])"
)


class Landmark(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A turning point: its day (EDTF), the states whose own it is, and who says so."""

    id: str
    day: str
    countries: tuple[str, ...] = ()
    source: str


class WordRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a language calls a turning point; `bare` means it only where its own state is meant."""

    id: str
    words: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    matches: str
    rejects: str


@cache
def load_landmarks() -> dict[str, Landmark]:
    """The turning points of `landmark.yml` by id."""
    text = files("registan.reader").joinpath("landmark.yml").read_text(encoding="utf-8")
    rows = msgspec.convert(yaml.safe_load(text), tuple[Landmark, ...])
    return {row.id: row for row in rows}


@cache
def landmark_words(lang: str, bare: bool) -> dict[str, re.Pattern[str]]:
    """A language's patterns by the turning point's id; `bare` gives those of one state only."""
    found = {}
    for row in table(lang, "landmarks", WordRow):
        words = row.bare if bare else row.words
        end = ELSEWHERE if bare and row.id != "independence" else ""
        begin = BESIDE if bare else NEAR
        if words:
            found[row.id] = re.compile(rf"{begin}(?:{'|'.join(words)})\b{end}", re.IGNORECASE)
    return found


def count_from_landmark(scene: Scene, world: Any) -> tuple[Scene, Found | None]:
    """The scene with a named turning point as its date, and where that was if in one state.

    Places inside the turning point's name are no destinations.
    """
    found = None if _has_since(scene) else _named(scene, world)
    if found is None:
        return scene, None
    dated, countries = found
    places = tuple(p for p in scene.places if not dated.start <= p.start < dated.end)
    where = Found(ClaimPlace(countries=countries), ()) if len(countries) == 1 else None
    return scene._replace(places=places, dates=(*scene.dates, dated)), where


def count_from_own(scene: Scene, codes: tuple[str, ...], world: Any) -> Scene:
    """The scene with a turning point of these states as its date ("since the war")."""
    if _has_since(scene):
        return scene
    dated = _era(scene, codes, world)
    if dated:
        return scene._replace(dates=(*scene.dates, dated))
    for start, rest in _after_since(scene):
        for key, pattern in landmark_words(scene.lang, True).items():
            match = pattern.match(rest)
            if match is None or _is_of_another(scene, start, start + match.end(), codes):
                continue
            day = _own_day(key, codes, world)
            if day:
                dated = Dated(start, start + match.end(), day, "since")
                return scene._replace(dates=(*scene.dates, dated))
    return scene


def _era(scene: Scene, codes: tuple[str, ...], world: Any) -> Dated | None:
    """The day since which a state is what an adjective calls it ("reunified Germany")."""
    words = scene.words.patterns["era"].pattern
    for place in scene.places:
        before = re.search(rf"{words}\s$", scene.masked[: place.start], re.IGNORECASE)
        after = re.match(rf"\s{words}", scene.masked[place.end :], re.IGNORECASE)
        said = before or after
        if said is None or not _states(place, world) & set(codes):
            continue
        day = _own_day(str(scene.words.read("era", said.group().strip())), codes, world)
        if day:
            return Dated(place.start, place.end, day, "since")
    return None


def _states(place: Named, world: Any) -> set[str]:
    """The state that a name means, or in which a named town lies."""
    towns = [world.cities[i].country for i in place.ids if i in world.cities]
    return set(towns) or set(place.ids)


def _own_day(key: str, codes: tuple[str, ...], world: Any) -> str | None:
    if key == "independence":
        states = {code for code in codes if code != "US"}
        country = world.countries.get(states.pop()) if len(states) == 1 else None
        return country.from_ if country else None
    landmark = load_landmarks()[key]
    return landmark.day if set(codes) & set(landmark.countries) else None


def _is_of_another(scene: Scene, start: int, end: int, codes: tuple[str, ...]) -> bool:
    """Is a state named whose turning point it is, and none of these ("Kenya's independence")?"""
    named = [p for p in scene.places if start <= p.start < end and p.ids]
    states = [p for p in named if p.type in {"country", "nationality"}]
    return bool(states) and all(p.ids[0] not in codes for p in states[:1])


def _has_since(scene: Scene) -> bool:
    return any(d.role == "since" for d in scene.dates)


def _after_since(scene: Scene) -> list[tuple[int, str]]:
    return [(m.end(), scene.text[m.end() :]) for m in scene.says("since_event", plain=True)]


def _named(scene: Scene, world: Any) -> tuple[Dated, tuple[str, ...]] | None:
    for start, rest in _after_since(scene):
        for key, pattern in landmark_words(scene.lang, False).items():
            match = pattern.match(rest)
            if not match:
                continue
            end = start + match.end()
            if key == "state_ends":
                ended = _ended_state(scene, end, world)
                if ended:
                    return Dated(start, ended[0], ended[1], "since"), ()
                continue
            landmark = load_landmarks()[key]
            return Dated(start, end, landmark.day, "since"), landmark.countries
    return None


def _ended_state(scene: Scene, at: int, world: Any) -> tuple[int, str] | None:
    """Where the name of a state that is no more ends, and its last day."""
    for place in scene.places:
        country = world.countries.get(place.ids[0]) if place.ids else None
        if at <= place.start <= at + 5 and country is not None and country.to:
            return place.end, str(country.to)
    return None
