"""Opening: a place is made a record, recognised as one, or brought to this version."""

from __future__ import annotations

from registan.errors import InputError, SourceError
from registan.record.engine import Engine, Session
from registan.record.migration import STEPS
from registan.record.schema import TABLES, VERSION, create_statements

MARK = "registan"  # The meta row that tells a record from any other database.


def prepare(engine: Engine) -> None:
    """Make the place a record of this version; nothing is changed where it is something else."""
    with engine.open(write=True) as session:
        found = version_of(session, engine.place)
        if found is None:
            session.run([*create_statements(indexed=session.indexed), _mark(VERSION)])
        elif found < VERSION:
            migrate(session, found)


def require(engine: Engine, session: Session) -> None:
    """Raise where an open place is no record of this version."""
    found = version_of(session, engine.place)
    if found is None:
        raise InputError(
            "There is no record here yet.",
            where=engine.place,
            hint="Add documents with `registan add`, or name another with --record.",
        )
    if found < VERSION:
        raise InputError(
            f"This record has version {found}, this program has {VERSION}.",
            where=engine.place,
            hint="The next `registan add` brings it up to date.",
        )


def version_of(session: Session, place: str) -> int | None:
    """Give a place's version, null where it is empty; raise where it is not a record."""
    there = session.tables()
    if "meta" not in there:
        if there & set(TABLES):
            raise _alien(place)
        if there and not session.shared:
            raise _alien(place)
        return None
    return _read_version(session, place)


def _read_version(session: Session, place: str) -> int:
    meta = session.backend.table("meta")
    if set(meta.columns) != {"name", "value"}:
        raise _alien(place)
    rows = session.backend.to_pyarrow(meta.filter(meta.name == MARK)).to_pylist()
    if not rows or not str(rows[0]["value"]).isdigit():
        raise _alien(place)
    found = int(rows[0]["value"])
    if found > VERSION:
        raise SourceError(
            f"This record has version {found}, this program knows versions up to {VERSION}.",
            where=place,
            hint="Update Registan; nothing was changed.",
        )
    return found


def migrate(session: Session, found: int) -> None:
    """Bring a record from an older version to this one, step by step, each a transaction."""
    for version in range(found, VERSION):
        session.run([*STEPS[version](session), "DELETE FROM meta", _mark(version + 1)])


def _mark(version: int) -> str:
    return f"INSERT INTO meta VALUES ('{MARK}', '{version}')"


def _alien(place: str) -> InputError:
    return InputError(
        "This database is no record of Registan.",
        where=place,
        hint="Name another; nothing was changed.",
    )
