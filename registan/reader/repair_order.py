"""Verbs and participants that a tree missed, told by word order where the verb comes second.

It runs before the other repairs, and only for languages with `verb_second` in their grammar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import Any

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Doc, Token, read_features

NOMINAL = frozenset({"NOUN", "PROPN"})
BESIDE = frozenset({"flat", "conj", "appos", "nmod"})
OBJECTS = frozenset({"obj", "obl:arg", "iobj"})
VALENCE = SUBJECTS | OBJECTS | {"ccomp", "xcomp"}
MAIN = frozenset({"ROOT", "conj", "parataxis"})
PRESENT = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"
PLACES = frozenset({"city", "country", "region", "metonym"})


def repair_order(
    doc: Doc,
    mentions: Mapping[int, Sequence[Any]],
    dated: Set[int],
    grammar: Grammar,
    verbs: Set[str],
) -> None:
    """Correct the document's tree in place; `verbs` are those that the language's lists know.

    `mentions` are the names by token, `dated` the tokens of dates.
    """
    if not grammar.words("verb_second"):
        return
    for token in doc:
        if token.dep_ == "amod" and token.i + 1 == token.head.i:
            _raise_second(token)
        if token.dep_ == "amod" and token.norm_ in verbs:
            _fill_bracket(token, grammar)
        if token.pos_ == "DET" and token.dep_ in SUBJECTS | {"obj"}:
            _raise_noun(token)
        if token.dep_ == "advmod" and token.head.pos_ in NOMINAL:
            _raise_front(token)
        listed = token.norm_ in verbs
        if token.is_sent_start and (listed or clause.is_finite(token)):
            _open_condition(token, grammar)
        if token.is_sent_start and listed:
            _open_question(token)
        content = token.lower_ in grammar.words("clause_mark")
        if token.is_sent_start and (token.dep_ == "mark" or content):
            _open_content(token, grammar)
        if token.dep_ == "obj" and token.pos_ == "NUM" and token.i in dated:
            token.dep_ = "obl"  # "hatte 2022 um Hilfe gebeten"
        if token.dep_ == "aux" and token.norm_ in grammar.words("passive_auxiliary"):
            _make_passive(token)
        if token.dep_ == "aux" and token.head.dep_ == "advcl" and grammar.words("verb_second"):
            _make_participle(token.head)
        if token.dep_ == "aux" and token.norm_ in grammar.words("active_auxiliary"):
            _make_perfect(token, grammar)
        if token.dep_ == "flat":
            _free_name(token, mentions, dated)
        if token.dep_ == "parataxis" or _lacks_pronoun(token):
            _make_relative(token, grammar)
        if token.dep_ == "advcl" and token.head.pos_ in NOMINAL:
            _raise_main(token)
        if token.lower_ in grammar.words("relative_place"):
            _relate_place(token, mentions)
    for token in doc:
        if token.pos_ == "VERB":
            if clause.children(token, "aux"):
                _part_names(token, mentions, grammar)
            _settle_subject(token, grammar)
            _settle_asked(token, grammar)
            _join_front(token)
            _fill_infinitive(token, grammar)
            _settle_relative(token)
            _turn_comment(token, grammar)
            _turn_empty(token, grammar)


def _raise_second(verb: Token) -> None:
    """ "Später telefonierte X mit Y": what is finite describes no noun, and X does it."""
    name, before = verb.head, [c for c in verb.children if c.i < verb.i]
    if not clause.has(verb, "VerbForm", "Fin") or name.pos_ not in NOMINAL or not before:
        return
    if any(c != verb and c.i < verb.i for c in name.children):
        return  # "der X meldete": an article stands before no verb
    _give_clause(verb, name)


def _fill_bracket(participle: Token, grammar: Grammar) -> None:
    """ "Die von X gegen Y verhängten Sanktionen": between article and noun all is the participle's.

    With an agent ("von X") it tells of its noun as a relative clause does.
    """
    noun = participle.head
    article = next((c for c in clause.children(noun, "det") if c.i < participle.i), None)
    if article is None or participle.i > noun.i:
        return
    for token in participle.doc[article.i + 1 : participle.i]:
        if token.head.i > noun.i and token.dep_ in {*clause.OBLIQUES, "advmod"}:
            token.head = participle
    agents = [c for c in participle.children if clause.preposition(c, grammar) in grammar.agent]
    if agents:
        participle.dep_, participle.pos_ = "acl", "VERB"
        participle.morph = read_features("VerbForm=Part")


def _raise_noun(article: Token) -> None:
    """ "Ein Besuch kommt nicht infrage": a noun heads its phrase, and not its article."""
    behind = [c for c in clause.children(article, "flat") if c.pos_ in NOMINAL]
    if not behind or article.i > behind[0].i:
        return
    noun = behind[0]
    noun.head, noun.dep_ = article.head, article.dep_
    for child in [c for c in article.children if c != noun]:
        child.head = noun
    article.head, article.dep_ = noun, "det"


def _raise_front(adverb: Token) -> None:
    """ "Nie zuvor war ein Papst dort": what stands before the finite verb is said of the clause."""
    noun = adverb.head
    between = adverb.doc[adverb.i + 1 : noun.i]
    finite = any(clause.is_finite(t) for t in between) and not any(t.is_punct for t in between)
    if finite and noun.dep_ in VALENCE and noun.head != noun:
        adverb.head = noun.head


def _open_question(verb: Token) -> None:
    """ "Reist der Kanzler nach Kiew?": a listed verb that opens a question is no noun."""
    asked = _is_question(verb)
    if asked and verb.head != verb and not any(clause.is_finite(t) for t in verb.sent):
        _make_root(verb)
    if not asked or verb.head != verb or any(c.i < verb.i for c in verb.children):
        return
    _make_finite(verb)


def _is_question(word: Token) -> bool:
    return word.sent.text.rstrip(" \n»«\"”“'").endswith("?")


def _open_condition(first: Token, grammar: Grammar) -> None:
    """ "Reist X nach Y, trifft er Z": a verb that opens what is no question opens a condition."""
    finite = next((t for t in _behind_commas(first, grammar) if clause.is_finite(t)), None)
    if finite is None or _is_question(first) or clause.has(first, "Tense", "Past"):
        return
    verb = first.head if first.dep_ in clause.HELPING else first
    main = finite.head if finite.dep_ in clause.HELPING else finite
    if main == verb or not verb.i < finite.i <= max(main.i, finite.i):
        return
    if main in verb.subtree:
        main.head, main.dep_ = (main, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
    for child in [c for c in verb.children if c.i >= finite.i]:
        child.head = main
    verb.head, verb.dep_ = main, "advcl"
    if verb == first:
        _make_finite(verb)


def _behind_commas(first: Token, grammar: Grammar) -> list[Token]:
    """What stands right behind the commas of a sentence, or behind the "so" that follows one."""
    sentence, resuming = first.sent, grammar.words("resuming")
    behind = [t.nbor(1) for t in sentence[1:-1] if t.text == ","]
    return [t.nbor(1) if t.lower_ in resuming and t.i + 1 < sentence.end else t for t in behind]


def _make_finite(verb: Token) -> None:
    """Give a verb that opens its clause its form, and the noun right behind it as subject."""
    if not clause.has(verb, "VerbForm", "Fin"):
        verb.pos_, verb.morph = "VERB", read_features(PRESENT)
    around = [c for c in verb.children if c.pos_ in NOMINAL]
    for child in around:
        if child.dep_ == "nmod" and clause.children(child, "case"):
            child.dep_ = "obl"
    bare = [c for c in around if not clause.children(c, "case")]
    if bare and all(c.dep_ not in SUBJECTS for c in verb.children):
        bare[0].dep_ = "nsubj"
        behind = [c for c in clause.children(bare[0], "appos") if c.pos_ == "PROPN"]
        if len(behind) == 1 and all(c.dep_ not in OBJECTS for c in verb.children):
            behind[0].head, behind[0].dep_ = verb, "obj"  # "besucht der Kanzler Kiew?"


def _settle_asked(verb: Token, grammar: Grammar) -> None:
    """ "Wo X Y trifft, ist unklar": what is unclear is the question that stands in front."""
    above, first = verb.head, verb.left_edge
    asks = first.norm_ in grammar.words("question_word") - grammar.words("comment_mark")
    subjects = clause.children(above, *SUBJECTS, "csubj")
    if verb.dep_ == "advcl" and asks and verb.i < above.i and not subjects:
        verb.dep_ = "csubj"


def _join_front(verb: Token) -> None:
    """ "Ein Sprecher des Amtes in Riga sagte …": before the finite verb stands one phrase only.

    A phrase with a preposition right behind a noun there describes the noun.
    """
    finite = next((t for t in (verb, *clause.children(verb, *clause.HELPING)) if _heads(t)), None)
    marked = any(c.dep_ == "mark" for c in verb.children)
    if finite is None or marked or verb.dep_ not in MAIN:
        return
    before = [c for c in verb.children if c.i < finite.i and c.dep_ in VALENCE | clause.OBLIQUES]
    for first, second in pairwise(before):
        noun = second.left_edge.nbor(-1) if second.left_edge.i else second
        within = noun in first.subtree and noun.pos_ in NOMINAL and first.pos_ in NOMINAL
        if within and clause.children(second, "case") and second.pos_ in NOMINAL:
            second.head, second.dep_ = first, "nmod"


def _fill_infinitive(verb: Token, grammar: Grammar) -> None:
    """ "Bot an, als Vermittler nach Rom zu reisen": behind the comma all is the infinitive's."""
    above = verb.head
    marks = [c for c in verb.children if c.lower_ in grammar.words("infinitive_mark")]
    if not marks or verb.dep_ not in {"xcomp", "advcl", "ccomp", "acl"} or above.i > verb.i:
        return
    commas = [t for t in verb.doc[above.i + 1 : marks[0].i] if t.text == ","]
    between = verb.doc[commas[-1].i + 1 : marks[0].i] if commas else ()
    if any(clause.is_finite(t) for t in between):
        return
    for token in between:
        if token.head == above and token.dep_ in clause.OBLIQUES | OBJECTS | {"advmod"}:
            token.head = verb


