"""Which documents make up a batch: those of one programme, province and number."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from pilotdiff.listing.scopes import batch_number
from pilotdiff.model import Filed, Level, Source, SourceKind
from pilotdiff.names import split
from pilotdiff.programme.figures import Read, read

LISTS = (SourceKind.PILOTS, SourceKind.RESULTS)
# What stands in a batch; zones are chosen once, and no batch of them goes on to anything.
_KINDS = (*LISTS, SourceKind.PLAN, SourceKind.NEWS)


class Member(NamedTuple):
    """A document of a programme, the batch it belongs to, and what its figures tell.

    local  it speaks for a place within the programme's (a county's plan): its figures are not
           the batch's
    """

    filed: Filed
    batch: int | None
    figures: tuple[Read, ...]
    local: bool = False

    @property
    def source(self) -> Source:
        """What is known of the document."""
        return self.filed.source


class Members(NamedTuple):
    """The documents of one programme in one province, in time."""

    programme: str
    province: str
    documents: tuple[Member, ...]

    @property
    def numbers(self) -> list[int | None]:
        """The batches that documents belong to or figures name."""
        named = {read.batch for m in self.documents for read in m.figures if read.batch}
        found = {member.batch for member in self.documents} | named
        return sorted(found, key=lambda number: (number is None, number))

    def of(self, batch: int | None) -> tuple[Member, ...]:
        """The documents that belong to a batch."""
        return tuple(member for member in self.documents if member.batch == batch)


def programmes(documents: Iterable[Filed]) -> list[Members]:
    """The documents by programme and province; a document that names neither belongs to the only
    programme there is, in the only province."""
    placed = [filed for filed in documents if filed.source.kind in _KINDS]
    known = [_where(filed) for filed in placed]
    keyed = [(_completed(_where(filed), known), filed) for filed in placed]
    keyed.sort(key=lambda pair: (pair[0], *_in_time(pair[1].source)))
    return [
        _members(where, [filed for _, filed in found])
        for where, found in groupby(keyed, key=lambda pair: pair[0])
    ]


def _in_time(source: Source) -> tuple[bool, str, bool, str]:
    """By date, documents without one last; of one date, results after all else."""
    return not source.date, source.date, source.kind is SourceKind.RESULTS, source.id


Where = tuple[str, str]


def _where(filed: Filed) -> Where:
    """Programme and province; what stands for the province may be a county's own name."""
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
    members = [_member(filed, {province, *whole}) for filed in found]
    return Members(programme, province, tuple(_numbered(members)))


def _member(filed: Filed, whole: set[str]) -> Member:
    """A document; its batch as its catalogue says, or its title, or all its figures that do."""
    figures = read(filed.units.listing.figures)
    number = filed.source.batch or batch_number(filed.source.title)
    named = {each.batch for each in figures if each.batch}
    if number is None and len(named) == 1 and filed.source.kind is SourceKind.NEWS:
        (number,) = named
    return Member(filed, number, figures, _is_local(filed, whole))


def _numbered(members: Sequence[Member]) -> Iterator[Member]:
    """A document that names no batch belongs to the only one there is; a result list to the last
    pilots before it that have no results yet."""
    numbers = {member.batch for member in members if member.batch}
    only = next(iter(numbers)) if len(numbers) == 1 else None
    taken = {m.batch for m in members if m.source.kind is SourceKind.RESULTS}
    begun = [m for m in members if m.source.kind is SourceKind.PILOTS and m.batch not in taken]
    for member in members:
        number = member.batch or only
        if number is None and member.source.kind is SourceKind.RESULTS:
            before = [m.batch for m in begun if m.batch and m.source.date <= member.source.date]
            number = before[-1] if before else None
        yield member._replace(batch=number)


def _common(lists: Sequence[Filed]) -> list[str]:
    """The places that all units of these lists stand in."""
    paths = [unit.path[: unit.level.depth] for filed in lists for unit in filed.units.units]
    if not paths:
        return []
    common = takewhile(lambda pair: pair[0] == pair[1], zip(min(paths), max(paths), strict=False))
    return [name for name, _ in common]


def _is_local(filed: Filed, whole: set[str]) -> bool:
    """Whether its title or its issuer names a place within the programme's."""
    if filed.source.kind in LISTS:
        return False
    return any(name not in whole for name in filed.units.listing.context)
