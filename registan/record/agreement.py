"""Agreement of two reports: one event, perhaps one, or surely two; with the reason in plain words.

Two events wrongly made one are worse than one event shown twice: kinds, parties, places, times and
standings decide, and what is merely not excluded is `may`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from registan import world
from registan.record.day import DENIALS, UNREAL, Closeness, is_ahead, relate_days, stated
from registan.record.deed import deed_of, deeds, named_by, sort_of
from registan.record.likeness import alike
from registan.record.matter import matters_of
from registan.record.memo import once_a_report
from registan.record.noun import StoredReport
from registan.record.party import Match, Party, list_parties, match, title_offices
from registan.record.quantity import comparable, counts_several, find_quantities
from registan.record.site import Site, list_sites, share_place, share_sites
from registan.record.vouching import UNKNOWN_SIDE, offices_of, sides_of, vouchers_of
from registan.record.wording import calendar_words

SYMMETRIC = frozenset({"meeting", "call", "agreement", "relations"})
OCCURRED = frozenset({"happened", "ongoing"})
# What such reports are about stands in their words, not in their parties: the words must be alike.
WORDED = frozenset({"statement", "measure", "cooperation", "message"})
ALIKE_WORDS = 0.35
# Where the sums differ, the words must say the more plainly that it is one aid; in one language
# sentences of other aid by the same states are alike, too.
OTHER_SUMS, OTHER_SUMS_HERE = 0.5, 0.8
SAME_MATTER = 0.37  # Translations of what is agreed lie above 0.39, other matters below 0.36.
OTHER_MATTER = 0.25
VERY_MATTER = 0.6  # "Border trade" is no "joint border patrols", which lie at 0.56.
CLOSE: frozenset[Closeness] = frozenset({"day", "overlap", "near"})
# Of each a state has one holder at a time; "minister", "official", "leader" may mean any.
SEATS = {
    "head-of-state": "head",
    "head-of-government": "head",
    "foreign-minister": "foreign-minister",
    "defence-minister": "defence-minister",
}
NO_ONE = 10  # Letters at most between "no", "none of the" and whom nobody is of.
OTHER_PARTIES = "other parties"
OTHER_WORDS = "other words"


class Judgement(NamedTuple):
    """`same`, `may` or `no`; the higher the `strength`, the surer a `same`.

    `because` says what keeps the two apart; where nothing does, `explain` says what agrees.
    """

    verdict: Literal["same", "may", "no"]
    strength: int
    because: str = ""


def judge(one: StoredReport, other: StoredReport) -> Judgement:
    """Judge whether two reports tell of one event; which of them comes first changes nothing."""
    obstacle = _obstacle(one, other)
    if obstacle:
        return Judgement("no", 0, obstacle)
    who, whom = _matches(one, other)
    if not who.fits or (whom and not whom.fits):
        return Judgement("no", 0, OTHER_PARTIES)
    days, place = relate_days(one, other), share_place(one, other)
    if days == "apart":
        return Judgement("no", 0, f"other days ({_when(one)} and {_when(other)})")
    if place is False:
        return Judgement("no", 0, "other places")
    matter = _share_matter(one, other)
    if matter is False:
        return Judgement("no", 0, f"other matters ({one.report.about} and {other.report.about})")
    sure = (
        _is_sure(one, who, whom, days, place)
        or _is_described(one, other, who, days, place)
        or _is_one_deed(one, other, who, days)
        or _is_of_headline(one, other, who, place)
    )
    sure = sure and (matter is True or days == "day")
    strength = 4 * (days == "day") + 2 * (days == "overlap") + who.same + bool(place)
    strength += 8 * _is_of_one_kind(one, other)
    if sure and not _words_agree(one, other):
        return Judgement("may", strength, OTHER_WORDS)
    return Judgement("same" if sure else "may", strength)


def explain(one: StoredReport, other: StoredReport) -> str:
    """Say what agrees in two reports of one event."""
    return _because(one, other, relate_days(one, other), share_place(one, other))


class Frame(NamedTuple):
    """What of a report may alone, whatever its days and its text, keep it apart from another."""

    kind: str
    stance: str | None
    lifted: bool
    outcome: Literal["happened", "undone", "open"]
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    sites: tuple[Site, ...]


@once_a_report
def frame_of(report: StoredReport) -> Frame:
    """Give a report's frame. News tells of few parties again and again: frames are few."""
    told, outcome = report.report, _outcome(report)
    lifted, sites = _is_lifted(report), list_sites(report)
    if told.kind in SYMMETRIC:
        return Frame(told.kind, told.stance, lifted, outcome, parties_of(report), (), sites)
    return Frame(told.kind, told.stance, lifted, outcome, _who(report), _whom(report), sites)


