"""Finding the words that tell an event: DependencyMatcher patterns made from a language's rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain, count
from typing import Any, NamedTuple

import numpy as np
import spacy.tokens
from spacy.attrs import DEP, HEAD, NORM, POS
from spacy.matcher import DependencyMatcher
from spacy.vocab import Vocab

from registan.languages import Grammar, load, load_grammar
from registan.languages.lexicon import EventRule
from registan.reader import clause
from registan.reader.tree import Doc, Token

SYMMETRIC = frozenset({"meeting", "call"})  # kinds of event in which both sides do the same
MUTUAL = SYMMETRIC | {"agreement"}
TALKS = SYMMETRIC | {"visit"}
MATCHED = (NORM, POS, DEP, HEAD)  # what the shapes look at
NOUN = ["NOUN", "PROPN"]
VERB = ["VERB", "AUX", "ADJ"]
EXPELLING = frozenset({"summon", "expel", "rebuke"})  # frames of what is done to others' envoys
STOOD_FOR = frozenset({"obj", "iobj", "nsubj:pass"})
BELOW = [
    "obj",
    "obl",
    "obl:arg",
    "obl:mod",
    "obl:agent",
    "nsubj",
    "nsubj:pass",
    "xcomp",
    "iobj",
    "nmod",
    "advmod",
    "compound:lvc",
]


class Trigger(NamedTuple):
    """An event word in a text: `nodes` are it and its supporting verb, the event word first.

    `rivals` are what the same word may tell under other rules, in order of preference.
    """

    rule: EventRule
    nodes: tuple[Token, ...]
    rivals: tuple[Trigger, ...] = ()

    @property
    def word(self) -> Token:
        """The word that carries the event."""
        return self.nodes[0]


def find_triggers(doc: Doc, lang: str) -> list[Trigger]:
    """Every event word of the document, in order; a supported noun counts once, with its verb."""
    found: dict[int, list[Trigger]] = {}
    for trigger in (*_single(doc, lang), *_supported(doc, lang)):
        found.setdefault(trigger.word.i, []).append(trigger)
    found |= {t.word.i: [t] for t in _of_pronouns(doc, lang)}  # envoys are not deported
    order = {rule.id: place for place, rule in enumerate(load(lang).events)}
    for trigger in _in_relative_clauses(doc, lang):
        if (own := found.get(trigger.word.i)) and max(len(t.nodes) for t in own) == 1:
            del found[trigger.word.i]  # the noun alone tells less
        found.setdefault(trigger.nodes[-1].i, []).append(trigger)
    best = {i: _rank(triggers, order) for i, triggers in sorted(found.items())}
    kept = [t for t in best.values() if not _is_support(t, best)]
    return [t for t in kept if not any(_is_purpose(t, other) for other in kept)]


def _is_purpose(trigger: Trigger, other: Trigger) -> bool:
    """ "Gave a million for aid": under one rule and verb the object tells, and its purpose not."""
    if trigger.rule.id != other.rule.id or not trigger.nodes[1:] == other.nodes[1:] != ():
        return False
    apart = trigger.word.dep_ in {"obl", "obl:arg", "nmod"} and other.word.dep_ == "obj"
    return apart and clause.children(trigger.word, "case") != []


def _single(doc: Doc, lang: str) -> Iterator[Trigger]:
    """Words that tell an event by themselves."""
    words = _words(lang)
    for token in doc:
        for rule, tags in words.get(token.norm_, ()):
            if token.pos_ in tags:
                yield Trigger(rule, (token,))


def _of_pronouns(doc: Doc, lang: str) -> Iterator[Trigger]:
    """ "Three diplomats had spied. Poland expelled them": the verb alone, of whom it is said."""
    for verb in doc:
        for rule in _sending(lang).get(verb.norm_, ()) if verb.pos_ == "VERB" else ():
            if meant_by(verb, rule) is not None:
                yield Trigger(rule, (verb,))


def meant_by(verb: Token, rule: EventRule) -> Token | None:
    """The noun of the rule, next before in the sentence or in the one before, that the verb's
    pronoun stands for; of envoys, and in number as the pronoun is."""
    listed = rule.light.get(verb.norm_, ())
    pronouns = [c for c in verb.children if c.pos_ == "PRON" and clause.has(c, "Person", "3")]
    pronouns = [c for c in pronouns if c.dep_ in STOOD_FOR or clause.has(c, "Case", "Acc")]
    pronouns = [c for c in pronouns if not clause.has(c, "Reflex", "Yes")]
    nouns = any(c.pos_ in NOUN and c.norm_ in listed for c in verb.children)
    if len(pronouns) != 1 or nouns:
        return None
    start = verb.sent.start
    first = verb.doc[start - 1].sent.start if start else start
    number = pronouns[0].morph.get("Number", [])
    for noun in reversed(verb.doc[first : pronouns[0].i]):
        if noun.norm_ in listed and noun.pos_ in NOUN:
            return noun if not number or noun.morph.get("Number", []) in ([], number) else None
    return None


@cache
def _sending(lang: str) -> dict[str, list[EventRule]]:
    """The rules of what states do to envoys, by the verbs that tell it of one who is named."""
    found: dict[str, list[EventRule]] = {}
    for rule in load(lang).events:
        for verb in rule.light if rule.kind == "relations" and rule.frame in EXPELLING else ():
            found.setdefault(verb, []).append(rule)
    return found


def _supported(doc: Doc, lang: str) -> Iterator[Trigger]:
    """Words that tell an event with a supporting verb.

    A shape is only tried on the sentences in which its words stand together in the tree: matching
    costs more than looking.
    """
    grammar = load_grammar(lang)
    beside = grammar.words("beside_event") | grammar.words("noun_after")
    shapes = _shapes_in(doc, lang)
    alone = _alone(doc, {place for _, sentences in shapes for place in sentences})
    for shape, sentences in shapes:
        found = (_match(shape, alone[place], place[0]) for place in sentences)
        for indices in chain.from_iterable(found):
            noun, verb = doc[indices[-1]], doc[indices[0]]
            if clause.preposition(noun, grammar) in beside:
                continue  # "pulled out under the agreement"
            fixed = noun.norm_ in shape.rule.with_.get(verb.norm_, ())
            if (_is_topic(noun, grammar) and not fixed) or _is_doer(noun, shape.rule, lang):
                continue  # "no decision was made on a visit", "the visit has a purpose"
            yield Trigger(shape.rule, _order([doc[i] for i in indices]))


def _in_relative_clauses(doc: Doc, lang: str) -> Iterator[Trigger]:
    """ "The sanctions that X imposed", "введённые X санкции": told by a clause about the noun."""
    by_word = _light_rules(lang)
    for verb in doc:
        outer = verb  # "the letter that X is said to have sent"
        while outer.dep_ == "xcomp" and outer.head.pos_ in VERB:
            outer = outer.head
        noun = outer.head
        if outer.dep_ not in clause.ADNOMINAL or noun.pos_ not in NOUN:
            continue
        rules = by_word.get((noun.norm_, verb.norm_), ())
        if rules and (_is_about_noun(verb) or (outer != verb and _is_about_noun(outer))):
            triggers = [Trigger(rule, (noun, verb)) for rule in rules]
            yield triggers[0]._replace(rivals=tuple(triggers[1:]))


def _is_about_noun(verb: Token) -> bool:
    """Is the noun what the clause's verb does something to?"""
    if verb.dep_ == "acl":
        return clause.has(verb, "VerbForm", "Part") and clause.is_passive(verb)
    below = clause.children(verb, "obj", "nsubj:pass")
    return any(clause.has(c, "PronType", "Rel") for c in below)


