"""Names and grammar put right what the tree got wrong, where they leave no doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from spacy.tokens import Doc, MorphAnalysis, Token

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import joined
from registan.reader.repair_case import repair_case

HELPING = frozenset({"cop", "aux", "aux:pass"})
CORE = frozenset({"nsubj", "nsubj:pass", "obj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
PEOPLE = frozenset({"person", "office"})
OFFICES = frozenset({"organisation", "metonym"})
PLACES = frozenset({"country", "city", "grouping"})
PAIRED = frozenset({"person", "country", "organisation", "metonym", "city", "region"})
LOWERED = frozenset({"appos", "compound", "nmod", "flat", "conj"})
ACTING = PEOPLE | {"country", "organisation", "metonym"}
NAMING = frozenset({"nsubj", "flat", "appos"})
VALENCE = frozenset({"obj", "aux:pass"})
SPOKEN = frozenset({"ccomp", "parataxis"})
SPEAKING = frozenset({"obj", "obl", "obl:arg"})  # what a subject set behind its verb is taken for
NAME_STARTS = frozenset({"N'", "N’"})
RAISED = frozenset({"nsubj", "obl", "obl:mod", "advmod", "mark", "punct"})  # never a copula's own
OBLIQUE = frozenset({"obl", "obl:arg", "obl:mod", "nmod", "advmod"})


def repair_tree(
    doc: Doc,
    mentions: Mapping[int, Sequence[Any]],
    grammar: Grammar,
    saying: Set[str],
    judging: Set[str] = frozenset(),
    bodies: Set[str] = frozenset(),
    events: Set[str] = frozenset(),
) -> None:
    """Correct the document's tree in place; `mentions` are the names by token.

    `saying` are the language's verbs of saying, `judging` those that tell a statement, `bodies`
    its nouns for offices of state, `events` its nouns for visits and talks.
    """
    for first, last in sorted(_names(mentions)):
        _join_name(doc, first, last)
    for sign in doc[1:-1]:
        if sign.text in {"-", "–", "—"}:
            _pair_names(sign, mentions)
    repair_case(doc, mentions, grammar, saying, bodies, events)
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
        if token.dep_ == "amod" and _is_instrumental(token):
            _raise_predicate(token)
        if grammar.words("office_place") and _is_subjectless(token):
            _give_office(token, mentions, grammar, (saying | judging, bodies))
        if token.text in NAME_STARTS and not token.is_sent_start:
            token._.lexeme = token.text  # "N'Djamena" is a name, and denies nothing
        if token.dep_ == "advmod" and token.pos_ == "ADV":
            _make_marker(token)
        if token.head.dep_ == "cop" and token.dep_ in RAISED:
            token.head = token.head.head
        if token.dep_ == "case" and token.lower_ in grammar.words("postposition"):
            _raise_postposition(token)
        if token.dep_ == "advmod" and token.pos_ in {"ADV", "ADP"}:
            _close_preposition(token, grammar)
        if token.dep_ == "mark" and token.lower_ in grammar.words("since_event"):
            _raise_since(token)
        if token.dep_ == "flat" and token.head.dep_ in OBLIQUE:
            _free_subject(token, mentions)
        if token.dep_ in {"case", "mark"} and token.pos_ == "ADJ":
            _raise_adjective(token, mentions)
        if token.dep_ == "advcl":
            _close_comment(token, grammar)
        _bind_insertion(token)
        _raise_title(token, mentions)
        if token.dep_ in OBLIQUE:
            _join_preposition(token, grammar)
        if token.dep_ == "aux:pass" and "Part" not in token.head.morph.get("VerbForm", []):
            _make_future(token)
        if token.dep_ == "aux:pass" and token.head._.lexeme in grammar.words("feeling"):
            _make_feeling(token)
        if token.dep_ == "expl:pv" or (token.dep_ == "expl:pass" and _acts(token.head, mentions)):
            _make_active(token.head)
        if token.dep_ == "nsubj:pass":
            _make_subject(token, grammar)
        if token.dep_ in {"obj", "nsubj"}:
            _raise_object(token, grammar)
        if token.dep_ == "acl:relcl":
            _mark_content(token, grammar)
        if token.dep_ == "acl":
            _open_relative(token, grammar)
        if token.dep_ in {"obl", "iobj"} or (token.dep_ == "xcomp" and token.pos_ == "PROPN"):
            _make_object(token, mentions)
        if token.dep_ == "obl" and grammar.words("to"):
            _make_doer(token, grammar)
        if token.dep_ == "nsubj":
            _make_asked(token, grammar)
            _part_subjects(token)
            _join_bearer(token, mentions)
        if token.dep_ == "appos" and token.pos_ == "PROPN":
            _give_name(token)
        if token.dep_ == "appos" and token._.lexeme in events:
            _raise_event(token)
        if token.dep_ in {"appos", "flat"} and token.head._.lexeme in events:
            _give_body(token, mentions)
        if token.dep_ == "expl:subj":
            _give_subject(token, saying)
        if token.pos_ == "VERB":
            _agree(token)
        if token._.lexeme in grammar.words("inverted_saying"):
            speaking = bodies | grammar.words("nameless") | grammar.words("media_suffix")
            _give_inverted(token, mentions, saying, speaking)
        if token._.lexeme in saying:
            _set_apart(token, grammar)
            _return_subject(token)
            _turn_round(token, grammar)
            _give_speaker(token)
        if token._.lexeme in grammar.words("made_known"):
            _join_causative(token, saying)
        if token.dep_ in HELPING and token.head.pos_ == "ADV":
            _raise_copula(token)
        if token.dep_ == "aux" and token._.lexeme in grammar.words("holding"):
            _raise_holder(token)
        if token.dep_ in {"flat", "compound", "appos"}:
            _part_names(token, mentions)
        if token.dep_ in {"flat", "appos", "nsubj"} and (
            _is_state(token, mentions) or _is_behind_title(token, mentions)
        ):
            _part_state(token, mentions)
        if token.dep_ in CORE and _person(token, mentions) is not None:
            _give_owner(token)
            _join_title(token, mentions)


def _names(mentions: Mapping[int, Sequence[Any]]) -> set[tuple[int, int]]:
    """First and last token of every person's name of several words."""
    covered: dict[tuple[int, int], list[int]] = {}
    for i, found in mentions.items():
        for m in found:
            if m.type == "person":
                covered.setdefault((m.start, m.end), []).append(i)
    return {(min(at), max(at)) for at in covered.values() if len(at) > 1}


