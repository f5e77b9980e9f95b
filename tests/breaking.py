"""Documents broken on purpose: an edit is data, and is applied to the lines of a page.

{drop = 12}                                   a line is lost; {drop = [12, 15]}: these and between
{repeat = 12}                                 a line stands twice
{copy = 12, after = 40}                       it stands again further on
{move = 12, after = 40}                       it stands further on
{swap = [12, 13]}                             two lines change places
{line = 12, text = "甲", by = "乙"}            something in it is written otherwise
{after = 12, insert = "13、丙"}                a line is added
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pilotdiff.catalogue import catalogue, described, document
from pilotdiff.filing import completed, filed
from pilotdiff.listing import outline
from pilotdiff.model import Filed, Source
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

Edit = Mapping[str, Any]


def broken(lines: Sequence[str], edit: Edit) -> list[str]:
    """The lines after an edit; numbers count from 1 in the unbroken document."""
    out = list(lines)
    if "drop" in edit:
        first, last = edit["drop"] if isinstance(edit["drop"], list) else [edit["drop"]] * 2
        del out[first - 1 : last]
    elif "repeat" in edit:
        out.insert(edit["repeat"], out[edit["repeat"] - 1])
    elif "copy" in edit:
        out.insert(edit["after"], out[edit["copy"] - 1])
    elif "move" in edit:
        taken = out[edit["move"] - 1]
        out.insert(edit["after"], taken)
        del out[edit["move"] - 1 + (edit["after"] < edit["move"])]
    elif "swap" in edit:
        one, other = (number - 1 for number in edit["swap"])
        out[one], out[other] = out[other], out[one]
    elif "insert" in edit:
        out.insert(edit["after"], edit["insert"])
    else:
        at = edit["line"] - 1
        assert edit["text"] in out[at], f"line {edit['line']} has no {edit['text']}: {out[at]}"
        out[at] = out[at].replace(edit["text"], edit["by"], 1)
    return out


def from_catalogue(source: Source, lines: Sequence[str]) -> Filed:
    """A shipped document, its list made of these lines."""
    read = read_bytes(f"{source.id}.txt", "\n".join(lines).encode())
    listing = described(outline(read), source)
    return completed(Filed(source, resolve(listing)))


def from_page(name: str, lines: Sequence[str]) -> Filed:
    """A page that nothing is known of but what it says."""
    return filed(resolve(outline(read_bytes(name, "\n".join(lines).encode()))))


def shipped() -> dict[str, tuple[Source, list[str]]]:
    """The shipped documents by id, with the lines of their lists; [] where they have figures."""
    return {
        source.id: (source, _lines(source.path) if source.path else [])
        for source in catalogue().sources
    }


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")


def whole(source: Source, lines: Sequence[str]) -> Filed:
    """A shipped document as it is; of one without a list, its figures."""
    if lines:
        return from_catalogue(source, lines)
    return completed(Filed(source, resolve(described(outline(document(source)), source))))
