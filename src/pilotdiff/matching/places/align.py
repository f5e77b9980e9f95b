"""Align the trees of two lists: which parent of the one is which parent of the other.

From the top down, each level's pairs say where to look on the next. A parent is recognised by its
name, else by its stem, else by the code under which the standard has both names, else by how many
of its children agree, else by a near name and near children.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pilotdiff.in_groups import in_groups
from pilotdiff.matching.names.families import is_a_number, look_alike
from pilotdiff.matching.names.name_keys import place_stem, stem_of
from pilotdiff.matching.names.sounds import alike
from pilotdiff.matching.places.matched_places import Place, are_two_districts, is_coded
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer

# A renamed parent shares at least so many children, counted by how rare they are, and so large a
# part of the smaller family.
_SHARED = 1.2
_SHARE = 0.3
# Where their own names are unlike, the children must say so much, each counted by how many families
# of either list have one of its name: 一连 is in every regiment.
_UNLIKE = 2.0
# Fewer children that numbers alone call say nothing: 六分场 and 九分场 are on every farm, 第一社区
# is in every town. Farms of the codes that were renamed have four and more in common.
_NUMBERED = 4
# Names of which so large a part of the shorter one stands in the other are alike.
_ALIKE = 0.6

# A near name is told by so many characters, and borne out by so many near children.
_TOLD = 3
_NEAR_CHILDREN = 2

# How many parts the path of a county has.
_COUNTY = 3
# So many digits of a county's code are those of its prefecture.
_CITY = 4

Alignment = dict[Place, Place]
# The stems under each place, of our list and of theirs.
_Children = tuple[dict[Place, set[str]], dict[Place, set[str]]]


def align(
    pilots: Sequence[Place],
    results: Sequence[Place],
    pilot_stems: Sequence[str],
    result_stems: Sequence[str],
) -> Alignment:
    """Map each place of the pilots, and each of its ancestors, to the result place it became.

    `*_stems` are the stems of the units that stand in the places, entry by entry. Places without a
    counterpart are not in the mapping.
    """
    depth = max((len(place) for place in (*pilots[:1], *results[:1])), default=0)
    ours, theirs = _families(pilots, pilot_stems), _families(results, result_stems)
    alignment: Alignment = {(): ()}
    for length in range(1, depth + 1):
        mine = sorted(p for p in ours if len(p) == length)
        its = {p for p in theirs if len(p) == length}
        left = _by_name(mine, its, alignment)
        if length <= _COUNTY:
            left = _by_code(left, its, alignment)
        if length == _COUNTY:
            left = _by_moved_county(left, its, alignment)
        _by_children(left, its, alignment, (ours, theirs))
        if length <= _COUNTY:
            _by_slip(left, its, alignment, (ours, theirs))
        else:
            _by_near_name(left, its, alignment, (ours, theirs))
    return alignment


def _families(places: Sequence[Place], stems: Sequence[str]) -> dict[Place, set[str]]:
    """Return the stems of the children of each place and of each of its ancestors."""
    families: dict[Place, set[str]] = {}
    for place, stem in zip(places, stems, strict=True):
        family = families.get(place)
        if family is None:
            family = families[place] = set()
            for length in range(len(place) - 1, -1, -1):
                child = place_stem(length, place[length])
                families.setdefault(place[:length], set()).add(child)
        family.add(stem)
    return families


def _by_name(mine: Iterable[Place], its: set[Place], alignment: Alignment) -> list[Place]:
    """Align places of the same name, then of the same stem; return those left over."""
    left = []
    for place in mine:
        above = alignment.get(place[:-1])
        if above is not None and (*above, place[-1]) in its:
            alignment[place] = (*above, place[-1])
        else:
            left.append(place)
    taken = set(alignment.values())
    stems = in_groups(its - taken, lambda other: (*other[:-1], stem_of(other)))
    mine_by_stem = Counter(
        (*above, stem_of(p)) for p in left if (above := alignment.get(p[:-1])) is not None
    )
    rest = []
    for place in left:
        above = alignment.get(place[:-1])
        key = None if above is None else (*above, stem_of(place))
        found = stems.get(key, []) if key is not None else []
        if key is not None and len(found) == 1 and mine_by_stem[key] == 1:
            alignment[place] = found[0]
        else:
            rest.append(place)
    return rest


def _by_code(left: list[Place], its: set[Place], alignment: Alignment) -> list[Place]:
    """Align places that the standard called first so, then so; return those left over."""
    free: dict[tuple[Place, str], list[Place]] = defaultdict(list)
    taken = set(alignment.values())
    for other in its - taken if left else ():
        for code in gazetteer.codes(LEVELS[len(other) - 1], other[-1]):
            free[other[:-1], code].append(other)
    rest = []
    for place in left:
        above = alignment.get(place[:-1])
        codes = gazetteer.codes(LEVELS[len(place) - 1], place[-1]) if above is not None else ()
        found = {other for code in codes for other in free.get((above or (), code), ())} - taken
        if len(found) == 1:
            alignment[place] = found.pop()
            taken.add(alignment[place])
        else:
            rest.append(place)
    return rest


def _by_moved_county(left: list[Place], its: set[Place], alignment: Alignment) -> list[Place]:
    """Align counties that went to another prefecture of their province; return those left over.

    No two counties of the nation share a name (地名管理条例); districts (市中区) do. One that was
    called otherwise on the way (巢湖市居巢区, 合肥市巢湖市) is told by the code of both names.
    """
    free = in_groups(its - set(alignment.values()) if left else (), lambda other: other[:1])
    rest = []
    for place in left:
        near = free.get(alignment.get(place[:1], ()), []) if place[-1] else []
        found = [] if place[-1].endswith("区") else [p for p in near if p[-1] == place[-1]]
        found = found or [other for other in near if _have_one_code(place, other)]
        if len(found) == 1:
            alignment[place] = found[0]
            near.remove(found[0])
        else:
            rest.append(place)
    return rest


def _have_one_code(place: Place, other: Place) -> bool:
    """Tell whether a code was that of two counties of different names, and no county of a third
    prefecture bears the name of the first: 城区 is in four cities of 山西省."""
    codes, there = (gazetteer.codes(LEVELS[_COUNTY - 1], each[-1]) for each in (place, other))
    if place[-1] == other[-1] or codes.isdisjoint(there):
        return False
    over = LEVELS[_COUNTY - 2]
    cities = {code[:_CITY] for p in (place, other) for code in gazetteer.codes(over, p[-2])}
    return {code[:_CITY] for code in codes} <= cities


def _by_children(
    left: list[Place], its: set[Place], alignment: Alignment, children: _Children
) -> None:
    """Align what is left by the children that agree: among siblings, then ever wider."""
    free = its - set(alignment.values())
    for width in range(1, len(left[0]) if left else 0):
        scores = _agreements(left, free, alignment, children, width)
        for _, _, place, other in sorted(scores):
            if place not in alignment and other in free:
                alignment[place] = other
                free.discard(other)
        left = [place for place in left if place not in alignment]


def _by_slip(
    left: Iterable[Place], its: set[Place], alignment: Alignment, children: _Children
) -> None:
    """Align siblings left over that differ by one character taken for another by its shape
    (毫州市/亳州市), where the standard knows one of the two names alone and a child is in both."""
    ours, theirs = children
    taken = set(alignment.values())
    found = [
        (place, other)
        for place in left
        if place not in alignment
        for other in sorted(its - taken)
        if alignment.get(place[:-1]) == other[:-1]
        and _is_slip(LEVELS[len(place) - 1], place[-1], other[-1])
        and not ours[place].isdisjoint(theirs[other])
    ]
    _align_sole(found, alignment)


def _align_sole(found: Sequence[tuple[Place, Place]], alignment: Alignment) -> None:
    """Align the pairs of which no place stands in another pair."""
    meant = Counter(end for pair in found for end in enumerate(pair))
    for place, other in found:
        if meant[0, place] == meant[1, other] == 1:
            alignment[place] = other


def _is_slip(level: Level, one: str, other: str) -> bool:
    """Tell whether one of two names is a slip of shape for the other, a division of the standard.

    >>> _is_slip(Level.PREFECTURE, "毫州市", "亳州市")
    True
    >>> _is_slip(Level.PREFECTURE, "苏州市", "宿州市")
    False
    """
    if len(one) != len(other):
        return False
    swapped = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    known = [bool(gazetteer.codes(level, name)) for name in (one, other)]
    return len(swapped) == 1 and look_alike(*swapped[0]) and any(known) and not all(known)


def _by_near_name(
    left: Iterable[Place], its: set[Place], alignment: Alignment, children: _Children
) -> None:
    """Align siblings left over of near names (林业局/林业和草原局, 古楼街道/鼓楼街道), where
    children of near names bear it out and no other sibling may be meant."""
    ours, theirs = children
    free = in_groups(its - set(alignment.values()), lambda other: other[:-1])
    found = [
        (place, other)
        for place in left
        if place not in alignment
        for other in free.get(alignment.get(place[:-1], ()), ())
        if _are_near(place[-1], other[-1])
        and _near_children(ours[place], theirs[other])
        >= max(_NEAR_CHILDREN, _SHARE * min(len(ours[place]), len(theirs[other])))
    ]
    _align_sole(found, alignment)


def _are_near(one: str, other: str) -> bool:
    """Tell whether two parents' names sound alike, or the one has all of the other, in order.

    >>> _are_near("古楼街道", "鼓楼街道"), _are_near("林业局", "林业和草原局")
    (True, True)
    >>> _are_near("上坪镇", "下坪镇"), _are_near("和平镇", "和平里街道")
    (False, False)
    """
    if len(one) == len(other):
        return all(map(alike, one, other))
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) >= _TOLD and all(each in rest for each in short)


def _near_children(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """Return how many of our stems stand in one of theirs, or have one of theirs in them."""
    told = [stem for stem in theirs if len(stem) > 1]
    return sum(
        any(stem in other or other in stem for other in told) for stem in ours if len(stem) > 1
    )


def _agreements(
    left: list[Place], free: set[Place], alignment: Alignment, children: _Children, width: int
) -> list[tuple[float, int, Place, Place]]:
    """Return the pairs under the same ancestor `width` steps up, best first when sorted."""
    ours, theirs = children
    owners = _owners(free, theirs, width)
    lengths = {len(place) for place in left}
    wider = {place[:-width] for place in left}
    bearers = (
        _bearers(theirs, width, lengths, set(filter(None, map(alignment.get, wider)))),
        _bearers(ours, width, lengths, wider),
    )
    scores = []
    for place in left:
        above = alignment.get(place[:-width])
        if above is None:
            continue
        shared: dict[Place, float] = defaultdict(float)
        rare: dict[Place, float] = defaultdict(float)
        by_number: Counter[Place] = Counter()
        counted: Counter[Place] = Counter()
        for stem in ours[place]:
            rivals = owners.get((above, stem), ())
            most = max(bearers[0][above, stem], bearers[1][place[:-width], stem])
            for other in rivals:
                shared[other] += 1 / len(rivals)
                rare[other] += 1 / most
                counted[other] += 1
                by_number[other] += is_a_number(stem)
        for other, weight in shared.items():
            if _are_two(place, other):
                continue
            share = counted[other] / min(len(ours[place]), len(theirs[other]))
            same = stem_of(place) == stem_of(other)
            enough = weight >= _SHARED and (
                rare[other] >= _UNLIKE or _are_alike(place[-1], other[-1])
            )
            if by_number[other] == counted[other] < _NUMBERED:
                enough = enough and _are_near(place[-1], other[-1])
            if (enough and share >= _SHARE) or (same and width == 1):
                scores.append((-share - same, -counted[other], place, other))
    return scores


def _are_two(place: Place, other: Place) -> bool:
    """Tell whether the standard has had two cities at one time, or the districts of one name in
    them."""
    if len(place) == _COUNTY - 1:
        return gazetteer.are_two_cities(place[-1], other[-1])
    return are_two_districts(place, other)


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two parents' names have much in common, their kinds apart.

    >>> _are_alike("大佘太牧场", "大佘太牧场有限公司"), _are_alike("甲丙镇", "乙丁镇")
    (True, False)
    """
    if is_coded(one) or is_coded(other):
        return False
    short, long = sorted((one, other), key=len)
    stem = short[:-1]
    return sum(each in long[:-1] for each in stem) >= _ALIKE * len(stem)


def _owners(
    free: Iterable[Place], children: dict[Place, set[str]], width: int
) -> dict[tuple[Place, str], list[Place]]:
    """Return the places that hold a stem, by what lies `width` steps above them."""
    owners: dict[tuple[Place, str], list[Place]] = defaultdict(list)
    for place in sorted(free):
        for stem in children[place]:
            owners[(place[:-width], stem)].append(place)
    return owners


def _bearers(
    families: dict[Place, set[str]], width: int, lengths: set[int], wider: set[Place]
) -> Counter[tuple[Place, str]]:
    """Return how many families below each of the ancestors `wider` have a child of a stem."""
    return Counter(
        (above, stem)
        for place, family in families.items()
        if len(place) in lengths and (above := place[:-width]) in wider
        for stem in family
    )
