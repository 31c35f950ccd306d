"""State: which states there are on a day, for the panel to ask about."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib.resources import files

import yaml

from registan.world import load

# The state whose officials travel is never a host of its own.
HOME = "US"
_FILE = "states.yml"


@lru_cache(maxsize=1)
def state_spans() -> dict[str, tuple[str, str]]:
    """Give the first and last day of every state the panel knows, as ISO text.

    A day that the world leaves open is '' or '9999'. Territories, empires and names that another
    code continues are left out.
    """
    text = (files("registan.forecast") / "data" / _FILE).read_text(encoding="utf-8")
    # BaseLoader keeps every code a text: plain YAML would read Norway's as a truth value.
    lists: dict[str, list[str]] = yaml.load(text, Loader=yaml.BaseLoader)
    left_out = {code for codes in lists.values() for code in codes}
    return {
        code: (country.from_ or "", country.to or "9999")
        for code, country in load().countries.items()
        if code not in left_out and code != HOME
    }


@lru_cache(maxsize=4096)
def states_at(day: date) -> tuple[str, ...]:
    """Give the codes of the states that exist on a day, sorted; the United States left out."""
    text = day.isoformat()
    return tuple(
        sorted(code for code, (first, last) in state_spans().items() if first <= text <= last)
    )
