"""The documents of each programme in each province; `editions` tells the batch of each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from pilotdiff.model import Filed, Level, Source, SourceKind
from pilotdiff.model.facts import LISTS
from pilotdiff.names import split
from pilotdiff.programme.editions import Edition, Member, edition_of, placed
from pilotdiff.programme.programme_figures import Read, figures_read

# What stands in a batch; zones are chosen once, and no batch of them goes on to anything.
_KINDS = (*LISTS, SourceKind.PLAN, SourceKind.NEWS)


class Members(NamedTuple):
    """The documents of one programme in one province, in time."""

    programme: str
    province: str
    documents: tuple[Member, ...]

    @property
    def years(self) -> set[int | None]:
        """The years that stand for batches."""
        return {member.edition.year for member in self.documents} - {None}

    @property
    def editions(self) -> list[Edition]:
        """The batches that documents belong to or figures name."""
        named = {Edition(one.batch) for m in self.documents for one in m.figures if one.batch}
        return sorted({member.edition for member in self.documents} | named, key=_order)

    def of(self, edition: Edition) -> tuple[Member, ...]:
        """Return the documents that belong to a batch."""
        return tuple(member for member in self.documents if member.edition == edition)

    def figures(self, edition: Edition) -> Iterator[tuple[Member, Read]]:
        """Yield the figures that are about a batch, or about every one; those of a part of the
        programme's place left out."""
        years = self.years
        for member in self.documents:
            for one in () if member.local else member.figures:
                every = one.told is not None and one.figure.yearly
                if every or edition_of(one, member, years) == edition:
                    yield member, one


def _order(edition: Edition) -> tuple[bool, int, int]:
    """Return by what batches are sorted: by number and year, what has neither last."""
    return edition == Edition(), edition.number or 0, edition.year or 0


def programmes(documents: Iterable[Filed]) -> list[Members]:
    """Return the documents by programme and province; a document that names neither belongs to the
    only programme there is, in the only province."""
    told = [filed for filed in documents if filed.source.kind in _KINDS]
    known = [_where(filed) for filed in told]
    keyed = [(_completed(_where(filed), known), filed) for filed in told]
    keyed.sort(key=lambda pair: (pair[0], *_in_time(pair[1].source)))
    return [
        _members(where, [filed for _, filed in found])
        for where, found in groupby(keyed, key=lambda pair: pair[0])
    ]


def _in_time(source: Source) -> tuple[bool, str, bool, str]:
    """Return by what documents are sorted: by date, those without one last; of one date, results
    after all else."""
    return not source.date, source.date, source.kind is SourceKind.RESULTS, source.id


Where = tuple[str, str]


def _where(filed: Filed) -> Where:
    """Return the programme and province; what stands for the province may be a county's own
    name."""
    province = filed.source.province
    return filed.source.programme, province if split(Level.PROVINCE, province)[1] else ""


def _completed(where: Where, known: Sequence[Where]) -> Where:
    programme, province = where
    if not programme:
        programme = _only(p for p, q in known if not province or q in ("", province))
    if not province:
        province = _only(q for p, q in known if p in ("", programme))
    return programme, province


def _only(names: Iterable[str]) -> str:
    found = {name for name in names if name}
    return found.pop() if len(found) == 1 else ""


def _members(where: Where, found: Sequence[Filed]) -> Members:
    programme, province = where
    whole = _common([filed for filed in found if filed.source.kind in LISTS])
    members = [
        Member(
            filed,
            figures_read(filed.units.listing.figures),
            local=_is_local(filed, {province, *whole}),
        )
        for filed in found
    ]
    return Members(programme, province, placed(members))


def _common(lists: Sequence[Filed]) -> list[str]:
    """Return the places that all units of these lists stand in."""
    paths = [unit.parents for filed in lists for unit in filed.units.units]
    if not paths:
        return []
    common = takewhile(lambda pair: pair[0] == pair[1], zip(min(paths), max(paths), strict=False))
    return [name for name, _ in common]


def _is_local(filed: Filed, whole: set[str]) -> bool:
    """Tell whether its title or its issuer names a place within the programme's."""
    if filed.source.kind in LISTS:
        return False
    return any(name not in whole for name in filed.units.listing.context)
