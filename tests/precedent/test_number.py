"""Judging: announced visits, so often first or only, regions that set apart, ranks of states."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from registan import registers
from registan.model.claim import Claim
from registan.precedent import judge
from registan.precedent.archive import open_archive


def verdict_of(claim: dict[str, object], day: str) -> str:
    return judge(Claim.from_data(claim), as_of=day, today=date(2026, 1, 1)).verdict


PRESIDENT = {"office": "US president"}


def of_president(name: str) -> dict[str, str]:
    return {"person": name, "office": "US president"}


def test_a_visit_that_comes_within_weeks_is_counted() -> None:
    claim = {"form": "count", "subject": of_president("Joe Biden"), "n": 8, "unit": "persons"}
    claim["place"] = {"countries": ["IE"]}
    assert verdict_of(claim, "2023-04-11") == "supported"
    assert verdict_of(claim | {"n": 9}, "2023-04-11") == "contradicted"


def test_the_first_since_may_still_be_on_the_way() -> None:
    claim = {"form": "since", "subject": of_president("Joe Biden"), "since": "2015"}
    claim["place"] = {"region": "Sub-Saharan Africa"}
    assert verdict_of(claim, "2024-09-14") == "supported"
    assert verdict_of(claim | {"since": "2000"}, "2024-09-14") == "contradicted"


def test_who_was_first_or_alone_so_often() -> None:
    twice = {"subject": of_president("Barack Obama"), "place": {"countries": ["IN"]}, "n": 2}
    assert verdict_of({"form": "first", **twice}, "2015-01-24") == "supported"
    assert verdict_of({"form": "only", **twice}, "2020-02-22") == "supported"
    other = twice | {"subject": of_president("George W. Bush"), "place": {"countries": ["GB"]}}
    assert verdict_of({"form": "only", **other}, "2008-12-31") == "contradicted"


def test_a_country_is_set_apart_from_those_of_its_region() -> None:
    claim = {"form": "only", "subject": PRESIDENT}
    claim["place"] = {"countries": ["MD"], "region": "Eastern Europe"}
    assert verdict_of(claim, "2023-02-22") == "supported"
    most = {"form": "superlative", "subject": PRESIDENT}
    most["place"] = {"countries": ["EG"], "region": "Africa"}
    assert verdict_of(most, "2005-09-01") == "supported"
    assert verdict_of(most | {"superlative": "longest"}, "2005-09-01") == "unclear"


def test_the_longest_journey_is_of_the_most_days() -> None:
    claim = {"form": "superlative", "superlative": "longest", "place": {"countries": ["CN"]}}
    clinton = claim | {"subject": of_president("William J. Clinton")}  # ten days in 1998
    assert verdict_of(clinton, "2020-01-01") == "supported"
    nixon = claim | {"subject": of_president("Richard M. Nixon")}  # eight days in 1972
    assert verdict_of(nixon, "1980-01-01") == "supported"
    assert verdict_of(nixon, "2020-01-01") == "contradicted"
    assert verdict_of(clinton | {"superlative": "costliest"}, "2020-01-01") == "unclear"


def test_the_first_of_a_regions_countries_for_one_person() -> None:
    claim = {"form": "first", "subject": of_president("Barack Obama")}
    ghana = claim | {"place": {"countries": ["GH"], "region": "Sub-Saharan Africa"}}
    assert verdict_of(ghana, "2010-01-01") == "supported"
    wider = claim | {"place": {"countries": ["GH"], "region": "Africa"}}
    told = judge(Claim.from_data(wider), as_of="2010-01-01", today=date(2026, 1, 1))
    assert told.verdict == "contradicted"
    assert [row.country for row in told.evidence if row.side == "against"] == ["Egypt"]
    assert verdict_of(wider | {"since": "2009-07"}, "2010-01-01") == "supported"


def test_the_youngest_and_the_oldest_are_told_by_years_of_birth() -> None:
    claim = {"form": "superlative", "superlative": "youngest"}
    obama = claim | {"subject": of_president("Barack Obama")}
    assert verdict_of(obama | {"place": {"countries": ["GH"]}}, "2009-08-01") == "supported"
    assert verdict_of(obama | {"place": {"countries": ["GB"]}}, "2009-08-01") == "contradicted"
    # Obama in 2009 and Clinton in 1994 were both 47 or 48: the year alone does not rank them.
    assert verdict_of(obama | {"place": {"region": "Africa"}}, "2014-08-01") == "unclear"
    biden = {"subject": of_president("Joe Biden"), "place": {"countries": ["IL"]}}
    assert verdict_of(claim | biden | {"superlative": "oldest"}, "2023-11-01") == "supported"
    assert verdict_of(claim | biden, "2023-11-01") == "contradicted"


def test_who_was_the_youngest_is_all_whom_their_births_allow() -> None:
    asked = {"form": "superlative", "superlative": "youngest", "asks": True}
    asked |= {"subject": {"office": "US secretary of state"}, "place": {"countries": ["CN"]}}
    verdict = judge(Claim.from_data(asked), as_of="2025-01-01", today=date(2026, 1, 1))
    assert [row.who for row in verdict.evidence] == ["kissinger-henry-a", "rice-condoleezza"]
    assert "(50–51, *1954)" in verdict.answer["en"]


def test_whose_birth_no_register_tells_is_not_ranked() -> None:
    terms = registers.load_terms()
    births = [None if born == "1961" else born for born in terms["birth_edtf"].to_pylist()]
    column = terms.schema.get_field_index("birth_edtf")
    terms = terms.set_column(column, terms.schema.field(column), pa.array(births, pa.string()))
    archive = open_archive(registers.load_visits(), terms, registers.load_coverage())
    claim = {"form": "superlative", "superlative": "youngest", "place": {"countries": ["GH"]}}
    told = {"Barack Obama": "unclear", "Bill Clinton": "unclear", "George W. Bush": "contradicted"}
    for name, wanted in told.items():
        one = Claim.from_data(claim | {"subject": of_president(name)})
        verdict = judge(one, as_of="2019-01-01", today=date(2026, 1, 1), archive=archive)
        assert verdict.verdict == wanted


def test_colonies_lie_in_the_region_and_territories_are_no_states() -> None:
    claim = {"form": "count", "subject": PRESIDENT, "n": 16, "unit": "countries"}
    claim["place"] = {"region": "Africa"}
    assert verdict_of(claim, "2023-02-22") == "supported"
    never = {"form": "never", "subject": PRESIDENT, "n": 38, "unit": "countries"}
    never["place"] = {"region": "Africa"}
    assert verdict_of(never, "2019-05-31") == "supported"


def test_states_are_ranked_by_their_leaders_visits() -> None:
    claim = {"form": "superlative", "direction": "to_us", "place": {"countries": ["US"]}}
    claim["subject"] = {"office": "leader", "country": "IL"}
    assert verdict_of(claim, "2012-10-01") == "supported"
    claim["subject"] = {"office": "leader", "country": "CA"}
    assert verdict_of(claim, "2012-10-01") == "contradicted"


def test_an_official_visit_by_protocol_is_a_reading() -> None:
    claim = {"form": "since", "direction": "to_us", "place": {"countries": ["US"]}, "since": "2015"}
    claim["subject"] = {"person": "Fumio Kishida", "office": "prime minister", "country": "JP"}
    assert verdict_of(claim | {"visit_type": "official visit"}, "2024-04-10") == "depends"


def test_who_has_just_taken_office_is_not_missed() -> None:
    claim = {"form": "every_except", "subject": PRESIDENT, "since": "1977"}
    claim |= {"place": {"region": "Africa"}, "exceptions": ["Ronald Reagan", "Donald Trump"]}
    assert verdict_of(claim, "2021-01-25") == "supported"


def test_visits_of_one_person_are_not_counted_among_the_holders() -> None:
    claim = {
        "form": "count",
        "subject": {"office": "US secretary of state", "person": "John Kerry"},
    }
    claim |= {"place": {"countries": ["LA"]}, "n": 3, "unit": "visits"}
    assert verdict_of(claim, "2016-07-26") == "contradicted"
    assert verdict_of(claim | {"unit": "persons"}, "2016-07-26") == "supported"
    assert verdict_of(claim | {"n": 2}, "2016-07-26") == "supported"


def test_the_sixth_holder_is_not_whose_visit_was_the_sixth() -> None:
    claim = {
        "form": "count",
        "subject": {"office": "US secretary of state", "person": "John Kerry"},
    }
    claim |= {"place": {"countries": ["MN"]}, "n": 6, "unit": "persons"}
    assert verdict_of(claim, "2016-06-05") == "contradicted"
    assert verdict_of(claim | {"n": 5}, "2016-06-05") == "supported"


def test_nobody_but_these_needs_that_they_all_came() -> None:
    claim = {"form": "only", "place": {"countries": ["TM"]}, "exceptions": ["James Baker"]}
    claim["subject"] = {"office": "US secretary of state", "person": "John Kerry"}
    assert verdict_of(claim, "2024-01-01") == "supported"
    more = claim | {"exceptions": ["James Baker", "Colin Powell"]}
    assert verdict_of(more, "2024-01-01") == "contradicted"


def test_what_a_visit_after_the_register_would_make_true_is_open() -> None:
    claim = {"form": "count", "subject": {"office": "US president", "person": "Donald J. Trump"}}
    claim |= {"place": {"countries": ["QA"]}, "n": 2, "unit": "persons"}
    assert verdict_of(claim, "2025-05-14") == "beyond_coverage"
    assert verdict_of(claim, "2020-05-14") == "contradicted"
    claim |= {"place": {"countries": ["GB"]}, "unit": "visits"}
    assert verdict_of(claim, "2025-09-18") == "contradicted"  # More of them cannot come undone.
    assert verdict_of(claim | {"n": 4}, "2025-09-18") == "beyond_coverage"
    biden = {"subject": {"office": "US president", "person": "Joseph R. Biden"}}
    assert verdict_of(claim | biden | {"n": 9}, "2025-09-18") == "contradicted"
    last = {"form": "last", "place": {"countries": ["QA"]}, "subject": claim["subject"]}
    assert verdict_of(last, "2025-05-14") == "beyond_coverage"
    assert verdict_of(last | {"since": "2018"}, "2025-05-14") == "contradicted"


def test_a_wrong_ordinal_comes_with_those_before() -> None:
    claim = {"form": "count", "subject": of_president("Barack Obama"), "n": 2, "unit": "persons"}
    claim["place"] = {"countries": ["GH"]}
    told = judge(Claim.from_data(claim), as_of="2009-07-11", today=date(2026, 1, 1))
    assert told.verdict == "contradicted"
    assert [row.start[:4] for row in told.evidence if row.side == "against"] == [
        "1998",
        "2008",
        "2009",
    ]


def test_all_but_one_is_wrong_where_all_went() -> None:
    claim = {"form": "every_except", "subject": PRESIDENT, "since": "1993-01-20", "n": 1}
    claim["place"] = {"countries": ["VN"]}
    verdict = judge(Claim.from_data(claim), as_of="2024-07-01", today=date(2026, 1, 1))
    assert verdict.verdict == "contradicted"
    assert "all of them went" in verdict.answer["en"]


def test_nobody_was_there_so_often() -> None:
    claim = {"form": "never", "subject": PRESIDENT, "n": 3, "unit": "visits"}
    claim["place"] = {"countries": ["FI"]}
    assert verdict_of(claim, "2024-06-01") == "supported"
    assert verdict_of(claim | {"n": 2}, "2024-06-01") == "contradicted"
    assert verdict_of(claim | {"place": {"countries": ["PY"]}}, "2024-06-01") == "supported"


def test_a_claim_that_ends_before_its_day_is_judged_up_to_then() -> None:
    claim = {"form": "count", "subject": PRESIDENT, "n": 4, "unit": "persons"}
    claim["place"] = {"countries": ["PL"]}
    assert verdict_of(claim | {"until": "1989-12-31"}, "2024-06-01") == "supported"
    assert verdict_of(claim, "2024-06-01") == "contradicted"
    only = {"form": "only", "subject": of_president("Richard Nixon"), "until": "1974"}
    only["place"] = {"countries": ["RO"]}
    assert verdict_of(only, "2024-06-01") == "supported"
    assert verdict_of(only | {"until": "1980"}, "2024-06-01") == "contradicted"


def test_a_row_of_a_town_need_not_name_its_region() -> None:
    carter = {"form": "event", "subject": of_president("Jimmy Carter"), "since": "1978"}
    carter["place"] = {"countries": ["FR"], "locale": "Normandy"}
    assert verdict_of(carter, "2009-06-06") == "supported"
    obama = carter | {"subject": of_president("Barack Obama"), "since": "2009"}
    assert verdict_of(obama, "2009-07-01") == "unclear"
    never = {"form": "never", "subject": PRESIDENT, "place": carter["place"]}
    assert verdict_of(never, "2009-06-06") == "contradicted"
