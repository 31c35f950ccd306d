"""A record's visits beside the registers: what counts, what does not, and that it is named."""

from pathlib import Path

import pytest

from registan.model import ActorMention, Claim, ClaimPlace, PlaceMention, Subject
from registan.model.claim import Verdict
from registan.model.report import Event
from registan.precedent import judge_on, open_testimony

TRUMP = ActorMention(
    name="Donald J. Trump", mention="Trump", id="trump-donald-j", type="person", country="US"
)
RIYADH = PlaceMention(name="Riyadh", mention="Riyadh", country="SA")
NEVER = Claim(
    form="never",
    subject=Subject(office="US president"),
    kind="visit",
    place=ClaimPlace(countries=("SA",)),
    since="2023",
)


def visit(**fields) -> Event:
    given = {
        "id": "0123456789abcdef",
        "kind": "visit",
        "who": (TRUMP,),
        "where": (RIYADH,),
        "when": "2025-05-13",
        "standing": "happened",
        "confirmation": "both_sides",
        "because": "both sides",
        "reports": ("r1",),
    }
    return Event(**(given | fields))


def judged(home: Path, claim: Claim, *events: Event) -> Verdict:
    return judge_on(open_testimony(home, events), claim, as_of="2025-07-01", lang="de")


def test_a_visit_that_both_sides_confirm_contradicts_and_is_named(tmp_path):
    verdict = judged(tmp_path, NEVER, visit())
    assert verdict.verdict == "contradicted"
    row = next(row for row in verdict.evidence if row.register == "record")
    assert (row.id, row.country, row.tags) == (visit().id, "Saudi Arabia", ("both_sides",))
    assert "beide Seiten" in verdict.answer["de"]
    assert "both sides" in verdict.answer["en"]


def test_one_side_alone_only_makes_a_reading(tmp_path):
    alone = judged(tmp_path, NEVER)
    verdict = judged(tmp_path, NEVER, visit(confirmation="one_side"))
    assert verdict.verdict == alone.verdict == "supported"
    reading = next(one for one in verdict.readings if one.name == "one_side")
    assert reading.verdict == "contradicted"
    assert "eine Seite" in reading.because


def test_a_question_is_answered_by_one_sides_word_too(tmp_path):
    asked = Claim(form="last", subject=NEVER.subject, place=NEVER.place, asks=True)
    verdict = judged(tmp_path, asked, visit(confirmation="one_side"))
    assert verdict.answer["de"].startswith("Zuletzt: Joseph R. Biden")
    assert "Zuletzt: Donald Trump, 13. Mai 2025" in verdict.answer["de"]


@pytest.mark.parametrize(
    "fields",
    [
        {"confirmation": "anonymous_only"},
        {"confirmation": "contradicted"},
        {"confirmation": "unconfirmed"},
        {"standing": "planned"},
        {"standing": "denied"},
        {"kind": "meeting"},
        {"when": None},
        {"where": ()},
        {"when": "2024-03-01"},  # the register covers that day and has no such visit
    ],
)
def test_rumours_plans_and_covered_days_move_no_verdict(tmp_path, fields):
    alone = judged(tmp_path, NEVER)
    verdict = judged(tmp_path, NEVER, visit(**fields))
    assert (verdict.verdict, verdict.evidence) == (alone.verdict, alone.evidence)
    assert all(one.name != "one_side" for one in verdict.readings)


def test_what_follows_from_silence_says_where_the_register_ends(tmp_path):
    first = Claim(
        form="first",
        subject=Subject(person="Donald Trump", office="US president"),
        kind="visit",
        place=ClaimPlace(countries=("KG",)),
    )
    bishkek = PlaceMention(name="Bishkek", mention="Bishkek", country="KG")
    verdict = judged(tmp_path, first, visit(where=(bishkek,)))
    assert verdict.verdict == "supported"
    assert "2 December 2024" in verdict.answer["en"]
