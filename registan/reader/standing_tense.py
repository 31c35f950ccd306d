"""What tense, mood, aspect and auxiliaries alone say of a clause's verb."""

from __future__ import annotations

from collections.abc import Iterator

from registan.languages import Grammar
from registan.languages.lexicon import OperatorRule
from registan.model.report import Standing
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import ADVERBIAL, PAST, Scale, Step, word_of
from registan.reader.standing_marker import marker_steps
from registan.reader.tree import Token
from registan.reader.verb_form import (
    auxiliaries,
    finite_of,
    is_bare_infinitive,
    is_infinitive,
    is_progressive,
    own_finite,
)

LACKED = ("obl", "nmod", "obj", "conj")  # what the tree may take a condition for


def tense_of(scale: Scale, verb: Token) -> Standing:
    """What tense, mood and aspect alone say of a clause's verb."""
    finite = finite_of(verb)
    if inverted := _inverted(verb, scale.grammar):
        past = inverted.lower_ in scale.grammar.words("past_condition")
        return "not_happened" if past else "possible"
    if _is_to_be(verb, scale.grammar) or clause.is_headline_plan(verb):
        return _unkept(verb, scale.grammar) or "planned"
    if verb.dep_ == "acl:relcl" and is_bare_infinitive(verb) and finite is None:
        return "possible"  # "a partner with whom to cooperate"
    if finite is None:
        return _nonfinite(verb, scale.grammar)
    if is_unfulfilled(scale, verb, finite):
        return "not_happened"
    plain = finite.norm_ in scale.grammar.words("plain_auxiliary")
    plain = plain or _is_perfect_infinitive(verb, finite, scale.grammar)
    known = plain or any(auxiliary_steps(scale, verb))
    if _is_bare_infinitive_under(verb, finite) and not known:
        return "possible"
    if clause.has(finite, "Mood", "Cnd") and verb == finite and _is_announced(scale, verb):
        return "planned"  # "a annoncé qu'il rencontrerait X"
    if clause.has(finite, "Mood", "Cnd") or clause.has(finite, "Mood", "Imp"):
        return "possible"
    if is_unmet(scale, verb, finite):
        return "not_happened"
    if clause.has(finite, "Mood", "Sub") and clause.has(finite, "Tense", "Past"):
        return "happened" if _is_indirect(scale, verb, finite) else "possible"
    if clause.has(finite, "Tense", "Fut"):
        return "planned"
    present = clause.has(finite, "Tense", "Pres")
    heading = verb.norm_ in scale.grammar.words("heading")
    if present and verb == finite and (heading or _is_soon(verb, scale.grammar)):
        return "planned"
    if is_progressive(verb, finite) or _is_going_on(verb, scale.grammar):
        return "ongoing" if present else "happened"
    return "ongoing" if present and verb == finite and _lasts(verb, scale.grammar) else "happened"


def _is_perfect_infinitive(verb: Token, finite: Token, grammar: Grammar) -> bool:
    """ "Hat ihn einbestellen lassen": beside an infinitive this infinitive is a participle."""
    letting = verb.norm_ in grammar.words("letting") and clause.children(verb, "xcomp")
    return bool(letting) and finite.norm_ in grammar.words("active_auxiliary")


def auxiliary_steps(scale: Scale, verb: Token) -> Iterator[tuple[Step, OperatorRule]]:
    """The steps of a verb's auxiliaries, each with its rule; none where all are unreal."""
    bearer = verb
    while not auxiliaries(bearer) and bearer.dep_ == "conj" and clause.is_verbal(bearer.head):
        if clause.has(bearer, "VerbForm", "Fin"):
            break
        bearer = bearer.head
    finite = finite_of(verb)
    if finite is not None and is_unfulfilled(scale, verb, finite):
        return
    for aux in clause.children(bearer, "aux"):
        for rule in scale.auxiliaries.get(word_of(aux), ()):
            if _fits(aux, rule, verb):
                past = _looks_back(bearer, aux)
                name, effect = (rule.id + PAST, "doubt") if past else (rule.id, rule.effect)
                helped = any(clause.has(c, "VerbForm", "Inf") for c in auxiliaries(verb))
                if rule.id == "conditional" and not helped and _is_announced(scale, verb):
                    effect = "planned"
                yield Step(name, aux, effect), rule
                break


def is_unfulfilled(scale: Scale, verb: Token, finite: Token) -> bool:
    """ "Hätte reisen sollen", "aurait dû se rendre", "wäre gekommen, wenn …": it was not so."""
    if verb == finite or not (_is_unreal(finite) or _would_have(verb, finite, scale.grammar)):
        return False
    if _is_unreal(finite) and any(
        word_of(a) in scale.auxiliaries and (clause.has(a, "VerbForm", "Inf") or _is_last(a, verb))
        for a in auxiliaries(verb)
        if a.dep_ != "aux:pass"  # "könnten verhängt werden" is open
    ):
        return True
    if not clause.has(verb, "VerbForm", "Part"):
        return False
    beside = {verb.norm_, *(c.lower_ for c in verb.children)}
    if any(_is_lacking(c, scale.grammar) for c in clause.children(verb, *LACKED)):
        return True
    return bool(beside & scale.grammar.words("unfulfilled")) or any(
        _is_past_condition(scale, c) for c in clause.children(verb, "advcl")
    )


