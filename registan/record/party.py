"""Party: a participant as one report names it, and whether two reports mean the same one.

Names are compared by how they sound, so that spellings in two scripts meet. A title and the name
behind it ("his Polish counterpart" and "Jan Nowak" as two participants) are one party.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from registan import world
from registan.languages import load, load_grammar
from registan.model import ActorMention, Report
from registan.world import name_word
from registan.world.name import inflection_bases
from registan.world.sound import likeness, rough

Relation = Literal["same", "may", "other"]
SAME_SURNAME = 0.85
SAME_GIVEN = 0.8
NEAR_SURNAME = 0.5  # Enough where the given names agree: "Hoxhaj" is "Ходжай" in Russian.
NEAR_GIVEN = 0.6
BODIES = frozenset({"state", "government"})
TITLES = frozenset({"office", "nationality", "country", "city", "metonym"})
STATES = frozenset({"country", "nationality"})
FATHER = 4  # letters of a father's name that another form of it begins with
TITLE_LENGTH = 6  # letters of a noun that may end a title
CYRILLIC = "Ѐ"  # its first letter: what lies before is Latin
OWNING = ("'s", "’s")  # "Transnistria's leader": whose, and no name of the leader
BESIDE = 2  # Characters between a title and the name that it belongs to.


class Party(NamedTuple):
    """A participant: `words` are the words of the name alone, without titles and states."""

    id: str | None
    words: tuple[str, ...]
    lang: str
    country: str | None
    body: bool
    label: str

    @property
    def is_blank(self) -> bool:
        """ "Both countries", "the leaders": whose or who is not said."""
        return not (self.id or self.words or self.country)


def list_parties(actors: Sequence[ActorMention], lang: str) -> tuple[Party, ...]:
    """Give the parties that the actors of one role are, a title joined to its name.

    "The Armenian" beside a named Armenian is the title of that one and no further party.
    """
    return _parties(tuple(actors), lang)


@lru_cache(maxsize=16384)  # A report is compared with many others.
def _parties(actors: tuple[ActorMention, ...], lang: str) -> tuple[Party, ...]:
    found = [_make(actor, lang) for actor in join_titles(actors)]
    named = {p.country for p in found if p.words or p.id}
    return tuple(p for p in found if p.words or p.id or p.body or p.country not in named)


def join_titles(actors: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Give the actors, a title ("his Polish counterpart") joined to the name behind it."""
    joined: list[ActorMention] = []
    for actor in actors:
        if joined and _belongs(joined[-1], actor):
            joined[-1] = _join(joined[-1], actor)
        else:
            joined.append(actor)
    return tuple(joined)


def cast_of(reports: Sequence[Report]) -> tuple[ActorMention, ...]:
    """Give the distinct actors that a document's reports name, in order of their words."""
    found: dict[tuple[str | None, str], ActorMention] = {}
    for report in reports:
        for actor in (*report.who, *report.whom):
            found.setdefault((actor.id, actor.name), actor)
    return tuple(found.values())


def _belongs(title: ActorMention, name: ActorMention) -> bool:
    """Say whether a name without state or office stands directly behind a title."""
    if name.id or name.country or name.type != "unknown" or not title.span or not name.span:
        return False
    return 0 <= name.span.start - title.span.end <= BESIDE


def _join(title: ActorMention, name: ActorMention) -> ActorMention:
    return ActorMention(
        name=name.name,
        mention=f"{title.mention} {name.mention}",
        type="person",
        country=title.country,
        office=title.office,
        span=name.span,
    )


def _make(actor: ActorMention, lang: str) -> Party:
    known = actor.id is not None and actor.id != actor.country
    return Party(
        id=actor.id if known else None,
        words=_words_of(actor, "en" if known else lang),
        lang="en" if known else lang,
        country=actor.country or (None if known else _state_of(actor, lang)),
        body=actor.type in BODIES,
        label=actor.name,
    )


def _words_of(actor: ActorMention, lang: str) -> tuple[str, ...]:
    """The words of the name; "envoys of both countries" have none."""
    described = actor.id is None and actor.country is None
    both = described and not load_grammar(lang).words("pair").isdisjoint(actor.mention.split())
    return () if actor.type in BODIES or both else name_words(actor.name, lang)


