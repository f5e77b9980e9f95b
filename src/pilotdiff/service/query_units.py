"""A query → the unit that it names, read as a row of a table would be."""

import hashlib

from pilotdiff import listing, units
from pilotdiff.model import LEVELS, Document, Line, Units
from pilotdiff.service.service_queries import LONGEST, Query

# The properties that help to read a query; others are the client's own affair.
READ = ("province", "prefecture", "county", "township", "community", "category", "code")


def units_of(query: Query) -> Units:
    """Return what a query names: usually one unit, none where it names none.

    >>> query = Query("溫江區(qū)", told={"prefecture": "成都市"})
    >>> [unit.name for unit in units_of(query).units]
    ['成都市温江区']
    """
    told = {name: query.told[name] for name in READ if query.told.get(name)}
    if len(query.types) == 1 and query.types[0] in LEVELS:
        told = {"level": query.types[0], **told}
    cells = {"name": query.name, **told} if query.name else told
    if any(len(cell) > LONGEST for cell in cells.values()):
        cells = {"name": ""}
    rows = tuple(cells), tuple(" ".join(cell.split()) for cell in cells.values())
    lines = tuple(Line(n, "", row) for n, row in enumerate(rows, 1))
    data = "\t".join(rows[1]).encode(errors="replace")
    document = Document("query", "records", hashlib.sha256(data).hexdigest(), len(data), lines)
    return units.resolve(listing.outline(document))
