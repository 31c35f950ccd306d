"""Where participants stand in a Universal Dependencies tree: slots, for every language alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from registan.languages.grammar import NONE, Grammar
from registan.reader.tree import Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
OBLIQUES = frozenset({"obl", "obl:arg", "obl:agent", "obl:mod", "nmod", "obl:tmod"})
SLOTS = frozenset(
    {
        "self", "subject", "object", "indirect", "content", "deed", "purpose", "agent", "genitive",
        "adjective", "compound", "instrumental", "verb", "aimed",
    }
)  # fmt: skip  # all other slots are prepositions
GOVERNED = OBLIQUES | {"iobj", "advcl", "acl"}
ADJUNCTS = frozenset({"obl", "obl:arg", "obl:mod", "nmod", "advmod"})
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj", "csubj:pass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
CORE = frozenset({"nsubj", "nsubj:pass", "obj"})
ADNOMINAL = frozenset({"acl", "acl:relcl"})
HELPING = ("aux", "aux:pass", "cop")
APART = frozenset({"advcl", "acl:relcl", "parataxis", "ccomp", "xcomp", "conj", "acl"})


def has(token: Token, feature: str, value: str) -> bool:
    """Does the token bear a morphological feature ("Case", "Gen")?"""
    return f"{feature}={value}" in token.morph


def is_verbal(token: Token) -> bool:
    """Does the token head a clause of its own?"""
    return token.pos_ in VERBAL or any(
        c.dep_ == "cop"
        or (c.dep_ in {"aux", "aux:pass", "nsubj"} and token.pos_ == "ADJ")
        or (c.dep_ == "nsubj" and token.pos_ == "ADV")  # "X не прочь …"
        for c in token.children
    )


def is_passive(token: Token) -> bool:
    """Is the clause passive, or the participle one that describes what is done to its noun?"""
    if any(c.dep_ in {"aux:pass", *PASSIVE_SUBJECTS} for c in token.children):
        return True
    bare = not any(c.dep_ in {"nsubj", "aux"} for c in token.children)
    active = has(token, "Voice", "Act")  # "прилетевший в Ригу министр"
    return bare and not active and token.dep_ in {"acl", "amod"} and has(token, "VerbForm", "Part")


def children(token: Token, *relations: str) -> list[Token]:
    """Children of a token by relation."""
    return [c for c in token.children if c.dep_ in relations]


def preposition(token: Token, grammar: Grammar) -> str | None:
    """Lemma of the preposition that governs a noun; contractions undone; None without one."""
    cases = [c for c in token.children if c.dep_ == "case" and c.pos_ != "PART"]
    if not cases:
        return None
    word = cases[0]
    fixed = [c.lower_ for c in word.children if c.dep_ == "fixed"]
    if fixed:
        known = grammar.words("compound_preposition")
        last = grammar.uncontract(fixed[-1]) or fixed[-1]
        undone = joined([grammar.uncontract(w) or w for w in (word.lower_, *fixed)])
        half = joined([word.lower_, *fixed[:-1], last])  # "au cours d'une visite"
        written = joined([word.lower_, *fixed])
        return next((w for w in (undone, half) if w in known), written)
    return grammar.uncontract(word.text.lower()) or (word.lemma_ or word.text).lower()


def joined(words: Sequence[str]) -> str:
    """Words as they are written: an apostrophe takes no blank after it ("à l'égard de")."""
    return " ".join(words).replace("’", "'").replace("' ", "'")


def conjuncts(tokens: Iterable[Token]) -> list[Token]:
    """The tokens with everything coordinated to them."""
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        names = [c for c in token.children if c.dep_ in {"appos", "flat"}]
        for part in (token, *names):
            found.extend(c for c in part.conjuncts if c.i > token.i and c not in found)
    return found


def head_conjunct(token: Token) -> Token:
    """The first of a coordination, whose place in the sentence all of it shares."""
    while token.dep_ == "conj":
        token = token.head
    return token


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; other tokens stand for themselves."""
    if not has(token, "PronType", "Rel"):
        return token
    for above in token.ancestors:
        if above.dep_ in ADNOMINAL:
            return _said_of(above.head)
    return token


def _said_of(noun: Token) -> Token:
    """ "X is the first president who came": X came, who is said to be it, unless that is denied."""
    verb = role_verb(noun)
    beside = [w for c in verb.children for w in (c, *c.children)] if verb is not None else []
    if verb is None or any(has(w, "Polarity", "Neg") for w in beside):
        return noun
    names = [c for c in children(verb, "nsubj") if c.pos_ == "PROPN" or children(c, "appos")]
    return names[0] if len(names) == 1 else noun


