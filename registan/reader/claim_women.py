"""Claims about the women among an office's holders: "the first female secretary of state to …"."""

from __future__ import annotations

from typing import Literal

import msgspec

from registan.model import Claim
from registan.reader.claim_fact import Facts
from registan.reader.claim_scene import AMERICAN

# Forms in which a word for a woman may set women apart, and may not.
COMPARED = frozenset({"first", "only", "last", "superlative"})


def _compares(claim: Claim) -> bool:
    """Does the claim rank one holder among others?"""
    ranked = claim.unit == "persons" and claim.subject.person_id is not None
    return claim.form in COMPARED or (claim.form == "count" and ranked)


def of_women(facts: Facts, claim: Claim) -> Claim:
    """The claim about women alone, or about one whom a word for a woman sets apart."""
    scene, subject = facts.scene, claim.subject
    if subject.office not in AMERICAN.values() or not scene.offices:
        return claim
    if subject.person_id and subject.person_id not in facts.world.women:
        return claim
    if scene.says("female", plain=True):
        called: Literal["female", "feminine"] = "female"
    elif scene.says("feminine", plain=True) and _compares(claim):
        called = "feminine"
    else:
        return claim
    named = msgspec.structs.replace(subject, qualifier=called)
    return msgspec.structs.replace(claim, subject=named)
