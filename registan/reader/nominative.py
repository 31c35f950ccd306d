"""A source's noun phrase in the form of a dictionary: "турецкой газеты" is "турецкая газета"."""

from __future__ import annotations

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.tree import Token


def nominative(noun: Token, phrase: str, grammar: Grammar) -> str:
    """The phrase of a noun with it and its adjectives in the nominative, all else as written.

    Only a single noun that a dictionary has, in a language whose endings the grammar gives.
    """
    case, number = noun.morph.get("Case", []), noun.morph.get("Number", [])
    if not grammar.words("feminine_adjective") or case in ([], ["Nom"]) or number != ["Sing"]:
        return phrase
    if noun.pos_ != "NOUN" or any(c.pos_ == "PROPN" and _is_inflected(c) for c in noun.children):
        return phrase
    beside = [c for c in clause.children(noun, "amod") if c.i < noun.i]
    words = {t: _of_gender(t.norm_, noun, grammar) for t in beside}
    words[noun] = noun.norm_
    for token, word in words.items():
        written = word.capitalize() if token.text[:1].isupper() else word
        phrase = phrase.replace(token.text, written, 1)
    return phrase


def _is_inflected(name: Token) -> bool:
    """A name that shares the noun's case ("представителя Пьера Дюбуа"), which no list inflects."""
    if name.i and name.nbor(-1).text in {"«", '"', "„", "“"}:
        return False
    return name.dep_ in {"appos", "flat"} and name.morph.get("Case", []) not in ([], ["Nom"])


def _of_gender(lemma: str, noun: Token, grammar: Grammar) -> str:
    """An adjective's lemma, which is masculine, in the gender that the noun's ending shows."""
    word = noun.norm_
    soft = word.endswith("ь") and clause.has(noun, "Gender", "Fem")
    feminine, neuter = word.endswith(("а", "я")) or soft, word.endswith(("о", "е"))
    if not feminine and not neuter:
        return lemma
    pairs = grammar.words("feminine_adjective" if feminine else "neuter_adjective")
    for old, new in sorted((p.split() for p in pairs), key=lambda pair: -len(pair[0])):
        if lemma.endswith(old):
            return lemma.removesuffix(old) + new
    return lemma
