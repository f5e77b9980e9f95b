from dataclasses import replace

from pilotdiff.language import ENGLISH
from pilotdiff.listing import outline
from pilotdiff.model import Units
from pilotdiff.model.scans import Doubt, PageBox, Scan
from pilotdiff.reading import read_bytes
from pilotdiff.report.answers.entry_places import EntryPlaces
from pilotdiff.units import resolve

TEXT = "2022年试点名单\n1、成都市温江区\n2、成都市邛崃市\n"


def test_an_entry_of_a_scan_has_its_page_and_box_and_the_least_sure_character() -> None:
    units = resolve(outline(read_bytes("scan.txt", TEXT.encode())))
    scan = Scan(
        boxes=(PageBox(2, 1, 0.1, 0.2, 0.505, 0.25),),
        doubts=(Doubt(2, "成都市温江区", 3, 0.41), Doubt(2, "成都市温江区", 4, 0.6)),
    )
    document = replace(units.listing.document, scan=scan)
    scanned = Units(replace(units.listing, document=document), units.units)
    places = EntryPlaces(scanned)
    first, second = (unit.entry for unit in units.units)
    assert places.place(first, ENGLISH) == "page 1, box 10.0 20.0 50.5 25.0"
    assert (places.confidence(2), places.place(second, ENGLISH)) == (0.41, "")
    sure = places.confidence(3)
    assert isinstance(sure, float)
    assert sure > 0.5
    assert places.confidence(99) == ""
