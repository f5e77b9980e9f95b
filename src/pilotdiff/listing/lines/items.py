"""The names that stand on one line, with what the line says of them."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.listing.carried_parents import stands_lower
from pilotdiff.listing.lines.cuts import BETWEEN_NAMES, pieces_between
from pilotdiff.listing.lines.group_headers import (
    LEADING_WORDS,
    counted_by,
    each_place,
    header_of,
    lies_in_it,
    of_the_place_before,
)
from pilotdiff.listing.lines.headers import (
    counting_sentence,
    lowered_area,
    raised,
    read_header,
    tells_how_many_were_chosen,
)
from pilotdiff.listing.lines.line_pieces import read_piece, short_name
from pilotdiff.listing.lines.worded_rows import WordedRow, worded_row
from pilotdiff.listing.naming import CERTAIN, DOUBTFUL, read_unit
from pilotdiff.listing.unit_names.abutting_names import (
    TOWN_AGAIN,
    read_abutting,
    read_paths_abutting,
)
from pilotdiff.listing.unit_names.chosen_of import chosen_of, leads_up
from pilotdiff.listing.unit_names.enough_names import are_enough
from pilotdiff.listing.unit_names.former_names import former_names
from pilotdiff.listing.unit_names.line_names import HeadedCount, Header, Name, Names
from pilotdiff.listing.unit_names.made_units import is_apart, made_units
from pilotdiff.listing.unit_names.name_reading import is_called, read_name
from pilotdiff.listing.unit_names.names_in_tiers import columns_joined, parent_behind
from pilotdiff.listing.unit_names.parents_in_rows import (
    path_of_all,
    under_the_first,
    with_parents,
    zones_beside_counties,
)
from pilotdiff.listing.unit_names.place_groups import with_parted_groups
from pilotdiff.listing.unit_names.remarks_around import is_remarked
from pilotdiff.listing.unit_names.short_forms import read_short_forms
from pilotdiff.listing.unit_names.spaced_names import short_in_a_province
from pilotdiff.listing.unit_names.told_behind import (
    CLOSING_SIGNS,
    all_within,
    closing_number,
    in_brackets,
    told_behind,
    without_code,
    without_leaders,
)
from pilotdiff.model import Level
from pilotdiff.names import Reading, gazetteer
from pilotdiff.patterns import VILLAGE_KIND, one_of, pattern

# How many a place has: 清岗镇：2个.
_COUNT_BEHIND_COLON = pattern(
    rf"\s*(?P<place>[^：:、，,；;。\s]{{2,30}})\s*[：:]\s*(?:共计?|计)?\s*(?P<number>{NUMBER})\s*[个家]?\s*$",
    needs="：:",
)
# What else a unit before a comma is called, or was: 东岭村，原名西岭村.
_OTHERWISE_CALLED = pattern(
    r"\s*(?:(?:原名|原称|曾用名|又名|又称|俗称|别名|简称|旧称)[:：]?(?=\p{Han})"
    # Of the villages of the nation that are called 原 and two characters more there are a dozen.
    rf"|原(?!家|种)(?=\p{{Han}}{{2,8}}(?:{VILLAGE_KIND}|[镇乡]|街道)))"
)
# What a unit before a comma is, or where its committee sits: 东岭村，是种菜的村.
_DESCRIBES = pattern(
    r"\s*(?:是.+的|(?:新?的?[村居]委会|[镇乡]?(?:人民)?政府|街道办事处|村部|办公地[点址]|驻地)"
    r"(?:驻地?|设在|地址|在|仍|为|是)\p{Han})",
    needs="是驻设在仍为址",
)
# 驻地东岭村: no village is called so behind others.
_SEAT = pattern(rf"\s*驻地(?=\p{{Han}}{{1,8}}{VILLAGE_KIND})", needs="驻")
_JOINING, _COUNTING = one_of("和及与暨"), one_of("等共")
_GROUP = pattern(r"[；;。]")
_LONGEST_LEAD = 20
_HOLDING_VILLAGES = (Level.COUNTY, Level.TOWNSHIP)
_DENIED = pattern(
    r"[^，,。、：:；;（(\s\d]{0,12}(?:不包括|不包含|不含|未包括|未将|不再将|未列入|未纳入)"
)
_DENIES = pattern(r"[不未非无除]|取消|撤销")


def read_names(
    text: str, start: int = 0, level: Level | None = None, *, trusting: bool = False
) -> Names | None:
    """Return the names on a line from `start`; None when the line is anything else.

    Groups stand between ； with a header each (甲市：A区、B县；乙市：C区), names between 、 and ，.
    `trusting`, for a line within a list, takes what could also be the wording of a heading
    (示范村, 建设社区) for a name, and is content when half of the names can be read.

    >>> [name.text for name in read_names("甲市：清岗区、白溪县；乙市：南岭区").names]
    ['清岗区', '白溪县', '南岭区']
    """
    if (within := all_within(text, start)) is not None:
        before = read_names(text[: within.at], start, level, trusting=trusting)
        return _noted(before, within.told) if before else None
    if level is None and (plain := _plain_name(text, start)) is not None:
        return plain
    text = with_parted_groups(in_brackets(text))
    if (worded := worded_row(text, start)) is not None:
        return _of_a_worded_row(text, worded)
    text = without_leaders(text, start)
    for behind in told_behind(text, start):
        before = read_names(text[: behind.at], start, level, trusting=trusting)
        if before is not None and (behind.fits is None or behind.fits(before)):
            return _noted(before, behind.told)
        if behind.fits is None:
            return None
    return _read_row(without_code(text, start), start, level, trusting=trusting)


def _read_row(text: str, start: int, level: Level | None, *, trusting: bool) -> Names | None:
    """Return the names of a line that ends with the last of them, or with their count."""
    end = start + len(text[start:].rstrip(CLOSING_SIGNS))
    declared: int | None = None
    if (behind := _COUNT_BEHIND_COLON.match(text, start, end)) is not None:
        declared, end = numeral(behind["number"]), behind.end("place")
    if text[end - 1 : end] == "]" and text[start:end].lstrip()[:1] == "[":
        start, end = text.index("[", start) + 1, end - 1
    if text[start:end].endswith(("：", ":", "—")):
        return None
    groups = _groups(text, start, end, level)
    found = [name for group in groups for name in group.names]
    unread = [span for group in groups for span in group.unread]
    header = groups[-1].header if groups else None
    if not found or not are_enough(text, found, unread, trusting=trusting, header=header):
        return None
    counts = (g.declared for g in reversed(groups) if g.declared and not _of_its_row(g, found))
    headed = (count for group in groups for count in _headed(group, found))
    return Names(tuple(found), tuple(unread), next(counts, declared), tuple(headed))


def _of_a_worded_row(text: str, row: WordedRow) -> Names | None:
    """Return the names of a line that is a row and words around it; None where they lie not below
    the place that the words name, or are not as many as they say."""
    names, unread = _read_group(text, row.left, row.right, row.header, None)
    if not names or unread or max(name.reading.sure for name in names) <= DOUBTFUL:
        return None
    if row.number is not None and row.number != len(names):
        return None
    over = row.header.path[-1] if row.header is not None else None
    return Names(tuple(names)) if all(_lies_below(name, over) for name in names) else None


def _lies_below(name: Name, over: tuple[Level, str] | None) -> bool:
    """Tell whether a name begins below the place over it, or states that again and goes on:
    清岗市 over 白溪县, and over 清岗市白溪县."""
    first, *_ = parts = name.reading.parts
    return over is None or first[0].depth > over[0].depth or over in parts[:-1]


def _plain_name(text: str, start: int) -> Names | None:
    """Return the one name that a line is, and nothing else."""
    if not _is_plain(name := text[start:].strip()):
        return _spaced_out(text, start)
    reading = read_unit(name)
    if reading is None or not (reading.sure >= CERTAIN or _stands_alone(name, reading)):
        return None
    if TOWN_AGAIN.search(name) and read_paths_abutting(name, 0, len(name)):
        return None
    if is_remarked(name):
        return None
    at = text.index(name, start)
    return Names((Name(at, at + len(name), name, reading, stop=at + len(name)),))


def _spaced_out(text: str, start: int) -> Names | None:
    """Return the county of one character that is set as wide as its neighbours: 隰  县."""
    words = text[start:].split()
    if len(words) != 2 or max(map(len, words)) > 1 or not gazetteer.find_whole("".join(words)):
        return None
    at, end = text.index(words[0], start), len(text.rstrip())
    name = read_name(text, at, end)
    return Names((name,)) if name is not None else None


class _Group(NamedTuple):
    """What stands between two ； of a line.

    header    what stands before its colon, or before that of a group on its left
    unread    where its pieces stand that are no names
    declared  how many names it says there are
    headed    headers with the number of the names behind them
    """

    header: Header | None
    names: Sequence[Name] = ()
    unread: Sequence[tuple[int, int]] = ()
    declared: int | None = None
    headed: tuple[HeadedCount, ...] = ()


def _of_its_row(group: _Group, found: Sequence[Name]) -> bool:
    """Tell whether the count behind a group is of what its place has, and not of all the names
    before it: 清岗县：白溪镇等2个."""
    placed = group.header is not None and bool(group.header.path)
    return placed and group.declared is not None and group.declared != len(found)


def _headed(group: _Group, found: Sequence[Name]) -> tuple[HeadedCount, ...]:
    """Return the headers of a group with the numbers of the names behind them."""
    if group.header is None or group.declared is None or not _of_its_row(group, found):
        return group.headed
    return (*group.headed, HeadedCount(group.header.title, group.declared))


# A line that is read once more trusting what may be wording has the same groups.
@lru_cache(maxsize=1 << 10)
def _groups(text: str, start: int, end: int, level: Level | None) -> tuple[_Group, ...]:
    """Return the groups of a line, () where one of them is anything else."""
    groups: list[_Group] = []
    header: Header | None = None
    spans = pieces_between(text, start, end, _GROUP)
    for left, right in chain.from_iterable(each_place(text, *span) for span in spans):
        begun = any(group.names for group in groups)
        if not begun and tells_how_many_were_chosen(text, left, right):
            return ()
        counting = None if begun else counting_sentence(text, left, right)
        if counting is not None:
            group: _Group | None = _Group(counting, headed=counted_by(counting))
        else:
            group = _group(text, left, right, header, level)
        if group is None:
            return ()
        groups.append(group)
        header = group.header
    return tuple(groups)


def _group(
    text: str, left: int, right: int, before: Header | None, level: Level | None
) -> _Group | None:
    """Return a group behind one with that header; None for anything else."""
    colon = max(text.find(sign, left, right) for sign in "：:")
    if dashed := _dashed(text, colon + 1 if colon >= 0 else left, right):
        over = read_header(text[left:colon]) if colon >= 0 else before
        if colon < 0 or over is not None:
            return _Group(over, with_parents(text, dashed, over, two_levels=False))
    own, at = header_of(text, left, right)
    if at < 0 or _DENIED.match(text, at, right):
        return None
    own = of_the_place_before(own, before)
    header = own or before
    declared, right = closing_number(text, at, right)
    names, unread = _read_group(text, at, right, header, level)
    if unread and own is not None and chosen_of(own.title):
        return None  # a sentence, whose items are not read as those of a row
    headed = counted_by(own)
    if declared is not None and own is not None and declared == len(names) and own.path:
        headed = (*headed, HeadedCount(own.title, declared))  # 清岗市：白溪县、北岭县等2个县
        declared = None
    if own is not None and len(names) == 1 and (lower := lies_in_it(text, left, own, names[0])):
        names, header = [lower], None
    if not names and (own is None or not own.path):
        return None
    return _Group(header, names, unread, declared, headed)


_ROW_BELOW = 2
# Blanks are sought from the first of them alone.
_DASHES = pattern(r"(?:(?<!\s)\s+)?(?:—{1,2}|[－–-])\s*", needs="—－–-")


def _dashed(text: str, left: int, right: int) -> list[tuple[int, Name]]:
    """Return the names of a row that dashes part, with where each begins, where all are of one tier
    and state no place, but for a first one over the others: no place stands over another of its
    tier. 代 县 — 保 德 县; 代县—东岭镇—西岭镇."""
    spans = list(pieces_between(text, left, right, _DASHES))
    names = [read_name(text, *span) for span in spans] if len(spans) > 1 else []
    found = [name for name in names if name is not None and name.reading.sure > DOUBTFUL]
    if len(found) < max(2, len(spans)) or any(len(n.path) > 1 or n.note for n in found):
        return []
    first, *others = ((span[0], name) for span, name in zip(spans, found, strict=True))
    if len({name.reading.level for _, name in others}) > 1:
        return []
    if first[1].reading.level is others[0][1].reading.level:
        return [first, *others]
    if len(others) < _ROW_BELOW or not stands_lower(others[0][1].path[0], first[1].path[-1]):
        return []
    return [(at, name._replace(above=first[1].path)) for at, name in others]


def _noted(names: Names, told: str) -> Names:
    """Return names with what is told behind the last as its note: 东岭村（由西岭村更名）."""
    *before, last = names.names
    return names._replace(names=(*before, _also_called(last, told)))


def _is_plain(text: str) -> bool:
    """Return one name and nothing else, as most lines hold; 和 and the like need a closer look."""
    if not 3 <= len(text) <= 40 or _JOINING.search(text):
        return False
    return min(text) >= "\u4e00" and max(text) <= "\u9fff"


def _stands_alone(name: str, reading: Reading) -> bool:
    """Tell whether a plain name of which nobody vouches for all parts is one name all the same: it
    counts nothing and is no row of the standard's names."""
    if reading.sure <= DOUBTFUL or name[-1] in "城等" or _COUNTING.search(name):
        return False
    if is_called(name):
        return False
    return not read_abutting(name, 0, len(name))


