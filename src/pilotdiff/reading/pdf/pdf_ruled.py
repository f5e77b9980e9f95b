"""Tables of a PDF page between rules, row by row."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pilotdiff.patterns import pattern
from pilotdiff.reading.pdf.pdf_grids import GridPlace, RuledGrid
from pilotdiff.reading.pdf.pdf_rules import Rule
from pilotdiff.reading.pdf.pdf_runs import TextRun, box_of
from pilotdiff.reading.pdf.pdf_text_lines import PageLine, closed_up, lines_of_runs, run_text


def ruled_rows(grid: RuledGrid, held: dict[GridPlace, list[TextRun]]) -> Iterator[PageLine]:
    owners = grid.merged()
    gathered: dict[GridPlace, list[TextRun]] = {}
    for place, runs in held.items():
        gathered.setdefault(owners[place], []).extend(runs)
    rights = {owner: grid.xs[place[1] + 1] for place, owner in owners.items()}
    texts = {
        owner: cell_text(runs, rights[owner] - grid.xs[owner[1]])
        for owner, runs in gathered.items()
    }
    for row in range(len(grid.ys) - 1):
        columns = range(len(grid.xs) - 1)
        own = [owners[row, column] for column in columns]
        cells = tuple(texts.get(place, "") for place in own)
        # A row that only repeats what reaches down into it is a stroke across a cell.
        if any(texts.get((row, column)) for column in columns):
            lying = [run for place in own for run in gathered.get(place, [])]
            over = any(_lies_over(run, grid.horizontal) for run in lying)
            yield PageLine("", cells, box_of(lying), unsure=over)


_MIDST = 0.3
"""In heights of a line: how far from its middle a rule of its table runs at least."""


def _lies_over(run: TextRun, rules: Sequence[Rule]) -> bool:
    """Tell whether a rule runs through the midst of a text, as one between two rows does where the
    cell is too low for its lines: which row it is of cannot be told, and others may be cut off."""
    x, y = run.middle
    near = (rule for rule in rules if abs(rule.at - y) < _MIDST * run.height)
    return any(rule.covers(rule.at, x) for rule in near)


_ROOM = 2.2
"""What a cell may leave free beside a line that fills it: its margins and less than a character."""


def cell_text(runs: list[TextRun], width: float) -> str:
    """Return the lines of a cell; one that reaches as far as any, and fills the cell, was broken
    by its width."""
    rows = [closed_up(row) for row in lines_of_runs(runs)]
    right = max(run.right for run in runs)
    text = ""
    for row, below in zip_longest(rows, rows[1:]):
        length, height = row[-1].right - row[0].left, row[-1].height
        room = height * len(_taken_along(below[0].text if below else ""))
        reaches = row[-1].right > right - height - room
        full = reaches and length > width - _ROOM * height - room
        text += run_text(row)
        text += "" if full and len(rows) > 1 else "\n"
    return text.strip("\n")


_LINE_BEGIN = pattern(r".([，。、；：！？”’）》】〕」』]+)")


def _taken_along(text: str) -> str:
    """Return the signs that no line begins with: the character before them goes with them.

    >>> _taken_along("治”，建立积分制"), _taken_along("建立积分制")
    ('”，', '')
    """
    found = _LINE_BEGIN.match(text)
    return found[1] if found else ""
