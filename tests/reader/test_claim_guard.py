"""What a claim must not overlook: comparisons, parts, predecessors, all of a region, years."""

import pytest

from registan.model import Claim, Document
from registan.reader.claim import find_claims
from registan.reader.tree import read_tree
from registan.world import load


def first_claim(text: str, lang: str, day: str) -> Claim | None:
    document = Document(id="t", text=text, lang=lang, published=day)
    found = find_claims(read_tree(text, lang), document, load())
    return found[0].claim if found else None


def form_of(text: str, lang: str, day: str = "2024-06-01") -> str | None:
    claim = first_claim(text, lang, day)
    return claim.form if claim else None


def is_unclear(text: str, lang: str, day: str) -> bool:
    """Is it seen that something is claimed, and said why it is not judged?"""
    document = Document(id="t", text=text, lang=lang, published=day)
    found = find_claims(read_tree(text, lang), document, load())
    return bool(found) and all(one.claim is None and one.because for one in found)


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


def test_a_ranking_of_those_who_saw_all_countries_is_not_judged() -> None:
    text = "No secretary of state visited all five states of Central Asia more often than Kerry."
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
    found = find_claims(read_tree(text, "en"), document, load())
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


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Für Antony Blinken war es der erste Besuch in Nepal."),
        ("fr", "Pour Antony Blinken, c'était la première visite au Népal."),
        ("ru", "Визит Блинкена в Непал стал для него первым на посту госсекретаря."),
    ],
)
def test_a_first_for_one_person_is_no_first_of_the_office(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.n, claim.unit) == ("count", 1, "trips")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "In der Amtszeit von Joe Biden reiste kein US-Präsident nach Nepal."),
        ("fr", "Sous Joe Biden, aucun président américain ne s'est rendu au Népal."),
        ("ru", "При Джо Байдене ни один президент США не приезжал в Непал."),
    ],
)
def test_never_in_somebodys_time_is_not_never(lang: str, text: str) -> None:
    assert form_of(text, lang) is None


