"""One finding for each of a few units, one for all of many."""

from collections.abc import Callable, Iterator, Sequence

from pilotdiff.checks.code import found
from pilotdiff.model import Filed, Finding, Message, Unit

# So many are told one by one.
EACH_UP_TO = 3


def each_or_all(
    code: str,
    filed: Filed,
    units: Sequence[Unit],
    one: Callable[[Unit], Message],
    all_: Message,
    figures: tuple[tuple[str, float], ...] = (),
) -> Iterator[Finding]:
    """Yield `one` for each unit; for more than EACH_UP_TO, `all_` in the line of the first, with
    the figures, else their number as "names"."""
    if len(units) > EACH_UP_TO:
        counted = figures or (("names", len(units)),)
        yield found(code, filed, units[0].entry.line, all_, counted)
        return
    for unit in units:
        yield found(code, filed, unit.entry.line, one(unit))
