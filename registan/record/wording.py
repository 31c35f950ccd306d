"""Wording: what of a quoted sentence its meaning hangs on: modality, negation, tense, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

import yaml
from babel import Locale

from registan import world
from registan.languages import load
from registan.reader.lexeme import mark_lexemes
from registan.reader.tree import Span as Sentence
from registan.reader.tree import Token, read_tree
from registan.world.noun import Mention
from registan.world.sound import rough

Degree = Literal["may", "can", "must", "will", "want"]
BRACKETS = re.compile(r"\s*[\[(][^\])\n]*[\])]")
CUT = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.")
MARKS = "„“”\"»«‘’'‚ \u00a0\u202f"
SOFT = frozenset({"refuse", "deny", "negate", "cancel"})
VERBS = frozenset({"VERB", "AUX"})
CLAUSES = frozenset({"ROOT", "conj", "advcl", "ccomp", "parataxis", "acl:relcl", "csubj"})
LESS = frozenset({"amod", "advcl", "obl", "advmod", "fixed"})  # "As soon as possible"
OBLIGED, DENYING, FEAST, FORBIDDING = "must_do", "denying", "feast", "forbidding"
RULING_OUT = "ruling_out"
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "NUM", "ADV"})
STANDING = frozenset({"city", "metonym"})
LASTING = frozenset({"country", "nationality", "person"})
SHORTEST_NAME = 3


class Wording(NamedTuple):
    """One sentence of a quote, without what an editor put in brackets.

    `negated` is by its grammar; `denying` where a word denies by what it means ("refuse"). `names`
    are ids of persons and states, or the sound of a name that nobody knows; `implied` are the
    states of the cities named, which may stand for them. Modal verbs are no clause and no content.
    """

    text: str
    degrees: frozenset[Degree]
    negated: bool
    denying: bool
    past: bool
    names: frozenset[str]
    implied: frozenset[str]
    clauses: int
    words: int


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    """language -> name of a list -> its words, of `data/modality.yml`."""
    text = files("registan.record").joinpath("data/modality.yml").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return found


def _listed(lang: str, name: str) -> frozenset[str]:
    return frozenset(_lists().get(lang, {}).get(name, ()))


@cache
def _degrees() -> dict[str, dict[str, frozenset[Degree]]]:
    """language -> word -> degrees."""
    table: dict[str, dict[str, frozenset[Degree]]] = {}
    for lang in _lists():
        words = table.setdefault(lang, {})
        for degree in get_args(Degree):
            listed = _listed(lang, degree)
            for word in listed:
                words[word] = words.get(word, frozenset()) | {degree}
    return table


def plain(text: str) -> str:
    """A quote's words without its marks and without an editor's brackets."""
    return trim(BRACKETS.sub("", text))


def trim(text: str) -> str:
    """A quote's words without its marks."""
    return text.strip(MARKS).rstrip(",;").strip(MARKS)


@lru_cache(maxsize=4096)
def read_wording(text: str, lang: str) -> tuple[Wording, ...]:
    """Give the sentences of a quote, each with what its meaning hangs on."""
    said = plain(text)
    if not said:
        return ()
    doc = read_tree(said, lang)
    mark_lexemes(doc, load(lang))
    return tuple(_word(sentence, lang) for sentence in doc.sents if _counts(sentence))


def _counts(sentence: Sentence) -> bool:
    return any(t.text.isalpha() for t in sentence)


def _word(sentence: Sentence, lang: str) -> Wording:
    names, implied = _list_names(sentence, lang)
    full = [t for t in sentence if not _degrees_of(t, lang)]
    return Wording(
        text=sentence.text.strip(),
        degrees=frozenset(_list_degrees(sentence, lang)),
        negated=_is_negated(sentence, lang),
        denying=any(t.norm_ in _negations(lang)[1] and t.pos_ != "AUX" for t in sentence),
        past=_is_past(sentence.root),
        names=names,
        implied=implied,
        clauses=sum(_is_clause(t, lang) for t in full) or 1,
        words=sum(t.pos_ in CONTENT for t in full),
    )


def _is_clause(token: Token, lang: str) -> bool:
    """ "May start if …": the verb under a modal one heads the clause in its stead."""
    modal = token.dep_ == "xcomp" and bool(_degrees_of(token.head, lang))
    predicate = token.pos_ in VERBS or any(c.dep_ == "cop" for c in token.children)
    return predicate and (token.dep_ in CLAUSES or modal)


def _list_degrees(sentence: Sentence, lang: str) -> Iterator[Degree]:
    """The degrees of a sentence's modal words; a conditional "could" leaves open what "can" grants.

    "He can come" may also mean that he may; "I can come" says what the speaker is able to.
    """
    for token in sentence:
        if token.norm_ in _listed(lang, FORBIDDING) and _is_negated(sentence, lang):
            yield "must"
        if token.norm_ in _listed(lang, RULING_OUT) and _is_negated(sentence, lang):
            yield "may"
        for degree in _degrees_of(token, lang):
            if degree == "can":
                yield from _can(token)
            else:
                yield degree
        if _is_future(token):
            yield "will"


