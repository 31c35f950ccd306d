"""Names of holders of office, as the press writes them."""

from __future__ import annotations

import pytest

from registan.precedent.archive import shipped_archive
from registan.precedent.person import at_day, find_person, resembles


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ronnie Reagan", "reagan-ronald"),
        ("George W. Bush", "bush-george-w"),
        ("George H. W. Bush", "bush-george-h-w"),
        ("Harry S. Truman", "truman-harry-s"),
        ("Theodore Roosevelt", "roosevelt-theodore"),
        ("Ike Eisenhower", "eisenhower-dwight-d"),
    ],
)
def test_presidents_by_short_names_and_initials(name: str, person: str) -> None:
    assert find_person(shipped_archive(), name, ("us-president",)) == (person,)


@pytest.mark.parametrize("name", ["Islom Karimov", "Islam Karimow", "Karimov"])
def test_visitors_by_sound(name: str) -> None:
    found = find_person(shipped_archive(), name, ("president",), "UZ")
    assert found == ("uzbekistan-karimov-islam",)


def test_nobody_is_guessed() -> None:
    assert find_person(shipped_archive(), "Angela Merkel", ("us-president",)) == ()
    assert not resembles("Quux", {"a": "Islam Karimov"})


def test_one_name_of_two_holders_is_decided_by_the_day() -> None:
    archive = shipped_archive()
    both = list(find_person(archive, "George Bush", ("us-president",)))
    assert at_day(archive, both, ["us-president"], "1991-05-01") == ["bush-george-h-w"]
    assert at_day(archive, both, ["us-president"], "2003-05-01") == ["bush-george-w"]
