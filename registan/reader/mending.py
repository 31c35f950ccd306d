"""Putting a document's tree right, pass by pass, once its names and dates are known."""

from __future__ import annotations

from typing import Any

from registan.languages import load, load_grammar
from registan.reader.attachment import attach, part_days, raise_means
from registan.reader.measure import see_through
from registan.reader.repair import repair_tree
from registan.reader.repair_order import repair_order
from registan.reader.repair_source import repair_sources
from registan.reader.repair_topic import repair_topics
from registan.reader.tree import Doc
from registan.reader.trigger import TALKS

AIMED = frozenset({"planned", "possible", "demand"})
DOUBTING = frozenset({"possible", "question", "demand", "deny"})


def mend_tree(doc: Doc, lang: str, mentions: dict[int, list[Any]], dated: set[int]) -> None:
    """Correct a tree in place: word order, attachment, names and grammar, sources, measures."""
    lexicon, grammar = load(lang), load_grammar(lang)
    nouns = lexicon.actor_nouns
    saying = {w for r in lexicon.sources if r.as_ == "verb" for w in r.words}
    spoken = [r for r in lexicon.events if r.kind == "statement"]
    judging = {v for r in spoken for v in (*r.verbs, *r.with_)}
    bodies = {w for w, r in nouns.items() if r.type == "government"}
    speaking = [r for r in lexicon.sources if r.as_ == "noun"]
    bodies |= {w for r in speaking if r.type in {"official", "participant"} for w in r.words}
    events = {n for r in lexicon.events if r.kind in TALKS for n in r.nouns}
    modifiers = [r for r in lexicon.operators if r.as_ == "modifier"]
    hedging = {w for r in modifiers if r.effect == "possible" for w in r.words}
    telling = {v for r in lexicon.events for v in (*r.verbs, *r.light, *r.with_)}
    supported: dict[str, set[str]] = {}
    for rule in lexicon.events:
        for verb, nouns_beside in (*rule.light.items(), *rule.with_.items()):
            supported.setdefault(verb, set()).update(nouns_beside)
    part_days(doc, dated)
    raise_means(doc, grammar, supported)
    repair_order(doc, mentions, dated, grammar, telling)
    governors = [r for r in lexicon.operators if r.as_ == "governor" and r.effect in DOUBTING]
    claims = {w for r in governors for w in r.words} | grammar.words("hearsay_noun")
    claims |= {w for r in lexicon.sources if r.as_ == "formula" for w in r.slots}
    aims = {
        w for r in lexicon.operators if r.as_ == "governor" for w in r.words if r.effect in AIMED
    }
    attach(doc, mentions, grammar, saying, hedging, events, claims, aims)
    sources = {w for r in speaking for w in r.words}
    repair_tree(doc, mentions, grammar, saying, judging, bodies, events, sources)
    titles = {w for w, r in nouns.items() if r.type in {"person", "government"}}
    titles |= sources
    formulas = {w for r in lexicon.sources if r.as_ == "formula" for w in r.words}
    repair_sources(doc, grammar, saying, titles, formulas)
    trips = {n for r in lexicon.events if r.kind == "visit" for n in r.nouns}
    repair_topics(doc, mentions, grammar, saying, events, trips)
    see_through(doc, grammar)