def _is_lacking(noun: Token, grammar: Grammar) -> bool:
    """ "But for the war, X would have come", « sans la guerre, X serait venu »: he did not."""
    first, words = noun.left_edge, grammar.words("lacking")
    before = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    both = {f"{before} {first.lower_}".strip(), f"{first.lower_} {first.nbor(1).lower_}"}
    if any(" " in fixed for fixed in both & words):
        return True  # wherever it stands
    front = first.i <= first.sent.start + 1 and noun.i < noun.head.i
    shown = any(c.morph.get("Definite", []) for c in noun.children)
    return bool({first.lower_, *both} & words) and front and shown


def _would_have(verb: Token, finite: Token, grammar: Grammar) -> bool:
    """ "Would have met": a perfect below the auxiliary of what might have been."""
    perfect = any(clause.has(a, "VerbForm", "Inf") for a in auxiliaries(verb))
    return perfect and finite.norm_ in grammar.words("would")


def _inverted(verb: Token, grammar: Grammar) -> Token | None:
    """ "Had X met Y, …", "were X to come": an auxiliary before the subject is an "if"."""
    words = grammar.words("inverted_condition")
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if verb.dep_ not in ADVERBIAL or not subjects:
        return None
    helping = [*auxiliaries(verb), *clause.children(verb, "mark")]  # which a tree may take it for
    before = [a for a in helping if a.i < subjects[0].left_edge.i]
    return next((a for a in before if a.lower_ in words), None)


def is_unmet(scale: Scale, verb: Token, finite: Token) -> bool:
    """ "Hätte X ihn eingeladen, wäre er gekommen": the condition itself was not met, either.

    Nor is that of « si X avait condamné Y, le sommet aurait échoué », "if X had met Y, …".
    """
    above = finite_of(verb.head) if verb.dep_ == "advcl" else None
    if above is not None and scale.grammar.words("past_condition"):
        would = _is_unreal(above) or _would_have(verb.head, above, scale.grammar)
        perfect = clause.has(verb.head, "VerbForm", "Part")
        return would and perfect and _is_past_condition(scale, verb)
    unreal = above is not None and (_is_unreal(above) or _is_unreal_copula(above))
    both = verb != finite and unreal and _is_unreal(finite)
    opens = finite.i == verb.sent.start or any(
        c.lower_ in scale.grammar.words("conditional") for c in clause.children(verb, "mark")
    )
    perfect = clause.has(verb, "VerbForm", "Part") and _is_perfect(verb.head)
    return both and opens and perfect and clause.has(finite, "Mood", "Sub")


def _is_perfect(predicate: Token) -> bool:
    """ "Protestiert" below "hätte", or "verärgert gewesen" below "wäre"."""
    parts = (predicate, *clause.children(predicate, "aux", "cop"))
    return any(clause.has(t, "VerbForm", "Part") for t in parts)


def _is_past_condition(scale: Scale, verb: Token) -> bool:
    """ "Wenn er gekommen wäre", "s'il était venu": a condition that was not met."""
    words = scale.grammar.words("past_condition")
    if inverted := _inverted(verb, scale.grammar):
        return inverted.lower_ in words
    finite = own_finite(verb)
    if finite is None or not clause.has(verb, "VerbForm", "Part"):
        return False
    open_ = any(s.effect == "question" for s in marker_steps(scale, verb))
    if words:
        return open_ and finite.lower_ in words
    first = min((t.i for t in verb.subtree if not t.is_punct), default=verb.i)
    return _is_unreal(finite) and (open_ or finite.i == first)


def _is_announced(scale: Scale, verb: Token) -> bool:
    """ "Said he would visit": the future seen from a past saying, without a condition."""
    verb = clause.head_conjunct(verb)
    said = verb.dep_ == "ccomp" and verb.head.norm_ in scale.saying
    open_ = any(s.effect == "question" for c in verb.children for s in marker_steps(scale, c))
    return said and not open_ and clause.has(verb.head, "Tense", "Past")


def _is_indirect(scale: Scale, verb: Token, finite: Token) -> bool:
    """ "Meldete, dass beide telefoniert hätten": the plural has no other mood for reports."""
    plural = finite.norm_ in scale.grammar.words("active_auxiliary")
    said = verb.dep_ == "ccomp" and verb.head.norm_ in scale.saying
    told = plural and said and clause.has(finite, "Number", "Plur")
    return told and clause.has(verb, "VerbForm", "Part") and len(auxiliaries(verb)) == 1


