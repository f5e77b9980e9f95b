"""Days that no calendar has: 2023年2月31日."""

from collections.abc import Iterator

from pilotdiff.checks.code import error, finds, found
from pilotdiff.facts.calendar import find_day, iso_day
from pilotdiff.model import Filed, Finding, msg


@finds(
    error(
        "day-impossible",
        msg("A date is written that no calendar has; it is taken for none"),
        msg("The notice is dated 31 February 2023"),
    )
)
def check(filed: Filed) -> Iterator[Finding]:
    """Report each line that writes a day which does not exist: it is taken for no date."""
    for line in filed.units.listing.document.lines:
        match = find_day(line.text)
        if match is not None and not iso_day(match):
            message = msg("There is no such day: {day}", day=match[0].strip())
            yield found("day-impossible", filed, line.number, message)
