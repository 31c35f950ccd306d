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


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Macron met Putin in Minsk, the newspaper claimed last week."),
        ("en", "Iran has supplied missiles to Russia, Kyiv alleges."),
        ("fr", "Macron a rencontré Poutine à Minsk, prétend le journal."),
        ("fr", "Macron, croit savoir le journal, a rencontré Poutine à Minsk."),
        ("ru", "Макрон встретился с Путиным в Минске, предполагает газета."),
        ("de", "Macron hat Putin in Minsk getroffen, vermutet die Zeitung."),
    ],
)
def test_what_is_only_supposed_behind_the_clause_is_no_fact(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text)] == ["possible"]


def test_what_somebody_said_behind_the_clause_stays_a_fact() -> None:
    assert [r.standing for r in read("en", "Macron visited Kyiv, AP reported.")] == ["happened"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Poland recalled its envoy. It also expelled two Russian diplomats."),
        ("fr", "La Pologne a rappelé son ambassadeur. Elle a expulsé deux diplomates russes."),
        ("ru", "Польша отозвала посла. Она также выслала двух российских дипломатов."),
    ],
)
def test_it_is_the_state_that_was_the_subject_before(lang: str, text: str) -> None:
    assert [a.id for a in read(lang, text)[-1].who] == ["PL"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Germany accused Russia of sabotage. Moscow rejected the accusations."),
        ("fr", "L'Allemagne a accusé Moscou de sabotage. La Russie a rejeté ces accusations."),
        ("ru", "Германия обвинила Москву в шпионаже. В Кремле отвергли обвинения."),
    ],
)
def test_an_accusation_that_is_rejected_was_the_accusers(lang: str, text: str) -> None:
    assert [a.country for a in read(lang, text)[-1].whom] == ["DE"]


def test_there_is_the_place_told_of_last() -> None:
    visit = read("fr", "Emmanuel Macron a été invité à Alger. Il s'y rendra en mai.")[-1]
    assert (visit.standing, [p.name for p in visit.where]) == ("planned", ["Alger"])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Macron met reporters in Paris."),
        ("fr", "Emmanuel Macron a rencontré des étudiants."),
        ("ru", "Токаев встретился с журналистами."),
    ],
)
def test_reporters_and_students_make_no_diplomacy(lang: str, text: str) -> None:
    assert read(lang, text) == ()


def test_who_tells_of_a_meeting_in_its_relative_clause_tells_no_more() -> None:
    text = "Жапаров встретился с Рубио, с которым, как утверждает агентство, обсудил уран."
    assert read("ru", text)[0].attribution == ()


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("en", "Trump mistakenly said that Modi had visited Islamabad.", "not_happened"),
        ("en", "Little evidence has surfaced that Iran sent missiles to Russia.", "possible"),
        ("en", "In the novel, the president of France travels to Moscow.", "possible"),
        ("en", "Vance's trip to Tbilisi fell victim to the shutdown.", "cancelled"),
        ("en", "The EU all but imposed sanctions on Georgia.", "not_happened"),
        ("en", "According to a false report, Germany had recalled its ambassador.", "possible"),
        (
            "en",
            "The alleged letter from Macron to Putin turned out to be a forgery.",
            "not_happened",
        ),
        ("en", "The minister joked that Macron had flown to Greenland.", "possible"),
        ("fr", "Trump a affirmé à tort que Modi s'était rendu à Islamabad.", "not_happened"),
        ("fr", "À en croire le journal, l'Iran a livré des missiles à la Russie.", "possible"),
        ("fr", "Selon toute vraisemblance, Xi Jinping s'est rendu à Riga.", "possible"),
        ("fr", "Il s'en est fallu de peu que Paris rappelle son ambassadeur.", "not_happened"),
        ("fr", "La visite de Vance à Tbilissi est tombée à l'eau.", "cancelled"),
        ("ru", "Трамп ошибочно заявил, что Моди посетил Исламабад.", "not_happened"),
        ("ru", "Говорят, что Алиев тайно летал в Тель-Авив.", "possible"),
        ("ru", "Если верить газете, Зеленский встретился с Орбаном.", "possible"),
        ("ru", "Ничто не указывает на то, что Лавров встречался с Рубио.", "possible"),
        ("ru", "Договор между Чили и Перу остался неподписанным.", "not_happened"),
        ("ru", "Был ли Вэнс в Тбилиси, в посольстве не уточнили.", "possible"),
    ],
)
def test_what_is_said_to_be_wrong_or_doubtful_is_no_fact(
    lang: str, text: str, standing: str
) -> None:
    assert [r.standing for r in read(lang, text)] == [standing]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "C'est Blinken, et non Rubio, qui s'est rendu à Tachkent."),
        ("ru", "Ташкент посетил Блинкен, а не Рубио."),
    ],
)
def test_who_is_excepted_was_not_there_and_no_town_visits(lang: str, text: str) -> None:
    told = read(lang, text)
    assert [[a.name for a in r.who] for r in told] == [["Antony John Blinken"]]
    assert [len(r.where) for r in told] == [1]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Macron called Putin. The two men last met in Riga in 2019."),
        ("fr", "Macron a appelé Poutine. Les deux hommes s'étaient rencontrés en 2019 à Riga."),
    ],
)
def test_the_two_men_are_those_of_the_call_before(lang: str, text: str) -> None:
    met = next(r for r in read(lang, text) if r.kind == "meeting")
    assert {a.country for a in (*met.who, *met.whom)} == {"FR", "RU"}


