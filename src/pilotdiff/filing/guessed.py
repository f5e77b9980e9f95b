"""A document filed by what it says of itself: title, programme, batch, and what it is."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath

from pilotdiff.facts.scopes import batch_number, batches
from pilotdiff.model import Filed, Level, Listing, Source, SourceKind, Units
from pilotdiff.names import known
from pilotdiff.word_tables import word_rows


def filed(units: Units, id: str = "", kind: SourceKind | None = None) -> Filed:
    """Return the document under `id`, or the name it was read by, with what its own lines tell; its
    `kind` where that is known."""
    listing = units.listing
    source = Source(
        id or listing.document.name,
        kind or _kind(units),
        province=_province(units),
        stated_year=listing.stated_year,
        **listing.known(),
    )
    if of_several_batches(listing):
        source = replace(source, batch=None)
    elif source.batch is None:
        source = replace(source, batch=batch_number(_stem(listing)))
    return Filed(source, units)


def of_several_batches(listing: Listing) -> bool:
    """Tell whether the headings over the entries, the nearest that name one, name several batches,
    or the title does: such a list is that of none of them."""
    named = {batch_under(each, listing) for each in {entry.section for entry in listing.entries}}
    return len(named) > 1 or (named == {None} and len({*batches(listing.title)}) > 1)


def batch_under(section: str, listing: Listing) -> int | None:
    """Return the batch of what stands under a heading of a list, as the nearest heading that names
    any tells it, or the title; None where that names several."""
    named = (batches(each) for each in (*reversed(section.split(" / ")), listing.title))
    told = {*next(filter(None, named), ())}
    return told.pop() if len(told) == 1 else None


def completed(document: Filed) -> Filed:
    """Return the document with what its catalogue does not say told from its own lines."""
    source, told = document.source, filed(document.units).source
    kind, province = source.kind or told.kind, source.province or told.province
    facts = told.known() | source.known()
    return document._replace(source=replace(source, kind=kind, province=province, **facts))


def _kind(units: Units) -> SourceKind | None:
    """Return the kind of a document, by its title, else the headings of its list, else the name of
    its file."""
    listing = units.listing
    headings = (section.title for section in listing.sections)
    titles = (listing.title, *headings, _stem(listing))
    told = kind_of(titles, listing=bool(units.units))
    if units.units or told is SourceKind.PLAN:
        return told
    return SourceKind.NEWS if listing.figures else None


def _province(units: Units) -> str:
    """Return the one that title and issuer name, else the one in which all units lie, "" for
    several."""
    named = [name for name in units.listing.context if Level.PROVINCE in known(name)]
    lying = {unit.path[0] for unit in units.units}
    return named[0] if named else lying.pop() if len(lying) == 1 else ""


def _stem(listing: Listing) -> str:
    return PurePath(listing.document.name).stem


_WORK = "work"


def kind_of(titles: Iterable[str], *, listing: bool = False) -> SourceKind | None:
    """Return the kind that the first title with one of the words names, None where none has any.

    listing   whether the document lists units: a notice that the work of pilots begins is a list
              of pilots then, else a plan

    >>> kind_of(["关于公布第三批试点名单的通知"])
    <SourceKind.PILOTS: 'pilots'>
    >>> kind_of(["关于开展试点工作的通知"]), kind_of(["关于开展试点工作的通知"], listing=True)
    (<SourceKind.PLAN: 'plan'>, <SourceKind.PILOTS: 'pilots'>)
    """
    of_work = SourceKind.PILOTS if listing else SourceKind.PLAN
    told = next(filter(None, map(_kind_in, titles)), "")
    return of_work if told == _WORK else SourceKind(told) if told else None


def _kind_in(title: str) -> str:
    """Return the kind of the word that ends last in the title, the longest of those; "" for
    none."""
    words = _words()
    found = [(title.rindex(word) + len(word), len(word), word) for word in words if word in title]
    return words[max(found)[2]] if found else ""


@cache
def _words() -> dict[str, str]:
    rows = word_rows(Path(__file__).with_name("tables") / "kinds.txt", ":")
    return {word.strip(): kind for kind, words in rows for word in words.split(",")}
