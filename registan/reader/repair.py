"""What the tree got wrong, put right where names and grammar leave no doubt: one pass over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import ADJUNCTS, HELPING, SUBJECTS, joined
from registan.reader.repair_case import repair_case
from registan.reader.repair_free import repair_free
from registan.reader.repair_name import (
    contrast,
    free_subject,
    give_body,
    give_name,
    give_owner,
    is_behind_title,
    is_state,
    join_bearer,
    join_descent,
    join_given,
    join_name,
    join_owner,
    join_title,
    make_actor,
    pair_bearers,
    pair_names,
    pair_states,
    part_cities,
    part_names,
    part_state,
    person_at,
    person_names,
    raise_event,
    raise_title,
)
from registan.reader.repair_speech import (
    free_said,
    give_inverted,
    give_office,
    give_speaker,
    give_subject,
    is_subjectless,
    join_causative,
    part_headline,
    return_subject,
    set_apart,
    take_day,
    turn_round,
)
from registan.reader.repair_verb import (
    acts,
    close_comment,
    make_active,
    make_condition,
    make_feeling,
    make_future,
    make_marker,
    make_participle,
    make_subject,
    mark_content,
    open_relative,
    part_gerund,
    raise_adjective,
    raise_copula,
    raise_gerund,
    raise_holder,
    raise_since,
)
from registan.reader.tree import Doc, Token

CORE = frozenset({"nsubj", "nsubj:pass", "obj"})
PEOPLE = frozenset({"person", "office"})
VALENCE = frozenset({"obj", "aux:pass"})
TAKEN = frozenset({"obj", "iobj"})
RAISED = frozenset({"nsubj", "obl", "obl:mod", "advmod", "mark", "punct"})  # never a copula's own


def repair_tree(
    doc: Doc,
    mentions: Mapping[int, Sequence[Any]],
    grammar: Grammar,
    saying: Set[str],
    judging: Set[str] = frozenset(),
    bodies: Set[str] = frozenset(),
    events: Set[str] = frozenset(),
    sources: Set[str] = frozenset(),
) -> None:
    """Correct the document's tree in place; `mentions` are the names by token.

    `saying` are the language's verbs of saying, `judging` those that tell a statement, `bodies`
    its nouns for offices of state, `events` its nouns for visits and talks, `sources` those for
    who speaks.
    """
    for first, last in sorted(person_names(mentions)):
        join_name(doc, first, last)
    for token in doc[1:-1]:
        if token.text in grammar.words("name_particle"):
            join_descent(doc, token)
    for sign in doc[1:-1]:
        if sign.text in {"-", "–", "—"}:
            pair_names(sign, mentions)
    for word in doc if grammar.words("but_rather") else ():
        if word.dep_ == "cc" and word.lower_ in grammar.words("but_rather"):
            contrast(word)
    repair_case(doc, mentions, grammar, saying, bodies, events)
    if grammar.words("drops_subject"):
        repair_free(doc, mentions, grammar, saying | judging, bodies)
    for token in doc:
        if token.dep_ == "obj":
            _lower_object(token)
    for token in doc:
        if token.dep_ == "iobj":
            _make_only_object(token)
        if token.dep_ == "obj" and token.i < token.head.i + 4:
            _part_phrase(token, grammar)
        if token.dep_ in {"nmod", "appos"} and token.head.dep_ in SUBJECTS:
            _give_object(token)
        if token.dep_ == "advmod" and token.head.dep_ in SUBJECTS:
            _raise_adverb(token)
        if token.dep_ == "amod" and token.pos_ == "VERB":
            part_gerund(token, grammar)
        if token.dep_ == "amod" and _is_instrumental(token):
            _raise_predicate(token)
        if grammar.words("office_place") and is_subjectless(token):
            give_office(token, mentions, grammar, (saying | judging, bodies))
        if token.dep_ == "advmod" and token.pos_ == "ADV":
            make_marker(token)
            if token.is_sent_start and is_state(token, mentions) and grammar.words("verb_second"):
                make_actor(token)
        if token.head.dep_ == "cop" and token.dep_ in RAISED:
            token.head = token.head.head
        if token.dep_ == "case" and token.lower_ in grammar.words("postposition"):
            _raise_postposition(token)
        if token.dep_ == "advmod" and token.pos_ in {"ADV", "ADP"}:
            _close_preposition(token, grammar)
        if token.dep_ == "mark" and token.lower_ in grammar.words("since_event"):
            raise_since(token)
        if token.dep_ == "flat" and token.head.dep_ in ADJUNCTS:
            free_subject(token, mentions)
        if token.dep_ in {"case", "mark"} and token.pos_ == "ADJ":
            raise_adjective(token, mentions)
        if token.dep_ == "advcl":
            close_comment(token, grammar)
        _bind_insertion(token)
        raise_title(token, mentions)
        if token.dep_ in ADJUNCTS:
            _join_preposition(token, grammar)
        if token.dep_ == "aux:pass" and "Part" not in token.head.morph.get("VerbForm", []):
            make_future(token)
        if token.dep_ == "aux:pass" and token.head.norm_ in grammar.words("feeling"):
            make_feeling(token)
        if token.dep_ == "expl:pv" or (token.dep_ == "expl:pass" and acts(token.head, mentions)):
            make_active(token.head)
        if token.dep_ == "nsubj:pass":
            make_subject(token, grammar)
        if token.dep_ in {"obj", "nsubj", "iobj"}:
            _raise_object(token, grammar)
        if token.dep_ == "acl:relcl":
            mark_content(token, grammar)
        if token.dep_ == "acl":
            open_relative(token, grammar)
            raise_gerund(token, grammar)
        if token.dep_ in {"obl", "iobj", "compound"} or (
            token.dep_ == "xcomp" and token.pos_ == "PROPN"
        ):
            _make_object(token, mentions)
        if token.dep_ in {"obl", "obl:arg"} and grammar.words("to"):
            _make_doer(token, grammar)
        if token.dep_ == "nsubj":
            _make_asked(token, grammar)
            _part_subjects(token, grammar)
        if token.dep_ in SUBJECTS or (token.dep_ in TAKEN and clause.has(token, "Case", "Nom")):
            join_bearer(token, mentions)
        if token.dep_ == "appos" and token.pos_ == "PROPN":
            give_name(token)
        if token.dep_ == "conj" and token.pos_ == "PROPN":
            join_owner(token)
        if token.dep_ == "compound" and token.pos_ == "PROPN":
            join_given(token, mentions)
        if token.dep_ == "conj" and token.pos_ == "ADJ":
            pair_bearers(token, mentions)
        if token.dep_ == "appos" and token.i > token.head.i:
            pair_states(token, mentions)
        if token.dep_ == "appos" and token.norm_ in events:
            raise_event(token)
        if token.dep_ in {"appos", "flat"} and token.head.norm_ in events:
            give_body(token, mentions)
        if token.dep_ == "expl:subj":
            give_subject(token, saying, grammar)
        if token.pos_ == "VERB":
            _agree(token)
            make_participle(token, grammar)
        if token.norm_ in grammar.words("inverted_saying"):
            speaking = bodies | grammar.words("nameless")
            give_inverted(token, mentions, saying, speaking | sources)
        if token.norm_ in saying:
            set_apart(token, grammar)
            part_headline(token, mentions, grammar)
            free_said(token)
            return_subject(token)
            turn_round(token, grammar)
            give_speaker(token)
            take_day(token)
        if token.norm_ in grammar.words("made_known"):
            join_causative(token, saying)
        if token.dep_ in HELPING and token.head.pos_ == "ADV":
            raise_copula(token)
        if token.dep_ == "cop" and token.head.dep_ == "advcl":
            make_condition(token, grammar)
        if token.dep_ == "aux" and token.norm_ in grammar.words("holding"):
            raise_holder(token)
        if token.dep_ in {"flat", "compound", "appos"}:
            part_names(token, mentions)
        if token.dep_ == "flat" and grammar.words("verb_second"):
            part_cities(token, mentions)
        if token.dep_ in {"flat", "appos", "nsubj"} and (
            is_state(token, mentions) or is_behind_title(token, mentions)
        ):
            part_state(token, mentions)
        if token.dep_ in CORE and person_at(token, mentions) is not None:
            give_owner(token)
        if token.dep_ in CORE and token.pos_ == "PROPN":
            join_title(token, mentions)


def _make_asked(token: Token, grammar: Grammar) -> None:
    """ "X phoned Y and asked Z to come": right behind a second verb stands whom it asks."""
    verb = token.head
    behind = verb.dep_ == "conj" and token.left_edge.i == verb.i + 1
    asks = verb.norm_ in grammar.object_control and verb.pos_ == "VERB"
    deed = [c for c in clause.children(verb, "xcomp") if clause.has(c, "VerbForm", "Inf")]
    if behind and asks and deed and deed[0].i > token.i and not clause.children(verb, "obj"):
        token.dep_ = "obj"


def _join_preposition(noun: Token, grammar: Grammar) -> None:
    """ "In the course of X" is one preposition before X, and X hangs where its noun hung."""
    cases = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
    near = [*noun.children, *(c for c in noun.head.children if _starts_behind(c, noun))]
    below = [c for c in near if c.dep_ in ADJUNCTS and c.i > noun.i]
    if len(cases) != 1 or not below or any(c.dep_ == "fixed" for c in cases[0].children):
        return
    first, event = cases[0], below[0]
    inner = [c for c in event.children if c.dep_ == "case" and c.i > noun.i]
    tail = [grammar.uncontract(c.lower_) or c.lower_ for c in inner[:1]]
    spellings = {first.lower_, grammar.uncontract(first.lower_) or first.lower_}
    between = [c for c in noun.children if c.dep_ == "det" and first.i < c.i < noun.i]
    middle = [*(c.lower_ for c in between), noun.lower_, *tail]
    whole = {joined([spelling, *middle]) for spelling in spellings}
    if not whole & grammar.words("compound_preposition"):
        return
    event.head, event.dep_ = noun.head, "nmod" if noun.dep_ == "nmod" else "obl"
    first.head = event
    for word in (*between, noun, *inner[:1]):
        word.head, word.dep_ = first, "fixed"
    for child in list(noun.children):
        child.head = event


def _make_only_object(noun: Token) -> None:
    """ "Accused X of doing it": where nothing else is given or told, X is the object."""
    bare = noun.pos_ in {"NOUN", "PROPN"} and not noun.morph.get("Case", [])
    others = {c.dep_ for c in noun.head.children if c != noun}
    if bare and not others & {"obj", "ccomp", "parataxis"}:
        noun.dep_ = "obj"


def _part_phrase(noun: Token, grammar: Grammar) -> None:
    """ "In a letter X asked", "briefed on the talks": with a preposition it is no object."""
    cases = [c for c in noun.children if c.dep_ == "case" and c.pos_ == "ADP" and c.i < noun.i]
    first = grammar.uncontract(cases[0].lower_) or cases[0].lower_ if cases else None
    if first is not None and first not in grammar.words("of"):
        noun.dep_ = "obl"


def _give_object(noun: Token) -> None:
    """ "X summoned Y": what stands behind the verb is no part of the subject before it."""
    subject = noun.head
    verb = subject.head
    bare = all(c.dep_ != "case" or c.head != noun for c in noun.children)
    crossing = subject.i < verb.i < noun.left_edge.i and verb.pos_ == "VERB"
    right = verb.i + 1 == noun.left_edge.i and not clause.is_passive(verb)
    if crossing and right and bare and all(c.dep_ not in VALENCE for c in verb.children):
        noun.head, noun.dep_ = verb, "obj"


def _starts_behind(phrase: Token, noun: Token) -> bool:
    """Does a phrase begin with a preposition right behind the noun, wherever the tree hung it?"""
    start = phrase.doc[noun.i + 1] if noun.i + 1 < len(phrase.doc) else phrase
    return start.dep_ == "case" and start.head == phrase and phrase != noun


def _part_subjects(token: Token, grammar: Grammar) -> None:
    """ "Deutschland drängt die EU": of two subjects around a verb the second is the object.

    So it is in "he told X", where words do not stand freely.
    """
    verb = token.head
    others = [c for c in verb.children if c != token and c.dep_ == "nsubj" and c.i < verb.i]
    relative = verb.dep_ == "acl:relcl"  # "который призвал Пекин"
    linked = [c for c in others if relative and clause.has(c, "PronType", "Rel")]
    free = grammar.words("verb_second") | grammar.words("drops_subject")
    linked += [c for c in others if c.pos_ == "PRON" and not free and token.i == verb.i + 1]
    named = all(t.pos_ in {"NOUN", "PROPN"} for t in (token, *others) if t not in linked)
    finite = next((c for c in verb.children if c.dep_ == "aux" and c.i < verb.i), verb)
    if verb.pos_ != "VERB" or token.i < finite.i or not others or not named:
        return
    if any(c.i > finite.i for c in others):
        return
    if all(c.dep_ != "obj" for c in verb.children):
        token.dep_ = "obj"


def _raise_postposition(case: Token) -> None:
    """ "Einem Bericht der Agentur X zufolge": what stands last governs the whole phrase."""
    noun = case.head
    while noun.dep_ in {"nmod", "appos", "flat"} and noun.head.i < noun.i:
        noun = noun.head
    if noun.pos_ in {"NOUN", "PROPN"} and noun.head.pos_ == "VERB" and noun.i < case.i:
        case.head, noun.dep_ = noun, "obl"


def _close_preposition(adverb: Token, grammar: Grammar) -> None:
    """ "Ahead of the visit", "накануне визита": with a noun behind it, it is a preposition.

    So it is in "appris auprès du ministère".
    """
    below = [c for c in adverb.children if c.dep_ in {"obj", *ADJUNCTS} and c.i > adverb.i]
    if len(below) != 1:
        return
    noun = below[0]
    cases = [c for c in noun.children if c.dep_ == "case" and c.i == adverb.i + 1]
    tail = [grammar.uncontract(c.lower_) or c.lower_ for c in cases]
    whole = joined([adverb.lower_, *tail])
    if whole not in grammar.words("noun_before") | grammar.words("compound_preposition"):
        return
    noun.head, noun.dep_ = adverb.head, "obl"
    adverb.head, adverb.dep_, adverb.pos_ = noun, "case", "ADP"
    for case in cases:
        case.head, case.dep_ = adverb, "fixed"


def _bind_insertion(token: Token) -> None:
    """ "Mit ihm [Karis]": what an editor inserts in brackets explains the word before it."""
    bracket = token.nbor(-1) if token.i else token
    if bracket.text != "[" or token.is_sent_start or bracket.is_sent_start or token.head == token:
        return
    before = bracket.nbor(-1)
    if before not in token.subtree:
        token.head, token.dep_ = before, "appos"


def _lower_object(token: Token) -> None:
    """ "Lud X ein, Y zu besuchen": what begins the infinitive's clause is the infinitive's."""
    first, verb = token.left_edge, token.head
    comma = first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")
    if not comma or token.i < verb.i:
        return
    below = [c for c in verb.children if c.dep_ == "xcomp" and c.i > token.i]
    if below and all(c.dep_ != "obj" for c in below[0].children):
        token.head = below[0]


def _raise_object(token: Token, grammar: Grammar) -> None:
    """ "Urged Russia to withdraw": what stands before the "to" is the object of the verb above.

    So is the pronoun of "whom X urged to leave".
    """
    verb = token.head
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in grammar.words("to")]
    above = verb.head
    if not marks or token.i > marks[0].i or verb.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return
    relative = token.i < above.i and "Rel" in token.morph.get("PronType", [])
    urging = (above.i < token.i or relative) and above.norm_ in grammar.object_control
    if urging and all(c.dep_ != "obj" for c in above.children):
        token.head, token.dep_ = above, "obj"


def _make_object(token: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Wants to meet Pope X": a person without preposition or case is the verb's object."""
    person = any(m.type in PEOPLE for m in mentions.get(token.i, ()))
    bare = not token.morph.get("Case", []) and not any(c.dep_ == "case" for c in token.children)
    verb = token.head
    beside = token.i == verb.i + 1 and verb.pos_ == "VERB"
    if person and bare and beside and all(c.dep_ not in VALENCE for c in verb.children):
        token.dep_ = "obj"


