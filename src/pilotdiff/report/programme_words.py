"""A programme's funnel in words: its stages, what a number rests on, and where it stands."""

from collections.abc import Callable, Iterable, Sequence

from pilotdiff.language import Words
from pilotdiff.model import Message, msg
from pilotdiff.patterns import pattern
from pilotdiff.programme import Amount, Basis, Batch, Cited, Count, PlaceShare, Stage, Topic

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


def places(sources: Iterable[Cited]) -> tuple[Message, ...]:
    """Write documents and lines as editors do: "plan.html:12"."""
    return tuple(
        msg("{document}:{line}", document=each.document, line=each.line)
        if each.line
        else msg("{document}", document=each.document)
        for each in sources
    )


def number(count: Count, words: Words) -> str:
    """Write a number of units, rough where the document says so: "44", "about 40"."""
    text = count.sources[0].text if count.sources else ""
    return _rough(f"{count.number:,}", "", text, words) if count.about else f"{count.number:,}"


def rate_in_numbers(went: PlaceShare) -> Message:
    """Say how many of the pilots that were followed went on: "4 of 7", or "4 to 5 of 7" where a
    person must still decide on one, and "4 to 5 of 8" where one was not read."""
    most, of = went.kept + went.undecided + went.unread, went.of + went.unread
    if most > went.kept:
        return msg("{least} to {most} of {of}", least=went.kept, most=most, of=of)
    return msg("{kept} of {of}", kept=went.kept, of=of)


def fraction(share: PlaceShare) -> str:
    """Write how many of the pilots of a place went on, those of which none is read among them:
    "4/7", "4–5/7", "4–5/8".

    >>> fraction(PlaceShare("清岗县", 4, 7)), fraction(PlaceShare("清岗县", 4, 7, 1))
    ('4/7', '4–5/7')
    >>> fraction(PlaceShare("清岗县", 4, 7, unread=1))
    '4–5/8'
    """
    open_ = share.undecided + share.unread
    most = f"–{share.kept + open_:,}" if open_ else ""
    return f"{share.kept:,}{most}/{share.of + share.unread:,}"


def amount(one: Amount, words: Words) -> str:
    """Write an amount with its unit, as roughly as the document does: "over 6.7 亿元"."""
    value = f"{one.value:,.12g}"
    return _rough(value, one.unit, one.source.text, words) if one.about else f"{value} {one.unit}"


def _rough(number: str, unit: str, text: str, words: Words) -> str:
    """Return a number that the document gives as a bound, or as a rough one: 超过, 近, 多 are not
    约."""
    said = next((said for found, said in _BOUNDS if found(text)), msg("about {number} {unit}"))
    return words(said._replace(values=(("number", number), ("unit", unit)))).strip()


_DIGITS = r"\d.,百千万亿〇零一二两三四五六七八九十"
_BOUNDS: tuple[tuple[Callable[[str], object], Message], ...] = (
    (pattern("^(?:超过|超|逾)").match, msg("over {number} {unit}")),
    (pattern("^(?:不少于|至少)").match, msg("at least {number} {unit}")),
    (pattern("^(?:近|将近)").match, msg("nearly {number} {unit}")),
    (pattern("^[^左右]{0,12}以上").match, msg("{number} {unit} or more")),
    (pattern(rf"^[{_DIGITS}]+[多余]").match, msg("more than {number} {unit}")),
)


def name(batch: Batch, words: Words) -> str:
    """Name a batch by programme, province and number, as far as they are known."""
    programme = batch.programme or words("Programme without a name")
    return " · ".join(filter(None, (programme, edition(batch, words))))


def edition(batch: Batch, words: Words) -> str:
    """Name a batch by province and number or year, as far as they are known."""
    number = words("batch {n}", n=batch.number) if batch.number else str(batch.year or "")
    return " · ".join(filter(None, (batch.province, number)))
