"""Constructions: a participant that a verb leaves out, a phrase that makes a talk a call."""

import pytest

from registan.checker import read_text
from registan.model import Report

DAY = "2025-03-10"


def read(lang: str, text: str) -> tuple[Report, ...]:
    return read_text(text, lang=lang, published=DAY).reports


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Foreign Minister Sergei Lavrov came to Ankara and was received by President Erdogan.",
        ),
        (
            "de",
            "Außenminister Lawrow reiste nach Ankara und wurde von Präsident Erdogan empfangen.",
        ),
        (
            "fr",
            "Le ministre Lavrov est arrivé à Ankara et a été reçu par le président Erdogan.",
        ),
    ],
)
def test_who_was_received_stands_before_the_first_verb(lang: str, text: str) -> None:
    met = next(r for r in read(lang, text) if r.kind == "meeting")
    assert {a.country for a in (*met.who, *met.whom)} == {"RU", "TR"}


def test_what_is_discussed_in_a_phone_call_is_a_call_and_no_meeting() -> None:
    text = "Emmanuel Macron and Gabriel Boric discussed lithium in a phone call on Thursday."
    assert [(r.kind, r.standing) for r in read("en", text)] == [("call", "happened")]


def test_a_call_that_is_discussed_is_only_possible() -> None:
    text = "Macron and Boric discussed a phone call between Trump and Putin."
    calls = [r.standing for r in read("en", text) if r.kind == "call"]
    assert calls == ["possible"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Barrot a rencontré Ahmed Attaf. Il neige. Les deux ministres ont signé un accord."),
        ("ru", "Лавров встретился в Анкаре с Хаканом Фиданом. Министры подписали соглашение."),
    ],
)
def test_the_two_are_those_who_were_named_before(lang: str, text: str) -> None:
    signed = next(r for r in read(lang, text) if r.kind == "agreement")
    assert len([a for a in (*signed.who, *signed.whom) if a.id]) == 2


def test_other_ministers_are_not_the_two_before() -> None:
    text = "Лавров встретился в Анкаре с Фиданом. Министры обороны подписали соглашение."
    signed = next(r for r in read("ru", text) if r.kind == "agreement")
    assert not any(a.id for a in (*signed.who, *signed.whom))


def test_a_speaker_does_not_say_what_a_clause_about_him_tells() -> None:
    text = '"We are patient," said President William Ruto, who had met Emmanuel Macron in Nairobi.'
    met = next(r for r in read("en", text) if r.kind == "meeting")
    assert met.attribution == ()


def test_an_agreement_inside_of_an_agreement_is_no_second_one() -> None:
    text = "Chad and Sudan signed a ceasefire monitoring agreement in Doha."
    assert [r.kind for r in read("en", text)] == ["agreement"]


def test_a_trade_agreement_is_about_trade() -> None:
    text = "Chad and Sudan signed a trade agreement in Doha."
    assert [r.about for r in read("en", text)] == ["trade"]


def test_a_city_is_where_and_not_with_whom() -> None:
    text = "Le Tchad et le Soudan ont conclu à Nairobi un accord sur le port de Berbera."
    (signed,) = read("fr", text)
    assert (signed.whom, [p.name for p in signed.where]) == ((), ["Nairobi"])


def test_he_is_the_head_of_state_who_was_named_before() -> None:
    text = (
        "Le président Andrzej Duda a parlé lundi. Le chef de l'État pourrait se rendre en Arménie. "
        "Il s'est entretenu par téléphone avec Nikol Pachinian."
    )
    call = next(r for r in read("fr", text) if r.kind == "call")
    assert len([a for a in (*call.who, *call.whom) if a.id]) == 2


@pytest.mark.parametrize(
    ("lang", "text", "state"),
    [
        ("de", "Merz reist nach Georgien. Das teilte das Außenministerium in Tiflis mit.", "GE"),
        ("de", "Merz traf Vučić. Das teilte das serbische Außenministerium mit.", "RS"),
        ("de", "Merz hat Vučić getroffen, teilte die serbische Regierung mit.", "RS"),
        ("fr", "Modi a reporté sa visite en France, a fait savoir la présidence française.", "FR"),
        (
            "en",
            "President Kassym-Jomart Tokayev met Sadyr Japarov, Kazakh officials said.",
            "KZ",
        ),
    ],
)
def test_who_says_so_has_its_state(lang: str, text: str, state: str) -> None:
    told = read(lang, text)[0]
    assert [s.country for s in told.attribution] == [state]


def test_a_name_behind_a_title_is_not_its_present_holder() -> None:
    text = "Secretary of State for Foreign Affairs Diego Moran travelled to Algiers on Wednesday."
    (visit,) = read("en", text)
    assert [(a.id, a.name) for a in visit.who] == [(None, "Diego Moran")]


CONSTRUCTIONS = [
    # a condition whose auxiliary stands before the subject, and what would have been
    ("en", "Had Chad recognised Kosovo, Serbia would have protested.", "relations", "not_happened"),
    ("en", "President Xi would have flown to Rome had he been asked.", "visit", "not_happened"),
    ("en", "Were Oman to recognise Kosovo, Serbia would protest.", "relations", "possible"),
    ("en", "It is far from certain that Modi will visit Dhaka.", "visit", "possible"),
    ("ru", "Встречи Путина с Зеленским в мае не будет, заявил Песков.", "meeting", "not_happened"),
    ("ru", "Представители Судана не явились на переговоры в Женеве.", "meeting", "not_happened"),
    # what is not commented on stays open
    ("ru", "Кремль не комментирует сообщения о визите Путина в Тегеран.", "visit", "possible"),
    ("en", "The minister declined to confirm that Putin had visited Minsk.", "visit", "possible"),
    ("en", "Cuba accused the U.S. of having blocked a shipment of oil.", "measure", "possible"),
    # the adjective before the noun is part of it
    ("en", "The Emir of Qatar has postponed a state visit to Sweden.", "visit", "cancelled"),
    # what hangs on an adverb that belongs to the verb
    ("en", "Norway stopped short of criticising Ethiopia.", "statement", "not_happened"),
    ("en", "The chancellor discussed tariffs with President Duda.", "meeting", "happened"),
    ("ru", "Посол Чехии был вызван в сербский МИД.", "relations", "happened"),
    ("ru", "Решение Анкары вызвало протест Афин.", "statement", "happened"),
    ("ru", "Польша была против санкций.", "statement", "happened"),
]


@pytest.mark.parametrize(("lang", "text", "kind", "standing"), CONSTRUCTIONS)
def test_a_construction_has_its_standing(lang: str, text: str, kind: str, standing: str) -> None:
    assert (kind, standing) in [(r.kind, r.standing) for r in read(lang, text)]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Canada has recalled its ambassador to Myanmar for consultations.", "meeting"),
        ("en", "Two officials briefed on the talks said Oman may visit Iran.", "meeting"),
        ("en", "The president of Chad insisted that the war in Sudan was over.", "statement"),
        ("en", "The Finnish president expects rain in Tallinn.", "visit"),
        ("en", "European capitals are losing patience with Iran.", "statement"),
    ],
)
def test_what_only_looks_like_an_event_is_none(lang: str, text: str, kind: str) -> None:
    assert kind not in [r.kind for r in read(lang, text)]


def test_of_whom_a_protest_is_and_against_whom() -> None:
    (protest,) = read("ru", "Решение Анкары вызвало критику со стороны Афин.")
    assert ([a.country for a in protest.who], [a.country for a in protest.whom]) == (["GR"], ["TR"])


def test_its_minister_is_of_the_state_before_and_no_other_person() -> None:
    text = "Ecuador will not host the vice president of Chad, its foreign minister said."
    told = read("en", text)[0]
    assert [(s.country, s.type) for s in told.attribution] == [("EC", "participant")]


def test_a_ministry_confirms_the_talks_that_were_told_of_before() -> None:
    text = (
        "Serbian Foreign Minister Dragan Velimirovic met his Albanian counterpart Arben Hoxhaj in "
        "Ohrid on Thursday.\n\nAlbania's foreign ministry confirmed the talks."
    )
    first, second = read("en", text)
    assert [a.name for a in (*second.who, *second.whom)] == [
        a.name for a in (*first.who, *first.whom)
    ]
    assert [(s.type, s.country) for s in second.attribution] == [("participant", "AL")]


def test_a_newspaper_of_a_state_is_media() -> None:
    text = "President Rinkēvičs may visit Germany, the German newspaper Hanse reported on Monday."
    (visit,) = read("en", text)
    assert {s.type for s in visit.attribution} == {"media"}


def test_who_denies_something_else_is_no_source_of_the_clause_before() -> None:
    text = "Erdogan phoned Putin, the Kremlin said; Ankara denied that exports had been discussed."
    (call,) = [r for r in read("en", text) if r.kind == "call"]
    assert [source.name for source in call.attribution] == ["Kremlin"]


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("en", "Macron will travel to Warsaw on Friday. Warsaw confirmed the visit.", "planned"),
        ("de", "Macron reist am Freitag nach Warschau. Warschau bestätigte den Besuch.", "planned"),
        ("fr", "Macron se rendra à Varsovie vendredi. Varsovie a confirmé la visite.", "planned"),
        ("ru", "Макрон посетит Варшаву в пятницу. Варшава подтвердила визит.", "planned"),
        (
            "en",
            "Macron put off his visit to Poland. Minister Sikorski confirmed the postponement of"
            " the trip.",
            "cancelled",
        ),
        (
            "de",
            "Macron hat seine Reise nach Polen verschoben. Minister Sikorski bestätigte die"
            " Verschiebung des Besuchs.",
            "cancelled",
        ),
    ],
)
def test_what_is_confirmed_is_the_visit_told_of_before(lang: str, text: str, standing: str) -> None:
    told = [r for r in read(lang, text) if r.kind == "visit"]
    assert [r.who[0].id for r in told] == ["Q3052772"] * 2
    assert [w.country for r in told for w in r.where] == ["PL"] * 2
    assert [r.standing for r in told] == [standing] * 2
    assert [s.country for s in told[1].attribution] == ["PL"]


def test_both_who_confirm_the_signing_are_its_source_and_no_parties() -> None:
    text = "Ethiopia and Italy signed an agreement. Both governments confirmed the signing."
    signed, confirmed = read("en", text)
    assert confirmed.kind == signed.kind == "agreement"
    assert {a.country for a in confirmed.who} == {"ET", "IT"}
    assert [s.name for s in confirmed.attribution] == ["Both governments"]


def test_who_talks_of_a_dialogue_in_a_call_did_call() -> None:
    text = "Støre discussed the dialogue with Kosovo in a telephone call with Aleksandar Vucic."
    assert [r.standing for r in read("en", text) if r.kind == "call"] == ["happened"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Every Secretary of State since 1991 went to Kazakhstan."),
        ("en", "Every US president since Truman has visited Japan."),
        ("fr", "Chaque président américain s'est rendu au Japon."),
        ("ru", "Каждый президент США посещал Японию."),
    ],
)
def test_what_all_of_an_office_did_is_a_claim_and_no_event(lang: str, text: str) -> None:
    assert not read(lang, text)


def test_nobody_is_visited_where_countries_are_counted() -> None:
    [visit] = read("en", "Hillary Clinton visited 112 countries as secretary of state.")
    assert not visit.whom


def test_a_visit_that_was_not_has_no_date_of_the_one_before() -> None:
    text = "No US secretary of state has visited Tajikistan since James Baker in 1992."
    assert [r.when for r in read("en", text)] == [None]


def test_a_note_of_protest_is_one_event() -> None:
    kinds = [r.kind for r in read("ru", "Польша вручила китайскому послу ноту протеста.")]
    assert kinds == ["message"]


@pytest.mark.parametrize(
    "text",
    [
        "La commune a donné son accord à la nouvelle piscine.",
        "Le ministre polonais a signé une lettre de trois pages.",
        "Les patients polonais ont reçu une seule administration du vaccin.",
        "Les Kényans sont appelés aux urnes en août.",
        "Deux alpinistes rêvent des sommets de l'Himalaya.",
    ],
)
def test_french_words_that_only_sound_diplomatic(text: str) -> None:
    assert not read("fr", text)


def test_whose_spokesman_somebody_is_does_not_speak() -> None:
    text = "Am Montag hatte Mahamas Sprecher Kwesi Boateng gesagt, Merz werde nach Accra reisen."
    assert [s.name for r in read("de", text) for s in r.attribution] == [
        "Mahamas Sprecher Kwesi Boateng"
    ]


def test_an_adverb_between_article_and_saying_is_an_outlet() -> None:
    (visit,) = read("en", "Macron will travel to Kyiv, the weekly added.")
    assert [(s.name, s.type) for s in visit.attribution] == [("weekly", "media")]