def role_verb(noun: Token) -> Token | None:
    """ "Is, becomes the president": the word that says that somebody is what a noun names."""
    above = noun if children(noun, "cop") else noun.head
    said = above == noun or noun.dep_ == "xcomp"
    return above if said and (is_verbal(above) or children(above, "nsubj")) else None


def _partitive(token: Token, grammar: Grammar) -> Token:
    """ "Никто из президентов", "keiner von ihnen": a pronoun stands for those it is one of."""
    if token.pos_ not in {"PRON", "DET"}:
        return token
    of = grammar.words("of")
    whole = [c for c in token.children if c.dep_ == "nmod" and preposition(c, grammar) in of]
    return whole[0] if whole else token


def could_fill(words: Iterable[Token], grammar: Grammar) -> frozenset[str]:
    """Every slot of a preposition that what hangs on the words may fill."""
    below = [c for word in words for c in word.children]
    found = {preposition(c, grammar) for c in below if c.dep_ in GOVERNED}
    relative = any(c.dep_ == "advmod" and has(c, "PronType", "Rel") for c in below)
    return frozenset(p for p in found if p) | (grammar.words("place") if relative else NONE)


def fill(nodes: Sequence[Token], slot: str, grammar: Grammar) -> list[Token]:
    """Tokens in one slot of the trigger's nodes (the event word and its supporting verb).

    `object.aus` is the slot `aus` of whatever fills `object`, `verb.de` the slot `de` of the
    supporting verb alone, `в[Acc]` only what bears that case.
    """
    if slot.endswith("]"):
        slot, case = slot[:-1].split("[")
        return [t for t in fill(nodes, slot, grammar) if has(t, "Case", case)]
    if "." in slot:
        outer, inner = slot.split(".", 1)
        if outer == "verb":
            return fill(nodes[-1:], inner, grammar)
        return fill(fill(nodes, outer, grammar), inner, grammar)
    found = [t for node in nodes for t in _fill_one(node, slot, grammar)]
    return [_partitive(antecedent(t), grammar) for t in conjuncts(found)]


def _fill_one(node: Token, slot: str, grammar: Grammar) -> list[Token]:
    if slot == "self":
        return [node]
    if slot == "subject":
        found = subjects(node, grammar) if is_verbal(node) else []
        # "It was the first visit by X": it is the visit, and nobody who came.
        return found if node.pos_ != "NOUN" else [t for t in found if t.pos_ != "PRON"]
    if slot == "object":
        return _objects(node) if is_verbal(node) else []
    if slot == "indirect":
        return [c for c in node.children if _is_dative(c, grammar)]
    if slot == "content":
        return children(node, "ccomp", "parataxis")
    if slot == "deed":
        return children(node, "xcomp")
    if slot == "purpose":
        aims = [c for c in children(node, "advcl", "xcomp") if has(c, "VerbForm", "Inf")]
        helping = [c for c in aims if c.norm_ in grammar.words("helping")]
        return [*helping, *(c for verb in helping for c in children(verb, "xcomp"))]
    if slot == "agent":
        return _agents(node, grammar)
    if slot == "genitive":
        return [c for c in node.children if _is_possessor(c, grammar)]
    if slot == "adjective":
        return children(node, "amod")
    if slot == "aimed":  # "sanctions targeting X"
        aiming = [c for c in children(node, "acl") if c.norm_ in grammar.words("aiming")]
        return [t for verb in aiming for t in children(verb, "obj")]
    if slot == "compound":
        own = node.norm_.split()[:-1]  # "state visit" is one word
        around = [c for c in children(node, "compound") if c.lower_ not in own]
        return [node, *around] if not is_verbal(node) else []
    if slot == "instrumental":
        return [c for c in node.children if _is_bare(c, "Ins", grammar)]
    found = [c for c in node.children if c.dep_ in GOVERNED and preposition(c, grammar) == slot]
    if not found and slot in grammar.words("place"):
        return [c for c in children(node, "advmod") if has(c, "PronType", "Rel")]  # "куда"
    return found


def subjects(verb: Token, grammar: Grammar, depth: int = 0) -> list[Token]:
    """Who does what the verb says: its subject, the passive's agent, or a controller's."""
    if is_passive(verb):
        return []
    own = [antecedent(t) for t in children(verb, "nsubj")]
    if own or depth > 4:
        return own
    return _understood(verb, grammar, depth)


