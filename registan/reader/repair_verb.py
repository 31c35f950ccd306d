"""Verbs, auxiliaries and words that open a clause, where the tree took them for another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from registan.languages import Grammar
from registan.reader.clause import ADJUNCTS, HELPING, SUBJECTS
from registan.reader.tree import Token, read_features

ACTING = frozenset({"person", "office"}) | {"country", "organisation", "metonym"}


def make_marker(adverb: Token) -> None:
    """ "Afin de discuter": an adverb before an infinitive marks its clause, not the one around."""
    below = [c for c in adverb.children if c.dep_ in {"ccomp", "xcomp", "advcl"}]
    if len(below) == 1 and "Inf" in below[0].morph.get("VerbForm", []):
        verb = below[0]
        verb.head, verb.dep_ = adverb.head, "advcl"
        adverb.head, adverb.dep_ = verb, "mark"


def make_condition(copula: Token, grammar: Grammar) -> None:
    """ "Were X to sign it, …": opening a clause, the copula is the auxiliary of the infinitive."""
    noun = copula.head
    if copula.lower_ not in grammar.words("inverted_condition") or copula.i > noun.left_edge.i:
        return
    beside = (c for c in noun.head.children if c.i > noun.i and c.dep_ == noun.dep_ == "advcl")
    for verb in beside:
        marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in grammar.words("to")]
        if marks and all(c.dep_ not in SUBJECTS for c in verb.children):
            noun.head, noun.dep_ = verb, "nsubj"
            copula.head, copula.dep_ = verb, "aux"
            return


def raise_gerund(verb: Token, grammar: Grammar) -> None:
    """ "Was kept by illness from visiting X": what one is kept from describes no illness."""
    noun = verb.head
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "case"}}
    forms = {*verb.morph.get("VerbForm", [])}
    gerund = bool(marks & grammar.words("from")) and bool(forms & {"Part", "Ger"})
    if gerund and noun.dep_ in {"obl", "obl:agent"} and noun.head.pos_ == "VERB":
        verb.head, verb.dep_ = noun.head, "advcl"


def part_gerund(verb: Token, grammar: Grammar) -> None:
    """ "Berlin denies expelling Russian diplomat": right behind what is denied or planned, a gerund
    describes no object."""
    noun, above = verb.head, verb.head.head
    behind = above.i + 1 == verb.i < noun.i and noun.dep_ == "obj" and above.pos_ == "VERB"
    gerund = verb.pos_ == "VERB" and verb.lower_.endswith(tuple(grammar.words("gerund_ending")))
    bare = all(c.dep_ not in {"det", "nmod:poss"} for c in noun.children)
    if behind and gerund and bare and above.norm_ in grammar.words("gerund_governor"):
        verb.head, verb.dep_ = above, "xcomp"
        noun.head = verb


def make_future(auxiliary: Token) -> None:
    """ "Wird eine Botschaft eröffnen": with an infinitive it is no passive."""
    verb = auxiliary.head
    infinitive = "Inf" in verb.morph.get("VerbForm", [])
    if not infinitive and not any(c.dep_ == "obj" for c in verb.children):
        return
    auxiliary.dep_ = "aux"
    for subject in [c for c in verb.children if c.dep_ == "nsubj:pass"]:
        subject.dep_ = "nsubj"


def make_feeling(auxiliary: Token) -> None:
    """ "Is troubled by the arrests": who is troubled does something, nothing is done to him."""
    auxiliary.dep_ = "cop"
    for subject in [c for c in auxiliary.head.children if c.dep_ == "nsubj:pass"]:
        subject.dep_ = "nsubj"


def acts(verb: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    """ "Le président se rendra": persons and states act; only things are what is done."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj:pass"]
    named = [t for s in subjects for t in (s, *s.children)]
    return any(m.type in ACTING for t in named for m in mentions.get(t.i, ()))


