import msgspec
import pytest

from registan.model import ActorMention, Document, Operator, PlaceMention, Report, Source, Span
from registan.record import history, merge_reports, party, vouching
from registan.record.merge import merge
from registan.record.noun import Origin, StoredReport
from registan.record.party import cast_of, name_words

ROSE = ActorMention(name="Rosa Rose", mention="Rose", id="rose", type="person", country="PL")
LIND = ActorMention(name="Lars Lind", mention="Lind", id="lind", type="person", country="SE")
RIGA = PlaceMention(name="Riga", mention="Riga", country="LV")
SPAN = Span(start=0, end=4, text="will")


def report(number: int, **fields) -> Report:
    span = Span(start=number * 10, end=number * 10 + 4, text="text")
    given = {"kind": "call", "who": (ROSE,), "whom": (LIND,), "standing": "happened"}
    given |= {"span": span} | fields
    return Report(id=f"r{number}", trigger="call", rule="call.verb", **given)


def test_the_two_sides_of_a_call_may_stand_in_either_order():
    events = merge_reports([report(1), report(2, who=(LIND,), whom=(ROSE,))])
    assert [e.reports for e in events] == [("r1", "r2")]


def test_a_fact_and_a_plan_stay_two_events():
    events = merge_reports([report(1), report(2, standing="planned")])
    assert len(events) == 2


def test_other_dates_are_other_events_and_a_vaguer_date_is_not():
    one, same, other = "2025-05-03", "2025-05", "2025-06-01"
    assert len(merge_reports([report(1, when=one), report(2, when=same)])) == 1
    assert len(merge_reports([report(1, when=one), report(2, when=other)])) == 2


def test_visits_to_different_countries_stay_apart():
    here = report(1, kind="visit", whom=(), where=(RIGA,), when="2025")
    away = PlaceMention(name="Oslo", mention="Oslo", country="NO")
    there = report(2, kind="visit", whom=(), where=(away,), when="2025")
    assert len(merge_reports([here, there])) == 2


def test_confirmation_says_who_vouches():
    polish = Source(name="Kanzlei", type="participant", country="PL")
    swedish = Source(name="Regierung", type="participant", country="SE")
    nameless = Source(name="Kreise", type="anonymous")
    assert merge_reports([report(1)])[0].confirmation == "unconfirmed"
    assert merge_reports([report(1, attribution=(nameless,))])[0].confirmation == "anonymous_only"
    assert merge_reports([report(1, attribution=(polish,))])[0].confirmation == "one_side"
    both = merge_reports([report(1, attribution=(polish,)), report(2, attribution=(swedish,))])
    assert [e.confirmation for e in both] == ["both_sides"]


def test_a_body_without_its_state_is_that_of_the_party_it_serves():
    chancellor = ActorMention(
        name="Lars Lind", mention="Chancellor Lind", id="lind", type="person", country="DE"
    )
    president = ActorMention(
        name="Rosa Rose", mention="President Rose", id="rose", type="person", country="PL"
    )
    ours = Source(name="chancellery", type="official")
    theirs = Source(name="president's office", type="official")
    one = report(1, who=(chancellor,), whom=(president,), attribution=(ours,))
    other = report(2, who=(chancellor,), whom=(president,), attribution=(theirs,))
    assert [e.confirmation for e in merge_reports([one])] == ["one_side"]
    assert [e.confirmation for e in merge_reports([one, other])] == ["both_sides"]


def test_a_denial_contradicts():
    event = merge_reports([report(1, standing="denied")])[0]
    assert (event.standing, event.confirmation) == ("denied", "contradicted")


def test_states_sign_what_their_leaders_sign():
    poland = ActorMention(name="Poland", mention="Poland", id="PL", type="state", country="PL")
    sweden = ActorMention(name="Sweden", mention="Sweden", id="SE", type="state", country="SE")
    leaders = report(1, kind="agreement", when="2025-05-03")
    states = report(2, kind="agreement", who=(poland, sweden), whom=(), when="2025-05-03")
    assert len(merge_reports([leaders, states])) == 1


def test_a_visit_whose_place_is_left_out_is_the_only_one_that_fits():
    here = report(1, kind="visit", whom=(), where=(RIGA,), when="2025-05-03")
    bare = report(2, kind="visit", whom=(), when="2025-05-03")
    host = ActorMention(name="Ija Ozola", mention="Ozola", id="ozola", type="person", country="LV")
    met = report(3, kind="meeting", whom=(host,), when="2025-05-03")
    assert len(merge_reports([here, bare])) == 2
    assert len(merge_reports([here, bare, met])) == 2  # one visit, one meeting


def test_of_a_weekday_and_a_date_that_differ_either_may_be_right():
    words = "Rose called Lind on Wednesday, 15 May."
    wrong = Span(start=20, end=20 + len(words), text=words)
    on = report(1, when="2025-05-14")
    said = report(2, when="2025-05-15", span=wrong)
    sure = report(3, when="2025-05-15")
    assert len(merge_reports([on, said])) == 1
    assert len(merge_reports([on, sure])) == 2


