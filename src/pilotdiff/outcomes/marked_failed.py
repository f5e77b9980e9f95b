"""Pairs of which the result list says itself that the unit failed, withdrew or must wait.

A list of all that were looked at (验收结论: 通过, 暂缓命名, 撤销试点资格) holds those that did not
make it as well, beside the mark or under a heading (未通过验收). The two units are one, and yet
nobody may count it as gone on: a person decides.
"""

from collections.abc import Iterator, Sequence

from pilotdiff.census.doubtful.doubts import ARE_WITHDRAWN
from pilotdiff.census.failed_units import FAILS, MARKED
from pilotdiff.model import WENT_ON, DoubtfulLine, Outcome, Row, Unit, Units, msg
from pilotdiff.patterns import pattern

# A heading over those that passed too, or one that says what a sign stands for (带*号的未通过).
_OF_SOME = pattern(r"通过|合格|达标|优秀|良好|保留|[*＊※★☆▲△●#]|[带标注有].{0,4}[号记]")


def with_failed(rows: Sequence[Row], results: Units) -> tuple[Row, ...]:
    """Return the rows, for review where the result's line or heading marks its unit so and no
    person decided; the reason quotes the list."""
    doubts = results.census.doubtful
    said = {each.line: each for each in doubts if each.reason == MARKED}
    heads = {each.text for each in doubts if each.reason == ARE_WITHDRAWN and _of_all(each.text)}
    marked = {id(unit.entry): text for unit, text in _marked(results, said)}
    for unit in results.units if heads else ():
        if head := next((h for h in heads if h in unit.entry.section), ""):
            marked.setdefault(id(unit.entry), head)
    return tuple(_told(row, marked) for row in rows) if marked else tuple(rows)


def _of_all(heading: str) -> bool:
    """Tell whether all units under a heading failed.

    >>> _of_all("未通过验收"), _of_all("验收结果（带*号的未通过验收）")
    (True, False)
    """
    return _OF_SOME.search(FAILS.sub("", heading)) is None


def _marked(results: Units, said: dict[int, DoubtfulLine]) -> Iterator[tuple[Unit, str]]:
    """Yield the units of the lines that say so: those that the line speaks of, else all of them."""
    for unit in results.units:
        doubt = said.get(unit.entry.line)
        if doubt is not None and (not doubt.about or unit.entry.text in doubt.about):
            own = [part for part in doubt.text.split("；") if unit.entry.text in part]
            yield unit, "；".join(own) or doubt.text


def _told(row: Row, marked: dict[int, str]) -> Row:
    if row.outcome not in WENT_ON or row.decision or row.result is None:
        return row
    text = marked.get(id(row.result.entry))
    if text is None:
        return row
    reason = msg("{reason}; but the result list says: {text}", reason=row.reason, text=text)
    return row._replace(outcome=Outcome.REVIEW, reason=reason)