def _heads(word: Token) -> bool:
    """Is it finite, and not last in its clause as in one below another?"""
    return clause.is_finite(word) and word.dep_ not in {"acl:relcl", "advcl", "ccomp"}


def _open_content(mark: Token, grammar: Grammar) -> None:
    """ "Dass X kam, wies Y zurück": behind the clause that opens a sentence stands its verb."""
    below = mark.head
    content = mark.lower_ in grammar.words("clause_mark")
    if content and below.dep_ == "advcl" and below.head.i > below.i:
        below.dep_ = "ccomp"  # A "dass" that opens the sentence says what, and not why.
    helping = clause.children(below, *clause.HELPING)
    end = max(t.i for t in (below, *helping)) + 2
    if below.head != below or end >= below.sent.end or below.doc[end - 1].text != ",":
        return
    verb = below.doc[end]
    if not clause.is_finite(verb) or verb.head.i > verb.i:
        return
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    behind = [c for c in below.children if c.i >= end - 1 and c != verb]
    below.head, below.dep_ = verb, "ccomp" if content else "advcl"
    for child in behind:
        child.head = verb
    first = [t for t in verb.sent if t.left_edge.i == end + 1 and t.pos_ in NOMINAL]
    for noun in [t for t in first if not clause.children(t, "case") and t.head.pos_ == "VERB"][:1]:
        noun.head, noun.dep_ = verb, "nsubj"


