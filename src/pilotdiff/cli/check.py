"""pilotdiff check: what documents say against themselves and against each other."""

from collections.abc import Collection
from typing import Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.pipeline import heard_by_all, reconciler_of
from pilotdiff.cli.progress import Progress
from pilotdiff.language import Words
from pilotdiff.model import Severity, UserError
from pilotdiff.report.formats import Format
from pilotdiff.report.registers import refuse_year


def check(
    files: options.Documents = None,
    decisions: options.Decisions = None,
    catalogue: options.Catalogue = None,
    format: options.FormatOption = Format.TABLE,
    severity: Annotated[
        Severity, typer.Option("--severity", help="Only findings at least as grave as this.")
    ] = Severity.NOTE,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODE", help="Leave these out; may be repeated."),
    ] = None,
    explain: Annotated[
        list[str] | None,
        typer.Option("--explain", metavar="CODE", help="What a code means; may be repeated."),
    ] = None,
    codes: Annotated[bool, typer.Option("--codes", help="What every code means.")] = False,
    id_column: options.IdColumn = "",
    name_column: options.NameColumn = "",
    as_of: options.AsOf = None,
    no_record: options.NoRecord = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> int:
    """What documents say against themselves and against each other.

    Totals, numbers, names, parents, dates, figures and citations; without files, in the documents
    of the catalogue. Exit code 1 when a list contradicts itself or another document.
    """
    del debug  # the entry point sees to it
    words = spoken(lang)
    if codes or explain:
        _explain(explain or (), format, words)
        return 0
    from pilotdiff.checks import check as checked
    from pilotdiff.report.answers.findings_answer import FindingsAnswer

    silenced = _known(ignore or ())
    if as_of is not None and not no_record:
        refuse_year(as_of)
    progress = Progress(shown=not (quiet or no_progress))
    loader = Loader(progress, words, id_column, name_column, catalogue, record=not no_record)
    grave = tuple(Severity)[: tuple(Severity).index(severity) + 1]
    reconciler = reconciler_of(decisions, record=not no_record, as_of=as_of)
    documents = loader.filed(list(dict.fromkeys(files or ())))
    heard_by_all(reconciler, documents, words, quiet=quiet)
    found = checked(documents, silenced, reconciler, as_of=as_of, without_record=no_record)
    findings = [each for each in found if each.severity in grave]
    output.show(FindingsAnswer(documents, findings, words), format, quiet=quiet)
    return int(any(each.severity is Severity.ERROR for each in findings))


def _explain(wanted: Collection[str], format: Format, words: Words) -> None:
    """What the codes named mean, or all of them."""
    from pilotdiff.checks.finding_codes import CODES
    from pilotdiff.report.answers.codes_answer import CodesAnswer

    output.show(CodesAnswer([CODES[code] for code in _known(wanted) or CODES], words), format)


def _known(codes: Collection[str]) -> Collection[str]:
    """The codes as given; UserError when there is no such code."""
    from pilotdiff.checks.finding_codes import CODES

    for code in codes:
        if code not in CODES:
            raise UserError(
                "there is no finding {code}: the codes are {codes}",
                code=code,
                codes=tuple(sorted(CODES)),
            )
    return codes
