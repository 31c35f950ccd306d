"""Which trees train the model, how often each is seen, and which are held out."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training.label import ATTRIBUTES
from training.tree import Tree, Word, read_trees

HELD_OUT = 300  # sentences cut from a test portion that also trains
PLAIN = 1.5  # how often an epoch sees a sentence without a tree
SPEAKS = 5000  # words from which a treebank shows what its language marks


@dataclass(frozen=True)
class Portion:
    """One file; ``weight`` is how often an epoch sees each tree, ``late`` how often near the end.

    ``cut``: sentences held out of it. ``share``: how much of it is used.
    """

    file: str
    language: str
    weight: float
    late: float = 0
    cut: int = 0
    share: float = 1.0


# ru_taiga-old is an early Universal Dependencies 2 release: its labels are those of version 2.
# Late in the training the small treebanks count more: what the large ones teach is learned by then.
TRAINING = (
    Portion("de_gsd-ud-dev", "de", 4, 6),
    Portion("de_gsd-ud-test", "de", 4, 6, cut=HELD_OUT),
    Portion("en_ewt-ud-train", "en", 1, 0.35),
    Portion("en_ewt-ud-dev", "en", 1, 0.7),
    Portion("ru_gsd-ud-dev", "ru", 3, 4),
    Portion("ru_gsd-ud-test", "ru", 3, 4, cut=HELD_OUT),
    Portion("ru_taiga-old", "ru", 1, 0.5),
    Portion("ru_taiga-ud-dev", "ru", 2, 2),
    Portion("fr_gsd-ud-dev", "fr", 2, 2),
    Portion("fr_sequoia-ud-train", "fr", 1, 0.7),
    Portion("fr_sequoia-ud-dev", "fr", 1, 0.7),
    Portion("fr_rhapsodie-ud-train", "fr", 1, 0, share=0.15),
    Portion("fr_parisstories-ud-train", "fr", 1, 0, share=0.15),
)
# Evaluation only; never add de_hdt-bugs to TRAINING (its text is for academic use).
EVALUATION = (
    Portion("de_gsd-ud-test", "de", 1, cut=HELD_OUT),
    Portion("en_ewt-ud-test", "en", 1),
    Portion("ru_gsd-ud-test", "ru", 1, cut=HELD_OUT),
    Portion("ru_taiga-ud-test", "ru", 1),
    Portion("fr_gsd-ud-test", "fr", 1),
    Portion("fr_sequoia-ud-test", "fr", 1),
    Portion("de_hdt-bugs-test", "de", 1),
)


@dataclass(frozen=True)
class Weighted:
    """A tree and how often an epoch sees it, early and late in the training."""

    tree: Tree
    early: float
    late: float


def training_corpus(folder: Path) -> list[Weighted]:
    """The trees to train on; held-out sentences are not among them."""
    held = {tree.text for trees in held_out(folder).values() for tree in trees}
    corpus: list[Weighted] = []
    for portion in TRAINING:
        kept, _ = cut(read_trees(folder / f"{portion.file}.conllu", portion.language), portion.cut)
        kept = [tree for tree in kept[: int(len(kept) * portion.share)] if tree.text not in held]
        corpus += [Weighted(tree, portion.weight, portion.late) for tree in kept]
    return corpus


def plain_corpus(path: Path) -> list[Weighted]:
    """Sentences of which only the words are known, from JSON Lines of ``{"lang", "words"}``."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Weighted(_plain(line["words"], line["lang"]), PLAIN, PLAIN) for line in lines]


def _plain(forms: list[str], language: str) -> Tree:
    words = tuple(Word(form, "_", "X", {}, 0, "dep") for form in forms)
    return Tree(words, " ".join(forms), language, "plain", taught=False)


def training_trees(folder: Path) -> list[Tree]:
    """The trees to train on, each once."""
    return [weighted.tree for weighted in training_corpus(folder)]


def draw_epoch(corpus: Iterable[Weighted], late: bool) -> list[Tree]:
    """Each tree as often as its weight says, a fraction by chance."""
    trees: list[Tree] = []
    for weighted in corpus:
        weight = weighted.late if late else weighted.early
        trees += [weighted.tree] * (int(weight) + (random.random() < weight % 1))
    return trees


def held_out(folder: Path) -> dict[str, list[Tree]]:
    """The evaluation trees by treebank file."""
    found = {}
    for portion in EVALUATION:
        trees = read_trees(folder / f"{portion.file}.conllu", portion.language)
        found[portion.file] = cut(trees, portion.cut)[1] if portion.cut else trees
    return found


def cut(trees: list[Tree], count: int) -> tuple[list[Tree], list[Tree]]:
    """Splits off ``count`` sentences by a fixed draw: (the rest, those)."""
    places = set(random.Random(2026).sample(range(len(trees)), count)) if count else set()
    rest = [tree for i, tree in enumerate(trees) if i not in places]
    return rest, [trees[i] for i in sorted(places)]


def annotated(trees: Iterable[Tree]) -> dict[str, frozenset[str]]:
    """By treebank, the attributes whose absence means something.

    An attribute that a treebank never marks while another of its language does (PronType in Russian
    GSD) is unknown there and teaches nothing; one that the whole language lacks is truly absent.
    A treebank of which little is used does not speak for its language.
    """
    marks: dict[str, set[str]] = {}
    words: Counter[str] = Counter()
    language: dict[str, str] = {}
    for tree in trees:
        bank = bank_name(tree)
        language[bank] = tree.language
        words[bank] += len(tree.words)
        marks.setdefault(bank, set()).update(*(word.features for word in tree.words))
    spoken: dict[str, set[str]] = {}
    for bank in (bank for bank in marks if words[bank] >= SPEAKS):
        spoken.setdefault(language[bank], set()).update(marks[bank])
    return {
        bank: frozenset(a for a in ATTRIBUTES if a in found or a not in spoken[language[bank]])
        for bank, found in marks.items()
    }


def bank_name(tree: Tree) -> str:
    """The treebank that a tree's file belongs to (``de_gsd-ud-dev`` is ``de_gsd``)."""
    return tree.treebank.rpartition("-ud-")[0] or tree.treebank