def make_active(verb: Token) -> None:
    """ "Il s'est entretenu": the participle of a reflexive verb is no passive."""
    if any(c.dep_ == "aux:pass" for c in verb.children):
        return
    for subject in [c for c in verb.children if c.dep_ == "nsubj:pass"]:
        subject.dep_ = "nsubj"


def _follows_colon(verb: Token) -> bool:
    """Does the subject, and with it the clause, stand right behind a colon?"""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    first = subjects[0].left_edge if subjects else verb
    return bool(subjects) and first.i > first.sent.start and first.nbor(-1).text == ":"


def make_participle(verb: Token, grammar: Grammar) -> None:
    """« Ali attendu à Bakou mardi »: a headline's participle without an auxiliary is a passive.

    Not one of coming and going, nor one that has an object, nor where the clause has a finite verb.
    """
    words = grammar.words("bare_passive")
    if words and verb.dep_ == "acl" and _follows_colon(verb):
        verb.dep_ = "parataxis"  # "War in X: Y invited": no part of the war
    apart = verb.head == verb or verb.dep_ == "parataxis"
    if not words or not apart or not verb.text.lower().endswith(tuple(words)):
        return
    if verb.norm_ in grammar.words("no_passive") or verb.lower_ == verb.norm_:
        return
    marked = any(
        c.dep_ in {*HELPING, "obj", "aux"} or c.dep_.startswith("expl") for c in verb.children
    )
    if "Past" not in verb.morph.get("Tense", []) or verb.morph.get("Person", []) or marked:
        return
    for subject in [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]:
        subject.dep_ = "nsubj:pass"


def make_subject(token: Token, grammar: Grammar) -> None:
    """ "Poland imposed sanctions": without a passive's auxiliary, who has an object acts.

    So does who has an auxiliary that no passive knows ("dass X telefoniert hätte"), a verb that
    has no passive ("X und Y sind zusammengekommen"), or is finite ("X bestreitet, …").
    """
    verb = token.head
    relations = {c.dep_ for c in verb.children}
    active = grammar.words("active_auxiliary")
    acts = any(c.dep_ == "aux" and c.norm_ in active for c in verb.children)
    acts = acts or verb.norm_ in grammar.words("no_passive")
    acts = acts or (bool(grammar.words("verb_second")) and "Fin" in verb.morph.get("VerbForm", []))
    if ("obj" in relations or acts) and "aux:pass" not in relations:
        token.dep_ = "nsubj"


def raise_since(mark: Token) -> None:
    """ "Every president since Truman has visited X": before a name "since" opens no clause."""
    verb, noun = mark.head, mark.head.head
    names = [c for c in verb.children if c.dep_ == "nsubj" and c.left_edge.i == mark.i + 1]
    title = noun.pos_ in {"NOUN", "PROPN"} and noun.i < mark.i and verb.dep_ == "advcl"
    if not (title and names and names[0].pos_ == "PROPN" and verb.pos_ == "VERB"):
        return
    if any(c.dep_ in {"cop", *SUBJECTS} or c.pos_ == "VERB" for c in noun.children if c != verb):
        return
    root = noun.head == noun
    verb.dep_, verb.head = noun.dep_, verb if root else noun.head
    noun.head, noun.dep_ = verb, "nsubj"
    names[0].head, names[0].dep_ = noun, "nmod"
    mark.head, mark.dep_, mark.pos_ = names[0], "case", "ADP"


