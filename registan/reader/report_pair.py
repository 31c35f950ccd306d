""" "The two", "both sides", "they": several who were named together before."""

from __future__ import annotations

from spacy.tokens import Token

from registan.languages import Grammar
from registan.reader import clause
from registan.reader.actor import Party
from registan.reader.story import Story, repeated_actor
from registan.reader.trigger import MUTUAL, Trigger

PAIR_REACH = 3  # sentences before "the two", in which they were named


def is_pair(token: Token, grammar: Grammar) -> bool:
    """ "Beide Länder", "the two sides": the two before, by a noun for states or sides."""
    words = grammar.words("pair")
    noun = _describes_pair(token, grammar)
    if token.lower_ in grammar.words("bare_pair"):  # where no article tells
        return noun and not clause.children(token, "amod", "flat")
    return noun and any(
        c.lower_ in words and c.dep_ in {"det", "nummod", "amod"} for c in token.children
    )


def _describes_pair(token: Token, grammar: Grammar) -> bool:
    sides = grammar.words("describing_state") | grammar.words("side")
    return token._.lexeme in sides and not any(
        c.dep_ in {"nmod", "appos", "acl:relcl"} for c in token.children
    )


def both(story: Story, token: Token) -> list[Party]:
    """ "Beide": the two that the report before was about, or the one before that."""
    first = max(0, story.references.number[token.i] - PAIR_REACH)
    start = story.references.sentences[first].start_char
    near = (r for r in reversed(story.told) if r.span.end > start)
    states = token._.lexeme in story.grammar.words("describing_state")
    near = (r for r in near if not states or story.shares_paragraph(r, token))
    told = ((*r.who, *r.whom) for r in near)
    sides = ([a for a in one if a.type != "group" or a.id] for one in told)
    pairs = [one for one in sides if len(one) > 1]
    if states and len({frozenset(a.country for a in pair) for pair in pairs}) > 1:
        return []  # "the two countries", after talks between others, too
    actors = pairs[0] if pairs else []
    if len(actors) == 2:
        return [repeated_actor(token, a) for a in actors]
    sides_alone = states or not story.cast.named(token, "office")
    known = sides_alone and _is_known_pair(token, story.grammar)
    return story.references.two_states(token) if known else []


def group(story: Story, pronoun: Token) -> list[Party]:
    """ "They": several who are named together, in the clause around or the sentence before."""
    if pronoun.lower_ not in story.grammar.words("they") or pronoun.pos_ != "PRON":
        return []
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


def they(story: Story, trigger: Trigger, token: Token) -> list[Party]:
    """ "Telefoniert haben sie einmal": what takes two, by the two of whom was just told."""
    if trigger.rule.kind not in MUTUAL or token.lower_ not in story.grammar.words("they"):
        return []
    verb = token.head
    finite = [w for w in (verb, *clause.children(verb, *clause.HELPING)) if clause.is_finite(w)]
    plural = any(clause.has(w, "Number", "Plur") for w in finite)
    polite = token.text[:1].isupper() and not token.is_sent_start
    subject = token.dep_ in {"nsubj", "nsubj:pass"}
    return both(story, token) if plural and subject and not polite else []


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
