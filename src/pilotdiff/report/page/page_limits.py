"""How much goes into a page; what is beyond it stands in diff.csv, and the page says so."""

from pilotdiff.model import Row
from pilotdiff.report.summary import MOST_URGENT_FIRST

# As a table of HTML: above it a browser takes seconds to open the page.
MOST_TABLED = 12_000
# Together with those that stand packed for the script; above it they take a browser's memory.
MOST_ROWS = 60_000
# Above it the features of every comparison would be most of the page; `pilotdiff explain` has them.
MOST_FEATURED = 2_000
# Of each unit: what else came into question.
MOST_CANDIDATES = 3
# A figure is read at a glance.
MOST_PLACES = 40
MOST_COLUMNS = 12
MOST_TILES = 420
# A longer list of places to choose from is no help.
MOST_CHOICES = 600
MOST_FINDINGS = 500
# Grave findings before the units; the others are folded.
MOST_OPEN = 12

_RANKS = {outcome: rank for rank, outcome in enumerate(MOST_URGENT_FIRST)}


def ordered(rows: tuple[Row, ...]) -> list[Row]:
    """Return the rows that the page shows: those that need a look first, each kind in its list's
    order."""
    return sorted(rows, key=lambda row: (_RANKS[row.outcome], not row.changes))[:MOST_ROWS]
