"""Officeholder: somebody called by an office that they did not hold on that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from registan import world
from registan.errors import InputError
from registan.model import ActorMention, Span
from registan.model.period import FIRST_DAY, LAST_DAY, Period, period_of, shift
from registan.record.day import stated
from registan.record.noun import StoredDocument, StoredReport
from registan.record.party import STATES, name_words, without_states
from registan.world.noun import Mention, Person, Term
from registan.world.tenure import holders

OCCURRED = frozenset({"happened", "ongoing"})
OWN_LIST = "registan"  # the source of terms that were written by hand
SEATS = frozenset({"head-of-state", "head-of-government"})
GOVERNING_LIST = "factbook"  # which names presidents who govern as heads of government, too
UNSURE_DAYS = 7  # by which such a term may be off
BEFORE = 18  # characters before a title in which "former" or "then" stands


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `data/offices.yml`."""

    other_time: tuple[str, ...]
    then: tuple[str, ...]
    beside_president: tuple[str, ...]


@cache
def marks() -> Marks:
    """Read `data/offices.yml`."""
    text = files("registan.record").joinpath("data/offices.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Marks)


def find_wrong_office(actor: ActorMention, report: StoredReport) -> str | None:
    """Why a title does not fit the time of a report; None where the register is silent or it does.

    A title of which several people held the office at that time is ambiguous, and named too.
    """
    period = _time(report)
    if period is None or not actor.span:
        return None
    words = _around(actor, report)
    if _begins(words, marks().other_time):
        return None
    lang = report.origin.lang
    title = actor.office or actor.mention
    meant = _offices(title, lang)
    if not meant:
        return None
    if actor.id and actor.type == "person":
        # "ministre britannique des Affaires étrangères": the whole title, and no mere minister
        whole = _offices(without_states(actor.mention, lang), lang)
        return _not_held(actor, whole or meant, period)
    if actor.country and _begins(words, marks().then) and not _is_named(actor, lang):
        whole = _offices(actor.mention, lang)  # "minister" alone is no prime minister
        return _ambiguous(actor, whole or meant, period)
    return None


def find_wrong_seats(document: StoredDocument) -> Iterator[tuple[Span, str]]:
    """ "Prime Minister Gustavo Petro", whatever the text tells of him: the words, and why not.

    Only who never was what he is called, and holds the other seat of his state, and only where the
    text names him in full.
    """
    origin, text = document.origin, document.text
    period = period_of(origin.published) if origin.published else None
    found = world.load().find(text, origin.lang)
    full = {m.ids[0] for m in found if m.type == "person" and len(m.text.split()) > 1}
    for at, name in enumerate(found):
        title = _title_before(text, found[:at], name)
        if period is None or title is None or name.type != "person" or name.ids[0] not in full:
            continue
        before = f" {text[max(0, title.start - BEFORE) : name.end]} ".casefold()
        if _begins(before, (*marks().other_time, *marks().then)):
            continue
        because = _never_held(name, title, period)
        if because:
            said = text[title.start : name.end]
            yield Span(start=title.start, end=name.end, text=said), because


def _title_before(text: str, found: Sequence[Mention], name: Mention) -> Mention | None:
    """The office right before a name, or parted from it by its state alone."""
    between = name
    for mention in reversed(found[-2:]):
        if text[mention.end : between.start].strip():
            return None
        if mention.type == "office":
            return None if _is_of_body(text, mention, found) else mention
        if mention.type not in STATES:
            return None
        between = mention
    return None


def _is_of_body(text: str, title: Mention, found: Sequence[Mention]) -> bool:
    """ "Fidesz President Viktor Orbán": of something with a name, which is no state."""
    words = text[: title.start].split("\n")[-1].split()
    of_state = any(m.type in STATES and m.end + 2 >= title.start > m.start for m in found)
    return not of_state and len(words) > 1 and words[-1][0].isupper()


def _never_held(name: Mention, title: Mention, period: Period) -> str | None:
    known = world.load()
    person, meant = known.persons[name.ids[0]], frozenset(title.ids)
    terms = [t for t in known.terms(person.id) if not t.seen and t.start]
    held = [t for t in terms if {t.office, *known.offices[t.office].includes} & meant]
    if not held:
        return _takes_other_seat(person, terms, meant, period)
    governs = all(t.source == GOVERNING_LIST and t.office in SEATS for t in held)
    ministerial = title.text.casefold().startswith(marks().beside_president)
    presides = [t for t in terms if t.office == "head-of-state" and t.source != GOVERNING_LIST]
    if ministerial and governs and any(_touches(t, period) for t in presides):
        return f"{person.name} was head of state, who governs there without a prime minister"
    return None


def _offices(title: str, lang: str) -> frozenset[str]:
    found = world.load().find(title, lang)
    return frozenset(i for m in found if m.type == "office" for i in m.ids)


def _is_named(actor: ActorMention, lang: str) -> bool:
    """Is there a name beside the title? "Then" in front of it has a capital, too."""
    words = name_words(actor.mention, lang)
    return any(not _begins(f" {word.casefold()}", marks().then) for word in words)


def _not_held(actor: ActorMention, meant: frozenset[str], period: Period) -> str | None:
    known = world.load()
    terms = [t for t in known.terms(actor.id or "") if not t.seen and t.start]
    held = [t for t in terms if {t.office, *known.offices[t.office].includes} & meant]
    if not held:
        return _takes_other_seat(actor, terms, meant, period)
    if any(_touches(t, period) for t in held):
        return None
    others = [h for t in held for h in _holders(t.office, t.country, period, actor.id)]
    if not others:
        return None  # a list that ends may be one that was not continued
    spans = ", ".join(f"{t.start} to {t.end or 'now'}" for t in held)
    office = ", ".join(dict.fromkeys(known.offices[t.office].title for t in held))
    listed = "; by Registan's own list" if all(t.source == OWN_LIST for t in held) else ""
    then = "on" if period.first == period.last else "in"
    return f"{actor.name} was {office} {spans}, not {then} {_said(period)}{listed}"


def _takes_other_seat(
    actor: ActorMention | Person, terms: Sequence[Term], meant: frozenset[str], period: Period
) -> str | None:
    """ "President Orbán", of a prime minister beside whom somebody else is head of state."""
    known = world.load()
    own = [t for t in terms if t.office in SEATS and _touches(t, period)]
    if len(own) != 1 or len(meant) != 1 or not meant < SEATS:
        return None
    office, country = next(iter(meant)), own[0].country
    others = _holders(office, country, period, actor.id)
    if len({t.person for t in others}) != 1:
        return None
    title, other = known.offices[own[0].office].title, known.persons[others[0].person].name
    return f"{actor.name} was {title}; {known.offices[office].title} was {other}"


def _holders(office: str, country: str, period: Period, besides: str | None) -> list[Term]:
    """The terms of others in an office that reach into a period."""
    found = holders(office, country, period.first, period.last)
    return [
        t for t in found if t.start and not t.seen and _touches(t, period) and t.person != besides
    ]


def _ambiguous(actor: ActorMention, meant: frozenset[str], period: Period) -> str | None:
    """Two who held the office in that time: whom the title means is not said."""
    country = actor.country or ""
    found = [t for office in sorted(meant) for t in _holders(office, country, period, None)]
    people = dict.fromkeys(t.person for t in found)
    if len(people) < 2:
        return None
    names = ", ".join(world.load().persons[p].name for p in people)
    return f"{len(people)} people held this office in {_said(period)}: {names}"


def _touches(term: Term, period: Period) -> bool:
    """Does the term reach into the period? Days of our own list may be wrong, and accuse nobody."""
    unsure = UNSURE_DAYS if term.source == OWN_LIST else 0
    first = shift(period_of(term.start or FIRST_DAY).first, -unsure if term.start else 0)
    last = shift(period_of(term.end).last, unsure) if term.end else LAST_DAY
    return period.overlaps(first, last)


def _time(report: StoredReport) -> Period | None:
    """When the title must fit: the days of what happened, else the day of publication."""
    told = stated(report) if report.report.standing in OCCURRED else None
    if told is not None or not report.origin.published:
        return told
    try:
        return period_of(report.origin.published)
    except InputError:
        return None


def _said(period: Period) -> str:
    return period.first if period.first == period.last else f"{period.first} to {period.last}"


def _around(actor: ActorMention, report: StoredReport) -> str:
    """The mention with the words before it."""
    if actor.span is None:
        return actor.mention
    at = actor.span.start - report.report.span.start
    before = report.report.span.text[max(0, at - BEFORE) : at] if at > 0 else ""
    return f" {before}{actor.mention} ".casefold()


def _begins(words: str, beginnings: tuple[str, ...]) -> bool:
    """Say whether one of the words begins so."""
    return any(f" {b}" in words or (b[0] == "-" and b in words) for b in beginnings)