def test_nobody_since_a_visit_is_no_first_since_it() -> None:
    text = "Aucun secrétaire d'État américain ne s'est rendu au Népal depuis Colin Powell en 2002."
    claim = first_claim(text, "fr", "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.since) == ("never", "2003-01-01")


def test_the_last_and_then_somebody_makes_that_person_the_first_since() -> None:
    text = "Последний раз глава Госдепа посещал Непал в 1992 году, и вот прилетел Пауэлл."
    claim = first_claim(text, "ru", "2002-01-20")
    assert claim is not None
    assert (claim.form, claim.since) == ("since", "1992")
    assert claim.subject.person_id == "powell-colin-luther"


@pytest.mark.parametrize(
    ("lang", "text", "n", "unit"),
    [
        ("fr", "Le Népal a reçu trois présidents américains : Clinton, Bush, Obama.", 3, "persons"),
        ("fr", "Les deux seuls présidents américains à s'être rendus au Népal sont Bush et Obama.",
         2, "persons"),
        ("fr", "Deux fois seulement, un président américain a fait étape au Népal : Bush et Obama.",
         2, None),
        ("ru", "Непал посетили трое американских президентов.", 3, "persons"),
        ("de", "Für John Kerry war es bereits die dritte Reise nach Nepal.", 3, "visits"),
        ("de", "Barack Obama hat als Präsident Nepal nur ein Mal besucht.", 1, "trips"),
    ],
)  # fmt: skip
def test_what_is_counted(lang: str, text: str, n: int, unit: str | None) -> None:
    claim = first_claim(text, lang, "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.n, claim.unit) == ("count", n, unit)


def test_nobody_but_several_is_only_the_one_and_the_others() -> None:
    text = "Кроме Керри и Бейкера, ни один госсекретарь в Непал не приезжал."
    claim = first_claim(text, "ru", "2024-06-01")
    assert claim is not None
    assert claim.form == "only"
    assert len(claim.exceptions) == 1


def test_to_this_day_is_no_date() -> None:
    text = "Bill Clinton reste à ce jour le seul président américain à s'être rendu au Népal."
    claim = first_claim(text, "fr", "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.since) == ("only", None)


def test_a_first_name_that_is_also_a_town_is_no_place() -> None:
    text = "Помпео - первый госсекретарь США, приехавший в Непал после Колина Пауэлла."
    claim = first_claim(text, "ru", "2019-02-03")
    assert claim is not None
    assert claim.place.countries == ("NP",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Avant cette visite, Barack Obama ne s'était jamais rendu au Népal."),
        ("de", "Vor dieser Reise war Joe Biden als Präsident nie in Nepal."),
        ("ru", "До этого визита Байден никогда не был в Непале."),
    ],
)
def test_who_had_never_been_there_before_is_not_the_first_of_all(lang: str, text: str) -> None:
    assert form_of(text, lang) == "never"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Nie zuvor war ein US-Präsident in der mongolischen Hauptstadt: Bush landet in "
         "Ulan-Bator."),
        ("en", "Never before had a US president been in the Mongolian capital: George Bush lands "
         "in Ulan Bator."),
    ],
)  # fmt: skip
def test_a_states_capital_is_the_city_that_is_named(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2005-11-21")
    assert claim is not None
    assert (claim.place.countries, bool(claim.place.locale)) == (("MN",), True)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "No US president since Jimmy Carter has failed to visit Nepal."),
        ("en", "There is no US president since Carter who has not visited Nepal."),
        ("en", "Never has an American president failed to visit Nepal."),
        ("de", "Kein US-Präsident seit Carter hat Nepal nicht besucht."),
        ("de", "Es gibt seit Carter keinen US-Präsidenten, der nicht in Nepal war."),
        ("fr", "Aucun président américain n'a manqué de visiter le Népal depuis Truman."),
    ],
)
def test_what_is_denied_twice_is_not_judged(lang: str, text: str) -> None:
    assert form_of(text, lang) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Pas un président américain n'est jamais allé au Népal."),
        ("ru", "Ни один президент США никогда не посещал Непал."),
        ("en", "No US president has ever visited Nepal, and Trump did not either."),
        ("de", "Noch nie war ein US-Präsident in Nepal, und auch Trump reiste nicht hin."),
    ],
)
def test_words_of_one_denial_are_one(lang: str, text: str) -> None:
    assert form_of(text, lang) == "never"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It took until 1978 for an American president to travel to Nigeria."),
        ("de", "Es dauerte bis 1978, ehe ein US-Präsident nach Nigeria reiste."),
        ("de", "Erst 1978 kam ein US-Präsident nach Nigeria."),
        ("fr", "Ce n'est qu'en 1978 qu'un président américain s'est rendu au Nigeria."),
        ("ru", "Лишь в 1978 году президент США приехал в Нигерию."),
    ],
)
def test_who_came_only_then_was_the_first(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2018-10-01")
    assert claim is not None
    assert (claim.form, claim.since, claim.until) == ("first", "1978", "1978")


def test_a_person_who_came_lately_is_no_first() -> None:
    assert form_of("Erst 2003 war Powell in Nigeria.", "de") != "first"


def test_since_a_summit_leaves_the_summit_out() -> None:
    summit = "Seit dem Gipfel von Reagan und Gorbatschow 1985 kamen drei US-Präsidenten nach Genf."
    claim = first_claim(summit, "de", "2021-06-17")
    assert claim is not None
    assert claim.since == "1986-01-01"
    year = first_claim("Seit 1985 kamen drei US-Präsidenten nach Genf.", "de", "2021-06-17")
    assert year is not None
    assert year.since == "1985"


def test_a_guest_named_by_title_alone_is_not_guessed() -> None:
    text = "The king of Jordan was the first Arab head of state to see Trump at the White House."
    assert form_of(text, "en", "2018-09-27") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Обама впервые приехал в Москву в 2009 году, а до него там бывали все президенты "
         "США начиная с Никсона."),
        ("en", "Obama came to Moscow for the first time in July 2009, and before him all "
         "presidents since Nixon had been there."),
    ],
)  # fmt: skip
def test_every_holder_in_a_clause_of_its_own_is_a_claim_of_its_own(lang: str, text: str) -> None:
    document = Document(id="t", text=text, lang=lang, published="2009-07-08")
    found = find_claims(read_tree(text, lang), document, load())
    forms = [one.claim.form for one in found if one.claim and one.rule != "event.dated"]
    assert forms == ["count", "every_except"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "John Kerry's trip to Pakistan is his first as secretary of state."),
        ("en", "The visit to Pakistan was Kerry's first."),
        ("de", "Die Reise nach Pakistan ist Kerrys erste als Außenminister."),
        ("fr", "La visite de John Kerry au Pakistan est sa première comme secrétaire d'État."),
        ("ru", "Визит Джона Керри в Пакистан стал для него первым на посту госсекретаря."),
    ],
)
def test_a_visit_that_is_somebodys_first_is_his_first_there(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2013-08-01")
    assert claim is not None
    assert (claim.form, claim.n, claim.visit_type) == ("count", 1, None)


def test_what_one_never_did_is_not_told_of_another() -> None:
    text = "Biden has not yet gone to Africa, whereas Obama made his first stop there in 2009."
    claim = first_claim(text, "en", "2021-10-30")
    assert claim is None or claim.subject.person_id != "obama-barack"


def test_until_when_nobody_had_come_is_told_by_the_next_clause() -> None:
    text = "No president had ever been to Nepal; Obama's first trip there came in November 2012."
    assert form_of(text, "en") is None


def test_countries_that_one_never_saw_are_not_those_that_he_saw_alone() -> None:
    text = "The only Latin American countries that Bush has never visited are Bolivia and Peru."
    assert form_of(text, "en") is None


def test_before_somebodys_first_visit_nobody_came() -> None:
    text = "No US president had ever set foot in Cambodia before Obama's first visit on Monday."
    claim = first_claim(text, "en", "2012-11-20")
    assert claim is not None
    assert (claim.form, claim.visit_type) == ("first", None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Geneva summit was the first time Reagan set foot in Switzerland."),
        ("de", "Der Gipfel in Genf war das erste Mal, dass Reagan in die Schweiz kam."),
        ("ru", "Женевский саммит стал первым случаем, когда Рейган приехал в Швейцарию."),
    ],
)
def test_the_first_time_of_a_person_is_his_own(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "1985-11-21")
    assert claim is not None
    assert (claim.form, claim.n) == ("count", 1)


