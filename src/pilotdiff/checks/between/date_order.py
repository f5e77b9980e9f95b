"""Dates out of order: within a document, and between documents that follow on one another."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.between.groups import comparable_pairs, lists_of, origins, paired_lists
from pilotdiff.checks.code import error, finds, found, warning
from pilotdiff.model import Filed, Finding, SourceKind, Stated, msg
from pilotdiff.patterns import pattern

RESULT_BEFORE_PILOT = error(
    "result-before-pilot",
    msg("The results are dated before the list of pilots"),
    msg("The pilots are of April 2022, their results of November 2021"),
)
CITES_LATER = error(
    "cites-later",
    msg("A document cites one that is later than itself"),
    msg("A plan of August 2022 cites 川民发〔2023〕37号"),
)

_YEAR = pattern(r"〔(?P<year>\d{4})〕")


@finds(
    CITES_LATER,
    RESULT_BEFORE_PILOT,
    warning(
        "plan-before-pilot",
        msg("A plan is dated before the list of pilots that it carries out"),
        msg("The plan is of March 2022, the list of April"),
    ),
    warning(
        "plan-ends-late",
        msg("The deadline of a plan is later than the publication of the results"),
        msg("The work is to be done by March 2024, the results are of November 2023"),
    ),
    warning(
        "batches-out-of-order",
        msg("A batch of pilots is dated before an earlier batch"),
        msg("The third batch is of 2021, the second of 2022"),
    ),
    error(
        "published-before-date",
        msg("A page was published before the date of the document on it"),
        msg("The page is of 19 November, the document of 20 November"),
    ),
    error(
        "number-after-date",
        msg("The number of a document is of a year after its date"),
        msg("The number is 川民发〔2024〕37号, the date April 2022"),
    ),
    warning(
        "two-dates",
        msg("Two lines state the date of a document differently"),
        msg("2019年3月25日 stands under the title, 2019年5月23日 under the signature"),
    ),
    warning(
        "two-numbers",
        msg("Two lines state the number of a document differently"),
        msg("民函〔2019〕41号 stands above the title, 民函〔2019〕14号 below it"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield what cannot have happened in that order."""
    for filed in documents:
        yield from _published(filed)
        yield from _numbered(filed)
        yield from _stated_twice(filed)
    for pair in paired_lists(documents):
        yield from _results(pair.pilots, pair.results)
    yield from _plans(documents)
    for one, other in comparable_pairs(documents):
        yield from _batches(one, other)


def line_of_date(filed: Filed) -> int:
    """Return the line that states the date of a document, 0 where only its catalogue does."""
    date = filed.source.date
    return next((each.line for each in filed.units.listing.dates if each.value == date), 0)


def year_of_number(number: str) -> int | None:
    """Return the year in a document number: 川民发〔2022〕37号."""
    match = _YEAR.search(number)
    return int(match["year"]) if match else None


def _published(filed: Filed) -> Iterator[Finding]:
    """Yield a page published before the document on it was signed."""
    source = filed.source
    if source.seen and source.date and source.seen < source.date:
        message = msg(
            "It was published on {seen}, before its own date, {date}",
            seen=source.seen,
            date=source.date,
        )
        yield found("published-before-date", filed, line_of_date(filed), message)


def _numbered(filed: Filed) -> Iterator[Finding]:
    """Yield a document's own number, and those that it refers to, of a year after its date."""
    date, listing = filed.source.date, filed.units.listing
    if not date:
        return
    year, own = int(date[:4]), listing.numbers or (Stated(filed.source.number, 0),)
    for value, line in dict.fromkeys(own):
        if (year_of_number(value) or 0) > year:
            message = msg("Its number is {number}, its date {date}", number=value, date=date)
            yield found("number-after-date", filed, line, message)
    for citation in listing.citations:
        if (year_of_number(citation.number) or 0) > year:
            message = msg(
                "It cites {number}, which is of a year after its date, {date}",
                number=citation.number,
                date=date,
            )
            yield found(CITES_LATER.code, filed, citation.line, message)


def _stated_twice(filed: Filed) -> Iterator[Finding]:
    """Yield a date or a number that two lines of the document state differently."""
    listing = filed.units.listing
    for code, stated in (("two-dates", listing.dates), ("two-numbers", listing.numbers)):
        others = {each.value: each for each in reversed(stated) if each.value != stated[0].value}
        for value, line in others.values():
            first, where = stated[0]
            message = msg("{one} here, and {other} in line {n}", one=value, other=first, n=where)
            yield found(code, filed, line, message)


def _results(pilots: Filed, results: Filed) -> Iterator[Finding]:
    before, after = pilots.source.date, results.source.date
    if before and after and after < before:
        message = msg(
            "The results are of {results}, before the list of pilots, {pilots}",
            results=after,
            pilots=before,
        )
        where = (pilots.source.id, line_of_date(pilots))
        yield found("result-before-pilot", results, line_of_date(results), message, other=where)


def _plans(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield plans made before the list that they carry out, or that end after its results."""
    pilots, judged = lists_of(documents, SourceKind.PILOTS), paired_lists(documents)
    for plan in documents:
        if plan.source.kind is not SourceKind.PLAN:
            continue
        for origin in origins(plan, pilots)[:1]:
            yield from _plan_before(plan, origin.pilots)
            for results in [p.results for p in judged if p.pilots is origin.pilots][:1]:
                yield from _plan_after(plan, results)


def _plan_before(plan: Filed, pilots: Filed) -> Iterator[Finding]:
    date, its = plan.source.date, pilots.source.date
    if date and its and date < its:
        message = msg(
            "The plan is of {plan}, before the list of pilots, {pilots}", plan=date, pilots=its
        )
        where = (pilots.source.id, line_of_date(pilots))
        yield found("plan-before-pilot", plan, line_of_date(plan), message, other=where)


def _plan_after(plan: Filed, results: Filed) -> Iterator[Finding]:
    ends = plan.source.ends.value if plan.source.ends else ""
    date = results.source.date
    if ends and date and ends > date[: len(ends)]:
        stated = plan.units.listing.ends
        message = msg(
            "The work is to be done by {end}, after the results, {date}", end=ends, date=date
        )
        where = (results.source.id, line_of_date(results))
        line = stated.line if stated else 0
        yield found("plan-ends-late", plan, line, message, other=where)


def _batches(one: Filed, other: Filed) -> Iterator[Finding]:
    """Yield a batch of pilots dated before an earlier batch."""
    mine, its = one.source, other.source
    if SourceKind.PILOTS is not mine.kind or mine.kind is not its.kind:
        return
    if not (mine.batch and its.batch and mine.date and its.date) or mine.batch == its.batch:
        return
    early, late = sorted((one, other), key=lambda filed: filed.source.batch or 0)
    if late.source.date < early.source.date:
        message = msg(
            "Batch {later} is of {date}, before batch {earlier}, {before}",
            later=late.source.batch,
            date=late.source.date,
            earlier=early.source.batch,
            before=early.source.date,
        )
        where = (early.source.id, line_of_date(early))
        yield found("batches-out-of-order", late, line_of_date(late), message, other=where)
