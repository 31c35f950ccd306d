from datetime import UTC, date, datetime

import pytest

from registan.forecast.log import make_entry
from registan.forecast.resolution import resolve
from registan.forecast.track_record import review, wilson
from registan.model import ActorMention, Event, PlaceMention
from registan.record.noun import MergedEvent, Move
from tests.forecast.sample import forecast_of, target_of

PRESIDENT = ActorMention(name="the president", mention="president", office="us-president")


def entry_of(country, probability, as_of="2015-01-01", until="2015-12-31", asked=2015):
    forecast = forecast_of(target_of(country, as_of, until), probability)
    return make_entry(forecast, datetime(asked, 1, 2, tzinfo=UTC))


def event_of(country="MN", when="2031-05-02", standing="happened", confirmation="both_sides"):
    event = Event(
        id="e1",
        kind="visit",
        who=(PRESIDENT,),
        where=(PlaceMention(name=country, mention=country, country=country),),
        when=when,
        standing=standing,
        confirmation=confirmation,
        because="told",
        reports=("r1",),
    )
    move = Move(standing=standing, confirmation=confirmation, report="r1", day=when)
    return MergedEvent(event=event, links=(), history=(move,))


def test_registers_settle_what_they_cover():
    # The register of travels: Kenya in July 2015; nobody went to Mongolia that year.
    went = resolve(target_of("KE"))
    assert (went.happened, went.by, went.day) == (True, "register", date(2015, 7, 24))
    stayed = resolve(target_of("MN"))
    assert (stayed.happened, stayed.by) == (False, "register")
    assert resolve(target_of("KE", "2015-07-24", "2015-12-31")).happened is False


def test_what_no_register_covers_stays_open():
    future = target_of("MN", "2031-01-01", "2031-12-31")
    assert resolve(future).happened is None
    assert resolve(future, [event_of()]).happened is True
    for event in (
        event_of(standing="planned"),
        event_of(confirmation="anonymous_only"),
        event_of(when="2032-01-01"),
        event_of(when="2031"),
        event_of(country="CN"),
    ):
        assert resolve(future, [event]).happened is None


def test_the_track_record_scores_what_is_resolved():
    entries = [entry_of("KE", 0.5), entry_of("MN", 0.1), entry_of("MN", 0.2, until="2031-12-31")]
    found = review(entries).advance
    assert (found.asked, found.resolved, found.happened) == (3, 2, 1)
    assert found.brier == pytest.approx((0.25 + 0.01) / 2)
    assert found.brier_skill == pytest.approx(1 - 0.13 / ((0.93**2 + 0.07**2) / 2))
    assert sum(b.cases for b in found.calibration) == 2


def test_hindsight_is_scored_apart_and_first_answers_count():
    entries = [entry_of("KE", 0.5), entry_of("KE", 0.9), entry_of("KE", 0.99, asked=2020)]
    found = review(entries)
    assert [a.entry.probability for a in found.forecasts] == [0.5, 0.99]
    assert (found.advance.asked, found.late.asked) == (1, 1)


def test_an_empty_log_has_no_score():
    found = review([])
    assert found.advance.asked == 0
    assert found.advance.brier is None


def test_intervals_hold_the_share():
    low, high = wilson(0.0, 20)
    assert low == 0
    assert 0.1 < high < 0.2
    low, high = wilson(0.5, 100)
    assert (low, high) == (pytest.approx(0.404, abs=0.01), pytest.approx(0.596, abs=0.01))
