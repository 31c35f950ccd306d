"""Count and superlative: how many, the n-th, the most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from registan.model.claim import Claim
from registan.precedent.case import Case, Finding
from registan.precedent.form.age import OF_AGE, judge_age
from registan.precedent.period import FIRST_DAY
from registan.precedent.place import is_state, not_states
from registan.precedent.query import Scope, run_scope
from registan.precedent.row import Row
from registan.precedent.text import fold
from registan.precedent.visit_type import has_type

# What "the most" is of; besides it only the longest journey and ages are measured.
_MOST = {"", "most", "most visits", "most trips", "most countries", "most often", "most frequent",
         "most visited", "most travelled", "most traveled", "record"}  # fmt: skip

# Of the days of one journey.
_LONGEST = {"longest", "longest trip", "longest journey"}

Measure = Callable[[list[Row]], int]


def _trip_key(row: Row) -> object:
    return row.trip if row.trip is not None else ("row", row.key)


def _country_of(row: Row) -> str:
    return row.country


def _longest(rows: list[Row]) -> int:
    """The days of the longest journey, from its first day to its last, both counted."""
    trips: dict[object, list[Row]] = {}
    for row in rows:
        trips.setdefault(_trip_key(row), []).append(row)
    spans = [(min(r.start for r in trip), max(r.end for r in trip)) for trip in trips.values()]
    days = (date.fromisoformat(last) - date.fromisoformat(first) for first, last in spans)
    return max((each.days + 1 for each in days), default=0)


MEASURES: dict[str, Measure] = {
    "visits": len,
    "trips": lambda rows: len({_trip_key(row) for row in rows}),
    "countries": lambda rows: len({_country_of(row) for row in rows}),
    "states": lambda rows: len({_country_of(row) for row in rows} - not_states()),
    "persons": lambda rows: len({row.person for row in rows}),
}


def judge_count(case: Case) -> Finding:
    """Judge a number: of the subject's visits, or which number in the row a visit is."""
    wanted = case.claim.n
    if case.subject.persons == ():
        return Finding("unclear", "person-unknown")
    if wanted is None:
        return _asked(case) if case.claim.asks else Finding("unclear", "no-number")
    if case.claim.exceptions and case.place.kind == "region":
        return judge_unvisited(case, wanted)
    if case.claim.bound:
        return _judge_bound(case, wanted)
    rows, own, found = _best_window(case, wanted)
    hits = [name for name, value in found.items() if value == wanted]
    values: dict[str, object] = {"found": found, "wanted": wanted}
    if hits:
        basis = own if hits[0] in (*MEASURES, "filed") else _upto(rows, own)
        values = {"found": {hits[0]: found[hits[0]]}, "wanted": wanted}
        return Finding("supported", "counted", values, backing=basis)
    if _is_to_come(case):
        return _judge_coming(case, wanted)
    basis = _upto(rows, own) if own and found.keys() & _ordinals(case, rows, own) else own
    found = {name: value for name, value in found.items() if name in MEASURES} or found
    values["found"] = found
    if _says_other(case, found, wanted):
        return Finding("unclear", "counted-what", values, context=own)
    if found.keys() <= MEASURES.keys():
        return Finding("contradicted", "counted", values, opposing=own, context=basis)
    return Finding("contradicted", "counted", values, opposing=basis)


def _judge_bound(case: Case, wanted: int) -> Finding:
    """Judge a number that is a bound: by every sense of what is counted, and no ordinal."""
    own = case.own(_windows(case)[0])
    unit = case.claim.unit or ("trips" if case.subject.persons is not None else None)
    names = _senses_of(unit) if unit in MEASURES else ["persons", "visits", "trips"]
    names = ["visits", "trips"] if unit == "visits" else names  # A visit may be of several stops.
    found = {name: MEASURES[name](own) for name in names}
    found |= _within(case, own) if unit == "countries" else {}
    values: dict[str, object] = {"found": found, "wanted": wanted}
    met = {fits(case.claim, number) for number in found.values()}
    if len(met) > 1 and unit in MEASURES:
        return Finding("depends", "counted", values, context=own)
    if len(met) > 1:
        return Finding("unclear", "counted-what", values, context=own)
    # Rows that are there suffice to pass a bound; that there are no others rests on silence.
    why = "counted-past" if met == {case.claim.bound == "at_least"} else "counted"
    if met == {True}:
        return Finding("supported", why, values, backing=own)
    return Finding("contradicted", why, values, opposing=own)


def fits(claim: Claim, number: int) -> bool:
    """Tell whether a number is the claim's, or lies within its bound."""
    wanted = claim.n or 0
    if claim.bound == "at_least":
        return number >= wanted
    return number <= wanted if claim.bound == "at_most" else number == wanted


