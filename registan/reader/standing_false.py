"""What is false: "called the reports fabricated", "turned out to be a hoax", "this is not true"."""

from __future__ import annotations

from registan.reader import clause
from registan.reader.scale import COMPLEMENTS, Scale, Step
from registan.reader.standing_modifier import modifier_steps
from registan.reader.standing_negation import negation_of
from registan.reader.tree import Token
from registan.reader.verb_form import is_infinitive

OBJECTS = frozenset({"obj", "iobj", "obl", "obl:arg"})


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


def said_false(scale: Scale, word: Token) -> Step | None:
    """ "That is false", "the report is pure invention", "das stimmt nicht": said of a subject."""
    subject = clause.children(word, *clause.SUBJECTS)
    return Step("said false", word, "deny") if subject and _is_untrue(scale, word) else None


def content_false(scale: Scale, content: Token, holds: bool) -> Step | None:
    """ "It is not true that …", «не соответствует действительности, что …»: of what a clause holds.

    `holds`: it is a noun on which the tree has hung the clause, an object where nothing is subject.
    """
    word = content.head
    noun = holds and content.dep_ in OBJECTS and not clause.children(word, *clause.SUBJECTS)
    held = content.dep_ in COMPLEMENTS and not is_infinitive(content)  # "not correct to go"
    held = held or noun
    return Step("said false", word, "deny") if held and _is_untrue(scale, word) else None


def _is_untrue(scale: Scale, word: Token) -> bool:
    """Is a word for the false the predicate, or one for the true that is denied?"""
    denied, forms = negation_of(scale, word) is not None, {word.norm_, word.lower_}
    if denied:  # «не соответствует действительности»: the word with its object
        forms |= {f"{c.norm_} {word.norm_}" for c in clause.children(word, *OBJECTS)}
        return bool(forms & scale.grammar.words("true")) and not _is_described(scale, word)
    named = word.pos_ != "VERB" or bool(clause.children(word, *clause.HELPING))
    return named and bool(forms & scale.grammar.words("false"))


def _is_described(scale: Scale, word: Token) -> bool:
    """ "Not an isolated case", "not true of allies": of one of several, or of somebody else."""
    open_ = any(clause.has(c, "Definite", "Ind") for c in word.children)
    of, beside = scale.grammar.words("of"), clause.children(word, "obl", "nmod")
    whose = any(clause.preposition(c, scale.grammar) in of for c in beside)
    return whose or (word.pos_ == "NOUN" and (open_ or bool(clause.children(word, "amod", "acl"))))
