"""What one document says: of itself, entry by entry, and on request what was passed over."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from pilotdiff.census.counted_totals import CountedTotal, counted_totals
from pilotdiff.checks.first_warnings import beside_totals
from pilotdiff.filing import filed
from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Figure, Listing, RepairKind, Unit, Units, msg
from pilotdiff.report import report_terms
from pilotdiff.report.answers.entries_answer import EntriesAnswer
from pilotdiff.report.named_documents import with_id
from pilotdiff.report.passed_over import passed_over
from pilotdiff.report.screen import leftout, title
from pilotdiff.report.screen.next_commands import with_purposes
from pilotdiff.report.screen.screen_limits import MOST_NAMES, cut
from pilotdiff.report.screen.style import headed_table, heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable
from pilotdiff.report.screen.warned import warnings

FEW = 3
_SCRIPTS = {"traditional": msg("traditional script"), "simplified": msg("simplified script")}


def parts(answer: EntriesAnswer, _: int) -> Iterator[ScreenBlock]:
    """Yield the screen of `pilotdiff parse`."""
    units, words, listing = answer.units, answer.words, answer.units.listing
    yield Group(_head(units, words), _checksums(units, words))
    yield from warnings(beside_totals(filed(units)), words, named=False)
    if units.units:
        yield from _entries(units, words)
    if listing.figures:
        yield _figures(listing.figures, words)
    if answer.with_passed_over:
        yield from _passed_over(units, words)
    else:
        yield from leftout.of_document(units, words, answer.asked)
        if passed_over(units):
            command = leftout.retyped_parse(listing.document.name, answer.asked)
            yield with_purposes(
                [(command, msg("the lines without a unit, with the reason"))], words
            )


def _head(units: Units, words: Words) -> ScreenTable:
    listing = units.listing
    grid = ScreenTable()
    grid.add_row(Text(listing.called, style="bold"))
    counted = title.census(units, words)
    if not units.units:
        counted = words(
            "no list; {figures}",
            figures=words.number("{n} figure", "{n} figures", len(listing.figures)),
        )
    for line in (title.credits(listing, words), _reading(listing, words), counted):
        if line:
            grid.add_row(Text(line, style="" if line is counted else "dim"))
    return grid


def _checksums(units: Units, words: Words) -> ScreenTable:
    """Return a line a total, its text beside the sign; of headings the lowest, where it alone tells
    which."""
    grid = ScreenTable()
    grid.add_column(width=2, wraps=False)
    totals = list(counted_totals(units))
    paths = {one.total.section for one in totals if one.total.section}
    lowest = Counter(path[-1] for path in paths)
    of_section = Counter(one.total.section for one in totals)
    # What several sentences say alike is told once, where nothing is missing.
    said: dict[tuple[str, int], CountedTotal] = {}
    for one in totals:
        text = _checksum(one, units.listing.title, lowest, words)
        path = one.total.section
        if of_section[path] > 1 and path[-1:] and one.total.text.strip() != path[-1].strip():
            # It counts a row under the heading, not all that stands there.
            text = f"{words('line {n}', n=one.total.line)} · {text}"
        said.setdefault((text, 0 if one.agrees or one.wider else one.total.line), one)
    for (text, _), one in said.items():
        sign = Text("✓ ", style="green") if one.agrees else Text("✗ ", style="bold red")
        if one.wider:
            sign = Text("– ", style="dim")
        grid.add_row(sign, Text(text))
    return grid


def _reading(listing: Listing, words: Words) -> str:
    """Return how the document was read: encoding, script, and what reading had to decide."""
    document = listing.document
    encoding = words("read as {encoding}", encoding=document.encoding or document.format)
    script = words(_SCRIPTS[listing.script]) if listing.script else ""
    name = with_id(document.name, words)
    return " · ".join(filter(None, (name, encoding, script, *map(words, document.notes))))


def _checksum(one: CountedTotal, title_: str, lowest: Mapping[str, int], words: Words) -> str:
    """Return the line for a total, as `check` finds it, under its headings below the title."""
    total, number = one.total, one.number
    heads = [head for head in total.section if head != title_]
    if heads and lowest[heads[-1]] == 1:
        heads = heads[-1:]
    section = " › ".join(heads)
    said = report_terms.counted(total.level, total.number)
    values = {"declared": said, "counted": f"{number:,}"}
    if one.again:
        line = words.number(
            "declared {declared}, counted {counted}, and {n} entry more that stands there already",
            "declared {declared}, counted {counted}, and {n} entries more that stand there already",
            one.again,
            **values,
        )
    elif number == total.number:
        line = words("declared {declared}, counted {counted}", **values)
    elif one.agrees:
        line = words("declared {declared}; all parts together are {counted}", **values)
    elif one.wider:
        line = words("declared {declared} {wider}: not compared", wider=one.wider, **values)
    else:
        values["n"] = f"{abs(number - total.number):,}"
        line = (
            words("declared {declared}, counted {counted}: {n} too few", **values)
            if number < total.number
            else words("declared {declared}, counted {counted}: {n} too many", **values)
        )
    return words("{head}: {said}", head=section, said=line) if section else line


def _entries(units: Units, words: Words) -> Iterator[ScreenBlock]:
    shown = units.units[:MOST_NAMES]
    levels = Counter(unit.level for unit in units.units)
    # That a traditional document was converted is said in its head.
    converted = (
        {words(report_terms.REPAIR_KINDS[RepairKind.SCRIPT])}
        if units.listing.script == "traditional"
        else set()
    )
    shared = _throughout(shown, words) | converted
    if shared - converted:
        remarks = words(", ").join(sorted(shared - converted))
        yield Text(words("throughout: {remarks}", remarks=remarks), style="dim")
    for level in LEVELS:
        here = [unit for unit in shown if unit.level is level]
        if here:
            yield _level(here, levels[level], words, shared)
    yield from cut(units.units, words)


def _level(units: list[Unit], count: int, words: Words, shared: frozenset[str]) -> ScreenBlock:
    made = headed_table()
    categories = any(unit.entry.category for unit in units)
    made.add_column(words("Line"), right=True, style="dim", wraps=False)
    made.add_column(words("No."), right=True, style="dim", wraps=False)
    made.add_column(words("Unit"))
    if categories:
        made.add_column(words("Category"))
    made.add_column(words("Remarks"), style="dim")
    for unit in units:
        entry = unit.entry
        category = [entry.category] if categories else []
        own = (remark for remark in _remarks(unit, words) if remark not in shared)
        remarks = words(", ").join(own)
        cells = [str(entry.line), entry.ordinal, unit.name, *category, remarks]
        made.add_row(*(Text(cell) for cell in cells))
    return Group(heading(f"{words(report_terms.LEVEL_HEADINGS[units[0].level])} {count:,}"), made)


def _remarks(unit: Unit, words: Words) -> list[str]:
    """Return the note, the kinds of repair, and the parents that the context gave."""
    kinds = dict.fromkeys(
        words(report_terms.REPAIR_KINDS[repair.kind]) for repair in unit.entry.repairs
    )
    told = "".join(unit.path[level.depth] for level in unit.recorded)
    given = "".join(unit.path[level.depth] for level in unit.inferred if level not in unit.recorded)
    inferred = words("{parts} inferred", parts=given) if given else ""
    recorded = words("{parts} inferred from the official record", parts=told) if told else ""
    return [remark for remark in (unit.entry.note, *kinds, inferred, recorded) if remark]


def _throughout(units: Sequence[Unit], words: Words) -> frozenset[str]:
    """Return the remarks that are the same for every entry: said once, not on each line."""
    if len(units) < FEW:
        return frozenset()
    return frozenset.intersection(*(frozenset(_remarks(unit, words)) for unit in units))


def _figures(figures: tuple[Figure, ...], words: Words) -> ScreenBlock:
    made = headed_table()
    made.add_column(words("Line"), right=True, style="dim", wraps=False)
    made.add_column(words("Figure"), right=True, wraps=False)
    made.add_column(words("What"))
    for figure in figures:
        value = f"{words('about ') if figure.about else ''}{figure.value:,.12g} {figure.unit}"
        made.add_row(str(figure.line or ""), value, Text(figure.subject or figure.text))
    return Group(heading(f"{words('Figures')} {len(figures)}"), made)


def _passed_over(units: Units, words: Words) -> Iterator[ScreenBlock]:
    lines = passed_over(units)
    note = words("lines without a unit, with the reason")
    made = headed_table()
    made.add_column(words("Line"), right=True, style="dim", wraps=False)
    made.add_column(words("Text"), wraps=False, most=60)
    made.add_column(words("Why"), style="dim")
    for skip in lines[:MOST_NAMES]:
        mark = "yellow" if skip.suspicious else ""
        made.add_row(str(skip.line), Text(skip.text, style=mark), Text(words(skip.why)))
    title_line = heading(f"{words('Passed over')} {len(lines)}", note, "yellow")
    yield Group(title_line, made, *cut(lines, words)) if lines else title_line
