"""Turns of a transcript or an interview: "Question: … Answer: …", and who speaks in each."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from registan.languages import load_grammar
from registan.model import ActorMention, Span
from registan.reader.actor import Cast, Party
from registan.reader.tree import Doc

LABEL: Final = re.compile(
    r"^[ \t*_]*(?P<label>[^\W\d_][\w.'’ \u00a0-]{0,40}?)[ \u00a0*_]*:[*_]*[ \t\u00a0\n]+(?=\S)",
    re.MULTILINE,
)
DASHED: Final = re.compile(r"^[ \t]*[–—-][ \t\u00a0]+(?=\S)[^\n]*", re.MULTILINE)
PARAGRAPH: Final = re.compile(r"[^\s\n](?:[^\n]|\n(?!\s*\n))*")
WORD: Final = re.compile(r"\w+")
QUOTE_ENDS: Final = ' \n\t*_»«"”“’'
PARTS = 5  # words in a label


class Turn(NamedTuple):
    """One turn: from where to where its words stand; `label` is None under a general label."""

    start: int
    end: int
    label: tuple[int, int] | None
    asked: bool


def find_turns(text: str, lang: str) -> list[Turn]:
    """The turns of a text, in order; none where nobody is asked and nobody speaks twice."""
    grammar = load_grammar(lang)
    asking, answering = grammar.words("asking_label"), grammar.words("answering_label")
    labels = [m for m in LABEL.finditer(text) if _may_be_label(m["label"], asking | answering)]
    names = [m["label"].casefold() for m in labels]
    asks = any(name in asking for name in names)
    kept = [m for m, n in zip(labels, names, strict=True) if asks or names.count(n) > 1]
    if not kept or len({m["label"].casefold() for m in kept}) < 2:
        return _dashed(text) or _alternating(text, grammar.words("first_person"))
    ends = [m.start() for m in kept[1:]] + [len(text)]
    turns = []
    for match, end in zip(kept, ends, strict=True):
        general = match["label"].casefold() in asking | answering
        label = None if general else match.span("label")
        turns.append(Turn(match.end(), end, label, match["label"].casefold() in asking))
    return turns


def _may_be_label(label: str, general: frozenset[str]) -> bool:
    words = re.split(r"[ .\u00a0]+", label.strip("."))
    named = all(w[:1].isupper() for w in words) and len(words) <= PARTS
    return label.casefold() in general or named


def _dashed(text: str) -> list[Turn]:
    """ "— Did you meet? — Yes, I met …": lines that open with a dash, questions among them."""
    lines = list(DASHED.finditer(text))
    asked = [line.group().rstrip().endswith("?") for line in lines]
    if sum(asked) < 2 or all(asked):
        return []
    ends = [line.start() for line in lines[1:]] + [len(text)]
    return [Turn(m.start(), end, None, q) for m, end, q in zip(lines, ends, asked, strict=True)]


def _alternating(text: str, first_person: frozenset[str]) -> list[Turn]:
    """Paragraphs that ask, each with one behind it that answers of itself ("we", "I").

    Questions that the author answers himself make no interview.
    """
    blocks = list(PARAGRAPH.finditer(text))
    asked = [b.group().rstrip(QUOTE_ENDS).endswith("?") for b in blocks]
    first = asked.index(True) if True in asked else len(blocks)
    answers = [b for b, q in zip(blocks[first:], asked[first:], strict=True) if not q]
    own = [a for a in answers if first_person & set(WORD.findall(a.group().casefold()))]
    if sum(asked) < 3 or len(own) * 2 < len(answers) or not own:
        return []
    turns = zip(blocks[first:], asked[first:], strict=True)
    return [Turn(b.start(), b.end(), None, q) for b, q in turns]


def part_labels(text: str, lang: str) -> str:
    """The text, as long as before, with every label of a turn in a line of its own."""
    for turn in find_turns(text, lang):
        blanks = len(text[: turn.start]) - len(text[: turn.start].rstrip())
        if text[turn.start - blanks - 1] in ":*_":
            text = text[: turn.start - blanks] + "\n" * blanks + text[turn.start :]
    return text


def find_speakers(doc: Doc, cast: Cast, turns: list[Turn]) -> list[tuple[int, int, Party]]:
    """From where to where who speaks, apart from those who ask."""
    if not turns:
        return []
    asked = _interviewed(doc, cast, turns[0].start)
    found = []
    for turn in turns:
        party = asked if turn.label is None else _labelled(doc, cast, turn.label)
        if party is not None and not turn.asked:
            found.append((turn.start, turn.end, party))
    return found


def find_asked(
    turns: list[Turn], speakers: list[tuple[int, int, Party]]
) -> list[tuple[int, int, Party]]:
    """From where to where a question stands, and who answers it next."""
    found = []
    for turn in turns:
        after = [party for start, _, party in speakers if start >= turn.end]
        found += [(turn.start, turn.end, after[0])] if turn.asked and after else []
    return found


def _labelled(doc: Doc, cast: Cast, label: tuple[int, int]) -> Party | None:
    """Who a label names: somebody known, or whoever is so called."""
    inside = doc.char_span(*label, alignment_mode="expand")
    if inside is None:
        return None
    for token in inside:
        party = cast.party(token)
        if party and party.actor and party.actor.type == "person" and not party.anaphoric:
            return party
    words = doc.text[slice(*label)]
    span = Span(start=label[0], end=label[1], text=words)
    actor = ActorMention(name=words, mention=words, type="person", span=span)
    return Party(inside.root, actor, None, True)


def _interviewed(doc: Doc, cast: Cast, end: int) -> Party | None:
    """Whom the heading names as the one who answers: the only official of a line of it."""
    lines: dict[int, dict[str, Party]] = {}
    for token in doc:
        if token.idx >= end:
            break
        party = cast.party(token) if token.pos_ in {"NOUN", "PROPN"} else None
        actor = party.actor if party else None
        if party and actor and actor.type == "person" and party.diplomatic and not party.anaphoric:
            line = doc.text.count("\n", 0, token.idx)
            lines.setdefault(line, {}).setdefault(actor.id or actor.name, party)
    return next((next(iter(p.values())) for p in lines.values() if len(p) == 1), None)
