"""Pipelines by language, and reading texts with them."""

from __future__ import annotations

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

    A text is a paragraph or a whole document: its sentences are found here. Raises `InputError` for
    a language that is not served.
    """
    return list(load(lang, threads).pipe(texts, batch_size=64))
