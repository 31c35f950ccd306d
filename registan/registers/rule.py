"""Rules: what the importers know, as YAML files beside the code, read strictly and once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from registan.errors import DataError


@cache
def load_rules(name: str) -> Mapping[str, Any]:
    """Read the rule file `name` (without .yml); DataError where it is missing or is no mapping."""
    path = files("registan.registers") / "rules" / f"{name}.yml"
    try:
        rules = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DataError(
            f"The rule file cannot be read: {error}.", where=f"registers/rules/{name}.yml"
        ) from error
    if not isinstance(rules, dict):
        raise DataError("The rule file holds no mapping.", where=f"registers/rules/{name}.yml")
    return rules
