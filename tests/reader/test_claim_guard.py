"""What a claim must not overlook: comparisons, parts, predecessors, all of a region, years."""

import pytest

from registan.model import Claim, Document
from registan.reader.claim import find_claims
from registan.reader.syntax import parse
from registan.world import load


def first_claim(text: str, lang: str, day: str) -> Claim | None:
    document = Document(id="t", text=text, lang=lang, published=day)
    found = find_claims(parse([text], lang)[0], document, load())
    return found[0].claim if found else None


def form_of(text: str, lang: str, day: str = "2024-06-01") -> str | None:
    claim = first_claim(text, lang, day)
    return claim.form if claim else None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "No secretary of state has been to Nepal more often than George Shultz."),
        ("de", "Kein Außenminister der USA war häufiger in Nepal als George Shultz."),
        ("ru", "Ни один госсекретарь США не бывал в Непале чаще, чем Джордж Шульц."),
        ("fr", "Aucun secrétaire d'État américain n'est allé plus souvent au Népal que Shultz."),
    ],
)
def test_a_denied_comparison_is_a_superlative(lang: str, text: str) -> None:
    assert form_of(text, lang) == "superlative"


def test_what_predecessors_did_too_is_no_first() -> None:
    assert form_of("Like his predecessors, Obama never went to Nepal.", "en") == "never"
    assert form_of("Как и предшественники, Обама ни разу не был в Непале.", "ru") == "never"
    assert form_of("Unlike his predecessors, Obama went to Nepal.", "en") is None


def test_all_countries_of_a_region_are_judged_of_a_first_only() -> None:
    text = "Only Kerry visited all five states of Central Asia as secretary of state."
    assert form_of(text, "en") is None


def test_a_comparison_with_some_places_only_is_not_judged() -> None:
    text = "Morocco saw more US presidents than any other Maghreb state."
    assert form_of(text, "en") is None


def test_nobody_for_years_makes_whoever_comes_the_first_since() -> None:
    text = "When Kerry landed in Nepal, no secretary of state had been there for twelve years."
    claim = first_claim(text, "en", "2014-05-01")
    assert claim is not None
    assert (claim.form, claim.n, claim.unit) == ("since", 12, "years")


def test_the_last_before_somebody_makes_that_person_the_first_since() -> None:
    text = "Zuletzt war vor Obama George W. Bush im Februar 2008 in Benin."
    claim = first_claim(text, "de", "2009-07-10")
    assert claim is not None
    assert (claim.form, claim.subject.person_id) == ("since", "obama-barack")


@pytest.mark.parametrize(
    "text",
    [
        "Obama is the first American president to stay in Scotland.",
        "Kerry saw Benin on his only tour of Africa, the first secretary of state to go there.",
    ],
)
def test_a_part_of_a_state_and_two_places_are_left_open(text: str) -> None:
    assert first_claim(text, "en", "2015-01-01") is None


def test_whom_a_president_received_first_counts_from_his_term() -> None:
    text = "Mobutu was the first foreign leader received by President Nixon."
    claim = first_claim(text, "en", "1970-08-04")
    assert claim is not None
    assert (claim.form, claim.since) == ("first", "1969-01-20")


def test_a_surname_that_is_a_common_word_is_read_beside_the_office() -> None:
    text = "Jimmy Carter is the second president after Ford to visit Poland."
    claim = first_claim(text, "en", "1977-12-30")
    assert claim is not None
    assert (claim.subject.person_id, claim.n) == ("carter-jimmy", 2)


def test_nobody_in_the_post_since_somebody_makes_a_since() -> None:
    text = "John Kerry is in Benin: nobody in his post had been there since Dean Rusk in 1965."
    claim = first_claim(text, "en", "2014-05-01")
    assert claim is not None
    assert (claim.form, claim.since) == ("since", "1965")


def test_a_first_beside_a_place_is_not_dropped() -> None:
    text = "Obama was the first US president whose portrait hung in Benin."
    document = Document(id="t", text=text, lang="en", published="2015-01-01")
    found = find_claims(parse([text], "en")[0], document, load())
    assert [(f.claim, bool(f.because)) for f in found] == [(None, True)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kerry was the first secretary of state to visit Benin with a trade delegation."),
        ("en", "Kerry was the first secretary of state with a pilot's licence to visit Benin."),
        ("en", "Kerry made the first secret visit by a secretary of state to Benin."),
        ("de", "Kerry war der erste US-Außenminister, der mit seinem Bruder nach Benin reiste."),
        ("de", "Kerry war der erste US-Außenminister, der heimlich nach Benin flog."),
        ("fr", "Kerry est le premier secrétaire d'État à visiter le Bénin avec toute sa famille."),
        ("fr", "Aucun secrétaire d'État américain n'a passé plus de trois jours au Bénin."),
        ("ru", "Керри стал первым госсекретарём США, посетившим Бенин без охраны."),
    ],
)
def test_what_narrows_a_visit_and_is_no_part_of_the_claim_leaves_it_open(
    lang: str, text: str
) -> None:
    assert first_claim(text, lang, "2015-01-01") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On Monday Kerry became the first secretary of state to visit Benin this week."),
        ("de", "Kerry flog als erster US-Außenminister am Montag zu Gesprächen nach Benin."),
        ("fr", "Kerry est le premier secrétaire d'État à visiter le Bénin, avec trois ministres."),
        ("ru", "В понедельник Керри стал первым госсекретарём США, посетившим Бенин."),
    ],
)
def test_what_narrows_nothing_is_harmless(lang: str, text: str) -> None:
    assert form_of(text, lang, "2015-01-01") == "first"