def test_the_continent_is_that_of_the_country() -> None:
    text = "Obama's trip to South Africa was his second to the continent as president."
    claim = first_claim(text, "en", "2013-06-30")
    assert claim is not None
    assert claim.place.region == "Africa"
    assert form_of("Trump's trip to Riyadh is his first visit to the region.", "en") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Obama besucht Polen zum zweiten Mal, und damit so oft wie Clinton."),
        ("fr", "Obama visite la Pologne pour la deuxième fois, aussi souvent que Clinton."),
        ("ru", "Обама посещает Польшу во второй раз, столько же раз, сколько Клинтон."),
    ],
)
def test_as_often_as_one_other_is_no_superlative(lang: str, text: str) -> None:
    assert form_of(text, lang, "2014-06-04") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Blinken's tour of Africa led to Cape Verde, which no secretary of state had seen "
         "since Clinton."),
        ("fr", "La tournée de Blinken en Afrique l'a mené au Cap-Vert, où aucun secrétaire d'État "
         "n'était venu depuis Clinton."),
    ],
)  # fmt: skip
def test_a_relative_clause_tells_of_the_place_before_it(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2024-01-26")
    assert claim is not None
    assert claim.place.countries == ("CV",)


def test_one_of_several_listed_cities_is_not_all_of_them() -> None:
    text = "Until Trump, no president had visited Brussels, London and Helsinki on a single trip."
    assert form_of(text, "en", "2018-07-10") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Keine Außenministerin hat Deutschland so oft besucht wie Condoleezza Rice."),
        ("fr", "Hillary Clinton est la deuxième secrétaire d'État à visiter la Libye."),
    ],
)
def test_a_word_for_a_woman_ranks_her_among_women(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2012-10-31")
    assert claim is not None
    assert claim.subject.qualifier == "feminine"


def test_holders_are_counted_in_the_time_that_is_said() -> None:
    claim = first_claim("Three US presidents came to Nepal in the 1990s.", "en", "2014-08-06")
    assert claim is not None
    assert (claim.since, claim.until) == ("199X", "199X")
    assert form_of("Two US presidents visited Nepal in 1984 and 1995.", "en") is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Pompeo is the highest-ranking American to visit Nepal in a quarter of a century."),
        ("ru", "Помпео – самый высокопоставленный американец, посетивший Непал за последние "
         "25 лет."),
    ],
)  # fmt: skip
def test_the_highest_in_so_many_years_counts_from_then(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2020-02-01")
    assert claim is not None
    assert (claim.form, (claim.since or "")[:4]) == ("highest_rank", "1995")


def test_which_leaders_were_communist_no_register_tells() -> None:
    text = "Deng Xiaoping was the first Chinese communist leader to visit the United States."
    assert form_of(text, "en", "1979-01-29") is None


def test_whether_a_visit_is_planned_asks_for_no_past_one() -> None:
    assert form_of("Планируется ли визит президента США в Непал?", "ru") is None
    assert form_of("Был ли визит президента США в Непал?", "ru") is not None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "No president had been to Nepal before Obama, not counting Calvin Coolidge."),
        ("de", "Vor Obama war kein US-Präsident in Nepal, wenn man von Calvin Coolidge absieht."),
        ("fr", "Si l'on excepte Coolidge, aucun président américain n'alla au Népal avant Obama."),
        ("ru", "Если не считать Кулиджа, до Обамы ни один президент США не был в Непале."),
    ],
)
def test_whom_one_leaves_aside_came_before(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.n, claim.subject.person_id) == ("count", 2, "obama-barack")


