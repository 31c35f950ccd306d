"""Names, titles and states put in their place in a tree: whose they are, and who acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from registan.reader import clause
from registan.reader.clause import ADJUNCTS, SUBJECTS
from registan.reader.tree import Doc, Token

PEOPLE = frozenset({"person", "office"})
PAIRED = frozenset({"person", "country", "organisation", "metonym", "city", "region"})
LOWERED = frozenset({"appos", "compound", "nmod", "flat", "conj"})
NAMING = frozenset({"nsubj", "flat", "appos"})


def person_names(mentions: Mapping[int, Sequence[Any]]) -> set[tuple[int, int]]:
    """First and last token of every person's name of several words."""
    covered: dict[tuple[int, int], list[int]] = {}
    for i, found in mentions.items():
        for m in found:
            if m.type == "person":
                covered.setdefault((m.start, m.end), []).append(i)
    return {(min(at), max(at)) for at in covered.values() if len(at) > 1}


def join_name(doc: Doc, first: int, last: int) -> None:
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


def join_descent(doc: Doc, particle: Token) -> None:
    """ "Мухаммед бин Салман": the son's name, the word between and the father's are one name."""
    before, after = particle.nbor(-1), particle.nbor()
    if before.text[:1].isupper() and after.text[:1].isupper() and before.pos_ == "PROPN":
        after.pos_ = "PROPN"
        join_name(doc, before.i, after.i)


