"""A place before the words that lead up to what was chosen of it: 清岗县入选的5个村分别是."""

import re

from pilotdiff.facts.chosen_words import ENTERED, NAMED_AS
from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.naming import CERTAIN, DOUBTFUL, read_unit
from pilotdiff.names import whole_name
from pilotdiff.patterns import pattern

CHOSEN = rf"(?:成功|被|获得?|获得了|拟|已|均|再次?|新)?(?:{ENTERED}|{NAMED_AS}|推荐|申报)"
NOUN = r"(?:乡镇|镇街|街道|社区|村镇|村寨|村庄|村落|乡村|[县市区镇乡村]|单位|地区|地方)"
_PLACE = (
    r"\s*(?:(?:其中|近日|目前|据悉|这样|[这此]次|本[次批]|首批|第[一二三四五六七八九十\d]{1,3}批)[，,]?)*"
    r"(?P<place>\p{Han}{2,24}?)(?<!我)"
)
_ARE = r"(?:名单|它们|他们)?(?:分别|依次|具体)?(?:名单)?(?:是|为|有|包括|如下)"
# Who chose or proposed what is announced: 经清岗县推荐，名单如下; 现将清岗县申报的村公示如下.
_ANNOUNCED_BY = pattern(
    r"(?:^|[，,])\s*(?:(?:近日|日前|目前)[，,]?)?(?:经过?|由|根据|依据|按照|现将|将|同意|批准|对)?"
    r"(?P<place>\p{Han}{1,24}?[省市州盟县区旗镇乡道])"
    r"(?:(?:人民)?政府|党[委工]委?|街道办|办事处|\p{Han}{0,10}?(?:委员会|领导小组|[局厅委办]))?的?"
    r"(?:(?:严格|认真|集体|综合|择优|初步|自愿|联合|逐级|层层|拟)?"
    r"(?:研究|推荐|申报|上报|报送|呈报|申请|审核|初审|审查|审定|遴选|评审|评选|评定|考核|验收|同意)"
    rf"|(?:共?有|共计?|一共|总共)?{NUMBER}[个家])[^。；;]*?(?:如下|(?:分别|依次|具体)(?:是|为|有))$",
    needs="是为有下",
)
# What was chosen stands between the verb and 的, and what it was chosen of behind that.
_LED = pattern(
    rf"{_PLACE}(?:[这此本]次|今年|共|一共|总共|现|其中){{0,2}}"
    rf"{CHOSEN}(?:的|(?P<honour>[^，,。；;：:、]{{0,32}}?)的?)(?:{NUMBER}[个家])?{NOUN}?"
    rf"(?:[（(][^（()）]{{1,12}}[）)])?{_ARE}(?:\s*[（(]共?{NUMBER}[个家][^（()）]{{0,4}}[）)])?",
    needs="是为有括下",
)


def chosen_of(words: str) -> Parts:
    """Return the place of which these words, right before names, say that they were chosen; ()
    where they name none.

    >>> [name for _, name in chosen_of("清岗县入选的5个村分别是")]
    ['清岗县']
    >>> [name for _, name in chosen_of("这次清岗县入选国家森林乡村的是")]
    ['清岗县']
    >>> chosen_of("这次入选国家森林乡村的是"), chosen_of("我县入选的村有")
    ((), ())
    """
    match = _LED.fullmatch(words.strip())
    return place_named(match) if match else ()


_ALONE = pattern(
    rf"\s*(?:(?:其中|另外|同时)[，,]?)?{CHOSEN}(?:的|[^，,。；;：:、]{{0,32}}?的)"
    rf"[^，,。；;：:、]{{0,12}}?{_ARE}",
    needs="是为有括下",
)


def goes_on_alone(sentence: str) -> bool:
    """Tell whether a sentence begins with the words that lead up to what was chosen, and names no
    place in front of them.

    >>> goes_on_alone("入选示范村的有白溪镇东岭村"), goes_on_alone("清岗县入选示范村的有东岭村")
    (True, False)
    """
    match = _ALONE.match(sentence)
    return match is not None and bool(_NAMES_BEHIND.match(sentence, match.end()))