def _join_name(doc: Doc, first: int, last: int) -> None:
    """ "Kassym-Jomart Tokayev": a person's name is one phrase, however the tree cuts it."""
    inside, start = doc[first : last + 1], doc[first]
    tops = [t for t in inside if t.head == t or t.head not in inside]
    top = next(t for t in tops if all(a not in inside for a in clause.ancestors(t)))
    relation, head = top.dep_, top.head
    around = [c for t in inside for c in t.children if c not in inside]
    if top != start:
        start.dep_, start.head = relation, start if head == top else head
    for word in inside:
        if word != start:
            word.head, word.dep_ = start, "flat"
    for child in around:
        if child.head != start:
            child.head = start


def _pair_names(sign: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "US-China talks", "саммит Россия — Африка": two names around a dash are two parties."""
    second = sign.nbor(1)
    first = sign.nbor(-1)
    while first.dep_ in {"flat", "amod"} and abs(first.head.i - first.i) == 1:
        first = first.head
    here, there = (
        [m for m in mentions.get(t.i, ()) if m.type in PAIRED and m.end - m.start > 1]
        for t in (first, second)
    )
    whole = any(m.start <= sign.idx < m.end for m in (*here, *there))
    tight = not sign.nbor(-1).whitespace_ and not sign.whitespace_
    close = tight or second.dep_ in {"appos", "flat"}
    if not here or not there or whole or not close or second.dep_ not in LOWERED:
        return
    if second.head not in first.subtree and second.head != first.head:
        first.head, first.dep_ = second.head, second.dep_
    if second.head == first.head or second.head == first:
        second.head, second.dep_ = first, "conj"


def _make_asked(token: Token, grammar: Grammar) -> None:
    """ "X phoned Y and asked Z to come": right behind a second verb stands whom it asks."""
    verb = token.head
    behind = verb.dep_ == "conj" and token.left_edge.i == verb.i + 1
    asks = verb._.lexeme in grammar.object_control and verb.pos_ == "VERB"
    deed = [c for c in clause.children(verb, "xcomp") if clause.has(c, "VerbForm", "Inf")]
    if behind and asks and deed and deed[0].i > token.i and not clause.children(verb, "obj"):
        token.dep_ = "obj"


def _make_marker(adverb: Token) -> None:
    """ "Afin de discuter": an adverb before an infinitive marks its clause, not the one around."""
    below = [c for c in adverb.children if c.dep_ in {"ccomp", "xcomp", "advcl"}]
    if len(below) == 1 and "Inf" in below[0].morph.get("VerbForm", []):
        verb = below[0]
        verb.head, verb.dep_ = adverb.head, "advcl"
        adverb.head, adverb.dep_ = verb, "mark"


def _join_preposition(noun: Token, grammar: Grammar) -> None:
    """ "In the course of X" is one preposition before X, and X hangs where its noun hung."""
    cases = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
    near = [*noun.children, *(c for c in noun.head.children if _starts_behind(c, noun))]
    below = [c for c in near if c.dep_ in OBLIQUE and c.i > noun.i]
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


def _give_subject(token: Token, saying: Set[str]) -> None:
    """ "Il s'est entretenu avec X": no impersonal verb speaks with somebody or says something."""
    verb = token.head
    if any(c.dep_ in {*SUBJECTS, "csubj", "ccomp", "obj"} for c in verb.children):
        return
    reflexive = any(c.dep_ in {"expl:pv", "expl:pass", "expl"} for c in verb.children)
    if reflexive and not any(c.dep_ == "xcomp" for c in verb.children):
        token.dep_ = "nsubj"


def _make_future(auxiliary: Token) -> None:
    """ "Wird eine Botschaft eröffnen": with an infinitive it is no passive."""
    verb = auxiliary.head
    infinitive = "Inf" in verb.morph.get("VerbForm", [])
    if not infinitive and not any(c.dep_ == "obj" for c in verb.children):
        return
    auxiliary.dep_ = "aux"
    for subject in [c for c in verb.children if c.dep_ == "nsubj:pass"]:
        subject.dep_ = "nsubj"


def _make_feeling(auxiliary: Token) -> None:
    """ "Is troubled by the arrests": who is troubled does something, nothing is done to him."""
    auxiliary.dep_ = "cop"
    for subject in [c for c in auxiliary.head.children if c.dep_ == "nsubj:pass"]:
        subject.dep_ = "nsubj"


def _acts(verb: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    """ "Le président se rendra": persons and states act; only things are what is done."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj:pass"]
    named = [t for s in subjects for t in (s, *s.children)]
    return any(m.type in ACTING for t in named for m in mentions.get(t.i, ()))


