"""Names that are damaged, repaired, mixed in script, or unlike the others of their level."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.checks.within.each_or_all import each_or_all
from pilotdiff.model import Filed, Finding, Level, Message, RepairKind, Unit, Wildcard, msg, msgs
from pilotdiff.model.terms import LEVEL_NAMES
from pilotdiff.names import gazetteer, split
from pilotdiff.repair import mixes_scripts

# What stands for a character that is lost; 〓 is ours.
_LOST = frozenset("?？\ufffd□")
# Nearly all of a level do: what the others do is the list's way.
_NEARLY_ALL, _LEAST = 0.95, 10


@finds(
    note(
        "kind-missing",
        msg("A name lacks the word that says what the unit is, though nearly all others have it"),
        msg("One of forty communities is written 光明"),
    ),
    note(
        "parent-not-stated",
        msg("A name leaves out a parent that nearly all others state"),
        msg("One of forty communities stands without its street"),
    ),
    warning(
        "name-damaged",
        msg("A name is damaged, and a character of it is lost"),
        msg("?粕鐓^ is 〓科社區, of whose first character one byte is left"),
    ),
    note(
        "names-repaired",
        msg("Names were repaired before they were read"),
        msg("區(qū) is written for 區"),
    ),
    note(
        "names-mixed-script",
        msg("Names mix traditional and simplified script"),
        msg("会東縣 has characters of both"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Find damage and repairs, mixed script, odd kinds, parents left out."""
    units = filed.units.units
    yield from _damaged(filed, units)
    yield from _repaired(filed, units)
    yield from _mixed(filed, units)
    for level in dict.fromkeys(unit.level for unit in units):
        of_level = [unit for unit in units if unit.level is level]
        if len(of_level) >= _LEAST:
            yield from _without_kind(filed, of_level, level)
        yield from _without_parent(filed, of_level, level)


def _damaged(filed: Filed, units: Sequence[Unit]) -> Iterator[Finding]:
    for unit in units:
        if unit.entry.wildcards:
            known = tuple(dict.fromkeys(map(_known, unit.entry.wildcards)))
            message = msg("{name} is damaged: {known}", name=unit.name, known=known)
            figures = (("lost", len(unit.entry.wildcards)),)
            yield found("name-damaged", filed, unit.entry.line, message, figures)
        elif _LOST.intersection(unit.entry.text):
            message = msg("{name} has lost a character", name=unit.name)
            yield found("name-damaged", filed, unit.entry.line, message, (("lost", 1),))


def _known(wildcard: Wildcard) -> Message:
    """Return what is left of a lost character."""
    if wildcard.among:
        return msg("the lost character is one of {characters}", characters=wildcard.among)
    if wildcard.readings:
        readings = tuple(wildcard.readings)
        return msg("the lost character is read {readings}", readings=readings)
    if wildcard.trail is not None:
        byte = f"{wildcard.trail:02X}"
        return msg("of the lost character the second byte in GBK is left, {byte}", byte=byte)
    if wildcard.lead is not None:
        byte = f"{wildcard.lead:02X}"
        return msg("of the lost character the first byte in GBK is left, {byte}", byte=byte)
    return msg("of the lost character nothing is left")


