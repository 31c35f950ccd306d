"""Who says what: asides, speakers and contents that the tree hung on the wrong word."""

from __future__ import annotations

from collections.abc import Set

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Token

NOMINAL = frozenset({"NOUN", "PROPN"})
OBLIQUE = frozenset({"obl", "obl:arg", "obl:mod"})
OWNING = frozenset({"nmod:poss", "nmod", "compound"})


def lower_clause(content: Token, grammar: Grammar) -> None:
    """ "Dass X kam, sei Fantasie, sagte Y": of the clause in front the predicate speaks."""
    marked = any(c.lower_ in grammar.words("clause_mark") for c in clause.children(content, "mark"))
    beside = (
        [c for c in clause.children(content.head, "ccomp") if c.i > content.i] if marked else []
    )
    said = [c for c in beside if clause.children(c, "cop") and not clause.children(c, *SUBJECTS)]
    if len(said) == 1 and content.i < said[0].left_edge.i < content.head.i:
        content.head, content.dep_ = said[0], "csubj"


def make_told(verb: Token) -> None:
    """ "Es wird gemunkelt, X habe Y getroffen": told in the mood of reports, and no conjunct."""
    clauses = verb.pos_ == verb.head.pos_ == "VERB" and verb.i > verb.head.i
    if clauses and _is_reported(verb) and not _is_reported(verb.head):
        verb.dep_ = "parataxis" if not clause.children(verb, "cc") else verb.dep_


def _is_reported(verb: Token) -> bool:
    around = (verb, *clause.children(verb, *clause.HELPING))
    return any(clause.has(t, "Mood", "Sub") and clause.has(t, "Tense", "Pres") for t in around)


def give_speaker(subject: Token, saying: Set[str]) -> None:
    """ "X may visit Y, the paper Z reported": who stands before a verb of saying says so."""
    said, verb = subject.head, subject.head.head
    says = verb.norm_ in saying and verb != said and said.i < subject.i < verb.i
    comma = subject.left_edge.i > 0 and subject.left_edge.nbor(-1).text == ","
    if not says or not comma or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    if any(c.dep_ in SUBJECTS and c.i < said.i for c in said.children):
        subject.head = verb


def give_aside(subject: Token, saying: Set[str]) -> None:
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


def make_aside(verb: Token, grammar: Grammar) -> None:
    """ "…, a-t-on appris de X", "…, a-t-il annoncé": turned round, it is no further deed."""
    subjects = [c.lower_.lstrip("-") for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    joined = any(c.dep_ == "cc" for c in verb.children)
    turned = any(c.lower_.startswith("-") for c in verb.children if c.dep_ == "nsubj")
    if not joined and (turned or grammar.words("anyone").intersection(subjects)):
        verb.dep_ = "parataxis"


def set_before(subject: Token) -> None:
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


def make_speaker(noun: Token) -> None:
    """ "Wie das Portal X berichtet": a nominative without preposition is the subject."""
    verb = noun.head
    bare = clause.has(noun, "Case", "Nom") and all(c.dep_ != "case" for c in noun.children)
    if bare and noun.pos_ in NOMINAL and not any(c.dep_ in SUBJECTS for c in verb.children):
        noun.dep_ = "nsubj"


def turn_aside(noun: Token, grammar: Grammar) -> None:
    """ "X habe Y besucht, hatte ein Blog geschrieben": behind the auxiliary stands who said so."""
    verb, first = noun.head, noun.left_edge
    auxiliary = first.nbor(-1) if first.i > noun.sent.start + 1 else noun
    opens = auxiliary.dep_ == "aux" and auxiliary.head == verb and auxiliary.nbor(-1).text == ","
    beside = verb.dep_ in {"parataxis", "conj"} and not clause.children(verb, "cc", *SUBJECTS)
    articles = [c.lower_ for c in clause.children(noun, "det")]
    if opens and beside and not grammar.words("accusative_article").intersection(articles):
        noun.dep_, verb.dep_ = "nsubj", "parataxis"


def give_content(verb: Token, grammar: Grammar) -> None:
    """ "Hat Berichte zurückgewiesen, wonach …", "…, er habe …": what reports say hangs on them."""
    above = verb.head
    marked = any(c.lower_ in grammar.words("content_relative") for c in verb.children)
    if not marked and grammar.words("reported_mood") and not clause.children(verb, "mark", "cc"):
        marked = any(clause.has(t, "Mood", "Sub") for t in (verb, *verb.children))
    nouns = [c for c in above.children if c.norm_ in grammar.words("hearsay_noun")]
    if marked and len(nouns) == 1 and nouns[0].i < verb.left_edge.i:
        verb.head, verb.dep_ = nouns[0], "acl"


def settle_content(verb: Token, grammar: Grammar) -> None:
    """ "Die Behauptung, X habe Y besucht": reported speech without a pronoun is a content."""
    finite = [t for t in (verb, *verb.children) if clause.has(t, "Mood", "Sub")]
    linked = any(clause.has(t, "PronType", "Rel") for t in verb.subtree)
    if finite and not linked and grammar.words("reported_mood") and verb.i > verb.head.i:
        verb.dep_ = "acl"


def lower_content(verb: Token, grammar: Grammar, claims: Set[str], saying: Set[str]) -> None:
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


def _is_before_comma(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.i + 1 < noun.head.i and noun.nbor(1).text == ","


def lower_what(content: Token) -> None:
    """ "Обвинения в том, что X приехал, назвали ложью": right behind a noun it is the noun's."""
    pronoun = content.head
    first = pronoun.left_edge.i
    noun = pronoun.doc[first - 1] if first > pronoun.sent.start else pronoun
    linked = clause.has(pronoun, "PronType", "Dem") and pronoun.dep_ in OBLIQUE
    if linked and noun.pos_ == "NOUN" and noun.head == pronoun.head and first > noun.i:
        pronoun.head, pronoun.dep_ = noun, "nmod"


def raise_predicate(content: Token, saying: Set[str]) -> None:
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


def raise_content(verb: Token) -> None:
    """ "Hinweise darauf, dass X kam": the clause belongs to what the adverb points out of."""
    adverb = verb.head
    if adverb.pos_ == "ADV" and adverb.head != adverb and verb.i > adverb.i:
        verb.head, verb.dep_ = adverb.head, "ccomp"


def raise_hedge(adverb: Token) -> None:
    """ "Ich komme vielleicht nach X": unless a comma sets the phrase apart, the coming is open."""
    phrase = adverb.head
    verb = phrase.head
    comma = adverb.i > 0 and adverb.nbor(-1).text in {",", "–", "—", "("}
    if phrase.dep_ in OBLIQUE and clause.is_verbal(verb) and not comma and adverb.i < phrase.i:
        adverb.head = verb


def raise_unwanted(persona: Token, rest: Set[str]) -> None:
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