def test_a_date_behind_whoever_came_next_is_not_since_when() -> None:
    text = "Since Jimmy Carter no US president went to Nepal until Bill Clinton came in 2000."
    claim = first_claim(text, "en", "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.since) == ("since", "1977-01-20/1981-01-20")


def test_all_states_of_a_list_are_meant_wherever_a_comma_stands() -> None:
    text = "In Nepal, Bhutan and Laos no US president has ever set foot."
    claim = first_claim(text, "en", "2015-06-01")
    assert claim is not None
    assert claim.place.countries == ("NP", "BT", "LA")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Adenauer was the first chancellor to visit the United States.", "DE"),
        ("Hollande was the first president since Chirac on a state visit to Washington.", "FR"),
        ("Macron was the first leader to be received by Biden at the White House.", None),
    ],
)
def test_a_bare_title_may_be_of_the_visitors_state(text: str, country: str | None) -> None:
    claim = first_claim(text, "en", "2024-06-01")
    assert claim is not None
    assert claim.subject.country == country


@pytest.mark.parametrize(
    "text",
    [
        "Obama spent a night in Kabul, the first president to do so.",
        "Clinton addressed the parliament in Accra, the first US president to do so.",
        "Hillary Clinton went to Laos by bus, and was the first secretary of state to do so.",
        "Asia was where Clinton went first, the first secretary of state to do so since Rusk.",
        "James Baker was the first secretary of state in Albania and the three Baltic republics.",
        "Christopher was the first secretary of state in Hanoi since Rogers came to Saigon.",
    ],
)
def test_what_is_said_of_the_deed_or_the_place_is_not_dropped(text: str) -> None:
    assert is_unclear(text, "en", "2016-09-05")


