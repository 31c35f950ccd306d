"""What a claim is made of: whose visits, where, since when, as a sentence gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec

from registan.model import Claim, ClaimPlace, Subject
from registan.model.period import period_of, shift
from registan.reader.claim_cue import FEW, MASKS, Cue
from registan.reader.claim_place import Found, place_of
from registan.reader.claim_scene import AMERICAN, NATIONAL, Dated, Office, Scene
from registan.reader.claim_subject import (
    LEADERS,
    Holder,
    as_subject,
    holds_for_any,
    main_offices,
    office_of,
)
from registan.reader.claim_term import last_term_start, presidential_terms
from registan.reader.claim_tree import RELATIVE, clause_head, token_at
from registan.reader.claim_whole import read_every
from registan.world import days

WEAK = frozenset({"ever", "every", "years", "now_person", "times", "asks_whether"})
# Forms that a time in office can narrow.
OF_A_TIME = frozenset({"never", "count", "event", "ever"})
OFTEN = "of how many times it speaks is not clear"
SEVERAL = "it names several persons, and which of them it is about is not clear"
# Forms whose exceptions are countries of a region that do not count.
APART = frozenset({"first", "since", "never", "ever", "last"})
# Forms that can be about all countries of a place; others rank or count them.
OF_ALL = frozenset({"event", "ever", "never", "first", "last", "only", "since", "every_except"})
LISTED = 16  # Letters at most between names that are listed.
CLOSE = 8  # Letters between a person and the date of his visit ("since Bush on 4 March 2006").
CLOSED = re.compile("[,;:–—]")  # What a claim's own words do not run across.
FEW_WORDS = r"(?:\w+(?:,?\s|['’])){0,3}?"  # What joins "since" to "he": "seit er", "depuis qu'il".
OWNER = re.compile(r"^(?:['’]?s)?\s")  # What joins a name to what follows: "Biden's inauguration".
CLAUSE = re.compile(r"[;:–—]|\s-\s|\.\s")


class Unclear(NamedTuple):
    """Why a claim that is seen is not understood."""

    because: str


class Facts(NamedTuple):
    """All that composing needs: the sentence, its people and place, and the day it speaks."""

    scene: Scene
    holders: tuple[Holder, ...]
    place: Found
    world: Any
    day: str | None
    known: tuple[Subject, ...] = ()

    @property
    def home(self) -> bool:
        """Is the destination in the United States?"""
        return self.place.american

    @property
    def office(self) -> Office | None:
        """The office whose holders the sentence speaks of in general."""
        main = main_offices(self.scene, self.home)
        if self.scene.asks and not self.scene.persons and main:
            return main[0]  # "Who was there last as secretary of state?"
        found = holds_for_any(self.scene, main)
        return found or (None if self.home else holds_for_any(self.scene, self._national()))

    def _national(self) -> list[Office]:
        """Bare titles as American ones, where all whom the sentence names are American."""
        if any(not h.american for h in self.holders) or not (self.holders or self.scene.asks):
            return []
        bare = [o for o in self.scene.offices if o.bare and o.words in NATIONAL]
        return [o._replace(words=NATIONAL[o.words]) for o in bare if o.qualifier != "former"]

    def visitors(self) -> list[Holder]:
        """Persons who can be the visitors: nobody whose own country the destination is."""
        aside = {c.who for c in self.scene.cues if c.who}
        kept = []
        for holder in self.holders:
            start, end = holder.named.start, holder.named.end
            if any(a <= start and end <= b for a, b in aside):
                continue
            own = holder.country in self.place.place.countries
            beside = self._is_since(start) or self.is_aside(start)
            if own or (beside and not is_described(self.scene, holder)):
                continue
            if self.home and holder.american and holder.country == "US":
                continue
            kept.append(holder)
        return kept

    def _is_since(self, start: int) -> bool:
        return any(c.start <= start < c.end for c in self.scene.has("since_person"))

    def is_aside(self, start: int) -> bool:
        """Is the person only compared with, or before whom something was ("after Macron")?"""
        slots = ("aside", "conjunction", "linking")
        words = {name: self.scene.words.patterns[name].pattern for name in slots}
        before = self.scene.masked[:start]
        one = r"(?:\w+\s){0,2}[\ue000\ue001]+(?:['’]s?)?(?:\s\w+\s\ue003+)?"  # "Bush's in 2003"
        listed = rf"(?:(?:{one},\s)*{one},?\s{words['conjunction']}\s|(?:{one},\s)+)"
        lead = rf"{words['aside']}\s"
        few = rf"(?:(?!{words['linking']}\s)\w+\s){{0,2}}"
        name = token_at(self.scene.sentence, start)
        behind = rf"[\ue001]+\s|{listed}{few}"  # "unlike Clinton, Obama" is no list
        behind = behind if name is None or name.dep_ == "conj" else r"[\ue001]+\s"
        if re.search(rf"{lead}(?:{behind})?$", before, re.I):
            return True
        when = self.scene.words.patterns["when"].pattern
        return bool(re.search(rf"[\ue003\d]+,?\s{when}\s(?:[^\s,;:]+\s){{0,4}}$", before, re.I))

    def beside(self, *effects: str) -> list[Holder]:
        """Visitors inside cues with one of these effects."""
        inside = self.beside_any(*effects)
        return [h for h in self.visitors() if h in inside]

    def beside_any(self, *effects: str) -> list[Holder]:
        """Persons, visitors or not, inside cues with one of these effects."""
        spans = [(c.start, c.end) for c in self.scene.has(*effects)]
        return [h for h in self.holders if any(a <= h.named.start < b for a, b in spans)]


def make_claim(facts: Facts, form: str, subject: Subject, **more: Any) -> Claim:
    """A claim about the sentence's place; `more` gives the form's own fields."""
    place = more.pop("place", facts.place.place)
    of_all = form in OF_ALL or more.get("unit") == "persons"
    every = read_every(facts.scene, place) if of_all else None
    fields = {"visit_type": _kind_of_visit(facts), "every": every, **more}
    if facts.place.but and place == facts.place.place and form in APART:
        fields.setdefault("exceptions", facts.place.but)
    return Claim(
        form=form,  # type: ignore[arg-type]
        subject=subject,
        place=place,
        direction="to_us" if facts.home else "abroad",
        asks=facts.scene.asks,
        **fields,
    )


def _kind_of_visit(facts: Facts) -> str | None:
    """The kind of visit that is spoken of, as the registers call it."""
    if is_first_trip(facts):
        return "first journey"
    if any(_is_claimed(facts, m) for m in facts.scene.says("state_visit")):
        return "state visit"
    kinds = [m for m in facts.scene.says("visit_kind") if _is_claimed(facts, m)]
    if kinds:
        return str(facts.scene.words.read("visit_kind", kinds[0].group()))
    official = any(_is_claimed(facts, m) for m in facts.scene.says("official"))
    return "official" if official else None


def _is_claimed(facts: Facts, kind: re.Match[str]) -> bool:
    """Is the kind of visit part of what is claimed, not of the occasion ("with his state visit …")?

    It stands in the words of the claim or after them, before the next mark or name of a person.
    """
    told = [c for c in facts.scene.cues if c.effect not in WEAK]
    return any(
        c.start <= kind.start()
        and (
            not CLOSED.search(facts.scene.masked, c.end, kind.start())
            or _is_in_relative(facts.scene, c, kind)
        )
        for c in told
    )


def _is_in_relative(scene: Scene, cue: Cue, kind: re.Match[str]) -> bool:
    """Does the word stand in a clause about the cue's own word ("the first, who officially …")?"""
    word = token_at(scene.sentence, kind.start())
    clause = clause_head(word) if word is not None else None
    if clause is None or clause.dep_ not in RELATIVE:
        return False
    return bool(cue.start <= clause.head.idx - scene.start < cue.end)


