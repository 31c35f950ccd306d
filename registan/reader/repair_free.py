"""Corrections where words stand freely: case, number and order say who does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.tree import Doc, Token, read_features

OBJECTS = frozenset({"obj", "iobj"})
NAMED = frozenset({"nmod", "appos", "conj"})
PLACED = frozenset({"obl", "obl:arg", "obj", "nmod"})
UNCHANGING = frozenset("оуиеэюы")  # endings of names that no case changes
SHOWING = frozenset("ая")  # endings whose accusative differs
HELPING = frozenset(clause.HELPING)
SEATS = frozenset({"organisation", "metonym", "country", "city"})


def repair_free(
    doc: Doc,
    mentions: Mapping[int, Sequence[Any]],
    grammar: Grammar,
    speaking: Set[str],
    bodies: Set[str],
) -> None:
    """Correct the tree in place; `speaking` are verbs that tell a statement or its source."""
    for token in doc:
        if token.dep_ in NAMED and token.morph.get("Case", []) == ["Ins"]:
            _raise_name_given(token, grammar)
        if token.pos_ == "ADJ" and token.dep_ in {*OBJECTS, "nsubj"}:
            _lower_adjective(token)
        if token.pos_ == "PROPN" and token.dep_ == "nmod":
            _join_holder(token, mentions, bodies)
            _join_counterpart(token, mentions, grammar)
        if token.dep_ == "det" and token.lower_ in grammar.words("latter"):
            _free_latter(token)
        if token.dep_ == "det" and clause.has(token, "Poss", "Yes") and token.head.i < token.i:
            _free_object(token, grammar)
        if token.dep_ == "nmod" and token.text.endswith("ии"):
            _give_recipient(token, mentions, grammar)
        if token.dep_ == "nsubj":
            _join_genitive(token, mentions, bodies)
        if token.dep_ in OBJECTS and token.pos_ == "PROPN":
            _join_own_name(token, mentions)
        if token.dep_ in {"advcl", "acl"}:
            _make_content(token, grammar)
        if token.dep_ in HELPING and token.head.morph.get("Case", []) == ["Gen"]:
            _raise_absence(token)
        if token.dep_ in {"nmod", "flat"} and clause.has(token, "Animacy", "Anim"):
            _give_guest(token, mentions, grammar)
        if token.pos_ != "VERB" or not clause.has(token, "VerbForm", "Fin"):
            continue
        _lower_place(token, mentions)
        if clause.has(token, "Number", "Sing"):
            _give_unchanging(token, mentions)
        if clause.has(token, "Number", "Plur") and token.norm_ in speaking:
            _free_thing(token, mentions, grammar, bodies)
        if clause.has(token, "Number", "Plur"):
            _make_guest(token, mentions, grammar)


def _make_content(verb: Token, grammar: Grammar) -> None:
    """«То, что X приехал, в Y отрицают»: what the clause says is what is denied."""
    first = verb.left_edge
    first = first.nbor() if first.text == "," else first
    marked = first.lower_ in grammar.words("content_mark") and first.i > 1
    if not marked or first.nbor(-1).text != ",":
        return
    told = grammar.words("true") | grammar.words("false")
    if verb.dep_ == "advcl" and first.i - 2 == verb.head.i and verb.head.norm_ in told:
        verb.dep_ = "ccomp"  # «неправда, что …»
        return
    pointing = first.nbor(-2)
    above = verb.head.head if verb.dep_ == "acl" else verb.head
    own = clause.has(pointing, "PronType", "Dem") and pointing.head == above and verb.i < above.i
    if own and pointing.dep_ in {*clause.SUBJECTS, "obj"}:
        pointing.dep_, verb.dep_, verb.head = "det", "ccomp", above


def _raise_absence(copula: Token) -> None:
    """«Запрета на ввоз не будет»: a genitive is no predicate, but what there is not."""
    noun = copula.head
    denied = any(clause.has(c, "Polarity", "Neg") for c in copula.children)
    if noun.pos_ != "NOUN" or not denied or clause.children(noun, *clause.SUBJECTS, "case"):
        return
    root = noun.head == noun
    for child in [c for c in noun.children if c.i > copula.i and c != copula]:
        child.head = copula
    copula.pos_, copula.dep_ = "VERB", noun.dep_
    copula.head = copula if root else noun.head
    noun.head, noun.dep_ = copula, "nsubj"


def _give_unchanging(verb: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Баку обвинил Ереван", "Токио требует": a name that shows no case, before its verb, acts."""
    before = [c for c in verb.children if c.dep_ in OBJECTS and c.i < verb.i]
    if verb.i and not clause.children(verb, *clause.SUBJECTS):
        before += _behind_phrase(verb, mentions)
    before = [c for c in before if c.pos_ == "PROPN" and _is_unchanging(c)]
    if len(before) != 1 or not _agrees(before[0], verb):
        return
    subjects = clause.children(verb, "nsubj", "nsubj:pass", "csubj")
    if not subjects:
        before[0].head, before[0].dep_ = verb, "nsubj"
    elif (
        len(subjects) == 1
        and subjects[0].i > verb.i
        and (_may_be_object(subjects[0], mentions) or subjects[0].morph.get("Case", []) == ["Acc"])
    ):
        before[0].dep_, subjects[0].dep_ = "nsubj", "obj"


