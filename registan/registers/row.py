"""Row: one journey or one term of office as the shipped tables hold it."""

from __future__ import annotations

from datetime import date

import msgspec


class VisitRow(msgspec.Struct, frozen=True, kw_only=True):
    """One stay of one person in one country; the columns of visits.parquet, in this order.

    `country` is the state at that date, `territory` the present-day countries of the localities.
    `trip` numbers journeys over the whole table; it is 0 until `number_trips` has run.
    """

    register: str
    id: str
    office: str
    office_title: str
    person: str
    name: str
    country_of_person: str
    direction: str
    start: date
    end: date
    country: str
    country_id: str
    country_name: str
    territory: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    locale: str | None = None
    tags: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    before_office: bool = False
    after_office: bool = False
    private: bool = False
    transit: bool = False
    duplicate_of: str | None = None
    correction: bool = False
    source: str | None = None
    trip: int = 0
    remarks: str | None = None


class TermRow(msgspec.Struct, frozen=True, kw_only=True):
    """One term of one person in one office; the columns of terms.parquet, in this order.

    `start` and `end` are null where the register gives no day; `start_edtf`, `end_edtf` say what
    it gives, `birth_edtf` when the person was born. `note` holds tags, never prose.
    """

    register: str
    id: str
    person: str
    name: str
    office: str
    office_title: str
    country: str | None = None
    start: date | None = None
    end: date | None = None
    start_edtf: str | None = None
    end_edtf: str | None = None
    acting: bool = False
    note: tuple[str, ...] = ()
    correction: bool = False
    source: str | None = None
    birth_edtf: str | None = None
