"""Case, word order and fixed words put right what a tree took for something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import HELPING, SUBJECTS
from registan.reader.tree import Doc, Token, read_features

PEOPLE = frozenset({"person", "office"})
ACTING = PEOPLE | {"country", "city", "organisation", "metonym"}
OBLIQUE = frozenset({"obl", "obl:arg", "obl:agent", "obl:mod"})
NOMINAL = frozenset({"NOUN", "PROPN"})
BESIDE = frozenset({"nmod", "appos", "flat"})
FRONTED = OBLIQUE | {"iobj", "nmod", "advmod", "dep"}
CITIES = frozenset({"city", "country"})
Mentions = Mapping[int, Sequence[Any]]


def repair_case(
    doc: Doc,
    mentions: Mentions,
    grammar: Grammar,
    saying: Set[str],
    bodies: Set[str],
    events: Set[str],
) -> None:
    """Correct the document's tree in place; the arguments are those of `repair_tree`."""
    for token in doc:
        if token.lower_ in grammar.words("clause_mark") and token.head.pos_ in {"VERB", "AUX"}:
            _make_mark(token)
        if token.dep_ == "mark" and token.lower_ in grammar.words("infinitive_opener"):
            _make_instead(token, grammar)
        if token.dep_ == "appos" and grammar.words("closed_compounds"):
            _part_phrase(token)
        if token.dep_ == "dep" and token.pos_ == "ADP" and token.i < token.head.i:
            token.dep_ = "case" if token.head.pos_ in NOMINAL else token.dep_
        if token.dep_ in BESIDE | {"compound"} and token.head.i > token.i:
            _part_fronted(token, mentions, grammar)
        if token.dep_ == "obj":
            _part_objects(token, mentions, grammar)
        if token.dep_ in OBLIQUE | {"obj", "iobj"}:
            _lower_mark(token, grammar)
        if token.dep_ == "obl:agent" and clause.has(token, "Case", "Dat"):
            _make_receiver(token)
        if token.dep_ in OBLIQUE | {"iobj"}:
            _make_accusative(token, mentions, grammar)
            _lower_state(token, mentions, bodies)
        if token.dep_ == "aux" and token.norm_ in grammar.words("passive_auxiliary"):
            _make_passive(token)
        if token.dep_ == "aux:pass":
            _settle_passive(token, grammar)
        if token.dep_ == "cop" and grammar.words("closed_compounds"):
            _settle_state(token, grammar)
            _raise_being(token, mentions)
            _raise_whereabouts(token, mentions, grammar)
        if token.dep_ == "cop" and token.norm_ in grammar.words("passive_auxiliary"):
            _settle_future(token)
        if token.text.endswith("s") and token.head.pos_ != "ADP":
            _give_owned(token, mentions, grammar)
            _give_title(token, mentions, grammar)
            _free_preposition(token, mentions, grammar)
        if token.dep_ in {"appos", "flat"} and token.pos_ == "PROPN":
            _free_holder(token, mentions, grammar)
        if token.dep_ in {"nsubj", "nsubj:pass"}:
            _lower_subject(token, grammar)
        if token.dep_ == "nsubj":
            _turn_round_accusative(token, mentions, grammar)
            _free_addressee(token, mentions, grammar)
            _part_between(token, mentions, grammar)
            _turn_round_front(token, mentions, grammar)
            _part_dative(token)
            _part_number(token, mentions)
            if token.pos_ == "NOUN" and token.i and grammar.words("closed_compounds"):
                _give_person(token, mentions)
            _part_visited(token, mentions, grammar)
        if token.dep_ in BESIDE and token.i + 1 < len(doc):
            _free_place(token, mentions, grammar)
        if token.dep_ in BESIDE and clause.has(token.head, "Case", "Ins"):
            _raise_visited(token, mentions)
        if token.dep_ == "nmod" and token.head.pos_ == "PROPN":
            _raise_partner(token, mentions, grammar)
            _raise_agent(token, mentions, grammar)
        if token.dep_ == "nmod" and token.head.dep_ == "nmod":
            _raise_addressee(token, mentions, grammar)
        if token.pos_ == "PROPN" and token.dep_ in BESIDE and token.i + 1 == token.head.i:
            _return_name(token, mentions)
        if token.pos_ == "NOUN" and token.head.pos_ in NOMINAL:
            _part_titles(token, mentions)
        if token.norm_ in saying:
            _turn_round_denial(token, mentions, bodies)
        if token.norm_ in grammar.words("letting"):
            _lower_receiver(token)
            _take_mark(token, grammar)
        if token.dep_ == "obl" and grammar.words("closed_compounds"):
            _make_indirect(token, mentions)
        if token.norm_ in grammar.words("personal_verb"):
            _turn_round_deed(token, mentions, grammar)
            _turn_round_demand(token, mentions, bodies)
        if token.dep_ == "compound" and token.norm_ in events:
            _give_owner_behind(token, grammar)
        if token.dep_ in {"conj", "appos"} and token.head.pos_ == "VERB" and token.pos_ in NOMINAL:
            _raise_remnants(token, mentions)