def _is_soon(verb: Token, grammar: Grammar) -> bool:
    """ "Reist bald nach X": a present tense that speaks of what is still to come."""
    words = grammar.words("soon")
    beside = clause.children(verb, "advmod", "obl", "nmod", "advcl")
    forms = {f"{clause.preposition(c, grammar) or ''} {c.lower_}".strip() for c in beside}
    return bool(forms & words)


def _lasts(verb: Token, grammar: Grammar) -> bool:
    """ "Liefert seit drei Jahren": in the present, and since a number of years or a date."""
    words = grammar.words("since")
    spans = [c for c in verb.children if clause.preposition(c, grammar) in words]
    return any(any(t.like_num for t in span.subtree) for span in spans)


def _is_going_on(verb: Token, grammar: Grammar) -> bool:
    """ "Is visiting": the language's progressive auxiliary beside a participle."""
    words = grammar.words("progressive")
    helped = any(c.norm_ in words for c in clause.children(verb, "aux"))
    return helped and clause.has(verb, "VerbForm", "Part") and not clause.is_passive(verb)


def _is_to_be(verb: Token, grammar: Grammar) -> bool:
    """ "X to visit Y", "X is to visit Y": an infinitive with a subject of its own is a plan."""
    if verb.dep_ in {"acl", "csubj"} or not is_infinitive(verb, helped=True):
        return False
    marks = {c.lower_ for c in clause.children(verb, "mark")}
    marked = marks & grammar.words("to") and not marks & grammar.words("aim")  # "for X to visit Y"
    return bool(marked) and any(c.dep_ in {"nsubj", "nsubj:pass"} for c in verb.children)


def _unkept(verb: Token, grammar: Grammar) -> Standing | None:
    """ "Was to have visited": a plan that was not kept; "may be to visit" is open."""
    be = grammar.words("progressive")
    others = [a for a in auxiliaries(verb) if a.norm_ not in be]
    perfect = any(clause.has(a, "VerbForm", "Inf") for a in others)
    return ("not_happened" if perfect else "possible") if others else None


def _nonfinite(verb: Token, grammar: Grammar) -> Standing:
    """An infinitive that stands alone; "X und Y telefonieren" is a plural."""
    plural = grammar.words("plural_infinitive") and any(
        clause.children(c, "conj") or clause.has(c, "Number", "Plur")
        for c in clause.children(verb, "nsubj")
        if c.i < verb.i
    )
    bare = verb.head == verb and is_bare_infinitive(verb) and not plural
    return "possible" if bare else "happened"


def _is_unreal(auxiliary: Token) -> bool:
    """The mood of what might have been: "hätte", "wäre", "aurait"."""
    past = clause.has(auxiliary, "Mood", "Sub") and clause.has(auxiliary, "Tense", "Past")
    return auxiliary.dep_ == "aux" and (past or clause.has(auxiliary, "Mood", "Cnd"))


def _is_unreal_copula(finite: Token) -> bool:
    """ "Wäre verärgert gewesen"."""
    past = clause.has(finite, "Mood", "Sub") and clause.has(finite, "Tense", "Past")
    return finite.dep_ == "cop" and past


def _is_last(auxiliary: Token, verb: Token) -> bool:
    """ "Hätte besuchen sollen": behind its verb, in the form of its own infinitive."""
    return auxiliary.i > verb.i and auxiliary.lower_ == auxiliary.norm_


def _looks_back(verb: Token, modal: Token) -> bool:
    """A modal over a perfect infinitive ("soll besucht haben") guesses at the past.

    The "haben" stands below the verb or, where the tree erred, above it. "Will be visiting" does
    not look back, nor does "will be in Tunis".
    """
    if clause.has(verb, "Tense", "Pres") or clause.has(verb, "VerbForm", "Ger"):
        return False
    links = ("aux", "cop") if clause.has(verb, "VerbForm", "Part") else ("aux",)
    helping = [c for c in clause.children(verb, *links) if c != modal]
    if verb.dep_ == "xcomp" and clause.has(verb, "VerbForm", "Part") and verb.head.i == verb.i + 1:
        helping.append(verb.head)
    return any(clause.has(c, "VerbForm", "Inf") for c in helping)


def _is_bare_infinitive_under(verb: Token, finite: Token) -> bool:
    """An infinitive with an auxiliary that no rule knows: in doubt the weaker standing."""
    return verb != finite and finite.dep_ == "aux" and clause.has(verb, "VerbForm", "Inf")


def _fits(aux: Token, rule: OperatorRule, verb: Token) -> bool:
    """Does the auxiliary bear the rule's features, and the verb none of those it must not?"""
    finite = finite_of(verb) if clause.has(aux, "VerbForm", "Inf") else None
    bearer = finite or aux  # "hatte reisen wollen"
    return all(
        clause.has(bearer, name, value) for name, value in rule.features.items()
    ) and not any(clause.has(verb, name, value) for name, value in rule.without.items())
