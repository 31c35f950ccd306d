"""Whom a claim is about: a person with the office that counts, or the holders of an office."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, Literal, NamedTuple

from registan.model import Subject
from registan.reader.claim_cue import DECISIVE
from registan.reader.claim_scene import AMERICAN, GENERAL, NATIONAL, Named, Office, Scene
from registan.reader.claim_sex import by_sex
from registan.reader.claim_tree import RELATIVE, clause_head, share_clause, token_at

ROLES = ("us-president", "us-secretary-of-state", "us-vice-president")
RANKING = ("first", "last", "only_holder", "nth_holder")
LEADERS = ("head-of-state", "head-of-government", "supreme-leader", "party-leader")


class Holder(NamedTuple):
    """A person of a sentence, decided: name, id, state, and the offices ever held there."""

    named: Named
    name: str
    id: str | None
    country: str | None
    offices: tuple[str, ...]

    @property
    def american(self) -> bool:
        """Did the person hold an office that the American registers follow?"""
        return any(office in AMERICAN for office in self.offices)


def read_holders(scene: Scene, world: Any, as_of: str | None) -> list[Holder]:
    """The sentence's persons, each decided where names are shared."""
    return [_holder(scene, one, world, as_of) for one in scene.persons]


def _holder(scene: Scene, named: Named, world: Any, as_of: str | None) -> Holder:
    chosen = _decide(scene, named, world, as_of)
    if chosen is None:
        return Holder(named, named.text, None, None, ())
    person = world.persons[chosen]
    offices = tuple(dict.fromkeys(t.office for t in world.terms(chosen)))
    return Holder(named, person.name, chosen, person.country, offices)


def _decide(scene: Scene, named: Named, world: Any, as_of: str | None) -> str | None:
    """The one id that a name means: by the sentence's office, the day, an American office."""
    ids = _by_generation(scene, named, [i for i in named.ids if i in world.persons], world)
    ids = by_sex(scene, named, ids, world)
    said = {o.words for o in scene.offices}
    tests: tuple[Callable[[str], bool], ...] = (
        lambda i: any(AMERICAN.get(t.office) in said for t in world.terms(i)),
        lambda i: _is_at_end(named.text, world.persons[i].name),
        lambda i: as_of is not None and _in_office(i, world, as_of),
        lambda i: any(
            _in_office(i, world, d.edtf, AMERICAN) for d in scene.dates if d.role == "at"
        ),
        lambda i: any(as_of is None or (t.start or "9") <= as_of for t in world.terms(i)),
        lambda i: any(t.office in AMERICAN for t in world.terms(i)),
    )
    for test in tests:
        kept = [i for i in ids if test(i)]
        ids = kept or ids
        if len(ids) == 1:
            return ids[0]
    return ids[0] if ids and _is_full(named) else None


def _is_at_end(surname: str, name: str) -> bool:
    """Does the name end with the surname, or begin with it ("Xi Jinping")?"""
    return name.endswith(f" {surname}") or name.startswith(f"{surname} ")


def _by_generation(scene: Scene, named: Named, ids: list[str], world: Any) -> list[str]:
    """The elder or the younger of one name, where a word beside it says so ("Bush senior")."""
    order = sorted(
        (i for i in ids if world.terms(i)),
        key=lambda i: min(t.start or "9" for t in world.terms(i)),
    )
    if len(order) < 2:
        return ids
    beside = f"{scene.text[max(0, named.start - 14) : named.start]}|{scene.text[named.end :][:14]}"
    for slot, chosen in (("elder", order[0]), ("younger", order[-1])):
        word = scene.words.patterns[slot].pattern
        if re.search(rf"{word}\s?\||\|[\s,-]?\s?{word}", beside, re.IGNORECASE):
            return [chosen]
    return ids


def _is_full(named: Named) -> bool:
    return " " in named.text


def _in_office(
    person: str, world: Any, day: str, among: Collection[str] = (*ROLES, *LEADERS)
) -> bool:
    first = day[:10]
    return any(
        t.office in among and (t.start or "0") <= first + "~" and (t.end is None or t.end >= first)
        for t in world.terms(person)
    )


def office_of(holder: Holder, world: Any, day: str | None, said: list[Office]) -> Subject:
    """A person as a claim's subject, in the office that the sentence or the day means."""
    said = [o for o in said if o.as_role] or said
    spoken = {o.words for o in said} | {
        NATIONAL[o.words] for o in said if o.words in NATIONAL and o.bare
    }
    held = list(world.terms(holder.id)) if holder.id else []
    american = [t for t in held if t.office in AMERICAN]
    for term in american:
        if AMERICAN[term.office] in spoken:
            return _subject(holder, AMERICAN[term.office])
    if american:
        return _subject(holder, _by_day(american, day))
    foreign = [o for o in said if o.country not in (None, "US") or o.bare]
    words = next((o.words for o in foreign if not o.words.startswith("US ")), None)
    country = holder.country or next((o.country for o in foreign if o.country), None)
    general = _general(held, day)
    return Subject(
        person=holder.name, person_id=holder.id, office=words or general, country=country
    )


