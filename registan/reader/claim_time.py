"""The time in which a sentence says that nobody came, or somebody was first: in, after, before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from registan.model.period import period_of, shift
from registan.reader.claim_cue import Cue
from registan.reader.claim_fact import CLOSED, Facts, Unclear
from registan.reader.claim_scene import Dated
from registan.reader.claim_tree import in_one_clause, share_clause, token_at

SPAN = re.compile(r"\d{3}[\dX](?:-\d\d)?(?:/\d{3}[\dX](?:-\d\d)?)?")  # No day, which is of news.
ENDS = frozenset({"before", "until", "by"})
BOUNDS = ENDS | {"after"}
OF_YEAR = frozenset({"nmod", "nummod", "appos", "flat"})
BESIDE = frozenset({"obl", "advmod"})
WHICH = "of which time it speaks is not clear"


def time_of(facts: Facts, cues: Sequence[Cue], before: bool) -> dict[str, Any] | Unclear:
    """The `since` and `until` of "in 2012", "after 2010", "between 2000 and 2008".

    `before`: the verb stands in the past before the past, so that "in 2012" means until then.
    """
    told = [d for d in facts.scene.dates if _is_of_deed(facts, d, cues)]
    if len(told) > 1 or any(_is_listed(facts, d) for d in told):
        return Unclear(WHICH)
    return _bounds(told[0], before) if told else {}


def _is_listed(facts: Facts, dated: Dated) -> bool:
    """Is another date joined to it ("in 1984 and 1995")?"""
    joined = facts.scene.words.patterns["conjunction"].pattern
    at = facts.scene.words.patterns["at_place"].pattern
    between = re.compile(rf"\W*(?:{joined})?\W*(?:{at})?\W*", re.IGNORECASE)
    later = [d for d in facts.scene.dates if d.start > dated.end]
    return any(between.fullmatch(facts.scene.masked, dated.end, d.start) for d in later)


def _bounds(dated: Dated, before: bool) -> dict[str, Any]:
    if dated.role == "after":
        return {"since": shift(period_of(dated.edtf).last, 1)}
    if dated.role == "by":
        return {"until": period_of(dated.edtf).last}
    if dated.role in ENDS or before:
        return {"until": shift(period_of(dated.edtf).first, -1)}
    since, _, until = dated.edtf.partition("/")
    return {"since": since, "until": until or since}


def end_of(facts: Facts, cues: Sequence[Cue]) -> dict[str, Any]:
    """ "Until 1990 the only one": the day up to which it held."""
    told = [d for d in facts.scene.dates if d.role in ENDS and _is_of_deed(facts, d, cues)]
    return _bounds(told[0], before=False) if len(told) == 1 else {}


def after_when(facts: Facts, cues: Sequence[Cue]) -> dict[str, Any]:
    """ "The first to come after 2020": whoever came before its end does not count."""
    told = [d for d in facts.scene.dates if d.role == "after" and _is_of_deed(facts, d, cues)]
    return {"since": told[0].edtf} if len(told) == 1 else {}


def is_bounded(facts: Facts, cues: Sequence[Cue]) -> bool:
    """Does "after" or "before" a date narrow what is claimed?"""
    masked = facts.scene.masked
    return any(
        d.role in BOUNDS
        and _is_of_deed(facts, d, cues)
        and not any(CLOSED.search(masked, c.end, d.start) for c in cues if c.end <= d.start)
        for d in facts.scene.dates
    )


def _is_of_deed(facts: Facts, dated: Dated, cues: Sequence[Cue]) -> bool:
    """Does the date say when, in the clause of the cue and in no other cue's words?"""
    sentence = facts.scene.sentence
    if dated.role not in BOUNDS and not (dated.role == "at" and SPAN.fullmatch(dated.edtf)):
        return False
    if any(c.start <= dated.start < c.end for c in facts.scene.cues) and "/" not in dated.edtf:
        return False
    if dated.role in BOUNDS:
        return any(in_one_clause(sentence, c.start, dated.start) for c in cues)
    if not any(share_clause(sentence, c.start, dated.start) for c in cues):
        return False
    return "/" in dated.edtf or _is_beside_verb(facts, dated)


def _is_beside_verb(facts: Facts, dated: Dated) -> bool:
    """Does the date go with the deed itself, not with a noun ("the summit of 2012")?"""
    token = token_at(facts.scene.sentence, dated.start)
    at = facts.scene.sentence.start_char
    while token.head != token and dated.start <= token.head.idx - at < dated.end:
        token = token.head
    if token.dep_ in OF_YEAR and not any(t.pos_ == "PROPN" for t in token.head.subtree):
        token = token.head  # "Im Jahr 2012", "in the year 2012".
    predicate = any(c.dep_ == "cop" for c in token.head.children)
    return token.dep_.partition(":")[0] in BESIDE or (token.dep_ == "nmod" and predicate)
