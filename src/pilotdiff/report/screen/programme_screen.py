"""The batches of programmes on the screen: the funnel, its sources, places and categories."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from pilotdiff.in_groups import in_groups
from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Level, Message, msg
from pilotdiff.programme import Batch, Count, Programme, Stage, Tier, Topic
from pilotdiff.record import RecordedChange, of_change
from pilotdiff.report import programme_words, report_terms
from pilotdiff.report.answers.programme_answer import ProgrammeAnswer
from pilotdiff.report.pilot_shares import rate
from pilotdiff.report.screen import programme_matrix, programme_places
from pilotdiff.report.screen.next_commands import with_purposes
from pilotdiff.report.screen.style import bar, headed_table, heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable

_MOST = 4
_ENDS = (Stage.PILOTS, Stage.DEMONSTRATIONS)
_TOPICS = (Topic.MONEY, Topic.ORGANISATIONS)


def parts(answer: ProgrammeAnswer, width: int) -> Iterator[ScreenBlock]:
    """Yield each batch, then the documents that are in none.

    Several stand in one table first, and many there alone.
    """
    programme, words = answer.programme, answer.words
    if len(programme.batches) > 1:
        yield _overview(programme, words)
    yield from _missing(programme, words)
    for doubt in programme.doubts:
        yield Text(words(doubt), style="yellow")
    for batch in programme.batches if len(programme.batches) <= _MOST else ():
        yield _title(batch, words)
        for doubt in batch.doubts:
            yield Text(words(doubt), style="yellow")
        yield from _funnel(batch, words)
        yield from _amounts(batch, words)
        yield from programme_places.parts(batch, width, words)
        yield from programme_matrix.parts(batch, width, words)
    if programme.unplaced:
        said = words("In no batch: {documents}", documents=programme.unplaced)
        yield Text(said, style="dim")
    yield with_purposes(_following(programme, answer.asked), words, width)


def _missing(programme: Programme, words: Words) -> Iterator[ScreenBlock]:
    """Yield the batches between others that no document tells a number of."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for batch in programme.batches:
        if batch.number:
            numbers.setdefault((batch.programme, batch.province), []).append(batch.number)
    for there in numbers.values():
        for number in range(min(there), max(there)):
            if number not in there:
                said = words("batch {n}", n=number)
                why = words("no number in any of the documents")
                yield Text(words("{head}: {said}", head=said, said=why), style="yellow")


def _title(batch: Batch, words: Words) -> ScreenBlock:
    """Return the title of a programme: its name, then its documents in time."""
    title = heading(programme_words.name(batch, words))
    grid = ScreenTable(gap=2)
    grid.add_column(style="dim", wraps=False)
    grid.add_column(style="dim", wraps=False)
    grid.add_column(style="dim")
    left = list(batch.changes)
    for source in batch.documents:
        while left and source.date and left[0].year < int(source.date[:4]):
            grid.add_row(*_change(left.pop(0), words))
        kind = words(report_terms.SOURCE_KINDS[source.kind]) if source.kind else ""
        grid.add_row(source.date, kind, Text(source.title or source.id))
    for change in left:
        grid.add_row(*_change(change, words))
    return Group(title, grid)


def _change(change: RecordedChange, words: Words) -> tuple[str, str, Text]:
    return str(change.year), words("official record"), Text(words(of_change(change)))


def _funnel(batch: Batch, words: Words) -> Iterator[ScreenBlock]:
    """Yield a line a number: how many, of the level's most, and where that stands; nothing where
    no number is known."""
    if not batch.tiers:
        return
    made = headed_table()
    made.add_column(wraps=False)
    made.add_column(words("Number"), right=True, wraps=False)
    made.add_column(wraps=False)
    made.add_column(words("Rate"), right=True, wraps=False)
    made.add_column(words("Source"))
    for tier in batch.tiers:
        made.add_row(Text(words(report_terms.LEVEL_HEADINGS[tier.level]), style="bold"))
        for stage in Stage:
            # Where nothing was planned in writing, nothing is missing.
            if stage is not Stage.PLANNED or tier.planned:
                _stage(made, tier, stage, words)
    yield made


_WENT_ON = msg("{rate} pilots went on; {source}")
_WITH_PARTS = msg("{rate} pilots went on, {n} more as part of another unit; {source}")


