"""Every rule of every language's lists, on its own examples: a match and a rejection."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from registan import world
from registan.checker import read_text
from registan.languages import load
from registan.languages.folder import served
from registan.model import Report
from registan.reader.actor import Cast
from registan.reader.lexeme import mark_lexemes
from registan.reader.scale import Scale
from registan.reader.standing import compose, composition
from registan.reader.tree import Doc, read_tree
from registan.reader.trigger import find_triggers

PUBLISHED = "2024-05-21"
KEEPING = frozenset({"achieve", "occur", "confirm", "report"})


def rows(part: str) -> list[Any]:
    """The rules of one part of every language's lexicon, named `lang:id`."""
    return [
        pytest.param(lang, rule, id=f"{lang}:{rule.id}")
        for lang in served()
        for rule in getattr(load(lang), part)
    ]


@cache
def reports(lang: str, text: str) -> tuple[Report, ...]:
    """What the whole reader reports of a sentence."""
    return read_text(text, lang=lang, published=PUBLISHED).reports


@cache
def parsed(lang: str, text: str) -> Doc:
    """A sentence's tree with its lexemes."""
    doc = read_tree(text, lang)
    mark_lexemes(doc, load(lang))
    return doc


def composed(lang: str, text: str) -> list[tuple[str, list[str]]]:
    """Standing and operators' names of every event word of a sentence."""
    scale = Scale(lang)
    found = [compose(scale, t) for t in find_triggers(parsed(lang, text), lang)]
    return [(standing, [step.name.split("+")[0] for step in chain]) for standing, chain in found]


@pytest.mark.parametrize(("lang", "rule"), rows("events"))
def test_event_rule_reports_its_example_and_only_that(lang: str, rule: Any) -> None:
    told = [r.kind for r in reports(lang, rule.matches) if r.rule == rule.id]
    assert told[:1] == [rule.kind], [(r.rule, r.trigger) for r in reports(lang, rule.matches)]
    assert rule.id not in [r.rule for r in reports(lang, rule.rejects)]


@pytest.mark.parametrize(("lang", "rule"), rows("operators"))
def test_operator_changes_the_standing_of_its_example_and_only_that(lang: str, rule: Any) -> None:
    found = composed(lang, rule.matches)
    wanted = composition()[rule.effect]["happened"] if rule.effect not in KEEPING else "happened"
    assert wanted in [standing for standing, _ in found], found
    if rule.effect not in KEEPING:
        assert any(rule.id in chain for _, chain in found), found
    assert all(rule.id not in chain for _, chain in composed(lang, rule.rejects))


@pytest.mark.parametrize(("lang", "rule"), rows("sources"))
def test_source_word_is_the_source_of_its_example_and_only_there(lang: str, rule: Any) -> None:
    chains = [r.attribution for r in reports(lang, rule.matches)]
    assert chains, "no report"
    assert all(chains), "a report without its source"
    refused = [s for r in reports(lang, rule.rejects) for s in r.attribution]
    if rule.type is None:
        assert not refused
    else:
        assert any(s.type in {rule.type, "participant"} for chain in chains for s in chain)
        assert all(s.type != rule.type for s in refused)


@pytest.mark.parametrize(("lang", "rule"), rows("actors"))
def test_actor_noun_is_an_actor_in_its_example_and_only_there(lang: str, rule: Any) -> None:
    assert rule.type in acting(lang, rule.matches, rule)
    assert not acting(lang, rule.rejects, rule)


def acting(lang: str, text: str, rule: Any) -> list[str]:
    """Types of the actors that the rule's nouns stand for in a sentence."""
    cast = Cast(parsed(lang, text), lang, world.load(), PUBLISHED)
    parties = [cast.party(t) for t in cast.doc if t.norm_ in rule.words]
    return [p.actor.type for p in parties if p and p.actor]
