"""The nouns of the world.

States, regions, people, offices, terms, and what finding them returns.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Names = dict[str, tuple[str, ...]]
MentionType = Literal[
    "country",
    "nationality",
    "city",
    "region",
    "grouping",
    "organisation",
    "metonym",
    "person",
    "office",
]


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A state or territory, today's (ISO 3166 code) or a former one.

    `names` are per language, the usual one first.
    `from_` and `to` are the first and last day (or year) of its existence where known; a former
    state has
    `successors`, a state that was part of another has `predecessor`.
    """

    code: str
    name: str
    names: Names
    m49: str | None = None
    region: str | None = None
    subregion: str | None = None
    from_: str | None = None
    to: str | None = None
    successors: tuple[str, ...] = ()
    predecessor: str | None = None
    capital: str | None = None
    wikidata: str | None = None


class City(msgspec.Struct, frozen=True, kw_only=True):
    """A city; `capital_of` is the code of the state whose capital it is or (`Almaty`) long was."""

    id: str
    name: str
    country: str
    population: int = 0
    capital_of: str | None = None


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A region or a named grouping of states.

    `members` are codes, each with `/from/to` where membership began or ended.
    """

    id: str
    name: str
    type: Literal["region", "grouping"]
    names: Names = {}
    scheme: str | None = None
    members: tuple[str, ...] = ()


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """An international organisation or a party to conflicts; `members` as in Region."""

    id: str
    name: str
    names: Names = {}
    members: tuple[str, ...] = ()


class Metonym(msgspec.Struct, frozen=True, kw_only=True):
    """A building or seat that stands for a government.

    Of which country, for which office, in which city.
    """

    id: str
    country: str
    stands_for: str
    city: str
    place: bool = False


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office: its rank (1 is the highest), its titles per language, and the more general
    offices it includes. Of an office that is `shared`, a country has several holders at a time.
    """

    id: str
    title: str
    titles: Names = {}
    country: str | None = None
    rank: int | None = None
    includes: tuple[str, ...] = ()
    shared: bool = False


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person; `names` are full names per language; `surname` is the part of `name` that news
    uses alone.
    """

    id: str
    name: str
    surname: str
    names: Names = {}
    country: str | None = None
    wikidata: str | None = None
    aka: tuple[str, ...] = ()


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A person's time in an office.

    `seen` terms are years of appearance in a source, not beginnings or ends. A term without an end
    whose source was closed on a day is `known_until` then: what came later is not known.
    """

    person: str
    office: str
    country: str
    start: str | None = None
    end: str | None = None
    source: str = ""
    seen: bool = False
    known_until: str | None = None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A name found in a text.

    Character offsets, the words, a type and the ids that it may mean, likeliest first.
    """

    start: int
    end: int
    text: str
    type: MentionType
    ids: tuple[str, ...]


class Candidate(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Whom a name may mean, with the term of office (`from_`, `to`) that decided.

    `score` says how sure, 0 to 1; `because` why. `id` is the person's.
    """

    id: str
    name: str
    country: str | None = None
    office: str | None = None
    from_: str | None = None
    to: str | None = None
    score: float
    because: str


def to_iso(when: str | date | None) -> str | None:
    """Give a day as ISO text; dates of any precision (`1991`, `1991-12`) pass unchanged."""
    return when.isoformat() if isinstance(when, date) else when
