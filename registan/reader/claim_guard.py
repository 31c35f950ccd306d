"""What a claim must not overlook: words of its sentence that narrow it in a way it cannot say."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from registan.model import Claim
from registan.reader.claim_bound import bound_of
from registan.reader.claim_cue import COUNTED, DECISIVE, FEW, MASKS, SINGLED, Cue
from registan.reader.claim_fact import WEAK, Facts, Unclear, is_denied
from registan.reader.claim_place import place_of
from registan.reader.claim_rest import left_over
from registan.reader.claim_scene import AMERICAN, Scene
from registan.reader.claim_source import verbs_of_saying
from registan.reader.claim_time import WHICH, is_bounded
from registan.reader.claim_tree import (
    RELATIVE,
    clause_head,
    in_clause_with,
    in_one_clause,
    share_clause,
    token_at,
)
from registan.reader.claim_whole import has_parts, said_of_one_trip, says_all
from registan.reader.scale import load_scale, word_of

CLAUSE = re.compile(r"[,;:.–—]")
OF_A_TIME = frozenset({"first", "only", "count", "last", "superlative", "every_except", "ever"})
COUNTING = frozenset({"count", "only", "superlative", "every_except"})
UNDOING = frozenset({"cancel", "refuse"})
UNIQUE = ("first", "last", "only_holder", "nth_holder", "first_time")


def overlooked(facts: Facts, claim: Claim) -> Unclear | None:
    """Why a claim says less than its sentence; None where it says all of it."""
    namesakes = _namesakes(facts, claim)
    if namesakes:
        return Unclear(f"whom it means is not clear: {' / '.join(namesakes)}")
    said = [(c.start, c.end) for c in facts.scene.cues if claim.form == "every_except"]
    said += [(c.start, c.end) for c in facts.scene.has(*SINGLED) if claim.superlative]
    bound = bound_of(facts.scene)
    if bound and claim.bound:
        said.append((bound.start, bound.cue.end))
    if claim.form == "count" and claim.since:
        said += [m.span() for m in facts.scene.says("within_year", plain=True)]
    restricting = [
        m
        for m in facts.scene.says("restricts", plain=True)
        if not any(a <= m.start() and m.end() <= b for a, b in said)
    ]
    if restricting:
        word = restricting[0].group()
        return Unclear(f"what “{word}” leaves out cannot be told from registers")
    left_out = (
        claim.exceptions or claim.form == "only" or (claim.form == "every_except" and claim.n)
    )
    if facts.scene.says("but", plain=True) and claim.form in COUNTING and not left_out:
        return Unclear("which journeys are left out cannot be told from registers")
    unknown = _unknown_place(facts, claim)
    if unknown:
        return Unclear(f"it is not known where “{unknown}” is")
    if claim.n is not None and not claim.bound and bound:
        return Unclear("it says about how many, which is not judged")
    if claim.form == "count" and any(is_denied(facts.scene, c) for c in facts.scene.has(*COUNTED)):
        return Unclear("it counts what did not happen")
    timeless = claim.form in OF_A_TIME and not (claim.since or claim.until)
    if timeless and is_bounded(facts, facts.scene.has(*DECISIVE)):
        return Unclear(WHICH)
    if _is_of_the_last(facts.scene):
        return Unclear("which holders of the office it means is not clear")
    if claim.form == "only" and _is_of_nothing(facts.scene, "only_holder"):
        return Unclear("it counts what did not happen")
    if _is_in_term_of_another(facts, claim):
        return Unclear("during whose time in office it speaks is not clear")
    if _is_in_term(facts, claim):
        return Unclear("what the time in office leaves out cannot be told from registers")
    if not claim.since and _is_of_an_era(facts):
        return Unclear("since when its state is what it is called no table tells")
    described = _description(facts.scene)
    if described and claim.subject.qualifier != "female":
        return Unclear(f"which holders of the office are “{described}” no register tells")
    if _means_all(facts, claim):
        return Unclear("whether all countries were visited is not judged here")
    tour = facts.scene.says("of_trip", plain=True)
    if tour and claim.unit == "countries" and not claim.every:
        return Unclear(f"what “{tour[0].group()}” leaves out cannot be told from registers")
    journey = said_of_one_trip(facts.scene)
    if journey and has_parts(claim.place) and claim.every != "trip":
        return Unclear(f"what “{journey[0].group()}” leaves out cannot be told from registers")
    if claim.every == "trip" and _counts_some(facts, claim):
        return Unclear("whether all countries were visited is not judged here")
    if _overlooks_comparison(facts, claim):
        return Unclear("it compares, and by what measure is not clear")
    if _is_repeated(facts.scene, claim):
        return Unclear("who was first to come so often is not judged")
    if _is_denied_twice(facts.scene, claim):
        return Unclear("it denies twice, and what is left of it is not judged")
    told = facts.scene.has("first_place")
    if claim.form == "first" and not told and _is_of_places(facts.scene):
        return Unclear("among which places it was the first is not clear")
    if _is_undone(facts.scene, claim) or _is_called_off(facts.scene, claim):
        return Unclear("what somebody did not do for the first time is not judged")
    if _overlooks_years(facts, claim):
        return Unclear("for how many years it speaks is not clear")
    elsewhere = _since_elsewhere(facts, claim)
    if elsewhere:
        return Unclear(f"it counts from a visit to “{elsewhere}”")
    if _is_open_since(facts, claim):
        return Unclear("since when it counts is not said as a date")
    rest = left_over(facts, claim)
    if rest:
        return Unclear(f"what “{rest}” leaves out cannot be told from registers")
    return None


def _namesakes(facts: Facts, claim: Claim) -> list[str]:
    """Those of an American office whom the claim's name can mean, where nothing tells which."""
    if claim.subject.person is None or claim.subject.person_id or facts.home:
        return []
    world = facts.world
    named = {i for h in facts.holders if h.name == claim.subject.person for i in h.named.ids}
    meant = sorted(i for i in named if any(t.office in AMERICAN for t in world.terms(i)))
    return [world.persons[i].name for i in meant] if len(meant) > 1 else []


