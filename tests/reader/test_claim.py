"""Claims from words: every cue row on its own examples, and sentences of every form."""

from functools import cache

import pytest

from registan.checker import read_text
from registan.languages import table
from registan.model import Claim, Document, FoundClaim
from registan.reader.claim import find_claims
from registan.reader.claim_cue import CueRow
from registan.reader.claim_scene import Dated, Named, make_scene
from registan.reader.tree import read_tree
from registan.reader.when import find_dates
from registan.world import World, load

LANGUAGES = ("de", "en", "fr", "ru")
ROWS = [(lang, row) for lang in LANGUAGES for row in table(lang, "claims", CueRow)]


@cache
def world() -> World:
    return load()


def read(text: str, lang: str = "en", published: str | None = "2024-06-01") -> list[FoundClaim]:
    document = Document(id="t", text=text, lang=lang, published=published)
    found = find_claims(read_tree(text, lang), document, world())
    for one in found:
        assert text[one.span.start : one.span.end] == one.span.text
    return found


def only(text: str, lang: str = "en", published: str | None = "2024-06-01") -> Claim:
    found = read(text, lang, published)
    assert len(found) == 1, [f.because for f in found]
    assert found[0].claim is not None, found[0].because
    return found[0].claim


def cues(text: str, lang: str) -> set[str]:
    named = [Named(m.start, m.end, m.text, m.type, tuple(m.ids)) for m in world().find(text, lang)]
    dates = [Dated(d.start, d.end, d.value, d.role) for d in find_dates(text, lang) if d.value]
    return {cue.id for cue in make_scene(text, 0, named, lang, dates).cues}


