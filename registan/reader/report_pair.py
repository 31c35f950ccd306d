""" "The two", "both sides", "they": several who were named together before."""

from __future__ import annotations

from typing import NamedTuple

from registan.languages import Grammar
from registan.model import ActorMention
from registan.reader import clause
from registan.reader.actor import Party
from registan.reader.story import Story, repeated_actor
from registan.reader.tree import Token
from registan.reader.trigger import MUTUAL, Trigger

PAIR_REACH = 3  # sentences before "the two", in which they were named


class Pair(NamedTuple):
    """Two or more who were named together, so many sentences before, in the paragraph or not."""

    sides: tuple[ActorMention, ...]
    far: int
    here: bool


def is_pair(story: Story, token: Token) -> bool:
    """ "Beide Länder", "the two premiers": the two before, by what they are."""
    grammar = story.grammar
    words = grammar.words("pair")
    noun = _describes_pair(token, grammar) or _names_office(story, token)
    if token.lower_ in grammar.words("bare_pair"):  # where no article tells
        return noun and not clause.children(token, "amod", "flat")
    return noun and any(
        c.lower_ in words and c.dep_ in {"det", "nummod", "amod"} for c in token.children
    )


def is_bare_pair(token: Token, grammar: Grammar) -> bool:
    """ "The two signed", "both signed", « tous deux ont signé »: two, and no noun that says who."""
    named = token.pos_ in {"NUM", "DET"} and token.lower_ in grammar.words("pair")
    if not named or token.dep_ not in clause.SUBJECTS or clause.children(token, "nmod"):
        return False
    below = list(token.children)
    all_ = any(f"{c.lower_} {token.lower_}" in grammar.words("both") for c in below)
    definite = any(clause.has(c, "Definite", "Def") for c in below)
    return all_ or definite or clause.has(token, "PronType", "Tot")


def _describes_pair(token: Token, grammar: Grammar) -> bool:
    sides = grammar.words("describing_state") | grammar.words("side")
    return token.norm_ in sides and not any(
        c.dep_ in {"nmod", "appos", "acl:relcl"} for c in token.children
    )


def _names_office(story: Story, token: Token) -> bool:
    """ "Prime ministers", "heads of government": with nothing said of whose they are."""
    named = story.cast.named(token, "office")
    below = [c for c in token.children if c.dep_ in {"nmod", "appos", "flat", "acl:relcl", "conj"}]
    return bool(named) and all(any(m.start <= c.idx < m.end for m in named) for c in below)


def both(story: Story, token: Token) -> list[Party]:
    """ "Beide": the two that the sentence before was about, or else the only two that stand near.

    "The two leaders" are people, if need be the only two of the article who were named together;
    where the paragraph tells of somebody else, nobody knows who they are.
    """
    leaders = _is_of_people(story, token)
    pairs = _told_pairs(story, token, leaders)
    states = token.norm_ in story.grammar.words("describing_state")
    if states and len({frozenset(a.country for a in pair.sides) for pair in pairs}) > 1:
        return []  # "the two countries", after talks between others, too
    last = [pair.sides for pair in pairs if pair.here and pair.far < 1]
    near = [pair.sides for pair in pairs if pair.far <= PAIR_REACH]
    actors = last[0] if last else _only_pair(near or [pair.sides for pair in pairs])
    countries = [a.country for a in actors if a.country]
    if states and len(actors) == len(countries) == 2:  # "X and Y met. The two countries …"
        return story.references.as_states(token, countries)
    if len(actors) == 2:
        return [repeated_actor(token, a) for a in actors]
    sides_alone = states or not story.cast.named(token, "office")
    known = sides_alone and _is_known_pair(token, story.grammar)
    return story.references.two_states(token) if known else []


def _only_pair(pairs: list[tuple[ActorMention, ...]]) -> tuple[ActorMention, ...]:
    """The last of several pairs, where all are of the same states or people."""
    sides = {frozenset(a.country or a.id or a.name for a in pair) for pair in pairs}
    return pairs[0] if len(sides) == 1 else ()


def follows_pair(story: Story, token: Token) -> bool:
    """Has the text told of any two who "the two sides" may be?"""
    return bool(_told_pairs(story, token, _is_of_people(story, token)))


def _told_pairs(story: Story, token: Token, leaders: bool) -> list[Pair]:
    """Those named together before, the last first."""
    numbers = story.references.number
    states = token.norm_ in story.grammar.words("describing_state")
    men = token.norm_ in story.grammar.words("men")  # "the two men"
    before = [r for r in story.told if r.span.end <= token.sent.start_char]
    before = [r for r in before if story.shares_paragraph(r, token)]
    near_by = [a for r in before for a in r.who if a.type == "person"]
    others = leaders and any(story.references.may_hold(a, token) for a in near_by)
    found = []
    for report in reversed(story.told):
        first = story.doc.char_span(report.span.start, report.span.end, alignment_mode="expand")
        far = numbers[token.i] - numbers[first.start] - 1 if first is not None else PAIR_REACH
        here = story.shares_paragraph(report, token)
        apart = (states or others) and not here
        sides = [a for a in (*report.who, *report.whom) if a.type != "group" or a.id]
        people = all(a.type == "person" for a in sides)
        if men and any(story.cast.world.is_woman(a.name, a.id) for a in sides):
            continue
        near = leaders or far <= PAIR_REACH
        fit = all(a.type != "person" or story.references.may_hold(a, token) for a in sides)
        if len(sides) > 1 and near and not apart and fit and (people or not leaders):
            found.append(Pair(tuple(sides), far, here))
    return found