def test_a_read_out_is_a_document() -> None:
    text = "Modi spoke with Takaichi by phone, according to the read-out of the Indian side."
    assert [s.type for r in read("en", text) for s in r.attribution] == ["document"]


def test_a_russian_source_behind_the_verb_tells_of_a_visit_put_off() -> None:
    text = "Визит Стубба в Казахстан перенесён на декабрь, сообщил источник в администрации."
    (visit,) = read("ru", text)
    assert (visit.standing, visit.when) == ("cancelled", None)
    assert [s.type for s in visit.attribution] == ["anonymous"]


def test_a_sum_is_given_and_not_rebuilt() -> None:
    (aid,) = read("ru", "Лиссабон выделит Мозамбику на восстановление 15 миллионов евро.")
    assert (aid.kind, aid.who[0].country, aid.whom[0].country) == ("cooperation", "PT", "MZ")


def test_money_is_nobody() -> None:
    (aid,) = read("de", "Rom sagte 120 Millionen Euro für Straßen in Äthiopien zu.")
    assert (aid.kind, aid.standing, aid.whom) == ("cooperation", "planned", ())


def test_a_given_name_behind_a_form_of_address_is_recalled() -> None:
    text = (
        "Le président Issayas Afewerki a rencontré Giorgia Meloni. Mme Meloni a invité M. Issayas."
    )
    invited = [r for r in read("fr", text) if r.kind == "invitation"]
    assert [a.id for r in invited for a in r.whom] == ["Q57348"]


def test_a_title_is_of_the_gender_of_its_verb() -> None:
    text = "Премьер-министр Италии Джорджа Мелони прибыла в Эфиопию. Её принял Абий Ахмед."
    met = [r for r in read("ru", text) if r.kind == "meeting"]
    assert [a.country for r in met for a in (*r.who, *r.whom)] == ["ET", "IT"]


def test_who_has_the_surname_first_is_recalled_by_it() -> None:
    text = "Südkoreas Präsident Lee Jae-myung ist in Paris. Am 3. März reiste Lee nach Tokio."
    visits = [(r.who[0].id, r.where[0].country) for r in read("de", text)]
    assert visits == [("lee-jae-myung", "FR"), ("lee-jae-myung", "JP")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Merz reist nach Warschau, sagte ein Beamter in Berlin, der anonym bleiben wollte."),
        ("de", "Merz reist nach Warschau, sagte ein Diplomat, der nicht genannt werden wollte."),
        ("fr", "Merz se rendra à Varsovie, a dit un responsable polonais sous couvert d'anonymat."),
        ("ru", "Мерц посетит Варшаву, сообщил польский дипломат на условиях анонимности."),
    ],
)
def test_who_will_not_be_named_is_anonymous(lang: str, text: str) -> None:
    assert [s.type for r in read(lang, text) for s in r.attribution] == ["anonymous"]


@pytest.mark.parametrize(
    ("lang", "text", "sides"),
    [
        ("en", "US-China talks in Geneva ended on Sunday.", {"US", "CN"}),
        ("en", "The Trump-Putin meeting in Anchorage lasted three hours.", {"US", "RU"}),
        ("fr", "Le sommet Chine-Russie s'est tenu à Kazan.", {"CN", "RU"}),
        ("fr", "La rencontre Poutine-Trump a eu lieu en Alaska.", {"US", "RU"}),
        ("ru", "Встреча Путин-Трамп состоялась на Аляске.", {"US", "RU"}),
        ("ru", "Саммит Россия — Индия прошёл в Сочи.", {"RU", "IN"}),
    ],
)
def test_two_names_around_a_dash_are_two_parties(lang: str, text: str, sides: set[str]) -> None:
    met = next(r for r in read(lang, text) if r.kind == "meeting")
    known = {"trump-donald-j": "US", "Q7747": "RU"}
    assert {known.get(a.id or "", a.country) for a in met.who} == sides


def test_a_state_with_a_hyphen_is_one_party() -> None:
    (visit,) = read("en", "The Guinea-Bissau delegation visited Senegal.")
    assert [(a.mention, a.country) for a in visit.who] == [("Guinea-Bissau delegation", "GW")]


def test_the_us_is_no_pronoun() -> None:
    (measure,) = read("en", "The US imposed sanctions on Iran.")
    assert [a.country for a in measure.who] == ["US"]


def test_a_relative_clause_has_its_own_date() -> None:
    text = "Kagame, who met João Lourenço in Luanda in January, rejected the plan."
    assert [r.when for r in read("en", text) if r.kind == "meeting"] == ["2025-01"]


def test_where_somebody_was_in_a_relative_clause_is_a_visit() -> None:
    text = "Rubio, who was in Hanoi last July, met the Vietnamese prime minister."
    visits = [(r.where[0].country, r.when) for r in read("en", text) if r.kind == "visit"]
    assert visits == [("VN", "2024-07")]


def test_what_is_said_of_a_subject_on_the_way_is_not_denied() -> None:
    text = "Kagame, who met João Lourenço in Luanda, has rejected the allegations."
    assert [r.standing for r in read("en", text) if r.kind == "meeting"] == ["happened"]


@pytest.mark.parametrize(
    "text",
    [
        "The envoys will return, Qatar said, days after Kinshasa accused Rwanda of lying.",
        "Kinshasa accused Rwanda of lying in 2016, when Barack Obama announced a reform.",
    ],
)
def test_a_clause_of_time_is_not_what_the_one_beside_it_says(text: str) -> None:
    accused = next(r for r in read("en", text) if r.kind == "statement")
    assert accused.attribution == ()


def test_what_happened_after_a_report_of_a_plan_is_no_plan() -> None:
    text = (
        "Diop est attendu à Alger, a indiqué l'AFP, un an après le rappel des ambassadeurs par "
        "les deux pays."
    )
    assert [r.standing for r in read("fr", text) if r.kind == "relations"] == ["happened"]


def test_an_invitation_that_somebody_would_accept_has_not_been_made() -> None:
    text = "It is unclear whether Tshisekedi would accept an invitation to the White House."
    assert "happened" not in [r.standing for r in read("en", text)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Iranian delegation will return to the Qatari capital."),
        ("fr", "La délégation iranienne est arrivée dans la capitale qatarie."),
        ("ru", "Делегация Ирана прибыла в столицу Катара."),
    ],
)
def test_a_capital_is_the_city_that_it_is(lang: str, text: str) -> None:
    (visit,) = read(lang, text)
    assert [(p.name, p.country) for p in visit.where] == [("Doha", "QA")]


@pytest.mark.parametrize(
    "text",
    [
        "Говорят, будто Эрдоган посетил Ереван.",
        "В газетах писали, будто бы Эрдоган посетил Ереван.",
        "Портал утверждал, что Эрдоган посетил Ереван.",
    ],
)
def test_what_is_told_as_if_is_no_fact(text: str) -> None:
    assert [r.standing for r in read("ru", text)] == ["possible"]


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("ru", "Песков: визит Путина в Индию состоится в декабре", "Песков"),
        ("ru", "МИД России: Лавров встретится с Рубио в Нью-Йорке", "МИД России"),
        ("fr", "Kremlin : sommet Poutine-Trump possible en novembre", "Kremlin"),
        ("en", "Putin to visit India in December: Kremlin", "Kremlin"),
        ("en", "Ukraine: Macron meets Zelensky in Paris", None),
        ("fr", "Gaza : Macron rencontre Netanyahou à Paris", None),
    ],
)
def test_who_stands_beside_a_colon_says_so_and_a_topic_does_not(
    lang: str, text: str, source: str | None
) -> None:
    (report,) = read(lang, text)
    assert [s.name for s in report.attribution] == ([source] if source else [])


def test_a_russian_office_behind_a_relative_clause_is_the_source() -> None:
    text = "Пашинян позвонил Путину, который поздравил его с юбилеем, передала пресс-служба Кремля."
    assert {s.name for r in read("ru", text) for s in r.attribution} == {"пресс-служба Кремля"}


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "Rubio will meet the Vietnamese prime minister in Washington.", ["US"]),
        ("fr", "Barrot rencontrera le ministre iranien à Genève.", ["CH"]),
        ("ru", "Лавров встретился с министром иностранных дел Ирана в Женеве.", ["CH"]),
        ("en", "Rubio met the British ambassador in Moscow.", []),
        ("fr", "Macron a évoqué avec Xi Jinping la guerre en Ukraine.", []),
    ],
)
def test_where_somebody_is_met(lang: str, text: str, place: list[str]) -> None:
    (met,) = read(lang, text)
    assert [p.country for p in met.where] == place


def test_who_would_be_received_is_the_subject_of_the_verb_above() -> None:
    text = "M. Diop doit voir Ahmed Attaf et pourrait être reçu par le président Tebboune."
    received = [r for r in read("fr", text) if r.standing == "possible"]
    assert [a.mention for r in received for a in r.whom] == ["M. Diop"]


def test_of_two_bare_nouns_behind_a_verb_of_giving_the_first_receives() -> None:
    (offer,) = read("en", "France offered Hanoi warships.")
    assert [a.mention for a in offer.whom] == ["Hanoi"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The minister refused to rule out a reform of the army in Estonia."),
        ("fr", "La ministre polonaise refuse d'exclure que la Russie soit derrière ce survol."),
        ("fr", "Séoul hausse le ton, mais ne ferme pas la porte."),
        ("fr", "Le Niger et le Burkina Faso, alliés du Mali, sont pauvres."),
        ("ru", "О каком визите может идти речь?"),
        ("en", '"We are not there," said a diplomat with knowledge of the negotiations.'),
    ],
)
def test_these_tell_no_event(lang: str, text: str) -> None:
    assert not read(lang, text)


def test_what_a_question_takes_for_granted_is_a_fact() -> None:
    text = "Как вы прокомментируете слова Марка Рютте, который вчера призвал Пекин уйти?"
    assert [r.standing for r in read("ru", text)] == ["happened"]
    text = "Has there ever been a president who visited Riga?"
    assert [r.standing for r in read("en", text)] == ["possible"]


def test_what_a_cancelled_trip_was_for_may_have_been() -> None:
    text = "Tshisekedi cancelled his trip to Washington for the signing of the accord with Rwanda."
    assert [r.kind for r in read("en", text)] == ["visit"]


def test_no_such_meeting_is_the_one_that_was_told() -> None:
    text = "Xinhua reported that Wang Yi had met Abbas Araghchi. There was no such meeting."
    last = read("en", text)[-1]
    assert (last.standing, len(last.who), len(last.whom)) == ("not_happened", 1, 1)


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("en", 'Sandu\'s spokesman denied it: "Sandu did not meet Putin."', "not_happened"),
        ("fr", "L'Élysée a démenti : « Macron n'a pas rencontré Poutine. »", "not_happened"),
        ("en", "Sandu's spokesman denied that Sandu had not met Putin.", "possible"),
    ],
)
def test_the_words_of_a_denial_are_not_denied_in_turn(lang: str, text: str, standing: str) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "meeting"] == [standing]


def test_a_full_name_with_two_surnames_is_one_person() -> None:
    (met,) = read("fr", "Luiz Inacio Lula da Silva a rencontré Emmanuel Macron à Paris.")
    assert [a.id for a in met.who] == ["lula-luiz-inacio-da-silva"]


def test_during_a_talk_with_somebody_it_took_place() -> None:
    text = "Rubio a évoqué la situation au Liban lors d'un entretien avec Joseph Aoun."
    assert [(r.kind, r.standing) for r in read("fr", text)] == [("meeting", "happened")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Reçu par les dirigeants italiens, il a raté un penalty pour hors-jeu."),
        ("en", "The Polish leader met the Estonian goalkeeper after the penalty."),
        ("ru", "Матч сборных Польши и Эстонии: вратарь отверг пенальти."),
    ],
)
def test_a_game_is_no_diplomacy(lang: str, text: str) -> None:
    assert not read(lang, text)


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("fr", "Il est prévu que Macron aille à Caracas.", "planned"),
        ("en", "Rubio travelled to Hanoi in May and was due to visit Manila.", "planned"),
        ("ru", "Владимир Зеленский не раз приглашал Виктора Орбана.", "happened"),
        ("ru", "Орбан едет в Москву.", "planned"),
        ("fr", "Nicolas Maduro a-t-il appelé Donald Trump ?", "possible"),
        ("fr", "Emmanuel Macron a appelé Volodymyr Zelensky.", "happened"),
        ("en", "Fumio Kishida refused to take a call from Emmanuel Macron.", "not_happened"),
        ("fr", "L'Union européenne a prolongé ses sanctions jusqu'en janvier 2027.", "happened"),
    ],
)
def test_the_standing_of_the_last_event(lang: str, text: str, standing: str) -> None:
    told = [
        r for r in read(lang, text) if r.kind != "statement" and not r.rule.endswith("leads_to")
    ]
    assert told[-1].standing == standing


