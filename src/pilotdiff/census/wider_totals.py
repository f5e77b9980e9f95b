"""Totals of more than the list: of the nation on the page of one city, of all that there is so
far."""

from collections.abc import Iterator, Sequence
from itertools import compress

from pilotdiff.facts.figures import entered
from pilotdiff.model import Declared, Level, Listing, Message, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.names.gazetteer import Division
from pilotdiff.names.kinds import split
from pilotdiff.patterns import pattern

# A list of which half is read is no list of a part.
_TIMES = 2
_PARENTS = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
_NATION = 0
_HEADS_A_LIST = pattern(
    r"名[单录]\s*(?:[（(]\P{Han}*共?\s*\d+\s*[个家名]?\P{Han}*[)）])?\s*$", needs="单录"
)
# 全国 within the name of an award says nothing of where its units lie: 5个全国文明村.
_WHOLE_NATION = pattern(
    r"(?:全国|我国)(?=\P{Han}*\p{Han}{0,3}$|[^，,。；;]{0,24}(?:共\p{Han}{0,2}|名单)\s*$"
    # 全国新增名镇71个、名村107个
    # 全国共有26个省（自治区、直辖市）42个县
    r"|共?(?:新增|增加|入选|已?有)[^，,。；;]{0,40}$)"
)
# Of 42 in all the nation the list has ours: 其中，我省青川市花溪县和白水县榜上有名.
_AMONG_THEM_OURS = pattern(r"其中[，,]?(?:在?[我本全][省市州盟县区旗])", needs="其")
_WHOLE = pattern(r"[全我本](?P<kind>省|自治区|[市州盟县区旗])(?!级)")
_DEPTHS = {"省": 1, "自治区": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "旗": 3}
_AWARD_OF_THE_NATION = pattern(
    r"\s*[个家]?(?:第\p{Han}{1,3}[届批])?(?:全国|国家)"
    # 认定100个乡（镇）为全国示范乡镇
    r"|[^，,。；;、]{0,12}[为成](?:第\p{Han}{1,3}[届批])?(?:(?:19|20)\d\d年度?)?(?:全国|国家)"
)
# 共评定国家水土保持示范县55个
_AWARDS_OF_THE_NATION = pattern(
    r"(?:公布|评定|认定|命名|评出|确定)了?(?:全国|国家)级?[^，,。；;、]{2,16}$"
)
_EXAMPLE = pattern(r"(?P<example>[^，,。；;：:、]{2,40})等$")
_SO_FAR = pattern(r"此前|目前|截至|截止|迄今|至今|至此|历年|累计|先后(?:被|获|有)")
# 在前三批名单中，我省共有6个镇入选.
_IN_EARLIER_BATCHES = pattern(r"前[两二三四五六七八九]批", needs="批")
# 已命名两批共91个: told whatever else the sentence says of this list.
_BATCHES_BEFORE = pattern(
    r"已[^，,。；;]{0,8}[一二三四五六七八九十两\d]+批[^，,。；;]{0,3}$", needs="批"
)
_OF_THIS_LIST = pattern(r"名单(?!显示|[里中])|如下|本次|此次|这次|本批|分别[为是]")


def wider(
    total: Declared, there: int, listing: Listing, units: Sequence[Unit], *, whole: bool
) -> Message | None:
    """Return of what more than the list a total is told, None where it is the list's own.

    `there` are the units that the list has of it; `whole`: another total is that of all units. In a
    list that lies in 清岗省 alone, 北京市朝阳区白溪镇等300个镇 is of more than that province;
    目前全省共有80个 is of another time.
    """
    before, behind = _around(total, listing)
    if not total.section and (province := _of_one_province(before, units)):
        return msg("of {place} alone", place=province)
    if not total.section and _IN_EARLIER_BATCHES.search(before):
        return msg("so far, or before")
    if total.number > there and _EXCERPT.search(before + total.text + behind):
        return msg("of the whole list, of which a part is shown")
    if total.number < there and (place := _holding(total.number, before, units)):
        return msg("of {place} alone", place=place)
    if total.number < there and (place := _counted_alone(total, behind, before, units)):
        return msg("of {place} alone", place=place)
    if total.number <= there:
        of_a_part = total.number < there and entered(total.text) is not None
        return msg("of a part of the list") if of_a_part else None
    earlier = _SO_FAR.search(before) and not _OF_THIS_LIST.search(before + behind)
    if earlier or _BATCHES_BEFORE.search(before.rstrip()):
        return msg("so far, or before")
    if not there and total.level is Level.PROVINCE and not total.section:
        return msg("over the units listed")
    if not there and (place := _whose(before, units)):
        return msg("of {place} alone", place=place)
    # 河北省示范村名单（20个） heads the list of 河北, though all that is there may lie in one city.
    if total.number <= _TIMES * there or (total.section and _HEADS_A_LIST.search(total.text)):
        return None
    own = _own_place(units)
    if not own and _WHOLE_NATION.search(before) and _AMONG_THEM_OURS.search(behind):
        return msg("of the whole nation")
    scope = _scope(before, behind, own)
    if scope is not None and scope < len(own):
        return msg("of more than {place}", place="".join(own))
    apart = whole and there and scope is None
    return msg("another total is that of the list") if apart else None


