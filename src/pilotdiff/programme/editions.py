"""To which batch each document of a programme belongs: by number, else by year; results to that
of their pilots, as `filing.pilots_of_results` tells them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pilotdiff.facts.scopes import batch_number
from pilotdiff.filing import pairs
from pilotdiff.filing.guessed import of_several_batches
from pilotdiff.filing.source_years import title_year, year_of
from pilotdiff.model import Filed, Source, SourceKind
from pilotdiff.programme.programme_figures import Read


class Edition(NamedTuple):
    """A batch: its number; the year of its pilots where batches have none and there are several."""

    number: int | None = None
    year: int | None = None


class Member(NamedTuple):
    """A document of a programme, the batch it belongs to, and what its figures tell.

    local  it speaks for a place within the programme's (a county's plan): its figures are not
           the batch's
    """

    filed: Filed
    figures: tuple[Read, ...]
    edition: Edition = Edition()
    local: bool = False

    @property
    def source(self) -> Source:
        """What is known of the document."""
        return self.filed.source


def placed(members: Sequence[Member]) -> tuple[Member, ...]:
    """Return the documents of one programme, each with its batch.

    A document that names none belongs to the only one there is; a result list to that of its
    pilots. Yearly lists of pilots without numbers are told apart by their years.
    """
    open_ = [m for m in members if _number(m) is None]
    years = {year_of(m.source) for m in open_ if m.source.kind is SourceKind.PILOTS}
    yearly = years if len(years) > 1 else set()
    known = {m.source.id: edition for m in members if (edition := _own(m, yearly))}
    only = set(known.values()).pop() if len(set(known.values())) == 1 else Edition()
    for pilots, results in pairs([_of_one(m.filed) for m in members]):
        its = known.get(results.source.id, Edition())
        # A year in the title of results may be that of the pilots, or their own.
        if pilots.source.id in known and its.number is None:
            known[results.source.id] = known[pilots.source.id]
    return tuple(m._replace(edition=known.get(m.source.id, only)) for m in members)


def _of_one(filed: Filed) -> Filed:
    """Return the document as one of a programme that all of them belong to, named or not."""
    source = replace(filed.source, programme="-", province="-")
    return filed._replace(source=source)


def _own(member: Member, yearly: set[int | None]) -> Edition | None:
    """Return what the document itself tells, None where it does not."""
    if number := _number(member):
        return Edition(number)
    year = year_of(member.source)
    dated = member.source.kind is SourceKind.PILOTS or title_year(member.source)
    return Edition(year=year) if dated and year in yearly else None


def _number(member: Member) -> int | None:
    """As its catalogue says, its title, or all the figures of news that name one."""
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
