"""The shipped network: words in, tags, features, heads and relations out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from threadpoolctl import ThreadpoolController

from registan.errors import SetupError
from registan.reader.syntax.arborescence import best_heads
from registan.reader.syntax.piece import Pieces

DATA = Path(__file__).parent / "data"
MODEL = "syntax.int8.onnx"
LONGEST = 400  # pieces of one sentence; the network itself could take 510
BATCH = 256  # padded pieces of one call: more is padding, and slower on a CPU's caches
PAD, START, END = 1, 0, 2

Words = Sequence[str]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Labels:
    """The closed sets that the heads choose from, and the model's version."""

    version: str
    upos: list[str]
    relations: list[str]
    attributes: dict[str, list[str]]

    @classmethod
    def read(cls, path: Path) -> Labels:
        """Reads ``labels.json``."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Parse:
    """One sentence's syntax; ``heads`` are 1-based, 0 the root."""

    upos: list[str]
    features: list[str]
    heads: list[int]
    relations: list[str]


def model_version(folder: Path = DATA) -> str:
    """The shipped model's version, without loading it."""
    return Labels.read(folder / "labels.json").version


class Network:
    """An ONNX session with its vocabulary and labels; safe to share between languages."""

    def __init__(self, folder: Path = DATA, threads: int = 1, model: Path | None = None) -> None:
        """``folder`` holds the data files; ``model`` names another ONNX file than the shipped."""
        model = model or folder / MODEL
        if not model.exists():
            raise SetupError(
                "The syntax model is missing.",
                where=str(model),
                hint="Rebuild it with `make model`, or install a released package.",
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        providers = ["CPUExecutionProvider"]
        self._session = onnxruntime.InferenceSession(str(model), options, providers=providers)
        self._relation = _side_by_side(np.load(folder / "relation.npy").astype(np.float32))
        self.labels = Labels.read(folder / "labels.json")
        self.pieces = Pieces(folder / "pieces.json")
        self._blas = ThreadpoolController()

    def length(self, words: Words) -> int:
        """Pieces of a sentence with its start and end marks."""
        return sum(len(self.pieces.cut(word)) for word in words) + 2

    def parse(self, sentences: Sequence[Words]) -> list[Parse]:
        """A parse for each sentence, in order; a sentence must fit `LONGEST` and have words."""
        found: dict[int, Parse] = {}
        # The products here are small: more threads than one would only wait for each other.
        with self._blas.limit(limits=1, user_api="blas"):
            for group in self._groups(sentences):
                parses = self._parse_group([sentences[i] for i in group])
                found.update(zip(group, parses, strict=True))
        return [found[i] for i in range(len(sentences))]

    def _groups(self, sentences: Sequence[Words]) -> Iterator[list[int]]:
        """Places of the sentences, by length, in groups of at most `BATCH` padded pieces."""
        length = [self.length(words) for words in sentences]
        group: list[int] = []
        for i in sorted(range(len(sentences)), key=length.__getitem__):
            if group and (len(group) + 1) * length[i] > BATCH:
                yield group
                group = []
            group.append(i)
        if group:
            yield group

    def _parse_group(self, sentences: list[Words]) -> list[Parse]:
        outputs = self._session.run(None, self._inputs(sentences))
        tags, features, arcs, dependents, heads = outputs
        arcs = _log_softmax(arcs)
        counts = [len(words) for words in sentences]
        above = [best_heads(arcs[i, :n, : n + 1]) for i, n in enumerate(counts)]
        relations = self._relate(
            np.concatenate([dependents[i, :n] for i, n in enumerate(counts)]),
            np.concatenate([heads[i][one] for i, one in enumerate(above)]),
            np.concatenate(above),
        )
        columns = list(self._feature_columns(features))
        ends = np.cumsum(counts).tolist()
        return [
            self._read(i, tags, columns, above[i], relations[end - n : end])
            for i, (n, end) in enumerate(zip(counts, ends, strict=True))
        ]

    def _inputs(self, sentences: list[Words]) -> dict[str, Any]:
        cut = [[self.pieces.cut(word) for word in words] for words in sentences]
        long = max(sum(map(len, words)) for words in cut) + 2
        shape = len(cut), max(map(len, cut))
        pieces, mask = np.full((len(cut), long), PAD), np.zeros((len(cut), long), bool)
        first, real = np.zeros(shape, np.int64), np.zeros(shape, bool)
        for i, words in enumerate(cut):
            line = [START]
            for j, word in enumerate(words):
                first[i, j] = len(line)
                line += word
            line.append(END)
            pieces[i, : len(line)], mask[i, : len(line)] = line, True
            real[i, : len(words)] = True
        return {"pieces": pieces, "mask": mask, "first": first, "words": real}

    def _feature_columns(self, features: Floats) -> Iterator[tuple[list[str], Any]]:
        """By attribute, sorted: its written values, and those chosen (sentences, words)."""
        start, columns = 0, {}
        for name, values in self.labels.attributes.items():
            chosen = features[..., start : start + len(values)].argmax(-1)
            columns[name] = [f"{name}={value}" if value else "" for value in values], chosen
            start += len(values)
        return (columns[name] for name in sorted(columns))

    def _read(
        self, i: int, tags: Floats, columns: list[Any], heads: Any, relations: list[str]
    ) -> Parse:
        count = len(heads)
        marks = [[written[k] for k in chosen[i, :count].tolist()] for written, chosen in columns]
        return Parse(
            [self.labels.upos[k] for k in tags[i, :count].argmax(-1).tolist()],
            ["|".join(filter(None, word)) for word in zip(*marks, strict=True)],
            heads.tolist(),
            relations,
        )

    def _relate(self, dependents: Floats, above: Floats, heads: Any) -> list[str]:
        """The best relation of each word to its head; ``root`` for the root and nothing else.

        The words of several sentences are related at once: each product reads all of the matrix.
        """
        sides = (dependents @ self._relation).reshape(len(dependents), -1, above.shape[1])
        scores = (sides @ above[:, :, None])[..., 0]
        scores[heads != 0, 0] = -np.inf
        best = scores.argmax(1)
        best[heads == 0] = 0
        return [self.labels.relations[k] for k in best.tolist()]


def _side_by_side(relation: Floats) -> Floats:
    """The relations' matrices (relations, size, size) as one (size, relations x size)."""
    return np.ascontiguousarray(relation.transpose(1, 0, 2).reshape(relation.shape[1], -1))


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)))
