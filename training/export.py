"""Prunes the vocabulary, exports the network to ONNX, quantises it to int8, writes its data."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn
from wordfreq import iter_wordlist, zipf_frequency

from registan.reader.syntax.lemma import key, lemmatizer
from training.base import Base, Pieces
from training.corpus import training_trees
from training.label import ATTRIBUTES, RELATIONS, UPOS
from training.network import Network
from training.quantise import quantise
from training.tree import Tree

LANGUAGES = ("de", "en", "ru", "fr")
RAREST = 1.7  # Zipf frequency of the rarest word whose pieces are all kept
SPECIAL = {0, 1, 2, 3}
INPUTS = ("pieces", "mask", "first", "words")
OUTPUTS = ("tags", "features", "arcs", "dependents", "heads")
UNLISTED = {"PROPN", "X", "SYM", "PUNCT"}  # tags whose lemmas the trees give too unevenly
VERSION = "1.1.1"
UNQUANTISED = "syntax.onnx"


def export(base: Base, network: Network, trees: Path, folder: Path, scratch: Path) -> None:
    """Writes ``syntax.int8.onnx``, ``relation.npy``, ``pieces.json`` and ``labels.json``.

    The unquantised ONNX file goes to ``scratch``, for comparison.
    """
    folder.mkdir(parents=True, exist_ok=True)
    scratch.mkdir(parents=True, exist_ok=True)
    kept = keep_pieces(base, trees)
    write_pieces(base, kept, folder / "pieces.json")
    write_labels(folder / "labels.json")
    write_lemmas(training_trees(trees), folder / "lemmas.json")
    relation = network.relation.detach().numpy()
    np.save(folder / "relation.npy", relation.astype(np.float16))
    write_network(network, kept, scratch / UNQUANTISED)
    quantise(scratch / UNQUANTISED, folder / "syntax.int8.onnx")


def keep_pieces(base: Base, trees: Path) -> list[int]:
    """Old piece numbers that stay: those of the trees, of the languages' words, and letters."""
    pieces = Pieces(base)
    forms = {word.form for tree in training_trees(trees) for word in tree.words}
    kept = SPECIAL | pieces.cut_all(forms) | pieces.cut_all(_frequent_words())
    kept |= {i for i, piece in enumerate(base.pieces) if len(piece) == 1 and _served(piece)}
    return sorted(kept)


def _served(letter: str) -> bool:
    code = ord(letter)
    return code < 0x530 or 0x1E00 <= code < 0x2BFF or letter == "\u2581"


def _frequent_words() -> Iterator[str]:
    for language in LANGUAGES:
        for word in iter_wordlist(language):
            if zipf_frequency(word, language) < RAREST:
                break
            yield word
            yield word.capitalize()


def write_pieces(base: Base, kept: list[int], path: Path) -> None:
    """The tokenizer over the kept pieces, and the table that normalises a word's letters."""
    vocabulary = [[base.pieces[i], base.scores[i]] for i in kept]
    tokenizer = {
        "version": "1.0",
        "model": {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": False},
    }
    stored = {"normal": base.normal, "tokenizer": tokenizer}
    path.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")


def write_labels(path: Path) -> None:
    """The label sets in the order of the network's outputs."""
    attributes = {name: list(values) for name, values in ATTRIBUTES.items()}
    labels = {"version": VERSION, "upos": UPOS, "relations": RELATIONS, "attributes": attributes}
    path.write_text(json.dumps(labels, indent=1), encoding="utf-8")


def write_lemmas(trees: list[Tree], path: Path) -> None:
    """By language, the forms of the trees that the dictionary gets wrong, with their lemmas."""
    found = {lang: _exceptions([t for t in trees if t.language == lang]) for lang in LANGUAGES}
    path.write_text(json.dumps(found, ensure_ascii=False, indent=0), encoding="utf-8")


def _exceptions(trees: list[Tree]) -> dict[str, str]:
    dictionary = lemmatizer(trees[0].language, {})
    lemmas: dict[str, Counter[str]] = defaultdict(Counter)
    given: dict[str, Counter[str]] = defaultdict(Counter)
    words = (word for tree in trees for word in tree.words if word.lemma != "_")
    for word in (word for word in words if word.upos not in UNLISTED):
        at = key(word.form, word.upos)
        features = "|".join(f"{name}={value}" for name, value in sorted(word.features.items()))
        lemmas[at][word.lemma] += 1
        given[at][dictionary(word.form, word.upos, features)] += 1
    best = {at: found.most_common(1)[0] for at, found in lemmas.items()}
    return {at: lemma for at, (lemma, _) in sorted(best.items()) if _misses(given[at], lemmas[at])}


def _misses(given: Counter[str], true: Counter[str]) -> bool:
    """Whether always giving the commonest lemma beats the dictionary."""
    return (given & true).total() < true.most_common(1)[0][1]


def write_network(network: Network, kept: list[int], path: Path) -> None:
    """The network with the kept word vectors only, as ONNX with free batch and length."""
    whole = network.encoder.word
    rows = whole.weight.detach()[kept].clone()
    network.encoder.word = nn.Embedding(rows.shape[0], rows.shape[1])
    network.encoder.word.weight = nn.Parameter(rows, requires_grad=False)
    sample = (
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.bool),
        torch.ones(2, 5, dtype=torch.long),
        torch.ones(2, 5, dtype=torch.bool),
    )
    axes = {"pieces": {0: "b", 1: "l"}, "mask": {0: "b", 1: "l"}}
    axes |= {name: {0: "b", 1: "w"} for name in (*INPUTS[2:], *OUTPUTS)}
    axes |= {"arcs": {0: "b", 1: "w", 2: "h"}, "heads": {0: "b", 1: "h"}}
    torch.onnx.export(
        network.eval(), sample, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    network.encoder.word = whole
