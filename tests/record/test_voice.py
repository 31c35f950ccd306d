"""Texts that repeat or translate one another are one voice; those that only sound alike are not."""

from __future__ import annotations

from registan.record.noun import Origin, StoredDocument
from registan.record.voice import find_copies

ENGLISH = (
    "The foreign ministers of Kenya and Rwanda met in Nairobi on 14 March 2024. They spoke for 90"
    " minutes about the border at Gatuna. Some 2,300 lorries wait there every week. Both sides want"
    " to open a second crossing by 2026."
)
GERMAN = (
    "Die Außenminister Kenias und Ruandas trafen sich am 14. März 2024 in Nairobi. Sie sprachen 90"
    " Minuten lang über die Grenze bei Gatuna. Rund 2.300 Lastwagen warten dort jede Woche. Beide"
    " Seiten wollen bis 2026 einen zweiten Übergang öffnen."
)


def stored(key: str, lang: str, text: str, published: str) -> StoredDocument:
    origin = Origin(document=key, id=key, lang=lang, voice=key, published=published)
    return StoredDocument(origin=origin, text=text)


def test_a_translation_and_a_copy_repeat_the_text_that_came_first() -> None:
    first = stored("a", "en", ENGLISH, "2024-03-14")
    for key, lang, text, kind in (
        ("b", "de", GERMAN, "translation"),
        ("c", "en", ENGLISH + " More follows.", "syndicated"),
    ):
        (copy,) = find_copies(stored(key, lang, text, "2024-03-15"), [first])
        assert (copy.document, copy.original, copy.kind) == (key, "a", kind)


def test_a_text_with_other_numbers_translates_nothing() -> None:
    text = GERMAN.replace("14.", "21.").replace("2024", "2019").replace("90", "45")
    other = text.replace("300", "850").replace("2026", "2021")
    first = stored("a", "en", ENGLISH, "2024-03-14")
    assert find_copies(stored("b", "de", other, "2024-03-22"), [first]) == ()
