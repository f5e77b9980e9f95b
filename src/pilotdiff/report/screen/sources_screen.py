"""The documents of a catalogue on a terminal, and which cites which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.report.answers.sources_answer import (
    CitedDocument,
    Shipped,
    SourcesAnswer,
    citations,
    held,
    standing,
)
from pilotdiff.report.named_documents import with_id
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable
from pilotdiff.report.screen.title import credits

if TYPE_CHECKING:
    from pilotdiff.catalogue import Catalogue


def parts(answer: SourcesAnswer, _: int) -> Iterator[ScreenBlock]:
    """Yield one paragraph a document, then the citations, then how to use them."""
    words = answer.words
    for each in answer.shipped:
        yield _document(each, words)
    every = citations(answer.shipped)
    if every:
        yield _citations(every, words)
    yield _use(answer.catalogue, words)


def _document(each: Shipped, words: Words) -> Group:
    source = each.source
    grid = ScreenTable()
    found = " · ".join(filter(None, (source.site, source.page, source.seen)))
    page = words("{head}: {said}", head=words("Found on the page"), said=found) if found else ""
    for line in (source.title, credits(source, words), page, held(each, words)):
        if line:
            grid.add_row("  ", Text(line))
    head = heading(with_id(source.id, words), standing(source, words), "cyan")
    return Group(head, grid)


def _citations(every: list[CitedDocument], words: Words) -> Group:
    grid = ScreenTable()
    for each in every:
        if each.cited:
            line = words(
                "{citing} cites {number}, which is {cited}",
                citing=each.citing,
                number=each.number,
                cited=each.cited,
            )
            grid.add_row("  ", line)
    outside = dict.fromkeys(each.number for each in every if not each.cited)
    if outside:
        line = words("cited and not here: {numbers}", numbers="  ".join(outside))
        grid.add_row("  ", Text(line, style="dim"))
    return Group(heading(words("Which document cites which")), grid)


def _use(catalogue: Catalogue, words: Words) -> Text:
    """Return how the ids are used in calls."""
    named = f" --catalogue {catalogue.name}" if catalogue.name else ""
    text = Text()
    if catalogue.example:
        pilots, results = (source.id for source in catalogue.example)
        example = words(
            "To compare {pilots} and {results}: {command}",
            command=f"pilotdiff match{named}",
            pilots=pilots,
            results=results,
        )
        text.append(f"{example}\n")
    lists = [source.id for source in catalogue.sources if source.path]
    command = f"pilotdiff parse {lists[-1] if lists else catalogue.sources[-1].id}{named}"
    return text.append(
        words("An id stands for its document in every call: {command}", command=command)
    )