@pytest.mark.parametrize(("lang", "row"), ROWS, ids=lambda v: getattr(v, "id", v))
def test_cue_matches_its_sentence_and_not_the_other(lang: str, row: CueRow) -> None:
    assert row.id in cues(row.matches, lang)
    assert row.id not in cues(row.rejects, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_languages_have_the_same_effects(lang: str) -> None:
    effects = {row.effect for language, row in ROWS if language == lang}
    assert effects == {row.effect for language, row in ROWS if language == "de"}


FIRST = {
    "de": "Als erster amtierender US-Präsident reist Barack Obama nach Äthiopien.",
    "en": "Barack Obama is the first sitting US president to visit Ethiopia.",
    "ru": "Барак Обама стал первым президентом США, посетившим Эфиопию.",
    "fr": "Barack Obama est le premier président américain à se rendre en Éthiopie.",
}


@pytest.mark.parametrize("lang", FIRST)
def test_first(lang: str) -> None:
    claim = only(FIRST[lang], lang, "2015-07-26")
    assert claim.form == "first"
    assert claim.subject.person == "Barack Obama"
    assert claim.subject.office == "US president"
    assert claim.place.countries == ("ET",)
    assert claim.direction == "abroad"


def test_none_before_a_person_makes_the_person_first() -> None:
    claim = only("Kein US-Präsident vor Obama hatte Kenia besucht.", "de", "2015-07-26")
    assert (claim.form, claim.subject.person) == ("first", "Barack Obama")


NEVER = {
    "de": "Noch nie hat ein US-Präsident Paraguay besucht.",
    "en": "No American president has ever visited Paraguay.",
    "ru": "Ни один президент США никогда не бывал в Парагвае.",
    "fr": "Aucun président américain ne s’est jamais rendu au Paraguay.",
}


@pytest.mark.parametrize("lang", NEVER)
def test_never(lang: str) -> None:
    claim = only(NEVER[lang], lang)
    assert (claim.form, claim.subject.office, claim.place.countries) == (
        "never",
        "US president",
        ("PY",),
    )
    assert claim.subject.person is None


SINCE = {
    "de": "Zum ersten Mal seit 1998 besucht ein US-Präsident Ghana.",
    "en": "It is the first visit by a US president to Ghana since 1998.",
    "fr": "Pour la première fois depuis 1998, un président américain visite le Ghana.",
}


@pytest.mark.parametrize("lang", SINCE)
def test_since_a_year(lang: str) -> None:
    claim = only(SINCE[lang], lang)
    assert (claim.form, claim.since, claim.place.countries) == ("since", "1998", ("GH",))


def test_in_so_many_years() -> None:
    claim = only("Kerry is the first secretary of state to visit Fiji in 30 years.")
    assert (claim.form, claim.n, claim.unit) == ("since", 30, "years")


def test_every_except_takes_office_and_region_from_the_sentence_before() -> None:
    text = (
        "US-Außenminister reisten oft nach Südostasien. "
        "Mit Ausnahme von Alexander Haig besuchte seit 1973 jeder die Region."
    )
    found = [f.claim for f in read(text, "de") if f.claim]
    assert [c.form for c in found] == ["every_except"]
    assert found[0].subject.office == "US secretary of state"
    assert found[0].place.region == "Southeast Asia"
    assert found[0].since == "1973"
    assert "Haig" in found[0].exceptions[0]


def test_only_region() -> None:
    claim = only("Ozeanien ist die einzige Region, die nie ein US-Außenminister besuchte.", "de")
    assert (claim.form, claim.subject.office, claim.n) == ("only", "US secretary of state", None)


def test_last_with_its_year() -> None:
    claim = only("Zuletzt hatte George W. Bush 2008 Ghana besucht.", "de", "2009-07-11")
    assert (claim.form, claim.subject.person, claim.since) == ("last", "George W. Bush", "2008")


def test_nth_visit_and_counts() -> None:
    claim = only("C’est la troisième visite de John Kerry en Géorgie.", "fr", "2016-07-07")
    assert (claim.form, claim.n) == ("count", 3)
    claim = only("Hillary Clinton visited 112 countries as secretary of state.")
    assert (claim.form, claim.n, claim.unit) == ("count", 112, "countries")


def test_most() -> None:
    claim = only("Hillary Clinton visited more countries than any other secretary of state.")
    assert (claim.form, claim.unit) == ("superlative", "countries")


def test_guest_in_washington_is_the_foreign_leader() -> None:
    claim = only("Mirziyoyev is the first Uzbek president to visit the White House since 2002.")
    assert claim.direction == "to_us"
    assert (claim.subject.country, claim.place.locale) == ("UZ", "White House")


def test_dated_visits_in_a_row_are_events_each() -> None:
    found = read("Joe Biden reiste 2011 nach Moskau, Al Gore 1993 nach Kiew.", "de")
    claims = [f.claim for f in found if f.claim]
    assert [(c.form, c.since, c.place.countries) for c in claims] == [
        ("event", "2011", ("RU",)),
        ("event", "1993", ("UA",)),
    ]
    assert {c.subject.office for c in claims} == {"US vice president"}


@pytest.mark.parametrize(
    ("lang", "text", "years"),
    [
        ("en", "Only two US presidents went to Haiti: Roosevelt in 1936 and Clinton (1995).",
         {"roosevelt-franklin-d": "1936", "clinton-william-j": "1995"}),
        ("en", "No American president visited Haiti before Roosevelt in 1936.",
         {"roosevelt-franklin-d": "1936"}),
        ("de", "Nur zwei US-Präsidenten waren in Haiti, Roosevelt im Jahr 1936 und Clinton 1995.",
         {"roosevelt-franklin-d": "1936", "clinton-william-j": "1995"}),
        ("fr", "Deux présidents américains ont visité Haïti, Roosevelt en 1936 et Clinton en 1995.",
         {"roosevelt-franklin-d": "1936", "clinton-william-j": "1995"}),
        ("ru", "Обама посетил Гаити лишь один раз, в 2014 году.", {"obama-barack": "2014"}),
        ("ru", "Блинкен первым побывал в Гаити после Помпео, который приезжал в феврале 2020 года.",
         {}),
    ],
)  # fmt: skip
def test_whoever_is_named_with_a_year_was_there_then(
    lang: str, text: str, years: dict[str, str]
) -> None:
    dated = [f.claim for f in read(text, lang) if f.rule == "event.dated" and f.claim]
    assert {c.subject.person_id: c.since for c in dated} == years
    assert {c.place.countries for c in dated} <= {("HT",)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Obama is the first US president to visit Laos, unlike Clinton in 2000."),
        (
            "en",
            "Obama is the first US president to visit Laos, not even Clinton in 2000 went there.",
        ),
        ("en", "Obama was the first president to visit Laos after Clinton in 2000 had declined."),
        (
            "fr",
            "Obama est le premier président américain au Laos, à la différence de Clinton en 2000.",
        ),
        ("ru", "Обама - первый президент США, посетивший Лаос, в отличие от Клинтона в 2000 году."),
    ],
)
def test_whoever_is_only_set_apart_from_is_not_said_to_have_come(lang: str, text: str) -> None:
    claims = [f.claim for f in read(text, lang, "2016-09-07")]
    assert [c.form for c in claims if c] == ["first"]


