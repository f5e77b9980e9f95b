"""The ruled lines of a PDF page: what its paths draw straight and long enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import c_float
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from pilotdiff.reading.pdf.pdf_pages import Point, Turn, turned

_SHORTEST = 6.0
_SLANT = 1.0
_SAME = 2.5
_MOST_SEGMENTS = 40_000


class Rule(NamedTuple):
    """A straight line along one axis: where it lies across, where it begins and ends (points)."""

    at: float
    start: float
    end: float

    def scaled(self, by: float) -> Rule:
        """Return the rule in another measure."""
        return Rule(self.at * by, self.start * by, self.end * by)

    def covers(self, at: float, place: float) -> bool:
        """Tell whether the rule goes through a place `at` the other way."""
        return abs(self.at - at) <= _SAME and self.start - _SAME <= place <= self.end + _SAME


def page_rules(page: pypdfium2.PdfPage) -> tuple[list[Rule], list[Rule]]:
    """Return the horizontal and the vertical rules of a page, collinear pieces joined.

    A page that draws a picture out of very many lines has none.
    """
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for count, ((x1, y1), (x2, y2)) in enumerate(_segments(page)):
        if count > _MOST_SEGMENTS:
            return [], []
        if abs(y1 - y2) < _SLANT and abs(x1 - x2) > _SHORTEST:
            horizontal.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
        elif abs(x1 - x2) < _SLANT and abs(y1 - y2) > _SHORTEST:
            vertical.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
    return joined_rules(horizontal), joined_rules(vertical)


def _segments(page: pypdfium2.PdfPage) -> Iterator[tuple[Point, Point]]:
    turn = turned(page)
    for path in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=1):
        yield from _path_segments(path, turn)


def _path_segments(path: pypdfium2.PdfObject, turn: Turn) -> Iterator[tuple[Point, Point]]:
    matrix, x, y = path.get_matrix(), c_float(), c_float()
    first = last = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = turn(*matrix.on_point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, first


def joined_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules with those that lie on one line and touch made one."""
    merged: list[Rule] = []
    for line in _lines(rules):
        at = sum(rule.at for rule in line) / len(line)
        begin, end = line[0].start, line[0].end
        for rule in line[1:]:
            if rule.start > end + _SAME:
                merged.append(Rule(at, begin, end))
                begin, end = rule.start, rule.end
            end = max(end, rule.end)
        merged.append(Rule(at, begin, end))
    return merged


def _lines(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    line: list[Rule] = []
    for rule in sorted(rules):
        if line and rule.at - line[0].at > _SAME:
            yield sorted(line, key=lambda piece: piece.start)
            line = []
        line.append(rule)
    if line:
        yield sorted(line, key=lambda piece: piece.start)