def test_he_in_the_second_clause_is_the_subject_of_the_first() -> None:
    text = "Emmanuel Macron a reçu le Premier ministre Nawaf Salam, et il se rendra à Beyrouth."
    visit = next(r for r in read("fr", text) if r.kind == "visit")
    assert (visit.standing, visit.who[0].country) == ("planned", "FR")


def test_whom_a_second_verb_asks_is_not_its_subject() -> None:
    text = "The Estonian minister phoned his Indian counterpart and asked India to mediate."
    asked = next(r for r in read("en", text) if r.kind == "statement")
    assert ([a.country for a in asked.who], [a.country for a in asked.whom]) == (["EE"], ["IN"])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "« Nous irons loin », a déclaré lundi le président polonais Andrzej Duda.\n\n"
         "Le chef de l'État s'est rendu en Arménie."),
        ("en", "“We shall go far”, said Poland's president Andrzej Duda.\n\n"
         "The president travelled to Armenia."),
    ],
)  # fmt: skip
def test_a_title_that_begins_a_paragraph_means_who_was_told_of_before(lang: str, text: str) -> None:
    went = next(r for r in read(lang, text) if r.kind == "visit")
    assert [a.name for a in went.who] == ["Andrzej Duda"]


def read_parties(lang: str, text: str, kind: str) -> list[tuple[set[str], set[str]]]:
    """Who and whom of each report of one kind, by the names' last words."""
    reports = read_text(text, lang=lang, published=DAY).reports
    return [
        ({a.name.split()[-1] for a in r.who}, {a.name.split()[-1] for a in r.whom})
        for r in reports
        if r.kind == kind
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Kagame and Tshisekedi met in Doha.\n\nThe EU sanctioned Rwanda. Germany suspended aid "
            "to Kigali.\n\nBoulos telephoned both leaders.",
        ),
        (
            "fr",
            "Paul Kagame et Félix Tshisekedi se sont rencontrés à Doha.\n\nL'UE a sanctionné le "
            "Rwanda. L'Allemagne a suspendu son aide à Kigali.\n\n"
            "Boulos a téléphoné aux deux dirigeants.",
        ),
    ],
)
def test_both_leaders_are_people_wherever_they_were_told_of(lang: str, text: str) -> None:
    assert read_parties(lang, text, "call")[-1][1] == {"Kagame", "Tshisekedi"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Macron met Erdogan.\n\nScholz visited Poland. The two leaders discussed Gaza.",
        ),
        (
            "fr",
            "Macron a reçu Erdogan.\n\nScholz s'est rendu en Pologne. Les deux dirigeants ont "
            "évoqué Gaza.",
        ),
        (
            "en",
            "Macron met Erdogan.\n\nMerz received Tusk.\n\nThe two leaders will meet again in May.",
        ),
    ],
)
def test_both_leaders_are_nobody_where_several_may_be_meant(lang: str, text: str) -> None:
    who, _ = read_parties(lang, text, "meeting")[-1]
    assert not who & {"Macron", "Erdoğan", "Merz", "Tusk"}


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "President Nawrocki arrived in Berlin.\n\nHe met Friedrich Merz.", ["PL"]),
        ("de", "Präsident Nawrocki kam nach Berlin.\n\nEr traf dort Friedrich Merz.", ["PL"]),
        ("fr", "Le président Nawrocki s'est rendu à Berlin.\n\nIl a rencontré Merz.", ["PL"]),
        ("ru", "Президент Навроцкий прибыл в Берлин.\n\nОн встретился с Мерцем.", ["PL"]),
        ("en", "Nawrocki arrived in Berlin, Merz's office said.\n\nHe met Wadephul.", ["PL"]),
        ("en", "Nawrocki arrived in Berlin, Radoslaw Sikorski said.\n\nHe met Merz.", []),
        ("de", "Präsidentin Sandu kam nach Berlin.\n\nEr traf dort Friedrich Merz.", []),
    ],
)
def test_he_at_the_head_of_a_paragraph_is_the_only_one_named_before(
    lang: str, text: str, who: list[str]
) -> None:
    met = next(r for r in read(lang, text) if r.kind == "meeting")
    assert [a.country for a in met.who] == who


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "President Macron met Prime Minister Tusk and invited him to Nice."),
        ("en", "President Macron met Prime Minister Tusk. He invited him to Nice."),
        ("de", "Präsident Macron traf Ministerpräsident Tusk. Er lud ihn nach Nizza ein."),
        ("ru", "Макрон встретился с Туском. Он пригласил его в Ниццу."),
    ],
)
def test_who_invites_him_is_not_the_one_invited(lang: str, text: str) -> None:
    bid = next(r for r in read(lang, text) if r.kind == "invitation")
    assert ([a.country for a in bid.who], [a.country for a in bid.whom]) == (["FR"], ["PL"])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Wang Yi will visit Chile in May, Beijing said. Chile confirmed the trip was off."),
        (
            "ru",
            "Ван И отменил визит в Чили, сообщил Пекин. Чили подтвердило, что визит не состоится.",
        ),
    ],
)
def test_that_it_will_not_be_is_confirmed_of_what_was_told(lang: str, text: str) -> None:
    told = read(lang, text)[-1]
    assert told.standing in {"cancelled", "not_happened"}
    assert [(s.country, s.type) for s in told.attribution] == [("CL", "participant")]