def is_first_trip(facts: Facts) -> bool:
    """Is it about whose first journey led where ("the first whose first trip …")?"""
    firsts = facts.scene.has("first")
    trips = [
        t
        for t in facts.scene.has("first_visit")
        if not _is_of_anybody(facts, t)
        and not _is_of_one_before(facts, t)
        and not any(f.start < t.end and t.start < f.end for f in firsts)
    ]
    told = facts.scene.has("first", "first_time", "since_person", "never", "never_before")
    others = [c for c in told if c not in trips]
    # "His first trip since X fell" counts from then on, and is no first of all.
    after = [o for o in others if o.effect != "since_person"]
    apart = [t for t in trips if any(t.start >= o.end for o in others)]
    apart += [t for t in trips if any(o.start >= t.end for o in after)]
    in_role = not facts.home and any(_is_in_role(facts, t) for t in trips)
    led = apart or is_first_stop(facts, trips) or in_role
    return bool(trips and (led or facts.scene.says("abroad", plain=True)))


def _is_in_role(facts: Facts, trip: Cue) -> bool:
    """Is it the first of all in an office ("on his first trip as secretary he flew to …")?"""
    words = {name: facts.scene.words.patterns[name].pattern for name in ("as_role", "at_place")}
    role = rf"\s{words['as_role']}\s{FEW}\ue001+(?!\ue001|\s{words['at_place']}\s)"
    there = MASKS["place"] in facts.scene.masked[trip.start : trip.end]
    return not there and bool(re.match(role, facts.scene.masked[trip.end :], re.I))


