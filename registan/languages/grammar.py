"""A language's function words, as the constructions need them."""

from __future__ import annotations

from functools import cache

import msgspec

from registan.languages.folder import table
from registan.languages.lexicon import load as load_lexicon

NONE: frozenset[str] = frozenset()


class GrammarRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One set of function words, or a map of contractions to prepositions."""

    id: str
    words: tuple[str, ...] = ()
    map: dict[str, str] = {}


class Grammar(msgspec.Struct, frozen=True):
    """Function words of one language by the name of their set."""

    lang: str
    sets: dict[str, frozenset[str]]
    contractions: dict[str, str]
    object_control: frozenset[str]
    subject_control: frozenset[str]

    @property
    def agent(self) -> frozenset[str]:
        """Prepositions of the passive's agent."""
        return self.words("agent")

    @property
    def bare_agent(self) -> bool:
        """Does a bare instrumental name the passive's agent, as in Russian?"""
        return bool(self.words("bare_agent"))

    def words(self, name: str) -> frozenset[str]:
        """One set of words; empty where the language has none."""
        return self.sets.get(name, NONE)

    def uncontract(self, form: str) -> str | None:
        """The preposition inside a contraction ("zum" -> "zu"), else None."""
        return self.contractions.get(form)


@cache
def load_grammar(lang: str) -> Grammar:
    """Read `languages/<lang>/grammar.yml` and the verbs of object control."""
    rows = table(lang, "grammar", GrammarRow)
    sets = {row.id: frozenset(row.words) for row in rows}
    maps = {k: v for row in rows for k, v in row.map.items() if row.id == "contraction"}
    return Grammar(lang, sets, maps, _controlling(lang, "object"), _controlling(lang, "subject"))


def _controlling(lang: str, role: str) -> frozenset[str]:
    rules = load_lexicon(lang).operators
    return frozenset(w for rule in rules if rule.control == role for w in rule.words)
