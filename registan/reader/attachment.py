"""Words that the tree hung on the wrong neighbour, put where order and agreement leave no doubt.

It runs before the tree is repaired by names and grammar (`repair.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.attachment_party import (
    OBLIQUE,
    give_place,
    give_state,
    join_title,
    lower_place,
    lower_visitor,
    make_genitive,
    make_receiver,
    part_owner,
    part_receiver,
    raise_destination,
    raise_nationality,
    raise_partner,
    raise_place,
    raise_side,
    raise_sides,
    raise_thing,
    raise_wire,
    share_subject,
)
from registan.reader.attachment_speech import (
    give_aside,
    give_content,
    give_speaker,
    lower_clause,
    lower_content,
    lower_what,
    make_aside,
    make_speaker,
    make_told,
    raise_content,
    raise_hedge,
    raise_predicate,
    raise_unwanted,
    set_before,
    settle_content,
    turn_aside,
)
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Doc, Token, read_features

PARTICIPIAL = frozenset({"xcomp", "ccomp", "acl"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PLAIN = {"DET": "det", "ADJ": "amod", "NOUN": "nmod", "PROPN": "nmod", "ADV": "advmod"}
OWNING = frozenset({"nmod:poss", "nmod", "compound"})
PARTED = OBLIQUE | {"obl:agent"}
CONTENT = frozenset({"ccomp", "acl", "advcl"})


def attach(
    doc: Doc,
    mentions: Mapping[int, Sequence[Any]],
    grammar: Grammar,
    saying: Set[str],
    hedging: Set[str],
    events: Set[str] = frozenset(),
    claims: Set[str] = frozenset(),
    aims: Set[str] = frozenset(),
) -> None:
    """Correct the document's tree in place; `mentions` are the names by token.

    `saying` are the language's verbs of saying, `hedging` its adverbs of what may be, `events` its
    nouns for visits and talks, `claims` its nouns for what is said or thought, `aims` those for
    what is planned or wanted.
    """
    free_order = grammar.words("drops_subject")
    present = tuple(grammar.words("present_ending"))
    for token in doc:
        if present and token.pos_ == "VERB" and clause.has(token, "Tense", "Pres"):
            _make_past(token, present)
        if token.pos_ == "VERB" and token.text.lower() in grammar.words("perfect"):
            _make_perfect(token)
        if token.is_sent_start and grammar.words("capital_nouns"):
            _open_participle(token)
        if token.dep_ in {"obj", "nsubj"} and clause.has(token, "PronType", "Rel"):
            _lower_pronoun(token)
        if token.dep_ == "dep" and token.head != token:
            token.dep_ = PLAIN.get(token.pos_, token.dep_)
        if token.dep_ == "case":
            _give_preposition(token)
            give_place(token, mentions)
        if token.dep_ == "amod":
            raise_nationality(token, mentions)
            _raise_finite(token)
        if token.dep_ in {"appos", "conj"} and grammar.words("reported_mood"):
            make_told(token)
        if token.dep_ == "appos":
            part_owner(token, mentions)
            _open_headline(token)
        if token.dep_ == "obj" and token.head.norm_ in grammar.words("giving"):
            make_receiver(token, mentions)
        if token.dep_ == "compound" and token.head.dep_ == "obj":
            part_receiver(token, mentions, grammar)
        if token.dep_ == "nsubj":
            give_speaker(token, saying)
            give_aside(token, saying)
            set_before(token)
            share_subject(token)
        if token.dep_ == "conj" and token.norm_ in saying:
            make_aside(token, grammar)
        if token.dep_ in OBLIQUE | {"iobj"} and token.head.norm_ in saying:
            make_speaker(token)
        if token.dep_ == "obj" and token.head.norm_ in saying:
            turn_aside(token, grammar)
        if free_order:
            raise_sides(token, grammar)
        if token.dep_ == "nsubj" and token.head.norm_ in grammar.words("governs_genitive"):
            make_genitive(token)
        if token.dep_ in {"obj", "iobj"} and token.pos_ == "PROPN" and free_order:
            give_state(token, mentions)
        if token.dep_ in OBLIQUE:
            lower_place(token, mentions, grammar)
            _lower_hearsay(token, grammar, events)
            lower_visitor(token, grammar, events)
            join_title(token, grammar)
        if token.dep_ in {"advcl", "conj"}:
            give_content(token, grammar)
        if token.dep_ in {"xcomp", "advcl"} and grammar.words("verb_second"):
            _lower_aim(token, aims)
        if token.dep_ == "advcl":
            _raise_at_all(token, grammar)
        if token.dep_ == "acl:relcl":
            _lower_relative(token, grammar)
        if token.dep_ == "nmod":
            raise_thing(token, mentions)
            raise_place(token, mentions, grammar)
            raise_destination(token, mentions, grammar, events)
            raise_partner(token, mentions, grammar, events)
            raise_wire(token, grammar)
            _raise_dropped(token, grammar, events)
        if token.dep_ == "obl:agent":
            lower_visitor(token, grammar, events)
        if token.dep_ in PARTED and token.head.dep_ == "acl":
            raise_side(token, mentions, grammar, events)
        if token.dep_ == "ccomp" and token.head.dep_ in {"advmod", "obl:mod"}:
            _open_condition(token)
        if token.dep_ == "acl:relcl":
            settle_content(token, grammar)
        if token.dep_ in {"conj", "parataxis", "ccomp"}:
            lower_content(token, grammar, claims, saying)
        if token.dep_ == "ccomp" and grammar.words("reported_mood"):
            lower_clause(token, grammar)
        if token.dep_ in CONTENT and clause.has(token.head, "PronType", "Dem"):
            raise_content(token)
        if token.dep_ == "acl":
            lower_what(token)
            raise_predicate(token, saying)
        if token.norm_ in grammar.words("unwanted"):
            raise_unwanted(token, grammar.words("unwanted_rest"))
        if token.dep_ == "advmod" and token.norm_ in hedging:
            raise_hedge(token)
        if token.dep_ == "advmod":
            _lower_opening(token, grammar)
        if token.dep_ == "advmod" and token.lower_ in grammar.words("neither"):
            _lower_neither(token)


def _lower_neither(word: Token) -> None:
    """ "Weder X noch Y haben …": before a subject it is a part of it."""
    verb, nouns = word.head, [c for c in word.children if c.pos_ in {"NOUN", "PROPN"}]
    if len(nouns) != 1 or clause.children(verb, *SUBJECTS) or clause.children(nouns[0], "case"):
        return
    nouns[0].head, nouns[0].dep_ = verb, "nsubj"
    word.head, word.dep_ = nouns[0], "cc"


def _lower_opening(adverb: Token, grammar: Grammar) -> None:
    """« A signé avant que Y ne parte »: with its "que" the adverb opens the clause behind it."""
    mark = adverb.nbor(1) if adverb.i + 1 < adverb.sent.end else adverb
    below = mark.head
    beside = below.dep_ == "advcl" and below.head == adverb.head and mark.dep_ == "mark"
    if beside and mark.lower_ in grammar.words("content_mark"):
        adverb.head, adverb.dep_ = below, "mark"


def _open_participle(token: Token) -> None:
    """ "Geplant ist die Unterzeichnung": the capital is the sentence's, and the word its verb."""
    auxiliary = token.nbor(1) if token.i + 1 < token.sent.end else None
    finite = auxiliary is not None and auxiliary.pos_ == "AUX"
    if token.pos_ != "NOUN" or not token.lemma_.islower() or auxiliary is None or not finite:
        return
    noun = next((t for t in token.sent if t.pos_ in NOMINAL and t.i > auxiliary.i), None)
    if token.head != token and token.head != noun:
        return
    if noun is not None and token.head == noun:
        token.head = token if noun.head == noun else noun.head
        noun.head, noun.dep_ = token, "nsubj:pass"
        for child in [c for c in noun.children if c.dep_ == "punct" or c.i <= auxiliary.i]:
            child.head = token
    token.pos_, token.dep_ = "VERB", "ROOT"
    token.morph = read_features("VerbForm=Part")
    auxiliary.head, auxiliary.dep_ = token, "aux:pass"
    for child in token.children:
        if child.dep_ in {"nsubj", "appos", "nmod"} and child.i > auxiliary.i:
            child.dep_ = "nsubj:pass"


