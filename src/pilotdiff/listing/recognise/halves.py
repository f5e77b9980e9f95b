"""One name broken over two lines: 4.黑龙江省双鸭山市 / 岭东区."""

from pilotdiff.listing.lines.headings import names_a_group
from pilotdiff.listing.lines.pieces import Piece, Shape, shape, single
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.recognise.candidates import Candidate
from pilotdiff.listing.recognise.named_places import reporting_place, short_place
from pilotdiff.listing.recognise.surroundings import Surroundings, first_name
from pilotdiff.listing.recognise.unreadable_names import begins_with_units
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.places_by_short_names import places_by_short_names
from pilotdiff.model import Level, Role
from pilotdiff.names import split
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import merged

_LONGEST_HALF = 30
_SURE = 0.5
_PATH = 2
# What heads a group of units: 一、综合组, 二、其他, 三、省直单位, 四、新增.
_GROUPS = pattern(
    r"[组类型档批奖项]$|(?:调整|变更|更正|变动|修改)[前后]$|^其[他它余]|^[省市州县区]?(?:直[属管]|直单位)|^(?:新增|增补|补充|调整|单列)"
)
# How names of villages and communities end; a line that breaks one leaves a part of it alone.
_ENDINGS = ("社区居民委员会", "社区居委会", "村民委员会", "村委会", "居民委员会", "居委会")
_TAILS = frozenset(
    ending[at:] for ending in _ENDINGS for at in range(len(ending)) if ending[at] not in "社村"
)


def halves(around: Surroundings, at: int) -> Candidate | None:
    """Return the line at `at` and the one below it as one name; None when they are no halves."""
    first, second = around.pieces[at], around.next(at)
    if second is None or second.ordinal is not None or reporting_place(first.text.text):
        return None
    if first.ordinal is None:
        return _cut_name(around, at)
    if second.text.text.strip() in _TAILS:
        return _whole(first, second)
    if first.shape is Shape.NUMBER or not _may_be_half(first) or not _may_be_half(second):
        return None
    if max(len(first.text.text.strip()), len(second.text.text.strip())) > _LONGEST_HALF:
        return None
    if single(first) and not _falls_short(around, at):
        return None
    if single(second) and ((first.heading and first.heading.listing) or _heads_rows(around, at)):
        return None
    return _whole(first, second)


def _heads_rows(around: Surroundings, at: int) -> bool:
    """Tell whether a line that is no name stands over two at least of a tier, without numbers:
    一、白溪镇调整情况 / 东岭村 / 西岭村."""
    rows = [around.next(at), around.next(at + 1)]
    names = [single(row) for row in rows if row is not None and row.ordinal is None]
    tiers = {name.reading.level for name in names if name is not None and name.reading.sure == 1}
    return single(around.pieces[at]) is None and None not in names and len(names) > len(tiers) == 1


def _cut_name(around: Surroundings, at: int) -> Candidate | None:
    """Return a path without a number that breaks off and goes on below, where a line beside both
    names a unit of that tier: 清岗县白溪镇东 / 岭村."""
    first, second = around.pieces[at], around.pieces[at + 1]
    rest = single(second)
    if first.shape is not Shape.HEADING or rest is None or len(rest.path) > 1:
        return None
    if not begins_with_units(first) or (first.heading and first.heading.listing):
        return None
    place = short_place(first.text.text, Level.COUNTY)
    if place or places_by_short_names(first.text.text) or _is_a_title(first, rest):
        return None
    whole = _whole(first, second)
    name = single(whole.piece) if whole is not None else None
    if name is None or name.reading.level is not rest.reading.level or len(name.path) < _PATH:
        return None
    beside = [around.pieces[i] for i in (at - 1, at + 2) if 0 <= i < len(around.pieces)]
    tiers = [other.reading.level for piece in beside if (other := first_name(piece)) is not None]
    return whole if rest.reading.level in tiers else None


# What the title of a list ends with where it says no more of it: 清岗县白溪镇示范.
_OF_TITLES = pattern(r"(?:试点|示范|试验|先行|培育|创建|建设|推荐|入选|达标)$")


def _is_a_title(first: Piece, rest: Name) -> bool:
    """Tell whether a line ends like a title, and what stands below is called by more than its
    kind: 清岗县白溪镇示范 / 东岭村, but no 清岗县白溪镇示范 / 农场."""
    level, own = rest.path[-1]
    return bool(split(level, own)[0]) and _OF_TITLES.search(first.text.text.strip()) is not None


def _whole(first: Piece, second: Piece) -> Candidate | None:
    """Return the candidate of two halves that are one name together; None when they are none."""
    whole = shape(merged([first.text, second.text]))
    name = single(whole)
    if name is None or (not single(first) and name.reading.sure < _SURE):
        return None
    if _is_whole_below(first, second):
        return None
    return Candidate(Role.ITEM, whole, ("two_halves",), span=2, names=whole.names)


def _is_whole_below(first: Piece, second: Piece) -> bool:
    """Tell whether the second half is a known place with a unit behind its colon, or a whole path
    where the first ends like what heads a group of them, 一、综合组 / 清岗镇白溪社区, or whole by
    itself where the first is nothing else: 二、其他 / 东岭村."""
    rest, group = single(second), first.text.text[first.body :].strip()
    if rest is None or single(first) is not None:
        return False
    if names_a_group(group) and split(*rest.path[-1])[0]:
        return True
    if rest.header is not None and leading_units(second.text.text.strip()):
        return True
    if len(rest.path) < _PATH:
        return False
    return _GROUPS.search(group) is not None


def _may_be_half(piece: Piece) -> bool:
    return piece.shape is Shape.HEADING or single(piece) is not None


def _falls_short(around: Surroundings, at: int) -> bool:
    """Tell whether the first half stands above its neighbours' level, and both together at it."""
    name, rest = single(around.pieces[at]), single(around.pieces[at + 1])
    level = around.usual.get(around.pieces[at].style)
    if name is None or rest is None or rest.reading.level is not level:
        return False
    third = around.next(at + 1)
    if third is not None and third.ordinal is None and third.shape is Shape.NAMES:
        return False
    return name.reading.level.depth < level.depth