def _is_of_people(story: Story, noun: Token) -> bool:
    """ "Leaders", "presidents", "men"; not bodies and states."""
    rule = story.cast.nouns.get(noun.norm_)
    person = rule is not None and rule.type == "person"
    human = noun.norm_ in story.grammar.words("human")
    return person or human or bool(story.cast.named(noun, "office"))


def group(story: Story, pronoun: Token) -> list[Party]:
    """ "They": several who are named together, in the clause around or the sentence before."""
    if pronoun.lower_ not in story.grammar.words("they") or pronoun.pos_ != "PRON":
        return []
    if pronoun.dep_ == "nsubj" and _is_singular(pronoun.head):
        return []  # "Sie lud ihn ein": she
    subjects: list[Token] = []
    for above in clause.ancestors(pronoun):
        if clause.is_verbal(above) and not subjects:
            own = clause.subjects(above, story.grammar)
            subjects = [] if pronoun in own else own
    number = story.references.number[pronoun.i]
    if not subjects and number and story.references.same_paragraph(number - 1, number):
        root = story.references.sentences[number - 1].root
        subjects = clause.subjects(root, story.grammar)
    parties = [story.references.resolve(t) for t in clause.conjuncts(subjects)]
    actors = [p.actor for p in parties if p and p.actor]
    several = len(subjects) == 1 and clause.has(subjects[0], "Number", "Plur")
    if len(actors) > 1 or several:  # "the leaders met. They …"
        return [repeated_actor(pronoun, a) for a in actors]
    return both(story, pronoun)


def _is_singular(verb: Token) -> bool:
    """Does the finite verb say that one person acts?"""
    finite = [w for w in (verb, *clause.children(verb, *clause.HELPING)) if clause.is_finite(w)]
    return bool(finite) and all(clause.has(w, "Number", "Sing") for w in finite)


def they(story: Story, trigger: Trigger, token: Token) -> list[Party]:
    """ "Telefoniert haben sie einmal": what takes two, by the two of whom was just told."""
    if trigger.rule.kind not in MUTUAL:
        return []
    if token.lower_ in story.grammar.words("their") and token.head in trigger.nodes:
        return both(story, token)  # «их встреча не состоялась»
    if token.lower_ not in story.grammar.words("they"):
        return []
    verb = token.head
    finite = [w for w in (verb, *clause.children(verb, *clause.HELPING)) if clause.is_finite(w)]
    plural = any(clause.has(w, "Number", "Plur") for w in finite)
    polite = token.text[:1].isupper() and not token.is_sent_start
    subject = token.dep_ in {"nsubj", "nsubj:pass"}
    return both(story, token) if plural and subject and not polite else []


def those(story: Story, trigger: Trigger, noun: Token) -> list[Party]:
    """ "The ministers signed …", "the leaders will meet": what takes two, by the two told of."""
    plain = not any(
        c.dep_ in {"nmod", "appos", "flat", "acl:relcl", "conj", "nummod", "amod"}
        for c in noun.children
    )
    owner = noun.dep_ == "nmod" and noun.head in trigger.nodes  # "the meeting of the ministers"
    articled = not story.grammar.words("drops_subject")
    definite = any(clause.has(c, "Definite", "Def") for c in noun.children)
    plural = noun.pos_ == "NOUN" and clause.has(noun, "Number", "Plur")
    subject = noun.dep_ in {"nsubj", "nsubj:pass"}
    known = plain and plural and (definite or not articled)
    if trigger.rule.kind not in MUTUAL or not (known and (owner or subject)):
        return []
    found = both(story, noun) if _is_of_people(story, noun) else []
    return found if all(p.actor and p.actor.type == "person" for p in found) else []


def of_both(story: Story, noun: Token) -> list[Party]:
    """ "The presidents of the two countries": who holds that office in the two named before."""
    if not (clause.has(noun, "Number", "Plur") and _is_of_people(story, noun)):
        return []
    states = story.grammar.words("describing_state")
    pairs = [c for c in clause.children(noun, "nmod") if c.norm_ in states and is_pair(story, c)]
    told = (both(story, c) or story.references.two_states(c) for c in pairs)
    sides = next((found for found in told if len(found) == 2), [])
    holders = [h for side in sides if (h := story.cast.holder(noun, side))]
    return holders if len(holders) == 2 else []


def _is_known_pair(noun: Token, grammar: Grammar) -> bool:
    """ "Both countries", "the two countries" point back; "two countries" may be any."""
    both, pair = grammar.words("both"), grammar.words("pair")
    return any(
        clause.has(c, "Definite", "Def")
        or clause.has(c, "PronType", "Dem")
        or c.lower_ in both
        or (c.lower_ in pair and c.pos_ == "DET")
        for c in (noun, *noun.children)
    )
