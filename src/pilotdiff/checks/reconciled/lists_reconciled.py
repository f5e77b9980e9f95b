"""Lists of results against the lists of pilots that they came of."""

from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.checks.between.groups import ListPair, levels, lists_of, paired_lists
from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.checks.reconciled.never_pilots import never_pilots
from pilotdiff.checks.reconciled.reconciled_pairs import ReconciledPair, Unread, by_level, pair_rows
from pilotdiff.filing.pilots_of_results import partners
from pilotdiff.model import (
    Change,
    Entry,
    Filed,
    Finding,
    Level,
    Outcome,
    Row,
    SourceKind,
    Unit,
    msg,
    msgs,
)
from pilotdiff.model.terms import counted
from pilotdiff.reconciliation import Reconciler

_ACCOUNTED_FOR = (Outcome.MERGED, Outcome.REPEATED)


@finds(
    warning(
        "result-undecided",
        msg("A result may be a pilot under another name: a person must decide"),
        msg("柳岸社区 of the results may be 柳岸村 or 岸头社区 of the pilots"),
    ),
    note(
        "pilot-without-result",
        msg("Pilots that are in no result, counted by level"),
        msg("Of 38 streets and 150 communities 8 and 50 are no demonstration"),
    ),
    note(
        "level-left-out",
        msg("The results have no unit of a level that the pilots have"),
        msg(
            "The pilots are counties, streets and communities, the results streets and communities"
        ),
    ),
    note(
        "renamed-since",
        msg("A result that was a pilot under another name, kind or parent"),
        msg("荷塘社区 is a demonstration, 荷塘村 was the pilot"),
    ),
    note(
        "merged-since",
        msg("A pilot that went into a result which another pilot holds"),
        msg("双河镇 was a pilot and is a part of 青山镇, which was one too"),
    ),
    note(
        "split-since",
        msg("A result that came out of a pilot which has another result"),
        msg("Of the pilot 青山镇 came the results 青山街道 and 双河镇"),
    ),
    note(
        "category-since",
        msg("A result is listed under another category than as a pilot"),
        msg("A pilot of 便民服务型 is a demonstration of 自治互助型"),
    ),
    warning(
        "little-in-common",
        msg("Hardly any unit of the results is in the list of pilots they were compared with"),
        msg("The pilots are of one province, the results of another"),
    ),
)
def check(documents: Sequence[Filed], reconciler: Reconciler) -> Iterator[Finding]:
    """Find results that were never pilots, pilots without a result, levels left out, other
    names."""
    judged = [ReconciledPair(pair, pair_rows(pair, reconciler)) for pair in paired_lists(documents)]
    for each in judged:
        if not each.is_one_programme:
            yield _little_in_common(each)
    sound = [each for each in judged if each.is_one_programme]
    for pilots in lists_of(documents, SourceKind.PILOTS):
        its = [each for each in sound if each.pair.pilots is pilots]
        if its:
            elsewhere = _of_other_lists(pilots, its, documents, reconciler)
            yield from _without_result(pilots, its, elsewhere)
            yield from _left_out(pilots, its)
    yield from never_pilots(sound, documents, reconciler)
    for each in sound:
        yield from _parted_and_joined(each)
        for row in each.rows:
            if row.pilot is not None and row.result is not None:
                yield from _of_row(each.pair, row, row.pilot, row.result)


def _little_in_common(judged: ReconciledPair) -> Finding:
    pair = judged.pair
    results = sum(row.result is not None for row in judged.rows)
    shared = sum(row.result is not None and row.pilot is not None for row in judged.rows)
    none = msg(
        "None of its units is in {other}: the two lists may not belong together",
        other=pair.pilots.source.id,
    )
    message = msgs(
        "Only {n} of {results} is in {other}: the two lists may not belong together",
        "Only {n} of {results} are in {other}: the two lists may not belong together",
        shared,
        results=counted(None, results),
        other=pair.pilots.source.id,
    )
    figures = (("results", results), ("shared", shared))
    where = (pair.pilots.source.id, 0)
    return found("little-in-common", pair.results, 0, message if shared else none, figures, where)


