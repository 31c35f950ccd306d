"""Coverage: how far the registers vouch for silence about a claim's subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from registan.model.claim import Coverage
from registan.precedent.archive import Archive
from registan.precedent.period import shift
from registan.precedent.subject import Subject


@dataclass(frozen=True)
class Reach:
    """The days for which every one of a subject's offices is covered, and who is left out.

    `from_start`: nobody of the office travelled before `first`. `exhaustive`: a missing row
    proves that nobody went.
    """

    entries: tuple[Coverage, ...]
    first: str
    last: str
    exhaustive: bool
    except_persons: tuple[str, ...]
    from_start: bool

    def vouches_from(self, day: str) -> bool:
        """Tell whether silence from `day` on, to the end of coverage, proves absence."""
        return self.exhaustive and (self.from_start or self.first <= day)


def reach_of(archive: Archive, subject: Subject, day: str) -> Reach | None:
    """Give the registers' reach over the subject's offices as of a day; None where there is none.

    Coverages of one office that follow each other without a gap are one; of several with gaps
    between them it is the one that the day lies in, else the last before it.
    """
    held = [_chain(entries, day) for entries in _by_office(archive, subject)]
    if not held:
        return None
    entries = [entry for chain in held for entry in chain]
    return Reach(
        entries=_distinct(entries),
        first=max(chain[0].from_ for chain in held),
        last=min(max(entry.to for entry in chain) for chain in held),
        exhaustive=any(entry.exhaustive for entry in entries),
        except_persons=tuple(person for entry in entries for person in entry.except_persons),
        from_start=all(chain[0].from_start for chain in held),
    )


def _by_office(archive: Archive, subject: Subject) -> Iterable[list[Coverage]]:
    found: dict[str, list[Coverage]] = {}
    for entry in archive.coverage:
        if (
            entry.kind == "visit"
            and entry.direction == subject.direction
            and entry.office in subject.offices
            and entry.country in (None, subject.home)
        ):
            found.setdefault(entry.office, []).append(entry)
    return found.values()


def _chain(entries: list[Coverage], day: str) -> list[Coverage]:
    """Give the entries that make up the coverage a day falls under, in order."""
    whole = [entry for entry in entries if entry.exhaustive] or entries
    chains: list[list[Coverage]] = []
    for entry in sorted(whole, key=lambda one: one.from_):
        if chains and entry.from_ <= shift(max(one.to for one in chains[-1]), 1):
            chains[-1].append(entry)
        else:
            chains.append([entry])
    begun = [chain for chain in chains if chain[0].from_ <= day]
    return begun[-1] if begun else chains[0]


def _distinct(entries: list[Coverage]) -> tuple[Coverage, ...]:
    seen: dict[tuple[str, str, str], Coverage] = {}
    for entry in entries:
        seen.setdefault((entry.register, entry.office, entry.from_), entry)
    return tuple(seen.values())
