"""What the cues of a sentence mean together: the form of its claim, by rules in order."""

from __future__ import annotations

from registan.model import Claim
from registan.reader.claim_exclusion import (
    read_every,
    read_except,
    read_highest,
    read_only_holder,
    read_only_place,
)
from registan.reader.claim_fact import WEAK, Facts, Unclear
from registan.reader.claim_number import (
    read_counted_holders,
    read_how_many,
    read_most,
    read_nth,
    read_times,
    read_totals,
    read_which,
)
from registan.reader.claim_precedence import (
    read_again,
    read_awaited,
    read_ever,
    read_first,
    read_last,
    read_negated_first,
    read_never,
)
from registan.reader.claim_tree import in_one_clause


def compose(facts: Facts) -> Claim | Unclear | None:
    """The claim of a sentence; None where its cues say nothing of a record."""
    claim = _compose(facts)
    if isinstance(claim, Claim) and facts.scene.says("restricts", plain=True):
        word = facts.scene.says("restricts", plain=True)[0].group()
        return Unclear(f"what “{word}” leaves out cannot be told from registers")
    if isinstance(claim, Claim) and _means_all(facts, claim):
        return Unclear("whether all countries were visited is judged of a first only")
    if isinstance(claim, Claim) and _overlooks_comparison(facts, claim):
        return Unclear("it compares, and by what measure is not clear")
    if isinstance(claim, Claim) and _is_open_since(facts, claim):
        return Unclear("since when it counts is not said as a date")
    return claim


def _means_all(facts: Facts, claim: Claim) -> bool:
    """Is it all countries of a region that were visited, where only a first is judged so?"""
    regional = bool(claim.place.region) and claim.place.region != "world"
    return regional and claim.form != "first" and bool(facts.scene.says("all_places", plain=True))


def _overlooks_comparison(facts: Facts, claim: Claim) -> bool:
    """Does the sentence compare where its claim does not ("no president was here more often")?"""
    if claim.form not in {"never", "ever", "first", "last", "only"}:
        return False
    told = [c for c in facts.scene.cues if c.effect not in WEAK]
    return any(
        in_one_clause(facts.scene.sentence, m.start(), c.start)
        for m in facts.scene.says("compares")
        for c in told
    )


def _is_open_since(facts: Facts, claim: Claim) -> bool:
    """Does the sentence count from something that is no date ("since the revolution")?"""
    counted = claim.since is not None or claim.unit == "years" or claim.form == "event"
    return not counted and bool(facts.scene.says("since_event", plain=True))


def _compose(facts: Facts) -> Claim | Unclear | None:
    for test, build in RULES:
        cues = facts.scene.has(*test)
        if cues:
            claim = build(facts, cues)
            if claim is not None:
                return claim
    return None


RULES = (
    (("which",), read_which),
    (("how_many",), read_how_many),
    (("highest",), read_highest),
    (("most",), read_most),
    (("awaited",), read_awaited),
    (("except",), read_except),
    (("only_place",), read_only_place),
    (("nth_place", "nth_visit", "nth_time", "nth_holder"), read_nth),
    (("only_times",), read_times),
    (("only_holder",), read_only_holder),
    (("count_holders",), read_counted_holders),
    (("first", "first_visit", "first_time"), read_first),
    (("again",), read_again),
    (("never", "never_before"), read_negated_first),
    (("last",), read_last),
    (("never", "never_before"), read_never),
    (("every",), read_every),
    (("times",), read_times),
    (("count_places", "count_visits"), read_totals),
    (("ever",), read_ever),
)  # fmt: skip
