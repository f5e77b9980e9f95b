"""One table, one reading: the same units give the same answer in whatever form they come."""

import csv
import html
import io
import json
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

import making
from listed import units_of
from office_files import cell, docx, sheet, table, table_cell, xlsx
from pilotdiff.language import ENGLISH
from pilotdiff.listing import outline
from pilotdiff.matching import match
from pilotdiff.model import LEVELS
from pilotdiff.outcomes import judge
from pilotdiff.reading import read_bytes
from pilotdiff.report.answers.entries_answer import EntriesAnswer
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.formats import Format, rendered
from pilotdiff.units import resolve

Row = tuple[str, ...]
_HEADS = ("province", "prefecture", "county", "township", "community")
_CHINESE = ("省份", "地市", "县（市、区）", "乡镇（街道）", "村（社区）")
_COUNTIES = (
    ("四川省", "成都市", "温江区"),
    ("四川省", "成都市", "金堂县"),
    ("四川省", "甘孜藏族自治州", "甘孜县"),
    ("江西省", "抚州市", "南丰县"),
    ("内蒙古自治区", "呼伦贝尔市", "莫力达瓦达斡尔族自治旗"),
    ("湖北省", "", "仙桃市"),
    ("重庆市", "", "石柱土家族自治县"),
)
_TOWNS = ("柳城街道", "赵镇街道", "云阳镇", "屏边彝族乡", "莲花农牧场")
_VILLAGES = ("", "光明社区", "河东村", "和平村", "桑梓一村", "北街社区居委会")
_TRADITIONAL = str.maketrans(
    "区县镇乡蓝蒙达尔伦贝庆兴丰垦场农业东阳赵莲宁云社团关会员龙马",
    "區縣鎮鄉藍蒙達爾倫貝慶興豐墾場農業東陽趙蓮寧雲社團關會員龍馬",
)


def _units(form: str, data: bytes) -> list[tuple[str, Row]]:
    listed = resolve(outline(read_bytes(f"list.{form}", data)))
    assert not listed.unread
    return [(unit.level.value, tuple(unit.path)) for unit in listed.units]