def is_first_stop(facts: Facts, trips: Sequence[Cue]) -> bool:
    """Is it a first country, not a first visit ("the first country that he went to")?"""
    noun = facts.scene.words.patterns["place_noun"].pattern
    return any(re.search(rf"{noun}$", facts.scene.masked[t.start : t.end], re.I) for t in trips)


def _is_of_anybody(facts: Facts, trip: Cue) -> bool:
    """Is it a first trip "by a president", not somebody's own first one?"""
    by = facts.scene.words.patterns["by"].pattern
    after = facts.scene.masked[trip.end : trip.end + 60]
    return bool(re.match(rf"[^,;:.]*?\b{by}\s{FEW}\ue001", after, re.I))


def _is_of_one_before(facts: Facts, trip: Cue) -> bool:
    """Is it the first visit of somebody before whom nobody came ("before Obama's first visit")?"""
    cues = facts.scene.has("before_person", "until_person")
    return any(c.start < trip.start and trip.start - c.end <= len("’s ") for c in cues)


def region_beside(facts: Facts) -> str | None:
    """The region that a sentence names as noun or adjective ("an African destination")."""
    regions = [
        facts.world.regions[i].name
        for p in facts.scene.places
        for i in p.ids
        if i in facts.world.regions
    ]
    return str(regions[0]) if regions else None


def set_apart(facts: Facts) -> ClaimPlace:
    """One country with the region among whose countries it is set apart; else the claim's place."""
    states = [p for p in facts.scene.places if p.type == "country" and p.ids != ("US",)]
    region = region_beside(facts)
    if region and len({p.ids for p in states}) == 1:
        one = place_of(states[:1], facts.world)
        return ClaimPlace(countries=one.countries, region=region)
    return facts.place.place


def anyone(facts: Facts) -> Subject | None:
    """The office as subject, named here or before."""
    if facts.office:
        return as_subject(facts.office)
    for subject in facts.known:
        if subject.office:
            return Subject(office=subject.office, country=subject.country)
    return None


def asked_of(facts: Facts) -> Subject | Unclear | None:
    """Whose visits a question asks for: those of the one person that it names, or of anyone."""
    person = choose_one(facts, facts.visitors())
    if isinstance(person, Unclear):
        return person
    return with_office(facts, person) if person else anyone(facts)


def with_office(facts: Facts, holder: Holder, day: str | None = None) -> Subject:
    """A person as subject, in the office that the sentence or the day means."""
    subject = office_of(holder, facts.world, day or facts.day, list(facts.scene.offices))
    office = facts.office
    if subject.office and subject.office in AMERICAN.values() and _in_office(facts, subject.office):
        return Subject(person=subject.person, person_id=subject.person_id, office=subject.office,
                       qualifier="sitting")  # fmt: skip
    if office and office.qualifier == "sitting" and subject.office == office.words:
        return Subject(person=subject.person, person_id=subject.person_id, office=subject.office,
                       qualifier="sitting")  # fmt: skip
    if facts.home and office and office.region:
        return Subject(
            person=subject.person, person_id=subject.person_id, office=office.words,
            leaders_of=office.region,
        )  # fmt: skip
    if facts.home and office and office.bare and office.country is None:
        own = _is_of_his_country(facts, office) or _follows_countrymen(facts, holder)
        country = holder.country if own else None
        return Subject(
            person=subject.person, person_id=subject.person_id, office=office.words, country=country
        )
    return subject


