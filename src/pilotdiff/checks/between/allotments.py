"""Sentences that give several units their categories in turn, against the list itself."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.checks.code import finds, found, warning
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.model import Allotment, Filed, Finding, Message, Role, msg
from pilotdiff.patterns import pattern

# A heading that names its units: （二）议事主体型（石桥镇西岭村）.
_NAMING = pattern(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?)?(?P<title>[^（()）]+)[（(](?P<units>[^（()）]+)[）)]"
)


class _Told(NamedTuple):
    """The category of a unit, and the line that gives it."""

    category: str
    line: int


@finds(
    warning(
        "categories-uneven",
        msg("A sentence gives units their categories in turn, and their numbers differ"),
        msg("“甲、乙、丙分别承担‘便民服务型’‘自治互助型’任务”: three units, two categories"),
    ),
    warning(
        "category-told-differs",
        msg("A sentence gives a unit another category than the list in the same document"),
        msg("The opening says that 书院社区 is 自治互助型, the list has it under 便民服务型"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Find sentences with more units than categories or fewer, and units listed under another
    category."""
    for filed in documents:
        for allotment in filed.units.listing.allotments:
            if len(allotment.units) != len(allotment.categories):
                yield _uneven(filed, allotment)
            else:
                yield from _other_categories(filed, allotment)


def _uneven(filed: Filed, allotment: Allotment) -> Finding:
    units, categories = len(allotment.units), len(allotment.categories)
    figures = (("units", units), ("categories", categories))
    said = {
        "units": units,
        "names": allotment.units,
        "n": categories,
        "categories": allotment.categories,
    }
    told = tuple(_each_category(filed, allotment.units))
    if told:
        message = msg(
            "{units} units ({names}) are given {n} categories in turn ({categories}), which cannot "
            "be; the headings say: {told}",
            **said,
            told=told,
        )
        where = (filed.source.id, _categories(filed, allotment.units[0])[0].line)
        return found("categories-uneven", filed, allotment.line, message, figures, where)
    message = msg(
        "{units} units ({names}) are given {n} categories in turn ({categories}): which has which "
        "is not said",
        **said,
    )
    return found("categories-uneven", filed, allotment.line, message, figures)


def _each_category(filed: Filed, names: Sequence[str]) -> Iterator[Message]:
    """Yield the category that the list itself gives each of these units; nothing unless it gives
    all."""
    given = [_categories(filed, name) for name in names]
    if all(given):
        for name, told in zip(names, given, strict=True):
            yield msg(
                "{name} {category} (line {n})",
                name=name,
                category=tuple(each.category for each in told),
                n=told[0].line,
            )


def _categories(filed: Filed, name: str) -> list[_Told]:
    """Return the categories of the units that a name may mean, it may leave out parents: those of
    the list, else those of the headings that name it."""
    alike = [unit.entry for unit in filed.units.units if unit.name.endswith(name)]
    listed = [_Told(entry.category, entry.line) for entry in alike if entry.category]
    return listed or [told for told, units in _naming(filed) if name in units]


def _naming(filed: Filed) -> Iterator[tuple[_Told, str]]:
    """Yield the headings that have a category and name their units in brackets."""
    for reading in filed.units.listing.readings:
        named = _NAMING.fullmatch(reading.text.strip()) if reading.role is Role.HEADING else None
        if named and (category := read_heading(named["title"]).category):
            yield _Told(category, reading.line), named["units"]


def _other_categories(filed: Filed, allotment: Allotment) -> Iterator[Finding]:
    from pilotdiff.matching.names.name_keys import category_of

    for name, category in zip(allotment.units, allotment.categories, strict=True):
        told = _categories(filed, name)
        if len(told) == 1 and category_of(told[0].category) != category_of(category):
            message = msg(
                "{name} is given {told} here, and listed under {listed} in line {n}",
                name=name,
                told=category,
                listed=told[0].category,
                n=told[0].line,
            )
            where = (filed.source.id, told[0].line)
            yield found("category-told-differs", filed, allotment.line, message, other=where)
