"""Sentences about all countries of a place, and about what one journey led to."""

from __future__ import annotations

import pytest

from tests.reader.test_claim_guard import first_claim

DAY = "2024-06-01"
ON_ONE_TRIP = [
    (
        "en",
        "Shultz was the first secretary of state to tour Mali, Ghana and Togo on a single trip.",
    ),
    (
        "de",
        "Shultz war der erste US-Außenminister, der Mali, Ghana und Togo in einem Zug besuchte.",
    ),
    (
        "fr",
        "Shultz, premier secrétaire d’État à visiter Mali, Ghana et Togo lors d’un même voyage.",
    ),
    ("ru", "Шульц стал первым госсекретарём США, посетившим Мали, Гану и Того за одну поездку."),
]
BOTH = [
    ("en", "George W. Bush is the only president to have visited both Albania and Benin."),
    ("de", "George W. Bush war als einziger US-Präsident sowohl in Albanien als auch in Benin."),
    ("fr", "George W. Bush est le seul président à s’être rendu à la fois en Albanie et au Bénin."),
    ("ru", "Джордж Буш-младший — единственный президент США, побывавший и в Албании, и в Бенине."),
]
ALL = [
    ("en", "No US president has ever been to all ten Southeast Asian nations."),
    ("de", "Kein US-Präsident war je in allen Staaten des Baltikums."),
    ("fr", "Aucun président américain n’a jamais visité tous les pays du Maghreb."),
    ("ru", "Ни один президент США не побывал во всех странах Южного Кавказа."),
]


@pytest.mark.parametrize(("lang", "text"), ON_ONE_TRIP)
def test_one_journey_led_to_all_that_are_listed(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.every, claim.place.countries) == ("first", "trip", ("ML", "GH", "TG"))


@pytest.mark.parametrize(("lang", "text"), BOTH)
def test_both_of_two_are_meant(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.every, claim.place.countries) == ("only", "office", ("AL", "BJ"))


@pytest.mark.parametrize(("lang", "text"), ALL)
def test_all_countries_are_meant(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.every) == ("never", "office")


def test_in_all_of_which_nobody_was_means_any_of_them() -> None:
    claim = first_claim("In no country of the Baltics has a US president ever been.", "en", DAY)
    assert claim is None or claim.every is None


def test_a_journey_to_one_place_narrows_nothing() -> None:
    claim = first_claim("Obama was the first president to visit Laos on the same trip.", "en", DAY)
    assert claim is not None
    assert claim.every is None


def test_where_somebody_became_the_first_is_where_he_was() -> None:
    claim = first_claim("Obama has become the first US president in Laos.", "en", DAY)
    assert claim is not None
    assert claim.place.countries == ("LA",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Before Biden, the last US president in Geneva was Bill Clinton."),
        ("de", "Vor Biden war zuletzt Bill Clinton als US-Präsident in Genf."),
        ("fr", "Avant Biden, le dernier président américain à visiter Genève était Bill Clinton."),
        ("ru", "До Байдена последним президентом США, посетившим Женеву, был Билл Клинтон."),
    ],
)
def test_before_whom_one_was_the_last_is_the_first_since(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2021-06-17")
    assert claim is not None
    assert (claim.form, claim.subject.person_id) == ("since", "biden-joseph-r")
    assert claim.since_person == "William J. Clinton"


def test_a_death_is_no_visit_that_one_counts_from() -> None:
    text = "Obama was the first president to visit Cuba since the death of Kennedy."
    claim = first_claim(text, "en", "2016-03-21")
    assert claim is not None
    assert claim.since_person is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Trump is the first president to visit five Asian nations on a single trip."),
        ("de", "Kerry ist der erste US-Außenminister, der drei zentralasiatische Staaten auf "
         "einer Reise besuchte."),
    ],
)  # fmt: skip
def test_a_number_of_countries_is_not_all_of_them(lang: str, text: str) -> None:
    assert first_claim(text, lang, DAY) is None
