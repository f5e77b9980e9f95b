"""pilotdiff sources: the shipped documents and where they come from."""

from collections.abc import Iterable

from pilotdiff.cli import options, output
from pilotdiff.cli.language import language
from pilotdiff.cli.options import Format
from pilotdiff.report.shipped import Shipped
from pilotdiff.report.words import Words, words


def sources(
    format: options.FormatOption = Format.TABLE,
    lang: options.Lang = None,
    debug: options.Debug = False,
) -> None:
    """The shipped documents: what each is, what it holds, and which cites which."""
    from pilotdiff.bundled import catalogue
    from pilotdiff.cli.loading import load_shipped

    del debug  # the entry point sees to it
    say = words(language(lang))
    known = catalogue()
    shipped = [
        Shipped(source, load_shipped(source) if source.path else None) for source in known.sources
    ]
    if format is Format.TABLE:
        from pilotdiff.report.screen.shipped import parts

        pilots, results = (source.id for source in known.example)
        output.draw(lambda _: parts(shipped, (pilots, results), say))
    else:
        output.write(_text(shipped, format, say))


def _text(shipped: list[Shipped], format: Format, say: Words) -> Iterable[str]:
    from pilotdiff.report import shipped as rendering

    if format is Format.CSV:
        return rendering.csv_text(shipped)
    if format is Format.MARKDOWN:
        return rendering.markdown_text(shipped, say)
    if format is Format.JSONL:
        return rendering.json_lines(shipped)
    return rendering.json_document(shipped)
