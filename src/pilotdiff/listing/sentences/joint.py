"""Names in running text without a kind of their own: one kind for all, told by its count
(清岗、白溪、北岭三县被列为试点), and cities that all know (决定将清岗、白溪和北岭列为试点)."""

import re
from collections.abc import Iterator, Sequence

from pilotdiff.facts.numerals import CHINESE
from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.sentences.clause_names import ends_of
from pilotdiff.listing.sentences.clauses import Clause, anchors, opened_by
from pilotdiff.listing.sentences.words import COUNT_BEHIND, uses
from pilotdiff.listing.unit_names.kindless_villages import may_be_called
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.shared_kinds import Span, district
from pilotdiff.listing.unit_names.short_forms import (
    are_cities,
    city_of_a_row,
    counted_groups,
    name_with_kind,
    short_city,
    short_path,
)
from pilotdiff.model import Level
from pilotdiff.names import gazetteer, split
from pilotdiff.patterns import pattern

_CHINESE = r"\p{Han}"
_LAST = pattern(
    rf"\s*(?P<last>{_CHINESE}{{1,4}}?)等?(?<!第)(?P<number>{CHINESE}|\d{{1,2}})个?城?"
    r"(?P<kind>省(?:份)?|区|县|市|旗|镇|乡|村|街道|社区)(?![区县市镇乡村])"
)
_AND = pattern(r"(?:和|及|与|以及)(?=\p{Han})")
_JOINT = pattern(r"(?<=\p{Han}{2})[和及与](?!镇|乡|村|街道|社区)(?=\p{Han}{2})", needs="和及与")
_LONGEST = 4
_FEWEST, _LONGEST_WHOLE = 2, 8


