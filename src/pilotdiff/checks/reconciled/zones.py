"""Units of a list of designated zones that are pilots of a programme too."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.between.groups import levels, lists_of
from pilotdiff.checks.code import finds, found, note
from pilotdiff.model import WENT_ON, Filed, Finding, SourceKind, Unit, msg
from pilotdiff.reconciliation import Reconciler


@finds(
    note(
        "zone-is-pilot",
        msg("A designated zone is a pilot in another list"),
        msg("云台市 is a national experimental zone, and a pilot county three years later"),
    )
)
def check(documents: Sequence[Filed], reconciler: Reconciler) -> Iterator[Finding]:
    """Yield each unit of a list of zones that is a pilot in another list."""
    for zones in lists_of(documents, SourceKind.ZONES):
        for pilots in lists_of(documents, SourceKind.PILOTS):
            if not levels(zones).keys() & levels(pilots).keys():
                continue
            for row in reconciler.rows(zones.units, pilots.units):
                if row.pilot and row.result and row.outcome in WENT_ON:
                    yield _also_pilot(zones, pilots, row.pilot, row.result)


def _also_pilot(zones: Filed, pilots: Filed, zone: Unit, pilot: Unit) -> Finding:
    message = msg(
        "{zone} is a pilot too, written {pilot} in {other}",
        zone=zone.entry.raw,
        pilot=pilot.name,
        other=pilots.source.id,
    )
    where = (pilots.source.id, pilot.entry.line)
    return found("zone-is-pilot", zones, zone.entry.line, message, other=where)
