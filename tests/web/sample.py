"""A brief made by hand over an invented article, as the checker would give it."""

from __future__ import annotations

from registan.model import (
    ActorMention,
    Brief,
    Claim,
    ClaimPlace,
    Coverage,
    Document,
    Event,
    Evidence,
    PlaceMention,
    Question,
    Quote,
    Reading,
    Report,
    Skipped,
    Source,
    Span,
    Subject,
    Verdict,
)

TEXT = """Kommt der Präsident nach Montenegro?

Am 14. Mai telefonierte Milatović nach Angaben seines Büros mit Biden und lud ihn ein. \
Zwei Diplomaten sagten dem Adria-Kurier, ein Besuch im Juli sei möglich. \
Ein Sprecher dementierte, dass Biden nach Serbien reisen werde. \
„Wir haben ihn [Biden] eingeladen“, sagte Spajić.

Außenminister Ivanović traf am 7. Mai in Washington seinen Amtskollegen Blinken, wie beide \
Ministerien mitteilten. Ein Treffen mit Vizepräsidentin Harris war abgesagt worden.

Noch nie hat ein US-Präsident Montenegro besucht. Mit Ausnahme von Mike Pompeo hat seit 2001 \
jeder US-Außenminister Albanien besucht. Zuletzt war Antony Blinken im Februar 2024 in Tirana. \
Albanien ist das einzige Land der Region, das ein US-Präsident besucht hat. Die ranghöchste \
US-Delegation führte Vizepräsident Mike Pence an.

Der Weg bleibt <b>weit</b> & offen.
"""

PRESIDENTS = Coverage(
    register="us-president-trips",
    office="US president",
    kind="visit",
    direction="abroad",
    from_="1906-11-14",
    to="2024-12-02",
)
SECRETARIES = Coverage(
    register="us-secretary-trips",
    office="US secretary of state",
    kind="visit",
    direction="abroad",
    from_="1866-01-01",
    to="2025-02-19",
    except_persons=("Lawrence Eagleburger",),
)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def person(name: str, mention: str, country: str, **more: object) -> ActorMention:
    return ActorMention(
        name=name,
        mention=mention,
        type="person",
        country=country,
        **more,  # type: ignore[arg-type]
    )


BIDEN = person("Joe Biden", "Biden", "US", office="US president")
MILATOVIC = person("Jakov Milatović", "Milatović", "ME", office="president of Montenegro")
BLINKEN = person("Antony Blinken", "Blinken", "US")
IVANOVIC = person("Filip Ivanović", "Ivanović", "ME")
WASHINGTON = PlaceMention(name="Washington", mention="Washington", country="US")
OFFICE = Source(name="Büro von Milatović", type="participant", country="ME")
DIPLOMATS = Source(name="zwei Diplomaten", type="anonymous")
KURIER = Source(name="Adria-Kurier", type="media")

CALL = "Am 14. Mai telefonierte Milatović nach Angaben seines Büros mit Biden und lud ihn ein."
RUMOUR = "Zwei Diplomaten sagten dem Adria-Kurier, ein Besuch im Juli sei möglich."
DENIAL = "Ein Sprecher dementierte, dass Biden nach Serbien reisen werde."
MET = (
    "Außenminister Ivanović traf am 7. Mai in Washington seinen Amtskollegen Blinken, wie beide "
    "Ministerien mitteilten."
)
OFF = "Ein Treffen mit Vizepräsidentin Harris war abgesagt worden."
NEVER = "Noch nie hat ein US-Präsident Montenegro besucht."
EXCEPT = "Mit Ausnahme von Mike Pompeo hat seit 2001 jeder US-Außenminister Albanien besucht."
LAST = "Zuletzt war Antony Blinken im Februar 2024 in Tirana."
ONLY = "Albanien ist das einzige Land der Region, das ein US-Präsident besucht hat."
RANK = "Die ranghöchste US-Delegation führte Vizepräsident Mike Pence an."


def report(number: int, kind: str, words: str, standing: str, **more: object) -> Report:
    return Report(
        id=f"r{number}",
        kind=kind,  # type: ignore[arg-type]
        standing=standing,  # type: ignore[arg-type]
        trigger=words.split()[2],
        span=span_of(words),
        rule="sample",
        **more,  # type: ignore[arg-type]
    )


REPORTS = (
    report(
        1, "call", CALL, "happened", who=(MILATOVIC,), whom=(BIDEN,), when="2024-05-14",
        attribution=(OFFICE,),
    ),
    report(2, "invitation", CALL, "happened", who=(MILATOVIC,), whom=(BIDEN,), when="2024-05-14"),
    report(3, "visit", RUMOUR, "possible", when="2024-07", attribution=(KURIER, DIPLOMATS)),
    report(4, "visit", DENIAL, "denied", who=(BIDEN,)),
    report(
        5, "meeting", MET, "happened", who=(IVANOVIC,), whom=(BLINKEN,), where=(WASHINGTON,),
        when="2024-05-07", attribution=(Source(name="beide Ministerien", type="participant"),),
    ),
    report(6, "meeting", OFF, "cancelled"),
)  # fmt: skip


