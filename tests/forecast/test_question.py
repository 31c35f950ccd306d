from datetime import date

import pytest

from registan.errors import InputError
from registan.forecast.horizon import add_months, read_horizon
from registan.forecast.question import ask

DAY = "2024-03-15"


@pytest.mark.parametrize(
    ("who", "where", "lang", "task", "countries"),
    [
        ("US president", "Mongolia", "en", "president-abroad", {"MN"}),
        ("POTUS", "Mongolia", "en", "president-abroad", {"MN"}),
        ("the president", "Mongolia", "en", "president-abroad", {"MN"}),
        ("US-Präsident", "Mongolei", "de", "president-abroad", {"MN"}),
        ("президент США", "Монголия", "ru", "president-abroad", {"MN"}),
        ("le président américain", "Mongolie", "fr", "president-abroad", {"MN"}),
        ("Joe Biden", "NA", "en", "president-abroad", {"NA"}),
        ("US secretary of state", "Chile or Peru", "en", "secretary-abroad", {"CL", "PE"}),
        ("secretary of state", "ASEAN", "en", "secretary-abroad", {"TH", "VN", "ID"}),
        ("prime minister of Norway", "White House", "en", "leader-to-us", {"NO"}),
        ("leader of Chile", None, "en", "leader-to-us", {"CL"}),
        ("king of Jordan", "Washington", "en", "leader-to-us", {"JO"}),
    ],
)
def test_words_become_a_question(who, where, lang, task, countries):
    target = ask(who, where, "12m", DAY, lang)
    assert target.task == task
    assert countries <= set(target.countries)
    assert (target.as_of, target.until) == (date(2024, 3, 15), date(2025, 3, 15))


def test_a_region_holds_the_states_of_its_day():
    assert ask("US president", "Eastern Europe", "12m", "1988-01-01").countries >= ("BG", "CS")
    assert "CZ" not in ask("US president", "Eastern Europe", "12m", "1988-01-01").countries
    assert set(ask("US president", "Central Asia", "12m", DAY).countries) == {
        "KG",
        "KZ",
        "TJ",
        "TM",
        "UZ",
    }


@pytest.mark.parametrize(
    ("who", "where", "within", "day", "said"),
    [
        ("US vice president", "Chile", "12m", DAY, "No forecast is made .* .US president"),
        ("my neighbour", "Chile", "12m", DAY, "No forecast is made"),
        ("Emperor of Mars", "Chile", "12m", DAY, "No forecast is made"),
        ("", "Chile", "12m", DAY, "Nobody"),
        ("Bill Clinton", "Chile", "12m", DAY, "left office on 2001"),
        ("foreign minister of Chile", None, "12m", DAY, "No forecast is made"),
        ("president of Chile", "Peru", "12m", DAY, "to the United States only"),
        ("US president", "", "12m", DAY, "No country or region is given"),
        ("US president", "Ruritania", "12m", DAY, "No country or region is called"),
        ("US president", "Mongola", "12m", DAY, "Did you mean Mongolia"),
        ("US president", "Ukraine", "12m", "1985-05-01", "no state .* Ask about Soviet Union"),
        ("US president", "Czechoslovakia", "12m", DAY, "Ask about Czechia or Slovakia"),
        ("US president", "Greenland", "12m", DAY, "no state of its own"),
        ("US president", "Munich", "12m", DAY, "city.* Ask about Germany"),
        ("US president", "United States", "12m", DAY, "no visit abroad"),
        ("US president", "Chile", "2023-01-01", DAY, "not after 2024-03-15"),
        ("US president", "Chile", "0d", DAY, "not after"),
        ("US president", "Chile", "a while", DAY, "no window of time"),
        ("US president", "Chile", "30y", DAY, "longest is 48 months"),
        ("US president", "Chile", "12m", "15.3.2024", "is no day"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(who, where, within, day, said):
    with pytest.raises(InputError, match=said) as caught:
        ask(who, where, within, day)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("within", "until"),
    [
        ("12m", "2025-03-15"),
        ("1y", "2025-03-15"),
        ("6 months", "2024-09-15"),
        ("90d", "2024-06-13"),
        ("2w", "2024-03-29"),
        ("2024-12-31", "2024-12-31"),
    ],
)
def test_windows_end_where_they_say(within, until):
    assert read_horizon(within, date(2024, 3, 15)) == date.fromisoformat(until)


def test_months_end_on_days_that_there_are():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2023, 11, 30), 3) == date(2024, 2, 29)
