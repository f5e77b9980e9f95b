"""The documents of programmes → their batches as funnels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilotdiff.census.unread_units import unread_units
from pilotdiff.filing.misplaced import misplaced
from pilotdiff.model import WENT_ON, Filed, Message, Outcome, SourceKind, Units, msg, msgs
from pilotdiff.model.facts import LISTS
from pilotdiff.outcomes.unread_whereabouts import UnreadPilots, place_of_list, unread_pilots
from pilotdiff.programme import place_shares
from pilotdiff.programme.documents_by_programme import Members, programmes
from pilotdiff.programme.editions import Member
from pilotdiff.programme.programme_tiers import amounts, distinct, distinct_names, tiers
from pilotdiff.programme.programme_types import Batch, Programme
from pilotdiff.reconciliation import Reconciler


def funnel(documents: Sequence[Filed], reconciler: Reconciler | None = None) -> Programme:
    """Return every batch that these documents belong to or tell of, with all numbers they give.

    Where both lists of a batch are among them, its pilots are followed: by place, by category.
    The `reconciler` knows the verdicts of persons; without it there are none.
    """
    asked = reconciler or Reconciler()
    batches = [batch for members in programmes(documents) for batch in _batches(members, asked)]
    heard = {name for batch in batches for name in _heard(batch)}
    left = (filed.source.id for filed in documents if filed.source.id not in heard)
    doubts = (
        msg("{head}: {said}", head=one.results.source.id, said=one.said)
        for one in misplaced(documents)
    )
    return Programme(tuple(batches), tuple(left), tuple(doubts))


def _heard(batch: Batch) -> Iterator[str]:
    """Yield the documents that belong to a batch or tell something of it."""
    yield from (source.id for source in batch.documents)
    yield from (amount.source.document for amount in batch.amounts)
    for tier in batch.tiers:
        for count in (*tier.planned, *tier.pilots, *tier.demonstrations):
            yield from (source.document for source in count.sources)


def _batches(members: Members, reconciler: Reconciler) -> Iterator[Batch]:
    for edition in members.editions:
        own = members.of(edition)
        figures = list(members.figures(edition))
        found, given = tiers(own, figures), amounts(figures)
        # What is planned for every batch makes no batch.
        if given or any(tier.pilots or tier.demonstrations for tier in found):
            batch = Batch(
                programme=members.programme,
                province=members.province,
                number=edition.number,
                documents=tuple(member.source for member in own),
                tiers=found,
                amounts=given,
                year=edition.year,
            )
            followed = _followed(batch, own, reconciler)
            yield _changed(followed, own, reconciler) if reconciler.asks_record else followed


def _changed(batch: Batch, own: Sequence[Member], reconciler: Reconciler) -> Batch:
    """Return the batch with what the official record tells of its units between its documents."""
    from pilotdiff.record import changes_between

    years = [int(source.date[:4]) for source in batch.documents if source.date]
    if len(years) < 2:
        return batch
    lists = [filed for kind in LISTS for filed in _listed(own, kind)]
    units = [
        (unit, reconciler.edition(filed.units)) for filed in lists for unit in filed.units.units
    ]
    return replace(batch, changes=changes_between(units, min(years), max(years)))


def _followed(batch: Batch, own: Sequence[Member], reconciler: Reconciler) -> Batch:
    """Return the batch with what became of its pilots, where both lists are known."""
    pilots, results = (_listed(own, kind) for kind in (SourceKind.PILOTS, SourceKind.RESULTS))
    known = (*_not_whole(pilots, results), *_twice(pilots, results))
    if not pilots or not results:
        return replace(batch, doubts=known)
    went = place_shares.went(_together(pilots), _together(results), reconciler)
    unread = UnreadPilots(one for each in pilots for one in _unread_of(each, pilots))
    level = place_shares.place_level(went)
    return replace(
        batch,
        reconciled=True,
        doubts=(*_in_several(own), *_by_convention(pilots, results, reconciler), *known),
        tiers=tuple(
            tier._replace(followed=place_shares.of_level(went, tier.level, unread))
            for tier in batch.tiers
        ),
        level=level,
        places=place_shares.of_places(went, level, unread) if level else (),
        counties=place_shares.of_places(went, place_shares.COUNTY, unread),
        categories=place_shares.of_categories(went, unread),
        matrix=place_shares.matrix(went, level, unread) if level else None,
    )


def _unread_of(one: Filed, lists: Sequence[Filed]) -> UnreadPilots:
    """Return the pilots that a list is known to name and in no entry has; of several lists by
    place, each has those of its own."""
    found = unread_pilots(one.units)
    others = [each.units for each in lists if each is not one]
    return found.lying_in(place_of_list(one.units, others)) if found and others else found


def _in_several(own: Sequence[Member]) -> Iterator[Message]:
    """Yield the lists of results that are those of other batches too."""
    for member in own:
        if member.shared:
            yield msg(
                "{document} holds results of several batches and does not say which are of which: "
                "all of its {n} units are counted with each batch",
                document=member.source.id,
                n=len(member.filed.units.units),
            )


def _by_convention(
    pilots: Sequence[Filed], results: Sequence[Filed], reconciler: Reconciler
) -> Iterator[Message]:
    """Yield the lists of results that have no unit of the batch's pilots: nothing but a title, a
    date or the order of the years places them with these."""
    ours = _together(pilots)
    for each in results:
        found = place_shares.went(ours, each.units, reconciler)
        if not any(went.outcome in WENT_ON or went.outcome is Outcome.REVIEW for went in found):
            yield msgs(
                "{document} is of this batch by titles and dates alone: its {n} unit is not among "
                "the pilots, and the rate may be that of no batch",
                "{document} is of this batch by titles and dates alone: none of its {n} units is "
                "among the pilots, and the rate may be that of no batch",
                len(each.units.units),
                document=each.source.id,
            )


def _not_whole(pilots: Sequence[Filed], results: Sequence[Filed]) -> Iterator[Message]:
    """Yield the lists of which it is known that not all was read."""
    ours = _together(pilots) if pilots else None
    for lists, said, of in ((pilots, _PILOTS_LACK, None), (results, _RESULTS_LACK, ours)):
        for each in lists:
            unread, who = unread_units(each.units, of), each.source.id
            if number := unread.number:
                yield msgs(said.text, said.many, number, document=who)
            if unread.pages:
                yield msgs(
                    "{document}: {n} of its pages is not there; what it lists is not counted",
                    "{document}: {n} of its pages are not there; what they list is not counted",
                    unread.pages,
                    document=who,
                )


_PILOTS_LACK = msgs(
    "{document}: {n} unit that it names or counts is in no entry; whether it went on is open",
    "{document}: {n} units that it names or counts are in no entry; whether they went on is open",
    0,
)
_RESULTS_LACK = msgs(
    "{document}: {n} unit that it names or counts is in no entry, and may be a pilot that went on",
    "{document}: {n} units that it names or counts are in no entry, and may be pilots that went on",
    0,
)


def _twice(pilots: Sequence[Filed], results: Sequence[Filed]) -> Iterator[Message]:
    """Yield the lists that name units again."""
    for each in (*pilots, *results):
        again = len(each.units.units) - distinct_names(each)
        if again:
            yield msgs(
                "{document}: {n} entry stands in it already; the number of its units counts it, "
                "the rate does not",
                "{document}: {n} entries stand in it already; the number of its units counts them, "
                "the rate does not",
                again,
                document=each.source.id,
            )


def _together(lists: Sequence[Filed]) -> Units:
    """Return the units of several lists, each once, as those of the first document."""
    parts = tuple(each.units for each in lists) if len(lists) > 1 else ()
    return replace(lists[0].units, units=tuple(distinct(lists)), parts=parts)


def _listed(own: Sequence[Member], kind: SourceKind) -> list[Filed]:
    return [m.filed for m in own if m.filed.source.kind is kind and m.filed.units.units]