def _make_root(verb: Token) -> None:
    """Head a sentence without a finite verb by the verb that opens it."""
    root, name = verb.sent.root, verb.nbor(1)
    subject = name.head if name.pos_ == "DET" else name
    if subject.pos_ not in NOMINAL or subject.i < verb.i:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    for word in [root, *root.children, subject]:
        if word != verb:
            word.head = verb
            word.dep_ = "obl" if clause.children(word, "case") else word.dep_
    root.dep_ = "advmod" if root.pos_ == "ADV" else "obl"
    subject.dep_ = "nsubj"


def _raise_main(verb: Token) -> None:
    """ "Berichte, wonach X reist, wies er zurück": behind what stands in front the main verb."""
    front = verb.head
    opened = any(c.i < verb.i and not c.is_punct for c in verb.children)
    finite = verb.pos_ == "SCONJ" or clause.has(verb, "VerbForm", "Fin")  # no conjunction heads
    if front.head != front or opened or not finite:
        return
    subjects = [c for c in clause.children(verb, *SUBJECTS) if c.left_edge.i == verb.i + 1]
    if not subjects or clause.children(front, "case", "cop") or clause.children(verb, "obj"):
        return
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    front.head, front.dep_ = verb, "obj"
    for child in [c for c in front.children if c.i > verb.i]:
        child.head = verb


