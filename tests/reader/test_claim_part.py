"""What is said second in a sentence, and what a deed with a visit is that is none."""

from __future__ import annotations

import pytest

from registan.model import Document, FoundClaim
from registan.reader.reading import read_document
from registan.world import load

DAY = "2014-11-20"


def claims_in(text: str, lang: str, day: str = DAY) -> list[FoundClaim]:
    return list(read_document(Document(id="x", text=text, lang=lang, published=day), load()).claims)


def claims_of(text: str, lang: str, day: str = DAY) -> list[tuple[str | None, str | None]]:
    """The form of each claim and where it is about, or no form and why."""
    found = claims_in(text, lang, day)
    return [
        (c.claim.form, c.claim.place.locale or ",".join(c.claim.place.countries))
        if c.claim
        else (None, c.because)
        for c in found
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Obama is the third US president to visit Nepal and the first to visit Pokhara."),
        ("de", "Obama ist der dritte US-Präsident in Nepal, aber der erste in Bhutan."),
        ("fr", "Obama est le troisième président américain à visiter le Népal et le premier"
               " à visiter le Bhoutan."),
        ("ru", "Это третий визит президента США в Непал и первый визит президента США в Бутан."),
    ],
)  # fmt: skip
def test_two_things_said_of_one_are_two_claims(lang: str, text: str) -> None:
    first, second = claims_of(text, lang)
    assert first == ("count", "NP")
    assert second[0] in {"first", None}
    assert second[1] != "NP"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It is the first time in ten years that a US president called off a trip to Nepal."),
        ("de", "Erstmals seit zehn Jahren hat ein US-Präsident eine Reise nach Nepal abgesagt."),
        ("fr", "Pour la première fois en dix ans, un président américain annule une visite"
               " au Népal."),
        ("ru", "Впервые за десять лет президент США отменил визит в Непал."),
    ],
)  # fmt: skip
def test_a_visit_called_off_is_no_visit(lang: str, text: str) -> None:
    ((form, because),) = claims_of(text, lang)
    assert form is None
    assert because


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On his first European tour Obama visited five countries, more than any president"
               " before him."),
        ("de", "Auf seiner ersten Europareise besuchte Obama fünf Länder, mehr als jeder Präsident"
               " vor ihm."),
        ("de", "Nepal besuchte Obama häufiger als jedes andere asiatische Land."),
        ("en", "Blinken has not left the country, unlike Pompeo, who had visited four countries"
               " at this point in his term."),
        ("en", "Obama was the first to visit Nepal in his first term since Nixon."),
    ],
)  # fmt: skip
def test_what_counts_over_less_than_all_is_not_guessed(lang: str, text: str) -> None:
    assert [form for form, _ in claims_of(text, lang)] == [None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Als dritter nepalesischer Präsident empfing Yadav einen US-Präsidenten."),
        ("en", "Yadav was the third president of Nepal to receive a US president."),
    ],
)
def test_who_receives_an_american_did_not_come_to_america(lang: str, text: str) -> None:
    assert "US" not in {place for form, place in claims_of(text, lang) if form}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Obama's trip to Nepal was the longest visit to the country by any US president."),
        ("de", "Obamas Reise war die längste Reise eines US-Präsidenten nach Nepal."),
        ("fr", "La visite d'Obama fut la plus longue visite d'un président américain au Népal."),
        ("ru", "Визит Обамы стал самым долгим визитом президента США в Непал."),
    ],
)
def test_the_longest_journey_of_all(lang: str, text: str) -> None:
    assert claims_of(text, lang) == [("superlative", "NP")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Nepal was the first Asian country that Obama visited."),
        ("en", "Nepal is the first country in Asia visited by Obama."),
        ("de", "Nepal war das erste asiatische Land, das Obama besuchte."),
        ("de", "Nepal ist das erste Land in Asien, in das Obama reiste."),
        ("fr", "Le Népal est le premier pays asiatique où s'est rendu Obama."),
        ("fr", "Le Népal fut le premier pays d'Asie visité par Obama."),
        ("ru", "Непал стал первой азиатской страной, которую посетил Обама."),
        ("ru", "Непал — первая страна Азии, куда приехал Обама."),
    ],
)
def test_the_first_country_of_a_region_that_one_went_to(lang: str, text: str) -> None:
    [claim] = [c.claim for c in claims_in(text, lang) if c.claim]
    assert (claim.form, claim.place.countries, claim.place.region) == ("first", ("NP",), "Asia")
    assert claim.subject.person_id == "obama-barack"


def test_the_first_country_of_a_tour_is_not_told() -> None:
    text = "Nepal was the first country that Obama visited on his tour of Asia."
    assert [form for form, _ in claims_of(text, "en")] == [None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Obama was the youngest US president ever to visit Nepal."),
        ("de", "Obama war der jüngste US-Präsident, der je Nepal besuchte."),
        ("fr", "Obama fut le plus jeune président américain à se rendre au Népal."),
        ("ru", "Обама стал самым молодым президентом США, посетившим Непал."),
        ("en", "Obama was the oldest US president to set foot in Nepal."),
        ("de", "Obama ist der älteste US-Präsident, der nach Nepal reiste."),
        ("fr", "Obama est le président américain le plus âgé à s'être rendu au Népal."),
        ("ru", "Обама — самый пожилой президент США, когда-либо посещавший Непал."),
    ],
)
def test_the_youngest_and_the_oldest_to_go(lang: str, text: str) -> None:
    assert claims_of(text, lang) == [("superlative", "NP")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Biden was the oldest president in American history."),
        ("de", "Obamas jüngster Besuch in Nepal dauerte einen Tag."),
        ("fr", "Obama a reçu le plus jeune président du Népal."),
        ("ru", "Обама принял самого молодого президента Непала."),
    ],
)
def test_who_is_young_but_not_said_to_have_gone(lang: str, text: str) -> None:
    assert not [form for form, _ in claims_of(text, lang) if form == "superlative"]


def test_the_longest_of_ones_own_journeys_is_not_ranked_among_all() -> None:
    assert claims_of("It was Obama's longest trip to Nepal.", "en") != [("superlative", "NP")]
