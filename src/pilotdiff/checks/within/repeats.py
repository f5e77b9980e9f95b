"""The same unit more than once in one document."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.checks.code import error, finds, found, note, warning
from pilotdiff.matching.names.name_keys import category_of, name_of, place_key
from pilotdiff.model import LEVELS, Filed, Finding, Level, Unit, msg

# Beyond so many, or such a share of the list, units that recur are how the document is made.
_MOST, _SHARE = 3, 0.1


class _Pair(NamedTuple):
    first: Unit
    again: Unit


@finds(
    error(
        "unit-repeated",
        msg("A unit stands twice in one list"),
        msg("The same community is number 3 and number 17"),
    ),
    warning(
        "unit-in-two-categories",
        msg("A unit is listed under two categories"),
        msg("A community stands under 便民服务型 and under 智慧科技型"),
    ),
    warning(
        "unit-in-two-lists",
        msg("A unit stands under two headings that name no category"),
        msg("A county stands under 第一批 and under 第二批"),
    ),
    warning(
        "name-repeated",
        msg("A name stands twice, but the two may be different units"),
        msg("明月社区 stands twice, both times without its street"),
    ),
    note(
        "units-recur",
        msg("Many entries name a unit that an earlier entry names"),
        msg("A table of projects has a line for each project of a county"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Yield each unit that stands again, or all in one where that is the document's way."""
    pairs = list(_pairs(filed.units.units))
    if len(pairs) > max(_MOST, _SHARE * len(filed.units.units)):
        number = len(pairs)
        message = msg("{again} entries name a unit that an earlier entry names", again=number)
        figures = (("again", number), ("entries", len(filed.units.units)))
        yield found("units-recur", filed, pairs[0].again.entry.line, message, figures)
        return
    for pair in pairs:
        yield _finding(filed, pair)


def _pairs(units: Sequence[Unit]) -> Iterator[_Pair]:
    """Yield each unit with the first before it that is the same."""
    before: dict[tuple[Level, str, str], dict[str, list[tuple[int, Unit]]]] = {}
    for at, unit in enumerate(sorted(units, key=lambda unit: unit.entry.line)):
        if unit.entry.wildcards:
            continue
        name = name_of(unit.level, unit.own)
        alike = before.setdefault((unit.level, name.stem, name.kind), {})
        own = _county(unit)
        # A name may stand in a thousand counties: what another one holds is not looked at.
        near = [alike.get(own, []), alike.get("", [])] if own else alike.values()
        firsts = (next((each for each in some if _agree(unit, each[1])), None) for some in near)
        same = min(filter(None, firsts), default=None)
        if same is not None:
            yield _Pair(same[1], unit)
        else:
            alike.setdefault(own, []).append((at, unit))


def _county(unit: Unit) -> str:
    """Return the key of what holds a unit, its county at the lowest; "" where its path does not
    say."""
    depth = min(unit.level.depth - 1, Level.COUNTY.depth)
    return place_key(depth, unit.path[depth]) if depth >= 0 else ""


def _agree(unit: Unit, other: Unit) -> bool:
    """Tell whether no parent that both state tells them apart."""
    return all(
        not mine or not its or place_key(depth, mine) == place_key(depth, its)
        for depth, (mine, its) in enumerate(zip(unit.path, other.path, strict=True))
        if depth < unit.level.depth
    )


def _finding(filed: Filed, pair: _Pair) -> Finding:
    first, again = pair
    line, other = again.entry.line, (filed.source.id, first.entry.line)
    categories = first.entry.category, again.entry.category
    if "" != first.entry.id != again.entry.id:
        message = msg(
            "{name} stands in line {first} already, under another id",
            name=again.name,
            first=first.entry.line,
        )
        return found("name-repeated", filed, line, message, other=other)
    if not _known_apart(pair):
        message = msg(
            "{name} stands in line {first} already, and no parent tells the two apart",
            name=again.name,
            first=first.entry.line,
        )
        return found("name-repeated", filed, line, message, other=other)
    if all(categories) and category_of(categories[0]) != category_of(categories[1]):
        message = msg(
            "{name} is listed under “{category}”, and under “{before}” in line {first}",
            name=again.name,
            category=categories[1],
            before=categories[0],
            first=first.entry.line,
        )
        return found("unit-in-two-categories", filed, line, message, other=other)
    message = msg("{name} stands in line {first} already", name=again.name, first=first.entry.line)
    code = "unit-repeated" if first.entry.section == again.entry.section else "unit-in-two-lists"
    return found(code, filed, line, message, other=other)


def _known_apart(pair: _Pair) -> bool:
    """Tell whether the parent is known that would tell two units of one name apart."""
    level = pair.again.level
    if level.depth <= Level.COUNTY.depth:
        return True
    parent = LEVELS[level.depth - 1].depth
    return bool(pair.first.path[parent] and pair.again.path[parent])