def _give_clause(verb: Token, subject: Token) -> None:
    """Make the verb the head of what hangs on the noun, and the noun its subject."""
    root = subject.head == subject
    verb.dep_, verb.pos_ = subject.dep_, "VERB"
    verb.head = verb if root else subject.head
    for child in [c for c in subject.children if c != verb and c.i > subject.i]:
        if child.is_punct or clause.children(child, "case") or child.pos_ in {"ADV", "VERB"}:
            child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_
            child.head = verb
    subject.head, subject.dep_ = verb, "nsubj"


def _free_name(name: Token, mentions: Mapping[int, Sequence[Any]], dated: Set[int]) -> None:
    """ "Traf X in Rom Y", "trifft X im Mai Y": a name behind a place or a day is no part of it."""
    head = name.head
    verb = head.head
    place = any(m.type in PLACES and m.end <= name.idx for m in mentions.get(head.i, ()))
    timed = head.i in dated and name.i not in dated
    if not (place or timed) or verb.pos_ != "VERB" or head.dep_ not in clause.OBLIQUES:
        return
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if name.pos_ == "PROPN" and subjects and all(c.dep_ not in OBJECTS for c in verb.children):
        name.head, name.dep_ = verb, "obj"


def _part_names(verb: Token, mentions: Mapping[int, Sequence[Any]], grammar: Grammar) -> None:
    """ "Im Mai hat X Y besucht", "dass X Y besucht hat": of two names the second is the object.

    "Hat X der Ukraine Panzer geliefert": a state behind a state, with an article, gets something.
    """
    finite = clause.children(verb, "aux")[0]
    start = finite.i + 1 if finite.i < verb.i else verb.left_edge.i
    for second in verb.doc[start + 1 : verb.i]:
        article = clause.children(second, "det")
        before = verb.doc[max(second.i - 1 - len(article), start)]
        first = next((t for t in (before, *before.ancestors) if t.head in {verb, t}), before)
        core = [c for c in verb.children if c not in (first, second)]
        core = [c for c in core if c.dep_ in SUBJECTS | OBJECTS]
        core = [c for c in core if c.lower_ not in grammar.words("clause_mark")]
        beside = second.dep_ in BESIDE or second.dep_ == first.dep_
        if not beside or first.i >= second.i or first.dep_ not in SUBJECTS | OBJECTS:
            continue
        if not _are_two_names(before, second, mentions):
            continue
        if not article and not core:
            first.dep_, second.head, second.dep_ = "nsubj", verb, "obj"
        states = all(m.type == "country" for t in (before, second) for m in mentions[t.i])
        dative = any(c.lower_ in grammar.words("dative_article") for c in article)
        if states and dative and [c.dep_ for c in core] == ["obj"]:
            first.dep_, second.head, second.dep_ = "nsubj", verb, "obl:arg"


