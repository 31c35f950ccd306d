"""Dispute: localities that a register names and other sources deny."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from registan.errors import DataError
from registan.model.base import Record
from registan.precedent.text import fold


class Dispute(Record, frozen=True, kw_only=True):
    """One disputed locality of one row, what is said against it, and by whom."""

    register: str
    id: str
    locality: str
    says: str
    source: str


@lru_cache(maxsize=1)
def load_disputes() -> dict[tuple[str, str], Dispute]:
    """Load the disputes by register and row; DataError names a mistake in the file."""
    text = resources.files("registan.precedent").joinpath("data/disputes.yml").read_text("utf-8")
    data: list[dict[str, Any]] = yaml.safe_load(text)
    try:
        disputes = [Dispute.from_data(entry) for entry in data]
    except Exception as error:
        raise DataError(f"A dispute is not as it must be: {error}", where="disputes.yml") from error
    return {(dispute.register, dispute.id): dispute for dispute in disputes}


def disputed_localities() -> frozenset[str]:
    """Give the folded names of all disputed localities."""
    return frozenset(fold(dispute.locality) for dispute in load_disputes().values())
