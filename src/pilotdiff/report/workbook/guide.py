"""The sheet that explains: how to fill in the form, every outcome, every column."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.decisions.form import FILLED_IN, SECOND_FIELDS, Field
from pilotdiff.language import Words
from pilotdiff.model import Change, Message, Outcome, msg
from pilotdiff.report.column_meanings import COLUMN_MEANINGS
from pilotdiff.report.report_terms import CHANGES, OUTCOME_MEANINGS, OUTCOMES, RULES
from pilotdiff.report.workbook.cell_text import points
from pilotdiff.report.workbook.print_setup import PAGE_HEIGHT
from pilotdiff.report.workbook.printed_columns import DECIDED
from pilotdiff.report.workbook.sheet_titles import sheet_title
from pilotdiff.report.workbook.styles import CellStyles

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (22, 20, 80)
# Points of a row of one line.
_ROW = 15.0

FORM_MEANINGS = {
    Field.VERDICT: msg(
        "What a person says of the pair: the same unit, different units, or unsure."
    ),
    Field.BY: msg("Who says so. A verdict needs a name."),
    Field.ON: msg("The date of the verdict. A verdict needs one."),
    Field.PARTNER: msg(
        "The unit of the other list that the verdict is about, by its whole name or its id. It is "
        "needed where the row holds one unit only, and takes the place of the other where it "
        "holds two."
    ),
    Field.NOTE: msg("Why, in a few words; it may stay empty."),
    Field.SECOND: msg("Whether a second person, who read the row again, agrees with the verdict."),
    Field.SECOND_BY: msg("Who that is: another than the one who decided."),
    Field.SECOND_ON: msg("The date of the second reading."),
}
CHANGE_MEANINGS = {
    Change.NAME: msg("the name itself"),
    Change.KIND: msg("what the unit is: a village that has become a community"),
    Change.PARENT: msg("what the unit belongs to"),
    Change.CATEGORY: msg("the type that it is listed under"),
}
RULE_MEANINGS = {
    "code": msg("the same division code"),
    "exact": msg("the same name"),
    "wording": msg("the same name in other words"),
    "stem": msg("the same stem with another kind"),
    "level": msg("the same stem one level higher or lower"),
    "record": msg("by the official record the one became the other"),
    "remark": msg("a remark of the one names the other"),
    "glued": msg("the same name with that of its parent in front"),
    "features": msg("weighed by many features, none of which decides alone"),
    "damage": msg("a damaged name that fits what is left of it"),
    "decision": msg("a person decided"),
}
INSTRUCTIONS = (
    msg("Say of a row what it is in the columns that ask for it; leave the others empty."),
    msg(
        "It does not matter on which sheet; one pair must not have different verdicts on two "
        "sheets."
    ),
    msg("Rows may be sorted and filtered, columns hidden or moved; don't delete the hidden ones."),
    msg("What else there is to say goes onto the summary, above the signatures."),
    msg("Save the workbook and give it back: pilotdiff match … --decisions reconciliation.xlsx"),
)


class _Line(NamedTuple):
    name: str
    code: str
    meaning: Message
    style: "Format | None" = None


def guide(sheet: "Worksheet", styles: CellStyles, words: Words) -> None:
    """Write what a word is called here, what in the CSV files, and what it means: three columns."""
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width, styles.text)
    sheet.hide_gridlines(2)
    row = 0
    sheet.write_string(row, 0, words("How to fill in the form"), styles.section)
    for row, sentence in enumerate(INSTRUCTIONS, start=1):
        sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", styles.body)
        sheet.write_string(row, 0, words(sentence), styles.body)
    breaks, taken = [], (row + 1) * _ROW
    for heading, lines in _blocks(styles, words):
        row += 2
        tall = sum(_tall(line, words) or _ROW for line in lines) + 2 * _ROW
        if taken + tall > PAGE_HEIGHT:
            breaks.append(row)
            taken = 0.0
        taken += tall
        heads = (heading, words("In the CSV files"), words("Meaning"))
        for at, head in enumerate(heads):
            sheet.write_string(row, at, head, styles.head)
        for line in lines:
            row += 1
            sheet.write_string(row, 0, line.name, line.style or styles.text)
            sheet.write_string(row, 1, line.code, styles.text)
            sheet.set_row(row, _tall(line, words))
            sheet.write_string(row, 2, words(line.meaning), styles.text)
    sheet.set_h_pagebreaks(breaks)


def _tall(line: "_Line", words: Words) -> float | None:
    return points([(words(line.meaning), _WIDTHS[2])])


def _blocks(styles: CellStyles, words: Words) -> Iterator[tuple[str, list[_Line]]]:
    yield (
        words("Outcomes"),
        [
            _Line(words(OUTCOMES[one]), one, OUTCOME_MEANINGS[one], styles.outcomes[one])
            for one in Outcome
        ],
    )
    form = (*FILLED_IN, *SECOND_FIELDS)
    yield (
        words("The form"),
        [_Line(sheet_title(one, words), "", FORM_MEANINGS[one]) for one in form],
    )
    yield (
        words("Columns"),
        [
            _Line(sheet_title(column, words), column, meaning)
            for column, meaning in COLUMN_MEANINGS.items()
            if column not in DECIDED
        ],
    )
    yield (
        words("Changes"),
        [_Line(words(CHANGES[one]), one, CHANGE_MEANINGS[one]) for one in Change],
    )
    yield (
        words("Rules"),
        [_Line(words(RULES[rule]), rule, meaning) for rule, meaning in RULE_MEANINGS.items()],
    )