def _make_active(verb: Token) -> None:
    """ "Il s'est entretenu": the participle of a reflexive verb is no passive."""
    if any(c.dep_ == "aux:pass" for c in verb.children):
        return
    for subject in [c for c in verb.children if c.dep_ == "nsubj:pass"]:
        subject.dep_ = "nsubj"


def _make_subject(token: Token, grammar: Grammar) -> None:
    """ "Poland imposed sanctions": without a passive's auxiliary, who has an object acts.

    So does who has an auxiliary that no passive knows ("dass X telefoniert hätte"), or a verb that
    has no passive ("X und Y sind zusammengekommen").
    """
    verb = token.head
    relations = {c.dep_ for c in verb.children}
    active = grammar.words("active_auxiliary")
    acts = any(c.dep_ == "aux" and c._.lexeme in active for c in verb.children)
    acts = acts or verb._.lexeme in grammar.words("no_passive")
    if ("obj" in relations or acts) and "aux:pass" not in relations:
        token.dep_ = "nsubj"


def _give_name(name: Token) -> None:
    """ "X and his counterpart Y": a name right behind a coordinated noun is that noun's."""
    before = name.nbor(-1) if name.i else name
    if before.pos_ == "NOUN" and before.dep_ == "conj" and before.head == name.head:
        name.head = before


