"""Compile people with their offices and terms from the sources, one person each however often he
is listed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from registan.world.build import source as sources
from registan.world.build.country import read_yaml
from registan.world.build.wording import surname_first
from registan.world.name_word import name_words
from registan.world.sound import likeness, rough, strip_marks

SAME_SURNAME = 0.8
SAME_GIVEN = 0.6
SAME_SYLLABLES = 0.85
LAST_YEAR = 2026
TRUSTED = {"registan", "historyatstate", "ifg"}


@dataclass
class Draft:
    """A person in the making: what one or more sources say."""

    name: str
    surname: str
    country: str
    id: str | None = None
    wikidata: str | None = None
    names: dict[str, list[str]] = field(default_factory=dict)
    aka: list[str] = field(default_factory=list)
    terms: list[dict[str, Any]] = field(default_factory=list)

    @property
    def given(self) -> str:
        """The name without the surname."""
        return self.name.replace(self.surname, " ").strip()


def compile_people(
    source: Path, registers: Path
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give persons and terms; earlier sources win over later ones."""
    people: dict[str, list[Draft]] = {}
    for draft in read_all(source, registers):
        merge(people.setdefault(draft.country, []), draft)
    # A second time: what a later source added may show that two are one.
    drafts = [draft for group in people.values() for draft in merge_all(group)]
    use_plain_names(drafts)
    close_terms(drafts)
    crown_monarchs(drafts)
    ids = name_ids(drafts)
    persons = [person_row(draft, ids[id(draft)]) for draft in drafts]
    terms = [term | {"person": ids[id(draft)]} for draft in drafts for term in draft.terms]
    return persons, terms


def read_all(source: Path, registers: Path) -> Iterable[Draft]:
    """Read every source, the most reliable first."""
    readers = [
        sources.read_us_presidents(registers),
        sources.read_us_secretaries(registers),
        sources.read_leaders(read_yaml("leaders.yml")),
        sources.read_uk(source),
        sources.read_factbook(source),
        sources.read_wikidata_leaders(source),
        sources.read_foreign_ministers(source),
        sources.read_unga(source),
        sources.read_visits(registers),
    ]
    for reader in readers:
        for row in reader:
            yield Draft(**row)


def merge_all(drafts: list[Draft]) -> list[Draft]:
    """Make one of the drafts of a country that are one person and share a seat and its time."""
    group: list[Draft] = []
    for draft in drafts:
        known = [other for other in group if in_one_seat(other, draft) and is_same(other, draft)]
        if known:
            merge(known, draft)
        else:
            group.append(draft)
    return group


def merge(group: list[Draft], draft: Draft) -> None:
    """Add a draft to the person it describes, or as a new one."""
    alike = [other for other in group if is_same(other, draft)]
    known = max(alike, key=lambda other: shared_words(other, draft), default=None)
    if known is None:
        group.append(draft)
        return
    known.wikidata = known.wikidata or draft.wikidata
    if draft.name != known.name and draft.name not in known.aka:
        known.aka.append(draft.name)
    for lang, names in draft.names.items():
        known.names.setdefault(lang, []).extend(
            n for n in names if n not in known.names.get(lang, [])
        )
    known.aka += [a for a in draft.aka if a not in known.aka]
    for term in draft.terms:
        add_term(known, term)


def is_same(one: Draft, other: Draft) -> bool:
    """Say whether two drafts of one country are one person.

    Surname alike and given names not in conflict.
    """
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    if one.id and other.id:
        return one.id == other.id
    if all_names(one) & all_names(other):
        return terms_near(one, other, 16)
    if begin_together(one, other):
        return True
    if words_agree(one, other) and in_one_seat(one, other, SINGLE):
        return True
    if not surnames_agree(one, other):
        return False
    if not one.given or not other.given:
        return terms_near(one, other)
    return givens_agree(one, other) and terms_near(one, other, 12)


def all_names(draft: Draft) -> set[str]:
    """Full names in small letters without diacritics; a single name is no evidence."""
    names = [draft.name, *draft.aka]
    return {strip_marks(n).lower().replace("-", " ").replace(".", "") for n in names if " " in n}


def words_of(name: str) -> list[str]:
    """The words of a name as they sound, without particles: "Prince Faisal bin Farhan Al Saud"."""
    words = re.findall(r"[^\W\d_]+", strip_marks(name).lower())
    return [rough(w, "en") for w in words if w not in name_words().particles and w != "of"]


def shared_words(one: Draft, other: Draft) -> int:
    """How many words of their names two drafts share."""
    return len(set(words_of(one.name)) & set(words_of(other.name)))