def test_an_event_of_many_reports_moves_once_with_each(monkeypatch: pytest.MonkeyPatch):
    moved: list[str] = []
    move = history._move

    def count(now, told, before):
        moved.append(told.key)
        return move(now, told, before)

    monkeypatch.setattr(history, "_move", count)
    reports = [report(number, when="2025-05-03") for number in range(100)]
    events = merge_reports(reports)
    assert [len(event.reports) for event in events] == [100]
    assert len(moved) < 3 * len(reports)


def test_agreements_of_other_matters_stay_apart_and_translations_meet():
    def signed(number: int, about: str):
        return report(number, kind="agreement", when="2025-05-03", about=about)

    one, same, other = (
        signed(1, "gas supplies"),
        signed(2, "Gaslieferungen"),
        signed(3, "education"),
    )
    assert len(merge_reports([one, same])) == 1
    assert len(merge_reports([one, other])) == 2


def test_a_nationality_beside_its_bearer_is_no_third_party():
    pole = ActorMention(name="Polish", mention="Polish", type="group", country="PL")
    three = report(1, who=(pole, ROSE), when="2025-05-03")
    half = report(2, whom=(), when="2025-05-03")
    other = report(3, kind="visit", who=(LIND,), whom=(), where=(RIGA,))
    events = merge_reports([three, half, other])
    assert [e.reports for e in events] == [("r1", "r2"), ("r3",)]


def test_who_will_not_come_by_his_own_word_contradicts_what_others_announce():
    fields = {"kind": "visit", "whom": (), "where": (RIGA,)}
    latvian = Source(name="ministry", type="participant", country="LV")
    polish = Source(name="chancellery", type="participant", country="PL")
    will_not = Operator(name="future+negation", trigger="will", standing="not_happened", span=SPAN)
    planned = report(1, standing="planned", attribution=(latvian,), **fields)
    refused = report(2, standing="not_happened", attribution=(polish,), chain=(will_not,), **fields)
    was_not = report(3, standing="not_happened", attribution=(polish,), **fields)
    assert [e.confirmation for e in merge_reports([planned, refused])] == ["contradicted"]
    assert [e.confirmation for e in merge_reports([planned, was_not])] != ["contradicted"]


def test_who_declines_to_confirm_vouches_for_nothing():
    polish = Source(name="chancellery", type="participant", country="PL")
    fields = {"kind": "visit", "whom": (), "where": (RIGA,), "attribution": (polish,)}
    silent = Operator(name="refuse+silence", trigger="declined", standing="possible", span=SPAN)
    may = Operator(name="modal.may", trigger="may", standing="possible", span=SPAN)
    declined = report(1, standing="possible", chain=(silent,), **fields)
    willing = report(1, standing="possible", chain=(may,), **fields)
    assert [e.confirmation for e in merge_reports([declined])] == ["unconfirmed"]
    assert [e.confirmation for e in merge_reports([willing])] == ["one_side"]


def test_a_building_that_no_list_has_may_lie_in_the_city():
    house = PlaceMention(name="Saeima House", mention="Saeima House")
    fields = {"kind": "meeting", "when": "2025-05-03"}
    city, building = report(1, where=(RIGA,), **fields), report(2, where=(house,), **fields)
    other = PlaceMention(name="Warsaw", mention="Warsaw", country="PL")
    assert len(merge_reports([city, building])) == 1
    assert len(merge_reports([city, report(2, where=(other,), **fields)])) == 2


def test_a_foreign_office_is_that_of_a_party():
    office = Source(name="Foreign Office", type="official", country="GB")
    assert [e.confirmation for e in merge_reports([report(1, attribution=(office,))])] == [
        "one_side"
    ]


def test_what_a_side_alone_says_did_not_happen_is_denied():
    ours = Source(name="ministry", type="participant", country="PL")
    stranger = Source(name="Estonian ministry", type="official", country="EE")
    (event,) = merge_reports([report(1, standing="not_happened", attribution=(ours,))])
    assert (event.standing, event.confirmation) == ("denied", "contradicted")
    (event,) = merge_reports([report(1, standing="not_happened", attribution=(stranger,))])
    assert (event.standing, event.confirmation) == ("not_happened", "third_party")


def test_an_agency_of_a_side_s_state_is_no_side_unless_it_is_the_state_s_own():
    paper = Source(name="Polish agency PAX", type="media", country="PL")
    voice = Source(name="Polish state agency PAX", type="media", country="PL")
    host = Source(name="Latvian ministry", type="participant", country="LV")
    found = [merge_reports([report(1, attribution=(s,))])[0] for s in (paper, voice, host)]
    assert [e.confirmation for e in found] == ["third_party", "one_side", "third_party"]