def _degrees_of(token: Token, lang: str) -> frozenset[Degree]:
    if token.pos_ == "ADJ" and token.dep_ in LESS:
        return frozenset()
    if token.norm_ in _listed(lang, OBLIGED) and _is_before_infinitive(token):
        return frozenset({"must"})
    known = _degrees().get(lang, {})
    return known.get(token.norm_, known.get(token.lower_, frozenset()))


def _is_before_infinitive(token: Token) -> bool:
    """ "Have to act": an infinitive with its mark hangs on the word."""
    return any(c.dep_ == "xcomp" and "Inf" in c.morph.get("VerbForm", []) for c in token.children)


def _can(token: Token) -> Iterator[Degree]:
    words = [token, *token.children]
    unreal = any("Cnd" in t.morph.get("Mood", []) for t in words)
    unreal = unreal or (
        "Sub" in token.morph.get("Mood", []) and "Past" in token.morph.get("Tense", [])
    )
    if unreal:
        yield "may"
        return
    yield "can"
    first = token.morph.get("Person", []) == ["1"] or any(
        t.morph.get("Person", []) == ["1"] and t.dep_ == "nsubj"
        for t in (*token.children, *token.head.children)
    )
    if not first and token.lower_ != "can":
        yield "may"


def _is_future(token: Token) -> bool:
    """A future by form, by an auxiliary, or a Russian perfective in the present form."""
    if "Fut" in token.morph.get("Tense", []):
        return True
    perfective = "Perf" in token.morph.get("Aspect", []) and "Pres" in token.morph.get("Tense", [])
    if perfective and "Fin" in token.morph.get("VerbForm", []):
        return True
    auxiliary = token.dep_ == "aux" and token.norm_ == "werden"
    return (
        auxiliary
        and "Inf" in token.head.morph.get("VerbForm", [])
        and "Sub" not in str(token.morph)
    )


def _is_negated(sentence: Sentence, lang: str) -> bool:
    marked = [t for t in sentence if t.morph.get("Polarity", []) or t.morph.get("PronType", [])]
    if any("Neg" in (*t.morph.get("Polarity", []), *t.morph.get("PronType", [])) for t in marked):
        return True
    strict, _ = _negations(lang)
    small = [t for t in sentence if t.pos_ != "NOUN"]  # "un premier pas" is a step, no negation
    return any(t.norm_ in strict or t.lower_ in strict for t in small)


@cache
def _negations(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that negate by grammar, and those that deny or refuse by what they mean."""
    rules = load(lang).operators
    strict = {w for r in rules if r.effect == "negate" and r.as_ == "modifier" for w in r.words}
    soft = {w for r in rules if r.effect in SOFT for w in r.words} | _listed(lang, DENYING)
    plain = {w for r in rules if r.effect == "occur" for w in r.words}  # "be", "have"
    return frozenset(strict), frozenset(soft - strict - plain)


def _is_past(root: Token) -> bool:
    """A finite past, or a perfect: a participle under an auxiliary that makes no passive."""
    helpers = [t for t in root.children if t.dep_ in {"aux", "aux:pass", "cop"}]
    if any(
        "Past" in t.morph.get("Tense", []) and "Ind" in t.morph.get("Mood", []) for t in helpers
    ):
        return True
    if "Fin" in root.morph.get("VerbForm", []):
        return "Past" in root.morph.get("Tense", []) and "Sub" not in root.morph.get("Mood", [])
    participle = "Part" in root.morph.get("VerbForm", [])
    passive = any(t.dep_ == "aux:pass" for t in helpers)
    participle = participle and "Pres" not in root.morph.get("Tense", [])  # "is developing"
    return participle and not passive and any(t.dep_ == "aux" for t in helpers)


def _list_names(sentence: Sentence, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of a sentence, and the states for which its cities may stand."""
    known = world.load()
    found = known.find(sentence.text, lang)
    names = {m.ids[0] for m in found if m.type in LASTING and _is_name(m, sentence)}
    implied = {known.country_of(m) for m in found if m.type in STANDING}
    for token in sentence:
        at = token.idx - sentence.start_char
        hidden = any(m.start <= at < m.end for m in found)
        named = token.pos_ == "PROPN" and token.text[0].isupper() and token.i > sentence.start
        named = named and token.lower_ not in calendar_words(lang) | _listed(lang, FEAST)
        if named and not hidden and len(token.text) >= SHORTEST_NAME:
            names.add(f"~{rough(token.text, lang)}")
    return frozenset(names), frozenset(filter(None, implied))


@cache
def calendar_words(lang: str) -> frozenset[str]:
    """The months and weekdays of a language, which some write with a capital like names."""
    locale = Locale.parse(lang)
    words = (*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values())
    return frozenset(word.casefold() for word in words)


def _is_name(mention: Mention, sentence: Sentence) -> bool:
    """ "Frieden ist möglich": a word that is a noun here names no person."""
    if mention.type != "person":
        return True
    start = sentence.start_char
    return any(t.pos_ != "NOUN" for t in sentence if mention.start <= t.idx - start < mention.end)
