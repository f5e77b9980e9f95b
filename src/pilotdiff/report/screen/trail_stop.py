"""What one document says of a traced place: itself, where it is mentioned, and what lies in it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Outcome, Source, Unit
from pilotdiff.model.terms import counted
from pilotdiff.report.answers.sources_answer import standing
from pilotdiff.report.answers.trail_answer import outcomes, untold
from pilotdiff.report.named_documents import with_id
from pilotdiff.report.repair_words import repaired
from pilotdiff.report.report_terms import OUTCOMES, REPAIR_KINDS
from pilotdiff.report.row_words import reason
from pilotdiff.report.screen.pair_lists import differences
from pilotdiff.report.screen.style import COLOURS, heading
from pilotdiff.report.screen.terminal_layout import ScreenBlock, ScreenTable
from pilotdiff.tracing import Course, Sighting, Stop

# More units than these in one document are counted, not listed.
_MOST_UNITS = 24
OUTCOME_SIGNS = {
    Outcome.PROMOTED: "✓",
    Outcome.RENAMED: "≈",
    Outcome.MERGED: "⇒",
    Outcome.SPLIT: "⇐",
    Outcome.REPEATED: "=",
    Outcome.DROPPED: "✗",
    Outcome.NOT_ELIGIBLE: "–",
    Outcome.NEW: "+",
    Outcome.REVIEW: "?",
}


def parts(stop: Stop, way: Course, words: Words) -> Iterator[ScreenBlock]:
    """Yield the document, the place itself in it, and what lies in the place."""
    source = stop.document.source
    yield _document(source, words)
    if source.title:
        yield Text(source.title, style="dim")
    listed = [each for each in stop.itself if not each.mentioned]
    for each in listed:
        yield _itself(each, words)
    if stop.unpaired and any(each.row is None and not each.mentioned for each in stop.sightings):
        yield Text(words(untold(stop)), style="dim")
    yield from _mentions([each for each in stop.sightings if each.mentioned], words)
    yield from _within(stop, way, words)


def _document(source: Source, words: Words) -> Text:
    date = source.date or words("no date")
    return heading(f"{date}  {with_id(source.id, words)}", standing(source, words))


def _itself(each: Sighting, words: Words) -> ScreenTable:
    """Return the traced unit in one list: its name and outcome, how it is written, what was
    repaired."""
    unit, entry = each.unit, each.unit.entry
    grid = _grid()
    grid.add_row(_sign(each), _named(unit.name, each, words))
    written = Text(words("line {n}", n=entry.line), style="dim")
    ordinal = words("No. {ordinal}", ordinal=entry.ordinal) if entry.ordinal else ""
    for fact in (ordinal, entry.category):
        written.append(f" · {fact}" if fact else "")
    if entry.raw != unit.name:
        written.append(f" · {words('written')} ").append_text(_written(entry.raw, unit.name))
    grid.add_row("", written)
    for kind, repairs in groupby(entry.repairs, lambda repair: repair.kind):
        said = words(
            "{kind}: {steps}", kind=words(REPAIR_KINDS[kind]), steps=repaired(repairs, words)
        )
        grid.add_row("", Text(said, style="dim"))
    if each.partner:
        grid.add_row("", _other(each, each.partner, words))
    if each.row and each.row.outcome is not Outcome.PROMOTED:
        grid.add_row("", Text(reason(each.row, words), style="dim"))
    return grid


def _named(name: str, each: Sighting, words: Words) -> Text:
    text = Text(name, style="bold")
    if each.row:
        outcome = each.row.outcome
        text.append(f"  {words(OUTCOMES[outcome])}", style=f"not bold {COLOURS[outcome]}")
    return text


def _other(each: Sighting, partner: Unit, words: Words) -> Text:
    """Return the unit of the other list, with what differs marked, and where it stands."""
    _, name = differences(each.unit.name, partner.name)
    where = words("{document}, line {n}", document=each.other, n=partner.entry.line)
    return Text(f"{_arrow(each)} ").append_text(name).append(f"  {where}", style="dim")


def _mentions(told_of: Sequence[Sighting], words: Words) -> Iterator[ScreenTable]:
    """Yield what running text says, line by line."""
    for line in dict.fromkeys(each.unit.entry.line for each in told_of):
        names = tuple(
            dict.fromkeys(each.unit.entry.raw for each in told_of if each.unit.entry.line == line)
        )
        grid = _grid()
        said = words("named in the text, line {n}: {names}", n=line, names=names)
        grid.add_row("“", Text(said))
        yield grid


def _within(stop: Stop, way: Course, words: Words) -> Iterator[ScreenBlock]:
    """Yield the units that lie in the place by level: each, or their number where they are many."""
    for level in LEVELS:
        here = stop.within(level)
        if here:
            yield _sum(here, words(counted(level, len(here))), words)
        if here and not are_many(stop):
            yield _each(here, way, words)


def are_many(stop: Stop) -> bool:
    """Tell whether the units that lie in the place are counted, not listed."""
    return sum(len(stop.within(level)) for level in LEVELS) > _MOST_UNITS


def _sum(here: Sequence[Sighting], title: str, words: Words) -> Text:
    """Return a sum of units: "4 communities: promoted 3, dropped 1"."""
    text = Text(title)
    for number, (outcome, count) in enumerate(outcomes(here).items()):
        text.append(words(", ") if number else words(": "))
        text.append(f"{words(OUTCOMES[outcome])} {count:,}", style=COLOURS[outcome])
    return text


def _each(here: Sequence[Sighting], way: Course, words: Words) -> ScreenTable:
    """Return a line a unit: its name below the place, category and line, and what it became."""
    grid = ScreenTable(gap=2)
    grid.add_column(right=True, width=3, wraps=False)
    grid.add_column()
    grid.add_column(style="dim")
    for each in here:
        entry = each.unit.entry
        facts = (entry.category, words("line {n}", n=entry.line))
        name = Text(_below(each.unit, way))
        if each.partner is not None and _below(each.partner, way) != name.plain:
            _, other = differences(name.plain, _below(each.partner, way))
            name.append(f" {_arrow(each)} ", style="dim").append_text(other)
        grid.add_row(_sign(each), name, Text(" · ".join(filter(None, facts))))
    return grid


def _arrow(each: Sighting) -> str:
    """Return an arrow forward from a pilot to its result, and back."""
    is_pilot = each.row and each.row.pilot and each.row.pilot.entry is each.unit.entry
    return "→" if is_pilot else "←"


def _below(unit: Unit, way: Course) -> str:
    """Return the name without the parts above and of the place; whole where it lies elsewhere."""
    return "".join(unit.path[way.level.depth + 1 :]) or unit.name


def _written(raw: str, shown: str) -> Text:
    """Return the text as written, with what differs from the name shown marked."""
    text = Text()
    for tag, _, _, start, end in SequenceMatcher(None, shown, raw, autojunk=False).get_opcodes():
        text.append(raw[start:end], style="" if tag == "equal" else "underline")
    return text


def _sign(each: Sighting) -> Text:
    if each.row is None:
        return Text("·")
    return Text(OUTCOME_SIGNS[each.row.outcome], style=COLOURS[each.row.outcome])


def _grid() -> ScreenTable:
    grid = ScreenTable()
    grid.add_column(width=2, wraps=False)
    return grid
