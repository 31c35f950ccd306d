import pytest

from registan.languages import read_examples
from registan.model import Document
from registan.reader.boilerplate import find_imprint, furniture, load_rules

LANGUAGES = ("de", "en", "fr", "ru")
EXAMPLES = [example for lang in LANGUAGES for example in read_examples(lang, "boilerplate")]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.lang}-{one.id}")
def test_rule_matches_its_example_and_rejects_the_other(example) -> None:
    rule = next(one for one in load_rules(example.lang) if one.row.id == example.id)
    assert rule.pattern.match(example.matches)
    assert not rule.pattern.match(example.rejects)


TEXTS = [
    ("en", "By Mary Berger", "This story was originally published in Silk Road Herald.",
     "See also"),
    ("fr", "Par Mary Berger", "Cet article est paru d'abord dans Silk Road Herald.",
     "Lire aussi"),
    ("ru", "Автор: Мария Бергер", "Этот материал изначально вышел на портале Silk Road Herald.",
     "По теме"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "byline", "note", "tail"), TEXTS)
def test_imprint_and_furniture(lang: str, byline: str, note: str, tail: str) -> None:
    body = "Lorem ipsum dolor sit amet.\n\n" * 6
    text = f"{byline}\n\n{body}{note}\n\n{tail}\nAlpha\nBeta"
    document = Document(id="x", text=text, lang=lang)
    imprint = find_imprint(document)
    assert imprint.first_published == "Silk Road Herald"
    assert imprint.author == byline.partition(" ")[2]
    assert [span.text for span in furniture(document)] == [byline, note, f"{tail}\nAlpha\nBeta"]


def test_a_biography_in_the_middle_is_news() -> None:
    body = "Ein Satz über nichts.\n\n"
    text = body * 3 + "Jana Roth ist Journalistin in Riga.\n\n" + body * 6
    assert furniture(Document(id="x", text=text, lang="de")) == []


@pytest.mark.parametrize(
    ("lang", "byline"),
    [
        ("en", "By Mary Berger in Riga, 3 May 2021"),
        ("de", "Von Maria Berger, Riga, 3. Mai 2021"),
        ("fr", "Par Marie Berger à Riga, 3 mai 2021"),
        ("ru", "Автор: Мария Бергер, Рига, 3 мая 2021 г."),
    ],
)
def test_a_byline_gives_the_day_too(lang: str, byline: str) -> None:
    document = Document(id="x", text=f"{byline}\n\nLorem ipsum.", lang=lang)
    assert find_imprint(document).published == "2021-05-03"
