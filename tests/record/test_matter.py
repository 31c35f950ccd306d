"""What agreements are about: every row of `matters.yml` on its own examples."""

import pytest

from registan.record.matter import matters, matters_of


@pytest.mark.parametrize("name", matters())
def test_a_matter_is_named_by_its_words_alone(name: str) -> None:
    matter = matters()[name]
    assert all(name in matters_of(words) for words in matter.matches)
    assert not any(name in matters_of(words) for words in matter.rejects)


def test_words_may_name_two_matters() -> None:
    assert matters_of("fisheries and free trade") == {"fisheries", "trade"}
