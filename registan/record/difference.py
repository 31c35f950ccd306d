"""Difference: how two variants of one utterance differ in meaning. It never says who is right.

The vocabulary is fixed: `modality` (may, can, must, will, want), `negation`, `tense` (past or not),
`name_inserted`, `name_omitted`, `editor_brackets` (an editor's words in brackets), `words_cut`,
`number` (another number of the same things).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registan.record.likeness import likenesses
from registan.record.noun import Difference, DifferenceType, StoredQuote
from registan.record.quantity import comparable, find_quantities
from registan.record.wording import CUT, Degree, Wording, read_wording
from registan.world.sound import likeness

COUNTERPART = 0.4  # Within one utterance less likeness is asked than between strangers.
SHORTENED = 0.7  # of the content words, with a clause missing
CUT_WORDS = 3
SAME_SOUND = 0.75
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%])")


def compare(first: StoredQuote, other: StoredQuote) -> tuple[Difference, ...]:
    """Name what in `other` differs in meaning from `first`, each type once."""
    here = read_wording(first.quote.span.text, first.origin.lang)
    there = read_wording(other.quote.span.text, other.origin.lang)
    found: dict[DifferenceType, str] = {}
    added = [_names_put_in(quote) for quote in (first, other)]
    for type_, note in (*_compare_all(here, there, added), *_compare_brackets(first, other)):
        found.setdefault(type_, note)
    between = (first.key, other.key)
    return tuple(Difference(type=t, between=between, note=n) for t, n in found.items())


def _compare_all(
    here: Sequence[Wording], there: Sequence[Wording], added: Sequence[frozenset[str]]
) -> Iterator[tuple[DifferenceType, str]]:
    pairs = align(here, there)
    for i, j in pairs:
        yield from _compare_sentences(here[i], there[j])
    yield from _compare_names(here, there, pairs, added)
    for side, words, sentences in ((0, "later", here), (1, "first", there)):
        for at in sorted(set(range(len(sentences))) - {pair[side] for pair in pairs}):
            if len(sentences[at].text.split()) >= CUT_WORDS:
                yield "words_cut", f"“{sentences[at].text}” is not in the {words} one"


def align(here: Sequence[Wording], there: Sequence[Wording]) -> list[tuple[int, int]]:
    """Pair the sentences of two variants, the likest first."""
    if not here or not there:
        return []
    table = likenesses([w.text for w in here], [w.text for w in there])
    ranked = sorted(
        ((float(table[i, j]), i, j) for i in range(len(here)) for j in range(len(there))),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for score, i, j in ranked:
        free = all(i != a and j != b for a, b in pairs)
        if free and (score >= COUNTERPART or len(here) == len(there) == 1):
            pairs.append((i, j))
    return sorted(pairs)


def _compare_sentences(here: Wording, there: Wording) -> Iterator[tuple[DifferenceType, str]]:
    said = f"“{here.text}” / “{there.text}”"
    turned = here.denying == there.denying and here.negated != there.negated
    told = not _is_cut_from(here, there) and not (turned and here.denying)
    if told and _differ_in_modality(here, there):
        yield "modality", f"{_degrees(here)} / {_degrees(there)}: {said}"
    if turned:  # "rule out" / "do not rule out" is that, and no other strength
        yield "negation", f"{'negated' if here.negated else 'not negated'} in the first: {said}"
    elif here.past != there.past and not (here.degrees | there.degrees) - {"will"}:
        yield "tense", f"{'past' if here.past else 'not past'} in the first: {said}"
    numbers = _differ_in_number(here, there)
    if numbers:
        yield "number", f"{numbers}: {said}"
    if _is_shortened(here, there):
        yield "words_cut", f"a clause is missing in one: {said}"


def _differ_in_number(here: Wording, there: Wording) -> str | None:
    """The two numbers, where each sentence counts the same things once and not as many, or names
    another year."""
    ones, others = find_quantities(here.text), find_quantities(there.text)
    for one in ones:
        alike = [other for other in others if comparable(one, other)]
        rivals = [each for each in ones if comparable(each, one)]
        if len(alike) == len(rivals) == 1 and alike[0].value != one.value:
            return f"{one.text} / {alike[0].text}"
    years = [YEAR.findall(sentence.text) for sentence in (here, there)]
    if len(years[0]) == len(years[1]) == 1 and years[0] != years[1]:
        return f"{years[0][0]} / {years[1][0]}"
    return None


def _differ_in_modality(here: Wording, there: Wording) -> bool:
    """The degrees exclude each other; a mere present or ability beside a future is style."""
    ones, others = _decisive(here.degrees), _decisive(there.degrees)
    if ones & others:
        return False
    if not ones or not others:
        return not (ones | others) <= {"will", "can", "want"}
    return True


def _decisive(degrees: frozenset[Degree]) -> frozenset[Degree]:
    """ "Will perhaps": the future is as open as its adverb says."""
    return degrees - {"will"} if "may" in degrees else degrees


def _degrees(wording: Wording) -> str:
    return " or ".join(sorted(wording.degrees)) or "no modal"


def _is_cut_from(here: Wording, there: Wording) -> bool:
    """ "We may …, but we will …" and "we will …": what is left says the same as it did."""
    fewer, more = sorted((here, there), key=lambda w: w.words)
    left = bool(fewer.degrees) and fewer.degrees < more.degrees
    return left and _is_shortened(here, there)


def _is_shortened(here: Wording, there: Wording) -> bool:
    fewer, more = sorted((here, there), key=lambda w: w.words)
    return fewer.clauses < more.clauses and fewer.words <= SHORTENED * more.words


def _compare_names(
    here: Sequence[Wording],
    there: Sequence[Wording],
    pairs: Sequence[tuple[int, int]],
    added: Sequence[frozenset[str]],
) -> Iterator[tuple[DifferenceType, str]]:
    """Names are looked for in all of the other variant: a translator may move them, and one outlet
    writes in brackets what the other does without them."""
    every_here = {n for w in here for n in (*w.names, *w.implied)} | added[0]
    every_there = {n for w in there for n in (*w.names, *w.implied)} | added[1]
    for i, j in pairs:
        said = f"“{here[i].text}” / “{there[j].text}”"
        if any(not _is_among(n, every_here) for n in there[j].names):
            yield "name_inserted", said
        if any(not _is_among(n, every_there) for n in here[i].names):
            yield "name_omitted", said


def _is_among(name: str, others: set[str]) -> bool:
    if name in others:
        return True
    return any(
        likeness(name.lstrip("~"), other.lstrip("~")) >= SAME_SOUND
        for other in others
        if name.startswith("~") and other.startswith("~")
    )


def _compare_brackets(
    first: StoredQuote, other: StoredQuote
) -> Iterator[tuple[DifferenceType, str]]:
    here, there = _inserted(first), _inserted(other)
    if bool(here) != bool(there):
        yield "editor_brackets", f"an editor put in {', '.join(here or there)}"
    cuts = [bool(CUT.search(q.quote.span.text)) for q in (first, other)]
    if cuts[0] != cuts[1]:
        yield (
            "words_cut",
            f"the {'first' if cuts[0] else 'later'} one marks that words are left out",
        )


def _names_put_in(quote: StoredQuote) -> frozenset[str]:
    """The names in what an editor put in brackets."""
    words = [w for i in _inserted(quote) for w in read_wording(i.strip("[]() "), quote.origin.lang)]
    return frozenset(n for w in words for n in (*w.names, *w.implied))


def _inserted(quote: StoredQuote) -> list[str]:
    return [i.text for i in quote.quote.insertions if not CUT.search(i.text)]