def _is_of_his_country(facts: Facts, office: Office) -> bool:
    """Is it the office of the person's own state ("the first head of state of his country")?"""
    own = facts.scene.words.patterns["own_country"]
    title = facts.scene.words.patterns["few_states"]
    said = facts.scene.text[office.start : office.end]
    of_few = title.fullmatch(said) is not None
    return of_few or own.match(facts.scene.text[office.end :].lstrip()) is not None


def _follows_countrymen(facts: Facts, holder: Holder) -> bool:
    """Is the visitor compared with one of his own state ("the first president since Chirac")?"""
    before = facts.beside_any("since_person", "before_person")
    return bool(before) and all(h.country == holder.country for h in before)


def is_denied(scene: Scene, cue: Cue) -> bool:
    """Is the deed of a count denied ("two presidents did not visit Mali")?"""
    counted = token_at(scene.sentence, cue.start)
    words = [token_at(scene.sentence, m.start()) for m in scene.says("denial")]
    bounds = [m.span() for m in scene.says("bounds")]
    return counted is not None and any(
        word is not None
        and clause_head(word) == clause_head(counted)
        and not any(a <= word.idx - scene.start < b for a, b in bounds)
        for word in words
    )


def _in_office(facts: Facts, office: str) -> bool:
    """Is it said that the person held the office then ("as president", "in office")?"""
    roles = [o for o in facts.scene.offices if o.as_role and o.qualifier != "former"]
    meant = {o.words for o in roles} | {NATIONAL.get(o.words) for o in roles if o.bare}
    return office in meant or bool(facts.scene.says("sitting", plain=True))


def choose_one(facts: Facts, holders: Sequence[Holder]) -> Holder | Unclear | None:
    """The one person meant; Unclear where there are several, None where there is none."""
    ids = {h.id or h.name for h in holders}
    if len(ids) == 1:
        return holders[0]
    if not ids:
        return None
    described = [h for h in holders if is_described(facts.scene, h)]
    if len({h.id or h.name for h in described}) == 1:
        return described[0]
    called = [h for h in holders if _is_called(facts.scene, h)]
    if len({h.id or h.name for h in called}) == 1:
        return called[0]
    fitting = [h for h in holders if _fits(facts, h)]
    near = [h for h in fitting if _is_near(facts.scene, h)]
    if len({h.id or h.name for h in near}) == 1:
        return near[0]
    if len({h.id or h.name for h in fitting}) == 1:
        return fitting[0]
    return Unclear(SEVERAL)


def one_by_one(facts: Facts) -> list[Facts]:
    """The facts for each of the visitors alone, where they are listed side by side."""
    people = facts.visitors()
    joined = facts.scene.words.patterns["conjunction"]
    if people and ":" in facts.scene.masked[: people[0].named.start]:
        return []  # Examples of what was said before: "four presidents came: Ford, …"
    for one, other in pairwise(people):
        gap = facts.scene.masked[one.named.end : other.named.start]
        if len(gap) > LISTED or MASKS["place"] in gap or not ("," in gap or joined.search(gap)):
            return []
    others = [h for h in facts.holders if h not in people]
    return [facts._replace(holders=(*others, one)) for one in people]


def is_described(scene: Scene, holder: Holder) -> bool:
    """Is it a clause about the person that claims ("Обамой, ставшим первым президентом …")?"""
    name = token_at(scene.sentence, holder.named.start)
    for cue in scene.cues:
        token = token_at(scene.sentence, cue.start)
        if cue.effect in WEAK or token is None or name is None:
            continue
        head = clause_head(token)
        if head.dep_.partition(":")[0] == "acl" and head.head == name and name.i < token.i:
            return True
    return False


def _is_called(scene: Scene, holder: Holder) -> bool:
    """Is it said of the person ("Bush was the last to come", "Akihito is the second emperor")?"""
    linking = scene.words.patterns["linking"].pattern
    rest = scene.masked[holder.named.end :]
    copula = rf"(?:(?:[\w-]+\s)?{linking}|[–—])"  # A dash is Russian's copula.
    said = re.match(rf"\s{copula}\s(?:[\w-]+\s){{0,2}}", rest, re.IGNORECASE)
    if said is None:
        return False
    left, right = holder.named.end, holder.named.end + said.end()
    return any(c.effect not in WEAK and left <= c.start <= right for c in scene.cues)


