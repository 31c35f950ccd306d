"""The page: self-contained, safe, complete; the article keeps every character."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
import pytest

from registan.web.brief_html import brief_page
from registan.web.markup import stretches_of
from tests.web.sample import BRIEF, DOCUMENT, TEXT, span_of


class Outline(HTMLParser):
    """Collects tags, ids, links and the article's text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.ids.add(found.get("id") or "")
        self.links.append(found.get("href") or "")
        if "body" in (found.get("class") or "").split() or self.open:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and "sup" not in self.open:
            self.text += data


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    return parser


@pytest.fixture(scope="module")
def page() -> str:
    return brief_page([BRIEF])


def test_the_page_needs_nothing_from_elsewhere(page: str) -> None:
    assert not outline(page).tags & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"@import|url\(|https?://", page)


def test_the_article_keeps_every_character(page: str) -> None:
    assert outline(page).text == TEXT
    assert "<b>weit</b>" not in page


def test_every_mark_leads_to_its_item(page: str) -> None:
    found = outline(page)
    links = [link.removeprefix("#") for link in found.links if link.startswith("#")]
    assert set(links) <= found.ids
    assert {"b1-C1", "b1-C5", "b1-E1", "b1-E6"} <= set(links)


def test_it_prints_and_has_light_and_dark(page: str) -> None:
    assert "@media print" in page
    assert "prefers-color-scheme:dark" in page


def test_standings_differ_without_colour(page: str) -> None:
    for style in ("solid", "dotted", "dashed", "wavy", "double"):
        assert f"text-decoration-style:{style}" in page


def test_claims_show_rows_readings_coverage_and_need(page: str) -> None:
    for part in ("secretary-3646", "westlicher Balkan", "1906-11-14 bis 2024-12-02", "Nötig wäre"):
        assert part in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x"])
def test_a_url_that_could_run_code_is_no_link(url: str) -> None:
    document = msgspec.structs.replace(DOCUMENT, url=url)
    assert url not in brief_page([msgspec.structs.replace(BRIEF, document=document)])


def test_a_web_address_is_a_link() -> None:
    document = msgspec.structs.replace(DOCUMENT, url="https://example.org/a")
    page = brief_page([msgspec.structs.replace(BRIEF, document=document)])
    assert 'href="https://example.org/a"' in page


def test_several_briefs_share_a_page_without_sharing_ids() -> None:
    ids = outline(brief_page([BRIEF, BRIEF])).ids
    assert {"b1-C1", "b2-C1"} <= ids


def test_stretches_joined_give_the_text_back() -> None:
    stretches = stretches_of(BRIEF)
    assert "".join(stretch.text for stretch in stretches) == TEXT
    assert {"E1", "E2"} <= {number for stretch in stretches for number in stretch.numbers}


def test_the_weaker_standing_of_a_shared_stretch_is_shown() -> None:
    possible = msgspec.structs.replace(BRIEF.reports[1], standing="possible")
    reports = (BRIEF.reports[0], possible, *BRIEF.reports[2:])
    shown = stretches_of(msgspec.structs.replace(BRIEF, reports=reports))
    assert next(part for part in shown if "telefonierte" in part.text).standing == "possible"


def test_a_trigger_carries_its_own_standing_and_number() -> None:
    told = msgspec.structs.replace(BRIEF.reports[0], trigger_span=span_of("telefonierte"))
    shown = stretches_of(msgspec.structs.replace(BRIEF, reports=(told, *BRIEF.reports[1:])))
    part = next(part for part in shown if part.text == "telefonierte")
    assert part.trigger
    assert part.numbers == ("E1",)