def _unknown_place(facts: Facts, claim: Claim) -> str | None:
    """The name of a place that nobody knows, in a claim that would be about all the world."""
    if claim.place.region != "world" or facts.place.names or facts.scene.sentence is None:
        return None
    visits = [token_at(facts.scene.sentence, m.start()) for m in facts.scene.visits()]
    for token in facts.scene.sentence:
        at = token.idx - facts.scene.start
        named = token.pos_ == "PROPN" and token.dep_.partition(":")[0] in {"obj", "obl", "nmod"}
        if named and token.head in visits and facts.scene.masked[at] not in MASKS.values():
            return str(token.text)
    return None


def other_deed(scene: Scene) -> Unclear | None:
    """A first of another deed: "the first president who spoke before its parliament"."""
    if scene.sentence is None:
        return None
    denied = rf"{scene.words.patterns['denial'].pattern}\s(?:\w+\s)?$"
    for cue in scene.has("first", "only_holder", "nth_holder"):
        if re.search(denied, scene.masked[: cue.start], re.IGNORECASE):
            return Unclear("it denies that somebody was the first or only one")
        deed = _relative_deed(scene, cue) or _main_deed(scene, cue)
        if deed:
            return Unclear(f"whether “{deed}” means a visit is not clear")
    return None


def _description(scene: Scene) -> str | None:
    """What sets some holders apart ("the first Republican president"), beside the office."""
    office, nation = MASKS["office"], MASKS["nation"]
    words = scene.words.patterns["describes"].pattern
    before = re.search(rf"({words})\s(?:{nation}+\s)?{office}", scene.masked, re.IGNORECASE)
    after = re.search(rf"{office}\s(?:{nation}+\s)?({words})", scene.masked, re.IGNORECASE)
    told = [m for m in scene.says("describes", plain=True) if m.group().islower()]
    within = [m for m in told if any(o.start <= m.start() < o.end for o in scene.offices)]
    found = before or after
    if within and not found:
        return within[0].group()
    return found.group(1) if found and scene.has(*UNIQUE, "never", "every") else None