# A part of a list is shown: （30个，节选）.
_EXCERPT = pattern(r"节选|选登|选录|摘[录登选]|部分名单|[（(，,]部分[）)]", needs="选摘部")


def _holding(number: int, before: str, units: Sequence[Unit]) -> str:
    """Return the place of which a sentence says that it has so many units, where the list has as
    many there: 清岗市有3个村入选; "" for none."""
    has = _HAS.search(before.rstrip())
    place = has["place"] if has else ""
    there = sum(any(part and place.endswith(part) for part in unit.path) for unit in units)
    return place if place and there == number else ""


def _counted_alone(total: Declared, behind: str, before: str, units: Sequence[Unit]) -> str:
    """Return the county or city of which a line that is no head of its units says how many it has,
    and nothing else, where the list has as many there; "" for none: 其中 / 清岗1个 above
    白溪市（11个）, whose first unit lies elsewhere."""
    called = before.strip()
    if not total.section or behind.strip() not in _MEASURES or len(called) < _SHORTEST:
        return ""
    places = {(level, unit.path[level.depth]) for unit in units for level in _PARENTS}
    own = {place for level, place in places if called in (place, split(level, place)[0])}
    there = [any(place in unit.path for place in own) for unit in units]
    below = (unit.entry.line > total.line for unit in units)
    heads = next(compress(there, below), True)
    return own.pop() if len(own) == 1 and not heads and sum(there) == total.number else ""


_MEASURES = ("个", "家")
_SHORTEST = 2

_HAS = pattern(
    r"(?P<place>\p{Han}{2,12}[省市州盟县区旗镇乡])(?:现|共|已)*有(?:\d+[个处]\p{Han}{1,16}[、和])*$"
)
_MOST = 500
_SEVERAL = 3


def _whose(before: str, units: Sequence[Unit]) -> str:
    """Return the unit of the list that a number is told of, as the text calls it, "" for none:
    白溪县共有31个传统村落, in a list of counties."""
    has = _HAS.search(before.rstrip())
    if has is None:
        return ""
    stems = (split(unit.level, unit.own)[0] for unit in units[:_MOST])
    called = max((stem for stem in stems if has["place"][:-1].endswith(stem)), key=len, default="")
    return called + has["place"][-1] if len(called) > 1 else ""


_IN_IT = pattern(
    r"(?:省|市|自治区)?(?:一?共|总共|已|现|新增?)?(?:有|入选|上榜|获评)[^。；;]{0,60}$"
)


def _of_one_province(before: str, units: Sequence[Unit]) -> str:
    """Return the one of a list's several provinces of which a number is told, "" for none:
    四川共有成都、德阳2个市入选, above a list of the nation."""
    in_it = any(word in before for word in ("有", "入选", "上榜", "获评"))
    provinces = {unit.path.province for unit in units if unit.path.province} if in_it else set()
    if len(provinces) < _SEVERAL:
        return ""
    for province in sorted(provinces):
        stem = split(Level.PROVINCE, province)[0]
        at = before.rfind(stem) if len(stem) > 1 else -1
        if at >= 0 and _IN_IT.match(before, at + len(stem)):
            return province
    return ""


def _around(total: Declared, listing: Listing) -> tuple[str, str]:
    """Return what stands in a total's sentence, or in its line, before its number and behind it;
    before a number that begins its line, the line above: 认定北京市朝阳区等 / 148个县."""
    told = (f.sentence for f in listing.figures if (f.line, f.text) == (total.line, total.text))
    before, behind = next(told, total.text.partition(str(total.number))[::2])
    return before if before.strip() else _line_above(total, listing), behind


