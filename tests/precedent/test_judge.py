"""Verdicts on claims of our own, form by form, over the shipped registers."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from registan.errors import InputError
from registan.model.claim import Claim, Verdict
from registan.precedent import judge
from registan.precedent.dispute import load_disputes

TODAY = date(2025, 6, 1)
PRESIDENT = {"office": "US president"}
SECRETARY = {"office": "US secretary of state"}


def ask(
    as_of: str, form: str, subject: dict[str, Any], place: dict[str, Any], **more: Any
) -> Verdict:
    claim = Claim.from_data({"form": form, "subject": subject, "place": place, **more})
    return judge(claim, as_of=as_of, lang="de", today=TODAY)


def president(name: str) -> dict[str, Any]:
    return {"person": name, **PRESIDENT}


def secretary(name: str) -> dict[str, Any]:
    return {"person": name, **SECRETARY}


def people(verdict: Verdict, side: str) -> set[str]:
    return {row.who for row in verdict.evidence if row.side == side}


def test_first_holds_with_the_row_that_shows_it() -> None:
    verdict = ask("2015-07-27", "first", president("Barack Obama"), {"countries": ["ET"]})
    assert verdict.verdict == "supported"
    assert people(verdict, "for") == {"obama-barack"}
    assert verdict.coverage[0].register == "travels"


def test_first_fails_with_every_earlier_row() -> None:
    verdict = ask("1959-12-09", "first", president("Eisenhower"), {"region": "Asia"})
    assert verdict.verdict == "contradicted"
    assert "roosevelt-franklin-d" in people(verdict, "against")


def test_first_to_the_end_of_coverage_names_that_day() -> None:
    verdict = ask("2025-03-01", "first", president("Donald Trump"), {"region": "Polynesia"})
    assert verdict.verdict == "supported"
    assert "2. Dezember 2024" in verdict.answer["de"]
    assert "2 December 2024" in verdict.answer["en"]


def test_former_state_divides_the_readings() -> None:
    verdict = ask("2000-11-17", "first", president("Bill Clinton"), {"countries": ["VN"]})
    assert verdict.verdict == "depends"
    outcomes = {reading.name: reading.verdict for reading in verdict.readings}
    assert outcomes == {"plain": "supported", "ground-of-today": "contradicted"}


def test_visit_before_independence_makes_the_ground_the_plain_reading() -> None:
    verdict = ask("1972-06-01", "first", president("Nixon"), {"countries": ["UA"]})
    assert verdict.verdict == "contradicted"
    assert "roosevelt-franklin-d" in people(verdict, "against")


@pytest.mark.parametrize(
    ("day", "outcome"), [("2024-06-30", "supported"), ("2014-01-01", "supported")]
)
def test_never_rests_on_coverage(day: str, outcome: str) -> None:
    verdict = ask(day, "never", PRESIDENT, {"region": "central-asia"})
    assert verdict.verdict == outcome
    assert verdict.coverage[0].to == "2024-12-02"


def test_never_during_the_first_visit_speaks_of_the_time_before() -> None:
    assert ask("2015-07-27", "never", PRESIDENT, {"countries": ["ET"]}).verdict == "supported"
    later = ask("2015-08-27", "never", PRESIDENT, {"countries": ["ET"]})
    assert later.verdict == "contradicted"


def test_today_is_told_where_it_differs() -> None:
    verdict = ask("2014-01-01", "never", PRESIDENT, {"countries": ["ET"]})
    assert (verdict.verdict, verdict.today) == ("supported", "contradicted")


def test_event_abroad_and_to_the_united_states() -> None:
    went = ask("2024-01-01", "event", secretary("Kerry"), {"countries": ["KG"]}, since="2015")
    assert went.verdict == "supported"
    came = ask(
        "2024-03-01",
        "event",
        {"person": "Olaf Scholz", "office": "chancellor", "country": "DE"},
        {"locale": "White House"},
        direction="to_us",
        since="2024-02",
    )
    assert came.verdict == "supported"
    assert people(came, "for") == {"germany-scholz-olaf"}


def test_event_after_the_end_of_the_register_is_beyond_it() -> None:
    verdict = ask("2025-08-01", "event", president("Trump"), {"countries": ["QA"]}, since="2025-05")
    assert verdict.verdict == "beyond_coverage"
    assert "2. Dezember 2024" in (verdict.needed or "")


def test_last_and_its_contradiction() -> None:
    right = ask("2016-03-01", "last", president("George W. Bush"), {"countries": ["AR"]})
    assert right.verdict == "supported"
    wrong = ask("2016-03-01", "last", president("Bill Clinton"), {"countries": ["AR"]})
    assert wrong.verdict == "contradicted"
    assert people(wrong, "against") == {"bush-george-w"}


def test_every_except_tells_proven_from_unknown() -> None:
    verdict = ask(
        "2025-06-01",
        "every_except",
        SECRETARY,
        {"countries": ["EG"]},
        since="1989",
        exceptions=["Rex Tillerson"],
    )
    assert verdict.verdict == "contradicted"  # the exception went, in February 2018
    all_went = ask(
        "2018-12-01",
        "every_except",
        SECRETARY,
        {"countries": ["IL"]},
        since="1993-06",
        exceptions=[],
    )
    assert all_went.verdict == "supported"


def test_a_person_without_a_file_is_unknown_and_not_absent() -> None:
    verdict = ask(
        "1997-01-01",
        "every_except",
        SECRETARY,
        {"countries": ["RU"]},
        since="1992-10",
        exceptions=[],
    )
    assert verdict.verdict == "depends"
    assert "Eagleburger" in verdict.answer["en"]


def test_only_region_depends_on_the_partition() -> None:
    verdict = ask("2024-06-01", "only", PRESIDENT, {"region": "Melanesia"})
    names = {reading.name: reading.verdict for reading in verdict.readings}
    assert verdict.verdict == "depends"
    assert names["un-m49-subregion"] == "contradicted"
    assert "Polynesia" in verdict.answer["en"]


def test_highest_rank_leaves_open_who_is_in_no_register() -> None:
    vice = {"person": "Al Gore", "office": "US vice president"}
    assert (
        ask("1994-01-01", "highest_rank", vice, {"countries": ["KG"]}).verdict == "beyond_coverage"
    )
    beaten = ask("1994-01-01", "highest_rank", vice, {"countries": ["PL"]})
    assert beaten.verdict == "contradicted"
    open_rank = ask("2001-01-01", "highest_rank", secretary("Albright"), {"countries": ["KG"]})
    assert open_rank.verdict == "depends"


def test_count_of_visits_and_of_recognised_states() -> None:
    twice = ask("2015-01-26", "count", president("Obama"), {"countries": ["IN"]}, n=2)
    assert twice.verdict == "supported"
    thrice = ask("2015-01-26", "count", president("Obama"), {"countries": ["IN"]}, n=3)
    assert thrice.verdict == "contradicted"
    states = ask(
        "2013-03-01",
        "superlative",
        secretary("Hillary Clinton"),
        {"region": "world"},
        n=112,
        unit="countries",
    )
    assert states.verdict == "supported"


def test_since_a_year_and_since_a_number_of_years() -> None:
    place = {"countries": ["MM"]}
    assert (
        ask("2011-12-01", "since", secretary("Clinton"), place, since="1955").verdict == "supported"
    )
    assert ask("2011-12-01", "since", secretary("Clinton"), place, n=50).verdict == "supported"
    wrong = ask("2016-05-22", "since", secretary("Kerry"), place, since="1955")
    assert wrong.verdict == "contradicted"


@pytest.mark.parametrize(
    ("subject", "place", "more"),
    [
        ({"person": "Joe Biden", "office": "US vice president"}, {"countries": ["GT"]}, {}),
        (
            {"person": "Angela Merkel", "office": "chancellor", "country": "DE"},
            {"countries": ["CN"]},
            {},
        ),
        (PRESIDENT, {"countries": ["US"], "locale": "Anchorage"}, {"direction": None}),
        ({"office": "party chief", "country": "VN"}, {"countries": ["US"]}, {"direction": "to_us"}),
    ],
)
def test_what_no_register_follows(
    subject: dict[str, Any], place: dict[str, Any], more: dict[str, Any]
) -> None:
    verdict = ask("2015-06-01", "first", subject, place, **more)
    assert verdict.verdict == "beyond_coverage"
    assert verdict.needed


@pytest.mark.parametrize(
    ("place", "more"),
    [
        ({"region": "Middle-earth"}, {}),
        ({"locale": "Smallville", "countries": ["JP"]}, {}),
        ({"countries": ["JP"]}, {"visit_type": "courtesy call"}),
    ],
)
def test_what_is_not_understood_is_unclear(place: dict[str, Any], more: dict[str, Any]) -> None:
    assert ask("2015-06-01", "never", PRESIDENT, place, **more).verdict == "unclear"


def test_unmarked_kinds_of_visit_prove_nothing_by_silence() -> None:
    state = {"visit_type": "state visit"}
    verdict = ask("2015-06-01", "never", PRESIDENT, {"countries": ["ET"]}, **state)
    assert verdict.verdict == "beyond_coverage"


def test_whose_state_visit_has_no_mark_may_have_made_one() -> None:
    since = {"since": "2009-01-20/2017-01-20", "since_person": "Barack Obama"}
    place = {"countries": ["GB"], "locale": "London"}
    verdict = ask(
        "2019-06-05",
        "since",
        president("Donald J. Trump"),
        place,
        visit_type="state visit",
        **since,
    )
    assert verdict.verdict == "beyond_coverage"


def test_a_correction_is_marked() -> None:
    verdict = ask("2019-01-01", "ever", president("Trump"), {"countries": ["IQ"]})
    assert verdict.verdict == "supported"
    assert verdict.evidence[0].correction
    assert "correction" in verdict.answer["en"]


def test_a_foreign_leader_in_america_needs_no_direction() -> None:
    leader = {"person": "Islam Karimov", "office": "president", "country": "UZ"}
    verdict = ask("2005-01-01", "event", leader, {"countries": ["US"]}, since="2002")
    assert verdict.verdict == "supported"


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="no date"):
        ask("some day", "ever", PRESIDENT, {"countries": ["IQ"]})


def test_how_many_is_answered_with_numbers_and_rows() -> None:
    verdict = ask(
        "2025-06-01", "count", secretary("Kerry"), {"region": "Central Asia"},
        unit="countries", asks=True,
    )  # fmt: skip
    assert verdict.verdict == "supported"
    assert verdict.answer["en"].startswith("John Forbes Kerry, countries: 5 (Kazakhstan, ")
    assert len(verdict.evidence) == 5


def test_who_left_in_the_first_weeks_of_a_year_is_not_meant_by_since_that_year() -> None:
    place, more = {"countries": ["AF"]}, {"exceptions": []}
    year = ask("2015-01-01", "every_except", SECRETARY, place, since="2001", **more)
    assert year.verdict == "supported"
    day = ask("2015-01-01", "every_except", SECRETARY, place, since="2001-01-01", **more)
    assert day.verdict == "contradicted"
    assert "Albright" in day.answer["en"]


def test_acting_holders_are_a_reading_that_is_told() -> None:
    place, more = {"countries": ["BE"]}, {"exceptions": []}
    verdict = ask("2021-01-19", "every_except", SECRETARY, place, since="2018-04-01", **more)
    told = {reading.name: reading.verdict for reading in verdict.readings}
    assert verdict.verdict == "supported"
    assert told == {"plain": "supported", "acting-counted": "depends"}
    assert "Sullivan" in verdict.readings[1].because


def test_a_disputed_locality_leaves_the_rest_of_its_row() -> None:
    row = {"countries": ["AQ"]}
    pole = ask("2017-01-01", "ever", secretary("Kerry"), {"locale": "South Pole", **row})
    assert pole.verdict == "depends"
    sound = ask("2017-01-01", "ever", secretary("Kerry"), {"locale": "McMurdo Sound", **row})
    assert sound.verdict == "supported"
    assert all(dispute.source and dispute.says for dispute in load_disputes().values())


def test_reasons_are_given_in_the_language_of_the_sentence() -> None:
    claim = Claim.from_data(
        {"form": "never", "subject": SECRETARY, "place": {"countries": ["AM"]}, "since": "2013"}
    )
    verdict = judge(claim, as_of="2024-01-01", lang="de")
    assert verdict.readings[0].because == "das Register hat keinen solchen Besuch"
    beyond = msgspec.structs.replace(claim, form="ever")
    assert "Ausgabe" in (judge(beyond, as_of="2026-01-01", lang="de").needed or "")
    assert "edition" in (judge(beyond, as_of="2026-01-01", lang="xx").needed or "")


def test_a_stop_on_the_way_is_no_earlier_visit() -> None:
    biden = {"person": "Joe Biden", "office": "US president"}
    never = {"form": "never", "subject": biden, "place": {"region": "Sub-Saharan Africa"}}
    held = judge(Claim.from_data(never), as_of="2024-12-03")
    assert held.verdict == "supported"
    africa = never | {"place": {"region": "Africa"}}
    broken = judge(Claim.from_data(africa), as_of="2024-12-03")
    assert broken.verdict == "contradicted"
    assert "Egypt" in broken.answer["en"]


@pytest.mark.parametrize(("year", "outcome"), [(1999, "supported"), (2009, "contradicted"),
                                               (1994, "contradicted")])  # fmt: skip
def test_first_in_a_year_wants_a_visit_then_and_none_before(year: int, outcome: str) -> None:
    period = {"since": str(year), "until": str(year)}
    assert ask("2010-01-01", "first", PRESIDENT, {"countries": ["NO"]}, **period).verdict == outcome


@pytest.mark.parametrize(("n", "outcome"), [(1, "contradicted"), (2, "supported"),
                                            (3, "contradicted")])  # fmt: skip
def test_all_but_so_many(n: int, outcome: str) -> None:
    more = {"since": "1969-01-20", "n": n}
    verdict = ask("2024-01-01", "every_except", PRESIDENT, {"countries": ["CN"]}, **more)
    assert verdict.verdict == outcome


@pytest.mark.parametrize(("code", "outcome"), [("GB", "supported"), ("BE", "contradicted")])
def test_first_stop_of_the_first_journey(code: str, outcome: str) -> None:
    more = {"visit_type": "first journey", "n": 1}
    verdict = ask("2021-07-01", "event", president("Joe Biden"), {"countries": [code]}, **more)
    assert verdict.verdict == outcome


def test_an_announced_visit_that_is_under_way_is_counted() -> None:
    more = {"until": "2017-12-20", "n": 2, "unit": "trips"}
    verdict = ask("2017-11-07", "count", president("Donald Trump"), {"countries": ["KR"]}, **more)
    assert verdict.verdict == "contradicted"


def rice_in_libya(qualifier: str | None) -> Verdict:
    subject = secretary("Condoleezza Rice") | {"qualifier": qualifier}
    return ask("2010-01-01", "first", subject, {"countries": ["LY"]})


def test_a_word_for_a_woman_leaves_open_whether_men_count() -> None:
    assert rice_in_libya(None).verdict == "contradicted"
    assert rice_in_libya("female").verdict == "supported"
    feminine = rice_in_libya("feminine")
    assert feminine.verdict == "depends"
    assert {(one.name, one.verdict) for one in feminine.readings} >= {
        ("plain", "supported"),
        ("men-too", "contradicted"),
    }


def test_women_of_an_office_that_nobody_counted_are_unclear() -> None:
    subject = {"office": "prime minister", "country": "GB", "qualifier": "female"}
    first = ask("2010-01-01", "first", subject, {"countries": ["US"]}, direction="to_us")
    assert first.verdict == "unclear"


@pytest.mark.parametrize("code", ["US", "PR", "GU"])
def test_no_register_follows_travel_on_home_soil(code: str) -> None:
    verdict = ask("2011-06-14", "never", PRESIDENT, {"countries": [code]})
    assert verdict.verdict == "beyond_coverage"