def _understood(verb: Token, grammar: Grammar, depth: int) -> list[Token]:
    """The subject that an infinitive, a participle or a second conjunct leaves out."""
    head = verb.head
    if verb.dep_ == "amod" and has(verb, "Voice", "Act"):
        return [head]
    content = verb.dep_ == "acl:relcl" or (verb.dep_ == "acl" and children(verb, "mark"))
    if content and _has_finite(verb) and grammar.words("drops_subject"):
        above = verb.head.head  # "the town where will meet", "pretended that came": who did
        found = subjects(above, grammar, depth + 1) if is_verbal(above) else []
        return found if _agree(found, verb) else []
    if verb.dep_ in ADNOMINAL and not is_verbal(head):
        if is_ranked(head, grammar):
            return subjects(head, grammar, depth + 1) or told_of(head, grammar, depth) or [head]
        if is_headline_plan(verb):
            return [head]
        if _is_infinitive(verb, grammar) or _is_marked_gerund(verb):
            return _controller(head, grammar, depth)
        return [_said_of(head)] if verb.dep_ == "acl" else []
    if verb.dep_ == "conj":
        return subjects(head, grammar, depth + 1) or children(head, "nsubj:pass")
    if verb.dep_ == "advcl" and _is_circumstance(verb, grammar):
        return subjects(head, grammar, depth + 1)
    if verb.dep_ == "xcomp" or (verb.dep_ in CLAUSAL and _is_infinitive(verb, grammar)):
        found = _controller(head, grammar, depth)
        return found or [c for c in verb.children if _is_dative(c, grammar) and c.i < head.i]
    if verb.dep_ == "ccomp" and _has_finite(verb) and grammar.words("drops_subject"):
        return subjects(head, grammar, depth + 1)
    if verb.dep_ in {"advcl", "ccomp", "acl"} and not _has_finite(verb):
        judged = [o for o in _objects(head) if o.pos_ in NOMINAL and o.i < verb.i]
        if judged and _is_deed_judged(verb, grammar):
            return judged
        controlled = head.norm_ in grammar.object_control and not _is_beside(verb, grammar)
        if controlled or verb.dep_ == "ccomp":
            return _controller(head, grammar, depth)
        return subjects(head, grammar, depth + 1) or children(head, "nsubj:pass")
    return []


def _is_beside(verb: Token, grammar: Grammar) -> bool:
    """ "Told reporters after meeting X": when they were told, which the teller did."""
    marks = {c.lower_ for c in children(verb, "mark", "case")}
    return verb.dep_ == "advcl" and not marks.isdisjoint(grammar.words("beside_clause"))


def _is_deed_judged(verb: Token, grammar: Grammar) -> bool:
    """ "Thanked X for sending aid": what somebody else is thanked or blamed for."""
    marks = {c.lower_ for c in children(verb, "mark", "case")}
    return bool(marks & grammar.words("deed_mark")) and not has(verb, "VerbForm", "Inf")


def told_of(noun: Token, grammar: Grammar, depth: int = 0) -> list[Token]:
    """ "X held talks in Y, the first delegation to go there": set behind a clause, its subject."""
    bare = noun.dep_ in OBLIQUES and not children(noun, "case")
    if not (bare or noun.dep_ in {"appos", "conj", "parataxis"}) or noun.head.dep_ in {
        "nsubj",
        "csubj",
    }:
        return []
    verb = next((t for t in ancestors(noun) if is_verbal(t)), None)
    late = verb is not None and verb.i < noun.i and noun.i > 0 and noun.left_edge.i > 0
    comma = (late and noun.doc[noun.left_edge.i - 1].text == ",") or noun.left_edge.text == ","
    return subjects(verb, grammar, depth + 1) if verb is not None and late and comma else []


def _agree(found: list[Token], verb: Token) -> bool:
    """Can these be the subject of a verb in the plural ("the treaty that they signed")?"""
    several = len(found) > 1 or any(has(t, "Number", "Plur") or children(t, "conj") for t in found)
    return several or not has(verb, "Number", "Plur")


def _is_circumstance(verb: Token, grammar: Grammar) -> bool:
    """ "Avant de rencontrer X": an infinitive of circumstance shares the subject around it."""
    known = grammar.words("complement_mark")
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "case"}}
    return bool(known) and has(verb, "VerbForm", "Inf") and bool(marks - known)


def _has_finite(verb: Token) -> bool:
    return any(has(w, "VerbForm", "Fin") for w in (verb, *children(verb, "aux", "aux:pass", "cop")))


