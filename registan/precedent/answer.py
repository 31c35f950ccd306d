"""Answer: a verdict in one plain sentence, in the document's language and in English."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

from registan import world
from registan.model.claim import Claim, Outcome
from registan.precedent.archive import Archive
from registan.precedent.case import Case, Finding
from registan.precedent.form.age import Aged
from registan.precedent.office import Office, find_office
from registan.precedent.phrase import (
    country_name,
    format_day,
    list_words,
    person_name,
    place_name,
    said_name,
)
from registan.precedent.reading import load_senses
from registan.precedent.region import Part
from registan.precedent.reply import reply
from registan.precedent.row import Row
from registan.precedent.witness import REGISTER

if TYPE_CHECKING:
    from registan.precedent.judgement import Judged

# Reasons that hold whatever the register does not reach.
_TIMELESS = {
    "earlier",
    "none-earlier",
    "happened",
    "between",
    "none-between",
    "higher",
    "was-there",
}


@lru_cache(maxsize=1)
def _templates() -> dict[str, Any]:
    text = resources.files("registan.precedent").joinpath("data/answers.yml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def say(archive: Archive, claim: Claim, judged: Judged, day: str, lang: str) -> dict[str, str]:
    """Give the answer by language code: the one asked for, where we speak it, and English."""
    return {code: _sentence(claim, judged, code) for code in dict.fromkeys([spoken(lang), "en"])}


def spoken(lang: str) -> str:
    """Give the language asked for where we speak it, else English."""
    return lang if lang in _templates()["lead"]["supported"] else "en"


def because(case: Case, finding: Finding, lang: str, sense: str | None = None) -> str:
    """Give the reason for one reading's outcome, in a language that we speak."""
    reason = _reason(case.claim, finding, lang)
    tail = _tail(case, finding, lang)
    said = _sense(sense, lang) if sense else ""
    return "; ".join(part for part in (said, reason, tail) if part)


def needed(claim: Claim, judged: Judged, lang: str) -> str | None:
    """Give what would have to be known where no register reaches, in a language that we speak."""
    return _needed(claim, judged, lang)


def _needed(claim: Claim, judged: Judged, lang: str) -> str | None:
    if judged.outcome != "beyond_coverage":
        return None
    template = _templates()["needed"].get(judged.plain.why, {}).get(lang)
    last = judged.case.reach.last if judged.case else ""
    day = format_day(last, lang) if last and lang != "en" else last
    return template.format(day=day, **_names(claim, lang)) if template else None


def _sentence(claim: Claim, judged: Judged, lang: str) -> str:
    told = reply(claim, judged, lang, _templates()["reply"])
    if told:
        tail = _tail(judged.case, judged.plain, lang) if judged.case else ""
        return f"{told}; {tail}." if tail else f"{told}."
    lead = _templates()["lead"][judged.outcome][lang]
    parts = [_reason(claim, judged.plain, lang)]
    if judged.case:
        parts += [_tail(judged.case, judged.plain, lang), _corrected(judged.plain, lang)]
    what = _needed(claim, judged, lang) if lang != "en" else None  # `needed` says it in English.
    if what:
        parts.append(_templates()["wanting"][lang].format(what=what))
    if judged.outcome == "depends":
        parts += _otherwise(claim, judged, lang)
    return f"{lead}: {'; '.join(part for part in parts if part)}."


def _otherwise(claim: Claim, judged: Judged, lang: str) -> list[str]:
    template = _templates()["under"][lang]
    return [
        template.format(sense=_sense(name, lang), why=_reason(claim, finding, lang))
        for name, finding, can_mean in judged.others
        if can_mean and finding.outcome != judged.plain.outcome
    ][:2]


def _sense(name: str, lang: str) -> str:
    senses = load_senses()
    if name in senses:
        return senses[name].says[lang]
    for group in ("senses", "schemes"):
        if name in _templates()[group]:
            return str(_templates()[group][name][lang])
    return name