def test_that_it_takes_place_is_confirmed_of_a_plan() -> None:
    text = "Wang Yi wird im Mai Chile besuchen. Chiles Regierung bestätigte, dass der Besuch {}."
    standings = [read("de", text.format(v))[-1].standing for v in ("stattfindet", "stattfand")]
    assert standings == ["planned", "happened"]


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        (
            "en",
            "Modi met Xi, the Indian foreign ministry said.\n\nChina will give India aid, it said.",
            "Indian foreign ministry",
        ),
        (
            "fr",
            "Macron s'est rendu à Berlin et s'est entretenu avec Merz, selon un communiqué commun.",
            "communiqué commun",
        ),
        ("de", "Macron empfängt am Montag Tusk, wie dessen Sprecher sagte.", "Donald Tusk"),
    ],
)
def test_a_source_speaks_on(lang: str, text: str, source: str) -> None:
    assert all(source in str([s.name for s in r.attribution]) for r in read(lang, text))


def test_a_spokesman_is_not_it() -> None:
    told = read("en", "Modi met Xi, a spokesman said.\n\nChina will give India aid, it said.")
    assert told[-1].attribution == ()


def test_what_has_a_finite_verb_and_no_relative_pronoun_is_said():
    text = (
        "Le conseiller du président brésilien, Celso Amorim, s'est rendu mercredi à Caracas, a "
        "annoncé le gouvernement brésilien.\n\nLes États-Unis verseront 25 millions de dollars."
    )
    told = read("fr", text)[0]
    assert (told.kind, told.standing) == ("visit", "happened")
    assert [s.country for s in told.attribution] == ["BR"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Prime Minister Orpo met Støre. The ministers of the two countries signed a pact."),
        (
            "fr",
            "Le Premier ministre Orpo a rencontré Macron. Les ministres des deux pays ont signé.",
        ),
        (
            "de",
            "Außenminister Barrot traf Orpo. Die Minister beider Länder unterschrieben den Pakt.",
        ),
    ],
)
def test_the_ministers_of_two_countries_are_nobody_named_before(lang: str, text: str) -> None:
    signed = [r for r in read(lang, text) if r.kind == "agreement"]
    assert all(a.id is None for r in signed for a in r.who)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Orpo met Støre in Oslo.\n\nA memorandum on trade was signed after the talks."),
        ("de", "Orpo traf Støre in Oslo.\n\nEin Abkommen wurde nach dem Treffen unterzeichnet."),
        ("fr", "Orpo a rencontré Støre.\n\nUn accord a été signé à l'issue de la rencontre."),
        ("ru", "Орпо встретился со Стёре.\n\nПо итогам встречи подписан меморандум."),
    ],
)
def test_what_was_signed_after_the_talks_they_signed_who_talked(lang: str, text: str) -> None:
    signed = [r for r in read(lang, text) if r.kind == "agreement"]
    assert [{a.country for a in r.who} for r in signed] == [{"FI", "NO"}]


