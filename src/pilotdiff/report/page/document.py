"""The whole page: templates filled, style and script inlined, the network forbidden."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from pilotdiff import filing
from pilotdiff.language import Words
from pilotdiff.model import Filed, Finding, Source, Unit
from pilotdiff.programme import Programme
from pilotdiff.report import headline
from pilotdiff.report.page import charts, page_cited, page_packed, page_table, palette
from pilotdiff.report.page.choices import choices_offered
from pilotdiff.report.page.embedded import embedded
from pilotdiff.report.page.page_findings import gathered
from pilotdiff.report.page.page_funnel import funnels
from pilotdiff.report.page.page_limits import MOST_FEATURED, MOST_TABLED, ordered
from pilotdiff.report.page.page_rows import page_rows
from pilotdiff.report.page.page_strips import Strips
from pilotdiff.report.page.page_tiles import tile_map
from pilotdiff.report.page.templating import templates
from pilotdiff.report.part_findings import of_part, said_elsewhere
from pilotdiff.report.report_types import Report
from pilotdiff.report.summary import tally

_HERE = Path(__file__).parent
_LANGUAGES = {"en": "en", "zh": "zh-Hans"}


def render(
    report: Report,
    words: Words,
    findings: Sequence[Finding] = (),
    documents: Sequence[Filed] = (),
    programme: Programme | None = None,
) -> str:
    """Return the page of a report, with what checks found in its documents and its programme's
    figures.

    The same input gives the same text; nothing in it refers to the network.
    """
    part = of_part(findings, report)
    made, told = templates(words), gathered(part.told, report)
    chosen = ordered(report.rows)
    # Places and categories are offered as the lists have them, not as the rows are shown.
    kept = set(map(id, chosen))
    choices = choices_offered([row for row in report.rows if id(row) in kept])
    rows = list(page_rows(chosen, provinces=_several_provinces(report)))
    content = page_packed.divided(
        page_table.html(rows, report, told, made, words),
        embedded(
            rows,
            choices,
            page_table.csv(rows, report, words),
            page_cited.heads(report, words),
            words,
        ),
    )
    return made.get_template("page.html").render(
        language=_LANGUAGES[words.language],
        report=report,
        beside=_beside(report, documents),
        findings=told,
        elsewhere=said_elsewhere(part, words),
        funnels=funnels(programme),
        choices=choices,
        rows=rows,
        tabled=min(len(rows), MOST_TABLED),
        without_features=len(report.rows) > MOST_FEATURED,
        content=content,
        **_counted(report, words),
        **_dress(page_cited.running_head(report, words), pictures=bool(Strips(report))),
    )


def _beside(report: Report, documents: Sequence[Filed]) -> list[Source]:
    """Return the documents that bear on the findings, the programme or the names, but the two
    lists."""
    heard = (filing.filed(units).source for units in report.others)
    sources = {source.id: source for source in (*heard, *(filed.source for filed in documents))}
    own = report.pilot_source, report.result_source
    return [source for id, source in sources.items() if id not in own]


def _counted(report: Report, words: Words) -> Mapping[str, object]:
    """Return the sentences at the top and the figures."""
    counts = report.counts
    level, bars, more = charts.bars(report.counted, counts.unread_pilots)
    lists = report.pilots, report.results
    return {
        "counts": counts,
        "listed": tally(report.rows),
        "is_part": len(report.counted) < report.found,
        "lead": headline.said_first(report, counts, words),
        "doubted": headline.doubted(report, words),
        "details": list(headline.details(counts, words)),
        "fates": charts.fates(counts),
        "level": level,
        "bars": bars,
        "more_bars": more,
        "matrix": charts.chart_matrix(report.counted, counts.unread_pilots),
        "tiles": tile_map(report.counted, report.register, counts.unread_pilots),
        "left_out": [(units.listing.document.name, units.census.missing) for units in lists],
    }


def _dress(head: str, *, pictures: bool) -> Mapping[str, object]:
    """Return the style, with the `head` of printed pages, and script, and the policy that allows
    these and nothing else, but the pictures of a scan that the page holds."""
    style = palette.css() + (_HERE / "page.css").read_text("utf-8") + head
    script = (_HERE / "page.js").read_text("utf-8")
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    allowed += "; img-src data:" if pictures else ""
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    return {"style": Markup(style), "script": Markup(script), "policy": policy}


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _several_provinces(report: Report) -> bool:
    return len({unit.path[0] for unit in _units(report)}) > 1


def _units(report: Report) -> Iterator[Unit]:
    return chain(report.pilots.units, report.results.units)
