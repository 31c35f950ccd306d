"""What the tree of a sentence adds to the words of a claim: clauses, objects, pronouns."""

from __future__ import annotations

from typing import Any

CLAUSES = frozenset(
    {"ROOT", "root", "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "csubj", "parataxis"}
)
RELATIVE = frozenset({"acl", "acl:relcl"})
VERBAL = frozenset({"VERB", "AUX"})
JOINED = frozenset({"conj", "parataxis"})
EXPLAINS = frozenset({":", "-", "–", "—"})


def is_object(name: Any, sentence: Any) -> bool:
    """Is a state's name what is visited ("haben alle Präsidenten Finnland besucht")?

    Such a name stands beside a title without being its state.
    """
    if sentence is None or name.type != "country":
        return False
    token = token_at(sentence, name.start)
    if token is None:
        return False
    direct = token.dep_ in {"obj", "iobj", "nsubj", "nsubj:pass"} and token.head.pos_ in VERBAL
    return bool(direct or (token.morph.get("Case") == ["Acc"] and token.dep_ != "nmod"))


def token_at(sentence: Any, offset: int) -> Any:
    """The token at an offset in the sentence; None where there is no tree."""
    if sentence is None:
        return None
    at = sentence.start_char + offset
    return next((t for t in sentence if t.idx <= at < t.idx + max(1, len(t.text))), None)


def in_one_clause(sentence: Any, one: int, other: int) -> bool:
    """Do two offsets lie in one clause, or one of them in a clause right below?"""
    first, second = token_at(sentence, one), token_at(sentence, other)
    if first is None or second is None:
        return False
    heads = {_clause(first), _above(first)} & {_clause(second), _above(second)}
    return bool(heads - {None})


def clause_head(token: Any) -> Any:
    """The head of the token's clause."""
    return token.doc[_clause(token)]


def share_clause(sentence: Any, one: int, other: int) -> bool:
    """Do two offsets lie in the very same clause?"""
    first, second = token_at(sentence, one), token_at(sentence, other)
    return first is not None and second is not None and _clause(first) == _clause(second)


def in_clause_with(sentence: Any, offset: int, words: Any) -> bool:
    """Does the offset lie in a clause that one of the words begins ("since Obama came in 2014")?"""
    token = token_at(sentence, offset)
    while token is not None and token.head != token:
        marks = [c for c in token.children if c.dep_ == "mark"]
        if token.dep_ == "advcl" and any(words.fullmatch(c.text) for c in marks):
            return True
        token = token.head
    return False


def _clause(token: Any) -> int:
    """The index of the head of the token's clause."""
    while token.head != token and not _heads_clause(token):
        token = token.head
    return int(token.i)


def _above(token: Any) -> int | None:
    """The index of the head of the clause in which the token's clause stands."""
    head = clause_head(token)
    if head.head == head:
        return None
    return _clause(head.head)


def _heads_clause(token: Any) -> bool:
    if token.dep_ != "conj":
        return token.dep_ in CLAUSES
    return token.pos_ in VERBAL or any(c.dep_ in {"cop", "nsubj"} for c in token.children)


def main_clauses(sentence: Any) -> list[Any]:
    """The sentence's main clauses with a subject of their own, as stretches of it, in order.

    What is said second of one subject ("the sixth to visit X, and the first to visit Y") counts as
    one. What follows a colon or a dash explains what stands before it, and is one claim with it.
    """
    joined = [t for t in sentence if t.dep_ in JOINED and _is_main(_said_by(t.head), sentence.root)]
    own = [t for t in joined if _is_said_too(t) or _has_subject(t)]
    begun = {t.left_edge.i for t in own if t.i > t.head.i}
    starts = sorted({sentence.start, *(i for i in begun if not _is_explained(sentence, i))})
    ends = [*starts[1:], sentence.end]
    return [_trimmed(sentence.doc[a:b]) for a, b in zip(starts, ends, strict=True)]


def _is_said_too(noun: Any) -> bool:
    """Is it a second predicate with words of its own, beside one of a copula or of "become"?"""
    own = any(c.dep_ not in {"det", "cc", "punct", "amod"} for c in noun.children)
    said = _said_by(noun.head) != noun.head or _has_subject(noun.head)
    return bool(said and own and noun.dep_ == "conj" and noun.pos_ not in VERBAL)


def _said_by(predicate: Any) -> Any:
    """The verb that says that somebody is, or becomes, what a noun names."""
    noun = predicate.dep_ == "xcomp" and predicate.pos_ not in VERBAL
    return predicate.head if noun else predicate


def _has_subject(token: Any) -> bool:
    return any(c.dep_.startswith("nsubj") for c in token.children)


def _is_explained(sentence: Any, start: int) -> bool:
    beside = (sentence.doc[i] for i in (start - 1, start) if sentence.start <= i < sentence.end)
    return any(t.text in EXPLAINS for t in beside)


def _trimmed(clause: Any) -> Any:
    """The clause without the marks before it."""
    return clause[next((i for i, t in enumerate(clause) if not t.is_punct), 0) :]


def _is_main(token: Any, root: Any) -> bool:
    while token != root and token.dep_ in JOINED:
        token = token.head
    return bool(token == root)


def pronoun_subject(sentence: Any, words: Any) -> int | None:
    """The offset of a pronoun for a person that is subject or owner; None where there is none."""
    if sentence is None:
        return None
    for token in sentence:
        if not words.fullmatch(token.text):
            continue
        role = token.dep_.partition(":")[0]
        if token.pos_ in {"PRON", "DET"} and role in {"nsubj", "det", "nmod", "obl", "obj", "ROOT"}:
            return int(token.idx - sentence.start_char)
    return None


__all__ = [
    "clause_head",
    "in_clause_with",
    "in_one_clause",
    "is_object",
    "main_clauses",
    "pronoun_subject",
    "share_clause",
    "token_at",
]