def test_a_paper_by_its_name_is_a_medium() -> None:
    (met,) = read("fr", "Selon le New York Times, Macron a rencontré Maduro.")
    assert [s.type for s in met.attribution] == ["media"]


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("Chad has not agreed to accept migrants deported by the United States.", ["not_happened"]),
        ("Chad took in the migrants deported by the United States.", ["happened"]),
    ],
)
def test_people_of_whom_nobody_knows_are_deported_only_if_somebody_takes_them(
    text: str, standings: list[str]
) -> None:
    told = [r.standing for r in read("en", text) if r.kind == "cooperation"]
    assert told == standings


def test_a_meeting_that_was_to_be_and_was_cancelled_is_one() -> None:
    text = "Tinubu was to have met Shigeru Ishiba, but the meeting was cancelled."
    assert [r.standing for r in read("en", text)] == ["cancelled"]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("ru", "Германия выслала в Кабул 81 афганца.", "cooperation"),
        ("ru", "Чехия выслала российских дипломатов.", "relations"),
        ("ru", "Индия отправила в Афганистан 15 тонн лекарств.", "cooperation"),
        (
            "fr",
            "Washington a ramené à 20 % les droits de douane sur le riz thaïlandais.",
            "measure",
        ),
    ],
)
def test_words_of_deeds(lang: str, text: str, kind: str) -> None:
    assert [r.kind for r in read(lang, text)] == [kind]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lavrov held talks with Hakan Fidan by video link."),
        ("de", "Lawrow und Hakan Fidan führten am Montag Gespräche per Video."),
        ("ru", "Лавров и Фидан провели переговоры по телефону."),
    ],
)
def test_talks_over_a_wire_are_a_call(lang: str, text: str) -> None:
    assert [r.kind for r in read(lang, text)] == ["call"]


def test_who_meets_after_a_call_meets() -> None:
    text = "Lavrov met Hakan Fidan in Ankara after a phone call with Merz."
    assert [r.kind for r in read("en", text)] == ["meeting", "call"]


@pytest.mark.parametrize(
    ("lang", "text", "whom"),
    [
        ("en", "Poland declared three Russian diplomats persona non grata.", "RU"),
        (
            "de",
            "Indien hat einen pakistanischen Diplomaten zur unerwünschten Person erklärt.",
            "PK",
        ),
        ("fr", "Douze agents consulaires algériens ont été expulsés de France.", "DZ"),
        ("ru", "Индонезия выслала второго секретаря посольства Мьянмы.", "MM"),
    ],
)
def test_who_is_expelled_is_of_the_other_state(lang: str, text: str, whom: str) -> None:
    told = read(lang, text)
    assert [(r.kind, r.whom[0].country) for r in told] == [("relations", whom)]


def test_a_surname_is_who_was_named_in_full() -> None:
    text = "Nigeria's Foreign Minister Yusuf Tuggar flew to Togo. Tuggar met President Talon."
    met = next(r for r in read("en", text) if r.kind == "meeting")
    assert (met.who[0].name, met.who[0].country) == ("Yusuf Tuggar", "NG")


def test_a_name_behind_a_title_and_its_adjective_is_not_who_holds_it_now() -> None:
    told = read("fr", "Le Premier ministre irakien Jean Dupont s'est rendu à Amman.")
    assert [r.who[0].id for r in told] == [None]


def test_what_is_planned_in_front_is_no_fact() -> None:
    told = read("de", "Geplant ist die Unterzeichnung eines Abkommens zwischen Japan und Indien.")
    assert [r.standing for r in told] == ["planned"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Chad and Niger settled their dispute. Both countries signed a pact on Monday."),
        ("de", "Der Tschad stritt mit Niger. Nun haben beide Länder ein Abkommen unterzeichnet."),
        ("fr", "Le Tchad et le Niger étaient brouillés. Les deux pays ont signé un accord lundi."),
        ("ru", "Чад и Нигер уладили спор. Обе страны подписали в понедельник соглашение."),
    ],
)
def test_both_countries_are_the_two_states_of_the_sentence_before(lang: str, text: str) -> None:
    agreement = next(r for r in read_text(text, lang=lang).reports if r.kind == "agreement")
    assert [actor.id for actor in agreement.who] == ["TD", "NE"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Chad and Niger settled their dispute. Two countries signed a pact on Monday."),
        ("de", "Der Tschad stritt mit Niger. Zwei Länder haben ein Abkommen unterzeichnet."),
        ("fr", "Le Tchad et le Niger étaient brouillés. Deux pays ont signé un accord lundi."),
        ("ru", "Чад и Нигер уладили спор. Две страны подписали в понедельник соглашение."),
    ],
)
def test_two_countries_may_be_any(lang: str, text: str) -> None:
    reports = [r for r in read_text(text, lang=lang).reports if r.kind == "agreement"]
    assert not [actor.id for r in reports for actor in r.who if actor.id]


def test_both_of_three_states_are_nobody_that_is_known() -> None:
    text = "Chad, Niger and Mali settled their dispute. Both countries signed a pact on Monday."
    (agreement,) = [r for r in read_text(text, lang="en").reports if r.kind == "agreement"]
    assert not [actor.id for actor in agreement.who if actor.id]


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("fr", "Macron a reçu Viktor Orban. Celui-ci s'est ensuite rendu à Berlin.", "HU"),
        ("ru", "Лавров встретился с Рубио. Тот прилетел в Берлин.", "US"),
    ],
)
def test_the_latter_is_the_last_who_was_named(lang: str, text: str, who: str) -> None:
    visit = next(r for r in read(lang, text) if r.kind == "visit")
    assert visit.who[0].country == who


def test_what_will_be_going_on_is_a_plan() -> None:
    told = read("en", "President Macron will be meeting with Chancellor Merz in Berlin.")
    assert [r.standing for r in told] == ["planned"]


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("de", "Der Kanzler soll nach Moskau gereist sein, wo er Putin traf.", "possible"),
        ("de", "Der Kanzler fliegt am Montag nach Moskau, wo er Putin trifft.", "planned"),
        ("de", "Der Kanzler flog nach Moskau, wo er Putin traf.", "happened"),
        (
            "en",
            "The chancellor is said to have flown to Moscow, where he met Putin.",
            "possible",
        ),
        ("fr", "Macron se serait rendu à Moscou, où il a rencontré Poutine.", "possible"),
        (
            "ru",
            "Токаев, как утверждается, побывал в Анкаре, где встретился с Эрдоганом.",
            "possible",
        ),
    ],
)
def test_what_is_done_at_the_end_of_a_trip_is_no_surer_than_the_trip(
    lang: str, text: str, standing: str
) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "meeting"] == [standing]


def test_the_month_in_which_something_was_promised_is_past() -> None:
    text = "Berlin {} promis en mai 20 millions d'euros à la Géorgie."
    for auxiliary in ("avait", "a"):
        (told,) = read_text(text.format(auxiliary), lang="fr", published="2025-06-14").reports
        assert told.when == "2025-05"


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "Turkish Foreign Minister Hakan Fidan arrived in Tunis on Thursday for talks with "
         "President Kais Saied.", ["2025-09-18", None]),
        ("de", "Der türkische Außenminister Hakan Fidan traf am Donnerstag zu Gesprächen mit "
         "Präsident Kais Saied in Tunis ein.", ["2025-09-18", None]),
        ("fr", "Le ministre turc des Affaires étrangères Hakan Fidan est arrivé jeudi à Tunis pour "
         "des entretiens avec le président Kaïs Saïed.", ["2025-09-18", None]),
        ("ru", "Министр иностранных дел Турции Хакан Фидан прибыл в четверг в Тунис для "
         "переговоров с президентом Каисом Саидом.", ["2025-09-18", None]),
        ("en", "Turkish Foreign Minister Hakan Fidan landed in Tunis on Wednesday ahead of a "
         "meeting with President Kais Saied on Friday.", ["2025-09-17", "2025-09-19"]),
        ("fr", "La visite de Petteri Orpo à Hanoï, prévue lundi, a été annulée jeudi.",
         ["2025-09-22"]),
        ("ru", "Визит Петтери Орпо в Ханой, намеченный на понедельник, в четверг отменен.",
         ["2025-09-22"]),
        ("de", "Präsident Petteri Orpo soll am Mittwoch mit Kais Saied telefoniert haben.",
         ["2025-09-17"]),
        ("de", "Präsident Petteri Orpo soll am Mittwoch nach Tunis reisen.", ["2025-09-24"]),
        ("en", "Argentina hopes to sign a treaty with Fiji by Friday.", ["../2025-09-26"]),
        ("en", "Ishiba would be the second Japanese premier to visit Estonia after Shinzo Abe in "
         "2018.", [None]),
    ],
)  # fmt: skip
def test_the_day_of_one_event_is_not_the_next_ones(
    lang: str, text: str, days: list[str | None]
) -> None:
    reports = read_text(text, lang=lang, published="2025-09-20").reports
    assert [r.when for r in reports] == days


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "“I may do that,” Lula said of the trip to Angola."),
        ("de", "„Das mache ich vielleicht“, sagte Lula über die Reise nach Angola."),
        ("fr", "« Cela se peut », a dit Lula de la visite en Angola."),
        ("ru", "«Я могу это сделать», — сказал Лула о поездке в Анголу."),
    ],
)
def test_of_a_trip_that_somebody_speaks_of_nobody_knows_that_it_is_over(
    lang: str, text: str
) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "visit"] == ["possible"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Präsident Lula telefonierte mit Präsident Milei. Beide Seiten erörterten den "
         "Handel und die bevorstehende UN-Generalversammlung."),
        ("fr", "Le président Lula a téléphoné au président Milei. Les deux dirigeants ont évoqué "
         "le commerce et la prochaine Assemblée générale de l'ONU."),
        ("ru", "Президент Лула провел телефонный разговор с президентом Милеем. Стороны обсудили "
         "торговлю и предстоящую Генассамблею ООН."),
    ],
)  # fmt: skip
def test_what_is_discussed_takes_no_part(lang: str, text: str) -> None:
    named = [a.name for r in read(lang, text) for a in (*r.who, *r.whom)]
    assert set(named) == {"Luiz Inácio Lula da Silva", "Javier Milei"}


def test_a_surname_in_any_case_is_whom_the_text_named_in_full() -> None:
    text = (
        "Премьер Албании Эди Рама позвонил Ситивени Рабуке. Рабука пригласил Раму посетить Суву, "
        "сообщили в канцелярии Рабуки."
    )
    named = {a.name for r in read("ru", text) for a in (*r.who, *r.whom)}
    assert named == {"Edi Rama", "Sitiveni Ligamamada Rabuka"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lula is said to have spoken by phone with Javier Milei. During the call the two "
         "discussed beef."),
        ("de", "Präsident Lula soll am Mittwoch mit Javier Milei telefoniert haben.\n\nIn dem "
         "Gespräch sei es um Rindfleisch gegangen."),
    ],
)  # fmt: skip
def test_what_was_said_in_a_rumoured_call_is_a_rumour(lang: str, text: str) -> None:
    assert {r.standing for r in read(lang, text)} == {"possible"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "President Lula spoke by phone with Javier Milei.\n\nThe two discussed beef."),
        ("de", "Präsident Lula telefonierte mit Javier Milei.\n\nBeide erörterten den Handel."),
        ("fr", "Le président Lula a téléphoné à Javier Milei.\n\nLes deux dirigeants ont évoqué "
         "le commerce."),
        ("ru", "Президент Лула провел телефонный разговор с Хавьером Милеем.\n\nСтороны обсудили "
         "торговлю."),
    ],
)  # fmt: skip
def test_what_a_call_was_about_is_no_meeting_in_the_next_paragraph(lang: str, text: str) -> None:
    assert {r.kind for r in read(lang, text)} == {"call"}


@pytest.mark.parametrize("name", ["Лыонг Кыонга", "Садыра Жапарова", "Ханса Мейера"])
def test_a_visit_put_off_behind_its_day_is_off_whoever_was_to_come(name: str) -> None:
    text = f"Визит президента {name} на Филиппины, намеченный на 13 июня, перенесён из-за тайфуна"
    (told,) = read("ru", f"{text}, сообщил МИД Вьетнама во вторник.")
    assert told.standing == "cancelled"