def test_nobody_told_of_signs_after_talks_of_others() -> None:
    told = read("en", "Orpo met Støre in Oslo.\n\nA treaty was signed after talks with Japan.")
    assert not [r for r in told if r.kind == "agreement" and r.who]


def test_a_state_in_s_owns_the_title_behind_it() -> None:
    words = "Estlands Staatschef Alar Karis hat den Präsidenten Karol Nawrocki eingeladen."
    told = read("de", f"Riga - {words} Das sagte sein Sprecher am Donnerstag in Tallinn.")
    assert [a.name for r in told if r.kind == "invitation" for a in r.who] == ["Alar Karis"]


def test_an_interview_is_no_meeting() -> None:
    given = "lors d'un entretien accordé au journal Le Monde."
    assert not read("fr", f"« Non », a affirmé le ministre polonais Radosław Sikorski {given}")
    told = read("fr", "Au cours d'un entretien avec le journal Le Monde, Macron a tout nié.")
    assert "meeting" not in [r.kind for r in told]


def test_both_countries_are_no_single_one_that_spoke_last() -> None:
    met = "Brasiliens Präsident Luiz Inácio Lula da Silva traf in Hanoi Luong Cuong."
    told = read(
        "de", f"{met} Das sagte Brasilien.\n\nDie beiden Länder unterzeichneten einen Plan."
    )
    signed = [r for r in told if r.kind == "agreement"]
    assert [a.country for r in signed for a in r.who] != ["BR"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ruto cancelled his trip to Oslo, his office said. Duale will go to Oslo instead."),
        (
            "de",
            "Präsident Ruto hat seine Reise nach Oslo abgesagt, teilte sein Büro mit. "
            "An seiner Stelle wird Minister Duale nach Oslo reisen.",
        ),
        (
            "fr",
            "Le président Ruto a annulé sa visite à Oslo, a annoncé son cabinet. "
            "Le ministre Duale se rendra à Oslo à sa place.",
        ),
        (
            "ru",
            "Президент Руто отменил поездку в Осло, сообщила его администрация. "
            "Вместо него в Осло прибудет министр Дуале.",
        ),
    ],
)
def test_who_goes_instead_is_told_by_who_called_the_trip_off(lang: str, text: str) -> None:
    off, instead = read(lang, text)
    assert (
        [s.country for s in instead.attribution] == [s.country for s in off.attribution] == ["KE"]
    )


