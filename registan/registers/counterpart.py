"""Counterpart: the persons whom a remark says were met, where it names office and person."""

from __future__ import annotations

import re

_MEETING = re.compile(
    r"\b(?:met|meetings?|met \w+ly|audience|conferred|talks|dinner|lunch(?:eon)?)"
    r"(?: \w+ly| again| separately)? with (?P<whom>.+?)(?=(?<![A-Z])(?<!Gen)(?<!St)[.;](?:\s|$)|$)",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:(?:Acting|Interim|Deputy|Vice|First|Crown|Grand|Provisional) )*"
    r"(?:President(?:-elect)?|Prime Minister(?:-elect)?|Premier|Chancellor|King|Queen|Emperor|"
    r"Empress|Sultan|Emir|Amir|Shah|Pope|Prince|Princess|Duke|Duchess|Taoiseach|Governor General|"
    r"General Secretary|Secretary General|Secretary-General|Chairman|Generalissimo|"
    r"Foreign (?:Minister|Secretary)|Defense Minister|Finance Minister|Minister of \w+(?: \w+)?|"
    r"Minister|Secretary of State|Cardinal|Patriarch|Archbishop)"
)
_NAME = r"(?:[A-Z][\w’'‘ʻ.-]*|al-[A-Z]\w+|(?:de|da|dos|van|von|der|bin|ibn|el|al|la|arap|bin-)(?=\s[A-Z]))"
_PERSON = re.compile(rf"(?P<before>\S+ )?(?P<office>{_OFFICE}) (?P<name>{_NAME}(?: {_NAME})*)")
# Words before an office that make its holder not the one who was met.
_NOT_MET = {"former", "late", "of", "to", "for", "by", "wife", "accompanied", "joined", "or"}
_TITLE_WORDS = re.compile(rf"\b{_OFFICE}\b")


def read_counterparts(remark: str) -> tuple[str, ...]:
    """Give 'office name' of those met, as published; what cannot be told apart is left out."""
    found: dict[str, None] = {}
    for meeting in _MEETING.finditer(remark):
        for person in _PERSON.finditer(meeting["whom"]):
            before = (person["before"] or "").strip().lower()
            name = person["name"].rstrip(".,'’")
            if before not in _NOT_MET and not _TITLE_WORDS.search(name):
                found[f"{person['office']} {name}"] = None
    return tuple(found)
