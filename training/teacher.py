"""Several trained networks as one teacher: what they say together, and how far a pupil is from it.

Shapes as in `training.network`. A teacher's answer counts on every word, whether its tree is known
or not: that is how plain text of the news teaches too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor

from training.batch import Batch
from training.label import ATTRIBUTES
from training.network import Network, Scores

FEATURE_WEIGHT = 0.3


@dataclass(frozen=True)
class Advice:
    """Mean probabilities; ``heads`` are those under which the relations were asked for."""

    tags: Tensor
    features: tuple[Tensor, ...]
    arcs: Tensor
    relations: Tensor
    heads: Tensor

    def loss(self, network: Network, scores: Scores, batch: Batch) -> Tensor:
        """Cross entropy of the pupil's answers with the advice, a mean over the words."""
        related = network.relate(scores, self.heads)
        value = _distance(scores.arcs, self.arcs, batch.words)
        value = value + _distance(scores.tags, self.tags, batch.words)
        value = value + _distance(related, self.relations, batch.words)
        for part, told in zip(spread(scores.features), self.features, strict=True):
            value = value + FEATURE_WEIGHT * _distance(part, told, batch.words)
        return value


class Teachers:
    """The networks that are asked together; there may be none."""

    def __init__(self, networks: Sequence[Network]) -> None:
        self._networks = [network.eval() for network in networks]

    @torch.no_grad()
    def advise(self, batch: Batch) -> Advice | None:
        """What they say of the batch; nothing where there are none."""
        if not self._networks:
            return None
        asked = [
            (network, network(batch.pieces, batch.mask, batch.first, batch.words))
            for network in self._networks
        ]
        arcs = _mean([scores.arcs for _, scores in asked])
        heads = torch.where(batch.heads >= 0, batch.heads, arcs.argmax(-1))
        return Advice(
            _mean([scores.tags for _, scores in asked]),
            tuple(map(_mean, zip(*(spread(scores.features) for _, scores in asked), strict=True))),
            arcs,
            _mean([network.relate(scores, heads) for network, scores in asked]),
            heads,
        )


def spread(features: Tensor) -> tuple[Tensor, ...]:
    """The feature scores by attribute."""
    split = cast(Callable[..., tuple[Tensor, ...]], features.split)
    return split([len(values) for values in ATTRIBUTES.values()], -1)


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([one.float().softmax(-1) for one in scores]).mean(0)


def _distance(scores: Tensor, told: Tensor, words: Tensor) -> Tensor:
    each = -(told * scores.float().log_softmax(-1)).sum(-1)
    return (each * words).sum() / words.sum()
