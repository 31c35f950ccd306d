"""What is called false: "called the reports fabricated", "turned out to be a hoax"."""

from __future__ import annotations

from spacy.tokens import Token

from registan.reader import clause
from registan.reader.scale import Scale, Step
from registan.reader.standing_modifier import modifier_steps
from registan.reader.standing_negation import negation_of


def called_false(scale: Scale, verb: Token) -> Step | None:
    """ "Called the reports false", "sprach von einer Falschmeldung", «оказалось уткой»."""
    false, true = scale.grammar.words("false"), scale.grammar.words("true")
    if verb.norm_ not in scale.grammar.words("calling"):
        return None
    said = [c for c in verb.children if not c.dep_.startswith("nsubj")]
    said += [c for one in said for c in clause.children(one, "amod", "xcomp", "nmod", "appos")]
    untrue = [c for c in said if c.norm_ in true and any(modifier_steps(scale, c, {"negate"}))]
    named = next((c for c in said if {c.norm_, c.lower_} & false or c in untrue), None)
    if named is None or negation_of(scale, verb) is not None:
        return None
    return Step("called false", named, "deny")