def _repaired(filed: Filed, units: Sequence[Unit]) -> Iterator[Finding]:
    """Yield one note: repairs of damage are told, wording in another script or width is none."""
    kinds = [{repair.kind for repair in unit.entry.repairs} for unit in units]
    counts = Counter(kind for each in kinds for kind in each)
    told = {
        RepairKind.MOJIBAKE: msgs("{n} misread", "{n} misread", counts[RepairKind.MOJIBAKE]),
        RepairKind.PINYIN: msgs("{n} with pinyin", "{n} with pinyin", counts[RepairKind.PINYIN]),
        RepairKind.LOST: msgs(
            "{n} with a sign in place of a character",
            "{n} with a sign in place of a character",
            counts[RepairKind.LOST],
        ),
        RepairKind.GBK: msgs(
            "{n} with bytes out of step", "{n} with bytes out of step", counts[RepairKind.GBK]
        ),
    }
    found_kinds = tuple(told[kind] for kind in told if counts[kind])
    number = sum(not each.isdisjoint(told) for each in kinds)
    if number:
        message = msgs(
            "{n} name was repaired: {kinds}",
            "{n} names were repaired: {kinds}",
            number,
            kinds=found_kinds,
        )
        figures = (
            ("repaired", number),
            *((kind.value, counts[kind]) for kind in told if counts[kind]),
        )
        line = next(
            u.entry.line for u, each in zip(units, kinds, strict=True) if not each.isdisjoint(told)
        )
        yield found("names-repaired", filed, line, message, figures)


def _mixed(filed: Filed, units: Sequence[Unit]) -> Iterator[Finding]:
    mixed = [unit for unit in units if mixes_scripts(unit.entry.raw)]
    return each_or_all(
        "names-mixed-script",
        filed,
        mixed,
        lambda unit: msg("{name} mixes traditional and simplified script", name=unit.entry.raw),
        msg("{n} names mix traditional and simplified script", n=len(mixed)),
    )


def _without_kind(filed: Filed, units: Sequence[Unit], level: Level) -> Iterator[Finding]:
    """Yield names that no kind word ends, where nearly all others have one: cut off, perhaps."""
    bare = [unit for unit in units if not split(level, unit.own)[1] and not unit.entry.wildcards]
    if len(bare) > (1 - _NEARLY_ALL) * len(units):
        return
    yield from each_or_all(
        "kind-missing",
        filed,
        bare,
        lambda unit: msg("{name} lacks the word that says what it is", name=unit.own),
        msg("{n} names lack the word that says what they are", n=len(bare)),
    )


def _without_parent(filed: Filed, units: Sequence[Unit], level: Level) -> Iterator[Finding]:
    """Yield names that leave out a parent which nearly all others of the level state, or which
    nothing tells though it is told of others.

    Counties are often written right under their province, and some have no city to state.
    """
    if level.depth <= Level.COUNTY.depth:
        return
    said: set[int] = set()
    for upper in list(Level)[Level.PREFECTURE.depth : level.depth]:
        silent = [unit for unit in units if upper in unit.inferred or not unit.path[upper.depth]]
        if upper is Level.PREFECTURE:
            silent = [
                unit
                for unit in silent
                if not gazetteer.lies_in_no_city(unit.path.county, unit.path.province)
            ]
        if len(units) < _LEAST or len(silent) > (1 - _NEARLY_ALL) * len(units):
            silent = [unit for unit in _lacking(units, silent, upper) if id(unit) not in said]
        said |= set(map(id, silent))
        yield from _silent(filed, silent, upper)


def _lacking(units: Sequence[Unit], silent: Sequence[Unit], upper: Level) -> list[Unit]:
    """Return those of the silent ones of which neither the list nor the codes tell the parent,
    though others have one: of what lies in the same place, or of all where that is told no better.
    """
    depth = upper.depth
    told = {unit.path[:depth] for unit in units if unit.path[depth]}
    return [
        unit
        for unit in silent
        if told
        and not unit.path[depth]
        and (unit.path[:depth] in told or not any(unit.path[Level.PREFECTURE.depth : depth]))
    ]


def _silent(filed: Filed, units: Sequence[Unit], upper: Level) -> Iterator[Finding]:
    return each_or_all(
        "parent-not-stated",
        filed,
        units,
        lambda unit: msg(
            "{name} does not say in which {level} it lies, as the others do",
            name=unit.name,
            level=LEVEL_NAMES[upper],
        ),
        msg(
            "{n} names do not say in which {level} they lie, as the others do",
            n=len(units),
            level=LEVEL_NAMES[upper],
        ),
    )
