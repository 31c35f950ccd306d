"""Subject: whose visits a claim is about, as offices and persons of the registers."""

from __future__ import annotations

from dataclasses import dataclass

from registan import world
from registan.model.claim import Claim
from registan.precedent.archive import Archive
from registan.precedent.office import Office, find_office, load_offices
from registan.precedent.period import period_of
from registan.precedent.person import at_day, find_person, holders, resembles

_US_OFFICES = ("us-president", "us-secretary-of-state")


@dataclass(frozen=True)
class Subject:
    """Offices of the registers, and the persons among their holders (None: any holder).

    An empty `persons` is a person whom the registers do not know. `visitors` are the states whose
    leaders are meant. `surely_absent`: no visitor of theirs has a name like the one claimed.
    """

    office: Office
    direction: str
    offices: tuple[str, ...]
    persons: tuple[str, ...] | None
    visitors: tuple[str, ...]
    surely_absent: bool = False


@dataclass(frozen=True)
class NoSubject:
    """Why a subject cannot be judged: `beyond` coverage, else not understood."""

    beyond: bool
    reason: str


def resolve_subject(archive: Archive, claim: Claim, as_of: str) -> Subject | NoSubject:
    """Find the claim's subject in the registers."""
    office = _office_of(archive, claim)
    if isinstance(office, NoSubject):
        return office
    direction = _direction_of(claim, office)
    if direction is None:
        return NoSubject(True, "domestic")
    if direction != office.direction or not (office.register or claim.form == "highest_rank"):
        return NoSubject(True, "office")
    country = str(claim.subject.country) if _foreign(claim, office) else ""
    persons = _persons(archive, claim, office, country, as_of)
    if persons == () and not country and office.register:
        return NoSubject(True, "person-unknown")
    people = holders(archive, office.register, country)
    return Subject(
        office=office,
        direction=direction,
        offices=office.register,
        persons=persons,
        visitors=(country,) if country else (),
        surely_absent=persons == () and not resembles(claim.subject.person or "", people),
    )


def _foreign(claim: Claim, office: Office) -> bool:
    return office.direction == "to_us" and claim.subject.country not in (None, "US")


def _office_of(archive: Archive, claim: Claim) -> Office | NoSubject:
    words = claim.subject.office
    if words:
        return _named_office(claim, words)
    if claim.direction == "to_us":
        return load_offices()["leader"]
    name = claim.subject.person_id or claim.subject.person
    for key in _US_OFFICES:
        if name and find_person(archive, name, (key,)):
            return load_offices()[key]
    return NoSubject(True, "person")


def _named_office(claim: Claim, words: str) -> Office | NoSubject:
    american = claim.subject.country == "US"
    found = find_office(f"us {words}") if american and find_office(f"us {words}") else None
    found = found or find_office(words)
    if found is None:
        return NoSubject(True, "office")
    if found.direction == "abroad" and claim.subject.country not in (None, "US"):
        return NoSubject(True, "office")
    return found


def _direction_of(claim: Claim, office: Office) -> str | None:
    """Give the direction, or None where the visit is inside the subject's own country."""
    places = set(claim.place.countries)
    if office.direction == "abroad":
        return None if places == {"US"} else "abroad"
    if places == {"US"} or claim.direction == "to_us":
        return "to_us" if places <= {"US"} else "abroad"
    return "to_us" if not places and claim.direction is None else "abroad"


def _persons(
    archive: Archive, claim: Claim, office: Office, country: str, as_of: str
) -> tuple[str, ...] | None:
    named = claim.subject
    if named.person_id in holders(archive, office.register, country):
        return (str(named.person_id),)
    if not named.person and not named.person_id:
        return None
    found = _find(archive, claim, office.register, country, as_of)
    if len(found) > 1 and office.direction == "abroad":
        day = period_of(claim.since).last if claim.since and claim.form == "event" else as_of
        return tuple(at_day(archive, list(found), office.register, day))
    return found


def _find(
    archive: Archive, claim: Claim, offices: tuple[str, ...], country: str, as_of: str
) -> tuple[str, ...]:
    """Find a person by the claim's name, else by the names that the world knows them by."""
    if claim.subject.person:
        found = find_person(archive, claim.subject.person, offices, country)
        if found:
            return found
    for name in _known_as(claim, as_of):
        found = find_person(archive, name, offices, country)
        if found:
            return found
    return ()


def _known_as(claim: Claim, as_of: str) -> tuple[str, ...]:
    people = world.load().persons
    person = people.get(claim.subject.person_id or "")
    if person is None and claim.subject.person:
        meant = world.load().who(claim.subject.person, "en", as_of, claim.subject.country)
        person = meant[0].person if meant else None
    return (person.name, *person.aka) if person else ()
