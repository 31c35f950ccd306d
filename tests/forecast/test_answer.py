"""The answers of the shipped models, and the scores that they come with."""

from datetime import date

import numpy as np
import pytest

from registan.errors import InputError
from registan.forecast.answer import answer
from registan.forecast.backtest import TASKS, load_scores
from registan.forecast.model import combine, load_fitted, load_shipped
from registan.forecast.question import ask


def asked(where, as_of, who="US president", within="12m"):
    return answer(ask(who, where, within, as_of))


def test_a_forecast_is_whole():
    found = asked("Mongolia", "2015-01-01")
    assert 0 < found.low <= found.probability <= found.high < 0.2
    assert found.base_happened / found.base_cases == pytest.approx(found.base_rate, abs=1e-4)
    assert found.reference.cases >= 100
    assert found.down
    assert found.unseen
    assert found.data_until == date(2015, 1, 1)


def test_only_what_was_known_then_is_used():
    found = asked("Mongolia", "2005-06-30")
    assert found.trained_until <= date(2005, 6, 30)
    assert all(case.until <= date(2005, 6, 30) for case in found.similar)
    later = asked("Mongolia", "2006-06-30")
    assert later.probability > 1.5 * found.probability  # President Bush went in November 2005.


def test_a_planned_summit_is_seen_once_announced():
    before = asked("Russia", "2014-03-20", within="2014-07-01")
    after = asked("Russia", "2014-03-25", within="2014-07-01")
    assert before.probability > 0.6 > 0.2 > after.probability
    assert any(reason.feature == "summit" for reason in before.up)


def test_a_region_is_likelier_than_each_of_its_states_and_less_than_their_sum():
    found = asked("Central Asia", "2020-01-01")
    parts = [part.probability for part in found.parts]
    assert max(parts) < found.probability < sum(parts)
    assert combine(np.array([0.2, 0.2]), 0.6) < 0.36


def test_a_longer_window_is_likelier():
    short, long = (asked("Chile", "2016-01-01", within=w).probability for w in ("3m", "24m"))
    assert short < long
    assert any("scaled" in line for line in asked("Chile", "2016-01-01", within="3m").unseen)


def test_the_other_travellers_are_answered():
    secretary = asked("Chile", "2016-01-01", who="US secretary of state")
    leader = asked(None, "2016-01-01", who="president of Chile")
    assert secretary.probability > asked("Chile", "2016-01-01").probability
    assert 0.05 < leader.probability < 0.6
    assert len(leader.estimates) == 1


def test_days_too_far_from_the_data_are_refused():
    with pytest.raises(InputError, match=r"registers end on .* Ask as of"):
        asked("Chile", "2040-01-01")
    with pytest.raises(InputError, match="begin with 1950"):
        asked("Chile", "1948-01-01")


def test_the_shipped_scores_keep_their_floors():
    scores = {(s.task, s.model, s.data): s for s in load_scores()}
    full = scores["president-abroad", "logistic with summits", "final"]
    assert full.brier_skill > 0.27
    assert full.brier_skill_low > 0.22
    assert full.auc > 0.885
    assert full.ece < 0.01
    assert full.never_visited_skill > 0.07
    assert full.region_skill > 0.45
    assert full.region_ece < 0.04
    late = scores["president-abroad", "logistic with summits", "as_published"]
    assert late.brier_skill > 0.25
    assert {s.task for s in load_scores()} == set(TASKS)


def test_nothing_of_2025_was_learnt_or_scored():
    for fitted in load_shipped().fitted:
        assert max(year for year, *_ in fitted.cases) == 2024
        assert max(weights.year for weights in fitted.years) == 2025
    assert load_fitted("president-abroad", published=True).lag == 396
