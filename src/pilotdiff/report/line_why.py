"""Why a line was read as it was: its readings and the names that it leaves out, as JSON."""

from collections.abc import Iterator

from pilotdiff.language import Words
from pilotdiff.model import LineReading, Units, UserError
from pilotdiff.report import jsontext


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


def json_text(units: Units, line: int, words: Words) -> Iterator[str]:
    """Yield each reading of the line as a JSON object on a line of its own."""
    left = [each for each in units.census.left_out if each.line == line]
    for reading in readings_of(units, line):
        record: dict[str, object] = {
            "line": reading.line,
            "text": reading.text,
            "role": reading.role.value,
            "reason": words(reading.reason),
            "confidence": reading.confidence,
            "margin": reading.margin,
            "runner_up": reading.runner_up.value if reading.runner_up else None,
            "left_out": [
                {"text": each.text, "reason": words(each.reason), "accepted": each.accepted}
                for each in left
            ],
        }
        yield jsontext.line(record) + "\n"
