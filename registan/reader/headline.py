"""A text's headline, where its first line looks like one."""

from __future__ import annotations

import re
from typing import Final

HEADLINE: Final = re.compile(r"([^\n]{8,160})\n[^\S\n]*\n\s*\S")
MAX_WORDS: Final = 20


def find_headline(text: str) -> str | None:
    """The first line, if it is short, stands alone and does not end like a sentence."""
    found = HEADLINE.match(text)
    if not found:
        return None
    line = found.group(1).strip()
    if len(line.split()) > MAX_WORDS or re.search(r"[.;:,…][\"“”»']?$", line):
        return None
    return None if re.search(r"[.!?] +[A-ZÄÖÜА-Я]", line) else line