def test_a_month_of_what_is_announced_is_the_coming_one() -> None:
    text = "Argentinien kündigte an, die Zölle gegen Brasilien im Januar zu senken."
    assert [r.when for r in read("de", text)] == ["2026-01"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Frankreich lehnt das Abkommen weiter ab.", ["statement"]),
        ("Polen und Österreich drohten mit einem Veto.", ["statement"]),
    ],
)
def test_what_is_rejected_or_threatened_with_is_no_second_event(
    text: str, kinds: list[str]
) -> None:
    assert [r.kind for r in read("de", text)] == kinds


def test_whose_colleague_somebody_is_meets_him() -> None:
    text = (
        "Präsident Lula traf am Montag in Riga ein. Ein Gespräch mit seinem Kollegen Javier Milei "
        "ist nicht vorgesehen."
    )
    talk = read("de", text)[-1]
    assert (talk.standing, talk.who[0].country, talk.whom[0].country) == (
        "not_happened",
        "BR",
        "AR",
    )


def test_as_the_palace_said_behind_two_verbs_names_the_source() -> None:
    text = "Macron telefonierte mit Modi und nannte den Text unannehmbar, wie der Élysée mitteilte."
    assert all(r.attribution for r in read("de", text))


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("de", "Scholz wäre der erste Kanzler, der Botswana besucht.", "possible"),
        ("de", "Scholz war der erste Kanzler, der Botswana besucht hat.", "happened"),
        ("en", "Scholz would become the first chancellor who visits Botswana.", "possible"),
        ("en", "Scholz was the first chancellor who visited Botswana.", "happened"),
        ("fr", "Macron sera le premier président qui visite le Botswana.", "planned"),
        ("ru", "Путин стал бы первым президентом, который посетил Ботсвану.", "possible"),
    ],
)
def test_who_would_be_the_first_to_come_has_not_come(lang: str, text: str, standing: str) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "visit"] == [standing]


def test_a_clause_without_its_verb_denies_nothing_of_the_one_before() -> None:
    text = "Der Bundestag hat das Abkommen mit Litauen ratifiziert, der Seimas noch nicht."
    assert [r.standing for r in read("de", text)] == ["happened"]


def test_who_is_only_left_out_takes_no_part() -> None:
    (met,) = read("de", "Kanzler Merz traf Präsident Macron, nicht aber Präsident Duda.")
    assert [a.name for a in met.whom] == ["Emmanuel Macron"]


def test_an_agreement_that_is_judged_is_the_one_told_of() -> None:
    text = "Polen und Estland haben sich geeinigt. Präsident Rama begrüßte die Einigung."
    told = [(r.kind, [a.name for a in r.who]) for r in read("de", text)]
    assert told == [("agreement", ["Polen", "Estland"]), ("statement", ["Edi Rama"])]


def test_what_those_who_met_shall_sign_is_theirs() -> None:
    text = "Polen und Estland verhandelten in Riga. Der Vertrag soll im Mai unterzeichnet werden."
    treaty = read("de", text)[-1]
    assert (treaty.kind, treaty.standing, treaty.when) == ("agreement", "planned", "2025-05")
    assert {a.country for a in treaty.who} == {"PL", "EE"}


def test_whose_spokesman_speaks_is_not_the_spokesman() -> None:
    text = "Kommissarin Marta Kos fliegt nach Tirana. Sie werde Rama treffen, sagte ihr Sprecher."
    met = next(r for r in read("de", text) if r.kind == "meeting")
    assert met.attribution[0].name == "Sprecher [Marta Kos]"


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        (
            "de",
            "Der Besuch von Präsident Duda in Riga, der abgesagt wurde, ist Thema.",
            "cancelled",
        ),
        (
            "de",
            "Bei dem Besuch von Präsident Duda in Riga, der für Mai geplant ist, geht es um Zölle.",
            "planned",
        ),
        (
            "de",
            "Die Reise von Präsident Duda nach Riga, die hätte stattfinden sollen, ist Thema.",
            "not_happened",
        ),
        ("de", "Der Besuch von Präsident Duda in Riga, der Zölle ablehnt, ist Thema.", "happened"),
        ("en", "President Duda's visit to Riga, which was cancelled, is a topic.", "cancelled"),
    ],
)
def test_what_a_relative_clause_says_became_of_an_event(
    lang: str, text: str, standing: str
) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "visit"] == [standing]


def test_they_who_did_what_takes_two_are_the_two_told_of() -> None:
    call = read("de", "Scholz traf Duda in Riga. Telefoniert haben sie erst am Freitag.")[-1]
    assert (call.kind, {a.country for a in call.who}) == ("call", {"DE", "PL"})


def test_in_the_past_an_infinitive_behind_a_passive_auxiliary_is_a_participle() -> None:
    text = "Misri sprach in Dhaka mit Modi und wurde anschließend von Yunus empfangen."
    assert read("de", text)[-1].standing == "happened"


def test_a_summit_at_the_end_of_a_trip_to_come_is_still_to_come() -> None:
    text = "Im September wird Ruto in Peking erwartet, wo der China-Afrika-Gipfel stattfindet."
    assert all(r.standing == "planned" for r in read("de", text))


def test_what_its_own_sentence_says_is_denied_and_not_the_one_before() -> None:
    text = (
        "Präsident Ruto hatte im Oktober Peking besucht. China soll die Bitte abgeschlagen haben; "
        "das Präsidialamt dementierte das."
    )
    assert [r.standing for r in read("de", text) if r.kind == "visit"] == ["happened"]


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("en", "Trump could become the first president to visit Minsk.", "possible"),
        ("en", "Trump hopes to become the first president to visit Minsk.", "possible"),
        ("en", "Trump will become the first president to visit Minsk.", "planned"),
        ("en", "Trump refused to become the first president to visit Minsk.", "not_happened"),
        ("en", "Trump became the first president to visit Minsk.", "happened"),
        ("fr", "Trump pourrait devenir le premier président à visiter Minsk.", "possible"),
        ("fr", "Trump est devenu le premier président à visiter Minsk.", "happened"),
        ("ru", "Трамп мог бы стать первым за 12 лет президентом США, посетившим Россию.",
         "possible"),
        ("ru", "Трамп надеется стать первым президентом США, посетившим Минск.", "possible"),
        ("ru", "Трамп станет первым президентом США, посетившим Минск.", "planned"),
        ("ru", "Трамп отказался стать первым президентом США, посетившим Минск.", "not_happened"),
        ("ru", "Трамп стал первым президентом США, посетившим Минск.", "happened"),
        ("de", "Trump hofft, der erste US-Präsident in Minsk zu werden, der Lukaschenko trifft.",
         "possible"),
    ],
)  # fmt: skip
def test_who_may_become_the_first_has_not_been_there(lang: str, text: str, standing: str) -> None:
    assert [r.standing for r in read(lang, text)] == [standing]


def test_a_surname_is_who_was_named_with_it_and_not_who_sounds_alike() -> None:
    text = "Нараян Каджи Шрестха прибыл в Дели. В среду Шрестха посетит Пекин."
    assert {r.who[0].country for r in read("ru", text)} == {"NP"}


@pytest.mark.parametrize(
    ("lang", "text", "state"),
    [
        ("en", "Congo recalled its ambassador, the foreign ministry in Kinshasa said.", "CD"),
        ("en", "Congo recalled its ambassador, the foreign ministry in Brazzaville said.", "CG"),
        ("de", "Kongos Botschafter wurde einbestellt. Präsident Tshisekedi war empört.", "CD"),
    ],
)
def test_a_name_of_two_states_is_of_the_one_of_which_the_text_tells(
    lang: str, text: str, state: str
) -> None:
    deed = next(r for r in read(lang, text) if r.kind == "relations")
    assert state in {a.country for a in (*deed.who, *deed.whom)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "China will give Nepal 200 million yuan."),
        ("de", "Norwegen überweist der Ukraine 200 Millionen Kronen."),
        ("fr", "La Suisse versera 20 millions de francs à la Moldavie."),
        ("fr", "L'Union européenne fournira 45 millions d'euros pour surveiller la frontière."),
        ("ru", "Норвегия выделит Украине 20 млн крон."),
    ],
)
def test_a_sum_is_given_in_any_currency(lang: str, text: str) -> None:
    assert [r.kind for r in read(lang, text)] == ["cooperation"]


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "Macron cancelled a trip to Rome, his spokesman Paul Durand said.",
         "his spokesman Paul Durand [Emmanuel Macron]"),
        ("de", "Außenminister Lawrow und sein türkischer Kollege Hakan Fidan haben telefoniert, "
         "wie beide Ministerien mitteilten.", "beide Ministerien"),
    ],
)  # fmt: skip
def test_whose_word_it_is(lang: str, text: str, source: str) -> None:
    assert [[s.name for s in r.attribution] for r in read(lang, text)] == [[source]]


def test_the_name_of_a_city_is_no_negation() -> None:
    text = "Le déplacement du ministre français a été annulé à la demande de N'Djamena."
    assert [(r.kind, r.standing) for r in read("fr", text)] == [("visit", "cancelled")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russia's foreign ministry welcomed the meeting."),
        ("en", "Niger's junta scraps the accord days after tense visit."),
        ("fr", "Le Qatar a salué la rencontre."),
    ],
)
def test_who_judges_an_encounter_takes_no_part_in_it(lang: str, text: str) -> None:
    assert not [r for r in read(lang, text) if r.kind in {"meeting", "visit"}]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Qatar hailed the decision of France to recognise Palestine."),
        ("fr", "Le Qatar a salué la décision de la France de reconnaître la Palestine."),
    ],
)
def test_whose_decision_it_is_carries_it_out(lang: str, text: str) -> None:
    recognised = next(r for r in read(lang, text) if r.kind == "relations")
    assert [a.country for a in recognised.who] == ["FR"]


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "Le Monde reported that Lavrov had met Erdogan; Ankara has not commented.", "Monde"),
        ("fr", "Lavrov a rencontré Erdogan, selon Le Monde ; Ankara n'a pas confirmé.", "Monde"),
        ("fr", "Selon Le Monde, Macron a vu Déby. Macron aurait rencontré Lavrov.", "Monde"),
    ],
)
def test_who_does_not_comment_is_no_source_and_hearsay_keeps_its_own(
    lang: str, text: str, source: str
) -> None:
    names = [s.name for s in read(lang, text)[-1].attribution]
    assert len(names) == 1
    assert source in names[0]


def test_a_visitor_set_between_commas_is_the_subject() -> None:
    text = "M. Barrot, en visite à Dakar, a rencontré le président Faye."
    visit = next(r for r in read("fr", text) if r.kind == "visit")
    assert [a.name for a in visit.who] == ["Jean-Noël Barrot"]


def test_a_pledge_of_money_is_no_delivery() -> None:
    text = "Qatar pledged 50 million dollars for Chad."
    assert [(r.kind, r.standing) for r in read("en", text)] == [("cooperation", "planned")]


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("de", "„Wir öffnen die Grenze, wenn die Lastwagen wieder fahren“, sagte Präsident Duda.",
         "possible"),
        ("de", "Polen hebt die Sanktionen auf, sobald die Gefangenen frei sind.", "possible"),
        ("de", "Polen hob die Sanktionen auf, sobald die Gefangenen frei waren.", "happened"),
        ("de", "Die Reise von Präsident Duda nach Delhi wird nachgeholt.", "planned"),
        ("de", "Duda holt seine Reise nach Delhi nach.", "planned"),
        ("de", "Die Reise von Präsident Duda nach Delhi ist nachgeholt worden.", "happened"),
    ],
)  # fmt: skip
def test_what_is_still_to_be_met_or_made_up_for_is_no_fact(
    lang: str, text: str, standing: str
) -> None:
    assert [r.standing for r in read(lang, text)] == [standing]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le président a rencontré Macron. Il se rendra à Rome."),
        ("de", "Der Präsident traf Macron in Paris. Im April will er nach Rom reisen."),
        ("en", "The minister met Macron in Paris. He will travel to Rome on Friday."),
    ],
)
def test_he_is_the_subject_before_even_without_a_name(lang: str, text: str) -> None:
    trip = next(r for r in read(lang, text) if r.kind == "visit")
    assert [a.id for a in trip.who] == [None]


def test_a_minister_with_a_name_of_his_own_is_nobody_named_before() -> None:
    text = (
        "La visite à Paris du ministre Ahmed Attaf est annulée. "
        "Le ministre de l'Intérieur Bruno Retailleau a critiqué l'Algérie."
    )
    criticised = next(r for r in read("fr", text) if r.kind == "statement")
    assert [a.name for a in criticised.who] == ["Bruno Retailleau"]


def test_whoever_was_met_during_the_visit_did_not_make_it() -> None:
    text = "Lavrov flew to Ankara on Monday. He met Hakan Fidan during the visit."
    visitors = {a.name for r in read("en", text) if r.kind == "visit" for a in r.who}
    assert visitors == {"Sergey Lavrov"}