def _behind_phrase(verb: Token, mentions: Mapping[int, Sequence[Any]]) -> list[Token]:
    """ "В ответ Тбилиси отозвал посла": the city between a phrase in front and its verb."""
    city = verb.nbor(-1)
    seat = city.dep_ == "nmod" and any(m.type in SEATS for m in mentions.get(city.i, ()))
    front = city.head.dep_ in PLACED and city.head.head == verb and city.head.i < city.i
    return [city] if seat and front and verb.sent.start <= city.head.left_edge.i else []


def _lower_place(verb: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Кабул может посетить и Шойгу": the place before the verb is what its infinitive governs."""
    places = [c for c in clause.children(verb, "nsubj") if c.i < verb.i]
    deeds = [c for c in clause.children(verb, "xcomp") if clause.has(c, "VerbForm", "Inf")]
    if len(places) != 1 or len(deeds) != 1 or not _may_be_object(places[0], mentions):
        return
    acting = [c for c in clause.children(deeds[0], "nsubj") if clause.has(c, "Animacy", "Anim")]
    if acting and not clause.children(deeds[0], "obj"):
        places[0].head, places[0].dep_ = deeds[0], "obj"


def _is_unchanging(name: Token) -> bool:
    bare = not any(c.dep_ in {"case", "amod", "det"} for c in name.children)
    return bare and name.lower_[-1] in UNCHANGING and name.lower_ == name.norm_


def _agrees(name: Token, verb: Token) -> bool:
    """A past tense shows the sex or gender of who acts."""
    shown, own = verb.morph.get("Gender", []), name.morph.get("Gender", [])
    return not shown or not own or shown == own


def _may_be_object(noun: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    """A name of a place, whose nominative is its accusative too."""
    place = any(m.type in SEATS for m in mentions.get(noun.i, ()))
    return place and noun.pos_ == "PROPN" and noun.lower_[-1] not in SHOWING


def _free_thing(
    verb: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar, bodies: Set[str]
) -> None:
    """ "В Анкаре осудили решение", "удар осудили в Эр-Рияде": no thing says or judges."""
    subjects = clause.children(verb, "nsubj")
    if len(subjects) != 1 or subjects[0].pos_ != "NOUN" or not _is_thing(subjects[0], mentions):
        return
    if subjects[0].norm_ in bodies:
        return
    for place in verb.children:
        cases = [c.lower_ for c in clause.children(place, "case")]
        if place.dep_ not in PLACED or not set(cases) & grammar.words("office_place"):
            continue
        seat = {m.type for m in mentions.get(place.i, ())} & SEATS
        if seat or place.norm_ in bodies:
            subjects[0].dep_, place.dep_ = "obj", "nsubj"
            return


def _is_thing(noun: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    counted = clause.children(noun, "nummod", "conj")
    return clause.has(noun, "Animacy", "Inan") and not counted and not mentions.get(noun.i)


def _raise_name_given(noun: Token, grammar: Grammar) -> None:
    """ "Назвала миссию «инструментом»": what something is called is said by the verb."""
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.i > noun.i or clause.children(noun, "case"):
        return
    if verb.norm_ in grammar.words("calling") and noun.pos_ in {"NOUN", "ADJ"}:
        noun.head, noun.dep_ = verb, "xcomp"


def _give_guest(person: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Принял в своём дворце президента Сирии", "в порту Мирзояна встретил X": the guest.

    A person is received, and owns no place that has an owner already, nor a town.
    """
    place = person.head
    verb = place.head
    free = verb.norm_ in grammar.words("taking_person") and not clause.children(verb, "obj")
    if not free or place.dep_ not in PLACED or clause.children(person, "case"):
        return
    owned = any(clause.has(c, "Poss", "Yes") for c in clause.children(place, "det"))
    named = any(m.type == "person" for m in mentions.get(person.i, ()))
    town = any(m.type in SEATS for m in mentions.get(place.i, ()))
    owned = owned or (named and town)
    if owned or (named and person.i < verb.i and person.right_edge.i + 1 == verb.i):
        person.head, person.dep_ = verb, "obj"


def _make_guest(verb: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "В Пхеньяне ждут Си Цзиньпина", "визита ждали": no single one does what several do."""
    subjects = clause.children(verb, "nsubj")
    awaited = verb.norm_ in grammar.words("taking_person") and not clause.children(verb, "obj")
    if len(subjects) != 1 or not awaited or clause.has(subjects[0], "Number", "Plur"):
        return
    person = subjects[0]
    named = [m for t in (person, *person.children) for m in mentions.get(t.i, ())]
    awaited = any(m.type == "person" for m in named) or person.morph.get("Case", []) == ["Gen"]
    if awaited and not clause.children(person, "conj"):
        person.dep_ = "obj"


def _free_latter(pronoun: Token) -> None:
    """ "Но тот приглашения не принял": in a case of its own it describes no noun."""
    noun = pronoun.head
    other = noun.morph.get("Case", [])
    apart = clause.has(pronoun, "Case", "Nom") and other and "Nom" not in other
    if apart and noun.head.pos_ == "VERB" and not clause.children(noun.head, "nsubj"):
        pronoun.head, pronoun.dep_, pronoun.pos_ = noun.head, "nsubj", "PRON"


def _free_object(pronoun: Token, grammar: Grammar) -> None:
    """ "В среду его принял X": behind a noun it owns nothing, but is the object."""
    verb = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    takes = verb.pos_ == "VERB" and verb.norm_ in grammar.words("taking_person")
    if takes and not clause.children(verb, "obj"):
        pronoun.head, pronoun.dep_, pronoun.pos_ = verb, "obj", "PRON"
        pronoun.morph = read_features("Case=Acc|Number=Sing|Person=3|PronType=Prs")


def _give_recipient(state: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Поставки оружия Армении": behind what is given stands, in the same form, who gets it."""
    thing, giving = state.head, grammar.words("giving_noun")
    given = thing.head.norm_ in giving and thing.dep_ == "nmod"
    named = any(m.type == "country" for m in mentions.get(state.i, ()))
    behind = [c for c in clause.children(thing, "nmod") if c.i > state.i]
    goods = any(clause.has(c, "Case", "Gen") and not clause.children(c, "case") for c in behind)
    if thing.norm_ in giving and named and goods and not clause.children(state, "case"):
        state.morph = read_features("Case=Dat")  # "поставка Армении 200 тонн зерна"
    if given and named and thing.pos_ == "NOUN" and clause.has(thing, "Case", "Gen"):
        state.head = thing.head
        state.morph = read_features("Case=Dat")


def _join_genitive(name: Token, mentions: Mapping[int, Sequence[Any]], bodies: Set[str]) -> None:
    """ "Визит министра Эстонии Мадиса Калласа сорвался": no genitive does what the verb says."""
    if name.pos_ != "PROPN" or name.morph.get("Case", []) != ["Gen"] or name.i == 0:
        return
    for title in (name.nbor(-1), *clause.ancestors(name.nbor(-1))):
        before = title.i < name.i and title.right_edge.i + 1 == name.left_edge.i
        office = any(m.type == "office" for m in mentions.get(title.i, ()))
        if before and (office or title.norm_ in bodies) and title.morph.get("Case", []) == ["Gen"]:
            if not clause.children(title, "appos", "flat"):
                name.head, name.dep_ = title, "appos"
            return


def _lower_adjective(adjective: Token) -> None:
    """ "Временного поверенного вызвали": it describes the noun right behind, of its form."""
    noun = adjective.nbor() if adjective.i + 1 < len(adjective.doc) else adjective
    owned = noun.pos_ == "NOUN" and noun.head == adjective and noun.dep_ == "nmod"
    alike = all(noun.morph.get(f, []) == adjective.morph.get(f, []) for f in ("Gender", "Number"))
    accusative = clause.has(adjective, "Case", "Acc") and clause.has(noun, "Case", "Gen")
    if not (owned and alike and accusative and clause.has(noun, "Animacy", "Anim")):
        return
    for child in [c for c in adjective.children if c != noun]:
        child.head = noun
    noun.head, noun.dep_ = adjective.head, adjective.dep_
    noun.morph = read_features("Animacy=Anim|Case=Acc|Gender=Masc|Number=Sing")
    adjective.head, adjective.dep_ = noun, "amod"


def _join_own_name(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Президент Сенегала Бассиру Фай позвонил": a first name may look like another case."""
    for title in clause.children(name.head, "nsubj"):
        office = any(m.type == "office" for m in mentions.get(title.i, ()))
        behind = title.right_edge.i + 1 == name.left_edge.i and office
        surname = any(clause.has(c, "Case", "Nom") for c in clause.children(name, "flat"))
        person = any(m.type == "person" for m in mentions.get(name.i, ()))
        if behind and surname and person and not clause.children(title, "appos", "flat"):
            name.head, name.dep_ = title, "appos"


def _join_counterpart(name: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Пригласил своего эстонского коллегу Алара Кариса": whose he is stands before him."""
    noun = name.head
    named = any(m.type == "person" for m in mentions.get(name.i, ()))
    beside = noun.norm_.startswith(tuple(grammar.words("counterpart")))
    told = any(mentions.get(c.i) for c in clause.children(noun, "amod"))
    if named and beside and told and noun.i + 1 == name.i and clause.has(noun, "Case", "Acc"):
        name.dep_ = "appos"


def _join_holder(name: Token, mentions: Mapping[int, Sequence[Any]], bodies: Set[str]) -> None:
    """ "Интервью посла Казахстана Нурлана Онжанова": the name behind an office, in its case."""
    title = next((t for t in reversed(list(name.head.children)) if t.i < name.i), None)
    if title is None or title.dep_ != "nmod" or title.norm_ not in bodies:
        return
    same = title.morph.get("Case", []) == name.morph.get("Case", []) != []
    near = title.right_edge.i + 1 == name.i and not clause.children(name, "case")
    if same and near and not clause.children(title, "appos", "flat") and not mentions.get(name.i):
        name.head, name.dep_ = title, "appos"
