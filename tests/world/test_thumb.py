"""Rules of thumb and the days on which times in office begin."""

from __future__ import annotations

from registan.world import days, load_thumbs, set_terms


def test_every_rule_of_thumb_has_its_reason() -> None:
    assert all(len(thumb.because) > 20 and thumb.number > 0 for thumb in load_thumbs().values())
    assert days("short-visit") < days("one-journey") < days("announced-visit")


def test_presidents_took_office_in_march_until_1937() -> None:
    term = set_terms()["us-president"]
    assert [term.begin(year) for year in (1933, 1937, 2025)] == [
        "1933-03-04",
        "1937-01-20",
        "2025-01-20",
    ]
