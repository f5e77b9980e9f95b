"""What the document says there is, against what it lists."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.census.counted_totals import CountedTotal, counted_totals
from pilotdiff.census.heading_reach import Extent
from pilotdiff.checks.code import error, finds, found, note, warning
from pilotdiff.model import Declared, Filed, Finding, Message, Skipped, Units, msg, msgs
from pilotdiff.model.terms import counted

AGREE = note(
    "totals-agree",
    msg("Every total that the document states is the number of units it lists"),
    msg("The text says 41 counties and 38 streets, and the list has them"),
)
AGAIN = warning(
    "total-counts-again",
    msg("A total is reached only with an entry that stands in its list already"),
    msg("The text says 3 villages, and one of the three stands there twice"),
)


@finds(
    error(
        "total-differs",
        msg("A total that the document states is not the number of units it lists"),
        msg("The text says 41 counties, and the list has 40"),
    ),
    warning(
        "total-unread",
        msg("A total is not reached, but as many lines could not be read"),
        msg("The text says 41 counties, 40 are read, and one line is not"),
    ),
    AGAIN,
    note(
        "total-not-listed",
        msg("The text counts units of a level that the list does not have"),
        msg("The text says 41 counties, and the list has streets alone"),
    ),
    note(
        "total-of-more",
        msg("A total that the document states is of more than its list, and is not compared"),
        msg("全国共100个村, on a page that lists the three of one city"),
    ),
    AGREE,
)
def check(filed: Filed) -> Iterator[Finding]:
    """Compare the totals of the whole document, of headings and of groups with what is listed."""
    totals = list(counted_totals(filed.units, _catalogued(filed)))
    of_more = {(one.total.number, one.total.level): one for one in reversed(totals) if one.wider}
    yield from (_of_more(filed, one) for one in of_more.values())
    totals = [one for one in totals if not one.wider]
    if totals and all(one.agrees for one in totals):
        yield _agreeing(filed, [one.total for one in totals])
    yield from counting_again(filed)
    for one in totals:
        if one.agrees:
            continue
        if not one.number and not one.total.section and one.total.level is not None:
            yield _not_listed(filed, one.total)
        else:
            yield _differs(filed, one)


def counting_again(filed: Filed) -> Iterator[Finding]:
    """Yield the finding that as many units are stated as there are entries, one of them again: it
    may stand for another unit."""
    if not filed.units.listing.declared:
        return
    # It needs what matching knows of places, which is long to load.
    from pilotdiff.outcomes.unread_whereabouts import counted_again

    if again := counted_again(filed.units):
        message = msgs(
            "As many units are stated as there are entries ({entries}), and {n} of these stands "
            "there already: it may stand for another unit",
            "As many units are stated as there are entries ({entries}), and {n} of these stand "
            "there already: they may stand for other units",
            again,
            entries=len(filed.units.units),
        )
        figures = (("entries", len(filed.units.units)), ("again", again))
        yield found(AGAIN.code, filed, 0, message, figures)


def _catalogued(filed: Filed) -> Iterator[Declared]:
    """Yield the totals that the catalogue gives, where the lines themselves give none of the
    level."""
    stated = {total.level for total in filed.units.listing.declared if not total.section}
    for level, number in filed.source.declared.items():
        if level not in stated:
            yield Declared(number, 0, "", level)


def _not_listed(filed: Filed, total: Declared) -> Finding:
    """Return the finding that the text counts a level which the list does not have."""
    said = counted(total.level, total.number)
    message = msg("The text mentions {total}, but the list has none", total=said)
    return found("total-not-listed", filed, total.line, message, (("declared", total.number),))


def _agreeing(filed: Filed, totals: Sequence[Declared]) -> Finding:
    """Return the finding that all totals are reached, which is evidence too."""
    whole_list = [each for each in totals if not (each.section or each.until)]
    of_all = dict.fromkeys((each.level, each.number) for each in whole_list)
    # What is stated of a level in parts is told with the headings.
    levels = Counter(level for level, _ in of_all)
    whole = [counted(*one) for one in of_all if levels[one[0]] == 1]
    apart = len(totals) - sum(levels[each.level] == 1 for each in whole_list)
    if not whole:
        message = msgs(
            "{n} total of a heading or a group is the number of units that stands there",
            "All {n} totals of headings and groups are the numbers of units that stand there",
            apart,
        )
    elif not apart:
        message = msg("As many units are listed as the text states: {totals}", totals=(*whole,))
    else:
        message = msgs(
            "As many units are listed as the text states: {totals}; so are those of {n} heading or "
            "group",
            "As many units are listed as the text states: {totals}; so are those of {n} headings "
            "and groups",
            apart,
            totals=(*whole,),
        )
    return found(AGREE.code, filed, totals[0].line, message, (("totals", len(totals)),))


def _differs(filed: Filed, counted_total: CountedTotal) -> Finding:
    """Return the finding that a total and the count differ, in the document or under one
    heading."""
    total, number, over = counted_total.total, counted_total.number, counted_total.over
    unread = _unread(filed.units, over)
    figures = (("declared", total.number), ("counted", number))
    said: dict[str, Message | int | str] = {
        "who": _announcing(total, over),
        "total": counted(total.level, total.number),
        "number": number,
    }
    if number < total.number <= number + unread:
        message = msg(
            "{who} announces {total}; {number} could be read, and {unread} could not",
            unread=unread,
            **said,
        )
        return found("total-unread", filed, total.line, message, (*figures, ("unread", unread)))
    message = msg("{who} announces {total}, but lists {number}", **said)
    return found("total-differs", filed, total.line, message, figures)


def _of_more(filed: Filed, one: CountedTotal) -> Finding:
    """Return the finding that a total is of more than the list."""
    total, of_what = one.total, one.wider or ""
    said = counted(total.level, total.number)
    message = msg("The text mentions {total} {of_what}: not compared", total=said, of_what=of_what)
    return found("total-of-more", filed, total.line, message, (("declared", total.number),))


def _unread(units: Units, over: Extent | None) -> int:
    """Return how many lines gave no unit where one should stand."""
    lines = [passed.line for passed in (*units.unread, *_suspicious(units))]
    return sum(over is None or over.holds(line) for line in lines)


def _suspicious(units: Units) -> Iterator[Skipped]:
    return (passed for passed in units.listing.skipped if passed.suspicious)


def _announcing(total: Declared, over: Extent | None) -> Message:
    """Return the document, a heading of it, or a line under one."""
    if total.until:
        return msg("The line")
    if over is None:
        return msg("The document")
    if over.section.line == total.line:
        return msg("The heading “{title}”", title=over.section.title)
    return msg("The line")