def test_a_stranger_whose_state_one_outlet_leaves_out_is_one():
    fields = {"kind": "visit", "whom": (), "where": (RIGA,), "when": "2025-05-03"}
    named = ActorMention(name="Jan Rosen", mention="Jan Rosen", type="person", country="PL")
    bare = ActorMention(name="Jan Rosen", mention="Jan Rosen", type="person")
    other = ActorMention(name="Ole Berg", mention="Ole Berg", type="person")
    assert (
        len(merge_reports([report(1, who=(named,), **fields), report(2, who=(bare,), **fields)]))
        == 1
    )
    assert (
        len(merge_reports([report(1, who=(named,), **fields), report(2, who=(other,), **fields)]))
        == 2
    )


def test_a_compound_title_is_no_part_of_the_name():
    assert name_words("Außenstaatssekretär Jan Rosen", "de") == ("Jan", "Rosen")
    assert name_words("Anna Kindermann", "de") == ("Anna", "Kindermann")


def test_a_state_inside_a_title_is_no_part_of_the_name():
    french = "ministre albanais des Affaires étrangères Arben Hoxhaj"
    assert name_words(french, "fr") == name_words("Arben Hoxhaj", "en")


def test_who_speaks_for_an_organisation_speaks_for_no_side():
    union = Source(name="spokesman for the African Union", type="official")
    told = report(1, attribution=(union,))
    assert [e.confirmation for e in merge_reports([told])] == ["third_party"]


def test_an_organ_speaks_for_its_organisation():
    union = ActorMention(name="EU", mention="EU", id="eu", type="organisation")
    said = Source(name="Commission européenne", type="official")
    document = Document(id="d", text="", lang="fr", published="2025-05-04")
    told = report(1, kind="cooperation", who=(union,), attribution=(said,))
    assert [e.confirmation for e in merge_reports([told], document)] == ["one_side"]


def test_talks_in_a_state_are_with_its_own_people():
    lind = report(1, kind="meeting", standing="planned", when="2025-05")
    ours = PlaceMention(name="Stockholm", mention="Stockholm", country="SE")
    fields = {"kind": "meeting", "standing": "planned", "whom": (), "when": "2025-05"}
    there, elsewhere = report(2, where=(ours,), **fields), report(2, where=(RIGA,), **fields)
    assert len(merge_reports([lind, there])) == 1
    assert len(merge_reports([lind, elsewhere])) == 2


def test_an_open_plan_of_one_side_is_not_what_then_took_place():
    document = Document(id="d", text="", lang="en", published="2025-05-04")
    met = report(1, kind="meeting", when="2025-05-03")
    for standing, day, events in (("happened", None, 1), ("planned", None, 2)):
        half = report(2, kind="meeting", whom=(), standing=standing, when=day)
        assert len(merge_reports([met, half], document)) == events


def test_three_agreements_are_not_one_of_them():
    states = [ActorMention(name=n, mention=n, id=n, type="state", country=n) for n in ("PL", "SE")]
    span = Span(start=0, end=40, text="Poland and Sweden signed three agreements.")
    fields = {"kind": "agreement", "who": (states[0],), "whom": (states[1],)}
    three = msgspec.structs.replace(report(1, span=span, **fields), trigger="signed agreements")
    one = report(2, when="2025-05-03", **fields)
    assert len(merge_reports([one, report(3, when="2025-05", **fields)])) == 1
    assert len(merge_reports([one, msgspec.structs.replace(three, when="2025-05")])) == 2


def of_state(words: str, country: str) -> ActorMention:
    return ActorMention(name=words, mention=words, type="person", country=country)


def test_unnamed_officials_of_the_same_states_met_once_at_one_place():
    met = {"kind": "meeting", "who": (of_state("Polish officials", "PL"),), "when": "2025-05"}
    met |= {"whom": (of_state("Swedish officials", "SE"),)}
    placed = report(1, where=(RIGA,), **met)
    assert len(merge_reports([placed, report(2, where=(RIGA,), **met)])) == 1
    assert len(merge_reports([placed, report(2, **met)])) == 2
    heads = met | {"who": (of_state("Polish president", "PL"),)}
    ministers = met | {"who": (of_state("Polish foreign minister", "PL"),)}
    placed = [report(1, where=(RIGA,), **heads), report(2, where=(RIGA,), **ministers)]
    assert len(merge_reports(placed)) == 2


def test_a_side_that_confirms_a_cancellation_denies_nothing():
    step = Operator(name="tense", trigger="will", standing="planned", span=SPAN)
    swedish = Source(name="Regierung", type="participant", country="SE")
    polish = Source(name="Kanzlei", type="participant", country="PL")
    plan = report(1, standing="planned", when="2025-05-03", attribution=(polish,))
    gone = report(2, standing="cancelled", when="2025-05-03", attribution=(polish,))
    no = report(3, standing="not_happened", when="2025-05-03", attribution=(swedish,))
    no = msgspec.structs.replace(no, chain=(msgspec.structs.replace(step, name="future"),))
    event = merge_reports([plan, gone, no])[0]
    assert (event.standing, event.confirmation) == ("cancelled", "both_sides")


