"""Question: who may go where by when, from words to what the models are asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from registan.errors import InputError
from registan.forecast.horizon import read_day, read_horizon
from registan.forecast.noun import Target, Task
from registan.forecast.place import Where, find_where
from registan.forecast.state import HOME
from registan.precedent.office import find_office
from registan.world import Candidate, Mention, load

TRAVELLERS: dict[str, tuple[Task, str]] = {
    "us-president": ("president-abroad", "US president"),
    "us-secretary-of-state": ("secretary-abroad", "US secretary of state"),
}
LEADERS = frozenset({"head-of-state", "head-of-government", "monarch", "pope", "leader"})
RECEPTION = "the United States"
_POSSIBLE = (
    'Possible are "US president", "US secretary of state", '
    'and the leader of a country ("president of Kazakhstan") to the White House.'
)


class _Who(NamedTuple):
    """Who is asked about: an office as the world knows it, and whose."""

    office: str | None
    country: str | None


def ask(
    who: str,
    where: str | None,
    within: str | date = "12m",
    as_of: str | date | None = None,
    lang: str = "en",
) -> Target:
    """Make the question that words ask; InputError says in one sentence what is not possible.

    Without a day it is asked today. A foreign leader's `where` may be left out: it is the United
    States.
    """
    day = read_day(as_of, "--as-of")
    until = read_horizon(within, day)
    if not who.strip():
        raise InputError("Nobody is asked about.", where="--who", hint=_POSSIBLE)
    found = _find_who(who.strip(), day, lang)
    if found.office in TRAVELLERS:
        return _abroad(*TRAVELLERS[found.office], where, day, until, lang)
    if found.country and found.country != HOME and found.office in LEADERS:
        return _to_us(found.country, where, day, until, lang)
    if found.office in LEADERS and found.country is None and where and not _is_reception(where):
        return _abroad(*TRAVELLERS["us-president"], where, day, until, lang)
    raise InputError(f"No forecast is made for {who.strip()!r}.", where="--who", hint=_POSSIBLE)


def _abroad(task: Task, who: str, where: str | None, day: date, until: date, lang: str) -> Target:
    if not where or not where.strip():
        raise InputError(
            "No country or region is given.", where="--where", hint="Name one, as Kazakhstan."
        )
    place = find_where(where, day, lang)
    return _target(task, who, place.name, place, day, until)


def _to_us(country: str, where: str | None, day: date, until: date, lang: str) -> Target:
    if where and not _is_reception(where):
        raise InputError(
            "Visits of foreign leaders are forecast to the United States only.",
            where="--where",
            hint="Leave --where out, or write White House.",
        )
    home = find_where(country, day, lang)
    return _target("leader-to-us", f"leader of {home.name}", RECEPTION, home, day, until)


def _target(task: Task, who: str, name: str, place: Where, day: date, until: date) -> Target:
    return Target(
        task=task,
        who=who,
        where=name,
        countries=place.countries,
        region=place.region,
        as_of=day,
        until=until,
    )


def _is_reception(where: str) -> bool:
    """Say whether words mean the United States or a place in it."""
    world = load()
    for mention in world.find(where, "en"):
        if world.country_of(mention) == HOME:
            return True
    return where.strip().upper() in (HOME, "USA")


def _find_who(words: str, day: date, lang: str) -> _Who:
    """Find the office and the country that words mean, by title, by name, or by country alone."""
    world = load()
    known = find_office(words)
    if known and known.id in TRAVELLERS:
        return _Who(known.id, HOME)
    mentions = world.find(words, lang)
    offices = [m.ids[0] for m in mentions if m.type == "office"]
    countries = [c for m in mentions if m.type != "person" and (c := world.country_of(m))]
    candidates = world.who(words, lang, day) if any(m.type == "person" for m in mentions) else []
    if candidates and candidates[0].office:
        return _holder(candidates[0], day)
    if offices and not countries and _names_more(words, mentions):
        return _Who(None, None)
    if offices:
        own = world.offices[offices[0]].country if offices[0] in world.offices else None
        return _Who(offices[0], own or (countries[0] if countries else None))
    if countries and (len(words.split()) == 1 or known or _names_leader(words)):
        return _Who("leader", countries[0])
    return _Who(known.id if known else None, None)


def _names_more(words: str, mentions: Sequence[Mention]) -> bool:
    """Say whether a name stands beside what is known (`Emperor of Mars`)."""
    rest = list(words)
    for mention in mentions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    return any(word[0].isupper() and len(word) > len("The") for word in "".join(rest).split())


def _holder(candidate: Candidate, day: date) -> _Who:
    """Give the office of a person; InputError where it had ended by the day."""
    if candidate.to and candidate.to < day.isoformat():
        raise InputError(
            f"{candidate.name} left office on {candidate.to}, before {day}.",
            where="--who",
            hint=_POSSIBLE,
        )
    return _Who(candidate.office, candidate.country)


def _names_leader(words: str) -> bool:
    """Say whether one of the words alone is a word for a leader."""
    found = (find_office(word.strip(" .,'’")) for word in words.split())
    return any(office is not None and office.id == "leader" for office in found)
