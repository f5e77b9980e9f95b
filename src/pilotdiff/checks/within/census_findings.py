"""Names that stand in a document and not in its list, and lines that are in doubt."""

from collections.abc import Iterator, Sequence

from pilotdiff.census.doubtful.doubts import (
    ARE_LOWER,
    ARE_PERSONS,
    ARE_PLANNED,
    ARE_WITHDRAWN,
    BOTH_NAMES,
    OF_PERSONS,
    OPEN_ENDS,
)
from pilotdiff.census.doubtful.odd_sheets import HOLDS_PLACES, LISTS_AGAIN, OF_ANOTHER_YEAR
from pilotdiff.census.failed_units import MARKED
from pilotdiff.checks.code import error, finds, found, note, warning
from pilotdiff.listing.omissions import DENIED, EARLIER
from pilotdiff.model import DoubtfulLine, Filed, Finding, LeftOut, Message, Said, msg, msgs

_MOST, _FEW = 10, 3
# More than one name in so many left out: the list was probably not read whole.
_ONE_IN = 20

_OF_SHEETS = (HOLDS_PLACES, LISTS_AGAIN, OF_ANOTHER_YEAR)
_OF_HEADINGS = (ARE_WITHDRAWN, ARE_PLANNED, ARE_LOWER, ARE_PERSONS, OF_PERSONS, *_OF_SHEETS)
_CODES: dict[Said, str] = {
    ARE_WITHDRAWN: "heading-withdraws",
    ARE_PLANNED: "heading-plans",
    ARE_LOWER: "heading-of-lower-tier",
    ARE_PERSONS: "heading-persons",
    OF_PERSONS: "heading-persons",
    **dict.fromkeys(_OF_SHEETS, "sheet-beside"),
    MARKED: "unit-failed",
    BOTH_NAMES: "old-and-new-names",
    **dict.fromkeys(OPEN_ENDS, "list-goes-on"),
}


