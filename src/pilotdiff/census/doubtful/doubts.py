"""Lines that gave something, or nothing, of which one cannot be sure."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache

from pilotdiff.census.doubtful.against_heading import (
    against_city,
    against_heading,
    against_row,
    against_town,
)
from pilotdiff.census.doubtful.broken_rows import GOES_ON, broken_rows
from pilotdiff.census.doubtful.called_lower import called_lower
from pilotdiff.census.doubtful.captions import captions
from pilotdiff.census.doubtful.carried_places import (
    behind_strangers,
    recorded_elsewhere,
    short_counties,
    short_towns,
    stated_elsewhere,
)
from pilotdiff.census.doubtful.chunks import Chunks
from pilotdiff.census.doubtful.cut_end import (
    AND_OTHERS,
    WITHIN_A_ROW,
    cut_end,
    cut_row,
    open_ended,
)
from pilotdiff.census.doubtful.explained_marks import units_marked_failed
from pilotdiff.census.doubtful.honours_in_sentences import of_projects, two_honours
from pilotdiff.census.doubtful.idle_parents import idle_parents, idle_titles
from pilotdiff.census.doubtful.left_without_county import (
    counties_before,
    from_the_row_above,
    left_without_county,
    left_without_town,
)
from pilotdiff.census.doubtful.lines_within import lines_within
from pilotdiff.census.doubtful.numbered_beside import numbered_beside
from pilotdiff.census.doubtful.odd_names import LOST_CHARACTER, odd_names
from pilotdiff.census.doubtful.odd_sheets import odd_sheets
from pilotdiff.census.doubtful.odd_standing import odd_standing
from pilotdiff.census.doubtful.odd_words import odd_words
from pilotdiff.census.doubtful.rest_elsewhere import GOES_ON_ELSEWHERE, rest_elsewhere
from pilotdiff.census.doubtful.rows_apart import rows_apart
from pilotdiff.census.doubtful.scan_doubts import scan_doubts
from pilotdiff.census.doubtful.split_paths import paths_in_turn, split_paths
from pilotdiff.census.doubtful.stated_beside import stated_beside
from pilotdiff.census.doubtful.title_tiers import title_tiers
from pilotdiff.census.doubtful.towns_over_villages import towns_over_villages
from pilotdiff.census.doubtful.unit_views import UnitViews
from pilotdiff.census.doubtful.unlike_neighbours import apart_from_neighbours, strange_towns
from pilotdiff.census.doubtful.unread_headings import towns_in_headings, unread_headings
from pilotdiff.census.doubtful.unvouched_places import (
    counties_apart,
    glued_without_place,
    out_of_place,
    zones_without_city,
)
from pilotdiff.census.doubtful_texts.borne_titles import (
    borne_titles,
    shared_titles,
    words_in_several_counties,
)
from pilotdiff.census.doubtful_texts.notes_with_places import places_in_notes
from pilotdiff.census.doubtful_texts.over_unread import over_unread
from pilotdiff.census.doubtful_texts.text_doubts import text_doubts
from pilotdiff.census.doubtful_texts.written_like_units import (
    places_before_colons,
    written_like_rows,
    written_like_units,
)
from pilotdiff.census.failed_units import FAILS, MARKED, failed_units
from pilotdiff.in_groups import in_groups
from pilotdiff.listing.entries import PATH
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.listing.tables.table_reasons import UNSURE
from pilotdiff.listing.vocabulary import any_of
from pilotdiff.model import (
    Clean,
    DoubtfulLine,
    Entry,
    Level,
    LineReading,
    Listing,
    Message,
    Role,
    Unit,
    msg,
)
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import line_text

_SIGN = pattern("[□■\ufffd?？*＊×]")
_KIND_ENDS = "省市州盟县区旗镇乡村街道社办"
_LOST = pattern(
    rf"(?<=\p{{Han}})(?<![{_KIND_ENDS}）)])(?<![标带注加打有])[□■\ufffd?？*＊×](?=\p{{Han}})"
    rf"|(?:^|[、，,：:\s.．])[□\ufffd?？](?=\p{{Han}})"
    r"|(?:^|[、，,：:\s.．])[*＊×]+(?=自治|[省市县区镇乡村])",
    needs="□■\ufffd?？*＊×",
)
ARE_WITHDRAWN = msg(
    "the heading speaks of units that are withdrawn or failed; they are read as entries"
)
_OUT = pattern(r"移[出除]|调出|剔除|删除|黑榜|黑名单|后进", needs="移调剔删黑后")
_BEFORE = pattern(
    r"^[原旧]\p{Han}{0,8}名单|(?:调整|变更|更正|变动|修改|修订|替换)前", needs="原旧前"
)
ARE_EARLIER = msg(
    "the heading speaks of what was before a change; the units below it are read as entries"
)
_PLANS = pattern(
    r"计划(?!单列)|拟|候[选补]|备[选用]|替补|储备|后备|提名|推荐|申报(?![表书])|下一?批|待(?:验收|评)|(?:创建|培育)对象"
)
_IN_RESERVE = pattern(r"备[选用]|后备|储备|[候替]补", needs="备补")
ARE_PLANNED = msg(
    "the heading speaks of units that are planned or proposed; they are read as entries"
)
_DEMONSTRATES = pattern(r"示范|标杆|样板|先进", needs="示标样先")
_LOWER = pattern(r"试点|培育|创建|试验", needs="试培创")
ARE_LOWER = msg(
    "the heading speaks of pilots or of units in training, beside one that speaks of "
    "demonstrations; they are read as entries"
)
_PERSONS_FIRST = pattern(
    r"(?:(?:序\s*号|编\s*号|No\.?)\t)?姓\s*名(?:\t.*)?", re.DOTALL | re.IGNORECASE
)
ARE_PERSONS = msg(
    "the heading speaks of persons; units below it, where they live or work perhaps, are read as "
    "entries"
)
OF_PERSONS = msg("the heading speaks of persons; no unit is read below it")
BOTH_NAMES = msg(
    "the table sets earlier names beside present ones; the present ones are read as the list"
)
# Behind what stands there the list goes on.
OPEN_ENDS = (GOES_ON_ELSEWHERE, GOES_ON, AND_OTHERS, WITHIN_A_ROW)
# Between the cells of a row, as a table or as a text has them.
_CELLS = pattern(r"\t|[|｜│┃]|\s{2,}")
_OF_LISTS = frozenset({"", "name", *(level.value for level in Level)})


@cache
def _persons() -> re.Pattern[str]:
    """Return how titles of lists of persons end."""
    return pattern(
        rf"{any_of('persons.txt')}(?:候选|推荐|拟)?"
        r"(?:名单|名册|花名册|一览表|汇总表|信息表|联系表|公示)|通[讯信]录"
    )


def doubtful_lines(
    listing: Listing, units: Sequence[Unit], missing: Collection[int], wash: Callable[[str], Clean]
) -> tuple[DoubtfulLine, ...]:
    """Find names with a sign in place of a character, and odd lines in the midst of the list.

    `missing` are the lines of names that were left out.
    """
    found = _found(listing, units, missing, wash)
    by_line: dict[int, DoubtfulLine] = {}
    for each in found:
        by_line[each.line] = _of_one_line(by_line.get(each.line), each)
    more = _of_other_names(by_line, found, units)
    return tuple(sorted([*by_line.values(), *more], key=lambda each: each.line))


def _found(
    listing: Listing, units: Sequence[Unit], missing: Collection[int], wash: Callable[[str], Clean]
) -> list[DoubtfulLine]:
    """Return what is found, the first doubt of a line first; some lines have several."""
    within = [*lines_within(listing, units, missing), *numbered_beside(listing, units, missing)]
    # Each look at all units, lines and readings of a nation's table takes its time.
    views, chunks = UnitViews(units), Chunks(listing.document.lines)
    in_text = views.in_text
    heads = [each for each in listing.readings if each.role is Role.TABLE_HEAD]
    rows = Chunks(listing.lines_as_read()) if listing.cells else chunks
    found = [*failed_units(rows, units, wash), *_withdrawn(listing, heads)]
    found += [*_planned(listing, heads), *_of_persons(listing, heads), *_lower(listing)]
    found += [*odd_sheets(units), *rest_elsewhere(listing, units), *cut_row(listing, units)]
    found += units_marked_failed(listing.document.lines, units, wash)
    found += [*_damaged(listing, chunks, wash), *odd_names(views), *odd_words(views)]
    found += _both_names(listing)
    found += _unsure_rows(listing)
    found += scan_doubts(listing.document, units)
    found += [*text_doubts(listing, in_text, missing), *stated_beside(units)]
    found += [*counties_apart(units), *out_of_place(units), *open_ended(listing, chunks, units)]
    found += [*odd_standing(listing, views), *called_lower(listing, views)]
    found += [*short_counties(views.inferred), *short_towns(in_text), *shared_titles(units)]
    found += words_in_several_counties(in_text)
    found += [*recorded_elsewhere(in_text), *glued_without_place(in_text)]
    found += towns_over_villages(listing, units)
    found += [*broken_rows(listing, in_text, missing), *within]
    found += [*against_heading(in_text), *against_town(in_text), *apart_from_neighbours(in_text)]
    found += [*cut_end(listing, units), *borne_titles(listing, units), *of_projects(listing, units)]
    found += [*captions(listing, in_text), *strange_towns(units), *two_honours(listing, units)]
    found += [*unread_headings(listing, units), *title_tiers(listing, units)]
    found += towns_in_headings(listing, units)
    found += [*rows_apart(listing.document, units), *split_paths(in_text)]
    found += paths_in_turn(listing, in_text)
    found += [*places_in_notes(in_text), *written_like_units(listing, in_text)]
    found += [*written_like_rows(listing, in_text), *places_before_colons(listing, in_text)]
    found += [*behind_strangers(in_text), *zones_without_city(listing), *stated_elsewhere(in_text)]
    found += [*idle_parents(listing, in_text), *idle_titles(listing, in_text)]
    found += [*against_row(listing, in_text), *against_city(in_text)]
    found += [*left_without_county(in_text), *left_without_town(listing, in_text)]
    found += [*counties_before(listing, in_text), *from_the_row_above(listing, in_text)]
    if in_text:
        found += over_unread(listing, units, {*missing, *(each.line for each in within)})
    return found


def _of_other_names(
    first: dict[int, DoubtfulLine], found: Iterable[DoubtfulLine], units: Sequence[Unit]
) -> Iterator[DoubtfulLine]:
    """Yield the doubts of other names of a row than those of which the first doubt of its line
    tells: a sentence may be the whole list."""
    of_line = in_groups(
        (unit for unit in units if unit.entry.line in first), lambda unit: unit.entry.line
    )
    told = {(line, doubt.text) for line, doubt in first.items()}
    for each in found:
        borne = (part for unit in of_line.get(each.line, ()) for part in unit.path)
        in_row = len(of_line.get(each.line, ())) > 1 and not each.about
        if in_row and (each.line, each.text) not in told and each.text in borne:
            told.add((each.line, each.text))
            yield each


def _of_one_line(first: DoubtfulLine | None, other: DoubtfulLine) -> DoubtfulLine:
    """Return the first doubt of a line; two that say which of its units failed are one."""
    if first is None:
        return other
    if not (first.reason == other.reason == MARKED and first.about and other.about):
        return first
    about = tuple(dict.fromkeys((*first.about, *other.about)))
    text = first.text if other.text in first.text else f"{first.text}；{other.text}"
    return first._replace(text=text, about=about)


def _damaged(
    listing: Listing, chunks: Chunks, wash: Callable[[str], Clean]
) -> Iterator[DoubtfulLine]:
    """Yield lines of the list, clean, in which a sign stands where a character should."""
    held = {entry.line for entry in listing.entries}
    first, last = min(held, default=0), max(held, default=-1)
    for line in chunks.with_any(_SIGN):
        if first - 1 <= line.number <= last + 1:
            text = line_text(line, wash).text.strip()
            if (line.number in held or "。" not in text) and _LOST.search(text):
                yield DoubtfulLine(line.number, text, LOST_CHARACTER)


def _unsure_rows(listing: Listing) -> Iterator[DoubtfulLine]:
    """Yield rows of a table of which its reader could not be sure: whose parent they have, or that
    they hold a unit."""
    for reading in listing.readings:
        if reading.reason in UNSURE:
            yield DoubtfulLine(reading.line, reading.text, reading.reason)


def _withdrawn(listing: Listing, heads: Sequence[LineReading]) -> Iterator[DoubtfulLine]:
    """Yield headings, and names of sheets, that take an honour away from the units under them."""
    sections = ((section.line, section.title) for section in listing.sections)
    labels = _labels(listing)
    for line, title in (*sections, *labels, *_over_columns(heads), *_sheets(listing)):
        if FAILS.search(title) or _OUT.search(title):
            yield DoubtfulLine(line, title, ARE_WITHDRAWN)
        elif _BEFORE.search(title):
            yield DoubtfulLine(line, title, ARE_EARLIER)


_LABEL = pattern(r"\s*(?P<label>\p{Han}{2,12})[：:]", needs="：:")


def _labels(listing: Listing) -> Iterator[tuple[int, str]]:
    """Yield the labels before the colons of rows of units: 原名单：清岗县东岭村."""
    for reading in listing.readings:
        item = reading.text if reading.role is Role.ITEM else ""
        label = _LABEL.match(item, number_end(item))
        if label is not None and read_unit(label["label"]) is None:
            yield reading.line, label["label"]


def _of_persons(listing: Listing, heads: Sequence[LineReading]) -> Iterator[DoubtfulLine]:
    """Yield titles of lists of persons (先进个人名单), and heads of tables that begin with them."""
    holding = {entry.section for entry in listing.entries}
    if not holding and _persons().search(listing.title):
        yield DoubtfulLine(0, listing.title, OF_PERSONS)
        return
    for section in listing.sections:
        if _persons().search(section.title) and any(section.title in path for path in holding):
            yield DoubtfulLine(section.line, section.title, ARE_PERSONS)
    told = ARE_PERSONS if holding else OF_PERSONS
    for reading in heads:
        if _PERSONS_FIRST.fullmatch(reading.text):
            yield DoubtfulLine(reading.line, " ".join(reading.text.split()), told)


def _both_names(listing: Listing) -> Iterator[DoubtfulLine]:
    """Yield the first row of a table that gives an earlier name of most of its units: whoever wants
    those must be told which are the list."""
    renamed = [e for e in listing.entries if e.former and e.text not in e.former]
    # In a column of their own; behind the name they are a note of it.
    renamed = [e for e in renamed if not any(_stands_in_note(name, e) for name in e.former)]
    if len(renamed) > 1 and 2 * len(renamed) > len(listing.entries):
        first = renamed[0]
        yield DoubtfulLine(first.line, f"{'、'.join(first.former)} → {first.text}", BOTH_NAMES)


def _stands_in_note(former: str, entry: Entry) -> bool:
    """Tell whether an earlier name is written with the present one: 甲县→乙区, 乙区（原甲县）."""
    both = former in entry.raw and len(entry.raw) >= len(former) + len(entry.text)
    return both or former in entry.note


def _sheets(listing: Listing) -> Iterator[tuple[int, str]]:
    """Yield the sheets that hold entries, each with the line of its first."""
    found: dict[str, int] = {}
    for entry in listing.entries:
        if isinstance(entry.place, Message):
            name = dict(entry.place.values).get("sheet")
            found.setdefault(str(name or ""), entry.line)
    yield from ((line, name) for name, line in found.items())


def _over_columns(heads: Sequence[LineReading]) -> Iterator[tuple[int, str]]:
    """Yield the headings of lists that stand side by side, each over several columns, with their
    lines: 入选名单 | 入选名单 | 备选名单 | 备选名单; 申报类型 heads no list."""
    for reading in heads:
        cells = Counter(map(str.strip, _CELLS.split(reading.text)))
        several = [cell for cell, times in cells.items() if cell and times > 1]
        yield from ((reading.line, cell) for cell in several if role(cell) in _OF_LISTS)


def _planned(listing: Listing, heads: Sequence[LineReading]) -> Iterator[DoubtfulLine]:
    """Yield headings that speak of plans, in a list whose title and other headings speak of
    none."""
    over = [(at, head, _PLANS.search(head) is not None) for at, head in _over_columns(heads)]
    if not all(plans for *_, plans in over):
        yield from (DoubtfulLine(at, head, ARE_PLANNED) for at, head, plans in over if plans)
    if not (told := [each for each in listing.sections if _PLANS.search(each.title)]):
        return
    holding = {entry.section for entry in listing.entries}
    # What is in reserve is none of what is proposed beside it: 拟推荐名单, 备选名单.
    reserve = [each for each in told if _IN_RESERVE.search(each.title)]
    if reserve and not all(_IN_RESERVE.search(path.split(PATH)[-1]) for path in holding):
        told = reserve
    elif _PLANS.search(listing.title) or all(_PLANS.search(path) for path in holding):
        return
    for section in told:
        if any(section.title in path for path in holding):
            yield DoubtfulLine(section.line, section.title, ARE_PLANNED)


def _lower(listing: Listing) -> Iterator[DoubtfulLine]:
    """Yield headings of a list of demonstrations that name a lower tier, beside one that names
    them.

    示范村, 试点村 and 培育村 may stand in one list of results: only the first are demonstrations.
    """
    if not _DEMONSTRATES.search(listing.title):
        return
    holding = {entry.section for entry in listing.entries}
    sections = [each for each in listing.sections if any(each.title in path for path in holding)]
    above = [each for each in sections if _DEMONSTRATES.search(each.title)]
    for section in sections if above else ():
        beside = any(section.depth == each.depth for each in above)
        if beside and not _DEMONSTRATES.search(section.title) and _LOWER.search(section.title):
            yield DoubtfulLine(section.line, section.title, ARE_LOWER)
