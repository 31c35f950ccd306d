"""The way from an event word up its sentence: which heads have a say, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import ADVERBIAL, CLOSING, OPEN_RELATIONS, Climb, Scale, Step, word_of
from registan.reader.standing_governor import governor_steps
from registan.reader.standing_hearsay import is_content, is_told_as_fiction
from registan.reader.standing_marker import is_ruled_out, marker_steps
from registan.reader.standing_modifier import modifier_steps
from registan.reader.standing_noun import is_presupposed, role_verb
from registan.reader.standing_tense import auxiliary_steps, tense_of
from registan.reader.tree import Token
from registan.reader.trigger import Trigger
from registan.reader.verb_form import auxiliaries, finite_of, is_infinitive, is_marked

AGENTS = frozenset({"obl", "obl:agent"})


def upward_steps(climb: Climb, trigger: Trigger) -> Iterator[Step]:
    """The operators above the event word, innermost first, to where a clause stands by itself."""
    scale = climb.scale
    below = trigger.nodes[-1]
    inside_noun = not clause.is_verbal(below)
    presupposed = False
    given = False  # "failed to agree after talks": the talks were, whatever failed
    while below.head != below:
        relation, head = below.dep_, below.head
        free = (
            relation == "acl:relcl"
            and not is_marked(below)
            and not is_content(below, scale.grammar)
        )
        reduced = _is_reduced_relative(below) and not _is_unspecific(head, scale.grammar)
        sent = reduced and trigger.rule.kind == "invitation" and head == trigger.word
        if sent:  # "withdrew the invitation sent to X"
            below, inside_noun = head, True
            continue
        if free or reduced:
            presupposed = free and _is_presupposed_relative(below, scale.grammar)
            yield from _first(climb, head)
            break  # a relative clause stands by itself, even in a question
        if relation == "advcl" and _is_beside(below, scale.grammar):
            break  # so does what happened before, after or because of something else
        if clause.is_ranked(below, scale.grammar) and clause.told_of(below, scale.grammar):
            break  # ", the first delegation to go there"
        if relation == "parataxis":
            yield from _hedged(scale, below, head)
        if relation == "conj":
            if clause.is_verbal(head) and clause.is_verbal(below):
                yield from marker_steps(scale, head)  # "if X comes and meets Y"
                yield from _told_as_fiction(scale, head)
            below = head
            inside_noun = inside_noun and not clause.is_verbal(head)
            if not clause.is_verbal(head):
                yield from modifier_steps(scale, head, {"negate", "planned", "cancel"})
            continue
        if _is_in_place(scale, below):
            below = head
            continue  # "instead of sending aid it closed its embassy"
        complement = relation in ADVERBIAL and _is_complement(scale, below)
        if (
            complement
            or relation not in OPEN_RELATIONS | ADVERBIAL
            or _is_told(below, scale.grammar)
        ):
            given = given or (inside_noun and _is_given(scale, below))
            for step in governor_steps(climb, below, head, inside_noun):
                if not given or step.effect not in CLOSING:
                    yield step
                given = given or step.name.startswith("schedule")
            inside_noun = inside_noun and not clause.is_verbal(head)
        below = head
    if not presupposed and below.sent.text.rstrip("»«\"”“' \n\t\xa0").endswith("?"):
        yield Step("question", below.sent[-1], "question")


def _is_in_place(scale: Scale, word: Token) -> bool:
    """ "Instead of sending aid", « au lieu d'envoyer », "without": what stands beside a deed.

    What is then said to have been done, or not, does not reach it.
    """
    if word.dep_ == "advmod":
        rules = (
            scale.governors.get(word_of(word), ())
            if clause.children(word, "ccomp", "advcl")
            else ()
        )
        return any(r.effect == "refuse" for r in rules) or bool(clause.children(word, "fixed"))
    return word.dep_ == "advcl" and is_ruled_out(scale, word)


def _first(climb: Climb, noun: Token) -> Iterator[Step]:
    """ "He would be the first president who visits Riga": no surer than that he will be."""
    above = role_verb(noun)
    if above is None:
        return
    unreal = any(clause.has(a, "Mood", "Cnd") for a in auxiliaries(above))  # "стал бы"
    tense = "possible" if unreal else tense_of(climb.scale, above)
    if tense in {"planned", "possible"}:
        yield Step("tense", above, str(tense))
    yield from (step for step, _ in auxiliary_steps(climb.scale, above))
    if above.dep_ in {"xcomp", "ccomp"} and clause.is_verbal(above.head):
        yield from governor_steps(climb, above, above.head, False)  # "hopes to become"


def _is_unspecific(noun: Token, grammar: Grammar) -> bool:
    """ "Has not agreed to take migrants deported by X": whoever they may be.

    In a language with articles, a plural without any.
    """
    plural = noun.pos_ == "NOUN" and clause.has(noun, "Number", "Plur")
    plural = plural and noun.dep_ == "obj" and noun.head.dep_ in {"xcomp", "acl", "ccomp"}
    shown = clause.children(noun, "det", "nmod:poss", "amod")
    return bool(grammar.words("bare_plural")) and plural and not shown


def _is_presupposed_relative(verb: Token, grammar: Grammar) -> bool:
    """ "Why did those who met X leave?": what a question with a word of its own takes for
    granted; not "is it X who came?", nor "was there a president who came?".
    """
    opening = [t for t in verb.sent if not t.is_punct and not t.is_space][:3]
    asked = any(t.norm_ in grammar.words("question_word") for t in opening)
    pronoun = any(clause.has(t, "PronType", "Rel") for t in verb.subtree)
    noun = verb.head
    open_ = any(
        clause.has(c, "PronType", feature) or clause.has(c, "Definite", "Ind")
        for c in (noun, *noun.children)
        for feature in ("Ind", "Int", "Neg")
        if c.dep_ != "acl:relcl"
    )
    return asked and pronoun and not open_ and noun.pos_ in {"NOUN", "PROPN"}


def _is_given(scale: Scale, noun: Token) -> bool:
    """ "After talks", "during the visit": what the clause around it takes for granted."""
    presupposed = noun.dep_.startswith("obl") and is_presupposed(scale, noun)
    before = clause.preposition(noun, scale.grammar) in scale.grammar.words("noun_before")
    return presupposed and not before


def _hedged(scale: Scale, verb: Token, head: Token) -> Iterator[Step]:
    """ "They say, X has come": a verb without subject set before the clause hedges it.

    So does a label ("Satire: X meets Y").
    """
    if head.i < verb.i and head.norm_ in scale.grammar.words("fiction"):
        yield Step("fiction", head, "doubt")
    if head.i < verb.i and not any(c.dep_ in SUBJECTS for c in head.children):
        for rule in scale.modifiers.get(head.lower_, ())[:1]:
            yield Step(rule.id, head, rule.effect)


def _told_as_fiction(scale: Scale, verb: Token) -> Iterator[Step]:
    """ "In the novel X leaves and visits Y": a phrase set in front speaks of both."""
    for phrase in clause.children(verb, "obl", "nmod", "obl:mod"):
        if phrase.i < verb.i and is_told_as_fiction(phrase, scale.grammar):
            yield Step("fiction", phrase, "doubt")


def _is_beside(verb: Token, grammar: Grammar) -> bool:
    """A finite clause of time or reason; what is done to the main clause does not reach it."""
    words = grammar.words("beside_clause")
    return any(c.lower_ in words for c in clause.children(verb, "mark", "advmod"))


def _is_complement(scale: Scale, verb: Token) -> bool:
    """ "Close to signing", "stopped from visiting", "is said to have met"."""
    marks = {c.lower_ for c in clause.children(verb, "mark")}
    if is_infinitive(verb) and (not is_marked(verb) or marks & scale.grammar.words("aim")):
        return True  # "it is early for X to come"
    content = bool(marks) and marks <= scale.grammar.words("content_mark")
    if content and verb.head.i < verb.i and verb.head.norm_ in scale.governors:
        return True  # "il n'est pas prévu qu'il aille …"
    if not marks and verb.head.norm_ in scale.governors and _is_right_behind(verb):
        return True
    return bool(marks & scale.grammar.words("complement_mark")) and not any(
        c.dep_ == "nsubj" for c in verb.children
    )


def _is_told(verb: Token, grammar: Grammar) -> bool:
    """A clause set beside its verb in the mood of reported speech, or as a "that" clause."""
    finite = finite_of(verb)
    told = finite is not None and clause.has(finite, "Mood", "Sub")
    relative = verb.dep_ == "acl:relcl" and is_marked(verb)
    return (told and verb.dep_ == "parataxis") or relative or is_content(verb, grammar)


def _is_right_behind(verb: Token) -> bool:
    """ "Ruled out visiting": a participle behind its verb, with no comma and no subject."""
    present = clause.has(verb, "Tense", "Pres") or clause.has(verb, "VerbForm", "Ger")
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    between = verb.doc[verb.head.i + 1 : verb.i] if verb.head.i < verb.i else None
    if between is None or own or clause.has(verb, "VerbForm", "Fin") or not present:
        return False
    return all(t.dep_ == "compound:prt" or t.pos_ == "ADV" for t in between)


def _is_aside(verb: Token) -> bool:
    """« …, depuis X, venu en 2016 »: a participle behind a name and a comma tells of X alone."""
    first = verb.left_edge
    comma = first.text == "," or (first.i > first.sent.start and first.nbor(-1).text == ",")
    past = clause.has(verb, "Tense", "Past") and not clause.children(verb, "aux", "cop")
    return past and comma and verb.head.pos_ == "PROPN" and verb.head.i < verb.i


def _is_reduced_relative(verb: Token) -> bool:
    """ "The plane given by Poland": a passive participle tells of its noun like a relative clause.

    So does an active one that bears a case ("послы, прибывшие в Киев"). Not so below an indefinite
    noun ("any treaty signed by").
    """
    active = clause.has(verb, "Voice", "Act") and bool(verb.morph.get("Case", []))
    relation = verb.dep_ == "acl" or (active and verb.dep_ == "amod")
    if not relation or not clause.has(verb, "VerbForm", "Part") or is_marked(verb):
        return False
    open_ = any(
        clause.has(c, "PronType", "Neg") or clause.has(c, "PronType", "Ind")
        for c in verb.head.children
    )
    told = clause.is_passive(verb) and any(c.dep_ in AGENTS for c in verb.children)
    told = told or _is_aside(verb)
    return (active or told) and not open_
