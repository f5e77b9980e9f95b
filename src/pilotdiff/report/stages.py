"""A programme's funnel in words: its stages, what a number rests on, and where it stands."""

from collections.abc import Iterable, Sequence

from pilotdiff.language import Words
from pilotdiff.model import Message, msg
from pilotdiff.programme import Amount, Basis, Batch, Cited, Count, Stage, Topic

STAGES = {
    Stage.PLANNED: msg("Planned"),
    Stage.PILOTS: msg("Pilots"),
    Stage.DEMONSTRATIONS: msg("Demonstrations"),
}
TOPICS = {
    Topic.MONEY: msg("Money"),
    Topic.ORGANISATIONS: msg("Organisations"),
    Topic.OTHER: msg("Other figures"),
}


def basis(count: Count) -> Message:
    """Say what a number rests on, and where it stands: "counted in sichuan-2022-pilots:2"."""
    where = places(count.sources)
    if count.basis is Basis.COUNTED:
        return msg("counted in {where}", where=where)
    if count.basis is Basis.DECLARED:
        return msg("declared in {where}", where=where)
    return msg("stated in {where}", where=where)


def bases(counts: Sequence[Count]) -> tuple[Message, ...]:
    """Return the bases of one number; a list that declares what is counted in it is named once."""
    counted, declared = (
        [source for count in counts if count.basis is kind for source in count.sources]
        for kind in (Basis.COUNTED, Basis.DECLARED)
    )
    if not counted or {each.document for each in counted} != {each.document for each in declared}:
        return tuple(map(basis, counts))
    said = msg("counted and declared in {where}", where=places(counted))
    return (said, *(basis(count) for count in counts if count.basis is Basis.TOLD))


def places(sources: Iterable[Cited]) -> tuple[str, ...]:
    """Write documents and lines as editors do: "plan.html:12"."""
    return tuple(f"{each.document}:{each.line}" if each.line else each.document for each in sources)


def number(count: Count, words: Words) -> str:
    """Write a number of units: "44", "about 40"."""
    return figure(f"{count.number:,}", about=count.about, words=words)


def amount(one: Amount, words: Words) -> str:
    """Write an amount with its unit: "about 6.7 亿元"."""
    return figure(f"{one.value:,.12g} {one.unit}", about=one.about, words=words)


def figure(shown: str, *, about: bool, words: Words) -> str:
    """Return the figure as it is, or as one that the document calls rough."""
    return words("about {figure}", figure=shown) if about else shown


def name(batch: Batch, words: Words) -> str:
    """Name a batch by programme, province and number, as far as they are known."""
    programme = batch.programme or words("Programme without a name")
    return " · ".join(filter(None, (programme, edition(batch, words))))


def edition(batch: Batch, words: Words) -> str:
    """Name a batch by province and number or year, as far as they are known."""
    number = words("batch {n}", n=batch.number) if batch.number else str(batch.year or "")
    return " · ".join(filter(None, (batch.province, number)))
