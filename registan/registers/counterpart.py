"""Counterpart: the persons whom a remark says were met, where it names office and person."""

from __future__ import annotations

import re

_MEETING = re.compile(
    r"(?i:\b(?:met|meetings?|audience|conferred|talks|dinner|lunch(?:eon)?)"
    r"(?: \w+ly| again| separately)? with) (?P<whom>.+?)"
    r"(?=(?<![A-Z])(?<!Gen)(?<!St)(?<!Dr)[.;](?:\s|$)|$)"
)
_OFFICE = (
    r"(?:(?:Acting|Interim|Deputy|Vice|First|Crown|Grand|Provisional) )*"
    r"(?:President(?:-elect)?|Prime Minister(?:-elect)?|Premier|Chancellor|King|Queen|Emperor|"
    r"Empress|Sultan|Emir|Amir|Shah|Pope|Prince|Princess|Duke|Duchess|Taoiseach|Governor General|"
    r"General Secretary|Secretary General|Secretary-General|Chairman|Generalissimo|"
    r"Foreign (?:Minister|Secretary)|Defense Minister|Finance Minister|"
    r"Minister (?:of|for) [A-Z]\w+(?: [A-Z]\w+)?|Minister|Secretary of State|Cardinal|Patriarch|"
    r"Archbishop)"
)
_PARTICLE = r"(?:al|de|da|do|dos|el|la|van|von|der|bin|ben|ibn|arap)(?=\s[A-Z])"
_NAME = rf"(?:[A-Z][\w’'‘ʻ.-]*|(?:al|el|bin)-[A-Z]\w+|{_PARTICLE})"
_PERSON = re.compile(rf"\b(?P<office>{_OFFICE}) (?P<name>{_NAME}(?: {_NAME})*)")
_MONTH = re.compile(
    r"\s+(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)$"
)
# Words before an office that make its holder not the one who was met.
_NOT_MET = {"former", "late", "of", "to", "for", "by", "wife", "accompanied", "joined", "or"}


def read_counterparts(remark: str) -> tuple[str, ...]:
    """Give 'office name' of those met, as published; what cannot be told apart is left out."""
    found: dict[str, None] = {}
    for meeting in _MEETING.finditer(remark):
        for person in _PERSON.finditer(meeting["whom"]):
            before = meeting["whom"][: person.start()].split()
            if not (before and before[-1].lower() in _NOT_MET):
                name = _MONTH.sub("", person["name"]).rstrip(".,'’")
                found[f"{person['office']} {name}"] = None
    return tuple(found)
