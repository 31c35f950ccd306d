"""Reply: a question's answer in one sentence: who, when, how many, where, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from registan import world
from registan.model.claim import Claim
from registan.precedent.phrase import (
    format_day,
    in_order,
    list_words,
    person_name,
    place_name,
    said_name,
)
from registan.precedent.row import Row

if TYPE_CHECKING:
    from registan.precedent.judgement import Judged

LISTED = 12  # Visits that one sentence tells one by one.


def reply(claim: Claim, judged: Judged, lang: str, templates: dict[str, Any]) -> str | None:
    """Give the sentence that answers a question; None where its verdict has to be told instead."""
    rows = sorted(judged.plain.backing, key=lambda row: row.start)
    words = {key: by_lang[lang] for key, by_lang in templates.items()}
    if claim.asks and judged.plain.why == "after-coverage" and judged.case:
        return str(words["none-yet"].format(day=format_day(judged.case.reach.last, lang)))
    if not claim.asks or judged.outcome not in ("supported", "contradicted"):
        return None
    if claim.form == "count" and (rows or not judged.plain.opposing):
        return _counted(claim, rows, lang, words)
    asks_who = claim.subject.person is None or (claim.form == "last" and claim.since is None)
    if claim.form in ("first", "last") and rows and asks_who:
        return str(words[claim.form].format(row=_told(rows[0], lang)))
    if claim.form in ("ever", "event"):
        return str(words["yes"].format(rows=_visits(rows, lang, words)) if rows else words["no"])
    if judged.plain.why == "most-of":
        leading = list(dict.fromkeys(person_name(row, lang) for row in rows))
        best = judged.plain.values["best"]
        return str(words["top"].format(names=list_words(leading, lang), n=best))
    if claim.form == "every_except" and judged.plain.why == "others-missing":
        missing = _listed(judged.plain.values.get("missing"))
        people = [said_name(None, str(one), lang) for one in missing]
        return str(words["never"].format(people=list_words(people, lang), n=len(people)))
    return None


def _counted(claim: Claim, rows: Sequence[Row], lang: str, words: dict[str, str]) -> str:
    if not rows:
        return words["no"]
    if claim.unit == "persons":
        people = list(dict.fromkeys(person_name(row, lang) for row in rows))
        return words["listed"].format(n=len(people), names=list_words(people, lang))
    if claim.unit == "countries":
        codes = list(dict.fromkeys(row.country for row in rows))
        names = [world.load().country_name(code, lang) for code in codes]
        told = {"n": len(codes), "names": list_words(in_order(names), lang)}
        if claim.subject.person is None:
            return words["listed"].format(**told)
        return words["listed-of"].format(person=person_name(rows[0], lang), **told)
    return words["visits"].format(n=len(rows), rows=_visits(rows, lang, words))


def _visits(rows: Sequence[Row], lang: str, words: dict[str, str]) -> str:
    one = len({row.person for row in rows}) == 1
    told = [_dated(row, lang) if one and i else _told(row, lang) for i, row in enumerate(rows)]
    more = words["more"].format(n=len(rows) - LISTED) if len(rows) > LISTED else ""
    return "; ".join([*told[:LISTED], *([more] if more else [])])


def _told(row: Row, lang: str) -> str:
    return f"{person_name(row, lang)}, {_dated(row, lang)}"


def _dated(row: Row, lang: str) -> str:
    day = format_day(row.start, lang)
    if row.direction == "to_us" and not row.place:
        return day
    country = world.load().country_name(row.country, lang) or row.country_name
    where = ", ".join(part for part in (place_name(row, lang), country) if part)
    return f"{day} ({where})"


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else ()