def _tail(case: Case, finding: Finding, lang: str) -> str:
    rests_on_silence = finding.outcome in ("supported", "contradicted", "depends")
    told = any(row.register == REGISTER for row in finding.backing)  # after the registers' last day
    if not case.partial or not rests_on_silence or (finding.why in _TIMELESS and not told):
        return ""
    return str(_templates()["tail"][lang].format(day=format_day(case.reach.last, lang)))


def _corrected(finding: Finding, lang: str) -> str:
    rows = [*finding.backing, *finding.opposing]
    return _templates()["correction"][lang] if any(row.correction for row in rows) else ""


def _reason(claim: Claim, finding: Finding, lang: str) -> str:
    values = _names(claim, lang)
    for key, value in finding.values.items():
        values[key] = _word(key, value, lang)
    if finding.why == "only-region":
        values["partitions"] = _partitions(finding, lang)
    values.setdefault("rivals", values.get("countries", ""))
    return str(_templates()["why"][finding.why][lang].format(**values))


def _names(claim: Claim, lang: str) -> dict[str, str]:
    office = find_office(claim.subject.office) if claim.subject.office else None
    said = office.said(lang) if office else claim.subject.office or ""
    place = claim.place.locale or claim.place.region or ", ".join(claim.place.countries)
    named = claim.subject
    person = said_name(named.person_id, named.person or named.person_id or "", lang)
    return {
        "office": said or person,
        "person": person,
        "place": place,
        "type": claim.visit_type or "",
    }


def _word(key: str, value: object, lang: str) -> str:
    if isinstance(value, Row):
        return say_row(value, lang)
    if value is None:
        return "—"
    if key == "unknown":
        people = list_words([_item(one, lang) for one in value], lang)  # type: ignore[attr-defined]
        return _templates()["unknown"][lang].format(people=people) if people else ""
    if key == "fails":
        return ""
    if isinstance(value, dict):
        words = _templates()["measures"]
        return ", ".join(words[name][lang].format(n=number) for name, number in value.items())
    if key == "countries" and isinstance(value, (list, tuple)):
        names = [world.load().country_name(str(code), lang) for code in value]
        return list_words(names, lang)
    if isinstance(value, (list, tuple)):
        return list_words([_item(one, lang) for one in value], lang)
    return str(value)


def _item(value: object, lang: str) -> str:
    if isinstance(value, Part):
        return value.names.get(lang, value.name)
    if isinstance(value, Aged):
        born = f", *{value.born}" if value.born else ""
        return f"{said_name(None, value.name, lang)} ({value.years}{born})"
    return value.said(lang) if isinstance(value, Office) else said_name(None, str(value), lang)


def say_row(row: Row, lang: str) -> str:
    """Give a row as "Name, day (place, country)"."""
    where = ", ".join(part for part in (place_name(row, lang), country_name(row, lang)) if part)
    return f"{person_name(row, lang)}, {format_day(row.start, lang)} ({where})"


def partition_outcomes(finding: Finding, lang: str) -> list[tuple[str, Outcome, str]]:
    """Give name, outcome and reason of a claim about "world regions" by each partition."""
    words = _templates()["partition"]
    found: list[tuple[str, Outcome, str]] = []
    for key, outcome in (
        ("holds", "supported"),
        ("fails", "contradicted"),
        ("absent", "contradicted"),
    ):
        schemes: Any = finding.values.get(key, ())
        for scheme in schemes:
            empty = [_item(part, lang) for part in schemes[scheme]] if key == "fails" else []
            others = list_words(empty, lang)
            said = words[key][lang].format(scheme=_sense(scheme, lang), others=others)
            found.append((scheme, outcome, said))  # type: ignore[arg-type]
    return found


def _partitions(finding: Finding, lang: str) -> str:
    words = _templates()["partition"]
    parts = []
    for scheme in finding.values["holds"]:  # type: ignore[attr-defined]
        parts.append(words["holds"][lang].format(scheme=_sense(scheme, lang)))
    for scheme, others in finding.values["fails"].items():  # type: ignore[attr-defined]
        named = list_words([_item(part, lang) for part in others], lang)
        parts.append(words["fails"][lang].format(scheme=_sense(scheme, lang), others=named))
    return "; ".join(parts)
