"""From CoNLL-U to Registan's tokens, on small trees of our own."""

from __future__ import annotations

from pathlib import Path

from training.corpus import Weighted, annotated, cut, draw_epoch
from training.label import RELATIONS, fold_features, fold_relation
from training.tree import Tree, read_trees

IM = """# newpar
# text = Im US-Senat sprach er.
1-2	Im	_	_	_	_	_	_	_	_
1	In	in	ADP	APPR	_	5	case	_	_
2	dem	der	DET	ART	Case=Dat	5	det	_	_
3	US	US	PROPN	NE	_	5	compound	_	SpaceAfter=No
4	-	-	PUNCT	$(	_	3	punct	_	SpaceAfter=No
5	Senat	Senat	NOUN	NN	Case=Dat	6	obl	_	_
6	sprach	sprechen	VERB	VVFIN	Tense=Past	0	root	_	_
7	er	er	PRON	PPER	_	6	nsubj	_	SpaceAfter=No
8	.	.	PUNCT	$.	_	6	punct	_	_

"""
DONT = """# text = They don't owe 10 000.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	owe	owe	VERB	VB	_	0	root	_	_
5	10 000	10000	NUM	CD	NumType=Card	4	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	4	punct	_	_

"""


def read(tmp_path: Path, text: str, language: str) -> Tree:
    path = tmp_path / f"{language}_own-ud-test.conllu"
    path.write_text(text, encoding="utf-8")
    (tree,) = read_trees(path, language)
    return tree


def shape(tree: Tree) -> list[tuple[str, int, str]]:
    return [(word.form, word.head, word.relation) for word in tree.words]


def test_a_contraction_and_a_hyphenated_word_are_one_token_each(tmp_path: Path) -> None:
    tree = read(tmp_path, IM, "de")
    assert shape(tree) == [
        ("Im", 2, "case"),
        ("US-Senat", 3, "obl"),
        ("sprach", 0, "root"),
        ("er", 3, "nsubj"),
        (".", 3, "punct"),
    ]
    assert tree.words[1].lemma == "US-Senat"
    assert tree.opens_paragraph


def test_parts_that_spell_their_word_stay_apart_and_spaces_split(tmp_path: Path) -> None:
    tree = read(tmp_path, DONT, "en")
    assert shape(tree)[1:3] == [("do", 4, "aux"), ("n't", 4, "advmod")]
    assert shape(tree)[4:6] == [("10", 4, "obj"), ("000", 5, "flat")]
    text = "".join(word.form + " " * word.space_after for word in tree.words)
    assert text.strip() == tree.text


def test_labels_fold_to_what_the_set_holds() -> None:
    assert fold_relation("obl:agent") == "obl:agent"
    assert fold_relation("obl:mod") == "obl"
    assert fold_relation("unheard:of") == "dep"
    assert fold_features("Case=Nom|Foreign=Yes|Mood=Sub") == {"Case": "Nom", "Mood": "Sub"}
    assert RELATIONS[0] == "root"


def test_what_is_held_out_is_drawn_the_same_each_time(tmp_path: Path) -> None:
    trees = [Tree((), str(i), "de", "de_own") for i in range(50)]
    rest, held = cut(trees, 10)
    assert (rest, held) == cut(trees, 10)
    assert len(held) == 10
    assert {tree.text for tree in rest}.isdisjoint(tree.text for tree in held)


def test_late_weights_take_over() -> None:
    tree = Tree((), "x", "de", "de_own")
    assert draw_epoch([Weighted(tree, 3, 0)], late=False) == [tree] * 3
    assert draw_epoch([Weighted(tree, 3, 0)], late=True) == []


def test_an_attribute_that_only_another_treebank_marks_is_unknown(tmp_path: Path) -> None:
    marked, bare = (
        read(tmp_path, DONT, "en"),
        read(tmp_path, DONT.replace("Polarity=Neg", "_"), "en"),
    )
    many = 1000
    trees = [Tree(marked.words, "", "en", "a")] * many + [Tree(bare.words, "", "en", "b")] * many
    taught = annotated(trees)
    assert "Polarity" in taught["a"]
    assert "Polarity" not in taught["b"]
    assert "Case" in taught["b"]
