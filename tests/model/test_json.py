import pytest

from registan.errors import InputError
from registan.model import Claim, ClaimPlace, Span, Subject


def test_claim_json_round_trips():
    claim = Claim(
        form="first",
        subject=Subject(person="Ada Example", office="US president"),
        place=ClaimPlace(countries=("KZ", "UZ")),
        since="1991",
    )
    assert Claim.from_json(claim.to_json()) == claim


def test_claim_of_an_unknown_form_names_the_field():
    with pytest.raises(InputError, match="form"):
        Claim.from_data({"form": "perhaps", "subject": {}})


def test_span_without_text_is_refused():
    with pytest.raises(InputError, match="text"):
        Span.from_json('{"start": 0, "end": 3}')
