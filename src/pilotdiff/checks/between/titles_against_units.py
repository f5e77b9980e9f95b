"""Lists of results whose titles and units speak of different lists of pilots."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.filing.misplaced import misplaced
from pilotdiff.model import Filed, Finding, msg


@finds(
    warning(
        "results-of-another-batch",
        msg("The title of a list of results names one batch, its units are those of another"),
        msg("The results of 第二批 hold the pilots of 第一批, and hardly one of 第二批"),
    ),
    note(
        "results-of-another-year",
        msg("The title of a list of results names the year of one list, its units are of another"),
        msg("The demonstrations of 2020 hold pilots of 2019, and none of the pilots of 2020"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Find lists of results that title and units place with different lists of pilots."""
    for one in misplaced(documents):
        code = "results-of-another-batch" if one.by_number else "results-of-another-year"
        figures = (("units", one.units), ("shared", one.shared), ("told_shared", one.told_shared))
        yield found(code, one.results, 0, one.said, figures, (one.nearest.source.id, 0))
