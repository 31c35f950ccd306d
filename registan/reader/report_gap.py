"""A second clause that leaves its verb out: "A reiste nach X, B nach Y"."""

from __future__ import annotations

from collections.abc import Iterator

from registan.reader import clause
from registan.reader.actor import Party
from registan.reader.story import Casting, Story
from registan.reader.trigger import Trigger


def parts_of(
    story: Story, trigger: Trigger, roles: Casting
) -> Iterator[tuple[tuple[int, int], Casting]]:
    """The parts of the text that the event's clauses fill, each with the roles that stand in it."""
    gap, end = _gap(story, trigger, roles), len(story.text)
    yield (0, gap), {r: [p for p in ps if p.token.idx < gap] for r, ps in roles.items()}
    if gap < end:
        yield (gap, end), {r: [p for p in ps if p.token.idx >= gap] for r, ps in roles.items()}


def _gap(story: Story, trigger: Trigger, roles: Casting) -> int:
    """Where a second clause leaves its verb out ("A reiste nach X, B nach Y"): its subject.

    A participant that stands behind the verb's own place or object, not joined by "and", and
    is followed by a further one opens such a clause.
    """
    placed = sorted(p.token.i for p in roles["where"])
    people = [
        p for p in roles["who"] + _late_names(story, trigger, roles) if p.token.i > trigger.word.i
    ]
    for party in sorted(people, key=lambda p: int(p.token.i)):
        at = party.token.i
        before, after = [i for i in placed if i < at], [i for i in placed if i > at]
        first = min([at, *(c.i for c in clause.children(party.token, "det", "amod"))])
        comma = story.doc[first - 1].text in ",;"
        if before and after and before[-1] > trigger.word.i and comma:
            if all(p.token.i != at for p in roles["who"]):
                roles["who"].append(party)
            return int(story.doc[first].idx)
    return len(story.text)


def _late_names(story: Story, trigger: Trigger, roles: Casting) -> list[Party]:
    """Persons coordinated to a place by the tree: the subject of a clause without verb."""
    tokens = [c for p in roles["where"] for c in p.token.children if c.dep_ in {"conj", "appos"}]
    tokens += [t for t in trigger.word.subtree if t.dep_ == "conj"]
    tokens += clause.children(trigger.word, "appos")
    parties = [story.cast.party(t) for t in tokens]
    return [p for p in parties if p and p.actor and p.actor.type == "person"]