def told_deed(number: int, words: str, who: ActorMention, whom: ActorMention | None = None):
    given = {"kind": "relations", "who": (who,), "whom": (whom,) if whom else ()}
    one = report(number, **given)
    return msgspec.structs.replace(one, trigger=words, span=Span(start=number, end=99, text=words))


MOSCOW = ActorMention(name="Moscow", mention="Moscow", id="RU", type="government", country="RU")
RUSSIA = ActorMention(name="Russland", mention="Russland", id="RU", type="state", country="RU")
ENVOY = ActorMention(name="ambassador", mention="ambassador", type="person", country="MD")
MOLDOVANS = ActorMention(name="moldauischen", mention="moldauischen", type="group", country="MD")
CHISINAU = ActorMention(name="Moldova", mention="Moldova", id="MD", type="state", country="MD")


def group_sizes(*reports) -> list[int]:
    day = msgspec.structs.replace
    document = Document(id="d", text="", lang="en", published="2025-10-17")
    dated = [day(one, when=None) for one in reports]
    return sorted(len(e.reports) for e in merge_reports(dated, document))


def test_an_ambassador_summoned_twice_told_is_one_deed():
    told = told_deed(1, "summoned ambassador", MOSCOW, ENVOY)
    assert group_sizes(told, told_deed(2, "Botschafter einbestellt", RUSSIA, MOLDOVANS)) == [2]


def test_other_deeds_and_deeds_the_other_way_round_are_others():
    summoned = told_deed(1, "summoned ambassador", RUSSIA, CHISINAU)
    assert group_sizes(summoned, told_deed(2, "recalled ambassador", RUSSIA, CHISINAU)) == [1, 1]
    assert group_sizes(summoned, told_deed(2, "вызвала посла", CHISINAU, RUSSIA)) == [1, 1]


def test_a_consulate_closed_at_one_place_is_one_and_two_places_are_two():
    def closed(number: int, words: str, where: PlaceMention):
        return msgspec.structs.replace(told_deed(number, words, CHISINAU), where=(where,))

    oslo = PlaceMention(name="Oslo", mention="Oslo", country="NO")
    told = closed(1, "closed consulate", RIGA)
    assert group_sizes(told, closed(2, "закрыла консульство", RIGA)) == [2]
    assert group_sizes(told, closed(2, "закрыла консульство", oslo)) == [1, 1]


def test_an_ambassador_recalled_serves_where_the_other_state_is():
    chisinau = PlaceMention(name="Chișinău", mention="Chișinău", country="MD")
    told = msgspec.structs.replace(told_deed(1, "rappelé ambassadeur", RUSSIA), where=(chisinau,))
    assert group_sizes(told, told_deed(2, "отозвала посла", RUSSIA, CHISINAU)) == [2]
    assert group_sizes(told, told_deed(2, "отозвала посла", RUSSIA)) == [1, 1]


def test_his_excellency_is_no_name():
    assert name_words("H.E. Touhid Hossain", "en") == ("Touhid", "Hossain")


def stored(number: int, lang: str = "en", published: str = "2025-05-06", **fields) -> StoredReport:
    told = msgspec.structs.replace(report(number), **{"when": None} | fields)
    key = f"d{number}"
    origin = Origin(
        document=key, id=key, lang=lang, voice=key, published=published, cast=cast_of([told])
    )
    return StoredReport(key=key, origin=origin, report=told)


def with_cast(one: StoredReport, *cast: ActorMention) -> StoredReport:
    return msgspec.structs.replace(one, origin=msgspec.structs.replace(one.origin, cast=cast))


def test_both_countries_are_the_two_that_the_text_names():
    both = ActorMention(name="Länder", mention="Länder", type="state")
    envoys = ActorMention(name="Vertreter beider Länder", mention="Vertreter beider Länder")
    signed = stored(1, kind="agreement")
    for described in (both, envoys):
        later = stored(2, "de", kind="agreement", who=(described,), whom=())
        assert len(merge([signed, with_cast(later, ROSE, LIND, described)])) == 1
        assert len(merge([signed, with_cast(later, ROSE, described)])) == 2


@pytest.mark.parametrize(
    ("about", "events"), [("patrouilles communes à la frontière", 1), ("commerce frontalier", 2)]
)
def test_a_plan_to_agree_is_of_the_agreement_on_that_very_matter(about: str, events: int):
    both = ActorMention(name="two countries", mention="two countries", type="state")
    fields = {"kind": "agreement", "when": None}
    plan = {"who": (both,), "whom": (), "standing": "planned", "about": "joint border patrols"}
    planned = with_cast(stored(1, **fields, **plan), ROSE, LIND, both)
    signed = stored(2, "fr", about=about, **fields)
    assert len(merge([planned, signed])) == events


