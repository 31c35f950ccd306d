"""Utterance: the same words of one speaker, brought together from outlets and languages.

The speaker, the days and the sentences decide; a likeness of sentences alone never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

import msgspec

from registan import world
from registan.errors import InputError
from registan.model.period import period_of
from registan.record.difference import compare
from registan.record.likeness import likenesses
from registan.record.noun import Difference, StoredQuote, Utterance, Variant
from registan.record.party import Party, name_words, sound_alike
from registan.record.vouching import publisher_state
from registan.record.wording import Wording, read_wording, trim

REACH_DAYS = 30
LATE_DAYS = 90  # Words that a text recalls so late must be the more alike.
LATE = 0.15
SAME_SPEAKER = 0.5
UNKNOWN_SPEAKER = 0.62
SAME_LANGUAGE = 0.7  # Two outlets that quote in one language hardly differ in words.


def compare_quotes(quotes: Sequence[StoredQuote]) -> tuple[Utterance, ...]:
    """Group quotes into utterances with at least two variants, the earliest or original first.

    The order in which quotes are given changes nothing.
    """
    ordered = sorted(quotes, key=_sort_key)
    home: dict[str, tuple[str, ...]] = {q.key: (q.key,) for q in ordered}
    known = {q.key: q for q in ordered}
    scored = sorted(_pairs(ordered), key=lambda p: (-p[0], p[1], p[2]))
    for _, one, other in scored:
        here, there = home[one], home[other]
        if here != there and _compatible(here, there, known):
            joined = (*here, *there)
            for key in joined:
                home[key] = joined
    groups = [sorted((known[k] for k in h), key=_sort_key) for h in dict.fromkeys(home.values())]
    return tuple(_make(g) for g in groups if len({q.origin.document for q in g}) > 1)


def _pairs(ordered: Sequence[StoredQuote]) -> Iterator[tuple[float, str, str]]:
    """Pairs of quotes that may be one utterance, with how alike they are."""
    for one, other in combinations(ordered, 2):
        if one.origin.document == other.origin.document or not _near(one, other, LATE_DAYS):
            continue
        relation = relate_speakers(one, other)
        if relation is None:
            continue
        score = _score(one, other)
        needed = SAME_SPEAKER if relation else UNKNOWN_SPEAKER
        if one.origin.lang == other.origin.lang:
            needed = max(needed, SAME_LANGUAGE)
        needed += LATE * (not _near(one, other, REACH_DAYS))
        if score >= needed and not _is_another(one, other):
            yield score, one.key, other.key


def relate_speakers(one: StoredQuote, other: StoredQuote) -> bool | None:
    """True for one speaker, None for two, False where one of them is not named, or not in full."""
    here, there = one.quote, other.quote
    if here.speaker_id and here.speaker_id == there.speaker_id:
        return True
    first, second = _speaker(one), _speaker(other)
    if not first.words or not second.words:
        return False
    if sound_alike(first, second):
        return True
    return False if _may_be_short(first, second) or _may_be_short(second, first) else None


def _may_be_short(one: Party, other: Party) -> bool:
    """ "Guo" and "Го Цзякунь": one name alone, like the other's first."""
    head = other._replace(words=other.words[:1])
    return len(one.words) == 1 and len(other.words) > 1 and sound_alike(one, head)


def _speaker(quote: StoredQuote) -> Party:
    lang = "en" if quote.quote.speaker_id else quote.origin.lang
    words = name_words(quote.quote.speaker or "", lang)
    return Party(quote.quote.speaker_id, words, lang, None, False, quote.quote.speaker or "")


def _near(one: StoredQuote, other: StoredQuote, reach: int) -> bool:
    here, there = _day(one), _day(other)
    return here is None or there is None or abs((here - there).days) <= reach


def _day(quote: StoredQuote) -> date | None:
    try:
        published = quote.origin.published
        return date.fromisoformat(period_of(published).first) if published else None
    except InputError:
        return None


