"""Repairs carried out again, and a part of a line taken with what concerns it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from pilotdiff.model import Clean, Repair, RepairKind
from pilotdiff.model.repairs import WILDCARD


def replay(raw: str, repairs: Iterable[Repair]) -> str:
    """The raw text with each repair applied in order; ValueError where one does not fit."""
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
    """[start, end) of the clean text as a Clean of its own, with its raw text and its repairs.

    An annotation or an invisible character belongs to the character before it. A repair that the
    edge cuts through cannot be undone by halves: the raw text is widened to all of it, and the
    repairs then replay to the wider text.
    """
    if (start, end) == (0, len(line.text)):
        return line
    span = _Span(start, end)
    kept: list[Repair] = []
    for repair in reversed(line.repairs):
        span, mine = _before(repair, span)
        if mine is not None:
            kept.append(mine)
    first = line.text.count(WILDCARD, 0, start)
    last = first + line.text.count(WILDCARD, start, end)
    raw, text = line.raw[span.start : span.end], line.text[start:end]
    return Clean(raw, text, tuple(reversed(kept)), line.wildcards[first:last])


def _before(repair: Repair, span: _Span) -> tuple[_Span, Repair | None]:
    """The span in the text before the repair, and the repair as that span's own."""
    after = _Span(repair.start, repair.start + len(repair.after))
    if len(repair.before) == len(repair.after) and repair.kind is not RepairKind.GBK:
        return span, _slice(repair, span)
    grown = len(repair.before) - len(repair.after)
    touches = span.start < after.end and span.end > after.start
    deleted_inside = after.start == after.end and span.start < after.start <= span.end
    start = span.start if span.start < after.end else span.start + grown
    if after.start <= span.start < after.end:
        start = after.start
    end = span.end if span.end < after.end else span.end + grown
    if after.start < span.end < after.end:
        end = repair.end
    elif span.end <= after.start and not deleted_inside:
        end = span.end
    mine = replace(repair, start=repair.start - start, end=repair.end - start)
    return _Span(start, end), mine if touches or deleted_inside else None


def _slice(repair: Repair, span: _Span) -> Repair | None:
    """The share of a repair that maps character to character."""
    start, end = max(repair.start, span.start), min(repair.end, span.end)
    before = repair.before[start - repair.start : end - repair.start]
    after = repair.after[start - repair.start : end - repair.start]
    if start >= end or before == after:
        return None
    return replace(
        repair, start=start - span.start, end=end - span.start, before=before, after=after
    )
