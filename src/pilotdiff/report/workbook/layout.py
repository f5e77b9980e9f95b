"""Which columns a sheet of rows has, how wide they may become, and what is printed of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from pilotdiff.decisions.form import FILLED_IN, HIDDEN, Field
from pilotdiff.model import Outcome
from pilotdiff.report.columns import COLUMNS

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
    Outcome.DROPPED: (*_PILOT, "changes", "level", "category", "reason", "pilot_line"),
    Outcome.NOT_ELIGIBLE: (*_PILOT, "level", "category", "reason", "pilot_line"),
    Outcome.NEW: (*_RESULT, "changes", "level", "category", "reason", "result_line"),
    Outcome.REVIEW: (
        *_BOTH,
        "changes",
        "level",
        "category",
        "confidence",
        "margin",
        "reason",
        "runner_up",
    ),
}
_ASKED: dict[Outcome, tuple[Field, ...]] = {
    Outcome.PROMOTED: _FORM,
    Outcome.RENAMED: _FORM,
    Outcome.DROPPED: _PARTNERED,
    Outcome.NOT_ELIGIBLE: (),
    Outcome.NEW: _PARTNERED,
    Outcome.REVIEW: _PARTNERED,
}
_FIRST = ("outcome", *_BOTH, "changes", "level", "category", "result_category", "confidence")
_WHOLE = (*_FIRST, "reason", *FILLED_IN)
_REST = tuple(column for column in COLUMNS if column not in (*_WHOLE, *DECIDED))

# At the widest, in characters of half width; a longer text is wrapped.
_WIDEST = {"reason": 38, "repairs": 40, "pilot_raw": 40, "result_raw": 40, "runner_up": 28}
_NAME = 34
_OTHERS = 20
_NARROWEST = {
    Field.VERDICT: 12,
    Field.BY: 10,
    Field.ON: 12,
    Field.PARTNER: 18,
    Field.NOTE: 20,
}
# The arrow of a filter, and a margin.
_ROOM = 3
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
    """The sheet of one outcome: what a person reads who judges its rows."""
    asked = _ASKED[outcome]
    read = (*_READ[outcome], *asked)
    return Layout((*read, *HIDDEN) if asked else read, len(read), 2)


def of_whole() -> Layout:
    """The sheet with everything: what is read first, the rest to the right of it."""
    return Layout((*_WHOLE, *_REST, *HIDDEN), len(_WHOLE), 3)


def widths(
    titles: Sequence[str], columns: Sequence[str], sample: Iterable[Sequence[object]]
) -> list[int]:
    """How wide each column has to be for its title and the records of a sample."""
    wanted = [
        max(_width(title) + _ROOM, _least(column))
        for title, column in zip(titles, columns, strict=True)
    ]
    wanted = [min(width, _most(column)) for width, column in zip(wanted, columns, strict=True)]
    for record in sample:
        for at, column in enumerate(columns):
            wanted[at] = max(
                wanted[at], min(_width(str(record[PLACES[column]])) + _PADDING, _most(column))
            )
    return wanted


def _least(column: str) -> int:
    return _NARROWEST.get(Field(column), 0) if column in tuple(Field) else 0


def _most(column: str) -> int:
    if column in ("pilot_name", "result_name"):
        return _NAME
    return max(_WIDEST.get(column, _OTHERS), _least(column))


def _width(text: str) -> int:
    return max(map(cell_len, text.split("\n")))
