"""Sentences that give several units their categories in turn, against the list itself."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.code import finds, found, warning
from pilotdiff.model import Allotment, Filed, Finding, Message, Unit, msg


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
    told = tuple(_each_category(filed, allotment.units))
    if told:
        message = msg(
            "{units} units ({names}) are given {n} categories in turn ({categories}), which cannot "
            "be; the headings say: {told}",
            units=units,
            names=allotment.units,
            n=categories,
            categories=allotment.categories,
            told=told,
        )
        where = (filed.source.id, _listed_as(filed, allotment.units[0])[0].entry.line)
        return found("categories-uneven", filed, allotment.line, message, figures, where)
    message = msg(
        "{units} units ({names}) are given {n} categories in turn ({categories}): which has which "
        "is not said",
        units=units,
        names=allotment.units,
        n=categories,
        categories=allotment.categories,
    )
    return found("categories-uneven", filed, allotment.line, message, figures)


def _each_category(filed: Filed, names: Sequence[str]) -> Iterator[Message]:
    """Yield the category that the list itself gives each of these units; nothing unless it gives
    all."""
    listed = [_listed_as(filed, name) for name in names]
    if all(listed):
        for name, units in zip(names, listed, strict=True):
            yield msg(
                "{name} {category} (line {n})",
                name=name,
                category=tuple(unit.entry.category for unit in units),
                n=units[0].entry.line,
            )


def _listed_as(filed: Filed, name: str) -> list[Unit]:
    """Return the units that a name may mean, it may leave out parents, as far as they have
    categories."""
    alike = [unit for unit in filed.units.units if unit.name.endswith(name)]
    return [unit for unit in alike if unit.entry.category]


def _other_categories(filed: Filed, allotment: Allotment) -> Iterator[Finding]:
    from pilotdiff.matching.name_keys import category_of

    for name, category in zip(allotment.units, allotment.categories, strict=True):
        unit = _listed(filed, name)
        if unit is None or not unit.entry.category:
            continue
        if category_of(unit.entry.category) != category_of(category):
            message = msg(
                "{name} is given {told} here, and listed under {listed} in line {n}",
                name=name,
                told=category,
                listed=unit.entry.category,
                n=unit.entry.line,
            )
            where = (filed.source.id, unit.entry.line)
            yield found("category-told-differs", filed, allotment.line, message, other=where)


def _listed(filed: Filed, name: str) -> Unit | None:
    """Return the one unit of the list that a name may mean; it may leave out parents."""
    alike = [unit for unit in filed.units.units if unit.name.endswith(name)]
    return alike[0] if len(alike) == 1 else None