def _is_in_term_of_another(facts: Facts, claim: Claim) -> bool:
    """Does it speak of somebody's time in office who is not whom the claim is about?"""
    if claim.subject.person_id and not claim.since and not facts.office:
        own = {h.named.start for h in facts.holders if h.id == claim.subject.person_id}
    else:
        own = set()
    said = re.compile(
        rf"{facts.scene.words.patterns['in_term_of'].pattern}\s{FEW}(?:{MASKS['office']}+\s)?"
        rf"(?={MASKS['person']})",
        re.IGNORECASE,
    )
    return any(m.end() not in own for m in said.finditer(facts.scene.masked))


def _is_in_term(facts: Facts, claim: Claim) -> bool:
    """Does a term of his own narrow what is claimed, and the claim cannot say so?"""
    told = facts.scene.has(*DECISIVE)
    return not (claim.since and claim.until) and any(
        not CLAUSE.search(facts.scene.masked, *sorted((term.start(), cue.start)))
        for term in facts.scene.says("own_term", plain=True)
        for cue in told
    )


def _is_of_an_era(facts: Facts) -> bool:
    """Is a state called by what a revolution made of it ("Communist China")?"""
    scene = facts.scene
    era, place = scene.words.patterns["era"], MASKS["place"]
    beside = rf"{era.pattern}(?=\s{place})|(?<={place}\s){era.pattern}"
    told = [m.group() for m in re.finditer(beside, scene.masked, re.IGNORECASE)]
    for text in (scene.text[o.start : o.end] for o in scene.offices):
        found = [
            m for m in era.finditer(text) if facts.world.place(text[m.end() :].strip(), scene.lang)
        ]
        told += [m.group() for m in found]
    return any(str(scene.words.read("era", word)).endswith("revolution") for word in told)


def _means_all(facts: Facts, claim: Claim) -> bool:
    """Is it all countries of a region that were visited, and the claim cannot say so?"""
    apart = claim.form in {"superlative", "only"} and bool(claim.place.countries)
    judged = claim.every or apart or (claim.form == "never" and claim.n is not None)
    return not judged and has_parts(claim.place) and says_all(facts.scene)


def _counts_some(facts: Facts, claim: Claim) -> bool:
    """Is it another number of countries than the place has ("three Baltic states" are all)?"""
    place = facts.world.place(claim.place.region, "en") if claim.place.region else None
    whole = len(getattr(place, "members", ()) or claim.place.countries)
    words, nouns = facts.scene.words, facts.scene.says("place_noun")
    counted = [m for m in facts.scene.says("number") for n in nouns if 0 < n.start() - m.end() < 20]
    return any(words.read("number", m.group()) != whole for m in counted)


def _overlooks_comparison(facts: Facts, claim: Claim) -> bool:
    """Does the sentence compare where its claim does not ("no president was here more often")?"""
    if claim.bound or claim.form not in {"never", "ever", "first", "last", "only"}:
        return False
    told = [c for c in facts.scene.cues if c.effect not in WEAK]
    return any(
        in_one_clause(facts.scene.sentence, m.start(), c.start)
        for m in facts.scene.says("compares")
        for c in told
    )


def _is_repeated(scene: Scene, claim: Claim) -> bool:
    """Does it say how often, which the claim leaves out ("the first to be invited twice")?"""
    if claim.form == "count":
        often = scene.has("times", "nth_time")
        return claim.unit == "persons" and any((c.n or 0) > 1 for c in often)
    if claim.form not in {"first", "since", "never", "last", "only"} or claim.place.countries[1:]:
        return False
    if claim.n is not None and claim.unit != "years":
        return False
    often = [c for c in scene.has("times", "nth_time", "count_visits") if (c.n or 0) > 1]
    told = scene.has("first", "never", "never_before", "only_holder", "last")
    return any(
        not CLAUSE.search(scene.masked, min(one.end, cue.end), max(one.start, cue.start))
        for cue in told
        for one in often
    )


