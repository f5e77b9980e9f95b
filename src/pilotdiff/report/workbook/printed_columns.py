"""Which columns a sheet of rows has, how wide they may become, and what is printed of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.decisions.form import FILLED_IN, HIDDEN, SECOND_FIELDS, Field
from pilotdiff.model import Outcome
from pilotdiff.report.diff_columns import COLUMNS
from pilotdiff.report.text_wrapping import longest_word, widest_line
from pilotdiff.report.workbook.print_setup import fitted

# A row as it is written down: the columns of diff.csv, then those of the form. Who decided, when
# and why stands in the form, where it can be changed.
DECIDED = ("decided_by", "decided_on", "decision_reason", "decision")
RECORD_COLUMNS = (*COLUMNS, *Field)
PLACES = {column: place for place, column in enumerate(RECORD_COLUMNS)}

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
    Outcome.REVIEW: (*_BOTH, "level", "category", "confidence", "reason", "runner_up", "changes"),
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
NAME_COLUMNS = ("pilot_name", "result_name")
_FIRST = ("outcome", *NAME_COLUMNS, "changes", "level", "category", "result_category", "confidence")
# What stands to the right of what is printed.
_ASIDE = ("pilot_id", "result_id", "runner_up", "level")
_WHOLE = (*_FIRST, "reason", *FILLED_IN)
_REST = tuple(column for column in COLUMNS if column not in (*_WHOLE, *DECIDED))

# At the widest, in characters of half width; a longer text is wrapped.
_WIDEST = {"reason": 32, "repairs": 60, "pilot_raw": 50, "result_raw": 50, "runner_up": 26}
_WIDEST |= dict.fromkeys(("pilot_name", "result_name"), 32)
_OTHERS = 18
_NARROWEST: dict[str, int] = {
    **dict.fromkeys(("pilot_name", "result_name", "reason", "other"), 15),
    **dict.fromkeys(("level", "category", "result_category"), 8),
    Field.VERDICT: 10,
    Field.BY: 8,
    Field.ON: 11,
    Field.PARTNER: 10,
    Field.NOTE: 10,
    Field.SECOND: 12,
    Field.SECOND_BY: 10,
    Field.SECOND_ON: 11,
}
# What a person writes into has more room where there is any.
_ROOMY: dict[str, int] = {Field.VERDICT: 12, Field.BY: 10, Field.PARTNER: 15, Field.NOTE: 18}
# The arrow of a filter, and a margin.
_ARROW = 2
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
    # What differs is marked in the names of those to review.
    away = (*_ASIDE, "changes") if outcome is Outcome.REVIEW else _ASIDE
    read = tuple(column for column in _READ[outcome] if column not in away)
    aside = tuple(column for column in _READ[outcome] if column in away)
    printed = (*read, *asked)
    more = (*aside, *SECOND_FIELDS, *HIDDEN) if asked else aside
    return Layout((*printed, *more), len(printed), 1)


def of_whole() -> Layout:
    """Return the sheet with everything: what is read first, then the form, the rest to the
    right."""
    return Layout((*_WHOLE, *SECOND_FIELDS, *_REST, *HIDDEN), len(_WHOLE) - len(FILLED_IN), 2)


def widths(titles: Sequence[str], layout: Layout, sample: Sequence[Sequence[object]]) -> list[int]:
    """Tell how wide each column has to be for its title and the records of a sample; what is
    printed goes across the paper."""
    columns = layout.columns
    wanted = [
        _width(column, title, {str(record[PLACES[column]]) for record in sample})
        for column, title in zip(columns, titles, strict=True)
    ]
    least = [_least(column, title) for column, title in zip(columns, titles, strict=True)]
    return fitted(wanted, least, layout.printed)


def _least(column: str, title: str) -> int:
    return max(longest_word(title) + _ARROW, _NARROWEST.get(column, 0))


def _width(column: str, title: str, texts: Iterable[str]) -> int:
    least = max(_least(column, title), _ROOMY.get(column, 0))
    most = max(_WIDEST.get(column, _OTHERS), least)
    wanted = max(map(widest_line, texts), default=0) + _PADDING
    return min(max(wanted, least), most)