@finds(
    warning(
        "name-left-out",
        msg("A unit's name stands in the document and is in no entry"),
        msg("The line 甲县 stands alone below the last page, outside the list"),
    ),
    warning(
        "names-left-out",
        msg("Several units' names stand in the document and are in no entry"),
        msg("A second table, of which the columns could not be told, names twelve counties"),
    ),
    error(
        "list-not-whole",
        msg("More than one name in twenty is left out: the list was probably not read whole"),
        msg("Of 90 counties that the document names 51 are entries"),
    ),
    note(
        "rows-not-chosen",
        msg("Rows of a table say themselves that their units were not chosen; they are no entries"),
        msg("清岗县, with 否 under the heading 是否试点"),
    ),
    note(
        "chosen-before",
        msg("A sentence says of units that they were chosen before; they are no entries"),
        msg("此前，清岗县已入选首批, below the counties of this batch"),
    ),
    note(
        "line-doubtful",
        msg("A line of the list may have been read wrongly: a lost character, or words alone"),
        msg("甲镇将□山村, in which a sign stands for a character"),
    ),
    warning(
        "list-goes-on",
        msg("A list goes on elsewhere by its own words, or breaks off"),
        msg("（以下略）, 下转第3版 or …… below the units, 节选 in the title, 等 behind a row"),
    ),
    warning(
        "heading-withdraws",
        msg("A heading speaks of units that are withdrawn or failed, and they are read as entries"),
        msg("撤销名单, with two towns under it"),
    ),
    warning(
        "heading-plans",
        msg("One of several headings speaks of units that are planned or proposed"),
        msg("下一年创建计划, with two towns under it, below the towns that were approved"),
    ),
    warning(
        "heading-of-lower-tier",
        msg("One of several headings of demonstrations speaks of pilots or of units in training"),
        msg("试点村 and 培育村, with villages under them, below 示范村 in the list of results"),
    ),
    warning(
        "heading-persons",
        msg("A title, or a table's first heading, speaks of persons, not of units"),
        msg("先进个人名单, with the towns at which the persons work"),
    ),
    warning(
        "sheet-beside",
        msg("A sheet of a workbook may be no list, or another one, and is read with the rest"),
        msg("A sheet 汇总 with a city and a number a row, beside the sheet of the towns"),
    ),
    warning(
        "unit-failed",
        msg(
            "Beside a unit stands that it failed or must wait; it is read as an entry, and `match` "
            "leaves it to a person"
        ),
        msg("城东街道, with 不合格 in the column of grades"),
    ),
    note(
        "old-and-new-names",
        msg("A table sets earlier names beside present ones; the present ones are the list"),
        msg("原名称 白溪乡 beside 现名称 白溪镇, in most rows"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Yield each name that was left out, all in one where they are many; each line that is in
    doubt."""
    names = _names(filed)
    if _not_whole(filed) or len(names) > _MOST:
        yield from _in_one(filed)
    if len(names) <= _MOST:
        for each in names:
            message = msg("“{text}” is left out: {why}", text=each.text, why=each.reason)
            yield found("name-left-out", filed, each.line, message)
    yield from _not_chosen(filed)
    for doubt in filed.units.census.doubtful:
        yield _doubt(filed, doubt)


def _doubt(filed: Filed, doubt: DoubtfulLine) -> Finding:
    code = _CODES.get(doubt.reason, "line-doubtful")
    message = msg("“{text}”: {why}", text=doubt.text, why=doubt.reason)
    return found(code, filed, doubt.line, message)


def in_short(filed: Filed) -> Iterator[Finding]:
    """Yield the same, each sort in a sentence, for whoever must know it before anything else."""
    yield from _in_one(filed)
    yield from _not_chosen(filed)
    doubts = filed.units.census.doubtful
    headings = [each for each in doubts if each.reason in _OF_HEADINGS]
    yield from (_doubt(filed, each) for each in headings)
    failed = [each for each in doubts if each.reason == MARKED]
    yield from _in_a_sentence(filed, "unit-failed", failed)
    open_ends = [each for each in doubts if each.reason in OPEN_ENDS]
    yield from _in_a_sentence(filed, "list-goes-on", open_ends)
    told = {*headings, *failed, *open_ends}
    doubtful = [each for each in doubts if each not in told]
    lines = len({each.line for each in doubtful})
    yield from _in_a_sentence(filed, "line-doubtful", doubtful, lines)


def _not_chosen(filed: Filed) -> Iterator[Finding]:
    missing = filed.units.census.missing
    denied = [each for each in missing if each.reason == DENIED]
    yield from _in_a_sentence(filed, "rows-not-chosen", denied)
    earlier = [each for each in missing if each.reason == EARLIER]
    yield from _in_a_sentence(filed, "chosen-before", earlier)


_SENTENCES = {
    "unit-failed": msgs(
        "{n} line says of units that they failed, withdrew or must wait; they are read as "
        "entries: {where}",
        "{n} lines say of units that they failed, withdrew or must wait; they are read as "
        "entries: {where}",
        0,
    ),
    "list-goes-on": msgs(
        "{n} line says that the list goes on elsewhere, or breaks off; its rest is not read: "
        "{where}",
        "{n} lines say that the list goes on elsewhere, or break off; its rest is not read: "
        "{where}",
        0,
    ),
    "line-doubtful": msgs("{n} line is in doubt: {where}", "{n} lines are in doubt: {where}", 0),
    "rows-not-chosen": msgs(
        "{n} row says that its unit was not chosen, and is no entry: {where}",
        "{n} rows say that their units were not chosen, and are no entries: {where}",
        0,
    ),
    "chosen-before": msgs(
        "{n} name was chosen before, by the words of its sentence, and is no entry: {where}",
        "{n} names were chosen before, by the words of their sentences, and are no entries: "
        "{where}",
        0,
    ),
}


def _in_a_sentence(
    filed: Filed, code: str, told: Sequence[LeftOut | DoubtfulLine], number: int | None = None
) -> Iterator[Finding]:
    """Yield all of one sort in a sentence; `number` counts them where it is not how many there
    are."""
    if told:
        said, count = _SENTENCES[code], len(told) if number is None else number
        message = msgs(said.text, said.many, count, where=_where(told))
        yield found(code, filed, told[0].line, message)


def _in_one(filed: Filed) -> Iterator[Finding]:
    missing = _unexplained(filed)
    if not missing:
        return
    message = msgs(
        "{n} name or line that may be a unit is left out: {where}",
        "{n} names or lines that may be units are left out: {where}",
        len(missing),
        where=_where(missing),
    )
    figures = (("left_out", len(missing)), ("units", len(filed.units.units)))
    if _not_whole(filed):
        said = msg("The list was probably not read whole; {left_out}", left_out=message)
        yield found("list-not-whole", filed, missing[0].line, said, figures)
    else:
        yield found("names-left-out", filed, missing[0].line, message, figures)


def _unexplained(filed: Filed) -> list[LeftOut]:
    """Return the names left out but for those of rows and sentences that say themselves why."""
    return [each for each in filed.units.census.missing if each.reason not in (DENIED, EARLIER)]


def _not_whole(filed: Filed) -> bool:
    missing = len(_unexplained(filed))
    return missing > 1 and missing * _ONE_IN > missing + len(filed.units.units)


def _names(filed: Filed) -> Sequence[LeftOut]:
    """Return those that are not told as lines that could not be read."""
    skipped = (each for each in filed.units.listing.skipped if each.suspicious)
    told = {(each.line, each.text) for each in (*filed.units.unread, *skipped)}
    missing = _unexplained(filed)
    return [each for each in missing if (each.line, each.text) not in told]


def _where(told: Sequence[LeftOut | DoubtfulLine]) -> tuple[Said, ...]:
    """Return the first few, each with its line."""
    shown: tuple[Message, ...] = tuple(
        msg("line {line} {text}", line=each.line, text=_begun(each.text)) for each in told[:_FEW]
    )
    return (*shown, "…") if len(told) > _FEW else shown


# A text is told by so many characters.
_TOLD = 24


def _begun(text: str) -> str:
    """Return a text, or its beginning with … behind it."""
    return text if len(text) <= _TOLD else f"{text[:_TOLD]}…"