def _is_of_places(scene: Scene) -> bool:
    """Is it a place that is called the first one ("Cartagena was the first city to receive …")?"""
    place, town = (scene.words.patterns[slot].pattern for slot in ("place_noun", "town"))
    nation = MASKS["nation"]
    behind = re.compile(rf"\s(?:{nation}+\s)?(?:\w+\s)?(?:{place}|{town})", re.IGNORECASE)
    cues = [c for c in scene.has("first") if MASKS["office"] not in scene.masked[c.start : c.end]]
    return any(behind.match(scene.masked, c.end) for c in cues)


def _is_undone(scene: Scene, claim: Claim) -> bool:
    """Is a deed denied that is called a first ("for the first time in years he did not come")?"""
    if claim.form not in {"first", "since"}:
        return False
    if _is_of_nothing(scene, "first"):
        return True
    denial, cues = scene.words.patterns["denial"], scene.has("first_time", "again")
    deeds = [token_at(scene.sentence, cue.start) for cue in cues]
    heads = [head for head in map(clause_head, filter(None, deeds)) if head.pos_ == "VERB"]
    denied = [c for head in heads for c in head.children if denial.fullmatch(c.text)]
    spans = [(cue.start, cue.end) for cue in cues]  # "Not until 1999" denies nothing.
    at = scene.sentence.start_char if denied else 0
    return any(not any(a <= c.idx - at < b for a, b in spans) for c in denied)


def _is_called_off(scene: Scene, claim: Claim) -> bool:
    """ "Cancelled a visit for the first time in 53 years": no visit that was made."""
    if scene.sentence is None or claim.form == "never":
        return False
    governors, cued = load_scale(scene.lang).governors, [(c.start, c.end) for c in scene.cues]
    visits = [token_at(scene.sentence, m.start()) for m in scene.visits()]
    for verb in {t.head for t in visits if t is not None and t.head != t}:
        told = any(a <= verb.idx - scene.start < b for a, b in cued)
        rules = () if told else governors.get(word_of(verb), ())
        if any(r.effect in UNDOING and not (r.beside or r.features) for r in rules):
            return True
    return False


def _is_of_nothing(scene: Scene, effect: str) -> bool:
    """Did whoever was first or the only one do it nowhere ("only he never went to …")?"""
    denied = [c.start for c in scene.has("never")]
    denied += [m.start() for m in scene.says("denial")] if effect == "only_holder" else []
    return any(
        one.start < at and share_clause(scene.sentence, one.end - 1, at)
        for one in scene.has(effect)
        for at in denied
    )


def _is_of_the_last(scene: Scene) -> bool:
    """Are so many last holders the whole, of which a claim is about one ("of the last four")?"""
    number, office = scene.words.patterns["number"].pattern, MASKS["office"]
    whole = re.compile(rf"\s{number}\s(?:\w+\s)?{office}", re.IGNORECASE)
    said = [m for m in scene.says("of_last") if whole.match(scene.masked, m.end())]
    return bool(said) and not any(cue.of for cue in scene.cues)


def _is_denied_twice(scene: Scene, claim: Claim) -> bool:
    """Is what nobody did denied too ("no president has not been there", "none failed to come")?"""
    never = scene.has("never", "never_before")
    if not never or claim.form not in {"first", "never", "since"}:
        return False
    at, since = partial(token_at, scene.sentence), scene.words.patterns["since"]
    return any(
        _is_of_deed(at(word.start()), at(cue.start), since)
        for word in scene.says("undoes", plain=True)
        for cue in never
        if not cue.start <= word.start() < cue.end
    )


def _is_since(clause: Any, since: re.Pattern[str]) -> bool:
    """Does "since" begin the clause ("no president since Carter has …", as it may be parsed)?"""
    return any(c.dep_ == "mark" and since.fullmatch(c.text) for c in clause.children)


