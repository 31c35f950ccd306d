"""When a claim ends, over how many years it counts, and what stands beside it that it must say."""

from __future__ import annotations

import pytest

from tests.reader.test_claim_guard import first_claim, form_of

DAY = "2014-11-20"
ENDS = [
    ("en", "Before 1990 only three US presidents had visited Nepal.", "1989-12-31"),
    ("en", "By 1980 four US presidents had been to Nepal.", "1980-12-31"),
    ("de", "Bis 1990 hatten erst drei US-Präsidenten Nepal besucht.", "1989-12-31"),
    ("fr", "Avant 1990, seuls trois présidents américains avaient visité le Népal.", "1989-12-31"),
    ("ru", "До 1990 года Непал посетили только три президента США.", "1989-12-31"),
    ("en", "Until 1990 Nixon was the only US president to have visited Nepal.", "1989-12-31"),
    ("de", "Zuvor hatten nur drei US-Präsidenten Nepal besucht.", "2014-11-13"),
]


@pytest.mark.parametrize(("lang", "text", "until"), ENDS)
def test_a_claim_of_all_up_to_a_day_says_so(lang: str, text: str, until: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.since, claim.until) == (None, until)


OVER = [
    ("en", "In the past ten years only one American president has gone to Nepal."),
    ("en", "Over the last ten years two US presidents have been to Nepal."),
    ("de", "In den vergangenen zehn Jahren war nur ein US-Präsident in Nepal."),
    ("fr", "Au cours des dix dernières années, seul un président américain est allé au Népal."),
    ("ru", "За последние десять лет Непал посетил только один президент США."),
    ("ru", "Керри — третий госсекретарь США, посетивший Непал за последние 10 лет."),
]


@pytest.mark.parametrize(("lang", "text"), OVER)
def test_a_count_over_so_many_years_begins_with_them(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, (claim.since or "")[:7]) == ("count", "2004-10")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ten years after Bush, Obama is the second US president to visit Nepal."),
        ("fr", "Obama est le deuxième président américain à visiter le Népal, dix ans après Bush."),
    ],
)
def test_years_after_somebody_else_are_not_counted_over(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.n, claim.since) == ("count", 2, None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Unlike Clinton, Obama has never been to Nepal as president."),
        ("en", "Unlike his predecessors Clinton and Bush, Obama has yet to visit Nepal."),
        ("de", "Anders als Clinton und Bush war Obama noch nie in Nepal."),
        ("fr", "Contrairement à Clinton et Bush, Obama n'a jamais visité le Népal."),
        ("ru", "В отличие от Клинтона и Буша, Обама ни разу не был в Непале."),
    ],
)
def test_whoever_is_set_against_others_alone_is_meant(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.subject.person_id) == ("never", "obama-barack")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The visit by a US president was the third to Nepal since 1990."),
        ("en", "It was the third visit by a US president to Nepal since 1990."),
        ("fr", "C'était la troisième visite d'un président américain au Népal depuis 1990."),
        ("de", "Es war der dritte Besuch eines US-Präsidenten in Nepal seit 1990."),
        ("ru", "Это третий визит президента США в Непал с 1990 года."),
    ],
)
def test_the_visits_of_anybody_are_counted_from_a_year_on(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.n, claim.since) == ("count", 3, "1990")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Obama's visit to Nepal is his third as president."),
        ("de", "Obamas Besuch in Nepal ist sein dritter als Präsident."),
        ("fr", "La visite d'Obama au Népal est sa troisième en tant que président."),
        ("ru", "Визит Обамы в Непал — третий за время его президентства."),
    ],
)
def test_which_visit_it_is_may_be_said_of_it(lang: str, text: str) -> None:
    claim = first_claim(text, lang, DAY)
    assert claim is not None
    assert (claim.form, claim.n, claim.subject.person_id) == ("count", 3, "obama-barack")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "G20 host Argentina had its last visit by a US president in 2016."),
        ("de", "Das G20-Mitglied Argentinien hat zuletzt 2016 ein US-Präsident besucht."),
    ],
)
def test_what_a_state_is_in_a_group_is_not_where_the_visit_led(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2018-11-01")
    assert claim is not None
    assert (claim.place.countries, claim.place.region) == (("AR",), None)


def test_the_kind_of_visit_may_stand_in_the_relative_clause() -> None:
    text = "Biden ist der erste US-Präsident seit George W. Bush, der Nepal bilateral besucht."
    claim = first_claim(text, "de", "2024-10-18")
    assert claim is not None
    assert claim.visit_type == "bilateral visit"


def test_the_third_to_come_twice_is_not_the_third() -> None:
    text = "Trump ist der dritte amtierende US-Präsident, der Nepal zweimal besucht."
    assert form_of(text, "de", "2017-07-06") is None


def test_what_was_visited_is_no_part_of_what_never_was() -> None:
    text = "Hillary Clinton hat als Außenministerin Laos und Nepal besucht, Bhutan aber nie."
    claim = first_claim(text, "de", "2014-06-01")
    assert claim is not None
    assert (claim.form, claim.place.countries) == ("never", ("BT",))


def test_who_came_after_an_event_is_not_whom_one_counts_from() -> None:
    text = "Als erster US-Präsident nach der Wiedervereinigung kam Bill Clinton nach Berlin."
    assert first_claim(text, "de", "1994-07-12") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kerry has been to Nepal three times in little more than a year."),
        ("de", "Kerry war in zwei Monaten dreimal in Nepal."),
        ("fr", "Kerry s'est rendu trois fois au Népal en deux mois."),
        ("ru", "Керри трижды за два месяца посетил Непал."),
    ],
)
def test_what_is_counted_in_months_is_not_judged(lang: str, text: str) -> None:
    assert first_claim(text, lang, "2013-04-15") is None


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Since Baker in 1992 no secretary of state but Clinton has been to Nepal.", "1993-01-01"),
        ("Since 1992 no secretary of state but Clinton has been to Nepal.", "1992-12-31"),
    ],
)
def test_nobody_but_one_since_leaves_that_years_own_visit_out(text: str, since: str) -> None:
    claim = first_claim(text, "en", "2012-06-06")
    assert claim is not None
    assert (claim.form, claim.since) == ("only", since)