def _outcome(report: StoredReport) -> Literal["happened", "undone", "open"]:
    if report.report.standing in OCCURRED:
        return "happened"
    undone = report.report.standing in {"cancelled", "not_happened"} and not _denies(report)
    return "undone" if undone else "open"


def are_apart(one: Frame, other: Frame) -> bool:
    """Say whether any two reports of two frames are judged `no`."""
    if (one.kind, one.stance, one.lifted) != (other.kind, other.stance, other.lifted):
        return True
    if {one.outcome, other.outcome} == {"happened", "undone"}:
        return True
    who, whom = match(one.who, other.who), match(one.whom, other.whom)
    return not (who.fits and whom.fits) or share_sites(one.kind, one.sites, other.sites) is False


def _obstacle(one: StoredReport, other: StoredReport) -> str | None:
    """What alone keeps two reports apart, without a look at parties, places and days."""
    here, there = one.report, other.report
    if here.kind != there.kind:
        return f"other kinds ({here.kind} and {there.kind})"
    if here.stance != there.stance:
        return "other stances"
    if _is_lifted(one) != _is_lifted(other):
        return "one imposes, one lifts"
    if _are_other_deeds(one, other):
        return "other deeds"
    if _is_of_nobody(one) != _is_of_nobody(other):
        return "one says that nobody of an office did it"
    if _are_of_other_offices(one, other) or _are_of_other_offices(other, one):
        return "one is told of the holder of another office"
    same_text = one.origin.document == other.origin.document
    tied = _is_headline(one) or _is_headline(other) or _is_denial_of_one(one, other)
    if same_text and here.kind == "statement" and here.span != there.span and not tied:
        return "two sentences of one text"
    return _standing_obstacle(one, other, same_text)


def _is_of_one_kind(one: StoredReport, other: StoredReport) -> bool:
    """Facts find facts, and plans what became of them, before a plan finds a fact: what was called
    off must not be taken for what somebody says took place.

    "Did not meet" is of what others tell as a fact or a rumour, "will not meet" of a plan.
    """
    denials = [r for r in (one, other) if r.report.standing in DENIALS]
    if one in denials and other in denials:
        return is_ahead(one) == is_ahead(other)
    if denials and not is_ahead(denials[0]):
        return True
    return (one.report.standing in OCCURRED) == (other.report.standing in OCCURRED)


@once_a_report
def _is_of_nobody(report: StoredReport) -> bool:
    """ "No US president has ever been there": that is said of all, and of no visit of anybody's."""
    unnamed = [a.span for a in report.report.who if a.type == "person" and a.id is None and a.span]
    denials = [op.span for op in report.report.chain if op.name.endswith("negation") and op.span]
    return any(0 <= span.start - no.end <= NO_ONE for span in unnamed for no in denials)


def _are_of_other_offices(one: StoredReport, other: StoredReport) -> bool:
    """ "The first visit of a US secretary of state", "of President X": who is named held, when the
    text was published, another of the seats than the one that whoever is unnamed is called by."""
    unnamed, held = _seats_alone(one), _seats_held(other)
    return bool(unnamed and held) and unnamed.isdisjoint(held)


@once_a_report
def _seats_alone(report: StoredReport) -> frozenset[str]:
    """The seats of the one who did it, where nothing else tells who that is."""
    parties = _who(report)
    if len(parties) != 1 or parties[0].id or parties[0].words or parties[0].body:
        return frozenset()
    return _seats(title_offices(parties[0].label, parties[0].lang))


@once_a_report
def _seats_held(report: StoredReport) -> frozenset[str]:
    """The seats of the one who did it, by title or by the lists on the day of publication."""
    parties = _who(report)
    if len(parties) != 1 or not (parties[0].id or parties[0].words):
        return frozenset()
    return _seats(o for a in report.report.who for o in offices_of(a, report.origin))


