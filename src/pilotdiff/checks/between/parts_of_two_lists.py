"""Whether one of two lists is of a part of the other alone: of one place, or of another batch."""

from collections.abc import Iterator

from pilotdiff.checks.code import finds, found, warning
from pilotdiff.facts.scopes import batch_number
from pilotdiff.model import Filed, Finding, Level, Unit, msg
from pilotdiff.names import in_full
from pilotdiff.repair import fold

# Without a word of it in its title a list may still be of one province: pilots of so many, results
# of one.
_PROVINCES, _RESULTS = 3, 3
# So great a part of the results are pilots: whatever the titles say, it is the right list.
_SHARED = 0.8


@finds(
    warning(
        "results-of-one-place",
        msg("All results lie in one place, and pilots in others: those are in no such list"),
        msg("Pilots of a whole province, and the demonstrations of its capital"),
    ),
    warning(
        "lists-of-other-batches",
        msg("The titles of two lists that are compared name different batches"),
        msg("Pilots of the second batch, and results of the first"),
    ),
)
def check_pair(pilots: Filed, results: Filed) -> Iterator[Finding]:
    """Yield what keeps pilots out of the list of results, however they did."""
    yield from _of_one_place(pilots, results)
    yield from _of_other_batches(pilots, results)


def _of_one_place(pilots: Filed, results: Filed) -> Iterator[Finding]:
    for level in (Level.COUNTY, Level.PREFECTURE, Level.PROVINCE):
        theirs = {_at(unit, level) for unit in results.units.units}
        ours = [_at(unit, level) for unit in pilots.units.units]
        if len(theirs) != 1 or "" in theirs or theirs.isdisjoint(ours):
            continue
        outside = sum(name not in theirs for name in ours if name)
        if outside and _is_meant(results, level, theirs, set(ours)):
            message = msg(
                "The results lie in {place} alone; pilots that lie elsewhere: {n} of {all}",
                place=results.units.units[0].path[level.depth],
                n=outside,
                all=len(ours),
            )
            yield found("results-of-one-place", results, 0, message, other=(pilots.source.id, 0))
            return


def _at(unit: Unit, level: Level) -> str:
    return fold(unit.path[level.depth])


def _is_meant(results: Filed, level: Level, place: set[str], ours: set[str]) -> bool:
    """Tell whether the list of results is that of its one place, and not by chance of one alone."""
    listing = results.units.listing
    if not place.isdisjoint(fold(in_full(level, name)) for name in listing.context):
        return True
    many = len(ours - {""}) >= _PROVINCES and len(results.units.units) >= _RESULTS
    return level is Level.PROVINCE and many


def _of_other_batches(pilots: Filed, results: Filed) -> Iterator[Finding]:
    ours, theirs = (batch_number(each.units.listing.title) for each in (pilots, results))
    if not ours or not theirs or ours == theirs:
        return
    named = {fold(unit.own) for unit in pilots.units.units}
    units = results.units.units
    shared = sum(fold(unit.own) in named for unit in units)
    if shared < _SHARED * len(units):
        message = msg(
            "By their titles the pilots are of batch {ours}, the results of batch {theirs}; of "
            "{units} results {shared} bear the name of a pilot",
            ours=ours,
            theirs=theirs,
            units=len(units),
            shared=shared,
        )
        yield found("lists-of-other-batches", results, 0, message, other=(pilots.source.id, 0))
