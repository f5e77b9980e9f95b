"""Sentences that give several units their categories in turn, against the list itself."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.finding_codes import found
from pilotdiff.model import Allotment, Filed, Finding, Unit, msg


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
    message = msg(
        "{units} units ({names}) are given {n} categories in turn ({categories}): which has which "
        "is not said",
        units=units,
        names=allotment.units,
        n=categories,
        categories=allotment.categories,
    )
    figures = (("units", units), ("categories", categories))
    return found("categories-uneven", filed, allotment.line, message, figures)


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
    """The one unit of the list that a name may mean; it may leave out parents."""
    alike = [unit for unit in filed.units.units if unit.name.endswith(name)]
    return alike[0] if len(alike) == 1 else None