def test_question_is_a_claim_that_asks() -> None:
    claim = only("Könnte Trump der erste US-Präsident sein, der Nepal besucht?", "de", "2025-09")
    assert (claim.form, claim.asks) == ("first", True)
    claim = only("How many countries did Kerry visit?")
    assert (claim.form, claim.unit, claim.asks) == ("count", "countries", True)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("His first book was published in 2001.", "en"),
        ("The president was the first to score a goal.", "en"),
        ("Biden sagte, er werde nie nach Moskau reisen.", "de"),
        ("Der Kanzler hielt als erster eine Rede im Stadion.", "de"),
        ("Das Parlament stimmte zuletzt am Montag über Zölle gegen Kanada ab.", "de"),
    ],
)
def test_no_claim_of_precedent(text: str, lang: str) -> None:
    assert not [f for f in read(text, lang) if f.claim]


@pytest.mark.parametrize(
    "text",
    [
        "He was the first US president to address the parliament of Canada.",
        "The last secretary of state to visit the country was John Foster Dulles.",
        "Half of the states of South Asia have yet to be visited by an American president.",
        "Reagan is the first US president whose first trip abroad went anywhere but Canada.",
    ],
)
def test_seen_and_not_understood_says_why(text: str) -> None:
    found = read(text)
    assert [f.claim for f in found] == [None]
    assert found[0].because


@pytest.mark.parametrize(
    ("text", "form", "person", "since", "n"),
    [
        ("Not until 1999 did a US president visit Norway.", "first", None, "1999", None),
        ("It was not until 1999 that a US president visited Norway.", "first", None, "1999", None),
        ("No US president visited Norway until 1999.", "first", None, "1999", None),
        ("Not until Clinton did a US president visit Norway.", "first", "Clinton", None, None),
        ("Not for ten years had a US president been in Oslo before Obama landed.",
         "since", "Obama", None, 10),
        ("It has been six years since a US president last set foot in Norway.",
         "last", None, "2017-06-01/2019-06-01", None),
        ("All but two of the presidents since Nixon have visited China.",
         "every_except", None, "1969-01-20", 2),
        ("Trump's visit to Norway this week will be his second as president.",
         "count", "Trump", None, 2),
        ("Norway is the first country that Joe Biden visited as president.",
         "event", "Biden", None, 1),
        ("Vice presidents have come, but a US president has never been to Armenia.",
         "never", None, None, None),
    ],
)  # fmt: skip
def test_orders_of_words(
    text: str, form: str, person: str | None, since: str | None, n: int | None
) -> None:
    claim = only(text)
    assert (claim.form, claim.since, claim.n) == (form, since, n)
    assert (person or "") in (claim.subject.person or "")
    assert claim.subject.office == "US president"


def test_persons_beside_since_are_not_excepted() -> None:
    text = "Every US president since Harry Truman, Johnson and Ford excepted, has visited Britain."
    assert only(text).exceptions == ("Lyndon B. Johnson", "Gerald R. Ford")


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May is the first foreign leader to visit President Trump.",
        "The first foreign leader whom Donald Trump received was Britain's Theresa May.",
        "Theresa May is the first foreign leader Donald Trump has received at the White House.",
    ],
)
def test_guests_of_a_president_by_name(text: str) -> None:
    claim = only(text, published="2017-02-01")
    assert (claim.form, claim.direction, claim.since) == ("first", "to_us", "2017-01-20")
    assert claim.subject.person == "Theresa May"


@pytest.mark.parametrize(
    ("text", "published", "form", "person", "since", "n"),
    [
        ("No US president has visited Pakistan since George W. Bush in March 2006.",
         "2024-06-01", "never", None, "2006-04-01", None),
        ("Obama had been in Poland twice before.",
         "2019-06-01", "count", "Obama", None, 3),
        ("Trump is the fourth US president in a row to visit Vietnam.",
         "2017-11-10", "every_except", None, "1993-01-20", None),
        ("George Bush, who came in 1993, remains the last US president to visit Somalia.",
         "1995-06-01", "last", "George H.W. Bush", "1993", None),
        ("Ukraine's new president, Viktor Yushchenko, has not yet been received in Washington.",
         "2005-01-27", "never", "Yushchenko", None, None),
        ("Since Joe Biden took office, Recep Tayyip Erdogan has never been to the White House.",
         "2024-06-01", "never", "Erdoğan", "2021-01-20", None),
        ("Recep Tayyip Erdogan is the first Turkish leader to be received by Donald Trump.",
         "2017-05-16", "first", "Erdoğan", "2017-01-20", None),
        ("Despite a long friendship no US president has ever been to Luxembourg.",
         "2024-06-01", "never", None, None, None),
        ("Jamaica is the second Caribbean country Kerry has visited.",
         "2015-07-26", "count", "Kerry", None, 2),
    ],
)  # fmt: skip
def test_whom_and_since_when(
    text: str, published: str, form: str, person: str | None, since: str | None, n: int | None
) -> None:
    claim = only(text, published=published)
    assert (claim.form, claim.since, claim.n) == (form, since, n)
    assert (person or "") in (claim.subject.person or "")