def _controller(head: Token, grammar: Grammar, depth: int) -> list[Token]:
    if head.norm_ in grammar.object_control:
        objects = _objects(head) or [c for c in head.children if _is_dative(c, grammar)]
        if objects:
            return objects
    urged = [c for c in children(head, "obl", "obl:arg") if _is_urged(c, head, grammar)]
    if urged:
        return urged
    if is_passive(head):
        forbidden = [c for c in head.children if _is_bare(c, "Dat", grammar)]
        return children(head, "nsubj:pass") or forbidden  # "ihm wurde verboten, …"
    if is_verbal(head):
        found = subjects(head, grammar, depth + 1)
        if found and all(t.lower_ in grammar.words("expletive") for t in found):
            return [c for c in head.children if _is_dative(c, grammar)]  # "ihm gelang es, …"
        return [_owner(t, grammar) for t in found]
    owners = [c for c in head.children if _is_possessor(c, grammar)]
    own = any(has(c, "Poss", "Yes") and c.pos_ in {"PRON", "DET"} for c in owners)
    if own and head.dep_ in CORE | OBLIQUES and head.head.norm_ in grammar.subject_control:
        owners = subjects(head.head, grammar, depth + 1) or owners  # "dropped its plan to …"
    owners = owners or [c for c in children(head, "amod", "compound") if _is_name(c)]
    owners = owners or [c for c in children(head, "nmod") if _is_named_owner(c, grammar)]
    doing = grammar.words("doer_mark")  # « pas question pour Alger de … »
    owners = owners or [c for c in children(head, "nmod") if preposition(c, grammar) in doing]
    return owners or _carrier(head, grammar, depth)


def _is_name(word: Token) -> bool:
    """ "A U.S. plan", "the Polish offer", in languages that write such words with a capital."""
    proper = word.pos_ in {"PROPN", "ADJ"} and word.text[:1].isupper()
    return proper and not word.is_sent_start


def _is_named_owner(noun: Token, grammar: Grammar) -> bool:
    """ "The decision of France to …", "la décision du président finlandais de …"."""
    owning = preposition(noun, grammar) in grammar.words("of")
    return owning and (noun.pos_ == "PROPN" or any(_is_name(c) for c in noun.children))


def _is_urged(noun: Token, verb: Token, grammar: Grammar) -> bool:
    """ "Called on X to leave": verb and preposition together control by their noun."""
    return f"{verb.norm_} {preposition(noun, grammar)}" in grammar.object_control


def _owner(token: Token, grammar: Grammar) -> Token:
    """Whose decision, plan or offer it is, where such a noun is the subject that controls."""
    owners = [c for c in token.children if _is_possessor(c, grammar)]
    return owners[0] if owners and token.norm_ in grammar.subject_control else token


def _carrier(noun: Token, grammar: Grammar, depth: int) -> list[Token]:
    """Subject of the verb that a plan, wish or offer belongs to ("X hat den Plan, zu …")."""
    having = grammar.words("having")
    if having and noun.dep_ in SUBJECTS:  # "у X нет планов посетить Y"
        return [c for c in noun.head.children if preposition(c, grammar) in having]
    return subjects(noun.head, grammar, depth + 1) if is_verbal(noun.head) else []


def _is_infinitive(verb: Token, grammar: Grammar) -> bool:
    return has(verb, "VerbForm", "Inf") and not children(verb, "nsubj")


def _is_marked_gerund(verb: Token) -> bool:
    """ "The intention of visiting Riga": whose intention it is visits."""
    return has(verb, "VerbForm", "Ger") and bool(children(verb, "mark", "case"))


def _objects(verb: Token) -> list[Token]:
    if is_passive(verb):
        own = children(verb, "nsubj:pass")
        if verb.dep_ in {"acl", "amod"} and not own:
            return [verb.head]
        if verb.dep_ == "conj" and not own:  # "came to Riga and was received by X"
            return _objects(verb.head) if is_passive(verb.head) else children(verb.head, "nsubj")
        if verb.dep_ == "xcomp" and not own:  # "wants to be received by X"
            above = verb.head
            while above.dep_ == "conj" and not children(above, "nsubj", "nsubj:pass"):
                above = above.head
            return children(above, "nsubj", "nsubj:pass")
        return own
    bare = [
        c for c in children(verb, "obl:arg") if has(c, "Case", "Acc") and not children(c, "case")
    ]
    return [c for c in [*children(verb, "obj"), *bare] if not has(c, "PronType", "Refl")]


