"""The numbers in front of entries and headings: do they count on?"""

from collections.abc import Iterator, Sequence

from pilotdiff.census.line_numbers import LineNumbers
from pilotdiff.census.numbered_rows import NumberedRow, NumberStep, heading_rows, list_numbers
from pilotdiff.census.sequence import Break, Fault, breaks
from pilotdiff.checks.code import error, finds, found, note, warning
from pilotdiff.checks.within.unread_lines import LINE_NOT_READ
from pilotdiff.model import Filed, Finding, Message, msg, msgs

# From so many on, lists that begin again where no heading stands are how the document counts.
_HABIT = 3
_NEARLY_ALL = 0.9
_SHOWN = 8


GAP = error(
    "ordinal-gap", msg("Numbers of the list are missing"), msg("Number 13 follows number 11")
)


@finds(
    GAP,
    error(
        "ordinal-repeated",
        msg("A number of the list stands twice"),
        msg("Number 12 stands twice, one line after the other"),
    ),
    warning(
        "ordinal-misplaced",
        msg("A number of the list is not where it belongs"),
        msg("The list counts 11, 13, 12, 14"),
    ),
    warning(
        "ordinal-restarts",
        msg("The numbers begin again where no heading stands: a heading may be missing"),
        msg("1 follows 66 under one heading"),
    ),
    note(
        "numbering-in-parts",
        msg("The numbers begin again several times where no heading is read"),
        msg("Four lists from 1 on stand under one heading"),
    ),
    warning(
        "ordinal-missing",
        msg("A unit has no number, though nearly all others have one"),
        msg("One of forty lines is written without its number"),
    ),
    warning(
        "heading-in-row",
        msg("A line reads as a heading, but the numbers run on behind it"),
        msg("The line 待定 between the numbers 11 and 12"),
    ),
    warning(
        "heading-gap",
        msg("Numbers of the headings are missing"),
        msg("The heading 三、 follows the heading 一、"),
    ),
    warning(
        "heading-misplaced",
        msg("A heading's number is not where it belongs"),
        msg("The headings count （一）, （三）, （二）, （四）"),
    ),
    warning(
        "heading-restarts",
        msg("The headings' numbers begin again under one heading: one above may be missing"),
        msg("The heading （一） follows the heading （二） under 一、"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Find gaps, repeats, numbers out of place, and rows of numbers that begin again."""
    listing = filed.units.listing
    numbers, headings = list_numbers(listing), heading_rows(listing)
    entries, bearing = numbers.rows, numbers.bearing
    yield from _restarts(filed, entries, "ordinal")
    yield from _restarts(filed, headings, "heading")
    yield from _unnumbered(filed)
    for row in entries:
        yield from _cut(filed, row)
        yield from _faults(filed, row, bearing, "ordinal", apart=len(entries) > 1)
    for row in headings:
        yield from _faults(filed, row, bearing, "heading")


def gaps(filed: Filed) -> Iterator[Finding]:
    """Find numbers of the list that are missing, or that a line has which gave no unit and is not
    told of otherwise; and nothing else.

    Rows of which more is missing than is there were chosen from another list and kept its numbers.
    """
    listing = filed.units.listing
    if not any(entry.ordinal for entry in listing.entries):
        return
    census = filed.units.census
    told = {each.line for each in census.missing} | {each.line for each in census.doubtful}
    numbers = list_numbers(listing)
    rows = numbers.rows
    for row in rows:
        faults = list(_faults(filed, row, numbers.bearing, "ordinal", apart=len(rows) > 1))
        lost = [each for each in faults if each.code == GAP.code]
        if sum(dict(each.figures)["missing"] for each in lost) <= len(row.steps):
            yield from lost
            unread = (each for each in faults if each.code == LINE_NOT_READ.code)
            yield from (each for each in unread if each.line not in told)


def _restarts(filed: Filed, rows: Sequence[NumberedRow], what: str) -> Iterator[Finding]:
    again = [row for row in rows if row.again]
    if len(again) >= _HABIT:
        message = msg("The numbers begin again {n} times where no heading is read", n=len(again))
        figures = (("restarts", len(again)),)
        yield found("numbering-in-parts", filed, again[0].steps[0].line, message, figures)
        return
    for row in again:
        step = row.steps[0]
        message = msg(
            "The numbers begin again at {number}, but no heading stands there", number=step.shown
        )
        yield found(f"{what}-restarts", filed, step.line, message, (("number", step.number),))


def _unnumbered(filed: Filed) -> Iterator[Finding]:
    """Yield entries without a number, where nearly all others have one."""
    entries = filed.units.listing.entries
    bare = [entry for entry in entries if not entry.ordinal]
    if len(bare) <= (1 - _NEARLY_ALL) * len(entries):
        for entry in bare:
            message = msg("{name} has no number, as the others have", name=entry.text)
            yield found("ordinal-missing", filed, entry.line, message)


def _cut(filed: Filed, row: NumberedRow) -> Iterator[Finding]:
    """Yield headings over which the numbers run on: lines that may be none. One that is numbered
    itself, in a row with others, is a heading."""
    if not row.cut:
        return
    listing = filed.units.listing
    titles = {section.line: section.title for section in listing.sections}
    numbered = {step.line for each in heading_rows(listing) for step in each.steps[1:]}
    for line in row.cut:
        if line in numbered:
            continue
        message = msg(
            "“{title}” reads as a heading, but the numbers run on behind it", title=titles[line]
        )
        yield found("heading-in-row", filed, line, message)


def _faults(
    filed: Filed, row: NumberedRow, bearing: LineNumbers, what: str, *, apart: bool = False
) -> Iterator[Finding]:
    """Yield what is wrong with a row of numbers; `apart`: one of several, told by its heading."""
    for fault in breaks(row.numbers, row.first):
        step = row.steps[fault.at]
        if fault.fault is Fault.REPEATED:
            yield _repeated(filed, row, fault, what)
        elif fault.fault is Fault.MISPLACED:
            message = _misplaced(row, fault)
            yield found(f"{what}-misplaced", filed, step.line, message, (("number", step.number),))
        else:
            under = _heading_of(filed, step) if apart else ""
            yield from _gap(filed, row, fault, bearing, what, under)


def _heading_of(filed: Filed, step: NumberStep) -> str:
    sections = filed.units.listing.sections
    return next((one.title for one in sections if one.line == step.heading[0]), "")


def _repeated(filed: Filed, row: NumberedRow, fault: Break, what: str) -> Finding:
    """Return what is said of a number that stands twice, told of the later of the two, unless the
    number of the other is the one that is wrong."""
    stray, same = row.steps[fault.at], row.steps[fault.same]
    wrong, right = (stray, same) if fault.missing or stray.line > same.line else (same, stray)
    figures = (("number", wrong.number),)
    other = (filed.source.id, right.line)
    return found(
        f"{what}-repeated", filed, wrong.line, _said_twice(wrong, right, fault), figures, other
    )


def _said_twice(wrong: NumberStep, right: NumberStep, fault: Break) -> Message:
    if fault.missing:
        return msg(
            "{number} stands where {wanted} belongs, and again in line {line}",
            number=wrong.shown,
            wanted=fault.missing[0],
            line=right.line,
        )
    return msg(
        "The number {number} stands in line {first} already", number=wrong.shown, first=right.line
    )


def _misplaced(row: NumberedRow, fault: Break) -> Message:
    shown = row.steps[fault.at].shown
    if fault.missing:
        return msg("{number} stands where {wanted} belongs", number=shown, wanted=fault.missing[0])
    return msg("{number} stands out of order", number=shown)


def _gap(
    filed: Filed, row: NumberedRow, fault: Break, bearing: LineNumbers, what: str, under: str
) -> Iterator[Finding]:
    """Yield numbers that are missing `under` a heading; where a line bears one of them, that line
    was not read."""
    step = row.steps[fault.at]
    after = row.steps[fault.at - 1].line if fault.at else row.start
    at = row.start if what == "heading" and not fault.at else step.line
    missing, count = [], fault.lost
    for number in fault.missing:
        line = bearing.between(after, step.line, step.shown, number)
        if not line:
            missing.append(number)
            continue
        count -= 1
        if what == "ordinal" and line not in _told_or_read(filed):
            message = msg(
                "The line has the number {number}, but no unit was read from it", number=number
            )
            yield found(LINE_NOT_READ.code, filed, line, message, (("number", number),))
    if missing:
        figures = (("missing", count), ("before", step.number))
        said = _said_missing(missing, count, step.shown)
        if under:
            said = msg("Under “{title}”: {said}", title=under, said=said)
        yield found(f"{what}-gap", filed, at, said, figures)


def _told_or_read(filed: Filed) -> set[int]:
    """Return the lines that are told as not read in any case, and those of which units were."""
    listing = filed.units.listing
    told = (each for each in (*listing.skipped, *filed.units.unread) if each.suspicious)
    return {*(each.line for each in told), *(entry.line for entry in listing.entries)}


def _said_missing(missing: list[int], count: int, shown: str) -> Message:
    numbers = tuple(str(number) for number in missing)
    if count > _SHOWN:
        numbers = (f"{missing[0]} … {missing[-1]}",)
    return msgs(
        "{n} number is missing before {number}: {missing}",
        "{n} numbers are missing before {number}: {missing}",
        count,
        number=shown,
        missing=numbers,
    )
