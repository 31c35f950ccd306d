"""What a tree takes for something else, where case, order or a fixed word leave no doubt."""

import pytest

from registan.checker import read_text


@pytest.mark.parametrize(
    ("lang", "text", "kind", "standing"),
    [
        (
            "de",
            "Präsident Duda flog ab, ohne den Kanzler getroffen zu haben.",
            "meeting",
            "not_happened",
        ),
        (
            "de",
            "Man trennte sich, ohne dass Polen das Abkommen unterzeichnete.",
            "agreement",
            "not_happened",
        ),
        ("de", "Präsident Duda wird am Montag in Kiew erwartet.", "visit", "planned"),
        ("de", "Präsident Duda ließ das Treffen mit Wang Yi platzen.", "meeting", "cancelled"),
        (
            "de",
            "Paris dementierte Berichte über eine Reise von Präsident Duda nach Kiew.",
            "visit",
            "denied",
        ),
        ("de", "Denkbar sei eine Reise von Präsident Duda nach Kiew.", "visit", "possible"),
        (
            "de",
            "Polen wird den ägyptischen Präsidenten nach Warschau einladen.",
            "invitation",
            "planned",
        ),
        (
            "de",
            "Ein Sprecher bestritt, den Kanzler habe Präsident Duda empfangen.",
            "meeting",
            "denied",
        ),
        ("fr", "Le bruit court que Catherine Colonna a rencontré Wang Yi.", "meeting", "possible"),
        ("fr", "La presse fait état d'une visite du président Duda à Riga.", "visit", "possible"),
    ],
)
def test_what_is_not_done_is_no_fact(lang, text, kind, standing):
    found = [r.standing for r in read_text(text, lang=lang).reports if r.kind == kind]
    assert found == [standing]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Deutschland wird der Ukraine im Herbst Panzer liefern.", ["Deutschland"], ["Ukraine"]),
        ("Präsident Karis lud Kanzler Scholz nach Tallinn ein.", ["Alar Karis"], ["Olaf Scholz"]),
        ("Kürzlich lud Präsident Karis Kanzler Scholz ein.", ["Alar Karis"], ["Olaf Scholz"]),
    ],
)
def test_each_side_keeps_its_part(text, who, whom):
    report = read_text(text, lang="de").reports[0]
    assert ([a.name for a in report.who], [a.name for a in report.whom]) == (who, whom)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Канцлер Мерц объявил о поставке Эстонии 20 тысяч доз вакцины.", "DE", "EE"),
        ("В ответ Осло отозвал посла в Минске.", "NO", "BY"),
        ("В понедельник Баку вызвал посла Польши.", "AZ", "PL"),
        ("Эстония передаст Грузии 20 электрогенераторов.", "EE", "GE"),
        ("Временного поверенного в делах Польши вызвали в МИД Эстонии.", "EE", "PL"),
        ("Президент Сенегала Бассиру Диомай Фай позвонил Макрону.", "SN", "FR"),
        ("Фай позвал своего мавританского коллегу Мохамеда ульд Газуани.", "SN", "MR"),
    ],
)
def test_who_gives_and_who_gets_show_in_russian(text, who, whom):
    report = read_text(text, lang="ru", published="2025-06-10").reports[0]
    assert ([a.country for a in report.who], [a.country for a in report.whom]) == ([who], [whom])
