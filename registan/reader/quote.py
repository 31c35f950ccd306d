"""Quoted words, who says them, and what an editor put into them in square brackets."""

from __future__ import annotations

import re

from registan.model import Quote, Span
from registan.reader import clause
from registan.reader.actor import Cast, Party
from registan.reader.reference import References
from registan.reader.tree import Doc, Token
from registan.reader.tree import Span as TokenSpan

MARKS = re.compile(r"„([^“”\"]{2,})[“”\"]|“([^”]{2,})”|»([^«]{2,})«|«([^»]{2,})»|\"([^\"\n]{2,})\"")
BRACKETS = re.compile(r"\[([^\]\n]+)\]")
SHORTEST = 3
GOVERNED = frozenset({"ccomp", "parataxis", "obj", "csubj"})


def find_quotes(doc: Doc, cast: Cast, references: References, verbs: set[str]) -> tuple[Quote, ...]:
    """Every stretch in quotation marks that says something; insertions in brackets named."""
    found = []
    matches = list(MARKS.finditer(references.text))
    references.quoted = tuple(m.span() for m in matches)
    for match in matches:
        span = Span(start=match.start(), end=match.end(), text=match.group())
        inserted = tuple(
            Span(start=match.start() + b.start(), end=match.start() + b.end(), text=b.group())
            for b in BRACKETS.finditer(match.group())
        )
        if len(match.group().split()) < SHORTEST and not inserted:
            continue
        party = _speaker(doc, span, cast, references, verbs)
        actor = party.actor if party else None
        if party is not None:
            references.speakers[span.start] = party
        name, identity = (actor.name, actor.id) if actor else (None, None)
        found.append(Quote(span=span, speaker=name, speaker_id=identity, insertions=inserted))
    return tuple(found)


def _speaker(
    doc: Doc, span: Span, cast: Cast, references: References, verbs: set[str]
) -> Party | None:
    """The subject of the verb of saying next to the quotation, or before its colon."""
    inside = doc.char_span(span.start, span.end, alignment_mode="expand")
    if inside is None:
        return None
    introducing = _introducing(doc, span, cast, references)
    if introducing is not None:
        return introducing
    first, last = inside[0].sent, inside[-1].sent
    near = [*first, *([] if first == last else last)]
    saying = _says(near, span, verbs) or _governors(inside, span)
    whole = any(t.head == t for t in inside)  # and no piece within another's sentence
    if first.start > 0 and not saying and whole:
        before = _says([*doc[first.start - 1].sent], span, verbs)
        saying = [v for v in before if not _keeps_silent(v)]
    for token in saying:
        for subject in clause.subjects(token, cast.grammar):
            party = references.resolve(subject)
            if party and party.actor:
                return party
    return None


def _introducing(doc: Doc, span: Span, cast: Cast, references: References) -> Party | None:
    """ "The spokesman was firm: “…”": whoever the words before the colon are about."""
    before = doc.char_span(0, span.start, alignment_mode="contract")
    words = [t for t in before or () if not t.is_space]
    if not words or words[-1].text != ":":
        return None
    verb = next((t for t in reversed(words) if clause.is_finite(t)), words[-1])
    verb = verb.head if verb.dep_ in clause.HELPING else verb
    same = verb.sent.end >= words[-1].i and verb.i < words[-1].i
    found = [references.resolve(t) for t in clause.subjects(verb, cast.grammar)] if same else []
    people = [p for p in found if p and p.actor and p.actor.type == "person"]
    return people[0] if len(people) == len(found) == 1 else None


def _governors(inside: TokenSpan, span: Span) -> list[Token]:
    """ "“…”, warned X": verbs that have the quotation for their object, or stand beside it."""
    around = [t.head for t in inside if t.dep_ in GOVERNED and _is_outside(t.head, span)]
    around += [c for t in inside for c in clause.children(t, "parataxis") if _is_outside(c, span)]
    return [t for t in around if clause.is_verbal(t)]


def _keeps_silent(verb: Token) -> bool:
    """ "Did not comment": whoever says nothing has not said what comes next."""
    return any(clause.has(c, "Polarity", "Neg") for c in verb.children)


def _is_outside(token: Token, span: Span) -> bool:
    return not span.start <= token.idx < span.end


def _says(tokens: list[Token], span: Span, verbs: set[str]) -> list[Token]:
    return [t for t in tokens if t.norm_ in verbs and not span.start <= t.idx < span.end]
