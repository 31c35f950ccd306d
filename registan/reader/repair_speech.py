"""Who says or does what a verb of saying, judging or telling governs, where the tree erred."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import ADJUNCTS, SUBJECTS
from registan.reader.tree import Token

OFFICES = frozenset({"organisation", "metonym"})
PLACES = frozenset({"country", "city", "grouping"})
SPOKEN = frozenset({"ccomp", "parataxis"})
SPEAKING = frozenset({"obj", "obl", "obl:arg"})  # what a subject set behind its verb is taken for


def give_subject(token: Token, saying: Set[str], grammar: Grammar) -> None:
    """ "Il s'est entretenu avec X": no impersonal verb speaks with somebody or says something.

    Nor does one plan to do something ("il envisage de venir").
    """
    verb = token.head
    if any(c.dep_ in {*SUBJECTS, "csubj", "ccomp", "obj"} for c in verb.children):
        return
    reflexive = any(c.dep_ in {"expl:pv", "expl:pass", "expl"} for c in verb.children)
    deeds = [c for c in verb.children if c.dep_ == "xcomp"]
    personal = grammar.subject_control - grammar.words("impersonal_verb")
    plans = bool(deeds) and verb.norm_ in personal and not clause.is_passive(verb)
    if (reflexive and not deeds) or plans:
        token.dep_ = "nsubj"


def give_speaker(verb: Token) -> None:
    """ "…, a annoncé le ministère": what follows a verb of saying set after its words speaks."""
    said = verb.dep_ == "parataxis" or any(c.dep_ in SPOKEN and c.i < verb.i for c in verb.children)
    if not said or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    inner = [c for c in verb.children if c.dep_ == "xcomp"]  # "…, croit savoir l'agence"
    after = [c for v in (verb, *inner) for c in v.children if c.dep_ in SPEAKING and c.i > v.i]
    after = [c for c in after if c.dep_ == "obj" or _is_bare_phrase(c)]
    if after and after[0].head != verb:
        after[0].head = verb
    bound = [c for c in clause.children(verb, "obj") if c.text.startswith("-")]
    if not after and not bound and verb.dep_ == "parataxis":
        _part_speaker(verb)
    if after and after[0].pos_ in {"NOUN", "PROPN"}:
        after[0].dep_ = "nsubj"
    elif bound and verb.dep_ == "parataxis":  # "…, a-t-elle indiqué"
        bound[-1].dep_ = "nsubj"


def _part_speaker(verb: Token) -> None:
    """ "Will meet Y, Z's ministry said": what ends right before the verb describes nobody."""
    first = min((t for t in verb.subtree if not t.is_punct), key=lambda t: int(t.i))
    last = verb.nbor(-1) if verb.i > verb.sent.start else verb
    phrase = next((t for t in (last, *clause.ancestors(last)) if t.dep_ == "appos"), None)
    if first != verb or phrase is None or phrase.right_edge != last or phrase.head == verb:
        return
    start = phrase.left_edge
    if start.i and "," in {start.text, start.nbor(-1).text} and phrase.head.i < phrase.i:
        phrase.head, phrase.dep_ = verb, "nsubj"


def _is_bare_phrase(noun: Token) -> bool:
    """With an article and without a preposition: no day, and no place."""
    beside = {c.dep_ for c in noun.children}
    return "det" in beside and "case" not in beside


def take_day(verb: Token) -> None:
    """ "…, the ministry said on Thursday": what stands right behind the verb is said of it."""
    after = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    phrase = after.head if after.dep_ == "case" else after
    strayed = phrase.dep_ in clause.OBLIQUES and phrase.head.i < verb.i and phrase.i > verb.i
    if strayed and verb in phrase.head.ancestors and phrase.left_edge.i == after.i:
        phrase.head = verb


def part_headline(verb: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "X says Y to visit Z", "X tells W Y to visit Z": what Y shall do, as headlines say it.

    Who is told to do it stands alone before the "to" ("X tells W to visit Z").
    """
    near = [verb, *clause.children(verb, "obj", "iobj", "nsubj")]
    plans = [c for n in near for c in clause.children(n, "xcomp", "ccomp", "advcl", "acl")]
    plans = [c for c in plans if clause.has(c, "VerbForm", "Inf")]
    marks = [(c, m) for c in plans for m in clause.children(c, "mark") if m.i > verb.i]
    marks = [(c, m) for c, m in marks if m.lower_ in grammar.words("to")]
    if len(marks) != 1 or any(t.lower_ in grammar.words("to") for t in verb.children):
        return
    plan, mark = marks[0]
    named = [c for v in (verb, plan) for c in clause.children(v, "obj", "iobj", "nsubj")]
    named = [c for c in named if verb.i < c.i < mark.i and not clause.children(c, "case")]
    told = verb.norm_ not in grammar.words("plain_saying")
    if len(named) != 1 + told or not mentions.get(named[-1].i):
        return
    named[-1].head, named[-1].dep_ = plan, "nsubj"
    plan.head, plan.dep_ = verb, "ccomp"