def _seats(offices: Iterable[str]) -> frozenset[str]:
    """The seats that offices are or include; of presidents many govern, too."""
    known = world.load().offices
    every = {i for o in offices if o in known for i in (o, *known[o].includes)}
    return frozenset(SEATS[o] for o in every if o in SEATS)


def _is_lifted(report: StoredReport) -> bool:
    return report.report.rule.endswith((".lift", ".exempt"))


def _standing_obstacle(one: StoredReport, other: StoredReport, same_text: bool) -> str | None:
    if one.report.standing == other.report.standing:
        return None
    standings = {one.report.standing, other.report.standing}
    if "denied" in standings:
        return None
    real, unreal = standings & OCCURRED, standings & UNREAL
    if real and unreal and same_text and not (_is_headline(one) or _is_headline(other)):
        return "one text tells the one as a fact, the other as a plan"
    if same_text and unreal and "cancelled" in standings and _is_rescheduled(one, other):
        return "one text tells the one as called off, the other as still ahead"
    if real and standings & {"cancelled", "not_happened"} and not (_denies(one) or _denies(other)):
        return "the one happened, the other did not"
    return None


@once_a_report
def _is_headline(report: StoredReport) -> bool:
    """ "Poland announces deal" over "Poland and Chad agreed …": the headline is of that event."""
    title = report.origin.title
    return title is not None and report.report.span.text.strip() in title


def _is_rescheduled(*reports: StoredReport) -> bool:
    """ "Was called off; X may receive Y in November": what a text tells after it, of a day of its
    own, is another."""
    gone, ahead = sorted(reports, key=lambda r: r.report.standing != "cancelled")
    later = ahead.report.span.start >= gone.report.span.end
    return later and stated(ahead) is not None and stated(ahead) != stated(gone)


@once_a_report
def _denies(report: StoredReport) -> bool:
    """ "There was no such call", says a side: that speaks of the very event it denies.

    "Will not come" speaks of what is ahead, and of nothing that took place.
    """
    if report.report.standing != "not_happened" or is_ahead(report):
        return False
    sides = sides_of([report])
    stately = any(s.country for s in report.report.attribution)  # maybe that of the one unknown
    return bool(vouchers_of(report, sides).sides) or (UNKNOWN_SIDE in sides and stately)


@once_a_report
def parties_of(report: StoredReport) -> tuple[Party, ...]:
    """All parties of a report, whichever side they are named on."""
    lang = report.origin.lang
    return list_parties((*report.report.who, *report.report.whom), lang)


def _matches(one: StoredReport, other: StoredReport) -> tuple[Match, Match | None]:
    if one.report.kind in SYMMETRIC:
        return match(parties_of(one), parties_of(other)), None
    return match(_who(one), _who(other)), match(_whom(one), _whom(other))


@once_a_report
def _who(report: StoredReport) -> tuple[Party, ...]:
    return list_parties(report.report.who, report.origin.lang)


@once_a_report
def _whom(report: StoredReport) -> tuple[Party, ...]:
    return list_parties(report.report.whom, report.origin.lang)


def _is_sure(
    one: StoredReport, who: Match, whom: Match | None, days: Closeness, place: bool | None
) -> bool:
    """Say whether what agrees is enough for one event."""
    if days not in CLOSE or who.same + who.may == 0:
        return False
    if one.report.kind in SYMMETRIC:
        return _is_sure_pair(one.report.kind, who, days, place)
    if not who.same or not (who.whole or days == "day"):
        return False
    if one.report.kind == "visit":
        return place is True or (place is None and whom is not None and whom.same > 0)
    return whom is None or whom.whole or one.report.kind in WORDED


def _is_sure_pair(kind: str, who: Match, days: Closeness, place: bool | None) -> bool:
    """Two sides at least must be the same; a third named by one outlet only needs day and place."""
    if who.same + who.may < 2:
        return False
    if not who.whole:
        if kind != "agreement" and days == "day" and place is True:
            return who.same > 0  # "X will host talks of Y's minister with Z" and "A met Z"
        exact = days == "day" and place is not False
        return who.same >= 2 and (exact or (days == "overlap" and place is True))
    if kind == "agreement":  # states sign what their ministers sign; they do not meet
        return True
    if who.may:
        return who.same > 0 and (days == "day" or place is True)
    return who.same > 0 or days == "day" or place is True


