"""Who makes a claim that is only reported: "…, says the mayor", "according to the ministry"."""

from __future__ import annotations

from functools import cache
from typing import Any

from registan.languages import load
from registan.reader.claim_scene import Scene

CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "obj"})
RELATIVE = frozenset({"acl:relcl", "acl", "appos", "parataxis", "punct"})
WITHIN = frozenset({"compound", "amod", "flat"})
NOMINAL = frozenset({"NOUN", "PROPN"})
LONGEST = 60


def claimant(scene: Scene) -> str | None:
    """The words for whom the sentence names as its source; None where the text itself claims."""
    if scene.sentence is None or not scene.cues:
        return None
    at = scene.sentence.start_char + scene.cues[0].start
    verbs = verbs_of_saying(scene.lang)
    for token in scene.sentence:
        if token.pos_ == "VERB" and token.lemma_.lower() in verbs and _tells(token, at):
            speakers = [c for c in token.children if c.dep_ == "nsubj"]
            if speakers:
                return _words(speakers[0])
    return _by_formula(scene)


@cache
def verbs_of_saying(lang: str) -> frozenset[str]:
    """The verbs by which a language gives somebody's words."""
    return frozenset(w for rule in load(lang).sources if rule.as_ == "verb" for w in rule.words)


def _tells(verb: Any, at: int) -> bool:
    """Does the verb govern what stands at an offset, or stand beside it as a remark?"""
    inside = any(c.dep_ in CONTENT and _covers(c, at) for c in verb.children)
    return inside or (verb.dep_ == "parataxis" and not _covers(verb, at))


def _covers(token: Any, at: int) -> bool:
    left, right = token.left_edge, token.right_edge
    return bool(left.idx <= at < right.idx + len(right.text))


def _words(token: Any) -> str | None:
    """A noun with what describes it, without clauses and remarks on it."""
    aside = {t.i for c in token.children if c.dep_ in RELATIVE for t in c.subtree}
    kept = [t for t in token.subtree if t.i not in aside]
    run = [t for t in kept if all(i not in aside for i in range(*sorted((t.i, token.i))))]
    text = str(token.doc[run[0].i : run[-1].i + 1].text).strip(" ,;\n") if run else ""
    return text if text and len(text) <= LONGEST else None


def _by_formula(scene: Scene) -> str | None:
    for match in scene.says("according", plain=True):
        start = scene.sentence.start_char + match.end()
        names = [t for t in scene.sentence if t.idx >= start and t.pos_ in NOMINAL]
        if not names:
            continue
        head = names[0]
        while head.dep_ in WITHIN and head.head.idx >= start:
            head = head.head
        words = _words(head) or ""
        name = words[words.find(match.group()) + len(match.group()) :]
        return (name if match.group() in words else words).strip() or None
    return None