def _read_group(
    text: str, start: int, end: int, header: Header | None, level: Level | None
) -> tuple[list[Name], list[tuple[int, int]]]:
    """Return the names of a group, each with its parents, and the pieces that are none."""
    spans = list(pieces_between(text, start, end, BETWEEN_NAMES))
    stated, unread = _read_pieces(text, spans, header, level)
    # Within a row such words are those of a sentence: …名单中，清岗县入选的村为白溪镇东岭村、….
    if any(leads_up(text, *span)[0] for span in unread):
        return [], [(start, end)]
    if unread and (path := path_of_all(text, spans)) is not None:
        stated, unread = [(spans[0][0], path)], []
    if unread and header is None and (short := short_in_a_province(text, start, end)):
        return short, []
    if header is not None and stated:
        first = stated[0][1].path[0][0]
        header = lowered_area(raised(header, first), first)
    if header is not None and any(_as_low(header, name) for _, name in stated):
        return [], [(start, end)]
    two_levels = "、" in text[start:end]
    names = with_parents(text, under_the_first(text, stated), header, two_levels, unread)
    if len(names) < 2:
        return names, unread
    if len(names) == 2 and not unread and (one := parent_behind(text, *names)) is not None:
        return [one], unread
    return columns_joined(text, zones_beside_counties(names)), unread


