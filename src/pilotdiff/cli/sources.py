"""pilotdiff sources: the documents of a catalogue and where they come from."""

from collections.abc import Iterable

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.options import Format
from pilotdiff.cli.progress import Progress
from pilotdiff.language import Words
from pilotdiff.report.sources_formats import Shipped


def sources(
    catalogue: options.Catalogue = None,
    format: options.FormatOption = Format.TABLE,
    lang: options.Lang = None,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """The documents of the catalogue: what each is, what it holds, and which cites which.

    Without --catalogue, the shipped documents.
    """
    del debug  # the entry point sees to it
    words = spoken(lang)
    loader = Loader(Progress(shown=not no_progress), words, catalogue=catalogue)
    shipped = [
        Shipped(filed.source, filed.units if filed.source.path else None)
        for filed in loader.filed()
    ]
    if format is Format.TABLE:
        from pilotdiff.report.screen.sources_screen import parts

        output.draw(lambda _: parts(shipped, loader.known, words))
    else:
        output.write(_text(shipped, format, words))


def _text(shipped: list[Shipped], format: Format, words: Words) -> Iterable[str]:
    from pilotdiff.report import sources_formats as rendering

    if format is Format.CSV:
        return rendering.csv_text(shipped)
    if format is Format.MARKDOWN:
        return rendering.markdown_text(shipped, words)
    if format is Format.JSONL:
        return rendering.json_lines(shipped)
    return rendering.json_document(shipped)
