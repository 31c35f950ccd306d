"""A language's words for diplomacy: events, operators, sources, actors; typed and validated.

Slots name where a participant stands, for every language alike:
`subject`, `object`, `indirect` (dative or iobj), `agent` (by-phrase of a passive), `genitive`
(possessor of a noun), `adjective` (nationality before a noun), `compound` (inside the word itself),
`instrumental` (case without preposition), or a preposition's lemma (`mit`, `to`, `в`), with `+`
before it where it is only accepted with a person or state, `@` where only with a place.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from registan.errors import DataError
from registan.languages.folder import table
from registan.model.report import Kind, SourceType, Standing

Slots = tuple[str, ...]
Effect = Literal[
    "possible",
    "planned",
    "negate",
    "wrong",
    "deny",
    "cancel",
    "redo",
    "refuse",
    "achieve",
    "occur",
    "ongoing",
    "demand",
    "question",
    "report",
    "confirm",
    "doubt",
    "hearsay",
]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which slots fill which role of an event, in order of preference."""

    id: str
    who: Slots = ()
    whom: Slots = ()
    where: Slots = ()
    about: Slots = ()


class EventRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that tell one kind of event.

    `verbs` and `nouns` are lemmas (German nouns also as the last part of a compound); `light`
    maps supporting verbs to the nouns that carry the event ("pay": ["visit"]). `needs` names the
    roles without which nothing is reported ("who", "whom", "where", "who|whom"), or `pair` (two act
    together), `abroad` (another country is spoken of), `foreign` (one is named besides the
    actor), `nothing` (no object),
    `deed` (what somebody shall do), `pact` (an object by name, or none). `with` maps verbs
    to words that make the event with them; `copula` maps "be" to the prepositions of a place that
    one is at. `negated_stance` is the stance that the rule's negation tells ("not happy with");
    without a `stance` beside it, nothing else is told. `telling` words are diplomatic without a
    named actor ("sanctions"). `present` is the kind where the words have a place ("spoke there
    with"). `leads_to` is the event that an invitation, order or agreement looks forward to.
    `unless` names relations or prepositions that must not hang on the event word (`в[Acc]`: with
    that case), or `objects` (two of them), `event` (a complement that is an event itself), `aim`
    (being what another event was for), `noun_subject` (a subject that is no pronoun), `stranger`
    (one that is no actor), `silence` (a complement that is one of the words for saying nothing),
    `state` (being said of a state itself, not of its people), `negated:WORD` (the word under a
    negation: "does not rule out").
    """

    id: str
    kind: Kind
    frame: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    light: dict[str, tuple[str, ...]] = {}
    needs: tuple[str, ...] = ("who",)
    stance: str | None = None
    negated_stance: str | None = None
    standing: Standing | None = None
    with_: dict[str, tuple[str, ...]] = msgspec.field(name="with", default_factory=dict)
    copula: dict[str, tuple[str, ...]] = {}
    telling: bool = False
    present: Kind | None = None
    unless: tuple[str, ...] = ()
    leads_to: Kind | None = None
    matches: str
    rejects: str


class OperatorRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that change the standing of what is below them.

    `as` says where the word stands: `governor` (verb, noun or adjective that takes the event as its
    complement), `auxiliary` (beside the event's verb), `modifier` (adverb, adjective, determiner),
    `marker` (conjunction), or `predicate` (in what is said of an event that is the subject: "the
    visit hangs in the balance"). A predicate with `beside` is an idiom with one of those
    prepositions: "plug pull" beside "on" reads "pulled the plug on the visit", "give up" so "gave
    up on it". `negated` is the effect under negation. `through` limits the relations by which the
    event hangs on a governor, `of` the words by which it does ("rejected claims that …"), `beside`
    the adverbs that must stand with it ("has yet to"). `features` limit the word's morphology,
    `without` excludes some: of an auxiliary's verb, or of the complement of a governor.
    """

    id: str
    effect: Effect
    as_: Literal["governor", "auxiliary", "modifier", "marker", "predicate"] = msgspec.field(
        name="as"
    )
    words: tuple[str, ...]
    negated: Effect | None = None
    through: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    features: dict[str, str] = {}
    without: dict[str, str] = {}
    control: Literal["subject", "object"] | None = None
    matches: str
    rejects: str


class SourceRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that name a source.

    `as` is `verb` (says X), `formula` (preposition or phrase: "laut", "according to"), `phrase` (a
    preposition that only names a source with one of the nouns in `slots`), or `noun` (what a source
    is called), which then gives the source's `type`.
    """

    id: str
    as_: Literal["verb", "formula", "phrase", "noun"] = msgspec.field(name="as")
    words: tuple[str, ...]
    type: SourceType | None = None
    slots: Slots = ()
    matches: str
    rejects: str


class ActorRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Nouns for actors without a name of their own: "Delegation", "Regierung", "rebels"."""

    id: str
    words: tuple[str, ...]
    type: Literal["person", "state", "government", "organisation", "group"]
    diplomatic: bool = True
    matches: str
    rejects: str


class Lexicon(msgspec.Struct, frozen=True):
    """Everything that the reader knows of one language's words."""

    lang: str
    frames: dict[str, Frame]
    events: tuple[EventRule, ...]
    operators: tuple[OperatorRule, ...]
    sources: tuple[SourceRule, ...]
    actors: tuple[ActorRule, ...]

    @property
    def actor_nouns(self) -> dict[str, ActorRule]:
        """The rule of each noun for an actor."""
        return {word: rule for rule in self.actors for word in rule.words}


@cache
def load(lang: str) -> Lexicon:
    """Read one language's folder; DataError names the file and row that is wrong."""
    frames = {f.id: f for f in table(lang, "frames", Frame)}
    events = table(lang, "events", EventRule)
    for rule in events:
        if rule.frame not in frames:
            raise DataError(
                f"Row {rule.id}: there is no frame {rule.frame!r}.",
                where=f"languages/{lang}/events.yml",
                hint=f"Frames are: {', '.join(frames)}.",
            )
    return Lexicon(
        lang,
        frames,
        events,
        table(lang, "operators", OperatorRule),
        table(lang, "sources", SourceRule),
        table(lang, "actors", ActorRule),
    )