def test_a_visit_before_something_else_came_is_no_plain_first() -> None:
    text = "Obama is the first US president to visit Brazil before its leader came to Washington."
    assert [f.claim for f in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "published", "place", "since"),
    [
        ("Rice, touring Central Asia, was the first US secretary of state in Tajikistan.",
         "2005-10-14", "TJ", None),
        ("No US president has come to Australia since Obama attended the G20 in Brisbane in 2014.",
         "2024-03-01", "AU", "2014-12-31"),
        ("Angela Merkel came to see Donald Trump in Washington for the second time.",
         "2018-04-27", "US", "2017-01-20"),
        ("Angela Merkel has been received at the White House twice in 2006.",
         "2007-01-04", "US", "2006"),
    ],
)  # fmt: skip
def test_where_and_from_when_it_counts(
    text: str, published: str, place: str, since: str | None
) -> None:
    claim = only(text, published=published)
    assert (claim.place.countries, claim.since) == ((place,), since)


def test_so_often_in_so_many_years() -> None:
    claim = only("It is Obama's third trip to Japan in six years.", published="2016-05-27")
    assert (claim.form, claim.n, (claim.since or "")[:4]) == ("count", 3, "2010")


def test_who_came_before_in_another_sentence_part_is_not_counted_on() -> None:
    text = "Ghana has had three US presidents as guests; Clinton and Bush came before Obama."
    claim = only(text, published="2009-07-11")
    assert (claim.form, claim.n, claim.subject.person) == ("count", 3, None)


@pytest.mark.parametrize(
    ("text", "published", "form", "visit_type", "unit"),
    [
        ("For his first trip as secretary of state, John Kerry went to Israel.",
         "2013-03-01", "event", "first journey", None),
        ("Kuwait's emir was last received in Washington in September 2018.",
         "2020-01-01", "last", None, None),
        ("Viktor Orban has been received by an American president only once.",
         "2019-05-16", "count", None, "trips"),
        ("Ghana, a favourite of Washington, has been visited by three US presidents.",
         "2017-02-01", "count", None, "persons"),
    ],
)  # fmt: skip
def test_dresses_of_a_claim(
    text: str, published: str, form: str, visit_type: str | None, unit: str | None
) -> None:
    claim = only(text, published=published)
    assert (claim.form, claim.visit_type, claim.unit) == (form, visit_type, unit)


def test_who_was_not_the_first_is_not_called_the_first() -> None:
    text = "Hillary Clinton was not the first secretary of state to visit Cape Verde."
    assert [f.claim for f in read(text)] == [None]


def test_the_nth_country_of_a_region_is_counted_there() -> None:
    claim = only("Jamaica is the third country in the Caribbean that Kerry has visited.")
    assert (claim.n, claim.place.region) == (3, "Caribbean")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Hillary Clinton is in Uzbekistan for the second time within a year."),
        ("de", "Hillary Clinton ist zum zweiten Mal binnen eines Jahres in Usbekistan."),
        ("ru", "Хиллари Клинтон второй раз за год приезжает в Ташкент."),
        ("fr", "Hillary Clinton se rend pour la deuxième fois en un an en Ouzbékistan."),
    ],
)
def test_within_a_year_is_no_calendar_year(lang: str, text: str) -> None:
    claim = only(text, lang, "2011-10-23")
    assert (claim.form, claim.n) == ("count", 2)
    assert "2010-08" < str(claim.since) < "2010-10-23"


