"""Coverage: how far the registers vouch for silence about a claim's subject."""

from __future__ import annotations

from dataclasses import dataclass

from registan.model.claim import Coverage
from registan.precedent.archive import Archive
from registan.precedent.subject import Subject


@dataclass(frozen=True)
class Reach:
    """The days for which every one of a subject's offices is covered, and who is left out."""

    entries: tuple[Coverage, ...]
    first: str
    last: str
    exhaustive: bool
    except_persons: tuple[str, ...]

    def covers(self, first: str, last: str) -> bool:
        """Tell whether silence from `first` to `last` proves absence."""
        return self.exhaustive and self.first <= first and last <= self.last


def reach_of(archive: Archive, subject: Subject) -> Reach | None:
    """Give the registers' reach over the subject's offices; None where there is none."""
    entries = [
        entry
        for entry in archive.coverage
        if entry.kind == "visit"
        and entry.direction == subject.direction
        and entry.office in subject.offices
    ]
    if not entries:
        return None
    return Reach(
        entries=_distinct(entries),
        first=max(entry.from_ for entry in entries),
        last=min(entry.to for entry in entries),
        exhaustive=any(entry.exhaustive for entry in entries),
        except_persons=tuple(person for entry in entries for person in entry.except_persons),
    )


def _distinct(entries: list[Coverage]) -> tuple[Coverage, ...]:
    seen: dict[tuple[str, str], Coverage] = {}
    for entry in entries:
        seen.setdefault((entry.register, entry.office), entry)
    return tuple(seen.values())