def test_what_was_done_instead_is_the_newspaper_s_own_word() -> None:
    told = read("en", "Ruto cancelled his trip to Oslo, his office said. Duale went instead.")
    assert [r.attribution for r in told[1:]] in ([], [()])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lavrov will visit Tunis. The ministry was not aware of any such visit."),
        ("en", "The Kremlin said it had no information about a visit by Merz to Tunis."),
        ("de", "Dem Auswärtigen Amt ist von einem Besuch Lawrows in Tunis nichts bekannt."),
        ("de", "Ein Treffen zwischen Merz und Orbán ist der Regierung nicht bekannt."),
        ("fr", "L'Élysée n'est pas au courant d'une visite de Lavrov à Tunis."),
        ("ru", "В МИД заявили, что о визите Лаврова в Тунис им ничего не известно."),
    ],
)
def test_who_knows_of_nothing_denies_nothing(lang: str, text: str) -> None:
    told = read(lang, text)[-1]
    assert told.standing == "possible"
    assert any(step.name.endswith("+silence") for step in told.chain)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Es wird der erste Besuch seit der Reise von John Kerry nach Rom im Jahr 2015."),
        ("en", "It will be the first trip since John Kerry's visit to Bishkek in 2015."),
        ("fr", "Il sera le premier depuis la visite de John Kerry à Bichkek en 2015."),
        ("ru", "Поездка станет первой после визита Джона Керри в Бишкек в 2015 году."),
    ],
)
def test_what_a_plan_is_counted_from_has_happened(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text) if r.when == "2015"] == ["happened"]


def test_the_visit_of_a_sentence_is_the_one_it_has_just_told_of() -> None:
    told = read(
        "en",
        "Clinton went to Dushanbe in 2011. Kallas is expected to go to Astana on Friday, although "
        "Kazakhstan's foreign ministry has yet to confirm the visit.",
    )
    assert [a.name for a in told[-1].who] == ["Kaja Kallas"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Poland expelled two diplomats of Belarus, the embassy in Warsaw said."),
        (
            "de",
            "Polen wies zwei belarussische Diplomaten aus, teilte die Botschaft in Warschau mit.",
        ),
        ("fr", "La Pologne a expulsé deux diplomates biélorusses, a dit l'ambassade à Varsovie."),
        ("ru", "Польша выслала белорусских дипломатов, заявило посольство Белоруссии в Варшаве."),
        ("ru", "Польша выслала белорусских дипломатов, заявило посольство в Варшаве."),
    ],
)
def test_an_embassy_is_of_another_state_than_that_in_which_it_stands(lang: str, text: str) -> None:
    told = next(r for r in read(lang, text) if r.kind == "relations")
    assert [s.country for s in told.attribution] == ["BY"]


def test_the_surname_of_a_headline_is_whom_the_text_names_in_full() -> None:
    document = read_text(
        "Жапаров провёл переговоры с Мирзиёевым в Ташкенте\n\nТАШКЕНТ, 10 марта. Президент "
        "Киргизии Садыр Жапаров прибыл в пятницу в Ташкент с официальным визитом.",
        lang="ru",
        published="2023-03-10",
    )
    assert {a.name for a in document.reports[0].who} == {"Sadyr Japarov"}


def test_a_first_name_before_a_name_that_is_also_a_title_is_nobody_known() -> None:
    told = read("ru", "Король Малайзии Абдулла Шах прибыл в Ханой.")
    assert [(a.name, a.id) for a in told[0].who] == [("Абдулла Шах", None)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Latvia's President Rinkevics flew to Oslo. The Latvian leader met Støre."),
        ("fr", "Le président letton Rinkevics est venu. Le dirigeant letton a rencontré Støre."),
        ("ru", "Президент Латвии Ринкевич прилетел в Осло. Латвийский лидер встретил Стёре."),
        ("ru", "Ринкевич прилетел в Осло. Латвийский президент встретил Стёре."),
    ],
)
def test_the_leader_of_a_state_is_the_one_named_before(lang: str, text: str) -> None:
    met = [r for r in read(lang, text) if r.kind == "meeting"][-1]
    assert [a.name for a in met.who if a.country == "LV"] == ["Edgars Rinkēvičs"]


def test_the_minister_of_a_state_is_the_one_named_before() -> None:
    text = "Außenministerin Baiba Braže kam nach Oslo. Die lettische Ministerin traf Støre."
    met = [r for r in read("de", text) if r.kind == "meeting"][-1]
    assert [a.name for a in met.who if a.country == "LV"] == ["Baiba Braže"]


