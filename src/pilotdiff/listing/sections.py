"""The headings that stand over a line: a stack of sections, nested by how they are numbered."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from pilotdiff.listing.carried_parents import Parts, as_prefecture, holds, stands_lower
from pilotdiff.listing.lines.headings import Heading
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.model import Level, Section


class Frame(NamedTuple):
    """A heading in force.

    style   how it is written; a heading of the same style replaces it and all within it
    path    the units it names, the parents of what it stands over
    number  its number, None where it has none
    """

    style: str
    section: Section
    path: Parts = ()
    number: int | None = None


class Sections:
    """The stack of headings in force, and all sections met so far."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.met: list[Section] = []

    @property
    def path(self) -> tuple[str, ...]:
        """The titles of the headings in force, outermost first."""
        return self.frames[-1].section.path if self.frames else ()

    @property
    def level(self) -> Level | None:
        """The level given by the innermost heading that gives one."""
        levels = (frame.section.level for frame in reversed(self.frames))
        return next((level for level in levels if level is not None), None)

    @property
    def category(self) -> str:
        """The category that the innermost heading states that states one."""
        categories = (frame.section.category for frame in reversed(self.frames))
        return next((category for category in categories if category), "")

    @property
    def parents(self) -> Parts:
        """The places in force, outermost first; a city above its county."""
        parts = [part for frame in self.frames for part in frame.path]
        over = (as_prefecture(upper, lower) for upper, lower in pairwise(parts))
        return (*over, *parts[-1:])

    def open(
        self,
        piece: Piece,
        title: str,
        *,
        path: Parts = (),
        heading: Heading | None = None,
        declared: int | None = None,
        style: str = "",
    ) -> Section:
        """Put a heading in force; those that it replaces end.

        `style` tells how it is written, where the piece does not.
        """
        style = style or frame_style(piece, path, heading)
        number = piece.ordinal.value if piece.ordinal else None
        end = still_open(self.frames, style, path, number)
        path = _in_the_city_before(path, self.frames[end:])
        del self.frames[end:]
        section = Section(
            title,
            piece.text.line,
            piece.ordinal.mark if piece.ordinal else "",
            len(self.frames) + 1,
            (*self.path, title),
            heading.level if heading else None,
            heading.category if heading else "",
            declared,
        )
        self.frames.append(Frame(style, section, path, number))
        self.met.append(section)
        return section

    def end(self, style: str) -> None:
        """End the outermost place of a style, and all within it."""
        places = (at for at, one in enumerate(self.frames) if one.style == style and one.path)
        del self.frames[next(places, len(self.frames)) :]

    def end_elsewhere(self, place: Parts) -> None:
        """End the outermost heading whose place is another than this one and does not hold it, and
        all within it."""
        others = (
            at
            for at, one in enumerate(self.frames)
            if one.path and place[-1] not in one.path and not _may_hold(one.path, place)
        )
        del self.frames[next(others, len(self.frames)) :]

    def end_beside(self, place: Parts) -> None:
        """End the outermost place of the tier of one that stands before a row's colon, and all
        within it: 清岗市： / 白溪县 / 北岭市：南岭县 / a zone that lies in neither.

        What its heading states over it stays, unless the codes contradict that: 清岗市白溪县 /
        高新区：东岭村.
        """
        tiers = {level for level, _ in place}
        others = (
            at
            for at, one in enumerate(self.frames)
            if one.path and one.path[-1][0] in tiers and one.path[-1] not in place
        )
        ended = self.frames[(at := next(others, len(self.frames))) :]
        del self.frames[at:]
        above = ended[0].path[:-1] if ended else ()
        if above and all(holds(part, place[0]) is not False for part in above):
            self.frames.append(ended[0]._replace(path=above))

    def end_place(self, tiers: Sequence[Level]) -> None:
        """End the innermost place without a number, of one of these tiers, and all within it."""
        places = [at for at, one in enumerate(self.frames) if one.path]
        last = self.frames[places[-1]] if places else None
        if last is not None and last.style.startswith("unit") and last.path[-1][0] in tiers:
            del self.frames[places[-1] :]

    def close(self, style: str) -> None:
        """End the headings of a style."""
        self.frames = [frame for frame in self.frames if frame.style != style]


class InForce(Protocol):
    """A heading in force: how it is written, the units it names, and its number."""

    @property
    def style(self) -> str: ...

    @property
    def path(self) -> Parts: ...

    @property
    def number(self) -> int | None: ...


def still_open(
    frames: Sequence[InForce], style: str, path: Parts, number: int | None = None
) -> int:
    """Tell how many of the headings in force go on when one of this style, path and number
    begins."""
    if style == "title":
        return 0
    for index, frame in enumerate(frames):
        if frame.style == style and _numbers_anew(frames[index:], path, number):
            continue
        if frame.style == style or _stands_below(frame, style, path):
            return index
    return len(frames)


_FIRST = 1


def _numbers_anew(frames: Sequence[InForce], path: Parts, number: int | None) -> bool:
    """Tell whether a place stands below a heading that is numbered like it, a worded one or a
    higher place: 二、示范镇 / 一、清岗市 / 二、白溪市; 一、清岗县 / 一、白溪镇 / 二、南岭镇."""
    over, *within = frames
    if not path or over.number is None:
        return False
    if over.path and not _may_hold(over.path, path):
        return False
    return number == _FIRST or any(f.path and f.style == over.style for f in within)


def _may_hold(over: Parts, path: Parts) -> bool:
    return stands_lower(path[0], over[-1]) and holds(over[-1], path[0]) is not False


def _stands_below(frame: InForce, style: str, path: Parts) -> bool:
    """Tell whether a heading in force must end because a higher one begins."""
    if style.startswith("#"):
        return not frame.style.startswith("#") or int(frame.style[1:]) > int(style[1:])
    if style == "unknown":
        return frame.style.startswith("unit") or frame.style == "label"
    if not (style.startswith("unit") and frame.style.startswith("unit")):
        return False
    if frame.style[4:] >= style[4:]:
        return True
    # By the codes it lies elsewhere: 定州市 ends 唐山市.
    return bool(frame.path and path) and holds(frame.path[-1], path[0]) is False


def frame_style(piece: Piece, path: Parts, heading: Heading | None) -> str:
    """Tell how a heading is written; one of the same style replaces it."""
    if piece.text.heading:
        return f"#{piece.text.heading}"
    if piece.ordinal is not None:
        return piece.ordinal.style
    if heading is not None and heading.groups:
        return f"unit{Level.PREFECTURE.depth}"
    if piece.shape is Shape.HEADER:
        return f"unit{path[0][0].depth}" if path and heading is None else "label"
    if path and heading is None:
        return f"unit{path[0][0].depth}"
    if piece.text.text.rstrip().endswith(("：", ":")) and not (heading and heading.listing):
        return "unknown"
    if heading is not None and heading.title[:1] in ("（", "("):
        return "bracketed"
    listed = heading is not None and ("名单" in heading.title or "名册" in heading.title)
    return "title" if listed else "worded"


def _in_the_city_before(path: Parts, ended: Sequence[Frame]) -> Parts:
    """Return the path of a county that a heading states alone with the city of the one before it
    where the standard vouches for that: 杭州市：上城区（2个）： / 临安区（1个）：."""
    city = next((part for one in ended for part in one.path[:-1]), None)
    if len(path) != 1 or path[0][0] is not Level.COUNTY or city is None:
        return path
    return (city, *path) if city[0] is Level.PREFECTURE and holds(city, path[0]) else path