def pair_names(sign: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
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


def join_given(given: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Foreign Minister Abdoulaye Sabre Fadoul": the title's name goes on to its last word."""
    last, doc = given.head, given.doc
    between = doc[given.i : last.i + 1]
    titles = [c for c in clause.children(given, "nmod", "compound") if c.i < given.i]
    titled = any(m.type == "office" for t in titles for m in mentions.get(t.i, ()))
    names = all(t.pos_ == "PROPN" and not mentions.get(t.i) for t in between)
    if titled and given.i < last.i and last.pos_ == "PROPN" and names:
        join_name(doc, given.i, last.i)


def pair_bearers(state: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """« Les présidents chilien, X, et argentin, Y, … »: Y stands beside X, "argentin" with Y."""
    link = next((c for c in clause.children(state, "cc") if c.i < state.i), None)
    title = next(
        (t for t in (state.head, state.head.head) if clause.has(t, "Number", "Plur")), None
    )
    if link is None or title is None or state.i + 2 >= len(state.doc):
        return
    of_state = any(m.type == "nationality" for m in mentions.get(state.i, ()))
    name = state.nbor(2) if state.nbor().text == "," else state.nbor()
    first = next((c for c in clause.children(title, "appos", "nmod") if c.pos_ == "PROPN"), None)
    if not of_state or name.pos_ != "PROPN" or first is None or not first.i < state.i < name.i:
        return
    name.head, name.dep_ = first, "conj"
    state.head, state.dep_ = name, "amod"
    link.head = name


def join_owner(owner: Token) -> None:
    """ "With X and Poland's Y": X and Y are two, and Poland is what Y is of."""
    first, name = owner.head, owner.head.head
    between = first.i < owner.i < name.i
    owning = any(c.dep_ == "case" and c.pos_ == "PART" for c in owner.children)
    bare = not any(c.dep_ == "case" and c.i > first.i for c in first.children)
    if not (between and owning and bare) or first.dep_ not in {"nmod", "nmod:poss", "compound"}:
        return
    for child in [c for c in name.children if c.dep_ in {"case", "det"} and c.i < first.i]:
        child.head = first
    for child in [c for c in owner.children if c.dep_ == "cc"]:
        child.head = name
    first.head, first.dep_ = name.head, name.dep_
    name.head, name.dep_ = first, "conj"
    owner.head, owner.dep_ = name, "nmod:poss"


def give_name(name: Token) -> None:
    """ "X and his counterpart Y": a name right behind a coordinated noun is that noun's."""
    before = name.nbor(-1) if name.i else name
    if before.pos_ == "NOUN" and before.dep_ == "conj" and before.head == name.head:
        name.head = before


def give_body(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Заседание G20": the body right behind a meeting's noun holds it, and is not its name.

    So do both of "le sommet Chine-Russie", and a person makes the visit ("die Reise Baerbocks").
    """
    found = mentions.get(name.i, ())
    pair = "-" in name.text and len({m.start for m in found if m.type in PAIRED}) > 1
    held = pair or any(m.type in {"organisation", "grouping", "person"} for m in found)
    if held and name.i == name.head.i + 1:
        name.dep_ = "nmod"


def raise_event(event: Token) -> None:
    """ "Met President X, the first visit by …": a visit is no person but what the clause tells."""
    verb = next((t for t in event.ancestors if t.pos_ == "VERB"), None)
    if event.head.pos_ == "PROPN" and verb is not None:
        event.head = verb


def raise_title(owner: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Von Israels Außenminister X": the state before a title owns it, and is not spoken of."""
    title = owner.nbor(1) if owner.i + 1 < len(owner.doc) else owner
    office = any(m.type == "office" for m in mentions.get(title.i, ()))
    genitive = owner.pos_ == "PROPN" and "Gen" in owner.morph.get("Case", [])
    beside = title.dep_ in {"appos", "flat", "nmod"} and title.head in (owner, owner.head)
    joined = title.dep_ == owner.dep_ == "conj" and title.head == owner.head
    if office and genitive and joined:  # "und Israels Außenminister X"
        for child in [c for c in owner.children if c.dep_ == "cc"]:
            child.head = title
        owner.head, owner.dep_ = title, "nmod"
        return
    if not (office and genitive and beside and title.pos_ == "NOUN") or owner.head == owner:
        return
    for child in [c for c in owner.children if c != title]:
        child.head = title
    title.head, title.dep_ = owner.head, owner.dep_
    owner.head, owner.dep_ = title, "nmod"


def join_bearer(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Secretary of State for Foreign Affairs X came": a name right behind a title is its own.

    So is a stranger's behind any bare noun ("wurde Bundesentwicklungsministerin X empfangen"). A
    place's is not ("ob Präsident X Duschanbe besucht").
    """
    places = [m for m in mentions.get(name.i, ()) if m.type in {"city", "country"}]
    if any(m.start == name.idx for m in places) and not clause.children(name, "flat"):
        return
    stranger = not any(m.type != "person" for m in mentions.get(name.i, ()))
    for title in [c for c in name.head.children if c.dep_ in SUBJECTS and c.i < name.i]:
        kinds = {m.type for m in mentions.get(title.i, ())}
        office = "office" in kinds or (stranger and _is_bare(title) and "person" not in kinds)
        if not stranger and any(c.dep_ == "appos" for c in title.children):
            continue  # "Premier X Baku besuchte": the title has its name, and this is a place
        if office and title.right_edge.i + 1 == name.left_edge.i and name.pos_ == "PROPN":
            name.head, name.dep_ = title, "appos"
            return


def free_subject(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Отношения с Тегераном Канада …": a state in the nominative is no part of another's name."""
    state = any(m.type == "country" and m.start == name.idx for m in mentions.get(name.i, ()))
    other = name.head.morph.get("Case", [])
    verb = next((t for t in name.ancestors if t.dep_ not in {*ADJUNCTS, "flat", "obj"}), None)
    while verb is not None and verb.dep_ in {"xcomp", "csubj"} and verb.i < name.i:
        verb = verb.head
    if verb is None or not state or name.morph.get("Case", []) != ["Nom"] or "Nom" in other:
        return
    if other and all(c.dep_ not in SUBJECTS for c in verb.children):
        name.head, name.dep_ = verb, "nsubj"


def join_title(name: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Secretary of State X telephoned Minister Y": a title right before a name is the name's.

    So is any noun in the singular and without an article ("invited Gambian leader X").
    """
    for title in [c for c in name.head.children if c.dep_ == name.dep_ and c.i < name.i]:
        offices = [m for m in mentions.get(title.i, ()) if m.type == "office"]
        bare = title.i > name.head.i and _is_bare(title)
        last = max(t.i for t in title.subtree)
        if (offices or bare) and last + 1 == name.left_edge.i:
            name.head, name.dep_ = title, "appos"
            return


def part_names(token: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """Two persons side by side are two participants ("lud A B ein"): the second is the object."""
    head = token.head
    here, there = person_at(token, mentions), person_at(head, mentions)
    if token.dep_ == "appos":  # "Präsident A B": the title has its name already
        held = [c for c in head.children if c.dep_ == "appos" and head.i < c.i < token.i]
        there = (
            person_at(held[0], mentions) if held and held[0].right_edge.i + 1 == token.i else None
        )
    named = head.head if head.dep_ == "appos" else head  # "Präsident X Kanzler Y"
    if here is None or there is None or here == there or named.dep_ not in SUBJECTS:
        return
    verb = named.head
    if not any(c.dep_ == "obj" for c in verb.children):
        for title in [c for c in head.children if head.i < c.i < token.i and c.dep_ == "flat"]:
            title.head, title.dep_ = token, "appos"
        token.head, token.dep_ = verb, "obj"


def pair_states(second: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Nigeria, Chad begin a drill": in a headline a comma stands for "and"."""
    first = second.head
    states = is_state(first, mentions) and is_state(second, mentions)
    verb = first.head
    single = clause.has(verb, "Number", "Sing") and verb.lower_ != verb.norm_  # "begins"
    single = single or first.dep_ not in SUBJECTS
    if states and first.i + 2 == second.i and first.nbor().text == "," and not single:
        second.dep_ = "conj"


def contrast(conjunction: Token) -> None:
    """ "Nicht X, sondern Y empfing Z": Y does it, and X is set beside Y only to be left out."""
    if conjunction.is_sent_start or conjunction.nbor(-1).text != ",":
        return
    before = conjunction.doc[conjunction.sent.start : conjunction.i - 1]
    denials = [t for t in before if clause.has(t, "Polarity", "Neg")]
    out = denials[0].head if len(denials) == 1 else conjunction
    first = out.pos_ in {"NOUN", "PROPN"} and denials[0].i < out.i < conjunction.i
    if not first or any(clause.is_finite(t) for t in before):
        return
    doer = conjunction.nbor()
    while doer.head.i > conjunction.i and doer.head != doer and not clause.is_verbal(doer.head):
        doer = doer.head
    verbs = [v for v in (out.head, *out.children) if clause.is_verbal(v) and v.i > doer.i]
    if doer.pos_ not in {"NOUN", "PROPN"} or len(verbs) != 1:
        return
    verb = verbs[0]
    if verb.head == out:  # the tree made the one left out its root
        verb.dep_, verb.head = out.dep_, verb if out.head == out else out.head
        doer.head, doer.dep_ = verb, "nsubj"
    else:
        doer.head, doer.dep_ = verb, out.dep_
    conjunction.head = doer
    out.head, out.dep_ = doer, "conj"


def make_actor(state: Token) -> None:
    """ "Benin, das …, bot Accra an": a state before the verb acts, and is no adverb."""
    verb = state.head
    if verb.pos_ != "VERB" or verb.i < state.i:
        return
    behind = [c for c in clause.children(verb, *SUBJECTS) if c.i > verb.i]
    if not all(c.pos_ == "PROPN" for c in behind):
        return
    state.pos_, state.dep_ = "PROPN", "nsubj"
    for name in behind:
        name.dep_ = "obj"


def part_cities(city: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
    """ "Hat Peking Manila eine Note überreicht": two capitals side by side are two governments."""
    before = city.head
    towns = [
        any(m.type == "city" and m.start == t.idx and m.end == t.idx + len(t) for m in named)
        for t, named in ((t, mentions.get(t.i, ())) for t in (before, city))
    ]
    verb = before.head
    if not all(towns) or before.dep_ not in SUBJECTS or city.i != before.i + 1:
        return
    given = any(c.dep_ == "obj" for c in verb.children)
    city.head, city.dep_ = verb, "iobj" if given else "obj"


def part_state(state: Token, mentions: Mapping[int, Sequence[Any]]) -> None:
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
    elif before.dep_ in SUBJECTS and state.head == before and state.nbor(1).dep_ == "det":
        state.head, state.dep_ = verb, "iobj"  # "hat X Tuvalu seine Hilfe zugesagt"


def is_behind_title(city: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    """ "Besuchte der Präsident Kiew": no city is the name of one who holds an office.

    "Wladimir Norow" is one, though his first name is a city's.
    """
    before = city.nbor(-1) if city.i > city.sent.start else city
    title = before.head if before.pos_ == "PROPN" and before.dep_ in NAMING else before
    office = any(m.type == "office" for m in mentions.get(title.i, ()))
    named = any(m.type == "city" and m.start == city.idx for m in mentions.get(city.i, ()))
    return office and named and not clause.children(city, "flat")


def is_state(token: Token, mentions: Mapping[int, Sequence[Any]]) -> bool:
    """Does a country's name begin with the token?"""
    return any(m.type == "country" and m.start == token.idx for m in mentions.get(token.i, ()))


def _is_bare(noun: Token) -> bool:
    """Is it a noun in the singular without an article, as a title before a name is?"""
    singular = noun.pos_ == "NOUN" and "Sing" in noun.morph.get("Number", [])
    return singular and not any(c.dep_ in {"det", "case", "nmod:poss"} for c in noun.children)


def give_owner(token: Token) -> None:
    """No verb has two subjects or objects side by side ("eine Reise Xs"): the name is the owner."""
    before = token.nbor(-1) if token.i > 0 else token
    if before == token:
        return
    if before.pos_ == "NOUN" and before.dep_ == token.dep_ and before.head == token.head:
        token.head, token.dep_ = before, "nmod"


def person_at(token: Token, mentions: Mapping[int, Sequence[Any]]) -> tuple[int, int] | None:
    """Where the person's name lies that the token belongs to; None outside names of persons."""
    return next(((m.start, m.end) for m in mentions.get(token.i, ()) if m.type == "person"), None)