def _is_near(scene: Scene, holder: Holder) -> bool:
    """Does the person stand in the same part of the sentence as what is claimed?"""
    for cue in scene.cues:
        left, right = sorted((cue.start, holder.named.start))
        if cue.effect not in WEAK and not CLAUSE.search(scene.masked, left, right):
            return True
    return False


def _fits(facts: Facts, holder: Holder) -> bool:
    """Did the person hold the office that the sentence speaks of, or any that is covered?"""
    if facts.office and facts.office.words.startswith("US "):
        return (
            office_of(holder, facts.world, facts.day, [facts.office]).office == facts.office.words
        )
    return holder.american is not facts.home


def restriction(facts: Facts, holder: Holder | None) -> Unclear | None:
    """Leaders of a region ("African president") cannot be compared; nor a person unknown."""
    office = facts.office
    if office and office.region and not facts.home:
        return Unclear("it speaks of leaders of a whole region, whom no register follows abroad")
    if holder and not holder.id and not facts.home:
        return Unclear(f"it is not known who “{holder.name}” is")
    return None


def dates_of(facts: Facts, role: str) -> list[Dated]:
    """The sentence's dates in one role."""
    return [d for d in facts.scene.dates if d.role == role]


def read_since(facts: Facts) -> dict[str, Any]:
    """The date or number of years after "since": from a date, a person's date, "in 22 years"."""
    more: dict[str, Any] = own_office_taken(facts)
    dates = [] if more else dates_of(facts, "since")
    people = [] if more else facts.scene.has("since_person", "again")
    if not dates and people:
        dates = [d for d in facts.scene.dates if _is_beside(facts.scene, people[0], d)]
    if dates:
        more |= {"since": dates[0].edtf.partition("/")[0], **_visit_of_whom(facts)}
    elif people:
        more |= _office_taken(facts) or {**term_of(facts, whole=True), **_visit_of_whom(facts)}
    years = [c for c in facts.scene.has("years") if c.n]
    if years:
        more["n"], more["unit"] = years[0].n, "years"
        if years[0].over and facts.day and "since" not in more:
            more["since"] = years_before(facts.day, years[0].n or 0)
    return more


def _is_beside(scene: Scene, cue: Cue, date: Dated) -> bool:
    """Does a date follow "since X", before another person is named ("since Dulles in 1955")?"""
    between = scene.masked[cue.end : date.start]
    return cue.start <= date.start and MASKS["person"] not in between


def _visit_of_whom(facts: Facts) -> dict[str, Any]:
    """Whose visit "since" counts from, not somebody's death ("since Dulles in 1955")."""
    people = facts.beside_any("since_person")
    if len(people) != 1 or not _fits(facts, people[0]):
        return {}
    name = token_at(facts.scene.sentence, people[0].named.start)
    if name is None or not _is_visits(facts.scene, name):
        return {}
    return {"since_person": people[0].name}


def _is_visits(scene: Scene, name: Any) -> bool:
    """Does the name stand by itself or with a word of visiting, not with another noun or verb?"""
    if name.dep_.partition(":")[0] not in {"nmod", "nsubj", "appos", "flat"}:
        return True
    head = name.head
    at = head.idx - scene.start
    office = any(o.start <= at < o.end for o in scene.offices)
    return office or any(m.start() == at for m in scene.visits())


def over_years(facts: Facts) -> dict[str, Any]:
    """ "In the past ten years": the years up to the claim's day over which something counts."""
    over = facts.scene.words.patterns["over_years"]
    told = {c.n for c in facts.scene.has("years") if over.match(facts.scene.masked, c.start)}
    n = told.pop() if len(told) == 1 else None
    return {"since": span_before(facts.day, n)} if n and facts.day else {}


def span_before(day: str, years: int) -> str:
    """The day so many years before the claim's day, and some weeks, as a visit may be ahead."""
    return shift(period_of(day).last, -(int(365.25 * years) + days("announced-visit")))


def years_before(day: str, years: int) -> str:
    """The day that many years before, and some weeks: "more than ten years" is not said of nine."""
    last = period_of(day).last
    return shift(f"{int(last[:4]) - years}{last[4:8]}01", days("round-years"))