def _read_pieces(
    text: str, spans: list[tuple[int, int]], header: Header | None, level: Level | None
) -> tuple[list[tuple[int, Name]], list[tuple[int, int]]]:
    """Return the names of a group's pieces, by where each piece begins, and the pieces that are
    none; no more of these than a row of names may have."""
    told = header.heading.level if header is not None and header.heading is not None else None
    if told is not None:
        level = None
    over = header.path[-1][0] if header is not None and header.path else None
    leads = len(spans) > 1 or over in _HOLDING_VILLAGES
    made = made_units(text, spans)
    read = read_short_forms(text, spans, header.path if header is not None else ())
    stated: list[tuple[int, Name]] = []
    unread: list[tuple[int, int]] = []
    for left, right in sorted([*(span for span in spans if is_apart(span, made)), *made]):
        if (left, right) in made:
            stated.append((left, made[left, right]))
            continue
        if stated and _OTHERWISE_CALLED.match(text, left, right):
            begun, before = stated[-1]
            stated[-1] = (begun, _also_called(before, text[left:right].strip()))
            continue
        if stated and _SEAT.match(text, left, right):
            continue
        found = (
            read.get(left)
            or read_piece(text, left, right, level, read_names)
            or short_name(text, left, right, told)
            or (_led(text, left, right, level) if (left, right) == spans[0] and leads else [])
        )
        if not found and stated and _DESCRIBES.match(text, left, right):
            continue
        if not found:
            unread.append((left, right))
            if len(unread) > (8 if header else 2) and len(unread) > len(stated):
                break
        stated += [(left, name) for name in found]
    return stated, unread


def _also_called(name: Name, told: str) -> Name:
    """Return a name with what else its unit is or was called: 东岭村，原名西岭村."""
    note = "; ".join(filter(None, (name.note, told)))
    return name._replace(note=note, former=(*name.former, *former_names(told)))


def _led(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Return the first names of a row behind words that lead up to them: 本次入选的包括清岗县、."""
    lead = LEADING_WORDS.match(text, start, min(end, start + _LONGEST_LEAD))
    if lead is None or _DENIES.search(lead[0]):
        return []
    names = read_piece(text, lead.end(), end, level, read_names)
    return names if all(name.reading.sure > DOUBTFUL for name in names) else []


def _as_low(header: Header, name: Name) -> bool:
    """Tell whether a community stands before a colon, and what reads like another behind it:
    清岗县东岭村：党建引领文化兴村, 东岭村：包括原西岭村."""
    lowest = Level.COMMUNITY
    return name.path[0][0] is lowest and bool(header.path) and header.path[-1][0] is lowest
