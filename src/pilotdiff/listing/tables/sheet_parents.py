"""The unit that a sheet of a workbook is called by: 成都市, over the rows of its counties."""

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.listing.pieces import Piece, Shape
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.model import Clean, Line, Message
from pilotdiff.names import known
from pilotdiff.repair.texts import Text


def open_sheet(line: Line, reader: CellReader, sections: Sections) -> None:
    """Put the unit that the sheet of a row is called by over it; that of another sheet ends."""
    said = dict(line.place.values) if isinstance(line.place, Message) else {}
    if (name := said.get("sheet")) is None:
        return
    sections.close("sheet")
    path = _unit(str(name), reader)
    if path:
        piece = Piece(Shape.NAMES, Text(line.number, Clean(str(name), str(name))))
        sections.open(piece, str(name), path=path, style="sheet")


def _unit(name: str, reader: CellReader) -> Parts:
    ordinal = read_ordinal(name)
    bare = name[ordinal.end :] if ordinal is not None and ordinal.end < len(name) else name
    units = reader.read(bare.strip()).units
    return units[0].parts if len(units) == 1 and known(units[0].parts[-1][1]) else ()
