"""The one door to knowledge of the world.

`load()` gives a `World`, whose methods read the shipped tables.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from registan.world import finder, identity, region, tenure
from registan.world.noun import (
    Candidate,
    City,
    Country,
    Mention,
    Metonym,
    Office,
    Organisation,
    Person,
    Region,
    Term,
    to_iso,
)
from registan.world.store import (
    map_persons,
    map_terms,
    read_cities,
    read_city_names,
    read_countries,
    read_given_names,
    read_groups,
    read_women,
)
from registan.world.tenure import pad


class World:
    """Countries, regions, people and offices, found by id or by name. Holds no state of its own."""

    @property
    def countries(self) -> dict[str, Country]:
        """Countries by code, former states among them."""
        return read_countries()

    @property
    def cities(self) -> dict[str, City]:
        """Cities by id."""
        return read_cities()

    def city_name(self, name: str, country: str, lang: str) -> str:
        """The name of a city in a language, given its English one; that where no other is known."""
        return read_city_names().get((country, name), {}).get(lang, name)

    @property
    def regions(self) -> dict[str, Region]:
        """Regions and groupings by id."""
        return region.map_regions()

    @property
    def organisations(self) -> dict[str, Organisation]:
        """Organisations by id."""
        return region.map_organisations()

    @property
    def offices(self) -> dict[str, Office]:
        """Offices by id."""
        return {office.id: office for office in read_groups().offices}

    @property
    def metonyms(self) -> dict[str, Metonym]:
        """Buildings and seats that stand for governments, by id."""
        return {metonym.id: metonym for metonym in read_groups().metonyms}

    @property
    def women(self) -> frozenset[str]:
        """Women among those who share their surname with others, by id."""
        return read_women()

    def is_woman(self, name: str, known: str | None) -> bool | None:
        """Does the name say that a person is a woman? None where it is nobody known."""
        if known in self.women or name.split()[0] in read_given_names():
            return True
        return False if known in self.persons else None

    @property
    def persons(self) -> dict[str, Person]:
        """Persons by id."""
        return map_persons()

    def find(self, text: str, lang: str) -> tuple[Mention, ...]:
        """Find all names in a text, with offsets; see `finder.find`."""
        return finder.find(text, lang)

    def who(
        self,
        name: str,
        lang: str,
        as_of: str | date | None = None,
        context_country: str | None = None,
    ) -> list[Candidate]:
        """Decide whom a name means, best first; empty when nothing decides. See `identity.who`."""
        return identity.who(name, lang, as_of, context_country)

    def terms(self, person: str) -> list[Term]:
        """All known terms of a person."""
        return list(map_terms().get(person, ()))

    def holder(self, office: str, country: str, as_of: str | date) -> Person | None:
        """Who held an office on a day; see `tenure.holder`."""
        return tenure.holder(office, country, as_of)

    def holders(
        self,
        office: str,
        country: str,
        start: str | date | None = None,
        end: str | date | None = None,
    ) -> list[Term]:
        """All terms in an office that touch a period."""
        return tenure.holders(office, country, start, end)

    def office_at(self, person: str, as_of: str | date) -> Term | None:
        """The highest office that a person held on a day."""
        return tenure.office_at(person, as_of)

    def place(self, name: str, lang: str) -> Country | City | Region | None:
        """The country, city or region that a name means, in any inflection; None if it is none."""
        for mention in finder.find(name, lang):
            if mention.end - mention.start < len(name.strip()) - 6:
                continue
            found = self.get_place(mention)
            if found:
                return found
        return None

    def get_place(self, mention: Mention) -> Country | City | Region | None:
        """The place that a mention names, if it names one."""
        key = mention.ids[0]
        return self.countries.get(key) or self.cities.get(key) or self.regions.get(key)

    def country_of(self, mention: Mention) -> str | None:
        """The code of the state that a mention stands for or lies in.

        None for people, regions and offices.
        """
        key = mention.ids[0]
        if mention.type == "city":
            return self.cities[key].country
        if mention.type == "metonym":
            return self.metonyms[key].country
        return key if mention.type in ("country", "nationality") and key in self.countries else None

    def government_of(self, mention: Mention) -> str | None:
        """The state whose government a capital or building may stand for.

        None for other mentions.
        """
        if mention.type == "city":
            return self.cities[mention.ids[0]].capital_of
        return self.metonyms[mention.ids[0]].country if mention.type == "metonym" else None

    def members(self, key: str, as_of: str | date | None = None) -> frozenset[str]:
        """Codes of the states in a region, grouping or organisation, on a day or (None) at the
        latest.
        """
        return region.list_members(key, to_iso(as_of))

    def schemes(self) -> dict[str, tuple[str, ...]]:
        """The divisions of the world into regions: scheme to region ids."""
        return region.list_schemes()

    def region_of(self, code: str, scheme: str) -> str | None:
        """The region of a scheme in which a state lies."""
        return next((r for r in self.schemes().get(scheme, ()) if code in self.members(r)), None)

    def country_name(self, code: str, lang: str) -> str:
        """The usual name of a state in a language.

        The English one, then the code, where there is none.
        """
        country = self.countries.get(code)
        if country is None:
            return code
        return next(iter(country.names.get(lang) or (country.name,)))

    def country_at(self, code: str, when: str | date) -> str | None:
        """The state to which a land belonged on a day: itself, or the one before or after.

        Kazakhstan on 1990-01-01 is `SU`. None where a former state has several successors.
        """
        day = to_iso(when) or ""
        country = self.countries.get(code)
        if country is None:
            return None
        if country.from_ and day < country.from_ and country.predecessor:
            return country.predecessor
        if country.to and day > pad(country.to, "9"):
            return country.successors[0] if len(country.successors) == 1 else None
        return code


@lru_cache(maxsize=1)
def load() -> World:
    """Give the world; its tables are read when first asked for."""
    return World()
