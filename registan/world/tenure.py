"""Who held an office when: terms, holders, and a person's office on a day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from registan.world.noun import Person, Term, to_iso
from registan.world.store import map_persons, map_terms, read_groups, read_people

# Where the head of state governs too, a title of one office means the holder of the other.
GENERAL = {
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "vice-president",
    "ambassador",
}


@lru_cache(maxsize=1)
def general_offices() -> dict[str, tuple[str, ...]]:
    """For each office, the more general ones it includes."""
    return {office.id: office.includes for office in read_groups().offices}


@lru_cache(maxsize=512)
def offices_meaning(office: str) -> tuple[str, ...]:
    """An office and those that include it: `head-of-state` with `us-president` and `pope`."""
    return (office, *(key for key, general in general_offices().items() if office in general))


@lru_cache(maxsize=1)
def shared_offices() -> frozenset[str]:
    """Offices of which a country has several holders at a time: ministers, ambassadors."""
    return frozenset(office.id for office in read_groups().offices if office.shared)


@lru_cache(maxsize=1)
def terms_by_seat() -> dict[tuple[str, str], list[Term]]:
    """Terms by office and country, oldest first.

    Appearances without a known beginning come last.
    """
    seats: dict[tuple[str, str], list[Term]] = {}
    for term in read_people().terms:
        seats.setdefault((term.office, term.country), []).append(term)
    for terms in seats.values():
        terms.sort(key=lambda t: (t.seen, t.start or ""))
    return seats


def holders(
    office: str, country: str, start: str | date | None, end: str | date | None
) -> list[Term]:
    """All terms in an office of a country that touch a period."""
    first, last = to_iso(start) or "", to_iso(end) or "9999"
    found = [
        term
        for key in offices_meaning(office)
        for term in terms_by_seat().get((key, country), ())
        if (term.start or "") <= pad(last, "9") and ends_after(term, first)
    ]
    return sorted(found, key=lambda t: (t.seen, t.start or ""))


def ends_after(term: Term, day: str) -> bool:
    """Say whether a term was not over before a day."""
    last = term.end or term.known_until
    return last is None or pad(last, "9") >= day


def pad(day: str, filler: str) -> str:
    """Fill a date of lower precision so that it compares as its last moment."""
    return day + "-99-99"[len(day) - 4 :] if filler == "9" and len(day) in (4, 7) else day


def holder(office: str, country: str, as_of: str | date) -> Person | None:
    """The person who held an office of a country on a day; None where that is not known.

    On a day of change the successor is given. An appearance counts for its year where no term is
    known.
    """
    term = holder_term(office, country, as_of)
    return map_persons()[term.person] if term else None


def holder_term(office: str, country: str, as_of: str | date) -> Term | None:
    """The term that covers a day, the latest begun where several do.

    None where nobody is known, and for an office that several share.
    """
    if office in shared_offices():
        return None
    day = to_iso(as_of) or ""
    known = [t for t in holders(office, country, day, day) if not t.seen]
    if known:
        return known[-1]
    near = [t for t in holders(office, country, day, day) if t.seen]
    return near[0] if len({t.person for t in near}) == 1 else None


def office_at(person: str, as_of: str | date) -> Term | None:
    """The highest office that a person held on a day; None if none is known."""
    day = to_iso(as_of) or ""
    held = [t for t in map_terms().get(person, ()) if covers(t, day)]
    return min(held, key=lambda t: (t.seen, rank_of(t.office), t.office), default=None)


def covers(term: Term, day: str) -> bool:
    """Say whether a term covers a day (or, of lower precision, touches it)."""
    return (term.start or "") <= pad(day, "9") and ends_after(term, day)


@lru_cache(maxsize=128)
def rank_of(office: str) -> int:
    """The rank of an office; 99 where none is given."""
    rank = {o.id: o.rank for o in read_groups().offices}.get(office)
    return 99 if rank is None else rank
