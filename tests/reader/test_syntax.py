"""The syntax component: what rules may rely on, in sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

from registan.errors import InputError
from registan.reader.syntax import load, notes, parse
from registan.reader.syntax.pipeline import LANGUAGES

PARAGRAPH = {
    "de": "Die Ministerin lud ihren Kollegen am 3. Mai nach Wien ein. Er sagte „ja“ und kam.",
    "en": "The minister didn't invite Norway's envoy. \"We can wait,\" she told reporters.",
    "ru": "Министр пригласил посла Норвегии в Москву. «Мы подождём», — сказала она.",
    "fr": "La ministre n'a pas invité l'ambassadeur du Chili. « Nous attendrons », dit-elle.",
}
ODD = (
    "",
    " ",
    "\n\n\n",
    "\t—\u200b",
    "a\u200bb\u200d \ufeffc",
    "\ud800 broken",
    "مرحبا بالعالم! שלום עולם.",
    "🙂🙂🙂",
    "....!!!???",
    "x" * 3000,
    "Ministerium \u202e desrever \u202c Ende.",
)


def one(text: str, lang: str) -> Doc:
    return parse([text], lang)[0]


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_offsets_give_back_the_text(lang: str) -> None:
    text = f"  {PARAGRAPH[lang]}\n\n{PARAGRAPH[lang]}  "
    doc = one(text, lang)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert len(list(doc.sents)) == 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_a_tree(lang: str) -> None:
    for sentence in one(PARAGRAPH[lang], lang).sents:
        assert sum(token.dep_ == "ROOT" for token in sentence) == 1
        assert set(sentence.root.subtree) == set(sentence)
        assert all(token.pos_ and token.lemma_ and token.dep_ for token in sentence)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_batches_change_nothing_but_order_stays(lang: str) -> None:
    texts = [PARAGRAPH[lang], "", PARAGRAPH[lang] * 3]
    docs = parse(texts, lang)
    assert [doc.text for doc in docs] == texts
    assert [t.tag for t in docs[0]] == [t.tag for t in one(texts[0], lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_input_is_read_without_complaint(lang: str, text: str) -> None:
    doc = one(text, lang)
    assert doc.text == text.replace("\ud800", "\ufffd")
    assert sum(len(list(s)) for s in doc.sents) == len(doc)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_comes_back(text: str) -> None:
    doc = one(text, "de")
    assert doc.text == text
    assert all(token.head.sent == token.sent for token in doc)


def test_a_sentence_of_5000_words_is_read_in_parts_with_a_reason() -> None:
    doc = one("Der Rat tagt, " * 1250 + "und Schluss.", "de")
    assert len(doc) > 4900
    assert [note.reason for note in notes(doc)] == ["longer than 400 pieces: read in parts"]
    assert len(list(doc.sents)) > 5
    assert notes(one("Der Rat tagt.", "de")) == ()


def test_an_unserved_language_is_named() -> None:
    with pytest.raises(InputError, match="'tlh' is not served"):
        load("tlh")


def test_pipelines_are_made_once() -> None:
    assert load("de") is load("de")


@pytest.mark.parametrize(
    ("lang", "text", "verb", "patient"),
    [
        ("de", "Der Botschafter wurde gestern vom König empfangen.", "empfangen", "Botschafter"),
        ("en", "The ambassador was received by the king yesterday.", "received", "ambassador"),
        ("ru", "Посол был принят королём вчера.", "принят", "Посол"),
        ("fr", "L'ambassadeur a été reçu par le roi hier.", "reçu", "ambassadeur"),
    ],
)
def test_a_passive_has_its_patient_as_passive_subject(
    lang: str, text: str, verb: str, patient: str
) -> None:
    doc = one(text, lang)
    assert word(doc, patient).dep_ == "nsubj:pass"
    assert word(doc, patient).head.text == verb
    assert any(child.dep_ == "aux:pass" for child in word(doc, verb).children)


def test_a_german_particle_hangs_on_its_verb() -> None:
    doc = one("Der Kanzler lud den König nach Bonn ein.", "de")
    assert word(doc, "ein").dep_ == "compound:prt"
    assert word(doc, "ein").head.text == "lud"
    assert word(doc, "lud").lemma_ == "laden"
    assert word(doc, "König").morph.get("Case") == ["Acc"]


@pytest.mark.parametrize(
    ("lang", "text", "form", "lemma", "tag"),
    [
        ("de", "Die Präsidenten trafen sich.", "trafen", "treffen", "VERB"),
        ("en", "The presidents met twice.", "met", "meet", "VERB"),
        ("ru", "Президенты встретились дважды.", "встретились", "встретиться", "VERB"),
        ("fr", "Les présidents se sont rencontrés.", "rencontrés", "rencontrer", "VERB"),
        ("ru", "Он говорил с Мирзиёевым.", "Мирзиёевым", "Мирзиеев", "PROPN"),
    ],
)
def test_lemmas_and_tags(lang: str, text: str, form: str, lemma: str, tag: str) -> None:
    token = word(one(text, lang), form)
    assert (token.lemma_, token.pos_) == (lemma, tag)


def test_the_german_subjunctive_of_hearsay_is_marked() -> None:
    doc = one("Der Sprecher sagte, der Kanzler habe den König nicht getroffen.", "de")
    assert word(doc, "habe").morph.get("Mood") == ["Sub"]


def test_a_headline_without_a_full_stop_is_a_sentence() -> None:
    doc = one("Treffen in Wien geplatzt\nDie Gäste reisten ab.", "de")
    assert [s.text.strip() for s in doc.sents] == [
        "Treffen in Wien geplatzt",
        "Die Gäste reisten ab.",
    ]


def test_a_hard_wrapped_paragraph_is_not_cut_at_its_lines() -> None:
    text = (
        "The delegation, which had arrived from Norway late on\n"
        "Monday, was received by the minister and the envoy in\n"
        "the afternoon."
    )
    assert len(list(one(text, "en").sents)) == 1
