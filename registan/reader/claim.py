"""Claims of precedent in a parsed document, as data: who was first, last, never, only, how often.

Words of a language (its `claims.yml` and `claim_words.yml`) say what is claimed; the world says who
and where. A claim that is seen and not understood is given with the reason, never guessed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from registan.model import Claim, ClaimPlace, Document, FoundClaim, Span, Subject
from registan.reader.claim_answer import answer_of
from registan.reader.claim_cue import DECISIVE, FEW, MASKS, SINGLED, Cue
from registan.reader.claim_deed import is_visit
from registan.reader.claim_event import PART, before_list, dated_persons, find_events, is_contrast
from registan.reader.claim_fact import SEVERAL, Facts, Unclear, one_by_one
from registan.reader.claim_form import compose
from registan.reader.claim_guard import other_deed
from registan.reader.claim_landmark import count_from_landmark, count_from_own
from registan.reader.claim_place import Found, resolve_place
from registan.reader.claim_reason import reason_in
from registan.reader.claim_scene import AMERICAN, Scene, set_scene
from registan.reader.claim_source import claimant
from registan.reader.claim_subject import (
    LEADERS,
    Holder,
    main_offices,
    office_of,
    read_holders,
)
from registan.reader.claim_surname import officers_by_surname
from registan.reader.claim_tree import in_one_clause, main_clauses, pronoun_subject, token_at
from registan.reader.clause import SUBJECTS
from registan.reader.tree import Doc
from registan.reader.when import DateMention, find_dates

ALONE = 4  # Words that a sentence has at most that only names a place.
DISTRIBUTES = frozenset({"never", "ever", "count", "event"})
BARE = frozenset(
    {"every", "ever", "years", "since_person", "before_person", "until_person", "now_person",
     "times", "count_places", "count_visits", "count_holders", "except", "which", "before_it",
     "which_places", "asks_when", "asks_whether"}
)  # fmt: skip


NOMINAL = frozenset(
    {"first", "first_visit", "only_holder", "only_place", "nth_holder", "nth_place", "nth_visit",
     "most", "count_holders", "again"}
)  # fmt: skip


HIDING = ("first", "first_time", "only_holder", "nth_holder", "nth_visit", "never", "never_before",
          "highest", "again", "last", "awaited", "only_place")  # fmt: skip
WORLDWIDE = (
    "count_places",
    "count_visits",
    "most",
    "nth_place",
    "how_many",
    "which_places",
    *SINGLED,
)
ENDS = re.compile(r"[\s\"”»“']*(?:[.,;!?–—]|$)")
DIRECT = re.compile("(?:(?:the|an?|la|le|les|l[’'])\\s?)?[\ue000-\ue004]", re.IGNORECASE)


class Memory:
    """What the sentences before spoke of, latest first: places, and whose visits.

    `visits` and `told` say whether the last one told of dated visits, or of visits at all; `there`
    is where the turning point was from which the sentence counts; `alone`: there is one sentence;
    `joined`: what is read goes on from a main clause before it.
    """

    def __init__(self) -> None:
        self.places: list[Found] = []
        self.subjects: list[Subject] = []
        self.people: list[Holder] = []
        self.visits = False
        self.told = False
        self.alone = False
        self.joined = False
        self.there: Found | None = None

    def keep(self, found: Found | None, subject: Subject | None) -> None:
        """Remember a sentence's place and subject."""
        if found is not None:
            self.places.insert(0, found)
        if subject is not None:
            self.subjects.insert(0, subject)


def find_claims(
    doc: Doc, document: Document, world: Any, dates: Sequence[DateMention] | None = None
) -> list[FoundClaim]:
    """Every claim of precedent of a document, in order; those not understood say why.

    `dates` are those of the document, where they are found already.
    """
    text = doc.text  # a Doc builds its text anew each time
    mentions = list(world.find(text, document.lang))
    if dates is None:
        dates = find_dates(text, document.lang, document.published)
    mentions += officers_by_surname(doc, mentions, world)
    memory = Memory()
    memory.alone = len(list(doc.sents)) == 1
    found: list[FoundClaim] = []
    for scene, memory.joined in _scenes(doc, mentions, document.lang, dates):
        scene, memory.there = count_from_landmark(scene, world)
        answer = answer_of(scene, found[-1:])
        if answer is not None:
            found[-1] = answer
            if answer.claim and answer.claim.form == "never":
                continue
        found += _read(scene, world, document, memory)
        _remember(scene, world, document, memory)
    return [_in_words_of(one, document.lang) for one in found]


