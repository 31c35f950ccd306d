from registan.model import ActorMention, PlaceMention, Report, Source, Span
from registan.record import merge_reports

ROSE = ActorMention(name="Rosa Rose", mention="Rose", id="rose", type="person", country="PL")
LIND = ActorMention(name="Lars Lind", mention="Lind", id="lind", type="person", country="SE")
RIGA = PlaceMention(name="Riga", mention="Riga", country="LV")


def report(number: int, **fields) -> Report:
    span = Span(start=number * 10, end=number * 10 + 4, text="text")
    given = {"kind": "call", "who": (ROSE,), "whom": (LIND,), "standing": "happened"}
    given |= fields
    return Report(id=f"r{number}", trigger="call", span=span, rule="call.verb", **given)


def test_the_two_sides_of_a_call_may_stand_in_either_order():
    events = merge_reports([report(1), report(2, who=(LIND,), whom=(ROSE,))])
    assert [e.reports for e in events] == [("r1", "r2")]


def test_a_fact_and_a_plan_stay_two_events():
    events = merge_reports([report(1), report(2, standing="planned")])
    assert len(events) == 2


def test_other_dates_are_other_events_and_a_vaguer_date_is_not():
    one, same, other = "2025-05-03", "2025-05", "2025-06-01"
    assert len(merge_reports([report(1, when=one), report(2, when=same)])) == 1
    assert len(merge_reports([report(1, when=one), report(2, when=other)])) == 2


def test_visits_to_different_countries_stay_apart():
    here = report(1, kind="visit", whom=(), where=(RIGA,), when="2025")
    away = PlaceMention(name="Oslo", mention="Oslo", country="NO")
    there = report(2, kind="visit", whom=(), where=(away,), when="2025")
    assert len(merge_reports([here, there])) == 2


def test_confirmation_says_who_vouches():
    polish = Source(name="Kanzlei", type="participant", country="PL")
    swedish = Source(name="Regierung", type="participant", country="SE")
    nameless = Source(name="Kreise", type="anonymous")
    assert merge_reports([report(1)])[0].confirmation == "unconfirmed"
    assert merge_reports([report(1, attribution=(nameless,))])[0].confirmation == "anonymous_only"
    assert merge_reports([report(1, attribution=(polish,))])[0].confirmation == "one_side"
    both = merge_reports([report(1, attribution=(polish,)), report(2, attribution=(swedish,))])
    assert [e.confirmation for e in both] == ["both_sides"]


def test_a_denial_contradicts():
    event = merge_reports([report(1, standing="denied")])[0]
    assert (event.standing, event.confirmation) == ("denied", "contradicted")
