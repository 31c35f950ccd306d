"""The dictionary word of a token as the word lists know it: verb with particle, compound's head.

It is kept as the token's norm, which patterns match on and which is read many times faster than an
attribute of our own.
"""

from __future__ import annotations

import re
from functools import cache

import simplemma

from registan.languages import Grammar, Lexicon, load, load_grammar
from registan.reader import clause
from registan.reader.tree import Doc, Token, read_features

PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
VERBAL = frozenset({"VERB", "AUX"})
MISTAKEN = frozenset({"mark", "advmod", "case", "det"})  # for a particle
OFFICES = clause.SUBJECTS | {"obj", "obl", "nmod", "conj"}
PARTICLES = frozenset({"advmod", "obj", "xcomp"})  # "stop short", "take part"
MONEY = re.compile(r"[A-Z]{0,3}[$€£¥₽₹₩₺]")
ANY_MONEY = "$"  # The lexeme of every currency's sign: "€", "A$"
SHORTEST_TAIL = 5
HEDGING = frozenset({"possible", "doubt"})
PLAIN_VOWELS = str.maketrans("äöü", "aou")
LONGEST_ENDING = 3  # letters of "-ого", "-ыми"
ENDINGS = ("", "e", "en", "n", "s", "es")  # of compounds that no dictionary knows


def mark_lexemes(doc: Doc, lexicon: Lexicon) -> None:
    """Set the lexeme (`norm_`) and `modifier` of every token of a parsed document."""
    nouns, grammar = _nouns(lexicon.lang), load_grammar(lexicon.lang)
    _free_hedges(doc, lexicon)
    _attach_particles(doc, lexicon.lang)
    _open_main(doc, grammar)
    _open_behind(doc, lexicon.lang)
    _raise_verbs(doc, lexicon.lang)
    _end_clauses(doc, lexicon.lang)
    _close_verbs(doc, lexicon.lang)
    _part_prepositions(doc, grammar)
    _attach_results(doc, lexicon.lang)
    _raise_clauses(doc, lexicon.lang)
    _free_adverbs(doc, grammar)
    _make_offices(doc, grammar)
    for token in doc if grammar.words("drops_subject") else ():
        if token.pos_ == "ADP" and clause.has(token, "Animacy", "Inan"):
            token.pos_ = "NOUN"  # «Встречу», which opens a sentence
    for token in doc:
        token.norm_, token.modifier = _lexeme(token, nouns, grammar)


def _free_hedges(doc: Doc, lexicon: Lexicon) -> None:
    """ "Якобы X посетил Y": an adverb with the sentence's capital is nobody's name."""
    modifiers = (r for r in lexicon.operators if r.as_ == "modifier" and r.effect in HEDGING)
    hedges = {w for r in modifiers for w in r.words}
    for word in doc:
        names = [c for c in word.children if c.dep_ in {"flat", "appos"} and c.pos_ == "PROPN"]
        taken = word.dep_ in clause.SUBJECTS and (word.pos_ == "PROPN" or names)
        if not (word.is_sent_start and taken and word.lower_ in hedges):
            continue
        for child in names:
            child.head, child.dep_ = word.head, word.dep_
        word.pos_, word.dep_, word.lemma_ = "ADV", "advmod", word.lower_


def _make_offices(doc: Doc, grammar: Grammar) -> None:
    """ "Временный поверенный в делах": a participle that is an office is a noun."""
    stems = {word[:-2]: word for word in grammar.words("office_participle")}
    beginnings = tuple(stems)
    for token in doc if stems else ():
        if not token.lower_.startswith(beginnings) or token.dep_ not in OFFICES:
            continue
        stem = next(s for s in stems if token.lower_.startswith(s))
        if len(token) <= len(stem) + LONGEST_ENDING:
            token.pos_, token.lemma_ = "NOUN", stems[stem]


