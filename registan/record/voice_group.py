"""Voice group: documents that repeat or translate each other, and which of them spoke first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from registan.model import Record
from registan.record.noun import Copy, CopyKind, StoredDocument


class Voice(Record, frozen=True, kw_only=True):
    """A document's voice: the first of its chain. `original` is what it itself repeats."""

    document: str
    voice: str
    original: str | None = None
    kind: CopyKind | None = None
    because: str | None = None


def join_voices(
    documents: Sequence[StoredDocument], known: Iterable[Voice], copies: Iterable[Copy]
) -> list[Voice]:
    """Give the voices of every document of a chain that a new copy makes longer.

    A chain's voice is its document that repeats no other; of several, the earliest published.
    """
    edges = {
        v.document: Copy(
            document=v.document, original=v.original, kind=v.kind, because=v.because or ""
        )
        for v in known
        if v.original and v.kind
    }
    found = list(copies)
    for copy in found:
        edges.setdefault(copy.document, copy)
    published = {d.origin.document: d.origin.published or "9999" for d in documents}
    joined: list[Voice] = []
    for group in _groups(edges.values()):
        if any(copy.document in group for copy in found):
            joined += _settle(group, edges, published)
    return joined


def _groups(copies: Iterable[Copy]) -> list[set[str]]:
    groups: list[set[str]] = []
    for copy in copies:
        pair = {copy.document, copy.original}
        near = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair]
        groups.append(pair.union(*near))
    return groups


def _settle(group: set[str], edges: dict[str, Copy], published: dict[str, str]) -> list[Voice]:
    first = min(group, key=lambda key: (key in edges, published.get(key, "9999"), key))
    return [_voice(key, first, edges.get(key)) for key in sorted(group)]


def _voice(key: str, first: str, copy: Copy | None) -> Voice:
    if copy is None or key == first:
        return Voice(document=key, voice=first)
    return Voice(
        document=key,
        voice=first,
        original=copy.original,
        kind=copy.kind,
        because=copy.because,
    )