def _make_doer(token: Token, grammar: Grammar) -> None:
    """ "Called for X to leave": who stands between "for" and "to" does what the verb says."""
    verb = token.head
    cases = [c for c in token.children if c.dep_ == "case" and c.lower_ in grammar.words("aim")]
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in grammar.words("to")]
    if not cases or not marks or not token.i < marks[0].i < verb.i:
        return
    if all(c.dep_ not in SUBJECTS for c in verb.children):
        token.dep_, cases[0].dep_, cases[0].head = "nsubj", "mark", verb
        verb.dep_ = "advcl" if verb.dep_ == "xcomp" else verb.dep_


def _agree(verb: Token) -> None:
    """ "Die Aufhebung lehnen X und Y ab": a verb of several has no single thing for its subject."""
    before = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    after = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    if len(before) != 1 or len(after) != 1 or not clause.has(verb, "Number", "Plur"):
        return
    one, several = (
        any(clause.children(t, "conj")) or clause.has(t, "Number", "Plur")
        for t in (before[0], after[0])
    )
    if several and not one and clause.has(after[0], "Case", "Nom"):
        before[0].dep_, after[0].dep_ = "obj", "nsubj"


def _raise_adverb(adverb: Token) -> None:
    """ "Едва ли Катар посетит …": a phrase of doubt before the subject speaks of the clause."""
    verb = adverb.head.head
    if any(c.dep_ == "fixed" for c in adverb.children) and verb.pos_ == "VERB":
        adverb.head = verb


def _is_instrumental(token: Token) -> bool:
    return token.morph.get("Case", []) == ["Ins"]


def _raise_predicate(adjective: Token) -> None:
    """ "Назвал шаги соседа опасными": in a case of its own it is said of the verb's object."""
    noun = adjective.head
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    apart = noun.morph.get("Case", []) not in ([], ["Ins"]) and adjective.i > noun.i
    if verb is not None and apart:
        adjective.head, adjective.dep_ = verb, "xcomp"