def _scenes(
    doc: Doc, mentions: list[Any], lang: str, dates: Sequence[DateMention]
) -> Iterator[tuple[Scene, bool]]:
    """The sentences, and of one that claims something in several main clauses each of these.

    So it is where a pronoun's claim is parted from what follows ("he would be the second; X came").
    With each, whether it goes on from a clause before it.
    """
    for sentence in doc.sents:
        clauses = main_clauses(sentence)
        whole, *parts = [
            set_scene(part, mentions, lang, dates)
            for part in (sentence, *(clauses if len(clauses) > 1 else ()))
        ]
        claiming = [part for part in parts if part.has(*DECISIVE) or _says_every(part)]
        first = bool(claiming) and claiming[0] is parts[0] and _is_of_pronoun(clauses[0])
        parted = first and any(doc[c.start - 1].text == ";" for c in clauses[1:])
        told = parts if len(claiming) > 1 or parted else [whole]
        yield from ((part, part is not told[0]) for part in told)


def _is_of_pronoun(part: Any) -> bool:
    return any(t.dep_ in SUBJECTS and t.pos_ == "PRON" for t in part)


def _in_words_of(found: FoundClaim, lang: str) -> FoundClaim:
    """The claim with its reason, if it has one, in the language of its text."""
    if found.because is None:
        return found
    return msgspec.structs.replace(found, because=reason_in(found.because, lang))


def _read(scene: Scene, world: Any, document: Document, memory: Memory) -> list[FoundClaim]:
    """The claims of one sentence: of its cues, and the dated visits in it."""
    claims: list[FoundClaim] = []
    told = _claims(scene, world, document.published, memory) if _is_seen(scene, memory) else None
    rule = _rule(scene)
    claim = told[0] if isinstance(told, list) else told
    for one in told if isinstance(told, list) else []:
        claims.append(_found(scene, 0, len(scene.text), one, None, rule))
    events = find_events(scene, world, document.published, memory.places, memory.visits)
    if isinstance(claim, Claim) and told:
        events += dated_persons(scene, claim, world, document.published, events)
    memory.visits = bool(events)
    memory.told = bool(scene.says("visit_strong") or scene.says("visit_noun") or scene.cues)
    if isinstance(claim, Claim):
        said = claim.form in {"event", "never"}  # The date is the claim's own.
        events = [one for one in events if not said and one[2].since != claim.since]
    claims += [_found(scene, a, b, event, None, "event.dated") for a, b, event in events]
    if claim is None and _may_hide(scene):
        claim = Unclear("whether it speaks of visits is not clear")
    if isinstance(claim, Unclear) and scene.has(*DECISIVE):
        claims = []  # A dated visit alone would say less than what is claimed of it.
    if isinstance(claim, Unclear) and not claims:
        claims.append(_found(scene, 0, len(scene.text), None, claim.because, rule))
    return claims


def _claims(
    scene: Scene, world: Any, day: str | None, memory: Memory
) -> list[Claim] | Unclear | None:
    """What a sentence claims: one claim, or one for each of the persons that it lists."""
    facts = _facts(scene, world, day, memory)
    if not isinstance(facts, Facts):
        return facts
    claim = compose(facts)
    blocked = _other_deed(facts.scene) or other_deed(facts.scene)
    told = _is_elliptic(scene, memory) or _tells_visit(facts)
    if claim is not None and not told:
        return blocked
    if isinstance(claim, Claim):
        return blocked or [msgspec.structs.replace(claim, claimed_by=claimant(facts.scene))]
    if claim == Unclear(SEVERAL):
        each = [compose(one) for one in one_by_one(facts)]
        shared = [c for c in each if isinstance(c, Claim) and c.form in DISTRIBUTES]
        return shared if shared and len(shared) == len(each) and not blocked else claim
    return claim


