"""Rows of the codes that group units, written into a path: 湖北省省直辖县级行政区划潜江市."""

from pilotdiff.model import RepairKind, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.repair_steps import RepairStep, Replacement, apply

_GROUPING = pattern(
    r"(?<=[省区區])(?:省|自治[区區])直[辖轄](?:县级|縣級)?行政(?:区划|區劃|单位|單位)(?=\p{Han})",
    needs="直",
)


def drop_grouping_rows(text: str) -> RepairStep:
    """Drop what groups units between a province and a unit of it; alone it stays.

    >>> drop_grouping_rows("湖北省省直辖县级行政区划潜江市").text
    '湖北省潜江市'
    """
    why = msg("a row of the codes that groups units is no part of the name")
    found = (Replacement(*match.span(), "", why) for match in _GROUPING.finditer(text))
    return RepairStep(*apply(RepairKind.WIDTH, text, found))
