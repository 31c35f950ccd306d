"""Sentences as padded tensors, and an epoch as batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

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


class Batcher:
    """Makes batches; ``annotated`` says by treebank which attributes teach."""

    def __init__(self, pieces: Pieces, annotated: dict[str, frozenset[str]]) -> None:
        self.pieces, self.annotated = pieces, annotated

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
            tags[i, :count] = [_TAG.get(word.upos, _TAG["X"]) for word in tree.words]
            heads[i, :count] = [word.head for word in tree.words]
            relations[i, :count] = [_RELATION[word.relation] for word in tree.words]
            features[i, :count] = self._features(tree)
        arrays = pieces, mask, first, real, tags, heads, relations, features
        return Batch(*map(torch.from_numpy, arrays))

    def _features(self, tree: Tree) -> list[list[int]]:
        taught = self.annotated.get(bank_name(tree), frozenset(ATTRIBUTES))
        return [
            [
                known[word.features.get(name, "")] if name in taught else IGNORED
                for name, known in _VALUE.items()
            ]
            for word in tree.words
        ]