@pytest.mark.parametrize(
    "text",
    [
        "Latvia's minister Baiba Braze flew to Oslo. The Latvian leader met Støre.",
        "Rinkevics flew to Oslo. A Latvian minister met Støre.",
        "Rinkevics and Siliņa flew to Oslo. The Latvian leader met Støre.",
    ],
)
def test_one_who_may_be_another_is_nobody_named_before(text: str) -> None:
    met = [r for r in read("en", text) if r.kind == "meeting"][-1]
    assert [a.id for a in met.who if a.country == "LV"] == [None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Президент Латвии Эдгар Ринкевич прилетел в Осло. Президент встретил Стёре.", "LV"),
        ("Ринкевич прилетел в Осло. Глава государства встретил Стёре.", "LV"),
        ("Глава МИД Латвии Байба Браже прилетела в Осло. Министр встретила Стёре.", "LV"),
        ("Ринкевич прилетел в Осло. Новый министр встретил Стёре.", None),
        ("Ринкевич прилетел в Осло. Министры встретили Стёре.", None),
    ],
)
def test_a_title_alone_means_who_was_named_with_it(text: str, who: str | None) -> None:
    met = [r for r in read("ru", text) if r.kind == "meeting"][-1]
    assert [a.country for a in met.who if a.country != "NO"] in (
        [who],
        [] if who is None else [who],
    )


def test_whoever_acts_is_not_the_one_he_invites() -> None:
    text = "Никол Пашинян встретил канцлера Мерца. Пашинян пригласил канцлера в Ереван."
    invited = next(r for r in read("ru", text) if r.kind == "invitation")
    assert [a.country for a in invited.whom] == ["DE"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Tusk reist nach Riga. Geplant sind Gespräche mit Präsident Rinkēvičs."),
        ("de", "Tusk reist nach Riga. Auf dem Programm stehen Gespräche mit Edgars Rinkēvičs."),
        ("ru", "Туск посетит Ригу. Запланированы переговоры с президентом Ринкевичем."),
        ("en", "Tusk will visit Riga. Talks with President Edgars Rinkevics are planned."),
        ("fr", "Tusk se rendra à Riga. Des entretiens avec le président Rinkevics sont prévus."),
    ],
)
def test_planned_talks_are_those_of_whom_the_text_is_about(lang: str, text: str) -> None:
    talks = next(r for r in read(lang, text) if r.kind == "meeting")
    assert talks.standing == "planned"
    assert [a.country for a in (*talks.who, *talks.whom)] == ["PL", "LV"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Polen rief seinen Botschafter aus Riga zurück. Warschau bestätigte den Schritt."),
        ("en", "Poland recalled its ambassador from Riga. Warsaw confirmed the move."),
        ("fr", "La Pologne a rappelé son ambassadeur à Riga. Varsovie a confirmé la décision."),
        ("ru", "Польша отозвала посла из Риги. В Варшаве подтвердили этот шаг."),
    ],
)
def test_who_confirms_the_step_vouches_for_it(lang: str, text: str) -> None:
    assert [s.type for s in read(lang, text)[0].attribution] == ["participant"]


def test_a_treaty_signed_during_a_visit_is_that_of_those_who_met_on_it() -> None:
    text = (
        "Президент Польши Дуда принял президента Латвии Ринкевича, прибывшего в Варшаву "
        "с визитом.\n\nВ рамках визита было подписано соглашение о торговле."
    )
    signed = next(r for r in read("ru", text) if r.kind == "agreement")
    assert [a.country for a in signed.who] == ["PL", "LV"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "de",
            "Polen verlängerte die Grenzkontrollen zu Litauen. Vilnius kritisierte den Schritt.",
        ),
        ("en", "Poland imposed sanctions on Lithuania. Vilnius criticised the move."),
        ("fr", "La Pologne a imposé des sanctions à la Lituanie. Vilnius a critiqué cette mesure."),
        ("ru", "Польша ввела санкции против Литвы. Вильнюс раскритиковал это решение."),
    ],
)
def test_who_criticises_the_step_criticises_whose_it_was(lang: str, text: str) -> None:
    said = next(r for r in read(lang, text) if r.kind == "statement")
    assert [a.country for a in (*said.who, *said.whom)] == ["LT", "PL"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Nach der Abschiebung von 20 Männern nach Kabul reiste Minister Wadephul ab."),
        ("ru", "После депортации 20 мужчин в Кабул министр Вадефуль уехал."),
    ],
)
def test_who_leaves_after_a_deed_has_not_done_it(lang: str, text: str) -> None:
    assert not [a for r in read(lang, text) if r.kind == "cooperation" for a in r.who]


