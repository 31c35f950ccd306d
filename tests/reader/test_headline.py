"""A headline is no firmer than the text under it."""

import pytest

from registan import world
from registan.model import Report
from registan.reader.article import Article, document_of
from registan.reader.reading import read_document


def told_in(lang: str, title: str, text: str) -> tuple[Report, ...]:
    article = Article(id="a", lang=lang, published="2025-03-10", title=title, text=text)
    return read_document(document_of(article, "a"), world.load()).reports


def standing_of_headline(lang: str, title: str, text: str) -> str:
    return next(r.standing for r in told_in(lang, title, text) if r.span.text == title)


def kinds_of(lang: str, title: str, text: str) -> list[str]:
    return [r.kind for r in told_in(lang, title, text)]


@pytest.mark.parametrize(
    ("lang", "title", "text", "standing"),
    [
        ("en", "Macron meets Tusk", "Macron may meet Donald Tusk next week.", "possible"),
        ("en", "Macron meets Tusk", "Emmanuel Macron met Donald Tusk on Friday.", "happened"),
        ("en", "Macron met Tusk in Paris", "Macron may meet Donald Tusk next week.", "happened"),
        ("de", "Golob reist nach Zagreb", "Golob reist am Freitag nach Kroatien.", "planned"),
        ("de", "Golob reist nach Zagreb", "Golob reist am Freitag nach Italien.", "happened"),
        ("fr", "Macron rencontre Tusk", "Macron rencontrera jeudi Donald Tusk.", "planned"),
    ],
)
def test_a_headline_in_the_present_is_no_firmer_than_its_text(
    lang: str, title: str, text: str, standing: str
) -> None:
    assert standing_of_headline(lang, title, text) == standing


def test_talks_of_a_headline_are_a_call_where_the_text_tells_one() -> None:
    title = "Lula s'est entretenu avec Milei"
    call = "Le président brésilien Lula s'est entretenu lundi au téléphone avec Javier Milei."
    met = "Le président brésilien Lula s'est entretenu lundi à Rome avec Javier Milei."
    for text, kind in ((call, "call"), (met, "meeting")):
        assert kinds_of("fr", title, text) == [kind, kind]
