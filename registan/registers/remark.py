"""Remark: from a row's prose to tags, the facts of it that are shipped."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from registan.registers.rule import load_rules


class TagRule(NamedTuple):
    """One rule of tags.yml, compiled."""

    id: str
    tag: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None

    def fits(self, remark: str) -> bool:
        """Tell whether the rule tags this remark."""
        if not self.pattern.search(remark):
            return False
        return self.unless is None or not self.unless.search(remark)


def read_tags(remark: str, *, to_us: bool = False) -> tuple[str, ...]:
    """Give the tags of a remark, in the order of the rules, without repeats.

    Only a visit to the United States can be one to the United Nations alone (`un-only`).
    """
    tags = dict.fromkeys(rule.tag for rule in load_tag_rules() if rule.fits(remark))
    if to_us and "un" in tags and not _beyond_un().search(remark):
        tags["un-only"] = None
    return tuple(tags)


@cache
def load_tag_rules() -> tuple[TagRule, ...]:
    """Compile the rules of tags.yml."""
    return tuple(
        TagRule(
            rule["id"],
            rule["tag"],
            re.compile(rule["pattern"], re.IGNORECASE),
            re.compile(rule["unless"], re.IGNORECASE) if "unless" in rule else None,
        )
        for rule in load_rules("tags")["rules"]
    )


@cache
def _beyond_un() -> re.Pattern[str]:
    return re.compile(load_rules("tags")["un_only_unless"], re.IGNORECASE)
