"""First journeys abroad in an office, marked in the registers and judged."""

from __future__ import annotations

from registan.model.claim import Claim, ClaimPlace, Subject
from registan.precedent import judge
from registan.precedent.archive import shipped_archive
from registan.world import load_thumbs


def first_journey(person: str, code: str, form: str = "event") -> Claim:
    return Claim(
        form=form,  # type: ignore[arg-type]
        subject=Subject(person=person, office="US president"),
        place=ClaimPlace(countries=(code,)),
        visit_type="first journey",
    )


def test_every_traveller_has_one_first_journey_abroad() -> None:
    rows = [r for r in shipped_archive().rows or () if r.direction == "abroad" and not r.elect]
    marked: dict[tuple[str, str], set[int | None]] = {}
    for row in rows:
        if row.opening:
            marked.setdefault((row.office, row.person), set()).add(row.trip)
    assert set(marked) == {(row.office, row.person) for row in rows}
    apart = {person for (_, person), trips in marked.items() if len(trips) > 1}
    ships = load_thumbs()["age-of-ships"].number
    by_ship = {row.person for row in rows if int(row.start[:4]) < ships}
    after_holiday = {row.person for row in rows if row.opening and row.private}
    assert apart <= by_ship | after_holiday


def test_a_first_journey_by_ship_goes_on_from_port_to_port() -> None:
    rows = [r for r in shipped_archive().rows or () if r.person == "colby-bainbridge"]
    assert [row.country for row in rows if row.opening] == ["GB", "BR", "UY", "AR"]


def test_where_a_first_journey_led_is_told_by_the_register() -> None:
    assert judge(first_journey("Donald Trump", "SA"), as_of="2018-01-01").verdict == "supported"
    assert judge(first_journey("Barack Obama", "MX"), as_of="2010-01-01").verdict == "contradicted"


def test_a_first_among_first_journeys() -> None:
    claim = first_journey("Donald Trump", "SA", "first")
    assert judge(claim, as_of="2017-05-23").verdict == "supported"
    claim = first_journey("Barack Obama", "CA", "first")
    assert judge(claim, as_of="2009-02-20").verdict == "contradicted"


def test_a_holiday_before_the_first_official_journey_is_told_beside_it() -> None:
    claim = Claim(
        form="since",
        subject=Subject(office="US secretary of state"),
        place=ClaimPlace(region="Latin America"),
        visit_type="first journey",
        since="1912",
    )
    told = judge(claim, as_of="2025-02-01")
    assert told.verdict == "contradicted"
    beside = {(row.who, row.start) for row in told.evidence if row.side == "context"}
    assert ("hughes-charles-evans", "1922-02-17") in beside