def _is_to_come(case: Case) -> bool:
    """Tell whether one person's visit is announced and not in the register, or not yet."""
    ahead = case.claim.until is not None and case.claim.until > case.as_of
    listed = any(row.end >= case.as_of for row in case.own(case.until(case.horizon)))
    return ahead and case.subject.persons is not None and not listed


def _judge_coming(case: Case, wanted: int) -> Finding:
    """Judge which number an announced visit will be: by those before it.

    Fewer than that prove nothing: the register may have ended before the others.
    """
    own = case.own(_windows(case)[0])
    unit = case.claim.unit if case.claim.unit in MEASURES else "trips"
    found = {name: MEASURES[name](own) for name in _senses_of(unit)}
    values: dict[str, object] = {"found": found, "wanted": wanted}
    if wanted - 1 in found.values():
        return Finding("supported", "counted-before", values, backing=own)
    if min(found.values()) >= wanted or not case.partial:
        return Finding("contradicted", "counted-before", values, opposing=own)
    return Finding("beyond_coverage", "counted-before", values, context=own)


def _asked(case: Case) -> Finding:
    """Answer "how many": the numbers that the words can mean, and the rows that were counted."""
    own = _in_all(case, case.own(_windows(case)[0]))
    unit = case.claim.unit
    names = _senses_of(unit) if unit in MEASURES else ["visits", "trips", "countries"]
    return Finding(
        "supported", "counted", {"found": {n: MEASURES[n](own) for n in names}}, backing=own
    )


def _in_all(case: Case, rows: list[Row]) -> list[Row]:
    """Of a question for persons and several countries: the rows of those who were in each."""
    wanted = set(case.claim.place.countries)
    if case.claim.unit != "persons" or len(wanted) < 2:
        return rows
    seen: dict[str, set[str]] = {}
    for row in rows:
        seen.setdefault(row.person, set()).update((row.country, *row.territory))
    return [row for row in rows if wanted <= seen[row.person]]


def _upto(rows: list[Row], own: list[Row]) -> list[Row]:
    """Give the rows that an ordinal was counted over."""
    return [row for row in rows if row.start <= own[-1].start]


def _says_other(case: Case, found: dict[str, int], wanted: int) -> bool:
    """Tell whether a number is so far off that something else must have been counted."""
    if case.claim.unit or case.subject.persons is not None or not found:
        return False
    return all(abs(value - wanted) > max(2, wanted) for value in found.values())


def _best_window(case: Case, wanted: int) -> tuple[list[Row], list[Row], dict[str, int]]:
    """Count in the claim's period; of "since 2019" and "in 2019", the one that fits."""
    tried = []
    for rows in [*_windows(case), *_announced(case)]:
        own = case.own(rows)
        tried.append((rows, own, _measures(case, rows, own)))
    fitting = [one for one in tried if wanted in one[2].values()]
    with_own = [one for one in tried if one[1]]
    return (fitting or with_own or tried)[0]


def _windows(case: Case) -> list[list[Row]]:
    period = case.period
    rows = case.until(case.as_of)
    if period is None:
        return [rows]
    within = [row for row in rows if period.overlaps(row.start, row.end)]
    if case.claim.until:
        return [within]
    onwards = [row for row in rows if row.end >= period.first]
    # "The second since 1997" may leave out the visit of that year, from which it counts.
    return (
        [onwards, [row for row in rows if row.start > period.last], within] if within else [onwards]
    )


def _announced(case: Case) -> list[list[Row]]:
    """Give the rows with the next visit of the person named, where that follows within weeks.

    A claim of the days before a visit counts it: "will be his third".
    """
    if case.subject.persons is None or case.claim.until:
        return []
    floor = case.period.first if case.period else FIRST_DAY
    ahead = [row for row in case.own(case.until(case.horizon)) if row.start > case.as_of]
    return [[row for row in case.until(ahead[0].start) if row.end >= floor]] if ahead else []


def _counted(case: Case) -> list[Row]:
    return _windows(case)[0]


def _measures(case: Case, rows: list[Row], own: list[Row]) -> dict[str, int]:
    """Give every number that the claim's words can mean, the plainest first."""
    unit = case.claim.unit
    if unit in MEASURES:
        mine = {name: MEASURES[name](own) for name in _senses_of(str(unit))}
        if unit == "countries":
            mine |= _within(case, own)
        if unit == "visits":
            return mine | {"trips": MEASURES["trips"](own)}
        told = case.subject.persons is None or unit == "trips"  # "his third trip"
        if told:
            return mine
        ordinals = _ordinals(case, rows, own)
        return ordinals or mine if unit == "persons" else mine | ordinals
    if case.subject.persons is None:
        wide = case.place.kind in ("region", "world")
        names = ["persons", "visits", "trips", *(["countries", "states"] if wide else [])]
        numbers = {name: MEASURES[name](own) for name in names}
        return numbers | _within(case, own) if wide else numbers
    wide = case.place.kind in ("region", "world")
    names = ["visits", "trips", *(["countries", "states"] if wide else [])]
    inside = _within(case, own) if wide else {}
    return {name: MEASURES[name](own) for name in names} | inside | _ordinals(case, rows, own)