def _agents(node: Token, grammar: Grammar) -> list[Token]:
    by = children(node, "obl:agent")
    if not is_verbal(node) and node.pos_ == "NOUN":  # "von Polen verhängte Sanktionen"
        deeds = [c for a in children(node, "amod") for c in children(a, "obl", "nmod", "obl:agent")]
        return [c for c in deeds if preposition(c, grammar) in grammar.agent]
    if not is_passive(node):
        return by
    marked = [
        c
        for c in children(node, "obl", "obl:arg", "nmod")
        if preposition(c, grammar) in grammar.agent
    ]
    bare = [c for c in node.children if _is_bare(c, "Ins", grammar)] if grammar.bare_agent else []
    found = by + [t for t in marked + bare if t not in by]
    shares = not found and node.dep_ == "conj" and is_verbal(node) and not _has_own_subject(node)
    return _agents(node.head, grammar) if shares and is_passive(node.head) else found


def _has_own_subject(verb: Token) -> bool:
    return bool(children(verb, "nsubj", "nsubj:pass"))


def _is_dative(token: Token, grammar: Grammar) -> bool:
    if token.dep_ == "iobj":
        return True
    if token.dep_ == "obl:arg" and has(token, "Case", "Nom"):
        return preposition(token, grammar) is None  # no subject, whatever its form
    return token.dep_ in {"obl:arg", "obl", "obj", "nmod"} and _is_bare(token, "Dat", grammar)


def _is_bare(token: Token, case: str, grammar: Grammar) -> bool:
    return (
        token.dep_ in OBLIQUES | {"obj"}
        and has(token, "Case", case)
        and preposition(token, grammar) is None
    )


def _is_possessor(token: Token, grammar: Grammar) -> bool:
    if token.dep_ in {"nmod:poss", "det:poss"}:
        return True
    if token.dep_ in {"det", "nmod"} and has(token, "Poss", "Yes"):
        return True
    cases = token.morph.get("Case", [])
    return token.dep_ == "nmod" and preposition(token, grammar) is None and cases != ["Dat"]


def is_headline_plan(verb: Token) -> bool:
    """ "French president to visit Riga": a noun, an infinitive, and no finite verb at all."""
    head = verb.head
    if verb.dep_ != "acl" or head.head != head or not has(verb, "VerbForm", "Inf"):
        return False
    return not any(has(t, "VerbForm", "Fin") for t in verb.sent)


def is_ranked(noun: Token, grammar: Grammar) -> bool:
    """ "The first to visit": an ordinal or superlative makes the noun the one who did it."""
    grades = [w for w in children(noun, "amod") if w.norm_ in grammar.words("graded")]
    grades += children(noun, "compound")  # "the highest-ranking official to visit"
    beside = [*noun.children, *(c for w in grades for c in w.children)]
    return any(
        has(c, "NumType", "Ord") or has(c, "Degree", "Sup") or c.norm_ in grammar.words("ranking")
        for c in beside
    )


def is_gathering(noun: Token, grammar: Grammar) -> bool:
    """ "На встрече с Y X заявил …": the talks at which the sentence's own deed is done."""
    at = f"{preposition(noun, grammar)} {noun.norm_}"
    return at in grammar.words("gathering") and has(noun, "Case", "Loc")


def ancestors(token: Token) -> Iterator[Token]:
    """The token's heads, from its own upwards."""
    while token.head != token:
        token = token.head
        yield token


def is_reported(verb: Token) -> bool:
    """A clause in the mood of reported speech ("habe", "sei")."""
    words = [verb, *children(verb, "aux", "aux:pass", "cop")]
    return any(has(w, "Mood", "Sub") and has(w, "Tense", "Pres") for w in words)


def is_finite(word: Token) -> bool:
    """Does the word bear person and tense?"""
    return has(word, "VerbForm", "Fin")


def is_nonfinite(verb: Token) -> bool:
    """An infinitive, gerund or participle; not one that bears a case, and describes its noun."""
    forms = any(has(verb, "VerbForm", form) for form in ("Inf", "Ger", "Part"))
    finite = any(is_finite(c) for c in children(verb, *HELPING))
    return forms and not finite and not verb.morph.get("Case", [])


def own_words(token: Token) -> list[Token]:
    """The token's subtree without clauses of their own."""
    found = [token]
    for child in token.children:
        if child.dep_ not in APART:
            found.extend(own_words(child))
    return found
