"""pilotdiff sources: the documents of a catalogue and where they come from."""

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.progress import Progress
from pilotdiff.report.formats import Format


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
    from pilotdiff.report.answers.sources_answer import Shipped, SourcesAnswer

    shipped = [
        Shipped(filed.source, filed.units if filed.source.path else None)
        for filed in loader.filed()
    ]
    output.show(SourcesAnswer(shipped, loader.known, words), format)
