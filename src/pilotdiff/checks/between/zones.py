"""Units of a list of designated zones that are pilots of a programme too."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.between.groups import lists
from pilotdiff.checks.finding_codes import found
from pilotdiff.model import WENT_ON, Filed, Finding, Row, SourceKind, Unit, Units, msg


def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield each unit of a list of zones that is a pilot in another list."""
    for zones in lists(documents, SourceKind.ZONES):
        for pilots in lists(documents, SourceKind.PILOTS):
            for row in _shared(zones.units, pilots.units):
                if row.pilot is not None and row.result is not None:
                    yield _also_pilot(zones, pilots, row.pilot, row.result)


def _shared(zones: Units, pilots: Units) -> Iterator[Row]:
    if not {unit.level for unit in zones.units} & {unit.level for unit in pilots.units}:
        return
    from pilotdiff.matching import match
    from pilotdiff.outcomes import judge

    for row in judge(zones, pilots, match(zones, pilots)):
        if row.outcome in WENT_ON:
            yield row


def _also_pilot(zones: Filed, pilots: Filed, zone: Unit, pilot: Unit) -> Finding:
    message = msg(
        "{zone} is a pilot too, written {pilot} in {other}",
        zone=zone.entry.raw,
        pilot=pilot.name,
        other=pilots.source.id,
    )
    where = (pilots.source.id, pilot.entry.line)
    return found("zone-is-pilot", zones, zone.entry.line, message, other=where)