def _attach_particles(doc: Doc, lang: str) -> None:
    """ "Called off talks": the particle of a listed verb is the verb's, not its object's."""
    particles = load_grammar(lang).words("particle")
    for token in doc[1:] if particles else ():
        verb = token.nbor(-1)
        if token.lower_ not in particles or verb.pos_ != "VERB" or token.dep_ == "compound:prt":
            continue
        if token.head != token and f"{verb.lemma_.lower()} {token.lower_}" in _phrasal(lang):
            token.head, token.dep_ = verb, "compound:prt"
    for token in doc if particles else ():  # "stayed away from the summit"
        if token.dep_ == "compound:prt" and token.head.pos_ == "VERB":
            for child in [c for c in token.children if c.dep_ in clause.ADJUNCTS]:
                child.head = token.head


def _open_main(doc: Doc, grammar: Grammar) -> None:
    """ "Dass X kam, wies Y zurück": behind the clause that opens a sentence stands its verb."""
    for sentence in doc.sents if grammar.words("particle_first") else ():
        if sentence[0].lower_ not in grammar.words("clause_mark"):
            continue
        commas = [t for t in sentence[1:-1] if t.text == "," and t.nbor(-1).pos_ in VERBAL]
        verb = commas[0].nbor() if commas else sentence[0]
        if verb.pos_ == "SCONJ" and verb.lemma_.lower() != verb.lower_:
            verb.pos_, verb.morph = "VERB", read_features(PAST)


def _open_behind(doc: Doc, lang: str) -> None:
    """ "Die Meldung, X sei gelandet, wies Y zurück": what stands behind the comma is the verb.

    So it is where the last word makes with it a verb that the lists know.
    """
    for sentence in doc.sents if load_grammar(lang).words("particle_first") else ():
        root, words = sentence.root, [t for t in sentence if not t.is_punct]
        if root.pos_ != "NOUN" or len(words) < 4:
            continue
        last = words[-1]
        behind = [t.nbor() for t in sentence[1:-1] if t.text == "," and t.i > root.i]
        found = [
            t
            for t in behind
            if t.dep_ == "case" and last.lower_ + t.lemma_.lower() in _verbs(lang) and t.i < last.i
        ]
        if len(found) == 1:
            verb, subject = found[0], found[0].head
            verb.pos_, verb.morph = "VERB", read_features(PAST)
            verb.head, verb.dep_ = verb, "ROOT"
            subject.head, subject.dep_ = verb, "nsubj"
            root.head, root.dep_ = verb, "obj"
            last.head, last.dep_ = verb, "compound:prt"


def _raise_verbs(doc: Doc, lang: str) -> None:
    """ "Nahm … teil": the finite verb heads its clause, and not its particle at the end."""
    for verb in doc if load_grammar(lang).words("particle_first") else ():
        particle = verb.head
        if verb.dep_ not in {"aux", "cop"} or verb.i > particle.i:
            continue
        if particle.lower_ + (verb.lemma_ or verb.text).lower() not in _verbs(lang):
            continue
        root = particle.head == particle
        for child in [c for c in particle.children if c != verb]:
            child.head = verb
        verb.dep_, verb.pos_ = particle.dep_, "VERB"
        verb.head = verb if root else particle.head
        particle.head, particle.dep_ = verb, "compound:prt"


def _end_clauses(doc: Doc, lang: str) -> None:
    """ "X traf Y, danach nahm er am Gipfel teil": what ends a clause is its own verb's particle."""
    for token in doc[:-1] if load_grammar(lang).words("particle_first") else ():
        if not token.nbor().is_punct:
            continue
        clausal = token.doc[token.sent.start : token.i]
        signs = [t.i for t in clausal if t.is_punct]
        own = [t for t in clausal if t.pos_ == "VERB" and t.i > max(signs, default=-1)]
        verb = own[-1] if own else token
        if verb == token.head or not clause.is_finite(verb) or token in verb.ancestors:
            continue
        if token.lower_ + (verb.lemma_ or verb.text).lower() in _verbs(lang):
            for child in list(token.children):
                child.head = verb
            token.head, token.dep_, token.pos_ = verb, "compound:prt", "ADP"


def _close_verbs(doc: Doc, lang: str) -> None:
    """ "Lud X ein, …": what ends the clause of a listed verb with it is its particle, no mark."""
    for token in doc[:-1] if load_grammar(lang).words("particle_first") else ():
        verb = token.head
        last = token.dep_ in MISTAKEN and verb.i < token.i and token.nbor().is_punct
        if last and token.lower_ + (verb.lemma_ or verb.text).lower() in _verbs(lang):
            token.dep_ = "compound:prt"
        if token.dep_ in MISTAKEN and token.i < verb.i and token.nbor().is_punct:
            _return_particle(token, lang)


