"""The traps of a panel of visits, each with rows of the registers that spring it."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from registan.forecast import history
from registan.forecast.feature import build_features
from registan.forecast.history import build_history, happened, number_states
from registan.forecast.journey import is_visit, list_journeys
from registan.forecast.panel import build_panel
from registan.forecast.state import states_at
from registan.forecast.term import election_day, look_ahead
from registan.forecast.window import make_window
from registan.registers import load_visits

PRESIDENT = "president-abroad"


def went(country: str, after: date, until: date) -> bool:
    return bool(happened(PRESIDENT, after, until)[number_states()[country]])


def test_presidents_elect_are_no_visitors():
    rows = [
        r for r in load_visits().to_pylist() if r["before_office"] and r["direction"] == "abroad"
    ]
    assert rows
    assert not any(is_visit(row) for row in rows)


def test_a_visit_told_twice_counts_once():
    rows = [row for row in load_visits().to_pylist() if row["duplicate_of"]]
    assert rows
    assert not any(is_visit(row) for row in rows)


def test_a_trip_across_new_year_belongs_to_the_day_on_which_it_began():
    assert any(
        j.country == "AU" and j.start == date(1991, 12, 31) and j.end.year == 1992
        for j in list_journeys(PRESIDENT)
    )
    assert went("AU", date(1990, 12, 31), date(1991, 12, 31))
    assert not went("AU", date(1991, 12, 31), date(1992, 12, 31))


def test_a_state_is_no_case_before_it_begins_or_after_it_ended():
    assert "KZ" not in states_at(date(1991, 12, 15))
    assert "KZ" in states_at(date(1991, 12, 31))
    assert "SU" in states_at(date(1991, 12, 15))
    assert "SU" not in states_at(date(1991, 12, 31))
    assert "US" not in states_at(date(2000, 1, 1))


def test_namibia_and_norway_are_states_and_no_missing_values():
    panel = build_panel(PRESIDENT, [make_window(date(1990, 12, 31), date(1991, 12, 31))])
    assert {"NA", "NO"} <= set(panel.country.tolist())
    assert "NA" not in states_at(date(1989, 12, 31))


def test_a_former_state_leaves_its_past_to_the_land_where_it_took_place():
    past = build_history(PRESIDENT)
    russia = past.country == number_states()["RU"]
    assert (russia & ~past.own & (past.day < date(1991, 12, 12).toordinal())).any()


@pytest.mark.parametrize(
    ("day", "until", "next_person", "open_share"),
    [
        (date(2024, 10, 1), date(2025, 9, 30), None, 0.695),
        (date(2024, 11, 6), date(2025, 11, 5), "trump-donald-j", 0.0),
        (date(2023, 3, 1), date(2024, 2, 29), None, 0.0),
    ],
)
def test_who_follows_is_known_after_the_election_only(day, until, next_person, open_share):
    outlook = look_ahead(day, until)
    assert outlook.person == "biden-joseph-r"
    assert outlook.next_person == next_person
    assert outlook.open == pytest.approx(open_share, abs=0.001)


def test_a_handover_shares_the_window_between_the_years_of_a_term():
    outlook = look_ahead(date(2008, 7, 20), date(2009, 7, 20))
    assert outlook.handover == date(2009, 1, 20)
    assert outlook.years[3] == pytest.approx(0.5, abs=0.01)
    assert sum(outlook.years) == pytest.approx(1.0)


def test_a_second_term_is_one_after_a_whole_first():
    assert look_ahead(date(2013, 6, 1), date(2014, 6, 1)).second == 1.0
    assert look_ahead(date(2009, 6, 1), date(2010, 6, 1)).second == 0.0
    assert look_ahead(date(2025, 2, 1), date(2026, 2, 1)).second == 1.0


def test_election_days():
    assert election_day(2016) == date(2016, 11, 8)
    assert election_day(2024) == date(2024, 11, 5)


@pytest.mark.parametrize("task", [PRESIDENT, "secretary-abroad", "leader-to-us"])
def test_features_do_not_change_with_what_came_later(task, monkeypatch):
    window = make_window(date(2010, 12, 31), date(2011, 12, 31), lag=90)
    whole = build_features(task, window)
    monkeypatch.setattr(
        "registan.forecast.feature.build_history",
        lambda past: history.known_by(build_history(past), window.known),
    )
    cut = build_features(task, window)
    assert all(np.array_equal(whole[name], cut[name]) for name in whole)


def test_late_registers_hide_the_months_before():
    early = build_features(PRESIDENT, make_window(date(2010, 12, 31), date(2011, 12, 31), lag=396))
    newest = history.known_by(build_history(PRESIDENT), date(2010, 12, 31) - timedelta(days=396))
    assert early["president_total"].sum() == pytest.approx(np.log1p(history.count(newest)).sum())