def test_a_counterpart_is_who_holds_the_office_on_that_day():
    modi = ActorMention(name="Modi", mention="Modi", id="Q1058", type="person", country="IN")
    dahal = "dahal-pushpa-kamal"
    dahal = ActorMention(name="Dahal", mention="Dahal", id=dahal, type="person", country="NP")
    unnamed = ActorMention(
        name="his Nepalese counterpart",
        mention="his Nepalese counterpart",
        type="person",
        country="NP",
    )
    envoy = msgspec.structs.replace(unnamed, name="Nepal's ambassador", mention="the ambassador")
    on = {"published": "2024-04-09"}
    told = stored(1, who=(modi,), whom=(dahal,), when="2024-04-07", **on)
    assert len(merge([told, stored(2, who=(modi,), whom=(unnamed,), **on)])) == 1
    assert len(merge([told, stored(2, who=(modi,), whom=(envoy,), **on)])) == 2


def given_aid(number: int, words: str, **fields) -> StoredReport:
    told = {"kind": "cooperation", "who": (POLAND,), "whom": (CHISINAU,)} | fields
    return stored(number, span=Span(start=0, end=len(words), text=words), **told)


POLAND = ActorMention(name="Poland", mention="Poland", id="PL", type="state", country="PL")


def test_aid_that_is_given_today_is_what_will_be_given():
    now = given_aid(1, "Poland is giving Moldova 12 million euros for its power lines.")
    words = "Poland will give Moldova 12 million euros to repair power lines."
    soon = given_aid(2, words, standing="planned", published="2025-05-14")
    late = given_aid(2, words, standing="planned", published="2025-06-14")
    assert len(merge([now, soon])) == 1
    assert len(merge([now, late])) == 2


def test_other_sums_for_something_else_are_other_aid():
    roads = given_aid(1, "Poland will give Moldova 12 million euros to rebuild its roads.")
    bank = given_aid(2, "Poland will lend Moldova's central bank 90 million euros.")
    same = given_aid(2, "Poland will give Moldova 15 million euros to rebuild its roads.")
    buses = given_aid(2, "Poland will give Moldova 40 million euros for new school buses.")
    assert [len(merge([roads, other])) for other in (bank, buses, same)] == [2, 2, 1]


def test_a_denial_after_two_weeks_is_of_the_call_that_was_told_of():
    polish = Source(name="Kanzlei", type="participant", country="PL")
    told = stored(1, when="2025-05-03")
    never = {"standing": "not_happened", "attribution": (polish,)}
    events = merge([told, stored(2, published="2025-05-16", **never)])
    assert [e.event.confirmation for e in events] == ["contradicted"]
    assert len(merge([told, stored(2, published="2025-06-16", **never)])) == 2


def test_who_vouches_is_named_without_those_who_do_not_count():
    indian = Source(name="foreign ministry", type="participant", country="PL")
    nameless = Source(name="two officials", type="anonymous")
    told = [stored(1, attribution=(nameless,)), stored(2, attribution=(indian,))]
    event = merge(told)[0].event
    assert (event.confirmation, event.because) == ("one_side", "foreign ministry")


def test_a_report_belongs_to_its_event_by_the_outlet_and_the_day_of_another():
    told = [stored(number, when="2025-05-03") for number in (1, 2)]
    named = msgspec.structs.replace(told[0].origin, publisher="Northern Wire")
    first = msgspec.structs.replace(told[0], origin=named)
    links = merge([first, told[1]])[0].links
    assert links[1].because.startswith("as in Northern Wire of 2025-05-06: same kind")


def test_what_nobody_of_an_office_did_is_no_visit_of_anybodys():
    nobody = ActorMention(
        name="president",
        mention="president",
        type="person",
        country="PL",
        span=Span(start=23, end=32, text="president"),
    )
    no = Operator(
        name="negation",
        trigger="No",
        standing="not_happened",
        span=Span(start=20, end=22, text="No"),
    )
    trip = {"kind": "visit", "whom": (), "where": (RIGA,)}
    planned = report(1, standing="planned", **trip)
    general = report(2, standing="not_happened", chain=(no,), **trip | {"who": (nobody,)})
    assert group_sizes(planned, general) == [1, 1]
    assert group_sizes(planned, report(3, standing="not_happened", **trip)) == [2]


def test_a_name_without_a_state_is_no_side_of_its_own():
    unknown = ActorMention(name="Rosy", mention="Rosy", type="unknown")
    polish = Source(name="Kanzlei", type="participant", country="PL")
    own = Source(name="Rosy", type="participant")
    events = merge_reports(
        [report(1, attribution=(polish,)), report(2, who=(unknown,), attribution=(own,))]
    )
    assert next(e.confirmation for e in events) == "one_side"


def test_who_will_not_do_it_again_does_not_deny_what_was_done():
    fields = {"kind": "measure", "whom": (), "who": (POLAND,)}
    polish = Source(name="ministry", type="participant", country="PL")
    will_not = Operator(name="future+negation", trigger="will", standing="not_happened", span=SPAN)
    done = report(1, attribution=(polish,), **fields)
    refused = report(2, standing="not_happened", attribution=(polish,), chain=(will_not,), **fields)
    events = merge_reports([done, refused])
    assert "contradicted" not in [e.confirmation for e in events]


