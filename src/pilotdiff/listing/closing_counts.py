"""The count that closes a row of names: 等3个街道, 三地入选."""

from pilotdiff.facts.numerals import (
    NO_VILLAGE,
    NUMBER,
    OF_EACH_TIER,
    numeral,
    of_each_tier,
    trailing_count,
)
from pilotdiff.patterns import pattern

_NUMBERED_END = pattern(rf"等?(?:共|共计|合计)?(?P<number>{NUMBER})[个家]?(?P<noun>[^\d]{{0,18}})$")
# What a closing count counts; words that go on with the sentence (个城市迎来降雨) are none.
_COUNTED_NOUN = pattern(
    r"(?:[^，。、]{0,12}(?:[省市州盟县区旗镇乡村居街社]|单位|地方|对象|试点|项目))?"
    r"(?:[（(][^（()）]*[）)])?(?:的?(?:现辖|所辖|全部)?(?:行政区域|行政区划|辖区|境内|范围内?))?$"
)
# What is told of the names in front of it: …两地入选, …榜上有名.
_VERDICT = pattern(
    rf"(?<=[省市州盟县区旗镇乡村道])(?:(?P<tiers>{OF_EACH_TIER})|{NO_VILLAGE}"
    r"等?(?P<number>[一两二三四五六七八九十\d]{1,3})个?[地县区市旗镇乡村家](?:[（(]?[市县区、]+[）)]?)?)?"
    r"(?:成功|双双|均|全部|顺利)?(?:入选|上榜|榜上有名|入围|获评|在列|获批)$"
)


def closing_number(text: str, start: int, end: int) -> tuple[int | None, int]:
    """Return a count behind the last name, 等3个街道, and where the names end."""
    if (verdict := _VERDICT.search(text, max(start, end - 30), end)) is not None:
        end = verdict.start()
        if verdict["tiers"]:
            return of_each_tier(verdict["tiers"]), end
        if verdict["number"] and (number := numeral(verdict["number"])) is not None:
            return number, end
    tail = text[max(start, end - 30) : end]
    at = max(tail.rfind("等"), tail.rfind("共"))
    match = _NUMBERED_END.match(tail, at) if at > 0 else None
    if match and _COUNTED_NOUN.match(match["noun"]):
        return numeral(match["number"]), end - len(tail) + at
    if at > 0 and tail[at:] in ("等", "等地", "等单位"):
        return None, end - len(tail) + at
    count = trailing_count(text[start:end])
    if count is not None and count.start > 1:
        return count.number, start + count.start
    return None, end