def _of_other_lists(
    pilots: Filed,
    judged: Sequence[ReconciledPair],
    documents: Sequence[Filed],
    reconciler: Reconciler,
) -> set[Entry]:
    """Return the pilots that lists of results have which share units with them, though most of
    their own came of other pilots: a pilot of the first batch in the results of the second."""
    told = {each.pair.results.source.id for each in judged}
    others = [
        documents[number]
        for number, ours in partners(documents).items()
        if documents[number].source.id not in told and any(documents[n] is pilots for n in ours)
    ]
    return {entry for each in others for entry in _kept(reconciler.rows(pilots.units, each.units))}


def _kept(rows: Iterable[Row]) -> Iterator[Entry]:
    """Yield the pilots that have a result, or of which is told why they have none of their own."""
    for row in rows:
        if row.pilot is not None and (row.result is not None or row.outcome in _ACCOUNTED_FOR):
            yield row.pilot.entry


def _without_result(
    pilots: Filed, judged: Sequence[ReconciledPair], elsewhere: set[Entry]
) -> Iterator[Finding]:
    """Yield the pilots that are in none of the lists of results, as one finding; one that went into
    another's result, or stands in its list twice, is not among them."""
    kept = {entry for each in judged for entry in _kept(each.rows)} | elsewhere
    had = {level for each in judged for level in levels(each.pair.results)}
    lost = [
        row.pilot
        for row in judged[0].rows
        if row.pilot is not None and row.pilot.level in had and row.pilot.entry not in kept
    ]
    if counts := by_level(lost):
        message = msgs(
            "{n} pilot has no result: {levels}",
            "{n} pilots have no result: {levels}",
            sum(counts.values()),
            levels=tuple(counted(level, count) for level, count in counts.items()),
        )
        results = judged[-1].pair.results
        said = Unread(results, pilots.units, pilots.units).said(message, lost)
        other = (results.source.id, 0)
        yield found("pilot-without-result", pilots, 0, said, _figures(counts), other)


def _left_out(pilots: Filed, judged: Sequence[ReconciledPair]) -> Iterator[Finding]:
    """Yield the levels of the pilots that no list of results has a unit of."""
    had = {level for each in judged for level in levels(each.pair.results)}
    for level, count in levels(pilots).items():
        if level not in had:
            said = counted(level, count)
            message = msg("It leaves out a level at which there are pilots: {pilots}", pilots=said)
            results, other = judged[-1].pair.results, (pilots.source.id, 0)
            yield found("level-left-out", results, 0, message, ((level.value, count),), other)


def _parted_and_joined(judged: ReconciledPair) -> Iterator[Finding]:
    """Yield the pilots that went into another's result, and the results that came out of one."""
    pair = judged.pair
    pilots = {row.pilot.name: row.pilot.entry.line for row in judged.rows if row.pilot}
    results = {row.result.name: row.result.entry.line for row in judged.rows if row.result}
    for row in judged.rows:
        if row.outcome is Outcome.MERGED and row.pilot is not None:
            message = msg("{pilot} went into {result}", pilot=row.pilot.name, result=row.other)
            where = (pair.results.source.id, results.get(row.other, 0))
            yield found("merged-since", pair.pilots, row.pilot.entry.line, message, other=where)
        elif row.outcome is Outcome.SPLIT and row.result is not None:
            message = msg("{result} came out of {pilot}", result=row.result.name, pilot=row.other)
            where = (pair.pilots.source.id, pilots.get(row.other, 0))
            yield found("split-since", pair.results, row.result.entry.line, message, other=where)


def _of_row(pair: ListPair, row: Row, pilot: Unit, result: Unit) -> Iterator[Finding]:
    where = (pair.pilots.source.id, pilot.entry.line)
    line = result.entry.line
    names = {"pilot": pilot.name, "result": result.name}
    if row.outcome is Outcome.REVIEW:
        message = msg("{result} may be the pilot {pilot}: a person must decide", **names)
        yield found("result-undecided", pair.results, line, message, other=where)
    elif row.outcome is Outcome.RENAMED:
        message = msg("{result} was a pilot as {pilot}", **names)
        yield found("renamed-since", pair.results, line, message, other=where)
    if Change.CATEGORY in row.changes and row.outcome is not Outcome.REVIEW:
        message = msg(
            "{result} is listed under {category}; as a pilot it was under {before}",
            result=result.name,
            category=result.entry.category,
            before=pilot.entry.category,
        )
        yield found("category-since", pair.results, line, message, other=where)


def _figures(counts: dict[Level, int]) -> tuple[tuple[str, float], ...]:
    return tuple((level.value, count) for level, count in counts.items())