def _return_particle(particle: Token, lang: str) -> None:
    """ "Es trifft zu, dass …": what stands before the comma belongs to the verb before it."""
    for verb in reversed(list(particle.sent)[: particle.i - particle.sent.start]):
        if verb.is_punct:
            return
        listed = particle.lower_ + (verb.lemma_ or verb.text).lower() in _verbs(lang)
        if verb.pos_ == "VERB" and listed and not any(particle.children):
            particle.head, particle.dep_ = verb, "compound:prt"
            return


def _part_prepositions(doc: Doc, grammar: Grammar) -> None:
    """ "Entgegen der Ankündigung reiste X": before its verb, with a noun, it is no particle."""
    for token in doc if grammar.words("particle_first") else ():
        verb = token.head
        below = [c for c in token.children if c.i > token.i and c.pos_ in {"NOUN", "PROPN"}]
        if token.dep_ == "compound:prt" and token.i < verb.i and below:
            below[0].head, below[0].dep_ = verb, "obl"
            token.head, token.dep_ = below[0], "case"


def _attach_results(doc: Doc, lang: str) -> None:
    """ "Gab bekannt", "blieb fern": an adjective that the lists know as part of the verb."""
    for token in doc if load_grammar(lang).words("particle_first") else ():
        verb = token.head
        if token.dep_ not in {"xcomp", "advmod"} or verb.pos_ not in VERBAL or token == verb:
            continue
        if token.lower_ + (verb.lemma_ or verb.text).lower() in _verbs(lang):
            token.dep_ = "compound:prt"
            for child in list(token.children):
                child.head = verb


def _raise_clauses(doc: Doc, lang: str) -> None:
    """ "Stopped short of visiting": what hangs on an adverb of a listed verb is the verb's."""
    for token in doc if load_grammar(lang).words("particle") else ():
        verb = token.head
        beside = token.dep_ in PARTICLES and verb.pos_ == "VERB" and token != verb
        if beside and f"{verb.lemma_.lower()} {token.lower_}" in _phrasal(lang):
            for child in [c for c in token.children if c.i > token.i]:
                child.head = verb


def _free_adverbs(doc: Doc, grammar: Grammar) -> None:
    """ "Redeten miteinander": an adverb that is part of no verb, and marks no clause."""
    for token in doc:
        if token.lower_ in grammar.words("no_particle") and token.dep_ in {
            *MISTAKEN,
            "compound:prt",
        }:
            token.dep_ = "advmod"


def _lexeme(token: Token, nouns: frozenset[str], grammar: Grammar) -> tuple[str, str]:
    lemma = _as_spelt(token)
    if MONEY.fullmatch(token.text):
        return (ANY_MONEY, "")
    if token.pos_ in VERBAL or _is_passive_participle(token, grammar):
        lemma = _listed_verb(lemma, grammar)
        particles = [c.text.lower() for c in token.children if c.dep_ == "compound:prt"]
        if (base := _passive_base(token, lemma, grammar)) is not None:
            return (base, "")
        if grammar.words("particle_first"):
            lemma = _infinitive_of(token, lemma, grammar)
            return (_joined("".join(particles), lemma, token, grammar.lang), "")
        return (" ".join([lemma, *(particles or _known_particle(token, lemma, grammar.lang))]), "")
    if token.pos_ == "NOUN" and _is_infinitive(token, lemma, grammar):
        return (_nominal(token, grammar), "")
    # "Summoned the Indian High Commissioner"
    named = token.pos_ == "PROPN" and token.dep_ not in {"nsubj", "nmod"}
    if (token.pos_ == "NOUN" or named) and (phrase := _noun_phrase(token, lemma, grammar.lang)):
        return (phrase, "")
    plural = "Plur" in token.morph.get("Number", []) and lemma.endswith("s")
    if token.pos_ in {"NOUN", "PROPN"} and plural and lemma not in nouns and lemma[:-1] in nouns:
        return (lemma[:-1], "")  # a dictionary may keep a plural ("troops", "Goths")
    if token.pos_ in {"NOUN", "PROPN"} and lemma not in nouns:
        if lemma.endswith(tuple(grammar.words("false_tail"))):
            return (lemma, "")
        closed = bool(grammar.words("closed_compounds"))
        plain = lemma.translate(PLAIN_VOWELS) if closed else lemma
        found = (_split_compound(form, nouns, closed) for form in (lemma, plain))
        return next((parts for parts in found if parts[1]), (lemma, ""))
    return (lemma, "")


