"""Voice: documents that repeat or translate each other count as one."""

from __future__ import annotations

from collections.abc import Sequence

from registan.record.noun import Copy, StoredDocument


def find_copies(document: StoredDocument, candidates: Sequence[StoredDocument]) -> tuple[Copy, ...]:
    """Give which of the candidates the document repeats, or is repeated by, word for word."""
    return tuple(
        _copy(*sorted((document, other), key=lambda d: (d.origin.published or "9999", d.text)))
        for other in candidates
        if other.text.split() == document.text.split() and other.origin != document.origin
    )


def _copy(first: StoredDocument, second: StoredDocument) -> Copy:
    return Copy(
        document=second.origin.document,
        original=first.origin.document,
        kind="syndicated",
        because="the texts are the same",
    )
