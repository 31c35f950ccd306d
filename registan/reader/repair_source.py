"""Sources put right where a tree took them for something else, and order leaves no doubt."""

from __future__ import annotations

from collections.abc import Set

from registan.languages.grammar import Grammar
from registan.reader import clause
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Doc, Token, read_features

ASIDES = frozenset({"acl", "advcl"})
OWNERS = frozenset({"nsubj", "obj", "appos", "nmod", "iobj", "obl"})


def repair_sources(
    doc: Doc, grammar: Grammar, saying: Set[str], titles: Set[str], formulas: Set[str]
) -> None:
    """Correct the document's tree in place; `titles` are nouns of persons and bodies that speak,
    `formulas` what stands before a source ("according to")."""
    for token in doc[:-1]:
        if token.norm_ in grammar.words("money"):
            _raise_sum(token, grammar)
    for token in doc[:-2]:
        if grammar.words("closed_compounds"):
            _lower_owner(token, titles)
        if token.pos_ == "DET" and clause.has(token, "Definite", "Def"):
            _make_outlet(token, saying)
    for token in doc:
        if token.dep_ == "obl" and token.head.dep_ in ASIDES and token.norm_ in titles:
            _raise_source(token, grammar, formulas)
    endings = tuple(grammar.words("short_participle"))
    for token in doc if endings else ():
        if token.norm_ in saying and token.head == token:
            _part_report(token, titles, endings)


def _raise_source(noun: Token, grammar: Grammar, formulas: Set[str]) -> None:
    """ "Sent food to X, hit by floods, according to Y": Y tells the whole, not of floods.

    So does Y in « s'est entretenu avec X afin de préparer Z, selon Y ».
    """
    first = noun.left_edge
    apart = first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")
    if not apart or clause.preposition(noun, grammar) not in formulas:
        return
    aside = noun.head
    verb = next((t for t in aside.ancestors if t.pos_ == "VERB"), None)
    infinite = any(clause.has(aside, "VerbForm", form) for form in ("Part", "Inf"))
    if (
        verb is not None
        and infinite
        and (aside.dep_ == "acl" or clause.has(aside, "VerbForm", "Inf"))
    ):
        noun.head = verb


def _lower_owner(owner: Token, titles: Set[str]) -> None:
    """ "Sagte Mahamas Sprecher X": in a language that puts owners first, X speaks for Mahama."""
    title, name = owner.nbor(1), owner.nbor(2)
    if owner.pos_ != "PROPN" or not owner.text.endswith(("s", "'", "’", "x", "z")):
        return
    named = name.pos_ == "PROPN" and name.head in (title, owner)
    if title.pos_ != "NOUN" or title.norm_ not in titles or not named:
        return
    if title.head not in (owner, owner.head) or owner.dep_ not in OWNERS or owner.head == owner:
        return
    for child in [c for c in owner.children if c != title]:
        child.head = title
    title.head, title.dep_ = owner.head, owner.dep_
    owner.head, owner.dep_ = title, "nmod"
    owner.morph = read_features("Case=Gen|Number=Sing")


def _make_outlet(article: Token, saying: Set[str]) -> None:
    """ "…, the weekly added": between an article and a verb of saying stands who says it."""
    noun, verb = article.nbor(1), article.nbor(2)
    if noun.pos_ not in {"ADV", "ADJ"} or verb.norm_ not in saying or verb.pos_ != "VERB":
        return
    others = [c for c in verb.children if c.dep_ in SUBJECTS and c not in (article, noun)]
    if others or article.head not in (verb, noun) or any(noun.children):
        return
    noun.pos_, noun.dep_, noun.head = "NOUN", "nsubj", verb
    article.head, article.dep_ = noun, "det"


def _raise_sum(money: Token, grammar: Grammar) -> None:
    """ "Выделит на восстановление 15 миллионов евро": the sum is given, and not rebuilt."""
    purpose = money.head
    counted = any(t.pos_ == "NUM" for t in money.subtree)
    aimed = purpose.dep_ == "obl" and clause.preposition(purpose, grammar) is not None
    if money.dep_ != "nmod" or not counted or not aimed or clause.children(money, "case"):
        return
    objects = clause.children(purpose.head, "obj")
    if money.i > purpose.i and not any("Dat" not in o.morph.get("Case", []) for o in objects):
        money.head, money.dep_ = purpose.head, "obj"


def _part_report(verb: Token, titles: Set[str], endings: tuple[str, ...]) -> None:
    """ "Визит X перенесён на декабрь, сообщил источник": what follows the verb says so.

    The event before is no speaker, and the short participle is its predicate.
    """
    event = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    speaker = next((c for c in verb.children if c.dep_ in {"obj", "nsubj"} and c.i > verb.i), None)
    if event is None or speaker is None or not clause.has(speaker, "Case", "Nom"):
        return
    said = [c for c in event.subtree if c.dep_ == "acl" and _is_predicate(c, endings)]
    if not said or speaker.norm_ not in titles:
        return
    predicate = said[-1]
    predicate.head, predicate.dep_ = predicate, "ROOT"
    event.head, event.dep_ = predicate, "nsubj:pass"
    verb.head, verb.dep_ = predicate, "parataxis"
    speaker.dep_ = "nsubj"


def _is_predicate(participle: Token, endings: tuple[str, ...]) -> bool:
    """A passive participle in its short form, which describes no noun."""
    passive = clause.has(participle, "VerbForm", "Part") and clause.has(participle, "Voice", "Pass")
    return passive and participle.text.endswith(endings)
