"""Verbs and participants told by word order, in German; who a pronoun or a bare title means."""

from __future__ import annotations

import pytest

from registan.checker import read_text

PUBLISHED = "2024-05-21"
HELD = ("meeting", "happened", "2024-05")


@pytest.mark.parametrize(
    ("text", "kind", "standing", "who", "whom"),
    [
        ("Besucht der Kanzler Tallinn?", "visit", "possible", ["Kanzler"], []),
        ("Reist Tokajew nun doch nach Wien?", "visit", "possible", ["Kassym-Jomart Tokayev"], []),
        (
            "Später telefonierte Netanjahu mit Biden.",
            "call",
            "happened",
            ["Benjamin Netanyahu"],
            ["Joseph R. Biden"],
        ),
        (
            "Gestern traf Lawrow in Peking Wang Yi.",
            "meeting",
            "happened",
            ["Sergey Lavrov"],
            ["Wang Yi"],
        ),
        (
            "Am Dienstag traf Baerbock in Taschkent Norow.",
            "meeting",
            "happened",
            ["Annalena Baerbock"],
            ["Vladimir Norov"],
        ),
    ],
)
def test_order_tells_verb_and_participants(
    text: str, kind: str, standing: str, who: list[str], whom: list[str]
) -> None:
    (report,) = read_text(text, lang="de", published=PUBLISHED).reports
    assert (report.kind, report.standing) == (kind, standing)
    assert [a.name for a in report.who] == who
    assert [a.name for a in report.whom] == whom


def test_a_question_without_a_verb_stays_a_noun() -> None:
    (report,) = read_text("Besuche in Riga durch Duda?", lang="de", published=PUBLISHED).reports
    assert report.rule == "visit.noun"


def test_a_relative_clause_tells_no_source() -> None:
    text = "Polen schloss mit Estland einen Vertrag, der Riga ein Veto gegen jeden Bau einräumte."
    reports = read_text(text, lang="de", published=PUBLISHED).reports
    assert all(not r.attribution for r in reports)


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        (
            "de",
            "Angela Merkel traf Emmanuel Macron in Lyon. Anschließend reiste er nach Rom.",
            "Emmanuel Macron",
        ),
        ("en", "Meloni met Macron in Lyon. Later she flew to Rome.", "Giorgia Meloni"),
        (
            "de",
            "Ministerin Frieda Holm kam am Montag nach Riga.\n\nDie Lage ist ernst. Viele "
            "warten auf Hilfe.\n\nAm Abend reiste die Ministerin nach Tallinn.",
            "Frieda Holm",
        ),
    ],
)
def test_who_is_meant(lang: str, text: str, who: str) -> None:
    last = read_text(text, lang=lang, published=PUBLISHED).reports[-1]
    assert [a.name for a in last.who] == [who]


def test_a_denier_is_nobody_named_in_what_he_denies() -> None:
    text = "Dass Putin ihn in Sotschi um ein Treffen gebeten habe, bestritt er nicht."
    reports = read_text(text, lang="de", published=PUBLISHED).reports
    assert all("Putin" not in s.name for r in reports for s in r.attribution)


def test_a_relative_clause_has_its_own_date() -> None:
    text = "Der Minister, der im März Riga besucht hatte, schwieg am Montag."
    (report,) = read_text(text, lang="de", published=PUBLISHED).reports
    assert report.when == "2024-03"


def test_what_becomes_of_a_plan_in_a_relative_clause() -> None:
    text = "Blinken, der am Freitag in Tiflis erwartet worden war, sagte seine Reise ab."
    (report,) = read_text(text, lang="de", published=PUBLISHED).reports
    assert (report.standing, [p.name for p in report.where]) == ("cancelled", ["Tiflis"])


