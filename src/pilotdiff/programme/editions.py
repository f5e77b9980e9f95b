"""To which batch each document of a programme belongs: by number, else by year; results to that
of their pilots, as `filing.pilots_of_results` tells them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pilotdiff.facts.scopes import batch_number
from pilotdiff.filing import pairs
from pilotdiff.filing.guessed import batch_under, of_several_batches
from pilotdiff.filing.source_years import title_year, year_of
from pilotdiff.in_groups import in_groups
from pilotdiff.model import Filed, Source, SourceKind
from pilotdiff.model.facts import LISTS
from pilotdiff.programme.programme_figures import Read


class Edition(NamedTuple):
    """A batch: its number; the year of its pilots where batches have none and there are several."""

    number: int | None = None
    year: int | None = None


class Member(NamedTuple):
    """A document of a programme, the batch it belongs to, and what its figures tell.

    local   it speaks for a place within the programme's (a county's plan): its figures are not
            the batch's
    shared  it stands in several batches with all of its units, and does not say which are of which
    """

    filed: Filed
    figures: tuple[Read, ...]
    edition: Edition = Edition()
    local: bool = False
    shared: bool = False

    @property
    def source(self) -> Source:
        """What is known of the document."""
        return self.filed.source


def placed(members: Sequence[Member]) -> tuple[Member, ...]:
    """Return the documents of one programme, each with its batch.

    A document that names none belongs to the only one there is; a result list to that of its
    pilots, or to each of theirs. Yearly lists of pilots without numbers are told apart by their
    years, from those with numbers too. A list whose headings name several batches stands in each
    with its units of it.
    """
    members = [part for member in members for part in _by_heading(member)]
    yearly = _yearly([m for m in members if m.source.kind is SourceKind.PILOTS])
    known = {at: edition for at, m in enumerate(members) if (edition := _own(m, yearly))}
    only = set(known.values()).pop() if len(set(known.values())) == 1 else Edition()
    theirs = _of_pilots(members, known)
    found: list[Member] = []
    for at, member in enumerate(members):
        own = known.get(at, only)
        # A year in the title of results may be that of the pilots, or their own.
        each = theirs.get(at, [own]) if known.get(at, Edition()).number is None else [own]
        first = member._replace(edition=each[0], shared=len(each) > 1)
        found += (first, *(first._replace(edition=other, figures=()) for other in each[1:]))
    return tuple(found)


def _yearly(pilots: Sequence[Member]) -> set[int | None]:
    """Return the years by which lists of pilots without numbers are told apart; none where all of
    them may be of one batch."""
    years = {year_of(m.source) for m in pilots if _number(m) is None}
    numbered = {year_of(m.source) for m in pilots if _number(m) is not None} - {None}
    told = years - {None}
    return years if len(years) > 1 or (numbered and told and not told & numbered) else set()


def _of_pilots(members: Sequence[Member], known: Mapping[int, Edition]) -> dict[int, list[Edition]]:
    """Return the batches of the pilots that each list of results came of, all by their numbers."""
    found: dict[int, list[Edition]] = {}
    for pilots, results in pairs([_of_one(m.filed, str(at)) for at, m in enumerate(members)]):
        edition = known.get(int(pilots.source.id))
        editions = found.setdefault(int(results.source.id), []) if edition else []
        if edition and edition not in editions:
            editions.append(edition)
    return found


def _of_one(filed: Filed, number: str) -> Filed:
    """Return the document as one of a programme that all of them belong to, named or not."""
    source = replace(filed.source, id=number, programme="-", province="-")
    return filed._replace(source=source)


def _by_heading(member: Member) -> Iterator[Member]:
    """Yield a list by the batches that its headings name, any other document as it is.

    What a list says of the whole of itself is of none of them: its totals are left out, its figures
    stay with what bears no batch.
    """
    filed, source = member.filed, member.source
    listing = filed.units.listing
    if source.kind not in LISTS or source.batch or not of_several_batches(listing):
        yield member
        return
    parts = in_groups(filed.units.units, lambda unit: batch_under(unit.entry.section, listing))
    totals = {(total.line, total.number) for total in listing.declared}
    figures = tuple(f for f in member.figures if (f.figure.line, f.figure.value) not in totals)
    if figures:
        parts.setdefault(None, [])
    for batch, units in parts.items():
        part = replace(filed.units, units=tuple(units), listing=replace(listing, declared=()))
        made = Filed(replace(source, batch=batch), part)
        yield member._replace(filed=made, figures=() if batch else figures)


def _own(member: Member, yearly: set[int | None]) -> Edition | None:
    """Return what the document itself tells, None where it does not."""
    if number := _number(member):
        return Edition(number)
    year = year_of(member.source)
    dated = member.source.kind is SourceKind.PILOTS or title_year(member.source)
    return Edition(year=year) if dated and year in yearly else None


def _number(member: Member) -> int | None:
    """Return the number of a document's batch, as its catalogue says, its title, or all the figures
    of news that name one."""
    number = member.source.batch
    if number is None and not of_several_batches(member.filed.units.listing):
        number = batch_number(member.source.title)
    named = {each.batch for each in member.figures if each.batch}
    if number is None and len(named) == 1 and member.source.kind is SourceKind.NEWS:
        (number,) = named
    return number


def edition_of(read: Read, member: Member, years: set[int | None]) -> Edition:
    """Return the batch that a figure is about, else that of its document."""
    if read.batch:
        return Edition(read.batch)
    if read.figure.year in years:
        return Edition(year=read.figure.year)
    return member.edition