def _infinitive_of(token: Token, lemma: str, grammar: Grammar) -> str:
    """ "Entsendet": the infinitive in the lists of a form that the dictionary leaves as it is."""
    known = _verbs(grammar.lang)
    if lemma != token.lower_ or lemma in known:
        return lemma
    endings = sorted(grammar.words("verb_ending"), key=len, reverse=True)
    stems = (lemma.removesuffix(e) for e in endings if lemma.endswith(e))
    return next((f"{stem}en" for stem in stems if f"{stem}en" in known), lemma)


def _listed_verb(lemma: str, grammar: Grammar) -> str:
    """ "Freezing", which the dictionary takes for a word of its own: of a verb of the lists."""
    ending = next((e for e in grammar.words("gerund_ending") if lemma.endswith(e)), None)
    if ending is None or lemma in _verbs(grammar.lang):
        return lemma
    stem = lemma.removesuffix(ending)
    forms = (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    return next((form for form in forms if form in _verbs(grammar.lang)), lemma)


def _passive_base(token: Token, lemma: str, grammar: Grammar) -> str | None:
    """ "Вызывался в МИД": the listed verb of which a reflexive is the passive."""
    ending = next((e for e in grammar.words("passive_ending") if lemma.endswith(e)), None)
    verbs = _verbs(grammar.lang)
    if ending is None or lemma in verbs or (base := lemma.removesuffix(ending)) not in verbs:
        return None
    subjects = [c for c in token.children if c.dep_ in {"nsubj", "nsubj:pass"}]
    if not subjects or any(c.dep_ == "obj" for c in token.children):
        return None
    for subject in subjects:
        subject.dep_ = "nsubj:pass"
    return base


def _is_infinitive(noun: Token, lemma: str, grammar: Grammar) -> bool:
    """Is what should be a noun's lemma a verb's: with its ending, and not the noun's own stem?"""
    written = noun.lower_.replace("ё", "е")
    verbal = lemma.endswith(tuple(grammar.words("infinitive_ending")))
    return verbal and not written.startswith(lemma[:-1])


def _nominal(token: Token, grammar: Grammar) -> str:
    """ "Заключённых": a participle that is a noun has that noun for its word, and not the verb."""
    written = token.lower_.replace("ё", "е")
    endings = sorted(grammar.words("adjective_ending"), key=len, reverse=True)
    ending = next((e for e in endings if written.endswith(e)), "")
    stem = written.removesuffix(ending)
    return stem + ("ий" if stem.endswith(("щ", "ш")) else "ый")


def _as_spelt(token: Token) -> str:
    """A noun's lemma in the spelling that the text has: "Abschluss", not "Abschluß"."""
    lemma = (token.lemma_ or token.text).lower()
    written = token.pos_ == "NOUN" and "ss" in token.lower_ and "ß" not in token.lower_
    return lemma.replace("ß", "ss") if written else lemma


def _is_passive_participle(token: Token, grammar: Grammar) -> bool:
    """ "Wurde einbestellt": a participle behind its auxiliary, whatever tag it bears."""
    auxiliary = any(c.dep_ == "aux:pass" for c in token.children)
    return bool(grammar.words("particle_first")) and token.pos_ == "ADJ" and auxiliary


def _noun_phrase(token: Token, lemma: str, lang: str) -> str | None:
    """A noun that the lists know with another word ("entretien téléphonique")."""
    for child in token.children if lemma in _phrase_words(lang) else ():
        before = child.i < token.i
        other = child.lemma_.lower()
        phrase = f"{other} {lemma}" if before else f"{lemma} {other}"
        if child.dep_ in {"amod", "compound", "nmod"} and phrase in _phrases(lang):
            return phrase
    return None


def _split_compound(lemma: str, nouns: frozenset[str], closed: bool) -> tuple[str, str]:
    """("china-besuch") -> ("besuch", "china"); a word without a known tail stays whole.

    `closed`: the language writes compounds without a hyphen too.
    """
    for start in range(2, len(lemma) - SHORTEST_TAIL + 1):
        if not closed and lemma[start - 1] != "-":
            continue
        for ending in ENDINGS if closed else ("",):
            tail = lemma[start:].removesuffix(ending)
            if tail in nouns and len(tail) >= SHORTEST_TAIL:
                return (tail, lemma[:start].rstrip("-"))
    return (lemma, "")


def _known_particle(token: Token, lemma: str, lang: str) -> list[str]:
    """A word that the lists know as part of the verb ("fall through", "stop short")."""
    adverbs = [c.lower_ for c in token.children if c.dep_ in PARTICLES]
    return [a for a in adverbs if f"{lemma} {a}" in _phrasal(lang)][:1]


def _joined(particle: str, lemma: str, token: Token, lang: str) -> str:
    """The verb with its particle; one that the lists know goes before a dictionary's guess.

    "Fällt … aus" is of "ausfallen", not of "ausfällen"; "abberufen" is its own infinitive.
    """
    if particle + lemma in _verbs(lang):
        return particle + lemma
    plain = particle + lemma.translate(PLAIN_VOWELS)
    if particle and plain in _verbs(lang):
        return plain
    if particle + token.lower_ in _verbs(lang):
        return particle + token.lower_  # "weisen … zurück", which a dictionary takes for "weise"
    if "Fin" in token.morph.get("VerbForm", []):
        plain = particle + token.lower_.removesuffix("t") + "en"  # "verschifft"
        return plain if lemma == token.lower_ and plain in _verbs(lang) else particle + lemma
    written = token.lower_
    regular = written.removesuffix("t").removesuffix("e") + "en"  # "einbestellt"
    parts = [
        written[:i] + written[i + 2 :] for i in range(2, len(written)) if written[i : i + 2] == "zu"
    ]
    strong = [written[:i] + _infinitive(written[i:], lang) for i in _augments(written)]
    known = (w for w in (written, regular, *parts, *strong) if w in _verbs(lang))
    return next(known, particle + lemma)  # "wiederzueröffnen", "aufgebrochen"


def _augments(participle: str) -> list[int]:
    """Where "ge" may stand in a participle, behind its particle."""
    return [i for i in range(2, len(participle) - 4) if participle[i : i + 2] == "ge"]


def _infinitive(participle: str, lang: str) -> str:
    return str(simplemma.lemmatize(participle, lang=lang)).lower()


@cache
def _phrases(lang: str) -> frozenset[str]:
    """Event nouns of two words."""
    rules = load(lang).events
    words = [n for r in rules for ns in (r.nouns, *r.light.values(), *r.with_.values()) for n in ns]
    return frozenset(n for n in words if " " in n)


@cache
def _phrase_words(lang: str) -> frozenset[str]:
    return frozenset(word for phrase in _phrases(lang) for word in phrase.split())


@cache
def _phrasal(lang: str) -> frozenset[str]:
    return frozenset(w for w in _verbs(lang) if " " in w)


@cache
def _verbs(lang: str) -> frozenset[str]:
    """Every verb of a language's lists, among other words."""
    lexicon = load(lang)
    words = {w for r in lexicon.events for w in (*r.verbs, *r.light, *r.with_)}
    words |= {w for r in lexicon.operators for w in r.words}
    words |= {w for r in lexicon.sources for w in r.words}
    return frozenset(words)


@cache
def _nouns(lang: str) -> frozenset[str]:
    """Every noun of a language's lists that may close a compound."""
    lexicon = load(lang)
    words = {n for rule in lexicon.events for n in rule.nouns}
    words |= {n for rule in lexicon.events for ns in rule.light.values() for n in ns}
    words |= {w for rule in lexicon.actors for w in rule.words}
    words |= {w for rule in lexicon.sources if rule.as_ == "noun" for w in rule.words}
    return frozenset(w for w in words if " " not in w)