@pytest.mark.parametrize(
    ("lang", "text", "kind", "standing", "when"),
    [
        ("de", "Das verschobene Treffen von Duda und Karis wurde im Mai nachgeholt.", *HELD),
        ("de", "Morgen reist Duda nach Tallinn.", "visit", "planned", "2024-05-22"),
        ("de", "Der Sprecher sagte, dass Duda bald nach Oslo reist.", "visit", "planned", None),
        ("fr", "Duda se rend prochainement à Oslo.", "visit", "planned", None),
    ],
)
def test_what_is_to_come_and_what_was_made_up_for(
    lang: str, text: str, kind: str, standing: str, when: str | None
) -> None:
    (report,) = read_text(text, lang=lang, published=PUBLISHED).reports
    assert (report.kind, report.standing, report.when) == (kind, standing, when)


def test_the_day_of_what_one_is_invited_to_is_that_of_the_visit() -> None:
    text = "Duda hat Karis zur Eröffnung der Messe im September eingeladen."
    invitation, visit = read_text(text, lang="de", published=PUBLISHED).reports
    assert (invitation.when, visit.when) == (None, "2024-09")


def test_a_fact_inside_reported_speech_is_the_texts_own() -> None:
    text = "Der Sprecher sagte, Duda, der im März Riga besucht hatte, werde im Juni Oslo besuchen."
    first, second = read_text(text, lang="de", published=PUBLISHED).reports
    assert (first.attribution, first.when) == ((), "2024-03")
    assert [s.name for s in second.attribution] == ["Sprecher"]


def test_whoever_asks_for_a_meeting_takes_part() -> None:
    text = "Scholz bat Duda um ein Treffen mit Karis."
    reports = read_text(text, lang="de", published=PUBLISHED).reports
    (meeting,) = [r for r in reports if r.kind == "meeting"]
    assert [a.name for a in (*meeting.who, *meeting.whom)] == ["Olaf Scholz", "Alar Karis"]


def test_states_broke_their_own_ties() -> None:
    text = "Putin sprach mit Erdogan.\n\nDie beiden Nachbarn haben ihre Beziehungen abgebrochen."
    reports = read_text(text, lang="de", published=PUBLISHED).reports
    (broken,) = [r for r in reports if r.kind == "relations"]
    assert {a.type for a in (*broken.who, *broken.whom)} == {"state"}


def test_an_outlet_keeps_its_marks_of_quotation() -> None:
    text = (
        "Polen hat nach Informationen der Zeitung »Al-Ahram« eine Delegation nach Kairo entsandt."
    )
    (report,) = read_text(text, lang="de", published=PUBLISHED).reports
    assert [s.name for s in report.attribution] == ["Zeitung »Al-Ahram«"]


def test_a_stranger_named_with_an_office_keeps_it() -> None:
    text = "Staatssekretärin Ada Holm ist in Hanoi. Am Montag reist Holm nach Laos weiter."
    reports = read_text(text, lang="de", published=PUBLISHED).reports
    assert [[a.name for a in r.who] for r in reports] == [["Ada Holm"], ["Ada Holm"]]


def test_reports_told_in_front_are_what_the_verb_behind_them_denies() -> None:
    text = "Meldungen, wonach der Kanzler im Herbst nach Accra reisen werde, wies er zurück."
    [report] = read_text(text, lang="de", published=PUBLISHED).reports
    assert (report.kind, report.standing) == ("visit", "denied")


@pytest.mark.parametrize(
    ("lang", "text", "country"),
    [
        (
            "de",
            "Kanzler Olaf Scholz sprach in Berlin. Der {} Regierungschef reiste nach Accra.",
            ("deutsche", "bayerische"),
        ),
        (
            "ru",
            "Премьер Михаил Мишустин выступил в Москве. {} премьер прибыл в Аккру.",
            ("Российский", "Баварский"),
        ),
    ],
)
def test_a_title_of_a_region_is_not_that_of_its_state(
    lang: str, text: str, country: tuple[str, str]
) -> None:
    own, regional = (
        read_text(text.format(c), lang=lang, published=PUBLISHED).reports[-1].who[0]
        for c in country
    )
    assert own.id
    assert regional.id is None