def raise_adjective(adjective: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Was due to fly": an adjective before a verb is no preposition, and heads its clause.

    So it does before a bare noun ("is due to visit") that would be said of a person or state.
    """
    verb = adjective.head
    root = verb.head == verb
    marks = [c for c in adjective.children if c.dep_ == "fixed"]
    before = [c for c in verb.children if c.i < adjective.i]
    before += [c for c in verb.head.children if verb.dep_ == "conj" and c.i < verb.head.i]
    acting = [m.type for c in before if c.dep_ in SUBJECTS for m in mentions.get(c.i, ())]
    bare = marks and marks[0].i + 1 == verb.i and any(c.dep_ == "cop" for c in before)
    if verb.pos_ != "VERB" and not (verb.pos_ == "NOUN" and bare and set(acting) & ACTING):
        return
    if not marks or not adjective.i < marks[0].i < verb.i:
        return
    adjective.dep_, adjective.head = verb.dep_, adjective if root else verb.head
    for child in list(verb.children):
        if child.i < adjective.i or child.dep_ == "conj" or child.is_punct:
            child.head = adjective
    marks[0].head, marks[0].dep_, marks[0].pos_ = verb, "mark", "PART"
    verb.head, verb.dep_ = adjective, "xcomp"
    verb.pos_, verb.morph = "VERB", read_features("VerbForm=Inf")


def close_comment(verb: Token, grammar: Grammar) -> None:
    """ "Kam wie erwartet nach X": a bare participle has no place or partner of its own."""
    marked = any(c.lower_ in grammar.words("comment_mark") for c in verb.children)
    bare = all(c.i < verb.i or c.dep_ in ADJUNCTS for c in verb.children)
    if marked and bare and not any(c.dep_ in SUBJECTS for c in verb.children):
        for child in [c for c in verb.children if c.i > verb.i]:
            child.head = verb.head


def mark_content(verb: Token, grammar: Grammar) -> None:
    """ "Rumours that X met Y": nothing is left out after "that", so it stands for nothing."""
    words = grammar.words("content_mark")
    marks = [c for c in verb.children if c.lower_ in words and c.dep_ not in SUBJECTS]
    if not marks or any(c.dep_ == "case" for c in marks[0].children):
        return
    relations = [c.dep_ for c in verb.children if c != marks[0]]
    whole = "obj" in relations or relations.count("nsubj") > 1
    never = grammar.words("drops_subject") and verb.head.pos_ == "NOUN"  # "вид, что приехал"
    if never or ("nsubj" in relations and (whole or marks[0].dep_ == "obl")):
        marks[0].dep_, marks[0].pos_ = "mark", "SCONJ"
        marks[0].morph = read_features("")
        verb.dep_ = "acl"


def open_relative(verb: Token, grammar: Grammar) -> None:
    """ ", mesure que Tokyo a jugée …": a participle agrees with what it judges, told before it."""
    words = grammar.words("relative_mark")
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in words]
    if not marks or any(c.dep_ == "obj" for c in verb.children):
        return
    helped = any(c.norm_ in grammar.words("holding") for c in verb.children if c.dep_ == "aux")
    morph = verb.morph
    agrees = "Fem" in morph.get("Gender", []) or "Plur" in morph.get("Number", [])
    if helped and (agrees or verb.head.dep_ == "appos"):
        marks[0].dep_, marks[0].pos_ = "obj", "PRON"
        marks[0].morph = read_features("PronType=Rel")
        verb.dep_ = "acl:relcl"


def raise_copula(copula: Token) -> None:
    """An adverb is no predicate ("Zuletzt war X in Y"): the verb with its own subject is."""
    adverb = copula.head
    if not any(c.dep_ in SUBJECTS for c in (*copula.children, *adverb.children)):
        return
    root = adverb.head == adverb
    for child in list(adverb.children):
        if child != copula:
            child.head = copula
            child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_
    copula.dep_ = adverb.dep_
    copula.head = copula if root else adverb.head
    adverb.head, adverb.dep_ = copula, "advmod"


def raise_holder(auxiliary: Token) -> None:
    """ "La visite aura lieu": a noun has no auxiliary, it is what the verb of having holds."""
    noun = auxiliary.head
    if noun.pos_ != "NOUN" or any(c.dep_ in HELPING and c != auxiliary for c in noun.children):
        return
    root = noun.head == noun
    for child in list(noun.children):
        if child != auxiliary and child.i < noun.i:
            child.head = auxiliary
    auxiliary.dep_, auxiliary.pos_ = noun.dep_, "VERB"
    auxiliary.head = auxiliary if root else noun.head
    noun.head, noun.dep_ = auxiliary, "obj"
