"""Dated visits told as facts of record: "Schon 2018 hatte er das Weiße Haus besucht"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, TypeVar

from registan.model import Claim
from registan.reader.claim_cue import Cue
from registan.reader.claim_deed import is_visit
from registan.reader.claim_place import Found, resolve_place
from registan.reader.claim_scene import AMERICAN, Dated, Named, Office, Scene
from registan.reader.claim_subject import LEADERS, Holder, office_of, read_holders
from registan.reader.claim_tree import RELATIVE, clause_head, token_at
from registan.reader.claim_whole import read_every
from registan.reader.clause import SUBJECTS

Part = TypeVar("Part", Named, Office, Dated, Cue)
PART = re.compile(r"[:;–—]|(?<=\s)-(?=\s)|,")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def find_events(
    scene: Scene, world: Any, day: str | None, before: list[Found], follows: bool = False
) -> list[tuple[int, int, Claim]]:
    """Visits with a year, each with its offsets in the sentence; a list of them gives several.

    `follows` says that the sentence before told of such a visit: "X followed" is then another.
    """
    if not scene.says("visit_strong") or scene.says("unreal") or scene.asks or scene.has("never"):
        return []
    parts = [p for p in _parts(scene) if _is_whole(p)]
    if len(parts) < 2:
        parts = [scene]
    found = []
    for part in parts:
        claim = _event(part, scene, world, day, before, follows and bool(before))
        if claim:
            start = part.start - scene.start
            end = start + len(part.text.rstrip(" ,;:–—-\n"))
            found.append((start, end, claim))
    return found


def dated_persons(
    scene: Scene,
    claim: Claim,
    world: Any,
    day: str | None,
    told: Iterable[tuple[int, int, Claim]],
) -> list[tuple[int, int, Claim]]:
    """Visits to the claim's place of persons with the year right behind ("Ford in 1975").

    Those in `told` are not given again, and nobody of whom it may be said that he did not come.
    """
    if scene.asks or scene.says("unreal") or claim.place.region == "world" or claim.every:
        return []
    home = claim.direction == "to_us"
    known = {(one.subject.person_id, one.since) for _, _, one in told}
    behind = _behind(scene)
    found = []
    for dated in scene.dates:
        for holder in read_holders(scene, world, dated.edtf):
            named = holder.named
            between = scene.masked[named.end : dated.start] if named.end < dated.start else "x"
            place = Found(claim.place, (), home)
            if not behind.fullmatch(between) or not holder.id or not _is_visitor(holder, place):
                continue
            if dated.role not in {"at", "since"} or not _names_year(scene, dated, day):
                continue
            if not _is_told_there(scene, named):
                continue
            subject = office_of(holder, world, dated.edtf, list(scene.offices))
            if subject.office != claim.subject.office or (holder.id, dated.edtf) in known:
                continue
            event = Claim(
                form="event",
                subject=subject,
                place=claim.place,
                direction=claim.direction,
                since=dated.edtf,
            )
            found.append((named.start, dated.end, event))
    return found


def _is_told_there(scene: Scene, named: Named) -> bool:
    """Is the person no contrast, and does he do nothing but come?"""
    name = token_at(scene.sentence, named.start)
    while name is not None and name.dep_ == "conj":
        name = name.head
    if name is None or is_contrast(scene, named):
        return False
    verb = clause_head(name)
    if name.dep_ not in SUBJECTS or verb.pos_ != "VERB":
        return True
    at = verb.idx - scene.start
    return any(m.start() <= at < m.end() for m in scene.visits())


def is_contrast(scene: Scene, named: Named) -> bool:
    """Is somebody only set apart from the person ("unlike Ford in 1975", "than Ford and Nixon")?

    Of a person whose own clause follows more is said than that.
    """
    name = token_at(scene.sentence, named.start)
    while name is not None and name.dep_ == "conj":
        name = name.head
    if name is None or any(c.dep_ in RELATIVE for c in name.children):
        return False
    contrast = scene.words.patterns["contrast"].pattern
    before = scene.masked[: max(0, name.idx - scene.start)]
    return bool(re.search(rf"{contrast}\s(?:\w+\s){{0,2}}$", before, re.IGNORECASE))


def _behind(scene: Scene) -> re.Pattern[str]:
    """What stands between a person and the year in which he came."""
    words = {name: scene.words.patterns[name].pattern for name in ("at_place", "visit_noun")}
    return re.compile(
        rf"(?:['’]s?)?(?:\s{words['visit_noun']})?,?\s\(?(?:{words['at_place']}\s(?:\w+\s)?)?",
        re.IGNORECASE,
    )


def before_list(scene: Scene) -> Scene:
    """The sentence up to the colon after which it gives examples; the whole where there is none."""
    colon = scene.text.find(":")
    return _cut(scene, 0, colon) if colon > 0 and scene.cues[0].start < colon else scene


def _parts(scene: Scene) -> list[Scene]:
    """The stretches between marks, each as a scene of its own; offsets stay the document's."""
    cuts = [0, *(m.end() for m in PART.finditer(scene.masked)), len(scene.text)]
    return [_cut(scene, a, b) for a, b in pairwise(cuts) if a < b]


