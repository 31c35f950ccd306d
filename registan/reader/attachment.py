"""Words that the tree hung on the wrong neighbour, put where order and agreement leave no doubt.

It runs before the tree is repaired by names and grammar (`repair.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Doc, Token, read_features

PARTICIPIAL = frozenset({"xcomp", "ccomp", "acl"})
NOMINAL = frozenset({"NOUN", "PROPN"})
OBLIQUE = frozenset({"obl", "obl:arg", "obl:mod"})
PLAIN = {"DET": "det", "ADJ": "amod", "NOUN": "nmod", "PROPN": "nmod", "ADV": "advmod"}
OWNING = frozenset({"nmod:poss", "nmod", "compound"})
PLACES = frozenset({"city", "country", "metonym"})
PERSONAL = frozenset({"appos", "conj", "flat", "compound"})
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
            _give_place(token, mentions)
        if token.dep_ == "amod":
            _raise_nationality(token, mentions)
            _raise_finite(token)
        if token.dep_ in {"appos", "conj"} and grammar.words("reported_mood"):
            _make_told(token)
        if token.dep_ == "appos":
            _part_owner(token, mentions)
            _open_headline(token)
        if token.dep_ == "obj" and token.head.norm_ in grammar.words("giving"):
            _make_receiver(token, mentions)
        if token.dep_ == "compound" and token.head.dep_ == "obj":
            _part_receiver(token, mentions, grammar)
        if token.dep_ == "nsubj":
            _give_speaker(token, saying)
            _give_aside(token, saying)
            _set_before(token)
            _share_subject(token)
        if token.dep_ == "conj" and token.norm_ in saying:
            _make_aside(token, grammar)
        if token.dep_ in OBLIQUE | {"iobj"} and token.head.norm_ in saying:
            _make_speaker(token)
        if token.dep_ == "obj" and token.head.norm_ in saying:
            _turn_aside(token, grammar)
        if free_order:
            _raise_sides(token, grammar)
        if token.dep_ == "nsubj" and token.head.norm_ in grammar.words("governs_genitive"):
            _make_genitive(token)
        if token.dep_ in {"obj", "iobj"} and token.pos_ == "PROPN" and free_order:
            _give_state(token, mentions)
        if token.dep_ in OBLIQUE:
            _lower_place(token, mentions, grammar)
            _lower_hearsay(token, grammar, events)
            _lower_visitor(token, grammar, events)
            _join_title(token, grammar)
        if token.dep_ in {"advcl", "conj"}:
            _give_content(token, grammar)
        if token.dep_ in {"xcomp", "advcl"} and grammar.words("verb_second"):
            _lower_aim(token, aims)
        if token.dep_ == "advcl":
            _raise_at_all(token, grammar)
        if token.dep_ == "acl:relcl":
            _lower_relative(token, grammar)
        if token.dep_ == "nmod":
            _raise_thing(token, mentions)
            _raise_place(token, mentions, grammar)
            _raise_destination(token, mentions, grammar, events)
            _raise_partner(token, mentions, grammar, events)
            _raise_wire(token, grammar)
            _raise_dropped(token, grammar, events)
        if token.dep_ == "obl:agent":
            _lower_visitor(token, grammar, events)
        if token.dep_ in PARTED and token.head.dep_ == "acl":
            _raise_side(token, mentions, grammar, events)
        if token.dep_ == "ccomp" and token.head.dep_ in {"advmod", "obl:mod"}:
            _open_condition(token)
        if token.dep_ == "acl:relcl":
            _settle_content(token, grammar)
        if token.dep_ in {"conj", "parataxis", "ccomp"}:
            _lower_content(token, grammar, claims, saying)
        if token.dep_ == "ccomp" and grammar.words("reported_mood"):
            _lower_clause(token, grammar)
        if token.dep_ in CONTENT and clause.has(token.head, "PronType", "Dem"):
            _raise_content(token)
        if token.dep_ == "acl":
            _lower_what(token)
            _raise_predicate(token, saying)
        if token.norm_ in grammar.words("unwanted"):
            _raise_unwanted(token, grammar.words("unwanted_rest"))
        if token.dep_ == "advmod" and token.norm_ in hedging:
            _raise_hedge(token)
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


def _lower_clause(content: Token, grammar: Grammar) -> None:
    """ "Dass X kam, sei Fantasie, sagte Y": of the clause in front the predicate speaks."""
    marked = any(c.lower_ in grammar.words("clause_mark") for c in clause.children(content, "mark"))
    beside = (
        [c for c in clause.children(content.head, "ccomp") if c.i > content.i] if marked else []
    )
    said = [c for c in beside if clause.children(c, "cop") and not clause.children(c, *SUBJECTS)]
    if len(said) == 1 and content.i < said[0].left_edge.i < content.head.i:
        content.head, content.dep_ = said[0], "csubj"


def _make_told(verb: Token) -> None:
    """ "Es wird gemunkelt, X habe Y getroffen": told in the mood of reports, and no conjunct."""
    clauses = verb.pos_ == verb.head.pos_ == "VERB" and verb.i > verb.head.i
    if clauses and _is_reported(verb) and not _is_reported(verb.head):
        verb.dep_ = "parataxis" if not clause.children(verb, "cc") else verb.dep_


def _is_reported(verb: Token) -> bool:
    around = (verb, *clause.children(verb, *clause.HELPING))
    return any(clause.has(t, "Mood", "Sub") and clause.has(t, "Tense", "Pres") for t in around)


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


def _give_place(case: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Was in Hanoi last July": the preposition before a place is the place's."""
    place, governed = case.nbor(1) if case.i + 1 < len(case.doc) else case, case.head
    named = any(m.type in PLACES for m in mentions.get(place.i, ()))
    between = case.i < place.i < governed.i and place not in governed.subtree
    if named and between and all(c.dep_ != "case" for c in place.children):
        case.head = place


