"""Cards of a unit each, with a line for what is said of it: 社区名称：甲社区, 所在街道：乙街道."""

from collections.abc import Sequence

from pilotdiff.listing.lines.doers import doers_from
from pilotdiff.listing.lines.following import following
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import LEVELS, Level, Line
from pilotdiff.patterns import pattern

_LABELLED = pattern(
    r"\s*(?:\d{1,3}[.．、])?\s*([^\s：:、，。]{1,12})\s*[：:]\s*(\S.*?)\s*", needs="：:"
)
_PAIR = pattern(r"([^\s：:、，。]{1,12})[：:]\s?([^\s：:]{1,40})(?=\s|$)", needs="：:")
_PAIRS = pattern(
    r"\s*(?:[^\s：:、，。]{1,12}[：:]\s?[^\s：:]{1,40}\s+){1,8}[^\s：:、，。]{1,12}[：:]\s?[^\s：:]{1,40}\s*",
    needs="：:",
)
_OF_UNITS = frozenset({"name", "place", *(level.value for level in LEVELS)})
_NAMING = pattern(r"名称|所在|所属|隶属|归属")
_SEVERAL = pattern(r"[、，,；;]")
_FEWEST = 2


def labelled_rows(lines: Sequence[Line], index: int) -> Found | None:
    """Return the cards that begin at a line, each on several lines or on one, as the rows of a
    table, its labels as headings; None where none begin.

    The first label opens each card, and two of them tell a unit or its place.
    """
    if (found := _cards_on_lines(lines, index) or _cards_in_turn(lines, index)) is not None:
        return found
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


def _cards_on_lines(lines: Sequence[Line], index: int) -> Found | None:
    """Return the cards that stand on a line each, all with the labels of the first: 村名：东岭村
    所属乡镇：白石镇."""
    labels = [label for label, _ in _pairs(lines[index])]
    if sum(role(label) in _OF_UNITS for label in labels) < _FEWEST or len(set(labels)) < len(
        labels
    ):
        return None
    rows = []
    for line in following(lines, index):
        pairs = _pairs(line)
        if [label for label, _ in pairs] != labels:
            break
        rows.append(line._replace(text="", cells=tuple(value for _, value in pairs)))
    if len(rows) < _FEWEST:
        return None
    head = lines[index]._replace(text="", cells=tuple(labels))
    return Found([head, *rows], len(rows))


_LONGEST = 12


def _cards_in_turn(lines: Sequence[Line], index: int) -> Found | None:
    """Return the cards whose labels stand on lines of their own, each over what it says, the same
    for all: 县 / 清岗县 / 村 / 白石镇东岭村."""
    if len(lines[index].text) > _LONGEST or role(lines[index].text.strip()) not in _OF_UNITS:
        return None
    solid = [line for line in following(lines, index) if line.text.strip() or line.cells]
    pairs: list[tuple[Line, str, str]] = []
    for label, value in zip(solid[::2], solid[1::2], strict=False):
        told, said = label.text.strip(), value.text.strip()
        if label.cells or value.cells or not role(told) or role(said) or "：" in said:
            break
        pairs.append((value, told, said))
    labels = list(dict.fromkeys(told for _, told, _ in pairs))
    cards = [pairs[at : at + len(labels)] for at in range(0, len(pairs), max(1, len(labels)))]
    whole = [card for card in cards if [told for _, told, _ in card] == labels]
    if len(labels) < _FEWEST or len(whole) < _FEWEST or len(whole) < len(cards):
        return None
    head = lines[index]._replace(text="", cells=tuple(labels))
    rows = [card[-1][0]._replace(cells=tuple(said for *_, said in card), text="") for card in whole]
    last = rows[-1].number
    taken = sum(1 for line in following(lines, index) if line.number <= last)
    return Found([head, *rows], taken)


def _pairs(line: Line) -> list[tuple[str, str]]:
    """Return the labels of a line, blanks between them, each with what it says; [] for a line that
    is anything else."""
    if line.cells or _PAIRS.fullmatch(line.text) is None or doers_from(line.text) >= 0:
        return []
    return [(pair[1], pair[2]) for pair in _PAIR.finditer(line.text)]


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
