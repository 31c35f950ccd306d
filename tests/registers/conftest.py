from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

_STAMPS = (
    "<created-by>x</created-by><created-datetime/>"
    "<last-modified-by>x</last-modified-by><last-modified-datetime/>"
)
_DATES = (
    "<created-by>x</created-by><created-date/><last-modified-by>x</last-modified-by>"
    "<last-modified-date/>"
)

Write = Callable[..., Path]


def trip(row_id: str = "1", **changed: str) -> str:
    """One made-up row of the travels register, with fields changed by keyword."""
    values = {
        "who": "doe-jane",
        "role": "president",
        "name": "Jane Doe",
        "start": "1950-03-01",
        "end": "1950-03-02",
        "country": "norway",
        "country_name": "Norway",
        "locale": "Oslo",
        "remarks": "Met with King Olaf.",
        "extra": "",
    } | changed
    return (
        f'<trip role="{values["role"]}" who="{values["who"]}"><id>{row_id}</id>'
        f"<role>{values['role']}</role><name>{values['name']}</name>"
        f"<start-date>{values['start']}</start-date><end-date>{values['end']}</end-date>"
        f'<country id="{values["country"]}">{values["country_name"]}</country>'
        f"<locale>{values['locale']}</locale><remarks>{values['remarks']}</remarks>"
        f"{values['extra']}{_STAMPS}</trip>"
    )


def visit(row_id: str = "1", **changed: str) -> str:
    """One made-up row of the visits register, with fields changed by keyword."""
    values = {
        "visitor": "Prime Minister Ola Nordmann",
        "start": "1950-03-01",
        "end": "1950-03-02",
        "from": "norway",
        "description": "Working visit.",
    } | changed
    return (
        f"<visit><id>{row_id}</id><start-date>{values['start']}</start-date>"
        f"<end-date>{values['end']}</end-date><visitor>{values['visitor']}</visitor>"
        f'<from id="{values["from"]}">Somewhere</from>'
        f"<description>{values['description']}</description>{_STAMPS}</visit>"
    )


def chief(row_id: str = "no-1950", **changed: str) -> str:
    """One made-up chief of mission, with fields changed by keyword."""
    values = {
        "person": "doe-jane",
        "role": "ambassador-e-p",
        "country": "norway",
        "appointed": "1950-01-01",
        "started": "1950-02-01",
        "ended": "",
    } | changed

    def dated(tag: str, text: str) -> str:
        return f"<{tag}><date>{text}</date><note/></{tag}>"

    return (
        f"<chief><id>{row_id}</id><person-id>{values['person']}</person-id>"
        f"<role-title-id>{values['role']}</role-title-id>"
        f"<contemporary-territory-id>{values['country']}</contemporary-territory-id>"
        f"{dated('appointed', values['appointed'])}{dated('arrived', '')}"
        f"{dated('started', values['started'])}{dated('ended', values['ended'])}"
        f"<note/>{_DATES}</chief>"
    )


@pytest.fixture
def travels(tmp_path: Path) -> Write:
    """Write a download of the travels register with the rows given; gives its folder."""

    def write(*rows: str) -> Path:
        folder = tmp_path / "travels"
        (folder / "president-travels").mkdir(parents=True, exist_ok=True)
        text = f"<trips>{''.join(rows)}</trips>"
        (folder / "president-travels" / "doe-jane.xml").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def visits(tmp_path: Path) -> Write:
    """Write a download of the visits register with the rows given; gives its folder."""

    def write(*rows: str) -> Path:
        folder = tmp_path / "visits"
        (folder / "data").mkdir(parents=True, exist_ok=True)
        text = f"<visits>{''.join(rows)}</visits>"
        (folder / "data" / "1950.xml").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def officers(tmp_path: Path) -> Write:
    """Write a download of the register of officers with the chiefs given; gives its folder."""

    def write(*rows: str) -> Path:
        folder = tmp_path / "pocom"
        files = {
            "people/d/doe-jane.xml": "<person><id>doe-jane</id><old-ids><old-id>doe-j</old-id>"
            "</old-ids><persName><surname>Doe</surname><forename>Jane</forename></persName>"
            "</person>",
            "roles-country-chiefs/ambassador.xml": "<role><id>ambassador-e-p</id><names>"
            "<singular>Ambassador</singular></names></role>",
            "roles-country-chiefs/charge.xml": "<role><id>charge-daffaires-ad-interim</id><names>"
            "<singular>Charge</singular></names></role>",
            "positions-principals/secretary.xml": "<principal-position><id>secretary</id><names>"
            "<singular>Secretary</singular></names><principals/></principal-position>",
            "missions-orgs/to-un.xml": "<org-mission><id>to-un</id><names><singular>Envoy"
            "</singular></names><chiefs/></org-mission>",
            "missions-countries/norway.xml": "<country-mission><chiefs>"
            f"{''.join(rows)}</chiefs></country-mission>",
        }
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write
