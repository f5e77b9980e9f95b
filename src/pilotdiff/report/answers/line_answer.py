"""Why a line was read as it was: the answer of `pilotdiff parse --why`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pilotdiff.language import Words
from pilotdiff.model import LineReading, Units, UserError
from pilotdiff.report.answer import Answer, EachOnALine, RowsTable, fields_of
from pilotdiff.report.text_blocks import TextBlock


@dataclass(frozen=True, slots=True)
class LineAnswer(Answer):
    """What one line of a document was taken for, and the names that it leaves out."""

    units: Units
    line: int
    words: Words

    def table(self) -> RowsTable:
        raise self._refused("csv")

    def records(self) -> Iterator[dict[str, object]]:
        return (self._record(reading) for reading in readings_of(self.units, self.line))

    def plain(self) -> EachOnALine:
        return EachOnALine(self.records())

    def text(self) -> Iterator[TextBlock]:
        raise self._refused("markdown")

    def _record(self, reading: LineReading) -> dict[str, object]:
        left = [each for each in self.units.census.left_out if each.line == self.line]
        return {
            "line": reading.line,
            "text": reading.text,
            "role": reading.role.value,
            "reason": self.words(reading.reason),
            "confidence": reading.confidence,
            "margin": reading.margin,
            "runner_up": reading.runner_up.value if reading.runner_up else None,
            "left_out": [
                fields_of(each, "text reason accepted") | {"reason": self.words(each.reason)}
                for each in left
            ],
        }

    @staticmethod
    def _refused(format: str) -> UserError:
        return UserError(
            "--why is shown as table, json or jsonl: leave out -f {format}", format=format
        )


def readings_of(units: Units, line: int) -> list[LineReading]:
    """Return what a line of the document was taken for. Raises UserError where it has none."""
    found = [reading for reading in units.listing.readings if reading.line == line]
    if not found:
        raise UserError(
            "{name} has no line {line}: its last is {last}",
            name=units.listing.document.name,
            line=line,
            last=max((each.number for each in units.listing.document.lines), default=0),
        )
    return found
