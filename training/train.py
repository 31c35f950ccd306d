"""Fine-tunes the network on the trees; a checkpoint now and then, from which it goes on."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.base import Base, Pieces, load_encoder
from training.batch import IGNORED, Batch, Batcher
from training.corpus import Weighted, annotated, draw_epoch, plain_corpus, training_corpus
from training.network import Network, Scores
from training.teacher import FEATURE_WEIGHT, Advice, Teachers, spread

HEAD_RATE = 2e-3
WARM, FLOOR = 0.03, 0.01  # share of the time spent warming up; last rate as a share of the first
LATE = 0.7  # share of the time from which epochs are drawn by the late weights
UNKNOWN = 3  # the unknown piece; those below it are marks
LAYER = "encoder.layers."  # begins the name of a layer's weights, before its number
LONGEST = 256  # pieces; longer training sentences are left out


@dataclass(frozen=True)
class Plan:
    """How long to train (minutes of wall clock over all resumptions) and where to keep it.

    ``budget`` is how many padded pieces a step sees, ``hidden`` the share of them it does not get
    to see; ``rate`` is the encoder's first. ``teachers`` are checkpoints whose joint answers are
    learned beside the trees' own, and on the sentences of ``texts``, which have no trees.
    ``start`` is a checkpoint whose weights come in the place of the base's; ``layers`` is how many
    of the encoder's layers are kept, from below.
    """

    trees: Path
    checkpoint: Path
    minutes: float
    every: float = 8.0
    threads: int = 2
    seed: int = 0
    device: str = "cpu"
    budget: int = 512
    hidden: float = 0.0
    rate: float = 1.5e-4
    teachers: tuple[Path, ...] = ()
    texts: Path | None = None
    start: Path | None = None
    layers: int | None = None


def train(base: Base, plan: Plan) -> Network:
    """Trains until the plan's minutes are used up; resumes from its checkpoint if there is one."""
    torch.set_num_threads(plan.threads)
    random.seed(plan.seed)
    torch.manual_seed(plan.seed)
    corpus = training_corpus(plan.trees)
    batcher = Batcher(Pieces(base), annotated(weighted.tree for weighted in corpus))
    if plan.texts:
        corpus += plain_corpus(plan.texts)
    corpus = [weighted for weighted in corpus if batcher.length(weighted.tree) <= LONGEST]
    network = load_network(base, plan.start) if plan.start else Network(load_encoder(base))
    if plan.layers is not None:
        del network.encoder.layers[plan.layers :]
    network.to(plan.device)
    network.encoder.word.weight.requires_grad_(False)
    optimizer = _optimizer(network, plan.rate)
    used = _resume(plan.checkpoint, network, optimizer)
    teachers = Teachers([load_network(base, path).to(plan.device) for path in plan.teachers])
    _say(f"{len(corpus)} trees, {used:.0f} s used")
    _run(network, teachers, optimizer, batcher, corpus, plan, used)
    return network.cpu()


def _run(
    network: Network,
    teachers: Teachers,
    optimizer: Any,
    batcher: Batcher,
    corpus: list[Weighted],
    plan: Plan,
    used: float,
) -> None:
    total, began = plan.minutes * 60, time.monotonic() - used
    saved, step, words, mean = used, 0, 0, 0.0
    while True:
        late = used / total >= LATE
        for group in batcher.epoch(draw_epoch(corpus, late), plan.budget):
            used = time.monotonic() - began
            if used - saved >= plan.every * 60 or used >= total:
                save(plan.checkpoint, network, optimizer, used)
                saved = used
                _say(f"{used / 60:.1f} min, step {step}, {words} words, loss {mean:.3f}")
            if used >= total:
                return
            if not late and used / total >= LATE:
                break
            _set_rate(optimizer, used / total)
            batch = batcher.batch(group).to(plan.device)
            value = _step(network, teachers, optimizer, batch, plan)
            step, words = step + 1, words + int(batch.words.sum())
            mean = value if step == 1 else 0.98 * mean + 0.02 * value
            if step in (10, 100, 500) or step % 1000 == 0:
                _say(f"{used / 60:.1f} min, step {step}, {words} words, loss {mean:.3f}")


def _step(network: Network, teachers: Teachers, optimizer: Any, batch: Batch, plan: Plan) -> float:
    network.train()
    with torch.autocast(plan.device, torch.bfloat16, enabled=plan.device != "cpu"):
        value = loss(network, batch, teachers.advise(batch), plan.hidden)
    optimizer.zero_grad()
    value.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimizer.step()
    return value.item()


def loss(network: Network, batch: Batch, advice: Advice | None, hidden: float = 0.0) -> Tensor:
    """How far the network is from the trees, and, where there is advice, half that from the advice.

    Arcs, relations under the true heads, tags, and the sum of the attributes' losses.
    """
    pieces = batch.pieces
    if hidden:
        gone = (torch.rand(pieces.shape, device=pieces.device) < hidden) & (pieces > UNKNOWN)
        pieces = pieces.masked_fill(gone, UNKNOWN)
    scores = network(pieces, batch.mask, batch.first, batch.words)
    told = _from_trees(network, scores, batch)
    return told if advice is None else (told + advice.loss(network, scores, batch)) / 2


def _from_trees(network: Network, scores: Scores, batch: Batch) -> Tensor:
    value = _entropy(scores.arcs, batch.heads) + _entropy(scores.tags, batch.tags)
    value = value + _entropy(network.relate(scores, batch.heads), batch.relations)
    for i, part in enumerate(spread(scores.features)):
        value = value + FEATURE_WEIGHT * _entropy(part, batch.features[..., i])
    return value


def _entropy(scores: Tensor, target: Tensor) -> Tensor:
    """The mean over the words that have a target; zero where none has."""
    summed = functional.cross_entropy(
        scores.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return summed / (target != IGNORED).sum().clamp(min=1)


def _optimizer(network: Network, rate: float) -> torch.optim.AdamW:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    inside = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in inside]
    groups = [{"params": encoder, "top": rate}, {"params": heads, "top": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=1e-4, betas=(0.9, 0.95), weight_decay=0.01, fused=True)


def _set_rate(optimizer: Any, share: float) -> None:
    factor = min(1.0, share / WARM + 0.01) * max(FLOOR, 1 - share)
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * factor


def save(path: Path, network: Network, optimizer: Any, used: float) -> None:
    """Writes a checkpoint whole or not at all; the frozen word embeddings are left out."""
    state = {k: v for k, v in network.state_dict().items() if k != "encoder.word.weight"}
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    torch.save({"network": state, "optimizer": optimizer.state_dict(), "used": used}, part)
    part.replace(path)


def _resume(path: Path, network: Network, optimizer: Any) -> float:
    if not path.exists():
        return 0.0
    stored = torch.load(path, weights_only=True, map_location="cpu")
    network.load_state_dict(stored["network"], strict=False)
    optimizer.load_state_dict(stored["optimizer"])
    return float(stored["used"])


def load_network(base: Base, checkpoint: Path) -> Network:
    """The network as a checkpoint left it, with as many layers, ready to be asked."""
    network = Network(load_encoder(base))
    stored = torch.load(checkpoint, weights_only=True, map_location="cpu")["network"]
    depth = 1 + max(int(name.split(".")[2]) for name in stored if name.startswith(LAYER))
    del network.encoder.layers[depth:]
    network.load_state_dict(stored, strict=False)
    return network.eval()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