def _lower_pronoun(pronoun: Token) -> None:
    """ "Пошлины, которые X ввёл, никто не отменял": the pronoun is the clause's that it opens."""
    comma = pronoun.nbor(-1) if pronoun.i > pronoun.sent.start + 1 else pronoun
    noun = comma.nbor(-1) if comma.text == "," else pronoun
    clauses = [c for c in clause.children(noun, "acl:relcl") if c.i > pronoun.i]
    if clauses and noun.pos_ in NOMINAL and pronoun.head not in clauses[0].subtree:
        pronoun.head = clauses[0]


def _make_past(verb: Token, endings: tuple[str, ...]) -> None:
    """ "X met Y": where a language's present is the bare verb or has its endings, it is past."""
    written = verb.lower_
    bare = written == (verb.lemma_ or written).lower() or not written.isalpha()
    if clause.has(verb, "VerbForm", "Fin") and not bare and not written.endswith(endings):
        verb.morph = read_features("Mood=Ind|Tense=Past|VerbForm=Fin")


def _make_perfect(auxiliary: Token) -> None:
    """ "Never had a president visited X": before its subject, "had" is the participle's."""
    subjects = [c for c in auxiliary.children if c.dep_ in SUBJECTS]
    tops = {auxiliary, *subjects}
    parts = [t for t in auxiliary.subtree if t.head in tops and t.dep_ in PARTICIPIAL]
    verb = next((t for t in parts if clause.has(t, "VerbForm", "Part")), None)
    if verb is None or any(c.dep_ in {"obj", "aux"} for c in auxiliary.children):
        return
    subjects += [c for c in verb.children if c.dep_ in SUBJECTS]
    if len(subjects) != 1 or not auxiliary.i < subjects[0].i < verb.i:
        return
    root, above = auxiliary.head == auxiliary, auxiliary.head
    verb.dep_, verb.head = auxiliary.dep_, verb if root else above
    for child in [*auxiliary.children, *subjects]:
        if child != verb:
            child.head = verb
    auxiliary.pos_, auxiliary.dep_, auxiliary.head = "AUX", "aux", verb


