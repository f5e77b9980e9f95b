"""Tables in the markup of wikis, {| … |}, as rows."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.model import Line
from pilotdiff.patterns import pattern

_LINK = pattern(r"\[\[(?:[^\[\]|]*\|)?(?P<shown>[^\[\]|]*)\]\]")
_MARKS = pattern(r"'{2,}|<ref\b[^>]*/>|<ref\b.*?</ref>|\{\{[^{}]*\}\}")
# What a cell holds alone is its text, whatever sets it: {{lang|zh|东岭村}}; behind a name it is a
# note.
_TEMPLATE = pattern(
    r"(?P<before>(?:^|\|\||!!)[^{}\[\]|!]*)\{\{[^{}|]+\|(?P<text>[^{}]*)\}\}"
    r"(?=[\s\u200b]*(?:$|\|\||!!))"
)
# What stands before a cell's text: rowspan="2" style="…" |
_ATTRIBUTES = pattern(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s|]+)\s*)+\|(?!\|)")
_SPAN = pattern(r"(?P<way>row|col)span\s*=\s*[\"']?\s*(?P<number>\d{1,4})", re.IGNORECASE)
_MOST_COLUMNS = 200


class _Cell(NamedTuple):
    text: str
    rows: int
    columns: int


def with_wiki_tables(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the rows of each wiki's table among them in its place, merged cells filled
    in; one that does not end stays text."""
    out: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at) if lines[at].text.lstrip().startswith("{|") else at
        rows = _rows(lines[at + 1 : end - 1]) if end > at else []
        out += rows or lines[at : max(end, at + 1)]
        at = max(end, at + 1)
    return out


def _end(lines: Sequence[Line], first: int) -> int:
    """Return where a table ends, which is where it begins for one that does not."""
    for at in range(first + 1, len(lines)):
        text = lines[at].text.lstrip()
        if text.startswith(("|}", "{|")):
            return at + 1 if text.startswith("|}") else first
    return first


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a table as rows below its title; [] for less than two."""
    rows: list[tuple[Line, list[_Cell]]] = []
    titles: list[Line] = []
    for line in lines:
        text = line.text.strip()
        if text.startswith("|+"):
            titles.append(line._replace(text=text[2:].strip()))
            continue
        if text.startswith("|-") or not rows:
            rows.append((line, []))
        if text.startswith("|-"):
            continue
        if text[:1] in tuple("|!"):
            rows[-1][1].extend(_cells(text))
        elif text and rows[-1][1]:
            rows[-1][1][-1] = _and(rows[-1][1][-1], text)
    found = [line._replace(text="", cells=cells) for line, cells in _filled(rows) if any(cells)]
    return [*titles, *found] if len(found) > 1 else []


def _cells(text: str) -> Iterator[_Cell]:
    """Yield the cells of a line: | 甲 || 乙, ! 甲 !! 乙."""
    parting = r"\|\||!!" if text[0] == "!" else r"\|\|"
    for piece in re.split(parting, _LINK.sub(r"\g<shown>", _TEMPLATE.sub(_shown, text[1:]))):
        piece = _MARKS.sub("", piece)
        attributes = _ATTRIBUTES.match(piece)
        spans = {"row": 1, "col": 1}
        if attributes is not None:
            spans |= {m["way"].lower(): int(m["number"]) for m in _SPAN.finditer(attributes[0])}
        yield _Cell(piece[attributes.end() if attributes else 0 :].strip(), *spans.values())


def _shown(found: re.Match[str]) -> str:
    """Return a cell that a template alone fills with the last of what it is given, and any other as
    it is."""
    alone = not found["before"].strip().strip("|!").strip()
    return found["before"] + found["text"].rpartition("|")[2] if alone else found[0]


def _and(cell: _Cell, text: str) -> _Cell:
    """Return a cell with what a line below goes on with: a list of names."""
    more = _LINK.sub(r"\g<shown>", _MARKS.sub("", text)).lstrip("*# ")
    return cell._replace(text=f"{cell.text}\n{more}".strip())


def _filled(rows: Sequence[tuple[Line, list[_Cell]]]) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Yield the rows with what reaches down from those above, and over several columns."""
    reaching: dict[int, tuple[str, int]] = {}
    for line, cells in rows:
        if not cells:
            continue
        out: list[str] = []
        below: dict[int, tuple[str, int]] = {}
        waiting = list(reversed(cells))
        while (waiting or len(out) in reaching) and len(out) < _MOST_COLUMNS:
            if len(out) in reaching:
                text, more = reaching[len(out)]
                own = _Cell(text, more, 1)
            else:
                own = waiting.pop()
            for _ in range(min(own.columns, _MOST_COLUMNS - len(out))):
                if own.rows > 1:
                    below[len(out)] = (own.text, own.rows - 1)
                out.append(own.text)
        reaching = below
        yield line, tuple(out)
