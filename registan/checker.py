"""Read, check, judge: the three things that Registan does, each one call."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from registan import world
from registan.home import register_home
from registan.model import Brief, Document, Extract, FoundClaim, Question, Verdict
from registan.precedent import Explained, Testimony, judge_on, open_testimony
from registan.precedent import explain as explain_claim
from registan.reader.claim_reason import reason_in
from registan.reader.intake import document_from_bytes, document_from_text, open_document
from registan.reader.reading import read_document, require_news
from registan.reader.typed import respell, tidy
from registan.record import merge_reports

NOT_JUDGED = {"en": "Not judged", "de": "Nicht beurteilt", "ru": "Не оценено", "fr": "Non jugé"}


def read(
    source: str | bytes | Document,
    *,
    lang: str | None = None,
    published: str | None = None,
    allow_private: bool = False,
) -> Extract:
    """Read a file, URL, `-`, the bytes of a document, or a Document already made."""
    document = _open(source, lang, published, allow_private)
    return read_document(document, world.load())


def read_text(text: str, *, lang: str | None = None, published: str | None = None) -> Extract:
    """Read words given directly, one sentence or more."""
    return read_document(document_from_text(text, lang=lang, published=published), world.load())


def check(
    source: str | bytes | Document,
    *,
    lang: str | None = None,
    published: str | None = None,
    allow_private: bool = False,
    record: str | None = None,
) -> Brief:
    """Read a document, merge its reports into events and judge its claims.

    Where `record` names one, its well confirmed visits count where no register reaches.
    """
    extract = read(source, lang=lang, published=published, allow_private=allow_private)
    require_news(extract)
    return Brief(
        document=extract.document,
        reports=extract.reports,
        events=merge_reports(extract.reports, extract.document),
        claims=judge_claims(extract, record),
        quotes=extract.quotes,
        questions=_foresee(extract),
        skipped=extract.skipped,
    )


def judge(
    text: str,
    *,
    as_of: str | date | None = None,
    lang: str | None = None,
    record: str | None = None,
) -> list[Verdict]:
    """Judge every claim of precedent in a sentence, as of a day (today where none is given)."""
    day = str(as_of or date.today())
    extract = read_text(text, lang=lang, published=day)
    return list(judge_claims(extract, record)) or _not_understood(extract, day)


def ask(
    question: str,
    *,
    as_of: str | date | None = None,
    lang: str | None = None,
    record: str | None = None,
) -> list[Verdict]:
    """Answer a question as people type it: in small letters, without its mark, a name misspelt."""
    spoken = document_from_text(question, lang=lang).lang
    typed = tidy(question, spoken, world.load())
    spelt = respell(typed, spoken, world.load())
    if spelt != typed:
        answers = judge(spelt, as_of=as_of, lang=spoken, record=record)
        if any(verdict.claim for verdict in answers):
            return answers
    return judge(typed, as_of=as_of, lang=spoken, record=record)


def judge_claims(extract: Extract, record: str | None = None) -> tuple[Verdict, ...]:
    """Judge the claims of a document that was read, as of its day, in their order."""
    testimony = _testimony(record) if extract.claims else None
    return tuple(_judge(c, extract.document, testimony) for c in extract.claims if testimony)


def explain(verdicts: Iterable[Verdict], record: str | None = None) -> list[Explained]:
    """Show, for each verdict on a claim that was understood, what was asked of the registers."""
    archive = _testimony(record).archive
    return [
        explain_claim(verdict.claim, as_of=verdict.as_of or str(date.today()), archive=archive)
        for verdict in verdicts
        if verdict.claim is not None
    ]


def _foresee(extract: Extract) -> tuple[Question, ...]:
    """Give the article's questions with their forecasts; the models are loaded for them alone."""
    if not extract.questions:
        return ()
    from registan.forecast.outlook import add_outlooks

    document = extract.document
    return add_outlooks(extract.questions, document.published, document.lang)


def _testimony(record: str | None) -> Testimony:
    return _with_record(record) if record else open_testimony(register_home())


@lru_cache(maxsize=2)
def _with_record(record: str) -> Testimony:
    """What claims are judged on where a record counts; it is read once a process."""
    from registan.record.query import Filter
    from registan.record.store import Record

    asked = Filter(kinds=("visit",), standings=("happened",))
    return open_testimony(register_home(), [e.event for e in Record.existing(record).events(asked)])


def _judge(found: FoundClaim, document: Document, testimony: Testimony) -> Verdict:
    as_of = document.published or str(date.today())
    if found.claim is None:
        because = found.because or "not understood"
        return Verdict(
            claim=None,
            text=found.text,
            span=found.span,
            as_of=as_of,
            verdict="unclear",
            answer=_not_judged(because, document.lang),
            needed=reason_in(because, document.lang),
        )
    return judge_on(
        testimony,
        found.claim,
        as_of=as_of,
        text=found.text,
        span=found.span,
        lang=document.lang,
    )


def _not_judged(because: str, lang: str) -> dict[str, str]:
    """Why nothing was judged, in the document's language and in English."""
    spoken = [lang] if lang in NOT_JUDGED else []
    return {
        code: f"{NOT_JUDGED[code]}: {reason_in(because, code)}"
        for code in dict.fromkeys([*spoken, "en"])
    }


def _not_understood(extract: Extract, day: str) -> list[Verdict]:
    """One honest sentence where a question was not understood; nothing for what is no question."""
    document = extract.document
    if not document.text.rstrip(" \n\t\"”“»'").endswith("?"):
        return []
    because = "the question is not understood"
    answer = _not_judged(because, document.lang)
    return [
        Verdict(
            claim=None, text=document.text, span=None, as_of=day, verdict="unclear",
            answer=answer, needed=reason_in(because, document.lang),
        )
    ]  # fmt: skip


def _open(
    source: str | bytes | Document, lang: str | None, published: str | None, allow_private: bool
) -> Document:
    if isinstance(source, Document):
        return source
    if isinstance(source, bytes):
        return document_from_bytes(source, lang=lang, published=published)
    return open_document(source, lang=lang, published=published, allow_private=allow_private)
