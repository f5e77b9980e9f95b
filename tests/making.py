"""Made-up units, rows and reports, as small as a test needs them."""

from collections.abc import Iterable, Sequence

from pilotdiff.model import (
    Census,
    Change,
    Decision,
    DivisionPath,
    Document,
    Entry,
    LeftOut,
    Level,
    Line,
    Listing,
    Outcome,
    Pairing,
    Repair,
    Row,
    Skipped,
    Unit,
    Units,
)
from pilotdiff.report.filters import Filter
from pilotdiff.report.report_types import Report, build


def unit(
    *path: str,
    id: str = "",
    raw: str = "",
    category: str = "",
    line: int = 1,
    ordinal: str = "",
    note: str = "",
    repairs: Sequence[Repair] = (),
) -> Unit:
    """The unit of that path, from the province down; its level is that of the last part."""
    level = list(Level)[len(path) - 1]
    name = "".join(path)
    entry = Entry(
        raw or name,
        name,
        line,
        ordinal,
        level=level,
        category=category,
        note=note,
        repairs=tuple(repairs),
    )
    return Unit(entry, id, level, DivisionPath(*path), name)


def row(
    outcome: Outcome | str,
    pilot: Unit | None = None,
    result: Unit | None = None,
    *,
    confidence: float = 1.0,
    changes: Iterable[str] = (),
    reason: str = "",
    runner_up: str = "",
    decision: Decision | None = None,
) -> Row:
    """A row; both units make a pairing."""
    pairing = None
    if pilot is not None and result is not None:
        margin = confidence / 2
        pairing = Pairing(pilot, result, "features", confidence, margin, reason, runner_up)
    kinds = tuple(Change(change) for change in changes)
    return Row(Outcome(outcome), pilot, result, pairing, kinds, reason, decision)


def units(
    name: str,
    listed: Iterable[Unit],
    *,
    title: str = "",
    skipped: Iterable[Skipped] = (),
    **facts: object,
) -> Units:
    """A document of that name listing these units."""
    skipped = tuple(skipped)
    document = Document(name, "txt", "0" * 64, 10, (Line(1, ""),), "utf-8")
    listing = Listing(document, title=title, skipped=tuple(skipped), **facts)  # type: ignore[arg-type]
    left = tuple(LeftOut(each.line, each.text, each.why) for each in skipped if each.suspicious)
    return Units(listing, tuple(listed), census=Census(left))


def report(rows: Iterable[Row], only: Filter | None = None) -> Report:
    """The report of these rows, from pilots.txt and results.txt."""
    rows = tuple(rows)
    pilots = units("pilots.txt", (row.pilot for row in rows if row.pilot))
    results = units("results.txt", (row.result for row in rows if row.result))
    return build(pilots, results, rows, only=only, version="0")


def whole() -> Report:
    """One row of each outcome, those that are seldom among them."""
    town = ("甲省", "乙市", "丙县", "丁镇")
    told = small()
    more = (
        row("merged", unit(*town, "西街社区", id="6", line=10))._replace(
            other="甲省乙市丙县丁镇东西街社区"
        ),
        row("split", result=unit(*town, "新村", id="6", line=10))._replace(
            other="甲省乙市丙县丁镇清水村"
        ),
        row("repeated", unit(*town, "东风社区", id="7", line=11))._replace(
            other="甲省乙市丙县丁镇东风社区"
        ),
    )
    return report([*told.rows, *more])


def small() -> Report:
    """One row of each common outcome, with names that differ, evidence and a category change."""
    town = ("甲省", "乙市", "丙县", "丁镇")
    kept = unit(*town, "东风社区", id="1", category="便民型", line=3, ordinal="1")
    moved = unit(*town, "东风社区", id="1", category="科技型", line=2, ordinal="1")
    village = unit(*town, "清水村", id="2", category="便民型", line=4, ordinal="2")
    community = unit(*town, "清水社区", id="2", category="便民型", line=5)
    lost = unit(*town, "〓山社区", id="3", raw="?山社區", category="科技型", line=6)
    county = unit("甲省", "乙市", "丙县", id="4", line=7)
    fresh = unit("甲省", "乙市", "戊县", "己镇", "庚社区", id="3", category="科技型", line=8)
    doubtful = unit("甲省", "辛市", "壬区", "癸街道", "和平社区", id="5", line=9)
    perhaps = unit("甲省", "辛市", "壬区", "癸街道", "新和平社区", id="4", line=9)
    return report(
        [
            row("promoted", kept, moved, changes=["category"], reason="the same name"),
            row("renamed", village, community, changes=["kind"], confidence=0.9987),
            row("dropped", lost, reason="no such unit in the result list"),
            row("not_eligible", county, reason="the result lists no county"),
            row("new", result=fresh),
            row(
                "review", doubtful, perhaps, confidence=0.5, runner_up="甲省辛市壬区丑街道和平社区"
            ),
        ]
    )
