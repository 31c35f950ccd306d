"""A document as it is read: its tree, people and event words, and what it has told so far."""

from __future__ import annotations

import hashlib

import msgspec

from registan.languages import Grammar
from registan.model import ActorMention, Document, PlaceMention, Report, Span
from registan.model.report import Kind
from registan.reader import clause
from registan.reader.actor import Cast, Party
from registan.reader.attribution import Attribution
from registan.reader.diplomacy import pacts
from registan.reader.reference import References
from registan.reader.scale import load_scale
from registan.reader.tree import Doc, Token
from registan.reader.tree import Span as TokenSpan
from registan.reader.trigger import Trigger, find_triggers
from registan.reader.when import DateMention

Casting = dict[str, list[Party]]  # who plays which role in one event
UNREAL = frozenset({"possible", "planned"})


class Story:
    """One document being read: what every step of the reading looks at."""

    def __init__(
        self,
        doc: Doc,
        document: Document,
        cast: Cast,
        references: References,
        attribution: Attribution,
        dates: list[DateMention],
    ) -> None:
        self.doc, self.document, self.cast = doc, document, cast
        self.text = doc.text  # a Doc builds its text anew each time
        self.references, self.attribution, self.dates = references, attribution, dates
        self.grammar = cast.grammar
        self.scale = load_scale(cast.lang)
        self.pacts = pacts(cast.lang)
        self.triggers = find_triggers(doc, cast.lang)
        self.told: list[Report] = []

    def last(self, kind: Kind | None = None) -> Report | None:
        """The report that was told last, or the last one of a kind."""
        return next((r for r in reversed(self.told) if kind is None or r.kind == kind), None)

    def shares_paragraph(self, before: Report, word: Token) -> bool:
        """Does a word stand in the paragraph in which a report was told?"""
        return "\n" not in self.text[before.span.end : word.idx]

    def is_near(self, before: Report, trigger: Trigger) -> bool:
        """Is there no blank line between a report and an event word?"""
        between = self.text[before.span.end : trigger.word.idx]
        return "\n\n" not in between

    def only(self, trigger: Trigger) -> Report | None:
        """The one event of the trigger's kind that its sentence, or else the text, has told of.

        None where of several.
        """
        told = [r for r in self.told if r.kind == trigger.rule.kind and r.who]
        here = [r for r in told if lies_in(r.span, trigger.word.sent)]
        return _one_of(here) or _one_of(told)


def _one_of(told: list[Report]) -> Report | None:
    """The last of reports that are all of the same parties, as far as they name several."""
    sides = [(r, [a.name for a in (*r.who, *r.whom)]) for r in told]
    sides = [(r, [*n, *(p.name for p in r.where if r.kind == "visit")]) for r, n in sides]
    whole = [r for r, named in sides if len(named) > 1]
    parties = {frozenset(named) for _, named in sides if len(named) > 1}
    return whole[-1] if len(parties) == 1 else None


def judged(story: Story, noun: Token) -> Report | None:
    """ "X welcomed the agreement": the one that the text has told of."""
    above = (c for t in story.triggers if t.word == noun.head for c in (t, *t.rivals))
    judged = (c.rule.kind == "statement" for c in above)
    known = noun.dep_ == "obj" and is_definite_noun(noun, story.grammar) and is_bare(story, noun)
    told = [r for r in story.told if r.kind == "agreement" and r.standing != "not_happened"]
    return told[-1] if known and told and any(judged) else None


def confirmed(story: Story, trigger: Trigger) -> Report | None:
    """ "X confirmed the postponement of the trip": the one that the text has told of.

    So does "X confirmed that the visit would not take place". The noun alone says neither whose nor
    where it is, and whoever confirms need not take part.
    """
    noun = trigger.nodes[-1]
    if clause.is_verbal(noun) or not is_bare(story, noun):
        return None
    for above in clause.ancestors(noun):
        if clause.is_verbal(above):
            said = above.dep_ == "ccomp" and noun.dep_ in clause.SUBJECTS
            above = above.head if said and _takes_place(story, above) else above
            words = story.grammar.words("confirming") | story.grammar.words("announcing")
            return story.only(trigger) if above.norm_ in words else None
        if not is_bare(story, above, besides=noun):
            return None
        noun = above
    return None


def _takes_place(story: Story, verb: Token) -> bool:
    """ "Stattfindet", "would not take place": it is, or is to be, and not that it was."""
    occurs = any(r.effect == "occur" for r in story.scale.governors.get(verb.norm_, ()))
    forms = (verb, *clause.children(verb, *clause.HELPING))
    past = any(clause.has(f, "Tense", "Past") and not clause.has(f, "Mood", "Cnd") for f in forms)
    perfect = clause.has(verb, "VerbForm", "Part") and any(clause.children(verb, "aux"))
    return occurs and not past and not perfect


def is_bare(story: Story, noun: Token, besides: Token | None = None) -> bool:
    """A noun that says of nobody whose it is, and is not "a visit"."""
    beside = [c for c in noun.children if c != besides and c.i not in story.cast.dated]
    own = [c for c in beside if c.dep_ == "nmod" or story.cast.mentions.get(c.i)]
    open_ = [c for c in beside if clause.has(c, "Definite", "Ind")]
    owned = [c for c in beside if clause.has(c, "Poss", "Yes")]
    alone = not (own or open_ or owned) and noun.dep_ not in {"conj", "compound"}
    return alone and not story.cast.mentions.get(noun.i)


def is_definite_noun(word: Token, grammar: Grammar) -> bool:
    """ "The visit", "this visit", "such a visit": a noun for what is known."""
    such = grammar.words("such")
    return not clause.is_verbal(word) and any(
        clause.has(c, "Definite", "Def") or clause.has(c, "PronType", "Dem") or c.norm_ in such
        for c in word.children
    )


def told_at(report: Report) -> int:
    """Where the event word of a report stands."""
    return report.trigger_span.start if report.trigger_span else report.span.start


def lies_in(span: Span, sentence: TokenSpan) -> bool:
    """Does a span begin in a sentence?"""
    return bool(sentence.start_char <= span.start < sentence.end_char)


def as_host(place: PlaceMention) -> ActorMention:
    """The state that something takes place in is a party to it too."""
    return ActorMention(name=place.name, mention=place.mention, country=place.country)


def repeated_place(token: Token, place: PlaceMention) -> Party:
    """A place named before, carried over to the word that leaves it out."""
    return Party(token, None, place, False)


def repeated_actor(token: Token, actor: ActorMention) -> Party:
    """An actor named before, carried over to the word that leaves it out."""
    carried = msgspec.structs.replace(actor, resolved=f"{token.text}: {actor.mention}")
    return Party(token, carried, None, True)


def identifier(*parts: str) -> str:
    """A short key that the same parts always give."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def span_of(doc: Doc, start: int, end: int) -> Span:
    """The text's span from one token up to another."""
    piece = doc[start:end]
    return Span(start=piece.start_char, end=piece.end_char, text=piece.text)


def sentence_of(token: Token) -> Span:
    """The span of a token's sentence, without the blanks around it."""
    sentence = token.sent
    text = sentence.text
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    start = sentence.start_char
    return Span(start=start + left, end=start + right, text=text[left:right])
