"""Whether one of two lists is of a part of the other alone: of one place, or of another batch."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.checks.between.groups import lists_of
from pilotdiff.checks.between.other_programmes import are_of_other_programmes
from pilotdiff.checks.code import finds, found, warning
from pilotdiff.facts.scopes import batches
from pilotdiff.filing.guessed import batch_under
from pilotdiff.in_groups import in_groups
from pilotdiff.model import Filed, Finding, Level, Message, SourceKind, Unit, msg, msgs
from pilotdiff.names import in_full
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

# Without a word of it in its title a list may still be of one place: of pilots in so many provinces
# results in one; or of any, where so few lists drawn from the pilots would lie in that place alone.
_PROVINCES, _RESULTS = 3, 3
_CHANCE = 0.001
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
    warning(
        "lists-of-more-batches",
        msg("One of two lists that are compared is of batches of which the other is not"),
        msg("Pilots of the first batch, and results of the first and the second"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield it of one list of pilots and one of results; of more, each is a part of the programme
    by its nature."""
    pilots, results = (
        lists_of(documents, kind) for kind in (SourceKind.PILOTS, SourceKind.RESULTS)
    )
    if len(pilots) == len(results) == 1:
        yield from check_parts(pilots[0], results[0])


def check_parts(pilots: Filed, results: Filed) -> Iterator[Finding]:
    """Yield what keeps pilots out of the list of results, however they did."""
    yield from _of_one_place(pilots, results)
    yield from _of_other_batches(pilots, results)


def _of_one_place(pilots: Filed, results: Filed) -> Iterator[Finding]:
    for level in (Level.COUNTY, Level.PREFECTURE, Level.PROVINCE):
        there = {unit.path[level.depth] for unit in results.units.units}
        theirs = set(map(fold, there))
        if len(theirs) != 1 or "" in theirs:
            continue
        ours = [_at(unit, level) for unit in pilots.units.units]
        if theirs.isdisjoint(ours):
            continue
        outside = sum(name not in theirs for name in ours if name)
        if outside and _is_meant(results, level, theirs, ours):
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


def _is_meant(results: Filed, level: Level, place: set[str], ours: Sequence[str]) -> bool:
    """Tell whether the list of results is that of its one place, and not by chance of one alone."""
    listing, number = results.units.listing, len(results.units.units)
    if not place.isdisjoint(fold(in_full(level, name)) for name in listing.context):
        return True
    share = sum(name in place for name in ours) / len(ours)
    many = level is Level.PROVINCE and len({*ours} - {""}) >= _PROVINCES
    return number >= _RESULTS and (many or share**number < _CHANCE)


def _of_other_batches(pilots: Filed, results: Filed) -> Iterator[Finding]:
    ours, theirs = _batches(pilots), _batches(results)
    if are_of_other_programmes(pilots, results):
        return  # of two programmes each counts its own batches
    if not ours or not theirs or ours == theirs:
        yield from _of_other_years(pilots, results)
        return
    if ours & theirs:
        yield from _of_more(results, pilots, _of_batch(results, theirs - ours), _RESULTS_MORE)
        yield from _of_more(pilots, results, _of_batch(pilots, ours - theirs), _PILOTS_MORE)
        return
    units = results.units.units
    shared = len(units) - len(_nameless(units, pilots))
    if shared < _SHARED * len(units):
        message = msgs(
            "By their titles the pilots are of batch {ours}, the results of batch {theirs}; of "
            "{units} results {n} bears the name of a pilot",
            "By their titles the pilots are of batch {ours}, the results of batch {theirs}; of "
            "{units} results {n} bear the name of a pilot",
            shared,
            ours=_said(ours),
            theirs=_said(theirs),
            units=len(units),
        )
        yield found("lists-of-other-batches", results, 0, message, other=(pilots.source.id, 0))


class _Further(NamedTuple):
    """Batches or years of which one list alone is, with its units of those."""

    numbers: set[int]
    units: Sequence[Unit]


def _of_batch(of: Filed, further: set[int]) -> _Further:
    listing, units = of.units.listing, of.units.units
    under = [unit for unit in units if batch_under(unit.entry.section, listing) in further]
    return _Further(further, under or units)


def _of_other_years(pilots: Filed, results: Filed) -> Iterator[Finding]:
    """Yield years that headings of one list name and not the other, which is of one of its years,
    where the other has no unit of theirs: 2021年 and 2022年 over pilots, 2021年示范村名单."""
    both = (results, pilots, _RESULTS_MORE), (pilots, results, _PILOTS_MORE)
    for of, other, saying in both:
        under = in_groups(of.units.units, lambda unit: _year(unit.entry.section))
        years = _years(other)
        if len(under.keys() - {None}) > 1 and not years.isdisjoint(under):
            further = [year for year in under if year and year not in years]
            units = [unit for year in further for unit in under[year]]
            if units and len(_nameless(units, other)) == len(units):
                yield from _of_more(of, other, _Further({*further}, units), saying)


def _years(filed: Filed) -> set[int]:
    """Return the years that the headings of a list name, else its title."""
    under = {_year(entry.section) for entry in filed.units.listing.entries} - {None}
    return {year for year in (under or {_year(filed.units.listing.title)}) if year}


_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?=年)", needs="年")


def _year(heading: str) -> int | None:
    """Return the year that a heading names, the lowest first; None where it names none, or several.

    >>> _year("示范村名单 / 2021年"), _year("2021年示范村 / 一、2022年"), _year("2021年、2022年")
    (2021, 2022, None)
    """
    named = ({*map(int, _YEAR.findall(part))} for part in reversed(heading.split(" / ")))
    told = next(filter(None, named), set[int]())
    return told.pop() if len(told) == 1 else None


_RESULTS_MORE = msg(
    "The results are also of batch {batches}, of which no pilot is compared; results that bear "
    "the name of no pilot: {n}"
)
_PILOTS_MORE = msg(
    "The pilots are also of batch {batches}, of which the results are not; pilots whose "
    "name no result bears: {n}"
)


def _of_more(of: Filed, other: Filed, further: _Further, saying: Message) -> Iterator[Finding]:
    """Yield batches or years of which one list alone is, where units of theirs are not in the
    other."""
    missing = len(_nameless(further.units, other))
    if further.numbers and missing:
        message = saying.given(batches=_said(further.numbers), n=missing)
        yield found("lists-of-more-batches", of, 0, message, other=(other.source.id, 0))


def _batches(filed: Filed) -> set[int]:
    """Return the batches that the headings of a list name, else its title."""
    listing = filed.units.listing
    under = {batch_under(each, listing) for each in {e.section for e in listing.entries}} - {None}
    return {batch for batch in under if batch} or {*batches(listing.title)}


def _nameless(units: Sequence[Unit], other: Filed) -> list[Unit]:
    """Return the units whose name no unit of the other list bears."""
    names = {fold(unit.own) for unit in other.units.units}
    return [unit for unit in units if fold(unit.own) not in names]


def _said(numbers: set[int]) -> tuple[int, ...]:
    return tuple(sorted(numbers))