def _give_preposition(case: Token) -> None:
    """ "Mit Bundespräsident X": between a preposition and a name stands the name's title."""
    name = case.head
    if name.dep_ == "appos" and case.i < name.head.i < name.i and name.head.pos_ == "NOUN":
        if not clause.children(name.head, "case"):
            case.head = name.head
        return
    title = next((t for t in name.doc[case.i + 1 : name.i] if t.pos_ == "NOUN"), None)
    beside = title is not None and title.head == name.head and title.dep_ != "case"
    if title is None or not beside or name.pos_ != "PROPN" or name.dep_ != "appos":
        return
    if all(c.dep_ != "case" for c in title.children) and title.right_edge.i < name.i:
        case.head = title
        name.head = title


def _open_headline(subject: Token) -> None:
    """ "Kremlin: Putin and Trump to meet": behind the colon stands who does it."""
    label = subject.head
    verbs = [c for c in label.children if c.dep_ == "acl" and c.i > subject.right_edge.i]
    first = subject.left_edge
    colon = ":" in {first.text, first.nbor(-1).text if first.i > 0 else ""}
    if colon and label.head == label and verbs and clause.has(verbs[0], "VerbForm", "Inf"):
        verbs[0].dep_ = "parataxis"
        subject.head, subject.dep_ = verbs[0], "nsubj"


def _lower_hearsay(noun: Token, grammar: Grammar, events: Set[str]) -> None:
    """ "Hat Berichte über ein Treffen mit X zurückgewiesen": what the reports are about, and with
    whom that was, is no part of the rejection."""
    first = noun.left_edge
    before = first.nbor(-1) if first.i > noun.sent.start else noun
    if first.dep_ != "case" or first.head != noun or before.i > noun.i:
        return
    hearsay = grammar.words("hearsay_noun") | grammar.words("lie_noun")
    told = before.norm_ in hearsay and before.head == noun.head and noun.norm_ in events
    while before.dep_ in {"amod", "acl"} and before.head.norm_ in events and before != noun:
        before = before.head  # "un entretien téléphonique avec X"
    inner = before.norm_ in events and before.head.norm_ in hearsay
    if told or (inner and before.head.head == noun.head):
        noun.head, noun.dep_ = before, "nmod"