def test_announcing_something_there_is_no_visit_ahead() -> None:
    text = "Lavrov s'était rendu à Ankara. Il y avait annoncé une nouvelle phase."
    assert "planned" not in {r.standing for r in read("fr", text)}


def test_an_adviser_is_not_the_president_of_whom_he_speaks() -> None:
    text = "An adviser to Macron denied that the president had met Sergei Lavrov."
    met = next(r for r in read("en", text) if r.kind == "meeting")
    assert all("adviser" not in a.name for a in met.who)


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "George W. Bush is the only US president who has visited Georgia.", "bush"),
        ("de", "Obama ist der sechste US-Präsident, der die Türkei besucht hat.", "obama"),
        ("fr", "Macron est le président qui a visité la Géorgie.", "macron"),
        ("ru", "Обама — шестой президент США, приехавший в Турцию.", "obama"),
        ("ru", "Макрон стал третьим президентом Франции, побывавшим в Киргизии.", "macron"),
        ("en", "Macron is not the president who visited Georgia.", "president"),
        ("de", "Macron ist nicht der Präsident, der Georgien besucht hat.", "präsident"),
    ],
)
def test_whoever_is_called_the_president_who_came_is_who_came(
    lang: str, text: str, who: str
) -> None:
    visit = next(r for r in read(lang, text) if r.kind == "visit")
    assert [who in party.name.lower() for party in visit.who] == [True]


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("de", "Der Sprecher behauptete, der Kanzler habe Putin nie getroffen.", "not_happened"),
        ("de", "Die Opposition behauptet, der Kanzler habe Putin getroffen.", "possible"),
        ("en", "The spokesman claimed that the chancellor had never met Putin.", "not_happened"),
        ("en", "The opposition claims that the chancellor met Putin.", "possible"),
        ("fr", "Le parti prétend que le chancelier n'a jamais rencontré Poutine.", "not_happened"),
        ("ru", "Портал утверждал, что президент никогда не встречался с Путиным.", "not_happened"),
    ],
)
def test_what_is_claimed_not_to_have_happened_did_not(lang: str, text: str, standing: str) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "meeting"] == [standing]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "The State Department gave details: it would be the first visit by Blinken to Angola.",
        ),
        (
            "de",
            "Das Außenministerium bestätigte das. Es war der erste Besuch von Baerbock in Angola.",
        ),
    ],
)
def test_it_is_the_visit_and_not_who_came(lang: str, text: str) -> None:
    visits = [r for r in read(lang, text) if r.kind == "visit"]
    assert visits
    names = {party.name for r in visits for party in r.who}
    assert len(names) == 1
    assert names <= {"Antony John Blinken", "Annalena Baerbock"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kremlin says Putin, Trump to meet in Riyadh", {"RU", "US"}),
        ("Poland says Tusk and Zelensky to meet in Kyiv", {"PL", "UA"}),
        ("Iran says U.S. to lift sanctions", {"US"}),
        ("Merz tells Netanyahu Germany to halt arms exports", {"DE"}),
    ],
)
def test_a_headline_says_what_somebody_shall_do(text: str, who: set[str]) -> None:
    assert [({a.country for a in r.who}, r.standing) for r in read("en", text)] == [
        (who, "planned")
    ]


def test_who_is_told_to_do_it_in_a_headline_is_urged() -> None:
    reports = read("en", "Trump tells Zelensky to visit Moscow")
    assert [(r.kind, r.standing) for r in reports] == [
        ("statement", "happened"),
        ("visit", "possible"),
    ]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("L'ambassadeur de Russie a été convoqué au Quai d'Orsay.", {"FR"}, {"RU"}),
        ("L'ambassadeur de Russie a été convoqué par la Pologne.", {"PL"}, {"RU"}),
        ("L'ambassadeur de Russie a été rappelé de Varsovie.", {"RU"}, {"PL"}),
        ("Des diplomates russes ont été expulsés de Pologne.", {"PL"}, {"RU"}),
    ],
)
def test_whose_ambassador_it_is_recalls_and_does_not_summon(
    text: str, who: set[str], whom: set[str]
) -> None:
    (told,) = read("fr", text)
    assert ({a.country for a in told.who}, {a.country for a in told.whom}) == (who, whom)


def test_who_confirms_a_planned_meeting_takes_no_part_and_makes_it_no_fact() -> None:
    text = (
        "Modi and Xi will hold talks on Friday. The meeting on the sidelines of the summit was "
        "confirmed by Indian Foreign Secretary Vikram Misri."
    )
    assert [r.standing for r in read("en", text)] == ["planned", "planned"]
    assert read("en", "The meeting was confirmed by Foreign Secretary Vikram Misri.") == ()


def test_whom_one_tells_does_not_say_it() -> None:
    text = 'Narendra Modi flew to Moscow. "We support a return of peace," he told Putin.'
    said = next(r for r in read("en", text) if r.kind == "statement")
    assert [s.name for s in said.attribution] == ["Narendra Modi"]


def test_one_joins_a_club_and_travels_to_a_town() -> None:
    assert read("fr", "L'Éthiopie a rejoint les Brics en janvier.") == ()
    assert [r.kind for r in read("fr", "Le chancelier a rejoint Varsovie.")] == ["visit"]


def test_footsteps_deny_nothing() -> None:
    text = "Le pape s'est rendu en Algérie sur les pas de saint Augustin."
    assert [r.standing for r in read("fr", text)] == ["happened"]


@pytest.mark.parametrize(
    ("lang", "text", "standings"),
    [
        ("en", "As soon as Trump lands in Beijing, he will meet Xi.", ["possible", "planned"]),
        ("en", "As soon as Trump landed in Beijing, he met Xi.", ["happened", "happened"]),
        ("en", "Once Macron had arrived in Algiers, he met Tebboune.", ["happened", "happened"]),
        ("en", "When Trump visits Beijing, he will meet Xi.", ["planned", "planned"]),
        ("en", "The day the Pope visits Beijing is far off.", ["possible"]),
        ("en", "On the day Putin met Xi in Beijing, it rained.", ["happened"]),
        ("en", "The day before, Putin met Xi in Beijing.", ["happened"]),
        ("fr", "Dès que Macron aura signé le traité, il ira à Rabat.", ["possible", "planned"]),
        ("fr", "Dès que Macron fut arrivé à Alger, il vit Tebboune.", ["happened"]),
        ("fr", "Une fois que Macron aura visité Alger, il se taira.", ["possible"]),
        ("fr", "Le jour où un pape visitera Moscou n'est pas venu.", ["possible"]),
        ("fr", "Faute d'accord, les deux ministres sont rentrés.", ["not_happened"]),
    ],
)
def test_what_must_come_first_is_no_fact_yet(lang: str, text: str, standings: list[str]) -> None:
    assert [r.standing for r in read(lang, text)] == standings


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("en", "Joe Biden and Xi Jinping spoke on Thursday.", [("call", "happened")]),
        ("en", "Joe Biden and Kamala Harris spoke on Thursday.", []),
        ("en", "European leaders spoke on Thursday.", []),
        ("en", "Erdogan was due to fly in later on Friday.", [("visit", "planned")]),
        ("en", "Nancy Pelosi is due to continue to Seoul.", [("visit", "planned")]),
        (
            "en",
            "Nancy Pelosi is the highest-ranking official to visit Taiwan.",
            [("visit", "happened")],
        ),
        ("en", "The Chinese military announced live-fire drills at sea.", []),
        ("fr", "Il dînait à Paris avec Macron et Merz.", [("meeting", "happened")]),
        ("fr", "Téhéran a attaqué des pétroliers.", []),
        ("fr", "L'UE a décidé de s'engager dans le conflit.", []),
        ("fr", "Il n'a jamais été question d'une rencontre.", []),
    ],
)
def test_kinds_of_one_sentence(lang: str, text: str, kinds: list[tuple[str, str]]) -> None:
    assert [(r.kind, r.standing) for r in read(lang, text)] == kinds


def test_an_airport_lies_in_its_town() -> None:
    (landed,) = read("en", "Nancy Pelosi landed at Songshan airport in Taipei.")
    assert [p.country for p in landed.where] == ["TW"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Putin had met Erdogan in Sochi, a blog had written."),
        ("fr", "Poutine aurait rencontré Erdogan à Sotchi, avait écrit un blog."),
    ],
)
def test_who_had_written_it_behind_the_clause_is_its_source(lang: str, text: str) -> None:
    (met,) = read(lang, text)
    assert [s.type for s in met.attribution] == ["media"]


@pytest.mark.parametrize(
    ("lang", "text", "whom"),
    [
        ("en", "Beijing suspended imports from Taiwanese firms.", "TW"),
        ("fr", "Berlin a interdit l'exportation vers la Russie de composants.", "RU"),
    ],
)
def test_whom_a_measure_hits_by_its_goods(lang: str, text: str, whom: str) -> None:
    (taken,) = read(lang, text)
    assert [a.country for a in taken.whom] == [whom]


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("en", "Satire: King Charles invites Kim Jong Un to London", "possible"),
        ("fr", "Dans un roman, le président Macron quitte Paris et visite Pékin.", "possible"),
        ("en", "Ankara is not known to have signed a pact with Riga.", "possible"),
        ("en", "Ankara is known to have signed a pact with Riga.", "happened"),
        ("en", "Had Kyiv signed the pact, the war would be over, Putin says.", "not_happened"),
        (
            "fr",
            "Macron est à Rome. Quant à Biden, il n'envisage pas d'aller à Kiev.",
            "not_happened",
        ),
    ],
)
def test_fiction_and_what_is_not_known_are_no_facts(lang: str, text: str, standing: str) -> None:
    assert read(lang, text)[0 if standing == "possible" else -1].standing == standing


def test_as_for_somebody_he_is_that_one() -> None:
    told = read("fr", "Meloni est à Rome. Quant à Joe Biden, il ira à Kiev.")[-1]
    assert [a.name for a in told.who] == ["Joseph R. Biden"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "В программе визита — переговоры Лулы с Йонасом Гаром Стёре."),
        ("de", "Auf dem Programm: ein Treffen von Lula da Silva mit Jonas Gahr Støre."),
        ("fr", "Au programme : un entretien de Lula da Silva avec Jonas Gahr Støre."),
        ("en", "The programme includes talks between Lula da Silva and Jonas Gahr Store."),
    ],
)
def test_what_stands_on_a_programme_is_a_plan(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text)] == ["planned"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lula put off a trip to Norway.\n\nThe visit will now take place in June."),
        ("fr", "Lula a reporté son voyage en Norvège. La visite aura lieu en juin."),
        ("ru", "Виктор Орбан перенес поездку в Норвегию. Визит состоится в июне."),
    ],
)
def test_the_visit_that_was_put_off_is_to_come(lang: str, text: str) -> None:
    told = [(r.standing, r.when) for r in read(lang, text) if r.kind == "visit"]
    assert told == [("cancelled", None), ("planned", "2025-06")]


def test_of_father_and_son_the_one_in_office_or_named_so_is_meant() -> None:
    now = read("en", "President Ferdinand Marcos Jr. visited Norway on Monday.")
    then = read("en", "President Ferdinand Marcos visited China in 1975.")
    assert [a.id for r in (*now, *then) for a in r.who] == ["Q983324", "marcos-ferdinand"]


def test_whatever_verb_brings_in_a_quotation_its_subject_speaks() -> None:
    text = "„Wir könnten die Häfen schließen“, warnte der norwegische Minister Nils Vik."
    assert [q.speaker for q in read_text(text, lang="de", published=DAY).quotes] == ["Nils Vik"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The foreign ministers of Poland and Kenya, Jan Kowal and Idriss Saleh, met."),
        ("de", "Die Außenminister Polens und Kenias, Jan Kowal und Idriss Saleh, trafen sich."),
        (
            "fr",
            "Les ministres des Affaires étrangères de Pologne et du Kenya, Jan Kowal et Idriss "
            "Saleh, se sont rencontrés à Riga.",
        ),
    ],
)
def test_those_named_behind_a_plural_office_hold_it(lang: str, text: str) -> None:
    told = [(a.name, a.country) for r in read(lang, text) for a in r.who]
    assert told == [("Jan Kowal", "PL"), ("Idriss Saleh", "KE")]


