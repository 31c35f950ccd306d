"""Who of one surname is meant: by the forms that agree with the name, pronouns and titles."""

import pytest

from registan.world import load
from tests.reader.test_claim import only, read

WOMAN = "clinton-hillary-rodham"
MAN = "clinton-william-j"
SAID = [
    ("ru", "Сколько раз Клинтон была в Китае?", WOMAN),
    ("ru", "Сколько раз Клинтон был в Китае?", MAN),
    ("fr", "Combien de pays Clinton a-t-elle visités ?", WOMAN),
    ("fr", "Combien de pays Clinton a-t-il visités ?", MAN),
    ("fr", "Clinton est allée deux fois en Arménie.", WOMAN),
    ("en", "How many countries did Clinton visit when she was in office?", WOMAN),
    ("de", "Wie viele Länder hat Frau Clinton besucht?", WOMAN),
]


@pytest.mark.parametrize(("lang", "text", "person"), SAID)
def test_she_and_he_tell_who_of_one_surname_is_meant(lang: str, text: str, person: str) -> None:
    assert only(text, lang).subject.person_id == person


@pytest.mark.parametrize("text", ["How many countries did Clinton visit?"])
def test_where_nothing_tells_it_is_asked(text: str) -> None:
    because = read(text)[0].because or ""
    assert "Hillary Rodham Clinton" in because
    assert "William J. Clinton" in because


def test_every_woman_of_the_list_is_known() -> None:
    assert set(load().women) <= set(load().persons)
