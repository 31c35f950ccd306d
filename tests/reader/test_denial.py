"""What a clause or the next sentence denies of what was told, and who is meant by a bare title."""

import pytest

from registan.checker import read_text
from registan.model import Report

DAY = "2023-03-10"


def read(lang: str, text: str) -> tuple[Report, ...]:
    return read_text(text, lang=lang, published=DAY).reports


@pytest.mark.parametrize(
    ("lang", "text", "denier"),
    [
        (
            "en",
            "The paper reported that Macron had met Putin in Paris, which Moscow denied.",
            "Mos",
        ),
        ("en", "Iranian media said Xi had visited Tehran, a claim Beijing rejected.", "Beijing"),
        ("en", "Iranian media said Xi had visited Tehran, but Beijing denied it.", "Beijing"),
        (
            "de",
            "Die Zeitung schrieb, Macron habe Putin getroffen, was Moskau dementierte.",
            "Moskau",
        ),
        (
            "en",
            "Media said Xi had visited Tehran, but Beijing called the reports false.",
            "Beijing",
        ),
        (
            "de",
            "Medien schrieben, Xi sei nach Teheran gereist, doch Peking nannte das falsch.",
            "Pek",
        ),
        (
            "fr",
            "Des médias ont écrit que Xi s'était rendu à Téhéran, mais Pékin a qualifié ces "
            "informations de fausses.",
            "Pékin",
        ),
        ("ru", "СМИ писали, что Си прилетел в Тегеран, но в Пекине назвали это вымыслом.", "Пек"),
        ("de", "Laut der Zeitung traf Macron Putin; Moskau dementierte den Bericht.", "Moskau"),
        ("ru", "По данным газеты, Макрон встретился с Путиным, что в Кремле опровергли.", "Кремл"),
        ("ru", "СМИ сообщили о визите Си Цзиньпина в Тегеран, но Пекин это опроверг.", "Пекин"),
        (
            "fr",
            "Selon le journal, Macron a rencontré Poutine, ce que le Kremlin dément.",
            "Kremlin",
        ),
        (
            "fr",
            "Selon le journal, Macron a rencontré Poutine, information démentie par Moscou.",
            "Moscou",
        ),
    ],
)
def test_what_a_clause_denies_of_its_sentence_is_denied(lang: str, text: str, denier: str) -> None:
    [report] = read(lang, text)
    assert report.standing == "denied"
    assert any(source.name.startswith(denier) for source in report.attribution)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The paper reported that Macron had met Putin in Paris. The Kremlin denied this."),
        ("de", "Laut der Zeitung traf Macron Putin in Paris. Der Kreml dementierte umgehend."),
        (
            "ru",
            "По данным газеты, Макрон встретился с Путиным. В Кремле эту информацию опровергли.",
        ),
        ("fr", "Selon le journal, Macron a rencontré Poutine à Paris. Le Kremlin a démenti."),
    ],
)
def test_a_denial_in_the_next_sentence_stands_beside_the_report(lang: str, text: str) -> None:
    told, denied = read(lang, text)
    assert (told.standing, denied.standing) == ("happened", "denied")
    assert [source.type for source in denied.attribution] == ["participant"]


def test_a_complaint_stays_made_whatever_is_denied() -> None:
    [report] = read("en", "Ukraine accused Russia of an attack, which the Kremlin denied.")
    assert (report.kind, report.standing) == ("statement", "happened")


def test_who_neither_confirms_nor_denies_leaves_it_open() -> None:
    [report] = read(
        "de", "Der Kreml wollte Macrons Besuch in Riad weder bestätigen noch dementieren."
    )
    assert report.standing == "possible"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Emmanuel Macron left Berlin. The president travelled to Warsaw.", "Emmanuel Macron"),
        ("Emmanuel Macron left Berlin. The chancellor travelled to Warsaw.", "chancellor"),
        ("Annalena Baerbock left Berlin. The minister travelled to Warsaw.", "Annalena Baerbock"),
        ("A spokesman confirmed a visit by the chancellor to Warsaw.", "chancellor"),
    ],
)
def test_a_bare_title_means_nobody_who_never_bore_it(text: str, who: str) -> None:
    visits = [r for r in read("en", text) if r.kind == "visit"]
    assert [actor.name for actor in visits[-1].who] == [who]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A summit of Kim Jong-un and Trump, if he is re-elected, is not ruled out."),
        ("de", "Ein Treffen von Macron und Putin, falls dieser zusagt, ist nicht ausgeschlossen."),
        ("ru", "Саммит Ким Чен Ына и Трампа, если тот будет избран, не исключён, сказал дипломат."),
        ("fr", "Un sommet entre Kim et Trump, si ce dernier est élu, n'est pas exclu, dit-il."),
    ],
)
def test_a_condition_put_in_behind_the_event_leaves_it_open(lang: str, text: str) -> None:
    assert [report.standing for report in read(lang, text)] == ["possible"]