def test_between_a_day_and_its_verb_stands_who_acts() -> None:
    text = "25 января президенты Майя Санду и Клаус Йоханнис должны встретиться в Риге."
    told = [[a.name for a in r.who] for r in read("ru", text)]
    assert told == [["Maia Sandu", "Klaus Iohannis"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "President Alexander Stubb will travel to Rabat on Monday, he announced."),
        ("fr", "Le président Alexander Stubb se rendra à Rabat lundi, a-t-il annoncé."),
        ("de", "Präsident Alexander Stubb reise am Montag nach Rabat, kündigte er an."),
    ],
)
def test_who_announces_his_own_deed_is_its_source(lang: str, text: str) -> None:
    assert [s.id for r in read(lang, text) for s in r.attribution] == ["stubb-alexander"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Alexander Stubb met Maia Sandu in Riga. The presidents signed a declaration."),
        ("de", "Alexander Stubb traf Maia Sandu. Die Präsidenten unterzeichneten eine Erklärung."),
        ("ru", "Александр Стубб встретился с Майей Санду. Встреча президентов прошла в Риге."),
        ("fr", "Alexander Stubb a rencontré Maia Sandu. Une prochaine réunion aura lieu en mars."),
        ("en", "Alexander Stubb met Maia Sandu in Riga. A further meeting will be held in March."),
    ],
)  # fmt: skip
def test_the_presidents_and_a_next_meeting_are_of_those_who_met(lang: str, text: str) -> None:
    last = read(lang, text)[-1]
    assert {a.country for a in (*last.who, *last.whom)} == {"FI", "MD"}


def test_what_was_rumoured_stays_so_when_it_is_told_of_again() -> None:
    text = "Stubb soll mit Sandu telefoniert haben. In dem Gespräch sei es um Gas gegangen."
    assert [r.standing for r in read("de", text)] == ["possible", "possible"]


def test_sie_with_a_singular_verb_is_she() -> None:
    text = "Maia Sandu traf Klaus Iohannis in Riga. Sie lud ihn nach Chișinău ein."
    invitation = next(r for r in read("de", text) if r.kind == "invitation")
    assert [a.name for a in (*invitation.who, *invitation.whom)] == ["Maia Sandu", "Klaus Iohannis"]


def test_a_surname_as_source_is_whom_the_text_named_in_full() -> None:
    text = "Дмитрий Песков выступил в Москве. По словам Пескова, Александр Стубб посетил Ригу."
    assert [s.id for r in read("ru", text) for s in r.attribution] == ["peskov-dmitry"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Stubb traf Sandu in Riga. Das Gespräch habe eine Stunde gedauert, hieß es."),
        ("ru", "Александр Стубб встретился с Майей Санду. Как сообщил Стубб, беседа шла два часа."),
    ],
)
def test_the_conversation_is_the_meeting_told_of_just_before(lang: str, text: str) -> None:
    told = [(r.kind, {a.country for a in (*r.who, *r.whom)}) for r in read(lang, text)]
    assert told == [("meeting", {"FI", "MD"})] * 2


def test_the_day_of_a_denial_is_not_that_of_the_call() -> None:
    text = (
        "Moldova's foreign ministry on Friday dismissed reports of a call between Sandu and Stubb."
    )
    assert [(r.standing, r.when) for r in read("en", text) if r.kind == "call"] == [
        ("denied", None)
    ]


def test_a_foreign_office_is_that_of_the_state_it_was_filed_from() -> None:
    text = (
        "ISLAMABAD, March 10 (IW) - Pakistani Prime Minister Shehbaz Sharif will visit Riga on "
        "Friday, Foreign Office spokesperson Hina Malik said. He will meet Alexander Stubb, she "
        "added."
    )
    assert [[s.country for s in r.attribution] for r in read("en", text)] == [["PK"], ["PK"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kigali has never confirmed the journey."),
        ("en", "Oman's foreign ministry has yet to confirm the visit."),
        ("fr", "Le Kazakhstan n'a pas confirmé la visite."),
    ],
)
def test_a_state_that_confirms_a_visit_is_not_who_travels(lang: str, text: str) -> None:
    assert read(lang, text) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A planned school trip to Paris was cancelled."),
        ("en", "A planned trip by the choir to Rome has been called off."),
        ("fr", "Un voyage scolaire prévu à Paris a été annulé."),
    ],
)
def test_a_planned_trip_of_a_school_or_choir_is_no_visit(lang: str, text: str) -> None:
    assert read(lang, text) == ()


def test_an_embassy_is_of_the_state_that_acts_and_no_person() -> None:
    text = (
        "Niamey a convoqué l'ambassadeur Markus Ederer. L'Allemagne a suspendu une aide au Niger, "
        "a indiqué son ambassade."
    )
    (aid,) = [r for r in read("fr", text) if r.kind == "measure"]
    assert [(s.name, s.country) for s in aid.attribution] == [("ambassade [Allemagne]", "DE")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Nokia a signé un contrat de 90 millions d'euros au Chili."),
        ("fr", "Des députés ont visité une ferme du Morvan."),
        ("fr", "Air France a suspendu ses vols vers Conakry."),
        ("fr", "L'opposition exige la démission du gouvernement."),
        ("fr", "Le maire a reçu une délégation de pêcheurs."),
        ("en", "Boeing delivered nine aircraft to Kenya."),
        ("en", "The mayor received a delegation of farmers."),
    ],
)
def test_firms_and_affairs_at_home_are_no_events(lang: str, text: str) -> None:
    assert read(lang, text) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Three Russian diplomats are accused of spying. Chad expelled them on Friday."),
        ("de", "Drei russische Diplomaten sollen spioniert haben. Der Tschad wies sie aus."),
        ("fr", "Trois diplomates russes sont accusés d'espionnage. Le Tchad les a expulsés."),
        ("ru", "Чад обвинил трёх российских дипломатов в шпионаже и выслал их."),
    ],
)
def test_envoys_may_be_a_pronoun(lang: str, text: str) -> None:
    told = [r for r in read(lang, text) if r.kind == "relations"]
    assert [[a.country for a in (*r.who, *r.whom)] for r in told] == [["TD", "RU"]]


def test_whom_a_club_expels_is_no_envoy() -> None:
    assert not read("en", "Three players were drunk. The club expelled them on Friday.")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Чад объявил персоной нон грата посла Франции."),
        ("de", "Der Tschad erklärte den französischen Botschafter zur Persona non grata."),
        ("fr", "Le Tchad a déclaré persona non grata l'ambassadeur de France."),
        ("en", "Chad declared France's ambassador persona non grata."),
        ("en", "France condemned Chad's decision to expel its ambassador to N'Djamena."),
        ("ru", "Временный поверенный в делах Франции был вызван в МИД Чада."),
        ("ru", "МИД Чада вызвал поверенного в делах Франции."),
    ],
)
def test_whose_envoy_is_unwanted(lang: str, text: str) -> None:
    told = [r for r in read(lang, text) if r.kind == "relations"]
    assert [[a.country for a in (*r.who, *r.whom)] for r in told] == [["TD", "FR"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Barrot met Ahmed Attaf in Rome. The two signed an accord on visas."),
        ("en", "Barrot met Ahmed Attaf in Rome. Both signed an accord on visas."),
        ("fr", "Barrot a rencontré Ahmed Attaf. Tous deux ont signé un accord sur les visas."),
        ("fr", "Barrot a rencontré Ahmed Attaf. Les deux ont signé un accord sur les visas."),
    ],
)
def test_the_two_may_stand_without_a_noun(lang: str, text: str) -> None:
    signed = next(r for r in read(lang, text) if r.kind == "agreement")
    assert [a.country for a in (*signed.who, *signed.whom)] == ["FR", "DZ"]


def test_a_day_may_own_a_visit() -> None:
    told = read("en", "Hakan Fidan has called off Friday's visit to Chad because of a storm.")
    assert [(r.kind, r.standing) for r in told] == [("visit", "cancelled")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Präsident Macron freut sich auf das Treffen mit Präsident Erdoğan."),
        ("fr", "Le président Macron est impatient de la visite de M. Erdogan à Paris."),
    ],
)
def test_what_one_looks_forward_to_is_ahead(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text)] == ["planned"]


@pytest.mark.parametrize(
    ("text", "shut"),
    [
        ("Le Niger a fermé trois points de passage à la frontière avec le Mali.", True),
        ("Le Niger a fermé les deux derniers postes de sa frontière avec le Mali.", True),
        ("Le Niger a fermé son poste de police.", False),
        ("La Poste a fermé trois points de vente.", False),
    ],
)
def test_what_is_shut_at_a_border(text: str, shut: bool) -> None:
    assert bool(read("fr", text)) is shut


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Brazil's Mauro Vieira landed in Lima.\n\nPresident Dina Boluarte received him."),
        ("de", "Brasiliens Mauro Vieira kam in Lima an.\n\nDina Boluarte empfing ihn."),
        ("fr", "Le ministre Mauro Vieira est arrivé à Lima.\n\nDina Boluarte l'a reçu."),
        ("ru", "Министр Мауро Виейра прибыл в Лиму.\n\nДина Болуарте приняла его."),
    ],
)
def test_who_is_received_may_stand_in_the_paragraph_before(lang: str, text: str) -> None:
    met = next(r for r in read(lang, text) if r.kind == "meeting")
    assert [a.id for a in (*met.who, *met.whom)] == ["boluarte-dina", "vieira-mauro"]


def test_whom_a_pronoun_means_beside_a_stranger_is_open() -> None:
    told = read("en", "Vieira met Schialer in Lima.\n\nDina Boluarte met him later.")
    assert len(told) == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The two prime ministers could meet in Vientiane next week."),
        ("en", "The two heads of government could meet in Vientiane next week."),
        ("de", "Die beiden Regierungschefs könnten sich nächste Woche in Vientiane treffen."),
    ],
)
def test_the_two_may_be_told_by_their_office(lang: str, text: str) -> None:
    before = {
        "en": "Donald Tusk telephoned Keir Starmer.",
        "de": "Donald Tusk rief Keir Starmer an.",
    }
    met = next(r for r in read(lang, f"{before[lang]}\n\n{text}") if r.kind == "meeting")
    assert {a.country for a in (*met.who, *met.whom)} == {"PL", "GB"}


def test_two_premiers_are_no_presidents() -> None:
    text = "Donald Tusk telephoned Keir Starmer.\n\nThe two presidents could meet in Rome."
    met = next(r for r in read("en", text) if r.kind == "meeting")
    assert not [a for a in (*met.who, *met.whom) if a.id]


@pytest.mark.parametrize(
    "text",
    [
        "Tschad begrüßte die Ankündigung Polens, Panzer zu liefern.",
        "Tschad verurteilte die Entscheidung Polens, seinen Botschafter auszuweisen.",
    ],
)
def test_what_others_have_decided_is_their_plan(text: str) -> None:
    plan = next(r for r in read("de", text) if r.kind != "statement")
    assert (plan.standing, [a.country for a in plan.who]) == ("planned", ["PL"])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Chad demanded that France apologise."),
        ("de", "Der Tschad forderte, dass Frankreich sich entschuldigt."),
        ("fr", "Le Tchad a exigé que la France s'excuse."),
        ("ru", "Чад потребовал, чтобы Франция извинилась."),
    ],
)
def test_of_whom_something_is_demanded(lang: str, text: str) -> None:
    told = next(r for r in read(lang, text) if r.stance == "demand")
    assert [a.country for a in told.whom] == ["FR"]


def test_whose_expulsion_it_was() -> None:
    text = "Chad acted in response to France's expulsion of a Chadian embassy secretary."
    told = next(r for r in read("en", text) if r.kind == "relations")
    assert [a.country for a in (*told.who, *told.whom)] == ["FR", "TD"]


def test_a_courtesy_call_is_a_meeting() -> None:
    told = read("en", "President Duda paid a courtesy call on Prime Minister Keir Starmer.")
    assert [(r.kind, r.standing) for r in told] == [("meeting", "happened")]


def test_data_that_are_exchanged_are_no_talk() -> None:
    told = read("fr", "L'Égypte et l'Éthiopie sont convenues d'échanger des données.")
    assert [r.kind for r in told] == ["agreement"]


@pytest.mark.parametrize(
    "text",
    [
        "Le Tchad a rappelé lundi pour consultations son ambassadeur à Niamey.",
        "Le Tchad a rappelé son ambassadeur à Niamey.",
    ],
)
def test_who_is_recalled_for_consultations(text: str) -> None:
    assert [r.kind for r in read("fr", text)] == ["relations"]


def test_a_name_behind_a_title_is_whoever_held_it_before_or_after() -> None:
    text = "Глава МИД Южной Кореи Чо Хён отложил встречу с Такэси Ивая в Куала-Лумпуре."
    told = read("ru", text)[0]
    assert [a.id for a in (*told.who, *told.whom)] == ["cho-hyun", "iwaya-takeshi"]


