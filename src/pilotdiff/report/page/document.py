"""The whole page: templates filled, style and script inlined, the network forbidden."""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pilotdiff.language import Words
from pilotdiff.model import Filed, Finding, Level, Outcome, Unit, Units
from pilotdiff.programme import Programme
from pilotdiff.report import csvfile, stages, terms
from pilotdiff.report.columns import probability
from pilotdiff.report.model import Report, build
from pilotdiff.report.page import figures, headline, palette
from pilotdiff.report.page.choices import offered
from pilotdiff.report.page.embedded import embedded
from pilotdiff.report.page.evidence import Considered, considered
from pilotdiff.report.page.findings import Findings, gathered
from pilotdiff.report.page.funnel import funnels
from pilotdiff.report.page.limits import ordered
from pilotdiff.report.page.rows import Shown, shown
from pilotdiff.report.run import left_out
from pilotdiff.report.said import reason, verdict
from pilotdiff.report.summary import tally

_HERE = Path(__file__).parent
# A line of the page is a row, or its evidence; the script takes them apart at the line ends.
_LINE_ENDS = re.compile(r"[\r\n]+")
_LANGUAGES = {"en": "en", "zh": "zh-Hans"}


class _Rows(NamedTuple):
    """What every row's template needs besides the row."""

    report: Report
    findings: Findings
    considered: Considered


def render(
    report: Report,
    words: Words,
    findings: Sequence[Finding] = (),
    documents: Sequence[Filed] = (),
    programme: Programme | None = None,
) -> str:
    """The page of a report, with what checks found in its documents and its programme's figures.

    The same input gives the same text; nothing in it refers to the network.
    """
    templates = _templates(words)
    chosen = ordered(report.rows)
    told = gathered(findings)
    provinces = len({unit.path[0] for unit in _units(report)}) > 1
    rows = list(shown(chosen, provinces=provinces))
    common = _Rows(report, told, considered(report))
    style = palette.css() + (_HERE / "page.css").read_text("utf-8")
    script = (_HERE / "page.js").read_text("utf-8")
    counts = tally(report.rows)
    level, bars, more_bars = figures.bars(report.rows)
    choices = offered(chosen)
    return templates.get_template("page.html").render(
        language=_LANGUAGES[words.language],
        report=report,
        documents=documents,
        counts=counts,
        lead=headline.lead(counts, words),
        details=list(headline.details(counts, words)),
        fates=figures.fates(counts),
        level=level,
        bars=bars,
        more_bars=more_bars,
        matrix=figures.matrix(report.rows),
        funnels=funnels(programme),
        findings=told,
        choices=choices,
        rows=rows,
        lines=_lines(templates, rows, common, words),
        data=embedded(rows, choices, _csv(report, rows, words), words),
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        left_out=[(units.listing.document.name, left_out(units)) for units in _both(report)],
    )


def _templates(words: Words) -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.globals.update(
        words=words,
        number=words.number,
        terms=terms,
        stages=stages,
        Level=Level,
        Outcome=Outcome,
        percent=headline.percent,
        query=figures.query,
        probability=probability,
        verdict=verdict,
        inferred=_inferred,
    )
    made.filters["signed"] = "{:+.2f}".format
    made.filters["grouped"] = "{:,}".format
    return made


def _lines(templates: Environment, rows: Sequence[Shown], common: _Rows, words: Words) -> Markup:
    """Two lines a row: the row, its evidence."""
    report = common.report
    sources = report.pilot_source, report.result_source
    made: Any = templates.get_template("unit.html").make_module({"sources": sources})

    def lines() -> Iterator[str]:
        for shown in rows:
            row = shown.row
            changes = tuple(terms.CHANGES[change] for change in row.changes)
            found = common.findings.about(row, report)
            yield made.unit(shown)
            yield made.evidence(shown, reason(row, words), changes, common.considered(row), found)

    return Markup("\n".join(_LINE_ENDS.sub(" ", line.strip()) for line in lines()))


def _csv(report: Report, rows: Sequence[Shown], words: Words) -> list[str]:
    """The header and each row as a line of diff.csv."""
    part = build(report.pilots, report.results, tuple(each.row for each in rows))
    lines = chain.from_iterable(chunk.lines for chunk in csvfile.chunks(part, words))
    return [csvfile.header(), *lines]


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; this style and this script alone count."""
    allowed = {"style-src": style, "script-src": script}
    own = "; ".join(f"{kind} '{_digest(text)}'" for kind, text in allowed.items())
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _both(report: Report) -> tuple[Units, Units]:
    return report.pilots, report.results


def _units(report: Report) -> Iterator[Unit]:
    return chain(report.pilots.units, report.results.units)


def _inferred(unit: Unit) -> tuple[str, ...]:
    """The parts of its path that the context gave."""
    return tuple(unit.path[level.depth] for level in unit.inferred if unit.path[level.depth])
