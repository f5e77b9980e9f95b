"""pilotdiff sources: the documents of a catalogue and where they come from."""

from collections.abc import Iterable

from pilotdiff.cli import options, output
from pilotdiff.cli.language import language
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.options import Format
from pilotdiff.cli.progress import Progress
from pilotdiff.language import Words, words
from pilotdiff.report.shipped import Shipped


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
    say = words(language(lang))
    loader = Loader(Progress(shown=not no_progress), say, catalogue=catalogue)
    shipped = [
        Shipped(filed.source, filed.units if filed.source.path else None)
        for filed in loader.filed()
    ]
    if format is Format.TABLE:
        from pilotdiff.report.screen.shipped import parts

        output.draw(lambda _: parts(shipped, loader.known, say))
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
