"""Visit type: which rows are the state visits, official visits … that a claim is restricted to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

import ibis
import yaml
from ibis.expr.types import BooleanValue, Table

from registan.errors import DataError
from registan.model.base import Record
from registan.precedent.row import Row
from registan.precedent.text import fold


class VisitType(Record, frozen=True, kw_only=True):
    """A kind of visit: the tags or the mark that a row of it bears, the marks that it must not.

    `complete` names the directions in which a register marks the kind of every visit. `proof`
    are tags that show the kind where rows without any tag may be of it or not.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...] = ()
    mark: str | None = None
    without: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _types() -> dict[str, VisitType]:
    text = resources.files("registan.precedent").joinpath("data/visit_types.yml").read_text("utf-8")
    data: dict[str, dict[str, Any]] = yaml.safe_load(text)
    try:
        kinds = [VisitType.from_data(entry) for entry in data.values()]
    except Exception as error:
        raise DataError(f"A kind of visit is wrong: {error}", where="visit_types.yml") from error
    return {fold(word): kind for kind in kinds for word in kind.words}


def type_id(words: str | None) -> str:
    """Give the first of the words for a kind of visit, by which data name it; none without."""
    return _types()[fold(words)].words[0] if words and known_type(words) else ""


def known_type(words: str) -> bool:
    """Tell whether we know this kind of visit."""
    return fold(words) in _types()


def told_by_silence(words: str, direction: str) -> bool:
    """Tell whether a row without the kind's mark is proof that the visit was of another kind."""
    return direction in _types()[fold(words)].complete


def has_type(row: Row, words: str) -> bool:
    """Tell whether a row is, or may be, a visit of this kind."""
    kind = _types()[fold(words)]
    if kind.mark:
        return bool(getattr(row, kind.mark))
    if any(getattr(row, mark) for mark in kind.without):
        return False
    return not kind.tags or bool(row.tags & set(kind.tags))


def type_filter(rows: Table, words: str) -> BooleanValue:
    """Give `has_type` as an Ibis expression."""
    kind = _types()[fold(words)]
    if kind.mark:
        return rows[kind.mark]
    kept: BooleanValue = ibis.literal(True)
    for mark in kind.without:
        kept = kept & ~rows[mark]
    if kind.tags:
        kept = kept & (rows.tags.intersect(ibis.array(list(kind.tags))).length() > 0)
    return kept


def shows_type(rows: Iterable[Row], words: str) -> bool:
    """Tell whether one of the rows is marked as a visit of this kind beyond doubt."""
    kind = _types()[fold(words)]
    return any(not kind.proof or row.tags & set(kind.proof) for row in rows)


def by_exclusion(words: str) -> bool:
    """Tell whether a kind is told by what it is not, so that no row means no visit of it."""
    kind = _types()[fold(words)]
    return not kind.tags and not kind.mark
