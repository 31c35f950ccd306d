"""Vouching: who stands behind a report: a side of the event, a third, somebody unnamed, nobody.

A side is a state that takes part (of a visit, the host too). A document on a state's own site, or
by its ministry or press service, is that state's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

import msgspec
import yaml

from registan import world
from registan.model import ActorMention, Source
from registan.reader.scale import SILENCE
from registan.record.noun import Origin, StoredReport
from registan.record.party import Party, list_parties, name_words, sound_alike

HOSTED = frozenset({"visit"})
SENT = frozenset({"cooperation"})
OFFICIAL = frozenset({"official", "document"})  # "according to a ministry statement"
UNKNOWN_SIDE = "?"  # A ministry or a person without a state: a side's, but whose is not said.
BOTH_SIDES = "&"  # A joint text, whoever the sides are.
STATES_OWN = {"gov": "US", "mil": "US"}
TOP_LEVEL = {"UK": "GB"}  # Where a country's domain is not its ISO code.


class Vouchers(msgspec.Struct, frozen=True):
    """Who stands behind one report: the sides by state, and whether thirds or unnamed ones do."""

    sides: frozenset[str] = frozenset()
    third: bool = False
    anonymous: bool = False
    names: tuple[str, ...] = ()


class Seat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that serves an office, by the beginnings of its name."""

    body: tuple[str, ...]
    office: str
    states: frozenset[str] = frozenset()


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `data/vouching.yml`."""

    joint: tuple[str, ...]
    body: tuple[str, ...]
    unnamed: tuple[str, ...]
    hosts: tuple[str, ...]
    shared: tuple[str, ...]
    owned: tuple[str, ...]
    mission: tuple[str, ...]
    organs: dict[str, str]
    seats: tuple[Seat, ...]


@cache
def words() -> Words:
    """Read `data/vouching.yml`."""
    text = files("registan.record").joinpath("data/vouching.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Words)


def vouchers_of(report: StoredReport, sides: frozenset[str]) -> Vouchers:
    """Give who stands behind a report of an event in which `sides` take part.

    Where somebody unnamed was heard, the outlet that heard them is no witness of its own. Who
    declines to confirm an event vouches for nothing.
    """
    if is_silent(report):
        return Vouchers()
    found = [_weigh(s, report, sides) for s in report.report.attribution]
    if any(kind == "anonymous" for kind, _, _ in found):
        found = [f for f in found if f[0] != "third"]
    owner = publisher_state(report.origin)
    if owner and not (report.report.standing == "denied" and found):
        kind = "side" if owner in sides else "third"
        found.append((kind, owner, report.origin.publisher or owner))
    return Vouchers(
        sides=frozenset(s for kind, side, _ in found if kind == "side" for s in side.split("|")),
        third=any(kind == "third" for kind, _, _ in found),
        anonymous=any(kind == "anonymous" for kind, _, _ in found),
        names=tuple(dict.fromkeys(name for _, _, name in found)),
    )


def is_silent(report: StoredReport) -> bool:
    """Say whether a report tells only that somebody will neither confirm nor deny."""
    return any(step.name.endswith(SILENCE) for step in report.report.chain)


def sides_of(group: Sequence[StoredReport]) -> frozenset[str]:
    """The states and bodies that take part in an event; of a visit, the host's too.

    A name without a state is no side of its own: it may be a spelling of one that has.
    """
    found: set[str] = set()
    for report in group:
        lang, told = report.origin.lang, report.report
        actors = (*told.who, *told.whom)
        found |= {p.country or p.id or UNKNOWN_SIDE for p in list_parties(actors, lang)}
        if any(a.office and not a.country and not a.id for a in actors):
            own = publisher_state(report.origin)  # "the minister", on the ministry's own site
            found |= {own} if own else set()
        got = any(a.country for a in told.whom)
        sent = told.kind in SENT and not got  # "ships to Guyana", "extradited X to Peru": who gets
        if told.kind in HOSTED or sent:
            found |= {p.country for p in told.where if p.country}
    return frozenset(found)


def _weigh(source: Source, report: StoredReport, sides: frozenset[str]) -> tuple[str, str, str]:
    """Give what a source is, which side where it is one, and its name."""
    lang, name = report.origin.lang, source.name
    if source.type == "anonymous" or _is_unnamed(source):
        return ("anonymous", "", name)
    if _holds(name, words().joint):
        return ("side", "|".join((BOTH_SIDES, *sorted(sides))), name)
    state = source.country or _state_in_brackets(name, report) or state_in(name, lang)
    if state not in sides and _holds(name, words().shared):
        state = None
    state = state or _state_of_owner(name, report) or _state_of_seat(name, report)
    state = state or _state_of_bearer(source, report)
    press = source.type == "media" and not _holds(name, words().owned)
    person = None if press else _party_named(source, report)
    if person or (state and state in sides and not press):
        return ("side", person or str(state), name)
    body = _organisation_in(name, lang) if state is None else None
    if body:
        side = next((b for b in (body, words().organs.get(body)) if b in sides), None)
        return ("side", side, name) if side else ("third", "", name)
    if source.type == "participant" and state is None:
        return ("side", UNKNOWN_SIDE, name)
    if state is None and source.type in OFFICIAL and _holds(name, words().body):
        return ("side", publisher_state(report.origin) or UNKNOWN_SIDE, name)
    return ("third", "", name)


def _is_unnamed(source: Source) -> bool:
    """ "Two diplomats": persons without name or state."""
    small = source.id is None and source.country is None
    return small and source.type == "official" and _holds(source.name, words().unnamed)


def _holds(name: str, beginnings: tuple[str, ...]) -> bool:
    padded = f" {name.casefold()}"
    return any(f" {b}" in padded or f"-{b}" in padded for b in beginnings)


def _state_in_brackets(name: str, report: StoredReport) -> str | None:
    """ "his office [Jan Nowak]": the state of the participant whose office it is."""
    owner = name.partition("[")[2].rstrip("]")
    actors = (*report.report.who, *report.report.whom, *report.origin.cast)
    return next((a.country for a in actors if owner and a.name == owner and a.country), None)


def _state_of_owner(name: str, report: StoredReport) -> str | None:
    """ "Nowak's office", "канцелярия Новака": the state of the one party whose name it holds.

    Many are called by the first of their names: "Anwar's office" is Anwar Ibrahim's.
    """
    lang = report.origin.lang
    if not _holds(name, words().body):
        return None
    owner = name_words(name.replace("’s", "").replace("'s", ""), lang)
    said = [_alone(word, lang) for word in owner]
    actors = (*report.report.who, *report.report.whom, *report.origin.cast)
    parties = [p for p in list_parties(actors, lang) if p.words and p.country]
    states = {
        p.country
        for p in parties
        if any(sound_alike(_alone(word, p.lang), s) for word in p.words for s in said)
    }
    return states.pop() if len(states) == 1 else None


def _alone(word: str, lang: str) -> Party:
    """Somebody of whom one name is known."""
    return Party(None, (word,), lang, None, False, word)


def _state_of_bearer(source: Source, report: StoredReport) -> str | None:
    """ "M. Moran" who was named with his office before: the state of the one who bears the name."""
    lang = report.origin.lang
    words_ = name_words(source.name, lang)
    if source.type != "official" or not words_:
        return None
    said = Party(None, words_, lang, None, False, source.name)
    parties = [p for p in list_parties(report.origin.cast, lang) if p.words]
    states = {p.country for p in parties if sound_alike(p, said)}
    return states.pop() if len(states) == 1 else None


def _state_of_seat(name: str, report: StoredReport) -> str | None:
    """ "The chancellery": the state of the one party who holds the office that it serves."""
    seat = next((s for s in words().seats if _holds(name, s.body)), None)
    if seat is None:
        return None
    actors = (*report.report.who, *report.report.whom)
    holders = {a.country for a in actors if seat.office in offices_of(a, report.origin)}
    holders = holders & seat.states if seat.states else holders
    return holders.pop() if len(holders) == 1 else None


def offices_of(actor: ActorMention, origin: Origin) -> set[str]:
    """The offices that an actor is called by, or held when the document was published."""
    known = world.load()
    written = known.find(f"{actor.mention} | {actor.office or ''}", origin.lang)
    found = {i for m in written if m.type == "office" for i in m.ids}
    term = known.office_at(actor.id, origin.published) if actor.id and origin.published else None
    return found | {term.office} if term else found


def _party_named(source: Source, report: StoredReport) -> str | None:
    """The side of a party that speaks for itself."""
    for actor in (*report.report.who, *report.report.whom):
        if source.id == actor.id if source.id else source.name == actor.name:
            return actor.country or actor.id or UNKNOWN_SIDE
    return None


@lru_cache(maxsize=16384)
def state_in(name: str, lang: str) -> str | None:
    """The state that a body's name holds: by country, nationality, capital or seat."""
    known = world.load()
    abroad = _holds(name, words().mission)
    for mention in known.find(name, lang):
        country = known.country_of(mention)
        if country and not (abroad and mention.type == "city"):  # where an embassy stands
            return country
    return None


@lru_cache(maxsize=16384)
def _organisation_in(name: str, lang: str) -> str | None:
    """ "A spokesman for the African Union": the international body that a source speaks for."""
    found = (m for m in world.load().find(name, lang) if m.type == "organisation")
    return next((str(m.ids[0]) for m in found), None)


def publisher_state(origin: Origin) -> str | None:
    """The state whose own word a document is, by its publisher or the host of its address."""
    return _publisher_state(origin.publisher or "", origin.url or "", origin.lang)


@lru_cache(maxsize=16384)
def _publisher_state(publisher: str, url: str, lang: str) -> str | None:
    if _holds(publisher, words().body):
        languages = dict.fromkeys((lang, "en", "de", "ru", "fr"))
        found = next((s for s in (state_in(publisher, each) for each in languages) if s), None)
        if found:
            return found
    return next(_host_states(urlsplit(url).hostname or ""), None)


def _host_states(host: str) -> Iterator[str]:
    labels = host.split(".")
    if labels[-1] in STATES_OWN:
        yield STATES_OWN[labels[-1]]
    top = TOP_LEVEL.get(labels[-1].upper(), labels[-1].upper())
    if top in world.load().countries and any(label in words().hosts for label in labels[:-1]):
        yield top
