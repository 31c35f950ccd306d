"""A text's headline, where its first line looks like one."""

from __future__ import annotations

import re
from typing import Final

from registan.reader.boilerplate import is_byline

# A blank line follows it, or at once a byline or a paragraph on one line, as no wrapped text has.
HEADLINE: Final = re.compile(r"([^\n]{8,160})\n(?:[^\S\n]*\n\s*\S|([^\n]+))")
MAX_WORDS: Final = 20
PARAGRAPH: Final = 130  # letters; lines that are wrapped are shorter


def find_headline(text: str, lang: str) -> str | None:
    """The first line, if it is short, stands alone and does not end like a sentence."""
    found = HEADLINE.match(text)
    if not found or (found.group(2) and not _follows_headline(found.group(2), lang)):
        return None
    line = found.group(1).strip()
    if len(line.split()) > MAX_WORDS or re.search(r"[.;:,…][\"“”»']?$", line):
        return None
    return None if re.search(r"[.!?] +[A-ZÄÖÜА-Я]", line) else line


def _follows_headline(line: str, lang: str) -> bool:
    return len(line) > PARAGRAPH or is_byline(line, lang)