def words_agree(one: Draft, other: Draft) -> bool:
    """Say whether one's words are the other's: the same, or some of them in their order.

    "Suga Yoshihide" is Yoshihide Suga, and Abdullah II is "Abdullah II ibn Al Hussein"; the other
    order, in which the surname comes first, counts, too.
    """
    few, many = sorted((words_of(one.name), words_of(other.name)), key=len)
    return len(few) > 1 and (sorted(few) == sorted(many) or lies_in(few, many))


def lies_in(few: list[str], many: list[str]) -> bool:
    """Say whether all of a few words are among many in their order, or in the reverse one."""
    for words in (few, few[::-1]):
        rest = iter(many)
        if all(word in rest for word in words):
            return True
    return False


def surnames_agree(one: Draft, other: Draft) -> bool:
    """Compare surnames; in double names one of the parts is enough."""
    ours, theirs = (rough(s.split(" ")[-1], "en") for s in (one.surname, other.surname))
    if likeness(ours, theirs) >= SAME_SURNAME and ours[:1] == theirs[:1]:
        return True
    words = {strip_marks(w).lower() for w in other.name.split(" ")[1:]}
    return strip_marks(one.surname).lower() in words


def givens_agree(one: Draft, other: Draft) -> bool:
    """Compare first given names: alike in sound, or an initial of the other."""
    if one.country in surname_first():
        joined = [rough(re.sub(r"\W", "", strip_marks(d.given)), "en") for d in (one, other)]
        return likeness(joined[0], joined[1]) >= SAME_SYLLABLES
    pairs = [
        [strip_marks(w).strip(".").lower() for w in d.given.split(" ") if w] for d in (one, other)
    ]
    ours, theirs = first_agrees(*pairs), first_agrees(*reversed(pairs))
    return (ours and theirs) or ((ours or theirs) and in_one_seat(one, other))


def in_one_seat(one: Draft, other: Draft, offices: Container[str] | None = None) -> bool:
    """Say whether two drafts hold one office at the same time, which two people cannot.

    `offices` are those that count, all by default.
    """
    return any(
        a["office"] == b["office"]
        and (offices is None or a["office"] in offices)
        and (a["start"] or "0") < last_day(b)
        and (b["start"] or "0") < last_day(a)
        for a in one.terms
        for b in other.terms
    )


def last_day(term: dict[str, Any]) -> str:
    """The last day of a term: of a year or month known no better, its own last."""
    end = str(term["end"] or "9999")
    return end + "-12-31"[len(end) - 4 :]


def begin_together(one: Draft, other: Draft) -> bool:
    """Say whether two drafts took one office on one day and a surname or first name sounds alike.

    So a peer's title (`Lord Hague of Richmond`) and a changed surname meet the usual name.
    """
    starts = [
        {(t["office"], t["start"]) for t in d.terms if len(t["start"] or "") == len("2001-01-01")}
        for d in (one, other)
    ]
    if not starts[0] & starts[1]:
        return False
    firsts, surnames = (one.name, other.name), (one.surname, other.surname)
    return any(
        likeness(rough(a.split(" ")[0], "en"), rough(b.split(" ")[0], "en")) >= SAME_SURNAME
        for a, b in (firsts, surnames)
    )


def first_agrees(ours: list[str], theirs: list[str]) -> bool:
    """Say whether the first of some given names is among others, by sound or initial."""
    first = ours[0]
    for name in theirs:
        if min(len(first), len(name)) <= 1:
            if first[:1] == name[:1]:
                return True
        elif likeness(rough(first, "en"), rough(name, "en")) >= SAME_GIVEN and (
            first[0] == name[0] or {first[0], name[0]} == {"g", "h"}
        ):
            return True
    return False


def terms_near(one: Draft, other: Draft, years: int = 6) -> bool:
    """Say whether two careers lie within some years of each other."""
    spans = [career(one), career(other)]
    if None in spans:
        return True
    (a, b), (c, d) = spans  # type: ignore[misc]
    return bool(a - years <= d and c - years <= b)


def career(draft: Draft) -> tuple[int, int] | None:
    """First and last year of all terms; an open one lasts until the newest source."""
    years = [int(t[k][:4]) for t in draft.terms for k in ("start", "end") if t.get(k)]
    if any(t["start"] and not t["end"] for t in draft.terms):
        years.append(LAST_YEAR)
    return (min(years), max(years)) if years else None


