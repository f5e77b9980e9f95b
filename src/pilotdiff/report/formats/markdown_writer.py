"""Any answer as Markdown, for an issue, a wiki or a letter."""

from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.report.text_blocks import Bullets, TextBlock, TextHeading, TextTable
from pilotdiff.report.visible import visible


def text(blocks: Iterable[TextBlock]) -> Iterator[str]:
    """Yield the blocks in pieces, an empty line between two."""
    for number, block in enumerate(blocks):
        if number:
            yield "\n"
        yield from _block(block)


def _block(block: TextBlock) -> Iterator[str]:
    if isinstance(block, TextHeading):
        yield f"{'#' * block.level} {escape(block.text)}\n"
    elif isinstance(block, str):
        yield f"{escape(block)}\n"
    elif isinstance(block, Bullets):
        yield from (f"- {escape(one)}\n" for one in block.texts)
    else:
        yield from table(block)


def table(made: TextTable) -> Iterator[str]:
    """Yield a table, line by line."""
    yield _line([escape(cell) for cell in made.head])
    yield _line(["---"] * (len(made.head) - made.right) + ["---:"] * made.right)
    for row in made.rows:
        yield _line([escape(cell) for cell in row])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def escape(written: str) -> str:
    """Return the text as it stands, where Markdown or HTML would take a sign for a command."""
    for sign in "\\`*_|<>[]#":
        written = written.replace(sign, "\\" + sign)
    return visible(" ".join(written.split()))