def _are_other_deeds(one: StoredReport, other: StoredReport) -> bool:
    """An ambassador is summoned and one is recalled; A summons B's and B summons A's; a drill is no
    loan."""
    here, there = sort_of(one), sort_of(other)
    if here and there and here != there:
        return True
    resumed = {named_by(r.report.trigger) == "restore" for r in (one, other)}
    if len(resumed) > 1 and "cancelled" in {one.report.standing, other.report.standing}:
        return True  # talks that are broken off, and those that begin again
    here, there = deed_of(one), deed_of(other)
    if not here or not there:
        return False
    if here != there:
        return True
    sides = (_who(one), _who(other)), (_whom(one), _whom(other))
    told = [pair for pair in sides if all(pair)]
    return deeds()[here].directed and not all(match(*pair).fits for pair in told)


def _is_of_headline(one: StoredReport, other: StoredReport, who: Match, place: bool | None) -> bool:
    """ "X rings Y's president" over "X rang President Z": a headline tells what its text tells.

    So it is of "Adviser to visit Japan" over "Adviser X will visit Japan", and of "X denies
    officers met Syrians" over "denied that X's officers had met Y's".
    """
    text = one.origin.document == other.origin.document
    if not text or _is_headline(one) == _is_headline(other):
        return False
    denied = one.report.standing == other.report.standing == "denied"
    if denied and deed_of(one) and deed_of(one) == deed_of(other):
        return who.fits  # "X denies its envoy was summoned"
    if not who.whole or not _is_of_one_kind(one, other):
        return False
    if one.report.kind == "visit":
        return who.same + who.may > 0 and place is True
    if one.report.kind not in SYMMETRIC or who.same + who.may < 2:
        return False
    return denied or who.same > 0


def _is_one_deed(one: StoredReport, other: StoredReport, who: Match, days: Closeness) -> bool:
    """ "Moscow summoned the Moldovan ambassador", "recalled its ambassador in Chișinău": whom a
    state sends stands for it, and where he serves for the other."""
    if not deed_of(one) or deed_of(one) != deed_of(other) or days not in CLOSE:
        return False
    states = _states_of(one)
    denied = "denied" in {one.report.standing, other.report.standing}
    sides = who.same > 0 or (who.may > 0 and (days == "day" or denied))  # "was summoned in Y"
    return who.fits and sides and len(states) > 1 and states == _states_of(other)


def _states_of(report: StoredReport) -> frozenset[str]:
    """The states of a report's parties and places."""
    named = {party.country for party in parties_of(report)}
    return frozenset(filter(None, named | {site.country for site in list_sites(report)}))


def _is_described(
    one: StoredReport, other: StoredReport, who: Match, days: Closeness, place: bool | None
) -> bool:
    """ "Syrian and Israeli officials met in Muscat": unnamed in both, of the same states and maybe
    the same offices, at one place and close in time."""
    parties = (*parties_of(one), *parties_of(other))
    nameless = not any(p.words or p.id or p.body for p in parties)
    if nameless and who.whole and _is_one_envoy(one, other, days, place):
        return True
    if one.report.kind not in {"meeting", "call"} or not nameless or not who.whole:
        return False
    alike = all(
        _may_hold_one_office(p, o)
        for p in parties_of(one)
        for o in parties_of(other)
        if p.country == o.country
    )
    return who.may >= 2 and place is True and days in CLOSE and alike


def _is_one_envoy(
    one: StoredReport, other: StoredReport, days: Closeness, place: bool | None
) -> bool:
    """ "Ruandas Botschafter kehrte nach Pretoria zurück": unnamed in both, of one state and office,
    on the same day at the same place."""
    parties = (parties_of(one), parties_of(other))
    if one.report.kind != "visit" or days != "day" or not place or {len(p) for p in parties} != {1}:
        return False
    here, there = parties[0][0], parties[1][0]
    offices = [title_offices(p.label, p.lang) for p in (here, there)]
    return bool(here.country) and here.country == there.country and bool(offices[0] & offices[1])