def _is_topic(noun: Token, grammar: Grammar) -> bool:
    """What is decided or said about it, where the verb has an object of its own."""
    objects = clause.children(noun.head, "obj", "nsubj:pass")
    objects = [o for o in objects if o != noun and not clause.has(o, "Reflex", "Yes")]
    topics = grammar.words("noun_topic") | grammar.words("said_of")
    return bool(objects) and clause.preposition(noun, grammar) in topics


def _is_doer(noun: Token, rule: EventRule, lang: str) -> bool:
    """ "The call has yet to take place": the verb is the infinitive's, and no support.

    So it is in "the treaty ended the war", which the treaty does, and "the envoy sent a note".
    """
    light = noun.dep_ == "nsubj" and noun.head.norm_ in {**rule.light, **rule.with_}
    ends = rule.standing == "cancelled" and clause.children(noun.head, "obj")
    acts = rule.frame == "send" or noun.norm_ in load(lang).actor_nouns
    sends = acts and bool(clause.children(noun.head, "obj"))
    return light and bool(ends or sends or clause.children(noun.head, "xcomp"))


def _alone(doc: Doc, sentences: set[tuple[int, int]]) -> dict[tuple[int, int], spacy.tokens.Doc]:
    """Sentences as spaCy's documents, with what the shapes look at."""
    add, source = doc.source.vocab.strings.add, doc.source
    hashes = [[add(text) for text in (t.norm_, t.pos_, t.dep_)] for t in doc]
    heads = [(t.head.i - t.i) % 2**64 for t in doc]  # unsigned, as spaCy has them
    rows = np.array([[*one, head] for one, head in zip(hashes, heads, strict=True)], np.uint64)
    return {
        (start, end): source[start:end].as_doc(array_head=MATCHED, array=rows)  # type: ignore[call-arg]
        for start, end in sentences
    }


