"""A document's lines → what it lists."""

from collections.abc import Iterable, Sequence

from pilotdiff.listing.chosen import choose
from pilotdiff.listing.entries import PATH
from pilotdiff.listing.figures import declared_totals, read_figures
from pilotdiff.listing.metadata import read_metadata
from pilotdiff.listing.pieces import shape
from pilotdiff.listing.records import with_records
from pilotdiff.listing.roles import with_halves_joined
from pilotdiff.listing.texts import Text
from pilotdiff.listing.walk import walk
from pilotdiff.model import Document, Entry, Listing, Section
from pilotdiff.repair import clean, judge_script


def outline(document: Document, *, id_column: str = "", name_column: str = "") -> Listing:
    """What a document lists.

    `id_column` and `name_column` name the columns of a table whose header is not recognised.
    """
    script = judge_script(line.text for line in document.lines)
    texts = [
        Text(
            line.number,
            clean(line.text, traditional=script == "traditional"),
            line.place,
            line.heading,
        )
        for line in document.lines
    ]
    return _outlined(document, script, texts)


def _outlined(document: Document, script: str, texts: Sequence[Text]) -> Listing:
    pieces = with_halves_joined([shape(text) for text in texts])
    metadata = read_metadata(pieces)
    walked = walk(with_records(pieces))
    chosen = choose(walked)
    counted = read_figures(walked.prose)
    totals = declared_totals(counted) if chosen.entries else []
    return Listing(
        document,
        title=metadata.title,
        issuer=metadata.issuer,
        number=metadata.number,
        date=metadata.date,
        script=script,
        context=metadata.context,
        sections=_telling(walked.sections, chosen.entries),
        entries=chosen.entries,
        mentions=chosen.mentions,
        declared=(*totals, *walked.declared),
        figures=tuple(c.figure for c in counted),
        skipped=tuple(
            s for s in (*walked.skipped, *chosen.skipped) if s.line not in metadata.lines
        ),
        cites=metadata.cites,
    )


def _telling(sections: Iterable[Section], entries: Iterable[Entry]) -> tuple[Section, ...]:
    """The sections that hold entries or announce a number of them."""
    holding: set[str] = set()
    for section in dict.fromkeys(entry.section for entry in entries):
        titles = section.split(PATH)
        holding |= {PATH.join(titles[:end]) for end in range(1, len(titles) + 1)}
    return tuple(s for s in sections if s.declared is not None or PATH.join(s.path) in holding)