def test_a_name_that_no_case_marks_is_who_denies() -> None:
    text = "СМИ сообщали, что Пашинян встречался с Алиевым, однако Баку это опроверг."
    [report] = read("ru", text)
    assert [source.name for source in report.attribution] == ["СМИ", "Баку"]


def test_what_two_discuss_after_their_call_is_the_call() -> None:
    text = "Пашинян провёл телефонный разговор с Макроном. Стороны обсудили поставки вооружений."
    assert {report.kind for report in read("ru", text)} == {"call"}


def test_what_was_negotiated_is_no_talk_of_those_before() -> None:
    text = (
        "Baerbock wurde von Präsident Tokajew empfangen. Ein Abkommen über Visa, das nach Angaben "
        "aus Delegationskreisen fertig verhandelt war, wurde nicht unterzeichnet."
    )
    assert [report.kind for report in read("de", text)] == ["meeting", "agreement"]


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        (
            "en",
            "Macron has cancelled his trip to Georgia. Tbilisi confirmed the cancellation.",
            "T",
        ),
        ("de", "Macron hat Putin getroffen. Der Kreml bestätigte entsprechende Berichte.", "Kreml"),
        ("fr", "Macron a rencontré Poutine. Le Kremlin a confirmé cette information.", "Kremlin"),
        ("ru", "Президент Макрон отменил поездку в Грузию. Тбилиси подтвердил отмену.", "Тб"),
    ],
)
def test_who_confirms_what_was_told_vouches_for_it(lang: str, text: str, who: str) -> None:
    told = read(lang, text)
    assert [a.name[: len(who)] for r in told for a in r.attribution] == [who]


def test_who_cannot_confirm_it_vouches_for_nothing() -> None:
    told = read("en", "Macron met Putin in Geneva. The Kremlin did not confirm this.")
    assert [r.attribution for r in told] == [()]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Präsident Boric hat Berichte über ein Telefonat mit Javier Milei zurückgewiesen."),
        ("fr", "Le président Boric a rejeté les informations sur un entretien avec Javier Milei."),
        ("en", "President Boric rejected reports about a phone call with Javier Milei."),
    ],
)
def test_reports_of_an_event_are_rejected_by_whoever_denies_it(lang: str, text: str) -> None:
    told = read(lang, text)
    assert [r.standing for r in told] == ["denied"]
    assert [s.name for s in told[0].attribution] == ["Gabriel Boric"]


def test_what_is_quoted_behind_a_colon_is_said_by_who_denies() -> None:
    text = "Maia Sandu hat mit Lukaschenko telefoniert, schreibt die Zeitung Ziarul. "
    text += "Ihr Sprecher wies das zurück: „Ein solches Gespräch gab es nicht.“"
    told = read("de", text)
    denials = [r for r in told if r.standing in {"denied", "not_happened"}]
    assert [r.attribution[-1].name for r in denials] == ["Sprecher [Maia Sandu]"] * len(denials)
    assert denials


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Macron und Merz haben sich am Rande des Gipfels in Oslo nicht getroffen."),
        ("en", "There was no meeting between Macron and Merz on the edge of the summit in Oslo."),
        ("fr", "Macron et Merz ne se sont pas rencontrés en marge du sommet d'Oslo."),
        ("ru", "Макрон и Мерц не встречались на полях саммита в Осло."),
    ],
)
def test_who_did_not_meet_at_a_summit_did_not_meet(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text)] == ["not_happened"]


def test_who_met_elsewhere_did_meet() -> None:
    text = "Macron and Merz met in Oslo but did not meet in Paris."
    assert [r.standing for r in read("en", text)] == ["happened", "not_happened"]


CALLED = {
    "de": "Medien berichteten, Orbán habe Xi angerufen.",
    "en": "Media said Orban had called Xi.",
    "fr": "Selon des médias, Orban a appelé Xi.",
    "ru": "СМИ сообщили, что Орбан позвонил Си Цзиньпину.",
}


