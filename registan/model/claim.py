"""Claim and Verdict: a checkable statement about the record of events, and what registers say."""

from __future__ import annotations

from typing import Literal

import msgspec

from registan.model.base import Record
from registan.model.text import Span

Form = Literal[
    "event",
    "never",
    "ever",
    "first",
    "last",
    "every_except",
    "only",
    "highest_rank",
    "count",
    "since",
    "superlative",
]
Direction = Literal["abroad", "to_us"]
Outcome = Literal["supported", "contradicted", "depends", "beyond_coverage", "unclear"]


class Subject(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Whom a claim is about: a person, an office's holders, or a country's leaders.

    `person` is a name, `person_id` its identifier; `office` is an office in plain words ("US
    president") or an office id; `country` is ISO 3166-1 alpha-2, `leaders_of` the part of the
    world whose leaders are meant. `sitting`, `acting`, `elect` narrow the office's holders, and so
    do `female` (women alone) and `feminine` (a word for a woman, which may compare her with all).
    """

    person: str | None = None
    person_id: str | None = None
    office: str | None = None
    country: str | None = None
    leaders_of: str | None = None
    qualifier: Literal["sitting", "acting", "elect", "former", "female", "feminine"] | None = None


class ClaimPlace(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Where: `countries` as ISO codes (SU, DD … for former states), a `region`, a `locale`."""

    countries: tuple[str, ...] = ()
    region: str | None = None
    locale: str | None = None


class Claim(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A checkable statement as data; serialisable, printable in words, compiled to one query.

    `since` and `until` are EDTF; `since_person` is whose visit one counts from ("the first since
    Dulles"); `n` is a count, an ordinal or a number of years as the form says,
    and with a `bound` a count of at least or at most so many ("more than five" is at least six);
    `exceptions` are persons (every_except, or `n` of them unnamed) or countries; `visit_type` is
    state, official, working, private, bilateral …; `unit` says what is counted (visits, trips,
    countries, presidents). `every`: all countries of the place are meant, not any of them, visited
    over the time in `office` or on one `trip`.
    """

    form: Form
    subject: Subject
    kind: Literal["visit", "meeting"] = "visit"
    direction: Direction | None = "abroad"
    place: ClaimPlace = ClaimPlace()
    every: Literal["office", "trip"] | None = None
    since: str | None = None
    since_person: str | None = None
    until: str | None = None
    n: int | None = None
    bound: Literal["at_least", "at_most"] | None = None
    unit: Literal["visits", "trips", "countries", "persons", "years"] | None = None
    exceptions: tuple[str, ...] = ()
    visit_type: str | None = None
    superlative: str | None = None
    claimed_by: str | None = None
    asks: bool = False


class FoundClaim(Record, frozen=True, kw_only=True):
    """A claim as the reader found it in a text; `claim` is null where it was not understood.

    `because` then says what could not be understood.
    """

    id: str
    text: str
    span: Span
    claim: Claim | None = None
    because: str | None = None
    rule: str


class Coverage(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """For which office, kind of event and dates a register is exhaustive.

    `country` is the state whose office it is, where the office's id alone does not tell it.
    `from_start`: nobody of the office travelled before `from`, so that silence reaches further.
    """

    register: str
    office: str
    kind: str
    country: str | None = None
    direction: Direction | None = None
    from_: str = ""
    to: str = ""
    from_start: bool = False
    exhaustive: bool = True
    except_persons: tuple[str, ...] = ()
    note: str | None = None


class Evidence(Record, frozen=True, kw_only=True):
    """A register row that a verdict rests on; `correction` marks rows from the corrections file."""

    register: str
    id: str
    who: str
    office: str
    start: str | None = None
    end: str | None = None
    country: str | None = None
    place: str | None = None
    name: str | None = None
    tags: tuple[str, ...] = ()
    correction: bool = False
    side: Literal["for", "against", "context"] = "for"


class Reading(Record, frozen=True, kw_only=True):
    """The outcome of a claim under one accepted sense of its words."""

    name: str
    verdict: Outcome
    because: str


class Verdict(Record, frozen=True, kw_only=True):
    """A claim's outcome, as of a day, with the rows and the coverage that it rests on.

    `answer` holds one plain sentence by language code: the document's language and English.
    `today` is the outcome as of today where that differs.
    """

    claim: Claim | None
    text: str
    span: Span | None = None
    as_of: str | None = None
    verdict: Outcome
    readings: tuple[Reading, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    answer: dict[str, str] = msgspec.field(default_factory=dict)
    today: Outcome | None = None
    needed: str | None = None
