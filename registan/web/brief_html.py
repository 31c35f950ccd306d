"""The brief as one HTML file that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from registan.model import Brief
from registan.web import phrase
from registan.web.label import labels_of
from registan.web.markup import stretches_of
from registan.web.order import STANDINGS, VERDICTS, sections_of

MARKS = {
    "contradicted": "✗",
    "depends": "±",
    "unclear": "?",
    "beyond_coverage": "○",
    "supported": "✓",
}


def brief_page(briefs: Sequence[Brief], lang: str | None = None) -> str:
    """Give one page of one or more briefs, labelled in `lang` or in each document's language."""
    template = environment_of().get_template("brief.html")
    shown = [_view(brief, lang, number) for number, brief in enumerate(briefs, 1)]
    return template.render(
        briefs=shown, marks=MARKS, standings=tuple(reversed(STANDINGS)), phrase=phrase
    )


def environment_of() -> Environment:
    """Give the templates' environment: all is escaped, and an unknown name fails."""
    return Environment(
        loader=PackageLoader("registan.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _view(brief: Brief, lang: str | None, number: int) -> dict[str, Any]:
    tongue = lang or brief.document.lang
    outcomes: list[str] = [verdict.verdict for verdict in brief.claims]
    return {
        "brief": brief,
        "document": brief.document,
        "prefix": f"b{number}-",
        "lang": tongue,
        "labels": labels_of(tongue),
        "sections": sections_of(brief),
        "tally": [(name, outcomes.count(name)) for name in VERDICTS if name in outcomes],
        "stretches": stretches_of(brief),
        "link": _link(brief.document.url),
        "edited": [quote for quote in brief.quotes if quote.insertions],
    }


def _link(url: str | None) -> str | None:
    """Give a URL that is safe to follow: an article must not smuggle in a script."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
