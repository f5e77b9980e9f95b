"""Repairs carried out again, and a part of a line taken with what concerns it."""

from collections.abc import Iterable
from typing import NamedTuple

from pilotdiff.model import Clean, Repair, RepairKind
from pilotdiff.model.repairs import LOST


def replay(raw: str, repairs: Iterable[Repair]) -> str:
    """Apply the repairs to the raw text in their order. Raises ValueError where one does not
    fit."""
    text = raw
    for repair in repairs:
        if text[repair.start : repair.end] != repair.before:
            raise ValueError(f"{repair.before!r} does not stand at {repair.start} in {text!r}")
        text = text[: repair.start] + repair.after + text[repair.end :]
    return text


class _Span(NamedTuple):
    start: int
    end: int


def part(line: Clean, start: int, end: int) -> Clean:
    """Cut [start, end) out of a clean line as a Clean of its own, with its raw text and its
    repairs.

    An annotation or an invisible character belongs to the character before it. A repair that the
    edge cuts through cannot be undone by halves: raw text and repairs are then those of a wider
    part, up to the repair's own edges.

    >>> part(Clean("1、柳城街道", "1、柳城街道"), 2, 6).text
    '柳城街道'
    """
    if (start, end) == (0, len(line.text)):
        return line
    raw, repairs = _widened(line.repairs, _Span(start, end))
    first = line.text.count(LOST, 0, start)
    last = first + line.text.count(LOST, start, end)
    return Clean(
        line.raw[raw.start : raw.end], line.text[start:end], repairs, line.wildcards[first:last]
    )


def _widened(repairs: tuple[Repair, ...], span: _Span) -> tuple[_Span, tuple[Repair, ...]]:
    """Return the raw span and the repairs of the smallest part around `span` that cuts no
    repair."""
    wanted, kept = span, []
    for at in range(len(repairs) - 1, -1, -1):
        repair = repairs[at]
        wider = _around(repair, span)
        if wider != span:
            for later in repairs[at + 1 :]:
                wider = _after(later, wider)
            return _widened(repairs, _Span(min(wider.start, wanted.start), wider.end))
        span, mine = _before(repair, span)
        kept.extend(mine)
    return span, tuple(reversed(kept))


def _by_character(repair: Repair) -> bool:
    """Tell whether each character of the repair became one character, so that it can be cut."""
    return repair.kind in (RepairKind.WIDTH, RepairKind.SCRIPT) and (
        len(repair.before) == len(repair.after)
    )


def _around(repair: Repair, span: _Span) -> _Span:
    """Return the span, grown to the whole of a repair it cuts."""
    start, end = repair.start, repair.start + len(repair.after)
    if _by_character(repair) or span.end <= start or span.start >= end:
        return span
    return _Span(min(span.start, start), max(span.end, end))


def _after(repair: Repair, span: _Span) -> _Span:
    """Return where the span, in the text before the repair, lies in the text after it."""
    shift = len(repair.after) - len(repair.before)
    return _Span(*(edge + shift if edge >= repair.end else edge for edge in span))


def _before(repair: Repair, span: _Span) -> tuple[_Span, list[Repair]]:
    """Return the span in the text before the repair, and the repair if it is the span's own."""
    if _by_character(repair):
        return span, _share(repair, span)
    start, end = repair.start, repair.start + len(repair.after)
    grown = len(repair.before) - len(repair.after)
    first = span.start + grown if span.start >= end else span.start
    last = span.end + grown if span.end >= end else span.end
    if not (first <= start and last >= repair.end):
        return _Span(first, last), []
    mine = repair._replace(start=repair.start - first, end=repair.end - first)
    return _Span(first, last), [mine]


def _share(repair: Repair, span: _Span) -> list[Repair]:
    """Return the share of the span in a repair that goes character by character."""
    start, end = max(repair.start, span.start), min(repair.end, span.end)
    before = repair.before[start - repair.start : end - repair.start]
    after = repair.after[start - repair.start : end - repair.start]
    if start >= end or before == after:
        return []
    first, last = start - span.start, end - span.start
    return [repair._replace(start=first, end=last, before=before, after=after)]
