"""What the cues of a sentence mean together: the form of its claim, by rules in order."""

from __future__ import annotations

from registan.model import Claim
from registan.reader.claim_bound import bounded
from registan.reader.claim_cue import SINGLED
from registan.reader.claim_exclusion import (
    read_every,
    read_except,
    read_highest,
    read_only_holder,
    read_only_place,
)
from registan.reader.claim_fact import Facts, Unclear, within_own_term
from registan.reader.claim_guard import overlooked
from registan.reader.claim_number import (
    read_counted_holders,
    read_how_many,
    read_most,
    read_nth,
    read_share,
    read_singled,
    read_times,
    read_totals,
    read_when,
    read_which,
    read_which_places,
)
from registan.reader.claim_precedence import (
    read_again,
    read_awaited,
    read_ever,
    read_first,
    read_first_place,
    read_last,
    read_negated_first,
    read_never,
)
from registan.reader.claim_women import of_women


def compose(facts: Facts) -> Claim | Unclear | None:
    """The claim of a sentence; None where its cues say nothing of a record."""
    claim = _compose(facts)
    if isinstance(claim, Claim):
        claim = bounded(facts, of_women(facts, within_own_term(facts, claim)))
        return overlooked(facts, claim) or claim
    return claim


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
    (("which_places",), read_which_places),
    (("how_many",), read_how_many),
    (("highest",), read_highest),
    (("count_places",), read_share),
    (SINGLED, read_singled),
    (("most",), read_most),
    (("awaited",), read_awaited),
    (("except",), read_except),
    (("only_place",), read_only_place),
    (("first_place",), read_first_place),
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
    (("asks_when",), read_when),
    (("ever", "asks_whether"), read_ever),
)  # fmt: skip
