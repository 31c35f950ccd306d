"""First journeys abroad in an office, marked in the registers and judged."""

from __future__ import annotations

from registan.model.claim import Claim, ClaimPlace, Subject
from registan.precedent import judge
from registan.precedent.archive import shipped_archive


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
    assert all(len(trips) == 1 for trips in marked.values())


def test_where_a_first_journey_led_is_told_by_the_register() -> None:
    assert judge(first_journey("Donald Trump", "SA"), as_of="2018-01-01").verdict == "supported"
    assert judge(first_journey("Barack Obama", "MX"), as_of="2010-01-01").verdict == "contradicted"


def test_a_first_among_first_journeys() -> None:
    claim = first_journey("Donald Trump", "SA", "first")
    assert judge(claim, as_of="2017-05-23").verdict == "supported"
    claim = first_journey("Barack Obama", "CA", "first")
    assert judge(claim, as_of="2009-02-20").verdict == "contradicted"