def _cut(scene: Scene, left: int, right: int) -> Scene:
    """A stretch of the scene without the white space around it, with what lies whole in it."""
    raw = scene.text[left:right]
    left += len(raw) - len(raw.lstrip())
    right -= len(raw) - len(raw.rstrip())
    return scene._replace(
        text=scene.text[left:right],
        masked=scene.masked[left:right],
        start=scene.start + left,
        offices=_within(scene.offices, left, right),
        persons=_within(scene.persons, left, right),
        places=_within(scene.places, left, right),
        dates=_within(scene.dates, left, right),
        cues=_within(scene.cues, left, right),
        sentence=None,
    )


def _within(found: Iterable[Part], left: int, right: int) -> tuple[Part, ...]:
    """Those that lie between two offsets, reckoned from the first."""
    return tuple(
        one._replace(start=one.start - left, end=one.end - left)
        for one in found
        if left <= one.start and one.end <= right
    )


def _is_whole(part: Scene) -> bool:
    return bool(part.persons and part.places and part.dates)


def _event(
    part: Scene,
    scene: Scene,
    world: Any,
    day: str | None,
    before: list[Found],
    follows: bool,
) -> Claim | None:
    at = [d for d in part.dates if d.role == "at" and _names_year(part, d, day)]
    if len(at) != 1:
        return None
    found = resolve_place(part, world, before)
    if isinstance(found, str) and follows and part.says("follow"):
        found = before[0]
    if isinstance(found, str) or not (found.place.countries or found.place.region):
        return None
    if not is_visit(scene, [n.start + part.start - scene.start for n in found.names]):
        return None
    visitors = [
        h
        for h in read_holders(part, world, at[0].edtf)
        if h.id and _is_visitor(h, found) and not _is_host(part, h.named)
    ]
    if len({h.id for h in visitors}) != 1 or _is_of_host(part, visitors[0].named, at[0]):
        return None
    subject = office_of(visitors[0], world, at[0].edtf, list(part.offices or scene.offices))
    return Claim(
        form="event",
        subject=subject,
        place=found.place,
        direction="to_us" if found.american else "abroad",
        since=at[0].edtf,
        every=read_every(part, found.place),
    )


def _names_year(part: Scene, dated: Dated, day: str | None) -> bool:
    """Is the date one up to the day that names its year?"""
    words = part.text[max(0, dated.start - 12) : dated.end + 8]
    if not YEAR.search(words):
        return False
    return day is None or dated.edtf[:10] <= day[: len(dated.edtf)]


def _is_visitor(holder: Holder, found: Found) -> bool:
    if not any(o in AMERICAN or o in LEADERS for o in holder.offices):
        return False
    if holder.country in found.place.countries:
        return False
    return not (found.american and holder.american)


def _is_of_host(part: Scene, visitor: Named, dated: Dated) -> bool:
    """Does the date follow a person compared with ("after Pompeo, who had come in 2020")?"""
    cues = part.has("before_person", "since_person")
    return any(
        visitor.start < one.start < dated.start and c.start <= one.start < c.end
        for one in part.persons
        for c in cues
    )


def _is_host(part: Scene, named: Named) -> bool:
    """Is the person one whom somebody visits, or with whom a visit is compared ("before X")?"""
    if any(c.start <= named.start < c.end for c in part.has("before_person", "since_person")):
        return True
    office = part.words.patterns["indefinite"].pattern
    if re.match(rf"\s(?:\w+\s)?{office}\s(?:[^\s,]+\s)?\ue001", part.masked[named.end :], re.I):
        return False  # "mit Reagan ein US-Präsident": the name of whoever came
    met = part.words.patterns["with"].pattern
    return bool(re.search(rf"{met}\s(?:\S+\s){{0,2}}$", part.masked[: named.start], re.I))
