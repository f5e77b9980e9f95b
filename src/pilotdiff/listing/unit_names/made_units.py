"""Units that several were made: 东岭村、西岭村合并为南岭村; …合并，新村命名为南岭村."""

from collections.abc import Iterable, Sequence

from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.unit_names.former_names import former_names
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.shared_kinds import Span
from pilotdiff.patterns import pattern

_MADE = pattern(
    r"\s*(?:(?:同意|决定|批准|拟|现|对)?[将把由对])?(?P<olds>[^：:；;。，,（()）]{2,80}?(?:、|[和与])[^：:；;。，,（()）]{2,40}?)"
    r"(?:等?[两二三四五六七八九\d]{1,2}个?(?:行政|建制)?(?:村|社区|镇|乡|街道))?(?:成建制|整体)?"
    r"(?:合并|撤并|归并|整合)(?:后|[，,]\s*)?(?:(?:合并后|新)的?(?:行政)?(?:[村镇乡]|社区|街道)?)?"
    r"(?:组建|设立?|成立|新建|设置|名称|村名|[命更改定取]名|确?定|撤[乡镇村][设建改](?:镇|街道|居))*(?:为|成为?)?"
    r"(?P<new>\p{Han}{2,20}(?:[（(][^（()）]{1,12}[）)])?)\s*$",
    needs="并合",
)
_MOST_PIECES = 8


def made_units(text: str, pieces: Sequence[Span]) -> dict[Span, Name]:
    """Return the units that several of a row's pieces were made, with these as their former names,
    by all that says so."""
    found: dict[Span, Name] = {}
    for at, (left, _) in enumerate(pieces if "合" in text or "并" in text else ()):
        if not is_apart((left, left + 1), found):
            continue
        for _, right in pieces[at : at + _MOST_PIECES]:
            if (name := _made(text, left, right)) is not None:
                found[left, right] = name
                break
    return found


def is_apart(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether nothing of a piece lies within others."""
    return not any(left < span[1] and span[0] < right for left, right in others)


def _made(text: str, start: int, end: int) -> Name | None:
    """Return the unit that several were made, None where text[start:end] says no such thing."""
    made = _MADE.match(text, start, end)
    new = read_name(text, *made.span("new")) if made is not None else None
    if made is None or new is None or new.reading.sure <= DOUBTFUL:
        return None
    first, *others = former_names(f"{made['olds']}合并") or [""]
    earlier = read_unit(first) if others else None
    if earlier is None or earlier.level is not new.reading.level:
        return None
    above = tuple(part for part in earlier.parts if part[0].depth < new.path[0][0].depth)
    return new._replace(former=(first, *others), above=(*above, *new.above))
