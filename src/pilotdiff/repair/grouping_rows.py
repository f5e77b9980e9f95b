"""Rows of the codes that group units, written into a path: 湖北省省直辖县级行政区划潜江市."""

from pilotdiff.model import RepairKind, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

# What may stand between the parts of a path; more blanks, or a tab, part the columns of a table.
_SIGN = r" ?[/\\\\>＞·•,，\-－—_]? ?"
_UNIT = r"\p{Han}{1,14}(?:[省市州盟县縣区區旗镇鎮乡鄉村社團团场場]|街道)"
_COUNTY = "[县縣市区區]"
_MUNICIPALITY = "北京市|天津市|上海市|重[庆慶]市"
_GROUPING = pattern(
    rf"(?<=[省市区區])(?P<sign>{_SIGN})"
    r"(?:(?:省|自治[区區])?直[辖轄](?:县级|縣級)?行政(?:区划|區劃|单位|單位)|市[辖轄][区區])"
    rf"(?=(?P=sign){_UNIT})"
    rf"|(?<={_MUNICIPALITY})(?P<other>{_SIGN})[县縣]"
    rf"(?=(?P=other)(?![级級域城区區内內])\p{{Han}}{{1,11}}[县縣])"
    rf"|(?P<stem>[^\W省县縣市区區]{{1,6}}){_COUNTY}(?P<again>{_SIGN}(?P=stem){_COUNTY}"
    rf"直[辖轄]村[级級](?:区划|區劃))(?={_SIGN}{_UNIT})"
    rf"|(?<={_COUNTY}){_COUNTY}?直[辖轄]村[级級](?:区划|區劃)(?={_SIGN}{_UNIT})",
    needs="直辖轄县縣",
)


def drop_grouping_rows(text: str) -> RepairStep:
    """Drop what groups units between a place and what lies in it, with one of the signs about it;
    alone it stays.

    >>> drop_grouping_rows("湖北省省直辖县级行政区划潜江市").text
    '湖北省潜江市'
    >>> drop_grouping_rows("北京市/市辖区/房山区").text, drop_grouping_rows("成都市市辖区").text
    ('北京市/房山区', '成都市市辖区')
    """
    why = msg("a row of the codes that groups units is no part of the name")
    spans = (m.span("again" if m["again"] else 0) for m in _GROUPING.finditer(text))
    found = (Replacement(*span, "", why) for span in spans)
    return RepairStep(*carried_out(RepairKind.WIDTH, text, found))
