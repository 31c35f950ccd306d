"""Documents in several languages: each language's paragraphs read as a document of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from registan.model import Document, Skipped, Span
from registan.reader.claim_reason import reason_in
from registan.reader.language import name_language, paragraph_languages

_INK = re.compile(r"\S")


def split_languages(document: Document) -> tuple[list[Document], list[Skipped]]:
    """One document for each served language, and the paragraphs in a language that is not.

    A part keeps the whole text's offsets: what is not its own stands as spaces. The document's own
    language comes first, and a document in one language is its own only part.
    """
    found = paragraph_languages(document)
    others = {lang for _, lang, served in found if served} - {document.lang}
    foreign = [_unserved(span, lang, document.lang) for span, lang, ok in found if not ok]
    if not others and not foreign:
        return [document], []
    parts = [_part(document, lang, found) for lang in (document.lang, *sorted(others))]
    return [part for part in parts if part.text.strip()], foreign


def _part(document: Document, lang: str, found: Iterable[tuple[Span, str, bool]]) -> Document:
    text = document.text
    for span, spoken, _ in found:
        if spoken != lang:
            text = text[: span.start] + _INK.sub(" ", span.text) + text[span.end :]
    return replace(document, lang=lang, text=text)


def _unserved(span: Span, lang: str, usual: str) -> Skipped:
    reason = f"a language that is not served: {name_language(lang, usual)}"
    return Skipped(span=span, reason=reason_in(reason, usual))