def _lower_receiver(verb: Token) -> None:
    """ "Ließ dem Präsidenten einen Brief zukommen": the dative gets it, and lets nobody act."""
    below = [c for c in clause.children(verb, "xcomp") if clause.children(c, "obj")]
    datives = [
        c
        for c in clause.children(verb, "iobj", "obl:arg")
        if clause.has(c, "Case", "Dat") and not clause.children(c, "case")
    ]
    if len(below) == len(datives) == 1:
        datives[0].head = below[0]


def _take_mark(verb: Token, grammar: Grammar) -> None:
    """ "Wenn X das Haus belagern lässt": what opens the clause is the finite verb's."""
    below = [c for c in clause.children(verb, "advcl") if clause.has(c, "VerbForm", "Inf")]
    for infinitive in [c for c in below if c.i + 1 == verb.i and clause.is_finite(verb)]:
        infinitive.dep_ = "xcomp"
        for mark in clause.children(infinitive, "mark"):
            if mark.lower_ not in grammar.words("infinitive_mark"):
                mark.head = verb


def _make_indirect(person: Token, mentions: Mentions) -> None:
    """ "Schickte König X ein Schreiben": a bare person beside an object gets it."""
    named = any(m.type in PEOPLE for t in (person, *person.children) for m in mentions.get(t.i, ()))
    behind = [c for c in clause.children(person.head, "obj") if c.i > person.i]
    whole = behind and clause.children(person.head, "nsubj")
    if named and whole and not clause.children(person, "case", "det"):
        person.dep_ = "iobj"


def _make_receiver(noun: Token) -> None:
    """ "Dem Botschafter wurde eine Note überreicht": a bare dative does not do it, but gets it."""
    if not clause.children(noun, "case"):
        noun.dep_ = "iobj"


def _make_instead(opener: Token, grammar: Grammar) -> None:
    """ "Statt nach Rom flog X nach Kiew": before a phrase it denies the phrase, and no clause."""
    verb, after = opener.head, opener.nbor(1) if opener.i + 1 < len(opener.doc) else opener
    marks = [c for c in verb.children if c.lower_ in grammar.words("infinitive_mark")]
    phrase = after.head if after.dep_ == "case" else None
    if phrase is not None and not marks and phrase.head == verb and phrase.i < verb.i:
        opener.head, opener.dep_, opener.pos_ = phrase, "case", "ADP"
    elif not marks and after.pos_ == "PROPN" and after.head == verb and after.i + 1 == verb.i:
        opener.head, opener.dep_, opener.pos_ = after, "case", "ADP"
        after.dep_ = "obl"  # "statt Rom besuchte der Minister Kiew"
        _give_behind(verb)


def _give_behind(verb: Token) -> None:
    """ "… besuchte der Minister Kiew": the first noun behind the verb is the subject it lacks."""
    behind = [c for c in clause.children(verb, "obj") if c.i > verb.i]
    if len(behind) != 1 or clause.children(verb, *SUBJECTS):
        return
    behind[0].dep_ = "nsubj"
    bare = [c for c in clause.children(behind[0], "nmod", "flat") if c.i > behind[0].i]
    for name in [c for c in bare if c.pos_ == "PROPN" and not clause.children(c, "case")][:1]:
        name.head, name.dep_ = verb, "obj"


