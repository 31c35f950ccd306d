"""Tuning spaCy's blank tokenizers towards the tokens that the trees have."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

import msgspec
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from registan.languages.folder import page

DASHES = rf"(?<=[{ALPHA}])(?:–|—|--|---|——|~)(?=[{ALPHA}])"

# Quotation marks of two letters, and characters that a page wrote as references ("&#39;&#39;").
DOUBLED = r"(?:``|(?:&#?\w+;)+)"


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and its tokens; the tests run these."""

    text: str
    tokens: list[str]


class Tokens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``languages/<code>/tokens.yml``: regular expressions added, and words that stay whole.

    ``hyphenated`` says whether a word with a hyphen is one token or several; a word that one of
    ``names`` matches is never cut.
    """

    hyphenated: Literal["whole", "split"]
    suffixes: list[str]
    prefixes: list[str]
    infixes: list[str]
    whole: list[str]
    examples: list[Example]
    names: list[str] = []


@cache
def read_tokens(lang: str) -> Tokens:
    """The language's file; `DataError` names it where it is missing or wrong."""
    return page(lang, "tokens", Tokens, "token rules")


def tune_tokenizer(nlp: Language) -> None:
    """Changes the pipeline's tokenizer in place, as its language's file says."""
    rules, defaults = read_tokens(str(nlp.lang)), nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    infixes = [DOUBLED, *rules.infixes, *(defaults.infixes or ())]
    if rules.hyphenated == "whole":
        infixes = [DASHES, *(infix for infix in infixes if HYPHENS not in str(infix))]
    suffixes = [DOUBLED, *rules.suffixes, *(defaults.suffixes or ())]
    prefixes = [DOUBLED, *rules.prefixes, *(defaults.prefixes or ())]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    if rules.names:
        _keep_whole(tokenizer, re.compile("|".join(rules.names)))
    for word in rules.whole:
        if " " not in word:
            tokenizer.add_special_case(word, [{"ORTH": word}])


def _keep_whole(tokenizer: Any, name: re.Pattern[str]) -> None:
    """What the pattern matches is one token, whatever prefixes the language cuts off."""
    match, prefix = tokenizer.token_match, tokenizer.prefix_search
    tokenizer.token_match = lambda text: name.fullmatch(text) or (match and match(text))
    tokenizer.prefix_search = lambda text: None if name.match(text) else prefix(text)