def _tells_visit(facts: Facts) -> bool:
    return is_visit(facts.scene, [name.start for name in facts.place.names])


def _facts(scene: Scene, world: Any, day: str | None, memory: Memory) -> Facts | Unclear | None:
    holders = tuple(read_holders(scene, world, day))
    holders = tuple(h for h in holders if not is_contrast(scene, h.named)) or holders
    if scene.has("highest"):
        scene = before_list(scene)
    place = resolve_place(scene, world, memory.places, _own_states(scene, holders))
    if isinstance(place, str) and memory.there is not None:
        place = memory.there
    if isinstance(place, str) and (_is_elliptic(scene, memory) or _is_joined(scene, memory)):
        place = memory.places[0]
    if isinstance(place, Found) and place.american and not _could_come(scene, holders):
        if _is_at_home(place):
            return Facts(scene, holders, place._replace(american=False), world, day)
        place = memory.places[0] if memory.places else "it does not say where"
    if isinstance(place, str) and _is_received(scene, holders):
        place = Found(ClaimPlace(countries=("US",)), (), True)
    if isinstance(place, str):
        if scene.has("highest") and memory.places:
            place = memory.places[0]
        elif scene.has(*WORLDWIDE):
            place = Found(ClaimPlace(region="world"), ())
        else:
            received = scene.says("host") and _has_american(scene, holders)
            return Unclear(place) if received or _is_strong(scene) else None
    elif _is_meeting(scene):
        return Unclear("it speaks of a meeting, of which registers of visits show only a part")
    if not place.american and not _has_american(scene, holders) and _is_domestic(place):
        return None
    told = [h.country for h in holders] + [o.country for o in scene.offices]
    own = (*place.place.countries, *(code for code in told if code))
    scene = count_from_own(scene, own, world)
    facts = Facts(scene, holders, place, world, day, tuple(memory.subjects[:3]))
    return _with_pronoun(facts, memory)


def _with_pronoun(facts: Facts, memory: Memory) -> Facts:
    """The facts with whom "he", "her" points back to, where the sentence names no visitor."""
    at = pronoun_subject(facts.scene.sentence, facts.scene.words.patterns["pronoun"])
    colon = facts.scene.masked.find(":", at or 0)  # Behind it are examples.
    named = [h for h in facts.visitors() if not 0 <= colon < h.named.start]
    if at is None or named or len({h.id for h in memory.people}) != 1:
        return facts
    pronoun = memory.people[0].named._replace(start=at, end=at + 1)
    return facts._replace(holders=(*facts.holders, memory.people[0]._replace(named=pronoun)))


def _own_states(scene: Scene, holders: tuple[Holder, ...]) -> frozenset[str]:
    """The states from which visitors came, where nobody American is spoken of."""
    if _has_american(scene, holders):
        return frozenset()
    leaders = {h.country for h in holders if h.country and set(h.offices) & set(LEADERS)}
    leaders |= {o.country for o in main_offices(scene, True) if o.country}
    return frozenset(c for c in leaders if c != "US")


def _is_at_home(place: Found) -> bool:
    """Is it a town of their own country that is visited, not its capital?"""
    return any(n.type == "city" for n in place.names) and place.place.locale != "White House"


def _is_domestic(place: Found) -> bool:
    return not (place.place.countries or place.place.region)


def _has_american(scene: Scene, holders: tuple[Any, ...]) -> bool:
    return any(h.american for h in holders) or bool(main_offices(scene, False))


def _is_seen(scene: Scene, memory: Memory) -> bool:
    """Does the sentence claim precedent about visits of somebody whom registers could follow?"""
    asked = memory.alone and scene.asks and scene.has("asks_whether")
    if all(cue.effect in BARE for cue in scene.cues) and not _is_combined(scene) and not asked:
        return False
    going_on = memory.joined or scene.says("person_here")
    political = scene.offices or scene.persons or (memory.subjects and going_on)
    if not political and not (memory.subjects and scene.has("every", "highest")):
        return False
    return _is_elliptic(scene, memory) or any(_is_about_visits(scene, c) for c in scene.cues)