def _score(one: StoredQuote, other: StoredQuote) -> float:
    """How alike the likest sentences are, where they make up enough of the shorter quote."""
    here, there = _sentences(one), _sentences(other)
    if not here or not there:
        return 0.0
    table = likenesses([w.text for w in here], [w.text for w in there])
    shorter, axis = (here, 1) if len(here) <= len(there) else (there, 0)
    best = table.max(axis=axis)
    weights = [max(w.words, 1) for w in shorter]
    total = sum(weights)
    return float(sum(b * w for b, w in zip(best, weights, strict=True)) / total)


def _sentences(quote: StoredQuote) -> tuple[Wording, ...]:
    return read_wording(quote.quote.span.text, quote.origin.lang)


def _is_another(one: StoredQuote, other: StoredQuote) -> bool:
    """Quotes in one language that differ in negation or modality, from texts of different days,
    are what the speaker said on two occasions."""
    if one.origin.lang != other.origin.lang or one.origin.published == other.origin.published:
        return False
    types = {d.type for d in compare(one, other)}
    return bool(types & {"negation", "modality"})


def _compatible(
    here: tuple[str, ...], there: tuple[str, ...], known: dict[str, StoredQuote]
) -> bool:
    """No two named speakers of the groups differ, and no two quotes are of other occasions."""
    pairs = [(known[a], known[b]) for a in here for b in there]
    return all(relate_speakers(a, b) is not None and not _is_another(a, b) for a, b in pairs)


def _sort_key(quote: StoredQuote) -> tuple[str, bool, bool, list[tuple[int, str]], str, int, str]:
    """Earliest first; of one day what was not published elsewhere before, then what the speaker's
    own state published, then in the order of the ids that the documents were added under.
    """
    origin = quote.origin
    copied = origin.first_published is not None or origin.voice != origin.document
    speaker = world.load().persons.get(quote.quote.speaker_id or "")
    state = publisher_state(origin)
    return (
        origin.published or "9999",
        copied,
        state is None or speaker is None or speaker.country != state,
        counted(origin.id),
        origin.document,
        quote.quote.span.start,
        quote.key,
    )


def counted(key: str) -> list[tuple[int, str]]:
    """An id by which "a-10" stands behind "a-9"."""
    parts = re.split(r"(\d+)", key)
    return [(int(part), "") if part.isdigit() else (0, part) for part in parts]


def _make(group: Sequence[StoredQuote]) -> Utterance:
    named = next((q for q in group if q.quote.speaker_id), None) or next(
        (q for q in group if _speaker(q).words), group[0]
    )
    return Utterance(
        speaker=named.quote.speaker,
        speaker_id=named.quote.speaker_id,
        variants=tuple(
            Variant(quote=q.key, origin=q.origin, text=q.quote.span.text, span=q.quote.span)
            for q in group
        ),
        differences=_differences(group),
    )


def _differences(group: Sequence[StoredQuote]) -> tuple[Difference, ...]:
    """How each text's words differ from the first text's; what a text quotes in pieces is put
    together before."""
    pieces: dict[str, list[StoredQuote]] = {}
    for quote in group:
        pieces.setdefault(quote.origin.document, []).append(quote)
    first, *others = (_put_together(quotes) for quotes in pieces.values())
    return tuple(d for other in others for d in compare(first, other))


def _put_together(pieces: Sequence[StoredQuote]) -> StoredQuote:
    """One quote of a text's pieces: `"A," he said. "B."` says A. B."""
    said = ""
    for piece in sorted(pieces, key=lambda q: q.quote.span.start):
        words = trim(piece.quote.span.text)
        if words and words not in said:
            stop = "" if not said or said[-1] in ".!?…" or not words[0].isupper() else "."
            said = f"{said}{stop} {words}".strip()
    first = pieces[0].quote
    span = msgspec.structs.replace(first.span, text=said)
    added = tuple(i for piece in pieces for i in piece.quote.insertions)
    quote = msgspec.structs.replace(first, span=span, insertions=added)
    return msgspec.structs.replace(pieces[0], quote=quote)