@pytest.mark.parametrize(
    ("lang", "denial", "denier"),
    [
        ("de", "Das ist falsch, sagte Szijjártó.", "Szijjártó"),
        ("de", "„Das stimmt nicht“, sagte Szijjártó.", "Szijjártó"),
        ("de", "Das sei frei erfunden, hieß es.", ""),
        ("de", "Der Bericht ist erfunden, sagte Szijjártó.", "Szijjártó"),
        ("en", "That is false, Szijjarto said.", "Szijjarto"),
        ("en", '"This is not true," Szijjarto said.', "Szijjarto"),
        ("en", "The report is pure invention, Szijjarto said.", "Szijjarto"),
        ("fr", "C'est faux, a déclaré Szijjarto.", "Szijjarto"),
        ("fr", "Cette information est inexacte, selon Szijjarto.", "Szijjarto"),
        ("ru", "Это неправда, заявил Сийярто.", "Сийярто"),
        ("ru", "«Это не так», — сказал Сийярто.", "Сийярто"),
    ],
)
def test_the_next_sentence_says_that_it_is_false(lang: str, denial: str, denier: str) -> None:
    told = [r for r in read(lang, f"{CALLED[lang]} {denial}") if r.kind == "call"]
    assert [r.standing for r in told] == ["happened", "denied"]
    assert denier in " ".join(source.span.text for source in told[1].attribution if source.span)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Orban met Xi on Monday. That was wrong, the opposition said."),
        ("en", "Media said Orban had met Xi. That is true, Szijjarto said."),
        ("de", "Orbán traf Xi am Montag in Peking. Das war falsch, sagte Merz."),
        ("en", "Orban met Xi on Monday. It is not an isolated case, Szijjarto said."),
        ("de", "Orbán traf Xi am Montag in Peking. Das ist kein Einzelfall."),
        ("fr", "Orban a rencontré Xi lundi. Ce n'est pas un cas isolé."),
        ("en", "Orban met Xi on Monday. This is not always true of allies, analysts said."),
        ("ru", "Орбан встретился с Си в Пекине. Это не соответствует ожиданиям рынка."),
        ("ru", "Орбан встретился с Си в Пекине. «Неправда, что мы поссорились», — сказал он."),
    ],
)
def test_what_is_only_called_wrong_was_done(lang: str, text: str) -> None:
    assert {r.standing for r in read(lang, text) if r.kind == "meeting"} == {"happened"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It is not true that Orban visited Beijing."),
        ("en", "It is incorrect that Orban visited Beijing."),
        ("de", "Es ist nicht wahr, dass Orbán Peking besuchte."),
        ("fr", "Il n'est pas vrai qu'Orban a visité Pékin."),
        ("ru", "Неверно, что Орбан посетил Пекин."),
        ("ru", "Не соответствует действительности, что Орбан посетил Пекин."),
    ],
)
def test_what_is_not_true_did_not_happen(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text)] == ["denied"]


@pytest.mark.parametrize(
    ("lang", "retraction"),
    [
        ("de", "Die Zeitung zog den Bericht später zurück."),
        ("en", "The newspaper withdrew the report a day later."),
        ("fr", "Le journal a ensuite retiré l'information."),
        ("ru", "Позже издание удалило публикацию."),
    ],
)
def test_a_report_is_taken_back(lang: str, retraction: str) -> None:
    told = read(lang, f"{CALLED[lang]} {retraction}")
    assert [r.standing for r in told] == ["happened", "denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Premier Orbán hat einen Bericht zurückgewiesen, er habe mit Xi telefoniert.",
        "Das Präsidialamt hat Meldungen dementiert, Orbán habe Xi heimlich getroffen.",
        "Die Regierung hat Berichte dementiert, Orbán und Xi hätten telefoniert.",
    ],
)
def test_what_rejected_reports_say_in_reported_speech_is_denied(text: str) -> None:
    assert [r.standing for r in read("de", text)] == ["denied"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Zeitung schrieb, Duda habe Minsk besucht. Der Bericht nannte Kritik falsch."),
        ("ru", "Газета написала, что Дуда посетил Минск. Новость оказалась интересной."),
    ],
)
def test_what_a_report_calls_false_is_not_the_report(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "visit"] == ["happened"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Zeitung schrieb, Duda habe Minsk besucht. Das erwies sich als Ente."),
        ("de", "Die Zeitung schrieb, Duda habe Minsk besucht. Der Bericht erwies sich als Ente."),
        ("ru", "Газета написала, что Дуда посетил Минск. Новость оказалась уткой."),
    ],
)
def test_a_report_that_proves_a_hoax_is_denied(lang: str, text: str) -> None:
    assert [r.standing for r in read(lang, text) if r.kind == "visit"][-1] == "denied"
