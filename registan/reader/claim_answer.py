"""A question and its answer as one claim: "Was a president ever here? Never." """

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from registan.model import FoundClaim
from registan.reader.claim_scene import Scene

ASKED = frozenset({"ever", "never"})
OPENING = "\"'“”„«»—–- "


def answer_of(scene: Scene, before: Sequence[FoundClaim]) -> FoundClaim | None:
    """The question before as what its answer makes of it; None where this is no answer."""
    asked = before[-1] if before else None
    if (
        asked is None
        or asked.claim is None
        or not asked.claim.asks
        or asked.claim.form not in ASKED
    ):
        return None
    start = len(scene.text) - len(scene.text.lstrip(OPENING))
    for slot, form in (("answer_no", "never"), ("answer_yes", "ever")):
        if scene.words.patterns[slot].match(scene.text, start):
            claim = msgspec.structs.replace(asked.claim, form=form, asks=False)
            return msgspec.structs.replace(asked, claim=claim)
    return None
