"""A headline is no firmer than the text under it."""

import pytest

from registan import world
from registan.reader.article import Article, document_of
from registan.reader.reading import read_document


def standing_of_headline(lang: str, title: str, text: str) -> str:
    article = Article(id="a", lang=lang, published="2025-03-10", title=title, text=text)
    told = read_document(document_of(article, "a"), world.load()).reports
    return next(r.standing for r in told if r.span.text == title)


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
