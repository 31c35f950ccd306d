import pytest

from registan.record.quantity import comparable, find_quantities


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They seized 18 tankers on 12 June 2025 at 10:30.", [("count", 18)]),
        ("Die Bank leiht dem Land 3,5 Milliarden Euro.", [("money", 3.5e9)]),
        ("L'agence prêtera 200 millions d'euros.", [("money", 2e8)]),
        ("Ставка — 12 процентов, подписано 15 документов.", [("percent", 12), ("count", 15)]),
        ("It pledged $4.2 billion.", [("money", 4.2e9)]),
        ("On May 14 during a state visit he turned 55 years old.", []),
        ("Sie unterzeichneten drei Abkommen über zwei Tage hinweg.", [("count", 3)]),
        (
            "Ils ont signé trois accords, et prêteront deux millions d'euros.",
            [("count", 3), ("money", 2e6)],
        ),
        ("Они подписали четыре соглашения.", [("count", 4)]),
        ("Two of the leaders backed two thirds of the two-day plan.", []),
        ("Le programme 2025–2026 suit le 5e sommet.", []),
    ],
)
def test_it_tells_percentages_sums_and_counts_from_dates(sentence, found):
    assert [(q.sort, q.value) for q in find_quantities(sentence)] == found


def test_things_are_compared_across_languages_and_other_things_are_not():
    (tankers,) = find_quantities("18 tankers were stopped.")
    (tanker,) = find_quantities("16 Tanker wurden gestoppt.")
    (papers,) = find_quantities("Подписано 16 документов.")
    assert comparable(tankers, tanker)
    assert not comparable(tankers, papers)


def test_a_number_in_words_is_that_in_figures():
    (figure,) = find_quantities("They signed 3 agreements.")
    (word,) = find_quantities("Sie unterzeichneten vier Abkommen.")
    assert comparable(figure, word)
    assert figure.value != word.value


def test_of_which_state_they_are_is_not_what_is_counted():
    (english,) = find_quantities("They freed 37 Colombian prisoners.")
    (russian,) = find_quantities("Освобождены 39 заключённых.")
    assert english.text == "37 Colombian prisoners"
    assert comparable(english, russian)