def _stage(made: ScreenTable, tier: Tier, stage: Stage, words: Words) -> None:
    most = max((tier.at(each)[0].number for each in Stage if tier.at(each)), default=0)
    best = tier.best(stage)
    label = f"  {words(programme_words.STAGES[stage])}"
    if best is None:
        made.add_row(Text(label, style="dim"), Text("·", style="dim"))
        return
    went = tier.followed if stage is Stage.DEMONSTRATIONS else None
    share = rate(went.kept, went.of, went.undecided, words, went.unread) if went else ""
    for place, counts in enumerate(_equal(tier.at(stage))):
        one = counts[0]
        said = words("; ").join(map(words, programme_words.bases(counts)))
        if one.yearly:
            said = words("every year; {source}", source=said)
        if place and tier.disagrees(stage) and not one.about:
            said = words("differs: {source}", source=said)
        if went and went.of and not place and _has_others(tier):
            told = _WITH_PARTS.given(n=went.joined) if went.joined else _WENT_ON
            number = programme_words.rate_in_numbers(went)
            said = words(told.given(rate=number, source=said))
        drawn = bar(one.number, max(most, one.number))
        made.add_row(
            "" if place else label,
            programme_words.number(one, words),
            drawn,
            "" if place else share,
            Text(said, style="yellow" if place and tier.disagrees(stage) else "dim"),
        )


def _overview_rate(tier: Tier, words: Words) -> str:
    """Return the rate beside the numbers of a tier, in numbers where it was made of others."""
    went = tier.followed
    if went is None or not went.of:
        return ""
    if _has_others(tier):
        return words(programme_words.rate_in_numbers(went))
    return rate(went.kept, went.of, went.undecided, words, went.unread)


def _has_others(tier: Tier) -> bool:
    """Tell whether the numbers of the funnel are not those of its rate: what is no pilot is a
    demonstration as well."""
    went = tier.followed
    best = [tier.best(stage) for stage in _ENDS]
    return went is not None and [c.number for c in best if c] != [went.of, went.kept]


def _equal(counts: Sequence[Count]) -> list[list[Count]]:
    """Return the numbers, those that are the same together, whatever they rest on."""
    found = in_groups(counts, lambda count: (count.number, count.about, count.yearly))
    return list(found.values())


def _amounts(batch: Batch, words: Words) -> Iterator[ScreenBlock]:
    """Yield money and organisations; what else figures count is only said to be there."""
    made = headed_table()
    made.add_column(wraps=False)
    made.add_column(words("Figure"), right=True, wraps=False)
    made.add_column(words("What"))
    made.add_column(words("Source"), style="dim")
    shown = 0
    for topic in _TOPICS:
        some = [amount for amount in batch.amounts if amount.topic is topic]
        for place, amount in enumerate(some):
            shown += 1
            (source,) = map(words, programme_words.places([amount.source]))
            label = "" if place else words(programme_words.TOPICS[topic])
            made.add_row(label, programme_words.amount(amount, words), Text(amount.subject), source)
    if shown:
        more = len(batch.amounts) - shown
        note = words.number("{n} more figure in JSON", "{n} more figures in JSON", more)
        yield Group(heading(words("Money and organisations"), note if more else ""), made)


def _following(programme: Programme, documents: str) -> list[tuple[str, Message]]:
    call = f"pilotdiff programme {documents}".rstrip()
    commands = [(f"{call} -f csv", msg("every number with its source, for a table"))]
    if len(programme.batches) > 1:
        last = programme.batches[-1]
        chosen = [("--programme", last.province if _provinces(programme) else "")]
        chosen.append(("--batch", str(last.number or last.year or "")))
        given = " ".join(f"{option} {value}" for option, value in chosen if value)
        commands.append((f"{call} {given}".rstrip(), msg("one batch, whole")))
    return commands


def _provinces(programme: Programme) -> bool:
    """Tell whether there are several."""
    return len({batch.province for batch in programme.batches}) > 1


def _overview(programme: Programme, words: Words) -> ScreenBlock:
    """Return a line a batch, under its programme."""
    levels = [
        level
        for level in LEVELS
        if any(tier.level is level for batch in programme.batches for tier in batch.tiers)
    ]
    made = headed_table()
    made.add_column(most=32)
    for level in levels:
        made.add_column(words(report_terms.LEVEL_HEADINGS[level]), right=True, wraps=False)
        made.add_column(words("Rate"), right=True, wraps=False)
    programmes = groupby(programme.batches, key=lambda batch: batch.programme)
    several = len({batch.programme for batch in programme.batches}) > 1
    for name, batches in programmes:
        if several:
            made.add_row(Text(name or words("Programme without a name"), style="dim"))
        for batch in batches:
            _row(made, batch, levels, words)
    total = words.number("{n} batch", "{n} batches", len(programme.batches))
    return Group(heading(total, words("pilots → demonstrations")), made)


def _row(made: ScreenTable, batch: Batch, levels: list[Level], words: Words) -> None:
    cells: list[str] = []
    for level in levels:
        tier = next((tier for tier in batch.tiers if tier.level is level), None)
        pilots, kept = (tier.best(stage) if tier else None for stage in _ENDS)
        shown = [programme_words.number(count, words) if count else "·" for count in (pilots, kept)]
        cells.append(" → ".join(shown) if kept else shown[0])
        cells.append(_overview_rate(tier, words) if tier else "")
    made.add_row(programme_words.edition(batch, words), *cells)
