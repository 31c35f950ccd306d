"""What was to be and came to nothing: "was due to fly to X, but stayed at home"."""

from __future__ import annotations

from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import Scale, Step, word_of
from registan.reader.standing_negation import negation_of
from registan.reader.standing_tense import auxiliary_steps, tense_of
from registan.reader.tree import Token
from registan.reader.verb_form import finite_of, own_finite


def thwarted_by(scale: Scale, below: Token, head: Token) -> Step | None:
    """ "Was due to fly to X, but stayed at home", « devait venir, mais … »: it came to nothing.

    A plan or wish of the past, and a clause against it that is told as a fact. What is only open
    ("…, but no date was set", "…, but may still come") leaves the plan as it is.
    """
    finite = finite_of(head)
    past = finite is not None and (
        clause.has(finite, "Tense", "Past") or clause.has(finite, "Tense", "Imp")
    )
    if not past:
        return None
    for verb in (c for word in (head, below) for c in clause.children(word, "conj")):
        marks = {c.lower_ for c in clause.children(verb, "cc", "advmod")}
        finite_there = own_finite(verb) is not None
        if marks & scale.grammar.words("but") and finite_there and not _is_open(scale, verb):
            return Step("thwarted", verb, "refuse")
    return None


def _is_open(scale: Scale, verb: Token) -> bool:
    """ "May still come", "no date was set", "it is unclear": a clause that settles nothing."""
    schedule = scale.grammar.words("schedule")
    if any(c.norm_ in schedule for c in clause.children(verb, *SUBJECTS, "obj")):
        return True
    if tense_of(scale, verb) not in {"happened", "ongoing"}:
        return True
    denied = negation_of(scale, verb) is not None
    if any(auxiliary_steps(scale, verb)) and not denied:
        return True
    unsure = verb.pos_ == "ADJ" or denied
    rules = scale.governors.get(word_of(verb), ()) if unsure else ()
    return any(r.effect in {"possible", "question"} for r in rules[:1])
