"""Numbers written in Chinese, and how many of something a text says there are."""

from typing import NamedTuple

from pilotdiff.patterns import pattern

CHINESE = "[〇零一二两三四五六七八九十百千廿卅]"
NUMBER = rf"(?:\d{{1,3}}(?:[,，]\d{{3}})+|\d+|{CHINESE}+)"
COUNTER = "[个名家项处条座]"
# How many a place has, in brackets behind its name: 清岗县（共3个）, 清岗县（3）.
NUMBER_IN_BRACKETS = r"[（(]\s*(?:共计?|合计|计)?\s*(?P<count>\d{1,4})\s*[个個家项处名]?\s*[）)]"
# A count right behind the kind of a name, which it counts: 清岗镇、白溪镇|2镇. In Chinese signs it
# may be a village's name: 白溪镇三村.
GLUED_COUNT = (
    r"(?<=[省市州盟县区旗镇乡村道等共计有])(?:(?P<glued>\d{1,3})(?:城区|区|村|街道|社区|{0})"
    r"|(?P<spelt>[两二三四五六七八九十]{1,3})(?:街道|城区|{0}))"
).replace("{0}", "地级市|县级市|省|市|州|县|旗|镇|乡|地")
# Behind a town a number before 村 is a village's name: 白溪镇二村.
NO_VILLAGE = r"(?!(?<=[镇乡道])[一二三四五六七八九十]{1,3}村)"
# So many of each tier: 白溪镇、南岭镇东岭村|一镇一村入选.
OF_EACH_TIER = (
    rf"{NO_VILLAGE}(?:(?:\d{{1,3}}|{CHINESE}{{1,2}})个?(?:街道|社区|[市县区镇乡村])){{2,4}}"
)


class StatedCount(NamedTuple):
    """A number of things at the end of a text, and where it starts there."""

    number: int
    start: int


_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000}
_LONGEST = 12


def numeral(text: str) -> int | None:
    """Return the number: 十一 is 11, 一百零五 is 105, 一五〇 is 150, 41 and 1,300 as they are.

    None for anything else, and for what is longer than any number that is told of units.

    >>> numeral("一百零五"), numeral("9" * 13)
    (105, None)
    """
    text = text.replace(",", "").replace("，", "").translate(_FINANCIAL)
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if not any(c in _TENS for c in text):
        digits = [_DIGITS.get(c, -1) for c in text]
        return int("".join(map(str, digits))) if digits and min(digits) >= 0 else None
    total = unit = 0
    for c in text:
        if c in _TENS:
            total, unit = total + max(unit, 1) * _TENS[c], 0
        elif c in _DIGITS:
            unit = _DIGITS[c]
        else:
            return None
    return total + unit


_OF_A_TIER = pattern(rf"\d{{1,3}}|{CHINESE}{{1,2}}")


def of_each_tier(text: str) -> int:
    """Return how many units a text counts that does so tier by tier.

    >>> of_each_tier("一镇12村")
    13
    """
    return sum(numeral(each) or 0 for each in _OF_A_TIER.findall(text))


# Villages are counted with 个: 五家村 and 三座窑村 are names.
_NAMED = rf"{CHINESE}[家处条座][^（()）\d]{{0,4}}(?:[镇乡村屯庄]|街道)"
# 一个具体品类 is a line of words: one, at the start of a line, counts nothing.
_COUNT = pattern(
    rf"^(?!一\s*{COUNTER}|{_NAMED}[：:]?$)(?:以上|上述)?[共计有合总\s]*(?P<number>{NUMBER})\s*{COUNTER}(?P<noun>[^\d，。；]{{0,12}})$",
    needs="个名家项处条座",
)


def whole_count(text: str) -> int | None:
    """Return the number when the text is nothing but a count: "共61个" is 61, "8个县" is 8.

    >>> whole_count("共61个"), whole_count("以上3个"), whole_count("九家镇：")
    (61, 3, None)
    """
    match = _COUNT.match(text.strip())
    return numeral(match["number"]) if match else None


_TAIL = 60
# What is behind 原 is a former name, and items that are no tiers are names, （东岭、西岭2个村）.
_NO_NAME = (
    rf"(?!\s*[原旧曾])(?![^（()）\d]{{0,8}}?{_NAMED})"
    r"(?!\s*(?![省市州盟县区旗镇乡村街道社居行政城、]+[、共])\p{Han}{2,8}、)"
)
_TRAILING = pattern(
    rf"(?:[（(【〔\[]{_NO_NAME}[^（()）\d〇〓一二两三四五六七八九十百]{{0,8}}?(?P<bracketed>{NUMBER})\s*{COUNTER}[^\d（()）：:]{{0,8}}[）)】〕\]]"
    rf"|(?:[—–－]+\s*)?(?:共|共计|合计|计)?\s*(?P<bare>\d+)\s*{COUNTER})\s*$",
    needs="个名家项处条座",
)
# 示范村名单（15）. One digit may be the number of a part, four a year.
_ALONE = pattern(
    r"(?:(?<=名单|名录|名册|目录)\s*[（(]\s*(?P<number>[1-9]\d{1,2})"
    # 清岗市（总数4）, 示范村名单（n=40）
    r"|[（(]\s*(?:总数|总计|合计|数量|[nN](?=\s*=))\s*[：:=]?\s*(?P<total>\d{1,4}))\s*[）)]\s*$",
    needs="）)",
)


def trailing_count(text: str) -> StatedCount | None:
    """Return the count that closes a heading: 太原1个, 示范村（共61个）.

    >>> trailing_count("示范村（共61个）")
    StatedCount(number=61, start=3)
    >>> trailing_count("示范社区15个，其中村3个")
    StatedCount(number=15, start=4)
    >>> trailing_count("示范社区名单（15）"), trailing_count("示范社区名单（2）")
    (StatedCount(number=15, start=6), None)
    >>> trailing_count("清岗镇（五个村）"), trailing_count("东岭村（原外五家村）")
    (StatedCount(number=5, start=3), None)
    >>> trailing_count("清岗镇（村、社区共5个）"), trailing_count("清岗镇（东岭、西岭2个村）")
    (StatedCount(number=5, start=3), None)
    >>> trailing_count("清岗镇（2个：东岭村、西岭村）") is None
    True
    >>> trailing_count("清岗市（总数4）"), trailing_count("清岗市（n=4）")
    (StatedCount(number=4, start=3), StatedCount(number=4, start=3))
    """
    whole, among, _ = text.partition("其中")
    if among and whole:
        return trailing_count(whole.rstrip("，,；;（( "))
    # Each digit of a long run could begin the number; a longer tail holds none that counts.
    start = max(0, len(text.rstrip()) - _TAIL)
    if (alone := _ALONE.search(text, start)) is not None:
        return StatedCount(int(alone["number"] or alone["total"]), alone.start())
    match = _TRAILING.search(text, start)
    if match is None:
        return None
    number = numeral(match["bracketed"] or match["bare"])
    return StatedCount(number, match.start()) if number is not None else None


def only_a_count(text: str) -> int | None:
    """Read a count on a line of its own, （8个） or 共61个: it counts the group above it.

    >>> only_a_count("共61个"), only_a_count("61个村")
    (61, 61)
    """
    return whole_count(text.strip(" （()）【】。"))
