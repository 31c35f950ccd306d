"""Outlook: the forecast of a question that an article asks, in short and in its language."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from registan.errors import InputError
from registan.forecast.answer import answer
from registan.forecast.noun import Forecast, Target
from registan.forecast.question import ask
from registan.model import Outlook, Question
from registan.model.period import days_of
from registan.precedent.phrase import format_day
from registan.world import load

WITHIN = "12m"


def add_outlooks(
    questions: tuple[Question, ...], published: str | None, lang: str
) -> tuple[Question, ...]:
    """Give the questions with their forecasts, made as of the day the article was published.

    A question about somebody or somewhere that no register follows stays as it was.
    """
    day = _day_of(published)
    return tuple(
        msgspec.structs.replace(question, outlook=foresee(question, day, lang))
        for question in questions
    )


def foresee(question: Question, day: date, lang: str) -> Outlook | None:
    """Forecast a question as of a day, or give nothing where none can be made."""
    target = _target(question, day, lang)
    if target is None:
        return None
    try:
        found = answer(target)
    except InputError:
        return None
    return Outlook(
        who=target.who,
        where=target.where,
        as_of=target.as_of.isoformat(),
        until=target.until.isoformat(),
        probability=found.probability,
        low=found.low,
        high=found.high,
        base_rate=found.base_rate,
        answer={tongue: say(found, tongue) for tongue in dict.fromkeys((lang, "en"))},
    )


def _day_of(published: str | None) -> date:
    """Give the last day that a date of publication allows, today where there is none."""
    last = days_of(published)[1]
    return min(date.fromisoformat(last), date.today()) if last else date.today()


def _target(question: Question, day: date, lang: str) -> Target | None:
    """Make the question; names that the reader gives in English are tried in English too."""
    if not question.who:
        return None
    for tongue in dict.fromkeys((lang, "en")):
        try:
            return ask(question.who, question.where, question.within or WITHIN, day, tongue)
        except InputError:
            continue
    return None


def say(forecast: Forecast, lang: str) -> str:
    """Say a forecast in one sentence."""
    words = _words(lang)
    target = forecast.target
    tongue = lang if lang in _sentences() else "en"
    names = [_name(code, tongue) for code in target.countries]
    place = _region(target.region, tongue) or " / ".join(names)
    home = target.task == "leader-to-us"
    return words["sentence"].format(
        who=words[target.task].format(country=place),
        where=words["home"] if home else place,
        until=format_day(target.until.isoformat(), tongue),
        p=_percent(forecast.probability, words),
        low=_percent(forecast.low, words),
        high=_percent(forecast.high, words),
        base=_percent(forecast.base_rate, words),
    )


def _percent(share: float, words: dict[str, str]) -> str:
    points = 100 * share
    said = f"{points:.1f}" if points < 10 else f"{points:.0f}"
    return f"{said.replace('.', words['decimal'])} %"


def _name(code: str, lang: str) -> str:
    return load().country_name(code, lang)


def _region(key: str | None, lang: str) -> str:
    world = load()
    group = (world.regions.get(key) or world.organisations.get(key)) if key else None
    return next(iter(group.names.get(lang) or (group.name,))) if group else ""


def _words(lang: str) -> dict[str, str]:
    return _sentences().get(lang) or _sentences()["en"]


@cache
def _sentences() -> dict[str, dict[str, str]]:
    text = (files("registan.forecast") / "data" / "outlook.yml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.safe_load(text)
    return found
