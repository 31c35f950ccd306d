"""Decide whom a name means: by its likeness, then title, country and the office held on the day.

A bare likeness decides nothing. Where two people remain equally likely, the answer is empty.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from registan.world.finder import find_known
from registan.world.name import inflection_bases, likeness_of, names_of, to_surname_key
from registan.world.name_word import name_words
from registan.world.noun import Candidate, Mention, Person, Term, to_iso
from registan.world.person import EXACT, candidates
from registan.world.store import LANGUAGES, map_persons, map_terms, read_groups, read_people
from registan.world.tenure import (
    covers,
    ends_after,
    general_offices,
    holder_term,
    rank_of,
    shared_offices,
)
from registan.world.token import Token, tokenize

LEAST_LIKENESS = 0.78
SAME_SOUND = 0.975
UNLIKE_LETTERS = 0.92
MARGIN = 0.06
SOUND_WEIGHT = 0.6
BARE_WEIGHT = 0.28
KNOWN_BONUS = 0.08
PARTICLE_BONUS = 0.07
IN_OFFICE, IMPOSSIBLE = 1.0, 2.0
# How alike a surname must sound to stand alone.
ALIKE_ALONE = 0.83
INFLECTED = 0.94
# Of an office without a day: its term is known, or only that somebody was seen in it once.
NAMED_WEIGHT, SEEN_WEIGHT = 0.7, 0.5
LEADING = {"head-of-state", "head-of-government", "supreme-leader"}
FORMER = {"ex-officeholder"}
HYPHENS = ("-", "\u2010", "\u2011")


class Clue:
    """What stands beside the name itself.

    Offices and countries that its title or adjective gives, a `particle` before it (`dos Santos`).
    """

    def __init__(
        self,
        mentions: list[Mention],
        country: str | None,
        words: Set[str] = frozenset(),
        particle: str | None = None,
    ) -> None:
        self.particle = particle
        self.offices = {i for m in mentions if m.type == "office" for i in m.ids}
        self.countries = {
            i for m in mentions if m.type in ("nationality", "country") for i in m.ids
        }
        self.former = bool(self.offices & FORMER)
        self.offices -= FORMER
        self.generation = next(
            (g for w in sorted(words) if (g := name_words().generation(w)) is not None), None
        )
        if country:
            self.countries.add(country)


def who(
    name: str, lang: str, as_of: str | date | None = None, context_country: str | None = None
) -> list[Candidate]:
    """Give whom a name may mean, best first; empty when nobody is meant or nothing decides."""
    lang = lang if lang in LANGUAGES else "en"
    day = to_iso(as_of)
    words, clue = read_name(name, lang, context_country)
    if not words:
        return describe(clue, day)
    found = choose(words, clue, lang, day)
    if not found and (clue.countries or clue.offices):
        # `Dominique`, `Israel` or `Гана` may be a given name here, `Shah` a part of the name.
        words, clue = read_name(name, lang, context_country, given=True)
        found = choose(words, clue, lang, day)
    return found


def choose(words: tuple[str, ...], clue: Clue, lang: str, day: str | None) -> list[Candidate]:
    """Judge all people whose names are alike, and decide between them."""
    alike = meant(words, lang)
    scored = [c for c in (judge(p, score, words, clue, day) for p, score in alike) if c]
    scored.sort(key=lambda c: (-c.score, c.id))
    return decide(merge_twins(pick_generation(scored, clue), day))


def pick_generation(scored: list[Candidate], clue: Clue) -> list[Candidate]:
    """Keep the elder or the younger of the likeliest people where the name says which."""
    if clue.generation is None or not scored:
        return scored
    alike = [
        c for c in scored if scored[0].score - c.score < MARGIN and c.country == scored[0].country
    ]
    alike.sort(key=lambda c: c.from_ or "")
    chosen = alike[clue.generation]
    return [chosen] if len(alike) > 1 or is_marked(chosen.id, clue.generation) else []


def is_marked(person: str, generation: int) -> bool:
    """Say whether a person is known as the elder or the younger (`Ferdinand Marcos Jr.`)."""
    words = {t.key for name in names_of(map_persons()[person]) for t in tokenize(name)}
    return any(name_words().generation(word) == generation for word in words)


def describe(clue: Clue, day: str | None) -> list[Candidate]:
    """Resolve a description without a name (`der usbekische Präsident`) to the holder of that
    office on the day.
    """
    if day is None or clue.former or not clue.offices:
        return []
    seats = [(o, c) for o in sorted(clue.offices) for c in sorted(clue.countries) or seats_of(o)]
    terms = [t for t in (holder_term(office, country, day) for office, country in seats) if t]
    if len({t.person for t in terms}) != 1:
        return []
    because = f"held the office {terms[0].office} of {terms[0].country} on {day}"
    return [to_candidate(map_persons()[terms[0].person], terms[0], 0.9, because)]


def to_candidate(person: Person, term: Term | None, score: float, because: str) -> Candidate:
    """Put a person, the term that decided and the reason together."""
    return Candidate(
        id=person.id,
        name=person.name,
        country=(term.country if term else None) or person.country,
        office=term.office if term else None,
        from_=term.start if term else None,
        to=last_day(term) or None if term else None,
        score=round(score, 3),
        because=because,
    )


def seats_of(office: str) -> list[str]:
    """The state or organisation that alone has an office."""
    return [o.country for o in read_groups().offices if o.id == office and o.country]


def read_name(
    name: str, lang: str, country: str | None, given: bool = False
) -> tuple[tuple[str, ...], Clue]:
    """Split a name into its words and the titles and adjectives around it.

    If `given`, a state's name and a title after the first word are parts of the name.
    """
    tokens = tokenize(name)
    mentions, _ = find_known(name, tokens, lang)
    clues = [m for m in mentions if m.type in ("office", "nationality", "country")]
    if given:
        clues = [
            m for m in clues if m.type == "nationality" or (m.type == "office" and m.start == 0)
        ]
    kept = [t for i, t in enumerate(tokens) if not is_clue(t, clues) and not is_title_word(t)]
    words = [t.text for t in kept]
    while len(words) > 1 and words[-1] == "s":
        words.pop()
    particle = None
    while len(words) > 1 and words[0].islower():
        particle = words.pop(0)
    clue = Clue(clues, country, {w.lower() for w in words[1:]}, particle)
    while len(words) > 1 and (
        name_words().generation(words[-1].lower()) is not None
        or is_tail(name, kept[len(words) - 1])
    ):
        words.pop()
    return tuple(words), clue


def is_tail(name: str, token: Token) -> bool:
    """Say whether a word in small letters stands loose after a name, not as `Jong-il` does."""
    return token.text.islower() and name[token.start - 1 : token.start] not in HYPHENS


def is_title_word(token: Token) -> bool:
    """Say whether a word is an honorific, or stands before titles and says nothing of whom."""
    words = name_words()
    return token.key in words.honorifics or token.key in words.beside_titles


def is_clue(token: Token, clues: list[Mention]) -> bool:
    """Say whether a word belongs to a title or adjective found."""
    return any(m.start <= token.start < m.end for m in clues)


def meant(words: tuple[str, ...], lang: str) -> list[tuple[Person, float]]:
    """The people who come into question at all, with the likeness of their names.

    Where somebody is spelled so, others must at least sound the same in full.
    """
    people = read_people().persons
    found = [people[i] for i in candidates(words, lang, wide=True)]
    scored = [(person, likeness_of(person, words, lang)) for person in found]
    best = max((score for _, score in scored), default=0.0)
    least = SAME_SOUND if best >= EXACT else LEAST_LIKENESS
    penalty = 1.0 if best < EXACT else UNLIKE_LETTERS
    # Of a name written just so, another to which an ending is added (`Adam`) is less likely.
    inflected = INFLECTED if best == 1.0 else 1.0
    return [
        (person, score * (penalty if score < EXACT else inflected if score < best else 1.0))
        for person, score in scored
        if score >= least
    ]


def judge(
    person: Person, likeness: float, words: tuple[str, ...], clue: Clue, day: str | None
) -> Candidate | None:
    """Score one person; None where country, title or time speak against him."""
    terms = map_terms().get(person.id, [])
    if clue.countries and not clue.countries & ({person.country} | {t.country for t in terms}):
        return None
    if clue.offices and not any(fits_office(t, clue) for t in terms):
        return None
    term, weight, because = weigh(terms, clue, day)
    if len(words) == 1 and likeness < EXACT and not person.names:
        return None
    if weight <= 0 or (len(words) == 1 and weight < least_weight(words[0], likeness, clue, day)):
        return None
    full = 0.1 if len(words) > 1 else 0.0
    # Inside one state, or without a day, the leader whom every language names stands before others.
    known = KNOWN_BONUS if (clue.countries or day is None) and person.names else 0.0
    particles = name_words().particles & set(person.surname.lower().split(" ")[:-1])
    if particles and (len(words) == 1 or clue.particle):
        # `dos Santos` is not `Santos`, though either may be written for the other.
        known += PARTICLE_BONUS if clue.particle in particles else -PARTICLE_BONUS
    score = min(1.0, likeness * (0.55 + 0.35 * weight) + full + known)
    because = f"the name {'is written so' if likeness > 0.985 else 'sounds alike'}; {because}"
    return to_candidate(person, term, score, because)


def least_weight(surname: str, likeness: float, clue: Clue, day: str | None) -> float:
    """How well a career must fit the day where a surname stands alone.

    One that is only alike, or of somebody not yet known, decides nothing; one that many people
    have means at most who is in office.
    """
    common = name_words().common | (read_people().index.weak if day else frozenset())
    keys = {to_surname_key(base) for base in inflection_bases(surname)}
    if keys & common and not clue.offices and not clue.countries:
        return IN_OFFICE
    if likeness >= EXACT:
        return BARE_WEIGHT
    return SOUND_WEIGHT if likeness >= ALIKE_ALONE else IMPOSSIBLE


def fits_office(term: Term, clue: Clue) -> bool:
    """Say whether a term is in an office that the title means."""
    meant_by = {term.office, *general_offices().get(term.office, ())}
    if term.office in ("supreme-leader", "party-leader"):
        meant_by.add("head-of-state")
    return bool(meant_by & clue.offices)


def last_day(term: Term) -> str:
    """The last day of a term, or until when it is known to have lasted."""
    return term.end or term.known_until or ""


def weigh(terms: list[Term], clue: Clue, day: str | None) -> tuple[Term | None, float, str]:
    """Weigh a career against a day: in office then, before, not yet."""
    fitting = [t for t in terms if not clue.offices or fits_office(t, clue)]
    if not fitting:
        return None, 0.35, "no office of this person is known"
    fitting.sort(key=lambda t: (t.seen, rank_of(t.office), t.start or ""))
    if day is None:
        weight = SEEN_WEIGHT if fitting[0].seen else NAMED_WEIGHT
        return fitting[0], weight, f"held the office {fitting[0].office}"
    held = [t for t in fitting if covers(t, day)]
    if held and not clue.former:
        return held[0], 1.0, f"held the office {held[0].office} on {day}"
    past = sorted((t for t in fitting if not ends_after(t, day)), key=lambda t: last_day(t))
    if past:
        years = int(day[:4]) - int(last_day(past[-1])[:4])
        weight = max(0.25, 0.75 - 0.02 * years)
        if clue.offices and not clue.former:
            weight -= 0.15
        return past[-1], weight, f"held the office {past[-1].office} until {last_day(past[-1])}"
    if held:
        return held[0], 0.4, f"held the office {held[0].office} on {day}"
    soon = min(fitting, key=lambda t: t.start or "9999")
    years = int((soon.start or "9999")[:4]) - int(day[:4])
    return (
        soon,
        max(0.0, 0.3 - 0.02 * years),
        f"came into the office {soon.office} only in {soon.start}",
    )


def merge_twins(scored: list[Candidate], day: str | None) -> list[Candidate]:
    """Keep one of two entries for one person: in two states' lists (a prime minister who went to
    the EU), or spelled in two ways in one seat, which two people cannot hold on one day.
    """
    kept: list[Candidate] = []
    for candidate in scored:
        if not any(is_twin(candidate, other, day) for other in kept):
            kept.append(candidate)
    return kept


def is_twin(one: Candidate, other: Candidate, day: str | None) -> bool:
    """Say whether two candidates are one person."""
    if one.name == other.name:
        return True
    seats = [
        {
            (general, term.country, term.start if day is None else day)
            for term in map_terms().get(candidate.id, [])
            if day is None or covers(term, day)
            for general in (term.office, *general_offices().get(term.office, ()))
            if general not in shared_offices()
        }
        for candidate in (one, other)
    ]
    return bool(seats[0] & seats[1])


def decide(scored: list[Candidate]) -> list[Candidate]:
    """Give the candidates if the best is clearly better than the next, else nobody."""
    if not scored:
        return []
    rivals = [c for c in scored if scored[0].score - c.score < MARGIN]
    if len(rivals) == 1:
        return scored[:5]
    leading = [c for c in rivals if c.office and LEADING & {c.office, *offices_of(c)}]
    if len(leading) == 1 and {c.country for c in rivals} == {leading[0].country}:
        # Of one family and state, the bare name means who leads (`Aliyev`, not his wife).
        return [leading[0], *(c for c in scored if c is not leading[0])][:5]
    return []


def offices_of(candidate: Candidate) -> tuple[str, ...]:
    """The more general offices that the one which decided includes."""
    return general_offices().get(candidate.office or "", ())