def test_somebodys_first_visit_that_one_counts_from_is_no_first() -> None:
    text = "Обама посетил Непал через семь лет после первого визита туда Буша-младшего."
    assert first_claim(text, "ru", "2009-07-08") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Within three years two secretaries of state visited Nepal."),
        ("de", "Nepal erlebte binnen drei Jahren zwei Besuche von Barack Obama."),
    ],
)
def test_a_number_of_years_is_no_number_of_visits(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2014-11-15")
    assert claim is not None
    assert (claim.n, (claim.since or "")[:7]) == (2, "2011-10")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Pokhara was the first Nepalese city other than Kathmandu to host a US president."),
        ("de", "Laura und George W. Bush sind das erste Präsidentenpaar der USA in Nepal."),
    ],
)
def test_what_is_first_or_most_has_to_be_a_president(lang: str, text: str) -> None:
    assert first_claim(text, lang, "2014-11-15") is None


def test_nobody_saw_more_countries_of_a_region() -> None:
    text = "Mehr afrikanische Länder als Clinton hat kein US-Präsident je bereist."
    assert form_of(text, "de", "2014-11-15") == "superlative"


def test_whoever_came_before_him_is_not_who_is_counted() -> None:
    text = "Обама — шестой президент США, приехавший в Непал, а до него там был лишь Клинтон."
    claim = first_claim(text, "ru", "2014-11-15")
    assert claim is not None
    assert claim.subject.person_id == "obama-barack"


def test_the_only_one_before_somebody_is_alone_but_for_whoever_came_next() -> None:
    text = "Calvin Coolidge was the only US president to visit Nepal before Barack Obama."
    claim = first_claim(text, "en", "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.exceptions) == ("only", ("Barack Obama",))
    assert (claim.subject.person_id, claim.until) == ("coolidge-calvin", "2017-01-20")


def test_a_question_may_ask_up_to_a_day() -> None:
    claim = first_claim("How many US presidents visited Nepal before 1990?", "en", DAY)
    assert claim is not None
    assert (claim.asks, claim.until) == (True, "1989-12-31")