def add_term(person: Draft, term: dict[str, Any]) -> None:
    """Add a term unless one from a better source tells the same time in the same office."""
    for known in person.terms:
        if known["office"] == term["office"] and known["country"] == term["country"]:
            if term.get("seen") and not known.get("seen") and is_inside(term, known):
                return
            if known.get("seen") and term.get("seen"):
                known["start"] = min(known["start"], term["start"])
                known["end"] = max(known["end"], term["end"])
                return
            if not known.get("seen") and not term.get("seen") and close_start(known, term):
                return
    person.terms.append(term)


def is_inside(seen: dict[str, Any], known: dict[str, Any]) -> bool:
    """Say whether an appearance falls into a known term, give or take a year."""
    start, end = int((known["start"] or "0")[:4]), int((known["end"] or "9999")[:4])
    return start - 1 <= int(seen["start"][:4]) and int(seen["end"][:4]) <= end + 1


def close_start(known: dict[str, Any], term: dict[str, Any]) -> bool:
    """Say whether a term begins with or inside a known one."""
    if not known["start"] or not term["start"]:
        return True
    start = int(term["start"][:4])
    return int(known["start"][:4]) - 1 <= start <= int((known["end"] or "9999")[:4])


def use_plain_names(drafts: list[Draft]) -> None:
    """Of 'Voreqe "Frank" Bainimarama' and "Frank Bainimarama" the second is the name."""
    for draft in (d for d in drafts if '"' in d.name):
        plain = [a for a in draft.aka if '"' not in a and a.endswith(f" {draft.surname}")]
        if plain:
            draft.aka.append(draft.name)
            draft.name = min(plain, key=len)
            draft.aka.remove(draft.name)


def close_terms(drafts: list[Draft]) -> None:
    """End open terms of single-holder offices where a successor's term begins."""
    seats: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for draft in drafts:
        for term in draft.terms:
            if term["office"] in SINGLE and term["start"] and not term.get("seen"):
                seats.setdefault((term["office"], term["country"]), []).append(term)
    for terms in seats.values():
        close_seat(sorted(terms, key=lambda t: str(t["start"])))
    for draft in drafts:
        for term in draft.terms:
            term.pop("open", None)
        draft.terms = [term for term in draft.terms if not term.pop("doubtful", False)]


def crown_monarchs(drafts: list[Draft]) -> None:
    """Call heads of state of monarchies monarchs."""
    periods = {}
    for item in str(read_yaml("monarchies.yml")["monarchies"]).split():
        code, _, period = item.partition(":")
        start, _, end = period.partition("/")
        periods[code] = (start, end or "9999")
    for draft in drafts:
        for term in draft.terms:
            start, end = periods.get(term["country"], ("9999", ""))
            if term["office"] == "head-of-state" and start <= (term["start"] or "0") < end:
                term["office"] = "monarch"


def close_seat(terms: list[dict[str, Any]]) -> None:
    """End the open terms of one seat.

    A term that begins inside a trusted one of somebody else, or together with it, is left out.
    """
    trusted = [t for t in terms if t["source"] in TRUSTED]
    for term in terms:
        if term["source"] not in TRUSTED and any(begins_inside(term, t) for t in trusted):
            term["doubtful"] = True
    kept = [t for t in terms if not t.get("doubtful")]
    for term, following in itertools.pairwise(kept):
        if term["source"] in TRUSTED:
            continue
        if not term["end"] or (term.get("open") and term["end"] > following["start"]):
            term["end"] = following["start"]


def begins_inside(term: dict[str, Any], trusted: dict[str, Any]) -> bool:
    """Say whether a term begins with or within another, the month of its end excepted."""
    return bool(
        trusted["start"] <= term["start"] and term["start"][:7] < (trusted["end"] or "9999")[:7]
    )


SINGLE = ("head-of-state", "head-of-government", "foreign-minister", "us-vice-president")


def name_ids(drafts: list[Draft]) -> dict[int, str]:
    """Give each person an id: the register's, Wikidata's, or a slug of surname and given names."""
    used: set[str] = set()
    ids: dict[int, str] = {}
    for draft in drafts:
        wanted = draft.id or draft.wikidata or slug(f"{draft.surname} {draft.given}")
        chosen = wanted if wanted not in used else f"{wanted}-{draft.country.lower()}"
        number = 2
        while chosen in used:
            chosen, number = f"{wanted}-{number}", number + 1
        used.add(chosen)
        ids[id(draft)] = chosen
    return ids


def slug(name: str) -> str:
    """Write a name in small Latin letters and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", strip_marks(name).lower()).strip("-")


def person_row(draft: Draft, key: str) -> dict[str, Any]:
    """The row of one person as it is shipped."""
    return {
        "id": key, "name": draft.name, "surname": draft.surname, "names": draft.names,
        "country": draft.country, "wikidata": draft.wikidata, "aka": draft.aka,
    }  # fmt: skip