def _within(case: Case, own: list[Row]) -> dict[str, int]:
    """Give a region's countries that saw a visit: of today's map, and as the register files them.

    A colony lies in its region, and the state that the register files it under elsewhere.
    """
    ground = set(case.place.ground or ())
    if case.place.kind != "region" or not ground:
        return {}
    told = {code for row in own for code in row.territory}
    filed = {row.country for row in own}
    return {"countries": len(told & ground), "filed": len(filed & ground)}


def _senses_of(unit: str | None) -> list[str]:
    # "Countries" are said of all entities that a register lists, and of recognised states.
    return ["countries", "states"] if unit == "countries" else [str(unit)]


def _ordinals(case: Case, rows: list[Row], own: list[Row]) -> dict[str, int]:
    """Give which number the subject is among the holders, counted at its first visit there."""
    abroad = case.subject.direction != "to_us"
    wide = abroad and case.place.kind in ("region", "world")
    if not own or (wide and not case.claim.visit_type):
        return {}
    upto = _upto(rows, own)
    first = [row for row in rows if row.start <= own[0].start]
    found = {"which holder": MEASURES["persons"](first)}
    if case.claim.unit != "persons":
        found["which visit"] = MEASURES["visits"](upto)
    return found | _hosted(case, own)


def _hosted(case: Case, own: list[Row]) -> dict[str, int]:
    """Give which number a visitor is among all whom one US president received in this way."""
    if case.subject.direction != "to_us" or not case.claim.visit_type:
        return {}
    day = own[-1].start
    start = max(
        (t.start for t in case.archive.terms if t.office == "us-president" and t.start <= day),
        default=FIRST_DAY,
    )
    rows = [
        candidate.row
        for candidate in run_scope(case.archive, Scope("to_us", _leaders(case)))
        if start <= candidate.row.start <= day and _same_kind(case, candidate.row)
    ]
    return {"which guest": len({row.person for row in rows})}


def _leaders(case: Case) -> tuple[str, ...]:
    return tuple(
        sorted({holder.office for holder in case.archive.holders if holder.direction == "to_us"})
    )


def _same_kind(case: Case, row: Row) -> bool:
    return has_type(row, case.claim.visit_type or "")


def judge_unvisited(case: Case, wanted: int) -> Finding:
    """Judge that `wanted` countries of a region, all but the excepted ones if named, saw nobody."""
    members = {code for code in case.place.ground or () if is_state(code)}
    rows = case.until(case.as_of)
    seen = [{code for row in rows for code in row.territory}, {row.country for row in rows}]
    excepted = set(case.claim.exceptions)
    counts = [len(members - visited) for visited in seen]
    fitting = [number for number in counts if fits(case.claim, number)]
    values: dict[str, object] = {"found": counts[0], "wanted": wanted}
    named = not excepted or any(visited & members == excepted & members for visited in seen)
    if named and fitting:
        values["found"] = fitting[0]
        return Finding("supported", "unvisited", values, backing=rows)
    return Finding("contradicted", "unvisited", values, opposing=rows)


def judge_never_so_often(own: list[Row], case: Case) -> Finding:
    """Judge that nobody was there `n` times, in visits or in journeys."""
    wanted = case.claim.n or 0
    tables = {name: _table(own, MEASURES[name]) for name in ("visits", "trips")}
    most = max(tables["trips"], key=lambda one: tables["trips"][one], default=None)
    if most is None:
        return Finding("supported", "none")
    met = {max(table.values()) >= wanted for table in tables.values()}
    values: dict[str, object] = {
        "found": {name: table[most] for name, table in tables.items()},
        "leading": [case.archive.names.get(most, most)],
    }
    told = [row for row in own if row.person == most]
    if len(met) > 1:
        return Finding("depends", "most-often", values, context=told)
    if met == {True}:
        return Finding("contradicted", "most-often", values, opposing=told)
    return Finding("supported", "most-often", values, backing=told)