def turn_round(verb: Token, grammar: Grammar) -> None:
    """ "Das teilte das Ministerium mit": what was said before is no speaker."""
    words = grammar.words("sentence_pronoun")
    said = [c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in words and c.i < verb.i]
    after = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    if len(said) == len(after) == 1 and after[0].pos_ in {"NOUN", "PROPN"}:
        said[0].dep_, after[0].dep_ = "obj", "nsubj"


def join_causative(infinitive: Token, saying: Set[str]) -> None:
    """ "A fait savoir": the two verbs are one of saying."""
    verb = infinitive.nbor(-1) if infinitive.i > infinitive.sent.start else infinitive
    words = f"{verb.norm_} {infinitive.norm_}"
    if words not in saying:
        return
    if verb.head == infinitive:
        above = infinitive.head if infinitive.head != infinitive else verb
        verb.head, verb.dep_ = above, infinitive.dep_
    for child in [c for c in infinitive.children if c != verb]:
        child.head = verb
    verb.norm_, verb.pos_ = words, "VERB"
    if verb.dep_ in {"conj", "advcl", "xcomp", "aux"} and all(
        c.dep_ != "cc" for c in verb.children
    ):
        verb.dep_ = "parataxis"
    infinitive.head, infinitive.dep_ = verb, "fixed"
    return_subject(verb)
    give_speaker(verb)


def give_inverted(
    verb: Token, mentions: Mapping[int, Sequence[Any]], saying: Set[str], speaking: Set[str]
) -> None:
    """ "…, confie un conseiller", "…, a tenu à préciser X": who stands behind is who says it."""
    top = verb.head if verb.dep_ == "xcomp" else verb
    if top.dep_ not in {"conj", "advcl", "parataxis"} or top.head == top:
        return
    first = min((t for t in top.subtree if not t.is_punct), key=lambda t: int(t.i))
    opens = first == top or (first.head == top and first.dep_.startswith("aux"))
    behind = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    own = any(c.dep_ in {*SUBJECTS, "ccomp"} for v in (verb, top) for c in v.children)
    if own or not opens or first.i == 0 or first.nbor(-1).text != "," or len(behind) != 1:
        return
    speaks = mentions.get(behind[0].i) or behind[0].norm_ in speaking
    if behind[0].pos_ not in {"NOUN", "PROPN"} or not speaks:
        return
    says = top if top.norm_ in saying else verb
    above = top.head
    if says != top:
        top.head, top.dep_ = says, "aux"
    says.head, says.dep_ = above, "parataxis"
    behind[0].head, behind[0].dep_ = says, "nsubj"