def _csv(rows: Sequence[Row]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _html(rows: Sequence[Row]) -> bytes:
    cells = ("".join(f"<td>{html.escape(text)}</td>" for text in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<meta charset=utf-8><table>{body}</table>".encode()


def _xlsx(rows: Sequence[Row]) -> bytes:
    lines = {
        number: "".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row))
        for number, row in enumerate(rows, 1)
    }
    return xlsx({"名单": sheet(lines)})


def _json(rows: Sequence[Row]) -> bytes:
    heads, *below = rows
    return json.dumps([dict(zip(heads, row, strict=True)) for row in below]).encode()


def _docx(rows: Sequence[Row]) -> bytes:
    return docx(table(*[[table_cell(text) for text in row] for row in rows]))


_FORMS = {"csv": _csv, "html": _html, "xlsx": _xlsx, "docx": _docx, "json": _json}

_paths = st.lists(
    st.tuples(st.sampled_from(_COUNTIES), st.sampled_from(_TOWNS), st.sampled_from(_VILLAGES)).map(
        lambda drawn: (*drawn[0], drawn[1], drawn[2])
    ),
    min_size=2,
    max_size=12,
    unique=True,
)


def _wanted(paths: Sequence[Row]) -> list[tuple[str, Row]]:
    depths = [max(at for at in range(5) if path[at]) for path in paths]
    return [(LEVELS[depth].value, path) for depth, path in zip(depths, paths, strict=True)]


@settings(max_examples=60, deadline=None)
@given(_paths, st.sampled_from(["id", "序号", "编号", "no"]), st.sampled_from([_HEADS, _CHINESE]))
def test_any_form_and_any_heading_gives_the_same_units(
    paths: list[Row], first: str, heads: Row
) -> None:
    rows = [(first, *heads), *((str(n), *path) for n, path in enumerate(paths, 1))]
    wanted = _wanted(paths)
    for form, made in _FORMS.items():
        assert _units(form, made(rows)) == wanted, form
    for sign in ("|", "\t"):
        text = "\n".join(sign.join(row) for row in rows)
        assert _units("txt", text.encode()) == wanted, sign


@settings(max_examples=60, deadline=None)
@given(_paths, st.integers(0, 4), st.sampled_from(["备注", "经办", "remark", "户数"]))
def test_a_column_more_or_less_changes_no_unit(paths: list[Row], out: int, added: str) -> None:
    names = ["".join(path) for path in paths]
    whole = [("name", *_HEADS), *((name, *path) for name, path in zip(names, paths, strict=True))]
    wanted = _wanted(paths)
    assert _units("csv", _csv(whole)) == wanted
    more = [(*row, added if at == 0 else str(at % 2)) for at, row in enumerate(whole)]
    assert _units("csv", _csv(more)) == wanted
    assert _units("csv", _csv([row[:1] for row in whole])) == wanted
    assert _units("csv", _csv([row[: out + 1] + row[out + 2 :] for row in whole])) == wanted


def test_a_column_that_only_later_rows_fill_counts() -> None:
    first = [("重庆市", "", "石溪县", f"{one}{two}镇", "") for one in _STEMS for two in _STEMS]
    later = [("四川省", "成都市", "东河县", f"{one}山镇", "") for one in _STEMS]
    for below in (later, [(row[0], "", *row[2:]) for row in later]):
        rows = [*first, *below]
        assert _units("csv", _csv([row[:4] for row in rows])) == _wanted(rows)


_STEMS = "甲乙丙丁戊己庚辛壬癸山水石林河江湖泉"


def test_a_name_that_begins_like_its_county_stays_whole() -> None:
    farm = ("江西省", "抚州市", "南丰县", "南丰县长红垦殖场", "")
    town = ("江西省", "抚州市", "南丰县", "琴城镇", "")
    for heads in (("id", *_HEADS), ("序号", *_HEADS)):
        rows = [heads, ("1", *farm), ("2", *town)]
        assert _units("csv", _csv(rows)) == _wanted([farm, town])
    names = [("name",), ("".join(farm),), ("".join(town),)]
    assert _units("csv", _csv(names)) == _wanted([farm, town])


@settings(max_examples=30, deadline=None)
@given(_paths)
def test_a_traditional_copy_gives_the_same_units(paths: list[Row]) -> None:
    rows = [_CHINESE, *paths]
    copy = _csv(rows).decode().translate(_TRADITIONAL).encode()
    assert _units("csv", copy) == _wanted(paths)


@settings(max_examples=60, deadline=None)
@given(_paths, st.sets(st.integers(1, 4), max_size=2), st.sampled_from(["csv", "xlsx", "json"]))
def test_names_fill_the_columns_that_are_left_out(
    paths: list[Row], out: set[int], form: str
) -> None:
    heads = ("name", *(head for at, head in enumerate(_HEADS) if at not in out))
    rows = [("".join(path), *(p for at, p in enumerate(path) if at not in out)) for path in paths]
    assert _units(form, _FORMS[form]([heads, *rows])) == _wanted(paths)


# Parents that are not told, and are not to be guessed from the rows about them.
_bare = st.lists(
    st.tuples(st.sampled_from(_COUNTIES), st.integers(0, 2), st.sampled_from(_TOWNS)).map(
        lambda drawn: (*("",) * drawn[1], *drawn[0][drawn[1] :], drawn[2], "")
    ),
    min_size=2,
    max_size=8,
    unique=True,
)


@settings(max_examples=40, deadline=None)
@given(_bare, st.sampled_from(["en", "zh"]))
def test_what_parse_wrote_is_read_as_it_was_written(paths: list[Row], headings: str) -> None:
    text = "\n".join(["示范乡镇名单", *(f"{n}、{''.join(p)}" for n, p in enumerate(paths, 1))])
    units = units_of(text)
    written = "".join(rendered(EntriesAnswer(units, ENGLISH), Format.CSV, headings))
    again = resolve(outline(read_bytes("entries.csv", written.encode())))
    assert [tuple(unit.path) for unit in again.units] == [tuple(unit.path) for unit in units.units]
    assert [unit.entry.raw for unit in again.units] == [unit.entry.raw for unit in units.units]
    assert not again.census.missing


@settings(max_examples=15, deadline=None)
@given(_paths, _paths, st.sampled_from(["en", "zh"]))
def test_what_match_wrote_is_read_as_it_was_written(
    pilots: list[Row], results: list[Row], headings: str
) -> None:
    one, other = (
        resolve(outline(read_bytes("list.csv", _csv([_HEADS, *paths]))))
        for paths in (pilots, results)
    )
    rows = judge(one, other, match(one, other))
    answer = ReconciliationAnswer(making.report(rows))
    written = "".join(rendered(answer, Format.CSV, headings))
    again = resolve(outline(read_bytes("diff.csv", written.encode())))
    wanted = [tuple(unit.path) for row in rows if (unit := row.pilot or row.result)]
    assert [tuple(unit.path) for unit in again.units] == wanted
