"""Measures the shipped model, and the one before quantisation, on the held-out trees.

``python -m training.evaluate --trees DIR`` prints a table and writes ``training/results.json``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from registan.reader.syntax.lemma import lemmatizer, read_table
from registan.reader.syntax.network import DATA, Network, Parse
from registan.reader.syntax.pipeline import parse
from training.corpus import annotated, bank_name, held_out, training_trees
from training.tree import Tree

RESULTS = Path("training/results.json")
PARAGRAPH = 5  # sentences joined to one raw text
SPEED_WORDS, SPEED_SENTENCES = 25, 200

Scores = dict[str, float]


def evaluate(trees: Path, folder: Path, unquantised: Path | None) -> dict[str, dict[str, Scores]]:
    """By way of measuring, then by held-out file: percentages."""
    held = held_out(trees)
    shipped = Network(folder)
    taught = annotated([*training_trees(trees), *(tree for part in held.values() for tree in part)])
    results = {"int8": {name: score_gold(shipped, part, taught) for name, part in held.items()}}
    if unquantised and unquantised.exists():
        whole = Network(folder, model=unquantised)
        results["float32"] = {name: score_gold(whole, part, taught) for name, part in held.items()}
    results["raw text"] = {name: score_raw(part) for name, part in held.items()}
    results["speed"] = {
        "one core": {"sentences of 25 words a second": measure_speed(shipped, held)}
    }
    return results


def score_gold(network: Network, trees: list[Tree], taught: dict[str, frozenset[str]]) -> Scores:
    """Tags, features, arcs, labels and lemmas on given tokens, in percent of the words.

    ``taught`` names by treebank the attributes that its trees mark, which are those compared.
    """
    language = trees[0].language
    lemmatize = lemmatizer(language, read_table(DATA / "lemmas.json", language))
    hits: Counter[str] = Counter()
    for tree, found in zip(trees, parse_trees(network, trees), strict=True):
        names = taught[bank_name(tree)]
        for i, word in enumerate(tree.words):
            head, upos, marks = found.heads[i] == word.head, found.upos[i], found.features[i]
            base = found.relations[i].split(":")[0] == word.relation.split(":")[0]
            lemma = lemmatize(word.form, upos, marks)
            given = dict(mark.split("=") for mark in marks.split("|") if mark)
            hits["words"] += 1
            hits["UPOS"] += upos == word.upos
            hits["UAS"] += head
            hits["LAS"] += head and base
            hits["LAS with subtypes"] += head and found.relations[i] == word.relation
            hits["features"] += all(given.get(n, "") == word.features.get(n, "") for n in names)
            hits["lemmas"] += lemma == word.lemma
            hits["lemmas any case"] += lemma.lower() == word.lemma.lower()
    words = hits.pop("words")
    return {name: round(100 * count / words, 2) for name, count in hits.items()}


def parse_trees(network: Network, trees: Sequence[Tree]) -> list[Parse]:
    """The network's answers on the trees' own tokens."""
    return network.parse([[word.form for word in tree.words] for tree in trees])


def score_raw(trees: list[Tree]) -> Scores:
    """F1 of tokens, sentences and labelled attachment from text.

    Sentences are joined by spaces, or by a blank line where the treebank marks a paragraph.
    """
    counts: Counter[str] = Counter()
    paragraphs = [trees[i : i + PARAGRAPH] for i in range(0, len(trees), PARAGRAPH)]
    gold = [_Gold(paragraph) for paragraph in paragraphs]
    docs = parse([paragraph.text for paragraph in gold], trees[0].language)
    for paragraph, doc in zip(gold, docs, strict=True):
        tokens = {
            (t.idx, t.idx + len(t)): (
                (t.head.idx, t.head.idx + len(t.head)) if t.head.i != t.i else (),
                t.dep_.lower().split(":")[0],
            )
            for t in doc
            if not t.is_space
        }
        starts = {s[0].idx for s in doc.sents}
        counts.update(_overlap("tokens", set(tokens), set(paragraph.tokens)))
        counts.update(_overlap("sentences", starts, paragraph.starts))
        counts.update(_overlap("LAS", set(tokens.items()), set(paragraph.tokens.items())))
    names = ("tokens", "sentences", "LAS")
    return {name: _f1(counts, name) for name in names}


class _Gold:
    """Held-out sentences as one text, with the offsets of their tokens."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        self.text, self.starts = "", set()
        self.tokens: dict[tuple[int, int], tuple[tuple[int, ...], str]] = {}
        for tree in trees:
            joint = "\n\n" if tree.opens_paragraph else " "
            self.text += joint if self.text else ""
            spans = list(_spans(tree, len(self.text)))
            self.starts.add(spans[0][0])
            self.text += tree.text
            for word, span in zip(tree.words, spans, strict=True):
                head = spans[word.head - 1] if word.head else ()
                self.tokens[span] = head, word.relation.split(":")[0]


def _spans(tree: Tree, offset: int) -> Iterator[tuple[int, int]]:
    at = 0
    for word in tree.words:
        at = tree.text.index(word.form, at)
        yield offset + at, offset + at + len(word.form)
        at += len(word.form)


def _overlap(name: str, found: Set[object], true: Set[object]) -> dict[str, int]:
    return {
        f"{name} hit": len(found & true),
        f"{name} found": len(found),
        f"{name} true": len(true),
    }


def _f1(counts: Counter[str], name: str) -> float:
    both = counts[f"{name} found"] + counts[f"{name} true"]
    return round(200 * counts[f"{name} hit"] / both, 2)


def measure_speed(network: Network, held: dict[str, list[Tree]]) -> float:
    """Sentences of 25 words a core parses in a second of its time, batches sorted by length.

    Counted in processor time, so that what else the machine does weighs less.
    """
    trees = [tree for part in held.values() for tree in part if len(tree.words) >= SPEED_WORDS]
    step = max(1, len(trees) // SPEED_SENTENCES)
    sentences = [[w.form for w in tree.words[:SPEED_WORDS]] for tree in trees[::step]]
    network.parse(sentences[:20])
    began = time.process_time()
    network.parse(sentences)
    return round(len(sentences) / (time.process_time() - began), 1)


def report(results: dict[str, dict[str, Scores]]) -> str:
    """The results as lines of text."""
    lines = []
    for way, files in results.items():
        for name, scores in files.items():
            numbers = "  ".join(f"{key} {value:.2f}" for key, value in scores.items())
            lines.append(f"{way:9} {name:20} {numbers}")
    return "\n".join(lines)


def write_results(results: dict[str, dict[str, Scores]]) -> None:
    """Keeps the results beside this code, for comparison with the next training's."""
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Parses the command line, measures, prints and writes."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--trees", type=Path, required=True, help="folder of CoNLL-U files")
    parser.add_argument("--unquantised", type=Path, default=Path("build/syntax.onnx"))
    options = parser.parse_args()
    results = evaluate(options.trees, DATA, options.unquantised)
    print(report(results))
    write_results(results)


if __name__ == "__main__":
    main()
