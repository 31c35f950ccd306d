"""Read the sources of people: each reader yields rows of one shape, or nothing for a useless row.

A row: name, surname, country, terms, and where known id, wikidata, names, aka.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from registan.world.build.country import read_codes
from registan.world.build.wording import not_holders, office_of, surname_first, titles, wording

Row = dict[str, Any]
ROMAN = re.compile(r"^(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI|XXIII)$")


def row(name: str, country: str, terms: list[Row], **more: Any) -> Row:
    """Make a row, finding the surname where the source does not mark it."""
    surname = more.pop("surname", None) or find_surname(name, country)
    return {"name": name, "surname": surname, "country": country, "terms": terms, **more}


def term(
    office: str, country: str, start: str | None, end: str | None, source: str, **more: Any
) -> Row:
    """Make a term."""
    return {
        "office": office,
        "country": country,
        "start": start,
        "end": end,
        "source": source,
        **more,
    }


def find_surname(name: str, country: str) -> str:
    """Take the last word (the first in China and Korea) with its particles.

    Regnal numbers stay outside.
    """
    words = [
        w for w in name.split(" ") if not ROMAN.match(w) and w not in ("Jr.", "Sr.", "Jr", "Sr")
    ]
    if not words:
        return name
    if country in surname_first() and len(words) > 1:
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1] in wording()["particles"]:
        start -= 1
    return " ".join(words[start:])


def read_us_presidents(registers: Path) -> Iterator[Row]:
    """US presidents with their days in office, from the travels register's own list."""
    from lxml import etree

    tree = etree.parse(str(registers / "travels/presidents/presidents.xml"))
    rows: dict[str, Row] = {}
    for node in tree.iterfind("president"):
        key, name = node.findtext("id"), node.findtext("name")
        left = node.findtext("left-office-date") or None
        day = term("us-president", "US", node.findtext("took-office-date"), left, "historyatstate")
        rows.setdefault(key, row(name, "US", [], id=key))["terms"].append(day)
    yield from rows.values()


def read_us_secretaries(registers: Path) -> Iterator[Row]:
    """US secretaries of state with their days in office, from the principal officers' register."""
    from lxml import etree

    folder = registers / "pocom"
    for node in etree.parse(str(folder / "positions-principals/secretary.xml")).iterfind(
        ".//principal"
    ):
        key = node.findtext("person-id")
        person = etree.parse(str(folder / f"people/{key[0]}/{key}.xml")).getroot()
        surname = (person.findtext("persName/surname") or "").strip()
        given = (person.findtext("persName/forename") or "").strip()
        start = node.findtext("started/date") or node.findtext("appointed/date") or None
        end = node.findtext("ended/date") or None
        day = term("us-secretary-of-state", "US", start, end, "historyatstate")
        yield row(f"{given} {surname}", "US", [day], surname=surname, id=key)


def read_leaders(lines: dict[str, list[str]]) -> Iterator[Row]:
    """The hand-written list; its own head explains the line format."""
    for country, entries in lines.items():
        for line in entries:
            yield read_leader(country, line)


def read_leader(country: str, line: str) -> Row:
    """Read one line: `Name | office start end | … | de Name | ru Name | fr Name | surname X | id X
    | aka X`.
    """
    name, *parts = [part.strip() for part in line.split("|")]
    out: Row = {"terms": [], "names": {}, "aka": []}
    for part in parts:
        head, _, rest = part.partition(" ")
        if head in ("de", "ru", "fr", "en"):
            out["names"].setdefault(head, []).append(rest)
        elif head in ("surname", "id", "wikidata"):
            out[head] = rest
        elif head == "aka":
            out["aka"].append(rest)
        else:
            start, _, end = rest.partition(" ")
            out["terms"].append(
                term(OFFICE_CODES.get(head, head), country, start or None, end or None, "registan")
            )
    return row(name, country, out.pop("terms"), **out)


OFFICE_CODES = {
    "P": "head-of-state", "G": "head-of-government", "F": "foreign-minister", "L": "party-leader",
    "S": "supreme-leader", "V": "vice-president", "C": "crown-prince", "D": "defence-minister",
    "N": "national-security-adviser",
}  # fmt: skip