def _raise_finite(verb: Token) -> None:
    """ "A und B bestätigten Berichte": what has a subject of its own describes no noun."""
    noun = verb.head
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if verb.pos_ != "VERB" or not subjects or noun.i < verb.i or clause.children(verb, "aux"):
        return
    if any(c.i < verb.i for c in noun.children if c != verb):
        return
    root = noun.head == noun
    verb.dep_, verb.head = noun.dep_, verb if root else noun.head
    noun.head, noun.dep_ = verb, "obj"
    for sign in [c for c in noun.children if c.is_punct and c.i == verb.sent.end - 1]:
        sign.head = verb
    verb.morph = read_features("Mood=Ind|Tense=Past|VerbForm=Fin")


def _lower_aim(verb: Token, aims: Set[str]) -> None:
    """ "Begrüßte den Beschluss Polens, X einzuladen": right behind such a noun it is the noun's."""
    comma = verb.left_edge if verb.left_edge.text == "," else verb.doc[max(verb.left_edge.i - 1, 0)]
    noun = comma.nbor(-1) if comma.text == "," and comma.i > verb.sent.start else verb
    last = noun
    while noun.dep_ in OWNING and noun.norm_ not in aims and noun.head.i < noun.i:
        noun = noun.head
    owned = noun != last and noun.norm_ in aims and noun.pos_ == "NOUN"
    own = owned and noun.head == verb.head
    if own and noun.i < verb.i and clause.has(verb, "VerbForm", "Inf"):
        verb.head, verb.dep_ = noun, "acl"


def _lower_relative(verb: Token, grammar: Grammar) -> None:
    """ "Dismissed reports according to which …": the pronoun stands in the clause, not above it."""
    pronoun = verb.head
    if not clause.has(pronoun, "PronType", "Rel") or pronoun.left_edge.i == 0:
        return
    noun = pronoun.left_edge.nbor(-1)
    noun = noun.nbor(-1) if noun.text == "," and noun.i > 0 else noun
    if noun.norm_ in grammar.words("hearsay_noun") and noun.sent == verb.sent:
        verb.head = noun
        pronoun.head, pronoun.dep_ = verb, "obl"


def _raise_at_all(verb: Token, grammar: Grammar) -> None:
    """ "Did not so much as telephone", "without so much as telephoning": that was not done.

    The tree hangs the verb on "much", or both on the auxiliary.
    """
    above, start = verb.head, max(verb.i - 3, 0)
    helping = above.norm_ in grammar.words("plain_auxiliary") | grammar.words("perfect")
    helping = helping or above.lower_ in grammar.words("perfect")
    degree = start <= above.i < verb.i
    if verb.doc[start : verb.i].text.lower() not in grammar.words("at_all"):
        return
    if not (helping or degree):
        return
    inner = [c for d in above.children if start <= d.i < verb.i for c in d.children]
    moved = [*(c for c in above.children if c != verb), *(c for c in inner if c.i < start)]
    relation = "advcl" if degree and above.dep_ in {"advmod", "obl"} else above.dep_
    verb.dep_, verb.head = relation, verb if above.head == above else above.head
    for child in moved:
        child.head = verb
    for mark in clause.children(verb, "mark"):
        mark.dep_ = "advmod" if mark.i == verb.i - 1 else mark.dep_  # "as" opens no clause here
    above.dep_, above.head = "advmod" if degree else "aux", verb
    above.pos_ = above.pos_ if degree else "AUX"


