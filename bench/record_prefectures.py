"""What became of prefectures, which the source does not say: it is told by where their counties
went."""

from collections import Counter
from collections.abc import Iterator, Sequence

from record_sources import Span

# Codes of counties that lie in no prefecture go on so behind the province's digits.
_DIRECT = "90"


def told(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, those of prefectures that ended with what has their counties since, most of
    them first.

    A prefecture that bears another name under its own code has become nothing else.
    """
    for span in spans:
        goes_on = any(other.code == span.code and other.first == span.last for other in spans)
        if _is_prefecture(span.code) and span.last and not span.became and not goes_on:
            yield span._replace(became=tuple(_heirs(span, spans)))
        else:
            yield span


def _heirs(ended: Span, spans: Sequence[Span]) -> list[str]:
    """Return the codes of the prefectures, or of the province, that have the counties of one that
    ended; a county that was divided counts once."""
    standing = {s.code for s in spans if ended.last and _stands(s, ended.last)}
    found: Counter[str] = Counter()
    for county in spans:
        if county.code[:4] == ended.code[:4] != county.code and county.last == ended.last:
            found.update({_over(code, standing) for code in county.became} - {"", ended.code})
    return [code for code, _ in found.most_common()]


def _over(county: str, standing: set[str]) -> str:
    """Return the code of the prefecture over a county, else that of a province without any."""
    if county[:4] + "00" in standing:
        return county[:4] + "00"
    return "" if county[2:4] == _DIRECT and _has_prefectures(county, standing) else _top(county)


def _has_prefectures(county: str, standing: set[str]) -> bool:
    return any(code[:2] == county[:2] and _is_prefecture(code) for code in standing)


def _top(county: str) -> str:
    return county[:2] + "0000"


def _stands(span: Span, year: int) -> bool:
    return span.first <= year and (span.last is None or span.last > year)


def _is_prefecture(code: str) -> bool:
    return code.endswith("00") and not code.endswith("0000")
