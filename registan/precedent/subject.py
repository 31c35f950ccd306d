"""Subject: whose visits a claim is about, as offices and persons of the registers."""

from __future__ import annotations

from dataclasses import dataclass

from registan import world
from registan.model.claim import Claim
from registan.precedent import region
from registan.precedent.archive import Archive
from registan.precedent.office import Office, find_office, load_offices
from registan.precedent.period import period_of
from registan.precedent.person import at_day, find_person, holders, resembles
from registan.precedent.place import own_soil

# Forms that speak of the subject's own visits only.
_OF_ONE = frozenset({"count", "event", "ever", "never"})
_US_OFFICES = ("us-president", "us-secretary-of-state")


@dataclass(frozen=True)
class Subject:
    """Offices of the registers, and the persons among their holders (None: any holder).

    An empty `persons` is a person whom the registers do not know. `home` is the state whose office
    it is; `visitors` the same where other states' rows bear that office too. `surely_absent`: no
    holder has a name like the one claimed.
    """

    office: Office
    direction: str
    offices: tuple[str, ...]
    persons: tuple[str, ...] | None
    visitors: tuple[str, ...]
    home: str | None = None
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
    home = _home_of(claim, office)
    followed = _followed(archive, claim, office, home)
    if isinstance(followed, NoSubject):
        return followed
    direction, offices = followed
    country = "" if home in (None, "US") else str(home)
    visitors = _visitors(claim, country)
    if visitors is None:
        return NoSubject(False, "region")
    persons = _persons(archive, claim, direction, offices, country, as_of)
    if persons == () and not country and offices:
        return NoSubject(True, "person-unknown")
    people = holders(archive, offices, country)
    return Subject(
        office=office,
        direction=direction,
        offices=offices,
        persons=persons,
        visitors=visitors + _earlier_states(archive, claim, persons, visitors),
        home=home,
        surely_absent=persons == () and not resembles(claim.subject.person or "", people),
    )


def _earlier_states(
    archive: Archive, claim: Claim, persons: tuple[str, ...] | None, visitors: tuple[str, ...]
) -> tuple[str, ...]:
    """Give other states that the persons came from too, where nobody else is compared with them.

    The president of a new state may have been that of the one before.
    """
    if not persons or not visitors or claim.form not in _OF_ONE:
        return ()
    held = {h.country for h in archive.holders if h.person in persons and h.country}
    return tuple(sorted(held - set(visitors)))


def _visitors(claim: Claim, country: str) -> tuple[str, ...] | None:
    """Give the states whose leaders are meant; None for a region that nobody knows."""
    if not claim.subject.leaders_of:
        return (country,) if country else ()
    found = region.extents(claim.subject.leaders_of)
    return found[0].codes if found else None


def _office_of(archive: Archive, claim: Claim) -> Office | NoSubject:
    if claim.subject.office:
        return _named_office(archive, claim, claim.subject.office)
    if claim.direction == "to_us":
        return load_offices()["leader"]
    name = claim.subject.person_id or claim.subject.person
    for key in _US_OFFICES:
        if name and find_person(archive, name, (key,)):
            return load_offices()[key]
    return _office_held(archive, claim) or NoSubject(True, "person")


def _office_held(archive: Archive, claim: Claim) -> Office | None:
    """Find the office that a register of one's own shows the claim's person in."""
    country, name = claim.subject.country, claim.subject.person
    for entry in archive.coverage:
        if not (country and name) or entry.country != country or entry.kind != "visit":
            continue
        if find_person(archive, name, (entry.office,), country):
            return find_office(entry.office, archive.offices)
    return None


def _named_office(archive: Archive, claim: Claim, words: str) -> Office | NoSubject:
    country = claim.subject.country
    own = tuple(office for office in archive.offices if country in (None, office.country))
    found = find_office(f"us {words}", own) if country == "US" else None
    found = found or find_office(words, own)
    if found is None or (found.country and country not in (None, found.country)):
        return NoSubject(True, "office")
    return found


def _home_of(claim: Claim, office: Office) -> str | None:
    """Give the state whose office it is, where claim or office tells it."""
    if office.country or claim.subject.country != "US":
        return office.country or claim.subject.country
    return None


def _followed(
    archive: Archive, claim: Claim, office: Office, home: str | None
) -> tuple[str, tuple[str, ...]] | NoSubject:
    """Give the direction of the visits and the registers' offices that follow them."""
    if home and claim.place.countries and own_soil(home) >= set(claim.place.countries):
        return NoSubject(True, "domestic")
    directions = _directions(claim, office)
    for direction in directions:
        offices = _registers(archive, office, home, direction)
        if offices:
            return direction, offices
    if claim.form == "highest_rank" and directions[0] == office.direction:
        return directions[0], ()
    return NoSubject(True, "office")


def _directions(claim: Claim, office: Office) -> tuple[str, ...]:
    """Give the directions in which a register can follow the visits, the likeliest first.

    A visit to the United States is in a register of visits there, or of the visitor's travels.
    """
    if office.country == "US":
        return ("abroad",)
    places = set(claim.place.countries)
    if places == {"US"} or claim.direction == "to_us":
        return ("to_us", "abroad") if places <= {"US"} else ("abroad",)
    return ("to_us", "abroad") if not places and claim.direction is None else ("abroad",)


def _registers(
    archive: Archive, office: Office, home: str | None, direction: str
) -> tuple[str, ...]:
    if direction == office.direction and office.register:
        return office.register
    covered = {
        entry.office
        for entry in archive.coverage
        if entry.kind == "visit" and entry.direction == direction and entry.country == home
    }
    return tuple(code for code in office.register or (office.id,) if code in covered)


def _persons(
    archive: Archive,
    claim: Claim,
    direction: str,
    offices: tuple[str, ...],
    country: str,
    as_of: str,
) -> tuple[str, ...] | None:
    named = claim.subject
    if named.person_id in holders(archive, offices, country):
        return (str(named.person_id),)
    if not named.person and not named.person_id:
        return None
    found = _find(archive, claim, offices, country, as_of)
    if len(found) > 1 and direction == "abroad":
        day = period_of(claim.since).last if claim.since and claim.form == "event" else as_of
        return tuple(at_day(archive, list(found), offices, day))
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
        person = people.get(meant[0].id) if meant else None
    return (person.name, *person.aka) if person else ()
