"""Words and their tree: what spaCy says of the same words, also after words were moved."""

import random
from typing import Any

import pytest
import spacy.tokens

from registan.reader.syntax import parse
from registan.reader.tree import Doc, Span, read_features, read_tree

TEXTS = [
    ("en", "The minister, who came from Oslo on Monday, met his hosts, dined and left. He smiled."),
    (
        "de",
        "Präsident Novák reist, wie es heißt, im Mai nach Bern, Genf und Rom.\n\nEr bleibt lange.",
    ),
    ("ru", "Глава МИД Чили, прилетевший в Осло, встретился с королём и премьером. Он доволен."),
    ("fr", "Le ministre qu'il a reçu à Lima n'a ni signé l'accord, ni commenté le texte. Il part."),
]


def both(lang: str, text: str) -> tuple[Doc, spacy.tokens.Doc]:
    read = parse([text], lang)[0]
    return Doc(read), read


def written(token: Any) -> dict[str, object]:
    """What a word says of itself and of those around it, by places."""
    plain = "text lower_ norm_ lemma_ pos_ dep_ i idx whitespace_ is_punct is_space like_num"
    several = "children lefts rights subtree ancestors conjuncts"
    return {
        **{name: getattr(token, name) for name in plain.split()},
        **{name: [t.i for t in getattr(token, name)] for name in several.split()},
        **{name: getattr(token, name).i for name in ("head", "left_edge", "right_edge")},
        "features": str(token.morph),
    }


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_a_word_says_of_itself_what_spacy_says(lang, text):
    doc, read = both(lang, text)
    assert [written(t) for t in doc] == [written(t) for t in read]
    assert [t.is_sent_start for t in doc] == [t.is_sent_start for t in read]
    assert [(s.start, s.end, s.text, s.root.i) for s in doc.sents] == [
        (s.start, s.end, s.text, s.root.i) for s in read.sents
    ]


def is_projective(sentence: Span) -> bool:
    """Does each word stand with all below it in one piece?"""
    below = ([t.i for t in word.subtree] for word in sentence)
    return all(places == list(range(places[0], places[-1] + 1)) for places in below)


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_words_moved_within_their_sentence_stand_where_spacy_puts_them(lang, text):
    doc, read = both(lang, text)  # spaCy loses the edges of what stands in pieces
    rng = random.Random(7)
    moved = 0
    for word in rng.choices(doc.tokens, k=400):
        before, head = word.head, rng.choice(list(word.sent))
        if head in {before, *word.subtree} or before is word:
            continue
        word.head = head
        if not is_projective(word.sent):
            word.head = before
            continue
        read[word.i].head = read[head.i]
        moved += 1
        assert [written(t) for t in doc] == [written(t) for t in read]
    assert moved > 20


@pytest.mark.parametrize("mode", ["expand", "contract"])
@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_words_between_two_characters_are_those_of_spacy(lang, text, mode):
    doc, read = both(lang, text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 12) + 1):
            if text[start].isspace() or text[end - 1].isspace():
                continue
            ours, theirs = (
                doc.char_span(start, end, mode),
                read.char_span(start, end, alignment_mode=mode),
            )
            assert (ours and (ours.start, ours.end, ours.text)) == (
                theirs and (theirs.start, theirs.end, theirs.text)
            )


def test_a_feature_of_several_values_has_each_of_them():
    features = read_features("Case=Nom|PronType=Dem,Rel")
    assert "PronType=Rel" in features
    assert "PronType=Dem,Rel" not in features
    assert features.get("PronType") == ["Dem", "Rel"]
    assert features.get("Mood") == []
    assert str(features) == "Case=Nom|PronType=Dem,Rel"
    assert str(read_features("")) == ""


def test_places_outside_the_text_are_an_error_and_outside_a_part_nothing():
    doc = read_tree("Novák reist nach Bern.", "de")
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[-1].nbor()
    assert len(doc[3:99]) == 2
    assert doc[4:2].text == ""
    assert doc[1:4][1:] == Span(doc, 2, 4)


def test_a_text_without_words_has_no_sentences():
    assert read_tree("", "en").sents == ()
