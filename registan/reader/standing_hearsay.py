"""What is only heard, guessed, told as fiction or left without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.scale import COMPLEMENTS, Scale, Step, word_of
from registan.reader.tree import Token
from registan.reader.verb_form import is_marked

CLAUSES = frozenset({"acl:relcl", "acl", "advcl"})
SPOKEN = frozenset({"ccomp", "parataxis"})


def is_content(verb: Token, grammar: Grammar) -> bool:
    """ "Berichte, wonach …", "… nach denen …", "des rumeurs selon lesquelles …"."""
    if verb.dep_ not in CLAUSES:
        return False
    left = [t for t in verb.subtree if not t.is_punct][:3]
    if any(t.lower_ in grammar.words("content_relative") for t in left[:1]):
        return True
    told = verb.head.norm_ in grammar.words("hearsay_noun")
    if told and grammar.words("bare_content") and _is_whole(verb):
        return True
    cases = {t.lower_ for t in left} & grammar.words("content_case")
    return told and bool(cases) and any(clause.has(t, "PronType", "Rel") for t in left)


def _is_whole(verb: Token) -> bool:
    """ "Reports the emir received X": with a subject and an object of its own it lacks nothing."""
    linked = any(clause.has(t, "PronType", "Rel") for t in verb.subtree)
    own = [t for t in clause.children(verb, *SUBJECTS, "obj") if t.i > verb.head.i]
    return not linked and {t.dep_ == "obj" for t in own} == {True, False}


def hearsay_of(scale: Scale, below: Token, head: Token) -> Token | None:
    """The noun whose content a clause is: "reports that X came", "сообщения о том, что …"."""
    noun = head.head if head.pos_ == "PRON" and head.dep_ == "nmod" else head
    helping = clause.children(below, *clause.HELPING)
    finite = below.dep_ == "acl" and any(clause.is_finite(t) for t in (below, *helping))
    content = noun.pos_ == "NOUN" and (finite or is_marked(below))
    return (
        noun if (content or is_content(below, scale.grammar)) and _is_hearsay(scale, noun) else None
    )


def _is_hearsay(scale: Scale, noun: Token) -> bool:
    """ "Es gibt Berichte, wonach …", which nobody confirmed."""
    above = scale.governors.get(noun.head.norm_, ()) if noun.head != noun else ()
    sure = any(rule.effect in {"achieve", "confirm"} and rule.id != "say" for rule in above)
    denied = [r for c in noun.head.children for r in scale.modifiers.get(word_of(c), ())]
    sure = sure and all(r.effect != "negate" for r in denied)
    return noun.norm_ in scale.grammar.words("hearsay_noun") and not sure


def is_unsourced(scale: Scale, below: Token, verb: Token) -> bool:
    """ "Es heißt, X sei gereist": a verb of saying that names its source nowhere."""
    slots = scale.impersonal.get(verb.norm_)
    if not slots and below.dep_ in {"ccomp", "parataxis"} and _is_said_anywhere(scale, verb):
        return True
    if verb.dep_ == "parataxis" and below == verb and clause.children(verb, "ccomp"):
        return False
    if not slots or below.dep_ not in COMPLEMENTS | {"parataxis"}:
        return False
    beside = [s for p in slots for s in clause.fill([verb], p, scale.grammar)]
    return all(_is_anybody(s, scale.grammar) for s in beside)


def _is_said_anywhere(scale: Scale, verb: Token) -> bool:
    """ "В соцсетях пишут, что …", "im Netz wird verbreitet, …": nobody in particular says so."""
    if clause.children(verb, "nsubj"):
        return False
    places = scale.grammar.words("anybody_place")
    beside = clause.children(verb, "obl", "nmod") if places else []
    return any(_is_anybody(c, scale.grammar) for c in beside if clause.children(c, "case"))


def _is_anybody(noun: Token, grammar: Grammar) -> bool:
    """ "In sozialen Medien hieß es": where anybody may say anything."""
    beside = {f"{c.norm_} {noun.norm_}" for c in clause.children(noun, "amod")}
    return bool({noun.norm_, *beside} & grammar.words("anybody_place"))


def guess_steps(scale: Scale, verb: Token) -> Iterator[Step]:
    """ "X has come, the paper speculated", "…, prétend le journal": it is only supposed."""
    for child in clause.children(verb, "parataxis"):
        before = child.nbor(-1) if child.i else child
        named = before.pos_ == "PROPN" and before.head != child  # "…, Kyiv alleges"
        first = before if named else child.left_edge
        comma = first.text == "," or (first.i and verb.doc[first.i - 1].text == ",")
        below = clause.children(child, "obj", "ccomp", "xcomp")
        own = [c for c in below if any(c.children) or c.pos_ != "VERB"]
        rules = scale.governors.get(child.norm_, ())
        rules = [r for r in rules if not r.through or SPOKEN & set(r.through)]
        subject = named or any(c.dep_ in SUBJECTS for c in child.children)
        for rule in rules[:1] if comma and subject and not own else ():
            if rule.effect in {"possible", "doubt", "hearsay", "question"}:
                yield Step(rule.id, child, rule.effect)


def tells(scale: Scale, phrase: Token) -> bool:
    """ "According to unconfirmed reports", "in an alleged letter": where it is told."""
    preposition = clause.preposition(phrase, scale.grammar)
    return preposition is not None and (
        preposition in scale.formulas or phrase.norm_ in scale.telling
    )


def is_told_as_fiction(phrase: Token, grammar: Grammar) -> bool:
    """ "In the novel the president travels to X"."""
    if clause.preposition(phrase, grammar) not in grammar.words("place"):
        return False
    named = {phrase.norm_, phrase.modifier} & grammar.words("fiction")
    return bool(named) or _is_made_up(phrase, grammar)


def faker(scale: Scale, below: Token, head: Token) -> Token | None:
    """ "An AI-generated video shows X visiting Y", "a deepfake of talks": what only pretends it."""
    tellers = clause.children(head, "nsubj") if clause.is_verbal(head) else [head]
    return next((t for t in tellers if t != below and _is_made_up(t, scale.grammar)), None)


def _is_made_up(noun: Token, grammar: Grammar) -> bool:
    """ "A doctored photo", "a satirical article", « une vidéo générée par l'IA »."""
    about = clause.children(noun, "amod", "compound", "acl", "nmod")
    made = [w for a in about if a.pos_ in {"VERB", "ADJ"} for w in a.children]
    how = [w for m in made for w in clause.children(m, "amod")]
    words = {t.norm_ for t in (noun, *about, *made, *how)} | {noun.modifier}
    return bool(words & grammar.words("made_up"))


def keeps_silent(verb: Token, grammar: Grammar, deed: Token | None = None) -> bool:
    """ "Declined to confirm the visit", "refused comment on it": it is left open.

    Not so «не захотел говорить с X по телефону», where the `deed` is to speak.
    """
    said = [c for c in clause.children(verb, "xcomp", "obj") if c != deed]
    return any(is_silence(c, grammar) for c in said)


def is_silence(word: Token, grammar: Grammar) -> bool:
    """ "Comment", "confirm", "aware": for what somebody may not say, or not know."""
    words = grammar.words("silence") | grammar.words("unaware")
    return bool({word.norm_, word.lower_} & words)  # "bekannt" may be of "bekennen"