def test_the_place_of_signing_is_no_part_of_what_is_agreed():
    fields = {"kind": "agreement", "where": (RIGA,)}
    english = report(
        1, about="joint coast guard patrols in Riga, Friday", when="2025-05-02", **fields
    )
    german = report(2, about="gemeinsame Patrouillen", when="2025-04-28/2025-05-04", **fields)
    assert len(merge_reports([english, german])) == 1


def test_two_entries_of_one_person_with_the_names_turned_round_are_one():
    one = ActorMention(name="Khurelsukh Ukhnaa", mention="x", id="a", type="person", country="MN")
    turned = ActorMention(
        name="Ukhnaagiin Khurelsukh", mention="x", id="b", type="person", country="MN"
    )
    brother = ActorMention(name="Ukhnaa Bold", mention="x", id="c", type="person", country="MN")
    day = {"when": "2025-05-03"}
    assert len(merge_reports([report(1, who=(one,), **day), report(2, who=(turned,), **day)])) == 1
    assert len(merge_reports([report(1, who=(one,), **day), report(2, who=(brother,), **day)])) == 2


def test_a_royal_court_is_that_of_the_party_who_is_a_monarch():
    king = ActorMention(
        name="Abdullah II",
        mention="King Abdullah II",
        id="abdullah-ii",
        type="person",
        country="JO",
    )
    court = Source(name="royal court", type="official")
    (event,) = merge_reports([report(1, who=(king,), attribution=(court,))])
    assert event.confirmation == "one_side"


def test_what_was_heard_to_have_been_lies_behind_its_telling():
    heard = Operator(name="hearsay", trigger="reported", standing="possible", span=SPAN)
    told = {"published": "2025-05-06", "lang": "en", "voice": "x", "document": "x", "id": "x"}
    past = StoredReport(
        key="a", origin=Origin(**told), report=report(1, standing="possible", chain=(heard,))
    )
    dated = StoredReport(
        key="b", origin=Origin(**told | {"document": "y"}), report=report(2, when="2025-05-03")
    )
    assert len(merge([past, dated])) == 1


def test_a_headline_that_tells_less_is_of_the_event_of_its_text():
    origin = Origin(
        document="x", id="x", lang="en", voice="x", published="2025-05-06", title="Pact announced"
    )
    span = Span(start=0, end=14, text="Pact announced")
    headline = report(1, standing="planned", kind="agreement", span=span)
    told = report(2, kind="agreement")
    plan = report(3, standing="planned", kind="agreement")
    stored = [StoredReport(key=r.id, origin=origin, report=r) for r in (headline, told, plan)]
    assert [e.event.reports for e in merge(stored[:2])] == [("r1", "r2")]
    assert len(merge(stored[1:])) == 2


def test_a_surname_of_somebody_named_in_full_means_nobody_else():
    bare = ActorMention(name="Rose", mention="Rose", type="unknown", country="PL")
    anna = ActorMention(name="Anna Rose", mention="Rose", id="anna", type="person", country="PL")
    here = Origin(
        document="x",
        id="x",
        lang="en",
        voice="x",
        published="2025-05-06",
        cast=(LIND, ROSE, bare),
    )
    there = Origin(
        document="y", id="y", lang="en", voice="y", published="2025-05-06", cast=(LIND, anna)
    )
    half = report(1, kind="meeting", who=(LIND,), whom=())
    other = report(2, kind="meeting", who=(LIND,), whom=(anna,))
    stored = [
        StoredReport(key="a", origin=here, report=half),
        StoredReport(key="b", origin=there, report=other),
    ]
    assert len(merge(stored)) == 2


def test_of_one_state_and_surname_given_names_may_differ_between_scripts():
    todd = ActorMention(name="Hugh Todd", mention="Hugh Todd", id="x", type="person", country="GY")
    here = party._make(todd, "en")
    there, other = (
        party._make(ActorMention(name=n, mention=n, type="person", country=c), "ru")
        for n, c in (("Хью Тодд", "GY"), ("Хью Тодд", "GB"))
    )
    assert (party.relate(here, there), party.relate(here, other)) == ("same", "other")


def test_whose_leader_somebody_is_is_no_name():
    assert name_words("Transnistria's leader", "en") == ()


def test_a_city_may_be_a_surname():
    assert name_words("Роса Вильявисенсио", "ru") == ("Роса", "Вильявисенсио")


def test_what_ministers_of_two_states_sign_both_countries_sign():
    def ministers(state: str) -> ActorMention:
        words = "ministers"
        return ActorMention(name=words, mention=words, type="person", country=state)

    both = ActorMention(name="countries", mention="Both countries", type="unknown")
    cast = (ROSE, LIND)
    one = report(1, kind="agreement", who=(ministers("PL"), ministers("SE")), whom=())
    other = report(2, kind="agreement", who=(both,), whom=())
    stored = [
        StoredReport(
            key=r.id,
            origin=Origin(
                document=r.id, id=r.id, lang="en", voice=r.id, published="2025-05-06", cast=cast
            ),
            report=r,
        )
        for r in (one, other)
    ]
    assert len(merge(stored)) == 1