def _may_hold_one_office(one: Party, other: Party) -> bool:
    """ "Officials" may be ministers, as far as is said; presidents are none."""
    here, there = title_offices(one.label, one.lang), title_offices(other.label, other.lang)
    return not here or not there or bool(here & there)


def _words_agree(one: StoredReport, other: StoredReport) -> bool:
    if one.report.kind not in WORDED or one.report.span.text == other.report.span.text:
        return True
    if one.origin.document == other.origin.document and (_is_headline(one) or _is_headline(other)):
        return True  # of the same kind, stance and parties
    if _is_denial_of_one(one, other):
        return True
    needed = ALIKE_WORDS
    if not _count_alike(one, other):
        needed = OTHER_SUMS_HERE if one.origin.lang == other.origin.lang else OTHER_SUMS
    return alike(one.report.span.text, other.report.span.text) >= needed


def _is_denial_of_one(one: StoredReport, other: StoredReport) -> bool:
    """ "That is false, X said": the words of a denial are not those of what its text told."""
    here, there = one.report.rule, other.report.rule
    denies = f"{here}.denied" == there or f"{there}.denied" == here
    return denies and one.origin.document == other.origin.document


def _count_alike(one: StoredReport, other: StoredReport) -> bool:
    """Do two reports name one sum, as far as both name one in the same money?"""
    here, there = (
        [q for q in find_quantities(r.report.span.text) if q.sort == "money"] for r in (one, other)
    )
    pairs = [(a, b) for a in here for b in there if comparable(a, b)]
    return not pairs or any(a.value == b.value for a, b in pairs)


def _share_matter(one: StoredReport, other: StoredReport) -> bool | None:
    """Do two agreements have one matter, as far as both say theirs? Parties sign several at once.

    True too where nothing is to compare.
    """
    here, there = _matter(one), _matter(other)
    if one.report.kind == "agreement" and _is_one(one) != _is_one(other):
        return None  # of "three agreements" one may be that on trade
    if one.report.kind != "agreement" or not here or not there:
        return True
    known, known_there = matters_of(here), matters_of(there)
    if known & known_there:
        return True
    score = alike(here, there)
    if known and known_there:
        return None if score >= SAME_MATTER else False
    return True if score >= SAME_MATTER else False if score < OTHER_MATTER else None


def share_matter(one: StoredReport, other: StoredReport) -> bool:
    """Do two agreements, of which both name their matter, name the very same?"""
    here, there = _matter(one), _matter(other)
    if one.report.kind != "agreement" or not here or not there:
        return False
    return alike(here, there) >= VERY_MATTER


def _is_one(report: StoredReport) -> bool:
    """Is one agreement told of, and not several at once?"""
    noun = report.report.trigger_span  # "the two signed a pact": one
    return not counts_several(report.report.span.text, noun.text if noun else report.report.trigger)


@once_a_report
def _matter(report: StoredReport) -> str:
    """What an agreement is about, without the days and the place that the reader took for it."""
    words = (report.report.about or "").replace(",", " ").split()
    said = " ".join(w for w in words if w.casefold() not in calendar_words(report.origin.lang))
    for place in report.report.where:
        said = re.sub(rf"(?<=\w)(?: \w{{1,3}})? {re.escape(place.mention)}$", "", said)
    return said


def _because(one: StoredReport, other: StoredReport, days: Closeness, place: bool | None) -> str:
    names = ", ".join(party.label for party in parties_of(one)) or "nobody named"
    said = [f"same kind ({one.report.kind})", f"same parties ({names})"]
    said.append(
        {
            "day": f"same day ({_when(one)})",
            "overlap": f"days that agree ({_when(one)} and {_when(other)})",
            "near": f"published close together ({_published(one)} and {_published(other)})",
            "unknown": "no day that decides",
            "apart": "other days",
        }[days]
    )
    if place:
        said.append(f"same place ({', '.join(p.name for p in one.report.where)})")
    return "; ".join(said)


def _when(report: StoredReport) -> str:
    return report.report.when or f"published {_published(report)}"


def _published(report: StoredReport) -> str:
    return report.origin.published or "on an unknown day"