def parted_rows(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the pieces of a sentence, cut again where another row begins behind a count, and
    before the last name of one.

    >>> text = "广东、辽宁二省和天津、厦门和深圳三市"
    >>> [text[slice(*span)] for span in parted_rows(text, [(0, 2), (3, 10), (11, 18)])]
    ['广东', '辽宁二省', '天津', '厦门', '深圳三市']
    """
    found: list[Span] = []
    for left, right in spans:
        counts = (_LAST.match(text, left, right), COUNT_BEHIND.search(text, left, right))
        ands = (_AND.match(text, count.end(), right) for count in counts if count)
        joining = next(filter(None, ands), None)
        joint = _between_the_last_two(text, left, right)
        if joining:
            found += [(left, joining.start()), (joining.end(), right)]
        elif joint:
            found += [(left, joint.start()), (joint.end(), right)]
        else:
            found.append((left, right))
    return found


def _between_the_last_two(text: str, left: int, right: int) -> re.Match[str] | None:
    """Return the word between the last two names of a row, the first all of what stands before it,
    or behind a word that opens the row: 四川成都|和|呼和浩特, 试点城市为清岗|和|白溪."""
    opened = (
        opened_by(text, left, right)[1],
        *(hit.end() for hit in uses("weak").finditer(text, left, right)),
    )
    for start in dict.fromkeys((left, *opened)):
        for joint in _JOINT.finditer(text, start, min(right, start + _LONGEST_WHOLE + 3)):
            short = joint.start() - start <= _LONGEST
            counted = _LAST.match(text, joint.end(), right) if short else None
            if (counted and _are_two(text[start : joint.start()], counted)) or (
                _is_place(text, start, joint.start())
                and _begins_with_place(text, joint.end(), right)
                and not _begins_with_place(text, joint.start(), right)
            ):
                return joint
    return None


def _are_two(first: str, last: re.Match[str]) -> bool:
    """Tell whether what stands before a joint and what is counted behind it may be two units: no
    village is called by one character here, 清岗县太|和|庄二村."""
    kind = last["kind"]
    if kind not in ("村", "社区"):
        return True
    reading = read_unit(first.strip() + kind)
    own = split(*reading.parts[-1])[0] if reading is not None else ""
    return len(own) > 1 and len(last["last"]) > 1


def _is_place(text: str, left: int, right: int) -> bool:
    whole = gazetteer.find_whole(text[left:right])
    return bool(whole) or _short(text, left, right) is not None


def joint_clauses(text: str, spans: Sequence[Span]) -> dict[int, Clause]:
    """Return the clauses [left, right) that share a kind or name cities without theirs, by where
    they begin."""
    found: dict[int, Clause] = {}
    for group, match in counted_groups(_LAST, text, spans):
        if all(text[span[0] - 1] in "、和及与" for span in group[1:]):
            found |= _clauses(text, group, match)
    rows = [row for row in _rows(text, spans) if len(row) > 1]
    # Where others bear their kinds, one without may be a name that cannot be read.
    if not any(text.endswith(_LOWER_KINDS, 0, right) for row in rows for _, right in row[:-1]):
        for row in rows:
            found = _below_their_place(text, row) | found
    beside = _beside_whole_names(text, spans)
    return _rows_of_cities(text, spans) | beside | _with_shared_kind(text, spans) | found


_LOWER_KINDS = ("村", "社区", "镇", "乡", "街道")
_LOWER = pattern(r"\s*(?P<last>\p{Han}{1,4}?)(?P<kind>村|社区|镇|乡|街道)", needs="村区镇乡道")


def _below_their_place(text: str, row: Sequence[Span]) -> dict[int, Clause]:
    """Return the clauses of villages or towns whose kind stands once, behind the last of them,
    where the first stands behind what holds them: 清岗县白溪镇东岭、西岭村入选."""
    last = _LOWER.match(text, *row[-1])
    if last is None or last.end() not in (row[-1][1], *ends_of(text, *row[-1])):
        return {}
    found = _clauses(text, row, last)
    names = [clause.names[0] for clause in found.values()]
    stems = (name.text.removesuffix(last["kind"]) for name in names)
    if not names or not all(map(may_be_called, stems)):
        return {}
    over = names[0].above[-1:]
    held = bool(over) and over[0][0].depth + 1 == names[0].reading.level.depth
    return found if held else {}


def _clauses(text: str, group: Sequence[Span], match: re.Match[str]) -> dict[int, Clause]:
    kind = match["kind"].removesuffix("份")
    first, lead, start = _first(text, group[0], kind)
    rest = [*group[1:-1], match.span("last")]
    others = [
        name_with_kind(text, span, kind) if span[1] - span[0] <= _LONGEST else None for span in rest
    ]
    names = [name for name in (first, *others) if name is not None]
    if len(names) < len(group):
        return {}
    names[-1] = names[-1]._replace(stop=match.end("kind"))
    closed = group[-1][1] > match.end("kind")
    found = {
        span[0]: Clause((name,), "join", name.start, closed=False)
        for span, name in zip(group, names, strict=True)
    }
    found[group[0][0]] = Clause((names[0],), lead, start, closed=False)
    found[group[-1][0]] = Clause((names[-1],), "join", names[-1].start, closed)
    return found


def _first(text: str, span: Span, kind: str) -> tuple[Name | None, str, int]:
    """Return the first name of a row, what stands in front of it, and where it begins."""
    left, right = span
    weak = (("weak", hit.end()) for hit in uses("weak").finditer(text, left, right))
    known = (("", start) for start in anchors(text, left + 1, right))
    for lead, start in (opened_by(text, left, right), *weak, *known):
        name = name_with_kind(text, (start, right), kind) if right - start <= _LONGEST else None
        name = name or _behind_its_place(text, start, right, kind)
        if name is not None:
            return name, lead, start
    return None, "", left


_PLACED = pattern(
    r"\s*(?P<place>\p{Han}{2,12}?(?:[省市州盟县旗镇乡]|街道|区(?!域)))的?(?P<bare>\p{Han}{1,4})\s*"
)


def _behind_its_place(text: str, start: int, right: int, kind: str) -> Name | None:
    """Return the first name of a row behind the place that holds all of it: 石家庄市|平山,
    清岗县白溪镇|东岭."""
    match = _PLACED.fullmatch(text, start, right)
    place = read_unit(match["place"]) if match else None
    if match is None or place is None or place.sure < CERTAIN:
        return None
    name = name_with_kind(text, match.span("bare"), kind)
    if name is None or name.path[0][0].depth <= place.level.depth:
        return None
    known = name.path[0][0].depth <= Level.COUNTY.depth
    if holds(place.parts[-1], name.path[0]) is not (True if known else None):
        return None
    return name._replace(above=place.parts)


_KNOWN = pattern(r"\s*(?P<last>\p{Han}{2,8}?(?P<kind>[区县市旗]))")


def _with_shared_kind(text: str, spans: Sequence[Span]) -> dict[int, Clause]:
    """Return the clauses of counties or cities whose kind stands once, behind the last of them:
    清岗、白溪县入选. The standard has each."""
    found: dict[int, Clause] = {}
    for row in _rows(text, spans):
        last = _KNOWN.match(text, *row[-1]) if len(row) > 1 else None
        if last is None or not _ends_a_name(text, last, row[-1][1]):
            continue
        for at in range(len(row) - 2, -1, -1):
            clause = _without_kind(text, row[at], last["kind"], opens=at == 0)
            if clause is None:
                break
            found[row[at][0]] = clause
    return found


def _ends_a_name(text: str, last: re.Match[str], right: int) -> bool:
    """Tell whether the last of a row is a known place, and its clause ends or goes on in words."""
    known = gazetteer.find_whole(last["last"])
    return bool(known) and last.end() in (right, *ends_of(text, last.start("last"), right))


def _without_kind(text: str, span: Span, kind: str, *, opens: bool) -> Clause | None:
    """Return the place without its kind that is all of a clause, but for words before the first."""
    left, right = span
    starts = _openings(text, left, right) if opens else [("join", left)]
    for lead, start in starts:
        if name := district(text, (start, right), kind):
            return Clause((name,), lead, name.start, closed=False)
    return None


def _rows_of_cities(text: str, spans: Sequence[Span]) -> dict[int, Clause]:
    """Return the clauses of cities that are written short, in rows of little else: of three, of two
    behind a word that opens a list, and of two in one sentence with such rows. 成都和绵阳先行先试
    is no list."""
    found = [clauses for row in _rows(text, spans) if (clauses := _row_of_cities(text, row))]
    opened = (len(row) > _FEWEST or row[min(row)].lead for row in found)
    return {at: clause for row in found for at, clause in row.items()} if any(opened) else {}


def _row_of_cities(text: str, row: Sequence[Span]) -> dict[int, Clause]:
    last = len(row) - 1
    clauses = {
        span[0]: clause
        for at, span in enumerate(row)
        if (clause := _city(text, span, opens=at == 0, ends=at == last)) is not None
    }
    names = [clause.names[0] for clause in clauses.values()]
    if len(row) < _FEWEST or not are_cities(names, len(row)):
        return {}
    if text[names[-1].end : names[-1].end + 1] == "的":
        return {}  # 苏州的后花园
    return {
        at: clause._replace(names=(city_of_a_row(clause.names[0], names),))
        for at, clause in clauses.items()
    }


def _beside_whole_names(text: str, spans: Sequence[Span]) -> dict[int, Clause]:
    """Return the clauses of counties and cities without their kinds in rows of such that bear
    theirs: 清岗县、白溪县和北岭入选."""
    found: dict[int, Clause] = {}
    for row in _rows(text, spans):
        last = len(row) - 1
        whole = [_levels_of_whole(text, span, at == 0, at == last) for at, span in enumerate(row)]
        short = {
            span[0]: _city(text, span, opens=at == 0, ends=at == last)
            for at, span in enumerate(row)
            if not whole[at]
        }
        if not short or len(short) == len(row) or not all(short.values()):
            continue
        told = {level for levels in whole for level in levels}
        found |= {
            at: clause
            for at, clause in short.items()
            if clause is not None and clause.names[0].reading.level in told
        }
    return found


def _levels_of_whole(text: str, span: Span, opens: bool, ends: bool) -> set[Level]:
    """Return the tiers of the divisions of the standard that are all of a piece, with their kinds,
    but for words before the first and behind the last."""
    left, right = span
    starts = [start for _, start in _openings(text, left, right)] if opens else [left]
    stops = (right, *(ends_of(text, left, right) if ends else ()))
    texts = (text[start:stop].strip() for start in starts for stop in stops)
    return {division.level for each in texts for division in gazetteer.find_whole(each)}


def _rows(text: str, spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Yield the spans between which nothing but 、 or 和 stands."""
    begin = 0
    for at in range(1, len(spans) + 1):
        if at == len(spans) or text[spans[at][0] - 1] not in "、和及与":
            yield spans[begin:at]
            begin = at


def _city(text: str, span: Span, *, opens: bool, ends: bool) -> Clause | None:
    """Return the city that is all of a clause, but for words before the first and behind the
    last."""
    left, right = span
    starts = _openings(text, left, right) if opens else [("join", left)]
    for lead, start in starts:
        for stop in (right, *(ends_of(text, start, right) if ends else ())):
            if city := short_city(text, start, stop):
                return Clause((city,), lead, city.start, closed=stop < right)
    return None


def _openings(text: str, left: int, right: int) -> list[tuple[str, int]]:
    """Return where the first name of a row may begin, and what stands in front of it.

    今年清岗、白溪进入试点: of words that no table has, what is a place at their end.
    """
    weak = (("weak", hit.end()) for hit in uses("weak").finditer(text, left, right))
    behind = (("", start) for start in range(max(left, right - _LONGEST), right - 1))
    return [opened_by(text, left, right), *weak, *behind]


def _begins_with_place(text: str, at: int, right: int) -> bool:
    """Tell whether a name begins there that is more than a kind with a sign before it: not 平街道,
    of 长沙和平街道."""
    stops = range(at + 2, min(right, at + _LONGEST_WHOLE) + 1)
    return any(_short(text, at, stop) or _is_unit(text[at:stop]) for stop in stops)


def _short(text: str, left: int, right: int) -> Name | None:
    """Return a city without its kind, or one behind its province: 成都, 四川成都."""
    return short_city(text, left, right) or short_path(text, left, right)


def _is_unit(name: str) -> bool:
    reading = read_unit(name)
    return reading is not None and 1 < len(split(*reading.parts[0])[0]) < len(name)
