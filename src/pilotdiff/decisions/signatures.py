"""The lines of a workbook's summary that somebody signed."""

from collections.abc import Iterator, Sequence

from pilotdiff.decisions.dates import iso
from pilotdiff.decisions.form import signature_titles
from pilotdiff.language import LANGUAGES
from pilotdiff.model.handed_back import Signature
from pilotdiff.reading.workbook import shown


def signatures(rows: Sequence[Sequence[object]]) -> Iterator[Signature]:
    """Yield what stands behind the titles of signatures on a sheet, whatever its language."""
    titles = [signature_titles(language) for language in LANGUAGES]
    for row in rows:
        cells = [shown(cell).strip() for cell in row]
        for *who, date in titles:
            # The guide has these words too, and no date beside them.
            if cells and cells[0] in who and date in cells:
                at = cells.index(date)
                name = " ".join(filter(None, cells[1:at]))
                on = next((iso(cell) or shown(cell).strip() for cell in row[at + 1 :] if cell), "")
                if name or on:
                    yield Signature(who.index(cells[0]), name, on)