def _may_hide(scene: Scene) -> bool:
    """Is somebody of an American office called the first or only one beside a place abroad?"""
    cues = scene.has(*HIDING)
    abroad = any(n.type in {"country", "city"} and n.ids != ("US",) for n in scene.places)
    return bool(cues and abroad and main_offices(scene, False))


def _is_elliptic(scene: Scene, memory: Memory) -> bool:
    """Is the deed left to the sentence before ("He would be the first.")?"""
    if scene.places or not (memory.told and memory.places and memory.subjects):
        return False
    cues = scene.has("first", "first_time", "only_holder", "nth_holder")
    return any(ENDS.match(scene.masked, cue.end) for cue in cues)


def _is_joined(scene: Scene, memory: Memory) -> bool:
    """Is the place left to the main clause before ("… Mali, but Kerry was the first to come")?"""
    return memory.joined and bool(memory.places) and not scene.places


def _is_combined(scene: Scene) -> bool:
    """Do cues that say nothing alone ("every", "ever", a number) claim something together?"""
    if scene.has("count_places", "count_visits", "count_holders", "times"):
        return True
    if scene.asks and scene.has("ever", "which", "which_places", "asks_when"):
        return True
    return _says_every(scene)


def _says_every(scene: Scene) -> bool:
    """Is it about every holder of some time, or but for some?"""
    since = any(d.role == "since" for d in scene.dates)
    counted = any(c.n or c.of for c in scene.has("every"))
    told = since or counted or scene.has("except", "since_person")
    return bool(scene.has("every") and told)


def _is_about_visits(scene: Scene, cue: Cue) -> bool:
    """Is a visit spoken of in the part of the sentence where the cue stands?

    An ordinal with an office, or a cue that stands in a short part of its own, needs less.
    """
    if scene.asks and cue.effect == "how_many" and scene.places:
        return True  # "How often was Merkel at the White House?"
    slots = ("visit_strong", "visit_noun", "visit_verb", "meet_verb")
    visits = [m.start() for slot in slots for m in scene.says(slot)]
    nominal = cue.effect in NOMINAL or MASKS["office"] in scene.masked[cue.start : cue.end]
    if nominal and (visits or scene.places):
        return True
    left = max((m.end() for m in PART.finditer(scene.masked, 0, cue.start)), default=0)
    right = PART.search(scene.masked, cue.end)
    end = right.start() if right else len(scene.masked)
    apart = not re.search("[\ue000-\ue002]", scene.masked[left:end])
    if apart or cue.effect == "highest":
        return bool(visits)
    within = any(left <= at < end for at in visits)
    return within or any(in_one_clause(scene.sentence, cue.start, at) for at in visits)


def _is_meeting(scene: Scene) -> bool:
    """Do the words tell of people meeting, and of no visit?"""
    visits = scene.says("visit_strong") or scene.says("visit_noun")
    return bool(scene.says("meet_verb") and not visits and not _is_beside_place(scene))


def _is_beside_place(scene: Scene) -> bool:
    """Is somebody called the first of an office at a place ("the first president in Mali")?"""
    office, place = MASKS["office"], MASKS["place"]
    at = scene.words.patterns["at_place"].pattern
    told = re.compile(rf"[^,;:.]{{0,30}}{office}\s(?:\w+\s)?{at}\s{FEW}{place}", re.IGNORECASE)
    firsts = scene.has("first", "nth_holder", "only_holder", "last")
    return any(told.match(scene.masked, cue.start) for cue in firsts)


def _could_come(scene: Scene, holders: tuple[Any, ...]) -> bool:
    """Is anybody spoken of who could visit the United States?"""
    return bool(main_offices(scene, True)) or any(not h.american for h in holders)


