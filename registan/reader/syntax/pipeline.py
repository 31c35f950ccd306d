"""Pipelines by language, and reading texts with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import registan.reader.syntax.component  # noqa: F401  (registers the factory)
from registan.errors import InputError
from registan.reader.syntax.token import tune_tokenizer

LANGUAGES = ("de", "en", "fr", "ru")
LONGEST_TEXT = 2_000_000  # characters
_SURROGATE = re.compile("[\ud800-\udfff]")


@cache
def load(lang: str, threads: int = 1) -> Language:
    """The language's pipeline, made once; `InputError` for a language that is not served."""
    if lang not in LANGUAGES:
        served = ", ".join(LANGUAGES)
        raise InputError(
            f"The language {lang!r} is not served.", hint=f"Served languages: {served}."
        )
    nlp = spacy.blank(lang)
    nlp.max_length = LONGEST_TEXT
    tune_tokenizer(nlp)
    nlp.add_pipe("registan_syntax", config={"threads": threads})
    return nlp


def parse(texts: Sequence[str], lang: str, threads: int = 1) -> list[Doc]:
    """One Doc a text, in order, with ``doc.text`` equal to the text and exact offsets.

    A text is a paragraph or a whole document: its sentences are found here. Half a surrogate pair,
    which is no character, becomes U+FFFD in its place. Raises `InputError` for a language that is
    not served and for a text over `LONGEST_TEXT`.
    """
    return list(load(lang, threads).pipe([_check(text) for text in texts], batch_size=64))


def _check(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise InputError(
            f"The text has {len(text)} characters; at most {LONGEST_TEXT} can be read at once.",
            hint="Split it.",
        )
    return _SURROGATE.sub("\ufffd", text)
