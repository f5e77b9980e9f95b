"""Documents that cite each other: by number, by title, or by both."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.checks.between.date_order import CITES_LATER, year_of_number
from pilotdiff.checks.between.groups import levels
from pilotdiff.checks.between.titles_between import announced, is_about, is_another, same_title
from pilotdiff.checks.code import error, finds, found, note, warning
from pilotdiff.in_groups import in_groups
from pilotdiff.model import Citation, Filed, Finding, msg, msgs
from pilotdiff.model.terms import counted


class Link(NamedTuple):
    """A citation with the document that it means, None where it is not among those at hand."""

    filed: Filed
    citation: Citation
    cited: Filed | None


@finds(
    note(
        "cites-unknown",
        msg("Documents that are cited by number and not at hand"),
        msg("Four numbers are cited, three belong to no document that was given"),
    ),
    note(
        "number-revealed",
        msg("A document gives the number of another that does not state it itself"),
        msg("The plan cites the list of pilots as 川民发〔2022〕37号"),
    ),
    error(
        "cited-number-differs",
        msg("A document is cited under another number than its own"),
        msg("The list is 川民发〔2022〕37号 and cited as 川民发〔2022〕38号"),
    ),
    error(
        "cited-title-differs",
        msg("A document is cited under a title that is not its own"),
        msg("川民发〔2022〕37号 is cited as a list of the second batch, and is one of the third"),
    ),
    error(
        "cited-total-differs",
        msg("The title of a list, as it is cited, gives another total than the list has"),
        msg("“关于确定甲县等41个县…的通知” is cited, the list has 40 counties"),
    ),
    warning(
        "title-with-two-numbers",
        msg("One title is cited with two numbers"),
        msg("The scheme is 川民发〔2020〕40号 in one document, 川民发〔2020〕41号 in another"),
    ),
    warning(
        "number-with-two-titles",
        msg("One number is cited with two titles"),
        msg("川民发〔2020〕40号 is the scheme in one document, the plan of action in another"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Find citations that lead nowhere, that reveal a number, or that contradict what they cite."""
    links = [
        Link(filed, citation, _cited(citation, filed, documents))
        for filed in documents
        for citation in _citations(filed)
    ]
    yield from _resolved(links)
    for link in links:
        if link.cited is not None:
            yield from _of_number(link, link.cited)
            yield from _of_title(link, link.cited)
            yield from _of_time(link, link.cited)
    yield from _titles(links)


def _citations(filed: Filed) -> tuple[Citation, ...]:
    """Return what a document cites, each number once with each title that stands beside it."""
    listing = filed.units.listing
    titled = {citation.number for citation in listing.citations if citation.title}
    told: dict[tuple[str, str], Citation] = {}
    for citation in (*listing.citations, *map(Citation, filed.source.cites)):
        if citation.title or citation.number not in titled:
            told.setdefault((citation.number, citation.title), citation)
    return tuple(told.values())


def _cited(citation: Citation, by: Filed, documents: Sequence[Filed]) -> Filed | None:
    """Return the document of that number, else the only one that the title speaks of."""
    others = [filed for filed in documents if filed is not by]
    for filed in others:
        if citation.number in (filed.source.number, *_own_numbers(filed)):
            return filed
    about = [filed for filed in others if is_about(citation, filed)]
    return about[0] if len(about) == 1 else None


def _own_numbers(filed: Filed) -> tuple[str, ...]:
    return tuple(each.value for each in filed.units.listing.numbers)


def _resolved(links: Sequence[Link]) -> Iterator[Finding]:
    """Yield for each document how many of those that it cites are at hand."""
    of_document = in_groups(links, lambda link: link.filed.source.id)
    for cited in of_document.values():
        numbers = {link.citation.number for link in cited}
        unknown = {link.citation.number: link.citation for link in cited if link.cited is None}
        if unknown:
            message = msgs(
                "{n} of {cited} documents cited is not at hand: {numbers}",
                "{n} of {cited} documents cited are not at hand: {numbers}",
                len(unknown),
                cited=len(numbers),
                numbers=tuple(unknown),
            )
            figures = (("cited", len(numbers)), ("unknown", len(unknown)))
            line = min(citation.line for citation in unknown.values())
            yield found("cites-unknown", cited[0].filed, line, message, figures)


