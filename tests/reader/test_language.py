"""Which language a text is in."""

import pytest

from registan.errors import InputError
from registan.reader.language import choose_language, detect_language, name_language


def test_a_text_of_several_languages_is_read_in_the_first_that_is_served() -> None:
    text = (
        "De premier bracht dinsdag een bezoek aan Kiev en sprak met de president over oorlog.\n\n"
        "The chancellor met the president in Berlin on Tuesday and they spoke about the war.\n\n"
        "Президент встретился во вторник в Берлине с канцлером, обсудив будущее союза и войну."
    )
    assert choose_language(text, None) in ("en", "ru")


def test_a_language_without_a_name_is_called_by_its_code() -> None:
    assert [name_language(code) for code in ("nl", "crh", "zxx")] == ["Dutch", "crh", "zxx"]


@pytest.mark.parametrize(
    "text", ["asdf qwer zxcv uiop hjkl", "Kremlbote vrumpst grolkt schnafft blubbert"]
)
def test_made_up_words_are_no_text_in_a_language_that_is_served(text: str) -> None:
    with pytest.raises(InputError, match="no text in a language that is served"):
        choose_language(text, None)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Macron reçoit Merz à l'Elysée", "fr"),
        ("Russlands Außenminister Lawrow reist überraschend nach Pjöngjang", "de"),
        ("Путин встретится с Эрдоганом в Стамбуле", "ru"),
        ("Kazakh leader hosts Uzbek counterpart in Astana", "en"),
    ],
)
def test_a_headline_has_its_language(text: str, lang: str) -> None:
    assert choose_language(text, None) == lang


def test_names_of_a_country_make_no_text_of_its_language() -> None:
    told = "Nigerian President Bola Tinubu spoke by phone with Ibrahim Traore on Sunday."
    assert detect_language(f"{told} They spoke about the fate of soldiers.").lang == "en"
    pidgin = "Nigeria president Bola Tinubu don tok say im go waka go see di soja oga next week."
    assert detect_language(pidgin).lang == "pcm"
