"""Which language a text is in, and whether that language is served."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path
from typing import Final

import msgspec
from babel import Locale, UnknownLocaleError
from py3langid.langid import MODEL_FILE, LanguageIdentifier
from simplemma import is_known

from registan.errors import InputError
from registan.languages import served
from registan.model import Document, Span

PARAGRAPH: Final = re.compile(r"\S(?:.|\n(?!\s*\n))*")
SAMPLE: Final = 20_000  # Characters that are enough to tell a language.
SURE: Final = 0.8
LIKELY: Final = 0.5  # enough for a served language
PLAIN_WORDS: Final = 30  # In this many words, such a share of a language's commonest words …
PLAIN_SHARE: Final = 0.4  # … settles it; texts in kindred languages reach up to 0.31.
FEW_WORDS: Final = 4  # Words in lower case below which a dictionary is no judge of a text.
READS: Final = 0.9  # of such words, where a text is in the language after all
SHORT: Final = 40  # Letters below which a text is no evidence against a served language.
LONGEST_WORD: Final = 100  # Letters; what is longer is no word of any language.
REPEATED: Final = 500  # So many words with …
DIFFERENT: Final = 5  # … fewer different ones among them are no text.
NO_LANGUAGE: Final = "zxx"  # The identifier's code for what is in none.


class Guess(msgspec.Struct, frozen=True):
    """The likeliest language of a text (ISO 639-1), and how likely, from 0 to 1."""

    lang: str
    probability: float


@lru_cache(maxsize=256)  # a document's paragraphs are asked for more than once
def detect_language(text: str) -> Guess:
    """Tell a text's language; short texts are given the likeliest of the languages served."""
    if plain := _detect_plain(text[:SAMPLE]):
        return plain
    ranked = _identifier().rank(text[:SAMPLE])
    best = Guess(*ranked[0])
    if best.lang in served():
        return best
    ours = [Guess(lang, probability) for lang, probability in ranked if lang in served()]
    if best.probability >= SURE and _letters(text) > SHORT:
        # Many names of a country make a text look like one in its language.
        return ours[0] if ours and _reads_as(text[:SAMPLE], ours[0].lang) else best
    near = ours and (ours[0].probability > 0.05 or _letters(text) <= SHORT)
    return ours[0] if near and _fits_script(text, ours[0].lang) else best


def is_language(text: str) -> bool:
    """Whether a text is made of words at all, not of numbers, of one letter, of codes."""
    words = re.findall(r"[^\W\d_]+", text)
    letters = sum(map(len, words))
    if 4 * letters < sum(map(str.isalnum, text)):
        return False
    if len(words) > REPEATED and len(set(words)) < DIFFERENT:
        return False
    return 2 * sum(len(word) for word in words if len(word) > LONGEST_WORD) < max(1, letters)


def choose_language(text: str, lang: str | None, name: str = "The text") -> str:
    """Give `lang` if it is served, else the text's own; InputError names those that are served."""
    if lang is not None:
        if lang in served():
            return lang
        raise InputError(f"The language {lang!r} is not served.", hint=_list_served())
    guess = detect_language(text) if is_language(text[:SAMPLE]) else Guess(NO_LANGUAGE, 1.0)
    if guess.lang in served() and not _is_made_up(text[:SAMPLE], guess.lang):
        return guess.lang
    if guess.lang in served():
        guess = Guess(NO_LANGUAGE, 1.0)
    if guess.lang == NO_LANGUAGE:
        raise InputError(f"{name} is no text in a language that is served.", hint=_list_served())
    if mixed := _detect_mixed(text):
        return mixed
    seems = name_language(guess.lang)
    raise InputError(f"{name} seems to be {seems}, which is not served.", hint=_list_served())


def paragraph_languages(document: Document) -> list[tuple[Span, str, bool]]:
    """Each paragraph with its language (ISO 639-1) and whether that is served.

    A paragraph too short or too mixed to tell is taken to be in the document's language.
    """
    found = []
    for span in paragraphs(document.text):
        lang = _paragraph_language(span.text, document.lang)
        found.append((span, lang, lang in served()))
    return found


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: stretches between blank lines."""
    return [
        Span(start=one.start(), end=one.start() + len(words), text=words)
        for one in PARAGRAPH.finditer(text)
        if (words := one.group().rstrip())
    ]


def name_language(code: str, lang: str = "en") -> str:
    """A language's name in a language, or its code where there is none."""
    try:
        return Locale.parse(code).get_language_name(lang) or code
    except (ValueError, LookupError, UnknownLocaleError):
        return code


def _paragraph_language(text: str, usual: str) -> str:
    if _letters(text) <= SHORT and _fits_script(text, usual):
        return usual
    guess = detect_language(text)
    if guess.lang == usual or (guess.lang in served() and guess.probability >= LIKELY):
        return guess.lang
    return guess.lang if guess.probability >= SURE or not _fits_script(text, usual) else usual


def _detect_plain(text: str) -> Guess | None:
    """Settle the plain case by common words, which spares loading the identifier.

    Not for Cyrillic, where Russian's commonest words are Bulgarian's too.
    """
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < PLAIN_WORDS:
        return None
    for lang in served():
        share = sum(word in _common_words(lang) for word in words) / len(words)
        if share >= PLAIN_SHARE and lang != "ru":
            return Guess(lang, share)
    return None


def _detect_mixed(text: str) -> str | None:
    """The first language served in which a paragraph of a mixed text surely is."""
    parts = [p.text for p in paragraphs(text[:SAMPLE]) if _letters(p.text) > SHORT]
    guesses = (detect_language(part) for part in parts) if len(parts) > 1 else ()
    return next((g.lang for g in guesses if g.lang in served() and g.probability >= SURE), None)


@cache
def _common_words(lang: str) -> frozenset[str]:
    """A language's commonest words, from spaCy's file alone: its package takes seconds to import
    (the French one compiles an expression of all words with hyphens).
    """
    package = find_spec(f"spacy.lang.{lang}")
    path = Path(package.origin).with_name("stop_words.py") if package and package.origin else None
    return frozenset(run_path(str(path))["STOP_WORDS"]) if path and path.exists() else frozenset()


def _is_made_up(text: str, lang: str) -> bool:
    """Whether most words are in no dictionary, neither the likeliest language's nor another's.

    Names are left out, and so are texts of few other words, such as headlines.
    """
    words = [w for w in re.findall(r"[^\W\d_]{2,}", text) if w.islower()]
    if len(words) < FEW_WORDS:
        return False
    known = (sum(is_known(w, one) for w in words) for one in (lang, *served()))
    return all(2 * count < len(words) for count in known)


def _reads_as(text: str, lang: str) -> bool:
    """Whether nearly all words in lower case are in a language's dictionary."""
    words = [w for w in re.findall(r"[^\W\d_]{2,}", text) if w.islower()]
    return len(words) >= FEW_WORDS and sum(is_known(w, lang) for w in words) >= READS * len(words)


def _fits_script(text: str, lang: str) -> bool:
    """Whether most letters are of the script in which the language is written."""
    pattern = r"[Ѐ-ӿ]" if lang in ("ru", "uk", "bg", "kk") else r"[A-Za-zÀ-ɏẞ]"
    return 2 * len(re.findall(pattern, text)) > _letters(text)


def _letters(text: str) -> int:
    return len(re.findall(r"[^\W\d_]", text))


def _list_served() -> str:
    names = ", ".join(f"{name_language(code)} ({code})" for code in served())
    return f"Served: {names}."


@cache
def _identifier() -> LanguageIdentifier:
    """The language identifier, loaded when first needed (97 languages, about 0.5 s)."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
