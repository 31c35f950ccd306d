"""Translation's synonyms are no difference of meaning; a stronger word is one."""

import msgspec
import pytest

from registan.model import Quote, Span
from registan.record.difference import compare
from registan.record.noun import Origin, StoredQuote


def quote(document: str, lang: str, text: str) -> StoredQuote:
    origin = Origin(document=document, id=document, lang=lang, voice=document)
    return StoredQuote(
        key=document,
        origin=origin,
        quote=Quote(
            speaker="X",
            speaker_id="x",
            span=Span(start=0, end=len(text), text=text),
            insertions=(),
        ),
    )


@pytest.mark.parametrize(
    ("one", "text", "other", "translated"),
    [
        ("en", "We have to act quickly.", "fr", "Nous devons agir rapidement."),
        ("en", "We need a ceasefire now.", "de", "Wir brauchen jetzt eine Waffenruhe."),
        ("en", "It is necessary to end the war.", "ru", "Необходимо закончить войну."),
        ("en", "Our relations are developing.", "ru", "Наши отношения развиваются."),
        ("en", "Turkey is ready to host the talks.", "de", "Ankara ist zu Gesprächen bereit."),
        ("en", "We cannot accept this plan.", "fr", "Ce plan est inacceptable."),
        ("en", "Peace is possible.", "de", "Frieden ist möglich."),
        ("en", "The war must end.", "ru", "Войну надо остановить."),
        ("en", "The talks will be held in April.", "ru", "Переговоры состоятся в апреле."),
        ("de", "Wir öffnen die Grenze vor Weihnachten.", "fr", "Nous ouvrons avant Noël."),
        ("en", "They must not become a stage.", "de", "Sie dürfen keine Bühne werden."),
        ("en", "We do not rule out a visit.", "fr", "Nous n'excluons pas une visite."),
        ("en", "We sent 20,000 tons of grain.", "ru", "Мы отправили 20 тысяч тонн зерна."),
        ("en", "I said that our time is limited.", "fr", "J'ai dit que le temps était limité."),
    ],
)
def test_a_translation_does_not_differ(one: str, text: str, other: str, translated: str) -> None:
    assert compare(quote("a", one, text), quote("b", other, translated)) == ()


@pytest.mark.parametrize(
    ("text", "lang", "other", "type_"),
    [
        ("We may sign the treaty.", "de", "Wir werden den Vertrag unterzeichnen.", "modality"),
        ("We did not agree to that.", "de", "Wir haben dem zugestimmt.", "negation"),
        ("We do not rule out a visit.", "ru", "Мы исключаем визит.", "negation"),
        ("We sent 300 soldiers.", "de", "Wir haben 3000 Soldaten geschickt.", "number"),
        ("We will send three ships.", "fr", "Nous enverrons treize navires.", "number"),
        ("The bridge will open in 2027.", "ru", "Мост откроется в 2029 году.", "number"),
        ("We do not rule out a visit.", "ru", "Я приеду.", "modality"),
        ("We are examining whether to sell.", "de", "Wir verkaufen.", "modality"),
        ("There was no agreement.", "de", "Es gab eine Einigung.", "negation"),
    ],
)
def test_a_stronger_word_differs(text: str, lang: str, other: str, type_: str) -> None:
    assert [d.type for d in compare(quote("a", "en", text), quote("b", lang, other))] == [type_]


def test_a_name_in_brackets_is_the_editors_and_none_that_the_speaker_left_out() -> None:
    here = quote("a", "en", "Our friendship [with Italy] will last.")
    added = Span(start=16, end=28, text="[with Italy]")
    here = msgspec.structs.replace(
        here, quote=msgspec.structs.replace(here.quote, insertions=(added,))
    )
    there = quote("b", "de", "Unsere Freundschaft mit Italien wird dauern.")
    assert [d.type for d in compare(here, there)] == ["editor_brackets"]
