"""Counties and up: the rows of divisions.tsv, from tables of the Ministry and of the statistics."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import record_prefectures as prefectures
import record_sources as sources
from pilotdiff.model import Level
from pilotdiff.names import PLACEHOLDERS, split
from pilotdiff.names.kinds import without_peoples
from record_sources import MINISTRY, RELEASES


def divisions(folder: Path, areas: Path) -> list[list[str]]:
    """Rows of divisions.tsv: code, name, first, last, what became of it, document, short, bare."""
    papers = sources.approvals(folder)
    spans = _joined(prefectures.told(list(sources.spans(areas))))
    known = {(code, name) for code, name, *_ in spans}
    newest = set(sources.ministry_divisions(folder))
    _end_at_newest(spans, newest, sources.successions(folder))
    spans += _zones(folder, known)
    return [
        [
            code,
            name,
            str(first),
            "" if last is None else str(last),
            ";".join(became),
            papers.get((code, name), "") if last else "",
            *_shorter(code, name),
        ]
        for code, name, first, last, became in sorted(spans, key=lambda s: (s.code, s.first))
        if name not in PLACEHOLDERS and "、" not in name
    ]


def _joined(spans: Iterable[sources.Span]) -> list[sources.Span]:
    """Spans of one code and name, one after the other where only the parent's name changed."""
    joined: list[sources.Span] = []
    for span in sorted(spans, key=lambda s: (s.code, s.name, s.first)):
        last = joined[-1] if joined else None
        if last and (last.code, last.name, last.last) == (span.code, span.name, span.first):
            joined[-1] = span._replace(first=last.first)
        else:
            joined.append(span)
    return joined


def _end_at_newest(
    spans: list[sources.Span],
    newest: set[tuple[str, str]],
    successions: Mapping[tuple[str, str], tuple[int, str]],
) -> None:
    """End what the Ministry's newest edition has no more, and begin what it alone has, in the year
    of the change where one is told."""
    now = {(s.code, s.name) for s in spans if s.last is None}
    told = {code[:2] for code, _ in newest if not code.endswith("0000")}
    begun: dict[str, int] = {}
    for at, span in enumerate(spans):
        # Of Hong Kong, Macao and Taiwan it has no counties.
        if span.last is None and span[:2] not in newest and span.code[:2] in told:
            year, heir = successions.get(span[:2], (MINISTRY, ""))
            print(f"  gone by {MINISTRY}: {span.code} {span.name} ({year} {heir})")
            spans[at] = span._replace(last=year, became=(heir,) if heir else ())
            begun[heir] = year
    for code, name in sorted(newest - now):
        print(f"  new by {MINISTRY}: {code} {name}")
        spans.append(sources.Span(code, name, begun.get(code, MINISTRY), None, ()))


def _zones(folder: Path, known: set[tuple[str, str]]) -> list[sources.Span]:
    """Zones and the like, which only the statistical codes know as counties."""
    years: dict[tuple[str, str], list[int]] = defaultdict(list)
    for year in RELEASES:
        for code, name in sources.statistical(folder, year, "areas"):
            if (code, name) not in known and name not in PLACEHOLDERS:
                years[code, name].append(year)
    newest = max(RELEASES)
    official = {code for code, _ in known}
    return [
        sources.Span(code, name, min(found), None if newest in found else max(found) + 1, ())
        for (code, name), found in sorted(years.items())
        if code not in official
    ]


# Words that a province or prefecture is also called without, the longest first.
_KINDS = ("特别行政区", "自治区", "自治州", "地区", "省", "市", "盟", "州")
_OF_REGIONS = {"15": "内蒙古", "45": "广西", "54": "西藏", "64": "宁夏", "65": "新疆"}


def _shorter(code: str, name: str) -> tuple[str, str]:
    """The short form of an autonomous unit (甘孜州) and a higher one's name without its kind."""
    stem, kind = split(Level.PREFECTURE if code.endswith("00") else Level.COUNTY, name)
    short = stem + kind if "自治" in name and kind in ("州", "县", "旗") else ""
    if code.endswith("0000"):
        bare = next(name.removesuffix(k) for k in _KINDS if name.endswith(k))
        region = _OF_REGIONS.get(code[:2], bare)
        return ("" if region == bare else region + "自治区"), region
    if not code.endswith("00"):
        return (short if short != name else ""), ""
    bare = next((name.removesuffix(k) for k in _KINDS if name.endswith(k)), "")
    if "自治州" in name:
        bare = without_peoples(bare)
    return (short if short != name else ""), bare


def statistical_codes(folder: Path, rows: Iterable[Iterable[str]]) -> list[list[str]]:
    """Return the codes of divisions.tsv that only the statistical codes have, which end in 2023."""
    official = {span.code for span in sources.spans(folder / "areacodes.csv")}
    official |= {code for code, _ in sources.ministry_divisions(folder)}
    return [[code] for code in dict.fromkeys(code for code, *_ in rows) if code not in official]


@cache
def names_by_code(folder: Path) -> dict[str, frozenset[str]]:
    """Return all names that a code of a county or higher bore, those of zones too."""
    names: dict[str, set[str]] = defaultdict(set)
    for span in sources.spans(folder / "areacodes.csv"):
        names[span.code].add(span.name)
    for year in RELEASES:
        for code, name in sources.statistical(folder, year, "areas"):
            names[code].add(name)
    return {code: frozenset(found - PLACEHOLDERS) for code, found in names.items()}
