"""What a sentence takes from those before it: who "they" are, and why something was put off."""

import pytest

from registan.checker import read_text
from registan.model import Report

DAY = "2025-03-10"


def read(lang: str, text: str) -> tuple[Report, ...]:
    return read_text(text, lang=lang, published=DAY).reports


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "France and Chad talked. They will deliver missiles to Ukraine.", ["FR", "TD"]),
        ("en", "France and Chad said they will deliver missiles to Ukraine.", ["FR", "TD"]),
        ("fr", "Le Tchad et la France ont agi. Ils ont livré à Kiev des missiles.", ["TD", "FR"]),
        ("ru", "Франция и Чад договорились. Они поставят Украине ракеты.", ["FR", "TD"]),
    ],
)
def test_they_are_several_who_were_named_together(lang: str, text: str, who: list[str]) -> None:
    sent = next(r for r in read(lang, text) if r.kind == "cooperation")
    assert [a.country for a in sent.who] == who


def test_they_are_the_two_who_met() -> None:
    told = read("en", "Macron met Merz in Paris. They signed a treaty.")
    assert [a.country for a in told[1].who] == ["FR", "DE"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Macron cancelled his trip to Kyiv because of the talks between Trump and Putin."),
        ("en", "Macron did not go to Kyiv due to the talks between Trump and Putin."),
        ("fr", "Macron a annulé son voyage à Kiev en raison du sommet entre Trump et Poutine."),
        ("ru", "Визит Макрона в Киев отменён из-за переговоров Трампа и Путина."),
    ],
)
def test_because_of_what_something_was_cancelled_has_happened(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "meeting"] == ["happened"]


def test_since_when_it_was_the_first_is_not_its_day() -> None:
    told = read("fr", "Macron est arrivé mardi à Londres pour une visite, la première depuis 2008.")
    assert [r.when for r in told] == ["2025-03-04"]


def test_a_first_name_is_no_town() -> None:
    met = read("fr", "Emmanuel Macron a rencontré Nigel Farage.")
    assert [a.name for a in met[0].whom] == ["Nigel Farage"]
