"""Judging on registers and a record: what counts, and what only one side tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from registan.model.claim import Claim, Reading, Verdict
from registan.model.report import Event
from registan.precedent import answer
from registan.precedent.archive import Archive, open_with_events, open_with_own
from registan.precedent.judgement import judge
from registan.precedent.witness import load_witness, name_witnesses

BELIEVING = "one_side"


@dataclass(frozen=True)
class Testimony:
    """What a claim is judged on.

    `archive` holds the registers and the record's well confirmed visits; `believing` also those
    that only one side tells, or is None where there are none.
    """

    archive: Archive
    believing: Archive | None = None


def open_testimony(home: Path, events: Sequence[Event] = ()) -> Testimony:
    """Open the registers, one's own under `home`, and the visits among a record's events."""
    weighs = load_witness().weighs
    counted = open_with_events(home, events, weighs.counted) if events else None
    both = (*weighs.counted, *weighs.one_sided)
    one_sided = any(e.confirmation in weighs.one_sided for e in events)
    believing = open_with_events(home, events, both) if one_sided else None
    return Testimony(counted or open_with_own(home), believing)


def judge_on(testimony: Testimony, claim: Claim, **asked: Any) -> Verdict:
    """Judge a claim; where one side's word would change the outcome, a reading says so.

    Where it would change what a question is answered, the answer says that too.

    `asked` are `judge`'s own arguments: as_of, text, span, lang.
    """
    verdict = name_witnesses(judge(claim, archive=testimony.archive, **asked))
    if testimony.believing is None:
        return verdict
    other = name_witnesses(judge(claim, archive=testimony.believing, **asked))
    if other.verdict == verdict.verdict:
        return _answer_too(verdict, other) if claim.asks else verdict
    lang = answer.spoken(asked.get("lang", "en"))
    because = f"{load_witness().believing[lang]}: {other.answer[lang]}"
    reading = Reading(name=BELIEVING, verdict=other.verdict, because=because)
    return msgspec.structs.replace(verdict, readings=(*verdict.readings, reading))


def _answer_too(verdict: Verdict, other: Verdict) -> Verdict:
    """Give a question's answer with the other one that one side's word would make of it."""
    if other.answer == verdict.answer:
        return verdict
    believing = load_witness().believing
    told = {
        lang: f"{said} {believing[lang][:1].upper()}{believing[lang][1:]}: {other.answer[lang]}"
        for lang, said in verdict.answer.items()
    }
    return msgspec.structs.replace(verdict, answer=told)
