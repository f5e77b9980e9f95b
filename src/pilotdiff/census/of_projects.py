"""Units of which a sentence says that a project of theirs was chosen, and not they themselves:
清岗市“直达市场主体改革”、白溪县“一窗通办”入选示范项目."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Listing, Unit, msg
from pilotdiff.patterns import pattern

_PROJECTS = msg("the sentence says that a project or practice of the unit was chosen, not the unit")
_QUOTED = "“[^“”]{3,60}”"
_CHOSEN = pattern(
    rf"{_QUOTED}\s*(?:等(?:\d+[个项])?)?(?:成功)?(?:入选|获评|荣获|上榜|入围|被(?:命名|认定|评|列)为?)"
    r"[^，。；;]{0,24}(?:项目|案例|做法|经验|品牌|成果)(?=[，。；;]|$)",
    needs="“",
)
_SENTENCE = pattern(r"[^。！？!?；;]+")


def of_projects(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first unit of each sentence that names a project in quotes behind each of its units
    and says that such were chosen."""
    by_line: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.entry.note:
            by_line.setdefault(unit.entry.line, []).append(unit)
    for line in listing.document.lines if by_line else ():
        noted = by_line.get(line.number, ())
        if not noted or line.cells or "“" not in line.text:
            continue
        for found in _SENTENCE.finditer(line.text):
            if _CHOSEN.search(found[0]) is None:
                continue
            told = [u for u in noted if "“" in u.entry.raw and u.entry.raw in found[0]]
            if told:
                yield DoubtfulLine(line.number, "、".join(u.own for u in told), _PROJECTS)