def _part_phrase(noun: Token) -> None:
    """ "Auf Einladung von X": what has a preposition of its own is another name of nothing."""
    if noun.i > noun.head.i and noun.left_edge.dep_ == "case" and noun.left_edge.head == noun:
        noun.dep_ = "nmod"


def _make_mark(word: Token) -> None:
    """ "Ohne dass Polen unterzeichnete": what is never a pronoun marks its clause."""
    for case in [c for c in word.children if c.dep_ == "case"]:
        case.head, case.dep_ = word.head, "mark"
    if word.dep_ != "mark":
        word.dep_, word.pos_ = "mark", "SCONJ"
        word.morph = read_features("")


def _lower_mark(noun: Token, grammar: Grammar) -> None:
    """ "Ohne den Präsidenten getroffen zu haben": the "ohne" marks the infinitive's clause."""
    verb, words = noun.head, grammar.words("infinitive_opener")
    openers = [c for c in noun.children if c.dep_ == "case" and c.lower_ in words]
    closing = [c for c in verb.children if c.lower_ in grammar.words("infinitive_mark")]
    if not openers or not closing or closing[0].i < noun.i:
        return
    if openers[0] != min(verb.subtree, key=lambda t: t.i if not t.is_punct else t.i + len(t.doc)):
        return
    openers[0].head, openers[0].dep_ = verb, "mark"
    cased = any(c.dep_ == "case" for c in noun.children)
    if not cased and all(c.dep_ != "obj" for c in verb.children):
        noun.dep_ = "obj"