def _state_of(actor: ActorMention, lang: str) -> str | None:
    """The state of somebody who no list has, by the title that the name stands with."""
    said = title_state(actor.name, lang)
    return said or (title_state(actor.mention, lang) if actor.type == "person" else None)


@lru_cache(maxsize=16384)
def name_words(name: str, lang: str) -> tuple[str, ...]:
    """Give the words of a name that are no title, state or common noun, the surname last."""
    name = without_states(name, lang)
    covered = [m for m in world.load().find(name, lang) if m.type in TITLES]
    words: list[str] = []
    at = 0
    for word in name.split():
        at = name.index(word, at)
        over = [m for m in covered if m.start <= at < m.end]
        surname = bool(words) and all(m.type == "city" for m in over)  # "Rosa Villavicencio"
        hidden = bool(over) and not surname
        at += len(word)
        hidden = hidden or (at < len(name) and _is_title(word, lang))
        hidden = hidden or (at < len(name) and word.endswith(OWNING))
        if not hidden and word[0].isupper() and word.casefold() not in _common(lang):
            words.append(word.strip(".,;:’'\"()"))
    return tuple(w for w in words if len(w) > 1 and "." not in w)  # "H.E." is no name


def without_states(name: str, lang: str) -> str:
    """ "Ministre albanais des Affaires étrangères X": the state inside parts the title's words."""
    inside = [m for m in world.load().find(name, lang) if m.type in STATES]
    for mention in reversed(inside):
        name = f"{name[: mention.start]}{name[mention.end :]}"
    return " ".join(name.split())


@lru_cache(maxsize=16384)
def title_state(name: str, lang: str) -> str | None:
    """The state in the title that a name was read with ("главой МИД Сербии …").

    Some offices are of one state alone, however they are written ("US-Außenminister").
    """
    known = world.load()
    found = known.find(name, lang)
    states = [known.country_of(m) for m in found if m.type in STATES]
    states += [known.offices[m.ids[0]].country for m in found if m.type == "office"]
    return next((state for state in states if state), None)


@lru_cache(maxsize=16384)
def title_offices(name: str, lang: str) -> frozenset[str]:
    """The offices in what somebody is called ("the foreign ministers of X")."""
    found = world.load().find(name, lang)
    return frozenset(i for m in found if m.type == "office" for i in m.ids)


@lru_cache(maxsize=16384)
def _is_title(word: str, lang: str) -> bool:
    """ "Außenstaatssekretär" before a name: a compound of a common noun, in such a language."""
    if not load_grammar(lang).words("closed_compounds"):
        return False
    return word.casefold().endswith(tuple(w for w in _common(lang) if len(w) >= TITLE_LENGTH))


@lru_cache(maxsize=8)
def _common(lang: str) -> frozenset[str]:
    lexicon = load(lang)
    rows = [r.words for r in lexicon.actors]
    rows += [r.words for r in lexicon.sources if r.as_ == "noun" and r.type != "media"]
    return frozenset(word.casefold() for words in rows for word in words)


def relate(one: Party, other: Party) -> Relation:
    """Say whether two parties are the same, may stand for each other, or are different ones."""
    if one.id and other.id:
        return "same" if one.id == other.id else _relate_twins(one, other)
    if one.is_blank or other.is_blank:
        return "may"
    if one.country and other.country and one.country != other.country:
        return "other"
    if one.body and other.body:
        return "same" if one.country and one.country == other.country else "other"
    if one.body or other.body:
        return "may" if one.country and one.country == other.country else "other"
    if one.words and other.words:
        return "same" if sound_alike(one, other) else "other"
    return "may"


def _relate_twins(one: Party, other: Party) -> Relation:
    """Two entries of the lists for one person: the same words, or a father's name turned round.

    Or both with it ("Faisal bin Farhan", "Prince Faisal bin Farhan Al Saud").
    """
    if one.country and one.country == other.country and _share_father(one.label, other.label):
        return "same"
    alike = len(one.words) == len(other.words) > 1
    if not alike or not one.country or one.country != other.country:
        return "other"
    if sorted(map(_fold, one.words)) == sorted(map(_fold, other.words)):
        return "same"
    turned = [sorted(pair, key=len) for pair in zip(one.words, reversed(other.words), strict=True)]
    equal = [_fold(a) == _fold(b) for a, b in turned]
    # "Ukhnaa" and "Ukhnaagiin": the father's name in another case
    begun = [len(a) >= FATHER and _fold(b).startswith(_fold(a)) for a, b in turned]
    return "same" if any(equal) and all(begun) else "other"