def _match(shape: Shape, sentence: spacy.tokens.Doc, start: int) -> Iterator[list[int]]:
    """The places in the document of a shape's words, each time that it stands in a sentence."""
    for _, indices in _matcher(sentence.vocab, shape)(sentence):
        yield [start + i for i in indices]


def _shapes_in(doc: Doc, lang: str) -> list[tuple[Shape, list[tuple[int, int]]]]:
    """The shapes of which a word stands next to a verb in the tree, in the order of the files.

    With each, the first and last places of the sentences in which it does, in order.
    """
    near: dict[Shape, dict[tuple[int, int], None]] = {}
    by_word = _shapes_by_word(lang)
    for token in doc:
        if shapes := by_word.get(token.norm_):
            near_by = (token.head, token.head.head, *token.head.children, *token.children)
            around = {t.norm_ for t in near_by}
            for shape in shapes:
                if not around.isdisjoint(shape.verbs):
                    sentence = token.sent
                    near.setdefault(shape, {})[sentence.start, sentence.end] = None
    return [(shape, list(near[shape])) for shape in sorted(near, key=lambda shape: shape.place)]


def _rank(triggers: list[Trigger], order: dict[str, int]) -> Trigger:
    """More words tell more; of equals the rule that stands first in its file; the rest rival."""
    ranked = sorted(triggers, key=lambda t: (-len(t.nodes), order[t.rule.id]))
    unique = list({t.rule.id: t for t in reversed(ranked)}.values())[::-1]
    return unique[0]._replace(rivals=tuple(unique[1:]))


def _order(matched: list[Token]) -> tuple[Token, ...]:
    """The event word, then its supporting verb; a copula and a preposition are no nodes."""
    if matched[-1].dep_ == "case" and matched[-1].head == matched[1]:
        return (matched[0],)  # "was (…) against it": the verb tells the event
    if len(matched) > 1 and matched[1].dep_ in {"cop", "case"} and matched[1].head == matched[0]:
        return (matched[0],)
    return tuple(reversed(matched))


def _is_support(trigger: Trigger, found: dict[int, Trigger]) -> bool:
    """Is this word only the supporting verb of another event word?

    Not where a verb of its own supports it: "called for the release of prisoners".
    """
    return any(
        trigger.word in other.nodes[1:] and set(trigger.nodes[1:]) <= {*other.nodes}
        for other in found.values()
        if other.word != trigger.word
    )


@cache
def _words(lang: str) -> dict[str, list[tuple[EventRule, list[str]]]]:
    """The rules of each word that tells an event by itself, with the tags that it must have."""
    found: dict[str, list[tuple[EventRule, list[str]]]] = {}
    for rule in load(lang).events:
        for words, tags in ((rule.verbs, VERB), (rule.nouns, NOUN)):
            for word in words:
                found.setdefault(word, []).append((rule, tags))
    return found