def judge_superlative(case: Case) -> Finding:
    """Judge that nobody did it more or for longer, or that no country saw more; a tie is said."""
    told = fold(case.claim.superlative or "")
    whose = case.subject.persons is not None or case.claim.asks
    if told not in _MOST | (_LONGEST | OF_AGE.keys() if whose else set()):
        return Finding("unclear", "most-what")
    if told in OF_AGE:
        tried = [*_windows(case), *_announced(case)]
        return judge_age(case, next((rows for rows in tried if case.own(rows)), tried[0]))
    if case.subject.persons and told in _LONGEST:
        rows = _counted(case)
        return _top_person(case, {"days": _table(rows, _longest)}, rows)
    if case.subject.persons is None and case.claim.asks and case.claim.superlative:
        return _asked_top(case, case.claim.superlative)
    if case.subject.persons is None:
        return _top_country(case)
    if not case.subject.persons:
        return Finding("unclear", "person-unknown")
    rows = _counted(case)
    unit = case.claim.unit
    names = _senses_of(unit) if unit in MEASURES else ["visits", "trips", "countries", "states"]
    tables = {str(name): _table(rows, MEASURES[str(name)]) for name in names}
    return _top_person(case, tables, rows)


def _asked_top(case: Case, what: str) -> Finding:
    """Answer whose visits were the most, or who saw the most countries: all who did."""
    measure = MEASURES["countries" if "countries" in what else "visits"]
    measure = _longest if fold(what) in _LONGEST else measure
    rows = _counted(case)
    table = _table(rows, measure)
    best = max(table.values(), default=0)
    leading = [person for person, value in table.items() if value == best]
    names = [case.archive.names.get(person, person) for person in leading]
    values: dict[str, object] = {"found": {}, "best": best, "leading": names}
    told = [row for row in rows if row.person in leading]
    if not told:
        return Finding("supported", "nobody-yet")
    return Finding("supported", "most-of", values, backing=told)


def _table(rows: list[Row], measure: Measure) -> dict[str, int]:
    people: dict[str, list[Row]] = {}
    for row in rows:
        people.setdefault(row.person, []).append(row)
    return {person: measure(theirs) for person, theirs in people.items()}


def _top_person(case: Case, tables: dict[str, dict[str, int]], rows: list[Row]) -> Finding:
    person = (case.subject.persons or ("",))[0]
    wanted = case.claim.n
    chosen = [
        name
        for name, table in tables.items()
        if wanted is None or fits(case.claim, table.get(person, 0))
    ]
    name = chosen[0] if chosen else next(iter(tables))
    table = tables[name]
    mine, best = table.get(person, 0), max(table.values(), default=0)
    rivals = [one for one, value in table.items() if value == best and one != person]
    values: dict[str, object] = {
        "found": {name: mine},
        "measure": name,
        "rivals": [case.archive.names.get(r, r) for r in rivals],
        "best": best,
        "wanted": wanted,
    }
    own = case.own(rows)
    if not own:
        return Finding("contradicted", "never-there")
    if mine < best or not chosen:
        beat = [row for row in rows if row.person in rivals]
        why = "not-most" if mine < best else "other-number"
        return Finding("contradicted", why, values, opposing=[*own, *beat])
    why = "tied" if rivals else "most"
    beside = [row for row in rows if row.person in rivals]
    return Finding("supported", why, values, backing=own, context=beside)


def _top_visitors(case: Case) -> Finding:
    """Judge that no other state's leaders came as often."""
    rows = run_scope(case.archive, Scope("to_us", case.subject.offices))
    table = Counter(
        candidate.row.visitor_country or ""
        for candidate in rows
        if candidate.row.start <= case.as_of and not candidate.row.elect
    )
    return _ranked(case, table, case.subject.visitors[0])


def _ranked(case: Case, table: Counter[str], code: str) -> Finding:
    best = max((value for other, value in table.items() if other != code), default=0)
    rivals = [other for other, value in table.items() if value == best and other != code]
    values: dict[str, object] = {"found": table[code], "best": best, "countries": rivals}
    here = case.until(case.as_of)
    if table[code] < best:
        return Finding("contradicted", "not-most", values, opposing=here)
    return Finding("supported", "tied" if table[code] == best else "most", values, backing=here)


def _top_country(case: Case) -> Finding:
    if case.subject.direction == "to_us" and len(case.subject.visitors) == 1:
        return _top_visitors(case)
    if case.place.kind != "country" or len(case.claim.place.countries) != 1:
        return Finding("unclear", "most-what")
    code = case.claim.place.countries[0]
    scope = Scope(case.subject.direction, case.subject.offices)
    rows = [
        candidate.row
        for candidate in run_scope(case.archive, scope)
        if candidate.row.start <= case.as_of and not candidate.row.elect
    ]
    table = Counter(_seat(row, case.kept.extent) for row in rows)
    if case.place.among:
        table = Counter({seat: n for seat, n in table.items() if seat in case.place.among})
    return _ranked(case, table, code)


def _seat(row: Row, extent: str) -> str:
    if extent == "both" and row.country not in row.territory:
        return "/".join(row.territory)
    return row.country
