"""A unit's way through the documents as a timeline: date, document, what it says of the unit."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import msg
from pilotdiff.model.terms import LEVEL_NAMES
from pilotdiff.record import RecordedChange, of_change
from pilotdiff.report.answers.trail_answer import TrailAnswer, whole_path
from pilotdiff.report.screen.next_commands import with_purposes
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable, lines_of_block
from pilotdiff.report.screen.trail_stop import are_many
from pilotdiff.report.screen.trail_stop import parts as stop_parts
from pilotdiff.report.shell_words import shell_word
from pilotdiff.tracing import Course, Stop
from pilotdiff.tracing.searched_text import LiteralWords

# Places that share a name are shown one after the other, or named only where they are too many.
_MOST_WAYS = 5
_MOST_NAMED = 40
_MOST_LINES = 10


def parts(answer: TrailAnswer, width: int) -> Iterator[ScreenBlock]:
    """Yield the places that bear the name, each with its timeline."""
    trail, words = answer.trail, answer.words
    if len(trail.ways) > 1:
        yield _bearers(answer, width)
    if len(trail.ways) <= _MOST_WAYS:
        for way in trail.ways:
            yield from _way(way, words)
    if trail.words:
        title = words("{name}: among no units that were read", name=trail.name)
        yield Group(heading(title), *_literal(trail.words, words))
    undated = [filed.source.id for filed in trail.documents if not filed.source.date]
    if undated:
        last = words("Without a date, and therefore last: {documents}", documents=tuple(undated))
        yield Text(last, style="dim")


def _bearers(answer: TrailAnswer, width: int) -> Group:
    """Return which places bear the name, and how to ask for one."""
    trail, words = answer.trail, answer.words
    grid = ScreenTable(gap=2)
    for way in trail.ways[:_MOST_NAMED]:
        listed = sum(not stop.is_proposed for stop in way.stops)
        documents = words.number("in {n} document", "in {n} documents", listed)
        if open_ := len(way.stops) - listed:
            documents = words("{said}, perhaps in {n} more", said=documents, n=open_)
        grid.add_row(Text(f"  {whole_path(way)}"), Text(documents, style="dim"))
    title = words.number(
        "{n} place is called {name}",
        "{n} places are called {name}",
        len(trail.ways),
        name=trail.name,
    )
    return Group(heading(title), grid, *_choosing(answer, width))


def _choosing(answer: TrailAnswer, width: int) -> Iterator[ScreenBlock]:
    """Yield where they are too many to be shown: how many are not even named, and how to ask for
    one."""
    trail, words = answer.trail, answer.words
    left = len(trail.ways) - _MOST_NAMED
    if left > 0:
        yield Text(f"  {words('… and {n} more: -f csv prints them all', n=f'{left:,}')}", "dim")
    if len(trail.ways) > _MOST_WAYS:
        way = trail.ways[0]
        place = next(filter(None, reversed(way.path[: way.level.depth])), "…")
        asked = f" {answer.asked}" if answer.asked else ""
        command = f"pilotdiff trace {shell_word(trail.name)}{asked} --within {shell_word(place)}"
        yield Text("")
        yield with_purposes([(command, msg("one of them"))], words, width)


def _way(way: Course, words: Words) -> Iterator[ScreenBlock]:
    yield _head(way, words)
    yield Timeline(way, words)
    if any(map(are_many, way.stops)):
        yield Text(words("Where units are only counted, -f csv lists each of them."), style="dim")
    yield from _literal(way.words, words)
    for said, documents in (
        (msg("Neither among the units read nor in the text of"), way.not_named_in),
        (msg("Of these there are figures alone, and no text to look in"), way.without_text),
    ):
        if documents:
            names = tuple(filed.source.id for filed in documents)
            yield Text(words("{head}: {said}", head=said, said=names), style="dim")


def _literal(found: Sequence[LiteralWords], words: Words) -> Iterator[Text]:
    """Yield the lines in which the name stands and the unit was not read."""
    for one in found[:_MOST_LINES]:
        yield Text(f"  {_said_of(one, words)}")
    if len(found) > _MOST_LINES:
        yield Text(f"  {words('… and {n} more', n=len(found) - _MOST_LINES)}", style="dim")


def _said_of(one: LiteralWords, words: Words) -> str:
    document, line = one.document.source.id, one.line
    if one.units:
        return words(
            "{document}, line {n}: the name stands there, and was read as {units}",
            document=document,
            n=line,
            units=one.units,
        )
    return words(
        "{document}, line {n}: the words stand there, and were not read as a unit: …{text}…",
        document=document,
        n=line,
        text=one.text,
    )


def _head(way: Course, words: Words) -> Group:
    above = "".join(way.path[: way.level.depth])
    level = words(LEVEL_NAMES[way.level])
    where = words("{level} in {place}", level=level, place=above) if above else level
    title = heading(way.names[0], where, "cyan")
    others = way.names[1:]
    if not others:
        return Group(title)
    return Group(title, Text(words("also called {names}", names=others), style="dim"))


class Timeline(Group):
    """The documents one under the other on a line that joins them."""

    def __init__(self, way: Course, words: Words) -> None:
        super().__init__()
        self._way = way
        self._words = words

    def lines(self, width: int) -> Iterator[Text]:
        """Yield the lines of the timeline, none of them wider than `width` cells."""
        stops = self._way.timeline
        for number, stop in enumerate(stops):
            last = number == len(stops) - 1
            rail = " " if last else "│"
            is_change = isinstance(stop, RecordedChange)
            first, *rest = (
                line for part in self._parts(stop) for line in lines_of_block(part, width - 2)
            )
            yield Text().append("○ " if is_change else "● ", style="cyan").append_text(first)
            for line in rest:
                yield Text().append(f"{rail} ", style="dim").append_text(line)
            if not last:
                yield Text(rail, style="dim")

    def _parts(self, stop: Stop | RecordedChange) -> Iterable[ScreenBlock]:
        if isinstance(stop, RecordedChange):
            said = self._words(of_change(stop))
            return [heading(str(stop.year), self._words("official record")), Text(said)]
        return stop_parts(stop, self._way, self._words)