def set_apart(verb: Token, grammar: Grammar) -> None:
    """ "X met Y, officials said": a saying behind a comma, with nothing said in it, stands apart.

    The tree may take it for a relative clause, or for one that is coordinated.
    """
    finite = any(
        clause.has(t, "VerbForm", "Fin") for t in (verb, *clause.children(verb, "aux", "aux:pass"))
    )
    if verb.dep_ not in {"acl:relcl", "advcl:relcl", "conj", "appos"} or not finite:
        return
    first = min((t for t in verb.subtree if not t.is_punct), key=lambda t: int(t.i), default=verb)
    comma = first.i > 0 and first.nbor(-1).text == ","
    own = any(
        c.pos_ in {"NOUN", "PROPN"} or c.lower_.lstrip("-") in grammar.words("anyone")
        for c in clause.children(verb, "nsubj")
    )
    more = {"ccomp", "xcomp", "obj", "mark", "cc", "advcl", "conj", "parataxis"}
    linked = any(clause.has(t, "PronType", "Rel") for t in verb.subtree)
    above = next((t for t in verb.ancestors if t.pos_ == "VERB" and t.i < first.i), None)
    if comma and own and not linked and above and all(c.dep_ not in more for c in verb.children):
        verb.head, verb.dep_ = above, "parataxis"


def free_said(verb: Token) -> None:
    """ "L'envoyé, X, s'est rendu à Y, a annoncé Z": a finite clause without a relative pronoun
    describes nobody, it is what is said; who speaks stands behind."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    own = [c for s in subjects for c in s.children if c.dep_ == "acl" and c.i < verb.i]
    own = [c for c in own if any(clause.is_finite(a) for a in clause.children(c, "aux"))]
    behind = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    behind = [c for c in behind if c.pos_ in {"NOUN", "PROPN"}]
    if not len(subjects) == len(own) == len(behind) == 1:
        return
    if any(clause.has(t, "PronType", "Rel") for t in own[0].subtree):
        return
    own[0].head, own[0].dep_ = verb, "ccomp"
    subjects[0].head, behind[0].dep_ = own[0], "nsubj"


def return_subject(verb: Token) -> None:
    """ "X met Y, Z said": of two subjects of "said" the first is that of the words said."""
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    said += [verb.head] if verb.dep_ == "parataxis" and verb.head.i < verb.i else []
    said = [c for c in said if c.pos_ in {"VERB", "AUX"}]
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if len(said) != 1 or not subjects or any(c.dep_ in SUBJECTS for c in said[0].children):
        return
    speakers = [c for c in verb.children if c.dep_ == "obj" and clause.has(c, "Case", "Nom")]
    later = [c for c in (*subjects[1:], *speakers) if c.i > said[0].i]
    if subjects[0].i < said[0].i and len(later) == 1:
        subjects[0].head, later[0].dep_ = said[0], "nsubj"


def is_subjectless(verb: Token) -> bool:
    """A verb in the third person plural that names nobody who does it."""
    if verb.pos_ != "VERB" or "Fin" not in verb.morph.get("VerbForm", []):
        return False
    plural = verb.morph.get("Number", []) == ["Plur"]
    third = verb.morph.get("Person", []) in ([], ["3"])
    return plural and third and not any(c.dep_ in {*SUBJECTS, "csubj"} for c in verb.children)


def give_office(
    verb: Token,
    mentions: Mapping[int, Sequence[Any]],
    grammar: Grammar,
    words: tuple[Set[str], Set[str]],
) -> None:
    """ "В МИД осудили …": where nobody else does it, the office that it is done in does.

    A mere place speaks and judges so ("В Вашингтоне считают …"), and does nothing else.
    """
    speaking, bodies = words
    for place in verb.children:
        cases = [c.lower_ for c in place.children if c.dep_ == "case"]
        if place.dep_ not in ADJUNCTS or not set(cases) & grammar.words("office_place"):
            continue
        types = {m.type for m in mentions.get(place.i, ())}
        office = bool(types & OFFICES) or place.norm_ in bodies
        apart = place.i < verb.i or (verb.i and verb.nbor(-1).text == ",")  # "…, заявили в X"
        if office or (types & PLACES and verb.norm_ in speaking and apart):
            place.dep_ = "nsubj"
            return
