"""One German article of our own, read whole: what is reported, by whom, with what standing."""

import pytest

from registan.checker import read_text
from registan.errors import InputError
from registan.model import Report
from registan.reader.reading import require_news

ARTICLE = """\
Der finnische Präsident Alexander Stubb telefonierte am 3. März mit dem estnischen Präsidenten \
Alar Karis. Nach Angaben der Präsidialkanzlei lud Karis den Finnen nach Tallinn ein.

Eine Reise Stubbs nach Riga ist geplant. Ein Treffen mit der lettischen Ministerpräsidentin kam \
nicht zustande. Diplomaten in Brüssel sagten, Estland habe den Vorschlag abgelehnt. „Ich hatte ein \
gutes Gespräch mit ihm [Karis]“, sagte Stubb. 1997 reiste Präsident Martti Ahtisaari nach Riga, \
Präsident Lennart Meri 1998 nach Helsinki.
"""


@pytest.fixture(scope="module")
def reports() -> tuple[Report, ...]:
    return read_text(ARTICLE, lang="de", published="2025-03-05").reports


def of_kind(reports: tuple[Report, ...], kind: str) -> list[Report]:
    return [r for r in reports if r.kind == kind]


def test_every_span_gives_back_its_words(reports):
    for report in reports:
        spans = [report.span, report.trigger_span]
        spans += [a.span for a in report.who + report.whom] + [p.span for p in report.where]
        for span in spans:
            if span is not None:
                assert ARTICLE[span.start : span.end] == span.text


def test_a_call_has_its_two_sides_and_its_day(reports):
    call = of_kind(reports, "call")[0]
    assert [a.name for a in call.who] == ["Alexander Stubb"]
    assert [a.name for a in call.whom] == ["Alar Karis"]
    assert (call.when, call.standing) == ("2025-03-03", "happened")


def test_an_invitation_happened_and_the_visit_it_invites_to_is_only_possible(reports):
    invitation = of_kind(reports, "invitation")[0]
    assert invitation.standing == "happened"
    assert [s.type for s in invitation.attribution]
    invited = [r for r in of_kind(reports, "visit") if r.rule.endswith(".leads_to")]
    assert [r.standing for r in invited] == ["possible"]


def test_a_plan_is_no_fact(reports):
    planned = [r for r in of_kind(reports, "visit") if "Reise" in r.trigger]
    assert [r.standing for r in planned] == ["planned"]
    assert planned[0].chain[-1].name == "plan"


def test_a_name_in_brackets_is_the_editors(reports):
    talk = next(r for r in of_kind(reports, "call") if "Gespräch" in r.trigger)
    assert [a.name for a in talk.who] == ["Alexander Stubb"]
    assert [(a.name, a.inserted) for a in talk.whom] == [("Alar Karis", True)]
    assert [s.name for s in talk.attribution] == ["Alexander Stubb"]


def test_a_clause_without_its_verb_is_a_report_of_its_own(reports):
    travels = [r for r in of_kind(reports, "visit") if r.trigger == "reiste"]
    told = [(r.who[0].name, r.where[0].name, r.when) for r in travels]
    assert told == [("Martti Ahtisaari", "Riga", "1997"), ("Lennart Meri", "Helsinki", "1998")]


def test_a_recipe_is_no_news():
    extract = read_text("Die Zwiebeln fein hacken und in Butter braten.", lang="de")
    with pytest.raises(InputError, match="no visit"):
        require_news(extract)


def test_each_paragraph_is_read_in_its_own_language():
    other = "The Estonian president Alar Karis will visit Oslo in May, his office said on Tuesday."
    foreign = "Il presidente è arrivato a Roma per incontrare il primo ministro e i deputati."
    text = f"{ARTICLE}\n{other}\n\n{foreign}\n"
    extract = read_text(text, published="2025-03-05")
    assert extract.document.lang == "de"
    visits = [r for r in extract.reports if r.span.start >= len(ARTICLE)]
    assert [(r.kind, r.standing, r.span.text) for r in visits] == [("visit", "planned", other)]
    reasons = {s.span.text: s.reason for s in extract.skipped}
    assert reasons == {foreign: "eine Sprache, die nicht gelesen wird: Italienisch"}


@pytest.mark.parametrize(
    ("after", "speaker"),
    [
        ('"We may sign a treaty," Rangel told reporters.', "Paulo Rangel"),
        ('"We may sign a treaty," Ana Rangel told reporters.', "Ana Rangel"),
    ],
)
def test_a_surname_that_is_a_town_too_is_its_bearer_s_once_named(after: str, speaker: str):
    before = "Portuguese Foreign Minister Paulo Rangel met Sergey Lavrov on Tuesday."
    extract = read_text(f"{before}\n\n{after}", lang="en", published="2025-10-15")
    assert speaker in str(extract.quotes[0].speaker)


@pytest.mark.parametrize("after", ["visited Montenegro", "met Rama in Montenegro"])
def test_a_state_that_is_visited_is_no_bearer_of_its_name(after: str):
    before = "Prime Minister Luis Montenegro met President Alar Karis."
    extract = read_text(f"{before} Karis {after} on Monday.", lang="en", published="2025-10-15")
    assert extract.reports[-1].where[0].country == "ME"


def test_a_ministry_that_will_not_confirm_the_visit_does_not_make_it():
    before = "Prime Minister Donald Tusk may visit Latvia in June, two diplomats said."
    silent = "Latvia's foreign ministry declined to confirm the visit."
    found = read_text(f"{before}\n\n{silent}", lang="en", published="2025-05-15").reports
    assert [(r.who[0].name, r.where[0].country) for r in found] == [("Donald Tusk", "LV")] * 2


@pytest.mark.parametrize(
    ("text", "standing", "when"),
    [
        ("Präsident Alar Karis reiste im Frühjahr nach Riga.", "happened", "2025-21"),
        ("Präsident Alar Karis könnte im Frühjahr nach Riga reisen.", "possible", "2026-21"),
    ],
)
def test_a_season_is_that_which_the_verb_looks_to(text: str, standing: str, when: str):
    (told,) = read_text(text, lang="de", published="2025-11-27").reports
    assert (told.standing, told.when) == (standing, when)