def _give_body(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Заседание G20": the body right behind a meeting's noun holds it, and is not its name.

    So do both of "le sommet Chine-Russie".
    """
    found = mentions.get(name.i, ())
    pair = "-" in name.text and len({m.start for m in found if m.type in PAIRED}) > 1
    held = pair or any(m.type in {"organisation", "grouping"} for m in found)
    if held and name.i == name.head.i + 1:
        name.dep_ = "nmod"


def _raise_event(event: Token) -> None:
    """ "Met President X, the first visit by …": a visit is no person but what the clause tells."""
    verb = next((t for t in event.ancestors if t.pos_ == "VERB"), None)
    if event.head.pos_ == "PROPN" and verb is not None:
        event.head = verb


def _raise_title(owner: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Von Israels Außenminister X": the state before a title owns it, and is not spoken of."""
    title = owner.nbor(1) if owner.i + 1 < len(owner.doc) else owner
    office = any(m.type == "office" for m in mentions.get(title.i, ()))
    genitive = owner.pos_ == "PROPN" and "Gen" in owner.morph.get("Case", [])
    beside = title.dep_ in {"appos", "flat", "nmod"} and title.head in (owner, owner.head)
    if not (office and genitive and beside and title.pos_ == "NOUN") or owner.head == owner:
        return
    for child in [c for c in owner.children if c != title]:
        child.head = title
    title.head, title.dep_ = owner.head, owner.dep_
    owner.head, owner.dep_ = title, "nmod"


def _part_subjects(token: Token) -> None:
    """ "Deutschland drängt die EU": of two subjects around a verb the second is the object."""
    verb = token.head
    others = [c for c in verb.children if c != token and c.dep_ == "nsubj" and c.i < verb.i]
    relative = verb.dep_ == "acl:relcl"  # "который призвал Пекин"
    linked = [c for c in others if relative and clause.has(c, "PronType", "Rel")]
    named = all(t.pos_ in {"NOUN", "PROPN"} for t in (token, *others) if t not in linked)
    finite = next((c for c in verb.children if c.dep_ == "aux" and c.i < verb.i), verb)
    if verb.pos_ != "VERB" or token.i < finite.i or not others or not named:
        return
    if any(c.i > finite.i for c in others):
        return
    if all(c.dep_ != "obj" for c in verb.children):
        token.dep_ = "obj"


def _join_bearer(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Secretary of State for Foreign Affairs X came": a name right behind a title is its own."""
    for title in [c for c in name.head.children if c.dep_ == "nsubj" and c.i < name.i]:
        office = any(m.type == "office" for m in mentions.get(title.i, ()))
        if office and title.right_edge.i + 1 == name.left_edge.i and name.pos_ == "PROPN":
            name.head, name.dep_ = title, "appos"
            return


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
    below = [c for c in adverb.children if c.dep_ in OBLIQUE and c.i > adverb.i]
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


def _raise_since(mark: Token) -> None:
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


def _free_subject(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Отношения с Тегераном Канада …": a state in the nominative is no part of another's name."""
    state = any(m.type == "country" and m.start == name.idx for m in mentions.get(name.i, ()))
    other = name.head.morph.get("Case", [])
    verb = next((t for t in name.ancestors if t.dep_ not in {*OBLIQUE, "flat", "obj"}), None)
    while verb is not None and verb.dep_ in {"xcomp", "csubj"} and verb.i < name.i:
        verb = verb.head
    if verb is None or not state or name.morph.get("Case", []) != ["Nom"] or "Nom" in other:
        return
    if other and all(c.dep_ not in SUBJECTS for c in verb.children):
        name.head, name.dep_ = verb, "nsubj"


def _raise_adjective(adjective: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
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
    verb.pos_, verb.morph = "VERB", MorphAnalysis(verb.vocab, "VerbForm=Inf")


def _close_comment(verb: Token, grammar: Grammar) -> None:
    """ "Kam wie erwartet nach X": a bare participle has no place or partner of its own."""
    marked = any(c.lower_ in grammar.words("comment_mark") for c in verb.children)
    bare = all(c.i < verb.i or c.dep_ in OBLIQUE for c in verb.children)
    if marked and bare and not any(c.dep_ in SUBJECTS for c in verb.children):
        for child in [c for c in verb.children if c.i > verb.i]:
            child.head = verb.head


def _bind_insertion(token: Token) -> None:
    """ "Mit ihm [Karis]": what an editor inserts in brackets explains the word before it."""
    bracket = token.nbor(-1) if token.i > token.sent.start else token
    if bracket.text != "[" or bracket.i == token.sent.start or token.head == token:
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
    """ "Urged Russia to withdraw": what stands before the "to" is the object of the verb above."""
    verb = token.head
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in grammar.words("to")]
    above = verb.head
    if not marks or token.i > marks[0].i or verb.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return
    urging = above.i < token.i and above._.lexeme in grammar.object_control
    if urging and all(c.dep_ != "obj" for c in above.children):
        token.head, token.dep_ = above, "obj"


def _mark_content(verb: Token, grammar: Grammar) -> None:
    """ "Rumours that X met Y": nothing is left out after "that", so it stands for nothing."""
    words = grammar.words("content_mark")
    marks = [c for c in verb.children if c.lower_ in words and c.dep_ not in SUBJECTS]
    if not marks or any(c.dep_ == "case" for c in marks[0].children):
        return
    relations = [c.dep_ for c in verb.children if c != marks[0]]
    whole = "obj" in relations or relations.count("nsubj") > 1
    if "nsubj" in relations and (whole or marks[0].dep_ == "obl"):
        marks[0].dep_, marks[0].pos_ = "mark", "SCONJ"
        marks[0].morph = MorphAnalysis(verb.vocab, "")
        verb.dep_ = "acl"


def _open_relative(verb: Token, grammar: Grammar) -> None:
    """ ", mesure que Tokyo a jugée …": a participle agrees with what it judges, told before it."""
    words = grammar.words("relative_mark")
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in words]
    if not marks or any(c.dep_ == "obj" for c in verb.children):
        return
    helped = any(c._.lexeme in grammar.words("holding") for c in verb.children if c.dep_ == "aux")
    morph = verb.morph
    agrees = "Fem" in morph.get("Gender", []) or "Plur" in morph.get("Number", [])
    if helped and (agrees or verb.head.dep_ == "appos"):
        marks[0].dep_, marks[0].pos_ = "obj", "PRON"
        marks[0].morph = MorphAnalysis(verb.vocab, "PronType=Rel")
        verb.dep_ = "acl:relcl"


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


def _give_speaker(verb: Token) -> None:
    """ "…, a annoncé le ministère": what follows a verb of saying set after its words speaks."""
    said = verb.dep_ == "parataxis" or any(c.dep_ in SPOKEN and c.i < verb.i for c in verb.children)
    if not said or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    inner = [c for c in verb.children if c.dep_ == "xcomp"]  # "…, croit savoir l'agence"
    after = [c for v in (verb, *inner) for c in v.children if c.dep_ in SPEAKING and c.i > v.i]
    after = [c for c in after if c.dep_ == "obj" or _is_bare_phrase(c)]
    if after and after[0].head != verb:
        after[0].head = verb
    if after and after[0].pos_ in {"NOUN", "PROPN"}:
        after[0].dep_ = "nsubj"


def _is_bare_phrase(noun: Token) -> bool:
    """With an article and without a preposition: no day, and no place."""
    beside = {c.dep_ for c in noun.children}
    return "det" in beside and "case" not in beside


def _turn_round(verb: Token, grammar: Grammar) -> None:
    """ "Das teilte das Ministerium mit": what was said before is no speaker."""
    words = grammar.words("sentence_pronoun")
    said = [c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in words and c.i < verb.i]
    after = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    if len(said) == len(after) == 1 and after[0].pos_ in {"NOUN", "PROPN"}:
        said[0].dep_, after[0].dep_ = "obj", "nsubj"


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


def _join_causative(infinitive: Token, saying: Set[str]) -> None:
    """ "A fait savoir": the two verbs are one of saying."""
    verb = infinitive.nbor(-1) if infinitive.i > infinitive.sent.start else infinitive
    words = f"{verb._.lexeme} {infinitive._.lexeme}"
    if words not in saying:
        return
    if verb.head == infinitive:
        above = infinitive.head if infinitive.head != infinitive else verb
        verb.head, verb.dep_ = above, infinitive.dep_
    for child in [c for c in infinitive.children if c != verb]:
        child.head = verb
    verb._.lexeme, verb.pos_ = words, "VERB"
    if verb.dep_ in {"conj", "advcl", "xcomp", "aux"} and all(
        c.dep_ != "cc" for c in verb.children
    ):
        verb.dep_ = "parataxis"
    infinitive.head, infinitive.dep_ = verb, "fixed"
    _return_subject(verb)
    _give_speaker(verb)


def _give_inverted(
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
    speaks = mentions.get(behind[0].i) or behind[0]._.lexeme in speaking
    if behind[0].pos_ not in {"NOUN", "PROPN"} or not speaks:
        return
    says = top if top._.lexeme in saying else verb
    above = top.head
    if says != top:
        top.head, top.dep_ = says, "aux"
    says.head, says.dep_ = above, "parataxis"
    behind[0].head, behind[0].dep_ = says, "nsubj"


def _set_apart(verb: Token, grammar: Grammar) -> None:
    """ "X met Y, officials said": a saying behind a comma, with nothing said in it, stands apart.

    The tree may take it for a relative clause, or for one that is coordinated.
    """
    finite = any(
        clause.has(t, "VerbForm", "Fin") for t in (verb, *clause.children(verb, "aux", "aux:pass"))
    )
    if verb.dep_ not in {"acl:relcl", "conj", "appos"} or not finite:
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


def _return_subject(verb: Token) -> None:
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


def _is_subjectless(verb: Token) -> bool:
    """A verb in the third person plural that names nobody who does it."""
    if verb.pos_ != "VERB" or "Fin" not in verb.morph.get("VerbForm", []):
        return False
    plural = verb.morph.get("Number", []) == ["Plur"]
    third = verb.morph.get("Person", []) in ([], ["3"])
    return plural and third and not any(c.dep_ in {*SUBJECTS, "csubj"} for c in verb.children)


def _give_office(
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
        if place.dep_ not in OBLIQUE or not set(cases) & grammar.words("office_place"):
            continue
        types = {m.type for m in mentions.get(place.i, ())}
        office = bool(types & OFFICES) or place._.lexeme in bodies
        if office or (types & PLACES and verb._.lexeme in speaking and place.i < verb.i):
            place.dep_ = "nsubj"
            return


def _raise_copula(copula: Token) -> None:
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


def _join_title(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Secretary of State X telephoned Minister Y": a title right before a name is the name's."""
    for title in [c for c in name.head.children if c.dep_ == name.dep_ and c.i < name.i]:
        offices = [m for m in mentions.get(title.i, ()) if m.type == "office"]
        last = max(t.i for t in title.subtree)
        if offices and last + 1 == name.left_edge.i:
            name.head, name.dep_ = title, "appos"
            return


def _raise_holder(auxiliary: Token) -> None:
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


def _part_names(token: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """Two persons side by side are two participants ("lud A B ein"): the second is the object."""
    head = token.head
    here, there = _person(token, mentions), _person(head, mentions)
    if token.dep_ == "appos":  # "Präsident A B": the title has its name already
        held = [c for c in head.children if c.dep_ == "appos" and head.i < c.i < token.i]
        there = _person(held[0], mentions) if held and held[0].right_edge.i + 1 == token.i else None
    named = head.head if head.dep_ == "appos" else head  # "Präsident X Kanzler Y"
    if here is None or there is None or here == there or named.dep_ not in SUBJECTS:
        return
    verb = named.head
    if not any(c.dep_ == "obj" for c in verb.children):
        for title in [c for c in head.children if head.i < c.i < token.i and c.dep_ == "flat"]:
            title.head, title.dep_ = token, "appos"
        token.head, token.dep_ = verb, "obj"


def _part_state(state: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Besuchte der Kanzler Estland": a state right behind a person is an object, no name."""
    if state.i == state.sent.start:
        return
    before = state.nbor(-1)
    verb = next((t for t in before.ancestors if t.pos_ == "VERB"), None)
    known = any(m.type in PEOPLE for m in mentions.get(before.i, ())) or before.pos_ == "NOUN"
    known = known or (verb is not None and verb.i < before.i and before.dep_ in SUBJECTS)
    if verb is None or not known or state in before.ancestors or before.dep_ not in NAMING:
        return
    if not any(c.dep_ == "obj" for c in verb.children):
        state.head, state.dep_ = verb, "obj"


def _is_behind_title(city: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    """ "Besuchte der Präsident Kiew": no city is the name of one who holds an office."""
    before = city.nbor(-1) if city.i > city.sent.start else city
    title = before.head if before.pos_ == "PROPN" and before.dep_ in NAMING else before
    office = any(m.type == "office" for m in mentions.get(title.i, ()))
    named = any(m.type == "city" and m.start == city.idx for m in mentions.get(city.i, ()))
    return office and named


def _is_state(token: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    return any(m.type == "country" and m.start == token.idx for m in mentions.get(token.i, ()))


def _give_owner(token: Token) -> None:
    """No verb has two subjects or objects side by side ("eine Reise Xs"): the name is the owner."""
    before = token.nbor(-1) if token.i > 0 else token
    if before == token:
        return
    if before.pos_ == "NOUN" and before.dep_ == token.dep_ and before.head == token.head:
        token.head, token.dep_ = before, "nmod"


def _person(token: Token, mentions: Mapping[int, Sequence[Any]]) -> tuple[int, int] | None:
    """Where the person's name lies that the token belongs to; None outside names of persons."""
    return next(((m.start, m.end) for m in mentions.get(token.i, ()) if m.type == "person"), None)