def test_a_river_is_nobody() -> None:
    text = "Египет направил Эфиопии письмо из-за плотины на Голубом Ниле."
    assert [[a.country for a in r.whom] for r in read("ru", text)] == [["ET"]]


def test_a_minister_is_the_only_one_whom_the_text_has_named() -> None:
    text = (
        "Egypt wrote to the UN, Foreign Minister Badr Abdelatty said.\n\nCairo is angry.\n\n"
        "The minister telephoned Hakan Fidan."
    )
    call = next(r for r in read("en", text) if r.kind == "call")
    assert call.who[0].id == "abdelatty-badr"


def test_a_state_may_have_an_adjective_behind_it() -> None:
    told = read("fr", "Les Émirats arabes unis ont livré 40 tonnes de vivres au Soudan.")
    assert [a.country for a in (*told[0].who, *told[0].whom)] == ["AE", "SD"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lebanese and Syrian officers met at a border post on Wednesday."),
        ("de", "Libanesische und syrische Offiziere trafen sich am Mittwoch an der Grenze."),
        ("fr", "Des officiers libanais et syriens se sont rencontrés mercredi."),
        ("ru", "Ливанские и сирийские офицеры встретились в среду на границе."),
    ],
)
def test_officers_of_two_states_meet(lang: str, text: str) -> None:
    met = read(lang, text)[0]
    assert {a.country for a in (*met.who, *met.whom)} == {"LB", "SY"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Portugal entsendet 120 Lehrer nach Mosambik."),
        ("fr", "Le Portugal a envoyé 40 sauveteurs au Mozambique."),
        ("en", "Portugal sent 30 rescuers to Mozambique."),
        ("ru", "Португалия направит в Мозамбик 210 учителей."),
        ("ru", "Венесуэла передала Колумбии 39 заключённых."),
    ],
)
def test_people_may_be_sent(lang: str, text: str) -> None:
    assert [r.kind for r in read(lang, text)] == ["cooperation"]


def test_an_object_may_stand_between_a_day_and_its_verb() -> None:
    text = "Даниэл Чапу прибыл в Лиссабон.\n\nВ среду его принял президент Португалии."
    met = next(r for r in read("ru", text) if r.kind == "meeting")
    assert [a.country for a in (*met.who, *met.whom)] == ["PT", "MZ"]


def test_whom_one_congratulates_by_telegram() -> None:
    told = read("fr", "M. Chapo a félicité par télégramme Luís Montenegro pour sa victoire.")
    assert [(r.kind, [a.country for a in r.whom]) for r in told] == [("message", ["PT"])]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Наваф Салам направил письмо президенту Сирии Ахмеду аш-Шараа."),
        ("de", "Nawaf Salam schrieb Präsident Ahmed asch-Scharaa einen Brief."),
    ],
)
def test_an_article_may_take_the_sound_of_its_name(lang: str, text: str) -> None:
    assert [a.id for r in read(lang, text) for a in r.whom] == ["al-sharaa-ahmed"]


def test_a_surname_may_be_a_city() -> None:
    text = "Бадр Абделатты позвонил министру иностранных дел Судана Мохиэддину Салему."
    assert [a.name for a in read("ru", text)[0].whom] == ["Мохиэддину Салему"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Präsident Duda reist am Mittwoch nach Ankara. Dort trifft er Hakan Fidan."),
        ("de", "Präsident Duda reist am Mittwoch nach Ankara und trifft Hakan Fidan."),
        ("fr", "Le président Duda se rendra mercredi à Ankara. Il y rencontre Hakan Fidan."),
        ("en", "President Duda travels to Ankara on Wednesday. He meets Hakan Fidan there."),
        ("en", "President Duda travels to Ankara on Wednesday and meets Hakan Fidan."),
        ("ru", "Президент Дуда в среду едет в Анкару. Там он встречается с Хаканом Фиданом."),
    ],
)
def test_what_one_does_on_a_trip_that_is_ahead_is_ahead(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "meeting"] == ["planned"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "President Duda cut short his visit to Lithuania."),
        ("de", "Präsident Duda brach seinen Besuch in Litauen ab."),
        ("fr", "Le président Duda a écourté sa visite en Lituanie."),
    ],
)
def test_a_visit_that_is_cut_short_took_place(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text)] == ["happened"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lithuania and Poland signed a pact, the Vilnius Dispatch reported."),
        ("en", "Lithuania and Poland signed a pact, according to The Warsaw Courier."),
        ("de", "Litauen und Polen schlossen einen Vertrag, berichtete der Vilnius-Kurier."),
        ("de", "Litauen und Polen schlossen einen Vertrag, berichtete der Warschauer Bote."),
        ("fr", "La Lituanie et la Pologne ont signé un accord, a rapporté le Courrier de Vilnius."),
        ("ru", "Литва и Польша подписали соглашение, пишет «Вильнюсский вестник»."),
    ],
)
def test_a_newspaper_is_no_government(lang: str, text: str) -> None:
    assert [s.type for r in read(lang, text) for s in r.attribution] == ["media"]


@pytest.mark.parametrize(
    "text",
    [
        "Les présidents chilien, Gabriel Boric, et argentin, Javier Milei, se sont retrouvés.",
        "Les présidents chilien Gabriel Boric et argentin Javier Milei se sont rencontrés à Cuyo.",
    ],
)
def test_two_adjectives_share_a_plural_title(text: str) -> None:
    (told,) = read("fr", text)
    assert [a.name for a in (*told.who, *told.whom)] == ["Gabriel Boric", "Javier Milei"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Erdogan met Jordan's King Abdullah.", "Abdullah II"),
        ("Erdogan met Saudi Arabia's Crown Prince Mohammed.", "Mohammed"),
    ],
)
def test_a_single_name_is_of_the_state_that_stands_with_it(text: str, name: str) -> None:
    (told,) = read("en", text)
    assert [a.name for a in told.whom] == [name]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Badr Abdelatty discussed the trip in a phone call with Hakan Fidan on Monday."),
        ("en", "Badr Abdelatty discussed the visit with Hakan Fidan by phone on Monday."),
        ("fr", "Badr Abdelatty a évoqué la guerre lors d'un appel avec Hakan Fidan lundi."),
    ],
)
def test_with_whom_and_how_something_is_discussed(lang: str, text: str) -> None:
    (call,) = [r for r in read(lang, text) if r.kind == "call"]
    assert [a.name for a in (*call.who, *call.whom)] == ["Badr Abdelatty", "Hakan Fidan"]
    assert call.standing == "happened"


def test_a_minister_without_a_state_is_of_where_the_text_was_filed() -> None:
    text = "ABUJA - Foreign Minister Yusuf Tuggar signed a pact with Chad, his ministry said."
    (told,) = read("en", text)
    assert [a.country for a in told.who] == ["NG"]
    assert [s.country for s in told.attribution] == ["NG"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Boric met Javier Milei in Mendoza on Friday. Boric invited his host to Santiago."),
        ("fr", "Boric a rencontré Javier Milei. M. Boric a invité son hôte à Santiago."),
        ("de", "Boric traf Javier Milei in Mendoza. Boric lud seinen Gastgeber nach Chile ein."),
    ],
)
def test_his_host_is_the_other_one(lang: str, text: str) -> None:
    (told,) = [r for r in read(lang, text) if r.kind == "invitation"]
    assert [a.name for a in told.whom] == ["Javier Milei"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Hakan Fidan delivered an invitation from Recep Tayyip Erdogan to Sisi."),
        ("fr", "Hakan Fidan a remis à M. Sissi une invitation du président Erdogan."),
    ],
)
def test_who_conveys_an_invitation_does_not_invite(lang: str, text: str) -> None:
    (told,) = [r for r in read(lang, text) if r.kind == "invitation"]
    assert [a.name for a in told.who] == ["Recep Tayyip Erdoğan"]
    assert [a.country for a in told.whom] == ["EG"]


def test_a_comma_between_two_states_of_a_headline_is_an_and() -> None:
    (told,) = read("en", "Nigeria, Chad begin joint drill on Lake Chad")
    assert [a.country for a in told.who] == ["NG", "TD"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Petro will go to Lima to see his counterpart, Dina Boluarte, Peru's ministry said.",
        ),
        (
            "fr",
            "Petro s'est entretenu avec Boluarte afin de préparer un sommet, selon le ministère.",
        ),
    ],
)
def test_who_says_so_is_no_part_of_what_stands_before(lang: str, text: str) -> None:
    assert all(len(r.attribution) == 1 for r in read(lang, text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Petro will arrive in Rabat on Friday, a ministry said, in the first visit by a Latin.",
        ),
        (
            "fr",
            "Petro arrivera vendredi à Rabat, a annoncé Tunis, pour la première visite d'un élu.",
        ),
    ],
)
def test_the_first_visit_of_a_plan_is_ahead(lang: str, text: str) -> None:
    assert {r.standing for r in read(lang, text) if r.kind == "visit"} == {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "Petro said on Friday he had not spoken to Daniel Noboa, rejecting a report in El Faro.",
        "Lima denies expelling Bolivian diplomat",
    ],
)
def test_what_is_denied_is_read(text: str) -> None:
    told = [r for r in read("en", text) if r.kind in {"call", "relations"}]
    assert [r.standing for r in told] in (["not_happened"], ["denied"])
    assert all(r.who for r in told)


def test_nobody_deports_his_own() -> None:
    told = read("en", "Peru handed Chile a note of protest over the deportation of 60 Peruvians.")
    assert [r.who for r in told if r.kind == "cooperation"] == [()]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Daniel Noboa and Dina Boluarte held a joint cabinet meeting in Lima."),
        ("fr", "Daniel Noboa et Dina Boluarte ont tenu un conseil des ministres conjoint à Lima."),
    ],
)
def test_two_leaders_hold_a_cabinet_meeting(lang: str, text: str) -> None:
    assert [(r.kind, len(r.who)) for r in read(lang, text)] == [("meeting", 2)]


def test_a_word_may_hold_a_date() -> None:
    (told,) = read("fr", "Emmanuel Macron et Olaf Scholz se sont rencontrés mi-avril à Doha.")
    assert told.when is not None


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("fr", "Le Niger livre chaque semaine du carburant au Bénin.", "cooperation"),
        ("fr", "Youssef Rajji a reçu lundi un appel de son homologue Johann Wadephul.", "call"),
        ("en", "Nigeria will resume electricity exports to Niger next month.", "cooperation"),
        (
            "de",
            "Nigeria nimmt im September die Stromlieferungen an Niger wieder auf.",
            "cooperation",
        ),
    ],
)
def test_plain_events_are_read(lang: str, text: str, kind: str) -> None:
    (told,) = read(lang, text)
    assert told.kind == kind
    assert told.who
    assert told.whom


def test_a_past_form_is_past_whatever_its_tag() -> None:
    told = read("en", "Emmanuel Macron met Javier Milei in Lomé on Sunday.")
    assert [r.standing for r in told] == ["happened"]


def test_the_two_countries_are_those_of_the_two_who_met() -> None:
    told = read("en", "Macron met Javier Milei in Lyon. The two countries signed a treaty.")
    assert [a.id for a in told[-1].who] == ["FR", "AR"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Macron met Javier Milei. Robert Dussey, who had invited them to the meeting, spoke.",
        ),
        ("de", "Macron traf Milei. Das sagte Robert Dussey, der zu dem Treffen eingeladen hatte."),
    ],
)
def test_the_meeting_just_told_of_took_place_whoever_invited(lang: str, text: str) -> None:
    assert {r.standing for r in read(lang, text) if r.kind == "meeting"} == {"happened"}


def test_a_colleague_with_a_name_is_nobody_named_before() -> None:
    first = "Joseph Aoun s'entretiendra avec son homologue chypriote, Nikos Christodoulides."
    text = f"{first} Youssef Rajji avait appelé lundi son collègue chypriote, Constantinos Kombos."
    told = [r for r in read("fr", text) if r.kind == "call"]
    assert [a.name for r in told for a in r.whom] == ["Constantinos Kombos"]