@pytest.mark.parametrize(
    "text",
    [
        "The record shows that no American president has ever visited Bhutan.",
        "Not a single American president has visited Bhutan.",
    ],
)
def test_what_the_record_shows_and_not_a_single_one_is_never(text: str) -> None:
    assert only(text).form == "never"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Hillary Clinton holds the record for most countries visited as secretary of state.",
        ),
        ("de", "Hillary Clinton hält unter den US-Außenministern den Rekord an besuchten Ländern."),
        ("ru", "Рекорд по числу посещённых стран среди госсекретарей принадлежит Хиллари Клинтон."),
        (
            "fr",
            "Hillary Clinton détient le record de pays visités par un secrétaire d'État.",
        ),
    ],
)
def test_who_holds_a_record_did_the_most(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert (claim.form, claim.unit) == ("superlative", "countries")


def test_a_word_for_a_state_before_its_name_narrows_nothing() -> None:
    assert only("Obama is the first US president to visit the landlocked nation of Laos.").form


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Blinken made the first of three stops in Africa in Angola."),
        ("de", "Blinken machte in Angola den ersten von drei Stopps in Afrika."),
        ("ru", "Блинкен сделал в Анголе первую из трёх остановок в Африке."),
        ("fr", "Blinken a fait en Angola la première de ses trois étapes en Afrique."),
        ("en", "For the first time in ten years, a US president did not come to Germany."),
        ("de", "Erstmals seit zehn Jahren kam der US-Präsident nicht nach Deutschland."),
        ("ru", "Впервые за десять лет президент США не приехал в Германию на саммит."),
        ("fr", "Pour la première fois depuis dix ans, le président américain n'est pas venu."),
    ],
)
def test_parts_of_one_journey_and_what_was_not_done_are_no_first(lang: str, text: str) -> None:
    assert all(found.claim is None for found in read(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Nicht ein einziges Mal war Condoleezza Rice als Außenministerin in Vietnam."),
        ("en", "Not a single time did Condoleezza Rice visit Vietnam as secretary of state."),
        ("fr", "Pas une seule visite de Condoleezza Rice au Vietnam comme secrétaire d'État."),
        ("ru", "Кондолиза Райс ни единого раза не была во Вьетнаме на посту госсекретаря."),
    ],
)
def test_not_one_time_is_never(lang: str, text: str) -> None:
    assert only(text, lang).form == "never"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "In vier Jahren Amtszeit hat Jimmy Carter Kanada nie besucht."),
        ("en", "In four years in office Jimmy Carter never visited Canada."),
        ("fr", "En quatre ans de mandat, Jimmy Carter n'a jamais visité le Canada."),
        ("ru", "Джимми Картер за четыре года президентства так и не посетил Канаду."),
    ],
)
def test_years_in_office_are_no_years_since_a_visit(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert (claim.form, claim.n, claim.since) == ("never", None, None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Jeder der letzten sechs US-Präsidenten war mindestens einmal in Polen."),
        ("en", "Each of the past six US presidents has been to Poland at least once."),
        ("fr", "Chacun des six derniers présidents américains est venu en Pologne."),
        ("ru", "Каждый из последних шести президентов США был в Польше."),
    ],
)
def test_so_many_last_holders_are_all_since_the_first_of_them(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert (claim.form, claim.since) == ("every_except", "1989-01-20")


def test_predecessors_named_behind_a_colon_are_examples() -> None:
    text = (
        "Secretary of State John Kerry landed in Vientiane. Only two of his predecessors had been "
        "to Laos: John Foster Dulles in 1955 and Hillary Clinton in 2012."
    )
    (claim,) = (f.claim for f in read(text) if f.claim and f.claim.form == "count")
    assert (claim.n, claim.subject.person_id) == (3, "kerry-john-forbes")


def test_predecessors_there_before_make_an_ordinal() -> None:
    claim = only("Only two of his predecessors had been to Laos when John Kerry landed there.")
    assert (claim.form, claim.n, claim.unit) == ("count", 3, "persons")
    assert claim.subject.person_id == "kerry-john-forbes"


def test_whom_somebody_follows_is_not_who_came_second() -> None:
    claim = only("Biden follows Barack Obama as the second American president to visit Cambodia.")
    assert (claim.subject.person_id, claim.n) == ("biden-joseph-r", 2)


def test_the_head_of_state_of_his_country_is_of_the_persons_state() -> None:
    text = "Battulga was the first president of his country in eight years received in Washington."
    assert only(text).subject.country == "MN"


@pytest.mark.parametrize(
    ("lang", "text", "since", "until"),
    [
        ("en", "No secretary of state went to Kenya in 2014.", "2014", "2014"),
        ("de", "Im Jahr 2012 war kein US-Außenminister in Kasachstan.", "2012", "2012"),
        ("ru", "В 2012 году ни один госсекретарь США не посещал Казахстан.", "2012", "2012"),
        ("fr", "En 2012, aucun secrétaire d'État américain n'a visité le Kenya.", "2012", "2012"),
        ("en", "Between 2000 and 2008 no US president visited Kenya.", "2000", "2008"),
        ("ru", "С 2000 по 2008 год ни один президент США не посещал Кению.", "2000", "2008"),
        ("de", "Kein US-Präsident war nach 2011 in Norwegen.", "2012-01-01", None),
        ("fr", "Avant 1999, aucun président américain n'était venu à Oslo.", None, "1998-12-31"),
    ],
)
def test_a_never_holds_for_the_time_that_is_said(
    lang: str, text: str, since: str | None, until: str | None
) -> None:
    claim = only(text, lang)
    assert (claim.form, claim.since, claim.until) == ("never", since, until)


def test_who_came_after_a_year_is_the_first_since() -> None:
    claim = only("Blinken was the first secretary of state to visit Kazakhstan after 2020.")
    assert (claim.form, claim.since) == ("since", "2020")


def test_a_bound_that_a_number_cannot_say_makes_it_unclear() -> None:
    found = read("Obama visited Canada only once after 2011.")
    assert [one.claim for one in found] == [None]


@pytest.mark.parametrize(
    ("lang", "text", "city"),
    [
        ("en", "No secretary of state has visited the capital of Armenia since 2012.", "Yerevan"),
        ("de", "Die Hauptstadt Australiens hat zuletzt 2011 ein US-Präsident besucht.", "Canberra"),
        ("fr", "Aucun président américain n'a visité la capitale norvégienne.", "Oslo"),
        ("ru", "Столицу Норвегии ни один президент США не посещал.", "Oslo"),
    ],
)
def test_the_capital_of_a_state_is_a_city(lang: str, text: str, city: str) -> None:
    assert only(text, lang).place.locale == city


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Bolivien und Paraguay sind die einzigen Länder Südamerikas ohne "
               "Besuch eines US-Präsidenten, die nie einer besucht hat."),
        ("en", "Bolivia and Paraguay are the only countries in South America "
               "that no US president has visited."),
        ("fr", "La Bolivie et le Paraguay sont les seuls pays d'Amérique du Sud "
               "à n'avoir jamais reçu de président américain."),
        ("ru", "Боливия и Парагвай — единственные страны Южной Америки, "
               "где не был ни один президент США."),
    ],
)  # fmt: skip
def test_the_only_countries_of_a_region_are_so_many(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert (claim.form, claim.n, claim.unit) == ("never", 2, "countries")


def test_after_a_mark_tells_of_the_one_before() -> None:
    text = "It was Zelensky's second visit to Washington as president, after September 2021."
    assert only(text, published="2022-12-21").n == 2


def test_within_so_many_last_years_counts_from_there() -> None:
    claim = only("За последние два года Клинтон посетила Ереван дважды.", "ru", "2012-07-09")
    assert (claim.n, (claim.since or "")[:7]) == (2, "2010-05")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Which female secretaries of state visited Uzbekistan?"),
        ("fr", "Quelle femme secrétaire d'État a visité la Libye ?"),
    ],
)
def test_women_alone_are_asked_about(lang: str, text: str) -> None:
    [claim] = [one.claim for one in read_text(text, lang=lang, published="2024-05-01").claims]
    assert claim is not None
    assert claim.subject.qualifier == "female"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Nazarbayev was the first president of independent Kazakhstan to be received at "
         "the White House."),
        ("de", "Nasarbajew war der erste Präsident des unabhängigen Kasachstan im Weißen Haus."),
        ("ru", "Первым президентом независимого Казахстана, которого принимали в Белом доме, "
         "стал Назарбаев."),
    ],
)  # fmt: skip
def test_an_independent_state_is_the_state_of_its_president(lang: str, text: str) -> None:
    claim = only(text, lang, "1993-05-15")
    assert (claim.subject.country, claim.direction) == ("KZ", "to_us")


def test_a_state_of_the_past_with_a_code_of_its_own_is_a_place() -> None:
    found = only("Nixon was the last US president to visit South Vietnam.")
    assert found.place.countries == ("XSV",)