def test_to_do_so_is_the_visit_told_before() -> None:
    text = "Bush went to Tanzania in 2008; Obama is the second president to do so."
    claim = first_claim(text, "en", "2013-07-02")
    assert claim is not None
    assert (claim.form, claim.n, claim.place.countries) == ("count", 2, ("TZ",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Jamaica had not welcomed an American head of state since Reagan in 1982."),
        ("fr", "Aucun président américain n'était venu en Jamaïque depuis 1982."),
    ],
)
def test_nobody_had_come_speaks_of_the_time_before_the_news(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2015-04-10")
    assert claim is not None
    assert (claim.form, claim.until) == ("never", "2015-03-27")


def test_a_reunified_town_is_that_of_the_reunified_state() -> None:
    text = "Bill Clinton war der erste amerikanische Präsident im wiedervereinigten Berlin."
    claim = first_claim(text, "de", "1994-07-12")
    assert claim is not None
    assert (claim.form, claim.since, claim.place.locale) == ("since", "1990-10-03", "Berlin")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Obama is one of only two presidents to have seen Nepal or any other Asian city."),
        ("en", "Bush goes to Mérida, the fourth Mexican city he visits as president."),
        ("de", "Tillerson besuchte als erster Außenminister seit Baker kein einziges Land Asiens."),
        ("fr", "Pour sa première visite en Afrique, Obama a choisi le Ghana, comme aucun de ses "
         "prédécesseurs."),
        ("ru", "Визит Буша стал третьим визитом президента США в Непал за год и четыре месяца."),
        ("ru", "Первым президентом США, посетившим Непал после Рузвельта, был Никсон."),
    ],
)  # fmt: skip
def test_what_is_counted_among_or_from_has_to_be_known(lang: str, text: str) -> None:
    assert is_unclear(text, lang, "2012-06-01")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Biden flew to Nepal, his first visit to the country since he became president."),
        ("fr", "Joe Biden effectue son premier voyage au Népal depuis son élection."),
    ],
)
def test_somebodys_own_first_since_he_took_office_is_no_rank(lang: str, text: str) -> None:
    claim = first_claim(text, lang, "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.n, claim.unit) == ("count", 1, "trips")
    assert claim.since == "2021-01-20"


def test_the_nth_time_that_one_came_counts_visits() -> None:
    text = "It was the fifth time that a president of the United States came to Nepal."
    claim = first_claim(text, "en", "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.n, claim.unit) == ("count", 5, "visits")


def test_whoever_follows_the_verb_is_not_listed_with_whom_one_counts_from() -> None:
    text = "Первым президентом США, посетившим Непал после Картера, был Никсон."
    claim = first_claim(text, "ru", "2024-06-01")
    assert claim is not None
    assert claim.subject.person_id == "nixon-richard-m"


@pytest.mark.parametrize(
    ("lang", "text", "n"),
    [
        ("en", "All US presidents since Kennedy except four have gone to Nepal.", 4),
        ("de", "Alle US-Präsidenten seit Kennedy bis auf einen waren in Nepal.", 1),
        (
            "fr",
            "Tous les présidents américains depuis Kennedy, sauf trois, sont allés au Népal.",
            3,
        ),
        ("ru", "Со времён Кеннеди все президенты США, кроме троих, бывали в Непале.", 3),
    ],
)
def test_so_many_are_left_out_of_all(lang: str, text: str, n: int) -> None:
    claim = first_claim(text, lang, "2024-06-01")
    assert claim is not None
    assert (claim.form, claim.n) == ("every_except", n)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kerry is making his first trip to Asia, apart from two visits to Japan."),
        ("de", "Biden reist zum zehnten Mal nach Nepal, zum ersten Mal als Präsident."),
        ("de", "Clinton war der erste US-Präsident in Slowenien oder dessen Vorgängerstaat."),
        ("fr", "Obama est le seul président américain à avoir passé deux nuits au Népal."),
    ],
)
def test_what_is_left_out_or_joined_or_how_long_is_no_plain_visit(lang: str, text: str) -> None:
    assert is_unclear(text, lang, "2016-06-01")


