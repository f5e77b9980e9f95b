"""The headings that stand over a line: a stack of sections, nested by how they are numbered."""

from typing import NamedTuple

from pilotdiff.listing.carry import Parts
from pilotdiff.listing.pieces import Piece, Shape
from pilotdiff.model import Level, Section


class Frame(NamedTuple):
    """A heading in force.

    style  how it is written; a heading of the same style replaces it and all within it
    path   the units it names, the parents of what it stands over
    """

    style: str
    section: Section
    path: Parts = ()


class Sections:
    """The stack of headings in force, and all sections met so far."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.met: list[Section] = []

    @property
    def path(self) -> tuple[str, ...]:
        return self.frames[-1].section.path if self.frames else ()

    @property
    def level(self) -> Level | None:
        """The level given by the innermost heading that gives one."""
        levels = (frame.section.level for frame in reversed(self.frames))
        return next((level for level in levels if level is not None), None)

    @property
    def category(self) -> str:
        categories = (frame.section.category for frame in reversed(self.frames))
        return next((category for category in categories if category), "")

    @property
    def parents(self) -> Parts:
        return tuple(part for frame in self.frames for part in frame.path)

    def open(
        self,
        piece: Piece,
        title: str,
        *,
        path: Parts = (),
        level: Level | None = None,
        category: str = "",
        declared: int | None = None,
    ) -> Section:
        """Put a heading in force; those that it replaces end."""
        style = _style(piece, path)
        self._close(style, path)
        section = Section(
            title,
            piece.text.line,
            piece.ordinal.mark if piece.ordinal else "",
            len(self.frames) + 1,
            (*self.path, title),
            level,
            category,
            declared,
        )
        self.frames.append(Frame(style, section, path))
        self.met.append(section)
        return section

    def _close(self, style: str, path: Parts) -> None:
        if style == "title":
            self.frames.clear()
            return
        for index, frame in enumerate(self.frames):
            if frame.style == style or _stands_below(frame, style, path):
                del self.frames[index:]
                return


def _stands_below(frame: Frame, style: str, path: Parts) -> bool:
    """Whether a heading in force must end because a higher one begins."""
    if style.startswith("#"):
        return not frame.style.startswith("#") or int(frame.style[1:]) > int(style[1:])
    if style == "unknown":
        return frame.style.startswith("unit") or frame.style == "label"
    if style.startswith("unit") and frame.style.startswith("unit"):
        return frame.path[0][0].depth >= path[0][0].depth
    return False


def _style(piece: Piece, path: Parts) -> str:
    if piece.text.heading:
        return f"#{piece.text.heading}"
    if piece.ordinal is not None:
        return piece.ordinal.style
    if piece.shape is Shape.HEADER and path and not (piece.header and piece.header.heading):
        return f"unit{path[0][0].depth}"
    if piece.shape is Shape.HEADER:
        return "label"
    if path:
        return f"unit{path[0][0].depth}"
    heading = piece.heading
    if piece.text.text.rstrip().endswith(("：", ":")) and not (heading and heading.listing):
        return "unknown"
    if heading is not None and heading.title[:1] in ("（", "("):
        return "bracketed"
    listed = heading is not None and ("名单" in heading.title or "名册" in heading.title)
    return "title" if listed else "plain"