def _raise_dropped(event: Token, grammar: Grammar, events: Set[str]) -> None:
    """« S'est décommandé au dernier moment d'une rencontre »: no moment is one of a meeting."""
    moment = event.head
    last = any(c.norm_ in grammar.words("ranking") for c in clause.children(moment, "amod"))
    timed = last and moment.norm_ in grammar.words("time_noun") and clause.is_verbal(moment.head)
    open_ = any(clause.has(c, "Definite", "Ind") for c in event.children)
    if timed and open_ and event.norm_ in events:
        event.head, event.dep_ = moment.head, "obl:arg"


def _open_condition(verb: Token) -> None:
    """ "À moins que X ne parte, Y viendra": the words set in front open a clause of their own."""
    opening, mark = verb.head, clause.children(verb, "mark")
    fixed = clause.children(opening, "fixed")
    last = fixed[-1] if fixed else opening
    finite = clause.is_finite(verb) or clause.children(verb, "aux")  # not « au lieu de partir »
    held = bool(fixed and mark) and mark[0].i == last.i + 1
    if held and finite and clause.is_verbal(opening.head):
        verb.head, verb.dep_ = opening.head, "advcl"
        opening.head, opening.dep_ = verb, "mark"


def raise_means(doc: Doc, grammar: Grammar, supported: Mapping[str, Set[str]]) -> None:
    """ "Zwei Banken mit Sanktionen belegt": the verb's own phrase is none of its object.

    `supported` are the nouns with which each verb tells an event.
    """
    for noun in doc:
        thing, verb = noun.head, noun.head.head
        if noun.dep_ == "nmod" and grammar.words("closed_compounds"):
            _free_supplied(noun, supported)
        if noun.dep_ != "nmod" or thing.dep_ not in {"obj", "nsubj:pass"} or thing == verb:
            continue
        nouns = supported.get(verb.norm_, frozenset())
        by = clause.preposition(noun, grammar) in grammar.words("means")
        if by and noun.norm_ in nouns and thing.norm_ not in nouns:
            noun.head, noun.dep_ = verb, "obl"


def _free_supplied(noun: Token, supported: Mapping[str, Set[str]]) -> None:
    """ "Nach dem Sturm Hubschrauber zu schicken": a bare noun behind another is no genitive."""
    phrase, verb = noun.head, noun.head.head
    bare = noun.pos_ == "NOUN" and noun.i == phrase.i + 1 and not any(noun.children)
    behind = phrase.dep_ in OBLIQUE and noun.i < verb.i and clause.children(phrase, "case")
    if not bare or not behind or noun.norm_ not in supported.get(verb.norm_, frozenset()):
        return
    for receiver in clause.children(verb, "obj"):
        receiver.dep_ = "iobj"
    noun.head, noun.dep_ = verb, "obj"


def _free_from_day(name: Token) -> None:
    """ "Посетил во вторник Кампалу": a name behind a day is the verb's, and no part of the day."""
    day, verb = name.head, name.head.head
    bare = name.pos_ == "PROPN" and not clause.children(name, "case")
    timed = day.dep_ in OBLIQUE and verb.pos_ == "VERB" and verb.i < day.i < name.i
    whole = clause.children(verb, *SUBJECTS) and not clause.children(verb, "obj")
    if bare and timed and whole:
        name.head, name.dep_ = verb, "obj"


def part_days(doc: Doc, dated: Set[int]) -> None:
    """ "25 января главы МИД X и Y должны …": between the day that opens a sentence and a verb that
    has no subject stands who does it, and no part of the day."""
    for token in doc:
        day = token.head
        if token.dep_ in {"nmod", "appos"} and day.i in dated and token.i not in dated:
            _free_from_day(token)
        if token.dep_ != "flat" or day.i not in dated or token.i in dated:
            continue
        verb = day.head
        idle = not any(c.dep_ in {"nsubj", "nsubj:pass", "csubj"} for c in verb.children)
        opening = day.left_edge.is_sent_start and day.dep_ in clause.OBLIQUES
        between = day.i < token.i < verb.i and token.right_edge.i == verb.i - 1
        governs = clause.is_finite(verb) or clause.children(verb, "xcomp")  # "должны"
        nominal = token.pos_ in {"NOUN", "PROPN"} and not clause.children(token, "case")
        if idle and opening and between and governs and nominal:
            token.head, token.dep_ = verb, "nsubj"
