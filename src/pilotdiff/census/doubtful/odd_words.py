"""Units whose path holds words of the page or of a verdict, or a province that there is not."""

from collections.abc import Iterable, Iterator

from pilotdiff.census.doubtful.odd_names import LOST_CHARACTER
from pilotdiff.census.doubtful.unit_views import UnitViews
from pilotdiff.model import DoubtfulLine, Level, Said, Unit, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

_VERDICT = msg("“{word}” is no part of a name: it may tell what became of the unit")
_SENTENCE = msg("“{word}” is no part of a name: words of a sentence stand before it")
# 12 of 618,133 villages begin so (the codes of 2021), all with 有.
_SAYS = pattern(r"[共现设还]?有(?!.(?:村|社区|居委))(?=.{3})|(?:分别[为是]|包括)(?=.{2})")
_NUMBER = msg("“{word}” may be the number of the line, and no part of the name")
_NUMBERED = pattern(r"\d{1,2}(?=\p{Han}{2})")
# 东岭村 91分 清岗县, its blanks lost.
_SCORED = pattern(r"\d[\d.]*(?:分|票|亩|户|人|万?元)(?=\p{Han}{2})", needs="分票亩户人元")
_PAGE = msg("words of the page stand in the name: a page may begin within it")
_NO_PROVINCE = msg("there is no province of this name: a character may be lost or misread")
# None of 88,683 towns and villages begins so (the codes of 2021), but for 拟 and 原 before others.
_BEGINS = pattern(
    r"(?:以上|上述|其余|不含|不包括|暂缓|撤销|取消|除外|候补|备选|增补|拟|×|√"
    r"|(?:[将已拟]将?)?(?:合并|撤并|归并|并入|划入|划归))(?=.{2})"
)
_OF_THE_PAGE = pattern(
    r"人民政府|公报|文件|通知|第\d+页|共\d+页|二维码|滑动|点击", needs="府报件知页码动击"
)
_OFFICE = msg("“{word}” is an office or body: it may be the parent of what stands behind it")
_ENDS_OF_OFFICES = frozenset("局场心站会室部")
# 6 of 96,722 towns and villages hold one (the codes of 2021), most of them virtual ones.
_OF_AN_OFFICE = pattern(
    r"(?P<office>\p{Han}{0,4}(?:分局|林业局|管理局|农垦局|总场|事务中心|服务中心|工作站|管委会"
    r"|(?<![村居牧]民)(?<![村居牧])委员会|办公室|指挥部))(?!虚拟|社区|居委|居民|管理)(?=\p{Han}{3})"
)
_OF_A_COUNTY = msg("“{word}” may be an office of the county, which signs, and no unit")
_FORESTS = pattern(r"(?P<county>.+[市县区旗])林业局$", needs="局")
_GROUP = msg("a group of the village is named, which is no unit of its own: the village is read")
_OF_A_GROUP = pattern(r"\p{Han}(?<![\d一二三四五六七八九十小])(?<!\d个)组$", needs="组")
_COUNTY = Level.COUNTY.depth


def odd_words(views: UnitViews) -> Iterator[DoubtfulLine]:
    """Yield the units' lines with the reason; those of one parent once."""
    yield from _odd_parents(views.first_in_places)
    for unit in views.of_odd_names:
        if why := _why(unit):
            yield DoubtfulLine(unit.entry.line, unit.own, why)
        elif _OF_A_GROUP.search(unit.entry.note):
            yield DoubtfulLine(unit.entry.line, f"{unit.own}{unit.entry.note}", _GROUP)


def _odd_parents(units: Iterable[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the parents that have lost a character, and provinces that there are not, each once."""
    parents: set[str] = set()
    for unit in units:
        for part in unit.parents:
            if part and part not in parents:
                parents.add(part)
                if LOST in part:
                    yield DoubtfulLine(unit.entry.line, part, LOST_CHARACTER)
                elif part == unit.path[0] and not _is_province(part):
                    yield DoubtfulLine(unit.entry.line, part, _NO_PROVINCE)


def _is_province(name: str) -> bool:
    return name == gazetteer.CORPS[0] or any(
        each.level is Level.PROVINCE for each in gazetteer.find(name)
    )


def _why(unit: Unit) -> Said:
    name = unit.own
    begun = _BEGINS.match(name)
    if begun is not None:
        return _VERDICT.given(word=begun[0])
    if (said := _SAYS.match(name)) is not None:
        return _SENTENCE.given(word=said[0])
    if (number := _NUMBERED.match(name)) is not None and not unit.entry.columns:
        return _NUMBER.given(word=number[0])
    if (scored := _SCORED.search(name)) is not None:
        return _VERDICT.given(word=scored[0])
    if name[0] == "原" and gazetteer.find_whole(name[1:]) and not gazetteer.find(name):
        return _VERDICT.given(word=name[0])
    low = unit.level.depth > _COUNTY and not _ENDS_OF_OFFICES.isdisjoint(name[:-3])
    if low and (office := _OF_AN_OFFICE.match(name)) is not None:
        return _OFFICE.given(word=office["office"])
    forests = _FORESTS.match(name)
    if forests is not None and forests["county"] not in unit.path:
        return _OF_A_COUNTY.given(word=name)
    return _PAGE if _OF_THE_PAGE.search(name) else ""
