"""pilotdiff sources: the documents of a catalogue and where they come from."""

from pilotdiff.cli.call import Call, takes


@takes("catalogue format lang quiet no_progress debug")
def command(call: Call) -> None:
    """The documents of the catalogue: what each is, what it holds, and which cites which.

    Without --catalogue, the shipped documents.
    """
    from pilotdiff.report.answers.sources_answer import Shipped, SourcesAnswer

    shipped = [
        Shipped(filed.source, filed.units if filed.source.path else None)
        for filed in call.loader.filed()
    ]
    call.show(SourcesAnswer(shipped, call.loader.known, call.words))