def test_a_group_before_the_title_says_whose_leaders_are_compared() -> None:
    text = "Erdoğan was the second NATO leader whom Trump received in Washington."
    claim = first_claim(text, "en", "2017-05-16")
    assert claim is not None
    assert (claim.form, claim.n, claim.subject.leaders_of) == ("count", 2, "nato")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Of the last four secretaries of state, only Tillerson never visited Nepal."),
        ("de", "Von den letzten vier US-Außenministern besuchte nur Tillerson Nepal."),
        ("fr", "Parmi les quatre derniers secrétaires d'État américains, seul Kerry visita Malte."),
        ("ru", "Из последних четырёх госсекретарей США только Тиллерсон был в Непале."),
        ("fr", "Seul Tillerson n'est jamais allé au Népal comme secrétaire d'État."),
        ("de", "Acht Mal empfing Obama die Kanzlerin in Washington."),
        ("ru", "С 1990 года в Непал не приезжал ни один президент США, кроме Буша и Клинтона."),
    ],
)  # fmt: skip
def test_whom_one_is_set_apart_from_has_to_be_known(lang: str, text: str) -> None:
    assert is_unclear(text, lang, "2019-06-01")


def test_several_exceptions_are_all_kept() -> None:
    text = "Außer Clinton und George W. Bush war noch kein US-Präsident in Nepal."
    claim = first_claim(text, "de", "2022-02-14")
    assert claim is not None
    assert (claim.form, claim.subject.person_id) == ("only", "clinton-william-j")
    assert claim.exceptions == ("George W. Bush",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Bush landed in Monrovia, the last stop on a six-day tour of Africa."),
        ("en", "On the first day of his visit to Nepal, Obama planted a tree."),
        ("en", "Both presidents have been to Malta."),
        ("de", "Obama traf in Accra ein, der zweiten Station seiner Afrikareise."),
        ("de", "Am letzten Abend ihres Besuchs in Nepal tanzte Clinton."),
        ("fr", "Obama a atterri à Accra, deuxième étape de sa tournée en Afrique."),
        ("fr", "Au premier jour de son voyage au Népal, Obama a planté un arbre."),
        ("ru", "Обама прилетел в Аккру, второй пункт поездки по Африке."),
        ("ru", "В последний день визита в Непал Обама посадил дерево."),
    ],
)
def test_a_part_of_one_journey_and_two_named_before_are_no_precedent(lang: str, text: str) -> None:
    document = Document(id="t", text=text, lang=lang, published="2019-06-01")
    assert not find_claims(read_tree(text, lang), document, load())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Rice travelled more miles than any other secretary of state."),
        ("de", "Rice flog mehr Kilometer als jeder andere US-Außenminister."),
        ("fr", "Rice a parcouru plus de kilomètres que tout autre secrétaire d'État américain."),
        ("ru", "Райс налетала больше миль, чем любой другой госсекретарь США."),
    ],
)
def test_miles_are_no_visits(lang: str, text: str) -> None:
    assert first_claim(text, lang, "2019-06-01") is None


def test_who_is_named_behind_a_semicolon_is_not_the_pronoun_before_it() -> None:
    text = "Trump may go to Malta. He would be the second president in Malta; Bush came in 2004."
    claim = first_claim(text, "en", "2025-03-14")
    assert claim is not None
    assert claim.subject.person_id == "trump-donald-j"
