"""Countries, regions, places, people, offices and terms.

Finding a name in any script or spelling.
"""

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
)
from registan.world.thumb import days, load_thumbs, set_terms
from registan.world.world import World, load

__all__ = [
    "Candidate",
    "City",
    "Country",
    "Mention",
    "Metonym",
    "Office",
    "Organisation",
    "Person",
    "Region",
    "Term",
    "World",
    "days",
    "load",
    "load_thumbs",
    "set_terms",
]