def event(number: int, source: Report, confirmation: str, because: str) -> Event:
    return Event(
        id=f"e{number}",
        kind=source.kind,
        who=source.who,
        whom=source.whom,
        where=source.where,
        when=source.when,
        standing=source.standing,
        confirmation=confirmation,  # type: ignore[arg-type]
        because=because,
        reports=(source.id,),
    )


EVENTS = (
    event(1, REPORTS[0], "one_side", "Only the office of Milatović tells it."),
    event(2, REPORTS[1], "one_side", "Only the office of Milatović tells it."),
    event(3, REPORTS[2], "anonymous_only", "Only unnamed diplomats tell it."),
    event(4, REPORTS[3], "contradicted", "A spokesman denies it."),
    event(5, REPORTS[4], "both_sides", "Both ministries tell it."),
    event(6, REPORTS[5], "unconfirmed", "Only the article tells it."),
)


def trip(number: int, who: str, day: str, **more: object) -> Evidence:
    return Evidence(
        register="us-secretary-trips",
        id=f"secretary-{number}",
        who=who,
        office="US secretary of state",
        start=day,
        end=day,
        country="AL",
        place="Tirana",
        **more,  # type: ignore[arg-type]
    )


TRIPS = (
    trip(1340, "Colin Powell", "2003-05-02"),
    trip(3276, "Hillary Clinton", "2012-11-01"),
    trip(3646, "John Kerry", "2016-02-14"),
    trip(4214, "Antony Blinken", "2024-02-15"),
)
TERMS = tuple(
    Evidence(
        register="us-office-terms",
        id=f"term-{name[:4].lower()}",
        who=name,
        office="US secretary of state",
        start=start,
        end=end,
        side="against",
    )
    for name, start, end in (
        ("Condoleezza Rice", "2005-01-26", "2009-01-20"),
        ("Rex Tillerson", "2017-02-01", "2018-03-31"),
    )
)


def verdict(words: str, form: str, outcome: str, answer_de: str, **more: object) -> Verdict:
    return Verdict(
        claim=Claim(
            form=form,  # type: ignore[arg-type]
            subject=Subject(office="US president"),
            place=ClaimPlace(countries=("ME",)),
        ),
        text=words,
        span=span_of(words),
        as_of="2024-05-21",
        verdict=outcome,  # type: ignore[arg-type]
        answer={"de": answer_de, "en": "English: " + answer_de},
        **more,  # type: ignore[arg-type]
    )


VERDICTS = (
    verdict(
        NEVER, "never", "supported",
        "Das Register der Präsidentenreisen kennt bis zum 2024-12-02 keinen Besuch in Montenegro.",
        coverage=(PRESIDENTS,),
    ),
    verdict(
        EXCEPT, "every_except", "contradicted",
        "Auch Condoleezza Rice und Rex Tillerson waren nach dem Register nie in Albanien.",
        coverage=(SECRETARIES,), evidence=TERMS + TRIPS,
    ),
    verdict(
        LAST, "last", "supported",
        "Der letzte verzeichnete Besuch eines US-Außenministers in Albanien ist Blinkens am "
        "2024-02-15.",
        coverage=(SECRETARIES,), evidence=(TRIPS[3],),
    ),
    verdict(
        ONLY, "only", "depends",
        "Es kommt darauf an, ob das Kosovo und Nordmazedonien zur Region zählen.",
        coverage=(PRESIDENTS,),
        readings=(
            Reading(name="EU-Nachbarn", verdict="supported", because="Kein anderer Eintrag."),
            Reading(
                name="westlicher Balkan", verdict="contradicted",
                because="Kosovo 1999 und 2001, Nordmazedonien 1999, Bosnien 1996 bis 1999.",
            ),
        ),
        evidence=(
            Evidence(
                register="us-president-trips", id="president-1206", who="Bill Clinton",
                office="US president", start="1999-11-23", end="1999-11-23", country="XK",
                place="Camp Bondsteel", side="against", correction=True,
            ),
        ),
    ),
    verdict(
        RANK, "highest_rank", "beyond_coverage",
        "Kein Register verzeichnet die Reisen der Vizepräsidenten.",
        needed="ein Register der Auslandsreisen von US-Vizepräsidenten",
    ),
)  # fmt: skip

DOCUMENT = Document(
    id="sample",
    text=TEXT,
    title="Kommt der Präsident nach Montenegro?",
    lang="de",
    published="2024-05",
    published_inferred=True,
    published_because=span_of("Am 14. Mai"),
)
QUOTES = (
    Quote(
        span=span_of("„Wir haben ihn [Biden] eingeladen“"),
        speaker="Milojko Spajić",
        insertions=(span_of("[Biden]"),),
    ),
)
QUESTIONS = (
    Question(
        text="Kommt der Präsident nach Montenegro?",
        span=span_of("Kommt der Präsident nach Montenegro?"),
        who="Joe Biden",
        where="Montenegro",
    ),
)
SKIPPED = (
    Skipped(span=span_of("Der Weg bleibt <b>weit</b> & offen."), reason="no event that we know"),
)

BRIEF = Brief(
    document=DOCUMENT,
    reports=REPORTS,
    events=EVENTS,
    claims=VERDICTS,
    quotes=QUOTES,
    questions=QUESTIONS,
    skipped=SKIPPED,
)