def test_the_holder_of_another_office_is_somebody_else():
    armenia = PlaceMention(name="Armenien", mention="Armenien", country="AM")
    steinmeier = ActorMention(
        name="Frank-Walter Steinmeier", mention="x", id="Q76658", type="person", country="DE"
    )
    fields = {"kind": "visit", "where": (armenia,), "when": None, "whom": ()}

    def told_with(title: str) -> int:
        unnamed = ActorMention(name=title, mention=title, type="person")
        one = stored(1, "de", "2024-06-05", who=(steinmeier,), standing="cancelled", **fields)
        other = stored(2, "de", "2024-06-05", who=(unnamed,), standing="possible", **fields)
        same_text = msgspec.structs.replace(other, origin=one.origin)
        return len(merge([with_cast(one, steinmeier), with_cast(same_text, steinmeier)]))

    assert told_with("US-Außenministers") == 2
    assert told_with("Außenministers") == 2
    assert told_with("Präsidenten") == 1


def test_a_plan_in_the_german_infinitive_is_of_the_deed_that_followed():
    belarus, swedes = of_state("Belarus", "BY"), of_state("Schweden", "SE")
    belarus = msgspec.structs.replace(belarus, type="government")
    will = told_deed(1, "Diplomaten auszuweisen", belarus, swedes)
    will = msgspec.structs.replace(will, standing="planned")

    def events(words: str) -> int:
        reports = (will, told_deed(2, words, belarus, swedes))
        days = ("2024-09-03", "2024-09-09")
        told = zip(reports, days, strict=True)
        return len(
            merge(
                [
                    msgspec.structs.replace(stored(n, "de", day), report=r)
                    for n, (r, day) in enumerate(told)
                ]
            )
        )

    assert events("Diplomaten ausgewiesen") == 1
    assert events("Botschafter einbestellt") == 2


def test_who_gives_up_his_own_plan_denies_nobody():
    polish = Source(name="Rose's office", type="participant", country="PL", id="rose")
    gives_up = Operator(name="refuse", trigger="gives up", standing="not_happened")
    kind = {"kind": "visit", "who": (ROSE,), "whom": (), "where": (RIGA,), "when": None}
    ahead = Operator(name="future", trigger="will", standing="planned")
    never = stored(
        1, standing="not_happened", attribution=(polish,), chain=(gives_up, ahead), **kind
    )
    latvian = Source(name="Latvian ministry", type="participant", country="LV")
    plan = stored(2, standing="planned", attribution=(latvian,), **kind)
    assert merge([plan, never])[0].event.confirmation == "both_sides"


def test_what_a_text_adds_to_a_trip_that_was_called_off_announces_nothing():
    polish = Source(name="Rose's office", type="participant", country="PL", id="rose")
    kind = {"kind": "visit", "who": (ROSE,), "whom": (), "where": (RIGA,), "when": None}
    ahead = (Operator(name="future", trigger="will", standing="planned"),)
    never = stored(1, standing="not_happened", attribution=(polish,), chain=ahead, **kind)
    first = stored(2, standing="possible", attribution=(), **kind)
    words = Span(start=90, end=99, text="the first")
    first = msgspec.structs.replace(
        first, origin=never.origin, report=msgspec.structs.replace(first.report, span=words)
    )
    assert merge([never, first])[0].event.confirmation == "one_side"


def test_the_city_of_an_embassy_is_not_of_its_state():
    assert vouching.state_in("embassy in Warsaw", "en") is None
    assert vouching.state_in("посольство России в Варшаве", "ru") == "RU"


def test_a_man_whom_the_lists_have_by_his_father_s_name_is_one():
    def known(name: str) -> party.Party:
        actor = ActorMention(name=name, mention=name, id=name, type="person", country="SA")
        return party._make(actor, "en")

    faisal = known("Faisal bin Farhan")
    assert party.relate(faisal, known("Prince Faisal bin Farhan Al Saud")) == "same"
    assert party.relate(faisal, known("Faisal bin Abdulaziz Al Saud")) == "other"
    named = known("Faisal bin Farhan Al-Saud")
    assert party.relate(named, known("Faisal bin Farhan Al-Sheikh")) == "other"
    assert party.relate(named, known("Prince Faisal bin Farhan Al Saud")) == "same"


def test_a_shorter_form_of_a_name_is_the_same_man_of_that_state():
    known = ActorMention(
        name="Anura Kumara Dissanayake", mention="", id="akd", type="person", country="LK"
    )
    short = ActorMention(name="Kumara Disanayaka", mention="", type="person", country="LK")
    abroad = msgspec.structs.replace(short, country="IN")
    assert len(merge_reports([report(1, whom=(known,)), report(2, whom=(short,))])) == 1
    assert len(merge_reports([report(1, whom=(known,)), report(2, whom=(abroad,))])) == 2