def floor_of(facts: Facts) -> dict[str, Any]:
    """The day from which a claim counts: a date, or the beginning of a host's or an own term."""
    own = own_office_taken(facts)
    if own:
        return own
    dates = dates_of(facts, "since")
    if dates:
        told = dates[0].edtf.partition("/")[0]
        passed = _is_deed(facts, dates[0]) or _is_of_visitor(facts, dates[0])
        return {"since": shift(period_of(told).last, 1) if passed else told}
    return _office_taken(facts) or _hosted(facts)


def _is_of_visitor(facts: Facts, since: Dated) -> bool:
    """Is it the date of the visit from which one counts ("after Baker in 1992")?"""
    return any(
        0 <= since.start - c.end < CLOSE
        and not CLOSED.search(facts.scene.masked, c.end, since.start)
        for c in facts.scene.has("since_person")
    )


def _is_deed(facts: Facts, since: Dated) -> bool:
    """Is it the date of a visit or meeting, which itself is before ("since the summit of 1985")?"""
    scene = facts.scene
    deeds = [m for m in (*scene.says("summit"), *scene.says("visit_noun")) if m.end() < since.start]
    words = [m for m in scene.says("since") if m.end() < since.start]
    return any(
        word.end() <= deed.start() and not CLOSED.search(scene.masked, word.end(), since.start)
        for word in words[-1:]
        for deed in deeds
    )


def own_office_taken(facts: Facts) -> dict[str, Any]:
    """ "Since he took office": the day on which the last term by then of the visitor began."""
    words = {n: facts.scene.words.patterns[n].pattern for n in ("pronoun", "took_office")}
    taken = re.compile(
        rf"\s{FEW_WORDS}{words['pronoun']}\s(?:\w+\s){{0,2}}?{words['took_office']}", re.I
    )
    starts = facts.scene.says("since_event", plain=True) + facts.scene.says("since", plain=True)
    person = choose_one(facts, facts.visitors())
    if not any(taken.match(facts.scene.text, m.end()) for m in starts):
        return {}
    return _last_term_of(facts, person) if isinstance(person, Holder) else {}


def _last_term_of(facts: Facts, holder: Holder) -> dict[str, Any]:
    begun = last_term_start(facts.world, holder.id, facts.day)
    return {"since": begun} if begun else {}


def within_own_term(facts: Facts, claim: Claim) -> Claim:
    """ "During his first term": counted in that term of the president's alone."""
    said = facts.scene.says("own_term", plain=True)
    if len(said) != 1 or claim.form not in OF_A_TIME or claim.since or not claim.subject.person_id:
        return claim
    number = facts.scene.words.read("own_term", said[0].group())
    terms = presidential_terms(facts.world, claim.subject.person_id)
    if not isinstance(number, int) or len(terms) < number:
        return claim
    since, until = terms[number - 1]
    form = "event" if claim.form == "ever" else claim.form
    return msgspec.structs.replace(claim, form=form, since=since, until=until)


def _office_taken(facts: Facts) -> dict[str, Any]:
    """ "Since Biden took office": the day on which his last term by then began."""
    taken = facts.scene.words.patterns["took_office"]
    spans = [(c.start, c.end) for c in facts.scene.has("since_person")]
    for holder in facts.holders:
        rest = OWNER.sub("", facts.scene.text[holder.named.end :])
        if taken.match(rest) and any(a <= holder.named.start < b for a, b in spans) and holder.id:
            return _last_term_of(facts, holder)
    return {}


def _hosted(facts: Facts) -> dict[str, Any]:
    """ "The first leader received by Kennedy": whoever came before his term does not count."""
    office = facts.office
    hosts = {h.id for h in facts.holders if h.american and h.id} if facts.home else set()
    told = office.country is None or _by_host(facts) if office else _sees_host(facts)
    if len(hosts) != 1 or not told:
        return {}
    terms = [t for t in facts.world.terms(hosts.pop()) if t.office == "us-president" and t.start]
    begun = [t.start for t in terms if not facts.day or t.start <= f"{facts.day}~"]
    return {"since": max(begun)} if begun else {}


def _sees_host(facts: Facts) -> bool:
    """Is the host by name whom the guest visits ("came to see Trump for the second time")?"""
    slots = ("visit_strong", "visit_verb", "meet_verb")
    words = [facts.scene.words.patterns[slot] for slot in slots]
    hosts = [token_at(facts.scene.sentence, h.named.start) for h in facts.holders if h.american]
    return any(
        t is not None and t.dep_ == "obj" and any(w.fullmatch(t.head.text) for w in words)
        for t in hosts
    )