def _of_number(link: Link, cited: Filed) -> Iterator[Finding]:
    """Yield a number that the cited document does not state itself, or states otherwise."""
    number, known = link.citation.number, cited.source.number
    if known and number != known and number not in _own_numbers(cited):
        message = msg(
            "It cites {other} as {number}; its number is {known}",
            other=cited.source.id,
            number=number,
            known=known,
        )
        where = (cited.source.id, next((s.line for s in cited.units.listing.numbers), 0))
        yield found("cited-number-differs", link.filed, link.citation.line, message, other=where)
    elif not _own_numbers(cited) and is_about(link.citation, cited):
        message = msg(
            "It gives the number of {other}, which does not state it itself: {number}",
            other=cited.source.id,
            number=number,
        )
        where = (cited.source.id, 0)
        yield found("number-revealed", link.filed, link.citation.line, message, other=where)


def _of_title(link: Link, cited: Filed) -> Iterator[Finding]:
    """Yield a cited title that is not the document's, and totals in it that are not those of its
    list."""
    if is_another(link.citation, cited):
        message = msg(
            "It cites {number} as “{title}”; that is “{own}”",
            number=link.citation.number,
            title=link.citation.title,
            own=cited.source.title,
        )
        where = (cited.source.id, 0)
        yield found("cited-title-differs", link.filed, link.citation.line, message, other=where)
    counts = levels(cited)
    for level, told in announced(link.citation.title):
        count = counts.get(level, 0)
        if count and count != told:
            message = msg(
                "The title that it cites mentions {told}, and {other} lists {n}",
                told=counted(level, told),
                other=cited.source.id,
                n=count,
            )
            figures = (("told", told), ("listed", count))
            where = (cited.source.id, 0)
            yield found(
                "cited-total-differs", link.filed, link.citation.line, message, figures, where
            )


def _of_time(link: Link, cited: Filed) -> Iterator[Finding]:
    """Yield a document that cites a later one; its number shows it where the years differ."""
    date, its = link.filed.source.date, cited.source.date
    later_year = date and (year_of_number(link.citation.number) or 0) > int(date[:4])
    if date and its and its > date and not later_year:
        message = msg(
            "It is of {date}, and cites {other}, which is of {its}",
            date=date,
            other=cited.source.id,
            its=its,
        )
        where = (cited.source.id, 0)
        yield found(CITES_LATER.code, link.filed, link.citation.line, message, other=where)


def _titles(links: Sequence[Link]) -> Iterator[Finding]:
    """Yield one title with two numbers, one number with two titles."""
    titled = [link for link in links if link.citation.title]
    for at, link in enumerate(titled):
        for other in titled[:at]:
            same = link.citation.number == other.citation.number
            if same != same_title(link.citation.title, other.citation.title):
                yield _at_odds(link, other)


def _at_odds(link: Link, other: Link) -> Finding:
    one, two = link.citation, other.citation
    where = (other.filed.source.id, two.line)
    if one.number == two.number:
        message = msg(
            "{number} is “{one}” here, and “{two}” in {other}",
            number=one.number,
            one=one.title,
            two=two.title,
            other=other.filed.source.id,
        )
        return found("number-with-two-titles", link.filed, one.line, message, other=where)
    message = msg(
        "“{title}” is {one} here, and {two} in {other}",
        title=min(one.title, two.title, key=len),
        one=one.number,
        two=two.number,
        other=other.filed.source.id,
    )
    return found("title-with-two-numbers", link.filed, one.line, message, other=where)
