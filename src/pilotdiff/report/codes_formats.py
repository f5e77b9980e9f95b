"""The codes of findings as CSV, JSON, JSON lines and Markdown."""

from collections.abc import Iterable, Iterator

from pilotdiff.checks.code import Code
from pilotdiff.language import Words
from pilotdiff.report import jsontext
from pilotdiff.report.csvfile import lines
from pilotdiff.report.markdown_report import table
from pilotdiff.report.report_terms import SEVERITIES

COLUMNS = ("code", "severity", "meaning", "example")


def csv_text(codes: Iterable[Code], words: Words) -> Iterator[str]:
    """Yield one code a line."""
    yield ",".join(COLUMNS) + "\n"
    yield from lines([tuple(_record(code, words).values()) for code in codes])


def json_lines(codes: Iterable[Code], words: Words) -> Iterator[str]:
    """Yield one code a line."""
    return (jsontext.line(_record(code, words)) + "\n" for code in codes)


def json_document(codes: Iterable[Code], words: Words) -> Iterator[str]:
    """Write the codes as JSON: `{"codes": […]}`."""
    whole = {"codes": [_record(code, words) for code in codes]}
    yield jsontext.document(whole)


def markdown_text(codes: Iterable[Code], words: Words) -> Iterator[str]:
    """Yield one code a line."""
    head = [words("Code"), words("Severity"), words("Meaning"), words("Example")]
    return table(
        head,
        (
            [
                code.code,
                words(SEVERITIES[code.severity]),
                words(code.meaning),
                words(code.example),
            ]
            for code in codes
        ),
    )


def _record(code: Code, words: Words) -> dict[str, str]:
    said = words(code.meaning), words(code.example)
    return dict(zip(COLUMNS, (code.code, code.severity.value, *said), strict=True))
