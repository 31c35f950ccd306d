"""Counts of visits and countries: what is only planned counts nothing, nor is one journey all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from registan.model import Document, FoundClaim, Report, Span
from registan.model.period import days_of
from registan.reader.claim_cue import FEW, load_words
from registan.reader.claim_reason import reason_in
from registan.reader.when import DateMention

ONE_OR_ALL = "whether it counts one journey or all of them is not clear"
FORMS = frozenset({"count", "superlative"})
RANKS = "claim.nth"  # "will be his third visit" is one of those that were, and checked
UNREAL = frozenset({"planned", "possible"})
MANY = 10  # countries, more than one journey leads to
SUMMING = ("so_far", "in_office", "in_term_of", "sitting")


def settle_counts(
    claims: Sequence[FoundClaim],
    reports: Sequence[Report],
    dates: Sequence[DateMention],
    document: Document,
) -> list[FoundClaim]:
    """Give the claims without counts of what is to come; those of few countries stay open.

    "Will visit three countries" counts nothing yet; "visited three countries" tells of one journey
    as often as of all of them.
    """
    return [_settled(one, document.lang) for one in _real(claims, reports, dates, document)]


def _real(
    claims: Sequence[FoundClaim],
    reports: Sequence[Report],
    dates: Sequence[DateMention],
    document: Document,
) -> Iterator[FoundClaim]:
    visits = [r for r in reports if r.kind == "visit"]
    for one in claims:
        claim = one.claim
        counts = claim is not None and claim.form in FORMS and 0 < (claim.n or 0) < MANY
        if not counts or one.rule.startswith(RANKS):
            yield one
            continue
        told = [r.standing in UNREAL for r in visits if _touch(r.span, one.span)]
        ahead = any(_is_ahead(d, document) for d in dates if _touch(d.span, one.span))
        if not (all(told) if told else ahead):
            yield one


def _settled(found: FoundClaim, lang: str) -> FoundClaim:
    claim = found.claim
    if claim is None or claim.unit != "countries" or not found.rule.startswith("claim.count"):
        return found
    few = claim.form == "count" and claim.n is not None and claim.n < MANY
    bound = claim.since or claim.until or not claim.subject.person
    if not few or bound or _sums_up(found.text, lang):
        return found
    return msgspec.structs.replace(found, claim=None, because=reason_in(ONE_OR_ALL, lang))


def _sums_up(text: str, lang: str) -> bool:
    """Does a sentence say that it counts the whole time in office ("as president", "so far")?"""
    words = load_words(lang)
    if any(words.patterns[slot].search(text) for slot in SUMMING):
        return True
    role, office = words.patterns["as_role"].pattern, words.patterns["office"].pattern
    return re.search(rf"{role}\s{FEW}{office}", text, re.IGNORECASE) is not None


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_ahead(date: DateMention, document: Document) -> bool:
    """Does a date lie behind the day on which the document was published?"""
    first, (_, today) = days_of(date.value)[0], days_of(document.published)
    return date.forward or (first is not None and today is not None and first > today)
