"""Reading Universal Dependencies trees, and giving them Registan's tokenisation.

A token is what can be cut out of the text. A multiword token whose parts spell it ("do" + "n't")
stays split; any other (German "im", French "du") becomes one token with the part whose head lies
outside it, the first where several do. A form with spaces ("10 000") becomes a flat chain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.label import fold_features, fold_relation

Row = list[str]


@dataclass(frozen=True)
class Word:
    """One token: ``head`` is the 1-based place of its head in the sentence, 0 for the root."""

    form: str
    lemma: str
    upos: str
    features: dict[str, str]
    head: int
    relation: str
    space_after: bool = True


@dataclass(frozen=True)
class Tree:
    """A sentence: its words, its text as published, its language and file.

    ``opens_paragraph``: the treebank says that a new paragraph or document begins with it.
    ``taught``: its tags and heads are known; otherwise only its words are.
    """

    words: tuple[Word, ...]
    text: str
    language: str
    treebank: str = ""
    opens_paragraph: bool = False
    taught: bool = True


def read_trees(path: Path, language: str) -> list[Tree]:
    """All trees of a CoNLL-U file, in order."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_build(block, language, path.stem) for block in blocks if "\n1\t" in "\n" + block]


def _build(block: str, language: str, treebank: str) -> Tree:
    lines = block.split("\n")
    text = next((x[9:] for x in lines if x.startswith("# text = ")), "")
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    rows = [row for row in rows if "." not in row[0]]
    if language == "de":
        _mark_relative_clauses(rows)
    words = _merge(rows)
    if language == "de":
        words = _join_hyphens(words)
    words = list(_split_spaces(words))
    opens = "# newpar" in block or "# newdoc" in block
    return Tree(tuple(words), text, language, treebank, opens)


def _mark_relative_clauses(rows: list[Row]) -> None:
    """German GSD has no ``acl:relcl``: an ``acl`` over a relative pronoun is one."""
    single = {row[0]: row for row in rows if "-" not in row[0]}
    for row in single.values():
        if not row[4].startswith(("PREL", "PWAV")):
            continue
        above: Row | None = row
        for _ in range(4):
            above = single.get(above[6]) if above else None
            if above and above[7] == "acl":
                above[7] = "acl:relcl"
                break


def _merge(rows: list[Row]) -> list[Word]:
    """Words with multiword tokens merged where their parts don't spell them."""
    plain = [row for row in rows if "-" not in row[0]]
    owner = {row[0]: row[0] for row in plain}
    surface: dict[str, str] = {}
    glued = {row[0] for row in plain if "SpaceAfter=No" in row[9]}
    for row in (row for row in rows if "-" in row[0]):
        first, last = map(int, row[0].split("-"))
        parts = plain[first - 1 : last]
        _place_multiword(row, parts, owner, surface, glued)
    kept = [row for row in plain if owner[row[0]] == row[0]]
    place = {row[0]: i for i, row in enumerate(kept, 1)}
    place["0"] = 0
    owner["0"] = "0"
    return [
        Word(
            surface.get(row[0], row[1]),
            row[2],
            row[3],
            fold_features(row[5]),
            place[owner[row[6]]],
            fold_relation(row[7]),
            row[0] not in glued,
        )
        for row in kept
    ]


def _place_multiword(
    row: Row, parts: list[Row], owner: dict[str, str], surface: dict[str, str], glued: set[str]
) -> None:
    glue = "SpaceAfter=No" in row[9]
    inner = {part[0] for part in parts}
    if "".join(part[1] for part in parts).lower() == row[1].lower():
        offset = 0
        for part in parts:
            surface[part[0]] = row[1][offset : offset + len(part[1])]
            offset += len(part[1])
            glued.add(part[0])
        if not glue:
            glued.discard(parts[-1][0])
        return
    keep = next(part for part in parts if part[6] not in inner)
    for part in parts:
        owner[part[0]] = keep[0]
    surface[keep[0]] = row[1]
    glued.discard(keep[0])
    if glue:
        glued.add(keep[0])


def _join_hyphens(words: list[Word]) -> list[Word]:
    """German GSD cuts "US-Präsident" in three: a token is the whole, headed as its head is."""
    groups: list[list[int]] = []
    for i in range(1, len(words) + 1):
        if groups and _continues(words, i - 1):
            groups[-1].append(i)
        else:
            groups.append([i])
    owner = {0: 0} | {i: place for place, group in enumerate(groups, 1) for i in group}
    return [_joined([words[i - 1] for i in group], set(group), owner) for group in groups]


def _continues(words: list[Word], at: int) -> bool:
    """Whether the word at ``at`` belongs to the token before: a glued hyphen or what follows."""
    word, before = words[at], words[at - 1]
    if before.space_after:
        return False
    if word.form == "-":
        suspended = word.space_after or at + 1 == len(words)
        return before.form[-1:].isalnum() and (suspended or words[at + 1].form[:1].isalpha())
    follows_hyphen = before.form == "-" and at > 1 and not words[at - 2].space_after
    return follows_hyphen and word.form[:1].isalpha() and words[at - 2].form[-1:].isalnum()


def _joined(parts: list[Word], inside: set[int], owner: dict[int, int]) -> Word:
    outer = [part for part in parts if part.head not in inside]
    keep = next((part for part in reversed(outer) if part.form != "-"), outer[-1])
    lemma = "".join(part.form for part in parts[:-1]) + parts[-1].lemma
    form = "".join(part.form for part in parts)
    space = parts[-1].space_after
    return replace(keep, form=form, lemma=lemma, head=owner[keep.head], space_after=space)


def _split_spaces(words: list[Word]) -> Iterator[Word]:
    pieces = [word.form.split() or [word.form] for word in words]
    start = [0]
    for part in pieces:
        start.append(start[-1] + len(part))
    place = {0: 0} | {i + 1: start[i] + 1 for i in range(len(words))}
    for i, word in enumerate(words):
        moved = replace(word, head=place[word.head])
        if len(pieces[i]) == 1:
            yield moved
            continue
        yield replace(moved, form=pieces[i][0], space_after=True)
        rest = replace(moved, head=start[i] + 1, relation="flat", space_after=True)
        for form in pieces[i][1:-1]:
            yield replace(rest, form=form, lemma=form)
        final = pieces[i][-1]
        yield replace(rest, form=final, lemma=final, space_after=word.space_after)
