"""Person: the register's identifier of whoever a claim names."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from importlib import resources

import yaml

from registan.precedent.archive import Archive
from registan.precedent.text import fold
from registan.world.sound import sounds

_ALIKE = 0.84
_ALIKE_GIVEN = 0.75
_LIKENESS = 0.6
_HABITS = ("en", "de", "fr")


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    text = resources.files("registan.precedent").joinpath("data/names.yml").read_text("utf-8")
    return {full: frozenset(short) for full, short in yaml.safe_load(text).items()}


@lru_cache(maxsize=1_000)
def holders(archive: Archive, offices: tuple[str, ...], country: str = "") -> dict[str, str]:
    """Give identifier and name of everyone whom terms or rows show in one of the offices.

    `country` leaves only the visitors that came from it.
    """
    wanted = set(offices)
    seen = [
        holder
        for holder in archive.holders
        if holder.office in wanted and country in ("", holder.country)
    ]
    found = {
        term.person: term.name
        for term in archive.terms
        if term.office in wanted and country in ("", term.country)
    }
    for holder in seen:
        found.setdefault(holder.person, holder.name)
    return found


@lru_cache(maxsize=50_000)
def find_person(
    archive: Archive, name: str, offices: tuple[str, ...], country: str = ""
) -> tuple[str, ...]:
    """Give the identifiers of the holders that `name` can stand for."""
    return tuple(match_names(name, holders(archive, offices, country)))


def match_names(name: str, people: dict[str, str]) -> list[str]:
    """Give the identifiers in `people` that `name` can stand for, best matches only.

    The last word of a name must agree; every other word of the claim's name must agree with one
    of the person's, as the same word, a short form or an initial.
    """
    wanted = fold(name).split()
    scores = {key: _score(wanted, _words(key, full)) for key, full in people.items()}
    best = max(scores.values(), default=0.0)
    return [key for key, score in scores.items() if score == best] if best > 0 else []


def _words(key: str, name: str) -> list[str]:
    return fold(name).split() or key.split("-")


def _score(wanted: list[str], have: list[str]) -> float:
    if not wanted or not have:
        return 0.0
    if len(wanted) == 1 or len(have) == 1:
        return max((_alike(one, two, short=False) for one in wanted for two in have), default=0.0)
    family = _alike(wanted[-1], have[-1], short=False)
    if not family:
        return _jumbled(wanted, have)
    given = [max(_alike(word, other, short=True) for other in have[:-1]) for word in wanted[:-1]]
    return family + sum(given) / len(given) - _unsaid(wanted, have) if min(given) > 0 else 0.0


def _unsaid(wanted: list[str], have: list[str]) -> float:
    # "George W. Bush" beats "George H. W. Bush" for "George W. Bush" by what is left over.
    return 0.01 * abs(len(have) - len(wanted)) if len(wanted) > 2 else 0.0


def _jumbled(wanted: list[str], have: list[str]) -> float:
    # Family names that come first, and names of one part beside a longer form.
    shorter, longer = sorted((wanted, have), key=len)
    parts = [max(_alike(word, other, short=False) for other in longer) for word in shorter]
    return 0.9 * sum(parts) / len(parts) if min(parts) > 0 else 0.0


@lru_cache(maxsize=200_000)
def _alike(one: str, two: str, *, short: bool) -> float:
    if one == two:
        return 1.0
    if short and (len(one) == 1 or len(two) == 1):
        return 0.8 if one[0] == two[0] else 0.0
    if short and (two in _short_forms().get(one, ()) or one in _short_forms().get(two, ())):
        return 0.9
    if min(len(one), len(two)) < 5:
        return 0.0
    ratio = max(SequenceMatcher(None, one, two).ratio(), 0.95 * _sound_ratio(one, two))
    return 0.7 * ratio if ratio >= (_ALIKE_GIVEN if short else _ALIKE) else 0.0


def _sound_ratio(one: str, two: str) -> float:
    """Give how alike two spellings sound, each by the habits of any of our languages."""
    heard = {(sounds(one, ours), sounds(two, theirs)) for ours in _HABITS for theirs in _HABITS}
    return max(SequenceMatcher(None, *pair).ratio() for pair in heard)


def resembles(name: str, people: dict[str, str]) -> bool:
    """Tell whether somebody in `people` has a name so like `name` that they may be the same."""
    wanted = [word for word in fold(name).split() if len(word) > 2]
    have = {word for full in people.values() for word in fold(full).split() if len(word) > 2}
    return any(
        max(SequenceMatcher(None, one, two).ratio(), _sound_ratio(one, two)) >= _LIKENESS
        for one in wanted
        for two in have
    )


def at_day(archive: Archive, people: list[str], offices: Iterable[str], day: str) -> list[str]:
    """Narrow `people` to whoever held one of the offices on `day`, else the last before it."""
    wanted = set(offices)
    terms = [
        term
        for term in archive.terms
        if term.person in people and term.office in wanted and term.start <= day
    ]
    holding = [term.person for term in terms if term.end is None or term.end >= day]
    if holding:
        return sorted(set(holding))
    return people