def _share_father(one: str, other: str) -> bool:
    """Have two names the given name, the father's and, where both have one, the family's alike?"""
    mine, theirs = _son(one), _son(other)
    families = {names[2] for names in (mine, theirs) if names and names[2]}
    return bool(mine and theirs) and mine[:2] == theirs[:2] and len(families) < 2


def _son(name: str) -> tuple[str, str, str] | tuple[()]:
    """The given name, the father's and the family's of "X bin Y Al Z"; nothing of other names."""
    words = name.casefold().replace("-", " ").split()
    at = next((i for i, w in enumerate(words) if w in name_word.name_words().sons), 0)
    if not 0 < at < len(words) - 1:
        return ()
    return words[at - 1], words[at + 1], words[-1] if len(words) > at + 2 else ""


def _fold(word: str) -> str:
    return _bare(word).casefold()


def sound_alike(one: Party, other: Party) -> bool:
    """Say whether two names are spellings of one: surname and, where both have it, given name."""
    surname = _likeness(one.words[-1], one.lang, other.words[-1], other.lang)
    if len(one.words) > 1 and len(other.words) > 1:
        given = _likeness(one.words[0], one.lang, other.words[0], other.lang)
        return (
            (surname >= SAME_SURNAME and given >= NEAR_GIVEN)
            or (given >= SAME_GIVEN and surname >= NEAR_SURNAME)
            or (surname >= SAME_SURNAME and _is_transcribed(one, other))
            or (surname >= SAME_SURNAME and _is_shortened(one, other))
        )
    return surname >= SAME_SURNAME


def _is_transcribed(one: Party, other: Party) -> bool:
    """ "Hugh Todd" and "Хью Тодд": of one state, in two scripts, where given names are written as
    they sound or as is the custom."""
    scripts = {party.words[0][0] >= CYRILLIC for party in (one, other)}
    states = {party.country for party in (one, other)} - {None}
    return len(scripts) > 1 and len(states) == 1


def _is_shortened(one: Party, other: Party) -> bool:
    """ "Kumara Dissanayake" is "Anura Kumara Dissanayake" of that state: what the shorter name has
    before the surname, the longer one has, too."""
    fewer, more = sorted((one, other), key=lambda p: len(p.words))
    if len(fewer.words) == len(more.words) or not one.country or one.country != other.country:
        return False
    return all(
        any(_likeness(w, fewer.lang, o, more.lang) >= SAME_GIVEN for o in more.words[:-1])
        for w in fewer.words[:-1]
    )


@lru_cache(maxsize=65536)
def _likeness(one: str, lang: str, other: str, other_lang: str) -> float:
    return max(
        likeness(rough(_bare(a), lang), rough(_bare(b), other_lang))
        for a in inflection_bases(one)
        for b in inflection_bases(other)
    )


def _bare(word: str) -> str:
    return word.replace("-", "").replace(" ", "")


class Match(NamedTuple):
    """How two sets of parties fit: how many are surely and how many perhaps the same."""

    same: int
    may: int
    left: int
    right: int

    @property
    def fits(self) -> bool:
        """No party of the smaller set is without its counterpart."""
        return min(self.left, self.right) == 0

    @property
    def whole(self) -> bool:
        """Every party of either set has its counterpart."""
        return self.left == self.right == 0


@lru_cache(maxsize=65536)  # News tells of few people, again and again.
def match(ones: tuple[Party, ...], others: tuple[Party, ...]) -> Match:
    """Pair the parties of two reports, the surest pairs first; `left` and `right` found none."""
    order: dict[Relation, int] = {"same": 0, "may": 1, "other": 2}
    pairs = sorted(
        (order[relate(a, b)], i, j) for i, a in enumerate(ones) for j, b in enumerate(others)
    )
    left, right = set(range(len(ones))), set(range(len(others)))
    counts = [0, 0]
    for grade, i, j in pairs:
        if grade < 2 and i in left and j in right:
            counts[grade] += 1
            left.discard(i)
            right.discard(j)
    return Match(counts[0], counts[1], len(left), len(right))