@cache
def _light_rules(lang: str) -> dict[tuple[str, str], list[EventRule]]:
    """The rules of each noun with a verb that supports it."""
    found: dict[tuple[str, str], list[EventRule]] = {}
    for rule in load(lang).events:
        for verb, nouns in rule.light.items():
            for noun in nouns:
                found.setdefault((noun, verb), []).append(rule)
    return found


class Shape(NamedTuple):
    """One construction of a rule: a text without one of its `words` and one of its `verbs` cannot
    hold it.
    """

    name: str
    place: int
    rule: EventRule
    pattern: list[dict[str, Any]]
    words: tuple[str, ...]
    verbs: tuple[str, ...]

    def __hash__(self) -> int:
        return hash(self.name)


@cache
def _shapes_by_word(lang: str) -> dict[str, list[Shape]]:
    found: dict[str, list[Shape]] = {}
    for shape in _shapes(lang):
        for word in shape.words:
            found.setdefault(word, []).append(shape)
    return found


def _shapes(lang: str) -> Iterator[Shape]:
    place, currencies = count(), load_grammar(lang).words("currency")
    for rule in load(lang).events:
        for number, (words, verbs, pattern) in enumerate(_patterns(rule, currencies)):
            name = f"{lang}.{rule.id}#{number}"
            yield Shape(name, next(place), rule, pattern, words, verbs)


@cache
def _matcher(vocab: Vocab, shape: Shape) -> DependencyMatcher:
    """The matcher of one construction over one vocabulary."""
    matcher = DependencyMatcher(vocab)
    matcher.add(shape.name, [shape.pattern])
    return matcher


Pattern = list[dict[str, Any]]


def _patterns(
    rule: EventRule, currencies: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Pattern]]:
    """The constructions of a rule with a verb: the words and the verbs it needs, and the tree.

    Where one currency is given, so is any other.
    """
    for verb, listed in {**rule.light, **rule.with_}.items():
        others = currencies.difference(listed)
        nouns = listed if currencies.isdisjoint(listed) else (*listed, *sorted(others))
        below = {
            "LEFT_ID": "verb",
            "REL_OP": ">",
            "RIGHT_ID": "event",
            "RIGHT_ATTRS": {"NORM": {"IN": list(nouns)}, "DEP": {"IN": BELOW}},
        }
        # "The imposition of sanctions": a noun may support an event as a verb does.
        yield nouns, (verb,), [_node("verb", [*VERB, *NOUN], (verb,)), below]
    for verb, nouns in rule.with_.items():
        yield (
            nouns,
            (verb,),
            [
                {"RIGHT_ID": "event", "RIGHT_ATTRS": {"NORM": {"IN": list(nouns)}}},
                _child("cop", ["cop"], (verb,)),
            ],
        )
    for verb, prepositions in rule.copula.items():
        if verb not in rule.verbs:
            yield prepositions, (verb,), _placed(verb, prepositions)
        yield (
            prepositions,
            (verb,),
            [
                {"RIGHT_ID": "event", "RIGHT_ATTRS": {"POS": {"IN": NOUN}}},
                _child("cop", ["cop"], (verb,)),
                _child("case", ["case"], prepositions),
            ],
        )


def _placed(verb: str, prepositions: tuple[str, ...]) -> Pattern:
    """ "Was against it" where the tree takes the copula for a verb with a place."""
    phrase = {
        "LEFT_ID": "verb",
        "REL_OP": ">",
        "RIGHT_ID": "event",
        "RIGHT_ATTRS": {"POS": {"IN": NOUN}, "DEP": {"IN": BELOW}},
    }
    return [_node("verb", VERB, (verb,)), phrase, _child("case", ["case"], prepositions)]


def _child(name: str, relations: list[str], words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "LEFT_ID": "event",
        "REL_OP": ">",
        "RIGHT_ID": name,
        "RIGHT_ATTRS": {"DEP": {"IN": relations}, "NORM": {"IN": list(words)}},
    }


def _node(name: str, tags: list[str], words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "RIGHT_ID": name,
        "RIGHT_ATTRS": {"POS": {"IN": tags}, "NORM": {"IN": list(words)}},
    }