def _are_two_names(before: Token, second: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    """Does a name of its own begin with a word, behind another that it only stands beside?"""
    own, others = mentions.get(second.i, ()), mentions.get(before.i, ())
    apart = bool(own and others) and all(m.start == second.idx for m in own)
    person = any(m.type == "person" for m in own)
    after_person = any(m.type == "person" for m in others)
    joined = any(c.dep_ in {"case", "cc", "punct"} for c in second.children)
    return apart and not joined and (after_person or not person)


def _settle_subject(verb: Token, grammar: Grammar) -> None:
    """Of several objects of a verb that has no subject, the one in the nominative does it.

    ("Danach empfing sie der Präsident"; "gestern traf X in Rom Y", where the first comes first.)
    """
    objects = [c for c in verb.children if c.dep_ in OBJECTS and not clause.children(c, "case")]
    if any(c.dep_ in SUBJECTS | {"csubj"} for c in verb.children) or len(objects) < 2:
        return
    finite = next((t for t in (verb, *clause.children(verb, "aux")) if clause.is_finite(t)), None)
    if finite is None or clause.is_passive(verb):
        return
    named = [c for c in objects if _is_nominative(c, grammar)]
    bare = [c for c in objects if c.pos_ == "PROPN" and not clause.children(c, "det")]
    first = [c for c in bare if c.i == finite.i + 1 and c == objects[0]]
    open_ = [c for c in objects[:1] if _may_be_nominative(c, grammar) or _is_titled(c)]
    first = first or [c for c in open_ if c.left_edge.i == finite.i + 1 and finite.dep_ == "aux"]
    if found := named or first:
        found[0].dep_ = "nsubj"


def _settle_relative(verb: Token) -> None:
    """ "Die Zölle, die X verhängt hatte": of two subjects the pronoun is the object."""
    subjects = clause.children(verb, "nsubj")
    pronouns = [c for c in subjects if clause.has(c, "PronType", "Rel")]
    others = {c.dep_ for c in verb.children} & {*OBJECTS, "cop", "aux:pass"}
    if verb.dep_ == "acl:relcl" and len(subjects) == 2 and len(pronouns) == 1 and not others:
        pronouns[0].dep_ = "obj"


def _turn_comment(verb: Token, grammar: Grammar) -> None:
    """ "Wie es X fordert": what X demands is "es", which demands nothing."""
    marked = any(c.lower_ in grammar.words("comment_mark") for c in verb.children)
    empty = [
        c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ in grammar.words("expletive")
    ]
    names = [c for c in verb.children if c.dep_ == "obj" and c.pos_ in NOMINAL]
    if marked and len(empty) == len(names) == 1:
        empty[0].dep_, names[0].dep_ = "obj", "nsubj"


def _turn_empty(verb: Token, grammar: Grammar) -> None:
    """ "X lehnte es ab, zu kommen": X does it, and "es" stands for what is told behind."""
    words = grammar.words("expletive")
    empty = [c for c in clause.children(verb, *SUBJECTS) if c.lower_ in words and c.i > verb.i]
    names = [c for c in clause.children(verb, "obj", *SUBJECTS) if c.pos_ in NOMINAL]
    names = [c for c in names if c.i < verb.i]
    told = clause.children(verb, "xcomp", "ccomp", "advcl")
    if len(empty) == len(names) == 1 and told and clause.has(names[0], "Case", "Nom"):
        empty[0].dep_, names[0].dep_ = "obj", "nsubj"


def _is_nominative(noun: Token, grammar: Grammar) -> bool:
    """By its article: "der Präsident", "ein Sprecher"; the feminine genitive looks alike."""
    articles = [c for c in clause.children(noun, "det") if c.i < noun.i]
    named = any(c.lower_ in grammar.words("nominative_article") for c in articles)
    return named and clause.has(noun, "Gender", "Masc") and clause.has(noun, "Number", "Sing")


def _is_titled(noun: Token) -> bool:
    """ "Außenminister X" without an article: a title, whose case does not show."""
    return noun.pos_ == "NOUN" and noun.left_edge == noun and bool(clause.children(noun, "appos"))


def _may_be_nominative(noun: Token, grammar: Grammar) -> bool:
    """By its article: "die Union", "eine Sprecherin"; "der Union" is a dative."""
    articles = [c for c in clause.children(noun, "det") if c.i < noun.i]
    words = grammar.words("open_nominative_article")
    return any(c.lower_ in words for c in articles)


def _make_relative(verb: Token, grammar: Grammar) -> None:
    """ "…, der Kairo ein Veto einräumte": a clause with its verb at the end does not stand alone.

    The article before a name is then what stands for the noun before the comma.
    """
    inside = [t for t in verb.subtree if not t.is_punct]
    finite = [verb, *clause.children(verb, "aux", "aux:pass", "cop")]
    last = next((t for t in finite if clause.has(t, "VerbForm", "Fin")), None)
    if last is None and len(finite) == 1 and clause.has(verb, "VerbForm", "Part"):
        last, verb.morph = verb, read_features(PRESENT)  # "der Kairo besucht"
    mark = inside[0] if inside else verb
    if last is None or last != inside[-1] or mark.pos_ != "DET" or mark.i < 2:
        return
    comma, noun = mark.nbor(-1), mark.nbor(-2)
    name = mark.head
    if comma.text != "," or noun.pos_ not in NOMINAL or not clause.has(mark, "Definite", "Def"):
        return
    if name.pos_ != "PROPN" or name.head != verb or len(inside) < 3:
        return
    does = mark.lower_ in grammar.words("nominative_article") and clause.has(noun, "Gender", "Masc")
    if does and name.dep_ == "obj" and not any(c.dep_ in SUBJECTS for c in verb.children):
        mark.pos_, mark.dep_, mark.head = "PRON", "nsubj", verb
        mark.morph = read_features("PronType=Rel")
        verb.dep_, verb.head = "acl:relcl", noun
        return
    subject = name.dep_ in SUBJECTS
    mark.pos_, mark.dep_, mark.head = "PRON", name.dep_, verb
    mark.morph = read_features("PronType=Rel")
    if subject:
        name.dep_ = "iobj" if clause.children(verb, "obj") else "obj"
    verb.dep_, verb.head = "acl:relcl", noun


def _relate_place(adverb: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Flog nach Rom, wo er X traf": a clause behind the comma tells of the place before it."""
    verb, comma = adverb.head, adverb.doc[max(adverb.i - 1, 0)]
    place = adverb.doc[max(adverb.i - 2, 0)]
    while place.pos_ in {"VERB", "AUX", "PART"} and place.i > adverb.sent.start:
        place = place.nbor(-1)  # "soll nach Rom gereist sein, wo …"
    beside = [t for t in place.subtree if t.i < adverb.i and t.head.i < adverb.i]
    named = any(m.type in PLACES for m in mentions.get(place.i, ()))
    clausal = verb.dep_ in {"advcl", "ccomp", "acl", "acl:relcl", "parataxis"}
    if comma.text != "," or not named or not clausal or verb.i < adverb.i or verb in beside:
        return
    adverb.morph = read_features("PronType=Rel")
    verb.dep_, verb.head = "acl:relcl", place


def _make_participle(verb: Token) -> None:
    """ "Wäre X geflogen, …": no infinitive is written otherwise than the word itself."""
    written = verb.lower_
    other = "ge" in written and "zu" not in written and written != verb.norm_
    if other and verb.pos_ == "VERB" and clause.has(verb, "VerbForm", "Inf"):
        verb.morph = read_features("VerbForm=Part")


def _make_perfect(auxiliary: Token, grammar: Grammar) -> None:
    """ "Hatte X abberufen": "haben" alone helps no infinitive, which looks like its participle."""
    verb = auxiliary.head
    others = [c for c in clause.children(verb, "aux", "aux:pass", "cop") if c != auxiliary]
    marked = any(c.lower_ in grammar.words("infinitive_mark") for c in verb.children)
    bare = verb.pos_ == "VERB" and clause.has(verb, "VerbForm", "Inf") and not others
    modal = any(c.dep_ == "xcomp" and not clause.children(c, "mark") for c in verb.children)
    unchanged = verb.lower_.startswith(tuple(grammar.words("unchanged_prefix")))
    if bare and not marked and not modal and unchanged:
        verb.morph = read_features("VerbForm=Part")


def _make_passive(auxiliary: Token) -> None:
    """ "Wurde von X empfangen": in the past indicative it helps no infinitive."""
    past = clause.has(auxiliary, "Tense", "Past") and clause.has(auxiliary, "Mood", "Ind")
    verb = auxiliary.head
    if past and clause.has(verb, "VerbForm", "Inf") and verb.pos_ == "VERB":
        auxiliary.dep_ = "aux:pass"
        verb.morph = read_features("VerbForm=Part")
        for child in clause.children(verb, "nsubj"):
            child.dep_ = "nsubj:pass"


def _lacks_pronoun(verb: Token) -> bool:
    """A relative clause in which nothing stands for its noun."""
    return verb.dep_ == "acl:relcl" and not any(
        clause.has(t, "PronType", "Rel") or clause.has(t, "PronType", "Int") for t in verb.subtree
    )