def test_both_countries_are_the_only_two_of_the_text() -> None:
    text = (
        "Präsident Duda reiste am Montag nach Riga.\n\n„Gut so“, sagte Duda. „Polen freut sich.“ "
        "Beide Länder unterzeichneten ein neues Fischereiabkommen."
    )
    signed = next(r for r in read("de", text) if r.kind == "agreement")
    assert sorted(a.country or "" for a in signed.who) == ["LV", "PL"]


def test_a_new_agreement_is_about_what_its_noun_says() -> None:
    told = read("de", "Polen und Litauen unterzeichneten ein neues Fischereiabkommen.")
    assert [r.about for r in told] == ["fischerei"]


def test_who_talks_and_then_signs_are_the_same() -> None:
    text = "Дуда и Ринкевич провели переговоры, по итогам которых подписали меморандум."
    signed = next(r for r in read("ru", text) if r.kind == "agreement")
    assert sorted(a.country or "" for a in signed.who) == ["LV", "PL"]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("ru", "Польша и Литва заключили договор о поставках газа Латвии.", "cooperation"),
        ("en", "Poland and Lithuania signed an agreement on the lifting of visas.", "measure"),
        ("de", "Polen und Litauen schlossen ein Abkommen über die Aufhebung der Zölle.", "measure"),
    ],
)
def test_what_is_agreed_is_still_ahead(lang: str, text: str, kind: str) -> None:
    assert {r.standing for r in read(lang, text) if r.kind == kind} <= {"planned"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Tusk reiste nach Riga. Präsident Rinkēvičs empfing den Gast am Montag."),
        ("ru", "Туск прилетел в Ригу. Президент Латвии Ринкевич встретился с гостем."),
    ],
)
def test_the_guest_is_who_came_from_abroad(lang: str, text: str) -> None:
    met = next(r for r in read(lang, text) if r.kind == "meeting")
    assert [a.name for a in met.whom] == ["Donald Tusk"]


def test_the_ministry_is_the_one_named_before() -> None:
    text = "МИД Польши вызвал посла Литвы. В ведомстве потребовали от Вильнюса извинений."
    asked = next(r for r in read("ru", text) if r.kind == "statement")
    assert [a.country for a in asked.who] == ["PL"]


def test_who_signs_on_a_side_is_of_its_state() -> None:
    text = "С литовской стороны документ подписала министр финансов Мария Паулюс."
    assert [a.country for a in read("ru", text)[0].who] == ["LT"]


def test_a_name_in_s_owns_the_office_that_speaks() -> None:
    text = "Malta sagte Tunesien ein Patrouillenboot zu, teilte Abelas Büro mit."
    assert [s.name for s in read("de", text)[0].attribution] == ["Abelas Büro"]


def test_who_announces_the_visit_does_not_make_it() -> None:
    text = "Tusk besucht am Freitag Riga. Den Besuch kündigte ein Sprecher der Regierung an."
    assert {a.name for r in read("de", text) for a in r.who} == {"Donald Tusk"}


def test_a_minister_met_abroad_is_none_of_where_the_text_was_filed() -> None:
    text = (
        "Warschau (xy) - Tusk fliegt am Freitag nach Litauen weiter. Dort ist ein Treffen mit "
        "Außenminister Jonas Petraitis vorgesehen."
    )
    met = next(r for r in read("de", text) if r.kind == "meeting")
    assert "PL" not in [a.country for a in met.whom]
    assert [p.country for p in met.where] == ["LT"]


@pytest.mark.parametrize(
    ("text", "lifts"),
    [
        ("Польша открыла пограничный переход с Литвой.", True),
        ("Польша закрыла пограничный переход с Литвой.", False),
    ],
)
def test_what_opens_is_lifted(text: str, lifts: bool) -> None:
    assert [r.rule.endswith(".lift") for r in read("ru", text)] == [lifts]
