"""From arc scores to a tree with exactly one root."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from ufal.chu_liu_edmonds import chu_liu_edmonds

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]


def best_heads(scores: Scores) -> Heads:
    """The best tree: for each of n words its head's 1-based place, 0 for the root.

    ``scores`` is (n, n + 1), a word's log-probability of each head, column 0 being the root. Where
    each word's best head already makes a tree with one root, that tree is the answer; otherwise the
    maximum spanning tree is searched (Chu-Liu/Edmonds).
    """
    greedy: Heads = scores.argmax(1)
    if is_tree(greedy):
        return greedy
    tree = _spanning(scores)
    if int((tree == 0).sum()) == 1:
        return tree
    return _single_root(scores, tree)


def is_tree(heads: Heads) -> bool:
    """Whether there is one root and every word hangs below it."""
    if int((heads == 0).sum()) != 1:
        return False
    above = np.concatenate([[0], heads])
    reached = above
    for _ in range(max(1, len(heads).bit_length())):
        reached = reached[reached]
    return not reached.any()


def _spanning(scores: Scores) -> Heads:
    size = len(scores) + 1
    square = np.full((size, size), np.nan)
    square[1:] = scores
    np.fill_diagonal(square, np.nan)
    heads, _ = chu_liu_edmonds(square)
    return np.asarray(heads[1:], dtype=np.int64)


def _single_root(scores: Scores, tree: Heads) -> Heads:
    """The best of the trees that allow only one of the present roots."""
    candidates = np.flatnonzero(tree == 0)
    candidates = candidates[np.argsort(-scores[candidates, 0])][:3]
    found = []
    for root in candidates:
        masked = scores.copy()
        masked[:, 0] = -1e6
        masked[root, 0] = 0
        heads = _spanning(masked)
        found.append((float(masked[np.arange(len(heads)), heads].sum()), heads))
    return max(found, key=lambda pair: pair[0])[1]
