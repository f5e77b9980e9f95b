"""Whether the codes of two lists stand beside the same names, or a column of them has slipped."""

from collections import Counter
from collections.abc import Iterator

from pilotdiff.checks.code import finds, found, warning
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.matching.stated_codes import both_have_codes
from pilotdiff.model import Filed, Finding, Level, Unit, msg

# Of fewer names that each list has once nothing is said. In the statistical codes of any prefecture
# a quarter of such names kept their codes for five years, and of most nine in ten did.
_FEWEST, _KEPT = 8, 0.1


@finds(
    warning(
        "codes-at-odds",
        msg("Names that each of two lists has once bear other codes in the other, nearly all"),
        msg("A column of codes that slipped by a row, beside names without their places"),
    )
)
def check_codes(pilots: Filed, results: Filed) -> Iterator[Finding]:
    """Yield that the codes of two lists contradict their names: a place that they tell is wrong."""
    if not both_have_codes(pilots.units.units, results.units.units):
        return
    ours, theirs = _coded_once(pilots), _coded_once(results)
    both = ours.keys() & theirs.keys()
    kept = sum(_agree(ours[name], theirs[name]) for name in both)
    if len(both) >= _FEWEST and kept < _KEPT * len(both):
        message = msg(
            "Of {n} names that each list has once, {kept} have the same code in both: a column of "
            "codes may have slipped, and places that it tells are wrong",
            n=len(both),
            kept=kept,
        )
        yield found("codes-at-odds", results, 0, message, other=(pilots.source.id, 0))


def _agree(one: str, other: str) -> bool:
    """Tell whether two codes may be of one unit: the one may be that of the county it lies in."""
    return one.startswith(other) or other.startswith(one)


def _coded_once(filed: Filed) -> dict[tuple[Level, str], str]:
    """Return the code of each name that a list has once."""
    units = filed.units.units
    times = Counter(map(_key, units))
    return {
        key: unit.entry.code for unit in units if unit.entry.code and times[key := _key(unit)] == 1
    }


def _key(unit: Unit) -> tuple[Level, str]:
    return unit.level, name_of(unit.level, unit.own).text