def _make_accusative(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Wird den Präsidenten einladen": an actor with an accusative's article is the object."""
    actor = any(m.type in ACTING for m in mentions.get(noun.i, ()))
    articles = [c for c in noun.children if c.lower_ in grammar.words("accusative_article")]
    verb = noun.head
    if not actor or not articles or verb.pos_ != "VERB":
        return
    beside = {c.dep_ for c in verb.children}
    if "obj" not in beside and all(c.dep_ != "case" for c in noun.children):
        noun.dep_ = "obj"


def _lower_state(state: Token, mentions: Mentions, bodies: Set[str]) -> None:
    """ "МИД Дании вызвал посла": a state without a preposition behind a body is whose that is."""
    body = state.doc[max(state.i - 1, 0)]
    named = any(m.type == "country" for m in mentions.get(state.i, ()))
    apart = clause.children(state, "case") or body.head != state.head
    if named and not apart and body != state and body.norm_ in bodies:
        state.head, state.dep_ = body, "nmod"


def _settle_passive(auxiliary: Token, grammar: Grammar) -> None:
    """ "Wird in Kiew erwartet" is a passive, "soll gereist sein" is none."""
    verb = auxiliary.head
    beside = {c.dep_ for c in verb.children}
    active = grammar.words("active_auxiliary") if grammar.words("closed_compounds") else ()
    if verb.norm_ in grammar.words("no_passive") or auxiliary.norm_ in active:
        auxiliary.dep_ = "aux"
    elif auxiliary.norm_ in grammar.words("passive_auxiliary") and "obj" not in beside:
        participle = "Part" in verb.morph.get("VerbForm", [])
        for subject in [c for c in verb.children if c.dep_ == "nsubj" and participle]:
            subject.dep_ = "nsubj:pass"


def _make_passive(auxiliary: Token) -> None:
    """ "Wird in Kiew erwartet": the future has an infinitive, with a participle it is a passive."""
    verb = auxiliary.head
    beside = [c for c in verb.children if c.dep_ in HELPING and c != auxiliary]
    finite = "Fin" in auxiliary.morph.get("VerbForm", [])
    plain = "Sub" not in auxiliary.morph.get("Mood", []) or auxiliary.lower_.startswith("werde")
    objects = any(c.dep_ == "obj" for c in verb.children)
    participle = verb.pos_ == "VERB" and "Part" in verb.morph.get("VerbForm", [])
    if finite and plain and participle and not beside and not objects:
        auxiliary.dep_ = "aux:pass"


def _settle_state(copula: Token, grammar: Grammar) -> None:
    """ "War nicht eingeladen": the state that a passive leaves is told like the passive."""
    verb = copula.head
    if verb.pos_ != "ADJ" or verb.norm_ not in grammar.words("state_passive"):
        return
    verb.pos_, copula.dep_ = "VERB", "aux:pass"
    verb.morph = read_features("VerbForm=Part")
    for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
        subject.dep_ = "nsubj:pass"


def _raise_being(copula: Token, mentions: Mentions) -> None:
    """ "War kein Präsident mehr in Moskau": who was somewhere is the subject, and no predicate."""
    person = copula.head
    places = [c for c in person.children if c.dep_ == "nmod" and c.i > person.i]
    there = [c for c in places if any(m.type == "city" for m in mentions.get(c.i, ()))]
    acts = any(m.type in PEOPLE for m in mentions.get(person.i, ()))
    alone = not any(c.dep_ in SUBJECTS for c in person.children) and copula.i < person.i
    if not (there and acts and alone) or person.head != person or there[0].i == person.i + 2:
        return
    for child in [c for c in person.children if c.dep_ not in {"det", "amod", "appos", "flat"}]:
        child.head = copula
        child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_
    copula.head, copula.dep_, copula.pos_ = copula, "ROOT", "VERB"
    person.head, person.dep_ = copula, "nsubj"


def _raise_whereabouts(copula: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Ist kein einziges Mal in Riga gewesen": where one was is told, and not how often."""
    time = copula.head
    subjects = [c for c in time.children if c.dep_ == "nsubj"]
    places = [c for c in time.children if c.dep_ == "nmod" and c.i > time.i]
    there = [c for c in places if any(m.type in CITIES for m in mentions.get(c.i, ()))]
    if time.norm_ not in grammar.words("occasion") or not subjects or len(there) != 1:
        return
    place, root = there[0], time.head == time
    place.dep_ = time.dep_
    place.head = place if root else time.head
    for child in [c for c in time.children if c.dep_ not in {"det", "amod"} and c != place]:
        child.head = place
    time.head, time.dep_ = place, "obl"


def _part_between(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Kanzler A hat Präsident B nicht gratuliert": behind the finite verb stands the object."""
    before = [c for c in noun.head.children if c.dep_ == "nsubj" and c.i < noun.i]
    finite = [c for c in noun.head.children if c.dep_ == "aux" and c.i < noun.i]
    acts = [any(m.type in ACTING for m in mentions.get(t.i, ())) for t in (*before, noun)]
    if len(before) != 1 or not finite or not all(acts) or not grammar.words("closed_compounds"):
        return
    apart = before[0].i < finite[0].i and not any(c.dep_ == "obj" for c in noun.head.children)
    if apart and all(c.lower_ not in grammar.words("nominative_article") for c in noun.children):
        noun.dep_ = "obj"


def _settle_future(copula: Token) -> None:
    """ "Polen wird X einladen": with an infinitive it is the future's auxiliary, no copula."""
    if copula.head.pos_ == "VERB" and "Inf" in copula.head.morph.get("VerbForm", []):
        copula.dep_ = "aux"


def _give_owned(owner: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Den Vorschlag Estlands", "Estlands Vorschlag": a state in the genitive owns the noun."""
    named = [m for m in mentions.get(owner.i, ()) if m.type in CITIES]
    genitive = owner.lower_[:-1] == owner.norm_ and owner.text[0].isupper()
    if not named or not genitive or not grammar.words("closed_compounds"):
        return
    if owner.dep_ == "amod":
        owner.dep_, owner.pos_ = "nmod", "PROPN"
    before = owner.nbor(-1) if owner.i > owner.sent.start else owner
    bare = not any(c.dep_ in {"case", "det"} for c in owner.children)
    loose = bare and owner.dep_ in OBLIQUE | {"obj", "iobj", "appos"}
    if loose and before.pos_ == "NOUN" and before not in owner.subtree:
        owner.head, owner.dep_ = before, "nmod"
    if owner.dep_ == "nmod":
        owner.morph = read_features("Case=Gen")


def _give_person(noun: Token, mentions: Mentions) -> None:
    """ "Teilte Abelas Büro mit": of two subjects side by side the name in -s owns the noun."""
    owner = noun.nbor(-1)
    named = any(m.type == "person" for m in mentions.get(owner.i, ()))
    beside = owner.dep_ == noun.dep_ and owner.head == noun.head and owner.pos_ == "PROPN"
    if named and beside and owner.text.endswith("s") and not clause.children(noun, "det"):
        owner.head, owner.dep_ = noun, "nmod"
        owner.morph = read_features("Case=Gen")


def _give_title(owner: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Estlands Staatschef X hat Y eingeladen": a state in -s owns the title behind it."""
    state = any(m.type == "country" and m.start == owner.idx for m in mentions.get(owner.i, ()))
    if not state or owner.i + 1 == len(owner.doc) or not grammar.words("closed_compounds"):
        return
    title = owner.nbor()
    office = title.pos_ == "NOUN" and any(m.type == "office" for m in mentions.get(title.i, ()))
    if not office or title.head != owner.head or any(owner.children):
        return
    if owner.dep_ in SUBJECTS:
        title.dep_ = owner.dep_
    owner.head, owner.dep_ = title, "nmod"
    owner.morph = read_features("Case=Gen")


def _free_holder(name: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Hatte ein Gesandter X getroffen": no known person is "an envoy X", he is the object."""
    title, verb = name.head, name.head.head
    open_ = any(clause.has(c, "Definite", "Ind") for c in clause.children(title, "det"))
    known = any(m.type == "person" for m in mentions.get(name.i, ()))
    if not (open_ and known and grammar.words("closed_compounds")) or title.pos_ != "NOUN":
        return
    if title.dep_ == "nsubj" and verb.pos_ == "VERB" and not clause.children(verb, "obj"):
        name.head, name.dep_ = verb, "obj"


def _free_preposition(owner: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Mit Kenias Präsident X": a state in -s right before a title owns it, and is no partner."""
    title = owner.head
    state = any(m.type == "country" and m.start == owner.idx for m in mentions.get(owner.i, ()))
    office = any(m.type == "office" for m in mentions.get(title.i, ()))
    cases = [c for c in owner.children if c.dep_ == "case"]
    if not (state and office and cases) or title.i != owner.i + 1 or owner.dep_ != "nmod":
        return
    if grammar.words("closed_compounds") and title.pos_ == "NOUN":
        for case in cases:
            case.head = title
        owner.morph = read_features("Case=Gen")


def _turn_round_accusative(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Seinen Botschafter rief X zurück": with an accusative's article it is no subject."""
    verb, words = noun.head, grammar.words("accusative_article")
    accusative = any(c.lower_ in words for c in clause.children(noun, "det"))
    after = [c for c in clause.children(verb, "obj") if c.i > verb.i and c.pos_ in NOMINAL]
    if not accusative or noun.i > verb.i or len(after) != 1 or clause.children(after[0], "case"):
        return
    marked = any(c.lower_ in words for c in clause.children(after[0], "det"))
    acts = any(m.type in ACTING for m in mentions.get(after[0].i, ()))
    if acts and not marked:
        noun.dep_, after[0].dep_ = "obj", "nsubj"


def _free_addressee(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Gegenüber Belarus äußerte sich X": with a preposition it is no subject."""
    words = grammar.words("never_subject")
    cased = any(c.dep_ == "case" and c.lower_ in words for c in noun.children)
    if cased and any(m.type in ACTING for m in mentions.get(noun.i, ())):
        noun.dep_ = "obl"


def _turn_round_front(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Lettland hat die NATO gebeten": a bare name before the finite verb is its subject."""
    verb = noun.head
    before = [c for c in verb.children if c.i < noun.i and c.dep_ in FRONTED]
    before = [c for c in before if c.i == verb.sent.start and c.pos_ == "PROPN"]
    acts = [any(m.type in ACTING for m in mentions.get(t.i, ())) for t in (*before, noun)]
    if len(before) != 1 or not all(acts) or not grammar.words("closed_compounds"):
        return
    clear = any(c.lower_ in grammar.words("nominative_article") for c in noun.children)
    if clear or "Gen" in before[0].morph.get("Case", []) or any(before[0].children):
        return
    given = any(c.dep_ == "obj" for c in verb.children)
    before[0].dep_, noun.dep_ = "nsubj", "iobj" if given else "obj"


def _part_dative(noun: Token) -> None:
    """ "Wird Polen der Ukraine Panzer liefern": beside an object the second subject is none."""
    verb = noun.head
    others = [c for c in verb.children if c.dep_ == "nsubj" and c.i < noun.i]
    objects = [c for c in verb.children if c.dep_ == "obj"]
    if others and objects and all(t.pos_ in NOMINAL for t in (noun, others[0], objects[0])):
        noun.dep_ = "iobj"


def _part_number(noun: Token, mentions: Mentions) -> None:
    """ "Соглашение подписали Китай и Чили": of two subjects one alone is none of a plural verb."""
    verb = noun.head
    behind = [c for c in clause.children(verb, "nsubj") if c.i > verb.i]
    acting = [c for c in behind if any(m.type in ACTING for m in mentions.get(c.i, ()))]
    alone = noun.pos_ == "NOUN" and clause.has(noun, "Number", "Sing") and noun.i < verb.i
    alone = alone and not clause.children(noun, "conj") and not clause.children(verb, "obj")
    if (
        alone
        and clause.has(verb, "Number", "Plur")
        and any(clause.children(c, "conj") for c in acting)
    ):
        noun.dep_ = "obj"


def _lower_subject(noun: Token, grammar: Grammar) -> None:
    """ "Vergaß, den Präsidenten einzuladen": an infinitive has no subject, but an object.

    Beside an object it is who gets it ("plant, der Ukraine Panzer zu liefern").
    """
    verb = noun.head
    beside = {c.dep_ for c in verb.children}
    helped = beside & {*HELPING} and not any(
        clause.has(c, "VerbForm", "Inf") for c in clause.children(verb, *HELPING)
    )
    bare = any(clause.has(verb, "VerbForm", f) for f in ("Inf", "Part")) and not helped
    marked = any(c.lower_ in grammar.words("infinitive_mark") for c in verb.children)
    inside = verb.dep_ == "xcomp" and verb.head.i < noun.i < verb.i and noun.pos_ in NOMINAL
    if bare and marked and inside and grammar.words("infinitive_opener"):
        noun.dep_ = "iobj" if "obj" in beside else "obj"


def _part_visited(person: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Minsk hat ein Minister nie besucht": of two subjects a place and a person are one."""
    verb = person.head
    before = [c for c in verb.children if c.dep_ == "nsubj" and c.i < person.i]
    if len(before) != 1 or any(c.dep_ == "obj" for c in verb.children):
        return
    place = any(m.type in CITIES for m in mentions.get(before[0].i, ()))
    if not place or not any(m.type in PEOPLE for m in mentions.get(person.i, ())):
        return
    words = grammar.words("nominative_article")
    nominative = any(c.lower_ in words for c in person.children)
    (before[0] if nominative else person).dep_ = "obj"


def _part_fronted(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Präsident A hätte Kanzler B getroffen": what stands before the finite verb is its own."""
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if verb is None or not grammar.words("closed_compounds") or noun.head == verb:
        return
    between = noun.doc[noun.i + 1 : noun.head.i]
    finite = [t for t in between if t in (verb, *verb.children) and t.pos_ in {"VERB", "AUX"}]
    acts = any(m.type in ACTING for m in mentions.get(noun.i, ()))
    if not finite or not acts or any(c.dep_ == "case" for c in noun.children):
        return
    beside = {c.dep_ for c in verb.children}
    noun.head, noun.dep_ = verb, "obj" if beside & SUBJECTS else "nsubj"


def _part_objects(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Überreichte König X ein Schreiben": of two objects the person before is given the thing."""
    after = [c for c in noun.head.children if c.dep_ == "obj" and c.i > noun.i]
    person = any(m.type in ACTING for m in mentions.get(noun.i, ()))
    if len(after) != 1 or not person or not grammar.words("closed_compounds"):
        return
    thing = after[0].pos_ == "NOUN" and not mentions.get(after[0].i, ())
    accusative = any(c.lower_ in grammar.words("accusative_article") for c in noun.children)
    if thing and noun.pos_ in NOMINAL and not accusative:
        noun.dep_ = "iobj"


def _free_place(place: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Wollte X im Mai Minsk besuchen": a bare place right before the verb is its object."""
    verb, above = place.nbor(1), place.head
    named = any(m.type in CITIES and m.start == place.idx for m in mentions.get(place.i, ()))
    if not named or verb.pos_ != "VERB" or verb not in place.ancestors or above.i > place.i:
        return
    described = above.norm_ in grammar.words("place_noun") | grammar.words("describing_state")
    beside = {c.dep_ for c in verb.children}
    if described or "obj" in beside or any(c.dep_ in {"case", "det"} for c in place.children):
        return
    if grammar.words("infinitive_opener") and "Gen" not in place.morph.get("Case", []):
        place.head, place.dep_ = verb, "obj"


def _raise_visited(place: Token, mentions: Mentions) -> None:
    """ "Посетил с визитом Будапешт": a bare place behind the phrase is what the verb lacks."""
    noun, verb = place.head, place.head.head
    named = any(m.type in CITIES and m.start == place.idx for m in mentions.get(place.i, ()))
    bare = clause.has(place, "Case", "Nom") or clause.has(place, "Case", "Acc")
    phrase = bool(clause.children(noun, "case")) and noun.i < place.i and verb.pos_ == "VERB"
    lacking = not clause.children(verb, "obj") and not clause.children(place, "case")
    if named and bare and phrase and lacking:
        place.head, place.dep_ = verb, "obj"


def _raise_partner(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Sprach König X mit Präsident Y": no person's name has a partner of its own."""
    person = any(m.type == "person" for m in mentions.get(noun.head.i, ()))
    cases = [c for c in noun.children if c.dep_ == "case"]
    if not person or not cases or cases[0].lower_ not in grammar.words("partner"):
        return
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if verb is not None and noun.head.head in (verb, *verb.children):
        noun.head, noun.dep_ = verb, "obl"


def _raise_agent(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Wurde in Rom von Präsident X empfangen": he receives, and Rome is not his."""
    place, verb = noun.head, noun.head.head
    people = any(m.type in {"person", "office"} for m in mentions.get(noun.i, ()))
    town = any(m.type == "city" for m in mentions.get(place.i, ()))
    cases = [c.lower_ for c in noun.children if c.dep_ == "case"]
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    if people and town and passive and cases and cases[0] in grammar.agent:
        noun.head, noun.dep_ = verb, "obl:agent"


def _raise_addressee(noun: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Der Vorwurf Moskaus an Oslo": the complaint is to Oslo, and not Moscow."""
    state, words = noun.head, grammar.words("addressing")
    owner = any(m.type in ACTING for m in mentions.get(state.i, ()))
    owner = owner and "Gen" in state.morph.get("Case", [])
    cases = [c.lower_ for c in noun.children if c.dep_ == "case"]
    if owner and cases and cases[0] in words and state.head.pos_ == "NOUN":
        noun.head = state.head


def _return_name(name: Token, mentions: Mentions) -> None:
    """ "Kanzler A Präsident B": a name between two titles is that of the first."""
    title = name.nbor(-1) if name.i > name.sent.start else name
    offices = [any(m.type == "office" for m in mentions.get(t.i, ())) for t in (title, name.head)]
    if all(offices) and title != name and title.pos_ == "NOUN" and title not in name.subtree:
        name.head, name.dep_ = title, "appos"


def _part_titles(title: Token, mentions: Mentions) -> None:
    """ "Lud Präsident A Kanzler B ein": a title right behind a name begins another person."""
    before = title.nbor(-1) if title.i > title.sent.start else title
    after = title.nbor(1) if title.i + 1 < len(title.doc) else title
    office = any(m.type == "office" for m in mentions.get(title.i, ()))
    names = before.pos_ == after.pos_ == "PROPN" and before in (title.head, *title.head.subtree)
    own = before.dep_ == "compound" or "Gen" in before.morph.get("Case", [])
    names = names and not (own and before.head == title)  # "Foreign Office spokesperson X"
    if not office or not names or title.dep_ not in {"flat", "appos", "nmod", "dep"}:
        return
    verb = next((t for t in title.ancestors if t.pos_ == "VERB"), None)
    if verb is None or any(c.dep_ == "obj" for c in verb.children):
        return
    title.head, title.dep_ = verb, "obj"
    if after.head.i < title.i:
        after.head, after.dep_ = title, "appos"


def _turn_round_denial(verb: Token, mentions: Mentions, bodies: Set[str]) -> None:
    """ "Paris dementierte Berichte": the actor before a verb of saying says, and no thing does."""
    before = [c for c in verb.children if c.dep_ == "obj" and c.i < verb.i]
    after = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]
    if len(before) != 1 or len(after) != 1 or "Acc" in before[0].morph.get("Case", []):
        return
    speaks = any(m.type in ACTING for m in mentions.get(before[0].i, ()))
    thing = after[0].pos_ == "NOUN" and after[0].norm_ not in bodies
    if speaks and thing and not mentions.get(after[0].i, ()):
        before[0].dep_, after[0].dep_ = "nsubj", "obj"


def _turn_round_deed(verb: Token, mentions: Mentions, grammar: Grammar) -> None:
    """ "Die Reise trat X nicht an": what only an actor does, the actor behind the verb does."""
    before = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    after = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    if len(before) != 1 or len(after) != 1 or before[0].pos_ != "NOUN":
        return
    thing, actor = before[0], after[0]
    acts = any(m.type in ACTING for t in (actor, *actor.children) for m in mentions.get(t.i, ()))
    articles = {c.lower_ for c in (*thing.children, *actor.children) if c.dep_ == "det"}
    clear = articles & (grammar.words("accusative_article") | grammar.words("nominative_article"))
    if acts and not clear and not mentions.get(thing.i, ()):
        thing.dep_, actor.dep_ = "obj", "nsubj"


def _turn_round_demand(verb: Token, mentions: Mentions, bodies: Set[str]) -> None:
    """ "Die Opposition forderte Sanktionen": a thing in the accusative does what no thing does."""
    before = [c for c in verb.children if c.dep_ == "obj" and c.i < verb.i]
    after = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]
    if len(before) != 1 or len(after) != 1 or mentions.get(after[0].i, ()):
        return
    thing = after[0].pos_ == "NOUN" and after[0].norm_ not in bodies
    cases = [t.morph.get("Case", []) for t in (before[0], after[0])]
    if thing and cases == [["Nom"], ["Acc"]]:
        before[0].dep_, after[0].dep_ = "nsubj", "obj"


def _give_owner_behind(event: Token, grammar: Grammar) -> None:
    """ "Eine Reise Stubbs": where compounds are one word, the noun right behind is the owner."""
    owner = event.head
    if not grammar.words("closed_compounds") or owner.i != event.i + 1 or owner.head == event:
        return
    root = owner.head == owner
    for child in [c for c in owner.children if c != event]:
        child.head = event
    event.dep_ = owner.dep_
    event.head = event if root else owner.head
    owner.head, owner.dep_ = event, "nmod"


def _raise_remnants(person: Token, mentions: Mentions) -> None:
    """ "Reiste X nach Riga, Y nach Helsinki": what is left of a clause hangs on its verb."""
    named = any(m.type in PEOPLE for t in (person, *person.children) for m in mentions.get(t.i, ()))
    if not named or person.i < person.head.i or any(c.dep_ == "cop" for c in person.children):
        return
    for rest in [c for c in person.children if c.dep_ == "nmod" and c.i > person.i]:
        if any(c.dep_ == "case" for c in rest.children):
            rest.head, rest.dep_ = person.head, "obl"