_OF_A_KIND = rf"\p{{Han}}{{0,8}}?{NOUN}(?:[（(][^（()）]{{1,12}}[）)])?"
_HOW_MANY = pattern(
    rf"(?<!第)(?P<number>{NUMBER})\s*[个家](?:{_OF_A_KIND}|(?=[，,）)]|如下|分别|具体|$))"
    # 4个县入选的村 says how many counties have some.
    rf"(?P<having>(?:{CHOSEN})?的\p{{Han}}{{0,6}}{NOUN})?",
    needs="个家",
)


def how_many(words: str) -> int | None:
    """Return how many units are chosen, as words say that lead up to their names; None where they
    say it of none, or of several.

    >>> how_many("清岗县入选的5个村分别是"), how_many("清岗县推荐10个村，入选5个，分别是")
    (5, None)
    >>> how_many("清岗市4个县入选的村分别是")
    """
    told = list(_HOW_MANY.finditer(words))
    numbers = {numeral(one["number"]) for one in told}
    return numbers.pop() if len(numbers) == 1 and not any(one["having"] for one in told) else None


_COUNTS = rf"{_PLACE}(?:的|一共|总共|共计|共有|共|现有|另有|有)?{NUMBER}[个家]"
_COUNTED = pattern(_COUNTS)
_COUNTED_OVER = pattern(
    rf"(?:.*[，,])?{_COUNTS}{NOUN}?[^，,。；;：:、]{{0,14}}[，,]{_ARE}", needs="是为有括下"
)


def counts_chosen(words: str) -> Parts:
    """Return the place of which words before a colon say how many were chosen; () for none.

    >>> [name for _, name in counts_chosen("清岗县共3个村上榜，名单如下")]
    ['清岗县']
    >>> counts_chosen("我县3个村上榜，名单如下")
    ()
    """
    match = _COUNTED_OVER.fullmatch(words)
    return place_named(match) if match else ()


def announced_by(words: str) -> Parts:
    """Return the place that chose or proposed what the words before a colon announce; () where they
    name none, or one that is not known.

    >>> [name for _, name in announced_by("经金堂县推荐3个村入选，名单如下")]
    ['金堂县']
    >>> announced_by("经金堂县、温江区推荐，名单如下"), announced_by("经各县推荐，名单如下")
    ((), ())
    """
    match = _ANNOUNCED_BY.search(words)
    place = read_unit(match["place"]) if match else None
    return place.parts if place is not None and place.sure >= CERTAIN else ()


def place_before_its_count(text: str, left: int, right: int) -> Parts:
    """Return the place that a clause, text[left:right], begins with before a number of its units;
    () for none.

    >>> [name for _, name in place_before_its_count("此次清岗县的3个村入选", 0, 11)]
    ['清岗县']
    """
    match = _COUNTED.match(text, left, right)
    return place_named(match) if match else ()


_NAMES_BEHIND = pattern(r"\p{Han}{2}")


def leads_up(text: str, left: int, right: int) -> tuple[Parts, int]:
    """Return the place of which text[left:right] says at its beginning that what follows was chosen
    of it, and where that follows; () and `left` where it says none.

    >>> leads_up("清岗县入选的村有白溪镇东岭村", 0, 14)[1]
    8
    """
    match = _LED.match(text, left, right)
    if match is None or not _NAMES_BEHIND.match(text, match.end(), right):
        return (), left
    path = place_named(match)
    return (path, match.end()) if path else ((), left)


def place_named(match: re.Match[str]) -> Parts:
    """Return the unit that the group `place` of a match names, its kind written or not; () for
    none."""
    place = match["place"]
    reading = read_unit(place)
    if reading is not None and reading.sure > DOUBTFUL:
        return reading.parts
    return whole_name(place)