def _line_above(total: Declared, listing: Listing) -> str:
    """Return the last line with words above that of a total, "" where a sentence ends there."""
    above = (line.text.strip() for line in listing.document.lines if line.number < total.line)
    last = ""
    for text in above:
        last = text or last
    return "" if last.endswith(("。", "：", ":")) or total.section else last


def _own_place(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the province, the prefecture and the county in which all units lie, as far down as
    they share one; where none is stated the ones that have all their cities or counties."""
    own: list[str] = []
    for level in _PARENTS:
        names = {unit.path[level.depth] if unit.level.depth > level.depth else "" for unit in units}
        if len(names) != 1 or "" in names:
            break
        own += names
    return tuple(own) or _by_the_codes(units)


def _by_the_codes(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the one province, and its one city, that by the standard's codes have the cities or
    counties in which all units lie, but for zones, of which the codes have none; () where units
    state others, or no one province has them all."""
    stated = {unit.path.province for unit in units} - {""}
    if len(stated) > 1:
        return ()
    places = {unit.path.prefecture or unit.path.county for unit in units}
    known = [found for place in places if (found := gazetteer.find(place))]
    if not 0 < len(known) <= _MOST or 2 * len(known) < len(places):
        return ()
    province = _shared(known, _IN_A_PROVINCE, Level.PROVINCE)
    if not stated <= {*province}:
        return ()
    return province + (_shared(known, _IN_A_CITY, Level.PREFECTURE) if province else ())


# So many digits of a code say in which province, and in which city.
_IN_A_PROVINCE, _IN_A_CITY = 2, 4


def _shared(known: Sequence[Sequence[Division]], digits: int, level: Level) -> tuple[str, ...]:
    """Return the one place of a level that the codes of all have in common; () for none or
    several."""
    shared = set.intersection(*({each.code[:digits] for each in found} for found in known))
    if len(shared) != 1:
        return ()
    return tuple(
        each
        for each in gazetteer.names(level)
        if any(found.code[:digits] in shared for found in gazetteer.find(each))
    )[:1]


def _scope(before: str, behind: str, own: tuple[str, ...]) -> int | None:
    """Return how many of the list's own parents stand over all that a total counts, 0 for the
    nation; None where nothing says so.

    >>> own = ("四川省", "成都市")
    >>> _scope("全国共", "村", own), _scope("我省", "村", own)
    (0, 1)
    >>> _scope("认定北京市朝阳区清岗镇等", "镇", own), _scope("确定", "镇", own)
    (0, None)
    """
    if not own:
        return None
    if example := _EXAMPLE.search(before):
        return _shared_with(example["example"], own)
    said = max(_said(before, own), default=None)
    if said is not None:
        return said[1]
    awards = _AWARD_OF_THE_NATION.match(behind) or _AWARDS_OF_THE_NATION.search(before.rstrip())
    return _NATION if awards else None


def _said(before: str, own: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where places stand before a total, and how many of the list's parents each stands
    for."""
    yield from ((match.start(), _NATION) for match in _WHOLE_NATION.finditer(before))
    for match in _WHOLE.finditer(before):
        if (depth := _depth(match["kind"], own)) is not None:
            yield match.start(), depth
    for depth, name in enumerate(own, 1):
        stem = split(_PARENTS[depth - 1], name)[0]
        if len(stem) > 1 and (at := before.rfind(stem)) >= 0:
            yield at, depth


def _depth(kind: str, own: tuple[str, ...]) -> int | None:
    """Return for how many of the list's parents 全市 or 我省 stands; None for what may be two."""
    if gazetteer.is_municipality(own[0]):
        return {"市": 1, "区": 2, "县": 2}.get(kind)
    if len(own) == len(_PARENTS) and own[-1].endswith("市") and kind == "市":
        return len(own)
    return _DEPTHS.get(kind)


def _shared_with(example: str, own: tuple[str, ...]) -> int:
    """Return how many of the list's own parents a unit named as one of many shares with it: all
    but those that stand in its place there.

    >>> own = ("四川省", "成都市")
    >>> [_shared_with(each, own) for each in ("北京市朝阳区", "绵阳市安州区", "金堂县")]
    [0, 1, 2]
    """
    for depth, level in enumerate(_PARENTS[:2][: len(own)]):
        named = [name for name in gazetteer.names(level) if name in example]
        if named and not any(own[depth].startswith(name) for name in named):
            return depth
    return len(own)
