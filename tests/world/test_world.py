import hashlib
import itertools
import json
import subprocess
import sys
from datetime import date

import pytest

from registan.errors import InputError
from registan.world import City, Country, Region, World
from registan.world.store import DATA

HOLDERS = [
    ("head-of-state", "UZ", "2025-09-09", "Shavkat Mirziyoyev"),
    ("head-of-state", "US", "2025-01-20", "Donald J. Trump"),
    ("foreign-minister", "US", "2023-02-28", "Antony John Blinken"),
    ("us-vice-president", "US", "2006-05-05", "Dick Cheney"),
    ("head-of-government", "DE", "2025-05-06", "Friedrich Merz"),
    ("head-of-government", "GB", "1985-01-01", "Margaret Thatcher"),
    ("head-of-state", "VA", "2026-01-01", "Leo XIV"),
    ("un-secretary-general", "un", "1995-01-01", "Boutros Boutros-Ghali"),
]


@pytest.mark.parametrize(("office", "country", "day", "name"), HOLDERS)
def test_holder_on_a_day(world: World, office: str, country: str, day: str, name: str) -> None:
    holder = world.holder(office, country, day)
    assert holder is not None
    assert holder.name == name


def test_who_took_office_on_one_day_with_another_holds_his_own(world: World) -> None:
    for country, name in (("GY", "Irfaan Ali"), ("GR", "Katerina Sakellaropoulou")):
        holder = world.holder("head-of-state", country, "2023-01-01")
        assert holder is not None
        assert holder.name == name


def test_unknown_holders_are_none(world: World) -> None:
    assert world.holder("head-of-state", "QQ", date(2000, 1, 1)) is None
    assert world.holder("us-president", "US", "1700-01-01") is None


def test_secretaries_of_state_since_1991_are_complete(world: World) -> None:
    people = [
        t.person for t in world.holders("us-secretary-of-state", "US", "1991-12-16", "2025-03-01")
    ]
    assert len(people) == len(set(people)) == 12
    assert people[0].startswith("baker-")
    assert people[-1] == "rubio-marco"


def test_ids_of_us_officers_are_those_of_the_registers(world: World) -> None:
    for key in ("trump-donald-j", "biden-joseph-r", "clinton-hillary-rodham", "rubio-marco"):
        assert world.persons[key].country == "US"


def test_no_single_seat_is_held_by_two_trusted_terms_at_once(world: World) -> None:
    terms = [t for t in world.holders("us-president", "US") if not t.seen]
    for one, following in itertools.pairwise(terms):
        assert one.end is not None
        assert following.start is not None
        assert one.end <= following.start


def test_office_at_prefers_the_highest(world: World) -> None:
    term = world.office_at("biden-joseph-r", "2010-01-01")
    assert term is not None
    assert term.office == "us-vice-president"
    assert world.office_at("biden-joseph-r", "1950-01-01") is None


def test_places_in_four_languages(world: World) -> None:
    usa, capital, region = (
        world.place("США", "ru"),
        world.place("Moskau", "de"),
        world.place("Центральной Азии", "ru"),
    )
    assert isinstance(usa, Country)
    assert usa.code == "US"
    assert isinstance(capital, City)
    assert capital.capital_of == "RU"
    assert isinstance(region, Region)
    assert region.id == "central-asia"
    assert world.place("Atlantis", "en") is None


def test_members_follow_the_day(world: World) -> None:
    assert "GB" in world.members("eu", "2018-01-01")
    assert "GB" not in world.members("eu")
    assert len(world.members("eu")) == 27
    assert "SE" not in world.members("nato", "2023-05-01")
    assert "SE" in world.members("nato")
    with pytest.raises(InputError):
        world.members("atlantis")


def test_every_scheme_divides_the_world_without_overlap(world: World) -> None:
    for scheme, regions in world.schemes().items():
        assert regions, scheme
        codes = [code for key in regions for code in world.members(key)]
        assert len(codes) == len(set(codes)), scheme
        assert {world.region_of("KZ", scheme)} <= set(regions)


def test_states_begin_and_end(world: World) -> None:
    days = ("1990-01-01", "1991-12-15", "1991-12-16", "2020-01-01")
    assert [world.country_at("KZ", day) for day in days] == ["SU", "SU", "KZ", "KZ"]
    assert world.country_at("DD", "1995-01-01") == "DE"
    assert world.country_at("SU", "1995-01-01") is None
    assert "KZ" in world.countries["SU"].successors


def test_every_state_has_a_name_in_every_language(world: World) -> None:
    for code in ("UZ", "US", "SU", "XK", "PS", "TW"):
        for lang in ("de", "en", "fr", "ru"):
            assert world.countries[code].names[lang]
    assert world.country_name("UZ", "fr") == "Ouzbékistan"


def test_capitals_and_buildings_stand_for_governments(world: World) -> None:
    mentions = world.find("Aus Astana und dem Kreml kam nichts.", "de")
    assert [world.government_of(m) for m in mentions] == ["KZ", "RU"]


def test_every_id_refers_to_something(world: World) -> None:
    for country in world.countries.values():
        for code in country.successors:
            assert code in world.countries
        assert country.predecessor is None or country.predecessor in world.countries
    for region in (*world.regions, *world.organisations):
        assert world.members(region) <= set(world.countries)
    for key, person in world.persons.items():
        assert person.id == key
        for term in world.terms(key):
            assert term.office in world.offices
            assert term.country in world.countries or term.country in world.organisations
    for metonym in world.metonyms.values():
        assert metonym.country in world.countries


def test_terms_run_forwards(world: World) -> None:
    for key in world.persons:
        for term in world.terms(key):
            assert not (term.start and term.end) or term.start[:4] <= term.end[:4]


def test_compiled_files_match_the_hand_written_ones() -> None:
    for name, digest in json.loads((DATA / "made_from.json").read_text(encoding="utf-8")).items():
        current = hashlib.sha256((DATA / f"{name}.yml").read_bytes()).hexdigest()
        assert current == digest, f"{name}.yml changed: run python -m registan.world.build"


def test_nothing_is_read_at_import() -> None:
    code = (
        "import registan.world, registan.world.store as s;"
        "print(s.read_people.cache_info().currsize + s.read_countries.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