def _open_headline(subject: Token) -> None:
    """ "Kremlin: Putin and Trump to meet": behind the colon stands who does it."""
    label = subject.head
    verbs = [c for c in label.children if c.dep_ == "acl" and c.i > subject.right_edge.i]
    first = subject.left_edge
    colon = ":" in {first.text, first.nbor(-1).text if first.i > 0 else ""}
    if colon and label.head == label and verbs and clause.has(verbs[0], "VerbForm", "Inf"):
        verbs[0].dep_ = "parataxis"
        subject.head, subject.dep_ = verbs[0], "nsubj"


def _make_receiver(person: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Handed President X a letter": of two objects the first gets the second."""
    named = any(m.type in {"person", "office"} for m in mentions.get(person.i, ()))
    behind = [c for c in clause.children(person.head, "obj") if c.i > person.right_edge.i]
    if named and behind and behind[0].left_edge.i == person.right_edge.i + 1:
        person.dep_ = "iobj"


def _part_receiver(state: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Offered Hanoi warships": of two nouns without an article behind it the first gets it."""
    thing, verb = state.head, state.head.head
    named = any(m.type in {"city", "country"} for m in mentions.get(state.i, ()))
    gives = verb.norm_ in grammar.words("giving") and state.i == verb.i + 1
    bare = thing.pos_ == "NOUN" and all(c.dep_ != "det" for c in thing.children)
    if named and gives and bare:
        state.head, state.dep_ = verb, "iobj"


def _lower_place(place: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Discussed the war in Ukraine": where the war is, and not where it was discussed."""
    first = place.left_edge
    before = first.nbor(-1) if first.i > place.sent.start else place
    affair = before.norm_ in grammar.words("affair") and before.pos_ == "NOUN"
    named = any(m.type in PLACES for m in mentions.get(place.i, ()))
    if affair and named and first.dep_ == "case" and before != place.head:
        place.head, place.dep_ = before, "nmod"


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


def _lower_visitor(noun: Token, grammar: Grammar, events: Set[str]) -> None:
    """ "Was signed during a visit to Y by X": right behind the visit stands who made it."""
    first = noun.left_edge
    if clause.preposition(noun, grammar) not in grammar.agent or first.i == noun.sent.start:
        return
    beside = [c for c in noun.head.children if c.dep_ in OBLIQUE and c.i < noun.i]
    visits = [c for c in beside if c.norm_ in events and c.right_edge.i == first.i - 1]
    if visits and any(c.dep_ == "nmod" for c in visits[0].children):
        noun.head, noun.dep_ = visits[0], "nmod"


def _join_title(noun: Token, grammar: Grammar) -> None:
    """ "Вызвал поверенного в делах Чили": right behind the office the phrase is its own."""
    office = noun.doc[max(noun.left_edge.i - 1, 0)]
    beside = office.pos_ == "NOUN" and noun.head in {office, office.head} and office.i < noun.i
    if beside and noun.norm_ in grammar.words("title_part"):
        noun.head, noun.dep_ = office, "nmod"


def _part_owner(state: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
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


def _raise_unwanted(persona: Token, rest: Set[str]) -> None:
    """ "Declared two diplomats persona non grata": what one is declared to be is no part of one.

    Who is declared so stands right before it, and without it has no verb of his own.
    """
    people, verb = persona.head, persona.head.head
    if persona.dep_ in {"nmod", "appos"} and people.dep_ in {"obj", "nsubj", "nsubj:pass"}:
        persona.head, persona.dep_ = verb, "xcomp"
    elif persona.dep_ == "obj":
        declared = next((c for c in persona.children if c.dep_ in OWNING), None)
        if declared is not None and all(c.dep_ != "case" for c in declared.children):
            declared.head, declared.dep_ = persona.head, "obj"
            persona.dep_ = "xcomp"
    elif persona.dep_ == "xcomp":  # "объявило персоной нон грата посла Мексики"
        latin = [t for t in persona.doc[persona.i + 1 : persona.i + 3] if t.lower_ in rest]
        for word in latin:
            word.dep_, word.head = "flat", persona
        last = latin[-1].i if latin else persona.i
        behind = [t for t in persona.subtree if t.i > last and t.pos_ == "NOUN"]
        people_behind = [t for t in behind if clause.has(t, "Animacy", "Anim")]
        declared = next(iter(people_behind or (behind if latin else ())), None)
        if declared is not None and not clause.children(people, "obj"):
            declared.head, declared.dep_ = people, "obj"


def _raise_nationality(adjective: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Swiss Economics Minister": the nationality is the minister's, and not the economics'."""
    within = adjective.head
    named = any(m.type == "nationality" for m in mentions.get(adjective.i, ()))
    if named and within.dep_ == "compound" and adjective.i < within.i < within.head.i:
        adjective.head = within.head


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


def _give_speaker(subject: Token, saying: Set[str]) -> None:
    """ "X may visit Y, the paper Z reported": who stands before a verb of saying says so."""
    said, verb = subject.head, subject.head.head
    says = verb.norm_ in saying and verb != said and said.i < subject.i < verb.i
    comma = subject.left_edge.i > 0 and subject.left_edge.nbor(-1).text == ","
    if not says or not comma or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    if any(c.dep_ in SUBJECTS and c.i < said.i for c in said.children):
        subject.head = verb


def _give_aside(subject: Token, saying: Set[str]) -> None:
    """ "X will visit Y, the minister Z announced": of two subjects the second is the aside's."""
    said = subject.head
    after = subject.right_edge.i + 1
    loose = [
        c for c in said.children if c.dep_ in {"parataxis", "advcl"} and c.left_edge.i == after
    ]
    asides = [c for c in loose if c.norm_ in saying and not clause.children(c, "mark", *SUBJECTS)]
    first = subject.left_edge
    comma = "," in {first.text, first.nbor(-1).text if first.i > 0 else ""}
    before = any(c.dep_ in SUBJECTS and c.i < said.i for c in said.children)
    if comma and before and asides and said.i < subject.i:
        subject.head, asides[0].dep_ = asides[0], "parataxis"


def _make_aside(verb: Token, grammar: Grammar) -> None:
    """ "…, a-t-on appris de X", "…, a-t-il annoncé": turned round, it is no further deed."""
    subjects = [c.lower_.lstrip("-") for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    joined = any(c.dep_ == "cc" for c in verb.children)
    turned = any(c.lower_.startswith("-") for c in verb.children if c.dep_ == "nsubj")
    if not joined and (turned or grammar.words("anyone").intersection(subjects)):
        verb.dep_ = "parataxis"


def _set_before(subject: Token) -> None:
    """ "Den Präsidenten traf er", "Berichte wies der Kreml zurück": of two subjects the second.

    A pronoun right behind the verb, or who alone agrees with the verb in number.
    """
    verb = subject.head
    before = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(before) != 1 or before[0].pos_ not in NOMINAL:
        return
    if subject.i < verb.i or any(c.dep_ == "obj" for c in verb.children):
        return
    personal = clause.has(subject, "PronType", "Prs") and clause.has(subject, "Case", "Nom")
    single = clause.has(verb, "Number", "Sing") and clause.has(subject, "Number", "Sing")
    if (personal and subject.i == verb.i + 1) or (
        single and clause.has(before[0], "Number", "Plur")
    ):
        before[0].dep_ = "obj"


def _share_subject(noun: Token) -> None:
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


def _make_speaker(noun: Token) -> None:
    """ "Wie das Portal X berichtet": a nominative without preposition is the subject."""
    verb = noun.head
    bare = clause.has(noun, "Case", "Nom") and all(c.dep_ != "case" for c in noun.children)
    if bare and noun.pos_ in NOMINAL and not any(c.dep_ in SUBJECTS for c in verb.children):
        noun.dep_ = "nsubj"


def _turn_aside(noun: Token, grammar: Grammar) -> None:
    """ "X habe Y besucht, hatte ein Blog geschrieben": behind the auxiliary stands who said so."""
    verb, first = noun.head, noun.left_edge
    auxiliary = first.nbor(-1) if first.i > noun.sent.start + 1 else noun
    opens = auxiliary.dep_ == "aux" and auxiliary.head == verb and auxiliary.nbor(-1).text == ","
    beside = verb.dep_ in {"parataxis", "conj"} and not clause.children(verb, "cc", *SUBJECTS)
    articles = [c.lower_ for c in clause.children(noun, "det")]
    if opens and beside and not grammar.words("accusative_article").intersection(articles):
        noun.dep_, verb.dep_ = "nsubj", "parataxis"


def _give_content(verb: Token, grammar: Grammar) -> None:
    """ "Hat Berichte zurückgewiesen, wonach …", "…, er habe …": what reports say hangs on them."""
    above = verb.head
    marked = any(c.lower_ in grammar.words("content_relative") for c in verb.children)
    if not marked and grammar.words("reported_mood") and not clause.children(verb, "mark", "cc"):
        marked = any(clause.has(t, "Mood", "Sub") for t in (verb, *verb.children))
    nouns = [c for c in above.children if c.norm_ in grammar.words("hearsay_noun")]
    if marked and len(nouns) == 1 and nouns[0].i < verb.left_edge.i:
        verb.head, verb.dep_ = nouns[0], "acl"


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


def _raise_place(place: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Hatten beide Länder in Nairobi ein Abkommen …": no pair of states lies in a city."""
    noun = place.head
    pair = any(c.lower_ in grammar.words("pair") and c.i < noun.i for c in noun.children)
    cases = any(c.dep_ == "case" and c.lower_ in grammar.words("place") for c in place.children)
    city = any(m.type == "city" for m in mentions.get(place.i, ()))
    if pair and cases and city and noun.dep_ in SUBJECTS and place.i > noun.i:
        place.head, place.dep_ = noun.head, "obl"


def _raise_thing(noun: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
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


def _raise_destination(
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


def _raise_partner(
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


def _raise_wire(means: Token, grammar: Grammar) -> None:
    """ "S'est entretenu avec son homologue par téléphone": over the wire they talk."""
    partner = means.head
    over = clause.preposition(means, grammar) in grammar.words("over_wire")
    talking = partner.dep_ in OBLIQUE and clause.is_verbal(partner.head)
    bare = not clause.children(means, "det", "amod")  # "Berichte über ein Telefonat"
    wire = bare and means.norm_ in grammar.words("wire")
    if over and talking and means.i > partner.i and wire:
        means.head, means.dep_ = partner.head, "obl"


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


def _raise_side(
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


def _settle_content(verb: Token, grammar: Grammar) -> None:
    """ "Die Behauptung, X habe Y besucht": reported speech without a pronoun is a content."""
    finite = [t for t in (verb, *verb.children) if clause.has(t, "Mood", "Sub")]
    linked = any(clause.has(t, "PronType", "Rel") for t in verb.subtree)
    if finite and not linked and grammar.words("reported_mood") and verb.i > verb.head.i:
        verb.dep_ = "acl"


def _lower_content(verb: Token, grammar: Grammar, claims: Set[str], saying: Set[str]) -> None:
    """ "Das Gerücht, X habe Y besucht": reported speech right behind such a noun is its content.

    It may have a genitive ("die Behauptung der Opposition, …"). A tree may take it for the
    subject of its own content.
    """
    told = any(clause.has(t, "Mood", "Sub") for t in (verb, *verb.children))
    if not told or clause.children(verb, "cc", "mark") or not grammar.words("reported_mood"):
        return
    first = verb.left_edge
    comma = first if first.text == "," else verb.doc[max(first.i - 1, 0)]
    noun = verb.doc[max(comma.i - 1, 0)]
    if comma.text != ",":  # the noun is what the tree begins the clause with
        noun = next((c for c in verb.children if _is_before_comma(c)), verb)
        comma = noun.nbor(1) if noun != verb else comma
    while noun.dep_ in OWNING and noun.norm_ not in claims and noun.head.i < noun.i:
        noun = noun.head
    inside = comma.text == "," and noun.sent == verb.sent and noun.pos_ == "NOUN"
    if not inside or noun.norm_ not in claims:
        return
    if noun.head == verb and verb.head != verb:
        noun.head, noun.dep_ = verb.head, "obj"
        for name in [c for c in noun.children if c.i > comma.i and c.pos_ in NOMINAL]:
            name.head, name.dep_ = verb, "nsubj"
    beside = noun.dep_ in OBLIQUE and verb.head.norm_ in saying and noun.head == verb.head
    if noun not in verb.subtree and not (
        beside and noun.norm_ not in grammar.words("hearsay_noun")
    ):
        verb.head, verb.dep_ = noun, "acl"


def _lower_what(content: Token) -> None:
    """ "Обвинения в том, что X приехал, назвали ложью": right behind a noun it is the noun's."""
    pronoun = content.head
    first = pronoun.left_edge.i
    noun = pronoun.doc[first - 1] if first > pronoun.sent.start else pronoun
    linked = clause.has(pronoun, "PronType", "Dem") and pronoun.dep_ in OBLIQUE
    if linked and noun.pos_ == "NOUN" and noun.head == pronoun.head and first > noun.i:
        pronoun.head, pronoun.dep_ = noun, "nmod"


def _raise_predicate(content: Token, saying: Set[str]) -> None:
    """ "Сообщение, что X приехал, оказалось уткой": behind the content stands the main verb.

    It has no subject of its own but where the noun is its object ("сообщение …, опроверг Z").
    """
    noun, pronoun = content.head, None
    if clause.has(noun, "PronType", "Dem") and noun.head != content:  # "обвинение в том, что …"
        pronoun = noun
        inside = [c for c in noun.children if c.pos_ == "NOUN" and c.i < noun.i]
        noun = inside[0] if inside and noun.head == noun else noun.head
    above = noun.head if noun.head != pronoun else noun
    told = any(clause.has(t, "Mood", "Sub") for t in (content, *content.children))
    free = above == noun or above.norm_ in saying
    if noun.pos_ != "NOUN" or not free or not (told or clause.children(content, "mark")):
        return
    closing = [t for t in noun.doc[content.i + 1 : noun.sent.end - 1] if t.text == ","]
    behind = [t for c in closing[:1] for t in noun.doc[c.i + 1 : c.i + 3] if t.pos_ != "PART"]
    first = behind[0] if behind else noun
    verb = first.head if first.dep_ in clause.HELPING else first
    finite = clause.is_finite(first) or clause.has(first, "VerbForm", "Part")
    own = clause.children(verb, *SUBJECTS, "mark", "cc")
    number = first.morph.get("Number", []) in ([], noun.morph.get("Number", []))
    if verb.pos_ not in {"VERB", "ADJ"} or not finite or verb == above:
        return
    if (
        own
        and verb.head == noun == above
        and (clause.has(noun, "Case", "Acc") or clause.has(noun, "Animacy", "Inan"))
    ):
        verb.head, verb.dep_ = verb, "ROOT"
        noun.head, noun.dep_ = verb, "obj"
        return
    if own or not number:
        return
    beside = next((c for c in content.children if c.norm_ in saying and c.i > verb.i), None)
    verb.head, verb.dep_ = (verb, "ROOT") if above == noun else (above, "ccomp")
    noun.head, noun.dep_ = verb, "nsubj"
    if pronoun is not None:
        pronoun.head, pronoun.dep_ = noun, "nmod"
    if beside is not None:
        beside.head = verb


def _give_state(state: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Президент Кении поехал …": a state right behind who has an office is no object of his."""
    title = state.nbor(-1) if state.i else state
    named = any(m.type == "country" for m in mentions.get(state.i, ()))
    held = title.pos_ == "NOUN" and clause.has(title, "Animacy", "Anim")
    beside = title.dep_ in SUBJECTS and title.head == state.head and state.i < state.head.i
    if named and held and beside and not clause.has(state, "Case", "Nom"):
        state.head, state.dep_ = title, "nmod"


def _make_genitive(noun: Token) -> None:
    """ "Опасаются высылки": a thing behind such a verb fears nothing, and is what is feared."""
    thing = noun.pos_ == "NOUN" and not clause.has(noun, "Animacy", "Anim")
    if thing and noun.i > noun.head.i and len(clause.children(noun.head, *SUBJECTS)) == 1:
        noun.dep_ = "obj"
        noun.morph = read_features("Animacy=Inan|Case=Gen|Number=Sing")


def _raise_sides(noun: Token, grammar: Grammar) -> None:
    """ "По итогам встречи стороны подписали …": before a plural verb it is no genitive."""
    verb = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    plural = clause.is_finite(verb) and clause.has(verb, "Number", "Plur")
    bare = not any(noun.children) and noun.dep_ in {"nmod", "obj"} and noun.head.i < noun.i
    if noun.norm_ in grammar.words("party_to") and bare and plural and verb.pos_ == "VERB":
        if clause.children(verb, *SUBJECTS):
            return
        noun.head, noun.dep_ = verb, "nsubj"
        noun.morph = read_features("Case=Nom|Number=Plur")


def _is_before_comma(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.i + 1 < noun.head.i and noun.nbor(1).text == ","


def _raise_content(verb: Token) -> None:
    """ "Hinweise darauf, dass X kam": the clause belongs to what the adverb points out of."""
    adverb = verb.head
    if adverb.pos_ == "ADV" and adverb.head != adverb and verb.i > adverb.i:
        verb.head, verb.dep_ = adverb.head, "ccomp"


def _raise_hedge(adverb: Token) -> None:
    """ "Ich komme vielleicht nach X": unless a comma sets the phrase apart, the coming is open."""
    phrase = adverb.head
    verb = phrase.head
    comma = adverb.i > 0 and adverb.nbor(-1).text in {",", "–", "—", "("}
    if phrase.dep_ in OBLIQUE and clause.is_verbal(verb) and not comma and adverb.i < phrase.i:
        adverb.head = verb


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