def _by_host(facts: Facts) -> bool:
    """Does the host stand in the clause of the office ("the first Turk received by Trump")?"""
    office, sentence = facts.office, facts.scene.sentence
    hosts = [token_at(sentence, h.named.start) for h in facts.holders if h.american]
    if office is None or sentence is None:
        return False
    first, last = sentence.start_char + office.start, sentence.start_char + office.end
    deeds = [clause_head(host) for host in hosts if host is not None]
    return any(deed.dep_ in RELATIVE and first <= deed.head.idx < last for deed in deeds)


def term_of(facts: Facts, whole: bool = False) -> dict[str, Any]:
    """ "Since Nixon": the beginning of his term in the office; `whole` gives all of the term."""
    people = facts.beside_any("since_person")
    return term_in(facts, people[0], whole) if len(people) == 1 else {}


def term_in(facts: Facts, holder: Holder, whole: bool = True) -> dict[str, Any]:
    """The time of somebody in the office that the sentence speaks of, or its beginning."""
    if holder.id is None:
        return {}
    terms = [t for t in facts.world.terms(holder.id) if t.office in AMERICAN and t.start]
    if facts.home and not terms:
        own = (t for t in facts.world.terms(holder.id) if t.office in LEADERS and t.start)
        led = sorted(own, key=lambda term: str(term.start))
        ended = led[-1].end if led and whole else None
        return {"since": f"{led[0].start}/{ended}" if ended else led[0].start} if led else {}
    said = facts.office.words if facts.office else None
    meant = {said} if said else {with_office(facts, h).office for h in facts.visitors()}
    wanted = [t for t in terms if AMERICAN[t.office] in meant]
    if not wanted:
        return {}
    start, end = wanted[0].start, wanted[-1].end
    return {"since": f"{start}/{end}" if whole and end else start}


def floor_passed(facts: Facts) -> dict[str, Any]:
    """The day after which nobody came: "none since 1994" leaves that year's own visit out."""
    floor = floor_of(facts) or term_of(facts, whole=True)
    told = floor.get("since", "").rpartition("/")[2]
    if re.fullmatch(r"\d{4}(?:-\d\d)?", told):
        return {"since": period_of(told).last}
    people = [c.end for c in facts.scene.has("since_person")]
    days_told = [d for d in dates_of(facts, "since") if len(d.edtf) == len("2006-03-04")]
    visits = [d for d in days_told for end in people if 0 < d.start - end < CLOSE]
    if visits and told:
        return {"since": shift(told, days("short-visit"))}
    return {"since": told} if told else {}


def date_at(facts: Facts) -> str | None:
    """The one date at which something happened; None where there are several."""
    at = dates_of(facts, "at") or dates_of(facts, "until")  # "passed through in May 2020"
    return at[0].edtf if len(at) == 1 else None


def announced(facts: Facts) -> dict[str, Any]:
    """Until when a visit counts that is still to come: some weeks after the claim's day."""
    if facts.day is None or not facts.scene.says("future"):
        return {}
    return {"until": shift(period_of(facts.day).last, days("announced-visit"))}


def order_of_terms(facts: Facts, office: str | None) -> list[tuple[str, str]]:
    """The holders of an American office up to the claim's day: when each came to it, and who."""
    held = sorted(
        (t.start, i)
        for i in facts.world.persons
        for t in facts.world.terms(i)
        if t.office == office and t.start and t.start <= f"{facts.day}~"
    )
    return [
        term for term, before in zip(held, [None, *held], strict=False)
        if before is None or before[1] != term[1]
    ]  # fmt: skip


def since_the_last(facts: Facts, n: int) -> str | None:
    """When the first of the last `n` holders of the sentence's American office came to it."""
    words = facts.office.words if facts.office else None
    key = next((i for i, office in AMERICAN.items() if office == words), None)
    order = order_of_terms(facts, key)
    return order[-n][0] if 0 < n <= len(order) else None


def next_after(facts: Facts, before: Sequence[Holder], n: int) -> Claim | Unclear | None:
    """ "Only one before Clinton": Clinton is the second."""
    person = choose_one(facts, before)
    if not isinstance(person, Holder):
        return person
    return make_claim(facts, "count", with_office(facts, person), n=n + 1, unit="persons")
