"""pilotdiff folder: what a folder of lists holds, and which belong together."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.options import output_folder
from pilotdiff.language import Words
from pilotdiff.model import Filed, Said, UserError, msg
from pilotdiff.report.answers.folder_answer import FolderAnswer, FolderList
from pilotdiff.report.formats import Format


@takes("directory papers yes format lang quiet no_progress debug")
def command(
    call: Call,
    directory: Annotated[
        str, typer.Argument(metavar="DIR", help="The folder; what lies in it is read.")
    ],
    papers: Annotated[
        Path | None, output_folder(help="Where the working papers of each pair go.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Reconcile the pairs without asking.")] = False,
) -> None:
    """Tell which files of a folder are pilots and results of what, and reconcile them.

    At a terminal it asks once whether to; elsewhere it asks nothing, and --yes goes on.
    pilotdiff DIR does the same.
    """
    if not Path(directory).is_dir():
        raise UserError("{path} is no folder: name one that holds lists", path=directory)
    answer = _answer(directory, call.loader)
    call.show(answer)
    asks = call.format is Format.TABLE
    if answer.pairs and (yes or (asks and _agreed(len(answer.pairs), call.words))):
        _reconcile(answer, papers, call)


def _answer(directory: str, loader: Loader) -> FolderAnswer:
    """Return what lies there; a file that cannot be read, or holds no list, keeps no other from
    being read."""
    from pilotdiff.filing.pilots_of_results import partners
    from pilotdiff.filing.source_years import year_of
    from pilotdiff.reading.folders import opened

    names = opened([directory])
    found: list[Filed] = []
    unread: dict[str, Said] = {}
    with loader.progress.stage(loader.words("reading")) as tick:
        for number, name in enumerate(names, 1):
            try:
                read = [each for each in loader.filed([name]) if each.units.units]
                found += read
                if not read:
                    unread[name] = msg("no list is found in {name}", name=name)
            except UserError as error:
                unread[name] = error.message
            tick(number, len(names))
    years = [year_of(each.source) for each in found]
    belonging = partners(found)
    lists = [
        FolderList(each, year, tuple(found[pilot].source.id for pilot in belonging.get(n, ())))
        for n, (each, year) in enumerate(zip(found, years, strict=True))
    ]
    in_time = sorted(lists, key=lambda each: (each.year is None, each.year or 0, each.name))
    return FolderAnswer(directory, in_time, loader.words, unread)


def _agreed(pairs: int, words: Words) -> bool:
    """Ask once, where somebody is there to answer; Enter agrees."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    asked = words.number(
        "{n} pair: reconcile it? [Y/n] ", "{n} pairs: reconcile them? [Y/n] ", pairs
    )
    print(asked, end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("", "y", "yes", "是")


def _reconcile(answer: FolderAnswer, papers: Path | None, call: Call) -> None:
    """Reconcile pair after pair, as `match` does."""
    from pilotdiff.cli import match

    for pilots, results in answer.pairs:
        names = f"{Path(pilots).stem}-{Path(results).stem}"
        try:
            match.command(
                pilots=pilots,
                results=results,
                folder=papers / names if papers else None,
                lang=call.lang,
                quiet=call.quiet,
            )
        except typer.Exit:
            continue
