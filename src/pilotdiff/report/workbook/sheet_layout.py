"""Which columns a sheet of rows has, how wide they may become, and what is printed of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.decisions.form import FILLED_IN, HIDDEN, SECOND, Field
from pilotdiff.model import Outcome
from pilotdiff.report.diff_columns import COLUMNS
from pilotdiff.report.workbook.fit import longest_word, width

# A row as it is written down: the columns of diff.csv, then those of the form. Who decided, when
# and why stands in the form, where it can be changed.
DECIDED = ("decided_by", "decided_on", "decision_reason")
RECORD = (*COLUMNS, *Field)
PLACES = {column: place for place, column in enumerate(RECORD)}

_PILOT = ("pilot_id", "pilot_name")
_RESULT = ("result_id", "result_name")
_BOTH = (*_PILOT, *_RESULT)
_FORM = (Field.VERDICT, Field.BY, Field.ON, Field.NOTE)
_PARTNERED = FILLED_IN
_READ = {
    Outcome.PROMOTED: (*_BOTH, "level", "category", "result_category", "confidence", "reason"),
    Outcome.RENAMED: (*_BOTH, "changes", "level", "category", "confidence", "reason"),
    Outcome.MERGED: (*_PILOT, "other", "level", "category", "reason", "pilot_line"),
    Outcome.SPLIT: (*_RESULT, "other", "level", "category", "reason", "result_line"),
    Outcome.REPEATED: (*_BOTH, "other", "level", "category", "reason"),
    Outcome.DROPPED: (*_PILOT, "changes", "level", "category", "reason", "pilot_line"),
    Outcome.NOT_ELIGIBLE: (*_PILOT, "level", "category", "reason", "pilot_line"),
    Outcome.NEW: (*_RESULT, "changes", "level", "category", "reason", "result_line"),
    Outcome.REVIEW: (
        *_BOTH,
        "changes",
        "level",
        "category",
        "confidence",
        "reason",
        "runner_up",
    ),
}
_ASKED: dict[Outcome, tuple[Field, ...]] = {
    Outcome.PROMOTED: _FORM,
    Outcome.RENAMED: _FORM,
    Outcome.MERGED: _PARTNERED,
    Outcome.SPLIT: _PARTNERED,
    Outcome.REPEATED: (),
    Outcome.DROPPED: _PARTNERED,
    Outcome.NOT_ELIGIBLE: (),
    Outcome.NEW: _PARTNERED,
    Outcome.REVIEW: _PARTNERED,
}
_FIRST = ("outcome", *_BOTH, "changes", "level", "category", "result_category", "confidence")
_WHOLE = (*_FIRST, "reason", *FILLED_IN)
_REST = tuple(column for column in COLUMNS if column not in (*_WHOLE, *DECIDED))

# At the widest, in characters of half width; a longer text is wrapped.
_WIDEST = {"reason": 32, "repairs": 60, "pilot_raw": 50, "result_raw": 50, "runner_up": 26}
_WIDEST |= dict.fromkeys(("pilot_name", "result_name"), 32)
_OTHERS = 18
_NARROWEST: dict[str, int] = {
    Field.VERDICT: 12,
    Field.BY: 10,
    Field.ON: 11,
    Field.PARTNER: 15,
    Field.NOTE: 18,
    Field.SECOND: 12,
    Field.SECOND_BY: 10,
    Field.SECOND_ON: 11,
}
# The arrow of a filter, and a margin.
_ARROW = 3
_PADDING = 2


class Layout(NamedTuple):
    """The columns of a sheet; the first `printed` of them go onto paper, `fixed` stay in view."""

    columns: tuple[str, ...]
    printed: int
    fixed: int

    @property
    def asks(self) -> bool:
        """Whether the sheet has the form."""
        return Field.VERDICT in self.columns


def of_outcome(outcome: Outcome) -> Layout:
    """Return the sheet of one outcome: what a person reads who judges its rows."""
    asked = _ASKED[outcome]
    read = (*_READ[outcome], *asked)
    return Layout((*read, *SECOND, *HIDDEN) if asked else read, len(read), 2)


def of_whole() -> Layout:
    """Return the sheet with everything: what is read first, then the form, the rest to the
    right."""
    return Layout((*_WHOLE, *SECOND, *_REST, *HIDDEN), len(_WHOLE) - len(FILLED_IN), 3)


def widths(
    titles: Sequence[str], columns: Sequence[str], sample: Sequence[Sequence[object]]
) -> list[int]:
    """Tell how wide each column has to be for its title and the records of a sample."""
    return [
        _width(column, title, [str(record[PLACES[column]]) for record in sample])
        for column, title in zip(columns, titles, strict=True)
    ]


def _width(column: str, title: str, texts: Iterable[str]) -> int:
    least = max(longest_word(title) + _ARROW, _NARROWEST.get(column, 0))
    most = max(_WIDEST.get(column, _OTHERS), least)
    wanted = max(map(width, texts), default=0) + _PADDING
    return min(max(wanted, least), most)
