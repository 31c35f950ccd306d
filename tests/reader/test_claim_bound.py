"""Numbers that are bounds: at least or at most so many; those that are about right are none."""

from __future__ import annotations

import pytest

from tests.reader.test_claim_guard import first_claim

DAY = "2024-06-01"
BOUNDS = [
    ("en", "More than two US presidents have visited Nepal.", 3, "at_least"),
    ("en", "Obama has been to Nepal at least twice.", 2, "at_least"),
    ("en", "Obama went to Nepal three or more times.", 3, "at_least"),
    ("en", "Fewer than five US presidents have visited Nepal.", 4, "at_most"),
    ("en", "No more than two US presidents have ever been to Nepal.", 2, "at_most"),
    ("de", "Obama war mehr als fünfmal in Nepal.", 6, "at_least"),
    ("de", "Mehr als fünf US-Präsidenten haben Nepal besucht.", 6, "at_least"),
    ("de", "Höchstens zwei amerikanische Außenminister waren in Nepal.", 2, "at_most"),
    ("fr", "Obama est allé plus de trois fois au Népal.", 4, "at_least"),
    ("fr", "Obama est allé plus d'une fois au Népal.", 2, "at_least"),
    ("fr", "Moins de cinq présidents américains ont visité le Népal.", 4, "at_most"),
    ("ru", "Обама был в Непале более трёх раз.", 4, "at_least"),
    ("ru", "Не более трёх госсекретарей США посещали Непал.", 3, "at_most"),
    ("ru", "Хотя бы один президент США побывал в Непале.", 1, "at_least"),
]


@pytest.mark.parametrize(("lang", "text", "n", "bound"), BOUNDS)
def test_a_bound_is_at_least_or_at_most_so_many(lang: str, text: str, n: int, bound: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.n, claim.bound) == ("count", n, bound)


def test_countries_that_never_saw_a_visit_are_counted() -> None:
    claim = first_claim("More than 20 African countries never saw a US president.", "en", DAY)
    assert claim is not None
    assert (claim.form, claim.n, claim.bound, claim.unit) == ("never", 21, "at_least", "countries")


def test_the_most_may_be_more_than_so_many() -> None:
    text = "Kerry travelled to more than 90 countries, more than any other secretary of state."
    claim = first_claim(text, "en", DAY)
    assert claim is not None
    assert (claim.form, claim.n, claim.bound) == ("superlative", 91, "at_least")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Almost ten US presidents have visited Nepal."),
        ("en", "Ten or so US presidents have visited Nepal."),
        ("de", "Rund zehn US-Präsidenten haben Nepal besucht."),
        ("fr", "Près de dix présidents américains ont visité le Népal."),
        ("ru", "Около десяти президентов США посетили Непал."),
    ],
)
def test_what_is_only_about_right_is_not_judged(lang: str, text: str) -> None:
    assert first_claim(text, lang, DAY) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Obama has been to Nepal twice."),
        ("de", "Fünf US-Präsidenten haben Nepal besucht."),
        ("fr", "Obama est allé trois fois au Népal."),
        ("ru", "Обама был в Непале три раза."),
    ],
)
def test_a_number_alone_is_exact(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert claim.bound is None


def test_half_of_so_many_is_no_count_of_all() -> None:
    text = "Half of the eight states of South Asia have yet to see a US president."
    claim = first_claim(text, "en", DAY)
    assert claim is not None
    assert (claim.form, claim.n) == ("never", 4)


SHARES = [
    ("en", "Four of the last five US presidents have visited Nepal.", "1993-01-20", 1),
    ("en", "Five out of six presidents since 1990 went to Nepal.", "1990", 1),
    ("de", "Vier der letzten fünf US-Präsidenten waren in Nepal.", "1993-01-20", 1),
    ("fr", "Quatre des cinq derniers présidents américains ont visité le Népal.", "1993-01-20", 1),
    ("ru", "Четверо из последних пяти президентов США посетили Непал.", "1993-01-20", 1),
    ("en", "Each of the last five US presidents has visited Nepal.", "1993-01-20", None),
]


@pytest.mark.parametrize(("lang", "text", "since", "n"), SHARES)
def test_so_many_of_the_last_leave_out_the_rest(
    lang: str, text: str, since: str, n: int | None
) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.since, claim.n) == ("every_except", since, n)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "None of the last three US presidents has visited Nepal."),
        ("de", "Keiner der letzten drei US-Präsidenten war in Nepal."),
        ("fr", "Aucun des trois derniers présidents américains n'est allé au Népal."),
        ("ru", "Ни один из последних трёх президентов США не посещал Непал."),
    ],
)
def test_none_of_the_last_means_since_the_first_of_them(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.since) == ("never", "2009-01-20")


def test_at_least_so_many_of_the_last_are_not_judged() -> None:
    text = "At least four of the last five US presidents have visited Nepal."
    assert first_claim(text, "en", DAY) is None


NOT_SO_OFTEN = [
    ("en", "No US president has been to Nepal more than twice.", 3, "at_least"),
    ("en", "No US president has visited Nepal three times.", 3, None),
    ("de", "Kein US-Präsident war öfter als zweimal in Nepal.", 3, "at_least"),
    ("fr", "Aucun président américain n'est allé plus de deux fois au Népal.", 3, "at_least"),
    ("ru", "Никто из госсекретарей США не бывал в Непале чаще одного раза.", 2, "at_least"),
]


@pytest.mark.parametrize(("lang", "text", "n", "bound"), NOT_SO_OFTEN)
def test_nobody_was_there_so_often(lang: str, text: str, n: int, bound: str | None) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.n, claim.bound, claim.unit) == ("never", n, bound, "visits")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Since 1949 only two US presidents have not visited Nepal."),
        ("de", "Seit 1949 haben nur zwei US-Präsidenten Nepal nicht besucht."),
        ("fr", "Depuis 1949, seuls deux présidents américains n'ont pas visité le Népal."),
        ("ru", "С 1949 года только два президента США не посетили Непал."),
    ],
)
def test_so_many_who_did_not_come_are_all_but_so_many(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.since, claim.n) == ("every_except", "1949", 2)


def test_of_whom_so_many_did_not_come_has_to_be_said() -> None:
    assert first_claim("Five US presidents did not visit Nepal.", "en", DAY) is None
