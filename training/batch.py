"""Sentences as padded tensors, and an epoch as batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import torch
from torch import Tensor

from training.base import Pieces
from training.corpus import bank_name
from training.label import ATTRIBUTES, RELATIONS, UPOS
from training.tree import Tree

IGNORED = -100  # a target that teaches nothing
POOL = 2000  # sentences that are sorted by length together

_TAG = {tag: i for i, tag in enumerate(UPOS)}
_RELATION = {relation: i for i, relation in enumerate(RELATIONS)}
_VALUE = {name: {v: i for i, v in enumerate(values)} for name, values in ATTRIBUTES.items()}


@dataclass(frozen=True)
class Batch:
    """Inputs (pieces, mask, first, words) and targets, each (sentences, places)."""

    pieces: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor
    features: Tensor  # (sentences, words, attributes)

    def to(self, device: str) -> Batch:
        """The same on a device."""
        return Batch(*(getattr(self, field.name).to(device) for field in fields(self)))


class Batcher:
    """Makes batches; ``annotated`` says by treebank which attributes teach."""

    def __init__(self, pieces: Pieces, annotated: dict[str, frozenset[str]]) -> None:
        self.pieces, self.annotated = pieces, annotated
        self._known: dict[int, np.ndarray[Any, Any]] = {}

    def length(self, tree: Tree) -> int:
        """Pieces of a sentence with its start and end marks."""
        return sum(len(self.pieces.cut(word.form)) for word in tree.words) + 2

    def epoch(self, trees: list[Tree], budget: int) -> Iterator[list[Tree]]:
        """All trees once, shuffled, in groups of at most ``budget`` padded pieces."""
        shuffled = random.sample(trees, len(trees))
        groups: list[list[Tree]] = []
        for at in range(0, len(shuffled), POOL):
            groups += self.group(shuffled[at : at + POOL], budget)
        random.shuffle(groups)
        yield from groups

    def group(self, trees: list[Tree], budget: int) -> Iterator[list[Tree]]:
        """The trees by length, in groups of at most ``budget`` padded pieces."""
        current: list[Tree] = []
        for tree in sorted(trees, key=self.length):
            if current and (len(current) + 1) * self.length(tree) > budget:
                yield current
                current = []
            current.append(tree)
        if current:
            yield current

    def batch(self, trees: list[Tree]) -> Batch:
        """The trees as tensors."""
        cut = [[self.pieces.cut(word.form) for word in tree.words] for tree in trees]
        shape = len(trees), max(len(tree.words) for tree in trees)
        long = max(sum(map(len, words)) for words in cut) + 2
        pieces, mask = np.full((len(trees), long), 1), np.zeros((len(trees), long), bool)
        first, real = np.zeros(shape, np.int64), np.zeros(shape, bool)
        tags, heads, relations = (np.full(shape, IGNORED) for _ in range(3))
        features = np.full((*shape, len(ATTRIBUTES)), IGNORED)
        for i, (tree, words) in enumerate(zip(trees, cut, strict=True)):
            line = [0]
            for j, word in enumerate(words):
                first[i, j] = len(line)
                line += word
            line.append(2)
            pieces[i, : len(line)], mask[i, : len(line)] = line, True
            count = len(words)
            real[i, :count] = True
            if tree.taught:
                targets = self._targets(tree)
                tags[i, :count], heads[i, :count], relations[i, :count] = targets[:, :3].T
                features[i, :count] = targets[:, 3:]
        arrays = pieces, mask, first, real, tags, heads, relations, features
        return Batch(*map(torch.from_numpy, arrays))

    def _targets(self, tree: Tree) -> np.ndarray[Any, Any]:
        """By word its tag, head, relation and attributes, as numbers; the trees must live on."""
        found = self._known.get(id(tree))
        if found is None:
            taught = self.annotated.get(bank_name(tree), frozenset(ATTRIBUTES))
            rows = [
                [
                    _TAG.get(word.upos, _TAG["X"]),
                    word.head,
                    _RELATION[word.relation],
                    *(
                        known[word.features.get(name, "")] if name in taught else IGNORED
                        for name, known in _VALUE.items()
                    ),
                ]
                for word in tree.words
            ]
            found = self._known[id(tree)] = np.array(rows)
        return found
