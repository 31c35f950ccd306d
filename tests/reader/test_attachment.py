"""Words that a tree may hang on the wrong neighbour."""

import pytest
import spacy.tokens
from spacy.vocab import Vocab

from registan.languages import load, load_grammar
from registan.reader.attachment import attach
from registan.reader.lexeme import mark_lexemes
from registan.reader.tree import Doc


def tree(*rows: tuple[str, str, str, int, str]) -> Doc:
    """A document of words with their part of speech, relation, head and features."""
    words, tags, relations, heads, features = zip(*rows, strict=True)
    read = spacy.tokens.Doc(
        Vocab(),
        words=list(words),
        pos=list(tags),
        deps=list(relations),
        heads=list(heads),
        morphs=list(features),
        lemmas=[w.casefold() for w in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )
    return Doc(read)


def attached(lang: str, doc: Doc, saying: str = "", hedging: str = "") -> list[str]:
    mark_lexemes(doc, load(lang))
    attach(doc, {}, load_grammar(lang), {saying}, {hedging})
    return [f"{t.dep_}>{t.head.text}" for t in doc]


def test_of_two_subjects_a_pronoun_behind_the_verb_is_the_one():
    doc = tree(
        ("Präsidenten", "NOUN", "nsubj", 1, "Case=Nom"),
        ("traf", "VERB", "ROOT", 1, "VerbForm=Fin"),
        ("er", "PRON", "nsubj", 1, "Case=Nom|PronType=Prs"),
    )
    assert attached("de", doc)[0] == "obj>traf"


def test_who_stands_before_a_verb_of_saying_says_so():
    doc = tree(
        ("Rose", "PROPN", "nsubj", 1, ""),
        ("left", "VERB", "ccomp", 4, "VerbForm=Fin"),
        (",", "PUNCT", "punct", 1, ""),
        ("Hanse", "PROPN", "nsubj", 1, ""),
        ("reported", "VERB", "ROOT", 4, "VerbForm=Fin"),
    )
    found = attached("en", doc, saying=doc[4].lemma_)
    assert (found[0], found[3]) == ("nsubj>left", "nsubj>reported")


@pytest.mark.parametrize(("comma", "head"), [("", "komme"), (",", "Riga")])
def test_a_hedge_before_a_phrase_is_the_verb_s_unless_a_comma_sets_it_apart(comma, head):
    doc = tree(
        ("ich", "PRON", "nsubj", 1, "Case=Nom|PronType=Prs"),
        ("komme", "VERB", "ROOT", 1, "VerbForm=Fin"),
        (comma or "bald", "PUNCT" if comma else "ADV", "punct" if comma else "advmod", 1, ""),
        ("vielleicht", "ADV", "advmod", 5, ""),
        ("nach", "ADP", "case", 5, ""),
        ("Riga", "PROPN", "obl", 1, ""),
    )
    assert attached("de", doc, hedging="vielleicht")[3] == f"advmod>{head}"


def test_who_shares_the_auxiliary_shares_the_subject():
    doc = tree(
        ("Rose", "PROPN", "nsubj", 3, "Case=Nom"),
        ("hatte", "AUX", "aux", 3, "VerbForm=Fin"),
        ("Riga", "PROPN", "obj", 3, ""),
        ("besucht", "VERB", "ROOT", 3, "VerbForm=Part"),
        ("und", "CCONJ", "cc", 6, ""),
        ("Lind", "PROPN", "nsubj", 6, "Case=Nom"),
        ("getroffen", "VERB", "conj", 3, "VerbForm=Part"),
    )
    assert attached("de", doc)[5] == "obj>getroffen"


def test_what_has_no_relation_gets_the_one_of_its_sort():
    doc = tree(
        ("Beide", "DET", "dep", 1, ""),
        ("Länder", "NOUN", "nsubj", 2, "Case=Nom"),
        ("unterzeichneten", "VERB", "ROOT", 2, "VerbForm=Fin"),
    )
    assert attached("de", doc)[0] == "det>Länder"


def test_before_its_subject_had_is_an_auxiliary():
    doc = tree(
        ("Never", "ADV", "advmod", 1, ""),
        ("had", "VERB", "ROOT", 1, "VerbForm=Fin"),
        ("Mary", "PROPN", "nsubj", 3, ""),
        ("visited", "VERB", "xcomp", 1, "VerbForm=Part"),
        ("Nauru", "PROPN", "obj", 3, ""),
    )
    assert attached("en", doc) == [
        "advmod>visited", "aux>visited", "nsubj>visited", "ROOT>visited", "obj>visited",
    ]  # fmt: skip


def test_what_someone_had_done_stays_an_object():
    doc = tree(
        ("Mary", "PROPN", "nsubj", 1, ""),
        ("had", "VERB", "ROOT", 1, "VerbForm=Fin"),
        ("letters", "NOUN", "obj", 1, ""),
        ("sent", "VERB", "xcomp", 1, "VerbForm=Part"),
    )
    assert attached("en", doc)[1] == "ROOT>had"
