"""The network: the multilingual encoder, and heads for tags, features, arcs and relations.

Shapes: B sentences, L pieces (with start and end marks), W words. A word is its first piece
and what its last adds to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.label import ATTRIBUTES, RELATIONS, UPOS

ARC, RELATION = 256, 96
FEATURES = sum(len(values) for values in ATTRIBUTES.values())


@dataclass(frozen=True)
class Sizes:
    """The encoder's dimensions, as its file states them."""

    hidden: int
    depth: int
    attention_heads: int
    inner: int
    vocabulary: int
    places: int
    epsilon: float

    @classmethod
    def from_header(cls, header: tuple[float, ...]) -> Sizes:
        """From (version, hidden, layers, heads, inner, vocabulary, places, types, epsilon, …)."""
        hidden, depth, heads, inner, vocabulary, places = (int(x) for x in header[1:7])
        return cls(hidden, depth, heads, inner, vocabulary, places, float(header[8]))


class Scores(NamedTuple):
    """What the network says: tags, features, arcs (B, W, W+1: column 0 is the root), and the two
    sides of the relation scorer."""

    tags: Tensor
    features: Tensor
    arcs: Tensor
    dependents: Tensor
    heads: Tensor


class Layer(nn.Module):
    """One transformer layer, normalising after each half."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        hidden, self.count = sizes.hidden, sizes.attention_heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, sizes.inner), nn.Linear(sizes.inner, hidden)
        self.aln = nn.LayerNorm(hidden, sizes.epsilon)
        self.oln = nn.LayerNorm(hidden, sizes.epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The pieces' vectors (B, L, hidden), ``mask`` (B, 1, 1, L) naming the real ones."""
        batch, length, hidden = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.count, hidden // self.count).transpose(1, 2)

        found = functional.scaled_dot_product_attention(
            split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask
        )
        found = self.ao(found.transpose(1, 2).reshape(batch, length, hidden))
        x = self.aln(x + functional.dropout(found, 0.1, self.training))
        x = x + functional.dropout(self.fo(functional.gelu(self.fi(x))), 0.1, self.training)
        return cast(Tensor, self.oln(x))


class Encoder(nn.Module):
    """multilingual-e5-small (an XLM-R of 12 layers × 384)."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.word = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.place = nn.Embedding(sizes.places, sizes.hidden)
        self.segment = nn.Parameter(torch.zeros(sizes.hidden))
        self.norm = nn.LayerNorm(sizes.hidden, sizes.epsilon)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.depth))

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """The pieces' vectors (B, L, hidden) from their numbers (B, L)."""
        places = self.place.weight[: pieces.shape[1]]
        x = self.norm(self.word(pieces) + places + self.segment)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return cast(Tensor, x)


class Network(nn.Module):
    """Encoder and heads (deep biaffine arcs and relations: Dozat and Manning 2017)."""

    def __init__(self, encoder: Encoder, hidden: int = 384, drop: float = 0.33) -> None:
        super().__init__()
        self.encoder, self.drop = encoder, drop
        self.ending = nn.Linear(hidden, hidden, bias=False)
        nn.init.zeros_(self.ending.weight)
        self.tags, self.features = nn.Linear(hidden, len(UPOS)), nn.Linear(hidden, FEATURES)
        self.root = nn.Parameter(torch.randn(hidden) * 0.02)
        self.arc_dependent, self.arc_head = nn.Linear(hidden, ARC), nn.Linear(hidden, ARC)
        self.dependent, self.head = nn.Linear(hidden, RELATION), nn.Linear(hidden, RELATION)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.relation = nn.Parameter(torch.randn(len(RELATIONS), RELATION + 1, RELATION + 1) * 0.02)

    def forward(self, pieces: Tensor, mask: Tensor, first: Tensor, words: Tensor) -> Scores:
        """``first`` (B, W) is each word's first piece, ``words`` (B, W) which words are real."""
        x = self.encoder(pieces, mask)
        x = _take(x, first) + self.ending(_take(x, _last(first, mask)))
        x = self._dropped(x)
        rooted = torch.cat([self.root.expand(x.shape[0], 1, x.shape[2]), x], 1)
        arcs = _one(self._bent(self.arc_dependent, x)) @ self.arc
        arcs = arcs @ self._bent(self.arc_head, rooted).transpose(1, 2)
        real = torch.cat([torch.ones_like(words[:, :1]), words], 1)
        arcs = arcs.masked_fill(~real[:, None, :], -1e9)
        sides = _one(self._bent(self.dependent, x)), _one(self._bent(self.head, rooted))
        return Scores(self.tags(x), self.features(x), arcs, *sides)

    def relate(self, scores: Scores, heads: Tensor) -> Tensor:
        """Relation scores (B, W, relations) for the given heads (B, W)."""
        size = scores.heads.shape[-1]
        above = torch.gather(scores.heads, 1, heads.clamp(min=0)[..., None].expand(-1, -1, size))
        return torch.einsum("bwi,rij,bwj->bwr", scores.dependents, self.relation, above)

    def _bent(self, layer: nn.Module, x: Tensor) -> Tensor:
        return self._dropped(functional.leaky_relu(layer(x), 0.1))

    def _dropped(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.drop, self.training)


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _take(x: Tensor, at: Tensor) -> Tensor:
    return torch.gather(x, 1, at[..., None].expand(-1, -1, x.shape[-1]))


def _last(first: Tensor, mask: Tensor) -> Tensor:
    """Each word's last piece: before the next word's first, or before the end mark."""
    after = torch.cat([first[:, 1:], torch.zeros_like(first[:, :1])], 1)
    end = mask.sum(1, keepdim=True) - 1
    return torch.where(after > 0, after, end) - 1
