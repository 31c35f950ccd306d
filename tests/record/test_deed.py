"""What states do to their relations: every row of `deeds.yml` on its own examples."""

import pytest

from registan.record.deed import deeds, named_by


@pytest.mark.parametrize("name", deeds())
def test_a_deed_is_named_by_its_words_alone(name: str) -> None:
    deed = deeds()[name]
    assert {named_by(words) for words in deed.matches} == {name}
    assert name not in {named_by(words) for words in deed.rejects}


def test_words_of_two_deeds_name_none() -> None:
    assert named_by("summoned and expelled") is None


def test_talks_that_begin_again_are_not_those_broken_off() -> None:
    assert named_by("resume talks") == named_by("négociations reprendront") == "restore"
    assert named_by("suspended talks") is None
