"""What an editor needs first comes first."""

from __future__ import annotations

import msgspec

from registan.web.order import sections_of
from tests.web.sample import BRIEF, DOCUMENT


def numbers(name: str) -> list[str]:
    return [item.number for part in sections_of(BRIEF) if part.name == name for item in part.items]


def test_the_parts_come_in_the_editors_order() -> None:
    assert [part.name for part in sections_of(BRIEF)] == ["fails", "open", "care", "rest"]


def test_a_failing_claim_comes_before_one_that_depends() -> None:
    assert numbers("fails") == ["C2", "C4"]


def test_a_claim_that_no_register_covers_is_open() -> None:
    assert numbers("open") == ["C5"]


def test_denied_before_anonymous_before_one_sided_before_unconfirmed() -> None:
    assert numbers("care") == ["E4", "E3", "E1", "E2", "E6"]


def test_the_rest_is_what_holds() -> None:
    assert numbers("rest") == ["C1", "C3", "E5"]


def test_every_claim_and_event_is_shown_once() -> None:
    shown = [item.number for part in sections_of(BRIEF) for item in part.items]
    assert len(shown) == len(set(shown)) == len(BRIEF.claims) + len(BRIEF.events)


def test_an_empty_brief_has_no_parts() -> None:
    assert sections_of(type(BRIEF)(document=DOCUMENT)) == ()


def test_a_confirmed_event_that_may_only_happen_is_not_settled() -> None:
    possible = msgspec.structs.replace(BRIEF.events[4], standing="possible")
    brief = type(BRIEF)(document=DOCUMENT, reports=BRIEF.reports, events=(possible,))
    assert [part.name for part in sections_of(brief)] == ["care"]


def test_a_fact_that_the_article_alone_tells_has_its_own_part() -> None:
    told = msgspec.structs.replace(BRIEF.events[5], standing="happened")
    brief = type(BRIEF)(document=DOCUMENT, reports=BRIEF.reports, events=(told,))
    assert [part.name for part in sections_of(brief)] == ["told"]