def _is_of_deed(word: Any, cue: Any, since: re.Pattern[str]) -> bool:
    """Is the word the cue's deed, at it, or at a verb joined to it or to its nouns?"""
    if word is None or cue is None:
        return False
    deed, own = clause_head(cue), word if word.pos_ == "VERB" else word.head
    if own == deed:
        return bool(word.i > cue.i)
    other = any(c.dep_.startswith("nsubj") for c in own.children)
    near = own.dep_ in RELATIVE or (own.dep_ in {"conj", "parataxis"} and not other)
    near = near or _is_since(own, since)
    return bool(near and deed in (own.head, own.head.head))


def _overlooks_years(facts: Facts, claim: Claim) -> bool:
    """Is a span of years denied of which the claim does not speak ("nobody came for ages")?"""
    short = [m.span() for m in facts.scene.says("short_span", plain=True)]
    year = facts.scene.says("within_year", plain=True)
    if any(a <= m.start() and m.end() < b for a, b in short for m in year):
        return True  # "In a year and four months"
    spans = any(c.n and not _is_after(facts.scene, c) for c in facts.scene.has("years")) or short
    if claim.form in COUNTING and not claim.since and spans:
        return True
    told = {"first"} if claim.subject.person else {"never", "first"}
    if claim.form not in told or claim.since:
        return False
    return bool(facts.scene.says("year_span", plain=claim.form == "never"))


def _is_after(scene: Scene, years: Cue) -> bool:
    """ "The second to come, 88 years after Coolidge": it does not count in these years."""
    return bool(re.match(rf"\s{FEW}{MASKS['person']}", scene.masked[years.end :]))


def _since_elsewhere(facts: Facts, claim: Claim) -> str | None:
    """The place to which somebody came since when it counts, where that is another one."""
    since, scene = facts.scene.words.patterns["since"], facts.scene
    for name in scene.places:
        if name.type == "nationality" or not in_clause_with(scene.sentence, name.start, since):
            continue
        place = place_of([name], facts.world)
        same = set(place.countries) <= set(claim.place.countries)
        if not same or (claim.place.locale and place.locale not in (None, claim.place.locale)):
            return name.text
    return None


def _is_open_since(facts: Facts, claim: Claim) -> bool:
    """Does the sentence count from something that is no date ("since the revolution")?"""
    if claim.since is not None or claim.unit == "years" or claim.form == "event":
        return False
    nobody = claim.form == "first" and facts.scene.has("since_person")  # Whose name is shared
    return bool(nobody or facts.scene.says("since_event", plain=True))


def _relative_deed(scene: Scene, cue: Cue) -> str | None:
    """The verb of a clause that tells what the holder did, where that is no visit."""
    start = scene.masked.find(MASKS["office"], cue.start)
    offices = [o for o in scene.offices if o.start == start]
    if not offices or start > cue.end:
        return None
    first, last = scene.sentence.start_char + start, scene.sentence.start_char + offices[0].end
    for token in scene.sentence:
        own = token.dep_ in RELATIVE and first <= token.head.idx < last and token.idx >= last
        if own and token.pos_ == "VERB" and not _tells_of_visit(scene, token):
            return str(token.text)
    return None


def _main_deed(scene: Scene, cue: Cue) -> str | None:
    """The main verb where it is no visit and none is spoken of beside the cue."""
    at = token_at(scene.sentence, cue.start)
    visits = [m.start() for m in scene.visits("meet_verb")]
    if at is None or any(in_one_clause(scene.sentence, cue.start, v) for v in visits):
        return None
    head = clause_head(at)
    if head.pos_ != "VERB" or scene.words.patterns["linking"].fullmatch(head.text):
        return None
    return None if head.lemma_.lower() in verbs_of_saying(scene.lang) else str(head.text)


def _tells_of_visit(scene: Scene, verb: Any) -> bool:
    left = verb.left_edge.idx - scene.sentence.start_char
    right = verb.right_edge.idx + len(verb.right_edge.text) - scene.sentence.start_char
    spoken = [m.start() for m in scene.visits("meet_verb")]
    return any(left <= at < right for at in spoken)
