from datetime import date

from registan.forecast.report import weigh_reports
from registan.model import ActorMention, Event, PlaceMention
from registan.record.noun import MergedEvent, Move
from tests.forecast.sample import target_of

TARGET = target_of("MN", "2023-06-01", "2024-06-01")
PRESIDENT = ActorMention(name="the president", mention="president", office="us-president")
HOST = ActorMention(name="Mongolia", mention="Mongolia", type="state", country="MN")


def event_of(kind, standing, day="2023-05-01", who=(PRESIDENT,), whom=(), where="MN"):
    event = Event(
        id=f"{kind}-{standing}-{day}",
        kind=kind,
        who=who,
        whom=whom,
        where=(PlaceMention(name=where, mention=where, country=where),) if where else (),
        when=None,
        standing=standing,
        confirmation="one_side",
        because="told",
        reports=("r",),
    )
    return MergedEvent(
        event=event,
        links=(),
        history=(Move(standing=standing, confirmation="one_side", report="r", day=day),),
    )


def test_reports_are_counted_and_change_nothing():
    events = [
        event_of("visit", "planned"),
        event_of("visit", "possible"),
        event_of("visit", "denied"),
        event_of("invitation", "happened", who=(HOST,), whom=(PRESIDENT,), where=None),
        event_of("call", "happened", whom=(HOST,), where=None),
        event_of("call", "happened", whom=(HOST,), where=None, day="2023-05-02"),
    ]
    found = weigh_reports(TARGET, 0.07, events)
    assert found.probability == 0.07
    assert found.reasons[0] == (
        "In the record: 1 visit planned, 1 visit called possible, 1 visit denied or called off, "
        "1 invitation, 2 meetings, calls or messages."
    )
    assert "do not change" in found.reasons[1]
    assert len(found.reports) == 6


def test_what_was_told_later_or_elsewhere_or_long_ago_is_left_out():
    events = [
        event_of("visit", "planned", day="2023-06-02"),
        event_of("visit", "planned", where="CN"),
        event_of("visit", "planned", day="2020-01-01"),
        event_of("visit", "planned", who=(HOST,)),
        event_of("visit", "happened"),
    ]
    found = weigh_reports(TARGET, 0.07, events)
    assert found.reasons[0] == "The record has nothing on this."
    assert found.reports == ()


def test_a_standing_is_taken_as_it_was_on_the_day():
    event = event_of("visit", "cancelled", day="2023-08-01")
    early = Move(standing="planned", confirmation="one_side", report="r", day="2023-05-01")
    moved = MergedEvent(event=event.event, links=(), history=(early, *event.history))
    assert "1 visit planned" in weigh_reports(TARGET, 0.1, [moved]).reasons[0]
    later = target_of("MN", date(2023, 9, 1).isoformat(), "2024-06-01")
    assert "1 visit denied" in weigh_reports(later, 0.1, [moved]).reasons[0]
