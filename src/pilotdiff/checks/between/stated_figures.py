"""Figures that several documents give: the same, compatible, or contradicting."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.checks.between.claims import Claim, claims, in_words, is_local
from pilotdiff.checks.between.figure_bounds import StatedExtent, base_unit, extent
from pilotdiff.checks.between.groups import comparable_pairs
from pilotdiff.checks.between.subjects import bare_subject, is_same, likeness, may_be_same
from pilotdiff.checks.code import error, finds, found, note, warning
from pilotdiff.model import Figure, Filed, Finding, Message, SourceKind, msg


class StatedFigure(NamedTuple):
    """A figure as a document gives it.

    name    for programs: "county pilots 1", "投入试点资金"
    value   in the unit written, 1.28 for 1.28亿元
    shown   its words
    """

    filed: Filed
    line: int
    name: str
    value: float
    unit: str
    shown: str | Message
    extent: StatedExtent


class Both(NamedTuple):
    """The same thing said twice; `sure` where nothing but a mistake explains a difference."""

    one: StatedFigure
    other: StatedFigure
    sure: bool


class _Years(NamedTuple):
    """The year of every batch that is dated; those before and between them are a year apart."""

    dated: dict[int, int]

    def of(self, batch: int | None) -> int | None:
        """Return the year of a batch, None past the last that is dated."""
        if batch is None or not self.dated:
            return None
        last = max(self.dated)
        known = self.dated.get(batch, self.dated[last] - last + batch)
        return known if 0 < batch <= last else None


_BOTH_RIGHT = msg("{here} here, {there} in {other}: both can be right")
_OTHERWISE = msg("{here} here, but {there} in {other}")


@finds(
    note(
        "figures-agree",
        msg("Two documents give the same figures"),
        msg("Both say that 1.28亿元 were spent on the pilots"),
    ),
    note(
        "figures-compatible",
        msg("Two documents give figures that can both be right"),
        msg("One says 533 organisations, the other “500多个”"),
    ),
    warning(
        "figures-differ",
        msg("Two documents give different figures for what seems to be the same thing"),
        msg(
            "One says that 1.28亿元 were spent, the other 1.38亿元, and neither says of which batch"
        ),
    ),
    error(
        "figures-contradict",
        msg("Two documents give different figures for the same thing"),
        msg("One says that the first batch has 44 counties, the other 45"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield every two related documents: what they say alike, and where they differ."""
    told = claims(documents)
    years = _years(documents)
    for one, other in comparable_pairs(documents):
        both = [*_counts(one, other, told), *_amounts(one, other, years)]
        equal = [pair for pair in both if pair.one.extent == pair.other.extent]
        if equal:
            yield _agree(equal)
        for pair in both:
            if pair.one.extent.admits(pair.other.extent):
                if pair not in equal:
                    yield _unequal("figures-compatible", pair, _BOTH_RIGHT)
            else:
                code = "figures-contradict" if pair.sure else "figures-differ"
                yield _unequal(code, pair, _OTHERWISE)


def _counts(one: Filed, other: Filed, told: Sequence[Claim]) -> Iterator[Both]:
    """Yield the numbers of units of one level and batch that both give."""
    theirs = [claim for claim in told if claim.filed is other]
    for mine in (claim for claim in told if claim.filed is one):
        for its in theirs:
            if (mine.stage, mine.level, mine.batch) == (its.stage, its.level, its.batch):
                yield Both(_said(mine), _said(its), True)
                break


def _said(claim: Claim) -> StatedFigure:
    number = claim.extent.value
    return StatedFigure(claim.filed, claim.line, claim.name, number, "个", claim.told, claim.extent)


def _amounts(one: Filed, other: Filed, years: _Years) -> Iterator[Both]:
    """Yield the other figures: each with the one in the other document that is most like it."""
    theirs = _amounts_of(other)
    for mine in _amounts_of(one):
        alike = [(_alike(mine, its, years), its) for its in theirs]
        most = max((likeness for likeness, _ in alike), default=0.0)
        best = [its for likeness, its in alike if likeness == most]
        if not may_be_same(most) or len({extent(its) for its in best}) > 1:
            continue
        pair = Both(_told(one, mine), _told(other, best[0]), _same_scope(mine, best[0]))
        timed = _scoped(mine) or _scoped(best[0]) or _same_year(one, other)
        if pair.one.extent.admits(pair.other.extent) or (is_same(most) and timed):
            yield pair


def _amounts_of(filed: Filed) -> list[Figure]:
    figures = filed.units.listing.figures
    return [f for f in figures if not _counted(f) and not is_local(f, filed)]


def _scoped(figure: Figure) -> bool:
    return figure.batch is not None or figure.year is not None


def _same_scope(one: Figure, other: Figure) -> bool:
    """Tell whether both are told of the same batch, or the same year."""
    return _scoped(one) and (one.batch, one.year) == (other.batch, other.year)


def _same_year(one: Filed, other: Filed) -> bool:
    """Tell whether two documents are not of different years, in which a total may have grown."""
    dates = {filed.source.date[:4] for filed in (one, other) if filed.source.date}
    return len(dates) < 2


def _counted(figure: Figure) -> bool:
    """Tell whether it counts units at a stage, which are compared by level and batch."""
    return figure.level is not None and figure.stage is not None


def _told(filed: Filed, figure: Figure) -> StatedFigure:
    words, value = in_words(figure), figure.value
    return StatedFigure(
        filed, figure.line, figure.subject, value, figure.unit, words, extent(figure)
    )


def _alike(one: Figure, other: Figure, years: _Years) -> float:
    if base_unit(one.unit) != base_unit(other.unit) or not _same_time(one, other, years):
        return 0.0
    return likeness(bare_subject(one), bare_subject(other))


def _same_time(one: Figure, other: Figure, years: _Years) -> bool:
    """Tell whether batch and year do not tell two figures apart."""
    if one.yearly != other.yearly or (one.batch and other.batch and one.batch != other.batch):
        return False
    mine, its = (f.year or years.of(f.batch) for f in (one, other))
    return mine is None or its is None or mine == its


def _years(documents: Sequence[Filed]) -> _Years:
    """Return the years of batches, told by the lists of pilots that have batch and date."""
    sources = [filed.source for filed in documents]
    dated = {
        source.batch: int(source.date[:4])
        for source in sources
        if source.kind is SourceKind.PILOTS and source.batch and source.date
    }
    return _Years(dated)


def _agree(equal: Sequence[Both]) -> Finding:
    first = equal[0]
    message = msg(
        "{other} gives the same figures: {figures}",
        other=first.other.filed.source.id,
        figures=tuple(pair.one.shown for pair in equal),
    )
    figures = tuple((pair.one.name, pair.one.value) for pair in equal)
    where = (first.other.filed.source.id, first.other.line)
    return found("figures-agree", first.one.filed, first.one.line, message, figures, where)


def _unequal(code: str, pair: Both, said: Message) -> Finding:
    one, other = pair.one, pair.other
    message = said.given(here=one.shown, there=other.shown, other=other.filed.source.id)
    here, there = one.extent.value, other.extent.value
    if one.unit == other.unit:
        here, there = one.value, other.value
    figures = (("here", here), ("there", there))
    return found(code, one.filed, one.line, message, figures, (other.filed.source.id, other.line))
