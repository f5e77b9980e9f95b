"""Cards of a unit each, with a line for what is said of it: 社区名称：甲社区, 所在街道：乙街道."""

from collections.abc import Sequence

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import LEVELS, Level, Line
from pilotdiff.patterns import pattern

_LABELLED = pattern(
    r"\s*(?:\d{1,3}[.．、])?\s*([^\s：:、，。]{1,12})\s*[：:]\s*(\S.*?)\s*", needs="：:"
)
_OF_UNITS = frozenset({"name", "place", *(level.value for level in LEVELS)})
_NAMING = pattern(r"名称|所在|所属|隶属|归属")
_SEVERAL = pattern(r"[、，,；;]")
_FEWEST = 2


def labelled_rows(lines: Sequence[Line], index: int) -> Found | None:
    """Return the cards that begin at a line as the rows of a table, its labels as headings; None
    where none begin.

    The first label opens each card, and two of them tell a unit or its place.
    """
    first = _labelled(lines[index])
    if first is None or not role(first[0]):
        return None
    cards: list[dict[str, str]] = []
    numbers: list[Line] = []
    taken = 0
    for at, line in enumerate(following(lines, index), 1):
        pair = _labelled(line)
        if pair is None and line.text.strip():
            break
        if pair is None:
            continue
        if pair[0] == first[0]:
            cards.append({})
            numbers.append(line)
        cards[-1].setdefault(*pair)
        taken = at
    labels = list(dict.fromkeys(label for card in cards for label in card))
    telling = [label for label in labels if role(label) in _OF_UNITS]
    values = [card.get(label, "") for card in cards for label in telling]
    if len(cards) < _FEWEST or len(telling) < _FEWEST:
        return None
    if not any(map(_NAMING.search, telling)) and not _are_paths(cards, telling):
        return None
    if 2 * sum(map(bool, map(_SEVERAL.search, values))) >= len(cards):
        return None  # lists behind what they hold, and no cards: one that names two is a card
    head = lines[index]._replace(text="", cells=tuple(labels))
    rows = [
        line._replace(text="", cells=tuple(card.get(label, "") for label in labels))
        for line, card in zip(numbers, cards, strict=True)
    ]
    return Found([head, *rows], taken)


def _are_paths(cards: Sequence[dict[str, str]], labels: Sequence[str]) -> bool:
    """Tell whether every card tells a village and what holds it, all of their labels' tiers."""
    tiers = {label: role(label) for label in labels}
    if Level.COMMUNITY.value not in tiers.values() or len({*tiers.values()}) < len(labels):
        return False
    read = [(read_unit(card.get(label, "")), tiers[label]) for card in cards for label in labels]
    return all(unit is not None and unit.level.value == tier for unit, tier in read)


def _labelled(line: Line) -> tuple[str, str] | None:
    """Return a line's label and what it says, None where it has none."""
    found = None if line.cells else _LABELLED.fullmatch(line.text)
    return (found[1], found[2]) if found is not None else None