def test_a_headline_calls_by_the_state_whom_its_text_names():
    state = ActorMention(name="Sweden", mention="Sweden", id="SE", type="state", country="SE")
    document = Document(id="d", lang="en", text="", title="Rose rings Sweden's premier")
    told = Span(start=0, end=27, text="Rose rings Sweden's premier")
    over = report(1, whom=(state,), span=told)
    assert len(merge_reports([over, report(2)], document)) == 1


def test_who_is_not_named_may_be_any_two_of_the_text():
    poland = ActorMention(name="Poland", mention="Poland", id="PL", type="state", country="PL")
    sweden = ActorMention(name="Sweden", mention="Sweden", id="SE", type="state", country="SE")
    both = report(1, kind="agreement", who=(poland, sweden), whom=(), when="2025-05-03")
    meeting = report(2, kind="meeting")
    passive = report(3, kind="agreement", who=(), whom=(), when="2025-05-03")
    origins = [
        Origin(document=d, id=d, lang="en", voice=d, published="2025-05-03", cast=cast_of(told))
        for d, told in (("a", [both]), ("b", [meeting, passive]))
    ]
    stored = [
        StoredReport(key=one.id, origin=origin, report=one)
        for origin, one in zip(
            (origins[0], *origins[1:] * 2), (both, meeting, passive), strict=True
        )
    ]
    assert [m.event.reports for m in merge(stored)] == [("r1", "r3"), ("r2",)]


def test_who_has_no_plan_to_come_denies_what_others_announce_for_this_month():
    visit = {"kind": "visit", "whom": (), "where": (RIGA,), "when": "2025-02"}
    paper = Source(name="Daily", type="media")
    plan = report(1, standing="planned", attribution=(paper,), **visit)
    office = Source(name="Rose's office", type="participant", country="PL")
    none = Operator(name="plan+negation", trigger="planned", standing="not_happened")
    no = report(2, standing="not_happened", chain=(none,), attribution=(office,), **visit)
    origins = [
        Origin(document=d, id=d, lang="en", voice=d, published=day)
        for d, day in (("a", "2025-02-17"), ("b", "2025-02-20"))
    ]
    stored = [
        StoredReport(key=one.id, origin=origin, report=one)
        for origin, one in zip(origins, (plan, no), strict=True)
    ]
    assert [m.event.confirmation for m in merge(stored)] == ["contradicted"]


def test_since_a_day_is_of_that_day():
    here, there = (report(n, when="2025-05-28/..") for n in (1, 2))
    assert len(merge_reports([here, there])) == 1
    assert len(merge_reports([here, report(2, when="2025-07-01/..")])) == 2


def test_a_headline_that_calls_its_traveller_by_a_title_is_of_its_text():
    adviser = ActorMention(name="Adviser", mention="Adviser", type="person")
    document = Document(id="d", lang="en", text="", title="Adviser to visit Riga next week")
    told = Span(start=0, end=31, text="Adviser to visit Riga next week")
    trip = {"kind": "visit", "whom": (), "where": (RIGA,), "standing": "planned"}
    over = report(1, who=(adviser,), when="2025-05-26/2025-06-01", span=told, **trip)
    assert len(merge_reports([over, report(2, when="2025-05-28", **trip)], document)) == 1


def test_a_minister_whose_trip_is_denied_is_no_king():
    king = ActorMention(
        name="Jigme Khesar Namgyel Wangchuck",
        mention="King Wangchuck",
        id="wangchuck-jigme-khesar-namgyel",
        type="person",
        country="BT",
    )
    minister = ActorMention(name="minister", mention="the minister", type="person")
    visit = {"kind": "visit", "whom": ()}
    told = report(1, who=(king,), where=(RIGA,), when="2025-05-03", **visit)
    denied = report(2, who=(minister,), standing="denied", **visit)
    assert len(merge_reports([told, denied])) == 2


def test_a_call_that_was_not_is_the_one_others_tell_of_and_not_a_plan():
    polish = Source(name="chancellery", type="participant", country="PL")
    undone = {"standing": "not_happened", "attribution": (polish,)}
    plan = Operator(name="plan+negation", trigger="geplant", standing="not_happened", span=SPAN)
    no = Operator(name="negation", trigger="not", standing="not_happened", span=SPAN)
    told = report(1)
    unplanned, denial = report(2, chain=(plan,), **undone), report(3, chain=(no,), **undone)
    events = merge_reports([told, unplanned, denial])
    assert {"r1", "r3"} in [set(e.reports) for e in events]


def test_who_recalls_an_ambassador_is_not_the_other_who_does():
    fields = {"kind": "relations", "whom": ()}
    ours, theirs = report(1, who=(ROSE,), **fields), report(2, who=(LIND,), **fields)
    recalls = [msgspec.structs.replace(r, trigger="recalls ambassador") for r in (ours, theirs)]
    assert len(merge_reports(recalls)) == 2
