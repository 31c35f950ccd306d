"""American officers by a surname that is also a common word: "every president since Ford"."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from registan.reader.claim_cue import load_words
from registan.reader.claim_scene import AMERICAN
from registan.reader.tree import Doc
from registan.world import Mention

FROM = "1900"  # Whom news names by surname alone.


@lru_cache(maxsize=8)
def _surnames(world: Any, lang: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Surname in a language -> who of that name held an American office since 1900, and which."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, person in world.persons.items():
        for term in world.terms(key):
            if term.office in AMERICAN and (term.end or "9999") > FROM:
                written = [name.split()[-1] for name in person.names.get(lang, ())]
                for surname in dict.fromkeys(written or [person.surname]):
                    told = found.get(surname, ())
                    found[surname] = tuple(dict.fromkeys((*told, (key, term.office))))
    return found


def officers_by_surname(doc: Doc, mentions: list[Mention], world: Any) -> list[Mention]:
    """Those whom the world left out, in a text that speaks of their office, or that asks."""
    spoken = {i for m in mentions if m.type == "office" for i in m.ids}
    spoken |= {"us-president"} if "head-of-state" in spoken else set()
    text = doc.text
    if load_words(doc.lang_).patterns["told_of"].search(text):
        spoken |= set(AMERICAN)
    asks = len(list(doc.sents)) == 1 and text.rstrip().endswith("?")
    taken = [(m.start, m.end) for m in mentions]
    found = []
    for token in doc:
        start, end = token.idx, token.idx + len(token.text)
        if token.pos_ != "PROPN" or any(a < end and start < b for a, b in taken):
            continue
        surnames = _surnames(world, doc.lang_)
        known = surnames.get(token.text) or surnames.get(token.lemma_.capitalize(), ())
        held = {key for key, office in known if office in spoken or asks}
        beside = any(c.dep_ == "flat" for c in token.children) or token.dep_ == "flat"
        if len(held) == 1 and not beside:
            ids = (held.pop(),)
            found.append(Mention(start=start, end=end, text=token.text, type="person", ids=ids))
    return found
