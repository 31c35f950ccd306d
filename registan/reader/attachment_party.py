"""Places, states and partners that the tree hung on the wrong word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Token, read_features

OBLIQUE = frozenset({"obl", "obl:arg", "obl:mod"})
PLACES = frozenset({"city", "country", "metonym"})
PERSONAL = frozenset({"appos", "conj", "flat", "compound"})


def give_place(case: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Was in Hanoi last July": the preposition before a place is the place's."""
    place, governed = case.nbor(1) if case.i + 1 < len(case.doc) else case, case.head
    named = any(m.type in PLACES for m in mentions.get(place.i, ()))
    between = case.i < place.i < governed.i and place not in governed.subtree
    if named and between and all(c.dep_ != "case" for c in place.children):
        case.head = place


def make_receiver(person: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Handed President X a letter": of two objects the first gets the second."""
    named = any(m.type in {"person", "office"} for m in mentions.get(person.i, ()))
    behind = [c for c in clause.children(person.head, "obj") if c.i > person.right_edge.i]
    if named and behind and behind[0].left_edge.i == person.right_edge.i + 1:
        person.dep_ = "iobj"


def part_receiver(state: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Offered Hanoi warships": of two nouns without an article behind it the first gets it."""
    thing, verb = state.head, state.head.head
    named = any(m.type in {"city", "country"} for m in mentions.get(state.i, ()))
    gives = verb.norm_ in grammar.words("giving") and state.i == verb.i + 1
    bare = thing.pos_ == "NOUN" and all(c.dep_ != "det" for c in thing.children)
    if named and gives and bare:
        state.head, state.dep_ = verb, "iobj"


def lower_place(place: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Discussed the war in Ukraine": where the war is, and not where it was discussed."""
    first = place.left_edge
    before = first.nbor(-1) if first.i > place.sent.start else place
    affair = before.norm_ in grammar.words("affair") and before.pos_ == "NOUN"
    named = any(m.type in PLACES for m in mentions.get(place.i, ()))
    if affair and named and first.dep_ == "case" and before != place.head:
        place.head, place.dep_ = before, "nmod"


def lower_visitor(noun: Token, grammar: Grammar, events: Set[str]) -> None:
    """ "Was signed during a visit to Y by X": right behind the visit stands who made it."""
    first = noun.left_edge
    if clause.preposition(noun, grammar) not in grammar.agent or first.i == noun.sent.start:
        return
    beside = [c for c in noun.head.children if c.dep_ in OBLIQUE and c.i < noun.i]
    visits = [c for c in beside if c.norm_ in events and c.right_edge.i == first.i - 1]
    if visits and any(c.dep_ == "nmod" for c in visits[0].children):
        noun.head, noun.dep_ = visits[0], "nmod"


def join_title(noun: Token, grammar: Grammar) -> None:
    """ "Вызвал поверенного в делах Чили": right behind the office the phrase is its own."""
    office = noun.doc[max(noun.left_edge.i - 1, 0)]
    beside = office.pos_ == "NOUN" and noun.head in {office, office.head} and office.i < noun.i
    if beside and noun.norm_ in grammar.words("title_part"):
        noun.head, noun.dep_ = office, "nmod"


def part_owner(state: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Главой МИД Чада Абдулаем Хассаном": a state in a case of its own is no part of the name."""
    rest = [c for c in state.children if c.dep_ == "flat" and c.i > state.i]
    named = any(m.type in PLACES for m in mentions.get(state.i, ()))
    if not rest or not named or any(m.end > rest[0].idx for m in mentions.get(state.i, ())):
        return
    own, theirs = state.morph.get("Case", []), rest[0].morph.get("Case", [])
    if own and theirs and own != theirs and theirs == state.head.morph.get("Case", []):
        rest[0].head, rest[0].dep_ = state.head, "appos"
        for part in rest[1:]:
            part.head = rest[0]
        state.dep_ = "nmod"


def raise_nationality(adjective: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Swiss Economics Minister": the nationality is the minister's, and not the economics'."""
    within = adjective.head
    named = any(m.type == "nationality" for m in mentions.get(adjective.i, ()))
    if named and within.dep_ == "compound" and adjective.i < within.i < within.head.i:
        adjective.head = within.head


def share_subject(noun: Token) -> None:
    """ "Hat X besucht und dort Y getroffen": who shares the auxiliary shares the subject."""
    verb = noun.head
    first = verb.head
    shared = verb.dep_ == "conj" and clause.has(verb, "VerbForm", "Part")
    if not shared or not clause.has(first, "VerbForm", "Part"):
        return
    if any(c.dep_ in {"aux", "aux:pass", "cop", "obj"} for c in verb.children):
        return
    auxiliaries = [c for c in first.children if c.dep_ == "aux"]
    subjects = [c for c in first.children if c.dep_ == "nsubj" and c.i < verb.i]
    if auxiliaries and subjects and first.i < noun.i < verb.i:
        noun.dep_ = "obj"


def raise_place(place: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Hatten beide Länder in Nairobi ein Abkommen …": no pair of states lies in a city."""
    noun = place.head
    pair = any(c.lower_ in grammar.words("pair") and c.i < noun.i for c in noun.children)
    cases = any(c.dep_ == "case" and c.lower_ in grammar.words("place") for c in place.children)
    city = any(m.type == "city" for m in mentions.get(place.i, ()))
    if pair and cases and city and noun.dep_ in SUBJECTS and place.i > noun.i:
        place.head, place.dep_ = noun.head, "obl"


def raise_thing(noun: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """« A rappelé pour consultations son ambassadeur », « a félicité par lettre X » : with its own
    article, or a person, it is no part of the bare noun before it, but what is done to it."""
    phrase, verb = noun.head, noun.head.head
    bare = not noun.morph.get("Case", []) and not clause.children(noun, "case")
    owned = any(c.i < noun.i for c in clause.children(noun, "det"))
    person = any(m.type == "person" for m in mentions.get(noun.i, ()))
    owned = owned or (person and not clause.children(phrase, "det"))
    beside = phrase.dep_ in OBLIQUE and noun.left_edge.i == phrase.i + 1
    free = verb.pos_ == "VERB" and not clause.children(verb, "obj") and verb.i < phrase.i
    if bare and owned and beside and free and clause.children(phrase, "case"):
        noun.head, noun.dep_ = verb, "obj"


def raise_destination(
    place: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar, events: Set[str]
) -> None:
    """ "Ist der Emir nach Teheran gereist": no person is described by where he goes.

    Nor is one by where he is whose name is told ("der Besuch von Präsident X in Y"), or who is
    there as a guest ("der Besuch des Kanzlers in Y").
    """
    person = place.head
    cases = {c.lower_ for c in place.children if c.dep_ == "case"}
    cases |= {c for form in cases if (c := grammar.uncontract(form))}
    types = {m.type for t in (person, *person.children) for m in mentions.get(t.i, ())}
    where = {m.type for m in mentions.get(place.i, ())} & PLACES
    goes = cases & grammar.words("destination") and types & {"person", "office", "nationality"}
    owned = bool(types & {"nationality", "country"})
    colleague = person.norm_ in grammar.words("foreign")
    told = "person" in types or (owned and ("office" in types or colleague))
    posted = person.norm_ in grammar.words("posted")
    guest = person.dep_ == "nmod" and person.head.norm_ in events and "office" in types
    named = cases & grammar.words("whereabouts") and (told or guest) and not posted
    predicate = person.dep_ == "xcomp"  # "became the first president in Laos"
    if not where or place.i < person.i or predicate or not (goes or named):
        return
    while person.dep_ in PERSONAL and person.head != person:
        person = person.head
    if person.head == person or not (clause.is_verbal(person.head) or person.head.pos_ == "NOUN"):
        return
    place.head = person.head
    place.dep_ = "obl" if clause.is_verbal(person.head) else "nmod"


def raise_partner(
    person: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar, events: Set[str]
) -> None:
    """ "Telefonierte nach Angaben seines Büros mit Biden": no office is one with somebody."""
    noun = person.head
    whose = noun.head
    beside = clause.preposition(person, grammar) in grammar.words("means")
    named = any(m.type == "person" for m in mentions.get(person.i, ()))
    owned = noun.dep_ == "nmod" and whose.dep_ in OBLIQUE and clause.is_verbal(whose.head)
    told = {noun.norm_, whose.norm_} & events
    if beside and named and owned and not told and person.i > noun.i > whose.i:
        person.head, person.dep_ = whose.head, "obl"


def raise_wire(means: Token, grammar: Grammar) -> None:
    """ "S'est entretenu avec son homologue par téléphone": over the wire they talk."""
    partner = means.head
    over = clause.preposition(means, grammar) in grammar.words("over_wire")
    talking = partner.dep_ in OBLIQUE and clause.is_verbal(partner.head)
    bare = not clause.children(means, "det", "amod")  # "Berichte über ein Telefonat"
    wire = bare and means.norm_ in grammar.words("wire")
    if over and talking and means.i > partner.i and wire:
        means.head, means.dep_ = partner.head, "obl"


def raise_side(
    word: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar, events: Set[str]
) -> None:
    """ "The talks long planned between X and Y": X and Y are the sides of the talks.

    So is « une visite prévue à Riga » a visit to Riga.
    """
    noun, preposition = word.head.head, clause.preposition(word, grammar)
    place = any(m.type in PLACES for m in mentions.get(word.i, ()))
    place = place and preposition in grammar.words("place")
    behind = word.i > word.head.i > noun.i and noun.norm_ in events
    if behind and (place or preposition in grammar.words("between")):
        word.head, word.dep_ = noun, "nmod"


def give_state(state: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Президент Кении поехал …": a state right behind who has an office is no object of his."""
    title = state.nbor(-1) if state.i else state
    named = any(m.type == "country" for m in mentions.get(state.i, ()))
    held = title.pos_ == "NOUN" and clause.has(title, "Animacy", "Anim")
    beside = title.dep_ in SUBJECTS and title.head == state.head and state.i < state.head.i
    if named and held and beside and not clause.has(state, "Case", "Nom"):
        state.head, state.dep_ = title, "nmod"


def make_genitive(noun: Token) -> None:
    """ "Опасаются высылки": a thing behind such a verb fears nothing, and is what is feared."""
    thing = noun.pos_ == "NOUN" and not clause.has(noun, "Animacy", "Anim")
    if thing and noun.i > noun.head.i and len(clause.children(noun.head, *SUBJECTS)) == 1:
        noun.dep_ = "obj"
        noun.morph = read_features("Animacy=Inan|Case=Gen|Number=Sing")


def raise_sides(noun: Token, grammar: Grammar) -> None:
    """ "По итогам встречи стороны подписали …": before a plural verb it is no genitive."""
    verb = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    plural = clause.is_finite(verb) and clause.has(verb, "Number", "Plur")
    bare = not any(noun.children) and noun.dep_ in {"nmod", "obj"} and noun.head.i < noun.i
    if noun.norm_ in grammar.words("party_to") and bare and plural and verb.pos_ == "VERB":
        if clause.children(verb, *SUBJECTS):
            return
        noun.head, noun.dep_ = verb, "nsubj"
        noun.morph = read_features("Case=Nom|Number=Plur")