def read_uk(source: Path) -> Iterator[Row]:
    """UK prime ministers, their deputies and foreign secretaries."""
    for line in read_csv(source / "uk_pm_foreign_secretary_ifg.csv"):
        office = office_of(line["post"]) or "foreign-minister"
        name = titles().sub("", line["person"]).strip() or line["person"]
        yield row(
            name, "GB", [term(office, "GB", line["start"] or None, line["end"] or None, "ifg")]
        )


def read_csv(path: Path) -> list[dict[str, str]]:
    """Read a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_factbook(source: Path) -> Iterator[Row]:
    """Heads of state and government as the World Factbook printed them.

    Capitals mark the surname, unless all of the name is in capitals.
    """
    codes = {c["FIPS"].lower(): c["ISO3166-1-Alpha-2"] for c in read_codes(source) if is_state(c)}
    for line in read_csv(source / "factbook_leaders_2014_2026.csv"):
        country = codes.get(line["gec"])
        office = factbook_office(line["office"], line["title_and_name"])
        if not country or not office or country in ("US", "EU"):
            continue
        if parsed := capital_name(line["title_and_name"]):
            start = read_day(line["since"])
            last = line["last_seen_commit"]
            end, extra = (last, {"open": True}) if last < "2025-12" else (None, {})
            yield row(
                parsed[0],
                country,
                [term(office, country, start, end, "factbook", **extra)],
                surname=parsed[1],
            )


def is_state(row: dict[str, str]) -> bool:
    """Leave territories out: their entries name the sovereign's head of state."""
    independent = row["is_independent"].strip() == "Yes" or row["ISO3166-1-Alpha-2"] in (
        "PS",
        "TW",
        "XK",
        "VA",
    )
    return independent and bool(row["FIPS"].strip())


def factbook_office(field: str, text: str) -> str | None:
    """Say which office an entry of the Factbook means.

    None for representatives and untitled deputies.
    """
    if not_holders().match(text):
        return None
    if re.match(r"(first |second |third |senior |executive |co-)*vice.president", text, re.I):
        return "vice-president"
    if re.search(r"deputy|vice", text.split(",")[0], re.I):
        return "deputy-head-of-government"
    if not titles().match(text) and not re.match(r"[A-Z]+ ", text):
        return None
    return "head-of-state" if field == "chief of state" else "head-of-government"


def capital_name(text: str) -> tuple[str, str] | None:
    """`President Shavkat MIRZIYOYEV` to its name and surname."""
    text = re.sub(r"\s*[(;,].*$", "", text.replace("’", "'").replace("Amb.", ""))
    text = re.sub(r"\s+of (the|Great).*$", "", text)
    words = [w for w in titles().sub("", text).split(" ") if w]
    marked = [
        w
        for w in words
        if len(w.strip(".")) > 1
        and w.replace("al-", "").replace("el-", "").isupper()
        and not ROMAN.match(w)
    ]
    if not marked or len(words) > 7:
        return None
    name = " ".join(titled(w) for w in words)
    return name, "" if len(marked) == len(words) else " ".join(titled(w) for w in marked)


def titled(word: str) -> str:
    """`AL-BASHIR`, `O'NEILL`, `MIRZIYOYEV` in usual capitals; other words stay."""
    if ROMAN.match(word) or not word.replace("al-", "").isupper() or len(word.strip(".")) == 1:
        return word
    return re.sub(r"[^\W_]+", lambda m: m.group().capitalize(), word).replace("al-", "al-")


def read_day(text: str) -> str | None:
    """`30 April 2013`, `April 2013` or `2013` as ISO text."""
    for pattern, shape in (("%d %B %Y", "%Y-%m-%d"), ("%B %Y", "%Y-%m"), ("%Y", "%Y")):
        try:
            return datetime.strptime(text.strip(), pattern).strftime(shape)
        except ValueError:
            continue
    return None


