"""Deed: what states do to their relations: summon, expel, recall, appoint, open, close, sever; and
of what sort their cooperation is."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from registan.record.memo import once_a_report
from registan.record.noun import StoredReport

RELATIONS = "relations"
EMBASSY = ".embassy"  # the rules of what is done to embassies
COOPERATION = "cooperation"


class Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One deed of `data/deeds.yml`; `matches` are words that name it, `rejects` such as do not."""

    words: tuple[str, ...]
    matches: tuple[str, ...]
    rejects: tuple[str, ...]
    directed: bool = False


@cache
def deeds() -> dict[str, Deed]:
    """Read `data/deeds.yml`."""
    text = files("registan.record").joinpath("data/deeds.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, Deed])


def sort_of(report: StoredReport) -> str | None:
    """Say whether a cooperation is of forces, people or goods; None where it may be any."""
    if report.report.kind != COOPERATION:
        return None
    return _sorts().get(report.report.rule.rpartition(".")[2])


@cache
def _sorts() -> dict[str, str]:
    """Read `data/sorts.yml`: the ending of a rule's id -> the sort."""
    text = files("registan.record").joinpath("data/sorts.yml").read_text(encoding="utf-8")
    return {rule: sort for sort, rules in yaml.safe_load(text).items() for rule in rules}


@once_a_report
def deed_of(report: StoredReport) -> str | None:
    """Give the one deed that a report's trigger names; None for reports of other kinds."""
    if report.report.kind != RELATIONS:
        return None
    found = named_by(report.report.trigger)
    resumed = found == "restore" and report.report.rule.endswith(EMBASSY)
    return "open" if resumed else found  # "возобновил работу посольства"


def named_by(trigger: str) -> str | None:
    """Give the one deed that words name; None for none or several."""
    words = trigger.casefold().split()
    found = [n for n, deed in deeds().items() if any(w.startswith(deed.words) for w in words)]
    return found[0] if len(found) == 1 else None
