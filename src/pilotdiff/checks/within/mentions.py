"""Units that the text names, against the list."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.model import Entry, Filed, Finding, Level, Unit, msg
from pilotdiff.model.terms import counted
from pilotdiff.names import parse
from pilotdiff.repair import fold

# A sentence that names so many, and so large a share of a level, names them all.
_LEAST, _SHARE = 5, 0.8


@finds(
    warning(
        "mention-not-listed",
        msg("The text names a unit as one of the list, and the list does not have it"),
        msg("The text says 甲街道等30个街道, and 甲街道 is not listed"),
    ),
    warning(
        "listed-not-mentioned",
        msg("The text names all units of the list but this one"),
        msg("A letter names 30 of the 31 units that its annex lists"),
    ),
    note(
        "mentions-agree",
        msg("The text names the units of the list, all of them and no other"),
        msg("A letter names the 31 units that its annex lists"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Find units named as of the list that are not in it, and units left out where all are
    named."""
    units = filed.units.units
    levels = {unit.level for unit in units}
    lines = dict.fromkeys(mention.line for mention in filed.units.listing.mentions)
    whole = {total.line for total in filed.units.listing.declared if not total.section}
    told = {(each.line, each.text) for each in filed.units.census.missing}
    for line in lines:
        mentions = [m for m in filed.units.listing.mentions if m.line == line]
        named = [m for m in mentions if _level(m) in levels]
        listed = [m for m in named if _is_listed(m, units)]
        missing = [m for m in named if m not in listed]
        if line in whole or 2 * len(listed) >= len(named):
            for mention in (m for m in missing if (line, m.text) not in told):
                message = msg("The text names {name}, which is not in the list", name=mention.text)
                yield found("mention-not-listed", filed, line, message)
        left_out = list(_left_out(filed, line, named, units))
        yield from left_out
        if not missing and not left_out:
            yield from _agreeing(filed, line, listed, units)


# A sentence that names so many may be the list itself.
_ROW = 3


def in_short(filed: Filed) -> Iterator[Finding]:
    """Find units that sentences name among several of the list, which lacks them: it may have lost
    them."""
    missing = [one for one in check(filed) if one.code == "mention-not-listed"]
    named = Counter(mention.line for mention in filed.units.listing.mentions)
    yield from (one for one in missing if named[one.line] >= _ROW)


def _level(mention: Entry) -> Level | None:
    reading = parse(mention.text)
    return reading.level if reading else None


def _is_listed(mention: Entry, units: Sequence[Unit]) -> bool:
    return any(_names(mention, unit) for unit in units)


def _names(mention: Entry, unit: Unit) -> bool:
    """Tell whether a unit's path ends with what the text says, which may leave out parents and may
    go on behind the name."""
    path, text = fold("".join(unit.path)), fold(mention.text)
    goes_on = text.startswith(fold(unit.name)) and _level(mention) is unit.level
    as_written = text == fold(unit.entry.text)  # 四川成都白溪县, of which the unit's path says more
    told = path.endswith(text) or goes_on or as_written
    return told and all(fold(above) in path or _is_unsaid(above, unit) for above in mention.above)


def _is_unsaid(above: str, unit: Unit) -> bool:
    """Tell whether nothing says in which unit of that tier another lies."""
    reading = parse(above)
    return reading is not None and not unit.path[reading.level.depth]


def _left_out(
    filed: Filed, line: int, mentions: Sequence[Entry], units: Sequence[Unit]
) -> Iterator[Finding]:
    for level in dict.fromkeys(unit.level for unit in units):
        of_level = [unit for unit in units if unit.level is level]
        named = [unit for unit in of_level if any(_names(m, unit) for m in mentions)]
        if len(named) >= max(_LEAST, _SHARE * len(of_level)):
            for unit in of_level:
                if unit not in named:
                    message = msg(
                        "{name} is in the list, but line {line} names {number} without it",
                        name=unit.name,
                        line=line,
                        number=counted(level, len(named)),
                    )
                    other = (filed.source.id, line)
                    yield found(
                        "listed-not-mentioned", filed, unit.entry.line, message, other=other
                    )


def _agreeing(
    filed: Filed, line: int, mentions: Sequence[Entry], units: Sequence[Unit]
) -> Iterator[Finding]:
    """Yield that a line names every unit of the list, which is evidence too."""
    apart = all(unit.entry.line != line for unit in units)
    named = [unit for unit in units if apart and any(_names(m, unit) for m in mentions)]
    if len(units) >= _LEAST and len(named) == len(units) == len(mentions):
        said = counted(None, len(units))
        message = msg(
            "Line {line} names the {units} of the list, and no other", line=line, units=said
        )
        yield found("mentions-agree", filed, line, message, (("units", len(units)),))