def read_wikidata_leaders(source: Path) -> Iterator[Row]:
    """Office holders with Wikidata ids (years only)."""
    codes = wikidata_codes(source)
    for line in read_csv(source / "world_leaders_wikidata_2022.csv"):
        country, office = codes.get(line["countryid"]), office_of(line["positionLabel"])
        if country and office and line["officeholderLabel"] and country != "US":
            end = line["end_year"] or None
            closed = {} if end else {"known_until": wording()["closed"]["world_leaders"]}
            day = term(office, country, line["start_year"] or None, end, "wikidata", **closed)
            yield row(line["officeholderLabel"], country, [day], wikidata=line["officeholder"])


def read_foreign_ministers(source: Path) -> Iterator[Row]:
    """Foreign ministers with Wikidata ids; how long they stayed is not known."""
    codes = wikidata_codes(source)
    for line in read_csv(source / "foreign_ministers_wikidata_2023.csv"):
        country = codes.get(line["country"])
        if country and line["name"] and country != "US":
            closed = wording()["closed"]["foreign_ministers"]
            start = line["start"] or closed
            day = term("foreign-minister", country, start, None, "wikidata", known_until=closed)
            yield row(line["name"], country, [day], wikidata=line["person"])


@lru_cache(maxsize=1)
def wikidata_codes(source: Path) -> dict[str, str]:
    """Wikidata ids of countries to ISO codes."""
    codes = {
        c["wikidata_id"].rsplit("/", 1)[-1]: c["ISO3166-1-Alpha-2"] for c in read_codes(source)
    }
    return codes | {"Q1246": "XK", "Q148": "CN", "Q55": "NL", "Q756617": "DK", "Q29999": "NL"}


def read_unga(source: Path) -> Iterator[Row]:
    """Speakers of the UN general debate: who held which office in September of a year."""
    codes = {c["ISO3166-1-Alpha-3"]: c["ISO3166-1-Alpha-2"] for c in read_codes(source)}
    for line in read_csv(source / "unga_speakers_2015_2024.csv"):
        country, office = codes.get(line["ISO Code"]), office_of(line["Post"] or "")
        name = titles().sub("", (line["Name of Person Speaking"] or "").strip()).strip()
        if country and office and len(name) > 3 and country != "US":
            yield row(usual_case(name), country, [seen(office, country, line["Year"], "unga")])


def usual_case(name: str) -> str:
    """Write names that a source shouts in usual capitals."""
    return " ".join(titled(w) if len(w) > 2 else w for w in re.sub(r"\s+", " ", name).split(" "))


def seen(office: str, country: str, year: str, source: str) -> Row:
    """A term known only by an appearance in a year."""
    return term(office, country, year, year, source, seen=True)


def read_visits(registers: Path) -> Iterator[Row]:
    """Foreign leaders who visited the US: title, name, country and year of each appearance."""
    from lxml import etree

    for path in sorted((registers / "visits/data").glob("*.xml")):
        for node in etree.parse(str(path)).iterfind("visit"):
            country = country_code(
                node.findtext("from") or "", (node.findtext("start-date") or "")[:4]
            )
            if country:
                yield from read_visitors(node, country)


def read_visitors(node: Any, country: str) -> Iterable[Row]:
    """One visit's visitors; entries that name several people by one title are left out."""
    text = re.sub(r"\s+", " ", node.findtext("visitor") or "").strip()
    year = (node.findtext("start-date") or "")[:4]
    found = titles().match(text)
    if not found or not year or re.search(r" and |;|,", text):
        return []
    office = office_of(found.group().strip())
    name = text[found.end() :].strip()
    if not office or len(name) < 2 or not name[0].isupper() or len(name.split(" ")) > 5:
        return []
    return [row(name, country, [seen(office, country, year, "historyatstate")])]


@lru_cache(maxsize=4096)
def country_code(name: str, year: str) -> str | None:
    """The state a register means by a name in a year."""
    name = re.sub(r"^the ", "", re.sub(r"\s+", " ", name)).strip().lower()
    if name.startswith("russia") and "1922" < year < "1992":
        return "SU"
    return wording()["countries"].get(name) or country_names().get(name)


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """English country names to codes, from the shipped table."""
    import json

    from registan.world.build.country import DATA

    rows = json.loads((DATA / "countries.json").read_text(encoding="utf-8"))
    return {n.lower(): c["code"] for c in reversed(rows) for n in c["names"].get("en", [])}
