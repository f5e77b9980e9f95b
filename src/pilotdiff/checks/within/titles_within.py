"""The figures of the title, against the text below it."""

from collections.abc import Iterator

from pilotdiff.checks.code import finds, found, warning
from pilotdiff.facts.figures import read_figures
from pilotdiff.model import Clean, Figure, Filed, Finding, Listing, msg
from pilotdiff.names import whole_name
from pilotdiff.repair import fold
from pilotdiff.repair.texts import Text


@finds(
    warning(
        "title-differs",
        msg("The title and the text give different numbers of the same"),
        msg("The title says 30 streets, and the text 40"),
    )
)
def check(filed: Filed) -> Iterator[Finding]:
    """Yield each figure of the title of which the text gives another number."""
    listing = filed.units.listing
    for counted in read_figures([Text(0, Clean(listing.title, listing.title))]):
        figure = counted.figure
        told = [each for each in listing.figures if _same(each, figure)]
        if told and figure.value not in {each.value for each in told}:
            message = msg(
                "The title says {title}, but the text says {text}",
                title=_shown(figure.value, told[0]),
                text=_shown(told[0].value, told[0]),
            )
            figures = (("title", figure.value), ("text", told[0].value))
            other = (filed.source.id, told[0].line)
            yield found("title-differs", filed, _title_line(listing), message, figures, other)


def _title_line(listing: Listing) -> int:
    """Return the first line that begins like the title; 0 where a catalogue alone gives it."""
    start = fold(listing.title[:_START])
    lines = listing.document.lines
    return next((line.number for line in lines if start in fold(line.text)), 0)


def _shown(value: float, told: Figure) -> str:
    return f"{value:g}{told.unit}{told.subject}"


def _same(told: Figure, title: Figure) -> bool:
    """Tell whether two exact figures count the same; behind a title's more may follow. A place
    says of nothing that it has: 清岗6个."""
    if told.about or title.about or told.unit != title.unit or not told.subject:
        return False
    if whole_name(told.subject):
        return False
    return fold(title.subject).startswith(fold(told.subject))


_START = 8
