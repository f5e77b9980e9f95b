"""Whether two lists that are compared belong beside each other, in that order."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.checks.between import codes_at_odds, parts_of_two_lists
from pilotdiff.checks.between.date_order import RESULT_BEFORE_PILOT
from pilotdiff.checks.code import finds, found, warning
from pilotdiff.filing.source_years import year_of
from pilotdiff.matching.names.name_keys import unit_stem
from pilotdiff.model import LEVELS, Entry, Filed, Finding, Level, Message, Said, SourceKind, msg
from pilotdiff.model.terms import counted
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

_FIRST = 1_000


@finds(
    warning(
        "lists-swapped",
        msg("Two lists are compared, and their titles say that the later was given first"),
        msg("match results.txt pilots.txt, of which the second is headed 试点名单"),
    ),
    warning(
        "lists-of-pilots",
        msg("Two lists are compared, and by their titles both are of pilots or of applications"),
        msg("试点名单 of the first batch, and 试点名单 of the second"),
    ),
    warning(
        "lists-equal",
        msg("Two lists are the same, word for word: one may have been given twice"),
        msg("The same file as pilots and as results"),
    ),
    warning(
        "lists-share-nothing",
        msg("Two lists are compared that have no name in common"),
        msg("The towns of one programme and the towns of another"),
    ),
    warning(
        "lists-of-other-levels",
        msg("Two lists are compared of which no unit of the one is of a level that the other has"),
        msg("Pilots that are counties, and results that are villages"),
    ),
    warning(
        "lists-elsewhere",
        msg("Two lists are compared that lie in other provinces"),
        msg("Pilots in 湖南省 and results in 四川省"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield a list that is given twice."""
    given = [filed for filed in documents if filed.units.units]
    for number, other in enumerate(given):
        for one in given[:number]:
            if _are_equal(one, other):
                message = msg(
                    "{other} is the same list as {one}: it may have been given twice",
                    other=other.source.id,
                    one=one.source.id,
                )
                yield _of_both("lists-equal", one, other, message)


def _of_both(code: str, one: Filed, other: Filed, message: Message) -> Finding:
    """Return what is found of two lists as wholes."""
    return found(code, other, 0, message, other=(one.source.id, 0))


def of_two_lists(pilots: Filed, results: Filed) -> Iterator[Finding]:
    """Yield what makes an answer on the two worth nothing, before any row of it is read."""
    swapped = list(_swapped(pilots, results))
    yield from swapped
    equal = list(_equal(pilots, results))
    yield from equal or _of_pilots(pilots, results)
    yield from _elsewhere(pilots, results)
    yield from list(_other_levels(pilots, results)) or _nothing(pilots, results)
    if not swapped:
        yield from _before(pilots, results)
    yield from parts_of_two_lists.check_parts(pilots, results)
    yield from codes_at_odds.check_codes(pilots, results)


def _swapped(pilots: Filed, results: Filed) -> Iterator[Finding]:
    kinds = pilots.source.kind, results.source.kind
    if kinds == (SourceKind.RESULTS, SourceKind.PILOTS):
        message = msg(
            "The lists look swapped: by their titles {first} lists results and {second} pilots",
            first=pilots.source.id,
            second=results.source.id,
        )
        yield _of_both("lists-swapped", pilots, results, message)


# Who applies or is recommended is no pilot yet.
_APPLIES = pattern("候选|申报|推荐|备选|拟建|储备")


def _of_pilots(pilots: Filed, results: Filed) -> Iterator[Finding]:
    """Yield a later list that by its title is of pilots, as the earlier one is: who applied may
    have become a pilot."""
    titles = [each.units.listing.title for each in (pilots, results)]
    applied, applies = (bool(_APPLIES.search(title)) for title in titles)
    is_of_results = SourceKind.RESULTS in (pilots.source.kind, results.source.kind)
    if results.source.kind is SourceKind.PILOTS and not is_of_results and applied <= applies:
        message = msg(
            "By their titles both lists are of pilots or of applications, none of results: "
            "{first}; {second}",
            first=titles[0] or pilots.source.id,
            second=titles[1] or results.source.id,
        )
        yield _of_both("lists-of-pilots", pilots, results, message)


def _equal(one: Filed, other: Filed) -> Iterator[Finding]:
    if _are_equal(one, other):
        message = msg("The two lists are the same: one list may have been given twice")
        yield _of_both("lists-equal", one, other, message)


def _are_equal(one: Filed, other: Filed) -> bool:
    ours, theirs = one.units.listing, other.units.listing
    titles = {ours.title, theirs.title} - {""}
    return len(titles) < 2 and _are_written_alike(ours.entries, theirs.entries)


def _are_written_alike(ours: Sequence[Entry], theirs: Sequence[Entry]) -> bool:
    both = zip(ours, theirs, strict=False)
    return len(ours) == len(theirs) and all(_is_one_entry(one, other) for one, other in both)


def _is_one_entry(one: Entry, other: Entry) -> bool:
    """Tell whether two rows are one and the same: what stands beside the names tells results."""
    sections = {one.section, other.section} - {""}
    told = [(each.raw, each.note, each.above) for each in (one, other)]
    return told[0] == told[1] and len(sections) < 2


def _other_levels(pilots: Filed, results: Filed) -> Iterator[Finding]:
    ours, theirs = (Counter(unit.level for unit in each.units.units) for each in (pilots, results))
    if ours and theirs and ours.keys().isdisjoint(theirs):
        message = msg(
            "The lists are of different levels: {ours}; {theirs}",
            ours=_counted(ours),
            theirs=_counted(theirs),
        )
        yield _of_both("lists-of-other-levels", pilots, results, message)


def _counted(levels: Counter[Level]) -> tuple[Said, ...]:
    return tuple(counted(level, levels[level]) for level in LEVELS if levels[level])


def _elsewhere(one: Filed, other: Filed) -> Iterator[Finding]:
    ours, theirs = _provinces(one), _provinces(other)
    if ours and theirs and not ours & theirs:
        message = msg(
            "The lists are of other provinces: {ours}; {theirs}",
            ours=tuple(sorted(ours)[:3]),
            theirs=tuple(sorted(theirs)[:3]),
        )
        yield _of_both("lists-elsewhere", one, other, message)


def _provinces(filed: Filed) -> set[str]:
    return set(map(fold, {unit.path[0] for unit in filed.units.units} - {""}))


def _nothing(pilots: Filed, results: Filed) -> Iterator[Finding]:
    ours, theirs = pilots.units.units, results.units.units
    # Nearly all lists share one of their first names: the others are looked at in none of them.
    first = set(map(unit_stem, ours[:_FIRST]))
    if not first.isdisjoint(map(unit_stem, theirs[:_FIRST])):
        return
    if ours and theirs and set(map(unit_stem, ours)).isdisjoint(map(unit_stem, theirs)):
        message = msg("No name of one list stands in the other")
        yield _of_both("lists-share-nothing", pilots, results, message)


def _before(pilots: Filed, results: Filed) -> Iterator[Finding]:
    dates = pilots.source.date, results.source.date
    if not all(dates):
        years = year_of(pilots.source), year_of(results.source)
        dates = (str(years[0] or ""), str(years[1] or ""))
    if all(dates) and dates[1] < dates[0]:
        message = msg(
            "The results are of {result}, before the pilots, of {pilot}",
            result=dates[1],
            pilot=dates[0],
        )
        yield _of_both(RESULT_BEFORE_PILOT.code, pilots, results, message)