def _general(terms: list[Any], day: str | None) -> str | None:
    """The general office of a day in plain words, else the latest."""
    known = sorted((t for t in terms if t.office in GENERAL), key=lambda t: t.start or "")
    if day:
        first, last = day + "~", day[:10]
        held = [t for t in known if (t.start or "") <= first and (not t.end or t.end >= last)]
        if not held and len({t.office for t in known if t.office in LEADERS}) > 1:
            return "leader"
        known = held or known
    leading = [t for t in known if t.office in {"head-of-state", "supreme-leader"}] or known
    return GENERAL[leading[-1].office] if leading else None


def _subject(holder: Holder, office: str) -> Subject:
    return Subject(person=holder.name, person_id=holder.id, office=office)


def _by_day(terms: list[Any], day: str | None) -> str:
    """The American office of a day: held then, else the last before, else the first."""
    order = sorted(terms, key=lambda t: t.start or "")
    if day:
        holding = [
            t for t in order if (t.start or "") <= day + "~" and (not t.end or t.end >= day[:10])
        ]
        past = [t for t in order if (t.start or "") <= day + "~"]
        order = holding or past[-1:] or order[:1]
    return AMERICAN[order[-1].office]


def main_offices(scene: Scene, home: bool) -> list[Office]:
    """Offices whose holders can be the visitors: American ones abroad, others at home (`home`)."""
    kept = [o for o in scene.offices if o.qualifier != "former"]
    if home:
        return [o for o in kept if not o.words.startswith("US ") and o.country != "US"]
    return [o for o in kept if o.words.startswith("US ")]


def is_titled(scene: Scene, office: Office) -> bool:
    """Does the office stand before a name as its title ("President Obama")?"""
    if office.indefinite:
        return False
    return any(
        re.fullmatch(r"[ \u00a0]", scene.text[office.end : p.start] or "x")
        and not _is_ranked_apart(scene, office, p)
        for p in scene.persons
    ) or any(_is_apposed(scene, office, p) for p in scene.persons)


def _is_apposed(scene: Scene, office: Office, person: Named) -> bool:
    """Does the name explain whom the title means ("Ukraine's president, Viktor Yushchenko, …")?"""
    claims = scene.has(*DECISIVE, "every")
    if any(c.start < office.end and office.start < c.end for c in claims):
        return False
    title, name = token_at(scene.sentence, office.end - 1), token_at(scene.sentence, person.start)
    return name is not None and name.dep_ == "appos" and name.head == title


def _is_ranked_apart(scene: Scene, office: Office, person: Named) -> bool:
    """Does a clause begin between ("the first foreign leader Trump has received")?"""
    if not any(c.start <= office.start < c.end for c in scene.has("first", "nth_holder")):
        return False
    title, name = token_at(scene.sentence, office.end - 1), token_at(scene.sentence, person.start)
    if title is None or name is None:
        return False
    after = scene.sentence.start_char + person.end + 1  # Where the clause goes on, if it began.
    goes_on = any(c.dep_ in RELATIVE and c.left_edge.idx == after for c in title.children)
    return goes_on or clause_head(title) != clause_head(name)


def holds_for_any(scene: Scene, offices: list[Office]) -> Office | None:
    """The office that the sentence speaks of in general, not as somebody's title or role.

    Of several it is the one that is ranked, else the one in whose clause something is claimed.
    """
    kept = [o for o in offices if not is_titled(scene, o) and not o.as_role]
    if len({o.words for o in kept}) > 1:
        told = [c.start for c in scene.cues if c.effect not in ("ever", "every", "years", "times")]
        near = [o for o in kept if any(share_clause(scene.sentence, at, o.end - 1) for at in told)]
        ranked = [o for o in near if any(c.start < o.start < c.end for c in scene.has(*RANKING))]
        kept = ranked or near or kept
    return kept[0] if kept else None


def as_subject(office: Office) -> Subject:
    """An office's holders as a subject."""
    qualifier: Literal["sitting"] | None = "sitting" if office.qualifier == "sitting" else None
    if office.words.startswith("US "):
        return Subject(office=office.words, qualifier=qualifier)
    return Subject(office=office.words, country=office.country, leaders_of=office.region)