def _is_received(scene: Scene, holders: tuple[Any, ...]) -> bool:
    """Does an American host receive, or see, somebody from abroad, with no place said?"""
    return bool(
        (_american_hosts(scene, holders) or _is_visited(scene, holders))
        and _has_american(scene, holders)
        and (main_offices(scene, True) or any(h.id and not h.american for h in holders))
    )


def _american_hosts(scene: Scene, holders: tuple[Any, ...]) -> bool:
    """Is somebody received, and no American the one ("received a US president")?"""
    words = scene.says("host")
    verbs = {token_at(scene.sentence, m.start()) for m in words}
    offices = [o.end for o in main_offices(scene, False)]
    americans = [*offices, *(h.named.end for h in holders if h.american)]
    guests = [token_at(scene.sentence, end - 1) for end in americans]
    return bool(words) and not any(
        t is not None and t.dep_ == "obj" and t.head in verbs for t in guests
    )


def _is_visited(scene: Scene, holders: tuple[Any, ...]) -> bool:
    """Is an American the object of a visit ("the first leader to visit President Trump")?"""
    visit = scene.words.patterns["visit_strong"]
    tokens = [token_at(scene.sentence, h.named.start) for h in holders if h.american]
    return any(t is not None and t.dep_ == "obj" and visit.fullmatch(t.head.text) for t in tokens)


def _is_strong(scene: Scene) -> bool:
    """Are visits plainly spoken of, so that leaving the sentence out would hide a claim?"""
    spoken = scene.says("visit_strong") or scene.says("visit_noun") or scene.says("meet_verb")
    return bool(spoken and scene.offices)


def _other_deed(scene: Scene) -> Unclear | None:
    """A first of another deed: "the first president to address its parliament"."""
    for cue in scene.has("first", "last", "only_holder", "nth_holder"):
        whose = scene.words.patterns["whose"].match(scene.masked, cue.end + 1)
        if whose and not scene.has("first_visit"):
            return Unclear(f"what “{whose.group()}” speaks of is not a visit")
        match = scene.words.patterns["deed"].match(scene.masked, cue.end + 1)
        if match is None or not scene.masked[match.end() :].strip(" .!?"):
            continue
        rest = scene.masked[match.end() :].lstrip()
        verbs = scene.words.patterns
        trips = [t for t in scene.has("first_visit") if t.start >= match.end()]
        if trips and verbs["choose"].match(rest):
            continue
        if DIRECT.match(rest) or verbs["place_here"].match(rest):
            continue
        if not (verbs["visit_verb"].match(rest) or verbs["visit_strong"].match(rest)):
            return Unclear(f"whether “{rest.split(' ')[0]}” means a visit is not clear")
    return None


def _rule(scene: Scene) -> str:
    cues = [c for c in scene.cues if c.effect not in BARE] or list(scene.cues)
    return f"claim.{cues[0].id}" if cues else "claim"


def _found(
    scene: Scene, start: int, end: int, claim: Claim | None, because: str | None, rule: str
) -> FoundClaim:
    text = scene.text[start:end]
    left = scene.start + start + len(text) - len(text.lstrip())
    text = text.strip()
    key = f"{left}|{text}|{claim.to_json() if claim else because}"
    return FoundClaim(
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        text=text,
        span=Span(start=left, end=left + len(text), text=text),
        claim=claim,
        because=because,
        rule=rule,
    )


def _remember(scene: Scene, world: Any, document: Document, memory: Memory) -> None:
    place = resolve_place(scene, world)
    memory.places = [found._replace(alone=False) for found in memory.places]
    if isinstance(place, Found):
        place = place._replace(alone=len(scene.text.split()) < ALONE)
    holders = [h for h in read_holders(scene, world, document.published) if h.id]
    leaders = [h for h in holders if any(o in AMERICAN or o in LEADERS for o in h.offices)]
    subject = None
    offices = main_offices(scene, False)
    if offices:
        subject = Subject(office=offices[-1].words)
    elif len({h.id for h in leaders}) == 1:
        subject = office_of(leaders[0], world, document.published, list(scene.offices))
    memory.keep(place if isinstance(place, Found) else None, subject)
    if leaders:
        memory.people = leaders


__all__ = ["find_claims"]
