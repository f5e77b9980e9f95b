"""The shipped documents on a terminal, and which cites which."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.report.screen.layout import Block, Table
from pilotdiff.report.screen.style import heading
from pilotdiff.report.shipped import Citation, Shipped, citations, holds
from pilotdiff.report.words import Words


def parts(shipped: list[Shipped], example: tuple[str, str], words: Words) -> Iterator[Block]:
    """One paragraph a document, then the citations, then how to use them."""
    for each in shipped:
        yield _document(each, words)
    yield _citations(citations(shipped), words)
    pilots, results = example
    text = Text(words("example", pilots=pilots, results=results))
    command = f"pilotdiff parse {results}"
    yield text.append("\n" + words("ids_are_names", command=command))


def _document(each: Shipped, words: Words) -> Table:
    source = each.source
    grid = Table()
    grid.add_column()
    grid.add_row(heading(source.id, words(f"kind_{source.kind}"), "cyan"))
    origin = (source.issuer, source.number, source.date, source.site)
    for line in (source.title, " · ".join(filter(None, origin)), holds(each, words)):
        grid.add_row(Text(f"  {line}"))
    return grid


def _citations(every: list[Citation], words: Words) -> Table:
    grid = Table()
    grid.add_column()
    grid.add_row(heading(words("cites")))
    for each in every:
        if each.cited:
            grid.add_row(
                "  " + words("cited", citing=each.citing, number=each.number, cited=each.cited)
            )
    outside = dict.fromkeys(each.number for each in every if not each.cited)
    if outside:
        numbers = words("cited_outside", numbers="  ".join(outside))
        grid.add_row(Text(f"  {numbers}", style="dim"))
    return grid