def test_a_state_does_not_summon_its_own_envoy() -> None:
    told = read("en", "Malta's ambassador to Tunisia was summoned to the ministry in Tunis.")
    assert [[a.country for a in r.who] for r in told] == [["TN"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Mali denied reports that its ambassador in Paris had been summoned."),
        ("fr", "Le Mali a démenti que son ambassadeur à Paris ait été convoqué."),
        ("de", "Malis Botschafter in Paris wurde am Montag einbestellt."),
    ],
)
def test_an_envoy_is_summoned_where_he_is_posted(lang: str, text: str) -> None:
    told = [r for r in read(lang, text) if r.kind == "relations"]
    assert [[a.country for a in r.who] for r in told] == [["FR"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Malta schickte 40 tunesische Migranten zurück."),
        ("ru", "Мальта вернула в Тунис 40 мигрантов."),
        ("de", "Indonesien schenkt Fidschi drei Patrouillenboote."),
    ],
)
def test_migrants_are_returned_and_boats_given(lang: str, text: str) -> None:
    assert [r.kind for r in read(lang, text)] == ["cooperation"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Petro a rencontré le président Mulino à Cali, a-t-il indiqué mardi lors d'un point.",
        ),
        ("fr", "Le président Mulino est arrivé mardi à Cali, a rapporté la télévision d'État."),
    ],
)
def test_who_speaks_stands_behind_the_verb(lang: str, text: str) -> None:
    (told,) = read(lang, text)
    assert len(told.attribution) == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Petro denied that he would travel to Quito in December."),
        ("en", "There are no plans for Petro to visit Quito in December."),
        ("fr", "La présidence a démenti que Petro se rendrait à Quito en décembre."),
    ],
)
def test_a_denied_plan_has_the_date_of_a_plan(lang: str, text: str) -> None:
    (told,) = read_text(text, lang=lang, published="2025-03-14").reports
    assert told.when == "2025-12"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Gustavo Petro will visit Panama in May. The trip comes amid a row over migrants."),
        (
            "fr",
            "Gustavo Petro se rendra au Panama en mai. Ce déplacement intervient en pleine crise.",
        ),
        ("de", "Gustavo Petro wird im Mai Panama besuchen. Der Besuch kommt zu heikler Zeit."),
    ],
)
def test_a_plan_spoken_of_in_the_present_tense_is_no_fact(lang: str, text: str) -> None:
    assert {r.standing for r in read(lang, text)} == {"planned"}


def test_a_surname_is_whom_the_text_has_named_in_full() -> None:
    told = read("en", "Ghana's minister Ruth Mahama met Macron in Paris. Mahama flew to Lagos.")
    assert [[a.name for a in r.who] for r in told] == [["Ruth Mahama"], ["Ruth Mahama"]]
    told = read("en", "Ghana's minister Ruth Mahama met Macron. President Mahama flew to Lagos.")
    assert [a.name for a in told[-1].who] == ["John Mahama"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The deal was signed during a visit to Lomé by President Macron."),
        ("fr", "L'accord a été signé lors d'une visite au Togo du président Macron."),
        ("de", "Das Abkommen wurde beim Besuch von Präsident Macron in Togo unterzeichnet."),
    ],
)
def test_a_deal_is_of_those_on_whose_visit_it_is_signed(lang: str, text: str) -> None:
    (deal,) = [r for r in read(lang, text) if r.kind == "agreement"]
    assert {a.country for a in (*deal.who, *deal.whom)} == {"FR", "TG"}


def test_a_title_is_who_bears_it_in_the_text() -> None:
    text = "Emmanuel Macron a rencontré le roi Mohammed VI. Le roi l'a invité à Rabat."
    told = [r for r in read("fr", text) if r.kind == "invitation"]
    assert [(a.name, b.name) for r in told for a in r.who for b in r.whom] == [
        ("Mohammed VI", "Emmanuel Macron")
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Prime Minister Mark Carney met Petro in Ottawa. The trade minister flew to Japan."),
        (
            "fr",
            "Le ministre des Finances Tom Kay a reçu Petro. Le ministre du Travail a visité Rome.",
        ),
        ("de", "Außenministerin Anita Anand traf Petro. Der Energieminister flog nach Japan."),
    ],
)
def test_no_minister_is_who_holds_another_office(lang: str, text: str) -> None:
    (trip,) = [r for r in read(lang, text) if r.kind == "visit"]
    assert [a.resolved for a in trip.who] == [None]


def test_a_ministry_of_another_field_is_of_where_the_text_was_filed() -> None:
    (_, told) = read(
        "en",
        "MEXICO CITY - Mark Carney met Claudia Sheinbaum, the Canadian embassy said.\n\n"
        "Mexico lifted a ban on Canadian pork on Thursday, the agriculture ministry said.",
    )
    assert [s.country for s in told.attribution] == ["MX"]


@pytest.mark.parametrize(
    "text",
    [
        "Libya has expelled hundreds of Nigerian migrants this year.",
        "Libya's expulsion of Nigerian migrants was condemned.",
    ],
)
def test_migrants_are_expelled(text: str) -> None:
    (told, *_) = [r for r in read("en", text) if r.kind == "cooperation"]
    assert ([a.country for a in told.who], [a.country for a in told.whom]) == (["LY"], ["NG"])


@pytest.mark.parametrize(
    ("lang", "text", "where"),
    [
        ("en", "President Niinistö invited Macron to pay a state visit.", ["FI"]),
        ("de", "Niinistö hat Macron eingeladen, ihn zu besuchen.", ["FI"]),
        ("fr", "Le président Niinistö a invité Macron à effectuer une visite d'État.", ["FI"]),
        ("ru", "Ниинистё пригласил Макрона совершить государственный визит.", ["FI"]),
        ("en", "Niinistö invited Macron to join him on his visit to Malta.", ["MT"]),
    ],
)
def test_an_invitation_to_visit_leads_to_where_the_host_is(
    lang: str, text: str, where: list[str]
) -> None:
    visits = [r for r in read(lang, text) if r.kind == "visit"]
    assert [p.country for r in visits for p in r.where] == where
    assert {r.standing for r in visits} == {"possible"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The foreign ministry in Vienna summoned Tonga's ambassador."),
        ("de", "Das Außenministerium in Wien bestellte den Botschafter Tongas ein."),
        ("fr", "Le ministère des Affaires étrangères à Vienne a convoqué l'ambassadeur des Tonga."),
        ("ru", "Правительство в Вене выслало дипломата Тонги."),
    ],
)
def test_a_ministry_is_of_the_capital_that_it_sits_in(lang: str, text: str) -> None:
    assert [a.country for r in read(lang, text) for a in r.who] == ["AT"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Fiji's Rabuka met Tonga's king. Fiji will supply its neighbour with rice."),
        ("de", "Rabuka kam aus Fidschi nach Tonga. Fidschi liefert dem Nachbarland Reis."),
        ("fr", "Les Fidji ont reçu le roi des Tonga. Les Fidji ont livré du riz à leur voisin."),
        ("ru", "Фиджи и Тонга договорились. Фиджи поставят соседу уголь."),
    ],
)
def test_the_neighbour_is_the_other_of_two_states(lang: str, text: str) -> None:
    sent = [r for r in read(lang, text) if r.kind == "cooperation"]
    assert [(a.country, b.country) for r in sent for a in r.who for b in r.whom] == [("FJ", "TO")]


def test_the_two_countries_are_the_only_ones_that_the_text_has_named() -> None:
    told = read("en", "Fiji's Rabuka flew to Tonga.\n\nThe two countries signed a treaty.")
    assert [a.country for a in told[-1].who] == ["FJ", "TO"]
    told = read("en", "Rabuka flew to Tonga. Samoa agreed.\n\nThe two countries signed a treaty.")
    assert [a.country for a in told[-1].who] == [None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Estonia thanked Finland for sending 40 rescuers."),
        ("de", "Estland dankte Finnland für die Lieferung von Impfstoffen."),
        ("fr", "L'Estonie a remercié la Finlande d'avoir envoyé 40 sauveteurs."),
        ("ru", "Эстония поблагодарила Финляндию за помощь."),
    ],
)
def test_who_is_thanked_gave_and_who_thanks_got(lang: str, text: str) -> None:
    sent = [r for r in read(lang, text) if r.kind == "cooperation"]
    assert [(a.country, b.country) for r in sent for a in r.who for b in r.whom] == [("FI", "EE")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Karis came to Italy. The presidents of the two countries met on Friday."),
        ("de", "Karis kam nach Italien. Die Präsidenten beider Länder trafen sich."),
        ("fr", "Karis est arrivé en Italie. Les présidents des deux pays se sont rencontrés."),
        ("ru", "Президент Эстонии прибыл в Рим. Президенты двух стран провели переговоры."),
    ],
)
def test_the_presidents_of_the_two_countries_are_their_presidents(lang: str, text: str) -> None:
    met = [r for r in read(lang, text) if r.kind == "meeting"]
    assert [a.name for r in met for a in r.who] == ["Alar Karis", "Sergio Mattarella"]


def test_what_is_visited_may_stand_behind_with_a_visit() -> None:
    told = read("ru", "Президент Сербии посетил 3 марта с рабочим визитом Будапешт.")
    assert [p.country for r in told for p in r.where] == ["HU"]


def test_who_is_on_a_visit_is_there_whatever_reflexive_follows() -> None:
    told = read("fr", "Alar Karis, en visite à Rome, s'est entretenu avec Sergio Mattarella.")
    assert [(r.kind, r.standing) for r in told] == [("visit", "happened"), ("meeting", "happened")]


def test_who_met_and_spoke_made_no_call() -> None:
    assert [
        r.kind for r in read("en", "Karis and Mattarella met in Rome and spoke about aid.")
    ] == ["meeting"]
    told = read("en", "Karis and Mattarella met in Rome and phoned Duda.")
    assert [r.kind for r in told] == ["meeting", "call"]


def test_another_given_name_is_somebody_else() -> None:
    told = read("en", "Akie Abe met Wang Yi.")
    assert [(a.name, a.id) for r in told for a in r.who] == [("Akie Abe", None)]
    told = read("en", "Shri Modi met Wang Yi.")
    assert [a.name for r in told for a in r.who] == ["Narendra Modi"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Thailand deported 120 Cambodian workers."),
        ("fr", "La Thaïlande a expulsé 120 travailleurs cambodgiens."),
        ("de", "Thailand schob 120 kambodschanische Arbeiter ab."),
    ],
)
def test_workers_are_sent_home(lang: str, text: str) -> None:
    assert [a.country for r in read(lang, text) for a in r.whom] == ["KH"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lithuania and Poland signed a framework agreement."),
        ("de", "Litauen und Polen unterzeichneten ein entsprechendes Abkommen."),
        ("ru", "Литва и Польша подписали рамочное соглашение."),
        ("fr", "La Lituanie et la Pologne ont signé un nouvel accord."),
    ],
)
def test_the_sort_of_an_agreement_is_not_what_it_is_about(lang: str, text: str) -> None:
    assert [r.about for r in read(lang, text)] == [None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Karis empfing Mattarella. Dieser reist am Montag nach Malta."),
        ("de", "Karis' Sprecher sagte über Mattarella, dieser werde nach Malta reisen."),
        ("fr", "Karis a reçu Mattarella. Celui-ci se rendra lundi à Malte."),
    ],
)
def test_this_one_is_the_last_who_was_named(lang: str, text: str) -> None:
    trips = [r for r in read(lang, text) if r.kind == "visit"]
    assert [a.name for r in trips for a in r.who] == ["Sergio Mattarella"]


def test_high_commissioners_are_summoned() -> None:
    told = read("en", "Kenya summoned the Indian High Commissioner, Namgya Khampa, on Monday.")
    assert [(r.kind, [a.country for a in r.whom]) for r in told] == [("relations", ["IN"])]


def test_as_well_hides_nobody_who_says_so() -> None:
    told = read("en", "Karis and Mattarella talked by phone as well, the Italian presidency said.")
    assert [s.country for r in told for s in r.attribution] == ["IT"]


def test_a_ban_that_is_lifted_is_not_imposed() -> None:
    told = read("ru", "Литва сняла запрет на импорт польского зерна.")
    assert [r.rule for r in told] == ["measure.lift"]


def test_a_state_without_cases_is_given_what_stands_behind() -> None:
    told = read("ru", "Россия поставит Бангладеш 50 тыс. тонн пшеницы.")
    assert [a.country for r in told for a in r.whom] == ["BD"]


def test_the_counterpart_is_the_other_who_was_named() -> None:
    told = read(
        "de", "Karis und Mattarella telefonierten. Karis sprach seinem Kollegen Beileid aus."
    )
    assert [a.name for r in told if r.kind == "message" for a in r.whom] == ["Sergio Mattarella"]


def test_a_place_behind_reports_of_a_visit_is_where_it_led() -> None:
    told = read("ru", "Эстония опровергла сообщения о визите министра в Китай.")
    assert [(r.standing, [p.country for p in r.where]) for r in told] == [("denied", ["CN"])]


def test_her_ministry_is_that_of_the_minister_of_foreign_affairs() -> None:
    told = read(
        "ru",
        "Министр иностранных дел Латвии Байба Браже поговорила по телефону с Ван И, рассказали "
        "в ее ведомстве.",
    )
    assert [s.country for r in told for s in r.attribution] == ["LV"]
